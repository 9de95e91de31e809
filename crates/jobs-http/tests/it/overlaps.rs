//! The warning of overlaps, and the refusal, in the old dashboard's shapes.

use axum::http::StatusCode;
use jobs_gateway::OnOverlap;
use serde_json::{Value, json};

use crate::in_process::{ANITA, Api, VIJAY};

fn fetch(api: &Api, cids: &[&str]) -> Value {
    json!({"url": format!("{}/tms/v1/x", api.upstream), "isPost": true,
           "postData": {"action": "PE-Enable", "cids": cids}})
}

#[tokio::test]
async fn a_warning_names_the_jobs_and_is_left_out_when_there_are_none() {
    let api = Api::new().await;
    let first = api.post(VIJAY, "/proxy_fetch", fetch(&api, &["5001", "5002"])).await;
    assert_eq!(first.json().get("warning"), None, "{}", first.text);
    // Somebody else's click is the one that matters most.
    let second = api.post(ANITA, "/proxy_fetch", fetch(&api, &["5002", "5003"])).await;
    assert_eq!((second.status, &second.json()["status"]), (StatusCode::OK, &json!("success")));
    let warning = &second.json()["warning"];
    assert_eq!(warning["jobs"], json!([{"job_id": first.json()["job_id"], "customers": 1}]));
    assert!(warning["message"].is_string(), "{}", second.text);
    assert_eq!(api.sim.call_count(), 2);

    // An upstream's refusal comes with the warning as well.
    let mut refused = fetch(&api, &["5003"]);
    refused["url"] = format!("{}/status-503/x", api.upstream).into();
    let refused = api.post(VIJAY, "/proxy_fetch", refused).await;
    assert_eq!(refused.status, StatusCode::FAILED_DEPENDENCY);
    let jobs = json!([{"job_id": second.json()["job_id"], "customers": 1}]);
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
    assert_eq!(api.sim.call_count(), 1);
}
