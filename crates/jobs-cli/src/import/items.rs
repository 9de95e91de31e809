//! The lists and counts of a report, by kind. The steps of an import fill them in;
//! [`super::report`] puts them together.

use jobs_core::{Cid, JobId, Status, Timestamp};
use serde::Serialize;

/// Items of one kind: all of them counted, the first ones kept.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Listed<T> {
    pub(super) count: u64,
    pub(super) first: Vec<T>,
}

impl<T> Listed<T> {
    /// How many are kept, so that a file with oddities everywhere does not fill the memory.
    pub(super) const KEPT: usize = 1000;

    pub(super) fn push(&mut self, item: T) {
        self.count += 1;
        if !self.is_full() {
            self.first.push(item);
        }
    }

    /// Whether further items are only counted.
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
    /// SQLite's rowid; in a table without one that can be selected, the row's place.
    pub(super) row: i64,
    /// The row's own ID, as it was spelt.
    pub(super) id: String,
    pub(super) reason: String,
}

/// A job that the ledger already has with other content, which is kept.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Conflict {
    pub(super) job_id: JobId,
    /// `original.NAME` for a member of the original record.
    pub(super) differs_in: Vec<String>,
}

/// A field whose unchanged or whole value is only in the original record.
#[derive(Debug, Clone, Serialize)]
pub(super) struct KeptAside {
    pub(super) job_id: JobId,
    pub(super) field: &'static str,
}

/// A customer that a job has in several spellings.
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

/// The number of jobs by result.
#[derive(Debug, Default, Serialize)]
pub(super) struct Tally {
    pub(super) imported: u64,
    pub(super) already_recorded: u64,
    /// Already recorded, with other content.
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

/// The result of reading the audit log.
#[derive(Debug, Default, Serialize)]
pub(super) struct AuditReport {
    pub(super) file: String,
    /// Each row is in one of the next counts, in one of those of `unmatched`, or in `not_taken`.
    pub(super) rows: u64,
    /// Logins and the like.
    pub(super) without_customers: u64,
    /// Rows that belong to a job of the old database.
    pub(super) matched: u64,
    /// Rows that became separate jobs.
    pub(super) unmatched: Tally,
    pub(super) not_taken: Listed<NotTaken>,
    pub(super) offset_hint: Option<OffsetHint>,
}
