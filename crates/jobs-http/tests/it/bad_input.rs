//! Bad input: a clear 4xx that names the field, and an unchanged ledger.

use axum::body::{Body, Bytes};
use axum::http::{Method, Request, StatusCode};
use jobs_api::{Access, Endpoint, endpoints};
use serde_json::{Value, json};

use crate::support::in_process::{ADMIN, Api, VIJAY};

const PATH: &str = "/v1/jobs";

/// A valid submission, changed.
fn job(name: &str, value: Value) -> String {
    let mut job = json!({"action_name": "Trans-Begin", "cids": ["5001"]});
    job[name] = value;
    job.to_string()
}

fn without(name: &str) -> String {
    let mut job = json!({"action_name": "Trans-Begin", "cids": ["5001"]});
    job.as_object_mut().unwrap().remove(name);
    job.to_string()
}

/// The field that is named, and the body.
fn submissions() -> Vec<(&'static str, Body)> {
    let mut cases: Vec<(&'static str, Body)> = vec![
        ("action_name", without("action_name").into()),
        ("cids", without("cids").into()),
        ("action_name", job("action_name", json!(null)).into()),
        ("ref", job("ref", json!("row 7")).into()),
        ("colour", job("colour", json!("red")).into()),
        ("cids", r#"{"action_name":"a","cids":["1"],"cids":["2"]}"#.into()),
        ("job_id", job("job_id", json!("00000000-0000-0000-0000-000000000000")).into()),
        ("job_id", job("job_id", json!("not-a-uuid")).into()),
        ("retry_of", job("retry_of", json!("0192f0c1-2345-7000-8000-000000000001")).into()),
        ("action_code", job("action_code", json!(1_i64 << 53)).into()),
        ("action_code", job("action_code", json!(1.5)).into()),
        ("cids", job("cids", json!([])).into()),
        ("cids", job("cids", json!(["a", 7.5])).into()),
        ("cids", job("cids", json!(["a", null])).into()),
        ("cids", job("cids", (0..100_001).map(|i| i.to_string()).collect()).into()),
        ("cids", b"{\"action_name\":\"a\",\"cids\":[\"\xff\"]}".to_vec().into()),
        ("action_name", b"{\"action_name\":\"\xc3(\",\"cids\":[\"1\"]}".to_vec().into()),
        ("request_payload", b"{\"request_payload\":{\"a\":\"\xff\"}}".to_vec().into()),
        ("request_payload", format!("{{\"request_payload\":{}", "[".repeat(1 << 20)).into()),
        ("request_payload", format!("{{\"request_payload\":{}", "{\"a\":".repeat(9_000)).into()),
        ("cids", format!("{{\"cids\":{}", "[".repeat(9_000)).into()),
        ("body", "".into()),
        ("body", "null".into()),
        ("body", "[]".into()),
        ("body", "\"text\"".into()),
        ("body", "{} {}".into()),
        ("body", "{\"action_name\"".into()),
        ("body", b"\xff\xfe".to_vec().into()),
        ("body", Bytes::from(vec![b' '; 100 << 20]).into()),
        ("body", endless()),
    ];
    for name in ["action_name", "batch_id", "cluster_url", "user_id"] {
        for wrong in [json!(5), json!(["a"]), json!({}), json!(true), json!(""), json!("a\u{7}b")] {
            cases.push((name, job(name, wrong).into()));
        }
        cases.push((name, job(name, json!("x".repeat(2049))).into()));
    }
    for wrong in [json!(5), json!("5001"), json!({"5001": 1}), json!(true)] {
        cases.push(("cids", job("cids", wrong).into()));
    }
    for wrong in [json!([""]), json!(["a\nb"]), json!(["x".repeat(129)]), json!(["a\u{0}"])] {
        cases.push(("cids", job("cids", wrong).into()));
    }
    for wrong in [json!("1"), json!([1]), json!(true)] {
        cases.push(("action_code", job("action_code", wrong).into()));
    }
    for name in ["job_id", "retry_of"] {
        for wrong in [json!(5), json!([]), json!(""), json!("0192f0c1")] {
            cases.push((name, job(name, wrong).into()));
        }
    }
    cases
}

/// 100 MB of spaces without a content length.
fn endless() -> Body {
    let frames = (0..100).map(|_| Ok::<_, std::io::Error>(Bytes::from(vec![b' '; 1 << 20])));
    Body::from_stream(futures::stream::iter(frames))
}

#[tokio::test]
async fn a_submission_that_is_wrong_is_refused_by_field() {
    let api = Api::new().await;
    api.submit(VIJAY).await;
    let head = api.head().await;
    for (at, (field, body)) in submissions().into_iter().enumerate() {
        let answer = api.call(ADMIN, Method::POST, PATH, body).await;
        let problem = answer.json();
        let text = &answer.text;
        assert!(answer.status.is_client_error(), "case {at} ({field}): {text}");
        assert_eq!(problem["field"], field, "case {at}: {text}");
        assert_eq!(problem["status"], answer.status.as_u16());
        let detail = problem["detail"].as_str().unwrap();
        assert!(detail.starts_with(&format!("{field}: ")), "case {at}: {text}");
        assert!(detail.len() < 600, "case {at}: {text}");
        assert_eq!(answer.header("content-type"), Some("application/problem+json"));
        assert_eq!(api.head().await, head, "case {at} ({field})");
    }
}

#[tokio::test]
async fn a_body_that_is_too_large_is_refused_as_such() {
    let api = Api::new().await;
    for body in [Body::from(Bytes::from(vec![b' '; 100 << 20])), endless()] {
        let answer = api.call(ADMIN, Method::POST, PATH, body).await;
        assert_eq!(answer.status, StatusCode::PAYLOAD_TOO_LARGE, "{}", answer.text);
        assert_eq!(answer.json()["field"], "body");
    }
    // Up to the limit, the content decides.
    let body = Bytes::from(vec![b' '; jobs_api::BODY_BYTES_MAX]);
    let answer = api.call(ADMIN, Method::POST, PATH, body).await;
    assert_eq!(answer.status, StatusCode::BAD_REQUEST, "{}", answer.text);
}

#[tokio::test]
async fn a_token_that_is_missing_or_wrong_is_refused_by_field() {
    let api = Api::new().await;
    let job_id = api.submit(VIJAY).await;
    let head = api.head().await;
    let values = [None, Some("Bearer nobodys"), Some("Bearer"), Some("Basic dG9rZW4="), Some("")];
    // The legacy paths answer in the old words, and pages redirect to the form.
    let guarded = |it: &&Endpoint| matches!(it.access(), Access::Roles { .. });
    let ours = |it: &&Endpoint| it.path().starts_with("/v1/") || it.path().starts_with("/log/");
    let operations = endpoints().iter().filter(|it| guarded(it) && ours(it));
    for (operation, value) in operations.flat_map(|it| values.map(|value| (it, value))) {
        let path = operation.path().replace("{job_id}", &job_id);
        let mut request = Request::builder().method(operation.method()).uri(path);
        if let Some(value) = value {
            request = request.header("authorization", value);
        }
        let answer = api.send(request.body(Body::from("{}")).unwrap()).await;
        assert_eq!(answer.status, StatusCode::UNAUTHORIZED, "{operation:?} {value:?}");
        assert_eq!(answer.json()["field"], "authorization", "{operation:?} {value:?}");
        let detail = answer.json()["detail"].as_str().unwrap().to_owned();
        assert!(detail.starts_with("authorization: "), "{detail}");
    }
    assert_eq!(api.head().await, head);
}

#[tokio::test]
async fn a_report_that_is_wrong_is_refused_by_field() {
    let api = Api::new().await;
    let job_id = api.submit(VIJAY).await;
    let head = api.head().await;
    let path = format!("/v1/jobs/{job_id}/status");
    let outcome = |outcome: Value| json!({"status": "FAILED", "outcomes": [outcome]});
    let cases = [
        ("status", json!({})),
        ("status", json!({"status": 1})),
        ("status", json!({"status": "BANANA"})),
        ("status", json!({"status": "success"})),
        ("colour", json!({"status": "SUCCESS", "colour": 1})),
        ("http_status", json!({"status": "FAILED", "http_status": 99})),
        ("http_status", json!({"status": "FAILED", "http_status": -1})),
        ("http_status", json!({"status": "FAILED", "http_status": 70_000})),
        ("http_status", json!({"status": "FAILED", "http_status": "200"})),
        ("error_message", json!({"status": "FAILED", "error_message": 5})),
        ("error_message", json!({"status": "FAILED", "error_message": "a\u{0}b"})),
        ("error_message", json!({"status": "FAILED", "error_message": "x".repeat(16_385)})),
        ("response_summary", json!({"status": "FAILED", "response_summary": ["x"]})),
        ("response_summary", json!({"status": "FAILED", "response_summary": "x".repeat(65_537)})),
        ("outcomes", json!({"status": "FAILED", "outcomes": {}})),
        ("outcomes", outcome(json!("5001"))),
        ("outcomes", outcome(json!({"status": "FAILED"}))),
        ("outcomes", outcome(json!({"cid": "5001"}))),
        ("outcomes", outcome(json!({"cid": "5001", "status": "IN_PROGRESS"}))),
        ("outcomes", outcome(json!({"cid": "5001", "status": "FAILED", "colour": 1}))),
        (
            "outcomes",
            outcome(json!({"cid": "5001", "status": "FAILED", "message": "x".repeat(1025)})),
        ),
        ("outcomes", outcome(json!({"cid": "5002", "status": "FAILED"}))),
    ];
    for (field, body) in cases {
        let answer = api.post(VIJAY, &path, &body).await;
        assert_eq!(answer.status, StatusCode::BAD_REQUEST, "{body}: {}", answer.text);
        assert_eq!(answer.json()["field"], field, "{body}: {}", answer.text);
        assert_eq!(api.head().await, head, "{body}");
    }
    let twice = json!({"status": "FAILED", "outcomes": [
        {"cid": "5001", "status": "FAILED"}, {"cid": "5001", "status": "SUCCESS"},
    ]});
    assert_eq!(api.post(VIJAY, &path, twice).await.json()["field"], "outcomes");
}

#[tokio::test]
async fn paths_and_parameters_that_are_wrong_are_refused_by_name() {
    let api = Api::new().await;
    let job_id = api.submit(VIJAY).await;
    let long = "x".repeat(129);
    let cases = [
        ("limit", "/v1/jobs?limit=-1".to_owned()),
        ("limit", "/v1/jobs?limit=0".to_owned()),
        ("limit", "/v1/jobs?limit=501".to_owned()),
        ("limit", "/v1/jobs?limit=ten".to_owned()),
        ("limit", "/v1/jobs?limit=5&limit=5".to_owned()),
        ("cursor", "/v1/jobs?cursor=".to_owned()),
        ("cursor", "/v1/jobs?cursor=0".to_owned()),
        ("cursor", "/v1/jobs?cursor=AQAAAAAAAAAAAAAAAAAAAAA".to_owned()),
        ("cursor", "/v1/jobs?cursor=%f0%9f%92%a5".to_owned()),
        ("status", "/v1/jobs?status=success".to_owned()),
        ("order", "/v1/jobs?order=up".to_owned()),
        ("since", "/v1/jobs?since=yesterday".to_owned()),
        ("until", "/v1/jobs?until=2026-01-28".to_owned()),
        ("cid", "/v1/jobs?cid=".to_owned()),
        ("cid", "/v1/jobs?cid=a%00b".to_owned()),
        ("cid", "/v1/jobs?cid=%ff".to_owned()),
        ("cid", format!("/v1/jobs?cid={long}")),
        ("user_id", "/v1/jobs?user_id=%0a".to_owned()),
        ("action_name", format!("/v1/jobs?action_name={long}")),
        ("batch_id", "/v1/jobs?batch_id".to_owned()),
        ("offset", "/v1/jobs?offset=10".to_owned()),
        ("job_id", "/v1/jobs/5".to_owned()),
        ("job_id", "/v1/jobs/%ff".to_owned()),
        ("job_id", "/v1/jobs/00000000-0000-0000-0000-000000000000".to_owned()),
        ("job_id", "/v1/jobs/x/customers".to_owned()),
        ("job_id", "/v1/jobs/x/history".to_owned()),
        ("limit", format!("/v1/jobs/{job_id}/customers?limit=-1")),
        ("limit", format!("/v1/jobs/{job_id}/customers?limit=10001")),
        ("after", format!("/v1/jobs/{job_id}/customers?after=%07")),
        ("x", format!("/v1/jobs/{job_id}/customers?x=1")),
        ("x", format!("/v1/jobs/{job_id}?x=1")),
        ("x", format!("/v1/jobs/{job_id}/history?x=1")),
    ];
    for (field, path) in cases {
        let answer = api.get(ADMIN, &path).await;
        assert_eq!(answer.status, StatusCode::BAD_REQUEST, "{path}: {}", answer.text);
        assert_eq!(answer.json()["field"], field, "{path}: {}", answer.text);
    }
}

#[tokio::test]
async fn a_proxy_fetch_that_is_wrong_is_refused_in_the_old_shape_and_sends_nothing() {
    let api = Api::new().await;
    let head = api.head().await;
    let url = format!("{}/tms/v1/x", api.upstream);
    let good =
        json!({"url": url, "isPost": true, "postData": {"action": "T-Enable", "cids": ["1"]}});
    let with = |name: &str, value: Value| {
        let mut body = good.clone();
        body[name] = value;
        body.to_string().into_bytes()
    };
    let mut cases: Vec<(&str, Vec<u8>)> = vec![
        ("body: ", b"".to_vec()),
        ("body: ", b"{\"url\"".to_vec()),
        ("body: ", vec![b' '; 17 << 20]),
        ("url: ", with("url", json!(null))),
        ("url: ", with("url", json!(5))),
        ("url: ", with("url", json!(""))),
        ("url: ", with("url", json!("not a url"))),
        ("token: ", with("token", json!(5))),
        ("token: ", with("token", json!("a\nb"))),
        ("isPost: ", with("isPost", json!("yes"))),
        ("isPost: ", with("isPost", json!(1))),
        ("postData: ", with("postData", json!("text"))),
        ("postData: ", with("postData", json!([]))),
        ("contentType: ", with("contentType", json!("text/plain"))),
        ("contentType: ", with("contentType", json!(5))),
        ("batch_id: ", with("batch_id", json!(""))),
        ("retry_of: ", with("retry_of", json!("x"))),
        ("cids: ", with("postData", json!({"action": "T-Enable"}))),
        ("cids: ", with("postData", json!({"action": "T-Enable", "cids": []}))),
        ("cids: ", with("postData", json!({"action": "T-Enable", "cids": "1"}))),
        ("cids: ", with("postData", json!({"action": "T-Enable", "cids": [""]}))),
        ("cids: ", with("postData", json!({"action": "T-Enable", "cids": ["a\u{7}"]}))),
        ("cids: ", with("postData", json!({"action": "T-Enable", "cids": ["x".repeat(129)]}))),
        ("cids: ", with("postData", json!({"action": "T-Enable", "cids": [[]]}))),
        ("action: ", with("postData", json!({"action": 5, "cids": ["1"]}))),
        ("action: ", with("postData", json!({"action": "", "cids": ["1"]}))),
        ("action: ", with("postData", json!({"action": "x".repeat(129), "cids": ["1"]}))),
        ("postData: ", b"{\"postData\":{\"action\":\"\xff\"}}".to_vec()),
        ("postData: ", format!("{{\"postData\":{{\"a\":{}", "[".repeat(9_000)).into_bytes()),
    ];
    let many: Vec<String> = (0..100_001).map(|i| i.to_string()).collect();
    cases.push(("cids: ", with("postData", json!({"action": "T-Enable", "cids": many}))));
    for (at, (start, body)) in cases.into_iter().enumerate() {
        let answer = api.call(VIJAY, Method::POST, "/proxy_fetch", body).await;
        let failure = answer.json();
        let text = &answer.text;
        assert!(answer.status.is_client_error(), "case {at} ({start}): {text}");
        assert_eq!(failure["status"], "error", "case {at}: {text}");
        assert_eq!(failure["httpStatus"], answer.status.as_u16(), "case {at}: {text}");
        assert_eq!(failure["job_id"], Value::Null, "case {at}: {text}");
        assert!(
            failure["message"].as_str().unwrap().starts_with(start),
            "case {at} ({start}): {text}"
        );
        assert_eq!(api.head().await, head, "case {at} ({start})");
    }
    assert_eq!(api.sim.call_count(), 0);
}
