//! What each route costs, counted in steps of SQLite's virtual machine: the same in a small ledger
//! and in a large one.

mod asks;
mod ledger;

use std::sync::Arc;

use axum::http::Method;
use http_body_util::BodyExt as _;
use jobs_api::{Access, Endpoint, endpoints};
use jobs_core::{
    ActionCode, ActionName, Cid, CustomerSet, JobId, JobStoreExt as _, NewJob, Outcome, Outcomes,
    RequestPayload, Status, StatusChange, StatusDetails, UserId,
};
use jobs_sqlite::SqliteStore;
use serde_json::Value;
use tempfile::TempDir;

use crate::support::in_process::{ADMIN, ANITA, Api, NOBODY, VIJAY};
use crate::support::means::Means;
use ledger::Ledger;

/// How many runs of the reverse index the two ledgers have: the small one has about as many rows as
/// a page of a list may look at, the large one four times as many.
const RUNS: [u64; 2] = [2, 8];

/// What each additional run may cost a list that finds nothing: skipping it, or looking up each
/// term of the filter in it. A page of a list ends after 20,000 rows, so this is bounded.
const STEPS_OF_A_RUN: u64 = 400;

/// What a page of a list may cost in any ledger: 20,000 rows, at 50 steps for a job that is read
/// but not shown, and the entries after the last run.
const STEPS_OF_A_PAGE: u64 = 20_000 * 50 + 300_000;

/// Tolerance: a statement's last steps and reading ahead are not counted exactly.
const INEXACT: u64 = 1000;

/// How much is read of an answer that is endless, or as long as the ledger.
const BEGINNING_BYTES: usize = 4096;

/// A server over a ledger in a file.
struct Scene {
    api: Api,
    store: Arc<SqliteStore>,
    ledger: Ledger,
    _folder: TempDir,
}

impl Scene {
    async fn new(runs: u64) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("jobs.db");
        let store = Arc::new(SqliteStore::open(&path).unwrap());
        let ledger = Ledger::fill(&store, &path, runs).await;
        Self { api: Api::over(store.clone()).await, store, ledger, _folder: folder }
    }

    /// Sends a request, and returns the answer's code, its cost, and its content.
    async fn cost(
        &self,
        (means, token): (Means, Option<&str>),
        method: Method,
        path: &str,
        body: &str,
    ) -> (u16, u64, String) {
        let request = self.api.request_by(means, token, method, path, body.to_owned()).await;
        let before = self.store.steps();
        let (head, mut body) = self.api.open(request).await.into_parts();
        let mut read = Vec::new();
        while read.len() < BEGINNING_BYTES
            && let Some(frame) = body.frame().await
        {
            read.extend(frame.unwrap().into_data().unwrap_or_default());
            if head.headers["content-type"] == "text/event-stream" {
                break;
            }
        }
        let steps = self.store.steps() - before;
        (head.status.as_u16(), steps, String::from_utf8_lossy(&read).into_owned())
    }

    /// The cost of a request for `path`: the lower of two tries, as the first may fill a cache. And
    /// the second page, if there is one.
    async fn cost_of(&self, token: Option<&str>, path: &str) -> (u16, u64, Option<String>) {
        let mut code = 0;
        let mut least = u64::MAX;
        let mut text = String::new();
        for _ in 0..2 {
            let steps;
            (code, steps, text) = self.cost((Means::Token, token), Method::GET, path, "").await;
            least = least.min(steps);
        }
        let page: Option<Value> = serde_json::from_str(&text).ok();
        let next = page.and_then(|page| Some(format!("{path}&cursor={}", page["next"].as_str()?)));
        (code, least, next.filter(|_| path.contains("limit=1") && !path.contains("cursor=")))
    }
}

/// The callers: one who sees everything, one who owns nearly all jobs, one who owns hardly any.
fn callers(operation: &'static Endpoint) -> &'static [Option<&'static str>] {
    match operation.access() {
        Access::Everybody | Access::LogReaders => &[NOBODY],
        Access::Roles { .. } => &[ADMIN, VIJAY, ANITA],
    }
}

/// Whether it searches for jobs with any filter, and ends after a limit. So does an overview: for
/// jobs of the same moments, of which there are more the faster the ledger was filled.
fn is_a_list(operation: &'static Endpoint) -> bool {
    let lists = [
        "listJobs",
        "listOwnJobs",
        "readCustomerJobs",
        "readAuditTrail",
        "readUserAudit",
        "readCustomerAudit",
        "exportCsv",
        "exportNdjson",
        "readOverview",
    ];
    lists.contains(&operation.id())
}

/// Fails if a request that costs `few` steps in the small ledger costs `many` in the large one, and
/// that is more.
fn check(operation: &'static Endpoint, what: &str, few: u64, many: u64) {
    let runs = RUNS[1] - RUNS[0];
    let same = few + few / 4 + runs * STEPS_OF_A_RUN + INEXACT;
    let most = if is_a_list(operation) { same.max(STEPS_OF_A_PAGE) } else { same };
    assert!(many <= most, "{what}: {few} steps in a small ledger, {many} in a large one");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_route_costs_the_same_in_a_large_ledger() {
    let [small, large] = [Scene::new(RUNS[0]).await, Scene::new(RUNS[1]).await];
    let (reads, changes): (Vec<_>, Vec<_>) =
        endpoints().iter().partition(|it| it.method() == Method::GET);
    let mut most = 0;
    for operation in reads {
        most = most.max(compare_reads(operation, &small, &large).await);
    }
    assert!(most > 10_000, "the steps are not counted");
    // Looks for overlaps read each entry of the last seconds once: in a ledger that was filled so
    // quickly, all that filled it.
    for scene in [&small, &large] {
        let body = r#"{"action_name": "Pay", "cids": ["1"]}"#;
        scene.cost((Means::Token, VIJAY), Method::POST, "/v1/overlaps", body).await;
    }
    for operation in changes {
        compare_changes(operation, &small, &large).await;
    }
}

/// Makes all requests; returns the cost of the most expensive answer.
async fn compare_reads(operation: &'static Endpoint, small: &Scene, large: &Scene) -> u64 {
    let asks = [small, large].map(|scene| asks::reads(operation, &scene.ledger));
    asks::use_every_parameter(operation, &asks[0]);
    let mut most = 0;
    let mut answered = false;
    for (ask, same) in asks[0].iter().zip(&asks[1]) {
        for &token in callers(operation) {
            let mut pages = Some((ask.clone(), same.clone()));
            while let Some((ask, same)) = pages {
                let (code, few, next) = small.cost_of(token, &ask).await;
                let (other, many, next_of_same) = large.cost_of(token, &same).await;
                let what = format!("{operation:?} {ask} {token:?}");
                assert_eq!(code, other, "{what}");
                check(operation, &what, few, many);
                answered |= code == 200;
                most = most.max(many);
                pages = next.zip(next_of_same);
            }
        }
    }
    assert!(answered, "{operation:?} was only refused");
    most
}

async fn compare_changes(operation: &'static Endpoint, small: &Scene, large: &Scene) {
    let mut costs = Vec::new();
    for scene in [small, large] {
        let (path, body) = asks::change(operation, &scene.api, &scene.ledger).await;
        let token = if operation.access() == Access::ADMIN { ADMIN } else { VIJAY };
        // A token makes none.
        let makes_tokens = matches!(operation.id(), "makeToken" | "makeOwnToken");
        let means = if makes_tokens { Means::Session } else { Means::Token };
        let (code, steps, text) = scene.cost((means, token), Method::POST, &path, &body).await;
        assert!(matches!(code, 200..=303), "{operation:?}: {code} {text}");
        costs.push(steps);
    }
    check(operation, &format!("{operation:?}"), costs[0], costs[1]);
}

/// A job with an outcome for each of its customers, and all of them in its payload.
async fn job_with_customers(store: &SqliteStore, count: usize) -> JobId {
    let cids: Vec<Cid> = (0..count).map(|n| Cid::new(format!("c{n:06}")).unwrap()).collect();
    let user = UserId::new("vijay").unwrap();
    let action = ActionName::new(format!("Action-{count}")).unwrap();
    let customers = CustomerSet::new(cids.clone()).unwrap();
    let payload = serde_json::json!({"action": "Pay", "cids": cids}).to_string();
    let job = NewJob::new(user.clone(), ActionCode::new(1).unwrap(), action, customers).unwrap();
    let job = job.with_request_payload(Some(RequestPayload::new(payload).unwrap()));
    let job_id = store.create(job).await.unwrap().job_id();
    let outcome = |cid| Outcome { cid, status: Status::Success, message: None };
    let outcomes = Outcomes::new(cids.into_iter().map(outcome)).unwrap();
    let details = StatusDetails::new(Status::Success);
    let change = StatusChange { outcomes, ..StatusChange::new(job_id, user, details) };
    store.change_status(change).await.unwrap();
    job_id
}

/// The first of a job's outcomes cost the same for two thousand customers and for as many as a job
/// can have, if no entry names them.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_first_outcomes_of_a_job_cost_the_same_however_many_there_are() {
    let folder = tempfile::tempdir().unwrap();
    let store = Arc::new(SqliteStore::open(folder.path().join("jobs.db")).unwrap());
    let api = Api::over(store.clone()).await;
    let mut costs = Vec::new();
    for count in [2000, CustomerSet::COUNT_MAX] {
        let cids = (0..count).map(|n| Cid::new(format!("c{n:06}")).unwrap());
        let customers = CustomerSet::new(cids).unwrap();
        let user = UserId::new("vijay").unwrap();
        let action = ActionName::new(format!("Action-{count}")).unwrap();
        let job = NewJob::new(user, ActionCode::new(1).unwrap(), action, customers).unwrap();
        let job_id = store.create(job).await.unwrap().job_id();
        for query in ["?limit=100", "?limit=100", "?limit=100&cursor=IN_PROGRESS:job:c001000"] {
            let before = store.steps();
            let answer = api.get(VIJAY, &format!("/v1/jobs/{job_id}/outcomes{query}")).await;
            costs.push(store.steps() - before);
            assert_eq!(answer.json()["customers"].as_array().map(Vec::len), Some(100));
            assert_eq!(answer.json()["matching"], count);
        }
    }
    for (small, large) in [(1, 4), (2, 5)] {
        assert!(costs[large] <= costs[small] + costs[small] / 4 + INEXACT, "{costs:?} steps");
    }
}

/// What a page about a job asks for at first costs the same for five customers and for as many as a
/// job can have.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_page_about_a_job_costs_the_same_however_many_customers_it_has() {
    let folder = tempfile::tempdir().unwrap();
    let store = Arc::new(SqliteStore::open(folder.path().join("jobs.db")).unwrap());
    let api = Api::over(store.clone()).await;
    let mut costs = Vec::new();
    for count in [5, CustomerSet::COUNT_MAX] {
        let job_id = job_with_customers(&store, count).await;
        for _ in 0..2 {
            let path = format!("/v1/jobs/{job_id}/overview");
            let before = store.steps();
            let answer = api.get(VIJAY, &path).await;
            let steps = store.steps() - before;
            assert_eq!(answer.status, 200, "{}", answer.text);
            assert_eq!(answer.json()["outcomes"]["named"], count);
            assert!(answer.bytes.len() < 10_000, "{} bytes", answer.bytes.len());
            costs.push(steps);
        }
    }
    assert!(costs[3] <= costs[1] + costs[1] / 4 + INEXACT, "{costs:?} steps");
}
