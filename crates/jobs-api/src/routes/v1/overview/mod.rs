//! `GET /v1/jobs/{job_id}/overview`: what a page about one job shows at first, proved, in one
//! answer, without what is large.
//!
//! ```text
//! job, entries, counts ─► checkpoint ─► proofs ─► related jobs
//! ```
//!
//! What the entries say of customers and outcomes, their number and root, is not computed from
//! them here: a job with a hundred thousand customers is shown as fast as one with five.

mod entry;
mod related;

use axum::extract::State;
use jobs_core::openapi::Quantity;
use jobs_core::{Job, JobId, JobOutline, JobStoreExt};
use jobs_gateway::Gateway;
use serde::Serialize;
use utoipa::ToSchema;

use self::entry::ProvedEntry;
use self::related::Related;
use super::outcomes::CustomerCounts;
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
    let outline = ledger.outline(job_id, &grant).await?;
    let JobOutline { job, request_payload_bytes, entries, named } = outline;
    // After the entries, all of which it then covers.
    let checkpoint = ledger.notary().checkpoint().await?;
    let customers = entries.first().and_then(|first| first.leaf.customers());
    let indexes: Vec<_> = entries.iter().map(|entry| entry.index).collect();
    let proofs = ledger.store().inclusions(&indexes, checkpoint.unverified().size).await?;
    let entries = off_the_workers(move || {
        let proved = entries.into_iter().zip(&proofs);
        proved.map(|(entry, proof)| ProvedEntry::new(entry, proof.path())).collect()
    });
    let entries: Result<_, Problem> = entries.await?;
    let counts = CustomerCounts::of(&job, named);
    let outcomes = OutcomeSummary { counts, named: named.named() };
    let related = Related::to(&ledger, &gateway, &grant, &job, customers).await?;
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
