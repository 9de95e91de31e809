//! `/api/jobs/…`: record a job, list the caller's jobs, and a job's customers.

use axum::extract::State;
use jobs_core::openapi::Quantity;
use jobs_core::{
    ActionCode, ActionName, BatchId, Cid, ClusterUrl, HttpStatus, Job, JobFilter, JobId,
    JobStoreExt, Timestamp, UserId,
};
use jobs_gateway::UniqueMembers;
use serde::de::IgnoredAny;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use utoipa::ToSchema;
use utoipa::openapi::path::Parameter;

use super::query::LenientQuery;
use super::{Failure, Legacy, LegacyLimit, explain, legacy_record, newest, status_word};
use crate::access::{Access, Grant};
use crate::endpoint::Endpoint;
use crate::ledger::Ledger;
use crate::request::body::{JsonBody, Sent};
use crate::request::given_cid::{GivenCid, GivenCids};
use crate::request::idempotency::IdempotencyKey;
use crate::request::path::{InPath, PathPart};
use crate::request::query::query;
use crate::response::problem::Problem;
use crate::response::reply::{self, Json, Replayed};
use crate::routes::v1::submission::{Submission, SubmissionRules, Submitted};
use crate::schema::one_of_texts;
use crate::schema::values::value;

pub(super) fn endpoints() -> Vec<Endpoint> {
    let create_says = "the old dashboard's: records a job that the caller runs";
    let mine_says = "the old dashboard's: lists the caller's newest jobs";
    let endpoints = vec![
        Endpoint::post("createOldJob", "/api/jobs/create", create)
            .does(create_says, Access::CHANGE)
            .answers("The job is on the disk."),
        Endpoint::get("listOwnJobs", "/api/jobs/mine", mine)
            .does(mine_says, Access::ONESELF)
            .reads_with_permit(true)
            .answers("The newest jobs."),
        Endpoint::get("readOldCustomers", "/api/jobs/{job_id}/customers", customers)
            .does("the old dashboard's: lists a job's customers", Access::READ)
            .answers("The customers, sorted."),
    ];
    endpoints.into_iter().map(legacy_record).collect()
}

/// A moment as the old dashboard wrote it, `2026-01-28T15:04:53.003687`, and with the offset that
/// it left out: a browser would take a time without one for its own.
fn created_at(moment: Timestamp) -> String {
    let text = moment.to_string();
    format!("{}+00:00", text.trim_end_matches('Z'))
}

/// The body. Members that are not known are ignored, as they always were.
#[derive(Deserialize, ToSchema)]
#[schema(description = "")]
struct LegacySubmission {
    #[schema(required, nullable = false)]
    action_code: Option<ActionCode>,
    #[schema(required, nullable = false)]
    action_name: Option<ActionName>,
    #[schema(required, nullable = false, inline, value_type = Option<GivenCids>)]
    cids: Option<Vec<GivenCid>>,
    /// Without user name and password.
    cluster_url: Option<ClusterUrl>,
    batch_id: Option<BatchId>,
    #[schema(value_type = Option<Value>)]
    request_payload: Option<UniqueMembers>,
    #[schema(value_type = Option<Value>)]
    response_summary: Option<IgnoredAny>,
}

impl LegacySubmission {
    /// What `/v1/jobs` would be sent. The old dashboard demanded a code.
    fn into_submission(self) -> Result<Submission, Problem> {
        let missing = || Problem::invalid("action_code", "is missing");
        Ok(Submission {
            action_code: Some(self.action_code.ok_or_else(missing)?),
            action_name: self.action_name,
            cids: self.cids,
            cluster_url: self.cluster_url,
            batch_id: self.batch_id,
            request_payload: self.request_payload,
            ..Submission::default()
        })
    }
}

#[derive(Serialize, ToSchema)]
struct LegacyJobCreated {
    success: bool,
    message: &'static str,
    #[schema(inline)]
    job: CreatedJob,
}

#[derive(Serialize, ToSchema)]
struct CreatedJob {
    job_id: JobId,
    user_id: UserId,
    action_code: ActionCode,
    action_name: ActionName,
    #[schema(inline, value_type = Quantity)]
    customer_count: usize,
    #[schema(format = DateTime)]
    created_at: String,
}

impl From<Job> for CreatedJob {
    fn from(job: Job) -> Self {
        let Job { job_id, facts, customer_count, .. } = job;
        Self {
            job_id,
            user_id: facts.user_id,
            action_code: facts.action_code,
            action_name: facts.action_name,
            customer_count,
            created_at: created_at(job.created_at),
        }
    }
}

/// A job begins without an answer of the upstream, so that a summary of one has no place yet; the
/// caller is told.
fn message(summary: bool) -> &'static str {
    if summary {
        "Job created; its response_summary is not recorded: report it with the outcome"
    } else {
        "Job created successfully"
    }
}

impl Sent for LegacySubmission {
    fn example() -> Value {
        json!({"action_code": 1, "action_name": "Trans-Begin", "cids": ["5001"]})
    }
}

async fn create(
    State(ledger): State<Ledger>,
    State(rules): State<SubmissionRules>,
    grant: Grant,
    idempotency_key: IdempotencyKey,
    body: JsonBody<LegacySubmission>,
) -> Result<(Replayed, reply::Created<LegacyJobCreated>), Failure> {
    let request_key = idempotency_key.of(grant.user())?;
    let checked_by = rules.clone();
    let granted = grant.clone();
    let read = body.read(grant.standing(), move |body| {
        let message = message(body.response_summary.is_some());
        let job = body.into_submission()?.into_job(&checked_by, &granted)?;
        Ok((job.with_request_key(request_key), message))
    });
    let (job, message) = read.await?;
    let submitted = Submitted::new(&job, None);
    let appended = ledger.store().create(job).await.map_err(|error| submitted.refused(error))?;
    let job = submitted.created(&appended, None)?.job.into();
    let created = LegacyJobCreated { success: true, message, job };
    Ok((Replayed(appended.repeated()), reply::Created(created)))
}

#[derive(Serialize, ToSchema)]
struct LegacyJobs {
    success: bool,
    user_id: UserId,
    #[schema(inline, value_type = Quantity)]
    job_count: usize,
    #[schema(inline)]
    jobs: Vec<MyJob>,
}

#[derive(Serialize, ToSchema)]
struct MyJob {
    #[serde(flatten)]
    #[schema(inline)]
    created: CreatedJob,
    #[serde(skip_serializing_if = "Option::is_none")]
    /// Who handed it in, if that was not the user.
    #[schema(nullable = false)]
    submitted_by: Option<UserId>,
    cluster_url: Option<ClusterUrl>,
    #[schema(inline, value_type = LegacyStatus)]
    status: &'static str,
    http_status: Option<HttpStatus>,
    error_message: Option<String>,
}

value!(
    /// A status in the old dashboard's words; see [`status_word`].
    LegacyStatus = one_of_texts(["IN_PROGRESS", "SUCCESS", "FAILED"])
);

impl From<Job> for MyJob {
    fn from(job: Job) -> Self {
        Self {
            submitted_by: job.facts.submitted_by.clone(),
            cluster_url: job.facts.cluster_url.clone(),
            status: status_word(job.status),
            http_status: job.http_status,
            error_message: explain(job.status, job.error_message.as_ref()),
            created: job.into(),
        }
    }
}

query! {
    /// How many jobs to list.
    struct MineQuery {
        /// How many there are, at most.
        limit: LegacyLimit,
    }
}

/// The caller's own jobs, for every role.
async fn mine(
    State(ledger): State<Ledger>,
    grant: Grant,
    Legacy(LenientQuery(query)): Legacy<LenientQuery<MineQuery>>,
) -> Result<Json<LegacyJobs>, Failure> {
    let user_id = grant.user().clone();
    let filter = JobFilter { user_id: user_id.clone().into(), ..JobFilter::default() };
    let newest = newest(ledger.store(), &filter, query.limit.get(), &[None]).await?;
    let jobs: Vec<MyJob> = newest.jobs.into_iter().map(MyJob::from).collect();
    Ok(Json(LegacyJobs { success: true, user_id, job_count: jobs.len(), jobs }))
}

#[derive(Serialize, ToSchema)]
struct LegacyCustomers {
    success: bool,
    job_id: JobId,
    #[schema(inline, value_type = Quantity)]
    customer_count: usize,
    customers: Vec<Cid>,
}

/// What stands for a job in the path: what is no UUID is no job's ID.
struct GivenJobId(String);

impl PathPart for GivenJobId {
    fn parameter() -> Parameter {
        JobId::parameter()
    }

    fn read(text: &str) -> Result<Self, Problem> {
        Ok(Self(text.to_owned()))
    }
}

async fn customers(
    State(ledger): State<Ledger>,
    grant: Grant,
    Legacy(InPath(GivenJobId(text))): Legacy<InPath<GivenJobId>>,
) -> Result<Json<LegacyCustomers>, Failure> {
    let not_found = || Problem::not_found(format!("Job not found: {text}"));
    let job_id: JobId = text.parse().map_err(|_| not_found())?;
    let job = ledger.store().job(job_id).await?.ok_or_else(not_found)?.job;
    let denied = |_| Problem::forbidden("Access denied: job belongs to another user");
    grant.check_owner(&job.facts.user_id).map_err(denied)?;
    let customers = ledger.store().all_customers(job_id).await?;
    let customer_count = job.customer_count;
    Ok(Json(LegacyCustomers { success: true, job_id, customer_count, customers }))
}
