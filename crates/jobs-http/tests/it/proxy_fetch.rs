//! `POST /proxy_fetch`: the old shapes, and what the ledger says afterwards.

use std::sync::Arc;

use axum::http::StatusCode;
use jobs_core::MemoryStore;
use jobs_gateway::OnOverlap;
use serde_json::{Value, json};

use crate::support::in_process::{ADMIN, Answer, Api, NOBODY, VIJAY};

async fn fetch(api: &Api, path: &str, changes: Value) -> Answer {
    let mut body = json!({
        "url": format!("{}{path}", api.upstream),
        "token": "upstream-token",
        "isPost": true,
        "postData": {"action": "PE-Finalize", "cids": ["5001", "5002"]},
        "contentType": "application/json",
    });
    let members = changes.as_object().unwrap().clone();
    body.as_object_mut().unwrap().extend(members);
    api.post(VIJAY, "/proxy_fetch", body).await
}

/// The job that the answer names, as the API shows it.
async fn job_of(api: &Api, answer: &Answer) -> Value {
    let job_id = answer.json()["job_id"].as_str().expect("a job ID").to_owned();
    api.get(VIJAY, &format!("/v1/jobs/{job_id}")).await.json()
}

#[tokio::test]
async fn success_is_answered_and_recorded() {
    let api = Api::new().await;
    let answer = fetch(&api, "/tms/v1/x", json!({"batch_id": "night"})).await;
    assert_eq!(answer.status, StatusCode::OK);
    let job = job_of(&api, &answer).await;
    let expected = json!({
        "status": "success",
        "data": {"success": true, "message": "Sending action to migration services"},
        "httpStatus": 200,
        "job_id": job["job_id"],
    });
    assert_eq!(answer.json(), expected);
    for (name, value) in [
        ("status", json!("SUCCESS")),
        ("http_status", json!(200)),
        ("user_id", json!("vijay")),
        ("action_name", json!("PE-Finalize")),
        ("action_code", json!(4)),
        ("batch_id", json!("night")),
        ("customer_count", json!(2)),
        ("source", json!("gateway")),
        ("error_message", Value::Null),
    ] {
        assert_eq!(job[name], value, "{name}");
    }
    let call = &api.sim.calls()[0];
    assert_eq!(call.authorization.as_deref(), Some("Bearer upstream-token"));
    assert!(!job.to_string().contains("upstream-token"));
}

#[tokio::test]
async fn a_success_that_is_none_keeps_the_old_shape_and_is_recorded_as_failed() {
    let api = Api::new().await;
    let changes = json!({"postData": {"action": "pe-finalize", "cids": ["5001", "unknown-1"]}});
    let answer = fetch(&api, "/tms/v1/x", changes).await;
    assert_eq!(answer.status, StatusCode::OK);
    assert_eq!(answer.json()["status"], "success");
    assert_eq!(answer.json()["data"]["success"], false);
    let job = job_of(&api, &answer).await;
    assert_eq!(job["status"], "FAILED");
    assert_eq!(job["http_status"], 200);
    assert_eq!(job["error_message"], "those CIDs ['unknown-1'] do not exist");
}

#[tokio::test]
async fn failures_have_the_old_shape_code_and_message() {
    let api = Api::on_overlap(OnOverlap::Allow).await;
    for (path, code, http_status, status) in [
        ("/status-401/x", 401, json!(401), "FAILED"),
        ("/status-503/x", 503, json!(503), "UNCONFIRMED"),
        ("/status-404/x", 404, json!(404), "FAILED"),
        ("/redirect/x", 302, json!(302), "UNCONFIRMED"),
        ("/status-304/x", 304, json!(304), "UNCONFIRMED"),
        ("/invalid-json/x", 500, json!(200), "UNCONFIRMED"),
        ("/hang-up/x", 500, json!(200), "UNCONFIRMED"),
    ] {
        let answer = fetch(&api, path, json!({})).await;
        let text = &answer.text;
        assert_eq!(answer.status, StatusCode::FAILED_DEPENDENCY, "{path}: {text}");
        let failure = answer.json();
        let members: Vec<_> = failure.as_object().unwrap().keys().map(String::as_str).collect();
        assert_eq!(members, ["httpStatus", "job_id", "message", "status"], "{path}");
        assert_eq!(failure["status"], "error", "{path}");
        assert_eq!(failure["httpStatus"], code, "{path}: {text}");
        let job = job_of(&api, &answer).await;
        assert_eq!(job["status"], status, "{path}: {job}");
        assert_eq!(job["http_status"], http_status, "{path}: {job}");
        assert_eq!(job["error_message"], failure["message"], "{path}");
    }
    let answer = fetch(&api, "/status-401/x", json!({})).await;
    let message = answer.json()["message"].as_str().unwrap().to_owned();
    assert!(message.starts_with("API returned status 401: "), "{message}");
}

#[tokio::test]
async fn a_caller_who_disconnects_leaves_a_recorded_outcome() {
    let api = std::sync::Arc::new(Api::new().await);
    let calling = std::sync::Arc::clone(&api);
    let call = tokio::spawn(async move { fetch(&calling, "/held/x", json!({})).await });
    api.sim.called(1).await;
    let listed = api.get(VIJAY, "/v1/jobs").await.json();
    assert_eq!(listed["jobs"][0]["status"], "IN_PROGRESS", "recorded before the call");
    call.abort();
    assert!(call.await.is_err());
    api.sim.release();
    loop {
        let job = api.get(VIJAY, "/v1/jobs").await.json()["jobs"][0].clone();
        if job["status"] == "SUCCESS" {
            break;
        }
        assert_eq!(job["status"], "IN_PROGRESS");
        tokio::task::yield_now().await;
    }
}

#[tokio::test]
async fn how_a_call_ends_is_said_by_the_gateway_alone_while_it_is_under_way() {
    let api = std::sync::Arc::new(Api::new().await);
    let calling = std::sync::Arc::clone(&api);
    let changes = json!({"postData": {"action": "PE-Finalize", "cids": ["unknown-1"]}});
    let call = tokio::spawn(async move { fetch(&calling, "/held/x", changes).await });
    api.sim.called(1).await;
    let job_id = api.get(VIJAY, "/v1/jobs").await.json()["jobs"][0]["job_id"].clone();
    let path = format!("/v1/jobs/{}/status", job_id.as_str().unwrap());
    for user in [VIJAY, ADMIN] {
        for status in ["SUCCESS", "FAILED", "UNCONFIRMED"] {
            let forged = api.post(user, &path, json!({"status": status})).await;
            assert_eq!(forged.status, StatusCode::CONFLICT, "{}", forged.text);
            assert_eq!(forged.json()["field"], "status");
            assert!(forged.text.contains("the call is under way"), "{}", forged.text);
        }
    }
    api.sim.release();
    let answer = call.await.unwrap();
    assert_eq!(answer.json().get("outcome_recorded"), None, "{}", answer.text);
    let job = job_of(&api, &answer).await;
    assert_eq!(job["status"], "FAILED");
    assert_eq!(job["error_message"], "those CIDs ['unknown-1'] do not exist");
}

#[tokio::test]
async fn what_nobody_knows_the_end_of_can_be_settled_by_hand() {
    let api = Api::new().await;
    let answer = fetch(&api, "/hang-up/x", json!({})).await;
    let job = job_of(&api, &answer).await;
    assert_eq!(job["status"], "UNCONFIRMED");
    let path = format!("/v1/jobs/{}/status", job["job_id"].as_str().unwrap());
    let settled = api.post(VIJAY, &path, json!({"status": "SUCCESS"})).await;
    assert_eq!(settled.status, StatusCode::OK, "{}", settled.text);
}

#[tokio::test]
async fn an_action_in_another_spelling_or_form_is_not_passed_on() {
    let api = Api::new().await;
    let form = "application/x-www-form-urlencoded";
    for post_data in [
        json!({"Action": "PE-Finalize", "cids": ["1"]}),
        json!({"ACTION": "PE-Finalize", "CIDs": ["1"]}),
        json!({"action ": "PE-Finalize", "cids": ["1"]}),
        json!({"action": "PE-Finalize", "cids": ["1"], "Cids": ["2"]}),
        json!({"batch": [{"action": "PE-Finalize", "cids": ["1"]}]}),
        json!([{"action": "PE-Finalize", "cids": ["1"]}]),
        json!("action=list"),
        json!("x=1&%41ction=PE-Finalize&cids=1"),
        json!("action=PE-Finalize&cids=1"),
        json!("{\"action\":\"PE-Finalize\",\"cids\":[\"1\"]}"),
    ] {
        for content_type in ["application/json", form] {
            let changes = json!({"postData": post_data, "contentType": content_type});
            let answer = fetch(&api, "/tms/v1/x", changes).await;
            assert_eq!(answer.status, StatusCode::BAD_REQUEST, "{post_data}: {}", answer.text);
            let message = answer.json()["message"].as_str().unwrap().to_owned();
            assert!(message.starts_with("postData: "), "{message}");
            assert_eq!(answer.json()["job_id"], Value::Null);
        }
    }
    let answer =
        fetch(&api, "/tms/v1/x", json!({"postData": {"Action": "A", "cids": ["1"]}})).await;
    assert_eq!(answer.json()["message"], r#"postData: "Action" must be spelt "action""#);
    assert_eq!((api.sim.call_count(), api.head().await.size()), (0, 0));
}

/// What the old front end sends to get a token.
#[tokio::test]
async fn a_form_as_a_string_is_a_read_that_is_sent_as_it_is() {
    let api = Api::new().await;
    let form = "application/x-www-form-urlencoded";
    let token = "grant_type=client_credentials&client_id=d%20b&client_secret=s+3cret-s3cret";
    for (post_data, content_type, sent) in [
        (json!(token), form, Some(form)),
        // A text can only be a form.
        (json!(token), "", Some(form)),
        (json!(token), "Application/X-WWW-Form-Urlencoded; charset=UTF-8", Some(form)),
        (json!(""), form, Some(form)),
        (json!(""), "application/json", Some(form)),
    ] {
        let changes = json!({"postData": post_data, "contentType": content_type});
        let answer = fetch(&api, "/echo/x", changes).await;
        assert_eq!((answer.status, &answer.json()["job_id"]), (StatusCode::OK, &Value::Null));
        let call = api.sim.calls().pop().unwrap();
        assert_eq!(
            (call.method.as_str(), call.body.as_str()),
            ("POST", post_data.as_str().unwrap())
        );
        assert_eq!(call.content_type.as_deref(), sent);
    }
    // An error does not reveal the credential either.
    let answer =
        fetch(&api, "/status-400/x", json!({"postData": token, "contentType": form})).await;
    assert_eq!(answer.status, StatusCode::FAILED_DEPENDENCY);
    let calls = api.sim.call_count();
    let json = json!({"postData": token, "contentType": "application/json"});
    let answer = fetch(&api, "/echo/x", json).await;
    assert_eq!(answer.status, StatusCode::BAD_REQUEST);
    let message = answer.json()["message"].as_str().unwrap().to_owned();
    assert!(message.contains("contentType must be application/x-www-form-urlencoded"), "{message}");
    assert!(!message.contains("s3cret"), "{message}");
    let numbers = fetch(&api, "/echo/x", json!({"postData": 5, "contentType": form})).await;
    assert!(numbers.text.contains("an object, or a form as a string"), "{}", numbers.text);
    assert_eq!((api.sim.call_count(), api.head().await.size()), (calls, 0));
}

#[tokio::test]
async fn reads_make_no_job() {
    let api = Api::new().await;
    let ready = json!({"success": true, "status": "Ready"});
    // With isPost false, even a body like a Set Action is a plain read.
    for (changes, method) in [
        (json!({"isPost": false}), "GET"),
        (json!({"isPost": "false"}), "GET"),
        (json!({"isPost": null, "postData": null}), "GET"),
        (json!({"isPost": true, "postData": null}), "POST"),
    ] {
        let answer = fetch(&api, "/tms/v1/status", changes.clone()).await;
        assert_eq!(answer.json()["job_id"], Value::Null, "{changes}: {}", answer.text);
        assert_eq!(api.sim.calls().last().unwrap().method, method, "{changes}");
        if method == "GET" {
            assert_eq!(answer.json()["data"], ready, "{changes}: {}", answer.text);
        }
    }
    let query = json!({"isPost": true, "postData": {"cids": ["1"]}});
    let answer = fetch(&api, "/status-503/x", query).await;
    assert_eq!(answer.status, StatusCode::FAILED_DEPENDENCY);
    assert!(answer.json()["message"].as_str().unwrap().starts_with("API returned status 503: "));
    assert_eq!(api.head().await.size(), 0);
}

#[tokio::test]
async fn what_is_neither_a_set_action_nor_an_allowed_read_is_refused() {
    let other = "http://127.0.0.1:1";
    let api = Api::calling(Arc::new(MemoryStore::default()), other).await;
    let token = json!("grant_type=client_credentials&client_secret=s3cret-s3cret");
    for (body, status, said) in [
        (json!({"url": format!("{other}/token"), "postData": token}), 403, "--upstream-read"),
        (json!({"url": format!("{other}/x"), "isPost": true}), 403, "JOBS_UPSTREAM_READ"),
        (json!({"url": format!("{other}/x"), "postData": {"filter": "x"}}), 403, "\"POST URL\""),
        (json!({"url": format!("{}/x?action=PE-Enable&cids=1", api.upstream)}), 400, "action"),
        (json!({"url": format!("{}/x?Action=A", api.upstream), "isPost": false}), 400, "action"),
    ] {
        let answer = api.post(VIJAY, "/proxy_fetch", &body).await;
        let failure = answer.json();
        assert_eq!(
            (answer.status.as_u16(), &failure["httpStatus"]),
            (status, &json!(status)),
            "{body}"
        );
        let message = failure["message"].as_str().unwrap();
        assert!(message.starts_with("url: ") && message.contains(said), "{body}: {message}");
        assert!(!message.contains("s3cret"), "{message}");
    }
    assert_eq!((api.sim.call_count(), api.head().await.size()), (0, 0));
}

#[tokio::test]
async fn flags_and_form_bodies_are_understood_as_before() {
    let api = Api::new().await;
    let form = "application/x-www-form-urlencoded";
    for changes in [
        json!({"isPost": "true", "contentType": form}),
        json!({"isPost": "True", "contentType": ""}),
        json!({"isPost": null, "contentType": null, "somethingElse": 1}),
        json!({"postData": {"action": "T-Enable", "cids": [5001, "5002", 5001]}}),
    ] {
        let answer = fetch(&api, "/tms/v1/x", changes.clone()).await;
        assert_eq!(answer.json()["status"], "success", "{changes}: {}", answer.text);
        assert_eq!(job_of(&api, &answer).await["status"], "SUCCESS", "{changes}");
    }
    assert_eq!(api.sim.calls()[0].content_type.as_deref(), Some(form));
}

#[tokio::test]
async fn an_upstream_that_is_not_allowed_is_neither_recorded_nor_called() {
    let api = Api::new().await;
    for url in ["http://127.0.0.1:1/x", "https://example.com/", "http://169.254.169.254/latest"] {
        let answer = fetch(&api, "", json!({"url": url})).await;
        assert_eq!(answer.status, StatusCode::FORBIDDEN, "{}", answer.text);
        let failure = answer.json();
        assert_eq!(failure["job_id"], Value::Null);
        assert_eq!(failure["httpStatus"], 403);
        assert!(failure["message"].as_str().unwrap().contains("JOBS_UPSTREAM"), "{failure}");
    }
    assert_eq!(api.head().await.size(), 0);
}

#[tokio::test]
async fn without_a_token_the_old_words_are_said() {
    let api = Api::new().await;
    let answer = api.post(NOBODY, "/proxy_fetch", "{}").await;
    assert_eq!(answer.status, StatusCode::UNAUTHORIZED);
    assert_eq!(answer.text, r#"{"error":"Unauthorized"}"#);
}
