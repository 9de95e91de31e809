//! Set Actions that are answered before their calls have ended.

use axum::body::Body;
use axum::http::{Request, StatusCode};
use serde_json::{Value, json};

use crate::support::in_process::{AUDITOR, Answer, Api, VIJAY};

async fn send(api: &Api, key: &str, body: &Value) -> Answer {
    let request = Request::post("/v1/set-actions")
        .header("authorization", format!("Bearer {}", VIJAY.unwrap()))
        .header("idempotency-key", key);
    api.send(request.body(Body::from(body.to_string())).unwrap()).await
}

fn action(api: &Api, path: &str) -> Value {
    let url = format!("{}{path}", api.upstream);
    json!({"url": url, "token": "x", "payload": {"action": "PE-Enable", "cids": ["5001", "5001"]}})
}

/// The upstream never answers this one; the job is there all the same.
#[tokio::test]
async fn the_job_is_known_while_its_call_is_under_way() {
    let api = Api::new().await;
    let body = action(&api, "/never/x");
    let begun = send(&api, "one", &body).await;
    assert_eq!(begun.status, StatusCode::ACCEPTED, "{}", begun.text);
    assert_eq!(begun.json()["duplicates_dropped"], 1);
    let job_id = begun.json()["job_id"].as_str().unwrap().to_owned();
    let location = begun.header("location").unwrap();
    assert_eq!(location, format!("/v1/jobs/{job_id}"));
    let job = api.get(VIJAY, location).await.json();
    assert_eq!((&job["status"], &job["source"]), (&json!("IN_PROGRESS"), &json!("gateway")));
    api.sim.called(1).await;
    // A double click.
    let again = send(&api, "one", &body).await;
    assert_eq!(again.status, StatusCode::ACCEPTED, "{}", again.text);
    assert_eq!(again.json(), begun.json());
    assert_eq!(again.header("idempotency-replayed"), Some("true"));
    assert_eq!((api.head().await.size(), api.sim.calls().len()), (1, 1));
}

#[tokio::test]
async fn a_request_that_is_sent_again_later_is_told_of_the_same_job() {
    let api = Api::new().await;
    let body = action(&api, "/tms/v1/x");
    let begun = send(&api, "one", &body).await;
    let job_id = begun.json()["job_id"].clone();
    let path = format!("/v1/stream?from=0&job_id={}", job_id.as_str().unwrap());
    let stream = api.open(
        Request::get(&path)
            .header("authorization", format!("Bearer {}", VIJAY.unwrap()))
            .body(Body::empty())
            .unwrap(),
    );
    until_ended(stream.await.into_body()).await;
    let again = send(&api, "one", &body).await;
    assert_eq!(again.status, StatusCode::ACCEPTED, "{}", again.text);
    assert_eq!(again.header("idempotency-replayed"), Some("true"));
    assert_eq!(again.json()["job_id"], job_id);
    assert_eq!(api.head().await.size(), 2, "its creation and its end");
    let other = send(&api, "one", &action(&api, "/tms/v1/y")).await;
    assert_eq!(other.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", other.text);
}

/// Reads a stream until it says that a status has changed.
async fn until_ended(mut body: Body) {
    use http_body_util::BodyExt as _;
    let mut text = String::new();
    while !text.contains("event: status_changed") {
        let frame = body.frame().await.expect("the stream goes on").unwrap();
        text.push_str(std::str::from_utf8(frame.data_ref().unwrap()).unwrap());
    }
}

#[tokio::test]
async fn what_is_no_set_action_is_refused_and_nothing_is_recorded() {
    let api = Api::new().await;
    let good = action(&api, "/tms/v1/x");
    for (member, value, field) in [
        ("url", json!(""), "url"),
        ("url", json!("http://127.0.0.1:1/x"), "url"),
        ("payload", Value::Null, "payload"),
        ("payload", json!([]), "payload"),
        ("payload", json!({"action": "PE-Enable"}), "payload"),
        ("payload", json!({"cids": ["1"]}), "payload"),
        ("retry_of", json!("0192f0c1-2d3e-7a4b-8c5d-6e7f8091a2b3"), "retry_of"),
    ] {
        let mut body = good.clone();
        body[member] = value;
        let answer = send(&api, "k", &body).await;
        assert!(answer.status.is_client_error(), "{member}: {}", answer.text);
        assert_eq!(answer.json()["field"], field, "{}", answer.text);
    }
    assert_eq!(api.post(AUDITOR, "/v1/set-actions", good).await.status, StatusCode::FORBIDDEN);
    assert_eq!(api.head().await.size(), 0);
}
