//! Paths and methods that do not exist, HEAD, the headers of every answer, and what a broken ledger
//! looks like.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use axum::body::Body;
use axum::http::{Method, StatusCode};
use jobs_api::endpoints;
use jobs_core::{Error, JobStore, MemoryStore, Result};

use serde_json::Value;

use crate::support::in_process::{ADMIN, Answer, Api, NOBODY, VIJAY};
use crate::support::stores::Gated;

#[tokio::test]
async fn nothing_can_be_deleted_or_replaced_anywhere() {
    let api = Api::new().await;
    let job_id = api.submit(VIJAY).await;
    let head = api.head().await;
    let mut paths = Vec::new();
    for operation in endpoints() {
        paths.push(api.path(operation, &job_id).await);
    }
    let other = [
        "/",
        "/health",
        "/livez",
        "/readyz",
        "/v1",
        "/v2/jobs",
        "/v1/jobs/",
        "/%ff",
        "/a/b/c",
        "/api/jobs/mine",
        "/log",
        "/log/key",
        "/log/checkpoint",
        "/log/tile/0/000",
        "/log/tile/%ff",
    ];
    paths.extend(other.map(str::to_owned));
    for path in &paths {
        for method in [Method::DELETE, Method::PUT, Method::PATCH] {
            for token in [NOBODY, ADMIN] {
                let answer = api.call(token, method.clone(), path, Body::empty()).await;
                assert_eq!(answer.status, StatusCode::METHOD_NOT_ALLOWED, "{method} {path}");
                let allow = answer.header("allow").unwrap();
                assert!(
                    ["GET", "HEAD", "POST"].iter().any(|name| allow.contains(name)),
                    "{path}: {allow}"
                );
                assert!(!allow.contains(method.as_str()), "{path}: {allow}");
                check_shape(path, &answer);
            }
        }
    }
    assert_eq!(api.head().await, head);
}

/// A problem, or on the legacy paths what the old dashboard would have said.
fn check_shape(path: &str, answer: &Answer) {
    let body = answer.json();
    match path {
        "/proxy_fetch" => {
            assert_eq!((&body["status"], &body["job_id"]), (&"error".into(), &Value::Null));
            assert_eq!(body["httpStatus"], answer.status.as_u16());
        }
        path if path == "/health" || path.starts_with("/api/") => {
            assert!(body["error"].is_string(), "{path}: {}", answer.text);
            assert_eq!(body.as_object().unwrap().len(), 1, "{path}: {}", answer.text);
        }
        _ => assert_eq!(body["type"], "urn:jobs:problem:method-not-allowed", "{path}"),
    }
}

#[tokio::test]
async fn the_allow_header_names_what_the_path_has() {
    let api = Api::new().await;
    for (path, expected) in [
        ("/v1/jobs", "GET,HEAD,POST"),
        ("/v1/jobs/0192f0c1-2345-7000-8000-000000000001", "GET,HEAD"),
        ("/v1/jobs/0192f0c1-2345-7000-8000-000000000001/status", "POST"),
        ("/v1/jobs/bulk", "POST"),
        ("/v1/export.csv", "GET,HEAD"),
        ("/proxy_fetch", "POST"),
        ("/health", "GET,HEAD"),
        ("/log/checkpoint", "GET,HEAD"),
        ("/log/tile/entries/000", "GET,HEAD"),
        ("/v1/entries/0/leaf", "GET,HEAD"),
    ] {
        let answer = api.call(ADMIN, Method::DELETE, path, Body::empty()).await;
        assert_eq!(answer.header("allow"), Some(expected), "{path}");
    }
    let unknown = api.call(ADMIN, Method::DELETE, "/nowhere", Body::empty()).await;
    assert_eq!(unknown.header("allow"), Some("GET, HEAD, POST"));
    let wrong = api.call(ADMIN, Method::GET, "/proxy_fetch", Body::empty()).await;
    assert_eq!(wrong.status, StatusCode::METHOD_NOT_ALLOWED);
}

#[tokio::test]
async fn unknown_paths_and_jobs_are_404() {
    let api = Api::new().await;
    for path in [
        "/v1",
        "/v1/job",
        "/v1/jobs/",
        "/robots.txt",
        "/log",
        "/log/",
        "/log/tile",
        "/v1/entries/0",
        "/v1/entries/0/leaf",
        "/v1/entries/18446744073709551615/receipt",
        "/v1/proof",
    ] {
        let answer = api.get(ADMIN, path).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{path}");
        assert_eq!(answer.json()["type"], "urn:jobs:problem:not-found", "{path}");
    }
    for rest in [
        "",
        "/customers",
        "/history",
        "/receipt",
        "/customers/5001/proof",
        "/diff/0192f0c1-2345-7000-8000-000000000001",
    ] {
        let path = format!("/v1/jobs/0192f0c1-2345-7000-8000-000000000001{rest}");
        for token in [ADMIN, VIJAY] {
            let answer = api.get(token, &path).await;
            assert_eq!(answer.status, StatusCode::NOT_FOUND, "{path}");
            assert_eq!(answer.json()["type"], "urn:jobs:problem:unknown-job", "{path}");
        }
    }
}

#[tokio::test]
async fn head_answers_as_get_does_without_the_body() {
    let api = Api::new().await;
    let job_id = api.submit(VIJAY).await;
    for path in [
        "/health",
        "/readyz",
        "/v1/jobs",
        &format!("/v1/jobs/{job_id}"),
        &format!("/v1/jobs/{job_id}/receipt"),
        "/log/checkpoint",
        "/log/tile/0/000.p/1",
    ] {
        let get = api.get(VIJAY, path).await;
        let head = api.call(VIJAY, Method::HEAD, path, Body::empty()).await;
        assert_eq!(head.status, get.status, "{path}");
        assert_eq!(head.text, "", "{path}");
        assert_eq!(head.header("content-length"), Some(&*get.bytes.len().to_string()), "{path}");
    }
    assert_eq!(api.call(NOBODY, Method::HEAD, "/v1/jobs", Body::empty()).await.status, 401);
}

#[tokio::test]
async fn every_answer_has_an_id_of_its_own_and_safe_headers() {
    let api = Api::new().await;
    let mut ids = std::collections::HashSet::new();
    for (token, path) in
        [(NOBODY, "/health"), (NOBODY, "/v1/jobs"), (ADMIN, "/v1/jobs"), (ADMIN, "/x")]
    {
        let answer = api.get(token, path).await;
        assert_eq!(answer.header("x-content-type-options"), Some("nosniff"), "{path}");
        assert_eq!(answer.header("cache-control"), Some("no-store"), "{path}");
        assert!(ids.insert(answer.header("x-request-id").unwrap().to_owned()), "{path}");
    }
}

/// A store that is broken in the given way, after the notary has read it.
#[derive(Debug)]
struct Broken {
    inner: MemoryStore,
    error: fn() -> Error,
    is_broken: AtomicBool,
}

impl Broken {
    fn new(error: fn() -> Error) -> Self {
        Self { inner: MemoryStore::default(), error, is_broken: AtomicBool::new(false) }
    }
}

impl jobs_core::DelegatingStore for Broken {
    jobs_core::delegate_to!(inner: MemoryStore);

    async fn around<T: Send>(
        &self,
        _: &'static str,
        call: impl Future<Output = Result<T>> + Send,
    ) -> Result<T> {
        if self.is_broken.swap(true, Ordering::Relaxed) {
            return Err((self.error)());
        }
        call.await
    }
}

fn disk_error(maybe_recorded: bool) -> Error {
    let source = Arc::new(std::io::Error::other("/dev/sda1 is on fire"));
    Error::Storage { context: "committing", maybe_recorded, source }
}

#[tokio::test]
async fn a_broken_ledger_is_said_without_its_insides() {
    type Fault = fn() -> Error;
    let broken: [(Fault, u16, bool); 4] = [
        (|| disk_error(false), 503, false),
        (|| Error::Closed, 503, false),
        (|| Error::Corrupt("row 7 of /dev/sda1 is on fire".into()), 500, false),
        (|| panic!("/dev/sda1 is on fire"), 500, true),
    ];
    for (error, status, broke_off) in broken {
        let api = Api::over(Arc::new(Broken::new(error))).await;
        let body = r#"{"action_name":"a","cids":["1"]}"#;
        // A handler that failed may have recorded something: its answer makes nothing repeat the
        // request.
        let of_posts = if broke_off { 424 } else { status };
        // Whatever is wrong with the ledger, it is not ready.
        let readiness = if broke_off { 500 } else { 503 };
        for (answer, status) in [
            (api.get(NOBODY, "/readyz").await, readiness),
            (api.get(ADMIN, "/v1/jobs").await, status),
            (api.post(ADMIN, "/v1/jobs", body).await, of_posts),
        ] {
            assert_eq!(answer.status.as_u16(), status, "{}", answer.text);
            assert_eq!(answer.header("content-type"), Some("application/problem+json"));
            assert!(!answer.text.contains("fire"), "{}", answer.text);
            assert!(answer.header("x-request-id").is_some());
            assert_eq!(answer.header("retry-after").is_some(), status == 503);
        }
        let answer = api.call(NOBODY, Method::HEAD, "/readyz", "").await;
        assert_eq!((answer.status.as_u16(), &*answer.text), (readiness, ""));
        assert_eq!(api.get(NOBODY, "/livez").await.status, StatusCode::OK);
        let old = r#"{"action_code":3,"action_name":"a","cids":["1"]}"#;
        for (answer, status) in [
            (api.get(ADMIN, "/api/jobs/mine").await, status),
            (api.get(ADMIN, "/api/audit/trail").await, status),
            (api.get(ADMIN, "/api/audit/stats").await, status),
            (api.post(ADMIN, "/api/jobs/create", old).await, of_posts),
        ] {
            assert_eq!(answer.status.as_u16(), status, "{}", answer.text);
            assert_eq!(answer.header("content-type"), Some("application/json"));
            let failure = answer.json();
            assert_eq!(failure["success"], false, "{failure}");
            assert!(failure["message"].is_string() && !answer.text.contains("fire"), "{failure}");
        }
        let fetch = serde_json::json!({
            "url": api.upstream, "isPost": true, "postData": {"action": "a", "cids": ["1"]},
        });
        let answer = api.post(ADMIN, "/proxy_fetch", fetch).await;
        assert_eq!(answer.status.as_u16(), of_posts, "{}", answer.text);
        assert!(!answer.text.contains("fire"), "{}", answer.text);
        let failure = answer.json();
        assert_eq!(failure["status"], "error");
        assert!(failure.get("job_id").is_some(), "{failure}");
        // As for any call that was not made.
        assert_eq!(failure["httpStatus"], status, "{failure}");
        assert!(failure["message"].is_string(), "{failure}");
        assert_eq!(api.sim.call_count(), 0, "no record, no call");
    }
}

#[tokio::test]
async fn a_job_that_may_be_recorded_is_named() {
    let api = Api::over(Arc::new(Broken::new(|| disk_error(true)))).await;
    let job_id = "0192f0c1-2345-7000-8000-000000000001";
    let body = serde_json::json!({"action_name": "a", "cids": ["1"], "job_id": job_id});
    let answer = api.post(ADMIN, "/v1/jobs", body).await;
    assert_eq!(answer.status, StatusCode::FAILED_DEPENDENCY);
    assert_eq!(answer.json()["job_id"], job_id);
}

#[tokio::test]
async fn a_ledger_that_can_be_read_and_not_written_is_not_ready() {
    let store = Arc::new(Gated::new("append"));
    let api = Api::over(Arc::clone(&store) as Arc<dyn JobStore>).await;
    store.gate.add_permits(1);
    assert_eq!(api.get(NOBODY, "/readyz").await.status, StatusCode::OK);
    assert_eq!(api.head().await.size(), 0, "asking leaves no trace");
    store.gate.close();
    assert_eq!(api.get(ADMIN, "/v1/jobs").await.status, StatusCode::OK);
    let answer = api.get(NOBODY, "/readyz").await;
    assert_eq!(answer.status, StatusCode::SERVICE_UNAVAILABLE, "{}", answer.text);
}

#[tokio::test(start_paused = true)]
async fn a_ledger_whose_writer_does_not_answer_is_not_ready() {
    let api = Api::over(Arc::new(Gated::new("append"))).await;
    let answer = api.get(NOBODY, "/readyz").await;
    assert_eq!(answer.status, StatusCode::SERVICE_UNAVAILABLE, "{}", answer.text);
}
