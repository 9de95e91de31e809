//! Jobs as readers see them: the facts fixed at creation, and the status that the entries add up
//! to.

use serde::{Deserialize, Serialize};

use crate::draft::{Draft, JobFacts, Source, StatusChange};
use crate::{
    Cause, Entry, ErrorMessage, HttpStatus, Index, JobId, Original, RequestPayload,
    ResponseSummary, Status, Timestamp,
};

/// A job as a line of a list. What may be large is in [`JobDetail`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Job {
    /// The job's ID.
    pub job_id: JobId,
    /// Who, what, where.
    #[serde(flatten)]
    pub facts: JobFacts,
    /// When the job was created: by our clock, or by the other system's for an imported job.
    pub created_at: Timestamp,
    /// Its status now.
    pub status: Status,
    /// What the status rests on; `None` while the job is as it was created.
    pub cause: Option<Cause>,
    /// The code of the upstream's last answer.
    pub http_status: Option<HttpStatus>,
    /// Why it did not succeed.
    pub error_message: Option<ErrorMessage>,
    /// When the status last changed; `None` while it never did.
    pub updated_at: Option<Timestamp>,
    /// How many customers it has.
    pub customer_count: usize,
    /// Through which interface it came in.
    pub source: Source,
    /// The job that it tries again.
    pub retry_of: Option<JobId>,
    /// The index of the entry that created it; jobs are listed in this order.
    pub index: Index,
    /// The index of its newest entry.
    pub last_index: Index,
}

/// A job with everything but its customers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct JobDetail {
    /// The line of the list.
    #[serde(flatten)]
    pub job: Job,
    /// What was sent upstream, credentials removed.
    pub request_payload: Option<RequestPayload>,
    /// What the upstream answered.
    pub response_summary: Option<ResponseSummary>,
    /// For an imported job, the other system's own record.
    pub original: Option<Original>,
}

impl JobDetail {
    /// The job as `first` created it; `None` when that entry does not create a job.
    #[must_use]
    pub fn created(first: &Entry) -> Option<Self> {
        let (new, import) = match first.draft() {
            Draft::JobCreated(job) => (&**job, None),
            Draft::JobImported(import) => (import.job(), Some(import)),
            Draft::StatusChanged(_) => return None,
        };
        let details = import.map(|import| import.details());
        let job = Job {
            job_id: new.job_id(),
            facts: new.facts().clone(),
            created_at: import.map_or(first.recorded_at(), |import| import.created_at()),
            status: first.status(),
            cause: details.map(|details| details.cause),
            http_status: details.and_then(|details| details.http_status),
            error_message: details.and_then(|details| details.error_message.clone()),
            updated_at: import.and_then(|import| import.updated_at()),
            customer_count: new.customers().len(),
            source: new.source(),
            retry_of: new.retry_of(),
            index: first.index(),
            last_index: first.index(),
        };
        Some(Self {
            job,
            request_payload: new.request_payload().cloned(),
            response_summary: details.and_then(|details| details.response_summary.clone()),
            original: import.and_then(|import| import.original().cloned()),
        })
    }

    /// Brings the job forward by `next`, one of its later entries; an entry that creates a job is
    /// ignored.
    pub fn apply(&mut self, next: &Entry) {
        if let Draft::StatusChanged(change) = next.draft() {
            self.response_summary.clone_from(&change.details.response_summary);
            self.job.change(change, next);
        }
    }
}

impl Job {
    /// Makes this the job as `entry`, one of its entries, left it. Each entry says all that may
    /// change.
    pub(crate) fn as_of(&mut self, entry: &Entry) {
        match entry.draft() {
            Draft::StatusChanged(change) => self.change(change, entry),
            Draft::JobCreated(_) | Draft::JobImported(_) => {
                if let Some(created) = JobDetail::created(entry) {
                    *self = created.job;
                }
            }
        }
    }

    fn change(&mut self, change: &StatusChange, entry: &Entry) {
        self.status = change.details.status;
        self.cause = Some(change.details.cause);
        self.http_status = change.details.http_status;
        self.error_message.clone_from(&change.details.error_message);
        self.updated_at = Some(entry.recorded_at());
        self.last_index = entry.index();
    }
}
