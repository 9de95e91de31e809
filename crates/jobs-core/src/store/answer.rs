//! What a store answers: that a draft is durable, and how large the ledger is.

use std::sync::{Arc, OnceLock};

use serde::Serialize;

use crate::merkle::{Growth, Hash, InclusionProof};
use crate::{Entry, Index, JobId, Timestamp};

/// The answer to a draft that is durable.
#[derive(Debug, Clone, Serialize)]
pub struct Appended {
    job_id: JobId,
    index: Index,
    recorded_at: Timestamp,
    repeated: bool,
    /// None for a repeat, and so is `growth`.
    #[serde(skip)]
    leaf: Option<Vec<u8>>,
    /// What its batch added to the tree, and the heads before and after it, computed once for all
    /// its answers; set before the first of them is given.
    #[serde(skip)]
    growth: Option<Arc<OnceLock<(Growth, Head, Head)>>>,
}

impl Appended {
    pub(crate) fn new(
        entry: &Entry,
        leaf: Vec<u8>,
        growth: Arc<OnceLock<(Growth, Head, Head)>>,
    ) -> Self {
        let leaf = Some(leaf);
        let growth = Some(growth);
        Self { repeated: false, leaf, growth, ..Self::repeat_of(entry) }
    }

    pub(crate) fn repeat_of(entry: &Entry) -> Self {
        let job_id = entry.job_id();
        let index = entry.index();
        let recorded_at = entry.recorded_at();
        Self { job_id, index, recorded_at, repeated: true, leaf: None, growth: None }
    }

    /// The job.
    #[must_use]
    pub fn job_id(&self) -> JobId {
        self.job_id
    }

    /// The index of the entry.
    #[must_use]
    pub fn index(&self) -> Index {
        self.index
    }

    /// When the ledger took it.
    #[must_use]
    pub fn recorded_at(&self) -> Timestamp {
        self.recorded_at
    }

    /// Whether the ledger had the same fact already: nothing was appended, and the index and the
    /// time are those of the entry that holds it.
    #[must_use]
    pub fn repeated(&self) -> bool {
        self.repeated
    }

    /// The head that the ledger had once this was durable. `None` for a repeat, which appended
    /// nothing.
    #[must_use]
    pub fn head(&self) -> Option<Head> {
        self.growth().map(|(_, _, after)| *after)
    }

    /// The head that the ledger had before the batch that this was recorded in, which
    /// [`head`](Self::head) continues. `None` for a repeat.
    #[must_use]
    pub fn head_before(&self) -> Option<Head> {
        self.growth().map(|(_, before, _)| *before)
    }

    /// The proof that the entry is in the tree with that head; nothing is read to make it. `None`
    /// for a repeat; [`JobStoreExt::receipt`](crate::JobStoreExt::receipt) proves any entry.
    #[must_use]
    pub fn inclusion(&self) -> Option<InclusionProof> {
        self.growth()?.0.inclusion(self.index)
    }

    /// The [leaf](Entry::leaf) of the entry, which the proof is about. `None` for a repeat.
    #[must_use]
    pub fn leaf(&self) -> Option<&[u8]> {
        self.leaf.as_deref()
    }

    fn growth(&self) -> Option<&(Growth, Head, Head)> {
        self.growth.as_ref()?.get()
    }
}

/// Compares what was recorded, not its place in its batch.
impl PartialEq for Appended {
    fn eq(&self, other: &Self) -> bool {
        let facts =
            |answer: &Self| (answer.job_id, answer.index, answer.recorded_at, answer.repeated);
        facts(self) == facts(other)
    }
}

impl Eq for Appended {}

/// The size of a ledger and the root over all its entries.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "openapi", schema(description = ""))]
pub struct Head {
    #[cfg_attr(feature = "openapi", schema(value_type = crate::openapi::IndexSchema))]
    size: Index,
    root: Hash,
}

impl Head {
    pub(crate) fn new(size: Index, root: Hash) -> Self {
        Self { size, root }
    }

    /// How many entries there are.
    #[must_use]
    pub fn size(&self) -> Index {
        self.size
    }

    /// The RFC 6962 root over their leaves.
    #[must_use]
    pub fn root(&self) -> Hash {
        self.root
    }
}
