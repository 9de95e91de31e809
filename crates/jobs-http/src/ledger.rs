//! The ledger of a server: read, checked against its anchors, and only then opened for writing.
//!
//! ```text
//! key, anchors ─► existing file, read-only ─► check ─► refused: its bytes are as they were
//!                                               └────► opened for writing ─► notary
//! ```

use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use jobs_core::{Index, JobStore, MemoryStore};
use jobs_sqlite::SqliteStore;

use crate::config::Config;
use crate::data_dir::DataDir;
use crate::notarize::{self, NotarizeError, Notarized, Vouchers, entries};

/// An open ledger.
#[derive(Debug)]
pub(crate) struct Ledger {
    /// What is closed in the end.
    sqlite: Option<Arc<SqliteStore>>,
    pub(crate) notarized: Notarized,
    pub(crate) found: Found,
}

/// What the start found, so that a wrong ledger is noticed.
#[derive(Debug, Clone)]
pub(crate) enum Found {
    InMemory,
    /// It and its key were created now.
    NewLedger(PathBuf),
    /// The ledger existed, with so many entries, and its key was created now.
    NewKey(PathBuf, Index),
    /// Both existed.
    Both(PathBuf, Index),
}

impl fmt::Display for Found {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::InMemory => {
                f.write_str("a ledger in memory, which is lost when this process ends")
            }
            Self::NewLedger(path) => write!(f, "made a NEW ledger: {}", path.display()),
            Self::NewKey(path, size) => {
                write!(f, "made a NEW key for a ledger of {}: {}", entries(*size), path.display())
            }
            Self::Both(path, size) => {
                write!(f, "opened a ledger of {}: {}", entries(*size), path.display())
            }
        }
    }
}

impl Ledger {
    pub(crate) async fn open(
        config: &Config,
        data_dir: Option<&DataDir>,
    ) -> Result<Self, NotarizeError> {
        let ledger = match data_dir {
            Some(data_dir) => Self::open_file(config, data_dir).await?,
            None => {
                let notarized = notarize::in_memory(config, Arc::<MemoryStore>::default()).await?;
                Self { sqlite: None, notarized, found: Found::InMemory }
            }
        };
        ledger.found.tell();
        Ok(ledger)
    }

    /// Checks the existing ledger, before a file is created.
    pub(crate) async fn check(config: &Config, data_dir: &DataDir) -> Result<(), NotarizeError> {
        let vouchers = Vouchers::open(config, data_dir)?;
        match look(&data_dir.jobs_db())? {
            Some(store) => vouchers.check(&*store).await.map(drop),
            None => Ok(()),
        }
    }

    async fn open_file(config: &Config, data_dir: &DataDir) -> Result<Self, NotarizeError> {
        let path = data_dir.jobs_db();
        let vouchers = Vouchers::open(config, data_dir)?;
        let is_there = SqliteStore::is_at(&path)?;
        let (store, accepted) = if let Some(store) = look(&path)? {
            let accepted = vouchers.check(&*store).await?;
            drop(store);
            vouchers.keep_key()?;
            (Arc::new(SqliteStore::open(&path)?), accepted)
        } else {
            let store = Arc::new(SqliteStore::open(&path)?);
            let accepted = vouchers.check(&*store).await?;
            vouchers.keep_key()?;
            (store, accepted)
        };
        let size = store.head().await?.size();
        let found = match (is_there, vouchers.are_new()) {
            (false, _) | (true, true) if size == 0 => Found::NewLedger(path),
            (_, true) => Found::NewKey(path, size),
            _ => Found::Both(path, size),
        };
        let notarized = vouchers.notarize(Arc::clone(&store) as _, accepted).await?;
        Ok(Self { sqlite: Some(store), notarized, found })
    }

    /// Makes queued appends durable, and writes the newest checkpoint to the anchors.
    pub(crate) async fn close(&self) {
        // The anchors last: the store may have appends in its queue whose callers have
        // disconnected.
        if let Some(store) = &self.sqlite {
            store.close().await;
        }
        self.notarized.notary.close().await;
    }
}

/// The store at `path`, for reading; `None` if a change must be rolled back first, which takes a
/// store that is opened for writing.
fn look(path: &Path) -> Result<Option<Arc<dyn JobStore>>, NotarizeError> {
    if !SqliteStore::is_at(path)? {
        return Ok(Some(Arc::<MemoryStore>::default()));
    }
    Ok(SqliteStore::open_read_only(path).ok().map(|store| Arc::new(store) as _))
}

impl Found {
    fn tell(&self) {
        match self {
            Self::NewLedger(_) => {
                tracing::warn!(
                    "{self}; if there should already be one, stop the server and correct --data-dir"
                );
            }
            Self::NewKey(..) => tracing::warn!(
                "{self}; after an import this is expected; otherwise stop the server, and put ledger.key and the anchors back"
            ),
            _ => tracing::info!("{self}"),
        }
    }
}
