//! `POST /v1/overlaps`: which recent jobs a Set Action would overlap with. Nothing is recorded.

use std::sync::Arc;

use axum::extract::State;
use jobs_core::{ActionCode, ActionName, Cid, CustomerSet, JobId};
use jobs_gateway::{Foreseen, Gateway, OnOverlap};
use jobs_sign_in::SignIn;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use utoipa::ToSchema;

use super::retry_of::{Earlier, RetriedJob};
use super::submission::code_of;
use crate::access::{Access, Grant};
use crate::endpoint::Endpoint;
use crate::ledger::Ledger;
use crate::request::body::{JsonBody, Sent};
use crate::request::given_cid::{GivenCid, GivenCids};
use crate::response::caveats::OverlappingJob;
use crate::response::problem::Problem;
use crate::response::reply::Json;

pub(super) fn endpoints() -> Vec<Endpoint> {
    vec![
        Endpoint::post("foreseeOverlaps", "/v1/overlaps", foresee)
            .does(
                "which recent jobs a Set Action would overlap with; records nothing",
                Access::CHANGE,
            )
            .answers("The jobs that did the same to some of these customers moments ago."),
    ]
}

/// A Set Action that may be sent.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct Intended {
    #[schema(required, nullable = false)]
    action_name: Option<ActionName>,
    /// The customers, in any order; those given twice are counted once.
    #[schema(required, nullable = false, inline, value_type = Option<GivenCids>)]
    cids: Option<Vec<GivenCid>>,
    action_code: Option<ActionCode>,
    /// The job that it would try again, which is then no overlap.
    retry_of: Option<JobId>,
}

impl Sent for Intended {
    fn example() -> Value {
        json!({"action_name": "PE-Enable", "cids": ["5001", "5002"]})
    }
}

/// What would be said of it.
#[derive(Serialize, ToSchema)]
struct Overlapping {
    /// At most 20, the newest first. If the call would be withheld because of some of them, these
    /// alone.
    jobs: Vec<OverlappingJob>,
    /// Whether all recent jobs were compared.
    is_complete: bool,
    /// Whether the call would be withheld: the job would be recorded as failed, and the upstream
    /// would not be asked to do anything.
    is_withheld: bool,
    /// What the server does about overlaps once the job is recorded.
    #[schema(pattern = "^(warn|refuse|allow)$")]
    on_overlap: &'static str,
    /// How far back jobs are compared.
    #[schema(minimum = 0)]
    window_seconds: u64,
}

async fn foresee(
    State(gateway): State<Gateway>,
    State(ledger): State<Ledger>,
    State(sign_in): State<Arc<SignIn>>,
    grant: Grant,
    body: JsonBody<Intended>,
) -> Result<Json<Overlapping>, Problem> {
    let read = body.read(grant.standing(), |intended: Intended| {
        let missing = |field| Problem::invalid(field, "is missing");
        let name = intended.action_name.ok_or_else(|| missing(ActionName::FIELD))?;
        let cids = GivenCid::all(intended.cids.ok_or_else(|| missing(Cid::FIELD))?);
        let code = intended.action_code.unwrap_or_else(|| code_of(&name));
        let customers = CustomerSet::new(cids)?;
        if customers.is_empty() {
            return Err(Problem::invalid(Cid::FIELD, "must name at least one customer"));
        }
        Ok((code, name, customers, intended.retry_of))
    });
    let (code, name, customers, retry_of) = read.await?;
    let user = grant.user().clone();
    let retried = retry_of.map(|job_id| RetriedJob {
        job_id,
        user_id: &user,
        action_code: code,
        action_name: &name,
    });
    // What is left out tells of the job that it is, so it must be one that the caller may see.
    Earlier::new(&ledger, &sign_in, &grant).check(retried).await?;
    let foreseen = gateway.foresee_overlaps(user, code, name, customers, retry_of).await;
    grant.check_standing()?;
    let Foreseen { overlaps, is_complete, is_withheld, on_overlap, window } = foreseen;
    let jobs = overlaps.iter().map(|overlap| OverlappingJob::shown(overlap, grant.only_user()));
    let on_overlap = match on_overlap {
        OnOverlap::Warn => "warn",
        OnOverlap::Refuse => "refuse",
        OnOverlap::Allow => "allow",
    };
    let window_seconds = window.as_secs();
    let jobs = jobs.collect();
    Ok(Json(Overlapping { jobs, is_complete, is_withheld, on_overlap, window_seconds }))
}
