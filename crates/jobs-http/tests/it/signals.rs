//! What signals do, other than a clean stop.

use std::fs;

use jobs_auth::{AuthFileEditor, NewToken, Role};
use jobs_core::UserId;
use rustix::process::{Pid, Resource, Rlimit, Signal, getrlimit, kill_process, prlimit};
use serde_json::json;

use crate::odd_places::readiness;
use crate::support::process::{self, Caller, Process};

fn pid(server: &Process) -> Pid {
    Pid::from_raw(server.id().try_into().unwrap()).unwrap()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_hangup_has_the_accounts_read_again_and_ends_nothing() {
    let directory = tempfile::tempdir().unwrap();
    let log = directory.path().join("log");
    let data = directory.path().join("data");
    let mut command = process::jobs_http(&data);
    command.env("JOBS_LOG", "info");
    let server = process::start_logging(command, fs::File::create(&log).unwrap());
    let editor = AuthFileEditor::new(data.join("auth.toml"));
    let vijay = UserId::new("vijay").unwrap();
    let (token, _) = editor.new_token(&NewToken::of(vijay.clone(), Some(Role::Operator))).unwrap();
    kill_process(pid(&server), Signal::HUP).unwrap();
    let caller = Caller::new(&server);
    let begin = std::time::Instant::now();
    let ask = || caller.http.get(format!("{}/v1/jobs", server.url)).bearer_auth(&token).send();
    while ask().await.unwrap().status() != 200
        || !fs::read_to_string(&log).unwrap().contains("reading auth.toml")
    {
        assert!(begin.elapsed() < process::PATIENCE, "it is not read again");
    }
    server.terminate();
    assert!(server.ended().success());
}

/// A start first installs its signal handlers: once a file exists, a signal no longer kills it.
#[test]
fn a_hangup_during_the_start_does_not_end_it() {
    let directory = tempfile::tempdir().unwrap();
    let data = directory.path().join("data");
    let mut command = process::jobs_http(&data);
    command.stdout(std::process::Stdio::piped()).stderr(std::process::Stdio::null());
    let mut child = command.spawn().unwrap();
    let pid = Pid::from_raw(child.id().try_into().unwrap()).unwrap();
    let output = child.stdout.take().unwrap();
    let listens = std::thread::spawn(move || {
        use std::io::BufRead as _;
        let mut lines = std::io::BufReader::new(output).lines();
        lines.any(|line| line.unwrap().contains(" listening on "))
    });
    while !data.exists() && child.try_wait().unwrap().is_none() {
        std::thread::yield_now();
    }
    while !listens.is_finished() {
        let _ended = kill_process(pid, Signal::HUP);
    }
    assert!(listens.join().unwrap(), "{:?}", child.try_wait());
    child.kill().unwrap();
    child.wait().unwrap();
}

/// `ulimit -f` is treated as a full disk: what is refused is not recorded, nothing that was
/// acknowledged is lost, and the server continues once it can, even if nobody sends anything until
/// it is ready.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_file_that_may_grow_no_more_is_a_full_disk() {
    let directory = tempfile::tempdir().unwrap();
    let data = directory.path().join("data");
    let log = directory.path().join("log");
    let server = process::start_logging(process::jobs_http(&data), fs::File::create(&log).unwrap());
    let limit = |bytes| {
        let maximum = getrlimit(Resource::Fsize).maximum;
        let limit = Rlimit { current: bytes, maximum };
        prlimit(Some(pid(&server)), Resource::Fsize, limit).unwrap();
    };
    let caller = Caller::new(&server);
    let cids: Vec<_> = (0..200).map(|number| number.to_string()).collect();
    let job = json!({"action_name": "T-Enable", "cids": cids});
    let mut acknowledged = 0;
    limit(Some(1 << 20));
    assert_eq!(readiness(&caller).await.0, 200);
    let failed = loop {
        let answer = caller.post("/v1/jobs", &job).await;
        if answer.status() != 201 {
            break answer;
        }
        acknowledged += 1;
        assert!(acknowledged < 10_000, "nothing fails");
    };
    assert_eq!(failed.status(), 503, "it is certain that nothing was recorded");
    let recorded = async || {
        let stats = caller.get("/v1/stats").await;
        usize::try_from(stats["total"]["IN_PROGRESS"].as_u64().unwrap()).unwrap()
    };
    let found = recorded().await;
    assert_eq!(found, acknowledged);
    let said = fs::read_to_string(&log).unwrap();
    assert!(said.contains("ulimit -f") && !said.contains("I/O error"), "{said}");
    for _ in 0..2 {
        let (status, answer) = readiness(&caller).await;
        assert_eq!(status, 503, "{answer}");
        assert!(
            answer["detail"].as_str().unwrap().contains("no append would be taken"),
            "{answer}"
        );
    }
    assert_eq!(recorded().await, found, "asking leaves no trace");
    limit(getrlimit(Resource::Fsize).maximum);
    assert_eq!(readiness(&caller).await.0, 200, "by itself, as nobody would send it anything");
    assert_eq!(recorded().await, found, "asking leaves no trace");
    assert_eq!(caller.post("/v1/jobs", &job).await.status(), 201);
    server.kill();
    let server = process::start(process::jobs_http(&data));
    let caller = Caller::new(&server);
    let stats = caller.get("/v1/stats").await;
    assert_eq!(stats["total"]["IN_PROGRESS"], found + 1);
}
