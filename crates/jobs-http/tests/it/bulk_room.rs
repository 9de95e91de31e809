//! The memory that all bulk requests share: long lines keep their room until they are answered, and
//! a line that gets none in time ends its request.

use std::sync::Arc;
use std::time::Duration;

use axum::body::{Body, Bytes};
use axum::http::{Method, StatusCode};
use futures::{StreamExt as _, stream};
use jobs_api::BODY_BYTES_MAX;
use jobs_core::JobStore;
use serde_json::{Value, json};
use tokio::task::JoinHandle;

use crate::bulk::{bulk, line, outlines};
use crate::bulk_limits::MIB;
use crate::support::in_process::{ADMIN, ANITA, Api, VIJAY};
use crate::support::process::PATIENCE;
use crate::support::stores::Gated;

/// A job whose line has 15 MiB.
fn long(job: &str) -> Vec<u8> {
    (" ".repeat(15 * MIB - job.len()) + job).into_bytes()
}

/// Three requests of a long line each, in flight and held back by the store: there is no memory for
/// a fourth. They are two users', as one may have half of the budget.
async fn fill_the_room(api: &Arc<Api>, store: &Gated) -> Vec<JoinHandle<Vec<Value>>> {
    let calls = [VIJAY, ANITA, VIJAY].into_iter().map(|user| {
        let api = Arc::clone(api);
        let body = long(&line(&json!("x")));
        tokio::spawn(async move { bulk(&api, user, body).await })
    });
    let calls = calls.collect();
    let begun = tokio::time::timeout(PATIENCE, store.begun.acquire_many(3)).await;
    begun.unwrap().unwrap().forget();
    calls
}

#[tokio::test(start_paused = true)]
async fn long_lines_keep_their_room_until_they_are_answered() {
    let store = Arc::new(Gated::new("append"));
    let api = Arc::new(Api::over(Arc::clone(&store) as Arc<dyn JobStore>).await);
    let calls = fill_the_room(&api, &store).await;
    let job = json!({"action_name": "T-Enable", "cids": ["5001"]}).to_string();
    let large = || api.call(ADMIN, Method::POST, "/v1/jobs", long(&job));
    let refused = tokio::time::timeout(PATIENCE, large()).await.expect("it gets no room");
    assert_eq!(refused.status, StatusCode::SERVICE_UNAVAILABLE, "{}", refused.text);
    store.gate.add_permits(4);
    for call in calls {
        assert_eq!(outlines(&call.await.unwrap()), [(1, 201, "")]);
    }
    assert_eq!(large().await.status, StatusCode::CREATED);
}

/// A body that comes in parts, each of which has to be polled.
fn in_parts(whole: Vec<u8>) -> Body {
    let whole = Bytes::from(whole);
    let parts = (0..whole.len())
        .step_by(MIB)
        .map(move |at| Ok::<_, std::io::Error>(whole.slice(at..whole.len().min(at + MIB))));
    Body::from_stream(stream::iter(parts).then(async |part| {
        tokio::task::yield_now().await;
        part
    }))
}

#[tokio::test(start_paused = true)]
async fn requests_of_long_lines_do_not_wait_for_each_other() {
    let api = Arc::new(Api::new().await);
    let long = |job: String| " ".repeat(14 * MIB - job.len()) + &job + "\n";
    let calls: Vec<_> = (0..4)
        .map(|_| {
            let body = in_parts(long(line(&json!("x"))).repeat(2).into_bytes());
            let api = Arc::clone(&api);
            tokio::spawn(async move { bulk(&api, VIJAY, body).await })
        })
        .collect();
    for call in calls {
        let call = tokio::time::timeout(PATIENCE, call).await.expect("they all get on");
        assert_eq!(outlines(&call.unwrap()), [(1, 201, ""), (2, 201, "")]);
    }
}

#[tokio::test(start_paused = true)]
async fn empty_lines_keep_no_room() {
    let api = Arc::new(Api::new().await);
    let taken = Arc::new(tokio::sync::Semaphore::new(0));
    for blank in ["\n", " ", "\n"] {
        // More than the whole budget; the last lines end what begins with spaces.
        let taken = Arc::clone(&taken);
        let mut parts = vec![Bytes::from(blank.repeat(MIB)); 15];
        parts.extend(vec![Bytes::from("\n".repeat(MIB)); 25]);
        let parts = stream::iter(parts.into_iter().map(Ok::<_, std::io::Error>));
        let rest = stream::once(async move {
            taken.add_permits(1);
            std::future::pending().await
        });
        let api = Arc::clone(&api);
        let body = Body::from_stream(parts.chain(rest));
        tokio::spawn(async move { bulk(&api, VIJAY, body).await });
    }
    let all = tokio::time::timeout(PATIENCE, taken.acquire_many(3)).await;
    all.unwrap().unwrap().forget();
    let begin = tokio::time::Instant::now();
    let job = json!({"action_name": "T-Enable", "cids": ["5001"]}).to_string();
    let large = " ".repeat(15 * MIB) + &job;
    let held: Vec<_> =
        (0..3).map(|_| api.call(ADMIN, Method::POST, "/v1/jobs", large.clone())).collect();
    for answer in futures::future::join_all(held).await {
        assert_eq!(answer.status, StatusCode::CREATED, "{}", answer.text);
    }
    assert_eq!(begin.elapsed(), Duration::ZERO, "it waited for nobody");
}

#[tokio::test(start_paused = true)]
async fn a_line_that_gets_no_room_in_time_ends_the_request() {
    let store = Arc::new(Gated::new("append"));
    let api = Arc::new(Api::over(Arc::clone(&store) as Arc<dyn JobStore>).await);
    let held = fill_the_room(&api, &store).await;
    for body in [Body::from(long(&line(&json!("x")))), in_parts(long(&line(&json!("x"))))] {
        let begin = tokio::time::Instant::now();
        let refused = tokio::time::timeout(2 * PATIENCE, bulk(&api, VIJAY, body)).await;
        let refused = refused.expect("it does not wait for ever");
        assert_eq!(outlines(&refused), [(1, 503, "body")]);
        assert_eq!(refused[0]["error"]["type"], "urn:jobs:problem:busy");
        assert_eq!(begin.elapsed().as_secs(), 30);
    }
    store.gate.add_permits(4);
    for call in held {
        assert_eq!(outlines(&call.await.unwrap()), [(1, 201, "")]);
    }
    assert_eq!(outlines(&bulk(&api, VIJAY, long(&line(&json!("x")))).await), [(1, 201, "")]);
}

#[tokio::test(start_paused = true)]
async fn a_line_that_is_too_long_keeps_no_room() {
    let store = Arc::new(Gated::new("append"));
    let api = Arc::new(Api::over(Arc::clone(&store) as Arc<dyn JobStore>).await);
    let taken = Arc::new(tokio::sync::Semaphore::new(0));
    let parts = vec![Bytes::from(" ".repeat(MIB)); BODY_BYTES_MAX / MIB + 1];
    let parts = stream::iter(parts.into_iter().map(Ok::<_, std::io::Error>));
    let all = Arc::clone(&taken);
    let rest = stream::once(async move {
        all.add_permits(1);
        std::future::pending().await
    });
    let calling = Arc::clone(&api);
    let body = Body::from_stream(parts.chain(rest));
    tokio::spawn(async move { bulk(&calling, VIJAY, body).await });
    tokio::time::timeout(PATIENCE, taken.acquire()).await.unwrap().unwrap().forget();
    let begin = tokio::time::Instant::now();
    let calls = fill_the_room(&api, &store).await;
    assert_eq!(begin.elapsed(), Duration::ZERO, "they waited for nobody");
    store.gate.add_permits(3);
    for call in calls {
        assert_eq!(outlines(&call.await.unwrap()), [(1, 201, "")]);
    }
}

#[tokio::test(start_paused = true)]
async fn a_wait_for_room_is_not_held_against_the_caller() {
    let store = Arc::new(Gated::new("append"));
    let api = Arc::new(Api::over(Arc::clone(&store) as Arc<dyn JobStore>).await);
    let held = fill_the_room(&api, &store).await;
    let sleep = || tokio::time::sleep(Duration::from_secs(20));
    let begun = stream::once(async { Ok::<_, std::io::Error>(" ".repeat(3 * MIB)) });
    // Polled when there is memory: the line takes 40 seconds, of which the caller has taken 20.
    let rest = stream::once(async move {
        sleep().await;
        Ok(line(&json!("x")) + "\n")
    });
    let room = async {
        sleep().await;
        store.gate.add_permits(4);
    };
    let body = Body::from_stream(begun.chain(rest));
    let (results, ()) = tokio::join!(bulk(&api, VIJAY, body), room);
    assert_eq!(outlines(&results), [(1, 201, "")]);
    for call in held {
        assert_eq!(outlines(&call.await.unwrap()), [(1, 201, "")]);
    }
}
