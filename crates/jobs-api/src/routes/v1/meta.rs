//! `GET /v1/meta`: what this server is and what it takes, so that its clients need not be told.

use axum::extract::State;
use jobs_auth::Role;
use jobs_core::{
    ActionCode, ActionName, BatchId, Cid, CustomerSet, ErrorMessage, NewNote, NoteText,
    OutcomeMessage, RequestKey, RequestPayload, ResponseSummary, UserId,
};
use jobs_gateway::{Gateway, UnknownActions};
use serde::Serialize;
use utoipa::ToSchema;

use super::entries::EntryLimit;
use super::job::CustomerLimit;
use super::jobs::JobLimit;
use crate::access::{Access, Grant};
use crate::describe::Tag;
use crate::endpoint::Endpoint;
use crate::ledger::Ledger;
use crate::request::bodies::BODY_BYTES_MAX;
use crate::request::query::{NoParameters, Query};
use crate::response::problem::Problem;
use crate::response::reply::Json;

pub(super) fn endpoints() -> Vec<Endpoint> {
    vec![
        Endpoint::get("readMeta", "/v1/meta", meta)
            .does("what the server is and what it takes", Access::SIGNED_IN)
            .tagged(Tag::Server)
            .reads_with_permit(false)
            .answers("The server."),
    ]
}

/// What a server is and what it takes.
#[derive(Serialize, ToSchema)]
struct Meta {
    /// The version of the program.
    version: &'static str,
    ledger: MetaLedger,
    caller: MetaCaller,
    set_actions: MetaSetActions,
    limits: MetaLimits,
}

/// The ledger that it keeps.
#[derive(Serialize, ToSchema)]
struct MetaLedger {
    /// The ledger's name, as its checkpoints have it.
    name: String,
    /// What checks its receipts and checkpoints. Compare it with one from elsewhere.
    verifier_key: String,
}

/// Who asks.
#[derive(Serialize, ToSchema)]
struct MetaCaller {
    /// The user.
    user_id: String,
    /// What they may do.
    #[schema(value_type = String, pattern = "^(operator|auditor|admin)$")]
    role: Role,
    /// By what they are signed in.
    #[schema(pattern = "^(token|session|proxy|jwt)$")]
    signed_in_by: &'static str,
}

/// Which Set Actions it sends.
#[derive(Serialize, ToSchema)]
struct MetaSetActions {
    /// The base URLs below which it may call.
    upstreams: Vec<String>,
    /// The actions of which a code is known, by any case of their names.
    actions: Vec<MetaAction>,
    /// Whether it sends others too, with the code 0.
    others: bool,
}

/// An action.
#[derive(Serialize, ToSchema)]
struct MetaAction {
    name: &'static str,
    code: i64,
}

/// The most that it takes, and shows on a page. Texts are counted in bytes of UTF-8.
#[derive(Serialize, ToSchema)]
struct MetaLimits {
    /// Bytes of a body, and of a line of `POST /v1/jobs/bulk`.
    body_bytes: usize,
    /// Customers of a job.
    customers_of_a_job: usize,
    /// Notes about a job.
    notes_of_a_job: usize,
    /// Jobs on a page.
    jobs_on_a_page: usize,
    /// Customers on a page.
    customers_on_a_page: usize,
    /// Entries on a page.
    entries_on_a_page: usize,
    action_name_bytes: usize,
    batch_id_bytes: usize,
    cid_bytes: usize,
    error_message_bytes: usize,
    idempotency_key_bytes: usize,
    note_text_bytes: usize,
    outcome_message_bytes: usize,
    request_payload_bytes: usize,
    response_summary_bytes: usize,
    user_id_bytes: usize,
}

async fn meta(
    State(ledger): State<Ledger>,
    State(gateway): State<Gateway>,
    grant: Grant,
    _: Query<NoParameters>,
) -> Result<Json<Meta>, Problem> {
    let key = ledger.notary().verifier();
    Ok(Json(Meta {
        version: env!("CARGO_PKG_VERSION"),
        ledger: MetaLedger { name: key.name().to_string(), verifier_key: key.to_string() },
        caller: MetaCaller {
            user_id: grant.user().to_string(),
            role: grant.role(),
            signed_in_by: grant.standing().means(),
        },
        set_actions: set_actions(&gateway),
        limits: LIMITS,
    }))
}

fn set_actions(gateway: &Gateway) -> MetaSetActions {
    let known = ActionCode::legacy_names();
    MetaSetActions {
        upstreams: gateway.upstreams().iter().map(ToString::to_string).collect(),
        actions: known.map(|(name, code)| MetaAction { name, code: code.get() }).collect(),
        others: gateway.unknown_actions() == UnknownActions::Record,
    }
}

const LIMITS: MetaLimits = MetaLimits {
    body_bytes: BODY_BYTES_MAX,
    customers_of_a_job: CustomerSet::COUNT_MAX,
    notes_of_a_job: NewNote::COUNT_MAX,
    jobs_on_a_page: JobLimit::MAX,
    customers_on_a_page: CustomerLimit::MAX,
    entries_on_a_page: EntryLimit::MAX,
    action_name_bytes: ActionName::BYTES_MAX,
    batch_id_bytes: BatchId::BYTES_MAX,
    cid_bytes: Cid::BYTES_MAX,
    error_message_bytes: ErrorMessage::BYTES_MAX,
    idempotency_key_bytes: RequestKey::BYTES_MAX,
    note_text_bytes: NoteText::BYTES_MAX,
    outcome_message_bytes: OutcomeMessage::BYTES_MAX,
    request_payload_bytes: RequestPayload::BYTES_MAX,
    response_summary_bytes: ResponseSummary::BYTES_MAX,
    user_id_bytes: UserId::BYTES_MAX,
};
