//! The reverse index: each run's bounds and postings, against the entries that they are of.
//!
//! The uses of terms are summed on both sides, as records of indexes are: as postings say them, and as entries do
//! while these are verified. Only where the sums differ, and for the run that is being written, are the entries read a
//! second time, to say what is wrong.

use jobs_core::{Index, Result};
use rusqlite::Connection;

use super::records::{Sum, Summing};
use super::report::{Finding, Findings};
use crate::blocks::Block;
use crate::error::Context;
use crate::postings::{self, blocks_of};
use crate::rows::from_sql;

const DOING: &str = "verifying the reverse index";

/// A run, as its row says.
#[derive(Debug, Clone, Copy)]
pub(super) struct Run {
    pub(super) first: i64,
    pub(super) past: i64,
    created: (i64, i64),
    /// Whether its postings are all written.
    complete: bool,
}

/// The uses of terms in a run, and when the first and the last of its jobs were created.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Uses {
    sum: Sum,
    created: (i64, i64),
}

impl Default for Uses {
    fn default() -> Self {
        Self { sum: Sum::default(), created: (i64::MAX, i64::MIN) }
    }
}

impl Uses {
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
pub(super) fn runs(sql: &Connection) -> Result<Vec<Run>> {
    let select =
        "SELECT first, past, created_min, created_max, next_term IS NULL FROM run ORDER BY first";
    let mut statement = sql.prepare(select).doing(DOING)?;
    let rows = statement.query_map([], |row| {
        let (first, past, created_min, created_max, complete) = row.try_into()?;
        Ok(Run { first, past, created: (created_min, created_max), complete })
    });
    rows.doing(DOING)?.collect::<rusqlite::Result<_>>().doing(DOING)
}

/// Finds the run of each entry; entries are asked for in order.
pub(super) struct Cursor<'r> {
    runs: &'r [Run],
    at: usize,
}

impl<'r> Cursor<'r> {
    pub(super) fn new(runs: &'r [Run], first: Index) -> Self {
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

/// Reads the postings of a complete run; nothing of an open one, or when they are not spelt as they are written.
pub(super) fn read(sql: &Connection, run: &Run, summing: &Summing) -> Result<Option<Uses>> {
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
    let mut uses = Uses { created: run.created, ..Uses::default() };
    all.iter().for_each(|(term, offset)| {
        uses.add(summing, *term, run.first.saturating_add(i64::from(*offset)));
    });
    Ok(Some(uses))
}

/// Compares the runs with what their entries call for.
pub(super) fn compare(
    sql: &Connection,
    size: u64,
    runs: &[Run],
    stored: &[Option<Uses>],
    called_for: &[Uses],
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
fn check(sql: &Connection, run: &Run, findings: &mut Findings) -> Result<()> {
    let index = from_sql(run.first)?;
    match postings::verify_run(sql, run.first, run.past) {
        Ok(None) => {}
        Ok(Some(wrong)) => {
            let finding = Finding::new(index, format!("run {}: {}", run.first, wrong.what));
            findings.add(Finding { stored: wrong.stored, expected: wrong.expected, ..finding });
        }
        Err(jobs_core::Error::Corrupt(what)) => findings.add(Finding::new(index, what)),
        Err(other) => return Err(other),
    }
    Ok(())
}
