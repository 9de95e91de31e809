//! How fast a ledger is verified, on one thread and on all cores, beside the SHA-256 of its file.

use std::path::Path;
use std::time::{Duration, Instant};

use jobs_core::JobStore as _;
use jobs_sqlite::SqliteStore;
use jobs_sqlite::verify::{Options, verify};
use sha2::{Digest as _, Sha256};

use super::embedded::draft;
use super::{Pace, folder, in_turns};
use crate::client::Outcome;
use crate::measured::{Measured, Unit};
use crate::{Arguments, Result};

/// How many jobs are verified for each second of a turn.
const JOBS_PER_SECOND: usize = 80_000;

pub(super) fn run(_: &Arguments, pace: Pace) -> Result<Vec<Measured>> {
    let folder = folder()?;
    let file = folder.path().join("jobs.db");
    let jobs = JOBS_PER_SECOND * usize::try_from(pace.time.as_secs())?;
    make(&file, jobs)?;
    let mut results = Vec::new();
    for threads in [1, Options::default().threads] {
        let rate = |elapsed: Duration| Ok(Outcome::rate(jobs as f64 / elapsed.as_secs_f64()));
        let of_ledger = |_| {
            let started = Instant::now();
            let options = Options { threads, ..Options::default() };
            let report = verify(&file, &options, &|_, _| {})?;
            let findings = report.findings().count();
            if !report.is_sound() || report.jobs != jobs as u64 {
                return Err(format!("{findings} findings in {} jobs", report.jobs).into());
            }
            rate(started.elapsed())
        };
        let of_hash = |_| {
            let bytes = std::fs::read(&file)?;
            let started = Instant::now();
            std::hint::black_box(Sha256::digest(&bytes));
            rate(started.elapsed())
        };
        let (ledger, limit) = in_turns(pace, of_ledger, of_hash)?;
        results.push(Measured {
            workload: "verify",
            case: format!("{threads} threads, jobs"),
            unit: Unit::PerSecond,
            ledger,
            limit: Some(("SHA-256 of the file, one thread", limit)),
            target: None,
        });
    }
    Ok(results)
}

fn make(file: &Path, jobs: usize) -> Result<()> {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    runtime.block_on(async {
        let store = SqliteStore::open(file)?;
        for first in (0..jobs).step_by(1000) {
            let drafts: Result<Vec<_>> = (first..jobs.min(first + 1000)).map(draft).collect();
            for answer in store.append(drafts?).await? {
                answer?;
            }
        }
        store.close().await;
        Ok(())
    })
}
