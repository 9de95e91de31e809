//! Bodies that do not come: they end after a while, and keep room from others of their size alone.

use std::sync::Arc;

use axum::body::{Body, Bytes};
use axum::http::{Method, StatusCode};
use tokio::sync::Semaphore;

use crate::in_process::{ADMIN, Api, VIJAY};

/// A body that says nothing about its size, and never comes; `asked` gets a permit once somebody waits for it.
fn stalled(asked: &Arc<Semaphore>) -> Body {
    let asked = Arc::clone(asked);
    Body::from_stream(futures::stream::once(async move {
        asked.add_permits(1);
        std::future::pending::<std::io::Result<Bytes>>().await
    }))
}

#[tokio::test(start_paused = true)]
async fn a_body_that_does_not_come_in_time_is_a_408() {
    let api = Api::new().await;
    let head = api.head().await;
    let asked = Arc::new(Semaphore::new(0));
    for path in ["/v1/jobs", "/proxy_fetch"] {
        let answer = api.call(ADMIN, Method::POST, path, stalled(&asked)).await;
        assert_eq!(answer.status, StatusCode::REQUEST_TIMEOUT, "{path}: {}", answer.text);
        assert!(answer.text.contains("body: did not arrive within 60 s"), "{}", answer.text);
    }
    assert_eq!(api.head().await, head);
}

#[tokio::test]
async fn large_bodies_wait_for_each_other_and_small_ones_for_nobody() {
    let api = Arc::new(Api::new().await);
    let asked = Arc::new(Semaphore::new(0));
    let call = || {
        let (api, body) = (Arc::clone(&api), stalled(&asked));
        tokio::spawn(async move { api.call(ADMIN, Method::POST, "/v1/jobs", body).await })
    };
    let held: Vec<_> = (0..8).map(|_| call()).collect();
    asked.acquire_many(8).await.unwrap().forget();
    let ninth = call();
    // On one thread, the ninth has run as far as it can by the time a few others have come and gone.
    for _ in 0..10 {
        api.submit(VIJAY).await;
        tokio::task::yield_now().await;
    }
    assert_eq!(asked.available_permits(), 0, "there is no room for it");
    held[0].abort();
    asked.acquire().await.unwrap().forget();
    assert!(!ninth.is_finished());
}

#[tokio::test]
async fn a_body_that_breaks_off_is_a_400() {
    let api = Api::new().await;
    let parts = [Ok(Bytes::from("{\"cids\"")), Err(std::io::Error::other("gone"))];
    let body = Body::from_stream(futures::stream::iter(parts));
    let answer = api.call(ADMIN, Method::POST, "/v1/jobs", body).await;
    assert_eq!(answer.status, StatusCode::BAD_REQUEST);
    assert_eq!(answer.json()["detail"], "body: broke off before its end");
}
