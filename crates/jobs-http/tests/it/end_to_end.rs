//! Set Actions from end to end: the real server in another process, a real upstream on another
//! thread, and both killed.

use jobs_sim::SimConfig;
use serde_json::{Value, json};

use crate::support::process::{self, Caller};
use crate::support::upstream::Upstream;

/// The command of a server that may call these upstreams.
fn server(
    data_dir: &std::path::Path,
    upstreams: &[&Upstream],
    timeout_s: u16,
) -> std::process::Command {
    let mut command = process::jobs_http(data_dir);
    for upstream in upstreams {
        command.args(["--upstream", &upstream.url]);
    }
    command.args(["--upstream-timeout-seconds", &timeout_s.to_string()]);
    command
}

/// What the ledger must say about a job.
fn check(job: &Value, job_id: &Value, status: &str, http_status: &Value) {
    assert_eq!(job["job_id"], *job_id, "{job}");
    assert_eq!(job["status"], status, "{job}");
    assert_eq!(job["http_status"], *http_status, "{job}");
    assert_eq!(job["error_message"].is_null(), status == "SUCCESS", "{job}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_set_action_is_found_again_however_it_ended() {
    let directory = tempfile::tempdir().unwrap();
    let steady = Upstream::with(SimConfig { token: Some("good".into()), ..SimConfig::default() });
    let doomed = Upstream::start();
    let breaking = Upstream::start();
    let steady_url = steady.url.clone();
    let doomed_url = doomed.url.clone();
    let first = process::start(server(directory.path(), &[&steady, &doomed, &breaking], 2));
    let caller = Caller::new(&first);
    // The answer: the job, its status, its http_status.
    let mut expected: Vec<(Value, &str, Value)> = Vec::new();

    let ask = async |path: &str, token: &str, cids: &[&str]| {
        caller.set_action(&format!("{steady_url}{path}"), token, cids).await
    };
    let (code, body) = ask("/tms/v1/x", "good", &["5001", "5002"]).await;
    assert_eq!(
        (code, &body["status"], &body["data"]["success"]),
        (200, &json!("success"), &json!(true))
    );
    expected.push((body["job_id"].clone(), "SUCCESS", json!(200)));

    let (code, body) = ask("/not-ready/x", "good", &["5001"]).await;
    assert_eq!((code, &body["data"]["success"]), (200, &json!(false)));
    expected.push((body["job_id"].clone(), "FAILED", json!(200)));

    let (code, body) = ask("/tms/v1/x", "bad", &["5001"]).await;
    assert_eq!((code, &body["status"], &body["httpStatus"]), (424, &json!("error"), &json!(401)));
    expected.push((body["job_id"].clone(), "FAILED", json!(401)));

    let (code, body) = ask("/invalid-json/x", "good", &["5001"]).await;
    assert_eq!((code, &body["httpStatus"]), (424, &json!(500)), "{body}");
    expected.push((body["job_id"].clone(), "UNCONFIRMED", json!(200)));

    let (code, body) = ask("/never/x", "good", &["5001"]).await;
    assert_eq!((code, &body["httpStatus"]), (424, &json!(408)), "{body}");
    expected.push((body["job_id"].clone(), "UNCONFIRMED", Value::Null));

    let (code, body) = ask("/hang-up/x", "good", &["5001"]).await;
    assert_eq!((code, &body["httpStatus"]), (424, &json!(500)), "{body}");
    expected.push((body["job_id"].clone(), "UNCONFIRMED", json!(200)));

    // The upstream is killed while it holds the call.
    let held = {
        let caller = caller.clone();
        let url = format!("{doomed_url}/held/x");
        tokio::spawn(async move { caller.set_action(&url, "", &["5001"]).await })
    };
    doomed.sim.called(1).await;
    doomed.kill();
    let (code, body) = held.await.unwrap();
    assert_eq!((code, &body["httpStatus"]), (424, &json!(500)), "{body}");
    expected.push((body["job_id"].clone(), "UNCONFIRMED", Value::Null));

    // Another is killed after it has sent the beginning of its answer.
    let half_way = {
        let caller = caller.clone();
        let url = format!("{}/stall/x", breaking.url);
        tokio::spawn(async move { caller.set_action(&url, "", &["5001"]).await })
    };
    breaking.sim.stalled(1).await;
    breaking.kill();
    let (code, body) = half_way.await.unwrap();
    assert_eq!((code, &body["httpStatus"]), (424, &json!(500)), "{body}");
    let reason = body["message"].as_str().unwrap();
    assert!(reason.contains("in the middle of an answer with status 200"), "{reason}");
    let job_id = body["job_id"].as_str().unwrap();
    let job = caller.get(&format!("/v1/jobs/{job_id}")).await;
    assert_eq!(job["error_message"], *reason, "recorded as it was answered");
    expected.push((body["job_id"].clone(), "UNCONFIRMED", json!(200)));

    // Nobody listens there any more.
    let (code, body) = caller.set_action(&format!("{doomed_url}/x"), "", &["5001"]).await;
    assert_eq!((code, &body["httpStatus"]), (424, &json!(500)), "{body}");
    expected.push((body["job_id"].clone(), "FAILED", Value::Null));

    // The server is killed while a call is in flight.
    let held = {
        let caller = caller.clone();
        let url = format!("{steady_url}/held/x");
        tokio::spawn(async move {
            let body = json!({"url": url, "isPost": true, "token": "good",
                "postData": {"action": "PE-Enable", "cids": ["5001"]}});
            let request = caller.http.post(format!("{}/proxy_fetch", caller.url));
            request.bearer_auth(process::TOKEN).json(&body).send().await
        })
    };
    steady.sim.called(7).await;
    assert_eq!(steady.sim.calls()[6].path, "/held/x");
    let jobs = caller.jobs().await;
    assert_eq!(jobs.last().unwrap()["status"], "IN_PROGRESS", "recorded before it was sent");
    expected.push((jobs.last().unwrap()["job_id"].clone(), "UNCONFIRMED", Value::Null));
    first.kill();
    assert!(held.await.unwrap().is_err(), "nobody was there to answer");

    let second = process::start(server(directory.path(), &[&steady], 30));
    let caller = Caller::new(&second);
    let jobs = caller.jobs().await;
    assert_eq!(jobs.len(), expected.len(), "none lost, none duplicated");
    for (job, (job_id, status, http_status)) in jobs.iter().zip(&expected) {
        check(job, job_id, status, http_status);
        let path = format!("/v1/jobs/{}/history", job_id.as_str().unwrap());
        let history = caller.get(&path).await;
        assert_eq!(history["entries"].as_array().unwrap().len(), 2, "created once, ended once");
    }
    let calls = steady.sim.call_count();
    assert_eq!(calls, 7, "the upstream that lives was called once for each of its jobs");

    // A third start finds nothing more to settle.
    second.kill();
    let third = process::start(server(directory.path(), &[&steady], 30));
    assert_eq!(Caller::new(&third).jobs().await, jobs);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn sigterm_waits_for_the_call_under_way_and_its_record() {
    let directory = tempfile::tempdir().unwrap();
    let upstream = Upstream::start();
    let first = process::start(server(directory.path(), &[&upstream], 30));
    let caller = Caller::new(&first);
    let held = {
        let caller = caller.clone();
        let url = format!("{}/held/x", upstream.url);
        tokio::spawn(async move { caller.set_action(&url, "", &["5001"]).await })
    };
    upstream.sim.called(1).await;
    first.terminate();
    // It takes no more connections...
    first.stopped_listening().await;
    // ...but finishes what it began.
    upstream.sim.release();
    let (code, body) = held.await.unwrap();
    assert_eq!((code, &body["status"]), (200, &json!("success")));
    let ended = tokio::task::spawn_blocking(move || first.ended()).await.unwrap();
    assert!(ended.success(), "{ended}");

    let second = process::start(server(directory.path(), &[&upstream], 30));
    let jobs = Caller::new(&second).jobs().await;
    assert_eq!(jobs.len(), 1);
    check(&jobs[0], &body["job_id"], "SUCCESS", &json!(200));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_was_acknowledged_survives_a_kill_in_the_middle_of_a_burst() {
    let directory = tempfile::tempdir().unwrap();
    let first = process::start(process::jobs_http(directory.path()));
    let caller = Caller::new(&first);
    let acknowledged = std::sync::Arc::new(std::sync::Mutex::new(Vec::new()));
    let mut clients = tokio::task::JoinSet::new();
    for client in 0..8 {
        let caller = caller.clone();
        let acknowledged = std::sync::Arc::clone(&acknowledged);
        clients.spawn(async move {
            for i in 0.. {
                let body = json!({"action_name": "T-Enable", "cids": [format!("{client}-{i}")]});
                let request = caller.http.post(format!("{}/v1/jobs", caller.url));
                let sent = request.bearer_auth(process::TOKEN).json(&body).send().await;
                let Ok(answer) = sent else { return };
                let Ok(created) = answer.json::<Value>().await else { return };
                acknowledged
                    .lock()
                    .unwrap()
                    .push(created["job"]["job_id"].as_str().unwrap().to_owned());
            }
        });
    }
    let begin = std::time::Instant::now();
    while acknowledged.lock().unwrap().len() < 100 {
        assert!(begin.elapsed() < process::PATIENCE);
        caller.get("/readyz").await;
    }
    first.kill();
    while clients.join_next().await.is_some() {}

    let second = process::start(process::jobs_http(directory.path()));
    let caller = Caller::new(&second);
    let acknowledged = acknowledged.lock().unwrap().clone();
    for job_id in acknowledged {
        assert_eq!(caller.get(&format!("/v1/jobs/{job_id}")).await["status"], "IN_PROGRESS");
    }
}
