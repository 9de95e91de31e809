//! A stretch of entries: each one's leaf against the hash that is kept of it, and the ledger's rules from one entry
//! to the next and to its job's others.

use jobs_core::merkle::{Hash, RightEdge, leaf_hash};
use jobs_core::{Draft, Entry, Index, JobId, Result, Status, Timestamp};
use rusqlite::{CachedStatement, Connection, OptionalExtension};

use super::report::{Finding, Findings};
use super::show;
use crate::codes::{source_to_sql, status_from_sql, status_to_sql};
use crate::error::Context;
use crate::rows::{self, Cids, Kept, from_sql, to_sql};

const DOING: &str = "verifying entries";

/// How many entries a segment has: a perfect subtree of the Merkle tree.
pub(super) const ENTRIES: u64 = 1 << LEVEL;
pub(super) const LEVEL: u8 = 14;

/// What is known of a segment once it is checked.
#[derive(Debug, Clone)]
pub(super) struct Segment {
    pub(super) entries: u64,
    pub(super) jobs: u64,
    /// How many entries its jobs' chains have, in whatever segments.
    pub(super) reached: u64,
    /// The roots of the complete subtrees of 256 leaves, and the hashes of the leaves that are left.
    pub(super) subtrees: Vec<Hash>,
    pub(super) rest: Vec<Hash>,
    /// The time of its newest entry.
    pub(super) recorded_at: Option<Timestamp>,
}

/// Checks the segment `number` of a ledger of `size` entries.
pub(super) fn check(
    sql: &Connection,
    cids: &mut Cids<'_>,
    number: usize,
    size: u64,
    findings: &mut Findings,
) -> Result<Segment> {
    let first = number as u64 * ENTRIES;
    let past = size.min(first + ENTRIES);
    let mut checker = Checker::new(sql, first, findings)?;
    rows::scan(sql, cids, first, past, |index, kept| checker.take(index, kept))?;
    checker.skip_to(past);
    Ok(Segment { rest: checker.leaves, ..checker.segment })
}

struct Checker<'c> {
    sql: &'c Connection,
    findings: &'c mut Findings,
    job_state: CachedStatement<'c>,
    before: CachedStatement<'c>,
    segment: Segment,
    next: Index,
    leaves: Vec<Hash>,
}

impl<'c> Checker<'c> {
    fn new(sql: &'c Connection, first: Index, findings: &'c mut Findings) -> Result<Self> {
        let (jobs, reached) = (0, 0);
        let (subtrees, rest) = (Vec::with_capacity(64), Vec::new());
        let recorded_at = time_before(sql, first)?;
        let segment = Segment { entries: 0, jobs, reached, subtrees, rest, recorded_at };
        Ok(Self {
            sql,
            findings,
            job_state: sql
                .prepare_cached("SELECT status, source, last FROM job_state WHERE job = ?1")
                .doing(DOING)?,
            before: sql
                .prepare_cached("SELECT coalesce(job, idx), previous, coalesce(status, 0) FROM entry WHERE idx = ?1")
                .doing(DOING)?,
            segment,
            next: first,
            leaves: Vec::with_capacity(256),
        })
    }

    fn take(&mut self, index: Index, kept: Kept) -> Result<()> {
        self.skip_to(index);
        let stored = kept.leaf_hash.map(Hash::from_bytes);
        let leaf = match kept.entry {
            Ok(entry) => {
                let bytes = entry.leaf();
                let leaf = leaf_hash(&bytes);
                if stored != Some(leaf) {
                    self.report_leaf(&entry, &bytes, stored);
                }
                self.check_rules(&entry)?;
                leaf
            }
            Err(error) => {
                self.findings.add(Finding::new(index, without_entry(&error.to_string(), index)));
                stored.unwrap_or(NOTHING)
            }
        };
        self.push(leaf);
        Ok(())
    }

    /// Reports the entries that are missing before `index`.
    fn skip_to(&mut self, index: Index) {
        while self.next < index {
            self.findings.add(Finding::new(self.next, "is missing"));
            self.push(NOTHING);
        }
    }

    fn push(&mut self, leaf: Hash) {
        self.next += 1;
        self.segment.entries += 1;
        self.leaves.push(leaf);
        if self.leaves.len() == 256 {
            self.segment.subtrees.push(root(&self.leaves));
            self.leaves.clear();
        }
    }

    fn report_leaf(&mut self, entry: &Entry, bytes: &[u8], stored: Option<Hash>) {
        let finding =
            Finding::new(entry.index(), "entry: its values are not those that were recorded")
                .of_job(entry.job_id())
                .stored(String::from_utf8_lossy(bytes));
        self.findings.add(match stored {
            Some(hash) => finding.expected(show(&hash)),
            None => finding,
        });
    }

    fn report(&mut self, entry: &Entry, what: impl Into<String>) {
        self.findings.add(Finding::new(entry.index(), what).of_job(entry.job_id()));
    }

    fn check_rules(&mut self, entry: &Entry) -> Result<()> {
        if self.segment.recorded_at.is_some_and(|before| entry.recorded_at() < before) {
            self.report(entry, "entry: column recorded_at: is earlier than the entry before");
        }
        self.segment.recorded_at = Some(entry.recorded_at());
        match entry.draft() {
            Draft::StatusChanged(change) => {
                self.check_change(entry, change.details.status)?;
                if !change.outcomes.is_empty() {
                    self.check_outcomes(entry)?;
                }
                Ok(())
            }
            Draft::JobCreated(job) => self.check_job(entry, source_to_sql(job.source())),
            Draft::JobImported(import) => {
                self.check_job(entry, source_to_sql(import.job().source()))
            }
        }
    }

    /// That the entry before is of the same job and may be followed by this one.
    fn check_change(&mut self, entry: &Entry, to: Status) -> Result<()> {
        let job = self.before.query_row([to_sql(entry.index())?], |row| row.get(0)).doing(DOING)?;
        let previous = entry.previous().filter(|previous| *previous < entry.index());
        let before = match previous {
            Some(previous) => self.entry_before(to_sql(previous)?)?,
            None => None,
        };
        let Some((job_before, _, from)) = before else {
            self.report(entry, "entry: column previous: names no earlier entry");
            return Ok(());
        };
        let job: i64 = job;
        if job_before != job {
            self.report(entry, "entry: column previous: names an entry of another job");
        } else if !status_from_sql(from).is_ok_and(|from| from.may_become(to)) {
            self.report(
                entry,
                "entry: column status: cannot follow that of the job's entry before",
            );
        }
        Ok(())
    }

    fn entry_before(&mut self, index: i64) -> Result<Option<(i64, Option<i64>, i64)>> {
        self.before.query_row([index], |row| row.try_into()).optional().doing(DOING)
    }

    /// That every customer with an outcome is one of the job's.
    fn check_outcomes(&mut self, entry: &Entry) -> Result<()> {
        let select = "SELECT count(*) FROM entry AS e, json_each(e.outcomes) AS o
                       WHERE e.idx = ?1 AND o.value ->> 0 NOT IN (
                             SELECT m.value FROM entry AS j, json_each(j.customers) AS m WHERE j.idx = e.job)";
        let mut statement = self.sql.prepare_cached(select).doing(DOING)?;
        let strangers: i64 =
            statement.query_row([to_sql(entry.index())?], |row| row.get(0)).doing(DOING)?;
        if strangers > 0 {
            self.report(
                entry,
                "entry: column outcomes: names customers that the job does not have",
            );
        }
        Ok(())
    }

    /// That `job_state` says what the job's newest entry does; walks the chain of the job's entries back.
    fn check_job(&mut self, entry: &Entry, source: i64) -> Result<()> {
        self.segment.jobs += 1;
        let first = to_sql(entry.index())?;
        let state: Option<(i64, i64, i64)> =
            self.job_state.query_row([first], |row| row.try_into()).optional().doing(DOING)?;
        let Some((status, source_stored, last)) = state else {
            self.report(entry, "job_state: has no row for this job");
            return Ok(());
        };
        if source_stored != source {
            let finding = Finding::new(entry.index(), "job_state: column source: is not the job's");
            self.findings
                .add(finding.of_job(entry.job_id()).stored(source_stored).expected(source));
        }
        if last == first {
            self.segment.reached += 1;
            return self.check_status(entry, status, status_to_sql(entry.status()));
        }
        let mut at = last;
        let mut newest = None;
        while at != first {
            let Some((job, Some(previous), status)) = self.entry_before(at)? else {
                self.report(
                    entry,
                    "job_state: column last: leads to no chain of the job's entries",
                );
                return Ok(());
            };
            if job != first || previous >= at {
                self.report(entry, "job_state: column last: leads to an entry of another job");
                return Ok(());
            }
            newest.get_or_insert(status);
            self.segment.reached += 1;
            at = previous;
        }
        self.segment.reached += 1;
        self.check_status(entry, status, newest.unwrap_or_default())
    }

    fn check_status(&mut self, entry: &Entry, stored: i64, expected: i64) -> Result<()> {
        if stored != expected {
            let what = "job_state: column status: is not that of the job's newest entry";
            let finding = Finding::new(entry.index(), what).of_job(entry.job_id());
            let name = |code| {
                status_from_sql(code)
                    .map_or_else(|_| i64::to_string(&code), |status| status.to_string())
            };
            self.findings.add(finding.stored(name(stored)).expected(name(expected)));
        }
        Ok(())
    }
}

/// Stands for the leaf of an entry that cannot be read.
const NOTHING: Hash = Hash::from_bytes([0; 32]);

fn root(leaves: &[Hash]) -> Hash {
    let mut edge = RightEdge::default();
    leaves.iter().for_each(|leaf| edge.push(*leaf, |_, _| {}));
    edge.root()
}

/// An error says which entry it is about; a finding does so by itself.
fn without_entry(error: &str, index: Index) -> String {
    let error = error.strip_prefix("the ledger is damaged: ").unwrap_or(error);
    let prefix = format!("entry {index}: ");
    format!("entry: {}", error.strip_prefix(&prefix).unwrap_or(error))
}

fn time_before(sql: &Connection, first: Index) -> Result<Option<Timestamp>> {
    let select = "SELECT recorded_at FROM entry WHERE idx = ?1 - 1";
    let time: Option<i64> =
        sql.query_row(select, [to_sql(first)?], |row| row.get(0)).optional().doing(DOING)?;
    Ok(time.and_then(|micros| Timestamp::from_micros("recorded_at", micros).ok()))
}

/// Names the entries that no job's chain leads to: the chains have fewer entries, or more, than there are.
pub(super) fn find_unreached(sql: &Connection, size: u64, findings: &mut Findings) -> Result<()> {
    let select = "WITH RECURSIVE chain (idx) AS (
                      SELECT last FROM job_state WHERE job = ?1
                      UNION SELECT e.previous FROM chain JOIN entry AS e ON e.idx = chain.idx
                             WHERE e.previous IS NOT NULL AND chain.idx <> ?1)
                  SELECT 1 FROM chain WHERE idx = ?2";
    let changes =
        "SELECT e.idx, e.job, j.job_id FROM entry AS e LEFT JOIN entry AS j ON j.idx = e.job
                    WHERE e.job IS NOT NULL ORDER BY e.idx";
    let mut chain = sql.prepare(select).doing(DOING)?;
    let mut statement = sql.prepare(changes).doing(DOING)?;
    let mut rows = statement.query([]).doing(DOING)?;
    while let Some(row) = rows.next().doing(DOING)? {
        let (index, job): (i64, i64) = (row.get(0).doing(DOING)?, row.get(1).doing(DOING)?);
        if !chain.exists((job, index)).doing(DOING)? {
            let job_id: Option<[u8; 16]> = row.get(2).unwrap_or_default();
            let job_id =
                job_id.and_then(|bytes| JobId::from_uuid(uuid::Uuid::from_bytes(bytes)).ok());
            let what = "entry: column previous: leaves this entry out of its job's chain";
            findings.add(Finding::new(from_sql(index)?, what).of_job(job_id));
        }
    }
    debug_assert!(size > 0, "there are entries to be reached");
    Ok(())
}
