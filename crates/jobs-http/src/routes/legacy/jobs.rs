//! `/api/jobs/…`: record a job, list the own ones, and a job's customers.

use axum::Router;
use axum::body::Body;
use axum::extract::State;
use axum::http::{StatusCode, Uri};
use axum::response::Response;
use axum::routing::{get, post};
use jobs_core::{
    ActionCode, ActionName, BatchId, Cid, ClusterUrl, HttpStatus, Job, JobFilter, JobId,
    JobStoreExt, Timestamp, UserId,
};
use jobs_gateway::UniqueMembers;
use serde::de::IgnoredAny;
use serde::{Deserialize, Serialize};

use super::{Failure, LegacyCaller, explain, limit, newest, status_word};
use crate::access::Operation;
use crate::given_cid::GivenCid;
use crate::idempotency::{self, IdempotencyKey};
use crate::problem::Problem;
use crate::query::Params;
use crate::routes::InPath;
use crate::routes::jobs::{Submission, Submitted};
use crate::{App, extract, reply};

pub(super) fn router() -> Router<App> {
    Router::new()
        .route(Operation::CreateOldJob.path(), post(create))
        .route(Operation::ListOwnJobs.path(), get(mine))
        .route(Operation::ReadOldCustomers.path(), get(customers))
}

/// A moment as the old dashboard wrote it, `2026-01-28T15:04:53.003687`, and with the offset that it left out: a browser
/// would take a time without one for its own.
fn created_at(moment: Timestamp) -> String {
    let text = moment.to_string();
    format!("{}+00:00", text.trim_end_matches('Z'))
}

/// The body. Members that are not known are ignored, as they always were.
#[derive(Deserialize)]
struct Create {
    action_code: Option<ActionCode>,
    action_name: Option<ActionName>,
    cids: Option<Vec<GivenCid>>,
    cluster_url: Option<ClusterUrl>,
    batch_id: Option<BatchId>,
    request_payload: Option<UniqueMembers>,
    response_summary: Option<IgnoredAny>,
}

impl Create {
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

#[derive(Serialize)]
struct Created {
    success: bool,
    message: &'static str,
    job: CreatedJob,
}

#[derive(Serialize)]
struct CreatedJob {
    job_id: JobId,
    user_id: UserId,
    action_code: ActionCode,
    action_name: ActionName,
    customer_count: usize,
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

/// A job begins without an answer of the upstream, so that a summary of one has no place yet; the caller is told.
fn message(summary: bool) -> &'static str {
    if summary {
        "Job created; its response_summary is not recorded: report it with the outcome"
    } else {
        "Job created successfully"
    }
}

async fn create(
    State(app): State<App>,
    LegacyCaller(caller): LegacyCaller,
    idempotency_key: IdempotencyKey,
    body: Body,
) -> Result<Response, Failure> {
    let grant = caller.authorize(Operation::CreateOldJob)?;
    let request_key = idempotency_key.of(grant.user())?;
    let state = app.clone();
    let (job, message) = extract::json(&app, grant.standing(), body, move |body: Create| {
        let message = message(body.response_summary.is_some());
        let job = body.into_submission()?.into_job(&state, &grant)?;
        Ok((job.with_request_key(request_key), message))
    })
    .await?;
    let submitted = Submitted::new(&job, None);
    let appended = app.store().create(job).await.map_err(|error| submitted.refused(error))?;
    let job = submitted.created(&appended, None)?.job.into();
    let mut response = reply::json(StatusCode::CREATED, &Created { success: true, message, job });
    if appended.repeated() {
        idempotency::mark_replayed(&mut response);
    }
    Ok(response)
}

#[derive(Serialize)]
struct Mine {
    success: bool,
    user_id: UserId,
    job_count: usize,
    jobs: Vec<MyJob>,
}

#[derive(Serialize)]
struct MyJob {
    #[serde(flatten)]
    created: CreatedJob,
    #[serde(skip_serializing_if = "Option::is_none")]
    submitted_by: Option<UserId>,
    cluster_url: Option<ClusterUrl>,
    status: &'static str,
    http_status: Option<HttpStatus>,
    error_message: Option<String>,
}

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

/// The caller's own, whatever the caller's role.
async fn mine(
    State(app): State<App>,
    LegacyCaller(caller): LegacyCaller,
    uri: Uri,
) -> Result<Response, Failure> {
    let grant = caller.authorize(Operation::ListOwnJobs)?;
    let limit = limit(&Params::parse_leniently(uri.query(), &["limit"])?)?;
    let user_id = grant.user().clone();
    let filter = JobFilter { user_id: Some(user_id.clone()), ..JobFilter::default() };
    let newest = newest(app.store(), &filter, limit, &[None]).await?;
    let jobs: Vec<MyJob> = newest.jobs.into_iter().map(MyJob::from).collect();
    let mine = Mine { success: true, user_id, job_count: jobs.len(), jobs };
    Ok(reply::json(StatusCode::OK, &mine))
}

#[derive(Serialize)]
struct Customers {
    success: bool,
    job_id: JobId,
    customer_count: usize,
    customers: Vec<Cid>,
}

async fn customers(
    State(app): State<App>,
    LegacyCaller(caller): LegacyCaller,
    job_id: Result<InPath<String>, Problem>,
) -> Result<Response, Failure> {
    let grant = caller.authorize(Operation::ReadOldCustomers)?;
    let InPath(text) = job_id?;
    let not_found = || Problem::not_found(format!("Job not found: {text}"));
    // What is no UUID is no job's ID.
    let job_id: JobId = text.parse().map_err(|_| not_found())?;
    let job = app.store().job(job_id).await?.ok_or_else(not_found)?.job;
    let denied = |_| Problem::forbidden("Access denied: job belongs to another user");
    grant.check_owner(&job.facts.user_id).map_err(denied)?;
    let customers = app.store().all_customers(job_id).await?;
    let customer_count = job.customer_count;
    let customers = Customers { success: true, job_id, customer_count, customers };
    Ok(reply::json(StatusCode::OK, &customers))
}
