//! Checks whether a ledger still holds all that its anchors vouch for.

use std::path::PathBuf;

use jobs_core::log::{Checkpoint, VerifierKey};
use jobs_core::{Head, JobStore, ProofError, plural};

use crate::anchor::{Anchor, AnchorError};
use crate::rollback::{Rollback, extends};

/// Why a ledger does not pass.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum RollbackError {
    /// The ledger is behind an anchor, or does not begin with what the anchor says; or all anchors
    /// are empty.
    #[error("{}", explain(.0))]
    Rollback(Box<Rollback>),
    /// An anchor is signed by another key, or is another ledger's, or was edited.
    #[error(
        "the anchor {anchor}: {source}; if the ledger's key was replaced on purpose, move this file away, and the next \
         start says how to go on"
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
    /// The thread for the anchors cannot be started.
    #[error("the thread that writes the anchors: {0}")]
    Thread(std::io::Error),
}

fn explain(rollback: &Rollback) -> String {
    let Rollback { anchors, checkpoint, head, .. } = rollback;
    let anchors: Vec<_> = anchors.iter().map(|anchor| anchor.display().to_string()).collect();
    let anchors = anchors.join(", ");
    let is = head.size();
    let entries = |count| plural(count, "entry", "entries");
    let Some(was) = checkpoint.as_ref().map(|checkpoint| checkpoint.size) else {
        return format!(
            "this ledger has {}, and its anchors, which had a checkpoint of it, are empty or gone ({anchors}): \
             entries may have been cut off along with it. Put the file back, or name the directory that has it \
             with --anchor-dir; if the ledger is another one, correct --data-dir. Only if it is lost for good: compare the ledger with a checkpoint that somebody else holds \
             (`jobctl verify --against`), and start once with --accept-restore {is}, which records it in the ledger",
            entries(is)
        );
    };
    let what = if was > is {
        format!(
            "this ledger once had {} and now has {is}: an older copy was put in its place, or its end was cut off",
            entries(was)
        )
    } else {
        format!(
            "this ledger does not begin with the {} that it once had: something among them was removed or rewritten",
            entries(was)
        )
    };
    format!(
        "{what} (says {anchors}). Put the newer database back; `jobctl verify` looks for the damage. Only if \
         this is a restore that you mean: start once with --accept-restore {is}, which records it in the ledger"
    )
}

/// Checks that the ledger in `store` begins with what each of `anchors` says. An empty anchor
/// passes beside one that holds a checkpoint. If all are empty, somebody has removed their
/// checkpoints, and perhaps the ledger's entries with them.
///
/// Do not call it for a [new](crate::KeyFile::New) key, whose anchors may lack their first
/// checkpoint.
///
/// # Errors
/// [`RollbackError`]. A rollback is reported only when every anchor could be read and is this
/// ledger's, and for the anchor with the largest checkpoint: an operator who accepts it gives up no
/// more than it says.
pub async fn check(
    store: &dyn JobStore,
    key: &VerifierKey,
    anchors: &[Anchor],
) -> Result<(), RollbackError> {
    let nobody_knows =
        |vouched: &Vouched| !anchors.is_empty() && vouched.empty.len() == anchors.len();
    let mut found = vouched(store, key, anchors).await?;
    if nobody_knows(&found) {
        // Another process may have begun the ledger after the anchors were read: it wrote to them
        // before it appended.
        found = vouched(store, key, anchors).await?;
    }
    if !nobody_knows(&found) {
        return Ok(());
    }
    let Vouched { head, empty } = found;
    let origin = key.name().clone();
    let anchors = empty;
    let checkpoint = None;
    Err(RollbackError::Rollback(Box::new(Rollback { origin, anchors, checkpoint, head })))
}

/// What the anchors that are not empty agree on.
pub(crate) struct Vouched {
    /// The ledger's head, which continues what each of them says.
    pub(crate) head: Head,
    /// The files that are not there.
    empty: Vec<PathBuf>,
}

/// Compares the ledger with every anchor that is not empty.
pub(crate) async fn vouched(
    store: &dyn JobStore,
    key: &VerifierKey,
    anchors: &[Anchor],
) -> Result<Vouched, RollbackError> {
    let mut known = Vec::new();
    let mut empty = Vec::new();
    for anchor in anchors {
        match anchor.read()? {
            None => empty.push(anchor.file()),
            Some(signed) => {
                let unknown = |source| RollbackError::Unknown { anchor: anchor.file(), source };
                known.push((anchor.file(), signed.verify(key).map_err(unknown)?.clone()));
            }
        }
    }
    // Read after the anchors: another process may append, and move them, in the meantime.
    let head = store.head().await?;
    let mut worst: Option<(PathBuf, Checkpoint)> = None;
    for (anchor, checkpoint) in known {
        let differs = !extends(store, &head, checkpoint.size, &checkpoint.root).await?;
        if differs && worst.as_ref().is_none_or(|(_, known)| known.size < checkpoint.size) {
            worst = Some((anchor, checkpoint));
        }
    }
    let Some((anchor, checkpoint)) = worst else { return Ok(Vouched { head, empty }) };
    let origin = key.name().clone();
    let anchors = vec![anchor];
    let checkpoint = Some(checkpoint);
    Err(RollbackError::Rollback(Box::new(Rollback { origin, anchors, checkpoint, head })))
}
