//! The wire format: answers, headers included, compared with files in `tests/golden`.
//!
//! `UPDATE_GOLDENS=1 cargo test -p jobs-http goldens` rewrites the files; then read the difference.

use std::path::Path;

use jobs_core::Timestamp;
use serde_json::{Value, json};

use crate::support::in_process::{ADMIN, Answer, Api, NOBODY, VIJAY};

const HEADERS: [&str; 8] = [
    "allow",
    "cache-control",
    "content-type",
    "deprecation",
    "link",
    "location",
    "www-authenticate",
    "x-content-type-options",
];

const JOB: &str = "0192f0c1-2345-7000-8000-000000000001";
const RETRY: &str = "0192f0c1-2345-7000-8000-000000000002";

fn check(name: &str, answer: &Answer) {
    let headers: serde_json::Map<String, Value> = HEADERS
        .iter()
        .filter_map(|name| Some(((*name).to_owned(), answer.header(name)?.into())))
        .collect();
    let mut body = answer.json();
    replace_times(&mut body);
    let found = json!({"status": answer.status.as_u16(), "headers": headers, "body": body});
    let found = serde_json::to_string_pretty(&found).unwrap() + "\n";
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/golden/{name}.json"));
    if std::env::var_os("UPDATE_GOLDENS").is_some() {
        std::fs::write(&path, &found).unwrap();
    }
    let expected = std::fs::read_to_string(&path).unwrap_or_default();
    assert_eq!(found, expected, "{}", path.display());
}

/// Times differ from run to run, but always have six decimals.
fn replace_times(value: &mut Value) {
    match value {
        Value::String(text) if is_time(text) => *text = "TIME".into(),
        Value::Array(items) => items.iter_mut().for_each(replace_times),
        Value::Object(members) => members.values_mut().for_each(replace_times),
        _ => {}
    }
}

fn is_time(text: &str) -> bool {
    Timestamp::parse("", text).is_ok_and(|time| time.to_string() == text)
}

#[tokio::test]
async fn the_life_of_a_job() {
    let api = Api::new().await;
    let job = json!({
        "job_id": JOB,
        "action_name": "Trans-Begin",
        "cids": ["5002", "5001", "5002"],
        "batch_id": "night",
        "cluster_url": "https://cluster.example.com",
        "request_payload": {"note": "x", "nested": [{"apiToken": "abc"}]},
    });
    check("submit", &api.post(VIJAY, "/v1/jobs", &job).await);
    check("submit_again", &api.post(VIJAY, "/v1/jobs", &job).await);

    let status = format!("/v1/jobs/{JOB}/status");
    let unconfirmed = json!({"status": "UNCONFIRMED", "error_message": "no answer in 30 s"});
    check("report", &api.post(VIJAY, &status, &unconfirmed).await);
    check("report_again", &api.post(VIJAY, &status, &unconfirmed).await);
    check("report_otherwise", &api.post(VIJAY, &status, json!({"status": "UNCONFIRMED"})).await);
    let failed = json!({
        "status": "FAILED",
        "http_status": 200,
        "error_message": "those CIDs ['5002'] do not exist",
        "response_summary": "{\"success\":false}",
        "outcomes": [
            {"cid": "5002", "status": "FAILED", "message": "does not exist"},
            {"cid": "5001", "status": "SUCCESS"},
        ],
    });
    check("report_outcomes", &api.post(ADMIN, &status, failed).await);
    check("report_illegal", &api.post(VIJAY, &status, json!({"status": "SUCCESS"})).await);
    let retry = json!({
        "job_id": RETRY, "action_name": "tran-begin", "cids": ["5001"], "retry_of": JOB,
    });
    check("submit_retry", &api.post(VIJAY, "/v1/jobs", &retry).await);
    check("list", &api.get(VIJAY, "/v1/jobs?limit=1").await);
    check("job", &api.get(VIJAY, &format!("/v1/jobs/{JOB}")).await);
    check("customers", &api.get(VIJAY, &format!("/v1/jobs/{JOB}/customers?limit=1")).await);
    check("history", &api.get(VIJAY, &format!("/v1/jobs/{JOB}/history")).await);
}

#[tokio::test]
async fn problems() {
    let api = Api::new().await;
    check("no_token", &api.get(NOBODY, "/v1/jobs").await);
    check("wrong_token", &api.get(Some("x"), "/v1/jobs").await);
    check("other_user", &api.get(VIJAY, "/v1/jobs?user_id=anita").await);
    check("unknown_path", &api.get(ADMIN, "/v1/nothing").await);
    check("unknown_job", &api.get(ADMIN, &format!("/v1/jobs/{JOB}")).await);
    check(
        "invalid_field",
        &api.post(ADMIN, "/v1/jobs", r#"{"action_name":"a","cids":["1",""]}"#).await,
    );
    let delete = axum::http::Method::DELETE;
    check("delete", &api.call(ADMIN, delete, &format!("/v1/jobs/{JOB}"), "").await);
}

#[tokio::test]
async fn what_the_old_dashboards_paths_do_not_have() {
    let api = Api::new().await;
    check("legacy_fetch_method", &api.get(NOBODY, "/proxy_fetch").await);
    check("legacy_api_path", &api.get(NOBODY, "/api/batches?limit=5").await);
    let delete = axum::http::Method::DELETE;
    let patch = axum::http::Method::PATCH;
    check("legacy_api_method", &api.call(NOBODY, delete, "/api/batches", "").await);
    check("legacy_health_method", &api.call(NOBODY, patch, "/health", "").await);
}

#[tokio::test]
async fn health() {
    let api = Api::new().await;
    check("health", &api.get(NOBODY, "/health").await);
    check("livez", &api.get(NOBODY, "/livez").await);
    check("readyz", &api.get(NOBODY, "/readyz").await);
}
