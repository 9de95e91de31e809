//! Bodies that never arrive, and bodies that arrive together: they cost what was sent of them, and
//! take memory only from others of their size.

use std::sync::Arc;

use axum::body::{Body, Bytes};
use axum::http::{Method, StatusCode};
use tokio::sync::Semaphore;
use tokio::task::JoinHandle;

use crate::support::in_process::{ADMIN, ANITA, Answer, Api, VIJAY};
use crate::support::process::PATIENCE;
use crate::support::stores::Gated;

const MIB: usize = 1 << 20;

/// A body without a size that begins with `sent` bytes, and never ends; `asked` gets a permit once
/// these are read.
fn stalled(sent: usize, asked: &Arc<Semaphore>) -> Body {
    let asked = Arc::clone(asked);
    let begin = std::iter::once(Ok(Bytes::from(vec![b' '; sent])));
    let rest = futures::stream::once(async move {
        asked.add_permits(1);
        std::future::pending::<std::io::Result<Bytes>>().await
    });
    Body::from_stream(futures::StreamExt::chain(futures::stream::iter(begin), rest))
}

/// A valid submission of `size` bytes, most of them spaces.
fn large(size: usize) -> Bytes {
    let job = r#"{"action_name": "T-Enable", "cids": ["5001"]}"#;
    (" ".repeat(size - job.len()) + job).into()
}

/// Waits until there are `count` permits.
async fn happened(permits: &Semaphore, count: u32) {
    let permits = tokio::time::timeout(PATIENCE, permits.acquire_many(count)).await;
    permits.expect("it happens in time").unwrap().forget();
}

fn submit(api: &Arc<Api>, body: impl Into<Body>) -> JoinHandle<Answer> {
    submit_by(ADMIN, api, body)
}

fn submit_by(
    token: Option<&'static str>,
    api: &Arc<Api>,
    body: impl Into<Body>,
) -> JoinHandle<Answer> {
    let api = Arc::clone(api);
    let body = body.into();
    tokio::spawn(async move { api.call(token, Method::POST, "/v1/jobs", body).await })
}

/// Two users, as one may have half of the budget.
fn users() -> impl Iterator<Item = Option<&'static str>> {
    [VIJAY, ANITA].into_iter().cycle()
}

#[tokio::test(start_paused = true)]
async fn a_body_that_does_not_come_in_time_is_a_408() {
    let api = Api::new().await;
    let head = api.head().await;
    let asked = Arc::new(Semaphore::new(0));
    let answer = api.call(ADMIN, Method::POST, "/v1/jobs", stalled(5, &asked)).await;
    assert_eq!(answer.status, StatusCode::REQUEST_TIMEOUT, "{}", answer.text);
    assert_eq!(answer.json()["field"], "body");
    assert_eq!(answer.json()["detail"], "body: did not arrive within 30 s");
    let answer = api.call(ADMIN, Method::POST, "/proxy_fetch", stalled(5, &asked)).await;
    assert_eq!(answer.status, StatusCode::REQUEST_TIMEOUT, "{}", answer.text);
    assert_eq!(answer.json()["message"], "body: did not arrive within 30 s");
    assert_eq!(api.head().await, head);
}

#[tokio::test(start_paused = true)]
async fn slow_bodies_keep_nobody_waiting() {
    let api = Arc::new(Api::new().await);
    let asked = Arc::new(Semaphore::new(0));
    let slow: Vec<_> = (0..100).map(|_| submit(&api, stalled(100, &asked))).collect();
    happened(&asked, 100).await;
    let begin = tokio::time::Instant::now();
    let answer = submit(&api, large(16 * MIB)).await.unwrap();
    assert_eq!(answer.status, StatusCode::CREATED, "{}", answer.text);
    assert_eq!(begin.elapsed(), std::time::Duration::ZERO, "it waited for nobody");
    assert!(slow.iter().all(|call| !call.is_finished()));
}

#[tokio::test(start_paused = true)]
async fn when_the_room_is_full_a_large_body_is_a_503_after_a_while_and_a_small_one_is_not() {
    let api = Arc::new(Api::new().await);
    let asked = Arc::new(Semaphore::new(0));
    // Two fill the budget, and the third takes the overflow slot.
    let slow = users().take(3).map(|user| submit_by(user, &api, stalled(16 * MIB - 1, &asked)));
    let slow: Vec<_> = slow.collect();
    happened(&asked, 3).await;
    let refused = submit(&api, large(MIB)).await.unwrap();
    assert_eq!(refused.status, StatusCode::SERVICE_UNAVAILABLE, "{}", refused.text);
    assert_eq!(refused.json()["type"], "urn:jobs:problem:busy");
    assert_eq!(refused.json()["field"], "body");
    assert!(refused.header("retry-after").is_some());
    assert!(slow.iter().all(|call| !call.is_finished()), "the wait was the shorter one");
    api.submit(VIJAY).await;
    // In the end there is memory again.
    for call in slow {
        assert_eq!(call.await.unwrap().status, StatusCode::REQUEST_TIMEOUT);
    }
    assert_eq!(submit(&api, large(16 * MIB)).await.unwrap().status, StatusCode::CREATED);
}

/// However many of the largest bodies one user sends, and however slowly.
#[tokio::test(start_paused = true)]
async fn one_user_keeps_the_others_bodies_from_no_room() {
    let api = Arc::new(Api::new().await);
    let asked = Arc::new(Semaphore::new(0));
    let slow = |_| submit_by(VIJAY, &api, stalled(16 * MIB - 1, &asked));
    let slow: Vec<_> = (0..60).map(slow).collect();
    happened(&asked, 2).await;
    let begin = tokio::time::Instant::now();
    let answer = submit_by(ANITA, &api, large(16 * MIB)).await.unwrap();
    assert_eq!(answer.status, StatusCode::CREATED, "{}", answer.text);
    assert_eq!(begin.elapsed(), std::time::Duration::ZERO, "it waited for nobody");
    assert!(slow.iter().filter(|call| !call.is_finished()).count() >= 2);
}

#[tokio::test(start_paused = true)]
async fn many_large_bodies_at_once_are_all_taken() {
    let api = Arc::new(Api::new().await);
    // Each comes in parts, so that they all hold some when the budget is exhausted.
    let in_parts = || {
        let whole = large(16 * MIB);
        let parts =
            (0..16).map(move |at| Ok::<_, std::io::Error>(whole.slice(at * MIB..(at + 1) * MIB)));
        let parts = futures::stream::iter(parts);
        Body::from_stream(futures::StreamExt::then(parts, async |part| {
            tokio::task::yield_now().await;
            part
        }))
    };
    let calls: Vec<_> = (0..8).map(|_| submit(&api, in_parts())).collect();
    for call in calls {
        let answer = call.await.unwrap();
        assert_eq!(answer.status, StatusCode::CREATED, "{}", answer.text);
    }
}

#[tokio::test(start_paused = true)]
async fn a_body_keeps_its_room_until_its_request_is_answered() {
    // As many as fit into the budget and the overflow slot, and one more: for large ones, and for
    // small ones.
    let small = 64 << 10;
    for (size, fit, more) in [(16 * MIB, 3, MIB), (small, 8 * MIB / small + 1, small)] {
        let store = Arc::new(Gated::new("append"));
        let api = Arc::new(Api::over(Arc::clone(&store) as Arc<dyn jobs_core::JobStore>).await);
        let held = users().take(fit).map(|user| submit_by(user, &api, large(size)));
        let held: Vec<_> = held.collect();
        happened(&store.begun, u32::try_from(fit).unwrap()).await;
        let refused = tokio::time::timeout(PATIENCE, submit(&api, large(more))).await;
        let refused = refused.expect("it does not get as far as the store").unwrap();
        assert_eq!(refused.status, StatusCode::SERVICE_UNAVAILABLE, "{}", refused.text);
        store.gate.add_permits(fit + 1);
        for call in held {
            assert_eq!(call.await.unwrap().status, StatusCode::CREATED);
        }
        assert_eq!(submit(&api, large(size)).await.unwrap().status, StatusCode::CREATED);
    }
}

#[tokio::test]
async fn a_body_that_breaks_off_is_a_400() {
    let api = Api::new().await;
    let parts = [Ok(Bytes::from("{\"cids\"")), Err(std::io::Error::other("gone"))];
    let body = Body::from_stream(futures::stream::iter(parts));
    let answer = api.call(ADMIN, Method::POST, "/v1/jobs", body).await;
    assert_eq!(answer.status, StatusCode::BAD_REQUEST);
    assert_eq!(answer.json()["field"], "body");
    assert_eq!(answer.json()["detail"], "body: broke off before its end");
}
