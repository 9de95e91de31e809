//! Filters that take several values, the beginning of an ID, and the job that is retried: in the
//! list and in the exports.

use axum::http::StatusCode;
use serde_json::{Value, json};

use crate::support::in_process::{ADMIN, ANITA, AUDITOR, Api, VIJAY};

const IDS: [&str; 4] = [
    "0192f0c1-2d3e-7a4b-8c5d-6e7f8091a2b3",
    "0192f0c1-2d3e-7a4b-8c5d-6e7f8091a2c4",
    "0192f0c2-0000-7000-8000-000000000001",
    "f0000000-0000-7000-8000-000000000001",
];

/// Vijay's first and third job and Anita's second, with the IDs above; the fourth, Vijay's, retries
/// the first.
async fn four_jobs() -> Api {
    let api = Api::new().await;
    for (n, token, job, status) in [
        (0, VIJAY, json!({"cids": ["1", "2"], "batch_id": "b & c"}), Some("FAILED")),
        (1, ANITA, json!({"action_name": "PE-Enable", "cids": ["2", "3"]}), None),
        (
            2,
            VIJAY,
            json!({"action_name": "T-Enable", "cids": ["4"], "batch_id": "b"}),
            Some("SUCCESS"),
        ),
        (3, VIJAY, json!({"cids": ["1"], "retry_of": IDS[0]}), None),
    ] {
        let mut job = job;
        job["job_id"] = IDS[n].into();
        if job["action_name"].is_null() {
            job["action_name"] = "Trans-Begin".into();
        }
        let answer = api.post(token, "/v1/jobs", job).await;
        assert_eq!(answer.status, StatusCode::CREATED, "{}", answer.text);
        if let Some(status) = status {
            let path = format!("/v1/jobs/{}/status", IDS[n]);
            let answer = api.post(VIJAY, &path, json!({"status": status})).await;
            assert_eq!(answer.status, StatusCode::OK, "{}", answer.text);
        }
    }
    api
}

fn places(jobs: &[Value]) -> Vec<usize> {
    let place = |job: &Value| IDS.iter().position(|id| job["job_id"] == *id).unwrap();
    jobs.iter().map(place).collect()
}

#[tokio::test]
async fn a_list_and_an_export_take_any_value_of_every_filter() {
    let api = four_jobs().await;
    for (query, expected) in [
        ("status=FAILED&status=SUCCESS", vec![0, 2]),
        ("status=FAILED&status=FAILED", vec![0]),
        ("status=UNCONFIRMED&status=IN_PROGRESS", vec![1, 3]),
        ("status=UNCONFIRMED&status=IN_PROGRESS&status=FAILED&status=SUCCESS", vec![0, 1, 2, 3]),
        ("user_id=anita&user_id=nobody", vec![1]),
        ("user_id=anita&user_id=vijay", vec![0, 1, 2, 3]),
        ("action_name=T-Enable&action_name=PE-Enable", vec![1, 2]),
        ("action_name=T-Enable&action_name=PE-Enable&user_id=vijay", vec![2]),
        ("cid=4&cid=3", vec![1, 2]),
        ("cid=1&cid=2&status=FAILED&status=SUCCESS", vec![0]),
        ("batch_id=b&batch_id=b+%26%20c", vec![0, 2]),
        ("source=api&source=gateway", vec![0, 1, 2, 3]),
        ("source=import&source=gateway", vec![]),
        ("cause=reported&cause=timed_out", vec![0, 2]),
        ("cause=timed_out&cause=interrupted", vec![]),
        ("job_id=0", vec![0, 1, 2]),
        ("job_id=0192F0C1", vec![0, 1]),
        ("job_id=0192f0c1-", vec![0, 1]),
        ("job_id=0192f0c12d3e7a4b8c5d6e7f8091a2", vec![0, 1]),
        ("job_id=0192f0c1-2d3e-7a4b-8c5d-6e7f8091a2b", vec![0]),
        ("job_id=0192f0c1-2d3e-7a4b-8c5d-6e7f8091a2c4", vec![1]),
        ("job_id=0192f0c1&user_id=anita&user_id=nobody", vec![1]),
        ("job_id=f&status=IN_PROGRESS", vec![3]),
        ("job_id=1", vec![]),
        ("retry_of=0192f0c1-2d3e-7a4b-8c5d-6e7f8091a2b3", vec![3]),
        ("retry_of=0192f0c1-2d3e-7a4b-8c5d-6e7f8091a2b3&status=FAILED", vec![]),
        ("retry_of=f0000000-0000-7000-8000-000000000001", vec![]),
        ("retry_of=f0000000-0000-7000-8000-0000000000ff", vec![]),
    ] {
        let listed = api.get(AUDITOR, &format!("/v1/jobs?order=oldest_first&{query}")).await;
        assert_eq!(listed.status, StatusCode::OK, "{query}: {}", listed.text);
        assert_eq!(places(listed.json()["jobs"].as_array().unwrap()), expected, "{query}");
        let exported = api.get(AUDITOR, &format!("/v1/export.ndjson?{query}")).await;
        let jobs = exported.text.lines().map(|line| serde_json::from_str(line).unwrap());
        let jobs: Vec<Value> = jobs.collect();
        assert_eq!(places(&jobs), expected, "export of {query}");
    }
}

/// A walk by the link keeps every value; the cursor fits the same values alone, in any order and
/// however often each is given.
#[tokio::test]
async fn a_walk_keeps_all_the_values() {
    let api = four_jobs().await;
    let first = api.get(ADMIN, "/v1/jobs?status=FAILED&status=IN_PROGRESS&limit=1").await;
    let link = first.header("link").unwrap();
    let next = link.strip_prefix('<').unwrap().strip_suffix(">; rel=\"next\"").unwrap();
    assert!(next.contains("status=FAILED&status=IN_PROGRESS"), "{next}");
    let second = api.get(ADMIN, next).await.json();
    assert_eq!(places(second["jobs"].as_array().unwrap()), [1]);
    let cursor = first.json()["next"].as_str().unwrap().to_owned();
    for (query, status) in [
        ("status=IN_PROGRESS&status=FAILED&status=FAILED", StatusCode::OK),
        ("status=IN_PROGRESS", StatusCode::BAD_REQUEST),
        ("status=IN_PROGRESS&status=FAILED&status=SUCCESS", StatusCode::BAD_REQUEST),
        ("status=IN_PROGRESS&status=FAILED&job_id=0", StatusCode::BAD_REQUEST),
    ] {
        let answer = api.get(ADMIN, &format!("/v1/jobs?{query}&cursor={cursor}")).await;
        assert_eq!(answer.status, status, "{query}");
    }
}

#[tokio::test]
async fn what_is_no_filter_is_refused_by_name() {
    let api = four_jobs().await;
    let often = "cid=1&".repeat(51);
    let digits = format!("job_id={}", "0".repeat(33));
    for (field, query) in [
        ("status", "status=FAILED&status=BANANA"),
        ("cid", &often),
        ("job_id", "job_id="),
        ("job_id", "job_id=0192f0c12d3e-7a4b"),
        ("job_id", "job_id=xyz"),
        ("job_id", "job_id=0&job_id=1"),
        ("job_id", &digits),
        ("retry_of", "retry_of=0192f0c1"),
        ("retry_of", "retry_of=0192f0c1-2d3e-7a4b-8c5d-6e7f8091a2b3&retry_of=f"),
        ("since", "since=2026-01-28T15:04:53Z&since=2026-01-28T15:04:53Z"),
    ] {
        for path in ["/v1/jobs", "/v1/export.csv", "/v1/export.ndjson"] {
            let answer = api.get(ADMIN, &format!("{path}?{query}")).await;
            assert_eq!(answer.status, StatusCode::BAD_REQUEST, "{path} {query}");
            assert_eq!(answer.json()["field"], field, "{path} {query}");
        }
    }
    let fifty = "cid=1&".repeat(50);
    assert_eq!(api.get(ADMIN, &format!("/v1/jobs?{fifty}")).await.status, StatusCode::OK);
}

/// An operator sees their own jobs alone: also by an ID, by a retry, and beside their own name.
#[tokio::test]
async fn no_filter_shows_an_operator_the_jobs_of_others() {
    let api = four_jobs().await;
    for (query, expected) in [
        ("job_id=0192f0c1", vec![1]),
        ("user_id=anita&user_id=anita", vec![1]),
        ("cid=1&cid=2", vec![1]),
        ("retry_of=0192f0c1-2d3e-7a4b-8c5d-6e7f8091a2b3", vec![]),
        ("job_id=0192f0c1-2d3e-7a4b-8c5d-6e7f8091a2b3", vec![]),
    ] {
        let listed = api.get(ANITA, &format!("/v1/jobs?{query}")).await.json();
        assert_eq!(places(listed["jobs"].as_array().unwrap()), expected, "{query}");
    }
    for query in ["user_id=anita&user_id=vijay", "user_id=vijay&user_id=anita", "user_id=nobody"] {
        for path in ["/v1/jobs", "/v1/export.csv", "/v1/export.ndjson", "/v1/stream"] {
            let answer = api.get(ANITA, &format!("{path}?{query}")).await;
            assert_eq!(answer.status, StatusCode::FORBIDDEN, "{path}?{query}");
        }
    }
}
