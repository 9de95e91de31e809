//! The report of an import: counts, and everything that a person should check.

use std::collections::BTreeMap;

use jobs_core::{JobId, Status, plural};
use serde::Serialize;

use super::items::{
    AuditReport, Conflict, KeptAside, Listed, MergedCustomer, NotTaken, OrphanCustomers,
    StatusCount, SuspiciousPair, Tally, TimeGap,
};
use super::log::LogReport;

/// `1 job`, `2 jobs`.
pub(super) fn jobs(count: u64) -> String {
    plural(count, "job", "jobs")
}

/// The report of an import.
#[derive(Debug, Default, Serialize)]
pub(super) struct Report {
    pub(super) file: String,
    pub(super) ledger: String,
    pub(super) dry_run: bool,
    pub(super) utc_offset: String,
    /// Rows of `jobs`. Each is in a count of `jobs`, or in `not_taken`.
    pub(super) jobs_found: u64,
    pub(super) jobs: Tally,
    /// Rows with an ID that an earlier row has in another spelling; they are also in `not_taken`.
    pub(super) duplicate_job_ids: u64,
    /// Of both files.
    pub(super) conflicts: Listed<Conflict>,
    /// Rows of `jobs`.
    pub(super) not_taken: Listed<NotTaken>,
    /// By raw spelling; `NULL` for none.
    pub(super) statuses: BTreeMap<String, StatusCount>,
    /// Rows of `job_customers`. Each is in one of the next five counts, or among
    /// `orphan_customers`.
    pub(super) customer_rows_found: u64,
    /// Customers of the jobs imported in this run.
    pub(super) customers_imported: u64,
    /// Customers of jobs that were already recorded.
    pub(super) customers_already_recorded: u64,
    /// Customers of jobs that were already recorded, with other content.
    pub(super) customers_of_conflicts: u64,
    /// Rows of jobs that were not imported.
    pub(super) customers_not_taken: u64,
    /// Rows that repeat a customer of a job in the three counts before.
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
    /// What to check first.
    pub(super) warnings: Vec<String>,
}

impl Report {
    /// Whether something in the old files is not in the ledger, or something that the old server
    /// did is not in its files.
    pub(super) fn left_something_out(&self) -> bool {
        let of_audit = self.audit.as_ref().is_some_and(|audit| !audit.not_taken.is_empty());
        of_audit
            || !self.not_taken.is_empty()
            || !self.conflicts.is_empty()
            || self.orphan_customers.rows > 0
            || self.log.as_ref().is_some_and(LogReport::misses_jobs)
    }

    /// Counts a raw status. Beyond a number of different ones, further ones are counted together.
    pub(super) fn count_status(&mut self, raw: &str, recorded_as: Status) {
        const SPELLINGS_MAX: usize = 100;
        let mut raw: String = raw.chars().take(64).collect();
        if self.statuses.len() >= SPELLINGS_MAX && !self.statuses.contains_key(&raw) {
            raw = "(other)".into();
        }
        self.statuses.entry(raw).or_insert(StatusCount { recorded_as, jobs: 0 }).jobs += 1;
    }
}
