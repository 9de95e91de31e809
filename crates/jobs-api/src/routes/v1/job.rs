//! `/v1/jobs/{job_id}`: one job, its customers, its entries.

use axum::body::Body;
use axum::extract::State;
use axum::http::HeaderValue;
use axum::http::header::CONTENT_TYPE;
use axum::response::Response;
use jobs_core::openapi::Quantity;
use jobs_core::{Cid, CustomerQuery, Entry, JobDetail, JobId, JobStoreExt, PageLimit};
use serde::Serialize;
use utoipa::ToSchema;

use crate::access::{Access, Grant};
use crate::describe::Answer;
use crate::endpoint::Endpoint;
use crate::ledger::Ledger;
use crate::request::path::InPath;
use crate::request::query::{Limit, NoParameters, Query, query};
use crate::response::problem::Problem;
use crate::response::reply::{Json, LargeJson, NextPage};

pub(super) fn endpoints() -> Vec<Endpoint> {
    vec![
        Endpoint::get("readJob", "/v1/jobs/{job_id}", read)
            .does("shows one, with its payload", Access::READ)
            .answers("The job."),
        Endpoint::get("readCustomers", "/v1/jobs/{job_id}/customers", customers)
            .does("lists its customers, sorted", Access::READ)
            .answers("A page of the customers."),
        Endpoint::get("readPayload", "/v1/jobs/{job_id}/payload", payload)
            .does("the payload that was sent, byte for byte as recorded", Access::READ)
            .with_answer(|_| Answer::text("The recorded text."))
            .refuses([404]),
        Endpoint::get("readHistory", "/v1/jobs/{job_id}/history", history)
            .does("lists its entries, oldest first", Access::READ)
            .answers("The entries."),
    ]
}

async fn read(
    State(ledger): State<Ledger>,
    grant: Grant,
    InPath(job_id): InPath<JobId>,
    _: Query<NoParameters>,
) -> Result<LargeJson<JobDetail>, Problem> {
    LargeJson::of(ledger.job(job_id, &grant).await?).await
}

async fn payload(
    State(ledger): State<Ledger>,
    grant: Grant,
    InPath(job_id): InPath<JobId>,
    _: Query<NoParameters>,
) -> Result<Response, Problem> {
    let payload = ledger.job(job_id, &grant).await?.request_payload;
    let payload = payload.ok_or_else(|| Problem::not_found("the job has no payload"))?;
    let mut response = Response::new(Body::from(payload.as_str().to_owned()));
    // Other programs may record one that is not JSON.
    let text = HeaderValue::from_static("text/plain; charset=utf-8");
    response.headers_mut().insert(CONTENT_TYPE, text);
    Ok(response)
}

/// How many customers there are on a page.
pub(super) type CustomerLimit = Limit<1_000, { PageLimit::MAX }>;

query! {
    /// Which of a job's customers to list.
    struct CustomersQuery {
        /// How many there are on a page, at most.
        limit: CustomerLimit,
        /// The `next` of the page before.
        after: Option<Cid>,
    }
}

#[derive(Serialize, ToSchema)]
struct Customers {
    job_id: JobId,
    #[schema(inline, value_type = Quantity)]
    customer_count: usize,
    customers: Vec<Cid>,
    /// The `after` of the next page; `null` at the end.
    next: Option<Cid>,
}

async fn customers(
    State(ledger): State<Ledger>,
    grant: Grant,
    InPath(job_id): InPath<JobId>,
    query: Query<CustomersQuery>,
) -> Result<(NextPage, Json<Customers>), Problem> {
    let customer_count = ledger.job(job_id, &grant).await?.job.customer_count;
    let limit = query.values.limit.get();
    let page = CustomerQuery { after: query.values.after.clone(), limit };
    let customers = ledger.store().customers(job_id, &page).await?;
    // A full page may be the last one; then the next is empty, and has no next.
    let next = customers.last().filter(|_| customers.len() == limit.get()).cloned();
    let next_page = query.next_page("after", next.as_ref().map(Cid::as_str));
    Ok((next_page, Json(Customers { job_id, customer_count, customers, next })))
}

#[derive(Serialize, ToSchema)]
struct History {
    job_id: JobId,
    entries: Vec<Entry>,
}

async fn history(
    State(ledger): State<Ledger>,
    grant: Grant,
    InPath(job_id): InPath<JobId>,
    _: Query<NoParameters>,
) -> Result<LargeJson<History>, Problem> {
    if grant.only_user().is_some() {
        ledger.job(job_id, &grant).await?;
    }
    let entries = ledger.store().history(job_id).await?;
    LargeJson::of(History { job_id, entries }).await
}
