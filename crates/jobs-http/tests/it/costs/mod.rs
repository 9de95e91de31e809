//! What each route costs, counted in steps of SQLite's virtual machine: the same in a small ledger
//! and in a large one.

mod asks;
mod ledger;

use std::sync::Arc;

use axum::http::Method;
use http_body_util::BodyExt as _;
use jobs_api::{Access, Endpoint, endpoints};
use jobs_sqlite::SqliteStore;
use serde_json::Value;
use tempfile::TempDir;

use crate::in_process::{ADMIN, ANITA, Api, NOBODY, VIJAY};
use crate::means::Means;
use ledger::Ledger;

/// How many runs of the reverse index the two ledgers have: in the small one there is about as much
/// as a page of a list looks at, in the large one four times that.
const RUNS: [u64; 2] = [2, 8];

/// What each run more may cost a list that finds nothing: to pass it over, or to look up each term
/// of the filter in it. A page of a list ends after 20,000 looks, so this goes on up to there and
/// no further.
const STEPS_OF_A_RUN: u64 = 400;

/// What a page of a list may cost in any ledger: 20,000 looks, at 50 steps for a job that is looked
/// at and not shown, and what comes after the last run.
const STEPS_OF_A_PAGE: u64 = 20_000 * 50 + 300_000;

/// What is not counted exactly: a statement's last steps, and what is read ahead.
const INEXACT: u64 = 1000;

/// How much of an answer without end, or as long as the ledger, is read.
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

    /// Sends a request, and gives the answer's code, what it cost, and what it says.
    async fn cost(
        &self,
        token: Option<&str>,
        method: Method,
        path: &str,
        body: &str,
    ) -> (u16, u64, String) {
        let request = self.api.request_by(Means::Token, token, method, path, body.to_owned()).await;
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

    /// What it costs to ask for `path`: the lesser of two times, of which the first may fill a
    /// cache. And the second page, if there is one.
    async fn cost_of(&self, token: Option<&str>, path: &str) -> (u16, u64, Option<String>) {
        let (mut code, mut least, mut text) = (0, u64::MAX, String::new());
        for _ in 0..2 {
            let steps;
            (code, steps, text) = self.cost(token, Method::GET, path, "").await;
            least = least.min(steps);
        }
        let page: Option<Value> = serde_json::from_str(&text).ok();
        let next = page.and_then(|page| Some(format!("{path}&cursor={}", page["next"].as_str()?)));
        (code, least, next.filter(|_| path.contains("limit=1") && !path.contains("cursor=")))
    }
}

/// Who asks: one who sees everything, one of whom nearly all is, one of whom hardly anything is.
fn callers(operation: &'static Endpoint) -> &'static [Option<&'static str>] {
    match operation.access() {
        Access::Everybody | Access::LogReaders => &[NOBODY],
        Access::Roles { .. } => &[ADMIN, VIJAY, ANITA],
    }
}

/// Whether it looks for jobs by any filter, and ends when it has looked for long enough.
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
    ];
    lists.contains(&operation.id())
}

/// Fails when what costs `few` steps in the small ledger costs `many` in the large one, and that is
/// more.
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
    for operation in changes {
        compare_changes(operation, &small, &large).await;
    }
}

/// Asks for all that can be asked for; gives what the most expensive answer cost.
async fn compare_reads(operation: &'static Endpoint, small: &Scene, large: &Scene) -> u64 {
    let asks = [small, large].map(|scene| asks::reads(operation, &scene.ledger));
    asks::use_every_parameter(operation, &asks[0]);
    let (mut most, mut answered) = (0, false);
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
        let (code, steps, text) = scene.cost(VIJAY, Method::POST, &path, &body).await;
        assert!(matches!(code, 200..=303), "{operation:?}: {code} {text}");
        costs.push(steps);
    }
    check(operation, &format!("{operation:?}"), costs[0], costs[1]);
}
