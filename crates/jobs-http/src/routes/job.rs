//! `/v1/jobs/{job_id}`: one job, its customers, its entries.

use axum::Router;
use axum::extract::{FromRequestParts, Path, State};
use axum::http::header::LINK;
use axum::http::request::Parts;
use axum::http::{StatusCode, Uri};
use axum::response::Response;
use axum::routing::get;
use jobs_core::{Cid, CustomerQuery, Entry, JobId, JobStoreExt, PageLimit};
use serde::Serialize;

use super::off_the_workers;
use crate::access::Operation;
use crate::auth::Caller;
use crate::problem::Problem;
use crate::query::Params;
use crate::{App, reply};

const CUSTOMERS_DEFAULT: usize = 1000;

pub(super) fn router() -> Router<App> {
    Router::new()
        .route(Operation::ReadJob.path(), get(read))
        .route(Operation::ReadCustomers.path(), get(customers))
        .route(Operation::ReadHistory.path(), get(history))
}

/// The `{job_id}` of the path.
pub(super) struct JobIdInPath(pub(super) JobId);

impl FromRequestParts<App> for JobIdInPath {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Problem> {
        let text = Path::<String>::from_request_parts(parts, app).await;
        let Ok(Path(text)) = text else {
            return Err(Problem::invalid("job_id", "is not a UUID"));
        };
        Ok(Self(text.parse()?))
    }
}

async fn read(
    State(app): State<App>,
    caller: Caller,
    JobIdInPath(job_id): JobIdInPath,
    uri: Uri,
) -> Result<Response, Problem> {
    let grant = caller.authorize(Operation::ReadJob)?;
    Params::parse(uri.query(), &[])?;
    let job = app.job(job_id, &grant).await?;
    off_the_workers(move || reply::json(StatusCode::OK, &job)).await
}

#[derive(Serialize)]
struct Customers {
    job_id: JobId,
    customer_count: usize,
    customers: Vec<Cid>,
    /// What to pass as `after` for the next page.
    next: Option<Cid>,
}

async fn customers(
    State(app): State<App>,
    caller: Caller,
    JobIdInPath(job_id): JobIdInPath,
    uri: Uri,
) -> Result<Response, Problem> {
    let grant = caller.authorize(Operation::ReadCustomers)?;
    let params = Params::parse(uri.query(), &["limit", "after"])?;
    let limit = params.limit(CUSTOMERS_DEFAULT, PageLimit::MAX)?;
    let after = params.get("after", str::parse)?;
    let customer_count = app.job(job_id, &grant).await?.job.customer_count;
    let customers = app.store().customers(job_id, &CustomerQuery { after, limit }).await?;
    // A full page may be the last one; then the next is empty, and has no next.
    let next = customers.last().filter(|_| customers.len() == limit.get()).cloned();
    let link =
        next.as_ref().map(|cid| super::next_link(uri.path(), &params.with("after", cid.as_str())));
    let page = Customers { job_id, customer_count, customers, next };
    let mut response = reply::json(StatusCode::OK, &page);
    if let Some(link) = link {
        response.headers_mut().insert(LINK, link?);
    }
    Ok(response)
}

#[derive(Serialize)]
struct History {
    job_id: JobId,
    entries: Vec<Entry>,
}

async fn history(
    State(app): State<App>,
    caller: Caller,
    JobIdInPath(job_id): JobIdInPath,
    uri: Uri,
) -> Result<Response, Problem> {
    let grant = caller.authorize(Operation::ReadHistory)?;
    Params::parse(uri.query(), &[])?;
    if grant.only_user().is_some() {
        app.job(job_id, &grant).await?;
    }
    let entries = app.store().history(job_id).await?;
    off_the_workers(move || reply::json(StatusCode::OK, &History { job_id, entries })).await
}
