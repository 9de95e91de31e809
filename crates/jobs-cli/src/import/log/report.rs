//! What the old server's log shows about the old database.

use jobs_core::Timestamp;
use serde::Serialize;

use super::super::items::Listed;

/// A stretch of time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(in crate::import) struct Stretch {
    pub(in crate::import) from: Option<Timestamp>,
    pub(in crate::import) to: Option<Timestamp>,
}

/// A Set Action in the log.
#[derive(Debug, Clone, Serialize)]
pub(in crate::import) struct Call {
    /// `None` when the log has no line of its start.
    pub(in crate::import) started: Option<Timestamp>,
    /// `None` when the log has no line of its end.
    pub(in crate::import) ended: Option<Timestamp>,
    pub(in crate::import) user_id: Option<String>,
    pub(in crate::import) action_name: Option<String>,
    pub(in crate::import) customer_count: Option<i64>,
    /// As the log has it; for a call without an end, the job that was found for it.
    pub(in crate::import) job_id: Option<String>,
    /// A job that would fit a call that has none according to the log.
    pub(in crate::import) perhaps_job_id: Option<String>,
    /// The job that was made from this call's row of the audit log.
    pub(in crate::import) audit_job_id: Option<String>,
    /// Whether its end would have fitted another call as well.
    pub(in crate::import) ambiguous: bool,
    pub(in crate::import) http_status: Option<i64>,
    pub(in crate::import) elapsed_ms: Option<i64>,
    pub(in crate::import) result: Option<String>,
    pub(in crate::import) exception_type: Option<String>,
    pub(in crate::import) error: Option<String>,
    /// Whether the log says that the upstream acted and the job was not recorded.
    pub(in crate::import) job_missing: bool,
}

/// A job that no line of the log knows.
#[derive(Debug, Clone, Serialize)]
pub(in crate::import) struct UnknownJob {
    pub(in crate::import) job_id: String,
    pub(in crate::import) created_at: Option<Timestamp>,
    pub(in crate::import) user_id: Option<String>,
    pub(in crate::import) action_name: Option<String>,
}

/// The log and the database say different things about a job.
#[derive(Debug, Clone, Serialize)]
pub(in crate::import) struct Contradiction {
    pub(in crate::import) job_id: String,
    /// When the call began, or ended.
    pub(in crate::import) at: Option<Timestamp>,
    pub(in crate::import) field: &'static str,
    /// `None` for nothing.
    pub(in crate::import) log: Option<String>,
    pub(in crate::import) database: Option<String>,
}

/// An ID that is not a UUID.
#[derive(Debug, Clone, Serialize)]
pub(in crate::import) struct TestRow {
    pub(in crate::import) job_id: String,
    pub(in crate::import) in_log: bool,
    pub(in crate::import) in_database: bool,
}

/// The number of calls of each kind. A call is counted in one of the last five.
#[derive(Debug, Default, Serialize)]
pub(in crate::import) struct CallCounts {
    pub(in crate::import) started: u64,
    /// Calls with only their end in the log.
    pub(in crate::import) without_start: u64,
    pub(in crate::import) with_job: u64,
    pub(in crate::import) ended_without_job: u64,
    /// Without a job in the old database, but with a row of the audit log, which becomes one.
    pub(in crate::import) known_from_audit: u64,
    pub(in crate::import) without_end: u64,
    /// With a job ID that is not a UUID.
    pub(in crate::import) of_test_rows: u64,
}

/// The result of reading the log.
#[derive(Debug, Default, Serialize)]
pub(in crate::import) struct LogReport {
    pub(in crate::import) files: Vec<String>,
    /// Records: lines that begin with a time.
    pub(in crate::import) records: u64,
    /// Records that several files have, or one file twice.
    pub(in crate::import) repeated: u64,
    /// Lines about a Set Action that were cut or cannot be read.
    pub(in crate::import) cut: u64,
    /// Which time the files cover.
    pub(in crate::import) covered: Vec<Stretch>,
    pub(in crate::import) calls: CallCounts,
    /// Calls for which one of several matches was taken.
    pub(in crate::import) ambiguous: u64,
    /// The clock was set back during these calls.
    pub(in crate::import) ended_before_they_began: u64,
    /// Files without a line of the old server, given with others that have some.
    pub(in crate::import) unreadable_files: Vec<String>,
    pub(in crate::import) ended_without_job: Listed<Call>,
    pub(in crate::import) known_from_audit: Listed<Call>,
    pub(in crate::import) without_end: Listed<Call>,
    /// How many of the calls without an end have no job.
    pub(in crate::import) without_end_and_job: u64,
    /// Within the time that the files cover.
    pub(in crate::import) jobs_unknown_to_log: Listed<UnknownJob>,
    pub(in crate::import) contradictions: Listed<Contradiction>,
    pub(in crate::import) test_rows: Listed<TestRow>,
}

impl LogReport {
    /// Whether neither the old database nor its audit log has a job for some call.
    pub(in crate::import) fn misses_jobs(&self) -> bool {
        !self.ended_without_job.is_empty() || self.without_end_and_job > 0
    }
}
