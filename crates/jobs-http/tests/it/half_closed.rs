//! Clients that send FIN right after a complete request, as `nc -N` does: they get their answers,
//! and those that disconnected are noticed.

use std::net::Shutdown;
use std::time::Duration;

use jobs_sim::SimConfig;
use serde_json::{Value, json};

use crate::support::process::{self, Caller, Process, Raw};
use crate::support::upstream::Upstream;

/// How often each is tried: a race is not lost each time.
const TIMES: usize = 10;

/// The connection of a client that has sent `bytes` and FIN.
fn half_closed(server: &Process, bytes: &[u8]) -> Raw {
    let mut raw = Raw::connect(server.address());
    raw.send(bytes);
    raw.stream().shutdown(Shutdown::Write).unwrap();
    raw
}

/// Everything that the server answers to such a client.
fn answer(server: &Process, bytes: &[u8]) -> String {
    half_closed(server, bytes).read_end()
}

fn head(request_line: &str) -> String {
    format!("{request_line}\r\nhost: x\r\nauthorization: Bearer {}\r\n", process::TOKEN)
}

fn post(path: &str, body: &Value) -> String {
    let head = head(&format!("POST {path} HTTP/1.1"));
    let body = body.to_string();
    format!("{head}content-length: {}\r\n\r\n{body}", body.len())
}

fn chunked(path: &str, lines: &[Value]) -> String {
    let mut request = head(&format!("POST {path} HTTP/1.1")) + "transfer-encoding: chunked\r\n\r\n";
    for line in lines {
        let line = format!("{line}\n");
        request.push_str(&format!("{:x}\r\n{line}\r\n", line.len()));
    }
    request + "0\r\n\r\n"
}

/// A job as callers submit it, and how many were submitted.
fn job(cid: usize) -> Value {
    json!({"action_name": "T-Enable", "cids": [cid.to_string()]})
}

#[test]
fn every_route_answers_a_client_that_has_said_all_it_will_say() {
    let directory = tempfile::tempdir().unwrap();
    let server = process::start(process::jobs_http(directory.path()));
    let get = |target: &str| head(&format!("GET {target}")) + "\r\n";
    let form = head("POST /login HTTP/1.1") + "content-length: 21\r\n\r\nusername=x&password=y";
    let requests = [
        ("200", get("/health HTTP/1.1")),
        ("200", get("/health HTTP/1.0")),
        ("200", head("GET /livez HTTP/1.1") + "connection: close\r\n\r\n"),
        ("200", head("GET /readyz HTTP/1.0") + "connection: keep-alive\r\n\r\n"),
        ("200", head("HEAD /v1/jobs HTTP/1.1") + "\r\n"),
        ("200", get("/v1/jobs?limit=1 HTTP/1.1")),
        ("200", get("/v1/stats HTTP/1.1")),
        ("200", get("/v1/export.csv HTTP/1.1")),
        ("200", get("/v1/export.ndjson HTTP/1.0")),
        ("200", get("/openapi.json HTTP/1.1")),
        ("200", get("/api/audit/trail HTTP/1.1")),
        ("404", get("/nothing HTTP/1.1")),
        ("405", head("DELETE /v1/jobs HTTP/1.1") + "\r\n"),
        ("201", post("/v1/jobs", &job(1))),
        ("400", post("/v1/jobs", &json!({}))),
        ("401", form),
        ("200", chunked("/v1/jobs/bulk", &[job(2), job(3)])),
    ];
    for (code, request) in &requests {
        for _ in 0..TIMES {
            let answer = answer(&server, request.as_bytes());
            assert_eq!(answer.get(9..12), Some(*code), "{request}: {answer}");
        }
    }
}

#[test]
fn requests_that_were_sent_ahead_are_answered_too() {
    let directory = tempfile::tempdir().unwrap();
    let server = process::start(process::jobs_http(directory.path()));
    let three = post("/v1/jobs", &job(1)) + &chunked("/v1/jobs/bulk", &[job(2)]);
    let three = three + &head("GET /v1/jobs HTTP/1.1") + "\r\n";
    for _ in 0..TIMES {
        let answers = answer(&server, three.as_bytes());
        assert_eq!(answers.matches("HTTP/1.1 20").count(), 3, "{answers}");
    }
}

#[test]
fn a_large_answer_is_sent_to_its_end() {
    let directory = tempfile::tempdir().unwrap();
    let server = process::start(process::jobs_http(directory.path()));
    let jobs: Vec<Value> = (0..3000).map(job).collect();
    let results = answer(&server, chunked("/v1/jobs/bulk", &jobs).as_bytes());
    assert_eq!(results.matches("\"status\":201").count(), jobs.len());
    let exported = answer(&server, (head("GET /v1/export.csv HTTP/1.0") + "\r\n").as_bytes());
    assert_eq!(exported.matches("T-Enable").count(), jobs.len());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_slow_set_action_is_answered_with_its_outcome() {
    let directory = tempfile::tempdir().unwrap();
    let upstream =
        Upstream::with(SimConfig { delay: Duration::from_millis(1500), ..SimConfig::default() });
    let mut command = process::jobs_http(directory.path());
    command.args(["--upstream", &upstream.url]);
    let server = process::start(command);
    let action = |cid: usize| {
        let url = format!("{}/tms/v1/actions", upstream.url);
        let action = json!({"action": "PE-Enable", "cids": [cid.to_string()]});
        post("/proxy_fetch", &json!({"url": url, "token": "", "isPost": true, "postData": action}))
    };
    // All before the first answer is read.
    let callers: Vec<Raw> =
        (0..TIMES).map(|cid| half_closed(&server, action(cid).as_bytes())).collect();
    for mut caller in callers {
        let answer = caller.read_end();
        assert!(answer.starts_with("HTTP/1.1 200 ") && answer.contains("\"job_id\""), "{answer}");
    }
    let jobs = Caller::new(&server).jobs().await;
    assert_eq!(jobs.len(), TIMES, "one call each");
    assert!(jobs.iter().all(|job| job["status"] == "SUCCESS"));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_stream_goes_on_for_a_client_that_only_reads() {
    let directory = tempfile::tempdir().unwrap();
    let server = process::start(process::jobs_http(directory.path()));
    let follow = head("GET /v1/stream HTTP/1.1") + "\r\n";
    let mut follower = half_closed(&server, follow.as_bytes());
    follower.read_until(b"retry: 1000\n");
    let caller = Caller::new(&server);
    for cid in 0..TIMES {
        caller.post("/v1/jobs", &job(cid)).await;
        assert!(follower.read_until(b"data: ").contains("event: job_created"));
    }
}

#[test]
fn half_a_request_is_no_request() {
    let directory = tempfile::tempdir().unwrap();
    let server = process::start(process::jobs_http(directory.path()));
    let whole = post("/v1/jobs", &job(1));
    let bulk = chunked("/v1/jobs", &[job(1)]);
    for half in [&whole[..10], &whole[..whole.len() - 1], &bulk[..bulk.len() - 5]] {
        let answer = answer(&server, half.as_bytes());
        assert!(!answer.contains(" 201 "), "{half}: {answer}");
    }
    let listed = answer(&server, (head("GET /v1/jobs HTTP/1.1") + "\r\n").as_bytes());
    assert!(listed.contains("\"jobs\":[]"), "{listed}");
}

#[cfg(target_os = "linux")]
#[test]
fn a_client_that_is_gone_is_noticed_when_its_stream_cannot_be_written() {
    let directory = tempfile::tempdir().unwrap();
    let mut command = process::jobs_http(directory.path());
    command.args(["--header-timeout-seconds", "120"]);
    let server = process::start(command);
    let files = || std::fs::read_dir(format!("/proc/{}/fd", server.id())).unwrap().count();
    let connect = |request: &str, begin: &[u8]| {
        let mut raw = Raw::connect(server.address());
        raw.send(request.as_bytes());
        raw.read_until(begin);
        raw
    };
    let head = head("GET /v1/stream HTTP/1.1") + "\r\n";
    let mut other = connect(&head, b"retry: 1000\n");
    let before = files();
    let follower = connect(&head, b"retry: 1000\n");
    assert!(files() > before);
    drop(follower);
    let begin = std::time::Instant::now();
    while files() > before {
        assert!(begin.elapsed() < process::PATIENCE, "its connection is kept");
        let _heartbeat_or_not = other.is_silent(Duration::from_millis(300));
    }
}
