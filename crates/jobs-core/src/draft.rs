//! Drafts: what a caller asks the ledger to record. Each is valid by construction; only the
//! ledger's own state (is the ID new, may the status change) can still refuse it.

use serde::{Deserialize, Serialize};

use crate::named::named;
use crate::{
    ActionCode, ActionName, BatchId, Cause, Cid, ClusterUrl, CustomerSet, Error, ErrorMessage,
    HttpStatus, JobId, NoteText, Original, Outcomes, RequestKey, RequestPayload, ResponseSummary,
    Result, Status, Timestamp, UserId,
};

/// Something to append.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Draft {
    /// A job that starts now.
    JobCreated(Box<NewJob>),
    /// A job that another system recorded.
    JobImported(Box<ImportedJob>),
    /// A change of a job's status.
    StatusChanged(Box<StatusChange>),
    /// A note about a job.
    NoteAdded(Box<NewNote>),
}

impl Draft {
    /// The job that the draft is about.
    #[must_use]
    pub fn job_id(&self) -> JobId {
        match self {
            Self::JobCreated(job) => job.job_id(),
            Self::JobImported(import) => import.job().job_id(),
            Self::StatusChanged(change) => change.job_id,
            Self::NoteAdded(note) => note.job_id,
        }
    }

    /// The key of the request that the draft comes from, if it has one.
    #[must_use]
    pub fn request_key(&self) -> Option<RequestKey> {
        match self {
            Self::JobCreated(job) => job.request_key(),
            Self::JobImported(_) => None,
            Self::StatusChanged(change) => change.request_key,
            Self::NoteAdded(note) => note.request_key,
        }
    }

    /// Forgets roots that were given, so that they are computed here.
    pub(crate) fn distrust(&mut self) {
        match self {
            Self::JobCreated(job) => job.customers.distrust(),
            Self::JobImported(import) => import.job.customers.distrust(),
            Self::StatusChanged(_) | Self::NoteAdded(_) => {}
        }
    }

    /// The kind of entry that the draft becomes: `job_created`, `job_imported`, `status_changed` or
    /// `note_added`.
    #[must_use]
    pub fn kind(&self) -> &'static str {
        match self {
            Self::JobCreated(_) => "job_created",
            Self::JobImported(_) => "job_imported",
            Self::StatusChanged(_) => "status_changed",
            Self::NoteAdded(_) => "note_added",
        }
    }
}

impl From<NewJob> for Draft {
    fn from(job: NewJob) -> Self {
        Self::JobCreated(Box::new(job))
    }
}

impl From<ImportedJob> for Draft {
    fn from(import: ImportedJob) -> Self {
        Self::JobImported(Box::new(import))
    }
}

impl From<StatusChange> for Draft {
    fn from(change: StatusChange) -> Self {
        Self::StatusChanged(Box::new(change))
    }
}

impl From<NewNote> for Draft {
    fn from(note: NewNote) -> Self {
        Self::NoteAdded(Box::new(note))
    }
}

named! {
    /// The interface through which a job came in.
    pub enum Source {
        /// The Set Action flow, which also calls the upstream.
        Gateway = "gateway",
        /// The HTTP API, for a job that the caller runs itself.
        Api = "api",
        /// Another system's records.
        Import = "import",
        /// A Rust program that holds the store.
        Embedded = "embedded",
    }
    else Error::invalid("source", "must be gateway, api, import or embedded")
}

/// The facts of a job that fit in a line of a list. Fixed when the job is created.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct JobFacts {
    /// Who asked for it.
    pub user_id: UserId,
    /// Who handed it in for that user; `None` when the user did so. A job never names the same user
    /// twice: [`NewJob`] and [`ImportedJob`] take the user's own name for `None`.
    pub submitted_by: Option<UserId>,
    /// A label shared by jobs that belong together.
    pub batch_id: Option<BatchId>,
    /// The old dashboard's number for the action; [`ActionCode::UNKNOWN`] for an action without
    /// one.
    pub action_code: ActionCode,
    /// The action as the caller spelt it.
    pub action_name: ActionName,
    /// The upstream that it was meant for.
    pub cluster_url: Option<ClusterUrl>,
}

impl JobFacts {
    /// The one way in which the ledger says who handed a job in.
    fn canonical(self) -> Self {
        let submitted_by = self.submitted_by.filter(|name| *name != self.user_id);
        Self { submitted_by, ..self }
    }
}

/// A job to create. Its ID is minted with the draft, so that the caller knows it no matter what
/// happens next.
///
/// ```
/// use jobs_core::{ActionCode, ActionName, Cid, CustomerSet, NewJob, UserId};
/// let customers = CustomerSet::new([Cid::new("5001")?, Cid::new("5002")?])?;
/// let job = NewJob::new(
///     UserId::new("vijay")?,
///     ActionCode::new(1)?,
///     ActionName::new("Trans-Begin")?,
///     customers,
/// )?;
/// assert_eq!(job.customers().len(), 2);
/// # Ok::<_, jobs_core::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewJob {
    job_id: JobId,
    facts: JobFacts,
    customers: CustomerSet,
    request_payload: Option<RequestPayload>,
    source: Source,
    retry_of: Option<JobId>,
    request_key: Option<RequestKey>,
}

impl NewJob {
    /// A job of `user_id` that does `action_name` to `customers`, with a new ID and
    /// [`Source::Embedded`].
    ///
    /// # Errors
    /// [`Error::Invalid`] when there is no customer.
    pub fn new(
        user_id: UserId,
        action_code: ActionCode,
        action_name: ActionName,
        customers: CustomerSet,
    ) -> Result<Self> {
        let facts = JobFacts {
            user_id,
            submitted_by: None,
            batch_id: None,
            action_code,
            action_name,
            cluster_url: None,
        };
        Self::from_facts(JobId::mint(), facts, customers)
    }

    /// The job `job_id` with these facts, otherwise as [`new`](Self::new) makes it.
    ///
    /// # Errors
    /// [`Error::Invalid`] when there is no customer.
    pub fn from_facts(job_id: JobId, facts: JobFacts, customers: CustomerSet) -> Result<Self> {
        if customers.is_empty() {
            return Err(Error::invalid(Cid::FIELD, "must name at least one customer"));
        }
        Ok(Self {
            job_id,
            facts: facts.canonical(),
            customers,
            request_payload: None,
            source: Source::Embedded,
            retry_of: None,
            request_key: None,
        })
    }

    /// With an ID of the caller's choice. A store that knows it already refuses the draft.
    #[must_use]
    pub fn with_job_id(mut self, job_id: JobId) -> Self {
        self.job_id = job_id;
        self
    }

    /// As handed in by `submitted_by` for the job's user.
    #[must_use]
    pub fn with_submitted_by(mut self, submitted_by: UserId) -> Self {
        self.facts.submitted_by = Some(submitted_by);
        self.facts = self.facts.canonical();
        self
    }

    /// With a label.
    #[must_use]
    pub fn with_batch_id(mut self, batch_id: Option<BatchId>) -> Self {
        self.facts.batch_id = batch_id;
        self
    }

    /// With the upstream that the job is meant for.
    #[must_use]
    pub fn with_cluster_url(mut self, cluster_url: Option<ClusterUrl>) -> Self {
        self.facts.cluster_url = cluster_url;
        self
    }

    /// With what is sent upstream. The caller removes credentials first.
    #[must_use]
    pub fn with_request_payload(mut self, request_payload: Option<RequestPayload>) -> Self {
        self.request_payload = request_payload;
        self
    }

    /// With the source of the job.
    #[must_use]
    pub fn with_source(mut self, source: Source) -> Self {
        self.source = source;
        self
    }

    /// As another try at the work of an earlier job, which the store must know.
    #[must_use]
    pub fn with_retry_of(mut self, retry_of: Option<JobId>) -> Self {
        self.retry_of = retry_of;
        self
    }

    /// With the key of the request that asks for the job. The store answers the next draft with
    /// this key with this job, even if that draft has another ID.
    #[must_use]
    pub fn with_request_key(mut self, request_key: Option<RequestKey>) -> Self {
        self.request_key = request_key;
        self
    }

    /// The new ID.
    #[must_use]
    pub fn job_id(&self) -> JobId {
        self.job_id
    }

    /// The facts that fit in a line.
    #[must_use]
    pub fn facts(&self) -> &JobFacts {
        &self.facts
    }

    /// The customers.
    #[must_use]
    pub fn customers(&self) -> &CustomerSet {
        &self.customers
    }

    /// What is sent upstream.
    #[must_use]
    pub fn request_payload(&self) -> Option<&RequestPayload> {
        self.request_payload.as_ref()
    }

    /// The source of the job.
    #[must_use]
    pub fn source(&self) -> Source {
        self.source
    }

    /// The job that this one tries again.
    #[must_use]
    pub fn retry_of(&self) -> Option<JobId> {
        self.retry_of
    }

    /// The key of the request that asks for the job.
    #[must_use]
    pub fn request_key(&self) -> Option<RequestKey> {
        self.request_key
    }
}

/// A status and what is known about it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StatusDetails {
    /// The status.
    pub status: Status,
    /// What the status rests on; it must [fit](Cause::fits) the status.
    pub cause: Cause,
    /// The code of the upstream's answer; `None` when there was no answer.
    pub http_status: Option<HttpStatus>,
    /// Why the job did not succeed.
    pub error_message: Option<ErrorMessage>,
    /// What the upstream answered.
    pub response_summary: Option<ResponseSummary>,
}

impl StatusDetails {
    /// `status` as a mere report, with no further details.
    #[must_use]
    pub fn new(status: Status) -> Self {
        Self {
            status,
            cause: Cause::Reported,
            http_status: None,
            error_message: None,
            response_summary: None,
        }
    }
}

/// A change of a job's status.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StatusChange {
    /// The job.
    pub job_id: JobId,
    /// Who says so.
    pub actor: UserId,
    /// The new status and why.
    pub details: StatusDetails,
    /// For whom it ended how, as far as it is known.
    pub outcomes: Outcomes,
    /// The key of the request that says so, if it has one.
    pub request_key: Option<RequestKey>,
}

impl StatusChange {
    /// `actor` says that the job has this status, and nothing more: no outcomes of single
    /// customers, and no request key.
    #[must_use]
    pub fn new(job_id: JobId, actor: UserId, details: StatusDetails) -> Self {
        Self { job_id, actor, details, outcomes: Outcomes::default(), request_key: None }
    }
}

/// A note about a job: what somebody knows of it that no status says. It changes nothing else of
/// the job, and a job of any status may have notes. Notes with the same text are different notes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewNote {
    /// The job.
    pub job_id: JobId,
    /// Who says so.
    pub actor: UserId,
    /// What they say. The caller removes credentials first.
    pub text: NoteText,
    /// The key of the request that says so, if it has one. The store answers the next draft with
    /// this key with this note.
    pub request_key: Option<RequestKey>,
}

impl NewNote {
    /// The most notes of one job: with the longest of texts they take 4 MiB, which is what reading
    /// all entries of a job may take.
    pub const COUNT_MAX: usize = 1000;

    /// `actor` notes `text` about the job, without a request key.
    #[must_use]
    pub fn new(job_id: JobId, actor: UserId, text: NoteText) -> Self {
        Self { job_id, actor, text, request_key: None }
    }
}

/// A job that another system recorded: it keeps its ID, its times and its status, and need not have
/// customers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImportedJob {
    job: NewJob,
    created_at: Timestamp,
    updated_at: Option<Timestamp>,
    details: StatusDetails,
    original: Option<Original>,
}

impl ImportedJob {
    /// The job `job_id` as another system left it. The cause of its status is always
    /// [`Cause::Imported`].
    #[must_use]
    pub fn new(
        job_id: JobId,
        facts: JobFacts,
        customers: CustomerSet,
        created_at: Timestamp,
        details: StatusDetails,
    ) -> Self {
        let job = NewJob {
            job_id,
            facts: facts.canonical(),
            customers,
            request_payload: None,
            source: Source::Import,
            retry_of: None,
            request_key: None,
        };
        let details = StatusDetails { cause: Cause::Imported, ..details };
        Self { job, created_at, updated_at: None, details, original: None }
    }

    /// With the time of the last change that the other system made.
    #[must_use]
    pub fn with_updated_at(mut self, updated_at: Option<Timestamp>) -> Self {
        self.updated_at = updated_at;
        self
    }

    /// With what was sent upstream.
    #[must_use]
    pub fn with_request_payload(mut self, request_payload: Option<RequestPayload>) -> Self {
        self.job.request_payload = request_payload;
        self
    }

    /// With the other system's own record, word for word.
    #[must_use]
    pub fn with_original(mut self, original: Option<Original>) -> Self {
        self.original = original;
        self
    }

    /// The job's ID, facts, customers and payload.
    #[must_use]
    pub fn job(&self) -> &NewJob {
        &self.job
    }

    /// When the other system created it.
    #[must_use]
    pub fn created_at(&self) -> Timestamp {
        self.created_at
    }

    /// When the other system last changed it.
    #[must_use]
    pub fn updated_at(&self) -> Option<Timestamp> {
        self.updated_at
    }

    /// The status in which the other system left it.
    #[must_use]
    pub fn details(&self) -> &StatusDetails {
        &self.details
    }

    /// The other system's own record.
    #[must_use]
    pub fn original(&self) -> Option<&Original> {
        self.original.as_ref()
    }
}
