//! Set Actions that are sent again: to whom, with what, and when they are not.

use axum::body::Body;
use axum::http::{Request, StatusCode};
use jobs_core::{
    ActionCode, ActionName, Cid, ClusterUrl, CustomerSet, JobStoreExt as _, NewJob, Outcomes,
    RequestPayload, Source, Status, StatusChange, StatusDetails, UserId,
};
use serde_json::{Value, json};

use crate::support::in_process::{ADMIN, ANITA, Answer, Api, VIJAY};

/// Sends a Set Action of vijay's to `path`, and returns the ID of its job.
async fn send(api: &Api, path: &str, payload: Value) -> String {
    let url = format!("{}{path}", api.upstream);
    let body = json!({"url": url, "token": "upstream-token", "postData": payload});
    let answer = api.post(VIJAY, "/proxy_fetch", body).await;
    answer.json()["job_id"].as_str().unwrap_or_else(|| panic!("{}", answer.text)).to_owned()
}

async fn retry(api: &Api, job_id: &str, body: Value) -> Answer {
    api.post(VIJAY, &format!("/v1/jobs/{job_id}/retry"), body).await
}

/// The job of a retry that was recorded.
fn job_of(answer: &Answer) -> Value {
    assert_eq!(answer.status, StatusCode::CREATED, "{}", answer.text);
    answer.json()["job"].clone()
}

async fn customers_of(api: &Api, job: &Value) -> Value {
    let path = format!("/v1/jobs/{}/customers", job["job_id"].as_str().unwrap());
    api.get(VIJAY, &path).await.json()["customers"].clone()
}

/// The body of the last call that the upstream got.
fn last_sent(api: &Api) -> Value {
    serde_json::from_str(&api.sim.calls().last().unwrap().body).unwrap()
}

#[tokio::test]
async fn the_failed_customers_are_tried_again_with_what_was_sent() {
    let api = Api::new().await;
    let payload = json!({"action": "PE-Finalize", "cids": [5001, "unknown-1"], "force": true});
    let failed = send(&api, "/tms/v1/x", payload).await;
    let answer = retry(&api, &failed, json!({"token": "another-token"})).await;
    let job = job_of(&answer);
    assert_eq!((&job["retry_of"], &job["source"]), (&json!(failed), &json!("gateway")));
    assert_eq!(customers_of(&api, &job).await, json!(["unknown-1"]));
    let expected = json!({"action": "PE-Finalize", "cids": ["unknown-1"], "force": true});
    assert_eq!(last_sent(&api), expected);
    let authorization = api.sim.calls().last().unwrap().authorization.clone();
    assert_eq!(authorization.as_deref(), Some("Bearer another-token"));
    // As the job is shown elsewhere.
    let location = answer.header("location").unwrap();
    assert_eq!(location, format!("/v1/jobs/{}", job["job_id"].as_str().unwrap()));
    assert_eq!(api.get(VIJAY, location).await.json(), job);
    assert_eq!(answer.json().as_object().unwrap().len(), 1, "{}", answer.text);

    // A customer that was sent as a number is sent as one again.
    let all = job_of(&retry(&api, &failed, json!({"customers": "all"})).await);
    assert_eq!(customers_of(&api, &all).await, json!(["5001", "unknown-1"]));
    assert_eq!(last_sent(&api)["cids"], json!([5001, "unknown-1"]));
    // A retry can be tried again. A null member counts as left out.
    let nothing = json!({"customers": null, "token": null, "url": null, "payload": null, "contentType": null});
    let again = job_of(&retry(&api, all["job_id"].as_str().unwrap(), nothing).await);
    assert_eq!(again["retry_of"], all["job_id"]);
}

#[tokio::test]
async fn a_job_that_failed_as_a_whole_is_tried_again_as_a_whole_elsewhere_if_need_be() {
    let api = Api::new().await;
    let payload = json!({"action": "T-Enable", "cids": ["5001", "5002"]});
    let failed = send(&api, "/status-500/x", payload).await;
    let url = format!("{}/tms/v1/x", api.upstream);
    let form = "application/x-www-form-urlencoded";
    let elsewhere = json!({"url": url, "contentType": form});
    let job = job_of(&retry(&api, &failed, elsewhere).await);
    assert_eq!((&job["status"], &job["cluster_url"]), (&json!("SUCCESS"), &json!(url)));
    assert_eq!(customers_of(&api, &job).await, json!(["5001", "5002"]));
    assert_eq!(api.sim.calls().last().unwrap().content_type.as_deref(), Some(form));
    let again = job_of(&retry(&api, &failed, json!({})).await);
    assert_eq!((&again["status"], &again["http_status"]), (&json!("FAILED"), &json!(500)));
}

/// The upstream may have acted: nothing is sent again unless somebody says so, or has found out.
#[tokio::test]
async fn what_nobody_knows_the_end_of_is_not_sent_again_by_default() {
    let api = Api::new().await;
    for path in ["/status-502/x", "/status-408/x", "/redirect/x", "/hang-up/x", "/invalid-json/x"] {
        let payload = json!({"action": "T-Enable", "cids": ["5001", "5002"]});
        let unknown = send(&api, path, payload).await;
        let calls = api.sim.call_count();
        for body in [json!({}), json!({"customers": "failed"})] {
            let refused = retry(&api, &unknown, body).await;
            assert_eq!(refused.status, StatusCode::CONFLICT, "{path}: {}", refused.text);
            let detail = refused.json()["detail"].as_str().unwrap().to_owned();
            assert!(detail.contains("nobody knows whether the upstream acted"), "{detail}");
        }
        assert_eq!(api.sim.call_count(), calls, "{path}");
        let all = job_of(&retry(&api, &unknown, json!({"customers": "all"})).await);
        assert_eq!(
            (&all["retry_of"], api.sim.call_count()),
            (&json!(unknown), calls + 1),
            "{path}"
        );
    }
}

#[tokio::test]
async fn what_was_found_out_since_counts() {
    let api = Api::new().await;
    let cids = ["5001", "5002", "5003"];
    for (status, outcomes, expected) in [
        ("FAILED", json!([]), json!(cids)),
        ("FAILED", json!([{"cid": "5001", "status": "SUCCESS"}]), json!(["5002", "5003"])),
        ("SUCCESS", json!([{"cid": "5002", "status": "FAILED"}]), json!(["5002"])),
    ] {
        let payload = json!({"action": "T-Enable", "cids": cids});
        let lost = send(&api, "/hang-up/x", payload).await;
        let report = json!({"status": status, "outcomes": outcomes});
        let reported = api.post(VIJAY, &format!("/v1/jobs/{lost}/status"), report).await;
        assert_eq!(reported.status, StatusCode::OK, "{}", reported.text);
        let job = job_of(&retry(&api, &lost, json!({})).await);
        assert_eq!(customers_of(&api, &job).await, expected, "{outcomes}");
    }
}

#[tokio::test]
async fn credentials_are_asked_for_again_and_are_not_recorded_again() {
    let api = Api::new().await;
    let path = "/not-ready/x?password=opensesame";
    let nested = json!({"deep": [{"password": "opensesame"}]});
    let payload =
        json!({"action": "PE-Enable", "cids": ["5001"], "authToken": "swordfish", "x": nested});
    let failed = send(&api, path, payload).await;
    let calls = api.sim.call_count();
    let url = format!("{}{path}", api.upstream);
    for (body, field, named) in [
        (json!({}), "url", ""),
        (json!({"url": url}), "payload", "authToken, x"),
        (json!({"url": url, "payload": {"x": 1}}), "payload", "authToken"),
    ] {
        let refused = retry(&api, &failed, body).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", refused.text);
        let problem = refused.json();
        assert_eq!(problem["type"], "urn:jobs:problem:credentials-needed");
        assert_eq!(problem["field"], field);
        assert!(problem["detail"].as_str().unwrap().ends_with(named), "{}", refused.text);
    }
    assert_eq!(api.sim.call_count(), calls);
    let body = json!({"url": url, "payload": {"authToken": "swordfish", "x": 1}});
    let answer = retry(&api, &failed, body).await;
    job_of(&answer);
    let expected =
        json!({"action": "PE-Enable", "cids": ["5001"], "authToken": "swordfish", "x": 1});
    assert_eq!(last_sent(&api), expected);
    assert!(!answer.text.contains("swordfish") && !answer.text.contains("opensesame"));
}

#[tokio::test]
async fn what_did_not_fail_or_is_not_ours_is_not_tried_again() {
    let api = Api::new().await;
    let payload = json!({"action": "T-Enable", "cids": ["5001"]});
    let done = send(&api, "/tms/v1/x", payload.clone()).await;
    let lost = send(&api, "/hang-up/x", payload).await;
    let submitted = api.submit(VIJAY).await;
    let head = api.head().await;
    for (job_id, body, field) in [
        (&done, json!({}), "customers"),
        (&done, json!({"customers": "all"}), "customers"),
        (&lost, json!({}), "customers"),
        (&submitted, json!({"customers": "all"}), "source"),
    ] {
        let refused = retry(&api, job_id, body).await;
        assert_eq!(refused.status, StatusCode::CONFLICT, "{}", refused.text);
        let problem = refused.json();
        assert_eq!(problem["type"], "urn:jobs:problem:not-retryable");
        assert_eq!(problem["field"], field, "{}", refused.text);
    }
    for (body, field) in [
        (json!({"customers": "some"}), "customers"),
        (json!({"customers": "all", "payload": {"action": "PE-Direct"}}), "payload"),
        (json!({"customers": "all", "payload": {"cids": ["1"]}}), "payload"),
        (json!({"customers": "all", "payload": {"CIDs": ["1"]}}), "payload"),
        (json!({"customers": "all", "contentType": "text/plain"}), "contentType"),
        (json!({"customers": "all", "cids": ["1"]}), "cids"),
    ] {
        let refused = retry(&api, &lost, body).await;
        assert_eq!(refused.status, StatusCode::BAD_REQUEST, "{}", refused.text);
        assert_eq!(refused.json()["field"], field, "{}", refused.text);
    }
    let other =
        api.post(ANITA, &format!("/v1/jobs/{lost}/retry"), json!({"customers": "all"})).await;
    assert_eq!(other.status, StatusCode::FORBIDDEN);
    let nowhere = json!({"customers": "all", "url": "http://127.0.0.1:1/"});
    assert_eq!(retry(&api, &lost, nowhere).await.status, StatusCode::FORBIDDEN);
    assert_eq!((api.head().await, api.sim.call_count()), (head, 2));

    // Nobody knows whether it acted; only `"all"` sends it again.
    let all = json!({"customers": "all"});
    let by_admin = api.post(ADMIN, &format!("/v1/jobs/{lost}/retry"), all).await;
    assert_eq!(job_of(&by_admin)["user_id"], "admin");
}

/// Whatever was found out about the two jobs since: the first answer is repeated.
#[tokio::test]
async fn a_retry_with_a_key_is_told_again_as_it_was() {
    let api = Api::new().await;
    let lost = send(&api, "/hang-up/x", json!({"action": "T-Enable", "cids": ["5001"]})).await;
    let retry = async |job_id: &str, key: &str| {
        let request = Request::post(format!("/v1/jobs/{job_id}/retry"))
            .header("authorization", format!("Bearer {}", VIJAY.unwrap()))
            .header("idempotency-key", key);
        api.send(request.body(Body::from(r#"{"customers":"all"}"#)).unwrap()).await
    };
    let first = retry(&lost, "k").await;
    let again = job_of(&first);
    assert_eq!(again["cause"], "connection_lost");
    for job_id in [again["job_id"].as_str().unwrap(), &lost] {
        let found_out = json!({"status": "SUCCESS"});
        let reported = api.post(VIJAY, &format!("/v1/jobs/{job_id}/status"), found_out).await;
        assert_eq!(reported.status, StatusCode::OK, "{}", reported.text);
        let replayed = retry(&lost, "k").await;
        assert_eq!((replayed.status, replayed.json()), (first.status, first.json()));
        assert_eq!(replayed.header("idempotency-replayed"), Some("true"));
    }
    assert_eq!(api.sim.call_count(), 2);
    // The key is only for that request.
    assert_eq!(retry(&lost, "another").await.status, StatusCode::CONFLICT);
    let other = send(&api, "/hang-up/x", json!({"action": "T-Enable", "cids": ["7"]})).await;
    assert_eq!(retry(&other, "k").await.status, StatusCode::UNPROCESSABLE_ENTITY);
}

/// As another program may have recorded it, with or without the same gateway.
#[tokio::test]
async fn a_payload_that_cannot_be_read_is_not_sent_again() {
    let api = Api::new().await;
    let deep =
        format!(r#"{{"action":"A","cids":["1"],"x":{}1{}}}"#, "[".repeat(200), "]".repeat(200));
    let reserved = r#"{"action":"A","cids":["1"],"x":{"$serde_json::private::RawValue":"[]"}}"#;
    for payload in [&deep, reserved, "[1]", "action=A&cids=1"] {
        let customers = CustomerSet::new([Cid::new("1").unwrap()]).unwrap();
        let job = NewJob::new(
            UserId::new("vijay").unwrap(),
            ActionCode::new(2).unwrap(),
            ActionName::new("A").unwrap(),
            customers,
        )
        .unwrap()
        .with_source(Source::Gateway)
        .with_cluster_url(Some(ClusterUrl::new(api.upstream.as_str()).unwrap()))
        .with_request_payload(Some(RequestPayload::new(payload).unwrap()));
        let job_id = job.job_id();
        api.store.create(job).await.unwrap();
        let details = StatusDetails::new(Status::Failed);
        api.store
            .change_status(StatusChange {
                job_id,
                actor: UserId::new("vijay").unwrap(),
                details,
                outcomes: Outcomes::default(),
                request_key: None,
            })
            .await
            .unwrap();
        let head = api.head().await;
        let refused = retry(&api, &job_id.to_string(), json!({})).await;
        assert_eq!(refused.status, StatusCode::CONFLICT, "{}", refused.text);
        assert_eq!(refused.json()["field"], "request_payload", "{}", refused.text);
        assert_eq!((api.head().await, api.sim.call_count()), (head, 0));
    }
}

#[tokio::test]
async fn while_its_call_is_under_way_a_job_is_not_tried_again() {
    let api = Api::new().await;
    let sending = send(&api, "/held/x", json!({"action": "T-Enable", "cids": ["5001"]}));
    let retrying = async {
        api.sim.called(1).await;
        let jobs = api.get(VIJAY, "/v1/jobs").await.json();
        let job_id = jobs["jobs"][0]["job_id"].as_str().unwrap().to_owned();
        let refused = retry(&api, &job_id, json!({"customers": "all"})).await;
        api.sim.release();
        refused
    };
    let (_, refused) = tokio::join!(sending, retrying);
    assert_eq!(refused.status, StatusCode::CONFLICT, "{}", refused.text);
    assert_eq!(refused.json()["field"], "status");
    assert_eq!(api.sim.call_count(), 1);
}

#[tokio::test]
async fn a_retry_is_sent_once_for_its_key_and_a_second_one_is_warned() {
    let api = Api::new().await;
    let payload = json!({"action": "T-Enable", "cids": ["5001", "unknown-1"]});
    let failed = send(&api, "/tms/v1/x", payload).await;
    let keyed = async |body: Value| {
        let request = Request::post(format!("/v1/jobs/{failed}/retry"))
            .header("authorization", format!("Bearer {}", VIJAY.unwrap()))
            .header("idempotency-key", "k");
        api.send(request.body(Body::from(body.to_string())).unwrap()).await
    };
    let first = keyed(json!({})).await;
    let again = keyed(json!({"token": "a-fresh-one"})).await;
    assert_eq!(first.json().get("warning"), None, "{}", first.text);
    assert_eq!(job_of(&again), job_of(&first));
    assert_eq!(first.header("idempotency-replayed"), None);
    assert_eq!(again.header("idempotency-replayed"), Some("true"));
    assert_eq!(api.sim.call_count(), 2);
    let other = keyed(json!({"customers": "all"})).await;
    assert_eq!(other.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", other.text);

    let second = retry(&api, &failed, json!({})).await;
    let warned = json!([{"job_id": job_of(&first)["job_id"], "customers": 1}]);
    assert_eq!(second.json()["warning"]["jobs"], warned, "{}", second.text);
}
