//! Repeated requests: the same answer, one entry; without load, and under load with a crash in the
//! middle.

use std::collections::{BTreeMap, HashMap};
use std::net::SocketAddr;
use std::time::{Duration, Instant};

use axum::body::Body;
use axum::http::{Method, Request, StatusCode};
use jobs_gateway::OnOverlap;
use jobs_sim::SimConfig;
use serde_json::{Value, json};

use crate::support::in_process::{ADMIN, ANITA, Answer, Api, VIJAY};
use crate::support::process::{self, Caller, PATIENCE, Process, TOKEN};
use crate::support::upstream::Upstream;

async fn post(api: &Api, token: Option<&str>, path: &str, key: &str, body: &Value) -> Answer {
    let request = Request::builder()
        .method(Method::POST)
        .uri(path)
        .header("authorization", format!("Bearer {}", token.unwrap()))
        .header("idempotency-key", key);
    api.send(request.body(Body::from(body.to_string())).unwrap()).await
}

fn is_replayed(answer: &Answer) -> bool {
    answer.headers.get("idempotency-replayed").is_some_and(|value| value == "true")
}

#[tokio::test]
async fn a_job_that_is_submitted_again_is_answered_as_the_first_time() {
    let api = Api::new().await;
    let job = json!({"action_name": "Trans-Begin", "cids": ["5002", "5001", "5002"]});
    let first = post(&api, VIJAY, "/v1/jobs?receipt=true", "k", &job).await;
    assert_eq!((first.status, is_replayed(&first)), (StatusCode::CREATED, false));
    let id = first.json()["job"]["job_id"].as_str().unwrap().to_owned();
    // The job changes, but the answer stays the same.
    let done = json!({"status": "SUCCESS"});
    let reported = post(&api, VIJAY, &format!("/v1/jobs/{id}/status"), "done", &done).await;
    assert_eq!((reported.status, is_replayed(&reported)), (StatusCode::OK, false));
    let again = post(&api, VIJAY, "/v1/jobs", "k", &job).await;
    assert_eq!((again.status, is_replayed(&again)), (StatusCode::CREATED, true));
    let mut expected = first.json();
    for proof in ["receipt", "leaf"] {
        expected.as_object_mut().unwrap().remove(proof);
    }
    assert_eq!(again.json(), expected);
    assert_eq!(again.headers["location"], first.headers["location"]);
    let proved = post(&api, VIJAY, "/v1/jobs?receipt=true", "\"k\"", &job).await;
    assert_eq!(proved.json()["leaf"], first.json()["leaf"]);
    // The same customers in another order are the same content.
    let reordered = json!({"cids": ["5001", "5002", "5002"], "action_name": "Trans-Begin"});
    assert!(is_replayed(&post(&api, VIJAY, "/v1/jobs", "k", &reordered).await));
    let reported = post(&api, VIJAY, &format!("/v1/jobs/{id}/status"), "done", &done).await;
    assert_eq!((reported.status, is_replayed(&reported)), (StatusCode::OK, true));
    assert_eq!(api.head().await.size(), 2);
    // Keys of other callers are other keys.
    for other in [ANITA, ADMIN] {
        assert!(!is_replayed(&post(&api, other, "/v1/jobs", "k", &job).await));
    }
    assert_eq!(api.head().await.size(), 4);
}

#[tokio::test]
async fn a_key_with_other_content_is_refused_and_a_bad_one_named() {
    let api = Api::new().await;
    let job = json!({"action_name": "Trans-Begin", "cids": ["5001"]});
    let first = post(&api, VIJAY, "/v1/jobs", "k", &job).await.json();
    let id = first["job"]["job_id"].as_str().unwrap();
    let other_id = "0192f0c1-2d3e-7a4b-8c5d-6e7f8091a2b3";
    for (path, body) in [
        ("/v1/jobs".to_owned(), json!({"action_name": "T-Enable", "cids": ["5001"]})),
        ("/v1/jobs".to_owned(), json!({"action_name": "Trans-Begin", "cids": ["5002"]})),
        (
            "/v1/jobs".to_owned(),
            json!({"action_name": "Trans-Begin", "cids": ["5001"], "job_id": other_id}),
        ),
        (format!("/v1/jobs/{id}/status"), json!({"status": "SUCCESS"})),
    ] {
        let refused = post(&api, VIJAY, &path, "k", &body).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", refused.text);
        assert_eq!(refused.json()["field"], "idempotency_key");
    }
    for key in ["", "é", "a\tb", &"x".repeat(256)] {
        let refused = post(&api, VIJAY, "/v1/jobs", key, &job).await;
        assert_eq!(refused.status, StatusCode::BAD_REQUEST, "{key}: {}", refused.text);
        assert_eq!(refused.json()["field"], "idempotency_key", "{key}");
    }
    assert_eq!(api.head().await.size(), 1);
}

#[tokio::test]
async fn a_set_action_that_is_sent_again_is_answered_from_the_ledger() {
    let api = Api::on_overlap(OnOverlap::Allow).await;
    let action = |path: &str| {
        json!({"url": format!("{}{path}", api.upstream), "isPost": true, "token": "t",
               "postData": {"action": "PE-Enable", "cids": ["5001"]}})
    };
    for (calls, path) in (1..).zip(["/tms/v1/x", "/not-ready/x", "/status-503/x", "/hang-up/x"]) {
        let first = post(&api, VIJAY, "/proxy_fetch", path, &action(path)).await;
        let again = post(&api, VIJAY, "/proxy_fetch", path, &action(path)).await;
        assert_eq!(again.status, first.status, "{path}");
        assert_eq!(again.json(), first.json(), "{path}");
        assert_eq!((is_replayed(&first), is_replayed(&again)), (false, true), "{path}");
        assert_eq!(api.sim.call_count(), calls, "{path}");
    }
    let other = post(&api, VIJAY, "/proxy_fetch", "/tms/v1/x", &action("/tms/v1/y")).await;
    assert_eq!(other.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", other.text);
    assert_eq!((&other.json()["status"], &other.json()["job_id"]), (&json!("error"), &Value::Null));

    // The second caller comes while the first one's call is in flight.
    let held = action("/held/x");
    let first = post(&api, VIJAY, "/proxy_fetch", "held", &held);
    let second = async {
        api.sim.called(5).await;
        let refused = post(&api, VIJAY, "/proxy_fetch", "held", &held).await;
        api.sim.release();
        refused
    };
    let (first, second) = tokio::join!(first, second);
    assert_eq!(
        (second.status, &second.headers["retry-after"]),
        (StatusCode::CONFLICT, &"1".parse().unwrap())
    );
    assert_eq!(second.json()["job_id"], first.json()["job_id"], "the caller knows the job at once");
    assert_eq!(api.sim.call_count(), 5);
}

/// A line of a bulk request has its key as a member; each line is a separate request.
#[tokio::test]
async fn lines_that_are_sent_again_are_answered_as_the_first_time() {
    let api = Api::new().await;
    let line = |cid: &str, key: &str| {
        json!({"action_name": "Pay", "cids": [cid], "idempotency_key": key}).to_string()
    };
    let send = async |lines: &[String]| {
        let answer = api.post(VIJAY, "/v1/jobs/bulk", lines.join("\n")).await;
        let results: Vec<Value> =
            answer.text.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
        results
    };
    let first = send(&[line("1", "a"), line("2", "b"), line("1", "a"), line("3", "a")]).await;
    let codes: Vec<_> = first.iter().map(|result| result["status"].as_u64().unwrap()).collect();
    assert_eq!(codes, [201, 201, 201, 422]);
    assert_eq!(first[0]["job"], first[2]["job"]);
    assert_eq!((&first[0]["replayed"], &first[2]["replayed"]), (&Value::Null, &json!(true)));
    let again = send(&[line("2", "b"), line("4", ""), line("5", "c")]).await;
    let codes: Vec<_> = again.iter().map(|result| result["status"].as_u64().unwrap()).collect();
    assert_eq!(codes, [201, 400, 201]);
    assert_eq!((&again[0]["job"], &again[0]["replayed"]), (&first[1]["job"], &json!(true)));
    // The key of a line and the header of a request are the same: a request may be sent again as a
    // line.
    let job = json!({"action_name": "Pay", "cids": ["1"]});
    assert!(is_replayed(&post(&api, VIJAY, "/v1/jobs", "a", &job).await));
    // In quotes, in either place, it is the same one.
    assert!(is_replayed(&post(&api, VIJAY, "/v1/jobs", "\"a\"", &job).await));
    assert_eq!(send(&[line("1", "\"a\"")]).await[0]["replayed"], true);
    assert_eq!(send(&[line("1", "\"a")]).await[0]["error"]["field"], "idempotency_key");
    let misplaced = api.post(VIJAY, "/v1/jobs", line("1", "a")).await;
    assert_eq!(
        (misplaced.status, &misplaced.json()["field"]),
        (StatusCode::BAD_REQUEST, &json!("idempotency_key"))
    );
    assert_eq!(api.head().await.size(), 3);
}

const CLIENTS: usize = 200;
const KEYS: usize = 50;

/// Numbers that are the same in every run.
struct Random(u64);

impl Random {
    fn below(&mut self, bound: u64) -> u64 {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % bound
    }
}

/// Sends a request until it gets a final answer; sometimes disconnects before that.
async fn insist(
    http: reqwest::Client,
    server: SocketAddr,
    upstream: String,
    client: usize,
) -> String {
    let key = client % KEYS;
    let body = json!({"url": format!("{upstream}/tms/v1/{key}"), "isPost": true,
                      "postData": {"action": "PE-Enable", "cids": [format!("cust-{key}")]}});
    let mut random = Random(client as u64);
    let begin = Instant::now();
    loop {
        assert!(begin.elapsed() < PATIENCE, "client {client} gets no answer");
        let request = http
            .post(format!("http://{server}/proxy_fetch"))
            .bearer_auth(TOKEN)
            .header("idempotency-key", format!("key-{key}"))
            .json(&body);
        let answered = async {
            let answer = request.send().await.ok()?;
            let code = answer.status().as_u16();
            Some((code, answer.json::<Value>().await.ok()?))
        };
        let patience = match random.below(3) {
            0 => Duration::from_millis(random.below(40)),
            _ => PATIENCE,
        };
        match tokio::time::timeout(patience, answered).await {
            // In flight or busy: ask again.
            Ok(Some((409 | 503, _))) | Ok(None) | Err(_) => tokio::task::yield_now().await,
            Ok(Some((code, body))) => {
                let job_id = body["job_id"].as_str();
                return job_id.unwrap_or_else(|| panic!("{code} {body}")).to_owned();
            }
        }
    }
}

/// 200 clients, 50 keys, clients that disconnect at random, and a server that is killed in the
/// middle of it: 50 jobs, no upstream call twice, and every client ends with the job of its key.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_storm_of_retries_makes_each_job_once() {
    let directory = tempfile::tempdir().unwrap();
    let upstream =
        Upstream::with(SimConfig { delay: Duration::from_millis(30), ..SimConfig::default() });
    let command = |listen: SocketAddr| {
        let mut command = process::jobs_http_on(directory.path(), listen);
        command.args(["--upstream", &upstream.url]);
        command
    };
    let server: Process = process::start(command(SocketAddr::from(([127, 0, 0, 1], 0))));
    let address = server.address();
    let http = process::client(|builder| builder.pool_max_idle_per_host(0));
    let clients: Vec<_> = (0..CLIENTS)
        .map(|client| tokio::spawn(insist(http.clone(), address, upstream.url.clone(), client)))
        .collect();
    upstream.sim.called(20).await;
    server.kill();
    let server = process::start(command(address));
    let mut by_key = BTreeMap::<usize, Vec<String>>::new();
    for (client, answered) in clients.into_iter().enumerate() {
        by_key.entry(client % KEYS).or_default().push(answered.await.unwrap());
    }
    for (key, ids) in &by_key {
        assert_eq!(ids.len(), CLIENTS / KEYS);
        assert!(ids.iter().all(|id| *id == ids[0]), "key {key}: {ids:?}");
    }
    let jobs = Caller::new(&server).jobs().await;
    assert_eq!(jobs.len(), KEYS, "one job for each key");
    assert!(jobs.iter().all(|job| job["status"] != "IN_PROGRESS"), "{jobs:?}");
    let recorded: HashMap<&str, &Value> =
        jobs.iter().map(|job| (job["job_id"].as_str().unwrap(), &job["cluster_url"])).collect();
    for (key, ids) in &by_key {
        let url = recorded[ids[0].as_str()].as_str().unwrap();
        assert!(url.ends_with(&format!("/tms/v1/{key}")), "key {key}: {url}");
    }
    let mut called = BTreeMap::<String, usize>::new();
    for call in upstream.sim.calls() {
        *called.entry(call.path).or_default() += 1;
    }
    assert_eq!(upstream.sim.call_count(), called.values().sum::<usize>(), "all are kept");
    assert!(called.values().all(|calls| *calls == 1), "{called:?}");
    assert!(called.len() <= KEYS && called.len() >= 20, "{called:?}");
}

/// A key promises that the upstream is called once; a request without a job cannot keep that
/// promise.
#[tokio::test]
async fn a_plain_read_takes_no_key() {
    let api = Api::new().await;
    let read = json!({"url": format!("{}/tms/v1/x", api.upstream)});
    let refused = post(&api, VIJAY, "/proxy_fetch", "k", &read).await;
    assert_eq!(refused.status, StatusCode::BAD_REQUEST, "{}", refused.text);
    assert_eq!(api.sim.call_count(), 0);
}
