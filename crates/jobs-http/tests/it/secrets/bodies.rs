//! Bodies with secrets: valid ones of `/v1`, and unreadable ones for every route that takes a body.

use jobs_api::endpoints;
use reqwest::Method;
use serde_json::{Value, json};

use super::canary::in_url;
use super::scene::{LAST, PLAIN, Scene};

/// Bodies that no route can read; `{}` stands for the secret.
const UNREADABLE: [&[u8]; 12] = [
    b"{\"token\":\"{}",
    b"{\"token\":\"{}\"",
    b"{\"token\":\"{}\"} {}",
    b"{\"token\":\"{}\",}",
    b"{\"token\":\"\xff {}\"}",
    b"{\"token\":\"\\u{}\"}",
    b"{\"token\": {}}",
    b"\"{}\"",
    b"[\"{}\"]",
    b"{}",
    b"token={}",
    b"{\"token\":\"{}\",\"token\":\"{}\"}",
];

/// Sends unreadable bodies to every route that takes a body.
pub(super) async fn send_unreadable(scene: &mut Scene) {
    let job_id = scene.submit().await;
    for operation in endpoints().iter().filter(|it| it.method() == Method::POST) {
        let path = operation.path().replace("{job_id}", &job_id);
        for body in UNREADABLE {
            let input = format!("{} at {path}", String::from_utf8_lossy(body));
            let secret = scene.canaries.plant(&input);
            scene.post(&input, &path, with(body, &secret)).await;
        }
        let input = format!("a long body at {path}");
        let secret = scene.canaries.plant(&input);
        scene.post(&input, &path, format!("{{\"token\":\"{}", secret.repeat(2_000))).await;
    }
    for (input, request) in [
        ("a request line", "GET /{} {} HTTP/1.1\r\nhost: x\r\n\r\n"),
        ("a header that is none", "GET / HTTP/1.1\r\nhost: x\r\n{}\r\n\r\n"),
        (
            "a header's name",
            "GET / HTTP/1.1\r\nhost: x\r\ntoken {}: x\r\nconnection: close\r\n\r\n",
        ),
        ("a length", "POST /v1/jobs HTTP/1.1\r\nhost: x\r\ncontent-length: {}\r\n\r\n"),
        ("the method", "{} / HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n"),
        ("a header in the clear", "GET / HTTP/1.1\r\nhost: x\r\nauthorization: \x01{}\r\n\r\n"),
    ] {
        let secret = scene.canaries.plant(input);
        scene.send_raw(input, request.replace("{}", &secret).as_bytes());
    }
}

fn with(body: &[u8], secret: &str) -> Vec<u8> {
    let mut whole = Vec::new();
    let mut rest = body;
    while let Some(at) = rest.windows(2).position(|it| it == b"{}") {
        whole.extend_from_slice(&rest[..at]);
        whole.extend_from_slice(secret.as_bytes());
        rest = &rest[at + 2..];
    }
    whole.extend_from_slice(rest);
    whole
}

/// A job with a secret wherever one is replaced.
fn job(scene: &mut Scene, of: &str) -> Value {
    let shapes = scene.canaries.plant_shapes(of);
    let mut plant = |place: &str| scene.canaries.plant(format!("{place} of {of}"));
    let token = plant("a member");
    let parameter = in_url(&plant("a parameter of the URL"));
    let free = format!("was sent with {token} to ?token={parameter}");
    json!({
        "action_name": "T-Enable", "action_code": 3, "cids": ["1"],
        "cluster_url": format!("https://a.test/x?page=2&token={parameter}"),
        "request_payload": {
            "note": PLAIN, "apiToken": token, "list": [{"SECRET": plant("a member inside")}],
            "text": json!({"password": plant("JSON in a text")}).to_string(),
            "link": format!("https://vijay:{}@a.test/", in_url(&plant("a URL's password"))),
            "free": free, "shapes": shapes,
        },
    })
}

/// Records jobs, one by one, in bulk and by the legacy path, and reports how they ended.
pub(super) async fn record(scene: &mut Scene) {
    for path in ["/v1/jobs", "/v1/jobs?receipt=true", "/api/jobs/create"] {
        let mut body = job(scene, path);
        if path.starts_with("/api") {
            body["response_summary"] = json!(scene.canaries.plant("a summary of an old job"));
        }
        let key = scene.canaries.plant(format!("the key at {path}"));
        let mut other = body.clone();
        other["cids"] = json!(["2"]);
        for (body, expected) in [(&body, 201), (&body, 201), (&other, 422)] {
            let request = scene.request(Method::POST, path).bearer_auth(&scene.token);
            let request = request.header("idempotency-key", &key).body(body.to_string());
            let answer = scene.send(&format!("a job at {path}"), request).await;
            assert_eq!(answer.status, expected, "{path}: {}", answer.text);
        }
    }
    record_in_bulk(scene).await;
    report(scene).await;
}

async fn record_in_bulk(scene: &mut Scene) {
    let mut lines = Vec::new();
    for n in 0..2 {
        let mut line = job(scene, "a line");
        line["idempotency_key"] = json!(scene.canaries.plant("the key of a line"));
        // The same line twice, with its key.
        for _ in 0..=n {
            lines.extend(line.to_string().into_bytes());
            lines.push(b'\n');
        }
    }
    for line in UNREADABLE {
        let input = format!("the line {}", String::from_utf8_lossy(line));
        lines.extend(with(line, &scene.canaries.plant(input)));
        lines.push(b'\n');
    }
    let answer = scene.post("a bulk request", "/v1/jobs/bulk", lines).await;
    assert_eq!(answer.text.matches("\"status\":201").count(), 3, "{}", answer.text);
}

/// An upstream's answer with credentials in it, as a caller reports it.
async fn report(scene: &mut Scene) {
    let job_id = scene.submit().await;
    let shapes = scene.canaries.plant_shapes("a report");
    let mut plant = |place: &str| scene.canaries.plant(format!("{place} of a report"));
    let told =
        format!("no answer from https://vijay:{}@a.test/", in_url(&plant("the message, in a URL")));
    let summary = json!({"access_token": plant("the summary, in JSON"), "a": {"b": [
        json!({"password": plant("the summary, in JSON in a text")}).to_string()]}, "shapes": shapes});
    let outcome = format!("see /x?token={}", in_url(&plant("the message of an outcome")));
    let said = format!("sent again with token={}", plant("a note"));
    let note = scene
        .post("a note", &format!("/v1/jobs/{job_id}/notes"), json!({"text": said}).to_string())
        .await;
    assert_eq!(note.status, 201, "{}", note.text);
    let body = json!({
        "status": "FAILED", "http_status": 401, "error_message": told,
        "response_summary": summary.to_string(),
        "outcomes": [{"cid": "1", "status": "FAILED", "message": outcome}],
    });
    let key = scene.canaries.plant("the key of a report");
    for (code, expected) in [(401, 200), (401, 200), (402, 422)] {
        let mut body = body.clone();
        body["http_status"] = json!(code);
        let path = format!("/v1/jobs/{job_id}/status");
        let request = scene.request(Method::POST, &path).bearer_auth(&scene.token);
        let request = request.header("idempotency-key", &key).body(body.to_string());
        let answer = scene.send("a report", request).await;
        assert_eq!(answer.status, expected, "{}", answer.text);
    }
}

/// Sends members with values that they cannot have.
pub(super) async fn send_wrong_values(scene: &mut Scene) {
    let job_id = scene.submit().await;
    let long = format!("{{}}{}", "x".repeat(70_000));
    let status = format!("/v1/jobs/{job_id}/status");
    let notes = format!("/v1/jobs/{job_id}/notes");
    let retry = format!("/v1/jobs/{job_id}/retry");
    for (path, body) in [
        ("/v1/jobs", json!({"action_name": ["{}"]})),
        ("/v1/jobs", json!({"action_name": &long})),
        ("/v1/jobs", json!({"action_code": "{}"})),
        ("/v1/jobs", json!({"cids": "{}"})),
        ("/v1/jobs", json!({"cids": [{"{}": 1}]})),
        ("/v1/jobs", json!({"cids": ["{}\n"]})),
        ("/v1/jobs", json!({"batch_id": &long})),
        ("/v1/jobs", json!({"cluster_url": ["{}"]})),
        ("/v1/jobs", json!({"cluster_url": "https://vijay:{}@a.test/"})),
        ("/v1/jobs", json!({"cluster_url": &long})),
        ("/v1/jobs", json!({"retry_of": "{}"})),
        ("/v1/jobs", json!({"job_id": "{}"})),
        ("/v1/jobs", json!({"user_id": ["{}"]})),
        ("/v1/jobs", json!({"ref": ["{}"]})),
        ("/v1/jobs", json!({"idempotency_key": "{}"})),
        ("/v1/jobs", json!({"token": "{}"})),
        ("/v1/jobs", json!({"request_payload": {"token": "{}"}, "cids": 5})),
        ("/v1/jobs/bulk", json!({"action_code": "{}"})),
        ("/v1/jobs/bulk", json!({"retry_of": "{}"})),
        ("/v1/jobs/bulk", json!({"token": "{}"})),
        ("/v1/jobs/bulk", json!({"ref": "{}".repeat(99)})),
        ("/v1/jobs/bulk", json!({"idempotency_key": &long, "action_name": "a", "cids": ["1"]})),
        ("/api/jobs/create", json!({"action_code": "{}"})),
        ("/api/jobs/create", json!({"action_name": ["{}"]})),
        ("/api/jobs/create", json!({"cids": "{}"})),
        (
            "/api/jobs/create",
            json!({"action_code": 3, "action_name": "a", "cids": ["1"],
            "cluster_url": "https://vijay:{}@a.test/"}),
        ),
        (&status, json!({"status": "{}"})),
        (&status, json!({"http_status": "{}"})),
        (&status, json!({"error_message": ["{}"]})),
        (&status, json!({"error_message": &long})),
        (&status, json!({"response_summary": &long})),
        (&status, json!({"outcomes": "{}"})),
        (&status, json!({"outcomes": [{"cid": "1", "status": "{}"}]})),
        (&status, json!({"outcomes": [{"cid": "{}"}]})),
        (&status, json!({"token": "{}"})),
        (&notes, json!({"text": ["{}"]})),
        (&notes, json!({"text": &long})),
        (&notes, json!({"note": "{}"})),
        (&retry, json!({"customers": "{}"})),
        (&retry, json!({"customers": ["{}"]})),
        (&retry, json!({"token": ["{}"]})),
        (&retry, json!({"payload": "{}"})),
        (&retry, json!({"password": "{}"})),
    ] {
        let body = body.to_string();
        let input = format!("a wrong value at {path}: {}", &body[..body.len().min(100)]);
        let secret = scene.canaries.plant(&input);
        let answer = scene.post(&input, path, body.replace("{}", &secret)).await;
        let refused = (400..500).contains(&answer.status) || answer.text.contains("\"error\":");
        assert!(refused, "{input}: {} {}", answer.status, answer.text);
    }
    let key = scene.canaries.plant("a key that is none") + &"x".repeat(255);
    for path in ["/v1/jobs", "/proxy_fetch", "/api/jobs/create"] {
        let request = scene.request(Method::POST, path).bearer_auth(&scene.token);
        scene.send(&format!("a long key at {path}"), request.header("idempotency-key", &key)).await;
    }
}

/// Makes an entry that is recognisably the last.
pub(super) async fn record_last(scene: &mut Scene) {
    let job_id = scene.submit().await;
    let body = json!({"status": "FAILED", "error_message": LAST}).to_string();
    scene.post("the last report", &format!("/v1/jobs/{job_id}/status"), body).await;
}
