//! The ledger's key and anchors at the start: nothing is appended before the ledger is seen to hold all that they vouch
//! for.
//!
//! ```text
//! anchors, key ─► check ─► passed ──────────────────────► key, as new ─► notary: fills empty anchors ─► key, complete
//!                   └────► a restore that was accepted ─► notary: records it, the anchors give up what was lost
//! ```
//!
//! A key that is new belongs to a start that was cut short: it goes on, as its anchors may lack their first checkpoint. A
//! key that is complete must have an anchor that knows the ledger.

use std::path::PathBuf;
use std::sync::Arc;

use jobs_core::log::SigningKey;
use jobs_core::{Index, JobStore, UserId};
use jobs_notary::{
    Anchor, AnchorError, KeyFile, KeyFileError, NotarizedStore, Notary, Rollback, RollbackError,
    check, key_file, recorded_at,
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
        "{key}: is missing, and {anchor} was signed with it; put it back (or name it with --ledger-key), or, if the ledger is to \
         have a new key, move that file away, and the next start says how to go on"
    )]
    KeyMissing {
        /// Where the key should be.
        key: PathBuf,
        /// What it signed.
        anchor: PathBuf,
    },
    /// The ledger had a key, and whatever could vouch for it is gone.
    #[error(
        "{key}: is missing, and so are the anchors of this ledger, which has {} and had a key: whoever removed \
         them could have cut off entries as well. Put the key and an anchor back (or name them with --ledger-key and \
         --anchor-dir). Only if they are lost for good: start once with --accept-restore {size}, which makes a new key and \
         records it in the ledger",
        entries(*.size)
    )]
    KeyRemoved {
        /// Where the key should be.
        key: PathBuf,
        /// How many entries there are.
        size: Index,
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

/// A number of entries, for people.
pub(crate) fn entries(count: Index) -> String {
    let digits = count.to_string();
    let mut grouped = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    format!("{grouped} {}", if count == 1 { "entry" } else { "entries" })
}

/// Signs for a ledger that nothing outside this process knows: its key is gone with it.
pub(crate) async fn in_memory(
    config: &Config,
    store: Arc<dyn JobStore>,
) -> Result<Notarized, NotarizeError> {
    let key = key_file::generate(config.ledger_origin.clone())?;
    Ok(notarized(Notary::start(key, store, Vec::new()).await?))
}

fn notarized(notary: Notary) -> Notarized {
    let notary = Arc::new(notary);
    Notarized { store: Arc::new(NotarizedStore::new(Arc::clone(&notary))), notary }
}

/// How far the key has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum KeyState {
    /// In memory alone.
    Generated,
    /// In its file, and the anchors may lack their first checkpoint.
    New,
    /// In its file, and the anchors had a checkpoint.
    Complete,
}

/// What vouches for the ledger of a data directory.
pub(crate) struct Vouchers {
    key_path: PathBuf,
    key: SigningKey,
    state: KeyState,
    anchors: Vec<Anchor>,
    /// Made by every server, after the ledger's key.
    session_key: PathBuf,
    accept: Option<Index>,
}

impl Vouchers {
    /// Opens the anchors and reads the key; makes none.
    pub(crate) fn open(config: &Config, data_dir: &DataDir) -> Result<Self, NotarizeError> {
        let anchors = open_anchors(config, data_dir)?;
        let key_path = config.ledger_key.clone().unwrap_or_else(|| data_dir.ledger_key());
        let origin = config.ledger_origin.as_ref();
        let (key, state) = match key_file::read(&key_path)? {
            KeyFile::Complete(key) => (key, KeyState::Complete),
            KeyFile::New(key) => (key, KeyState::New),
            KeyFile::Missing => (key_file::generate(origin.cloned())?, KeyState::Generated),
        };
        key_file::check_origin(&key_path, &key, origin)?;
        let (session_key, accept) = (data_dir.session_key(), config.accept_restore);
        Ok(Self { key_path, key, state, anchors, session_key, accept })
    }

    /// Whether no start has completed the key.
    pub(crate) fn are_new(&self) -> bool {
        self.state != KeyState::Complete
    }

    /// Checks the ledger in `store`, and changes nothing. Gives the rollback that is to be recorded and lived with, if there
    /// is one.
    pub(crate) async fn check(
        &self,
        store: &dyn JobStore,
    ) -> Result<Option<Rollback>, NotarizeError> {
        match self.state {
            // Whether the anchors that are filled already know this ledger is for the notary to say.
            KeyState::New => self.nobody_knows(store).await,
            KeyState::Complete => {
                let checked = check(store, self.key.verifier(), &self.anchors).await;
                accepted(store, checked, self.accept).await
            }
            KeyState::Generated => self.check_without_key(store).await,
        }
    }

    /// A restore that was accepted although nothing says what was lost.
    async fn nobody_knows(&self, store: &dyn JobStore) -> Result<Option<Rollback>, NotarizeError> {
        let head = store.head().await?;
        let anchors = self.anchors.iter().map(Anchor::file).collect();
        let origin = self.key.verifier().name().clone();
        let is_accepted = head.size() > 0 && self.accept == Some(head.size());
        Ok(is_accepted.then_some(Rollback { origin, anchors, checkpoint: None, head }))
    }

    /// An imported ledger has no key before its first start. One that a server has signed for had one.
    async fn check_without_key(
        &self,
        store: &dyn JobStore,
    ) -> Result<Option<Rollback>, NotarizeError> {
        for anchor in &self.anchors {
            if anchor.read()?.is_some() {
                let (key, anchor) = (self.key_path.clone(), anchor.file());
                return Err(NotarizeError::KeyMissing { key, anchor });
            }
        }
        let size = store.head().await?.size();
        let had_one = self.session_key.exists() || self.anchors.iter().any(Anchor::was_written);
        if size == 0 || !had_one {
            return Ok(None);
        }
        let accepted = self.nobody_knows(store).await?;
        let removed = || NotarizeError::KeyRemoved { key: self.key_path.clone(), size };
        accepted.ok_or_else(removed).map(Some)
    }

    /// Keeps the key of a ledger that has none, before there is a ledger that it signs for.
    pub(crate) fn keep_key(&self) -> Result<(), NotarizeError> {
        if self.state == KeyState::Generated {
            key_file::create(&self.key_path, &self.key)?;
        }
        Ok(())
    }

    /// Signs from now on for the ledger in `store`, which was checked, and keeps the anchors up to date.
    pub(crate) async fn notarize(
        self,
        store: Arc<dyn JobStore>,
        accepted: Option<Rollback>,
    ) -> Result<Notarized, NotarizeError> {
        let Self { key_path, key, anchors, .. } = self;
        let name = key.verifier().name().clone();
        let notary = match accepted {
            None => Notary::start(key, store, anchors).await?,
            Some(rollback) => {
                let accepted = (&rollback, UserId::new("admin")?);
                let (notary, recorded) =
                    Notary::start_restored(key, store, anchors, accepted).await?;
                let job_id = recorded.map(|recorded| recorded.job_id().to_string());
                tracing::warn!(
                    job_id,
                    missing = rollback.missing(),
                    "a restore was accepted and recorded"
                );
                notary
            }
        };
        key_file::complete(&key_path)?;
        tracing::info!("{} signs for the ledger {name}", key_path.display());
        Ok(notarized(notary))
    }
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

/// The rollback that is to be recorded and lived with, if there is one; an error when it was not accepted.
async fn accepted(
    store: &dyn JobStore,
    checked: Result<(), RollbackError>,
    accept: Option<Index>,
) -> Result<Option<Rollback>, NotarizeError> {
    match (checked, accept) {
        (Ok(()), None) => Ok(None),
        (Ok(()), Some(_)) => {
            tracing::warn!("--accept-restore: there is nothing to accept; leave it out");
            Ok(None)
        }
        (Err(RollbackError::Rollback(found)), Some(size))
            if found.head.size() == size || recorded_at(store, &found).await? == Some(size) =>
        {
            Ok(Some(*found))
        }
        (Err(found @ RollbackError::Rollback(_)), Some(accepted)) => {
            Err(NotarizeError::OtherRestore { accepted, found })
        }
        (Err(error), _) => Err(error.into()),
    }
}

#[cfg(test)]
mod tests {
    use super::entries;

    #[test]
    fn numbers_of_entries_are_grouped_and_one_is_singular() {
        let texts = [0, 1, 2, 999, 1000, 1234, 12345, 1234567].map(entries);
        let expected = [
            "0 entries",
            "1 entry",
            "2 entries",
            "999 entries",
            "1,000 entries",
            "1,234 entries",
            "12,345 entries",
            "1,234,567 entries",
        ];
        assert_eq!(texts, expected);
    }
}
