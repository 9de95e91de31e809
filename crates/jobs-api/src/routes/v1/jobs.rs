//! `/v1/jobs`: record a job that the caller runs, and list jobs.

use axum::extract::State;
use jobs_core::{
    ActionName, AnyOf, BatchId, Cause, Cid, Job, JobFilter, JobId, JobIdPrefix, JobQuery,
    JobStoreExt, Order, Source, Status, Timestamp, UserId,
};
use serde::Serialize;
use utoipa::ToSchema;

use super::submission::{JobCreated, LoneSubmission, SubmissionRules, Submitted};
use crate::access::{Access, Grant};
use crate::endpoint::Endpoint;
use crate::ledger::Ledger;
use crate::request::body::JsonBody;
use crate::request::cursor::{self, Cursor};
use crate::request::idempotency::IdempotencyKey;
use crate::request::query::{Limit, Query, query};
use crate::request::receipt::ReceiptRequest;
use crate::response::problem::Problem;
use crate::response::reply::{Created, JobAt, Json, NextPage, PreferenceApplied, Replayed};

pub(super) fn endpoints() -> Vec<Endpoint> {
    vec![
        Endpoint::post("submitJob", "/v1/jobs", submit)
            .does("records a job that the caller runs", Access::CHANGE)
            .answers("The job is on the disk.")
            .with_answer(|answer| {
                let job = [("job_id", "$response.body#/job/job_id")];
                answer
                    .link("job", "readJob", &job, "The job.")
                    .link("customers", "readCustomers", &job, "Its customers.")
                    .link("history", "readHistory", &job, "Its entries.")
                    .link("receipt", "readReceipt", &job, "What proves that it is recorded.")
                    .link("status", "reportStatus", &job, "To say how it ended.")
            })
            .refuses([409, 424]),
        Endpoint::get("listJobs", "/v1/jobs", list)
            .does("lists jobs", Access::READ)
            .answers("A page of the list."),
    ]
}

async fn submit(
    State(ledger): State<Ledger>,
    State(rules): State<SubmissionRules>,
    grant: Grant,
    receipt: ReceiptRequest,
    idempotency_key: IdempotencyKey,
    body: JsonBody<LoneSubmission>,
) -> Result<(JobAt, PreferenceApplied, Replayed, Created<JobCreated>), Problem> {
    let request_key = idempotency_key.of(grant.user())?;
    let checked_by = rules.clone();
    let granted = grant.clone();
    let read = body.read(grant.standing(), move |body| {
        let body = body.check()?;
        let asked_for = body.asked_for();
        let job = body.into_job(&checked_by, &granted)?.with_request_key(request_key);
        Ok((job, asked_for))
    });
    let (job, asked_for) = read.await?;
    let submitted = Submitted::new(&job, asked_for);
    rules.earlier(&ledger, &grant).check(submitted.retried()).await?;
    grant.check_standing()?;
    let appended = ledger.store().create(job).await.map_err(|error| submitted.refused(error))?;
    let (applied, proof) = receipt.prove(&ledger, grant.user(), &appended).await;
    let created = submitted.created(&appended, proof)?;
    let replayed = Replayed(appended.repeated());
    Ok((JobAt(created.job.job_id), applied, replayed, Created(created)))
}

query! {
    /// Which jobs to list.
    pub(super) struct Filters {
        /// The job's ID, or the beginning of it.
        job_id: Option<JobIdPrefix>,
        /// The jobs of any of these users.
        user_id: AnyOf<UserId>,
        /// How the job stands: any of these.
        status: AnyOf<Status>,
        /// What that status rests on: any of these.
        cause: AnyOf<Cause>,
        /// Any of these actions.
        action_name: AnyOf<ActionName>,
        /// Any of these is a customer of the job.
        cid: AnyOf<Cid>,
        /// Any of these batches.
        batch_id: AnyOf<BatchId>,
        /// Through which interface it came in: any of these.
        source: AnyOf<Source>,
        /// The jobs that try this one again.
        retry_of: Option<JobId>,
        /// Created at this time or later.
        since: Option<Timestamp>,
        /// Created before this time.
        until: Option<Timestamp>,
    }
}

/// How many jobs there are on a page.
pub(super) type JobLimit = Limit<50, 500>;

query! {
    /// Which jobs to list, and which page of the list.
    struct ListQuery {
        /// Those that match.
        filters: Filters,
        /// `newest_first` unless given.
        order: Option<Order>,
        /// How many there are on a page, at most.
        limit: JobLimit,
        /// The `next` of the page before, of the same list.
        cursor: Option<Cursor>,
    }
}

#[derive(Serialize, ToSchema)]
struct JobPage {
    jobs: Vec<Job>,
    /// The `cursor` of the next page; `null` at the end.
    next: Option<String>,
}

async fn list(
    State(ledger): State<Ledger>,
    grant: Grant,
    query: Query<ListQuery>,
) -> Result<(NextPage, Json<JobPage>), Problem> {
    let ListQuery { filters, order, limit, cursor } = &query.values;
    let filter = filters.of(&grant)?;
    let order = order.unwrap_or_default();
    let after = cursor.as_ref().map(|cursor| cursor.decode(&filter, order)).transpose()?;
    let listed = JobQuery { filter, order, after, limit: limit.get() };
    let page = ledger.store().jobs(&listed).await?;
    let next = page.next.map(|after| cursor::encode(&listed.filter, order, after));
    let next_page = query.next_page("cursor", next.as_deref());
    Ok((next_page, Json(JobPage { jobs: page.jobs, next })))
}

impl Filters {
    /// The conditions, among them that an operator sees only their own jobs.
    pub(super) fn of(&self, grant: &Grant) -> Result<JobFilter, Problem> {
        Ok(JobFilter {
            job_id: self.job_id,
            user_id: grant.restrict_any(self.user_id.clone())?,
            status: self.status.clone(),
            cause: self.cause.clone(),
            action_name: self.action_name.clone(),
            cid: self.cid.clone(),
            batch_id: self.batch_id.clone(),
            source: self.source.clone(),
            retry_of: self.retry_of,
            since: self.since,
            until: self.until,
        })
    }
}
