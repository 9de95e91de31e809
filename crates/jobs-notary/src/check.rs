//! The tripwire: whether a ledger still holds all that its anchors vouch for.

use std::path::PathBuf;

use jobs_core::log::{Checkpoint, VerifierKey};
use jobs_core::merkle::Hash;
use jobs_core::{Head, Index, JobStore, JobStoreExt, ProofError};

use crate::{Anchor, AnchorError};

/// What a ledger is missing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rollback {
    /// The anchor that knows better.
    pub anchor: PathBuf,
    /// What the ledger once was, signed by its key.
    pub checkpoint: Checkpoint,
    /// What it is now.
    pub head: Head,
}

impl Rollback {
    /// How many entries are certainly gone; 0 when there are as many as there were, but not the same ones.
    #[must_use]
    pub fn missing(&self) -> Index {
        self.checkpoint.size.saturating_sub(self.head.size())
    }
}

/// Why a ledger does not pass.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum RollbackError {
    /// The ledger is behind an anchor, or does not begin with what the anchor says.
    #[error("{}", explain(.0))]
    Rollback(Box<Rollback>),
    /// An anchor is signed by another key, or is another ledger's, or was edited.
    #[error(
        "the anchor {anchor}: {source}; if the ledger's key was replaced on purpose, move this file away"
    )]
    Unknown {
        /// The file.
        anchor: PathBuf,
        /// What is wrong with it.
        source: ProofError,
    },
    /// An anchor cannot be read.
    #[error(transparent)]
    Anchor(#[from] AnchorError),
    /// The ledger cannot be read.
    #[error(transparent)]
    Ledger(#[from] jobs_core::Error),
}

fn explain(rollback: &Rollback) -> String {
    let Rollback { anchor, checkpoint, head } = rollback;
    let (anchor, was, is) = (anchor.display(), checkpoint.size, head.size());
    let what = if was > is {
        format!(
            "this ledger once had {was} entries and now has {is}: an older copy was put in its place, or its end was cut off"
        )
    } else {
        format!(
            "this ledger does not begin with the {was} entries that it once had: something among them was removed or rewritten"
        )
    };
    format!(
        "{what} (says {anchor}). Put the newer database back; `jobctl verify` looks for the damage. Only if \
         this is a restore that you mean: start once with --accept-restore {is}, which records it in the ledger"
    )
}

/// Checks that the ledger in `store` begins with what each of `anchors` says. An anchor that is still empty
/// knows nothing, and passes.
///
/// # Errors
/// [`RollbackError`]. A rollback is reported only when every anchor could be read and is this ledger's, and by the
/// anchor that knows the largest ledger: whoever accepts it gives up no more than it says.
pub async fn check(
    store: &dyn JobStore,
    key: &VerifierKey,
    anchors: &[Anchor],
) -> Result<(), RollbackError> {
    let mut worst: Option<Rollback> = None;
    for anchor in anchors {
        let Some(signed) = anchor.read()? else { continue };
        let unknown = |source| RollbackError::Unknown { anchor: anchor.file(), source };
        let checkpoint = signed.verify(key).map_err(unknown)?;
        let head = store.head().await?;
        if !extends(store, &head, checkpoint.size, &checkpoint.root).await? {
            let checkpoint = checkpoint.clone();
            if worst.as_ref().is_none_or(|worst| worst.checkpoint.size < checkpoint.size) {
                worst = Some(Rollback { anchor: anchor.file(), checkpoint, head });
            }
        }
    }
    worst.map_or(Ok(()), |worst| Err(RollbackError::Rollback(Box::new(worst))))
}

/// Whether the ledger begins with the `size` entries that have the root `root`.
async fn extends(
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
