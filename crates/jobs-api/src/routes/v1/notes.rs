//! `POST /v1/jobs/{job_id}/notes`: note something about a job that no status says.

use axum::extract::State;
use jobs_core::{Appended, JobId, JobStoreExt, NewNote, NoteText, UserId};
use jobs_gateway::{Gateway, Redactor};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use utoipa::ToSchema;

use crate::access::{Access, Grant};
use crate::endpoint::Endpoint;
use crate::ledger::Ledger;
use crate::ledger::proof::Proof;
use crate::request::body::{JsonBody, Sent};
use crate::request::idempotency::IdempotencyKey;
use crate::request::path::InPath;
use crate::request::receipt::ReceiptRequest;
use crate::response::problem::Problem;
use crate::response::reply::{Created, PreferenceApplied, Replayed};

pub(super) fn endpoints() -> Vec<Endpoint> {
    vec![
        Endpoint::post("addNote", "/v1/jobs/{job_id}/notes", add)
            .does("adds a note to it, whatever its status; changes nothing else", Access::CHANGE)
            .answers("It is on the disk.")
            .refuses([409, 424]),
    ]
}

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = NoteToAdd)]
struct Given {
    /// At most 4096 bytes, also once credentials in it are replaced by marks.
    #[schema(required, nullable = false, inline)]
    text: Option<NoteText>,
}

impl Given {
    /// What people paste may hold credentials, as what upstreams say may.
    fn into_note(
        self,
        job_id: JobId,
        actor: UserId,
        redactor: &Redactor,
    ) -> Result<NewNote, Problem> {
        let text = self.text.ok_or_else(|| Problem::invalid(NoteText::FIELD, "is missing"))?;
        let text = NoteText::new(redactor.text(text.as_str()).into_owned())?;
        Ok(NewNote::new(job_id, actor, text))
    }
}

impl Sent for Given {
    fn example() -> Value {
        json!({"text": "Asked the upstream's operator: it was done."})
    }
}

#[derive(Serialize, ToSchema)]
#[schema(as = NoteAdded)]
struct Added {
    #[serde(flatten)]
    #[schema(inline)]
    appended: Appended,
    #[serde(flatten)]
    #[schema(inline)]
    proof: Option<Proof>,
}

async fn add(
    State(ledger): State<Ledger>,
    State(gateway): State<Gateway>,
    grant: Grant,
    InPath(job_id): InPath<JobId>,
    receipt: ReceiptRequest,
    idempotency_key: IdempotencyKey,
    body: JsonBody<Given>,
) -> Result<(PreferenceApplied, Replayed, Created<Added>), Problem> {
    let request_key = idempotency_key.of(grant.user())?;
    let actor = grant.user().clone();
    let redactor = gateway.redactor().clone();
    let read = body.read(grant.standing(), move |body| {
        Ok(NewNote { request_key, ..body.into_note(job_id, actor, &redactor)? })
    });
    let note = read.await?;
    // Whether the caller may see the job; the store knows whether there is one.
    let permit = ledger.read_permit_in_time(Some(grant.user())).await?;
    ledger.job(job_id, &grant).await?;
    drop(permit);
    grant.check_standing()?;
    let appended = ledger
        .store()
        .add_note(note)
        .await
        .map_err(|error| Problem::from(error).repeatable_if(request_key.is_some()))?;
    let (applied, proof) = receipt.prove(&ledger, grant.user(), &appended).await;
    let replayed = Replayed(request_key.is_some() && appended.repeated());
    Ok((applied, replayed, Created(Added { appended, proof })))
}
