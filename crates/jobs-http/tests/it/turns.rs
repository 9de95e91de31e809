//! Permits to read: one user's requests, however many, delay nobody else, and no health check.

use std::sync::Arc;
use std::sync::atomic::Ordering;

use axum::http::{Method, StatusCode};
use jobs_api::{Endpoint, endpoints};
use serde_json::json;

use crate::support::in_process::{ADMIN, ANITA, Api, NOBODY, VIJAY};
use crate::support::stores::{Counting, Gated, Stalling};

/// How many requests of one user read at once.
const SHARE: u32 = 2;

/// Many requests of vijay's that read for as long as the store's gate is shut; those with a permit
/// have begun.
async fn many_requests(
    store: &Arc<Gated>,
    api: &Arc<Api>,
) -> Vec<tokio::task::JoinHandle<StatusCode>> {
    let job_id = api.submit(VIJAY).await;
    let paths = [
        format!("/v1/jobs/{job_id}/diff/{job_id}"),
        format!("/v1/jobs/{job_id}/customers"),
        format!("/api/jobs/{job_id}/customers"),
    ];
    let ask = |path: String| {
        let api = Arc::clone(api);
        tokio::spawn(async move { api.get(VIJAY, &path).await.status })
    };
    let requests = (0..60).map(|number| ask(paths[number % paths.len()].clone())).collect();
    store.begun.acquire_many(SHARE).await.unwrap().forget();
    requests
}

#[tokio::test]
async fn one_user_keeps_nobody_else_waiting() {
    let store = Arc::new(Gated::new("customers"));
    let api = Arc::new(Api::over(store.clone()).await);
    let requests = many_requests(&store, &api).await;
    for (token, path) in [
        (ANITA, "/v1/stats"),
        (ANITA, "/v1/jobs"),
        (ANITA, "/api/jobs/mine"),
        (ADMIN, "/v1/entries"),
        (ADMIN, "/v1/export.ndjson"),
        (NOBODY, "/log/tile/0/000.p/1"),
        (NOBODY, "/log/checkpoint"),
        (NOBODY, "/readyz"),
        (NOBODY, "/health"),
        (VIJAY, "/api/user/info"),
    ] {
        assert_eq!(api.get(token, path).await.status, StatusCode::OK, "{path}");
    }
    assert_eq!(store.begun.available_permits(), 0, "no more of one user's are read at once");
    store.gate.close();
    for asked in requests {
        asked.await.unwrap();
    }
    assert!(api.get(VIJAY, "/v1/jobs").await.status.is_success());
}

#[tokio::test]
async fn a_caller_who_disconnects_holds_the_permit_until_the_read_ends() {
    let store = Arc::new(Gated::new("customers"));
    let api = Arc::new(Api::over(store.clone()).await);
    let requests = many_requests(&store, &api).await;
    for asked in &requests {
        asked.abort();
    }
    // Their reads are still running, and hold their permits.
    let job_id = api.submit(VIJAY).await;
    let again = Arc::clone(&api);
    let waiting = tokio::spawn(async move {
        again.get(VIJAY, &format!("/v1/jobs/{job_id}/customers")).await.status
    });
    tokio::task::yield_now().await;
    assert_eq!(store.begun.available_permits(), 0);
    store.gate.add_permits(1000);
    assert_eq!(waiting.await.unwrap(), StatusCode::OK);
    // Requests that waited have left the queue with their callers; only reads in flight are left.
    assert!(store.begun.available_permits() <= 2, "{}", store.begun.available_permits());
}

/// Everything that a route reads before and after it records needs one of its user's permits.
#[tokio::test]
async fn no_route_reads_more_at_once_than_its_users_share() {
    let store = Arc::new(Counting::default());
    let api = Arc::new(Api::over(store.clone()).await);
    let sent = {
        let url = format!("{}/tms/v1/x", api.upstream);
        json!({"url": url, "token": "t", "receipt": true, "postData": {"action": "T-Enable", "cids": ["1"]}})
    };
    let first = api.post(VIJAY, "/proxy_fetch", &sent).await;
    let job_id = first.json()["job_id"].as_str().unwrap().to_owned();
    let job = json!({"action_name": "T-Enable", "cids": ["1"], "retry_of": job_id});
    let keyed = json!({"action_name": "T-Enable", "cids": ["1"], "idempotency_key": "line"});
    let of_operation = |operation: &'static Endpoint| match operation.id() {
        "proxyFetch" => sent.to_string(),
        "submitJob" | "createOldJob" => {
            let mut job = job.clone();
            job["action_code"] = 3.into();
            job.to_string()
        }
        "submitBulk" => format!("{job}\n{keyed}\n"),
        "reportStatus" => json!({"status": "SUCCESS"}).to_string(),
        "retryJob" => json!({"customers": "all", "token": "t"}).to_string(),
        _ => String::new(),
    };
    for operation in endpoints() {
        if matches!(operation.id(), "login" | "loginByForm" | "signIn" | "followEntries") {
            // They do not read the ledger, or do not end.
            continue;
        }
        let path = api.path(operation, &job_id).await;
        let body = of_operation(operation);
        let takes_a_key = !matches!(operation.id(), "submitBulk");
        let before = store.reads.load(Ordering::Relaxed);
        store.most.store(0, Ordering::Relaxed);
        // New requests and, on routes that take keys, one that is repeated.
        let ask = |number: usize| {
            let mut request = axum::http::Request::builder()
                .method(operation.method())
                .uri(&path)
                .header("prefer", "receipt")
                .header("authorization", format!("Bearer {}", VIJAY.unwrap()));
            if takes_a_key && number.is_multiple_of(2) && operation.method() == Method::POST {
                request = request.header("idempotency-key", operation.path());
            }
            let request = request.body(axum::body::Body::from(body.clone())).unwrap();
            let api = Arc::clone(&api);
            tokio::spawn(async move { api.send(request).await.status })
        };
        for asked in (0..24).map(ask).collect::<Vec<_>>() {
            assert!(asked.await.unwrap() != StatusCode::INTERNAL_SERVER_ERROR, "{operation:?}");
        }
        let most = store.most.load(Ordering::Relaxed);
        let reads = store.reads.load(Ordering::Relaxed) - before;
        // One request at a time reads new entries, for the overlaps of all.
        let overlaps = ["proxyFetch", "retryJob"].contains(&operation.id());
        let most_max = SHARE as usize + usize::from(overlaps);
        assert!(most <= most_max, "{operation:?} reads {most} at once, {reads} in all");
        let must_read = ["submitJob", "submitBulk", "reportStatus", "retryJob"];
        assert!(!overlaps || reads > 0, "{operation:?}");
        assert!(!must_read.contains(&operation.id()) || reads >= 24, "{operation:?}: {reads}");
    }
}

#[tokio::test]
async fn a_caller_who_is_not_signed_in_is_refused_without_a_permit() {
    let store = Arc::new(Stalling::default());
    let api = Arc::new(Api::over(store.clone()).await);
    api.submit(VIJAY).await;
    store.stalls.send_replace(true);
    let ask = |_| {
        let api = Arc::clone(&api);
        tokio::spawn(async move { api.get(NOBODY, "/log/tile/0/000.p/1").await.status })
    };
    let requests: Vec<_> = (0..10).map(ask).collect();
    tokio::task::yield_now().await;
    for path in ["/v1/jobs", "/v1/stats", "/v1/entries", "/api/audit/trail"] {
        assert_eq!(api.get(NOBODY, path).await.status, StatusCode::UNAUTHORIZED, "{path}");
    }
    assert!(!requests.iter().any(tokio::task::JoinHandle::is_finished));
    store.stalls.send_replace(false);
    for asked in requests {
        assert_eq!(asked.await.unwrap(), StatusCode::OK);
    }
}
