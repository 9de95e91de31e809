//! Verification: whether the file still says what the ledger recorded.
//!
//! ```text
//! file      schema, SQLite's check of its pages    ─┐
//! indexes   each index against its table            │
//! segment   entries in stretches of 16,384:         │  on every core
//!           leaf by leaf, rule by rule, job by job  ├─► findings, a subtree's root each ─► tree
//! index     runs of the reverse index               ─┘
//! ```
//!
//! Every leaf is computed from the columns that readers are served, so whatever was edited shows as
//! a leaf that does not fit the tree. Memory does not grow with the ledger, but for two hashes for
//! each 256 entries, and on each thread a bit for each term, about 100 bytes for each counter, and
//! up to 20 MB of texts and hashes that are remembered.

mod chains;
mod counters;
mod file;
pub(crate) mod index;
mod indexes;
mod leaves;
mod options;
mod records;
mod report;
mod segment;
mod tree;

use std::path::Path;
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};

use jobs_core::{Error, Result};
use rusqlite::Connection;

pub use options::{Options, Past};
pub use report::{Finding, Findings, Report};

use crate::error::Context;
use crate::file::{connection, schema};
use crate::reading::texts::{Texts, Used};
use records::{Sum, Summing};
use segment::Segment;

/// Verifies the ledger in the file at `path`, which it does not change. `progress` hears how many
/// of how many entries are done; it is called from several threads.
///
/// # Errors
/// [`Error::Invalid`] when the file is not a ledger, [`Error::Storage`] when the system does not
/// let it be read. Whatever else is wrong is in the [`Report`], also that nothing of it can be
/// read.
pub fn verify(
    path: &Path,
    options: &Options,
    progress: &(dyn Fn(u64, u64) + Sync),
) -> Result<Report> {
    match verify_readable(path, options, progress) {
        Err(Error::Corrupt(what)) => {
            let mut findings = Findings::default();
            findings.add(Finding::new(None, format!("file: {what}")));
            Ok(Report::new(tree::empty_head(), 0, findings))
        }
        report => report,
    }
}

fn verify_readable(
    path: &Path,
    options: &Options,
    progress: &(dyn Fn(u64, u64) + Sync),
) -> Result<Report> {
    let open = || open(path, options.unchanging);
    let sql = open()?;
    let mut findings = Findings::default();
    let mut differences = schema::differences(&sql)?;
    if !schema::has_our_format(path, options.unchanging)? {
        differences.push("the file has an older format".into());
    }
    let readable = !differences.iter().any(|difference| difference.starts_with("table"));
    let differs = |index: &str| {
        let object = format!("index {index} ");
        differences.iter().any(|difference| difference.starts_with(&object))
    };
    let tasks = Task::of_indexes(&differs);
    findings.extend(differences.iter().map(|what| Finding::new(None, format!("schema: {what}"))));
    if !readable {
        return Ok(Report::new(tree::empty_head(), 0, findings));
    }
    let size = file::entries(&sql, &mut findings)?;
    let work = Work::new(&sql, size, &options.past, tasks)?;
    let done = AtomicU64::new(0);
    std::thread::scope(|scope| {
        let run = || {
            work.run(&open, &|entries| {
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

/// A connection of which nothing is believed, in one transaction: all that it reads is of one
/// moment.
fn open(path: &Path, unchanging: bool) -> Result<Connection> {
    let sql = connection::open_suspect(path, unchanging)?;
    sql.execute_batch("BEGIN").doing("beginning to read")?;
    Ok(sql)
}

/// What there is to do, in pieces that any thread may take.
struct Work<'o> {
    past: &'o [Past],
    tasks: Vec<Task>,
    runs: Vec<index::StoredRun>,
    next: AtomicUsize,
    size: u64,
    /// How many terms there are.
    terms: u64,
    summing: Summing,
    done: Mutex<Done>,
}

#[derive(Clone, Copy)]
enum Task {
    /// SQLite's own check of the whole file, which takes longest and so goes first.
    Pages,
    /// Of those over entries.
    IndexOfEntries(usize),
    Index(usize),
    /// The tables that are their own indexes.
    Own,
    Segment(usize),
    Run(usize),
}

impl Task {
    /// One for each index, but for those whose row of the schema differs: they are found already,
    /// and may not be there.
    fn of_indexes(differs: &dyn Fn(&str) -> bool) -> Vec<Self> {
        let tasks = |indexes: &[indexes::Index], task: fn(usize) -> Self| -> Vec<Self> {
            let whole = indexes.iter().enumerate().filter(|(_, index)| !differs(index.name));
            whole.map(|(number, _)| task(number)).collect()
        };
        let mut all = tasks(&indexes::OF_ENTRIES, Self::IndexOfEntries);
        all.extend(tasks(&indexes::OF_OTHERS, Self::Index));
        all
    }
}

/// What a task comes to, beside findings.
enum Outcome {
    Nothing,
    Segment(usize, Segment),
    Records(usize, Sum),
    Run(usize, Option<index::SummedUses>),
}

#[derive(Default)]
struct Done {
    findings: Findings,
    /// Each segment's root, or for the last one what is left to add to the tree.
    segments: Vec<Option<Segment>>,
    /// The records of each index over entries; none of one that cannot be read.
    records: [Option<Sum>; indexes::OF_ENTRIES.len()],
    /// What the postings of each run say; nothing of one that has to be looked at again.
    runs: Vec<Option<index::SummedUses>>,
    /// What the counters should be.
    counters: counters::Rows,
    /// The terms that entries use.
    used: Used,
}

impl<'o> Work<'o> {
    fn new(sql: &Connection, size: u64, past: &'o [Past], indexes: Vec<Task>) -> Result<Self> {
        let segments = usize::try_from(size.div_ceil(segment::ENTRIES)).map_err(|_| {
            Error::invalid("path", "holds more entries than this machine can address")
        })?;
        let mut tasks = vec![Task::Pages, Task::Own];
        tasks.extend(indexes);
        tasks.extend((0..segments).map(Task::Segment));
        let runs = index::runs(sql)?;
        tasks.extend((0..runs.len()).map(Task::Run));
        let segments = vec![None; segments];
        let runs_read = vec![None; runs.len()];
        let done = Done { segments, runs: runs_read, ..Done::default() };
        Ok(Self {
            past,
            tasks,
            runs,
            next: AtomicUsize::new(0),
            size,
            terms: file::terms(sql)?,
            summing: Summing::default(),
            done: Mutex::new(done),
        })
    }

    /// Does tasks until there are none.
    fn run(&self, open: &dyn Fn() -> Result<Connection>, progress: &dyn Fn(u64)) -> Result<()> {
        let sql = open()?;
        let mut texts = Texts::of_all(&sql, self.terms)?;
        let mut counted = counters::Rows::new();
        while let Some(task) = self.tasks.get(self.next.fetch_add(1, Ordering::Relaxed)) {
            let mut findings = Findings::default();
            let outcome = self.take(*task, &sql, &mut texts, &mut counted, &mut findings);
            let mut done = self.done();
            match outcome {
                Ok(Outcome::Nothing) => {}
                Ok(Outcome::Segment(number, segment)) => {
                    progress(segment.entries);
                    done.segments[number] = Some(segment);
                }
                Ok(Outcome::Records(number, sum)) => done.records[number] = Some(sum),
                Ok(Outcome::Run(number, uses)) => done.runs[number] = uses,
                // A page of the file that cannot be read is a finding like any other.
                Err(Error::Corrupt(what)) => findings.add(Finding::new(self.first_of(*task), what)),
                Err(other) => return Err(other),
            }
            done.findings.merge(findings);
        }
        let mut done = self.done();
        counters::join(&mut done.counters, counted);
        done.used.join(&texts.into_used());
        Ok(())
    }

    fn take(
        &self,
        task: Task,
        sql: &Connection,
        texts: &mut Texts<'_>,
        counted: &mut counters::Rows,
        findings: &mut Findings,
    ) -> Result<Outcome> {
        let size = self.size;
        let summing = &self.summing;
        match task {
            Task::Pages => file::check_pages(sql, findings)?,
            Task::Run(number) => {
                return Ok(Outcome::Run(number, index::read(sql, &self.runs[number], summing)?));
            }
            Task::Index(number) => {
                indexes::check(sql, &indexes::OF_OTHERS[number], summing, findings)?;
            }
            Task::Own => {
                indexes::OWN
                    .iter()
                    .try_for_each(|index| indexes::check_own(sql, index, findings))?;
            }
            Task::IndexOfEntries(number) => {
                let index = &indexes::OF_ENTRIES[number];
                let sum = indexes::check_of_entries(sql, index, size, summing, findings)?;
                return Ok(Outcome::Records(number, sum));
            }
            Task::Segment(number) => {
                let known = segment::Scope { size, summing, runs: &self.runs };
                let segment = segment::check(sql, texts, number, known, counted, findings)?;
                return Ok(Outcome::Segment(number, segment));
            }
        }
        Ok(Outcome::Nothing)
    }

    fn done(&self) -> MutexGuard<'_, Done> {
        self.done.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn first_of(&self, task: Task) -> Option<u64> {
        match task {
            Task::Pages | Task::Own | Task::IndexOfEntries(_) | Task::Index(_) => None,
            Task::Segment(number) => Some(number as u64 * segment::ENTRIES),
            Task::Run(number) => u64::try_from(self.runs[number].first).ok(),
        }
    }

    fn finish(self, sql: &Connection, mut findings: Findings) -> Result<Report> {
        let done = self.done.into_inner().unwrap_or_else(PoisonError::into_inner);
        findings.merge(done.findings);
        let mut jobs = 0;
        let mut reached = 0;
        let mut complete = true;
        let mut called_for = [Sum::default(); indexes::OF_ENTRIES.len()];
        let mut uses = vec![index::SummedUses::default(); self.runs.len()];
        let mut tree = tree::Builder::new(self.past);
        for segment in done.segments {
            let Some(segment) = segment else {
                complete = false;
                continue;
            };
            jobs += segment.jobs;
            reached += segment.reached;
            called_for.iter_mut().zip(segment.records).for_each(|(sum, more)| sum.join(more));
            segment.uses.iter().for_each(|(run, more)| uses[*run].join(*more));
            tree.add(sql, &segment)?;
        }
        index::compare(sql, self.size, &self.runs, &done.runs, &uses, &mut findings)?;
        if complete {
            tree.check(sql, &mut findings)?;
            tree.check_past(sql, &mut findings)?;
            file::check_counts(sql, jobs, self.terms, &mut findings)?;
            compare_indexes(sql, self.size, done.records, called_for, &mut findings)?;
            // What is wrong with an entry or a state breaks chains and counts by itself.
            if !findings.are_of_entries() {
                if reached != self.size {
                    segment::find_unreached(sql, &mut findings)?;
                }
                counters::check(sql, done.counters, &mut findings)?;
                file::check_used(done.used.count(), self.terms, &mut findings);
            }
        }
        Ok(Report::new(tree.head(), jobs, findings))
    }
}

/// Compares the records of the indexes over entries with those that the entries call for.
fn compare_indexes(
    sql: &Connection,
    size: u64,
    records: [Option<Sum>; indexes::OF_ENTRIES.len()],
    called_for: [Sum; indexes::OF_ENTRIES.len()],
    findings: &mut Findings,
) -> Result<()> {
    for ((index, records), called_for) in indexes::OF_ENTRIES.iter().zip(records).zip(called_for) {
        if records.is_some_and(|records| records != called_for) {
            indexes::name_differences(sql, index, Some(size), findings)?;
        }
    }
    Ok(())
}
