//! `SqliteStore` in the program that appends, without HTTP, beside a bare loop over the same
//! layout, and beside queues that one could embed instead.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use jobs_core::{ActionCode, ActionName, Cid, CustomerSet, Draft, JobStore as _, NewJob, UserId};
use jobs_sqlite::SqliteStore;

use super::{Pace, Side, all_in_turns, customers, folder};
use crate::client::Outcome;
use crate::measured::{Measured, Unit};
use crate::peers::{self, APALIS, EFFECTUM};
use crate::{Arguments, Result, bare_loop};

/// How many tasks append how many jobs at once, and how many in all for each second of a turn.
/// Counts are fixed, so the ledger has the same size with a slow disk and a fast one.
const CASES: [(usize, usize, usize); 4] =
    [(1, 1, 1_000), (64, 1, 20_000), (1024, 1, 40_000), (16, 100, 80_000)];

/// How many jobs the bare loop records for each second of a turn.
const BARE_PER_SECOND: usize = 40_000;

pub(super) fn run(_: &Arguments, pace: Pace) -> Result<Vec<Measured>> {
    let folder = folder()?;
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    let store = Arc::new(SqliteStore::open(folder.path().join("jobs.db"))?);
    let next = Arc::new(AtomicUsize::new(0));
    let mut files = 0;
    let queues = queues(folder.path())?;
    let mut results = Vec::new();
    for (tasks, batch, count) in CASES {
        let of_ledger = |time: Duration| {
            let jobs = count * usize::try_from(time.as_secs())?;
            runtime.block_on(append(&store, &next, tasks, batch, jobs))
        };
        let of_loop = |time: Duration| {
            files += 1;
            let file = folder.path().join(format!("bare-{files}.db"));
            let jobs = BARE_PER_SECOND * usize::try_from(time.as_secs())?;
            let elapsed = bare_loop::run(&file, jobs, |number| customers(number, 5))?;
            Ok(Outcome::rate(jobs as f64 / elapsed.as_secs_f64()))
        };
        let mut sides: Vec<Side<'_>> = vec![Box::new(of_ledger), Box::new(of_loop)];
        for (_, program, place) in &queues {
            sides.push(Box::new(move |time| peers::create(program, place, (tasks, batch), time)));
        }
        let outcomes = all_in_turns(Unit::PerSecond, pace, sides)?;
        let names = queues.iter().map(|(name, ..)| *name);
        let names = std::iter::once("bare loop, 1,000 jobs a commit").chain(names);
        results.extend(names.zip(&outcomes[1..]).map(|(name, limit)| Measured {
            workload: "embedded",
            case: format!("{tasks} tasks, {batch} jobs at once"),
            unit: Unit::PerSecond,
            ledger: outcomes[0],
            limit: Some((name, *limit)),
            target: None,
        }));
    }
    runtime.block_on(store.close());
    Ok(results)
}

/// The available queues: their names, the programs that measure them, and a folder for each.
fn queues(folder: &Path) -> Result<Vec<(&'static str, PathBuf, String)>> {
    let mut found = Vec::new();
    for (name, ours) in [(EFFECTUM, "effectum"), (APALIS, "apalis")] {
        let program = peers::client(ours);
        let place = folder.join(ours);
        if peers::is_built(name, &program) {
            std::fs::create_dir(&place)?;
            found.push((name, program, place.to_string_lossy().into_owned()));
        }
    }
    Ok(found)
}

/// Lets `tasks` tasks append until `jobs` more jobs are recorded.
async fn append(
    store: &Arc<SqliteStore>,
    next: &Arc<AtomicUsize>,
    tasks: usize,
    batch: usize,
    jobs: usize,
) -> Result<Outcome> {
    let end = next.load(Ordering::Relaxed) + jobs;
    let started = Instant::now();
    let task = |_| {
        let store = Arc::clone(store);
        let next = Arc::clone(next);
        tokio::spawn(async move {
            let mut appended = 0;
            loop {
                let first = next.fetch_add(batch, Ordering::Relaxed);
                if first >= end {
                    return Ok::<usize, crate::Error>(appended);
                }
                let drafts: Result<Vec<Draft>> = (first..first + batch).map(draft).collect();
                for answer in store.append(drafts?).await? {
                    answer?;
                    appended += 1;
                }
            }
        })
    };
    let mut appended = 0;
    for task in (0..tasks).map(task).collect::<Vec<_>>() {
        appended += task.await??;
    }
    Ok(Outcome::rate(appended as f64 / started.elapsed().as_secs_f64()))
}

/// The job with this number.
pub(crate) fn draft(number: usize) -> Result<Draft> {
    let cids: std::result::Result<Vec<Cid>, _> =
        customers(number, 5).into_iter().map(Cid::new).collect();
    let user = UserId::new("vijay")?;
    let action = ActionName::new("Trans-Begin")?;
    let job = NewJob::new(user, ActionCode::new(1)?, action, CustomerSet::new(cids?)?)?;
    Ok(job.into())
}
