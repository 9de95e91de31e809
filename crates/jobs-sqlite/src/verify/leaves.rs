//! 256 neighbouring leaves: as they are computed from what readers are served, and as their hashes
//! are kept.
//!
//! When the two differ, the subtree above tells which of them was edited, so that one edit is one
//! finding.

use jobs_core::merkle::{Hash, RightEdge};
use jobs_core::{Entry, Index, JobId, Result};

use super::report::{Finding, Findings};

/// Leaves under collection.
#[derive(Default)]
pub(super) struct LeafBlock {
    /// The hashes that are kept; none where the entry is missing.
    kept: Vec<Option<Hash>>,
    /// The hashes that were computed; none where the entry cannot be read.
    computed: Vec<Option<Hash>>,
    /// The entries whose two hashes differ.
    differing: Vec<Differing>,
}

struct Differing {
    index: Index,
    job_id: JobId,
    leaf: String,
    kept: Option<Hash>,
    computed: Hash,
}

impl LeafBlock {
    pub(super) fn is_full(&self) -> bool {
        self.kept.len() == 256
    }

    /// Adds the leaf of an entry that was read. Returns whether its hash is the one that is kept.
    pub(super) fn add(&mut self, entry: &Entry, kept: Option<Hash>) -> bool {
        let leaf = entry.leaf();
        let computed = jobs_core::merkle::leaf_hash(&leaf);
        if kept != Some(computed) {
            let index = entry.index();
            let job_id = entry.job_id();
            let leaf = String::from_utf8_lossy(&leaf).into_owned();
            self.differing.push(Differing { index, job_id, leaf, kept, computed });
        }
        self.kept.push(kept);
        self.computed.push(Some(computed));
        kept == Some(computed)
    }

    /// Adds the leaf of an entry that could not be read, or is missing.
    pub(super) fn add_unread(&mut self, kept: Option<Hash>) {
        self.kept.push(kept);
        self.computed.push(None);
    }

    /// Ends a full block: the root of its subtree, as far as it is known. `stored` is the root that
    /// is stored.
    pub(super) fn close(
        &mut self,
        stored: impl FnOnce() -> Result<Option<Hash>>,
        findings: &mut Findings,
    ) -> Result<Option<Hash>> {
        let kept = root(&self.kept);
        let mut known = kept;
        if !self.differing.is_empty() {
            let computed = root(&self.computed);
            let hashes_were_edited =
                computed.is_some() && computed != kept && stored()? == computed;
            if hashes_were_edited {
                known = computed;
            }
            self.report(hashes_were_edited, findings);
        }
        *self = Self::default();
        Ok(known)
    }

    /// Ends the last block of a ledger, over which there is no subtree yet: the hashes of its
    /// leaves.
    pub(super) fn rest(mut self, findings: &mut Findings) -> Vec<Hash> {
        self.report(false, findings);
        let kept_or_computed = self.kept.iter().zip(&self.computed);
        kept_or_computed.map(|(kept, computed)| kept.or(*computed).unwrap_or(NOTHING)).collect()
    }

    fn report(&mut self, hashes_were_edited: bool, findings: &mut Findings) {
        for Differing { index, job_id, leaf, kept, computed } in self.differing.drain(..) {
            let (what, stored, expected) = if hashes_were_edited {
                let what = "entry: column leaf_hash: is not that of the entry";
                (what, kept.map(|kept| kept.to_string()), Some(computed.to_string()))
            } else {
                let what = "entry: its values are not those that were recorded";
                (what, Some(leaf), kept.map(|kept| format!("a leaf with the hash {kept}")))
            };
            let finding = Finding::new(index, what).of_job(job_id);
            findings.add(Finding { stored, expected, ..finding });
        }
    }
}

/// Stands for the leaf of an entry that is missing.
const NOTHING: Hash = Hash::from_bytes([0; 32]);

/// The root over leaves that are all known.
fn root(leaves: &[Option<Hash>]) -> Option<Hash> {
    let mut edge = RightEdge::default();
    for leaf in leaves {
        edge.push((*leaf)?, |_, _| {});
    }
    Some(edge.root())
}
