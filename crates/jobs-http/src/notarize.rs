//! The ledger's key and anchors at the start: nothing is appended before the ledger is known to
//! have everything that they vouch for.
//!
//! ```text
//! anchors, key ─► check ─► passed ──────────────────────► key, as new ─► notary: fills empty anchors ─► key, complete
//!                   └────► a restore that was accepted ─► notary: records it, the anchors give up what was lost
//! ```
//!
//! A new key belongs to a start that was cut short, and its anchors may lack their first
//! checkpoint: the start continues. For a complete key there must be an anchor that knows the
//! ledger.

use std::path::PathBuf;
use std::sync::Arc;

use jobs_auth::security::{Details, Event, record};
use jobs_core::log::SigningKey;
use jobs_core::{Head, Index, JobStore, UserId};
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
    /// There is an anchor, but the key that signed it is gone.
    #[error(
        "{key}: is missing, but {anchor} was signed with it. Put the key back (or name it with --ledger-key). If the ledger \
         is to have a new key, move the anchor's file away, and the next start says how to continue"
    )]
    KeyMissing {
        /// Where the key should be.
        key: PathBuf,
        /// What it signed.
        anchor: PathBuf,
    },
    /// The ledger had a key, but everything that could vouch for it is gone.
    #[error(
        "{key}: is missing, and so are the anchors of this ledger, which has {} and had a key. Somebody who removed them \
         could have removed entries as well. Put the key and an anchor back (or name them with --ledger-key and \
         --anchor-dir). Only if they are lost for good, start once with --accept-restore {size}, which makes a new key and \
         records it in the ledger",
        entries(*.size)
    )]
    KeyRemoved {
        /// Where the key should be.
        key: PathBuf,
        /// How many entries there are.
        size: Index,
    },
    /// There was a ledger, but it is gone with everything that could vouch for it.
    #[error(
        "{data_dir}: the ledger that was here is gone, with its key and its anchors: {} of a server that has run here. Correct \
         --data-dir (JOBS_DATA_DIR), or put jobs.db, the key and an anchor back (or name them with --ledger-key and \
         --anchor-dir). Only if they are lost for good, start once with --accept-restore 0, which makes a new ledger and records \
         in it that the previous one was lost",
        remain(.traces)
    )]
    LedgerGone {
        /// The directory.
        data_dir: PathBuf,
        /// What is left.
        traces: Vec<PathBuf>,
    },
    /// A restore was accepted where there is no ledger.
    #[error(
        "--accept-restore {accepted} (JOBS_ACCEPT_RESTORE): there is no ledger in {data_dir}, and no sign that there ever was one; \
         correct --data-dir (JOBS_DATA_DIR), or leave the setting out to begin a new ledger there"
    )]
    NothingRestored {
        /// The size that was accepted.
        accepted: Index,
        /// The directory.
        data_dir: PathBuf,
    },
    /// A restore was accepted, but the ledger has another size.
    #[error(
        "--accept-restore {accepted} (JOBS_ACCEPT_RESTORE): the ledger in {data_dir} has {}; correct --data-dir (JOBS_DATA_DIR), \
         or write --accept-restore {size} if this is the ledger that you mean",
        entries(*.size)
    )]
    OtherSize {
        /// The size that was accepted.
        accepted: Index,
        /// The directory.
        data_dir: PathBuf,
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
    #[error(
        "--accept-restore {accepted} (JOBS_ACCEPT_RESTORE) is not the size of this ledger: {found}"
    )]
    OtherRestore {
        /// The size that was accepted.
        accepted: Index,
        /// What was found.
        found: RollbackError,
    },
    /// The ledger cannot be read, or the restore cannot be recorded.
    #[error("the ledger in --data-dir: {0}")]
    Ledger(#[from] jobs_core::Error),
}

/// Which files remain.
fn remain(files: &[PathBuf]) -> String {
    let files: Vec<_> = files.iter().map(|file| file.display().to_string()).collect();
    format!("{} {}", files.join(", "), if files.len() == 1 { "remains" } else { "remain" })
}

/// A ledger with its notary.
#[derive(Debug, Clone)]
pub(crate) struct Notarized {
    /// The ledger. Everything that is appended to it reaches the anchors.
    pub(crate) store: Arc<dyn JobStore>,
    pub(crate) notary: Arc<Notary>,
}

/// A number of entries, formatted for people.
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

/// Signs for a ledger that exists only in this process: its key is lost with it.
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
    /// Only in memory.
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
    data_dir: PathBuf,
    /// Other files that show that the ledger had a key.
    traces: Vec<PathBuf>,
    accept: Option<Index>,
}

impl Vouchers {
    /// Opens the anchors and reads the key. Creates nothing, but checks that the missing files can
    /// be created.
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
        if state == KeyState::Generated && config.ledger_key.is_some() {
            key_file::check_creation(&key_path)?;
        }
        let mut traces = data_dir.traces();
        traces.extend(anchors.iter().map(Anchor::lock_file).filter(|lock| lock.exists()));
        let data_dir = data_dir.path().to_owned();
        let accept = config.accept_restore;
        Ok(Self { key_path, key, state, anchors, data_dir, traces, accept })
    }

    /// Whether no start has completed the key.
    pub(crate) fn are_new(&self) -> bool {
        self.state != KeyState::Complete
    }

    /// Checks the ledger in `store`, and changes nothing. Returns the rollback that was accepted
    /// and is to be recorded, if there is one.
    pub(crate) async fn check(
        &self,
        store: &dyn JobStore,
    ) -> Result<Option<Rollback>, NotarizeError> {
        match self.state {
            // The notary checks whether the anchors that are already filled know this ledger.
            KeyState::New => self.check_with_new_key(store).await,
            KeyState::Complete => {
                let checked = check(store, self.key.verifier(), &self.anchors).await;
                accepted(store, checked, self.accept).await
            }
            KeyState::Generated => self.check_without_key(store).await,
        }
    }

    /// The rollback of a ledger if nothing shows what it once was.
    fn unknown(&self, head: Head) -> Rollback {
        let anchors = self.anchors.iter().map(Anchor::file).collect();
        let origin = self.key.verifier().name().clone();
        Rollback { origin, anchors, checkpoint: None, head }
    }

    /// The previous start was cut short, perhaps after it had recorded the restore that it was to
    /// accept.
    async fn check_with_new_key(
        &self,
        store: &dyn JobStore,
    ) -> Result<Option<Rollback>, NotarizeError> {
        let Some(accepted) = self.accept else { return Ok(None) };
        let rollback = self.unknown(store.head().await?);
        let size = rollback.head.size();
        let data_dir = self.data_dir.clone();
        if size == accepted || recorded_at(store, &rollback).await? == Some(accepted) {
            return Ok(Some(rollback));
        }
        Err(NotarizeError::OtherSize { accepted, data_dir, size })
    }

    /// An imported ledger has no key before its first start. If a server has signed for it, it had
    /// one.
    async fn check_without_key(
        &self,
        store: &dyn JobStore,
    ) -> Result<Option<Rollback>, NotarizeError> {
        for anchor in &self.anchors {
            if anchor.read()?.is_some() {
                let key = self.key_path.clone();
                let anchor = anchor.file();
                return Err(NotarizeError::KeyMissing { key, anchor });
            }
        }
        let head = store.head().await?;
        let size = head.size();
        let had_one = !self.traces.is_empty();
        let data_dir = self.data_dir.clone();
        match self.accept {
            None if !had_one => Ok(None),
            Some(accepted) if size == 0 && !had_one => {
                Err(NotarizeError::NothingRestored { accepted, data_dir })
            }
            Some(accepted) if accepted == size => Ok(Some(self.unknown(head))),
            _ if size == 0 => {
                Err(NotarizeError::LedgerGone { data_dir, traces: self.traces.clone() })
            }
            Some(accepted) if !had_one => {
                Err(NotarizeError::OtherSize { accepted, data_dir, size })
            }
            _ => Err(NotarizeError::KeyRemoved { key: self.key_path.clone(), size }),
        }
    }

    /// Stores the key of a ledger that has none, before it signs anything.
    pub(crate) fn keep_key(&self) -> Result<(), NotarizeError> {
        if self.state == KeyState::Generated {
            key_file::create(&self.key_path, &self.key)?;
        }
        Ok(())
    }

    /// Starts to sign for the ledger in `store`, which was checked, and to keep the anchors up to
    /// date.
    pub(crate) async fn notarize(
        self,
        store: Arc<dyn JobStore>,
        accepted: Option<Rollback>,
    ) -> Result<Notarized, NotarizeError> {
        let Self { key_path, key, anchors, .. } = self;
        for anchor in &anchors {
            tracing::info!("the newest checkpoint is kept in {}", anchor.file().display());
        }
        let name = key.verifier().name().clone();
        let notary = match accepted {
            None => Notary::start(key, store, anchors).await?,
            Some(rollback) => {
                let accepted = (&rollback, UserId::new(UserId::PROGRAMS[1])?);
                let (notary, recorded) =
                    Notary::start_restored(key, store, anchors, accepted).await?;
                let job_id = recorded.map(|recorded| recorded.job_id().to_string());
                let job_id = job_id.as_deref().unwrap_or("recorded before");
                let size = rollback.head.size();
                let missing = rollback.missing();
                let reason =
                    format!("{}, {} missing; job {job_id}", entries(size), entries(missing));
                record(
                    Event::RestoreAccepted,
                    &Details { reason: Some(&reason), ..Details::default() },
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
    directories.into_iter().map(Anchor::open).collect()
}

/// The rollback that was accepted and is to be recorded, if there is one; an error if it was not
/// accepted.
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
