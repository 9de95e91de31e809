//! The ledger's key and anchors at the start: nothing is appended before the ledger is seen to hold all that they vouch
//! for.
//!
//! ```text
//! anchors, key ─► check ─► passed ──────────────────────► notary: fills empty anchors
//!                   └────► a restore that was accepted ─► notary: records it, the anchors give up what was lost
//! ```

use std::path::PathBuf;
use std::sync::Arc;

use jobs_core::log::SigningKey;
use jobs_core::{Index, JobStore, UserId};
use jobs_notary::{
    Anchor, AnchorError, KeyFileError, NotarizedStore, Notary, Rollback, RollbackError, check,
    key_file,
};

use crate::config::Config;
use crate::data_dir::DataDir;

/// Why the ledger cannot be vouched for.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum NotarizeError {
    /// The key cannot be used.
    #[error("the ledger's key (--ledger-key, JOBS_LEDGER_KEY, --ledger-origin): {0}")]
    Key(#[from] KeyFileError),
    /// There is an anchor, and the key that signed it is gone.
    #[error(
        "{key}: is missing, and {anchor} was signed with it; put it back, or, if the ledger is to have a new key, move \
         that file away"
    )]
    KeyMissing {
        /// Where the key should be.
        key: PathBuf,
        /// What it signed.
        anchor: PathBuf,
    },
    /// An anchor cannot be used.
    #[error("--anchor-dir (JOBS_ANCHOR_DIR): {0}")]
    Anchor(#[from] AnchorError),
    /// The ledger is not what an anchor says.
    #[error(transparent)]
    Rollback(#[from] RollbackError),
    /// A restore was accepted, but of another size.
    #[error("--accept-restore {accepted} (JOBS_ACCEPT_RESTORE) is not this ledger: {found}")]
    OtherRestore {
        /// The size that was accepted.
        accepted: Index,
        /// What was found.
        found: RollbackError,
    },
    /// The ledger cannot be read, or the restore not recorded.
    #[error("the ledger in --data-dir: {0}")]
    Ledger(#[from] jobs_core::Error),
}

/// A ledger with its notary.
#[derive(Debug, Clone)]
pub(crate) struct Notarized {
    /// The ledger. Whatever is appended to it reaches the anchors.
    pub(crate) store: Arc<dyn JobStore>,
    pub(crate) notary: Arc<Notary>,
}

/// Checks the ledger in `store` against its anchors, and from then on keeps them up to date. Without a data directory
/// there are none, and the key is gone with the process.
pub(crate) async fn notarize(
    config: &Config,
    data_dir: Option<&DataDir>,
    store: Arc<dyn JobStore>,
) -> Result<Notarized, NotarizeError> {
    let (Key { key, is_new }, anchors) = match data_dir {
        Some(data_dir) => {
            let anchors = open_anchors(config, data_dir)?;
            (load_key(config, data_dir, &anchors)?, anchors)
        }
        None => {
            let key = key_file::generate(config.ledger_origin.clone())?;
            (Key { key, is_new: true }, Vec::new())
        }
    };
    // A new key has signed nothing, so that no anchor can know: the ledger may have been imported.
    let checked = if is_new { Ok(()) } else { check(&*store, key.verifier(), &anchors).await };
    let notary = match accepted(checked, config.accept_restore)? {
        None => Notary::start(key, store, anchors).await?,
        Some(rollback) => {
            let accepted = (&rollback, UserId::new("admin")?);
            let (notary, recorded) = Notary::start_restored(key, store, anchors, accepted).await?;
            let job_id = recorded.job_id();
            tracing::warn!(%job_id, missing = rollback.missing(), "a restore was accepted and recorded");
            notary
        }
    };
    let notary = Arc::new(notary);
    Ok(Notarized { store: Arc::new(NotarizedStore::new(Arc::clone(&notary))), notary })
}

fn open_anchors(config: &Config, data_dir: &DataDir) -> Result<Vec<Anchor>, AnchorError> {
    let mut directories = config.anchor_dir.clone();
    if directories.is_empty() {
        directories.push(data_dir.anchor());
    }
    let anchors: Vec<_> = directories.into_iter().map(Anchor::open).collect::<Result<_, _>>()?;
    for anchor in &anchors {
        tracing::info!("the newest checkpoint is kept in {}", anchor.file().display());
    }
    Ok(anchors)
}

/// The ledger's key, and whether it was made only now.
struct Key {
    key: SigningKey,
    is_new: bool,
}

fn load_key(config: &Config, data_dir: &DataDir, anchors: &[Anchor]) -> Result<Key, NotarizeError> {
    let path = config.ledger_key.clone().unwrap_or_else(|| data_dir.ledger_key());
    let is_new = key_file::load(&path)?.is_none();
    // A new key in the place of one that got lost would only be refused by the anchors.
    if is_new {
        for anchor in anchors {
            if anchor.read()?.is_some() {
                return Err(NotarizeError::KeyMissing { key: path, anchor: anchor.file() });
            }
        }
    }
    let key = key_file::load_or_create(&path, config.ledger_origin.clone())?;
    tracing::info!("{} signs for the ledger {}", path.display(), key.verifier().name());
    Ok(Key { key, is_new })
}

/// The rollback that is to be recorded and lived with, if there is one; an error when it was not accepted.
fn accepted(
    checked: Result<(), RollbackError>,
    accept: Option<Index>,
) -> Result<Option<Rollback>, NotarizeError> {
    match (checked, accept) {
        (Ok(()), None) => Ok(None),
        (Ok(()), Some(_)) => {
            tracing::warn!("--accept-restore: there is nothing to accept; leave it out");
            Ok(None)
        }
        (Err(RollbackError::Rollback(found)), Some(size)) if found.head.size() == size => {
            Ok(Some(*found))
        }
        (Err(found @ RollbackError::Rollback(_)), Some(accepted)) => {
            Err(NotarizeError::OtherRestore { accepted, found })
        }
        (Err(error), _) => Err(error.into()),
    }
}
