//! The old files stay as they are, to the byte and to the time of their last change.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::time::SystemTime;

use crate::support::dirt;
use crate::support::legacy::{self, Generation};
use crate::support::run::Folder;

pub(crate) type Files = BTreeMap<String, (Vec<u8>, SystemTime)>;

pub(crate) fn files(directory: &Path) -> Files {
    fs::read_dir(directory)
        .unwrap()
        .map(|entry| {
            let entry = entry.unwrap();
            let name = entry.file_name().into_string().unwrap();
            let modified = entry.metadata().unwrap().modified().unwrap();
            (name, (fs::read(entry.path()).unwrap(), modified))
        })
        .collect()
}

fn old_files(folder: &Folder) -> std::path::PathBuf {
    let directory = folder.path("old");
    fs::create_dir(&directory).unwrap();
    drop(legacy::write(&directory.join("jobs.db"), Generation::Newer, &dirt::newer()));
    let row = ("vijay", "login", None, "2026-01-28 09:00:00", "success", None);
    legacy::write_audit(&directory.join("audit.db"), &[row]);
    directory
}

#[test]
fn rows_that_are_only_in_the_log_are_taken_and_nothing_is_touched() {
    let folder = Folder::new();
    let directory = old_files(&folder);
    let before = files(&directory);
    assert!(before["jobs.db-wal"].0.len() > 4096, "the test is about a log that is in use");
    let args = ["import", "old/jobs.db", "--audit", "old/audit.db", "--utc-offset", "Z"];
    folder.run(&args).exits(3);
    assert!(files(&directory) == before, "something in the directory of the old files changed");
    assert_eq!(folder.ledger_size(), 16);
    // The rows of the second half are only in the log.
    let sql = rusqlite::Connection::open_with_flags(
        format!("file:{}?immutable=1", directory.join("jobs.db").display()),
        rusqlite::OpenFlags::SQLITE_OPEN_READ_ONLY | rusqlite::OpenFlags::SQLITE_OPEN_URI,
    )
    .unwrap();
    let without_log: i64 =
        sql.query_row("SELECT count(*) FROM jobs", [], |row| row.get(0)).unwrap();
    assert_eq!(without_log, 10);
}

#[test]
fn a_dashboard_that_still_runs_is_not_disturbed() {
    let folder = Folder::new();
    let jobs = dirt::good();
    let sql = legacy::write(&folder.path("jobs.db"), Generation::Newer, &jobs[..10]);
    folder.run(&["import", "jobs.db", "--utc-offset", "Z"]).exits(0);
    legacy::insert(&sql, Generation::Newer, &jobs[10..]);
    let report = folder.run(&["import", "jobs.db", "--utc-offset", "Z", "--json"]).exits(0).json();
    assert_eq!(report["jobs"]["imported"], 6);
    assert_eq!(report["jobs"]["already_recorded"], 10);
}

#[cfg(unix)]
#[test]
fn files_that_may_only_be_read_and_links_are_enough() {
    use std::os::unix::fs::{PermissionsExt as _, symlink};
    let folder = Folder::new();
    let directory = old_files(&folder);
    symlink(directory.join("jobs.db"), folder.path("link.db")).unwrap();
    for name in files(&directory).keys() {
        fs::set_permissions(directory.join(name), fs::Permissions::from_mode(0o400)).unwrap();
    }
    fs::set_permissions(&directory, fs::Permissions::from_mode(0o500)).unwrap();
    let ran = folder.run(&["import", "link.db", "--utc-offset", "Z"]);
    fs::set_permissions(&directory, fs::Permissions::from_mode(0o700)).unwrap();
    ran.exits(3);
    assert_eq!(folder.ledger_size(), 16);
}
