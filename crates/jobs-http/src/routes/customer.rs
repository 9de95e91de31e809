//! `/v1/customers/{cid}/jobs`: everything that was ever done to one customer, and how it ended for this customer.

use axum::Router;
use axum::extract::State;
use axum::http::header::LINK;
use axum::http::{StatusCode, Uri};
use axum::response::Response;
use axum::routing::get;
use jobs_core::{
    Cid, CustomerOutcome, CustomerSet, Index, Job, JobFilter, JobPage, JobQuery, JobStore,
    JobStoreExt, Order,
};
use serde::Serialize;

use super::InPath;
use crate::access::Operation;
use crate::auth::Caller;
use crate::problem::Problem;
use crate::query::Params;
use crate::{App, cursor, reply};

const LIMIT_DEFAULT: usize = 50;
const LIMIT_MAX: usize = 500;

/// The page ends before the jobs on it have more customers than this in all, but has one job at least. A job's two
/// changes may each name all of them, and are read whole: about two microseconds a customer, so a second in all.
const CUSTOMERS_MAX: usize = 2 * CustomerSet::COUNT_MAX;

pub(super) fn router() -> Router<App> {
    Router::new().route(Operation::ReadCustomerJobs.path(), get(list))
}

#[derive(Serialize)]
struct Listed {
    cid: Cid,
    jobs: Vec<JobOfCustomer>,
    next: Option<String>,
}

#[derive(Serialize)]
struct JobOfCustomer {
    #[serde(flatten)]
    job: Job,
    outcome: CustomerOutcome,
}

async fn list(
    State(app): State<App>,
    caller: Caller,
    InPath(cid): InPath<String>,
    uri: Uri,
) -> Result<Response, Problem> {
    let grant = caller.authorize(Operation::ReadCustomerJobs)?;
    let params = Params::parse(uri.query(), &["limit", "cursor"])?;
    let cid = Cid::new(cid).map_err(|error| Problem::about(error, "cid"))?;
    let user_id = grant.only_user().cloned();
    let filter = JobFilter { user_id, cid: Some(cid.clone()), ..JobFilter::default() };
    let order = Order::NewestFirst;
    let limit = params.limit(LIMIT_DEFAULT, LIMIT_MAX)?;
    let after = params.get("cursor", |text| cursor::decode(text, &filter, order))?;
    let query = JobQuery { filter, order, after, limit };
    let (jobs, next) = page(app.store(), &query, &cid).await?;
    let next = next.map(|after| cursor::encode(&query.filter, order, after));
    let link =
        next.as_deref().map(|next| super::next_link(uri.path(), &params.with("cursor", next)));
    let mut response = reply::json(StatusCode::OK, &Listed { cid, jobs, next });
    if let Some(link) = link {
        response.headers_mut().insert(LINK, link?);
    }
    Ok(response)
}

async fn page(
    store: &dyn JobStore,
    query: &JobQuery,
    cid: &Cid,
) -> jobs_core::Result<(Vec<JobOfCustomer>, Option<Index>)> {
    let JobPage { jobs, mut next } = store.jobs(query).await?;
    let (mut shown, mut customers) = (Vec::<JobOfCustomer>::new(), 0);
    for job in jobs {
        customers += job.customer_count;
        if let Some(last) = shown.last()
            && customers > CUSTOMERS_MAX
        {
            next = Some(last.job.index);
            break;
        }
        let outcome = store.customer_outcome(&job, cid).await?;
        shown.push(JobOfCustomer { job, outcome });
    }
    Ok((shown, next))
}

#[cfg(test)]
mod tests {
    use super::*;
    use jobs_core::{ActionCode, ActionName, MemoryStore, NewJob, PageLimit, UserId};

    async fn add(store: &MemoryStore, customers: usize) {
        let cids = (0..customers).map(|number| Cid::new(number.to_string()).unwrap());
        let (user, action) = (UserId::new("vijay").unwrap(), ActionName::new("Pay").unwrap());
        let customers = CustomerSet::new(cids).unwrap();
        let job = NewJob::new(user, ActionCode::UNKNOWN, action, customers).unwrap();
        store.create(job).await.unwrap();
    }

    #[tokio::test]
    async fn a_page_is_bounded_in_customers_and_the_next_one_goes_on() {
        let store = MemoryStore::default();
        for customers in [1, 1, 100_000, 60_000, 100_000, 40_000] {
            add(&store, customers).await;
        }
        let cid = Cid::new("0").unwrap();
        let filter = JobFilter { cid: Some(cid.clone()), ..JobFilter::default() };
        let limit = PageLimit::new(10).unwrap();
        let mut query = JobQuery { filter, limit, ..JobQuery::default() };
        let mut pages = Vec::new();
        loop {
            let (jobs, next) = page(&store, &query, &cid).await.unwrap();
            pages.push(jobs.iter().map(|shown| shown.job.index).collect::<Vec<_>>());
            query.after = next;
            if next.is_none() {
                break;
            }
        }
        assert_eq!(pages, [vec![5, 4, 3], vec![2, 1, 0]]);
    }
}
