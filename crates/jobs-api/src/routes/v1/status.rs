//! `POST /v1/jobs/{job_id}/status`: report how a job ended, or what was found out about it since.

use axum::extract::State;
use jobs_core::{
    Appended, Cause, CustomerSet, ErrorMessage, HttpStatus, Job, JobId, JobStoreExt, Outcome,
    OutcomeMessage, Outcomes, ResponseSummary, Source, Status, StatusChange, StatusDetails, UserId,
};
use jobs_gateway::{Gateway, Redactor};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use utoipa::ToSchema;

use crate::access::{Access, Grant};
use crate::endpoint::Endpoint;
use crate::ledger::Ledger;
use crate::ledger::proof::Proof;
use crate::request::body::{JsonBody, Sent};
use crate::request::given_cid::GivenCid;
use crate::request::idempotency::IdempotencyKey;
use crate::request::path::InPath;
use crate::request::receipt::ReceiptRequest;
use crate::response::problem::Problem;
use crate::response::reply::{Json, PreferenceApplied, Replayed};
use crate::schema::values::{FinalStatus, value};
use crate::schema::{list_up_to, reference};

pub(super) fn endpoints() -> Vec<Endpoint> {
    let does = "records how it ended, or what was found out since; not while the gateway's call is under way";
    vec![
        Endpoint::post("reportStatus", "/v1/jobs/{job_id}/status", report)
            .does(does, Access::CHANGE)
            .answers("It is on the disk.")
            .refuses([409, 424]),
    ]
}

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct Report {
    #[schema(required, nullable = false)]
    status: Option<Status>,
    http_status: Option<HttpStatus>,
    #[schema(inline)]
    error_message: Option<ErrorMessage>,
    #[schema(inline)]
    response_summary: Option<ResponseSummary>,
    #[schema(inline, value_type = Option<OutcomeReports>)]
    outcomes: Option<Vec<OutcomeReport>>,
}

/// At most one for each customer of the job.
///
/// Stricter than the ledger's own, which ignores unknown members.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct OutcomeReport {
    #[schema(required, nullable = false)]
    cid: Option<GivenCid>,
    #[schema(required, nullable = false, inline, value_type = FinalStatus)]
    status: Option<Status>,
    #[schema(inline)]
    message: Option<OutcomeMessage>,
}

value!(
    /// The outcomes of a report.
    OutcomeReports = list_up_to(CustomerSet::COUNT_MAX, reference::<OutcomeReport>()),
    refers to OutcomeReport
);

impl Report {
    fn into_change(
        self,
        job_id: JobId,
        actor: UserId,
        redactor: &Redactor,
    ) -> Result<StatusChange, Problem> {
        let status = self.status.ok_or_else(|| Problem::invalid("status", "is missing"))?;
        let outcomes = self.outcomes.unwrap_or_default().into_iter();
        let outcomes = outcomes
            .map(|outcome| outcome.into_outcome(redactor))
            .collect::<Result<Vec<_>, _>>()?;
        // What an upstream said may hold credentials, as what it says to the gateway may. A mark
        // can be longer than what it stands for, so that a text may have to be shortened.
        let details = StatusDetails {
            status,
            cause: Cause::Reported,
            http_status: self.http_status,
            error_message: self
                .error_message
                .map(|text| ErrorMessage::shortened(&redactor.text(text.as_str()))),
            response_summary: self
                .response_summary
                .map(|text| ResponseSummary::shortened(&redactor.text(text.as_str()))),
        };
        Ok(StatusChange {
            job_id,
            actor,
            details,
            outcomes: Outcomes::new(outcomes)?,
            request_key: None,
        })
    }
}

impl OutcomeReport {
    fn into_outcome(self, redactor: &Redactor) -> Result<Outcome, Problem> {
        let cid =
            self.cid.ok_or_else(|| Problem::invalid("outcomes", "an item lacks its cid"))?.into();
        let status = self.status.ok_or_else(|| {
            Problem::invalid("outcomes", &format!("the item of customer {cid} lacks its status"))
        })?;
        let message =
            self.message.map(|text| OutcomeMessage::shortened(&redactor.text(text.as_str())));
        Ok(Outcome { cid, status, message })
    }
}

/// A call in flight has one outcome, and the gateway records it; nobody may report another before.
/// A call that a stopped gateway left behind becomes `UNCONFIRMED` at the next start.
fn check_not_under_way(job: &Job) -> Result<(), Problem> {
    if job.source == Source::Gateway && job.status == Status::InProgress {
        return Err(Problem::call_under_way());
    }
    Ok(())
}

#[derive(Serialize, ToSchema)]
struct Reported {
    #[serde(flatten)]
    #[schema(inline)]
    appended: Appended,
    #[serde(flatten)]
    #[schema(inline)]
    proof: Option<Proof>,
}

impl Sent for Report {
    fn example() -> Value {
        json!({"status": "FAILED", "http_status": 200, "error_message": "5002 does not exist"})
    }
}

async fn report(
    State(ledger): State<Ledger>,
    State(gateway): State<Gateway>,
    grant: Grant,
    InPath(job_id): InPath<JobId>,
    receipt: ReceiptRequest,
    idempotency_key: IdempotencyKey,
    body: JsonBody<Report>,
) -> Result<(PreferenceApplied, Replayed, Json<Reported>), Problem> {
    let request_key = idempotency_key.of(grant.user())?;
    let actor = grant.user().clone();
    let redactor = gateway.redactor().clone();
    let read = body.read(grant.standing(), move |body| {
        Ok(StatusChange { request_key, ..body.into_change(job_id, actor, &redactor)? })
    });
    let change = read.await?;
    let permit = ledger.read_permit_in_time(Some(grant.user())).await?;
    check_not_under_way(&ledger.job(job_id, &grant).await?.job)?;
    drop(permit);
    grant.check_standing()?;
    let appended = ledger
        .store()
        .change_status(change)
        .await
        .map_err(|error| Problem::from(error).repeatable_if(request_key.is_some()))?;
    let (applied, proof) = receipt.prove(&ledger, grant.user(), &appended).await;
    let replayed = Replayed(request_key.is_some() && appended.repeated());
    Ok((applied, replayed, Json(Reported { appended, proof })))
}
