//! `POST /v1/jobs/{job_id}/retry`: send a recorded Set Action again, for those of its customers for
//! whom it failed, or for all.
//!
//! What is sent comes from the record; what the record does not hold, the credentials, comes from
//! the caller.

use std::collections::{BTreeMap, HashMap};

use axum::extract::State;
use jobs_core::{
    Cid, CustomerSet, Draft, Entry, Error, Index, Job, JobDetail, JobId, JobStoreExt, RequestKey,
    Source, Status, UserId,
};
use jobs_gateway::{Finished, Gateway, REDACTED, Secret, SetAction, UniqueMembers};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};
use utoipa::ToSchema;

use crate::access::{Access, Grant};
use crate::endpoint::Endpoint;
use crate::ledger::Ledger;
use crate::request::body::{JsonBody, Sent, read_content_type};
use crate::request::idempotency::IdempotencyKey;
use crate::request::path::InPath;
use crate::request::query::{NoParameters, Query};
use crate::response::caveats::Caveats;
use crate::response::problem::Problem;
use crate::response::reply::{Created, JobAt, Replayed, off_the_workers};
use crate::schema::values::{ContentTypeName, UpstreamToken};

const PAYLOAD: &str = "payload";

pub(super) fn endpoints() -> Vec<Endpoint> {
    let pair = [("job_id", "$request.path.job_id"), ("other_id", "$response.body#/job/job_id")];
    let does = "sends one of the gateway's again, for the customers for whom it failed or for all";
    vec![
        Endpoint::post("retryJob", "/v1/jobs/{job_id}/retry", retry)
            .does(does, Access::CHANGE)
            .answers("The new job.")
            .with_answer(|answer| {
                answer.link("compared", "diffJobs", &pair, "What the two have in common.")
            })
            .refuses([403, 409, 424, 503]),
    ]
}

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct Retry {
    #[schema(inline)]
    customers: Option<Which>,
    #[schema(inline, value_type = Option<UpstreamToken>)]
    token: Option<String>,
    /// Another place than the job's; below an upstream that is allowed.
    url: Option<String>,
    /// Members in place of those that are not recorded.
    #[schema(value_type = Option<Object>)]
    payload: Option<UniqueMembers>,
    #[serde(rename = "contentType")]
    #[schema(inline, value_type = Option<ContentTypeName>)]
    content_type: Option<String>,
}

/// For which customers it is tried again.
#[derive(Clone, Copy, Deserialize, Default, ToSchema)]
#[serde(rename_all = "lowercase")]
#[schema(description = "")]
enum Which {
    #[default]
    Failed,
    All,
}

/// The new job, as `GET /v1/jobs/{job_id}` shows it.
#[derive(Serialize, ToSchema)]
#[schema(description = "")]
struct Retried {
    job: JobDetail,
    #[serde(flatten)]
    #[schema(inline)]
    caveats: Caveats,
}

impl Sent for Retry {
    fn example() -> Value {
        json!({"token": "the upstream's", "customers": "failed"})
    }
}

async fn retry(
    State(ledger): State<Ledger>,
    State(gateway): State<Gateway>,
    grant: Grant,
    InPath(job_id): InPath<JobId>,
    _: Query<NoParameters>,
    idempotency_key: IdempotencyKey,
    body: JsonBody<Retry>,
) -> Result<(JobAt, Replayed, Created<Retried>), Problem> {
    let request_key = idempotency_key.of(grant.user())?;
    let retry = body.read(grant.standing(), Ok).await?;
    let permit = ledger.read_permit_in_time(Some(grant.user())).await?;
    let mut job = ledger.job(job_id, &grant).await?;
    let mut history = ledger.store().history(job_id).await?;
    // A repeated request means what it meant the first time; what was found out since is left out.
    if let Some(size) =
        size_before(&ledger, request_key).await?.filter(|size| *size > job.job.index)
    {
        job.job = ledger.store().job_at(job.job, size).await?;
        history.retain(|entry| entry.index() < size);
    }
    check_may_be_retried(&job.job)?;
    let customers = ledger.store().all_customers(job_id).await?;
    let user = grant.user().clone();
    let action = off_the_workers(move || {
        let _until_made = permit;
        let customers = choose(retry.customers.unwrap_or_default(), &job.job, &history, customers)?;
        retry.into_action(job, &customers, user)
    })
    .await??;
    grant.check_standing()?;
    let finished = gateway.set_action(action.with_request_key(request_key)).await;
    let answered = match finished {
        Ok(finished) => {
            // However long it takes: the job is recorded.
            let _until_read = ledger.read_permit(Some(grant.user())).await;
            answer(&ledger, &grant, &finished).await
        }
        Err(refusal) => Err(refusal.into()),
    };
    answered.map_err(|problem| problem.repeatable_if(request_key.is_some()))
}

/// How large the ledger was when an earlier request with the same key was recorded.
async fn size_before(ledger: &Ledger, key: Option<RequestKey>) -> Result<Option<Index>, Problem> {
    let Some(key) = key else { return Ok(None) };
    Ok(ledger.store().request(key).await?.map(|entry| entry.index()))
}

fn check_may_be_retried(job: &Job) -> Result<(), Problem> {
    if job.source != Source::Gateway {
        return Err(Problem::not_retryable("source", "the server did not send this job"));
    }
    if job.status == Status::InProgress {
        return Err(Problem::call_under_way());
    }
    Ok(())
}

/// The customers of the retry. Failed are those whose own outcome says so; where none does and the
/// job as a whole failed, all that have no other outcome.
fn choose(
    which: Which,
    job: &Job,
    history: &[Entry],
    mut customers: Vec<Cid>,
) -> Result<CustomerSet, Problem> {
    let own = own_outcomes(history);
    let is_failed = |cid: &Cid| own.get(cid) == Some(&Status::Failed);
    let named = customers.iter().any(is_failed);
    let whole = !named && job.status == Status::Failed;
    let failed = |cid: &Cid| is_failed(cid) || (whole && !own.contains_key(cid));
    let none_failed = !customers.iter().any(failed);
    match which {
        _ if none_failed && job.status == Status::Success => {
            return Err(Problem::not_retryable("customers", "it failed for none of them"));
        }
        Which::Failed if none_failed && job.status == Status::Unconfirmed => {
            let reason = "nobody knows whether the upstream acted: check there and record what you found, \
                          or send it again for \"all\"";
            return Err(Problem::not_retryable("customers", reason));
        }
        Which::Failed if none_failed => {
            let reason = "it is known to have failed for none of them; \"all\" tries it for all";
            return Err(Problem::not_retryable("customers", reason));
        }
        Which::Failed => customers.retain(failed),
        Which::All => {}
    }
    Ok(CustomerSet::from_sorted(customers)?)
}

/// What is recorded of customers by name, the newest of each.
fn own_outcomes(history: &[Entry]) -> BTreeMap<&Cid, Status> {
    let mut own = BTreeMap::new();
    for entry in history {
        if let Draft::StatusChanged(change) = entry.draft() {
            own.extend(change.outcomes.iter().map(|outcome| (&outcome.cid, outcome.status)));
        }
    }
    own
}

impl Retry {
    fn into_action(
        self,
        job: JobDetail,
        customers: &CustomerSet,
        user: UserId,
    ) -> Result<SetAction, Problem> {
        let JobDetail { job, request_payload, .. } = job;
        let url = self.url.or_else(|| job.facts.cluster_url.map(|url| url.as_str().to_owned()));
        let url = url.ok_or_else(|| Problem::invalid("url", "is not recorded; give it"))?;
        if url.contains(REDACTED) {
            let reason = "holds credentials, which are not recorded; give it again";
            return Err(Problem::credentials_needed("url", reason));
        }
        let sent = request_payload.as_ref().map_or("", |payload| payload.as_str());
        let given = match self.payload {
            Some(UniqueMembers(Value::Object(given))) => given,
            Some(_) => return Err(Problem::invalid(PAYLOAD, "must be an object")),
            None => Map::new(),
        };
        let mut payload = payload_again(sent, given)?;
        let cids = spelt_as_sent(payload.get(Cid::FIELD), customers);
        payload.insert(Cid::FIELD.into(), cids);
        payload.insert("action".into(), job.facts.action_name.as_str().into());
        let action = SetAction::new(user, url, payload);
        Ok(action
            .map_err(|error| Problem::about(error, PAYLOAD))?
            .with_token(self.token.map(Secret::from))
            .with_content_type(read_content_type(self.content_type.as_deref())?)
            .with_batch_id(job.facts.batch_id)
            .with_retry_of(Some(job.job_id)))
    }
}

/// What was sent, with what is `given` in its place.
fn payload_again(sent: &str, given: Map<String, Value>) -> Result<Map<String, Value>, Problem> {
    if given.keys().any(|name| matches!(&**name, "action" | Cid::FIELD)) {
        return Err(Problem::invalid(PAYLOAD, "must not name action or cids: the job has them"));
    }
    let Some(mut payload) = members_of(sent) else {
        // Another program made it: this server would not have sent it.
        let reason = "is not JSON that this server sends; send a new Set Action instead";
        return Err(Problem::not_retryable("request_payload", reason));
    };
    let is_missing = |(name, value): &(&String, &Value)| {
        !matches!(&***name, "action" | Cid::FIELD)
            && !given.contains_key(*name)
            && value.to_string().contains(REDACTED)
    };
    let missing: Vec<&str> =
        payload.iter().filter(is_missing).map(|(name, _)| name.as_str()).collect();
    if !missing.is_empty() {
        let missing = missing.join(", ");
        let reason =
            format!("must give again what holds credentials, which are not recorded: {missing}");
        return Err(Problem::credentials_needed(PAYLOAD, reason));
    }
    payload.extend(given);
    Ok(payload)
}

/// The members of a payload, if it can be read.
fn members_of(payload: &str) -> Option<Map<String, Value>> {
    jobs_gateway::check_member_names(payload.as_bytes()).ok()?;
    serde_json::from_str(payload).ok()
}

/// The customers, those as numbers that were sent as numbers: an upstream may tell 5001 from
/// "5001".
fn spelt_as_sent(sent: Option<&Value>, customers: &CustomerSet) -> Value {
    let items = sent.and_then(Value::as_array).into_iter().flatten();
    let numbers: HashMap<String, &Value> =
        items.filter(|item| item.is_number()).map(|item| (item.to_string(), item)).collect();
    let spelt = |cid: &Cid| match numbers.get(cid.as_str()) {
        Some(number) => (*number).clone(),
        None => cid.as_str().into(),
    };
    customers.iter().map(spelt).collect()
}

/// The job of a retry as it was when the end of its call was recorded: a repeated request gets the
/// answer of the first.
async fn as_the_call_left_it(ledger: &Ledger, job_id: JobId) -> jobs_core::Result<JobDetail> {
    let detail = ledger.store().job(job_id).await?.ok_or(Error::UnknownJob { job_id })?;
    let history = ledger.store().history(job_id).await?;
    let ended = history.iter().find_map(|entry| match entry.draft() {
        Draft::StatusChanged(change) => Some((entry.index(), change)),
        _ => None,
    });
    let Some((index, change)) = ended else { return Ok(detail) };
    let job = ledger.store().job_at(detail.job, index + 1).await?;
    Ok(JobDetail { job, response_summary: change.details.response_summary.clone(), ..detail })
}

async fn answer(
    ledger: &Ledger,
    grant: &Grant,
    finished: &Finished,
) -> Result<(JobAt, Replayed, Created<Retried>), Problem> {
    let job_id = finished.job_id;
    let unreadable = |error| Problem::from(error).with_job_id(Some(job_id));
    let job = as_the_call_left_it(ledger, job_id).await.map_err(unreadable)?;
    let retried = Retried { job, caveats: Caveats::of(finished, grant.only_user()) };
    Ok((JobAt(job_id), Replayed(finished.replayed), Created(retried)))
}
