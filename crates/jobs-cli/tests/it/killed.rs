//! An import, killed at each call by which it changes a file: a server starts on the result, and
//! the import can be run again.

#[path = "../../../jobs-http/tests/it/killed/tracer.rs"]
mod tracer;

use std::sync::atomic::{AtomicU32, Ordering};

use crate::support::legacy::{self, Generation, OldJob};
use crate::support::run::Folder;
use crate::support::served::Served;

const JOBS: usize = 3;

fn old_jobs() -> Vec<OldJob> {
    (1..=JOBS)
        .map(|number| legacy::job(&format!("00000000-0000-4000-8000-{number:012}"), "10:00:00"))
        .collect()
}

const IMPORT: [&str; 4] = ["import", "old.db", "--utc-offset", "Z"];

fn goes_on(folder: Folder, kill_at: u32) {
    // A server starts in any case, and its ledger is sound.
    if folder.path("jobs-data/jobs.db").exists() {
        let served = Served::over(folder);
        served.folder.run(&["verify"]).exits(0);
        served.folder.run(&IMPORT).exits(0);
        served.folder.run(&["verify"]).exits(0);
        assert_eq!(served.folder.head().size(), JOBS as u64, "killed at call {kill_at}");
    } else {
        folder.run(&IMPORT).exits(0);
        assert_eq!(folder.head().size(), JOBS as u64, "killed at call {kill_at}");
    }
}

#[test]
fn an_import_that_is_killed_at_any_call_leaves_what_starts_and_can_be_run_again() {
    let next = AtomicU32::new(1);
    let calls = AtomicU32::new(u32::MAX);
    std::thread::scope(|scope| {
        for _ in 0..2 {
            scope.spawn(|| {
                loop {
                    let kill_at = next.fetch_add(1, Ordering::Relaxed);
                    if kill_at > calls.load(Ordering::Relaxed) {
                        return;
                    }
                    let folder = Folder::new();
                    drop(legacy::write(&folder.path("old.db"), Generation::Newer, &old_jobs()));
                    match tracer::run(&folder.command(&IMPORT), kill_at, "\0") {
                        Ok(run) => {
                            if !run.was_killed {
                                assert_eq!(run.code, Some(0), "{}", run.printed);
                                calls.fetch_min(run.calls, Ordering::Relaxed);
                            }
                            goes_on(folder, kill_at);
                        }
                        Err(error) => {
                            assert!(std::env::var_os("CI").is_none(), "nobody may trace: {error}");
                            println!("SKIPPED: this system lets nobody trace: {error}");
                            return;
                        }
                    }
                }
            });
        }
    });
    let calls = calls.into_inner();
    println!("killed at each of {calls} calls");
    assert!(calls > 40, "only {calls} calls");
}
