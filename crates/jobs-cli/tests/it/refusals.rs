//! Files that are not the old dashboard's, and other reasons to stop: the message says why, and
//! nothing is recorded.

use std::fs;

use rusqlite::Connection;

use crate::support::dirt;
use crate::support::legacy::{self, Generation};
use crate::support::run::Folder;

/// Runs the import, which must fail, and returns its message.
#[track_caller]
fn refused(folder: &Folder, file: &str) -> String {
    let ran = folder.run(&["import", file, "--utc-offset", "Z"]).exits(1);
    assert_eq!(ran.stdout, "");
    assert!(!folder.path("jobs-data").exists(), "nothing was made");
    ran.stderr
}

#[test]
fn what_is_not_an_old_database_is_refused_in_words() {
    let folder = Folder::new();
    let create = |name: &str, schema: &str| {
        Connection::open(folder.path(name)).unwrap().execute_batch(schema).unwrap();
    };
    fs::write(
        folder.path("text.db"),
        "not a database at all, and longer than a hundred bytes".repeat(9),
    )
    .unwrap();
    fs::write(folder.path("empty.db"), "").unwrap();
    fs::create_dir(folder.path("directory.db")).unwrap();
    create("other.db", "CREATE TABLE todo (id)");
    create("columns.db", "CREATE TABLE jobs (job_id, status)");
    create(
        "half.db",
        "CREATE TABLE jobs (job_id, user_id, action_code, action_name, created_at, status)",
    );
    for (file, expected) in [
        ("missing.db", "missing.db: No such file or directory"),
        ("text.db", "text.db: is not a SQLite database"),
        ("empty.db", "empty.db: is not the old dashboard's: it has no table jobs"),
        ("directory.db", "directory.db: is a directory"),
        ("other.db", "it has no table jobs"),
        (
            "columns.db",
            "its table jobs has no column user_id, action_code, action_name, created_at",
        ),
        ("half.db", "it has no table job_customers"),
    ] {
        let message = refused(&folder, file);
        assert!(message.contains(expected), "{file}: {message}");
    }
}

#[test]
fn a_damaged_file_is_refused() {
    let folder = Folder::new();
    let path = folder.path("old.db");
    let sql = legacy::write(&path, Generation::Newer, &dirt::good());
    sql.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(())).unwrap();
    drop(sql);
    let mut bytes = fs::read(&path).unwrap();
    let middle = bytes.len() / 2 / 4096 * 4096;
    bytes[middle..middle + 4096].fill(0xAA);
    fs::write(&path, bytes).unwrap();
    let message = refused(&folder, "old.db");
    assert!(message.contains("is damaged") && message.contains(".recover"), "{message}");
}

#[test]
fn a_ledger_is_not_an_old_database() {
    let folder = Folder::new();
    drop(legacy::write(&folder.path("old.db"), Generation::Newer, &dirt::good()));
    folder.run(&["import", "old.db", "--utc-offset", "Z"]).exits(0);
    let ran = folder.run(&["import", "jobs-data/jobs.db", "--data-dir", "other"]).exits(1);
    assert!(ran.stderr.contains("its jobs is a view"), "{}", ran.stderr);
}

#[test]
fn an_old_database_in_the_ledgers_place_is_left_alone() {
    let folder = Folder::new();
    fs::create_dir(folder.path("jobs-data")).unwrap();
    let old = folder.path("jobs-data/jobs.db");
    drop(legacy::write(&old, Generation::Newer, &dirt::good()));
    let before = fs::read(&old).unwrap();
    let ran = folder.run(&["import", "jobs-data/jobs.db", "--utc-offset", "Z"]).exits(2);
    assert!(ran.stderr.contains("move the old database and the files beside it"), "{}", ran.stderr);
    assert!(fs::read(&old).unwrap() == before, "the old database changed");
}

#[test]
fn wrong_command_lines_are_explained() {
    let folder = Folder::new();
    for (args, expected) in [
        (&["import"][..], "OLD.db"),
        (&["import", "old.db", "--utc-offset", "5"], "+05:30"),
        (&["show", "job-42"], "is not a UUID"),
        (&["list", "--status", "BANANA"], "UNCONFIRMED"),
        (&["list", "--limit", "0"], "--limit"),
        (&["list", "--since", "yesterday"], "RFC 3339"),
        (&["list", "--server", "ftp://x/"], "http"),
    ] {
        let ran = folder.run(args).exits(2);
        assert!(ran.stderr.contains(expected), "{args:?}: {}", ran.stderr);
    }
    let help = folder.run(&["--help"]).exits(0).stdout;
    assert!(
        help.contains("Exit codes:") && help.contains("  3  the import left something out"),
        "{help}"
    );
}
