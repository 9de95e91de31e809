//! `GET /v1/verification`: when the whole ledger was last verified, if that was written down.

use axum::extract::State;
use jobs_core::merkle::Hash;
use jobs_core::{Index, Timestamp};
use jobs_notary::Verified;
use serde::Serialize;
use utoipa::ToSchema;

use crate::access::{Access, Grant};
use crate::app::DataDir;
use crate::describe::Tag;
use crate::endpoint::Endpoint;
use crate::request::query::{NoParameters, Query};
use crate::response::problem::Problem;
use crate::response::reply::{Json, off_the_workers};

pub(super) fn endpoints() -> Vec<Endpoint> {
    vec![
        Endpoint::get("readVerification", "/v1/verification", verification)
            .does(
                "when the whole ledger was last verified, and with what result",
                Access::SIGNED_IN,
            )
            .tagged(Tag::Log)
            .reads_with_permit(false)
            .answers("What `jobctl verify --record` wrote down. It proves nothing."),
    ]
}

/// What is known of verifications of the whole ledger.
#[derive(Serialize, ToSchema)]
struct Verification {
    /// `null` if none was written down, or if the ledger is in memory.
    last: Option<LastVerification>,
}

/// What a verification of the whole ledger came to.
#[derive(Serialize, ToSchema)]
struct LastVerification {
    ended_at: Timestamp,
    /// How many entries were read.
    size: Index,
    /// The root of the tree over them; `null` if it could not be built.
    root: Option<Hash>,
    /// Whether every entry could be read, and nothing differs from what was recorded.
    is_sound: bool,
    /// How much differs.
    findings: u64,
    /// Whether there were a key and signed checkpoints, all of which it checked.
    signatures_checked: bool,
}

impl From<Verified> for LastVerification {
    fn from(verified: Verified) -> Self {
        let Verified { ended_at, size, root, is_sound, findings, signatures_checked } = verified;
        Self { ended_at, size, root, is_sound, findings, signatures_checked }
    }
}

async fn verification(
    State(DataDir(data_dir)): State<DataDir>,
    _: Grant,
    _: Query<NoParameters>,
) -> Result<Json<Verification>, Problem> {
    let Some(data_dir) = data_dir else { return Ok(Json(Verification { last: None })) };
    let read = off_the_workers(move || Verified::read(&data_dir)).await?;
    let verified = read.map_err(|error| {
        Problem::internal(format!("verified.json: {error}; run jobctl verify --record again"))
    })?;
    Ok(Json(Verification { last: verified.map(LastVerification::from) }))
}
