//! Verification: whether the file still says what the ledger recorded.
//!
//! ```text
//! file      schema, SQLite's own checks            ─┐
//! segment   entries in stretches of 16,384:         │  on every core
//!           leaf by leaf, rule by rule, job by job  ├─► findings, a subtree's root each ─► tree
//! index     runs of the reverse index, from entries ─┘
//! ```
//!
//! Every leaf is computed from the columns that readers are served, so whatever was edited shows as a leaf that
//! does not fit the tree. Memory does not grow with the ledger, but for two hashes for each 256 entries, and on each
//! thread about 100 bytes for each counter.

mod block;
mod counters;
mod file;
mod index;
mod report;
mod segment;
mod tree;

use std::path::Path;
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};

use jobs_core::merkle::Hash;
use jobs_core::{Error, Index, Result};
use rusqlite::Connection;

pub use report::{Finding, Report};

use crate::connection;
use crate::error::Context;
use crate::rows::Cids;
use report::Findings;
use segment::Segment;

/// How to verify.
#[derive(Debug, Clone)]
pub struct Options {
    /// How many threads to use, at least 1.
    pub threads: usize,
    /// What the ledger once was, and must still begin with.
    pub past: Vec<Past>,
}

impl Default for Options {
    /// As many threads as there are cores, and nothing known of the past.
    fn default() -> Self {
        let threads = std::thread::available_parallelism().map_or(1, usize::from);
        Self { threads, past: Vec::new() }
    }
}

/// A head that the ledger once had, as a checkpoint says it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Past {
    /// Who says so, for the finding.
    pub source: String,
    /// How many entries there were.
    pub size: Index,
    /// The root over them.
    pub root: Hash,
}

/// Verifies the ledger in the file at `path`, which it does not change. `progress` hears how many of how many
/// entries are done; it is called from several threads.
///
/// # Errors
/// [`Error::Invalid`] when the file is not a ledger, [`Error::Storage`] and [`Error::Corrupt`] when it cannot be
/// read at all. Whatever else is wrong is in the [`Report`].
pub fn verify(
    path: &Path,
    options: &Options,
    progress: &(dyn Fn(u64, u64) + Sync),
) -> Result<Report> {
    let sql = open(path)?;
    let mut findings = Findings::default();
    let differences = connection::schema_differences(&sql)?;
    let readable = !differences.iter().any(|difference| difference.starts_with("table"));
    differences
        .into_iter()
        .for_each(|what| findings.add(Finding::new(None, format!("schema: {what}"))));
    if !readable {
        return Ok(Report::new(tree::empty_head(), 0, findings));
    }
    let size = file::entries(&sql, &mut findings)?;
    let work = Work::new(&sql, size, &options.past)?;
    let done = AtomicU64::new(0);
    std::thread::scope(|scope| {
        let run = || {
            work.run(path, &|entries| {
                let done = done.fetch_add(entries, Ordering::Relaxed) + entries;
                progress(done, size);
            })
        };
        let threads: Vec<_> = (0..options.threads.max(1)).map(|_| scope.spawn(run)).collect();
        threads.into_iter().try_for_each(|thread| {
            thread.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))
        })
    })?;
    work.finish(&sql, findings)
}

/// A connection of which nothing is believed, in one transaction: all that it reads is of one moment.
fn open(path: &Path) -> Result<Connection> {
    let sql = connection::open_suspect(path)?;
    sql.execute_batch("BEGIN").doing("beginning to read")?;
    Ok(sql)
}

/// What there is to do, in pieces that any thread may take.
struct Work<'o> {
    past: &'o [Past],
    tasks: Vec<Task>,
    next: AtomicUsize,
    size: u64,
    done: Mutex<Done>,
}

#[derive(Clone, Copy)]
enum Task {
    /// SQLite's own check of the whole file, which takes longest and so goes first.
    Integrity,
    Segment(usize),
    Run {
        first: i64,
        past: i64,
    },
}

#[derive(Default)]
struct Done {
    findings: Findings,
    /// Each segment's root, or for the last one what is left to add to the tree.
    segments: Vec<Option<Segment>>,
    /// What the counters should be.
    counters: counters::Rows,
}

impl<'o> Work<'o> {
    fn new(sql: &Connection, size: u64, past: &'o [Past]) -> Result<Self> {
        let segments = usize::try_from(size.div_ceil(segment::ENTRIES)).map_err(|_| {
            Error::invalid("path", "holds more entries than this machine can address")
        })?;
        let mut tasks = vec![Task::Integrity];
        tasks.extend((0..segments).map(Task::Segment));
        tasks.extend(index::runs(sql)?.into_iter().map(|(first, past)| Task::Run { first, past }));
        let done = Done { segments: vec![None; segments], ..Done::default() };
        Ok(Self { past, tasks, next: AtomicUsize::new(0), size, done: Mutex::new(done) })
    }

    /// Does tasks until there are none.
    fn run(&self, path: &Path, progress: &dyn Fn(u64)) -> Result<()> {
        let sql = open(path)?;
        let mut cids = Cids::remembering(&sql)?;
        let mut counted = counters::Rows::new();
        while let Some(task) = self.tasks.get(self.next.fetch_add(1, Ordering::Relaxed)) {
            let mut findings = Findings::default();
            let segment = match *task {
                Task::Integrity => file::check_integrity(&sql, &mut findings).map(|()| None),
                Task::Run { first, past } => {
                    index::check(&sql, first, past, &mut findings).map(|()| None)
                }
                Task::Segment(number) => {
                    let (size, counted) = (self.size, &mut counted);
                    let segment =
                        segment::check(&sql, &mut cids, number, size, counted, &mut findings);
                    segment.map(|segment| Some((number, segment)))
                }
            };
            let mut done = self.done();
            match segment {
                Ok(None) => {}
                Ok(Some((number, segment))) => {
                    progress(segment.entries);
                    done.segments[number] = Some(segment);
                }
                // A page of the file that cannot be read is a finding like any other.
                Err(Error::Corrupt(what)) => findings.add(Finding::new(self.first_of(*task), what)),
                Err(other) => return Err(other),
            }
            done.findings.merge(findings);
        }
        counters::join(&mut self.done().counters, counted);
        Ok(())
    }

    fn done(&self) -> MutexGuard<'_, Done> {
        self.done.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn first_of(&self, task: Task) -> Option<u64> {
        match task {
            Task::Integrity => None,
            Task::Segment(number) => Some(number as u64 * segment::ENTRIES),
            Task::Run { first, .. } => u64::try_from(first).ok(),
        }
    }

    fn finish(self, sql: &Connection, mut findings: Findings) -> Result<Report> {
        let done = self.done.into_inner().unwrap_or_else(PoisonError::into_inner);
        findings.merge(done.findings);
        let (mut jobs, mut reached, mut complete) = (0, 0, true);
        let mut tree = tree::Builder::new(self.past);
        for segment in done.segments {
            let Some(segment) = segment else {
                complete = false;
                continue;
            };
            jobs += segment.jobs;
            reached += segment.reached;
            tree.add(sql, &segment)?;
        }
        if complete {
            tree.check(sql, &mut findings)?;
            tree.check_past(sql, &mut findings)?;
            file::check_counts(sql, jobs, &mut findings)?;
            // What is wrong with an entry or a state breaks chains and counts by itself.
            if !findings.are_of_entries() {
                if reached != self.size {
                    segment::find_unreached(sql, &mut findings)?;
                }
                counters::check(sql, done.counters, &mut findings)?;
            }
        }
        Ok(Report::new(tree.head(), jobs, findings))
    }
}
