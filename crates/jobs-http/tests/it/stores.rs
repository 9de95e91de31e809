//! Stores that cannot do everything: for what happens while an append is under way or impossible, and without reads.

use std::collections::HashSet;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};

use async_trait::async_trait;
use jobs_core::merkle::{Tile, TileId};
use jobs_core::{
    Appended, Cid, CustomerQuery, Draft, Entry, Error, Head, Index, JobDetail, JobId, JobPage,
    JobQuery, JobStore, MemoryStore, PageLimit, RequestKey, Result, Stats, StatsQuery,
};
use tokio::sync::{Semaphore, watch};

/// A memory store. An append waits for a permit of `gate`, and fails once the gate is closed; reads do not.
#[derive(Debug)]
pub(crate) struct Gated {
    inner: MemoryStore,
    pub(crate) gate: Semaphore,
    /// A permit for each append that has begun.
    pub(crate) begun: Semaphore,
}

impl Gated {
    pub(crate) fn new() -> Self {
        let (gate, begun) = (Semaphore::new(0), Semaphore::new(0));
        Self { inner: MemoryStore::default(), gate, begun }
    }
}

#[async_trait]
impl JobStore for Gated {
    async fn append(&self, drafts: Vec<Draft>) -> Result<Vec<Result<Appended>>> {
        self.begun.add_permits(1);
        self.gate.acquire().await.map_err(|_| Error::Closed)?.forget();
        self.inner.append(drafts).await
    }
    async fn head(&self) -> Result<Head> {
        self.inner.head().await
    }
    async fn entries(&self, from: Index, limit: PageLimit) -> Result<Vec<Entry>> {
        self.inner.entries(from, limit).await
    }
    async fn request(&self, key: RequestKey) -> Result<Option<Entry>> {
        self.inner.request(key).await
    }

    async fn job(&self, job_id: JobId) -> Result<Option<JobDetail>> {
        self.inner.job(job_id).await
    }
    async fn jobs(&self, query: &JobQuery) -> Result<JobPage> {
        self.inner.jobs(query).await
    }
    async fn customers(&self, job_id: JobId, query: &CustomerQuery) -> Result<Vec<Cid>> {
        self.inner.customers(job_id, query).await
    }
    async fn stats(&self, query: &StatsQuery) -> Result<Stats> {
        self.inner.stats(query).await
    }
    async fn tiles(&self, tiles: &[TileId]) -> Result<Vec<Tile>> {
        self.inner.tiles(tiles).await
    }
}

/// A memory store. Reading customers waits for a permit of `gate`; all else does not.
#[derive(Debug)]
pub(crate) struct Slow {
    inner: MemoryStore,
    pub(crate) gate: Semaphore,
    /// A permit for each reading that has begun.
    pub(crate) begun: Semaphore,
}

impl Slow {
    pub(crate) fn new() -> Self {
        let (gate, begun) = (Semaphore::new(0), Semaphore::new(0));
        Self { inner: MemoryStore::default(), gate, begun }
    }
}

#[async_trait]
impl JobStore for Slow {
    async fn append(&self, drafts: Vec<Draft>) -> Result<Vec<Result<Appended>>> {
        self.inner.append(drafts).await
    }
    async fn head(&self) -> Result<Head> {
        self.inner.head().await
    }
    async fn entries(&self, from: Index, limit: PageLimit) -> Result<Vec<Entry>> {
        self.inner.entries(from, limit).await
    }
    async fn request(&self, key: RequestKey) -> Result<Option<Entry>> {
        self.inner.request(key).await
    }
    async fn job(&self, job_id: JobId) -> Result<Option<JobDetail>> {
        self.inner.job(job_id).await
    }
    async fn jobs(&self, query: &JobQuery) -> Result<JobPage> {
        self.inner.jobs(query).await
    }
    async fn customers(&self, job_id: JobId, query: &CustomerQuery) -> Result<Vec<Cid>> {
        self.begun.add_permits(1);
        self.gate.acquire().await.map_err(|_| Error::Closed)?.forget();
        self.inner.customers(job_id, query).await
    }
    async fn stats(&self, query: &StatsQuery) -> Result<Stats> {
        self.inner.stats(query).await
    }
    async fn tiles(&self, tiles: &[TileId]) -> Result<Vec<Tile>> {
        self.inner.tiles(tiles).await
    }
}

/// A memory store that appends and shows jobs, and cannot read anything else, once the notary has looked at its head.
#[derive(Debug, Default)]
pub(crate) struct Unreadable(pub(crate) MemoryStore, AtomicBool);

impl Unreadable {
    fn unreadable<T>() -> Result<T> {
        Err(Error::storage("reading", std::io::Error::other("the disk is on fire")))
    }
}

#[async_trait]
impl JobStore for Unreadable {
    async fn append(&self, drafts: Vec<Draft>) -> Result<Vec<Result<Appended>>> {
        self.0.append(drafts).await
    }
    async fn head(&self) -> Result<Head> {
        if self.1.swap(true, Ordering::Relaxed) {
            return Self::unreadable();
        }
        self.0.head().await
    }
    async fn entries(&self, _: Index, _: PageLimit) -> Result<Vec<Entry>> {
        Self::unreadable()
    }
    async fn request(&self, key: RequestKey) -> Result<Option<Entry>> {
        self.0.request(key).await
    }

    async fn job(&self, job_id: JobId) -> Result<Option<JobDetail>> {
        self.0.job(job_id).await
    }
    async fn jobs(&self, _: &JobQuery) -> Result<JobPage> {
        Self::unreadable()
    }
    async fn customers(&self, _: JobId, _: &CustomerQuery) -> Result<Vec<Cid>> {
        Self::unreadable()
    }
    async fn stats(&self, _: &StatsQuery) -> Result<Stats> {
        Self::unreadable()
    }
    async fn tiles(&self, _: &[TileId]) -> Result<Vec<Tile>> {
        Self::unreadable()
    }
}

/// A memory store. While `is_unsure`, it records, and reports a failure all the same; then the jobs that it has not
/// `shown` before cannot be read.
#[derive(Debug, Default)]
pub(crate) struct Unsure {
    inner: MemoryStore,
    pub(crate) is_unsure: AtomicBool,
    pub(crate) hides_new_jobs: AtomicBool,
    shown: Mutex<HashSet<JobId>>,
}

fn unsure() -> Error {
    let source = Arc::new(std::io::Error::other("the disk is on fire"));
    Error::Storage { context: "committing", maybe_recorded: true, source }
}

#[async_trait]
impl JobStore for Unsure {
    async fn append(&self, drafts: Vec<Draft>) -> Result<Vec<Result<Appended>>> {
        let answer = self.inner.append(drafts).await;
        if self.is_unsure.load(Ordering::Relaxed) { Err(unsure()) } else { answer }
    }
    async fn head(&self) -> Result<Head> {
        self.inner.head().await
    }
    async fn entries(&self, from: Index, limit: PageLimit) -> Result<Vec<Entry>> {
        self.inner.entries(from, limit).await
    }
    async fn request(&self, key: RequestKey) -> Result<Option<Entry>> {
        self.inner.request(key).await
    }

    async fn job(&self, job_id: JobId) -> Result<Option<JobDetail>> {
        let is_new = self.shown.lock().unwrap().insert(job_id);
        if is_new && self.hides_new_jobs.load(Ordering::Relaxed) {
            return Err(Error::storage("reading", std::io::Error::other("the disk is on fire")));
        }
        self.inner.job(job_id).await
    }
    async fn jobs(&self, query: &JobQuery) -> Result<JobPage> {
        self.inner.jobs(query).await
    }
    async fn customers(&self, job_id: JobId, query: &CustomerQuery) -> Result<Vec<Cid>> {
        self.inner.customers(job_id, query).await
    }
    async fn stats(&self, query: &StatsQuery) -> Result<Stats> {
        self.inner.stats(query).await
    }
    async fn tiles(&self, tiles: &[TileId]) -> Result<Vec<Tile>> {
        self.inner.tiles(tiles).await
    }
}

/// A memory store whose pages of jobs are what `page` makes of them. Nobody asks it a thousand times.
#[derive(Debug)]
pub(crate) struct Paged {
    pub(crate) inner: MemoryStore,
    pub(crate) page: fn(&JobQuery) -> Option<JobPage>,
    pub(crate) asked: AtomicUsize,
}

#[async_trait]
impl JobStore for Paged {
    async fn append(&self, drafts: Vec<Draft>) -> Result<Vec<Result<Appended>>> {
        self.inner.append(drafts).await
    }
    async fn head(&self) -> Result<Head> {
        self.inner.head().await
    }
    async fn entries(&self, from: Index, limit: PageLimit) -> Result<Vec<Entry>> {
        self.inner.entries(from, limit).await
    }
    async fn request(&self, key: RequestKey) -> Result<Option<Entry>> {
        self.inner.request(key).await
    }

    async fn job(&self, job_id: JobId) -> Result<Option<JobDetail>> {
        self.inner.job(job_id).await
    }
    async fn jobs(&self, query: &JobQuery) -> Result<JobPage> {
        assert!(self.asked.fetch_add(1, Ordering::Relaxed) < 1000, "it is asked without end");
        match (self.page)(query) {
            Some(page) => Ok(page),
            None => self.inner.jobs(&JobQuery { limit: PageLimit::new(1)?, ..query.clone() }).await,
        }
    }
    async fn customers(&self, job_id: JobId, query: &CustomerQuery) -> Result<Vec<Cid>> {
        self.inner.customers(job_id, query).await
    }
    async fn stats(&self, query: &StatsQuery) -> Result<Stats> {
        self.inner.stats(query).await
    }
    async fn tiles(&self, tiles: &[TileId]) -> Result<Vec<Tile>> {
        self.inner.tiles(tiles).await
    }
}

/// A memory store. While it `stalls`, no read answers.
#[derive(Debug, Default)]
pub(crate) struct Stalling {
    inner: MemoryStore,
    pub(crate) stalls: watch::Sender<bool>,
}

impl Stalling {
    async fn read<T>(&self, read: impl Future<Output = Result<T>> + Send) -> Result<T> {
        self.stalls.subscribe().wait_for(|stalls| !stalls).await.unwrap();
        read.await
    }
}

#[async_trait]
impl JobStore for Stalling {
    async fn append(&self, drafts: Vec<Draft>) -> Result<Vec<Result<Appended>>> {
        self.inner.append(drafts).await
    }
    async fn head(&self) -> Result<Head> {
        self.read(self.inner.head()).await
    }
    async fn entries(&self, from: Index, limit: PageLimit) -> Result<Vec<Entry>> {
        self.read(self.inner.entries(from, limit)).await
    }
    async fn request(&self, key: RequestKey) -> Result<Option<Entry>> {
        self.read(self.inner.request(key)).await
    }

    async fn job(&self, job_id: JobId) -> Result<Option<JobDetail>> {
        self.read(self.inner.job(job_id)).await
    }
    async fn jobs(&self, query: &JobQuery) -> Result<JobPage> {
        self.read(self.inner.jobs(query)).await
    }
    async fn customers(&self, job_id: JobId, query: &CustomerQuery) -> Result<Vec<Cid>> {
        self.read(self.inner.customers(job_id, query)).await
    }
    async fn stats(&self, query: &StatsQuery) -> Result<Stats> {
        self.read(self.inner.stats(query)).await
    }
    async fn tiles(&self, tiles: &[TileId]) -> Result<Vec<Tile>> {
        self.read(self.inner.tiles(tiles)).await
    }
}

/// A memory store whose reads each take a while, and are counted.
#[derive(Debug, Default)]
pub(crate) struct Counting {
    inner: MemoryStore,
    under_way: AtomicUsize,
    /// The most reads at once, and all that there were.
    pub(crate) most: AtomicUsize,
    pub(crate) reads: AtomicUsize,
}

impl Counting {
    async fn read<T>(&self, read: impl Future<Output = Result<T>> + Send) -> Result<T> {
        self.reads.fetch_add(1, Ordering::Relaxed);
        let under_way = self.under_way.fetch_add(1, Ordering::Relaxed) + 1;
        self.most.fetch_max(under_way, Ordering::Relaxed);
        for _ in 0..20 {
            tokio::task::yield_now().await;
        }
        let read = read.await;
        self.under_way.fetch_sub(1, Ordering::Relaxed);
        read
    }
}

#[async_trait]
impl JobStore for Counting {
    async fn append(&self, drafts: Vec<Draft>) -> Result<Vec<Result<Appended>>> {
        self.inner.append(drafts).await
    }
    async fn head(&self) -> Result<Head> {
        self.inner.head().await
    }
    async fn entries(&self, from: Index, limit: PageLimit) -> Result<Vec<Entry>> {
        self.read(self.inner.entries(from, limit)).await
    }
    async fn request(&self, key: RequestKey) -> Result<Option<Entry>> {
        self.read(self.inner.request(key)).await
    }
    async fn job(&self, job_id: JobId) -> Result<Option<JobDetail>> {
        self.read(self.inner.job(job_id)).await
    }
    async fn jobs(&self, query: &JobQuery) -> Result<JobPage> {
        self.read(self.inner.jobs(query)).await
    }
    async fn customers(&self, job_id: JobId, query: &CustomerQuery) -> Result<Vec<Cid>> {
        self.read(self.inner.customers(job_id, query)).await
    }
    async fn stats(&self, query: &StatsQuery) -> Result<Stats> {
        self.read(self.inner.stats(query)).await
    }
    async fn tiles(&self, tiles: &[TileId]) -> Result<Vec<Tile>> {
        self.inner.tiles(tiles).await
    }
}
