//! Receipts and proofs: what a caller keeps to check the ledger later, without asking it.

use axum::Router;
use axum::extract::State;
use axum::http::header::CONTENT_TYPE;
use axum::http::{HeaderValue, StatusCode, Uri};
use axum::response::Response;
use axum::routing::get;
use jobs_core::log::CustomerProof;
use jobs_core::merkle::Hash;
use jobs_core::{Cid, Entry, Index, JobId, JobStoreExt};
use serde::Serialize;

use super::job::JobIdInPath;
use super::{InPath, off_the_workers};
use crate::access::Operation;
use crate::auth::{Caller, Grant};
use crate::problem::Problem;
use crate::query::Params;
use crate::{App, receipt, reply};

pub(super) fn router() -> Router<App> {
    Router::new()
        .route(Operation::ReadReceipt.path(), get(receipt_of_job))
        .route(Operation::ReadEntryReceipt.path(), get(receipt_of_entry))
        .route(Operation::ReadLeaf.path(), get(leaf))
        .route(Operation::ProveCustomer.path(), get(customer))
        .route(Operation::ProveInclusion.path(), get(inclusion))
        .route(Operation::ProveConsistency.path(), get(consistency))
}

/// The receipt of the entry that created the job.
async fn receipt_of_job(
    State(app): State<App>,
    caller: Caller,
    JobIdInPath(job_id): JobIdInPath,
    uri: Uri,
) -> Result<Response, Problem> {
    let grant = caller.authorize(Operation::ReadReceipt)?;
    Params::parse(uri.query(), &[])?;
    let first = app.job(job_id, &grant).await?.job.index;
    receipt(&app, first).await
}

async fn receipt_of_entry(
    State(app): State<App>,
    caller: Caller,
    InPath(index): InPath<String>,
    uri: Uri,
) -> Result<Response, Problem> {
    let grant = caller.authorize(Operation::ReadEntryReceipt)?;
    Params::parse(uri.query(), &[])?;
    let entry = entry(&app, &index, &grant).await?;
    receipt(&app, entry.index()).await
}

async fn receipt(app: &App, index: Index) -> Result<Response, Problem> {
    let receipt = receipt::of_entry(app, index).await?;
    let mut response = Response::new(receipt.to_string().into());
    let text = HeaderValue::from_static("text/plain; charset=utf-8");
    response.headers_mut().insert(CONTENT_TYPE, text);
    Ok(response)
}

/// The exact bytes that the tree hashes; they are JSON.
async fn leaf(
    State(app): State<App>,
    caller: Caller,
    InPath(index): InPath<String>,
    uri: Uri,
) -> Result<Response, Problem> {
    let grant = caller.authorize(Operation::ReadLeaf)?;
    Params::parse(uri.query(), &[])?;
    let entry = entry(&app, &index, &grant).await?;
    let mut response = Response::new(off_the_workers(move || entry.leaf()).await?.into());
    let json = HeaderValue::from_static("application/json");
    response.headers_mut().insert(CONTENT_TYPE, json);
    Ok(response)
}

/// The entry at `index`, if it exists and `grant` extends to its job.
async fn entry(app: &App, index: &str, grant: &Grant) -> Result<Entry, Problem> {
    let index: Index = index.parse().map_err(|_| {
        Problem::invalid("index", "must be the index of an entry, an integer from 0")
    })?;
    let entry = app.store().entry(index).await?;
    let entry = entry.ok_or_else(|| Problem::not_found(format!("there is no entry {index}")))?;
    if grant.only_user().is_some() {
        app.job(entry.job_id(), grant).await?;
    }
    Ok(entry)
}

/// Whether a customer is one of a job's: a file that says so to anyone, offline.
async fn customer(
    State(app): State<App>,
    caller: Caller,
    InPath((job_id, cid)): InPath<(String, String)>,
    uri: Uri,
) -> Result<Response, Problem> {
    let grant = caller.authorize(Operation::ProveCustomer)?;
    Params::parse(uri.query(), &[])?;
    let (job_id, cid): (JobId, Cid) = (job_id.parse()?, cid.parse()?);
    let index = app.job(job_id, &grant).await?.job.index;
    let receipt = receipt::of_entry(&app, index).await?;
    let entry = app.store().entry(index).await?;
    let entry = entry.ok_or_else(|| Problem::internal(format!("no entry {index}")))?;
    let key = app.notary().verifier().clone();
    let proof = off_the_workers(move || CustomerProof::new(&entry, &receipt, &key, cid)).await?;
    Ok(reply::json(StatusCode::OK, &proof.map_err(Problem::internal)?))
}

#[derive(Serialize)]
struct Inclusion {
    index: Index,
    size: Index,
    path: Vec<Hash>,
}

async fn inclusion(State(app): State<App>, caller: Caller, uri: Uri) -> Result<Response, Problem> {
    caller.authorize(Operation::ProveInclusion)?;
    let params = Params::parse(uri.query(), &["index", "size"])?;
    let index = params.index("index")?;
    let index = index.ok_or_else(|| Problem::invalid("index", "is missing"))?;
    let size = size_or_newest(&app, params.index("size")?, "size").await?;
    let path = app.store().inclusion(index, size).await?.path().to_vec();
    Ok(reply::json(StatusCode::OK, &Inclusion { index, size, path }))
}

#[derive(Serialize)]
struct Consistency {
    from: Index,
    to: Index,
    path: Vec<Hash>,
}

async fn consistency(
    State(app): State<App>,
    caller: Caller,
    uri: Uri,
) -> Result<Response, Problem> {
    caller.authorize(Operation::ProveConsistency)?;
    let params = Params::parse(uri.query(), &["from", "to"])?;
    let from = params.index("from")?;
    let from = from.ok_or_else(|| Problem::invalid("from", "is missing"))?;
    let to = size_or_newest(&app, params.index("to")?, "to").await?;
    let path = app.store().consistency(from, to).await?.path().to_vec();
    Ok(reply::json(StatusCode::OK, &Consistency { from, to, path }))
}

/// The size that is asked for, which the ledger must have reached, or the one that it has now.
async fn size_or_newest(
    app: &App,
    size: Option<Index>,
    name: &'static str,
) -> Result<Index, Problem> {
    let newest = app.store().head().await?.size();
    match size {
        Some(size) if size > newest => {
            Err(Problem::invalid(name, &format!("must be at most the ledger's size, {newest}")))
        }
        size => Ok(size.unwrap_or(newest)),
    }
}
