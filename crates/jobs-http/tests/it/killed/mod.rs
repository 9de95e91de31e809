//! The first start, killed at each call by which it changes a file: whatever is left, the next
//! start continues from it, accepts the token that was left, and the ledger is sound.

pub(crate) mod tracer;

use std::ops::RangeInclusive;
use std::path::Path;
use std::process::Command;
use std::sync::atomic::{AtomicU32, Ordering};

use jobs_core::Source;
use jobs_notary::Anchor;
use jobs_sqlite::verify::{Options, verify};
use rusqlite::Connection;

use crate::rollback::append_elsewhere;
use crate::support::process::{self, Raw};

/// How many starts run at once.
const LANES: u32 = 2;

/// The server as a service starts it, for which a token is left in a file.
fn command(data: &Path) -> Command {
    let mut command = process::jobs_http(data);
    command.env_remove("JOBS_BOOTSTRAP_TOKEN").env("JOBS_LOG", "error").args(["--threads", "1"]);
    let other = data.with_file_name("other");
    if other.exists() {
        // As an operator who accepts a restore does until the server starts.
        command.args(["--accept-restore", "1", "--anchor-dir"]).arg(data.join("anchor"));
        command.arg("--anchor-dir").arg(other);
    }
    command
}

/// Kills a start at each of its calls, until it survives; it must make at least `calls_min`.
/// `prepare` sets up the directory; `entries` are the entries that it has and that the start adds.
fn kill_at_each_call(prepare: fn(&Path), entries: RangeInclusive<u64>, calls_min: u32) {
    let next = AtomicU32::new(1);
    let calls = AtomicU32::new(u32::MAX);
    std::thread::scope(|scope| {
        for _ in 0..LANES {
            scope.spawn(|| {
                loop {
                    let kill_at = next.fetch_add(1, Ordering::Relaxed);
                    if kill_at > calls.load(Ordering::Relaxed) {
                        return;
                    }
                    let folder = tempfile::tempdir().unwrap();
                    let data = folder.path().join("data");
                    prepare(&data);
                    match tracer::run(&command(&data), kill_at, " listening on ") {
                        Ok(run) => {
                            if !run.was_killed {
                                assert_eq!(run.code, None, "it is refused");
                                calls.fetch_min(run.calls, Ordering::Relaxed);
                            }
                            goes_on(&data, &run.printed, &entries, kill_at);
                        }
                        Err(error) => {
                            assert!(std::env::var_os("CI").is_none(), "nobody may trace: {error}");
                            println!("SKIPPED: this system lets nobody trace: {error}");
                            calls.fetch_min(calls_min, Ordering::Relaxed);
                            return;
                        }
                    }
                }
            });
        }
    });
    let calls = calls.into_inner();
    println!("killed at each of {calls} calls");
    assert!(calls >= calls_min, "only {calls} calls");
}

fn goes_on(data: &Path, printed: &str, entries: &RangeInclusive<u64>, kill_at: u32) {
    let server = process::try_start(command(data))
        .unwrap_or_else(|message| panic!("killed at call {kill_at}: {message}"));
    // A token left by a start that was killed before it stored the hash is void.
    let token = std::fs::read_to_string(data.join("first-token"))
        .unwrap_or_else(|error| panic!("killed at call {kill_at}: no token: {error}"));
    let token = token.trim_end();
    assert!(!printed.contains(token), "killed at call {kill_at}: the token is in the output");
    let mut raw = Raw::connect(server.address());
    let request = format!(
        "GET /v1/jobs HTTP/1.1\r\nhost: x\r\nauthorization: Bearer {token}\r\nconnection: close\r\n\r\n"
    );
    raw.send(request.as_bytes());
    let answer = raw.read_end();
    assert!(answer.starts_with("HTTP/1.1 200"), "killed at call {kill_at}: {answer}");
    server.kill();
    let report = verify(&data.join("jobs.db"), &Options::default(), &|_, _| ()).unwrap();
    let findings: Vec<_> = report.findings().collect();
    assert!(report.is_sound(), "killed at call {kill_at}: {findings:?}");
    assert_eq!(report.head.size(), *entries.end(), "killed at call {kill_at}");
    let anchored = Anchor::at(data.join("anchor")).read().unwrap().unwrap();
    assert!(entries.contains(&anchored.unverified().size), "killed at call {kill_at}");
    let key = std::fs::read_to_string(data.join("ledger.key")).unwrap();
    assert_eq!(key.lines().count(), 1, "killed at call {kill_at}: the key stays new");
}

fn append(data: &Path, source: Source) {
    std::fs::create_dir(data).unwrap();
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(append_elsewhere(data, source));
}

/// No key yet, and no anchor.
fn imported(data: &Path) {
    append(data, Source::Import);
}

/// A call that the start settles.
fn with_a_call_under_way(data: &Path) {
    append(data, Source::Gateway);
}

/// An empty SQLite file, which becomes a ledger.
fn with_an_empty_file(data: &Path) {
    std::fs::create_dir(data).unwrap();
    let sql = Connection::open(data.join("jobs.db")).unwrap();
    sql.execute_batch("CREATE TABLE other (value); DROP TABLE other; VACUUM").unwrap();
    assert!(std::fs::metadata(data.join("jobs.db")).unwrap().len() > 0);
}

/// An older copy in the place of a ledger with two anchors, and its restore accepted.
fn with_an_older_copy(data: &Path) {
    imported(data);
    let copy = data.with_file_name("copy.db");
    std::fs::copy(data.join("jobs.db"), &copy).unwrap();
    let anchors = [data.join("anchor"), data.with_file_name("other")];
    let mut command = process::jobs_http(data);
    anchors.iter().for_each(|anchor| {
        command.arg("--anchor-dir").arg(anchor);
    });
    let server = process::start(command);
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(crate::rollback::record(&process::Caller::new(&server), 1));
    server.terminate();
    assert!(server.ended().success());
    std::fs::rename(copy, data.join("jobs.db")).unwrap();
    for suffix in ["-wal", "-shm"] {
        let _gone = std::fs::remove_file(data.join(format!("jobs.db{suffix}")));
    }
    // Then a token is shown here, too.
    std::fs::remove_file(data.join("auth.toml")).unwrap();
}

/// The state that another tool leaves if it turned the log off and was killed while it changed
/// something: a journal to roll back.
fn with_a_hot_journal(data: &Path) {
    imported(data);
    let path = data.join("jobs.db");
    let copy = data.join("copy");
    let sql = Connection::open(&path).unwrap();
    sql.query_row("PRAGMA journal_mode = DELETE", [], |_| Ok(())).unwrap();
    // Then its changes reach the file before they are committed.
    sql.execute_batch(
        "PRAGMA cache_size = 1; PRAGMA cache_spill = 1; BEGIN IMMEDIATE;
         CREATE TABLE other (value); INSERT INTO other VALUES (randomblob(100000));",
    )
    .unwrap();
    let journal = data.join("jobs.db-journal");
    std::fs::create_dir(&copy).unwrap();
    for file in [&path, &journal] {
        std::fs::copy(file, copy.join(file.file_name().unwrap())).unwrap();
    }
    drop(sql);
    for file in [&path, &journal] {
        std::fs::rename(copy.join(file.file_name().unwrap()), file).unwrap();
    }
    std::fs::remove_dir(copy).unwrap();
    assert_ne!(std::fs::read(&journal).unwrap()[0], 0, "it is hot");
}

#[test]
fn a_first_start_that_is_killed_at_any_call_is_gone_on_with() {
    kill_at_each_call(|_| {}, 0..=0, 40);
}

#[test]
fn a_first_start_on_an_empty_file_that_is_killed_at_any_call_is_gone_on_with() {
    kill_at_each_call(with_an_empty_file, 0..=0, 40);
}

#[test]
fn a_first_start_after_an_import_that_is_killed_at_any_call_is_gone_on_with() {
    kill_at_each_call(imported, 1..=1, 20);
}

#[test]
fn a_start_that_settles_a_call_and_is_killed_at_any_call_is_gone_on_with() {
    kill_at_each_call(with_a_call_under_way, 1..=2, 20);
}

#[test]
fn a_start_that_rolls_back_and_is_killed_at_any_call_is_gone_on_with() {
    kill_at_each_call(with_a_hot_journal, 1..=1, 20);
}

#[test]
fn an_accepted_restore_that_is_killed_at_any_call_is_recorded_once() {
    kill_at_each_call(with_an_older_copy, 3..=3, 20);
}
