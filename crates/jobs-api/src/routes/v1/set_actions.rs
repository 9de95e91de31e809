//! `POST /v1/set-actions`: record a Set Action and send it. The answer comes once the job is
//! recorded, before the call has ended: how it ends is in the ledger.

use axum::extract::State;
use jobs_core::openapi::Quantity;
use jobs_core::{BatchId, Cid, JobId, UserId};
use jobs_gateway::{Begun, Gateway, Secret, SetAction, UniqueMembers};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use utoipa::ToSchema;

use super::retry_of::RetriedJob;
use super::submission::SubmissionRules;
use crate::access::{Access, Grant};
use crate::endpoint::Endpoint;
use crate::ledger::Ledger;
use crate::request::body::{JsonBody, Sent, read_content_type};
use crate::request::idempotency::IdempotencyKey;
use crate::request::query::{NoParameters, Query};
use crate::response::problem::Problem;
use crate::response::reply::{Accepted, JobAt, Replayed};
use crate::schema::values::{ContentTypeName, UpstreamToken};

const PAYLOAD: &str = "payload";

pub(super) fn endpoints() -> Vec<Endpoint> {
    let job = [("job_id", "$response.body#/job_id")];
    vec![
        Endpoint::post("sendSetAction", "/v1/set-actions", send)
            .does(
                "records a Set Action and sends it; answers before the call has ended",
                Access::CHANGE,
            )
            .answers("The job is on the disk, and the call is under way.")
            .with_answer(|answer| answer.link("job", "readJob", &job, "The job."))
            .refuses([403, 409, 424, 503]),
    ]
}

/// A Set Action.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct Send {
    /// Below an upstream that is allowed.
    #[schema(required, nullable = false, pattern = "^.+$")]
    url: Option<String>,
    /// What is sent, with `action` and `cids`.
    #[schema(required, nullable = false, value_type = Option<Object>)]
    payload: Option<UniqueMembers>,
    #[schema(inline, value_type = Option<UpstreamToken>)]
    token: Option<String>,
    #[serde(rename = "contentType")]
    #[schema(inline, value_type = Option<ContentTypeName>)]
    content_type: Option<String>,
    batch_id: Option<BatchId>,
    /// The job that this one tries again.
    retry_of: Option<JobId>,
}

impl Sent for Send {
    fn example() -> Value {
        json!({
            "url": "https://upstream.example.com/tms/v1/actions",
            "token": "the upstream's",
            "payload": {"action": "PE-Enable", "cids": ["5001", "5002"]},
        })
    }
}

impl Send {
    fn into_action(self, user_id: UserId) -> Result<SetAction, Problem> {
        let missing = |field| Problem::invalid(field, "is missing");
        let url = self.url.filter(|url| !url.is_empty()).ok_or_else(|| missing("url"))?;
        let payload = match self.payload {
            Some(UniqueMembers(Value::Object(payload))) => payload,
            Some(_) => return Err(Problem::invalid(PAYLOAD, "must be an object")),
            None => return Err(missing(PAYLOAD)),
        };
        // Without an action or customers it would be a read, which makes no job.
        for member in ["action", Cid::FIELD] {
            if !payload.contains_key(member) {
                return Err(Problem::invalid(PAYLOAD, &format!("must have the member {member}")));
            }
        }
        let action = SetAction::new(user_id, url, payload)?
            .with_token(self.token.filter(|token| !token.is_empty()).map(Secret::from))
            .with_content_type(read_content_type(self.content_type.as_deref())?)
            .with_batch_id(self.batch_id)
            .with_retry_of(self.retry_of);
        Ok(action)
    }
}

/// A Set Action that is recorded.
#[derive(Serialize, ToSchema)]
struct SetActionBegun {
    job_id: JobId,
    /// How many cids were repeats; each customer is recorded once.
    #[schema(inline, value_type = Quantity)]
    duplicates_dropped: usize,
}

async fn send(
    State(ledger): State<Ledger>,
    State(gateway): State<Gateway>,
    State(rules): State<SubmissionRules>,
    grant: Grant,
    _: Query<NoParameters>,
    idempotency_key: IdempotencyKey,
    body: JsonBody<Send>,
) -> Result<(JobAt, Replayed, Accepted<SetActionBegun>), Problem> {
    let request_key = idempotency_key.of(grant.user())?;
    let user = grant.user().clone();
    let action = body.read(grant.standing(), move |body: Send| body.into_action(user)).await?;
    rules.earlier(&ledger, &grant).check(RetriedJob::of(&action, grant.user())).await?;
    grant.check_standing()?;
    let begun = gateway.begin_set_action(action.with_request_key(request_key)).await;
    let Begun { job_id, duplicates_dropped, replayed } =
        begun.map_err(|refusal| Problem::from(refusal).repeatable_if(request_key.is_some()))?;
    Ok((JobAt(job_id), Replayed(replayed), Accepted(SetActionBegun { job_id, duplicates_dropped })))
}
