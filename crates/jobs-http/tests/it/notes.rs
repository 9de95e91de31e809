//! Notes over HTTP: who may add them, what becomes of them, and that they change nothing else.

use axum::body::Body;
use axum::http::{Request, StatusCode};
use jobs_core::leaf::Leaf;
use serde_json::{Value, json};

use crate::support::in_process::{ADMIN, ANITA, AUDITOR, Answer, Api, NOBODY, VIJAY};

async fn add(api: &Api, token: Option<&str>, job_id: &str, text: &str) -> Answer {
    api.post(token, &format!("/v1/jobs/{job_id}/notes"), json!({"text": text})).await
}

async fn job(api: &Api, job_id: &str) -> Value {
    api.get(AUDITOR, &format!("/v1/jobs/{job_id}")).await.json()
}

#[tokio::test]
async fn a_note_is_recorded_and_shown_everywhere() {
    let api = Api::new().await;
    let job_id = api.submit_ended(VIJAY).await;
    let before = job(&api, &job_id).await;
    assert_eq!((&before["note_count"], &before["newest_note"]), (&0.into(), &Value::Null));
    let text = "Asked: \"it was done\".\r\n— é \u{1f600}";
    let added = add(&api, VIJAY, &job_id, text).await;
    assert_eq!(added.status, StatusCode::CREATED, "{}", added.text);
    let added = added.json();
    assert_eq!((&added["job_id"], &added["index"]), (&json!(job_id), &2.into()));
    assert_eq!(added["repeated"], false);
    let newest = json!({
        "index": 2, "recorded_at": added["recorded_at"], "actor": "vijay", "text": text,
    });
    let mut expected = before;
    expected["note_count"] = 1.into();
    expected["newest_note"] = newest.clone();
    expected["last_index"] = 2.into();
    assert_eq!(job(&api, &job_id).await, expected, "nothing else has changed");
    let line = api.get(VIJAY, "/v1/jobs?status=FAILED").await.json()["jobs"][0].clone();
    assert_eq!((&line["note_count"], &line["newest_note"]), (&1.into(), &newest));
    let history = api.get(VIJAY, &format!("/v1/jobs/{job_id}/history")).await.json();
    let entry = json!({
        "index": 2, "kind": "note_added", "recorded_at": added["recorded_at"], "previous": 1,
        "job_id": job_id, "actor": "vijay", "text": text, "request_key": null,
    });
    assert_eq!(history["entries"][2], entry);
    assert_eq!(api.get(AUDITOR, "/v1/entries?from=2").await.json()["entries"][0], entry);
    let outcome = api.get(VIJAY, "/v1/customers/5001/jobs").await.json()["jobs"][0].clone();
    assert_eq!(outcome["outcome"]["index"], 1, "what the change says, not the note");
}

/// Operators on their own jobs, admins on all, auditors on none.
#[tokio::test]
async fn only_who_may_change_a_job_may_add_a_note() {
    let api = Api::new().await;
    let job_id = api.submit(VIJAY).await;
    let head = api.head().await;
    for (token, status) in [
        (NOBODY, StatusCode::UNAUTHORIZED),
        (AUDITOR, StatusCode::FORBIDDEN),
        (ANITA, StatusCode::FORBIDDEN),
    ] {
        let refused = add(&api, token, &job_id, "seen").await;
        assert_eq!(refused.status, status, "{token:?}: {}", refused.text);
    }
    assert_eq!(api.head().await, head);
    for (token, actor) in [(VIJAY, "vijay"), (ADMIN, "admin")] {
        let added = add(&api, token, &job_id, "seen").await;
        assert_eq!(added.status, StatusCode::CREATED, "{}", added.text);
        assert_eq!(job(&api, &job_id).await["newest_note"]["actor"], actor);
    }
    let unknown = add(&api, ADMIN, "0192f0c1-2d3e-7a4b-8c5d-6e7f8091a2b3", "seen").await;
    assert_eq!(unknown.status, StatusCode::NOT_FOUND, "{}", unknown.text);
}

#[tokio::test]
async fn a_text_has_1_to_4096_bytes_and_no_nul() {
    let api = Api::new().await;
    let job_id = api.submit(VIJAY).await;
    let path = format!("/v1/jobs/{job_id}/notes");
    let head = api.head().await;
    for body in [
        json!({}),
        json!({"text": null}),
        json!({"text": ""}),
        json!({"text": "a\0b"}),
        json!({"text": "é".repeat(2049)}),
        json!({"text": ["a"]}),
        json!({"text": "a", "status": "FAILED"}),
    ] {
        let refused = api.post(VIJAY, &path, &body).await;
        assert_eq!(refused.status, StatusCode::BAD_REQUEST, "{body}: {}", refused.text);
    }
    assert_eq!(api.head().await, head);
    for text in ["-", " ", &"é".repeat(2048)] {
        let added = add(&api, VIJAY, &job_id, text).await;
        assert_eq!(added.status, StatusCode::CREATED, "{}", added.text);
        assert_eq!(job(&api, &job_id).await["newest_note"]["text"], text);
    }
}

#[tokio::test]
async fn credentials_in_a_text_are_not_recorded() {
    let api = Api::new().await;
    let job_id = api.submit(VIJAY).await;
    let text = "sent again with Authorization: Bearer made-up-credential-0123456789";
    assert_eq!(add(&api, VIJAY, &job_id, text).await.status, StatusCode::CREATED);
    let recorded = job(&api, &job_id).await["newest_note"]["text"].as_str().unwrap().to_owned();
    assert!(recorded.starts_with("sent again with Authorization: "), "{recorded}");
    assert!(!recorded.contains("made-up-credential"), "{recorded}");
}

#[tokio::test]
async fn the_same_request_adds_one_note_and_the_same_text_another() {
    let api = Api::new().await;
    let job_id = api.submit(VIJAY).await;
    let keyed = async |text: &str| {
        let request = Request::post(format!("/v1/jobs/{job_id}/notes"))
            .header("authorization", format!("Bearer {}", VIJAY.unwrap()))
            .header("idempotency-key", "note-1");
        api.send(request.body(Body::from(json!({"text": text}).to_string())).unwrap()).await
    };
    let first = keyed("seen").await;
    let again = keyed("seen").await;
    assert_eq!((first.status, again.status), (StatusCode::CREATED, StatusCode::CREATED));
    assert_eq!(first.header("idempotency-replayed"), None);
    assert_eq!(again.header("idempotency-replayed"), Some("true"));
    assert_eq!(again.json()["index"], first.json()["index"]);
    assert_eq!(again.json()["repeated"], true);
    let other = keyed("seen by another").await;
    assert_eq!(other.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", other.text);
    for _ in 0..2 {
        assert_eq!(add(&api, VIJAY, &job_id, "seen").await.json()["repeated"], false);
    }
    assert_eq!(job(&api, &job_id).await["note_count"], 3);
}

/// A report must wait for the gateway, and a note need not.
#[tokio::test]
async fn a_note_can_be_added_while_the_call_is_in_flight() {
    let api = std::sync::Arc::new(Api::new().await);
    let url = format!("{}/held/x", api.upstream);
    let calling = std::sync::Arc::clone(&api);
    let call = tokio::spawn(async move {
        let body = json!({
            "url": url, "isPost": true, "token": "t",
            "postData": {"action": "T-Enable", "cids": ["5001"]},
        });
        calling.post(VIJAY, "/proxy_fetch", body).await
    });
    api.sim.called(1).await;
    let listed = api.get(VIJAY, "/v1/jobs").await.json();
    let job_id = listed["jobs"][0]["job_id"].as_str().unwrap().to_owned();
    let added = add(&api, VIJAY, &job_id, "is slow today").await;
    assert_eq!(added.status, StatusCode::CREATED, "{}", added.text);
    assert_eq!(job(&api, &job_id).await["status"], "IN_PROGRESS");
    api.sim.release();
    let answer = call.await.unwrap();
    assert_eq!(answer.json().get("outcome_recorded"), None, "{}", answer.text);
    let ended = job(&api, &job_id).await;
    assert_eq!((&ended["status"], &ended["note_count"]), (&json!("SUCCESS"), &1.into()));
    assert_eq!(ended["newest_note"]["text"], "is slow today");
}

#[tokio::test]
async fn a_note_has_a_receipt() {
    let api = Api::new().await;
    let job_id = api.submit(VIJAY).await;
    let path = format!("/v1/jobs/{job_id}/notes?receipt=true");
    let added = api.post(VIJAY, &path, json!({"text": "long ".repeat(100)})).await.json();
    let leaf = added["leaf"].as_str().unwrap();
    let parsed = Leaf::parse(leaf.as_bytes()).unwrap();
    assert_eq!((parsed.kind(), parsed.previous()), ("note_added", Some(0)));
    assert!(added["receipt"].as_str().unwrap().contains("\nindex 1\n"));
    let later = api.get(VIJAY, "/v1/entries/1/leaf").await;
    assert_eq!(later.text, leaf);
}

/// So that what is read of a job is bounded.
#[tokio::test]
async fn a_job_has_a_bounded_number_of_notes() {
    let api = Api::new().await;
    let job_id = api.submit(VIJAY).await;
    for n in 0..jobs_core::NewNote::COUNT_MAX {
        let added = add(&api, VIJAY, &job_id, &n.to_string()).await;
        assert_eq!(added.status, StatusCode::CREATED, "{}", added.text);
    }
    let refused = add(&api, VIJAY, &job_id, "one more").await;
    assert_eq!(refused.status, StatusCode::CONFLICT, "{}", refused.text);
    assert_eq!(refused.json()["type"], "urn:jobs:problem:too-many-notes");
    assert_eq!(refused.json()["field"], "text");
    let history = api.get(VIJAY, &format!("/v1/jobs/{job_id}/history")).await.json();
    assert_eq!(history["entries"].as_array().unwrap().len(), 1001);
}
