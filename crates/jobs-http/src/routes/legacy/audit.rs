//! `/api/audit/…`: the old audit log, told from the ledger.

use axum::Router;
use axum::extract::State;
use axum::http::Uri;
use axum::response::Response;
use axum::routing::get;
use jobs_core::{Cid, CustomerSet, JobFilter, JobStore, PageLimit, RequestPayload, UserId};
use serde::Serialize;

use super::record::{OldRow, Record};
use super::{Failure, LegacyCaller, Newest, limit, newest};
use crate::access::Operation;
use crate::auth::Grant;
use crate::problem::Problem;
use crate::query::Params;
use crate::routes::InPath;
use crate::{App, reply};

/// The answer ends before its rows have more customers than this in all, which no job has alone: 100,000 cids of
/// 128 bytes are 13 MB.
const CUSTOMERS_MAX: usize = CustomerSet::COUNT_MAX;

/// The answer ends with the row for which, in all, more bytes than this were read of what is kept of imported jobs, of which it shows
/// little: as many as one job may have in its payload, so that an answer costs what a few jobs do.
const READ_BYTES_MAX: usize = RequestPayload::BYTES_MAX;

pub(super) fn router() -> Router<App> {
    Router::new()
        .route(Operation::ReadAuditTrail.path(), get(trail))
        .route(Operation::ReadCustomerAudit.path(), get(of_customer))
        .route(Operation::ReadUserAudit.path(), get(of_user))
}

/// What comes before the rows.
#[derive(Serialize)]
struct Head {
    success: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    customer_id: Option<Cid>,
    #[serde(skip_serializing_if = "Option::is_none")]
    username: Option<UserId>,
    count: usize,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    incomplete: bool,
}

/// Whose rows the answer says that it has.
#[derive(Default)]
struct Of {
    customer: Option<Cid>,
    user: Option<UserId>,
}

/// The answer. Each row is written before the next one is read, as each may have all the customers there can be.
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
    let (mut old_rows, mut bytes) = (Vec::new(), 0);
    for job in jobs.iter() {
        if bytes > READ_BYTES_MAX {
            break;
        }
        let (old_row, read) = OldRow::read(store, job).await?;
        bytes += read;
        old_rows.push(old_row);
    }
    jobs.truncate(old_rows.len());
    let (customer_id, username, count) = (of.customer, of.user, jobs.len());
    let incomplete = is_incomplete || count < found;
    let head = Head { success: true, customer_id, username, count, incomplete };
    let mut rows = reply::Rows::after(&head, "records");
    for (job, old_row) in jobs.into_iter().zip(old_rows) {
        rows.push(&Record::read(store, job, old_row, filter.cid.as_ref()).await?);
    }
    Ok(rows.into_response())
}

/// The user whose jobs are asked for: an operator's own, unless that is another's.
fn whose(grant: &Grant, asked_for: Option<UserId>) -> Result<Option<UserId>, Problem> {
    let user_id = asked_for.or_else(|| grant.only_user().cloned());
    if let Some(user_id) = &user_id {
        grant.check_owner(user_id)?;
    }
    Ok(user_id)
}

async fn trail(
    State(app): State<App>,
    LegacyCaller(caller): LegacyCaller,
    uri: Uri,
) -> Result<Response, Failure> {
    let grant = caller.authorize(Operation::ReadAuditTrail)?;
    let known = ["limit", "user_id", "action_type", "customer_id"];
    let params = Params::parse_leniently(uri.query(), &known)?;
    let filter = JobFilter {
        user_id: whose(&grant, params.get("user_id", str::parse)?)?,
        action_name: params.get("action_type", str::parse)?,
        cid: params.get("customer_id", str::parse)?,
        ..JobFilter::default()
    };
    listed(app.store(), &filter, limit(&params)?, Of::default()).await
}

async fn of_customer(
    State(app): State<App>,
    LegacyCaller(caller): LegacyCaller,
    cid: Result<InPath<String>, Problem>,
    uri: Uri,
) -> Result<Response, Failure> {
    let grant = caller.authorize(Operation::ReadCustomerAudit)?;
    let cid = Cid::new(cid?.0).map_err(|error| Problem::about(error, "customer_id"))?;
    let limit = limit(&Params::parse_leniently(uri.query(), &["limit"])?)?;
    let user_id = grant.only_user().cloned();
    let filter = JobFilter { user_id, cid: Some(cid.clone()), ..JobFilter::default() };
    listed(app.store(), &filter, limit, Of { customer: Some(cid), user: None }).await
}

async fn of_user(
    State(app): State<App>,
    LegacyCaller(caller): LegacyCaller,
    user_id: Result<InPath<String>, Problem>,
    uri: Uri,
) -> Result<Response, Failure> {
    let grant = caller.authorize(Operation::ReadUserAudit)?;
    let user_id = UserId::new(user_id?.0).map_err(|error| Problem::about(error, "username"))?;
    let limit = limit(&Params::parse_leniently(uri.query(), &["limit"])?)?;
    let filter =
        JobFilter { user_id: whose(&grant, Some(user_id.clone()))?, ..JobFilter::default() };
    listed(app.store(), &filter, limit, Of { customer: None, user: Some(user_id) }).await
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
        let (user, action) = (UserId::new("vijay").unwrap(), ActionName::new("Pay").unwrap());
        let customers = CustomerSet::new(cids).unwrap();
        NewJob::new(user, ActionCode::UNKNOWN, action, customers).unwrap()
    }

    async fn run(store: &MemoryStore, customers: usize) {
        let job = new_job(customers);
        let user = job.facts().user_id.clone();
        let job_id = store.create(job).await.unwrap().job_id();
        let details = StatusDetails::new(Status::Success);
        let (actor, outcomes, request_key) = (user, Outcomes::default(), None);
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
            let (facts, customers) = (job.facts().clone(), job.customers().clone());
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
