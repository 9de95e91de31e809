//! What the simulated upstream answers to a Set Action.
#![expect(clippy::unwrap_used, reason = "a helper of a test that cannot go on fails the test")]

use axum::body::Body;
use axum::http::{Request, StatusCode};
use http_body_util::BodyExt as _;
use jobs_sim::{Sim, SimConfig};
use serde_json::{Value, json};
use tower::ServiceExt as _;

async fn post(sim: &Sim, content_type: &str, body: &str) -> (StatusCode, Value) {
    let request = Request::post("/tms/v1/actions").header("content-type", content_type);
    let request = request.body(Body::from(body.to_owned())).unwrap();
    let answer = sim.router().oneshot(request).await.unwrap();
    let status = answer.status();
    let bytes = answer.into_body().collect().await.unwrap().to_bytes();
    (status, serde_json::from_slice(&bytes).unwrap())
}

#[tokio::test]
async fn a_set_action_comes_as_json_or_as_a_form() {
    let sim = Sim::new(SimConfig::default());
    let unknown = "those CIDs ['unknown-1', \"unknown-o'2\"] do not exist";
    let expected = json!({"success": false, "message": unknown});
    for (content_type, body) in [
        (
            "Application/JSON; charset=utf-8",
            r#"{"action":"a","cids":[1,"unknown-1","unknown-o'2"]}"#,
        ),
        ("application/x-www-form-urlencoded", r#"action=a&cids=[1,"unknown-1","unknown-o'2"]"#),
    ] {
        assert_eq!(post(&sim, content_type, body).await, (StatusCode::OK, expected.clone()));
    }
    for (content_type, body) in
        [("text/plain", r#"{"action":"a","cids":[1]}"#), ("application/json", r#"{"cids":[1]}"#)]
    {
        assert_eq!(post(&sim, content_type, body).await.0, StatusCode::BAD_REQUEST, "{body}");
    }
    assert_eq!(sim.call_count(), 4);
}

#[tokio::test]
async fn it_remembers_as_many_calls_as_it_is_told_to() {
    let sim = Sim::new(SimConfig { calls_kept: 2, ..SimConfig::default() });
    for body in ["1", "2", "3"] {
        post(&sim, "application/json", body).await;
    }
    let bodies: Vec<String> = sim.calls().into_iter().map(|call| call.body).collect();
    assert_eq!((bodies, sim.call_count()), (vec!["2".to_owned(), "3".to_owned()], 3));
}
