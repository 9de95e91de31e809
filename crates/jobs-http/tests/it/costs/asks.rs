//! The most expensive requests for each route: every operation, with each of its parameters.

use std::collections::HashSet;

use axum::http::Method;
use jobs_api::{Access, Endpoint};
use serde_json::{Value, json};

use super::ledger::Ledger;
use crate::access::failed_action;
use crate::accounts;
use crate::support::in_process::{ADMIN, Api, VIJAY, password_of};

/// Filters of lists: common and rare, alone and in rare combinations.
const FILTERS: [&str; 32] = [
    "",
    "status=IN_PROGRESS",
    "status=SUCCESS",
    "status=UNCONFIRMED",
    "status=FAILED",
    "status=FAILED&user_id=vijay",
    "status=SUCCESS&user_id=anita",
    "status=UNCONFIRMED&action_name=T-Disable",
    "cause=reported",
    "cause=interrupted",
    "cause=reported&status=FAILED",
    "user_id=anita",
    "user_id=anita&action_name=T-Enable&cid=5001",
    "user_id=stranger",
    "cid=5001",
    "cid=own-1",
    "cid=5001&status=FAILED",
    "batch_id=rare",
    "batch_id=rare&status=SUCCESS",
    "source=import",
    "source=import&status=IN_PROGRESS",
    "source=gateway&status=IN_PROGRESS",
    "source=embedded&user_id=vijay",
    "since=2100-01-01T00:00:00Z",
    "status=FAILED&status=UNCONFIRMED",
    "status=SUCCESS&status=FAILED&user_id=anita&user_id=stranger",
    "status=FAILED&status=UNCONFIRMED&user_id=vijay&action_name=T-Disable",
    "cause=reported&cause=interrupted&status=FAILED",
    "user_id=anita&user_id=vijay&action_name=T-Enable&action_name=T-Disable&status=FAILED",
    "cid=5001&cid=own-1&cid=nobody&batch_id=rare&batch_id=none",
    "cid=own-1&cid=own-2&cid=own-3&cid=own-4&cid=own-5",
    "source=import&source=embedded",
];

/// The filters, and those of the time of the rare jobs.
fn filters(ledger: &Ledger) -> Vec<String> {
    let time = &ledger.time_of_the_rare;
    let mut filters: Vec<_> = FILTERS.map(str::to_owned).into();
    filters.push(format!("until={time}"));
    filters.push(format!("since={time}&status=FAILED"));
    filters.push(format!("since={time}&until=2100-01-01T00:00:00Z&source=import"));
    // All IDs begin with the same digits, so that the last of these are few.
    let id = ledger.jobs[0].to_string();
    for length in [1, 4, 8, 36] {
        filters.push(format!("job_id={}", &id[..length]));
        filters.push(format!("job_id={}&user_id=anita", &id[..length]));
        filters.push(format!("job_id={}&cid=own-1&status=FAILED", &id[..length]));
    }
    for retried in [ledger.jobs[0], ledger.retried, ledger.jobs[2]] {
        filters.push(format!("retry_of={retried}"));
        filters.push(format!("retry_of={retried}&status=FAILED&user_id=vijay"));
        filters.push(format!("retry_of={retried}&cid=own-2"));
        filters.push(format!("retry_of={retried}&cid=own-2&cid=5002&source=api"));
    }
    filters
}

/// Paths with the same requests for `operation` in any ledger, in the same order.
pub(super) fn reads(operation: &'static Endpoint, ledger: &Ledger) -> Vec<String> {
    let path = operation.path();
    let indexes = [0, ledger.size / 2, ledger.size - 1];
    let about_jobs = || ledger.jobs.map(|job_id| path.replace("{job_id}", &job_id.to_string()));
    let about_customers =
        || ["5001", "own-1", "own-5", "nobody"].map(|it| path.replace("{cid}", it));
    match operation.id() {
        "listJobs" => lists(path, ledger),
        "exportCsv" | "exportNdjson" => exports(path, ledger),
        "followEntries" => streams(path, ledger),
        "readCustomers" => {
            let pages = ["", "?limit=1", "?after=4999&limit=500"];
            with_each(&about_jobs(), &pages)
        }
        "diffJobs" => {
            let [oldest, middle, newest] = ledger.jobs.map(|job_id| job_id.to_string());
            let pairs = [(&oldest, &newest), (&newest, &middle), (&middle, &middle)];
            let paths = pairs.map(|(a, b)| path.replace("{job_id}", a).replace("{other_id}", b));
            with_each(&paths, &["", "?part=only_a&limit=1", "?part=both&after=5000"])
        }
        "proveCustomer" => with_each(&about_jobs(), &[""])
            .iter()
            .flat_map(|path| ["5001", "own-1", "nobody"].map(|cid| path.replace("{cid}", cid)))
            .collect(),
        "readCustomerJobs" => with_each(&about_customers(), &["", "?limit=500", "?limit=1"]),
        "readStats" => {
            with_each(&[path], &["", "?limit=500", "?user_id=vijay", "?user_id=anita&limit=1"])
        }
        "listEntries" => indexes.map(|from| format!("{path}?from={from}&limit=500")).into(),
        "proveInclusion" => {
            indexes.map(|index| format!("{path}?index={index}&size={}", ledger.size)).into()
        }
        "proveConsistency" => [1, ledger.size / 2, ledger.size - 1]
            .map(|from| format!("{path}?from={from}&to={}", ledger.size))
            .into(),
        "readEntryReceipt" | "readLeaf" => {
            indexes.map(|index| path.replace("{index}", &index.to_string())).into()
        }
        "readEntryBundle" | "readTile" => {
            let levels: &[&str] = if operation.id() == "readTile" { &["0/", "1/"] } else { &[""] };
            levels
                .iter()
                .flat_map(|level| tiles(level, ledger))
                .map(|tile| path.replace("{*path}", &tile))
                .collect()
        }
        "listOwnJobs" => with_each(&[path], &["", "?limit=1", "?limit=500"]),
        "readAuditTrail" => with_each(
            &[path],
            &[
                "",
                "?limit=1",
                "?limit=500",
                "?user_id=vijay",
                "?user_id=anita&limit=2",
                "?user_id=stranger",
                "?action_type=T-Enable",
                "?action_type=JOB_CREATED",
                "?action_type=Nothing",
                "?customer_id=5001&limit=500",
                "?customer_id=own-1",
                "?user_id=anita&customer_id=own-5&action_type=T-Disable",
            ],
        ),
        "readCustomerAudit" => with_each(&about_customers(), &["", "?limit=500"]),
        "readUserAudit" => {
            let users = ["vijay", "anita", "stranger"].map(|user| path.replace("{user_id}", user));
            with_each(&users, &["", "?limit=500"])
        }
        "seeLoginForm" => vec![format!("{path}?next=/docs")],
        "readJob" | "readHistory" | "readReceipt" | "readOldCustomers" | "readEvidence"
        | "readPayload" => about_jobs().into(),
        "readOverview" => {
            let retried = path.replace("{job_id}", &ledger.retried.to_string());
            about_jobs().into_iter().chain([retried]).collect()
        }
        "readOutcomes" => with_each(
            &about_jobs(),
            &[
                "",
                "?status=FAILED",
                "?own=true",
                "?own=false",
                "?search=5",
                "?limit=1&cursor=FAILED:own:5001",
                "?limit=1&cursor=FAILED:job:5001",
            ],
        ),
        _ if operation.method() != Method::GET => panic!("{operation:?} changes something"),
        _ => {
            assert!(!path.contains('{'), "what is asked of {operation:?}?");
            vec![path.to_owned()]
        }
    }
}

fn with_each(paths: &[impl AsRef<str>], queries: &[&str]) -> Vec<String> {
    let each =
        |path: &str| queries.iter().map(|query| format!("{path}{query}")).collect::<Vec<_>>();
    paths.iter().flat_map(|path| each(path.as_ref())).collect()
}

fn lists(path: &str, ledger: &Ledger) -> Vec<String> {
    let walks = ["limit=1", "limit=500&order=oldest_first"];
    let with_walks = |filter: &String| walks.map(|walk| format!("{path}?{filter}&{walk}"));
    let asks = filters(ledger).iter().flat_map(with_walks).collect::<Vec<_>>();
    asks.into_iter().map(|ask| ask.replace("?&", "?")).collect()
}

/// An export continues until it has found everything, so the first jobs for these filters are at
/// the beginning of the ledger.
fn exports(path: &str, ledger: &Ledger) -> Vec<String> {
    let time = &ledger.time_of_the_rare;
    let bom = if path.ends_with("csv") { "bom=true" } else { "" };
    [
        bom,
        "status=SUCCESS",
        "status=IN_PROGRESS&action_name=T-Disable",
        "cause=reported",
        "user_id=anita",
        "cid=5001",
        "batch_id=rare",
        "source=gateway",
        "since=2000-01-01T00:00:00Z",
        &format!("until={time}"),
        &format!("job_id={}", ledger.jobs[0]),
        &format!("retry_of={}", ledger.jobs[0]),
        "status=FAILED&status=SUCCESS&user_id=anita&user_id=vijay",
    ]
    .map(|filter| format!("{path}?{filter}"))
    .into()
}

/// The beginning of the stream, from where it begins at the ledger's beginning and at its end.
fn streams(path: &str, ledger: &Ledger) -> Vec<String> {
    let job_id = ledger.jobs[0];
    let last = ledger.size - 1;
    [
        "from=0",
        "from=0&kind=job_created",
        "from=0&status=FAILED",
        "from=0&cause=reported",
        "from=0&user_id=anita",
        "from=0&action_name=T-Enable",
        "from=0&source=gateway",
    ]
    .map(str::to_owned)
    .into_iter()
    .chain([format!("after={last}"), format!("from={last}"), format!("from=0&job_id={job_id}")])
    .map(|query| format!("{path}?{query}"))
    .collect()
}

/// The first tile of a level that is in every ledger, and the last, which is not full.
fn tiles(level: &str, ledger: &Ledger) -> [String; 2] {
    let width = if level == "1/" { 256 } else { 1 };
    let nodes = ledger.size / width;
    let last = format!("{level}{:03}.p/{}", nodes / 256, nodes % 256);
    [format!("{level}000.p/9"), last]
}

/// A change by vijay, or by the admin where it takes one, as its path and its body.
pub(super) async fn change(
    operation: &'static Endpoint,
    api: &Api,
    ledger: &Ledger,
) -> (String, String) {
    let token = if operation.access() == Access::ADMIN { ADMIN } else { VIJAY };
    if let Some((path, body)) = accounts::request(api, operation, token).await {
        return (path, body.to_string());
    }
    let path = operation.path();
    let set_action = json!({
        "url": format!("{}/tms/v1/x", api.upstream),
        "isPost": true,
        "postData": {"action": "T-Enable", "cids": ["5001", "own-1"]},
    });
    let job = json!({"action_code": 3, "action_name": "T-Enable", "cids": ["5001", "own-1"]});
    let password = password_of("vijay");
    let (job_id, body) = match operation.id() {
        "submitJob" | "submitBulk" | "createOldJob" => (None, job.to_string()),
        "addNote" => (Some(ledger.open.to_string()), json!({"text": "asked"}).to_string()),
        "foreseeOverlaps" => {
            (None, json!({"action_name": "T-Enable", "cids": ["5001", "own-1"]}).to_string())
        }
        "sendSetAction" => {
            let action = json!({"action": "T-Enable", "cids": ["5001", "own-1"]});
            (None, json!({"url": set_action["url"], "payload": action}).to_string())
        }
        "reportStatus" => (Some(ledger.open.to_string()), json!({"status": "SUCCESS"}).to_string()),
        "proxyFetch" => (None, set_action.to_string()),
        "retryJob" => (Some(failed_action(api).await), json!({}).to_string()),
        "login" => (None, json!({"username": "vijay", "password": password}).to_string()),
        "loginByForm" => (None, format!("username=vijay&password={password}")),
        _ => (None, String::new()),
    };
    (path.replace("{job_id}", &job_id.unwrap_or_default()), body)
}

/// Fails when `operation` has a parameter that none of `asks` uses: add a request with a new one
/// here.
pub(super) fn use_every_parameter(operation: &'static Endpoint, asks: &[String]) {
    let document: Value =
        serde_json::from_str(include_str!("../../../../../docs/openapi.json")).unwrap();
    let parameters = document["paths"][operation.path()]["get"]["parameters"].as_array();
    let names = parameters.into_iter().flatten().filter(|it| it["in"] == "query");
    let mut unused: HashSet<_> = names.map(|it| it["name"].as_str().unwrap()).collect();
    // The second page is read with the cursor of the first.
    unused.remove("cursor");
    unused.retain(|name| !asks.iter().any(|ask| ask.contains(&format!("{name}="))));
    assert!(unused.is_empty(), "{operation:?} is not asked for {unused:?}");
}
