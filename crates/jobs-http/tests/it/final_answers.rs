//! Answers after which something may be recorded: none makes a client or a proxy repeat the
//! request, unless the request has a key, with which a repeat is harmless.

use std::sync::Arc;
use std::sync::atomic::Ordering;

use axum::body::Body;
use axum::http::Request;
use serde_json::{Value, json};

use crate::support::in_process::{Answer, Api, VIJAY};
use crate::support::stores::Unsure;

async fn post(api: &Api, path: &str, key: Option<&str>, body: &Value) -> Answer {
    let mut request =
        Request::post(path).header("authorization", format!("Bearer {}", VIJAY.unwrap()));
    if let Some(key) = key {
        request = request.header("idempotency-key", key);
    }
    api.send(request.body(Body::from(body.to_string())).unwrap()).await
}

fn check(path: &str, answer: &Answer, has_key: bool) {
    let status = answer.status.as_u16();
    let text = &answer.text;
    assert_eq!(status, if has_key { 503 } else { 424 }, "{path}: {text}");
    assert_eq!(answer.header("retry-after").is_some(), has_key, "{path}");
    for name in ["www-authenticate", "location"] {
        assert_eq!(answer.header(name), None, "{path}: {name}");
    }
}

#[tokio::test]
async fn what_may_be_recorded_is_not_asked_for_again_unless_it_has_a_key() {
    let store = Arc::new(Unsure::default());
    let api = Api::over(Arc::clone(&store) as _).await;
    let own = api.submit(VIJAY).await;
    let fetch = |cid: &str| {
        json!({"url": format!("{}/not-ready/x", api.upstream),
               "postData": {"action": "PE-Enable", "cids": [cid]}})
    };
    let failed = post(&api, "/proxy_fetch", None, &fetch("1")).await.json();
    let failed = failed["job_id"].as_str().unwrap().to_owned();
    let calls = api.sim.call_count();
    store.is_unsure.store(true, Ordering::Relaxed);
    let job = json!({"action_name": "a", "cids": ["1"]});
    let old = json!({"action_code": 3, "action_name": "a", "cids": ["1"]});
    for (path, body) in [
        ("/v1/jobs".to_owned(), job.clone()),
        ("/api/jobs/create".to_owned(), old),
        (format!("/v1/jobs/{own}/status"), json!({"status": "UNCONFIRMED"})),
        (format!("/v1/jobs/{failed}/retry"), json!({})),
        ("/proxy_fetch".to_owned(), fetch("2")),
    ] {
        for key in [None, Some(&*path)] {
            let answer = post(&api, &path, key, &body).await;
            check(&path, &answer, key.is_some());
            if path == "/proxy_fetch" {
                let told = if key.is_some() { 503 } else { 500 };
                let body = answer.json();
                assert_eq!((&body["status"], &body["httpStatus"]), (&json!("error"), &json!(told)));
            }
            if !path.ends_with("/status") {
                assert!(answer.json()["job_id"].is_string(), "{path}: {}", answer.text);
            }
        }
    }
    let lines =
        format!("{job}\n{}", json!({"action_name": "a", "cids": ["1"], "idempotency_key": "k"}));
    let answer = api.post(VIJAY, "/v1/jobs/bulk", lines).await;
    let codes: Vec<Value> =
        answer.text.lines().map(|line| line.parse::<Value>().unwrap()["status"].clone()).collect();
    assert_eq!(codes, [424, 503], "{}", answer.text);
    assert_eq!(api.sim.call_count(), calls, "no record, no call");
}

/// The call was made, but the answer cannot be built: a repeat would make another call.
#[tokio::test]
async fn a_retry_whose_job_cannot_be_shown_is_not_asked_for_again() {
    let store = Arc::new(Unsure::default());
    let api = Api::over(Arc::clone(&store) as _).await;
    let fetch = json!({"url": format!("{}/not-ready/x", api.upstream),
                       "postData": {"action": "PE-Enable", "cids": ["1"]}});
    let failed = post(&api, "/proxy_fetch", None, &fetch).await.json();
    let path = format!("/v1/jobs/{}", failed["job_id"].as_str().unwrap());
    api.get(VIJAY, &path).await;
    store.hides_new_jobs.store(true, Ordering::Relaxed);
    for (calls, key) in [(2, None), (3, Some("k"))] {
        let answer = post(&api, &format!("{path}/retry"), key, &json!({})).await;
        check(&path, &answer, key.is_some());
        assert!(answer.json()["job_id"].is_string(), "{}", answer.text);
        assert_eq!(api.sim.call_count(), calls);
    }
}
