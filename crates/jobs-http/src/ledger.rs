//! The ledger of a server: looked at, checked against its anchors, and only then opened to be written.
//!
//! ```text
//! key, anchors ─► what is there, to be read ─► check ─► refused: its bytes are as they were
//!                                                └────► opened to be written ─► notary
//! ```

use std::fmt;
use std::path::PathBuf;
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

/// What the start found, for whoever meant another ledger.
#[derive(Debug, Clone)]
pub(crate) struct Found {
    /// The file, if there is one.
    path: Option<PathBuf>,
    /// How many entries it had.
    size: Index,
    /// Whether it and its key were made only now.
    pub(crate) is_new: bool,
}

impl fmt::Display for Found {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.path {
            None => f.write_str("a ledger in memory, which ends with this process"),
            Some(path) if self.is_new => write!(f, "made a NEW ledger: {}", path.display()),
            Some(path) => {
                write!(f, "opened a ledger of {}: {}", entries(self.size), path.display())
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
                let found = Found { path: None, size: 0, is_new: false };
                Self { sqlite: None, notarized, found }
            }
        };
        ledger.found.tell();
        Ok(ledger)
    }

    async fn open_file(config: &Config, data_dir: &DataDir) -> Result<Self, NotarizeError> {
        let path = data_dir.jobs_db();
        let vouchers = Vouchers::open(config, data_dir)?;
        let is_there = SqliteStore::is_at(&path)?;
        let looked_at: Option<Arc<dyn JobStore>> = if is_there {
            // Where a change must be rolled back first, nothing can be read before it is opened to be written.
            SqliteStore::open_read_only(&path).ok().map(|store| Arc::new(store) as _)
        } else {
            Some(Arc::<MemoryStore>::default())
        };
        let (store, accepted) = if let Some(store) = looked_at {
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
        let (size, vouchers_are_new) = (store.head().await?.size(), vouchers.are_new());
        if size > 0 && vouchers_are_new {
            tracing::warn!(
                "a NEW key for a ledger of {}: right after an import that is as it should be; otherwise stop, and put \
                 ledger.key and the anchors back",
                entries(size)
            );
        }
        let is_new = !is_there || (size == 0 && vouchers_are_new);
        let found = Found { path: Some(path), size, is_new };
        let notarized = vouchers.notarize(Arc::clone(&store) as _, accepted).await?;
        Ok(Self { sqlite: Some(store), notarized, found })
    }

    /// Makes durable what is queued, and leaves the newest checkpoint with the anchors.
    pub(crate) async fn close(&self) {
        // The anchors last: the store may have appends in its queue whose callers have left.
        if let Some(store) = &self.sqlite {
            store.close().await;
        }
        self.notarized.notary.close().await;
    }
}

impl Found {
    fn tell(&self) {
        if self.is_new {
            tracing::warn!("{self}; if there should be one already, stop, and correct --data-dir");
        } else {
            tracing::info!("{self}");
        }
    }
}
