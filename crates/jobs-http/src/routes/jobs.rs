//! `/v1/jobs`: record a job that the caller runs, and list jobs.

use axum::Router;
use axum::body::Body;
use axum::extract::State;
use axum::http::header::{LINK, LOCATION};
use axum::http::{HeaderValue, StatusCode, Uri};
use axum::response::Response;
use axum::routing::get;
use jobs_core::{
    ActionCode, ActionName, Appended, BatchId, Cid, ClusterUrl, CustomerSet, Error, Job, JobFacts,
    JobFilter, JobId, JobQuery, JobStoreExt, NewJob, Order, RequestPayload, Source, Status, UserId,
};
use jobs_gateway::{Redactor, UniqueMembers};
use serde::{Deserialize, Serialize};

use super::bulk::Reference;
use super::retry_of::{Earlier, Retried};
use crate::access::Operation;
use crate::auth::{Caller, Grant};
use crate::extract;
use crate::given_cid::GivenCid;
use crate::idempotency::{self, IdempotencyKey};
use crate::problem::Problem;
use crate::query::Params;
use crate::receipt::{self, Prefer, Proof, Wish};
use crate::{App, cursor, reply};

pub(super) fn router() -> Router<App> {
    Router::new().route(Operation::SubmitJob.path(), get(list).post(submit))
}

/// The body of `POST /v1/jobs`, and a line of `POST /v1/jobs/bulk`. Every member checks itself while it is read.
#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Submission {
    pub(super) action_name: Option<ActionName>,
    pub(super) cids: Option<Vec<GivenCid>>,
    pub(super) action_code: Option<ActionCode>,
    pub(super) batch_id: Option<BatchId>,
    pub(super) cluster_url: Option<ClusterUrl>,
    pub(super) request_payload: Option<UniqueMembers>,
    pub(super) retry_of: Option<JobId>,
    pub(super) user_id: Option<UserId>,
    pub(super) job_id: Option<JobId>,
    /// Of a line alone; a whole request has the header.
    pub(super) idempotency_key: Option<String>,
    #[serde(rename = "ref")]
    pub(super) reference: Option<Reference>,
}

impl Submission {
    /// Refuses what only a line may have.
    fn check_alone(&self) -> Result<(), Problem> {
        if self.reference.is_some() {
            return Err(Problem::invalid("ref", "is for the lines of /v1/jobs/bulk"));
        }
        if self.idempotency_key.is_some() {
            let reason = "is a header here, and a member in the lines of /v1/jobs/bulk";
            return Err(Problem::invalid("idempotency_key", reason));
        }
        Ok(())
    }

    /// The ID that the caller chose.
    pub(super) fn asked_for(&self) -> Option<JobId> {
        self.job_id
    }

    pub(super) fn into_job(self, app: &App, grant: &Grant) -> Result<NewJob, Problem> {
        let missing = |field| Problem::invalid(field, "is missing");
        let action_name = self.action_name.ok_or_else(|| missing(ActionName::FIELD))?;
        let cids = GivenCid::all(self.cids.ok_or_else(|| missing(Cid::FIELD))?);
        let user_id = self.user_id.unwrap_or_else(|| grant.user().clone());
        check_owner(app, grant, &user_id)?;
        let action_code = self.action_code.unwrap_or_else(|| code_of(&action_name));
        let (request_payload, cluster_url) = without_credentials(
            app.gateway().redactor(),
            self.request_payload,
            self.cluster_url.as_ref(),
        )?;
        let job = NewJob::new(user_id, action_code, action_name, CustomerSet::new(cids)?)?
            .with_batch_id(self.batch_id)
            .with_cluster_url(cluster_url)
            .with_request_payload(request_payload)
            .with_submitted_by(grant.user().clone())
            .with_retry_of(self.retry_of)
            .with_source(Source::Api);
        Ok(match self.job_id {
            Some(job_id) => job.with_job_id(job_id),
            None => job,
        })
    }
}

/// That the caller may hand in a job of `user_id`: an admin may for others, who must be somebody.
fn check_owner(app: &App, grant: &Grant, user_id: &UserId) -> Result<(), Problem> {
    if user_id == grant.user() {
        return Ok(());
    }
    if grant.only_user().is_some() {
        return Err(Problem::forbidden("user_id: only an admin submits for another user"));
    }
    app.sign_in().check_owner(user_id).map_err(|reason| Problem::invalid(UserId::FIELD, reason))
}

fn code_of(action_name: &ActionName) -> ActionCode {
    ActionCode::of_legacy_name(action_name.as_str()).unwrap_or(ActionCode::UNKNOWN)
}

/// What is recorded of the request: the payload as text, and the URL. Credentials before the URL's host are for nobody but
/// the upstream, which this server does not call; so they are a mistake, and whoever made it should hear of it.
fn without_credentials(
    redactor: &Redactor,
    payload: Option<UniqueMembers>,
    url: Option<&ClusterUrl>,
) -> Result<(Option<RequestPayload>, Option<ClusterUrl>), Problem> {
    let url = url.map(ClusterUrl::as_str);
    if url.is_some_and(jobs_gateway::url_has_userinfo) {
        let reason = "must not hold a user name or password";
        return Err(Problem::invalid(ClusterUrl::FIELD, reason));
    }
    let payload = payload.map(|UniqueMembers(payload)| payload);
    let (payload, url) = redactor.request(payload, url)?;
    Ok((payload.map(RequestPayload::new).transpose()?, url.map(ClusterUrl::new).transpose()?))
}

/// What the answer needs of a job that goes to the store. The payload goes to the store alone; what the answer shows is
/// small.
pub(super) struct Submitted {
    job_id: JobId,
    asked_for: Option<JobId>,
    facts: JobFacts,
    customers: CustomerSet,
    retry_of: Option<JobId>,
    has_key: bool,
}

impl Submitted {
    /// `asked_for` is the ID that the caller chose, if any.
    pub(super) fn new(job: &NewJob, asked_for: Option<JobId>) -> Self {
        Self {
            job_id: job.job_id(),
            asked_for,
            facts: job.facts().clone(),
            customers: job.customers().clone(),
            retry_of: job.retry_of(),
            has_key: job.request_key().is_some(),
        }
    }

    /// The job that it tries again.
    pub(super) fn retried(&self) -> Option<Retried<'_>> {
        let JobFacts { user_id, action_code, action_name, .. } = &self.facts;
        let action_code = *action_code;
        self.retry_of.map(|job_id| Retried { job_id, user_id, action_code, action_name })
    }

    /// Why it is not recorded, or whether it may be in spite of that.
    pub(super) fn refused(&self, error: Error) -> Problem {
        let maybe_recorded = matches!(error, Error::Storage { maybe_recorded: true, .. });
        let problem = Problem::from(error).with_job_id(maybe_recorded.then_some(self.job_id));
        problem.repeatable_if(self.has_key)
    }

    /// The answer: about the job of an earlier request, if that had the same key.
    ///
    /// # Errors
    /// `422` when the caller chose another ID than that job has; the ledger cannot tell a chosen ID from one that was
    /// made.
    pub(super) fn created(
        self,
        appended: &Appended,
        proof: Option<Proof>,
    ) -> Result<Created, Problem> {
        let Self { asked_for, facts, customers, retry_of, .. } = self;
        let (job_id, index) = (appended.job_id(), appended.index());
        if asked_for.is_some_and(|asked_for| asked_for != job_id) {
            return Err(Error::KeyReused { job_id }.into());
        }
        let job = Job {
            job_id,
            facts,
            created_at: appended.recorded_at(),
            status: Status::InProgress,
            cause: None,
            http_status: None,
            error_message: None,
            updated_at: None,
            customer_count: customers.len(),
            source: Source::Api,
            retry_of,
            index,
            last_index: index,
        };
        Ok(Created { job, index, duplicates_dropped: customers.duplicates_dropped(), proof })
    }
}

#[derive(Serialize)]
pub(super) struct Created {
    pub(super) job: Job,
    index: u64,
    duplicates_dropped: usize,
    #[serde(flatten)]
    proof: Option<Proof>,
}

async fn submit(
    State(app): State<App>,
    caller: Caller,
    idempotency_key: IdempotencyKey,
    prefer: Prefer,
    uri: Uri,
    body: Body,
) -> Result<Response, Problem> {
    let grant = caller.authorize(Operation::SubmitJob)?;
    let request_key = idempotency_key.of(grant.user())?;
    let wish = Wish::in_query(&uri, prefer)?;
    let state = app.clone();
    let standing = grant.standing();
    let (job, asked_for, grant) = extract::json(&app, standing, body, move |body: Submission| {
        body.check_alone()?;
        let asked_for = body.asked_for();
        let job = body.into_job(&state, &grant)?.with_request_key(request_key);
        Ok((job, asked_for, grant))
    })
    .await?;
    let submitted = Submitted::new(&job, asked_for);
    Earlier::new(&app, &grant).check(submitted.retried()).await?;
    grant.check_standing()?;
    let appended = app.store().create(job).await.map_err(|error| submitted.refused(error))?;
    let proof = match wish.is_wanted() {
        true => receipt::or_without(Proof::of(&app, grant.user(), &appended).await),
        false => None,
    };
    let mut response = created(&submitted.created(&appended, proof)?, wish);
    if appended.repeated() {
        idempotency::mark_replayed(&mut response);
    }
    Ok(response)
}

fn created(created: &Created, wish: Wish) -> Response {
    let location = format!("/v1/jobs/{}", created.job.job_id);
    let mut response = reply::json(StatusCode::CREATED, created);
    if created.proof.is_some() {
        wish.applied(&mut response);
    }
    if let Ok(location) = HeaderValue::try_from(location) {
        response.headers_mut().insert(LOCATION, location);
    }
    response
}

const LIMIT_DEFAULT: usize = 50;
const LIMIT_MAX: usize = 500;

/// The parameters that [`read_filter`] reads.
pub(super) const FILTERS: [&str; 9] =
    ["user_id", "status", "cause", "action_name", "cid", "batch_id", "source", "since", "until"];

#[derive(Serialize)]
struct Listed {
    jobs: Vec<Job>,
    next: Option<String>,
}

async fn list(State(app): State<App>, caller: Caller, uri: Uri) -> Result<Response, Problem> {
    let grant = caller.authorize(Operation::ListJobs)?;
    let known = [&FILTERS[..], &["order", "limit", "cursor"]].concat();
    let params = Params::parse(uri.query(), &known)?;
    let query = read_query(&params, &grant)?;
    let page = app.store().jobs(&query).await?;
    let next = page.next.map(|after| cursor::encode(&query.filter, query.order, after));
    let link =
        next.as_deref().map(|next| super::next_link(uri.path(), &params.with("cursor", next)));
    let mut response = reply::json(StatusCode::OK, &Listed { jobs: page.jobs, next });
    if let Some(link) = link {
        response.headers_mut().insert(LINK, link?);
    }
    Ok(response)
}

fn read_query(params: &Params<'_>, grant: &Grant) -> Result<JobQuery, Problem> {
    let filter = read_filter(params, grant)?;
    let order = params.get("order", read_order)?.unwrap_or_default();
    let limit = params.limit(LIMIT_DEFAULT, LIMIT_MAX)?;
    let after = params.get("cursor", |text| cursor::decode(text, &filter, order))?;
    Ok(JobQuery { filter, order, after, limit })
}

/// The conditions of a list, among them that an operator sees only their own jobs.
pub(super) fn read_filter(params: &Params<'_>, grant: &Grant) -> Result<JobFilter, Problem> {
    let mut user_id = params.get("user_id", str::parse::<UserId>)?;
    if let Some(only) = grant.only_user() {
        grant.check_owner(user_id.get_or_insert_with(|| only.clone()))?;
    }
    Ok(JobFilter {
        user_id,
        status: params.get("status", str::parse)?,
        cause: params.get("cause", str::parse)?,
        action_name: params.get("action_name", str::parse)?,
        cid: params.get("cid", str::parse)?,
        batch_id: params.get("batch_id", str::parse)?,
        source: params.get("source", str::parse)?,
        since: params.time("since")?,
        until: params.time("until")?,
    })
}

fn read_order(text: &str) -> Result<Order, Error> {
    match text {
        "newest_first" => Ok(Order::NewestFirst),
        "oldest_first" => Ok(Order::OldestFirst),
        _ => Err(Error::invalid("order", "must be newest_first or oldest_first")),
    }
}
