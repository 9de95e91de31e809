//! The schemas of jobs and entries. An entry writes its JSON by hand, and the document lists what
//! both have in common first; so these say once more what members there are.
#![expect(dead_code, reason = "only described")]

use utoipa::ToSchema;
use utoipa::openapi::{ArrayBuilder, Ref};

use super::{IndexSchema, Quantity, bounded, delegate, schema};
use crate::merkle::Hash;
use crate::{
    ActionCode, ActionName, Appended, BatchId, Cause, Cid, ClusterUrl, CustomerOutcome, Entry,
    ErrorMessage, HttpStatus, Job, JobDetail, JobId, JobNote, NewNote, NoteText, Original, Outcome,
    OutcomeMessage, RequestPayload, ResponseSummary, Source, Status, Timestamp, UserId,
};

delegate! {
    Job: JobMembers;
    JobDetail: JobDetailMembers;
    JobNote: JobNoteMembers;
    Entry: AnyEntry;
    Appended: AppendedMembers;
    Outcome: OutcomeMembers;
    CustomerOutcome: CustomerOutcomeMembers;
}

struct ChangeIndexes;
schema!(
    ChangeIndexes = ArrayBuilder::new()
        .items(Ref::from_schema_name(IndexSchema::name()))
        .max_items(Some(2))
        .unique_items(true)
        .build()
);

struct NoteCount;
schema!(NoteCount = bounded(0, NewNote::COUNT_MAX as u64));

/// What is fixed when a job is created.
#[derive(ToSchema)]
struct Fixed {
    user_id: UserId,
    /// Who handed it in for that user.
    submitted_by: Option<UserId>,
    batch_id: Option<BatchId>,
    action_code: ActionCode,
    action_name: ActionName,
    cluster_url: Option<ClusterUrl>,
    created_at: Timestamp,
    #[schema(inline, value_type = Quantity)]
    customer_count: usize,
    source: Source,
    /// The job that this one tries again.
    retry_of: Option<JobId>,
}

#[derive(ToSchema)]
struct JobMembers {
    #[serde(flatten)]
    #[schema(inline)]
    fixed: Fixed,
    job_id: JobId,
    status: Status,
    /// None while the job is as it was created.
    cause: Option<Cause>,
    http_status: Option<HttpStatus>,
    #[schema(inline)]
    error_message: Option<ErrorMessage>,
    updated_at: Option<Timestamp>,
    /// The entry that created the job.
    #[schema(value_type = IndexSchema)]
    index: u64,
    /// The entries that changed its status, ascending.
    #[schema(inline, value_type = ChangeIndexes)]
    changes: Vec<u64>,
    #[schema(inline, value_type = NoteCount)]
    note_count: usize,
    newest_note: Option<JobNote>,
    /// The newest entry of the job, be it a note.
    #[schema(value_type = IndexSchema)]
    last_index: u64,
}

#[derive(ToSchema)]
struct JobNoteMembers {
    /// The entry that adds it.
    #[schema(value_type = IndexSchema)]
    index: u64,
    recorded_at: Timestamp,
    /// Who says so.
    actor: UserId,
    #[schema(inline)]
    text: NoteText,
}

#[derive(ToSchema)]
struct JobDetailMembers {
    #[serde(flatten)]
    #[schema(inline)]
    job: JobMembers,
    #[schema(inline)]
    request_payload: Option<RequestPayload>,
    #[schema(inline)]
    response_summary: Option<ResponseSummary>,
    #[schema(inline)]
    original: Option<Original>,
}

/// One fact in the ledger, told apart by `kind`.
#[derive(ToSchema)]
#[serde(untagged)]
enum AnyEntry {
    Created(JobCreatedEntry),
    Imported(JobImportedEntry),
    Changed(StatusChangedEntry),
    Noted(NoteAddedEntry),
}

#[derive(ToSchema)]
struct JobCreatedEntry {
    #[serde(flatten)]
    #[schema(inline)]
    at: At,
    #[serde(flatten)]
    #[schema(inline)]
    kind: OfCreated,
    #[serde(flatten)]
    #[schema(inline)]
    job: GivenJob,
}

#[derive(ToSchema)]
struct JobImportedEntry {
    #[serde(flatten)]
    #[schema(inline)]
    at: At,
    #[serde(flatten)]
    #[schema(inline)]
    kind: OfImported,
    #[serde(flatten)]
    #[schema(inline)]
    job: GivenJob,
    #[serde(flatten)]
    #[schema(inline)]
    details: ReportMembers,
    updated_at: Option<Timestamp>,
    #[schema(inline)]
    original: Option<Original>,
}

#[derive(ToSchema)]
struct StatusChangedEntry {
    #[serde(flatten)]
    #[schema(inline)]
    at: At,
    #[serde(flatten)]
    #[schema(inline)]
    kind: OfChanged,
    #[serde(flatten)]
    #[schema(inline)]
    place: Place,
    #[serde(flatten)]
    #[schema(inline)]
    details: ReportMembers,
    status: Status,
    /// Who reported it.
    actor: UserId,
    outcomes: Vec<Outcome>,
}

#[derive(ToSchema)]
struct NoteAddedEntry {
    #[serde(flatten)]
    #[schema(inline)]
    at: At,
    #[serde(flatten)]
    #[schema(inline)]
    kind: OfNoted,
    #[serde(flatten)]
    #[schema(inline)]
    place: Place,
    /// Who says so.
    actor: UserId,
    #[schema(inline)]
    text: NoteText,
}

#[derive(ToSchema)]
struct At {
    #[schema(value_type = IndexSchema)]
    index: u64,
}

#[derive(ToSchema)]
#[serde(tag = "kind", rename_all = "snake_case")]
enum OfCreated {
    JobCreated,
}

#[derive(ToSchema)]
#[serde(tag = "kind", rename_all = "snake_case")]
enum OfImported {
    JobImported,
}

#[derive(ToSchema)]
#[serde(tag = "kind", rename_all = "snake_case")]
enum OfChanged {
    StatusChanged,
}

#[derive(ToSchema)]
#[serde(tag = "kind", rename_all = "snake_case")]
enum OfNoted {
    NoteAdded,
}

#[derive(ToSchema)]
struct Place {
    recorded_at: Timestamp,
    /// The entry of the same job before this one.
    #[schema(value_type = Option<IndexSchema>)]
    previous: Option<u64>,
    job_id: JobId,
    /// The hash of the request's idempotency key.
    request_key: Option<Hash>,
}

/// What both kinds of entry say that a job begins with.
#[derive(ToSchema)]
struct GivenJob {
    #[serde(flatten)]
    #[schema(inline)]
    place: Place,
    #[serde(flatten)]
    #[schema(inline)]
    fixed: Fixed,
    #[serde(flatten)]
    #[schema(inline)]
    given: Given,
    status: Status,
}

#[derive(ToSchema)]
struct Given {
    #[schema(inline)]
    request_payload: Option<RequestPayload>,
    /// In `GET /v1/entries`.
    #[schema(required = false)]
    customers: Vec<Cid>,
}

#[derive(ToSchema)]
struct ReportMembers {
    cause: Cause,
    http_status: Option<HttpStatus>,
    #[schema(inline)]
    error_message: Option<ErrorMessage>,
    #[schema(inline)]
    response_summary: Option<ResponseSummary>,
}

#[derive(ToSchema)]
struct AppendedMembers {
    job_id: JobId,
    #[schema(value_type = IndexSchema)]
    index: u64,
    recorded_at: Timestamp,
    /// Whether it was recorded before, and was not again.
    repeated: bool,
}

#[derive(ToSchema)]
struct OutcomeMembers {
    cid: Cid,
    status: Status,
    #[schema(inline, nullable = false)]
    message: Option<OutcomeMessage>,
}

#[derive(ToSchema)]
struct CustomerOutcomeMembers {
    status: Status,
    #[schema(inline)]
    message: Option<OutcomeMessage>,
    /// Whether it was said of this customer by name.
    own: bool,
    /// The entry that says so.
    #[schema(value_type = IndexSchema)]
    index: u64,
}
