//! A store that fails on demand.

use std::collections::VecDeque;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};

use jobs_core::{
    Appended, Draft, Entry, Error, Index, JobPage, JobQuery, JobStore, MemoryStore, PageLimit,
    Result,
};
use tokio::sync::watch;

/// What becomes of a call of `append`.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Fault {
    /// None.
    Pass,
    /// Fails, and nothing is recorded.
    Before,
    /// Fails, reported as perhaps recorded; it is not.
    BeforeUnsure,
    /// Is recorded, then reported as failed and perhaps recorded.
    After,
    /// The store meets damage.
    Damaged,
    /// The store is closed.
    Closed,
    /// The store breaks its own rules.
    Panic,
}

/// A [`MemoryStore`] whose next calls of `append` fail as planned, and whose lists and entries fail
/// on demand.
#[derive(Debug)]
pub(crate) struct FaultyStore {
    inner: MemoryStore,
    reads: AtomicUsize,
    reads_fail: AtomicBool,
    empty_pages: Mutex<Option<GoesOn>>,
    plan: Mutex<VecDeque<Fault>>,
    appends: watch::Sender<usize>,
}

/// Where a page goes on, given where the page before did.
type GoesOn = fn(Option<Index>) -> Index;

impl Default for FaultyStore {
    fn default() -> Self {
        Self {
            inner: MemoryStore::default(),
            reads: AtomicUsize::default(),
            reads_fail: AtomicBool::default(),
            empty_pages: Mutex::default(),
            plan: Mutex::default(),
            appends: watch::Sender::new(0),
        }
    }
}

impl FaultyStore {
    /// The next calls of `append` end as in `plan`; later ones pass.
    pub(crate) fn plan(&self, plan: impl IntoIterator<Item = Fault>) {
        *self.plan.lock().unwrap() = plan.into_iter().collect();
    }

    /// Waits until `append` has been called `count` times.
    pub(crate) async fn appended(&self, count: usize) {
        let mut appends = self.appends.subscribe();
        // Longer than any pause between two tries; with a paused clock, it passes at once.
        let patience = std::time::Duration::from_secs(300);
        let appended = appends.wait_for(|appends| *appends >= count);
        tokio::time::timeout(patience, appended).await.expect("more tries").unwrap();
    }

    /// How often `append` was called.
    pub(crate) fn appends(&self) -> usize {
        *self.appends.borrow()
    }

    /// From now on, `jobs` fails.
    pub(crate) fn fail_reads(&self) {
        self.reads_fail.store(true, Ordering::Relaxed);
    }

    /// From now on, pages of jobs are empty and go on where `next` says of where the one before
    /// did.
    pub(crate) fn empty_pages(&self, next: GoesOn) {
        *self.empty_pages.lock().unwrap() = Some(next);
    }

    /// How often `jobs` was called.
    pub(crate) fn reads(&self) -> usize {
        self.reads.load(Ordering::Relaxed)
    }

    async fn fare(&self, fault: Fault, drafts: Vec<Draft>) -> Result<Vec<Result<Appended>>> {
        match fault {
            Fault::Pass => self.inner.append(drafts).await,
            Fault::Before => Err(failure(false)),
            Fault::BeforeUnsure => Err(failure(true)),
            Fault::After => {
                self.inner.append(drafts).await?;
                Err(failure(true))
            }
            Fault::Damaged => Err(Error::Corrupt("a row".into())),
            Fault::Closed => Err(Error::Closed),
            Fault::Panic => panic!("planned"),
        }
    }
}

fn failure(maybe_recorded: bool) -> Error {
    Error::Storage {
        context: "using the ledger",
        maybe_recorded,
        source: Arc::new(std::io::Error::other("disk full")),
    }
}

impl jobs_core::DelegatingStore for FaultyStore {
    jobs_core::delegate_to!(inner: MemoryStore);

    async fn append(&self, drafts: Vec<Draft>) -> Result<Vec<Result<Appended>>> {
        let fault = self.plan.lock().unwrap().pop_front().unwrap_or(Fault::Pass);
        let answer = self.fare(fault, drafts).await;
        self.appends.send_modify(|appends| *appends += 1);
        answer
    }

    async fn entries(&self, from: Index, limit: PageLimit) -> Result<Vec<Entry>> {
        self.reads.fetch_add(1, Ordering::Relaxed);
        if self.reads_fail.load(Ordering::Relaxed) {
            return Err(failure(false));
        }
        self.inner.entries(from, limit).await
    }

    async fn jobs(&self, query: &JobQuery) -> Result<JobPage> {
        let reads = self.reads.fetch_add(1, Ordering::Relaxed);
        if let Some(next) = *self.empty_pages.lock().unwrap() {
            assert!(reads < 1000, "it is asked without end");
            return Ok(JobPage { jobs: Vec::new(), next: Some(next(query.after)) });
        }
        if self.reads_fail.load(Ordering::Relaxed) {
            return Err(failure(false));
        }
        self.inner.jobs(query).await
    }
}
