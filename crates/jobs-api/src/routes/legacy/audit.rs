//! `/api/audit/…`: the old audit log, told from the ledger.

use axum::extract::State;
use axum::response::Response;
use jobs_core::openapi::Quantity;
use jobs_core::{
    ActionName, Cid, CustomerSet, JobFilter, JobStore, PageLimit, RequestPayload, UserId,
};
use serde::Serialize;
use utoipa::ToSchema;
use utoipa::openapi::path::Parameter;

use super::query::LenientQuery;
use super::record::{LegacyRow, Record};
use super::{Failure, Legacy, LegacyLimit, Newest, legacy_record, newest};
use crate::access::{Access, Grant};
use crate::describe::Answer;
use crate::endpoint::Endpoint;
use crate::ledger::Ledger;
use crate::request::path::{InPath, PathPart, parameter};
use crate::request::query::query;
use crate::response::problem::Problem;
use crate::response::reply;
use crate::schema::reference;

/// The answer ends before its rows have more customers than this in all, which no job has alone:
/// 100,000 cids of 128 bytes are 13 MB.
const CUSTOMERS_MAX: usize = CustomerSet::COUNT_MAX;

/// The answer ends with the row for which, in all, more bytes than this were read of what is kept
/// of imported jobs, of which it shows little: as many as one job may have in its payload, so that
/// an answer costs what a few jobs do.
const READ_BYTES_MAX: usize = RequestPayload::BYTES_MAX;

pub(super) fn endpoints() -> Vec<Endpoint> {
    let trail = "the old dashboard's: the newest jobs as an audit log";
    let endpoints = vec![
        Endpoint::get("readAuditTrail", "/api/audit/trail", trail_of_all).does(trail, Access::READ),
        Endpoint::get("readCustomerAudit", "/api/audit/customer/{cid}", of_customer)
            .does("the same, of one customer", Access::READ),
        Endpoint::get("readUserAudit", "/api/audit/user/{user_id}", of_user)
            .does("the same, of one user", Access::READ),
    ];
    let records = |_| Answer::json::<LegacyRecords>("The newest records.");
    endpoints.into_iter().map(|it| legacy_record(it.with_answer(records))).collect()
}

query! {
    /// Which records to list.
    struct TrailQuery {
        /// How many there are, at most.
        limit: LegacyLimit,
        /// One user's records alone.
        user_id: Option<UserId>,
        /// Only this action.
        action_type: Option<ActionName>,
        /// Only this customer.
        customer_id: Option<Cid>,
    }
}

query! {
    /// How many records to list.
    struct LimitQuery {
        /// How many there are, at most.
        limit: LegacyLimit,
    }
}

/// The customer of the path, by the name that the old dashboard had for it.
struct CustomerId(Cid);

impl PathPart for CustomerId {
    fn parameter() -> Parameter {
        Cid::parameter()
    }

    fn read(text: &str) -> Result<Self, Problem> {
        Cid::new(text).map(Self).map_err(|error| Problem::about(error, "customer_id"))
    }
}

/// The user of the path, by the name that the old dashboard had for it.
struct Username(UserId);

impl PathPart for Username {
    fn parameter() -> Parameter {
        parameter("user_id", reference::<UserId>(), "Whose records.", "vijay")
    }

    fn read(text: &str) -> Result<Self, Problem> {
        UserId::new(text).map(Self).map_err(|error| Problem::about(error, "username"))
    }
}

/// What comes before the rows.
#[derive(Serialize, ToSchema)]
struct Head {
    success: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    customer_id: Option<Cid>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    username: Option<UserId>,
    #[schema(inline, value_type = Quantity)]
    count: usize,
    /// `true`: there may be more that were not looked for.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    incomplete: bool,
}

/// The whole answer, which is written row by row.
#[derive(ToSchema)]
#[expect(dead_code, reason = "only described")]
#[schema(description = "")]
struct LegacyRecords {
    #[schema(inline)]
    #[serde(flatten)]
    head: Head,
    #[schema(inline)]
    records: Vec<Record>,
}

/// Whose rows the answer says that it has.
#[derive(Default)]
struct Of {
    customer: Option<Cid>,
    user: Option<UserId>,
}

/// The answer. Each row is written before the next one is read, as each may have all the customers
/// there can be.
async fn listed(
    store: &dyn JobStore,
    filter: &JobFilter,
    limit: PageLimit,
    of: Of,
) -> Result<Response, Failure> {
    let Newest { mut jobs, is_incomplete } =
        newest(store, filter, limit, &Record::STATUSES).await?;
    let found = jobs.len();
    let mut customers = 0;
    let fits = jobs.iter().take_while(|job| {
        customers += job.customer_count;
        customers <= CUSTOMERS_MAX
    });
    jobs.truncate(fits.count());
    let mut old_rows = Vec::new();
    let mut bytes = 0;
    for job in jobs.iter() {
        if bytes > READ_BYTES_MAX {
            break;
        }
        let (old_row, read) = LegacyRow::read(store, job).await?;
        bytes += read;
        old_rows.push(old_row);
    }
    jobs.truncate(old_rows.len());
    let customer_id = of.customer;
    let username = of.user;
    let count = jobs.len();
    let incomplete = is_incomplete || count < found;
    let head = Head { success: true, customer_id, username, count, incomplete };
    let mut rows = reply::Rows::after(&head, "records");
    for (job, old_row) in jobs.into_iter().zip(old_rows) {
        rows.push(&Record::read(store, job, old_row, filter.cid.iter().next()).await?);
    }
    Ok(rows.into_response())
}

async fn trail_of_all(
    State(ledger): State<Ledger>,
    grant: Grant,
    Legacy(LenientQuery(query)): Legacy<LenientQuery<TrailQuery>>,
) -> Result<Response, Failure> {
    let TrailQuery { limit, user_id, action_type, customer_id } = query;
    let filter = JobFilter {
        user_id: grant.restrict(user_id)?.into(),
        action_name: action_type.into(),
        cid: customer_id.into(),
        ..JobFilter::default()
    };
    listed(ledger.store(), &filter, limit.get(), Of::default()).await
}

async fn of_customer(
    State(ledger): State<Ledger>,
    grant: Grant,
    Legacy(InPath(CustomerId(cid))): Legacy<InPath<CustomerId>>,
    Legacy(LenientQuery(query)): Legacy<LenientQuery<LimitQuery>>,
) -> Result<Response, Failure> {
    let user_id = grant.only_user().cloned();
    let filter =
        JobFilter { user_id: user_id.into(), cid: cid.clone().into(), ..JobFilter::default() };
    let of = Of { customer: Some(cid), user: None };
    listed(ledger.store(), &filter, query.limit.get(), of).await
}

async fn of_user(
    State(ledger): State<Ledger>,
    grant: Grant,
    Legacy(InPath(Username(user_id))): Legacy<InPath<Username>>,
    Legacy(LenientQuery(query)): Legacy<LenientQuery<LimitQuery>>,
) -> Result<Response, Failure> {
    let filter = JobFilter {
        user_id: grant.restrict(Some(user_id.clone()))?.into(),
        ..JobFilter::default()
    };
    let of = Of { customer: None, user: Some(user_id) };
    listed(ledger.store(), &filter, query.limit.get(), of).await
}

#[cfg(test)]
mod tests {
    use http_body_util::BodyExt as _;

    use super::*;
    use jobs_core::{
        ActionCode, ActionName, ImportedJob, JobId, JobStoreExt as _, MemoryStore, NewJob,
        Outcomes, Status, StatusChange, StatusDetails, Timestamp,
    };

    fn new_job(customers: usize) -> NewJob {
        let cids = (0..customers).map(|number| Cid::new(number.to_string()).unwrap());
        let user = UserId::new("vijay").unwrap();
        let action = ActionName::new("Pay").unwrap();
        let customers = CustomerSet::new(cids).unwrap();
        NewJob::new(user, ActionCode::UNKNOWN, action, customers).unwrap()
    }

    async fn run(store: &MemoryStore, customers: usize) {
        let job = new_job(customers);
        let user = job.facts().user_id.clone();
        let job_id = store.create(job).await.unwrap().job_id();
        let details = StatusDetails::new(Status::Success);
        let actor = user;
        let outcomes = Outcomes::default();
        let request_key = None;
        let change = StatusChange { job_id, actor, details, outcomes, request_key };
        store.change_status(change).await.unwrap();
    }

    /// Of imported jobs, what an answer reads is much more than what it shows.
    #[tokio::test]
    async fn an_answer_is_bounded_in_what_is_read_for_it() {
        let store = MemoryStore::default();
        const BYTES: usize = READ_BYTES_MAX / 2 - 100;
        for bytes in [1, 1, 1, BYTES, BYTES, 1, BYTES] {
            let payload = RequestPayload::new("{}".to_owned() + &" ".repeat(bytes)).unwrap();
            let at = Timestamp::parse("at", "2026-01-28T10:00:03Z").unwrap();
            let details = StatusDetails::new(Status::Success);
            let job = new_job(1);
            let facts = job.facts().clone();
            let customers = job.customers().clone();
            let job = ImportedJob::new(JobId::mint(), facts, customers, at, details);
            store.append_one(job.with_request_payload(Some(payload)).into()).await.unwrap();
        }
        for (limit, count, incomplete) in [(3, 3, false), (10, 4, true)] {
            let limit = PageLimit::new(limit).unwrap();
            let answer = listed(&store, &JobFilter::default(), limit, Of::default()).await;
            let Ok(answer) = answer else { panic!("refused") };
            let body = answer.into_body().collect().await.unwrap().to_bytes();
            let listed: serde_json::Value = serde_json::from_slice(&body).unwrap();
            assert_eq!(listed["count"], count, "{limit:?}");
            assert_eq!(listed["incomplete"] == true, incomplete, "{limit:?}");
            assert_eq!(listed["records"].as_array().unwrap().len(), count);
        }
    }

    #[tokio::test]
    async fn an_answer_is_bounded_in_customers() {
        let store = MemoryStore::default();
        for customers in [1, 1, 100_000, 60_000, 40_000] {
            run(&store, customers).await;
        }
        let limit = PageLimit::new(4).unwrap();
        let answer = listed(&store, &JobFilter::default(), limit, Of::default()).await;
        let Ok(answer) = answer else { panic!("refused") };
        let body = answer.into_body().collect().await.unwrap().to_bytes();
        let listed: serde_json::Value = serde_json::from_slice(&body).unwrap();
        assert_eq!((&listed["count"], &listed["incomplete"]), (&2.into(), &true.into()));
        assert_eq!(listed["records"].as_array().unwrap().len(), 2);
    }
}
