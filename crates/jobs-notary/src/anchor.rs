//! An anchor: a directory outside the database that holds the ledger's newest checkpoint.
//!
//! It only moves forward, whichever of several processes writes it: what it holds is read, compared
//! and replaced under a lock, and the ledger must prove that it continues it.

use std::fs::{File, TryLockError};
use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

use jobs_core::log::{Checkpoint, SignedCheckpoint};
use jobs_core::{Index, ProofError, plural};
use jobs_files::{directory, lock_file, whole_file};

use crate::rollback::{Rollback, extends};
use crate::signer::Signer;

/// The file in the directory.
const FILE: &str = "checkpoint";

/// The most bytes of a checkpoint with a few signatures: 64 KiB.
const BYTES_MAX: u64 = 64 << 10;

/// The file that the writer has locked.
const LOCK: &str = "checkpoint.lock";

/// How often the lock is tried: for two seconds in all, a hundred times as long as writing takes.
const LOCK_TRIES: u32 = 100;
const LOCK_PAUSE: Duration = Duration::from_millis(20);

/// Why an anchor cannot be used.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum AnchorError {
    /// It cannot be read or written.
    #[error("the anchor {path}: {source}")]
    Io {
        /// The file or directory.
        path: PathBuf,
        /// Why.
        source: io::Error,
    },
    /// It holds something else than a checkpoint.
    #[error("the anchor {path} is damaged, for it holds no checkpoint of the ledger: {source}")]
    Malformed {
        /// The file.
        path: PathBuf,
        /// What is wrong with it.
        source: ProofError,
    },
    /// It holds a checkpoint of entries that the ledger does not have.
    #[error(
        "the anchor {path}: holds a checkpoint of {} with which the ledger does not begin; it is left as it is. Restart the \
         server, which says how to go on",
        plural(.size, "entry", "entries")
    )]
    Contradicts {
        /// The file.
        path: PathBuf,
        /// How many entries its checkpoint is of.
        size: Index,
    },
    /// The ledger cannot be read.
    #[error(transparent)]
    Ledger(#[from] jobs_core::Error),
}

/// Where a copy of the newest checkpoint is kept. One directory serves one ledger.
#[derive(Debug, Clone)]
pub struct Anchor {
    directory: PathBuf,
}

impl Anchor {
    /// The anchor in `directory`, which a notary makes if need be.
    ///
    /// # Errors
    /// [`AnchorError::Io`] when nothing can be written there: it could never get a checkpoint, or a
    /// newer one.
    pub fn open(directory: impl Into<PathBuf>) -> Result<Self, AnchorError> {
        let anchor = Self::at(directory);
        let failed = |path: &Path, source| AnchorError::Io { path: path.into(), source };
        let at = &anchor.directory;
        directory::check(at).map_err(|source| failed(at, source))?;
        let lock = anchor.lock_file();
        lock_file::check(&lock).map_err(|source| failed(&lock, source))?;
        Ok(anchor)
    }

    /// Makes the directory. Only once, at the start: a directory that is gone later may be a disk
    /// that is no longer mounted.
    pub(crate) fn make(&self) -> Result<(), AnchorError> {
        directory::make(&self.directory)
            .map_err(|source| AnchorError::Io { path: self.directory.clone(), source })
    }

    /// The anchor in `directory`, for reading only.
    #[must_use]
    pub fn at(directory: impl Into<PathBuf>) -> Self {
        Self { directory: directory.into() }
    }

    /// The file that holds the checkpoint.
    #[must_use]
    pub fn file(&self) -> PathBuf {
        self.directory.join(FILE)
    }

    /// The file that the writer has locked. If it exists, there was a checkpoint, although there
    /// may be none now: it is made before the first one and stays.
    #[must_use]
    pub fn lock_file(&self) -> PathBuf {
        self.directory.join(LOCK)
    }

    /// The checkpoint, its signature not checked; `None` when there is none yet.
    ///
    /// # Errors
    /// [`AnchorError`].
    pub fn read(&self) -> Result<Option<SignedCheckpoint>, AnchorError> {
        let path = self.file();
        let text = match whole_file::read(&path, BYTES_MAX) {
            Ok(text) => text,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            Err(error) if error.kind() == io::ErrorKind::InvalidData => {
                let source =
                    ProofError::Malformed { what: "note", reason: "is not text, or is too long" };
                return Err(AnchorError::Malformed { path, source });
            }
            Err(source) => return Err(AnchorError::Io { path, source }),
        };
        text.parse().map(Some).map_err(|source| AnchorError::Malformed { path, source })
    }

    /// Moves on to `newest`, a checkpoint of the ledger that `signer` signs for, unless it already
    /// holds a later one: another process may have appended more. After a crash one or the other is
    /// there, whole.
    pub(crate) async fn advance(
        &self,
        newest: &SignedCheckpoint,
        signer: &Signer,
    ) -> Result<(), AnchorError> {
        let _lock = self.lock()?;
        if let Some(held) = self.held(signer)? {
            let store = &**signer.store();
            let path = self.file();
            let head = store.head().await?;
            if !extends(store, &head, held.size, &held.root).await? {
                return Err(AnchorError::Contradicts { path, size: held.size });
            }
            if held.size >= newest.unverified().size {
                return Ok(());
            }
        }
        self.replace(newest)
    }

    /// Replaces its checkpoint by `newest`, if it holds no more than was accepted as lost.
    pub(crate) fn give_up(
        &self,
        accepted: &Rollback,
        newest: &SignedCheckpoint,
        signer: &Signer,
    ) -> Result<(), AnchorError> {
        let _lock = self.lock()?;
        let lost = accepted.checkpoint.as_ref().map_or(0, |checkpoint| checkpoint.size);
        match self.held(signer)? {
            // It was already replaced before the process that did this for all anchors was killed.
            Some(held) if held == *newest.unverified() => Ok(()),
            Some(held) if held.size > lost => {
                Err(AnchorError::Contradicts { path: self.file(), size: held.size })
            }
            _ => self.replace(newest),
        }
    }

    /// What it says, if the ledger's key has signed it.
    fn held(&self, signer: &Signer) -> Result<Option<Checkpoint>, AnchorError> {
        let Some(held) = self.read()? else { return Ok(None) };
        let malformed = |source| AnchorError::Malformed { path: self.file(), source };
        held.verify(signer.key().verifier()).map(|held| Some(held.clone())).map_err(malformed)
    }

    fn replace(&self, newest: &SignedCheckpoint) -> Result<(), AnchorError> {
        let path = self.file();
        whole_file::replace(&path, newest.to_string().as_bytes())
            .map_err(|source| AnchorError::Io { path, source })
    }

    /// Keeps other processes from writing until the returned file is dropped. A separate file is
    /// locked, as the one that holds the checkpoint is replaced. It stays, since two processes
    /// could hold the lock if it were removed.
    fn lock(&self) -> Result<File, AnchorError> {
        let path = self.lock_file();
        let failed = |source| AnchorError::Io { path: path.clone(), source };
        let file = lock_file::open(&path).map_err(failed)?;
        for _ in 0..LOCK_TRIES {
            match file.try_lock() {
                Ok(()) => return Ok(file),
                Err(TryLockError::WouldBlock) => std::thread::sleep(LOCK_PAUSE),
                Err(TryLockError::Error(source)) => return Err(failed(source)),
            }
        }
        Err(failed(io::Error::new(
            io::ErrorKind::WouldBlock,
            "another process has been writing there for two seconds",
        )))
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use jobs_core::log::{Origin, SigningKey};
    use jobs_core::{
        ActionCode, ActionName, Cid, CustomerSet, JobStore as _, JobStoreExt as _, MemoryStore,
        NewJob, UserId,
    };

    use super::*;

    async fn append(store: &MemoryStore) {
        let user = UserId::new("vijay").unwrap();
        let action = ActionName::new("x").unwrap();
        let customers = CustomerSet::new([Cid::new("5001").unwrap()]).unwrap();
        let job = NewJob::new(user, ActionCode::new(1).unwrap(), action, customers).unwrap();
        store.create(job).await.unwrap();
    }

    async fn signer(store: &Arc<MemoryStore>) -> Signer {
        let key = SigningKey::from_seed(Origin::new("ledger.test").unwrap(), &[9; 32]);
        Signer::new(key, Arc::clone(store) as _, store.head().await.unwrap())
    }

    /// A process that was held up between signing and writing does not overwrite what others have
    /// written since.
    #[tokio::test]
    async fn what_was_signed_before_others_wrote_is_not_written_over_it() {
        let folder = tempfile::tempdir().unwrap();
        let store = Arc::new(MemoryStore::default());
        let anchor = Anchor::open(folder.path()).unwrap();
        let signer = signer(&store).await;
        append(&store).await;
        let early = signer.newest().await.unwrap();
        append(&store).await;
        let late = signer.newest().await.unwrap();
        anchor.advance(&late, &signer).await.unwrap();
        anchor.advance(&early, &signer).await.unwrap();
        assert_eq!(anchor.read().unwrap().unwrap(), late);
    }

    /// Only one process at a time reads, compares and writes.
    #[tokio::test]
    async fn nothing_is_written_while_another_process_may_be_writing() {
        let folder = tempfile::tempdir().unwrap();
        let store = Arc::new(MemoryStore::default());
        let anchor = Anchor::open(folder.path()).unwrap();
        let signer = signer(&store).await;
        let newest = signer.newest().await.unwrap();
        let accepted = Rollback {
            origin: signer.key().verifier().name().clone(),
            anchors: Vec::new(),
            checkpoint: None,
            head: store.head().await.unwrap(),
        };
        let lock = anchor.lock().unwrap();
        let refused = [
            anchor.advance(&newest, &signer).await.unwrap_err(),
            anchor.give_up(&accepted, &newest, &signer).unwrap_err(),
        ];
        for error in refused {
            assert!(error.to_string().contains("another process has been writing"), "{error}");
        }
        assert!(anchor.read().unwrap().is_none());
        drop(lock);
        anchor.advance(&newest, &signer).await.unwrap();
        assert_eq!(anchor.read().unwrap(), Some(newest));
    }
}
