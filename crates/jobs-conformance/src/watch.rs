//! Watches the calls of a store, so that whoever waits for one can say which was not answered.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Instant;

use async_trait::async_trait;
use jobs_core::merkle::{Tile, TileId};
use jobs_core::{
    Appended, Cid, CustomerQuery, Draft, Entry, Head, Index, JobDetail, JobId, JobPage, JobQuery,
    JobStore, PageLimit, RequestKey, Result, Stats, StatsQuery,
};

/// The calls that are not answered yet.
#[derive(Debug, Default)]
pub(crate) struct Watch {
    calls: Mutex<Calls>,
}

#[derive(Debug, Default)]
struct Calls {
    /// By their number, so that the first one is the oldest.
    waiting: BTreeMap<u64, (&'static str, Instant)>,
    next: u64,
    /// Nobody waits for the behaviour any more.
    abandoned: bool,
}

/// A call that is answered, or given up, when this is dropped.
pub(crate) struct Call<'a> {
    watch: &'a Watch,
    number: u64,
}

impl Watch {
    /// # Panics
    /// When the behaviour was abandoned: a thread of it that asks again and again must end.
    pub(crate) fn call(&self, name: &'static str) -> Call<'_> {
        let mut calls = self.calls();
        let (number, abandoned) = (calls.next, calls.abandoned);
        if !abandoned {
            calls.next += 1;
            calls.waiting.insert(number, (name, Instant::now()));
        }
        drop(calls);
        assert!(!abandoned, "the behaviour was abandoned");
        Call { watch: self, number }
    }

    /// The call that has been waiting for longest, and since when.
    pub(crate) fn oldest(&self) -> Option<(&'static str, Instant)> {
        self.calls().waiting.values().next().copied()
    }

    /// Has every further call fail.
    pub(crate) fn abandon(&self) {
        self.calls().abandoned = true;
    }

    /// What this lock guards is whole between any two statements.
    fn calls(&self) -> MutexGuard<'_, Calls> {
        self.calls.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Call<'_> {
    fn drop(&mut self) {
        self.watch.calls().waiting.remove(&self.number);
    }
}

/// A store whose calls are watched.
#[derive(Debug)]
pub(crate) struct Watched<S> {
    store: S,
    watch: Arc<Watch>,
}

impl<S> Watched<S> {
    pub(crate) fn new(store: S, watch: &Arc<Watch>) -> Self {
        Self { store, watch: Arc::clone(watch) }
    }
}

#[async_trait]
impl<S: JobStore> JobStore for Watched<S> {
    async fn append(&self, drafts: Vec<Draft>) -> Result<Vec<Result<Appended>>> {
        let _call = self.watch.call("append");
        self.store.append(drafts).await
    }
    async fn head(&self) -> Result<Head> {
        let _call = self.watch.call("head");
        self.store.head().await
    }
    async fn entries(&self, from: Index, limit: PageLimit) -> Result<Vec<Entry>> {
        let _call = self.watch.call("entries");
        self.store.entries(from, limit).await
    }
    async fn request(&self, key: RequestKey) -> Result<Option<Entry>> {
        let _call = self.watch.call("request");
        self.store.request(key).await
    }
    async fn job(&self, job_id: JobId) -> Result<Option<JobDetail>> {
        let _call = self.watch.call("job");
        self.store.job(job_id).await
    }
    async fn jobs(&self, query: &JobQuery) -> Result<JobPage> {
        let _call = self.watch.call("jobs");
        self.store.jobs(query).await
    }
    async fn customers(&self, job_id: JobId, query: &CustomerQuery) -> Result<Vec<Cid>> {
        let _call = self.watch.call("customers");
        self.store.customers(job_id, query).await
    }
    async fn stats(&self, query: &StatsQuery) -> Result<Stats> {
        let _call = self.watch.call("stats");
        self.store.stats(query).await
    }
    async fn tiles(&self, tiles: &[TileId]) -> Result<Vec<Tile>> {
        let _call = self.watch.call("tiles");
        self.store.tiles(tiles).await
    }
}
