//! How fast a ledger is verified: five-customer jobs a second, on one thread and on all cores.
//!
//! `BENCH_JOBS` says how many jobs there are. `BENCH_LEDGER` is where the ledger is kept, so that the next time it need
//! not be made.

#![expect(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a benchmark fails by panicking and prints"
)]

use std::time::Instant;

use jobs_core::{ActionCode, ActionName, Cid, CustomerSet, Draft, JobStore, NewJob, UserId};
use jobs_sqlite::SqliteStore;
use jobs_sqlite::verify::{Options, verify};

/// As in `jobctl`.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

const JOBS: usize = 400_000;
/// Among whom the jobs' customers are.
const CUSTOMERS: usize = 100_000;

fn job(n: usize) -> Draft {
    let cid = |k: usize| Cid::new(format!("{:07}", (n * 7919 + k * 104_729) % CUSTOMERS)).unwrap();
    let customers = CustomerSet::new((0..5).map(cid)).unwrap();
    let (user, action) = (UserId::new("vijay").unwrap(), ActionName::new("Trans-Begin").unwrap());
    NewJob::new(user, ActionCode::new(1).unwrap(), action, customers).unwrap().into()
}

fn main() {
    let jobs = std::env::var("BENCH_JOBS").ok().and_then(|n| n.parse().ok()).unwrap_or(JOBS);
    let folder = tempfile::tempdir().unwrap();
    let path = std::env::var_os("BENCH_LEDGER")
        .map_or_else(|| folder.path().join("jobs.db"), std::path::PathBuf::from);
    if !path.exists() {
        make(&path, jobs);
    }
    let bytes = std::fs::metadata(&path).unwrap().len();
    println!("{jobs} jobs of 5 customers, {} bytes each", bytes / jobs as u64);
    for threads in [1, Options::default().threads] {
        let started = Instant::now();
        let report = verify(&path, &Options { threads, ..Options::default() }, &|_, _| {}).unwrap();
        let seconds = started.elapsed().as_secs_f64();
        assert!(report.is_sound(), "{:?}", report.findings().collect::<Vec<_>>());
        assert_eq!(report.jobs, jobs as u64);
        println!("{threads} threads: {:.0} jobs/s, {seconds:.2} s", jobs as f64 / seconds);
    }
}

fn make(path: &std::path::Path, jobs: usize) {
    tokio::runtime::Runtime::new().unwrap().block_on(async {
        let store = SqliteStore::open(path).unwrap();
        for first in (0..jobs).step_by(1000) {
            let drafts = (first..jobs.min(first + 1000)).map(job).collect();
            assert!(store.append(drafts).await.unwrap().iter().all(Result::is_ok));
        }
        store.close().await;
    });
}
