//! The reverse index: each run's bounds and postings, against the entries that they are of.
//!
//! The uses of terms are summed on both sides, as records of indexes are: as postings say them, and
//! as entries do while these are verified. Only where the sums differ, and for the run that is
//! being written, are the entries read a second time, to say what is wrong.

use jobs_core::{Index, Result};
use rusqlite::{Connection, OptionalExtension};

use super::records::{Sum, Summing};
use super::report::{Finding, Findings};
use crate::error::Context;
use crate::format::codes::from_sql;
use crate::index::blocks::Block;
use crate::index::runs::{Run, RunSize, reach, read_run};
use crate::index::slices::blocks_of;

const DOING: &str = "verifying the reverse index";

/// A run, as its row says.
#[derive(Debug, Clone, Copy)]
pub(super) struct StoredRun {
    pub(super) first: i64,
    pub(super) past: i64,
    created: (i64, i64),
    /// Whether its postings are all written.
    complete: bool,
}

/// The uses of terms in a run, and when the first and the last of its jobs were created.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct SummedUses {
    sum: Sum,
    created: (i64, i64),
}

impl Default for SummedUses {
    fn default() -> Self {
        Self { sum: Sum::default(), created: (i64::MAX, i64::MIN) }
    }
}

impl SummedUses {
    pub(super) fn created(&mut self, at: i64) {
        self.created = (self.created.0.min(at), self.created.1.max(at));
    }

    pub(super) fn add(&mut self, summing: &Summing, term: i64, job: i64) {
        summing.add_use(&mut self.sum, term, job);
    }

    pub(super) fn join(&mut self, other: Self) {
        self.sum.join(other.sum);
        self.created.0 = self.created.0.min(other.created.0);
        self.created.1 = self.created.1.max(other.created.1);
    }
}

/// The runs that there are, in order.
pub(super) fn runs(sql: &Connection) -> Result<Vec<StoredRun>> {
    let select =
        "SELECT first, past, created_min, created_max, next_term IS NULL FROM run ORDER BY first";
    let mut statement = sql.prepare(select).doing(DOING)?;
    let rows = statement.query_map([], |row| {
        let (first, past, created_min, created_max, complete) = row.try_into()?;
        Ok(StoredRun { first, past, created: (created_min, created_max), complete })
    });
    rows.doing(DOING)?.collect::<rusqlite::Result<_>>().doing(DOING)
}

/// Finds the run of each entry; entries are asked for in order.
pub(super) struct Cursor<'r> {
    runs: &'r [StoredRun],
    at: usize,
}

impl<'r> Cursor<'r> {
    pub(super) fn new(runs: &'r [StoredRun], first: Index) -> Self {
        let at = runs.partition_point(|run| run.past.cast_unsigned() <= first);
        Self { runs, at }
    }

    /// The number of the run that the entry belongs to.
    pub(super) fn of(&mut self, index: i64) -> Option<usize> {
        while self.runs.get(self.at)?.past <= index {
            self.at += 1;
        }
        (self.runs[self.at].first <= index).then_some(self.at)
    }
}

/// Reads the postings of a complete run; nothing of an open one, or when they are not spelt as they
/// are written.
pub(super) fn read(
    sql: &Connection,
    run: &StoredRun,
    summing: &Summing,
) -> Result<Option<SummedUses>> {
    if !run.complete {
        return Ok(None);
    }
    let select = "SELECT term, block FROM posting WHERE run = ?1 ORDER BY term";
    let mut statement = sql.prepare_cached(select).doing(DOING)?;
    let blocks = statement.query_map([run.first], |row| {
        let (term, postings) = row.try_into()?;
        Ok(Block { term, postings })
    });
    let blocks = blocks.doing(DOING)?.collect::<rusqlite::Result<Vec<_>>>().doing(DOING)?;
    let Ok(all) = blocks.iter().flat_map(Block::uses).collect::<Result<Vec<_>>>() else {
        return Ok(None);
    };
    if !all.is_sorted_by(|a, b| a < b) || !blocks_of(&all).eq(blocks) {
        return Ok(None);
    }
    let mut uses = SummedUses { created: run.created, ..SummedUses::default() };
    all.iter().for_each(|(term, offset)| {
        uses.add(summing, *term, run.first.saturating_add(i64::from(*offset)));
    });
    Ok(Some(uses))
}

/// Compares the runs with what their entries call for.
pub(super) fn compare(
    sql: &Connection,
    size: u64,
    runs: &[StoredRun],
    stored: &[Option<SummedUses>],
    called_for: &[SummedUses],
    findings: &mut Findings,
) -> Result<()> {
    let mut begins = 0;
    for ((run, stored), called_for) in runs.iter().zip(stored).zip(called_for) {
        let is_within = run.past - run.first <= 1 << 16 && run.past.cast_unsigned() <= size;
        if run.first != begins || !is_within || *stored != Some(*called_for) {
            check(sql, run, findings)?;
        }
        begins = run.past;
    }
    Ok(())
}

/// Reads the entries of a run once more, and says what is wrong with it, if anything is.
fn check(sql: &Connection, run: &StoredRun, findings: &mut Findings) -> Result<()> {
    match verify_run(sql, run.first, run.past) {
        Ok(wrong) => findings.extend(wrong),
        Err(jobs_core::Error::Corrupt(what)) => {
            findings.add(Finding::new(from_sql(run.first)?, what));
        }
        Err(other) => return Err(other),
    }
    Ok(())
}

/// Compares the run `first..past` with its entries: its bounds, and its postings as far as they are
/// written.
pub(crate) fn verify_run(sql: &Connection, first: i64, past: i64) -> Result<Option<Finding>> {
    let index = from_sql(first)?;
    let wrong = |what: &str| Finding::new(index, format!("run {first}: {what}"));
    let previous = "SELECT past FROM run WHERE first < ?1 ORDER BY first DESC LIMIT 1";
    let begins = sql.query_row(previous, [first], |row| row.get(0)).optional().doing(DOING)?;
    if first != begins.unwrap_or(0) || past - first > 1 << 16 || past > reach(sql)?.size {
        return Ok(Some(wrong("does not begin where the last run ends, or ends elsewhere")));
    }
    let (run, uses) = read_run(sql, first, Some(past), RunSize::DEFAULT)?;
    let select = "SELECT past, created_min, created_max, next_term FROM run WHERE first = ?1";
    let (past, created_min, created_max, next_term): (i64, i64, i64, Option<i64>) =
        sql.query_row(select, [first], |row| row.try_into()).doing(DOING)?;
    let stored = Run { past, created_min, created_max, ..run };
    if stored != run {
        let finding = wrong("its bounds are not those of its entries");
        return Ok(Some(finding.stored(format!("{stored:?}")).expected(format!("{run:?}"))));
    }
    let newest: i64 =
        sql.query_row("SELECT max(first) FROM run", [], |row| row.get(0)).doing(DOING)?;
    if next_term.is_some() && first != newest {
        return Ok(Some(wrong("is open, and others follow")));
    }
    let select = "SELECT term, block FROM posting WHERE run = ?1 ORDER BY term";
    let mut statement = sql.prepare_cached(select).doing(DOING)?;
    let mut rows = statement.query([first]).doing(DOING)?;
    let mut expected =
        blocks_of(&uses).take_while(|block| next_term.is_none_or(|next| block.term < next));
    loop {
        let row = rows.next().doing(DOING)?;
        let stored: Option<(i64, Vec<u8>)> = row.map(TryInto::try_into).transpose().doing(DOING)?;
        let stored = stored.map(|(term, postings)| Block { term, postings });
        let expected = expected.next();
        if stored == expected {
            if stored.is_none() {
                return Ok(None);
            }
            continue;
        }
        let term = expected.as_ref().or(stored.as_ref()).map_or(0, |block| block.term);
        let show = |block: Option<Block>| {
            block.map(|block| format!("term {}, {} bytes", block.term, block.postings.len()))
        };
        let what = format!("its postings are not those of its entries, from term {term} on");
        let stored = show(stored);
        let expected = show(expected);
        return Ok(Some(Finding { stored, expected, ..wrong(&what) }));
    }
}
