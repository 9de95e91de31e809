//! `retry_of`: which earlier job a new one may name, on every route that takes it.

use axum::http::StatusCode;
use serde_json::{Value, json};

use crate::support::in_process::{ADMIN, ANITA, Api, VIJAY};

/// The routes that take it. The answer's code, the field of a refusal, and its text.
async fn submit(
    api: &Api,
    path: &str,
    token: Option<&str>,
    action: &str,
    retry_of: &str,
) -> (u16, Value, String) {
    let job = json!({"action_name": action, "cids": ["5001"], "retry_of": retry_of});
    match path {
        "/proxy_fetch" => {
            let url = format!("{}/tms/v1/x", api.upstream);
            let body = json!({"url": url, "token": "t", "retry_of": retry_of,
                              "postData": {"action": action, "cids": ["5001"]}});
            let answer = api.post(token, path, body).await;
            let message = answer.json()["message"].as_str().unwrap_or_default().to_owned();
            let field = message.split_once(':').map_or(Value::Null, |(field, _)| field.into());
            (answer.status.as_u16(), field, message)
        }
        "/v1/jobs/bulk" => {
            // Between two lines that are accepted.
            let fine = json!({"action_name": "a", "cids": ["1"]});
            let answer = api.post(token, path, format!("{fine}\n{job}\n{fine}\n")).await;
            let lines: Vec<Value> =
                answer.text.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
            assert_eq!((&lines[0]["status"], &lines[2]["status"]), (&json!(201), &json!(201)));
            assert_eq!(
                lines[2]["index"],
                api.head().await.size() - 1,
                "answered with its own entry"
            );
            let code = u16::try_from(lines[1]["status"].as_u64().unwrap()).unwrap();
            let error = &lines[1]["error"];
            (code, error["field"].clone(), error["detail"].as_str().unwrap_or_default().to_owned())
        }
        _ => {
            let answer = api.post(token, path, job).await;
            let body = answer.json();
            let detail = body["detail"].as_str().unwrap_or_default().to_owned();
            (answer.status.as_u16(), body["field"].clone(), detail)
        }
    }
}

const PATHS: [&str; 3] = ["/v1/jobs", "/v1/jobs/bulk", "/proxy_fetch"];

#[tokio::test]
async fn only_an_own_job_that_has_ended_and_did_the_same_is_tried_again() {
    let api = Api::new().await;
    for path in PATHS {
        let own = api.submit_ended(VIJAY).await;
        let open = api.submit(VIJAY).await;
        let others = [api.submit_ended(ANITA).await, api.submit(ANITA).await];
        let nobodys = "0192f0c1-2345-7000-8000-000000000001";
        let mut hidden = Vec::new();
        for job in [nobodys, &others[0], &others[1]] {
            hidden.push(submit(&api, path, VIJAY, "Trans-Begin", job).await);
        }
        assert_eq!((hidden[0].0, &hidden[0].1), (400, &json!("retry_of")), "{path}: {hidden:?}");
        assert!(
            hidden.iter().all(|said| *said == hidden[0]),
            "{path} tells them apart: {hidden:?}"
        );

        let (code, field, said) = submit(&api, path, VIJAY, "Trans-Begin", &open).await;
        assert_eq!((code, field), (400, json!("retry_of")), "{path}: {said}");
        assert!(said.contains("has not ended"), "{path}: {said}");
        let (code, field, said) = submit(&api, path, VIJAY, "T-Enable", &own).await;
        assert_eq!((code, field), (400, json!("retry_of")), "{path}: {said}");
        assert!(said.contains("another action"), "{path}: {said}");
        assert_eq!(api.sim.call_count(), 0, "{path}: the last path is the one that calls");

        // The same action in any spelling; and an admin sees all.
        for (token, job) in [(VIJAY, &own), (ADMIN, &others[0])] {
            let (code, _, said) = submit(&api, path, token, "tran-begin", job).await;
            assert!((200..300).contains(&code), "{path}: {code} {said}");
            let listed = api.get(ADMIN, "/v1/jobs?action_name=tran-begin&limit=1").await.json();
            assert_eq!(listed["jobs"][0]["retry_of"], json!(job), "{path}");
        }
    }
}

/// An admin sees every job; the user whose job the new one will be may not.
#[tokio::test]
async fn a_job_for_another_user_tries_again_what_that_user_may_see() {
    let api = Api::new().await;
    let vijays = api.submit_ended(VIJAY).await;
    let admins = api.submit_ended(ADMIN).await;
    for (user, retry_of, is_taken) in [
        ("anita", &vijays, false),
        // An admin, but disabled.
        ("gone", &vijays, false),
        ("anita", &admins, false),
        ("vijay", &vijays, true),
        // An auditor sees all, and so does an admin who submits their own.
        ("audra", &vijays, true),
        ("admin", &vijays, true),
    ] {
        let job = json!({"action_name": "Trans-Begin", "cids": ["5001"], "retry_of": retry_of, "user_id": user});
        let before = api.head().await.size();
        let one = api.post(ADMIN, "/v1/jobs", &job).await;
        let bulk = api.post(ADMIN, "/v1/jobs/bulk", format!("{job}\n")).await;
        let line: Value = serde_json::from_str(bulk.text.trim()).unwrap();
        let expected = if is_taken { 201 } else { 400 };
        assert_eq!(one.status.as_u16(), expected, "{user}: {}", one.text);
        assert_eq!(line["status"], expected, "{user}: {line}");
        for problem in [&one.json(), &line["error"]].into_iter().filter(|_| !is_taken) {
            assert_eq!(problem["field"], "retry_of", "{user}");
            assert!(problem["detail"].as_str().unwrap().contains("user_id"), "{problem}");
        }
        let recorded = if is_taken { 2 } else { 0 };
        assert_eq!(api.head().await.size(), before + recorded, "{user}");
    }
}

/// The named job is left out of the comparison for overlaps, so nobody may name another's.
#[tokio::test]
async fn nobody_gets_around_a_refusal_by_another_users_job() {
    let api = Api::on_overlap(jobs_gateway::OnOverlap::Refuse).await;
    let url = format!("{}/tms/v1/x", api.upstream);
    let body = json!({"url": url, "token": "t", "postData": {"action": "T-Enable", "cids": ["1"]}});
    let first = api.post(ANITA, "/proxy_fetch", &body).await;
    assert_eq!(first.status, StatusCode::OK, "{}", first.text);
    let (code, field, _) =
        submit(&api, "/proxy_fetch", VIJAY, "T-Enable", first.json()["job_id"].as_str().unwrap())
            .await;
    assert_eq!((code, field), (400, json!("retry_of")));
    assert_eq!(api.sim.call_count(), 1);
}
