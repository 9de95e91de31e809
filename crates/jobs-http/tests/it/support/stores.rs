//! Stores with limitations: for tests of what happens while an append is in flight or impossible,
//! and without reads.

use std::collections::HashSet;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};

use jobs_core::{
    Appended, Draft, Error, JobDetail, JobId, JobPage, JobQuery, JobStore, MemoryStore, PageLimit,
    Result,
};
use tokio::sync::{Semaphore, watch};

/// A memory store. A call of `method` waits for a permit of `gate`, and fails once the gate is
/// closed; others do not.
#[derive(Debug)]
pub(crate) struct Gated {
    inner: MemoryStore,
    method: &'static str,
    pub(crate) gate: Semaphore,
    /// A permit for each such call that has begun.
    pub(crate) begun: Semaphore,
}

impl Gated {
    pub(crate) fn new(method: &'static str) -> Self {
        let gate = Semaphore::new(0);
        let begun = Semaphore::new(0);
        Self { inner: MemoryStore::default(), method, gate, begun }
    }
}

impl jobs_core::DelegatingStore for Gated {
    jobs_core::delegate_to!(inner: MemoryStore);

    async fn around<T: Send>(
        &self,
        method: &'static str,
        call: impl Future<Output = Result<T>> + Send,
    ) -> Result<T> {
        if method == self.method {
            self.begun.add_permits(1);
            self.gate.acquire().await.map_err(|_| Error::Closed)?.forget();
        }
        call.await
    }
}

/// A memory store that appends and shows jobs, but cannot read anything else, after the notary has
/// read its head.
#[derive(Debug, Default)]
pub(crate) struct Unreadable(pub(crate) MemoryStore, AtomicBool);

impl jobs_core::DelegatingStore for Unreadable {
    jobs_core::delegate_to!(0: MemoryStore);

    async fn around<T: Send>(
        &self,
        method: &'static str,
        call: impl Future<Output = Result<T>> + Send,
    ) -> Result<T> {
        let is_first_head = || method == "head" && !self.1.swap(true, Ordering::Relaxed);
        if ["append", "request", "job"].contains(&method) || is_first_head() {
            return call.await;
        }
        Err(Error::storage("reading", std::io::Error::other("the disk is on fire")))
    }
}

/// A memory store. While `is_unsure`, it records, but reports a failure; then the jobs that it has
/// not `shown` before cannot be read.
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

impl jobs_core::DelegatingStore for Unsure {
    jobs_core::delegate_to!(inner: MemoryStore);

    async fn append(&self, drafts: Vec<Draft>) -> Result<Vec<Result<Appended>>> {
        let answer = self.inner.append(drafts).await;
        if self.is_unsure.load(Ordering::Relaxed) { Err(unsure()) } else { answer }
    }

    async fn job(&self, job_id: JobId) -> Result<Option<JobDetail>> {
        let is_new = self.shown.lock().unwrap().insert(job_id);
        if is_new && self.hides_new_jobs.load(Ordering::Relaxed) {
            return Err(Error::storage("reading", std::io::Error::other("the disk is on fire")));
        }
        self.inner.job(job_id).await
    }
}

/// A memory store whose pages of jobs are changed by `page`. It must not be asked a thousand times.
#[derive(Debug)]
pub(crate) struct Paged {
    pub(crate) inner: MemoryStore,
    pub(crate) page: fn(&JobQuery) -> Option<JobPage>,
    pub(crate) asked: AtomicUsize,
}

impl jobs_core::DelegatingStore for Paged {
    jobs_core::delegate_to!(inner: MemoryStore);

    async fn jobs(&self, query: &JobQuery) -> Result<JobPage> {
        assert!(self.asked.fetch_add(1, Ordering::Relaxed) < 1000, "it is asked without end");
        match (self.page)(query) {
            Some(page) => Ok(page),
            None => self.inner.jobs(&JobQuery { limit: PageLimit::new(1)?, ..query.clone() }).await,
        }
    }
}

/// A memory store. While it `stalls`, no read answers.
#[derive(Debug, Default)]
pub(crate) struct Stalling {
    inner: MemoryStore,
    pub(crate) stalls: watch::Sender<bool>,
}

impl jobs_core::DelegatingStore for Stalling {
    jobs_core::delegate_to!(inner: MemoryStore);

    async fn around<T: Send>(
        &self,
        method: &'static str,
        call: impl Future<Output = Result<T>> + Send,
    ) -> Result<T> {
        if method != "append" {
            self.stalls.subscribe().wait_for(|stalls| !stalls).await.unwrap();
        }
        call.await
    }
}

/// A memory store whose reads are slow, and are counted.
#[derive(Debug, Default)]
pub(crate) struct Counting {
    inner: MemoryStore,
    under_way: AtomicUsize,
    /// The most reads at once, and the number of all reads.
    pub(crate) most: AtomicUsize,
    pub(crate) reads: AtomicUsize,
}

impl jobs_core::DelegatingStore for Counting {
    jobs_core::delegate_to!(inner: MemoryStore);

    async fn around<T: Send>(
        &self,
        method: &'static str,
        call: impl Future<Output = Result<T>> + Send,
    ) -> Result<T> {
        if ["append", "head", "tiles"].contains(&method) {
            return call.await;
        }
        self.reads.fetch_add(1, Ordering::Relaxed);
        let under_way = self.under_way.fetch_add(1, Ordering::Relaxed) + 1;
        self.most.fetch_max(under_way, Ordering::Relaxed);
        for _ in 0..20 {
            tokio::task::yield_now().await;
        }
        let read = call.await;
        self.under_way.fetch_sub(1, Ordering::Relaxed);
        read
    }
}
