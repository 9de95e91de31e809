//! The warning of overlaps, and the refusal, in the old dashboard's shapes.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;
use std::time::Duration;

use axum::http::StatusCode;
use jobs_core::{Cid, Draft, JobId, JobStore, PageLimit, UserId};
use jobs_gateway::{Gateway, GatewayConfig, OnOverlap, SetAction};
use jobs_sqlite::SqliteStore;
use serde_json::{Value, json};

use crate::support::in_process::{ADMIN, ANITA, Api, VIJAY};
use crate::support::process::{self, Caller};
use crate::support::upstream::Upstream;

fn fetch(api: &Api, cids: &[&str]) -> Value {
    json!({"url": format!("{}/tms/v1/x", api.upstream), "isPost": true,
           "postData": {"action": "PE-Enable", "cids": cids}})
}

#[tokio::test]
async fn a_warning_names_the_jobs_and_is_left_out_when_there_are_none() {
    let api = Api::new().await;
    let first = api.post(VIJAY, "/proxy_fetch", fetch(&api, &["5001", "5002"])).await;
    assert_eq!(first.json().get("warning"), None, "{}", first.text);
    // Another user's click matters most.
    let second = api.post(ANITA, "/proxy_fetch", fetch(&api, &["5002", "5003"])).await;
    assert_eq!((second.status, &second.json()["status"]), (StatusCode::OK, &json!("success")));
    let warning = &second.json()["warning"];
    assert_eq!(warning["jobs"], json!([{"job_id": null, "customers": 1}]));
    assert!(warning["message"].is_string(), "{}", second.text);
    assert_eq!(api.sim.call_count(), 2);
    // Who sees all jobs is told which they are.
    let third = api.post(ADMIN, "/proxy_fetch", fetch(&api, &["5003"])).await.json();
    assert_eq!(
        third["warning"]["jobs"],
        json!([{"job_id": second.json()["job_id"], "customers": 1}])
    );

    // An upstream's refusal comes with the warning as well.
    let mut refused = fetch(&api, &["5001"]);
    refused["url"] = format!("{}/status-503/x", api.upstream).into();
    let refused = api.post(VIJAY, "/proxy_fetch", refused).await;
    assert_eq!(refused.status, StatusCode::FAILED_DEPENDENCY);
    let jobs = json!([{"job_id": first.json()["job_id"], "customers": 1}]);
    assert_eq!(refused.json()["warning"]["jobs"], jobs);
}

#[tokio::test]
async fn a_refused_overlap_is_an_error_with_the_job_that_records_it() {
    let api = Api::on_overlap(OnOverlap::Refuse).await;
    let first = api.post(VIJAY, "/proxy_fetch", fetch(&api, &["5001"])).await.json();
    let second = api.post(VIJAY, "/proxy_fetch", fetch(&api, &["5001"])).await;
    assert_eq!(second.status, StatusCode::FAILED_DEPENDENCY, "{}", second.text);
    let body = second.json();
    assert_eq!((&body["status"], &body["httpStatus"]), (&json!("error"), &json!(409)));
    assert_eq!(body["warning"]["jobs"], json!([{"job_id": first["job_id"], "customers": 1}]));
    let path = format!("/v1/jobs/{}", body["job_id"].as_str().unwrap());
    let job = api.get(VIJAY, &path).await.json();
    assert_eq!((&job["status"], &job["http_status"]), (&json!("FAILED"), &Value::Null));
    assert_eq!(job["error_message"], body["message"]);
    assert!(body["message"].as_str().unwrap().contains(first["job_id"].as_str().unwrap()));
    let of_another = api.post(ANITA, "/proxy_fetch", fetch(&api, &["5001"])).await.json();
    let told = of_another["message"].as_str().unwrap();
    assert!(told.contains("by a job of another user for 1 of these customers"), "{told}");
    assert!(!told.contains(first["job_id"].as_str().unwrap()), "{told}");
    assert_eq!(api.sim.call_count(), 1);
}

/// Two servers on one file: the binary, and a gateway in this process. Of any two jobs, only the
/// later one is told about the other.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_servers_on_one_file_hear_of_each_others_jobs() {
    let directory = tempfile::tempdir().unwrap();
    let upstream = Upstream::start();
    let mut command = process::jobs_http(directory.path());
    command.args(["--upstream", &upstream.url, "--overlap-window-seconds", "3600"]);
    let server = process::start(command);
    let store = Arc::new(SqliteStore::open(directory.path().join("jobs.db")).unwrap());
    let config = GatewayConfig {
        upstreams: vec![upstream.url.parse().unwrap()],
        overlap_window: Duration::from_secs(3600),
        ..GatewayConfig::default()
    };
    let gateway = Gateway::new(store.clone(), config).unwrap();
    let caller = Caller::new(&server);
    let url = format!("{}/tms/v1/x", upstream.url);
    // Each pair has a customer in common with some of those before.
    let cids = |round: usize| [format!("c{}", round % 3), format!("d{round}")];
    let mut told: HashMap<JobId, BTreeMap<JobId, u64>> = HashMap::new();
    for round in 0..20 {
        let here = cids(round);
        let there = cids(round + 1);
        let there = there.each_ref().map(String::as_str);
        let payload = json!({"action": "PE-Enable", "cids": here});
        let user = UserId::new("vijay").unwrap();
        let action =
            SetAction::new(user, url.clone(), payload.as_object().unwrap().clone()).unwrap();
        let (here, there) =
            tokio::join!(gateway.set_action(action), caller.set_action(&url, "", &there));
        let here = here.unwrap();
        let overlaps = here.overlaps.iter().map(|it| (it.job_id, it.customers as u64));
        told.insert(here.job_id, overlaps.collect());
        let named = |job: &Value| {
            (job["job_id"].as_str().unwrap().parse().unwrap(), job["customers"].as_u64().unwrap())
        };
        let jobs = there.1["warning"]["jobs"].as_array().cloned().unwrap_or_default();
        let job_id = there.1["job_id"].as_str().unwrap().parse().unwrap();
        told.insert(job_id, jobs.iter().map(named).collect());
    }
    let mut before: Vec<(JobId, Vec<Cid>)> = Vec::new();
    for entry in store.entries(0, PageLimit::new(1000).unwrap()).await.unwrap() {
        let Draft::JobCreated(job) = entry.draft() else { continue };
        let mut expected: BTreeMap<JobId, u64> = BTreeMap::new();
        for (other, cids) in before.iter().rev() {
            let customers = cids.iter().filter(|cid| job.customers().contains(cid)).count() as u64;
            if customers > 0 && expected.len() < 20 {
                expected.insert(*other, customers);
            }
        }
        assert_eq!(told[&job.job_id()], expected, "entry {}", entry.index());
        before.push((job.job_id(), job.customers().iter().cloned().collect()));
    }
    assert_eq!(before.len(), 40);
    gateway.drain().await;
    store.close().await;
}
