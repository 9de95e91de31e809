//! Jobs as readers see them: the facts fixed at creation, and the status that the entries add up
//! to.

use serde::{Deserialize, Serialize};

use crate::draft::{Draft, JobFacts, Source, StatusChange};
use crate::{
    Cause, Entry, ErrorMessage, HttpStatus, Index, JobId, NoteText, Original, RequestPayload,
    ResponseSummary, Status, StatusChanges, Timestamp, UserId,
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
    /// The entries that changed its status.
    pub changes: StatusChanges,
    /// How many notes about it there are.
    pub note_count: usize,
    /// The newest of them.
    pub newest_note: Option<JobNote>,
    /// The index of its newest entry, be it a note.
    pub last_index: Index,
}

/// A note about a job, as readers see it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct JobNote {
    /// The index of the entry that adds it.
    pub index: Index,
    /// When the ledger took it.
    pub recorded_at: Timestamp,
    /// Who says so.
    pub actor: UserId,
    /// What they say.
    pub text: NoteText,
}

impl JobNote {
    /// The note that `entry` adds; `None` when it adds none.
    #[must_use]
    pub fn of(entry: &Entry) -> Option<Self> {
        let Draft::NoteAdded(note) = entry.draft() else { return None };
        Some(Self {
            index: entry.index(),
            recorded_at: entry.recorded_at(),
            actor: note.actor.clone(),
            text: note.text.clone(),
        })
    }
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
            Draft::StatusChanged(_) | Draft::NoteAdded(_) => return None,
        };
        let details = import.map(|import| import.details());
        let job = Job {
            job_id: new.job_id(),
            facts: new.facts().clone(),
            created_at: import.map_or(first.recorded_at(), |import| import.created_at()),
            status: first.status()?,
            cause: details.map(|details| details.cause),
            http_status: details.and_then(|details| details.http_status),
            error_message: details.and_then(|details| details.error_message.clone()),
            updated_at: import.and_then(|import| import.updated_at()),
            customer_count: new.customers().len(),
            source: new.source(),
            retry_of: new.retry_of(),
            index: first.index(),
            changes: StatusChanges::default(),
            note_count: 0,
            newest_note: None,
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
        match next.draft() {
            Draft::JobCreated(_) | Draft::JobImported(_) => return,
            Draft::StatusChanged(change) => {
                self.response_summary.clone_from(&change.details.response_summary);
                self.job.change(change, next);
                self.job.changes = self.job.changes.and(next.index());
            }
            Draft::NoteAdded(_) => {
                self.job.note_count += 1;
                self.job.newest_note = JobNote::of(next);
            }
        }
        self.job.last_index = next.index();
    }
}

impl Job {
    /// The index of the entry that gave the job the status that it has: a later one may be a note.
    #[must_use]
    pub fn status_index(&self) -> Index {
        self.changes.last().unwrap_or(self.index)
    }

    /// Gives the job the status that `entry`, one of its entries, gave to it. Each such entry says
    /// all of it.
    pub(crate) fn take_status(&mut self, entry: &Entry) {
        match entry.draft() {
            Draft::StatusChanged(change) => self.change(change, entry),
            Draft::JobCreated(_) | Draft::JobImported(_) => {
                if let Some(JobDetail { job: first, .. }) = JobDetail::created(entry) {
                    *self = Self {
                        changes: self.changes,
                        note_count: self.note_count,
                        newest_note: self.newest_note.take(),
                        last_index: self.last_index,
                        ..first
                    };
                }
            }
            Draft::NoteAdded(_) => {}
        }
    }

    fn change(&mut self, change: &StatusChange, entry: &Entry) {
        self.status = change.details.status;
        self.cause = Some(change.details.cause);
        self.http_status = change.details.http_status;
        self.error_message.clone_from(&change.details.error_message);
        self.updated_at = Some(entry.recorded_at());
    }
}
