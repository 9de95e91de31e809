//! What an import tells: counts, and everything that a person should look at.

use std::collections::BTreeMap;

use jobs_core::{Cid, JobId, Status, Timestamp, plural};
use serde::Serialize;

use super::log::LogReport;

/// `1 job`, `2 jobs`.
pub(super) fn jobs(count: u64) -> String {
    plural(count, "job", "jobs")
}

/// Items of one kind: all of them counted, the first ones kept.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Listed<T> {
    pub(super) count: u64,
    pub(super) first: Vec<T>,
}

impl<T> Listed<T> {
    /// How many are kept, so that a file in which everything is odd does not fill the memory.
    pub(super) const KEPT: usize = 1000;

    pub(super) fn push(&mut self, item: T) {
        self.count += 1;
        if !self.is_full() {
            self.first.push(item);
        }
    }

    /// Whether what comes now is only counted.
    pub(super) fn is_full(&self) -> bool {
        self.first.len() >= Self::KEPT
    }

    pub(super) fn is_empty(&self) -> bool {
        self.count == 0
    }
}

impl<T> Default for Listed<T> {
    fn default() -> Self {
        Self { count: 0, first: Vec::new() }
    }
}

/// A row that is not in the ledger, and why.
#[derive(Debug, Clone, Serialize)]
pub(super) struct NotTaken {
    /// SQLite's rowid; in a table that has none that can be asked for, the row's place.
    pub(super) row: i64,
    /// The row's own ID, as it was spelt.
    pub(super) id: String,
    pub(super) reason: String,
}

/// A job that the ledger has with other content, which stays.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Conflict {
    pub(super) job_id: JobId,
    /// `original.NAME` for a member of the original record.
    pub(super) differs_in: Vec<String>,
}

/// A field whose value is as it was, or whole, only in the original record.
#[derive(Debug, Clone, Serialize)]
pub(super) struct KeptAside {
    pub(super) job_id: JobId,
    pub(super) field: &'static str,
}

/// A customer that a job has in several spellings, which are one.
#[derive(Debug, Clone, Serialize)]
pub(super) struct MergedCustomer {
    pub(super) job_id: JobId,
    pub(super) cid: Cid,
}

/// Two jobs that look like one click.
#[derive(Debug, Clone, Serialize)]
pub(super) struct SuspiciousPair {
    pub(super) first: JobId,
    pub(super) second: JobId,
    pub(super) apart_ms: i64,
    pub(super) user_id: String,
    pub(super) action_name: String,
    pub(super) customer_count: usize,
}

/// A stretch without jobs.
#[derive(Debug, Clone, Serialize)]
pub(super) struct TimeGap {
    pub(super) after_job: String,
    pub(super) before_job: String,
    pub(super) from: Option<Timestamp>,
    pub(super) to: Option<Timestamp>,
    pub(super) hours: i64,
}

/// Customers of jobs that do not exist.
#[derive(Debug, Default, Serialize)]
pub(super) struct OrphanCustomers {
    pub(super) rows: u64,
    /// The IDs of the jobs.
    pub(super) jobs: Listed<String>,
}

/// A raw status and what it became.
#[derive(Debug, Clone, Serialize)]
pub(super) struct StatusCount {
    pub(super) recorded_as: Status,
    pub(super) jobs: u64,
}

/// How many jobs went which way.
#[derive(Debug, Default, Serialize)]
pub(super) struct Tally {
    pub(super) imported: u64,
    pub(super) already_recorded: u64,
    /// Recorded already, with other content.
    pub(super) conflicts: u64,
}

/// The offset at which most jobs agree with the audit log.
#[derive(Debug, Clone, Serialize)]
pub(super) struct OffsetHint {
    pub(super) utc_offset: String,
    pub(super) jobs_compared: u64,
    pub(super) jobs_that_agree: u64,
    pub(super) jobs_that_agree_with_given: u64,
}

/// What became of the audit log.
#[derive(Debug, Default, Serialize)]
pub(super) struct AuditReport {
    pub(super) file: String,
    /// Each is in one of the next counts, in one of those of `unmatched`, or among `not_taken`.
    pub(super) rows: u64,
    /// Logins and the like.
    pub(super) without_customers: u64,
    /// Rows that went with a job of the old database.
    pub(super) matched: u64,
    /// Rows that became jobs of their own.
    pub(super) unmatched: Tally,
    pub(super) not_taken: Listed<NotTaken>,
    pub(super) offset_hint: Option<OffsetHint>,
}

/// The report of an import.
#[derive(Debug, Default, Serialize)]
pub(super) struct Report {
    pub(super) file: String,
    pub(super) ledger: String,
    pub(super) dry_run: bool,
    pub(super) utc_offset: String,
    /// Rows of `jobs`. Each is in a count of `jobs`, or among `not_taken`.
    pub(super) jobs_found: u64,
    pub(super) jobs: Tally,
    /// Rows with an ID that an earlier row has in another spelling; they are among `not_taken`.
    pub(super) duplicate_job_ids: u64,
    /// Of both files.
    pub(super) conflicts: Listed<Conflict>,
    /// Rows of `jobs`.
    pub(super) not_taken: Listed<NotTaken>,
    /// By raw spelling; `NULL` for none.
    pub(super) statuses: BTreeMap<String, StatusCount>,
    /// Rows of `job_customers`. Each is in one of the next five counts, or among `orphan_customers`.
    pub(super) customer_rows_found: u64,
    /// Customers of the jobs imported in this run.
    pub(super) customers_imported: u64,
    /// Customers of jobs that were recorded already.
    pub(super) customers_already_recorded: u64,
    /// Customers of jobs that were recorded already, with other content.
    pub(super) customers_of_conflicts: u64,
    /// Rows of jobs that were not taken.
    pub(super) customers_not_taken: u64,
    /// Rows that name a customer of a job of the three before once more.
    pub(super) duplicate_customers: u64,
    pub(super) jobs_without_customers: u64,
    pub(super) orphan_customers: OrphanCustomers,
    pub(super) payload_names_other_customers: Listed<JobId>,
    pub(super) local_times: u64,
    pub(super) updated_before_created: Listed<JobId>,
    pub(super) respelt: Listed<KeptAside>,
    pub(super) merged_customers: Listed<MergedCustomer>,
    pub(super) shortened: Listed<KeptAside>,
    pub(super) kept_in_original_only: Listed<KeptAside>,
    pub(super) jobs_with_credentials_removed: u64,
    pub(super) payloads_to_look_at: Listed<JobId>,
    pub(super) suspicious_pairs: Listed<SuspiciousPair>,
    pub(super) time_gaps: Listed<TimeGap>,
    pub(super) time_gap_rule: &'static str,
    pub(super) audit: Option<AuditReport>,
    pub(super) log: Option<LogReport>,
    /// How many entries the ledger has now.
    pub(super) ledger_size: Option<u64>,
    /// How many entries the ledger had; `None` when there was none.
    pub(super) ledger_size_before: Option<u64>,
    /// What to look at first.
    pub(super) warnings: Vec<String>,
}

impl Report {
    /// Whether something in the old files is not in the ledger, or something that the old server did is not in its files.
    pub(super) fn left_something_out(&self) -> bool {
        let of_audit = self.audit.as_ref().is_some_and(|audit| !audit.not_taken.is_empty());
        of_audit
            || !self.not_taken.is_empty()
            || !self.conflicts.is_empty()
            || self.orphan_customers.rows > 0
            || self.log.as_ref().is_some_and(LogReport::misses_jobs)
    }

    /// Counts a raw status. What has very many spellings is no status, and is counted together.
    pub(super) fn count_status(&mut self, raw: &str, recorded_as: Status) {
        const SPELLINGS_MAX: usize = 100;
        let mut raw: String = raw.chars().take(64).collect();
        if self.statuses.len() >= SPELLINGS_MAX && !self.statuses.contains_key(&raw) {
            raw = "(other)".into();
        }
        self.statuses.entry(raw).or_insert(StatusCount { recorded_as, jobs: 0 }).jobs += 1;
    }
}
