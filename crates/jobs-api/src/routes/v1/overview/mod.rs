//! `GET /v1/jobs/{job_id}/overview`: what a page about one job shows at first, proved, in one
//! answer, without what is large.
//!
//! ```text
//! job ─► history ─► checkpoint ─► leaves, proofs ─► outcomes, counted ─► related jobs
//! ```

mod entry;
mod related;

use axum::extract::State;
use jobs_core::openapi::Quantity;
use jobs_core::{Entry, Job, JobDetail, JobId, JobStoreExt};
use jobs_gateway::Gateway;
use serde::Serialize;
use utoipa::ToSchema;

use self::entry::ProvedEntry;
use self::related::Related;
use super::outcomes::{CustomerCounts, Named};
use crate::access::{Access, Grant};
use crate::endpoint::Endpoint;
use crate::ledger::Ledger;
use crate::request::path::InPath;
use crate::request::query::{NoParameters, Query};
use crate::response::problem::Problem;
use crate::response::reply::{LargeJson, off_the_workers};

pub(super) fn endpoints() -> Vec<Endpoint> {
    vec![
        Endpoint::get("readOverview", "/v1/jobs/{job_id}/overview", overview)
            .does("shows one with its entries, proofs, outcomes and related jobs", Access::READ)
            .answers("What a page about the job shows."),
    ]
}

/// A job, everything that was recorded about it but for what is large, and the proof of it.
#[derive(Serialize, ToSchema)]
struct JobOverview {
    job: Job,
    /// How long the payload is that was sent; it has a path of its own.
    #[schema(inline, value_type = Option<Quantity>)]
    request_payload_bytes: Option<usize>,
    /// The oldest first.
    entries: Vec<ProvedEntry>,
    /// What the proofs lead to, a signed note; see docs/format.md.
    checkpoint: String,
    /// What the checkpoint is signed with. Compare it with one from elsewhere.
    verifier_key: String,
    outcomes: OutcomeSummary,
    related: Related,
}

/// How the job ended for its customers.
#[derive(Serialize, ToSchema)]
struct OutcomeSummary {
    counts: CustomerCounts,
    /// How many customers an entry names; the others have the status of the job.
    #[schema(inline, value_type = Quantity)]
    named: usize,
}

async fn overview(
    State(ledger): State<Ledger>,
    State(gateway): State<Gateway>,
    grant: Grant,
    InPath(job_id): InPath<JobId>,
    _: Query<NoParameters>,
) -> Result<LargeJson<JobOverview>, Problem> {
    let JobDetail { job, request_payload, .. } = ledger.job(job_id, &grant).await?;
    let request_payload_bytes = request_payload.map(|payload| payload.as_str().len());
    let history = ledger.store().history(job_id).await?;
    // After the history, all of which it then covers.
    let checkpoint = ledger.notary().checkpoint().await?;
    let size = checkpoint.unverified().size;
    let mut paths = Vec::with_capacity(history.len());
    for entry in &history {
        paths.push(ledger.store().inclusion(entry.index(), size).await?.path().to_vec());
    }
    let (entries, outcomes) = off_the_workers({
        let job = job.clone();
        move || summary(&job, &history, paths)
    })
    .await?;
    let related = Related::to(&ledger, &gateway, &grant, &job).await?;
    let overview = JobOverview {
        job,
        request_payload_bytes,
        entries: entries?,
        checkpoint: checkpoint.to_string(),
        verifier_key: ledger.notary().verifier().to_string(),
        outcomes,
        related,
    };
    LargeJson::of(overview).await
}

fn summary(
    job: &Job,
    history: &[Entry],
    paths: Vec<Vec<jobs_core::merkle::Hash>>,
) -> (Result<Vec<ProvedEntry>, Problem>, OutcomeSummary) {
    let entries = history.iter().zip(paths);
    let entries = entries.map(|(entry, path)| ProvedEntry::new(entry, path)).collect();
    let named = Named::by(history);
    (entries, OutcomeSummary { counts: named.counts(job), named: named.count() })
}
