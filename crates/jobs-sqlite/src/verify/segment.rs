//! A stretch of entries: each one's leaf against the hash that is kept of it, and the ledger's
//! rules from one entry to the next and to its job's others.

use jobs_core::merkle::{Hash, leaf_hash};
use jobs_core::{Day, Draft, Entry, Index, JobId, Result, Status, Timestamp};
use rusqlite::types::ValueRef;
use rusqlite::{CachedStatement, Connection, OptionalExtension};

use super::counters::{self, Rows};
use super::leaves::LeafBlock;
use super::records::{Sum, Summing};
use super::report::{Finding, Findings};
use super::{index, indexes};
use crate::error::Context;
use crate::format::codes::{from_sql, source_to_sql, status_from_sql, status_to_sql, to_sql};
use crate::format::counters::{Group, Tally};
use crate::reading::entries::{self, Kept};
use crate::reading::texts::Texts;
use crate::reading::tiles;

const DOING: &str = "verifying entries";

/// How many entries a segment has: a perfect subtree of the Merkle tree.
pub(super) const ENTRIES: u64 = 1 << 14;

/// What is known of a segment once it is checked.
#[derive(Debug, Clone)]
pub(super) struct Segment {
    pub(super) entries: u64,
    pub(super) jobs: u64,
    /// How many entries its jobs' chains have, in whatever segments.
    pub(super) reached: u64,
    /// The records that its entries call for in each of the indexes over entries.
    pub(super) records: [Sum; indexes::OF_ENTRIES.len()],
    /// The uses of terms, by the number of the run that they belong to.
    pub(super) uses: Vec<(usize, index::SummedUses)>,
    /// The roots of the complete subtrees of 256 leaves, none where an entry is missing; and the
    /// hashes of the leaves that are left.
    pub(super) subtrees: Vec<Option<Hash>>,
    pub(super) rest: Vec<Hash>,
    /// The time of its newest entry.
    pub(super) recorded_at: Option<Timestamp>,
}

/// What is known of the ledger as a whole.
#[derive(Clone, Copy)]
pub(super) struct Scope<'k> {
    /// How many entries there are.
    pub(super) size: u64,
    pub(super) summing: &'k Summing,
    pub(super) runs: &'k [index::StoredRun],
}

/// Checks the segment `number` of a ledger, and counts its jobs.
pub(super) fn check(
    sql: &Connection,
    texts: &mut Texts<'_>,
    number: usize,
    known: Scope<'_>,
    counted: &mut Rows,
    findings: &mut Findings,
) -> Result<Segment> {
    let first = number as u64 * ENTRIES;
    let past = known.size.min(first + ENTRIES);
    let mut checker = Checker::new(sql, first, known, findings)?;
    entries::scan(sql, texts, first, past, |index, kept| {
        checker.sum(index, &kept)?;
        checker.take(index, kept)
    })?;
    checker.skip_to(past)?;
    let Checker { block, segment, tally, findings, .. } = checker;
    counters::join(counted, tally.rows());
    Ok(Segment { rest: block.rest(findings), ..segment })
}

/// A row of `job_state`.
#[derive(Clone, Copy)]
struct StateRow {
    job: i64,
    status: i64,
    source: i64,
    last: i64,
}

/// The states of a segment's jobs, in order: reading them in one go takes a fraction of looking
/// each up.
struct States(std::iter::Peekable<std::vec::IntoIter<StateRow>>);

impl States {
    fn read(sql: &Connection, first: Index, past: Index) -> Result<Self> {
        // A newest entry that does not come after the first leads nowhere.
        let select = "SELECT job, status, source, iif(last <= job, -1, coalesce(last, job)) FROM job_state NOT INDEXED
                       WHERE job >= ?1 AND job < ?2 ORDER BY job";
        let mut statement = sql.prepare_cached(select).doing(DOING)?;
        let states = statement.query_map([to_sql(first)?, to_sql(past)?], |row| {
            let (job, status, source, last) = row.try_into()?;
            Ok(StateRow { job, status, source, last })
        });
        let states = states.doing(DOING)?.collect::<rusqlite::Result<Vec<_>>>().doing(DOING)?;
        Ok(Self(states.into_iter().peekable()))
    }

    /// That of `job`; jobs are asked for in order.
    fn of(&mut self, job: i64) -> Option<StateRow> {
        while self.0.next_if(|state| state.job < job).is_some() {}
        self.0.next_if(|state| state.job == job)
    }
}

struct Checker<'c> {
    sql: &'c Connection,
    findings: &'c mut Findings,
    states: States,
    before: CachedStatement<'c>,
    segment: Segment,
    known: Scope<'c>,
    run: index::Cursor<'c>,
    next: Index,
    /// The leaves after the last complete subtree.
    block: LeafBlock,
    /// The segment's jobs.
    tally: Tally,
    /// A record of an index, being written.
    record: Vec<u8>,
}

impl<'c> Checker<'c> {
    fn new(
        sql: &'c Connection,
        first: Index,
        known: Scope<'c>,
        findings: &'c mut Findings,
    ) -> Result<Self> {
        let jobs = 0;
        let reached = 0;
        let subtrees = Vec::with_capacity(64);
        let rest = Vec::new();
        let records = <[Sum; indexes::OF_ENTRIES.len()]>::default();
        let uses = Vec::new();
        let recorded_at = None;
        let segment =
            Segment { entries: 0, jobs, reached, records, uses, subtrees, rest, recorded_at };
        Ok(Self {
            sql,
            findings,
            states: States::read(sql, first, first + ENTRIES)?,
            before: sql
                .prepare_cached("SELECT coalesce(job, idx), previous, coalesce(status, 0) FROM entry WHERE idx = ?1")
                .doing(DOING)?,
            segment,
            known,
            run: index::Cursor::new(known.runs, first),
            next: first,
            block: LeafBlock::default(),
            tally: Tally::default(),
            record: Vec::new(),
        })
    }

    /// Adds the records that a row calls for, whatever else is wrong with it.
    fn sum(&mut self, index: Index, kept: &Kept<'_>) -> Result<()> {
        let summing = self.known.summing;
        let keys = [kept.job_id, kept.request_key, kept.retry_of];
        for (number, (key, sum)) in keys.into_iter().zip(&mut self.segment.records).enumerate() {
            if key != ValueRef::Null {
                indexes::of_entry(number, &mut self.record, key, to_sql(index)?);
                summing.add(sum, &self.record);
            }
        }
        if kept.job_id != ValueRef::Null {
            self.sum_uses(to_sql(index)?, kept);
        }
        Ok(())
    }

    /// Adds the uses of terms. Of a row that cannot be read they are not all there, so that its run
    /// is looked at again.
    fn sum_uses(&mut self, index: i64, kept: &Kept<'_>) {
        let (Some(run), Ok(entry)) = (self.run.of(index), &kept.entry) else { return };
        if self.segment.uses.last().is_none_or(|(last, _)| *last != run) {
            self.segment.uses.push((run, index::SummedUses::default()));
        }
        let Some((_, uses)) = self.segment.uses.last_mut() else { return };
        uses.created(created_at(entry).as_micros());
        let others = [kept.user, kept.action, kept.batch];
        for term in others.into_iter().flatten().chain(kept.customers.iter().copied()) {
            uses.add(self.known.summing, term, index);
        }
    }

    fn take(&mut self, index: Index, kept: Kept<'_>) -> Result<()> {
        self.skip_to(index)?;
        let hash = kept.leaf_hash.map(Hash::from_bytes);
        match kept.entry {
            Ok(entry) => {
                self.block.add(&entry, hash);
                let status = self.check_rules(&entry)?;
                if let (Some(status), Some(user), Some(action)) = (status, kept.user, kept.action) {
                    self.count(&entry, user, action, status)?;
                }
            }
            Err(error) => {
                self.findings.add(Finding::new(index, without_entry(&error.to_string(), index)));
                self.block.add_unread(hash);
            }
        }
        self.go_on()
    }

    /// Reports the entries that are missing before `index`.
    fn skip_to(&mut self, index: Index) -> Result<()> {
        while self.next < index {
            self.findings.add(Finding::new(self.next, "entry: is missing"));
            self.block.add_unread(None);
            self.go_on()?;
        }
        Ok(())
    }

    fn go_on(&mut self) -> Result<()> {
        self.next += 1;
        self.segment.entries += 1;
        if self.block.is_full() {
            let sql = self.sql;
            let number = self.next / 256 - 1;
            let root = self.block.close(|| tiles::subtree(sql, 1, number), self.findings)?;
            self.segment.subtrees.push(root);
        }
        Ok(())
    }

    fn report(&mut self, entry: &Entry, what: impl Into<String>) {
        self.findings.add(Finding::new(entry.index(), what).of_job(entry.job_id()));
    }

    /// Of an entry that creates a job, the status that the job has now, if that is known.
    fn check_rules(&mut self, entry: &Entry) -> Result<Option<Status>> {
        self.segment.recorded_at = Some(entry.recorded_at());
        match entry.draft() {
            Draft::StatusChanged(change) => {
                self.check_change(entry, change.details.status)?;
                if !change.outcomes.is_empty() {
                    self.check_outcomes(entry)?;
                }
                Ok(None)
            }
            Draft::JobCreated(job) => self.check_job(entry, source_to_sql(job.source())),
            Draft::JobImported(import) => {
                self.check_job(entry, source_to_sql(import.job().source()))
            }
        }
    }

    /// Counts a job.
    fn count(&mut self, first: &Entry, user: i64, action: i64, status: Status) -> Result<()> {
        let group = Group { user, action, day: Day::of(created_at(first)) };
        self.tally.add(group, to_sql(first.index())?, status);
        Ok(())
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
        let unknown = statement.query_row([to_sql(entry.index())?], |row| row.get::<_, i64>(0));
        // Customers that are no JSON are reported with the job that has them.
        if unknown.is_ok_and(|customers| customers > 0) {
            self.report(
                entry,
                "entry: column outcomes: names customers that the job does not have",
            );
        }
        Ok(())
    }

    /// That `job_state` says what the job's newest entry does; walks the chain of the job's entries
    /// back. The status is that of the newest entry below the size, which others may have followed
    /// since.
    fn check_job(&mut self, entry: &Entry, source: i64) -> Result<Option<Status>> {
        self.segment.jobs += 1;
        let first = to_sql(entry.index())?;
        let Some(StateRow { status, source: source_stored, last, .. }) = self.states.of(first)
        else {
            self.report(entry, "job_state: has no row for this job");
            return Ok(None);
        };
        if source_stored != source {
            let finding = Finding::new(entry.index(), "job_state: column source: is not the job's");
            self.findings
                .add(finding.of_job(entry.job_id()).stored(source_stored).expected(source));
        }
        if last == first {
            self.segment.reached += 1;
            self.check_status(entry, last, status, status_to_sql(entry.status()))?;
            return Ok(Some(entry.status()));
        }
        let mut at = last;
        let mut newest = None;
        let mut newest_seen = None;
        let mut came_from = None;
        while at != first {
            match self.entry_before(at)? {
                Some((job, Some(previous), status)) if job == first && previous < at => {
                    newest.get_or_insert(status);
                    // What was appended since the size was read is not looked at.
                    if at.cast_unsigned() < self.known.size {
                        self.segment.reached += 1;
                        newest_seen.get_or_insert(status);
                    }
                    came_from = Some(at);
                    at = previous;
                }
                found => {
                    let astray = [found.is_some().then_some(at), came_from];
                    self.report_chain(entry, at, astray.into_iter().flatten())?;
                    return Ok(None);
                }
            }
        }
        self.segment.reached += 1;
        self.check_status(entry, last, status, newest.unwrap_or_default())?;
        // A code that is none is reported with its entry.
        Ok(newest_seen.map_or(Some(entry.status()), |code| status_from_sql(code).ok()))
    }

    /// A job's chain goes astray at `at`. If the entry there is missing, or it or the one that
    /// leads there was edited, that is reported as such, and nothing else is wrong.
    fn report_chain(
        &mut self,
        first: &Entry,
        at: i64,
        astray: impl Iterator<Item = i64>,
    ) -> Result<()> {
        let mut missing = u64::try_from(at).is_ok_and(|at| at < self.known.size);
        for entry in astray {
            missing &= entry != at;
            if self.was_edited(entry)? {
                return Ok(());
            }
        }
        if missing {
            return Ok(());
        }
        self.report(first, "job_state: column last: leads to an entry of another job, or to none");
        Ok(())
    }

    fn was_edited(&self, at: i64) -> Result<bool> {
        let select = "SELECT leaf_hash FROM entry WHERE idx = ?1";
        let kept: Option<[u8; 32]> =
            self.sql.query_row(select, [at], |row| row.get(0)).optional().unwrap_or_default();
        let entry = entries::entry(self.sql, from_sql(at)?).ok().flatten();
        let computed = entry.map(|entry| *leaf_hash(&entry.leaf()).as_bytes());
        Ok(computed.is_none() || computed != kept)
    }

    fn check_status(&mut self, entry: &Entry, last: i64, stored: i64, expected: i64) -> Result<()> {
        if stored != expected && !self.was_edited(last)? {
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

fn created_at(first: &Entry) -> Timestamp {
    match first.draft() {
        Draft::JobImported(import) => import.created_at(),
        _ => first.recorded_at(),
    }
}

/// An error says which entry it is about; a finding does so by itself.
fn without_entry(error: &str, index: Index) -> String {
    let error = error.strip_prefix("the ledger is damaged: ").unwrap_or(error);
    let prefix = format!("entry {index}: ");
    format!("entry: {}", error.strip_prefix(&prefix).unwrap_or(error))
}

/// Names the entries that no job's chain leads to: the chains have fewer entries, or more, than
/// there are.
pub(super) fn find_unreached(sql: &Connection, findings: &mut Findings) -> Result<()> {
    let select = "WITH RECURSIVE chain (idx) AS (
                      SELECT coalesce(last, job) FROM job_state WHERE job = ?1
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
    Ok(())
}
