//! Receipts and proofs: what a caller keeps to check the ledger later, without asking it.

use axum::extract::State;
use axum::http::HeaderValue;
use axum::http::header::CONTENT_TYPE;
use axum::response::Response;
use jobs_core::log::CustomerProof;
use jobs_core::merkle::Hash;
use jobs_core::openapi::IndexSchema;
use jobs_core::{Cid, Entry, Index, JobId, JobStoreExt};
use serde::Serialize;
use utoipa::ToSchema;
use utoipa::openapi::schema::Type;

use crate::access::{Access, Grant};
use crate::describe::{Answer, Tag};
use crate::endpoint::Endpoint;
use crate::ledger::{Ledger, proof};
use crate::request::path::InPath;
use crate::request::query::{Needed, NoParameters, Query, query};
use crate::response::problem::Problem;
use crate::response::reply::{Json, off_the_workers};
use crate::schema::{Says as _, of};

pub(super) fn endpoints() -> Vec<Endpoint> {
    let receipt =
        || Answer::text("The receipt, a C2SP tlog-proof, against the ledger as it is now.");
    let leaf = of(Type::Object).says("An entry as it is hashed; docs/format.md has its members.");
    let leaf = Answer::new("The exact bytes.").of("application/json", leaf);
    let endpoints = vec![
        Endpoint::get("readReceipt", "/v1/jobs/{job_id}/receipt", receipt_of_job)
            .does("the receipt of the entry that created it", Access::READ)
            .with_answer(|_| receipt()),
        Endpoint::get("readEntryReceipt", "/v1/entries/{index}/receipt", receipt_of_entry)
            .does("the receipt of any entry", Access::READ)
            .with_answer(|_| receipt()),
        Endpoint::get("readLeaf", "/v1/entries/{index}/leaf", read_leaf)
            .does("the bytes that the entry's receipt proves", Access::READ)
            .with_answer(|_| leaf),
        Endpoint::get("proveCustomer", "/v1/jobs/{job_id}/customers/{cid}/proof", customer)
            .does("proves that a customer is in the job, or is not", Access::READ)
            .answers("The proof, a file for `jobctl check`."),
        Endpoint::get("proveInclusion", "/v1/proof/inclusion", inclusion)
            .does("proves by hashes alone that an entry is in the ledger", Access::SIGNED_IN)
            .answers("The path to the root."),
        Endpoint::get("proveConsistency", "/v1/proof/consistency", consistency)
            .does("proves by hashes alone that the ledger has only grown", Access::SIGNED_IN)
            .answers("The path between the roots."),
    ];
    endpoints.into_iter().map(|endpoint| endpoint.tagged(Tag::Proofs)).collect()
}

/// The receipt of the entry that created the job.
async fn receipt_of_job(
    State(ledger): State<Ledger>,
    grant: Grant,
    InPath(job_id): InPath<JobId>,
    _: Query<NoParameters>,
) -> Result<Response, Problem> {
    let first = ledger.job(job_id, &grant).await?.job.index;
    receipt(&ledger, first).await
}

async fn receipt_of_entry(
    State(ledger): State<Ledger>,
    grant: Grant,
    InPath(index): InPath<Index>,
    _: Query<NoParameters>,
) -> Result<Response, Problem> {
    let entry = entry(&ledger, index, &grant).await?;
    receipt(&ledger, entry.index()).await
}

async fn receipt(ledger: &Ledger, index: Index) -> Result<Response, Problem> {
    let receipt = proof::of_entry(ledger, index).await?;
    let mut response = Response::new(receipt.to_string().into());
    let text = HeaderValue::from_static("text/plain; charset=utf-8");
    response.headers_mut().insert(CONTENT_TYPE, text);
    Ok(response)
}

/// The exact bytes that the tree hashes; they are JSON.
async fn read_leaf(
    State(ledger): State<Ledger>,
    grant: Grant,
    InPath(index): InPath<Index>,
    _: Query<NoParameters>,
) -> Result<Response, Problem> {
    let entry = entry(&ledger, index, &grant).await?;
    let mut response = Response::new(off_the_workers(move || entry.leaf()).await?.into());
    let json = HeaderValue::from_static("application/json");
    response.headers_mut().insert(CONTENT_TYPE, json);
    Ok(response)
}

/// The entry at `index`, if it exists and `grant` extends to its job.
async fn entry(ledger: &Ledger, index: Index, grant: &Grant) -> Result<Entry, Problem> {
    let entry = ledger.store().entry(index).await?;
    let entry = entry.ok_or_else(|| Problem::not_found(format!("there is no entry {index}")))?;
    if grant.only_user().is_some() {
        ledger.job(entry.job_id(), grant).await?;
    }
    Ok(entry)
}

/// Whether a customer is one of a job's: a file that says so to anyone, offline.
async fn customer(
    State(ledger): State<Ledger>,
    grant: Grant,
    InPath((job_id, cid)): InPath<(JobId, Cid)>,
    _: Query<NoParameters>,
) -> Result<Json<CustomerProof>, Problem> {
    let index = ledger.job(job_id, &grant).await?.job.index;
    let receipt = proof::of_entry(&ledger, index).await?;
    let entry = ledger.store().entry(index).await?;
    let entry = entry.ok_or_else(|| Problem::internal(format!("no entry {index}")))?;
    let key = ledger.notary().verifier().clone();
    let proof = off_the_workers(move || CustomerProof::new(&entry, &receipt, &key, cid)).await?;
    proof.map(Json).map_err(Problem::internal)
}

query! {
    /// An entry, and a ledger that it is in.
    struct InclusionQuery {
        /// The entry.
        index: Needed<Index>,
        /// The ledger that it is in; the newest unless given.
        size: Option<Index>,
    }
}

#[derive(Serialize, ToSchema)]
struct Inclusion {
    #[schema(value_type = IndexSchema)]
    index: Index,
    #[schema(value_type = IndexSchema)]
    size: Index,
    /// In the order of RFC 9162.
    path: Vec<Hash>,
}

async fn inclusion(
    State(ledger): State<Ledger>,
    _: Grant,
    query: Query<InclusionQuery>,
) -> Result<Json<Inclusion>, Problem> {
    let InclusionQuery { index: Needed(index), size } = query.values;
    let size = size_or_newest(&ledger, size, "size").await?;
    let path = ledger.store().inclusion(index, size).await?.path().to_vec();
    Ok(Json(Inclusion { index, size, path }))
}

query! {
    /// Two sizes of the ledger.
    struct ConsistencyQuery {
        /// The size of the earlier ledger.
        from: Needed<Index>,
        /// The size of the later one; the newest unless given.
        to: Option<Index>,
    }
}

#[derive(Serialize, ToSchema)]
struct Consistency {
    #[schema(value_type = IndexSchema)]
    from: Index,
    #[schema(value_type = IndexSchema)]
    to: Index,
    /// In the order of RFC 9162.
    path: Vec<Hash>,
}

async fn consistency(
    State(ledger): State<Ledger>,
    _: Grant,
    query: Query<ConsistencyQuery>,
) -> Result<Json<Consistency>, Problem> {
    let ConsistencyQuery { from: Needed(from), to } = query.values;
    let to = size_or_newest(&ledger, to, "to").await?;
    let path = ledger.store().consistency(from, to).await?.path().to_vec();
    Ok(Json(Consistency { from, to, path }))
}

/// The size that is asked for, which the ledger must have reached, or the one that it has now.
async fn size_or_newest(
    ledger: &Ledger,
    size: Option<Index>,
    name: &'static str,
) -> Result<Index, Problem> {
    let newest = ledger.store().head().await?.size();
    match size {
        Some(size) if size > newest => {
            Err(Problem::invalid(name, &format!("must be at most the ledger's size, {newest}")))
        }
        size => Ok(size.unwrap_or(newest)),
    }
}
