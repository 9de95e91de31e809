//! What a rolled-back ledger is missing, and whether a ledger begins with what it once was.

use std::path::PathBuf;

use jobs_core::log::{Checkpoint, Origin};
use jobs_core::merkle::Hash;
use jobs_core::{Head, Index, JobStore, JobStoreExt};

/// What a ledger is missing: entries that it once had, or an anchor that could say so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rollback {
    /// Which ledger.
    pub origin: Origin,
    /// The anchor that contradicts the ledger; or all anchors, when all are empty and should not
    /// be.
    pub anchors: Vec<PathBuf>,
    /// What the ledger once was, signed by its key; `None` when no anchor knows.
    pub checkpoint: Option<Checkpoint>,
    /// What it is now.
    pub head: Head,
}

impl Rollback {
    /// How many entries are certainly gone; 0 when there are as many as there were, but not the
    /// same ones, and when nobody knows.
    #[must_use]
    pub fn missing(&self) -> Index {
        let known = self.checkpoint.as_ref();
        known.map_or(0, |known| known.size.saturating_sub(self.head.size()))
    }
}

/// Whether the ledger begins with the `size` entries that have the root `root`.
pub(crate) async fn extends(
    store: &dyn JobStore,
    head: &Head,
    size: Index,
    root: &Hash,
) -> jobs_core::Result<bool> {
    if size > head.size() {
        return Ok(false);
    }
    let proof = store.consistency(size, head.size()).await?;
    Ok(proof.verify(root, &head.root()).is_ok())
}
