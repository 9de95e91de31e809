//! The first admin token: it is shown at a terminal, or else in a file, and never in output that
//! may be logged.

use std::fs::{self, File};
use std::io::{BufRead as _, BufReader};
use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;
use std::process::{Command, Stdio};

use jobs_auth::AuthFileEditor;

use crate::support::process;

/// A server that is given no token.
fn command(data: &Path) -> Command {
    let mut command = process::jobs_http(data);
    command.env_remove("JOBS_BOOTSTRAP_TOKEN").env("JOBS_LOG", "trace");
    command
}

async fn status(url: &str, token: &str) -> u16 {
    let request = process::client(|builder| builder).get(format!("{url}/v1/jobs"));
    request.bearer_auth(token).send().await.unwrap().status().as_u16()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn without_a_terminal_it_is_in_a_file_that_is_named() {
    let directory = tempfile::tempdir().unwrap();
    let data = directory.path().join("data");
    let log = directory.path().join("log");
    let first = process::start_logging(command(&data), File::create(&log).unwrap());
    let path = data.join("first-token");
    let text = fs::read_to_string(&path).unwrap();
    let token = text.trim_end();
    assert!(token.starts_with("jobs_") && token.len() == 48 && text.ends_with('\n'), "{text:?}");
    assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o7777, 0o600);
    let [line] = &first.printed[..] else { panic!("{:?}", first.printed) };
    let line = line.clone();
    assert!(line.contains(path.to_str().unwrap()) && !line.contains(token), "{line}");
    assert_eq!(status(&first.url, token).await, 200);
    assert_eq!(status(&first.url, "jobs_x").await, 401);
    let logged = fs::read_to_string(&log).unwrap();
    assert!(logged.contains(path.to_str().unwrap()) && !logged.contains(token), "{logged}");
    let auth = fs::read_to_string(data.join("auth.toml")).unwrap();
    assert!(!auth.contains(token), "only its digest is kept");
    first.kill();

    // The file stays until somebody removes it, and each start says so; no start makes another
    // token.
    let second = process::start(command(&data));
    assert_eq!(second.printed, [line]);
    assert_eq!(fs::read_to_string(&path).unwrap(), text);
    second.kill();
    fs::remove_file(&path).unwrap();
    let third = process::start(command(&data));
    assert!(third.printed.is_empty() && !path.exists(), "{:?}", third.printed);
    assert_eq!(status(&third.url, token).await, 200);
    assert_eq!(fs::read_to_string(data.join("auth.toml")).unwrap(), auth, "never written again");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn at_a_terminal_it_is_shown_once_and_left_nowhere() {
    let directory = tempfile::tempdir().unwrap();
    for arguments in [&[][..], &["--store", "memory"]] {
        let data = directory.path().join("data");
        let (terminal, output) = terminal();
        let mut command = command(&data);
        command.args(arguments).stdin(Stdio::null()).stdout(output).stderr(Stdio::null());
        let mut child = command.spawn().unwrap();
        // Then only the server has the other end open.
        drop(command);
        let mut lines = BufReader::new(terminal).lines().map(|line| line.unwrap());
        let token = lines.next().unwrap();
        let token = token
            .strip_prefix("admin token, shown this once; you can sign in with it: ")
            .unwrap()
            .to_owned();
        let url =
            lines.find_map(|line| line.split_once(" listening on ").map(|it| it.1.to_owned()));
        assert_eq!(status(&url.unwrap(), &token).await, 200);
        assert!(!data.join("first-token").exists());
        child.kill().unwrap();
        child.wait().unwrap();
    }
}

/// A terminal, and the output of a program at it.
fn terminal() -> (File, File) {
    use rustix::fs::{Mode, OFlags};
    use rustix::pty::{OpenptFlags, grantpt, openpt, ptsname, unlockpt};
    let terminal = openpt(OpenptFlags::RDWR | OpenptFlags::NOCTTY).unwrap();
    grantpt(&terminal).unwrap();
    unlockpt(&terminal).unwrap();
    let name = ptsname(&terminal, Vec::new()).unwrap();
    let output = rustix::fs::open(name, OFlags::WRONLY | OFlags::NOCTTY, Mode::empty()).unwrap();
    (terminal.into(), output.into())
}

/// Without a terminal and a place for a file.
#[test]
fn a_memory_store_without_a_terminal_wants_to_be_given_one() {
    let directory = tempfile::tempdir().unwrap();
    for output in [Stdio::piped(), File::create("/dev/full").unwrap().into()] {
        let mut command = command(&directory.path().join("data"));
        let output = command.args(["--store", "memory"]).stdout(output).output().unwrap();
        let message = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(1), "{message}");
        assert!(message.contains("JOBS_BOOTSTRAP_TOKEN"), "{message}");
        assert_eq!(fs::read_dir(directory.path()).unwrap().count(), 0);
    }
}

/// A token that nobody has must not lock everybody out.
#[test]
fn a_token_that_cannot_be_left_is_not_kept() {
    let directory = tempfile::tempdir().unwrap();
    let in_its_place = directory.path().join("first-token");
    fs::create_dir(&in_its_place).unwrap();
    fs::set_permissions(in_its_place, fs::Permissions::from_mode(0o700)).unwrap();
    let message = process::refusal(command(directory.path()));
    assert!(
        message.contains("first admin token") && message.contains("JOBS_BOOTSTRAP_TOKEN"),
        "{message}"
    );
    assert!(!AuthFileEditor::new(directory.path().join("auth.toml")).was_used());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_demo_keeps_no_token_of_a_caller() {
    let directory = tempfile::tempdir().unwrap();
    let mut command = process::jobs_http(&directory.path().join("data"));
    command.arg("--demo");
    let server = process::start(command);
    let demo =
        server.printed.iter().find_map(|line| line.strip_prefix("demo upstream on ")).unwrap();
    let caller = process::Caller::new(&server);
    let url = format!("{demo}tms/v1/x");
    assert_eq!(caller.set_action(&url, "a-callers-own-token", &["1"]).await.0, 200);
    let calls = caller.http.get(format!("{demo}_sim/calls")).send().await.unwrap();
    let calls: serde_json::Value = calls.json().await.unwrap();
    assert!(calls["count"].as_u64() >= Some(1), "{calls}");
    assert_eq!(calls["calls"], serde_json::json!([]));
}

/// Nothing can be removed from a ledger, so an empty one that somebody has made is not filled with
/// sample jobs, however often it meets `--demo`; one that a demo has begun is.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_demo_fills_no_ledger_but_those_that_it_began() {
    let folder = tempfile::tempdir().unwrap();
    let size = async |name: &str, demo: Option<&str>| {
        let mut command = process::jobs_http(&folder.path().join(name));
        command.args(demo);
        let server = process::start(command);
        let stats = process::Caller::new(&server).get("/v1/stats").await;
        server.kill();
        stats["head"]["size"].as_u64().unwrap()
    };
    assert_eq!(size("made", None).await, 0);
    for _ in 0..2 {
        assert_eq!(size("made", Some("--demo")).await, 0);
    }
    assert!(size("begun", Some("--demo")).await > 100);
}
