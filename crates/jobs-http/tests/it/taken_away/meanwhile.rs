//! Access that is taken away while a body comes or the ledger is read: the request is refused, and
//! records nothing.

use std::sync::Arc;

use axum::body::{Body, Bytes};
use axum::http::Method;
use futures::{FutureExt as _, SinkExt as _};
use jobs_api::{Access, Endpoint, Scope, endpoints};
use serde_json::json;

use super::{By, Site};
use crate::support::in_process::Api;
use crate::support::process::PATIENCE;
use crate::support::stores::Stalling;

/// Every route, including future ones: requests that wait for the ledger are refused meanwhile.
#[tokio::test]
async fn no_route_answers_who_has_lost_the_right_to_it_while_it_was_read() {
    let mut stalled = 0;
    for operation in endpoints() {
        if operation.method() != Method::GET || !matches!(operation.access(), Access::Roles { .. })
        {
            continue;
        }
        let store = Arc::new(Stalling::default());
        let site = Site::over(store.clone()).await;
        let by = By::bearer("token-of-admin");
        let path = site.api.path(operation, &site.api.submit(Some("token-of-ci")).await).await;
        store.stalls.send_replace(true);
        let request = site.request(&by, Method::GET, &path, Body::empty()).await;
        let mut answer = Box::pin(site.api.send(request));
        // A request that reads nothing is answered at once.
        if answer.as_mut().now_or_never().is_some() {
            continue;
        }
        stalled += 1;
        site.editor().revoke_token("admin-1").unwrap();
        site.api.app.refresh();
        let answer = tokio::time::timeout(PATIENCE, answer).await;
        assert_eq!(answer.expect(&path).status, 401, "{path}");
    }
    assert!(stalled >= 20, "{stalled}");
}

/// A body may take half a minute: access that is revoked meanwhile is refused before anything is
/// recorded.
#[tokio::test]
async fn nothing_is_recorded_for_who_was_let_in_when_the_body_began() {
    let body = r#"{"action_name": "Pay", "action_code": 1, "cids": ["1"], "status": "SUCCESS"}"#;
    for path in ["/v1/jobs", "/v1/jobs/{job_id}/status", "/proxy_fetch", "/api/jobs/create"] {
        let site = Site::new().await;
        let by = By::bearer("token-of-admin");
        let path = path.replace("{job_id}", &site.api.submit(Some("token-of-ci")).await);
        let body = match &*path {
            "/proxy_fetch" => json!({
                "url": format!("{}/tms/v1/actions", site.api.upstream), "isPost": true,
                "postData": {"action": "PE-Enable", "cids": ["1"]},
            })
            .to_string(),
            path if path.ends_with("/status") => r#"{"status": "SUCCESS"}"#.to_owned(),
            "/v1/jobs" => r#"{"action_name": "Pay", "cids": ["1"]}"#.to_owned(),
            _ => body.to_owned(),
        };
        let (mut rest, sent) = futures::channel::mpsc::unbounded::<Result<Bytes, std::io::Error>>();
        let request = site.request(&by, Method::POST, &path, Body::from_stream(sent)).await;
        let mut answer = Box::pin(site.api.send(request));
        assert!(answer.as_mut().now_or_never().is_none());
        site.editor().revoke_token("admin-1").unwrap();
        site.api.app.refresh();
        let size = site.api.head().await.size();
        rest.send(Ok(body.into())).await.unwrap();
        drop(rest);
        let answer = answer.await;
        assert_eq!(answer.status, 401, "{path}: {}", answer.text);
        assert_eq!(site.api.head().await.size(), size, "{path}");
    }
}

/// Every route that records, including future ones: reading before that, such as the job that is
/// tried again, may take a while too.
#[tokio::test]
async fn nothing_is_recorded_for_who_has_lost_the_right_to_it_while_something_was_read() {
    let mut stalled = Vec::new();
    for operation in endpoints() {
        let Access::Roles { auditor: Scope::Nothing, .. } = operation.access() else { continue };
        if operation.access() == Access::ADMIN {
            // Accounts are not in the ledger.
            continue;
        }
        let store = Arc::new(Stalling::default());
        let site = Site::over(store.clone()).await;
        let by = By::bearer("token-of-admin");
        let ended = site.api.submit_ended(Some("token-of-admin")).await;
        let (path, body) = recording(operation, &site.api, &ended).await;
        let size = site.api.head().await.size();
        store.stalls.send_replace(true);
        let request = site.request(&by, Method::POST, &path, body.into()).await;
        let mut answer = Box::pin(site.api.send(request));
        if answer.as_mut().now_or_never().is_some() {
            continue;
        }
        stalled.push(operation.id());
        site.editor().revoke_token("admin-1").unwrap();
        site.api.app.refresh();
        store.stalls.send_replace(false);
        let answer = tokio::time::timeout(PATIENCE, answer).await.expect(&path);
        let is_refused = answer.status == 401 || answer.text.contains("\"status\":401");
        assert!(is_refused, "{path}: {} {}", answer.status, answer.text);
        assert_eq!(site.api.head().await.size(), size, "{path}");
    }
    for operation in ["submitJob", "submitBulk", "reportStatus", "retryJob", "proxyFetch"] {
        assert!(stalled.contains(&operation), "{operation:?} reads nothing before it records");
    }
}

/// A request that reads a job before it records: the `ended` one that it tries again, or its own.
async fn recording(operation: &'static Endpoint, api: &Api, ended: &str) -> (String, String) {
    let job = json!({"action_name": "Trans-Begin", "cids": ["5001"], "retry_of": ended});
    let set_action = |base: &str, retry_of: Option<&str>| {
        json!({
            "url": format!("{}{base}", api.upstream), "isPost": true, "retry_of": retry_of,
            "postData": {"action": "Trans-Begin", "cids": ["5001"]},
        })
    };
    let (job_id, body) = match operation.id() {
        "reportStatus" => (api.submit(Some("token-of-admin")).await, json!({"status": "SUCCESS"})),
        "retryJob" => {
            let failed = set_action("/not-ready/x", None);
            let failed = api.post(Some("token-of-admin"), "/proxy_fetch", failed).await.json();
            (failed["job_id"].as_str().unwrap().to_owned(), json!({}))
        }
        "proxyFetch" => (String::new(), set_action("/tms/v1/actions", Some(ended))),
        "createOldJob" => {
            (String::new(), json!({"action_name": "Pay", "action_code": 1, "cids": ["1"]}))
        }
        _ => (String::new(), job),
    };
    (operation.path().replace("{job_id}", &job_id), body.to_string())
}
