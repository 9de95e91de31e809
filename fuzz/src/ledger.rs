//! A small ledger with a job of every kind, for the fuzz targets and for the tests of `jobs-notary`.

use std::pin::pin;
use std::sync::{Arc, OnceLock};
use std::task::{Context, Poll, Waker};

use jobs_core::log::{Origin, SigningKey};
use jobs_core::{
    ActionCode, ActionName, Cause, Cid, CustomerSet, ErrorMessage, HttpStatus, ImportedJob,
    JobFacts, JobId, JobStore, JobStoreExt, MemoryStore, NewJob, Original, Outcome, OutcomeMessage,
    Outcomes, RequestPayload, ResponseSummary, Status, StatusChange, StatusDetails, Timestamp,
    UserId,
};
use jobs_notary::{Evidence, Notary};

/// The jobs in it that evidence is about: one that failed after a while (entries 1, 3 and 6), an imported one
/// (2), and one that is in progress (5).
pub(crate) const JOBS: [u32; 3] = [1, 2, 5];

/// The output of a future that never waits, such as all of those of the store in memory.
pub(crate) fn ready<T>(future: impl Future<Output = T>) -> T {
    match pin!(future).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(value) => value,
        Poll::Pending => panic!("the future waits"),
    }
}

pub(crate) fn key() -> SigningKey {
    static KEY: OnceLock<SigningKey> = OnceLock::new();
    let make = || SigningKey::from_seed(Origin::new("ledger.test/jobs").unwrap(), &[9; 32]);
    KEY.get_or_init(make).clone()
}

pub(crate) fn notary() -> Notary {
    notary_of(ledger())
}

/// The same for any store.
pub(crate) fn notary_of(store: impl JobStore) -> Notary {
    ready(Notary::without_keeping(key(), Arc::new(store), &[])).unwrap()
}

pub(crate) fn job_id(n: u32) -> JobId {
    format!("0000beef-0000-4000-8000-{n:012x}").parse().unwrap()
}

/// A job of customers 5001 to 5003.
pub(crate) fn job(n: u32) -> NewJob {
    let user = UserId::new("vijay").unwrap();
    let action = ActionName::new("Trans-Begin").unwrap();
    let customers = CustomerSet::new(["5001", "5002", "5003"].map(|c| Cid::new(c).unwrap()));
    let job = NewJob::new(user, ActionCode::new(1).unwrap(), action, customers.unwrap());
    let payload = RequestPayload::new(format!("{{\"n\":{n},\"é\":\"\\u0000\"}}")).unwrap();
    job.unwrap().with_job_id(job_id(n)).with_request_payload(Some(payload))
}

fn imported(n: u32) -> ImportedJob {
    let facts = JobFacts { batch_id: None, cluster_url: None, ..job(n).facts().clone() };
    let created_at = Timestamp::parse("created_at", "2025-12-31T23:59:59Z").unwrap();
    let customers = CustomerSet::new([Cid::new("\"quoted\" é").unwrap()]).unwrap();
    let success = StatusDetails::new(Status::Success);
    ImportedJob::new(job_id(n), facts, customers, created_at, success)
        .with_original(Some(Original::new("{\"status\":\"done\"}").unwrap()))
}

pub(crate) fn change(n: u32, details: StatusDetails, outcomes: Outcomes) -> StatusChange {
    let actor = UserId::new("gateway").unwrap();
    StatusChange { job_id: job_id(n), actor, details, outcomes, request_key: None }
}

/// With texts that are too long to be in the leaf.
fn unconfirmed() -> StatusDetails {
    StatusDetails {
        cause: Cause::InconclusiveAnswer,
        http_status: Some(HttpStatus::new(504).unwrap()),
        error_message: Some(ErrorMessage::new("the upstream is slow\n".repeat(20)).unwrap()),
        response_summary: Some(ResponseSummary::new("é".repeat(129)).unwrap()),
        ..StatusDetails::new(Status::Unconfirmed)
    }
}

/// With texts that are short enough.
fn failed() -> StatusDetails {
    StatusDetails {
        error_message: Some(ErrorMessage::new("one of three failed").unwrap()),
        response_summary: Some(ResponseSummary::new("x".repeat(256)).unwrap()),
        ..StatusDetails::new(Status::Failed)
    }
}

fn outcomes() -> Outcomes {
    let cid = |text| Cid::new(text).unwrap();
    let message = Some(OutcomeMessage::new("does not \"exist\"\n").unwrap());
    Outcomes::new([
        Outcome { cid: cid("5003"), status: Status::Failed, message },
        Outcome { cid: cid("5001"), status: Status::Success, message: None },
    ])
    .unwrap()
}

pub(crate) fn ledger() -> MemoryStore {
    let store = MemoryStore::default();
    let none = Outcomes::default;
    let drafts = vec![
        job(0).into(),
        job(1).into(),
        imported(2).into(),
        change(1, unconfirmed(), none()).into(),
        job(4).into(),
        job(5).into(),
        change(1, failed(), outcomes()).into(),
        change(0, StatusDetails::new(Status::Success), none()).into(),
        job(8).into(),
    ];
    for draft in drafts {
        ready(store.append_one(draft)).unwrap();
    }
    store
}

/// Evidence about each of [`JOBS`].
pub(crate) fn evidence() -> [Evidence; 3] {
    let notary = notary();
    JOBS.map(|n| ready(Evidence::collect(&notary, job_id(n))).unwrap())
}
