//! Reading in turn: one user's requests, however many, keep nobody else waiting, and nothing that tells how the server is.

use std::sync::Arc;

use axum::http::StatusCode;

use crate::in_process::{ADMIN, ANITA, Api, NOBODY, VIJAY};
use crate::stores::{Slow, Stalling};

/// How many requests of one user read at once.
const SHARE: u32 = 2;

/// Many requests of vijay's that read for as long as the store's gate is shut; those that there are turns for have begun.
async fn crowd(store: &Arc<Slow>, api: &Arc<Api>) -> Vec<tokio::task::JoinHandle<StatusCode>> {
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
    let crowd = (0..60).map(|number| ask(paths[number % paths.len()].clone())).collect();
    store.begun.acquire_many(SHARE).await.unwrap().forget();
    crowd
}

#[tokio::test]
async fn one_user_keeps_nobody_else_waiting() {
    let store = Arc::new(Slow::new());
    let api = Arc::new(Api::over(store.clone()).await);
    let crowd = crowd(&store, &api).await;
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
    for asked in crowd {
        asked.await.unwrap();
    }
    assert!(api.get(VIJAY, "/v1/jobs").await.status.is_success());
}

#[tokio::test]
async fn whoever_goes_away_leaves_the_turn_when_the_reading_is_done() {
    let store = Arc::new(Slow::new());
    let api = Arc::new(Api::over(store.clone()).await);
    let crowd = crowd(&store, &api).await;
    for asked in &crowd {
        asked.abort();
    }
    // What they asked for is still being read, and stands for them.
    let job_id = api.submit(VIJAY).await;
    let again = Arc::clone(&api);
    let waiting = tokio::spawn(async move {
        again.get(VIJAY, &format!("/v1/jobs/{job_id}/customers")).await.status
    });
    tokio::task::yield_now().await;
    assert_eq!(store.begun.available_permits(), 0);
    store.gate.add_permits(1000);
    assert_eq!(waiting.await.unwrap(), StatusCode::OK);
}

#[tokio::test]
async fn whoever_is_not_signed_in_is_refused_without_a_turn() {
    let store = Arc::new(Stalling::default());
    let api = Arc::new(Api::over(store.clone()).await);
    api.submit(VIJAY).await;
    store.stalls.send_replace(true);
    let ask = |_| {
        let api = Arc::clone(&api);
        tokio::spawn(async move { api.get(NOBODY, "/log/tile/0/000.p/1").await.status })
    };
    let crowd: Vec<_> = (0..10).map(ask).collect();
    tokio::task::yield_now().await;
    for path in ["/v1/jobs", "/v1/stats", "/v1/entries", "/api/audit/trail"] {
        assert_eq!(api.get(NOBODY, path).await.status, StatusCode::UNAUTHORIZED, "{path}");
    }
    assert!(!crowd.iter().any(tokio::task::JoinHandle::is_finished));
    store.stalls.send_replace(false);
    for asked in crowd {
        assert_eq!(asked.await.unwrap(), StatusCode::OK);
    }
}
