//! A stretch of entries: each one's leaf against the hash that is kept of it, and the ledger's
//! rules from one entry to the next and to its job's others.

use jobs_core::merkle::Hash;
use jobs_core::{
    Day, Draft, Entry, Error, Index, JobId, NewJob, OutcomeCounts, Result, Status, Timestamp,
};
use rusqlite::Connection;
use rusqlite::types::ValueRef;

use super::chains::{Chains, Checked, Link};
use super::counters::{self, Rows};
use super::leaves::LeafBlock;
use super::records::{Sum, Summing};
use super::report::{Finding, Findings};
use super::{index, indexes};
use crate::error::Context;
use crate::format::codes::{from_sql, source_to_sql, status_from_sql, to_sql};
use crate::format::counters::{Group, Tally};
use crate::format::digests::Digests;
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

struct Checker<'c> {
    sql: &'c Connection,
    findings: &'c mut Findings,
    chains: Chains<'c>,
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
            chains: Chains::new(sql, first, first + ENTRIES, known.size)?,
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
                // What is kept beside an entry that was edited cannot fit, and is no other finding.
                let fits = self.block.add(&entry, hash);
                let before = self.check_rules(&entry)?;
                let status = self.job_status(&entry)?;
                if fits {
                    self.check_digests(&entry, &kept.digests);
                    self.check_named(&entry, before, &kept.named)?;
                }
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

    /// The ledger's rules. Returns the job's change of status before this one, if this is one.
    fn check_rules(&mut self, entry: &Entry) -> Result<Option<i64>> {
        self.segment.recorded_at = Some(entry.recorded_at());
        match entry.draft() {
            Draft::StatusChanged(change) => {
                let before = self.check_change(entry, change.details.status)?;
                if !change.outcomes.is_empty() {
                    self.check_outcomes(entry)?;
                }
                Ok(before)
            }
            Draft::NoteAdded(_) => {
                self.check_previous(entry)?;
                Ok(None)
            }
            Draft::JobCreated(_) | Draft::JobImported(_) => Ok(None),
        }
    }

    /// Of an entry that creates a job, the status that the job has now, if that is known.
    fn job_status(&mut self, entry: &Entry) -> Result<Option<Status>> {
        match entry.draft() {
            Draft::JobCreated(job) => self.check_job(entry, job),
            Draft::JobImported(import) => self.check_job(entry, import.job()),
            Draft::StatusChanged(_) | Draft::NoteAdded(_) => Ok(None),
        }
    }

    /// That the hashes and lengths that are kept beside lists and texts are theirs.
    fn check_digests(&mut self, entry: &Entry, kept: &Result<Digests>) {
        let expected = Digests::of(entry.draft());
        match kept {
            Ok(kept) => {
                for (column, stored, expected) in kept.differences(&expected) {
                    let what = format!("entry: column {column}: is not that of the entry");
                    let finding = Finding::new(entry.index(), what).of_job(entry.job_id());
                    self.findings.add(finding.stored(stored).expected(expected));
                }
            }
            Err(error) => self.report(entry, without_entry(&error.to_string(), entry.index())),
        }
    }

    /// That as many customers are named as the entry says, by it and by the change before it.
    fn check_named(
        &mut self,
        entry: &Entry,
        before: Option<i64>,
        kept: &Result<OutcomeCounts>,
    ) -> Result<()> {
        let Draft::StatusChanged(change) = entry.draft() else { return Ok(()) };
        let before = match before {
            Some(before) => entries::entry(self.sql, from_sql(before)?),
            None => Ok(None),
        };
        let expected = match before.as_ref().map(|entry| entry.as_ref().map(Entry::draft)) {
            Ok(Some(Draft::StatusChanged(before))) => {
                OutcomeCounts::of(&[&before.outcomes, &change.outcomes])
            }
            Ok(_) => OutcomeCounts::of(&[&change.outcomes]),
            // It is reported by itself.
            Err(Error::Corrupt(_)) => return Ok(()),
            Err(other) => return Err(other.clone()),
        };
        match kept {
            Ok(kept) if *kept == expected => {}
            Ok(kept) => {
                let what = "entry: columns named_success, named_failed and named_unconfirmed: are \
                    not what the job's outcomes add up to";
                let show = |counts: OutcomeCounts| {
                    let OutcomeCounts { success, failed, unconfirmed } = counts;
                    format!("{success}, {failed}, {unconfirmed}")
                };
                let finding = Finding::new(entry.index(), what).of_job(entry.job_id());
                self.findings.add(finding.stored(show(*kept)).expected(show(expected)));
            }
            Err(error) => self.report(entry, without_entry(&error.to_string(), entry.index())),
        }
        Ok(())
    }

    /// Counts a job.
    fn count(&mut self, first: &Entry, user: i64, action: i64, status: Status) -> Result<()> {
        let group = Group { user, action, day: Day::of(created_at(first)) };
        self.tally.add(group, to_sql(first.index())?, status);
        Ok(())
    }

    /// That the entry before is of the same job: its index, and what it is.
    fn check_previous(&mut self, entry: &Entry) -> Result<Option<(i64, Link)>> {
        let index = to_sql(entry.index())?;
        let job = self.chains.link(index)?.map(|link| link.job);
        let previous = entry.previous().filter(|previous| *previous < entry.index());
        let before = match previous.map(to_sql).transpose()? {
            Some(previous) => self.chains.link(previous)?.map(|link| (previous, link)),
            None => None,
        };
        let Some((previous, link)) = before else {
            self.report(entry, "entry: column previous: names no earlier entry");
            return Ok(None);
        };
        if job != Some(link.job) {
            self.report(entry, "entry: column previous: names an entry of another job");
            return Ok(None);
        }
        Ok(Some((previous, link)))
    }

    /// That the status may follow the one before, which notes in between leave as it is. Returns
    /// the change that led to that one, if one did.
    fn check_change(&mut self, entry: &Entry, to: Status) -> Result<Option<i64>> {
        let Some((previous, link)) = self.check_previous(entry)? else { return Ok(None) };
        // A note that leads nowhere is reported by itself.
        let Some((at, before)) = self.chains.status_entry(previous, link)? else { return Ok(None) };
        let from = before.status.map(status_from_sql);
        if !from.is_some_and(|from| from.is_ok_and(|from| from.may_become(to))) {
            self.report(entry, "entry: column status: cannot follow that of the job's last change");
        }
        Ok(before.previous.map(|_| at))
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

    /// That `job_state` says what the job's entries do, and the status that the job has.
    fn check_job(&mut self, entry: &Entry, job: &NewJob) -> Result<Option<Status>> {
        self.segment.jobs += 1;
        let source = source_to_sql(job.source());
        let Checked { reached, status } = self.chains.check(entry, source, self.findings)?;
        self.segment.reached += reached;
        Ok(status)
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
                      SELECT max(coalesce(last_change, job), coalesce(last_note, job)) FROM job_state WHERE job = ?1
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
