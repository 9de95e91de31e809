//! The model: random operations on a store and on the reference, every answer compared.
//!
//! The pools of IDs, customers, users and texts are small, so that operations affect each other.
//! Both stores get the same drafts and so hold the same facts; only the times at which they
//! recorded them differ. What the reference answers is therefore translated into the times of the
//! store under test before the two are compared, and they must then be equal to the last byte.

mod compare;
mod generate;

use std::path::Path;
use std::time::Duration;

use jobs_core::{
    CustomerQuery, Draft, Index, JobId, JobQuery, JobStore, MemoryStore, PageLimit, StatsQuery,
    Timestamp,
};
use proptest::test_runner::{Config, TestCaseResult, TestRunner};

use crate::Runner;
use crate::ledger::opened;
use crate::run::block_on;
use crate::watch::Watched;

pub use compare::compare;
pub use generate::operations;

/// One call of a store.
#[derive(Debug, Clone)]
pub enum Op {
    /// [`JobStore::append`].
    Append(Vec<Draft>),
    /// [`JobStore::head`].
    Head,
    /// [`JobStore::entries`].
    Entries(Index, PageLimit),
    /// [`JobStore::job`].
    Job(JobId),
    /// [`JobStore::jobs`], for one page, with bounds of time.
    Jobs(JobQuery, Span),
    /// [`JobStore::jobs`], from page to page to the end.
    Walk(JobQuery, Span),
    /// [`JobStore::customers`].
    Customers(JobId, CustomerQuery),
    /// [`JobStore::stats`].
    Stats(StatsQuery),
}

/// `since` and `until` of a query, kept apart because the two stores' times differ.
#[derive(Debug, Clone, Copy, Default)]
pub struct Span {
    /// For [`JobFilter::since`](jobs_core::JobFilter::since).
    pub since: Option<Moment>,
    /// For [`JobFilter::until`](jobs_core::JobFilter::until).
    pub until: Option<Moment>,
}

/// A time that means the same for two stores.
#[derive(Debug, Clone, Copy)]
pub enum Moment {
    /// This very time, near those of the imported jobs.
    At(Timestamp),
    /// This many microseconds after the entry with this index (modulo the ledger's size) was
    /// recorded.
    Recorded(Index, i64),
}

/// How often [`check`] runs when `PROPTEST_CASES` does not say.
const CASES: u32 = 64;

/// Runs random operations on stores that `open` opens in new folders, each against a new
/// [`MemoryStore`].
///
/// # Panics
/// When the store's answer differs from the reference's, with the shortest list of operations
/// found; or when it does not answer.
pub fn check<S: JobStore>(open: impl AsyncFn(&Path) -> S + Send + 'static) {
    let set = std::env::var_os("PROPTEST_CASES").is_some();
    let default = Config::default();
    let cases = if set { default.cases } else { CASES };
    let config = Config { cases, failure_persistence: None, ..default };
    check_with(TestRunner::new(config), open);
}

/// [`check`] with a runner of the caller's choice, such as one that always draws the same
/// operations.
///
/// # Panics
/// As [`check`].
pub fn check_with<S: JobStore>(
    mut runner: TestRunner,
    open: impl AsyncFn(&Path) -> S + Send + 'static,
) {
    // Only single calls have a time limit, not the whole: the caller chooses how many there are.
    let limits = Runner { end_within: Duration::MAX, ..Runner::default() };
    limits.supervise(move |watch| {
        let run = runner.run(&operations(40), |ops| -> TestCaseResult {
            let folder = tempfile::tempdir().unwrap();
            block_on(async {
                let store = opened(&open, folder.path(), watch).await;
                compare(&MemoryStore::default(), &Watched::new(store, watch), &ops).await;
            });
            Ok(())
        });
        if let Err(failure) = run {
            panic!("{failure}");
        }
    });
}
