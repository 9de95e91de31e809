//! Odd places: a path that is too long, a disk that is full, files that are not regular.

use std::fs;
use std::os::unix::fs::{PermissionsExt as _, symlink};
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::{Value, json};

use crate::support::process::{self, Caller, Process};

#[test]
fn a_path_that_is_too_long_is_said_and_nothing_is_made() {
    let folder = tempfile::tempdir().unwrap();
    let long_name = folder.path().join("n".repeat(256));
    let mut long_path = folder.path().to_owned();
    while long_path.as_os_str().len() < 600 {
        long_path.push("a-directory-with-a-long-name");
    }
    let mut longest = folder.path().to_owned();
    while longest.as_os_str().len() < 5000 {
        longest.push("a-directory-with-a-long-name");
    }
    for path in [long_name, long_path, longest] {
        let message = process::refusal(process::jobs_http(&path));
        assert!(message.contains("--data-dir") && message.contains("shorter"), "{message}");
        assert!(!message.contains("os error"), "{message}");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
    }
}

/// Reading a pipe would block, and reading `/dev/zero` would never end.
#[test]
fn what_is_no_regular_file_is_refused_and_not_waited_for() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    process::start(process::jobs_http(&data)).kill();
    let names = [
        "anchor/checkpoint",
        "anchor/checkpoint.lock",
        "ledger.key",
        "session.key",
        "signed-out",
        "auth.toml",
        "jobs.db",
        "jobs.db-wal",
        "jobs.db-shm",
        "jobs-http.lock",
    ];
    for name in names {
        let path = data.join(name);
        let kept = data.join("kept");
        fs::rename(&path, &kept).unwrap();
        let pipe = || assert!(Command::new("mkfifo").arg(&path).status().unwrap().success());
        let device = || symlink("/dev/zero", &path).unwrap();
        let directory = || fs::create_dir(&path).unwrap();
        for (what, make) in
            [("a pipe", &pipe as &dyn Fn()), ("a device", &device), ("a directory", &directory)]
        {
            make();
            let message = process::refusal(process::jobs_http(&data));
            assert!(
                message.contains(path.file_name().unwrap().to_str().unwrap()),
                "{name}, {what}: {message}"
            );
            assert!(message.starts_with("exit status: 1"), "{name}, {what}: {message}");
            fs::remove_file(&path).or_else(|_| fs::remove_dir(&path)).unwrap();
        }
        fs::rename(&kept, &path).unwrap();
    }
    let journal = data.join("jobs.db-journal");
    assert!(Command::new("mkfifo").arg(&journal).status().unwrap().success());
    let message = process::refusal(process::jobs_http(&data));
    assert!(message.contains("jobs.db-journal is not a regular file"), "{message}");
    fs::remove_file(&journal).unwrap();
    process::start(process::jobs_http(&data)).kill();
}

/// The message of a refused start says which part of the file is damaged, and what to do.
#[test]
fn a_start_that_damage_prevents_names_it_and_what_finds_the_rest() {
    let open_calls = "CREATE TABLE planted (a, b, PRIMARY KEY (a, b)) WITHOUT ROWID;
        INSERT INTO planted VALUES (1, 7);
        UPDATE sqlite_schema SET rootpage =
            (SELECT sum(rootpage) FROM sqlite_schema WHERE name IN ('planted', 'job_state_open_calls')) - rootpage
            WHERE name IN ('planted', 'job_state_open_calls');
        PRAGMA writable_schema = RESET; DROP TABLE planted";
    for (deed, named) in [
        (open_calls, "the index job_state_open_calls leads to job 7, which is missing"),
        ("DROP VIEW jobs", "view jobs"),
        ("PRAGMA application_id = 7", "application_id is 7"),
        ("DROP TRIGGER tree_only_grows; UPDATE tree SET edge = x'00'", "trigger tree_only_grows"),
    ] {
        let folder = tempfile::tempdir().unwrap();
        process::start(process::jobs_http(folder.path())).kill();
        let sql = rusqlite::Connection::open(folder.path().join("jobs.db")).unwrap();
        sql.execute_batch("PRAGMA writable_schema = ON").unwrap();
        sql.execute_batch(deed).unwrap();
        drop(sql);
        let message = process::refusal(process::jobs_http(folder.path()));
        let command = format!("`jobctl verify --data-dir {}`", folder.path().display());
        for said in ["the ledger is damaged", named, &command] {
            assert!(message.contains(said), "{said}: {message}");
        }
        assert!(message.starts_with("exit status: 1"), "{message}");
    }
}

/// A file that is not an anchor's, and an endless one, are refused in one sentence and left
/// unchanged.
#[test]
fn a_damaged_anchor_is_said_and_left_as_it_is() {
    let folder = tempfile::tempdir().unwrap();
    process::start(process::jobs_http(folder.path())).kill();
    let path = folder.path().join("anchor/checkpoint");
    let good = fs::read_to_string(&path).unwrap();
    let cut = good[..good.len() / 2].to_owned();
    for bad in
        [String::new(), "rubbish".to_owned(), cut, "x".repeat(100_000), good.replace('\n', "\r\n")]
    {
        fs::write(&path, &bad).unwrap();
        let message = process::refusal(process::jobs_http(folder.path()));
        assert!(message.contains("--anchor-dir") || message.contains("the anchor"), "{message}");
        assert!(message.contains(path.to_str().unwrap()), "{message}");
        let said: Vec<_> = message.lines().filter(|line| line.contains("jobs-http: ")).collect();
        assert_eq!(said.len(), 1, "{message}");
        assert_eq!(fs::read_to_string(&path).unwrap(), bad);
    }
}

#[test]
fn what_is_made_is_readable_by_its_owner_alone() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    let _running = process::start(process::jobs_http(&data));
    let mut directories = vec![data];
    while let Some(directory) = directories.pop() {
        for entry in fs::read_dir(directory).unwrap() {
            let path = entry.unwrap().path();
            let mode = fs::metadata(&path).unwrap().permissions().mode() & 0o777;
            assert_eq!(mode & 0o077, 0, "{}: {mode:o}", path.display());
            if path.is_dir() {
                directories.push(path);
            }
        }
    }
}

/// The server on a separate disk of that many bytes, which other processes see below `/proc`;
/// `None` if the user may not mount one.
fn on_a_disk_of(bytes: &str, folder: &Path) -> Option<Command> {
    let may =
        Command::new("unshare").args(["-rm", "mount", "-t", "tmpfs", "none"]).arg(folder).output();
    if !may.is_ok_and(|output| output.status.success()) {
        println!("SKIPPED: nobody may mount a disk here");
        return None;
    }
    let server = process::jobs_http(&folder.join("data"));
    let mut command = Command::new("unshare");
    let mount = format!("mount -t tmpfs -o size={bytes} none \"$0\" && exec \"$@\"");
    command
        .args(["-rm", "sh", "-c", &mount])
        .arg(folder)
        .arg(server.get_program())
        .args(server.get_args());
    for (name, value) in server.get_envs() {
        match value {
            Some(value) => command.env(name, value),
            None => command.env_remove(name),
        };
    }
    Some(command)
}

#[test]
fn a_disk_that_is_full_at_the_first_start_is_said_in_one_sentence() {
    let folder = tempfile::tempdir().unwrap();
    for pages in 1..120 {
        let Some(mut command) = on_a_disk_of(&format!("{}k", 4 * pages), folder.path()) else {
            return;
        };
        command.env("JOBS_LOG", "off");
        match process::try_start(command) {
            Ok(server) => {
                assert!(pages > 10, "{pages} pages are enough");
                return server.kill();
            }
            Err(message) => {
                assert!(message.starts_with("exit status: 1"), "{pages} pages: {message}");
                assert_eq!(message.trim().lines().count(), 1, "{pages} pages: {message}");
                assert!(message.contains("is full: make room"), "{pages} pages: {message}");
            }
        }
    }
    panic!("120 pages are not enough");
}

pub(crate) async fn readiness(caller: &Caller) -> (u16, Value) {
    let answer = caller.http.get(format!("{}/readyz", caller.url)).send().await.unwrap();
    (answer.status().as_u16(), answer.json().await.unwrap())
}

fn is_ready(answer: &(u16, Value)) -> bool {
    *answer == (200, json!({"status": "ready", "service": "jobs-http"}))
}

fn is_not(answer: &(u16, Value), detail: &str) -> bool {
    let said = answer.1["detail"].as_str().unwrap_or_default();
    answer.0 == 503
        && answer.1["type"] == "urn:jobs:problem:unavailable"
        && said.starts_with(detail)
}

const NO_APPEND: &str = "no append would be taken: ";

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_full_disk_is_not_ready_and_ready_again_once_there_is_room() {
    let folder = tempfile::tempdir().unwrap();
    let Some(command) = on_a_disk_of("4m", folder.path()) else { return };
    let server = process::start(command);
    let caller = Caller::new(&server);
    let job = json!({"action_name": "T-Enable", "cids": ["1"]});
    assert_eq!(caller.post("/v1/jobs", &job).await.status(), 201);
    assert!(is_ready(&readiness(&caller).await));
    let filling = seen_by(&server, folder.path()).join("filling");
    let full = fs::write(&filling, vec![0; 8 << 20]).unwrap_err();
    assert_eq!(full.kind(), std::io::ErrorKind::StorageFull);
    let answer = readiness(&caller).await;
    assert!(is_not(&answer, NO_APPEND), "{answer:?}");
    assert!(answer.1["detail"].as_str().unwrap().contains("room on the disk"), "{answer:?}");
    let refused = caller.post("/v1/jobs", &job).await;
    assert_eq!(refused.status(), 503, "it is certain that nothing was recorded");
    assert!(is_not(&readiness(&caller).await, NO_APPEND));
    // Room for a small append, but not for a large one.
    let file = fs::File::options().write(true).open(&filling).unwrap();
    file.set_len(file.metadata().unwrap().len() - (128 << 10)).unwrap();
    drop(file);
    assert!(is_ready(&readiness(&caller).await));
    let mut large = job.clone();
    large["request_payload"] = "x".repeat(512 << 10).into();
    assert_eq!(caller.post("/v1/jobs", &large).await.status(), 503);
    assert!(is_ready(&readiness(&caller).await), "others are taken");
    assert_eq!(caller.post("/v1/jobs", &job).await.status(), 201);
    assert_eq!(caller.post("/v1/jobs", &large).await.status(), 503);
    assert_eq!(caller.get("/v1/jobs").await["jobs"].as_array().unwrap().len(), 2, "it reads");
    fs::remove_file(&filling).unwrap();
    assert!(is_ready(&readiness(&caller).await));
    assert_eq!(caller.post("/v1/jobs", &job).await.status(), 201);
}

/// What a process with separate mounts sees at `path`.
fn seen_by(server: &Process, path: &Path) -> PathBuf {
    Path::new(&format!("/proc/{}/root", server.id())).join(path.strip_prefix("/").unwrap())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_ledger_that_somebody_holds_or_has_moved_is_not_ready() {
    let folder = tempfile::tempdir().unwrap();
    let server = process::start(process::jobs_http(folder.path()));
    let caller = Caller::new(&server);
    let path = folder.path().join("jobs.db");
    let sql = rusqlite::Connection::open(&path).unwrap();
    sql.execute_batch("BEGIN IMMEDIATE").unwrap();
    let answer = readiness(&caller).await;
    assert!(is_not(&answer, NO_APPEND), "{answer:?}");
    assert!(answer.1["detail"].as_str().unwrap().contains("within 5 seconds"), "{answer:?}");
    sql.execute_batch("ROLLBACK").unwrap();
    assert!(is_ready(&readiness(&caller).await));
    assert_eq!(caller.get("/v1/stats").await["total"]["IN_PROGRESS"], 0, "asking leaves no trace");
    fs::rename(&path, folder.path().join("moved.db")).unwrap();
    let answer = readiness(&caller).await;
    assert!(is_not(&answer, "the ledger cannot be read: "), "{answer:?}");
    let said = answer.1.to_string();
    assert!(!said.contains(folder.path().to_str().unwrap()), "a path is nobody's business: {said}");
}
