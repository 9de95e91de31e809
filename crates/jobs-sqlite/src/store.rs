//! `SqliteStore`: appends go to the writer thread, reads to a pool of read-only connections.

use std::fmt;
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::JoinHandle;

use async_trait::async_trait;
use jobs_core::merkle::{Tile, TileId};
use jobs_core::{
    Appended, Cid, CustomerQuery, Draft, Entry, Error, Head, Index, JobDetail, JobId, JobOutline,
    JobPage, JobQuery, JobStore, PageLimit, RequestKey, Result, Stats, StatsQuery,
};
use r2d2::Pool;
use r2d2_sqlite::SqliteConnectionManager;
use rusqlite::Connection;
use tokio::sync::Semaphore;

use crate::error::Context;
use crate::file::connection;
use crate::file::files::Files;
use crate::file::look::{self, Content};
use crate::index::indexer;
use crate::index::runs::RunSize;
use crate::reading::tail::Tail;
use crate::reading::{customers, entries, jobs, list, lookups, outlines, stats, tiles, tree};
use crate::steps::Steps;
use crate::writing::queue::Queue;
use crate::writing::writer;

/// How many connections read at once, besides the one for the head. Reading is CPU-bound once pages
/// are cached.
const READERS: u32 = 4;

/// A page of entries ends before its entries take more than this, 8 MiB, except for a page of one
/// entry: a payload may be twice as long.
const PAGE_BYTES_MAX: usize = 8 << 20;

/// The job ledger in a SQLite file.
///
/// Its methods must be called within a tokio runtime, whose blocking threads do the reading.
/// Several stores, also of several processes, may be open on one file.
///
/// ```
/// use jobs_core::{
///     ActionCode, ActionName, Cid, CustomerSet, JobStore, JobStoreExt, NewJob, UserId,
/// };
/// use jobs_sqlite::SqliteStore;
///
/// # tokio::runtime::Runtime::new().unwrap().block_on(async {
/// # let folder = tempfile::tempdir().unwrap();
/// let store = SqliteStore::open(folder.path().join("jobs.db"))?;
/// let job = NewJob::new(
///     UserId::new("vijay")?,
///     ActionCode::new(1)?,
///     ActionName::new("Trans-Begin")?,
///     CustomerSet::new([Cid::new("5001")?])?,
/// )?;
/// let created = store.create(job).await?; // on the disk when this returns
/// assert!(store.job(created.job_id()).await?.is_some());
/// store.close().await;
/// # Ok::<_, jobs_core::Error>(()) }).unwrap();
/// ```
pub struct SqliteStore {
    files: Arc<Files>,
    readers: Readers,
    /// For the head alone, so that whether the ledger answers and how large it is can be told
    /// however much else is being read.
    head_reader: Readers,
    steps: Steps,
    tail: Arc<Tail>,
    /// `None` for a store that only reads, and once it is closed.
    writer: Mutex<Option<Threads>>,
}

/// Connections that read.
#[derive(Clone)]
struct Readers {
    pool: Pool<SqliteConnectionManager>,
    /// One for each connection. A reader waits for its permit before it takes a thread; otherwise
    /// the waiting readers would take all threads.
    permits: Arc<Semaphore>,
}

impl Readers {
    fn new(pool: Pool<SqliteConnectionManager>) -> Self {
        let permits = usize::try_from(pool.max_size()).unwrap_or(1);
        Self { pool, permits: Arc::new(Semaphore::new(permits)) }
    }
}

/// The threads of a store that appends, and the queue to the writer.
struct Threads {
    queue: Queue,
    /// The writer and the indexer.
    handles: [JoinHandle<()>; 2],
}

impl SqliteStore {
    /// Opens the ledger at `path`, and makes it if there is none. Takes the same time however large
    /// it is.
    ///
    /// # Errors
    /// [`Error::Storage`] when the file cannot be opened; [`Error::Invalid`] for `path` when it is
    /// another program's, or of a later version; [`Error::Corrupt`] when its schema was changed, or
    /// when SQLite refuses a setting that the ledger needs.
    pub fn open(path: impl AsRef<Path>) -> Result<Self> {
        Self::open_with(path.as_ref(), RunSize::DEFAULT, Tail::new())
    }

    /// As [`open`](Self::open), with runs of another length in the reverse index, and another tail;
    /// tests use short runs, and no tail.
    pub(crate) fn open_with(path: &Path, run_size: RunSize, tail: Tail) -> Result<Self> {
        let path = &std::path::absolute(path).doing("opening the ledger")?;
        let steps = Steps::default();
        let connection = connection::open_writer(path)?;
        steps.count(&connection)?;
        tree::read_tree(&connection)?;
        let readers = Readers::new(connection::open_readers(path, READERS, &steps)?);
        let head_reader = Readers::new(connection::open_readers(path, 1, &steps)?);
        let indexer_connection = connection::open_reader(path)?;
        let files = Files::open(path)?;
        let (mut waker, woken) = indexer::waker(run_size);
        let committed = move |entries, customers| waker.appended(entries, customers);
        let tail = Arc::new(tail);
        let (queue, writer) =
            writer::start(connection, Arc::clone(&files), Arc::clone(&tail), committed)?;
        let indexer = indexer::start(indexer_connection, queue.downgrade(), woken, run_size)?;
        let writer = Threads { queue, handles: [writer, indexer] };
        Ok(Self { files, readers, head_reader, steps, tail, writer: Mutex::new(Some(writer)) })
    }

    /// Whether a ledger is at `path`; if not, [`open`](Self::open) would make one. Changes no byte.
    ///
    /// # Errors
    /// As [`open`](Self::open).
    pub fn is_at(path: impl AsRef<Path>) -> Result<bool> {
        let path = std::path::absolute(path).doing("opening the ledger")?;
        Ok(look::look(&path)? == Content::Ledger)
    }

    /// Checks that a ledger could be at `path`, before its directory is made.
    ///
    /// # Errors
    /// [`Error::Invalid`] for `path` when it is longer than SQLite allows.
    pub fn check_path(path: impl AsRef<Path>) -> Result<()> {
        look::check_length(&std::path::absolute(path).doing("opening the ledger")?)
    }

    /// Opens the ledger at `path` for reading; [`append`](JobStore::append) answers
    /// [`Error::Closed`].
    ///
    /// # Errors
    /// As [`open`](Self::open), and [`Error::Storage`] when there is no file.
    pub fn open_read_only(path: impl AsRef<Path>) -> Result<Self> {
        let path = &std::path::absolute(path).doing("opening the ledger")?;
        let steps = Steps::default();
        let readers = Readers::new(connection::open_readers(path, READERS, &steps)?);
        let files = Files::open(path)?;
        let head_reader = readers.clone();
        let tail = Arc::new(Tail::none());
        Ok(Self { files, readers, head_reader, steps, tail, writer: Mutex::new(None) })
    }

    /// Opens the ledger at `path` for reading, as a file that nobody writes: what is in its log is
    /// not seen, and no file is made beside it, so that it may lie on a read-only file system.
    /// [`append`](JobStore::append) answers [`Error::Closed`], and reading [`Error::Storage`] from
    /// the moment that somebody writes to the file.
    ///
    /// # Errors
    /// As [`open_read_only`](Self::open_read_only).
    pub fn open_unchanging(path: impl AsRef<Path>) -> Result<Self> {
        let path = &std::path::absolute(path).doing("opening the ledger")?;
        // Before anything is read: any write from here on is noticed.
        let files = Files::open_unchanging(path)?;
        let steps = Steps::default();
        let readers = Readers::new(connection::open_readers_as_it_lies(path, READERS, &steps)?);
        let head_reader = readers.clone();
        let tail = Arc::new(Tail::none());
        Ok(Self { files, readers, head_reader, steps, tail, writer: Mutex::new(None) })
    }

    /// How many steps SQLite's virtual machine has taken for this store since it was opened, in
    /// hundreds for each statement: what reading and appending cost, the same on every machine. The
    /// indexer's own reading is not counted.
    #[must_use]
    pub fn steps(&self) -> u64 {
        self.steps.total()
    }

    /// Takes no more appends, makes durable what is queued, and ends the store's threads. Reads
    /// still work.
    pub async fn close(&self) {
        if let Some(writer) = self.take_writer() {
            // Dropping the queue would not do: an append that nobody polls may hold on to it for
            // ever.
            writer.queue.clone().close().await;
            // A thread that panicked has reported it, and has nothing left to flush.
            drop(tokio::task::spawn_blocking(move || writer.join()).await);
        }
    }

    fn take_writer(&self) -> Option<Threads> {
        self.writer.lock().unwrap_or_else(PoisonError::into_inner).take()
    }

    fn queue(&self) -> Result<Queue> {
        let writer = self.writer.lock().unwrap_or_else(PoisonError::into_inner);
        writer.as_ref().map(|writer| writer.queue.clone()).ok_or(Error::Closed)
    }

    async fn read<T: Send + 'static>(
        &self,
        read: impl FnOnce(&Connection) -> Result<T> + Send + 'static,
    ) -> Result<T> {
        self.read_by(&self.readers, read).await
    }

    /// Runs `read` on one of these connections, off the runtime, in one transaction: it sees the
    /// ledger at one moment.
    async fn read_by<T: Send + 'static>(
        &self,
        readers: &Readers,
        read: impl FnOnce(&Connection) -> Result<T> + Send + 'static,
    ) -> Result<T> {
        let Readers { pool, permits } = readers.clone();
        let permit = permits.acquire_owned().await.map_err(|_| Error::Closed)?;
        let files = Arc::clone(&self.files);
        let task = tokio::task::spawn_blocking(move || {
            // Given back when the read is done, even if its caller has gone.
            let _permit = permit;
            // A connection that is opened anew makes a log where there is none.
            files.check()?;
            let connection = pool.get().doing("waiting for a connection")?;
            let snapshot = connection.unchecked_transaction().doing("beginning to read")?;
            let answer = read(&snapshot);
            // Once the files have been displaced, neither an answer nor an error from them counts.
            files.check()?;
            answer
        });
        let answer = task.await.doing("reading")?;
        if self.files.is_displaced()
            && let Ok(queue) = self.queue()
        {
            // The log may be gone: the writer has what was in it.
            drop(queue.append(Vec::new()).await);
        }
        answer
    }
}

impl Threads {
    fn join(self) {
        // Dropping the last sender ends the queue, and so the writer.
        drop(self.queue);
        for thread in self.handles {
            if thread.join().is_err() {
                tracing::error!("a thread of the store panicked");
            }
        }
    }
}

impl Drop for SqliteStore {
    fn drop(&mut self) {
        if let Some(writer) = self.take_writer() {
            writer.join();
        }
    }
}

impl fmt::Debug for SqliteStore {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SqliteStore").field("path", &self.files.database()).finish_non_exhaustive()
    }
}

#[async_trait]
impl JobStore for SqliteStore {
    async fn append(&self, drafts: Vec<Draft>) -> Result<Vec<Result<Appended>>> {
        self.queue()?.append(drafts).await
    }

    async fn head(&self) -> Result<Head> {
        self.read_by(&self.head_reader, |sql| Ok(tree::read_tree(sql)?.head())).await
    }

    async fn entries(&self, from: Index, limit: PageLimit) -> Result<Vec<Entry>> {
        // Once the files have been displaced, nothing is answered from memory; reading reports it,
        // and saves what can be saved.
        if let Some(newest) = self.tail.from(from, limit.get())
            && self.files.check().is_ok()
        {
            return Ok(newest);
        }
        self.read(move |sql| entries::entries(sql, from, limit.get(), PAGE_BYTES_MAX)).await
    }

    async fn request(&self, key: RequestKey) -> Result<Option<Entry>> {
        self.read(move |sql| match lookups::request(sql, key)? {
            Some(index) => entries::entry(sql, index),
            None => Ok(None),
        })
        .await
    }

    async fn job(&self, job_id: JobId) -> Result<Option<JobDetail>> {
        self.read(move |sql| match lookups::first_of(sql, job_id)? {
            Some(first) => jobs::detail(sql, first).map(Some),
            None => Ok(None),
        })
        .await
    }

    async fn outline(&self, job_id: JobId) -> Result<Option<JobOutline>> {
        self.read(move |sql| match lookups::first_of(sql, job_id)? {
            Some(first) => outlines::outline(sql, first).map(Some),
            None => Ok(None),
        })
        .await
    }

    async fn jobs(&self, query: &JobQuery) -> Result<JobPage> {
        let query = query.clone();
        self.read(move |sql| list::page(sql, &query)).await
    }

    async fn customers(&self, job_id: JobId, query: &CustomerQuery) -> Result<Vec<Cid>> {
        let query = query.clone();
        self.read(move |sql| {
            let first = lookups::first_of(sql, job_id)?.ok_or(Error::UnknownJob { job_id })?;
            customers::customers(sql, first, query.after.as_ref(), query.limit.get())
        })
        .await
    }

    async fn stats(&self, query: &StatsQuery) -> Result<Stats> {
        let query = query.clone();
        self.read(move |sql| stats::stats(sql, &query)).await
    }

    async fn tiles(&self, tiles: &[TileId]) -> Result<Vec<Tile>> {
        let tiles = tiles.to_vec();
        self.read(move |sql| tiles::read(sql, &tiles)).await
    }
}
