//! `/api/audit/…`: the old audit log, told from the ledger.

use axum::Router;
use axum::extract::State;
use axum::http::{StatusCode, Uri};
use axum::response::Response;
use axum::routing::get;
use jobs_core::{Cid, CustomerSet, JobFilter, JobStore, PageLimit, UserId};
use serde::Serialize;

use super::record::Record;
use super::{Failure, LegacyCaller, limit, newest};
use crate::access::Operation;
use crate::auth::Grant;
use crate::problem::Problem;
use crate::query::Params;
use crate::routes::InPath;
use crate::{App, reply};

/// The answer ends before its rows have more customers than this in all, which no job has alone: 200,000 cids of
/// 36 characters are 8 MB.
const CUSTOMERS_MAX: usize = 2 * CustomerSet::COUNT_MAX;

pub(super) fn router() -> Router<App> {
    Router::new()
        .route(Operation::ReadAuditTrail.path(), get(trail))
        .route(Operation::ReadCustomerAudit.path(), get(of_customer))
        .route(Operation::ReadUserAudit.path(), get(of_user))
}

#[derive(Serialize)]
struct Listed {
    success: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    customer_id: Option<Cid>,
    #[serde(skip_serializing_if = "Option::is_none")]
    username: Option<UserId>,
    count: usize,
    records: Vec<Record>,
}

impl Listed {
    async fn read(
        store: &dyn JobStore,
        filter: JobFilter,
        limit: PageLimit,
    ) -> jobs_core::Result<Self> {
        let cid = filter.cid.clone();
        let (mut records, mut customers) = (Vec::new(), 0);
        for job in newest(store, filter, limit, Record::is_of).await? {
            customers += job.customer_count;
            if customers > CUSTOMERS_MAX {
                break;
            }
            records.push(Record::read(store, job, cid.as_ref()).await?);
        }
        let count = records.len();
        Ok(Self { success: true, customer_id: None, username: None, count, records })
    }
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
    let listed = Listed::read(app.store(), filter, limit(&params)?).await?;
    Ok(reply::json(StatusCode::OK, &listed))
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
    let mut listed = Listed::read(app.store(), filter, limit).await?;
    listed.customer_id = Some(cid);
    Ok(reply::json(StatusCode::OK, &listed))
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
    let mut listed = Listed::read(app.store(), filter, limit).await?;
    listed.username = Some(user_id);
    Ok(reply::json(StatusCode::OK, &listed))
}

#[cfg(test)]
mod tests {
    use super::*;
    use jobs_core::{
        ActionCode, ActionName, JobStoreExt as _, MemoryStore, NewJob, Outcomes, Status,
        StatusChange, StatusDetails,
    };

    async fn run(store: &MemoryStore, customers: usize) {
        let cids = (0..customers).map(|number| Cid::new(number.to_string()).unwrap());
        let (user, action) = (UserId::new("vijay").unwrap(), ActionName::new("Pay").unwrap());
        let customers = CustomerSet::new(cids).unwrap();
        let job = NewJob::new(user.clone(), ActionCode::UNKNOWN, action, customers).unwrap();
        let job_id = store.create(job).await.unwrap().job_id();
        let details = StatusDetails::new(Status::Success);
        let (actor, outcomes, request_key) = (user, Outcomes::default(), None);
        let change = StatusChange { job_id, actor, details, outcomes, request_key };
        store.change_status(change).await.unwrap();
    }

    #[tokio::test]
    async fn an_answer_is_bounded_in_customers() {
        let store = MemoryStore::default();
        for customers in [1, 1, 100_000, 60_000, 40_000] {
            run(&store, customers).await;
        }
        let limit = PageLimit::new(4).unwrap();
        let listed = Listed::read(&store, JobFilter::default(), limit).await.unwrap();
        assert_eq!(listed.count, 3);
    }
}
