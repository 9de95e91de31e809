//! `/v1/customers/{cid}/jobs`: everything that was ever done to one customer, and how it ended for
//! this customer.

use axum::extract::State;
use jobs_core::{
    Cid, CustomerOutcome, CustomerSet, Index, Job, JobFilter, JobPage, JobQuery, JobStore,
    JobStoreExt, Order,
};
use serde::Serialize;
use utoipa::ToSchema;

use super::jobs::JobLimit;
use crate::access::{Access, Grant};
use crate::endpoint::Endpoint;
use crate::ledger::Ledger;
use crate::request::cursor::{self, Cursor};
use crate::request::path::InPath;
use crate::request::query::{Query, query};
use crate::response::problem::Problem;
use crate::response::reply::{Json, NextPage};

/// The page ends before the jobs on it have more customers than this in all, but has one job at
/// least. A job's two changes may each name all of them, and are read whole: about two microseconds
/// a customer, so a second in all.
const CUSTOMERS_MAX: usize = 2 * CustomerSet::COUNT_MAX;

pub(super) fn endpoints() -> Vec<Endpoint> {
    vec![
        Endpoint::get("readCustomerJobs", "/v1/customers/{cid}/jobs", list)
            .does("lists a customer's jobs, with the customer's own outcomes", Access::READ)
            .answers("A page of the jobs, newest first."),
    ]
}

query! {
    /// Which page of a customer's jobs to list.
    struct CustomerJobsQuery {
        /// How many there are on a page, at most.
        limit: JobLimit,
        /// The `next` of the page before, of the same list.
        cursor: Option<Cursor>,
    }
}

#[derive(Serialize, ToSchema)]
struct CustomerJobPage {
    cid: Cid,
    jobs: Vec<CustomerJob>,
    /// The `cursor` of the next page; `null` at the end.
    next: Option<String>,
}

#[derive(Serialize, ToSchema)]
struct CustomerJob {
    #[serde(flatten)]
    #[schema(inline)]
    job: Job,
    outcome: CustomerOutcome,
}

async fn list(
    State(ledger): State<Ledger>,
    grant: Grant,
    InPath(cid): InPath<Cid>,
    query: Query<CustomerJobsQuery>,
) -> Result<(NextPage, Json<CustomerJobPage>), Problem> {
    let user_id = grant.only_user().cloned();
    let filter =
        JobFilter { user_id: user_id.into(), cid: cid.clone().into(), ..JobFilter::default() };
    let order = Order::NewestFirst;
    let after = query.values.cursor.as_ref();
    let after = after.map(|cursor| cursor.decode(&filter, order)).transpose()?;
    let listed = JobQuery { filter, order, after, limit: query.values.limit.get() };
    let (jobs, next) = page(ledger.store(), &listed, &cid).await?;
    let next = next.map(|after| cursor::encode(&listed.filter, order, after));
    let next_page = query.next_page("cursor", next.as_deref());
    Ok((next_page, Json(CustomerJobPage { cid, jobs, next })))
}

async fn page(
    store: &dyn JobStore,
    query: &JobQuery,
    cid: &Cid,
) -> jobs_core::Result<(Vec<CustomerJob>, Option<Index>)> {
    let JobPage { jobs, mut next } = store.jobs(query).await?;
    let mut shown = Vec::<CustomerJob>::new();
    let mut customers = 0;
    for job in jobs {
        customers += job.customer_count;
        if let Some(last) = shown.last()
            && customers > CUSTOMERS_MAX
        {
            next = Some(last.job.index);
            break;
        }
        let outcome = store.customer_outcome(&job, cid).await?;
        shown.push(CustomerJob { job, outcome });
    }
    Ok((shown, next))
}

#[cfg(test)]
mod tests {
    use super::*;
    use jobs_core::{ActionCode, ActionName, MemoryStore, NewJob, PageLimit, UserId};

    async fn add(store: &MemoryStore, customers: usize) {
        let cids = (0..customers).map(|number| Cid::new(number.to_string()).unwrap());
        let user = UserId::new("vijay").unwrap();
        let action = ActionName::new("Pay").unwrap();
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
        let filter = JobFilter { cid: cid.clone().into(), ..JobFilter::default() };
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
