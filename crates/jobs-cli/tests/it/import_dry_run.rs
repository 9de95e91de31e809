//! A dry run reports what the import would report, with the same exit code, and changes nothing.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use rusqlite::Connection;
use serde_json::Value;

use crate::support::dirt;
use crate::support::legacy::{self, AuditRow, Generation, OldJob, id, job};
use crate::support::run::{Folder, Ran};

const NEWER: Generation = Generation::Newer;
const PLAIN: &[&str] = &["import", "old.db", "--utc-offset", "Z"];
const WITH_AUDIT: &[&str] = &["import", "old.db", "--utc-offset", "Z", "--audit", "audit.db"];
const ROW: AuditRow<'static> =
    ("vijay", "T-Enable", Some(r#"["7"]"#), "2026-01-28 12:00:00", "success", None);

/// An old database, and perhaps a ledger.
type Setup = fn(&Folder);

fn good(folder: &Folder) -> Connection {
    legacy::write(&folder.path("old.db"), NEWER, &dirt::good())
}

fn imported(folder: &Folder) -> Connection {
    let sql = good(folder);
    folder.run(PLAIN).exits(0);
    sql
}

fn changed(folder: &Folder, change: &str) {
    imported(folder).execute_batch(change).unwrap();
}

fn audit(folder: &Folder, rows: &[AuditRow<'_>]) {
    drop(good(folder));
    legacy::write_audit(&folder.path("audit.db"), rows);
}

/// Something else in the place of the ledger.
fn in_place(folder: &Folder, content: &[u8]) {
    drop(good(folder));
    fs::create_dir(folder.path("jobs-data")).unwrap();
    fs::write(folder.path("jobs-data/jobs.db"), content).unwrap();
}

/// What to import, how, and the exit code.
const CASES: &[(&str, Setup, &[&str], i32)] = &[
    ("a new ledger", |folder| drop(good(folder)), PLAIN, 0),
    (
        "rows that cannot be taken",
        |folder| drop(legacy::write(&folder.path("old.db"), NEWER, &dirt::newer())),
        PLAIN,
        3,
    ),
    (
        "customers without a job",
        |folder| {
            let add = "INSERT INTO job_customers (job_id, cid) VALUES ('gone', '1')";
            good(folder).execute_batch(add).unwrap();
        },
        PLAIN,
        3,
    ),
    ("imported already", |folder| drop(imported(folder)), PLAIN, 0),
    (
        "a directory where the log of the ledger belongs",
        |folder| {
            drop(good(folder));
            fs::create_dir_all(folder.path("jobs-data/jobs.db-wal")).unwrap();
        },
        PLAIN,
        1,
    ),
    (
        "imported already, and more since",
        |folder| legacy::insert(&imported(folder), NEWER, &[job(&id(99), "23:00:00")]),
        PLAIN,
        0,
    ),
    (
        "a conflict",
        |folder| changed(folder, "UPDATE jobs SET status = 'FAILED' WHERE rowid = 1"),
        PLAIN,
        3,
    ),
    (
        "another offset than before",
        |folder| drop(imported(folder)),
        &["import", "old.db", "--utc-offset", "+05:30"],
        3,
    ),
    ("an audit log", |folder| audit(folder, &[ROW]), WITH_AUDIT, 0),
    (
        "a row of the log that cannot be taken",
        |folder| {
            audit(folder, &[ROW, ("vijay", "x", Some("5001"), "2026-01-28 12:00:00", "", None)]);
        },
        WITH_AUDIT,
        3,
    ),
    (
        "a log that comes later",
        |folder| {
            audit(
                folder,
                &[("vijay", "T-Enable", Some(r#"["5001"]"#), "2026-01-28 11:00:01", "", None)],
            );
            changed_action(folder);
            folder.run(PLAIN).exits(0);
        },
        WITH_AUDIT,
        3,
    ),
    (
        "one row of the log twice, also by its number",
        |folder| {
            audit(folder, &[ROW]);
            let sql = Connection::open(folder.path("audit.db")).unwrap();
            sql.execute_batch(
                "CREATE TABLE copy AS SELECT * FROM audit_log UNION ALL SELECT * FROM audit_log;
                 DROP TABLE audit_log; ALTER TABLE copy RENAME TO audit_log;",
            )
            .unwrap();
        },
        WITH_AUDIT,
        0,
    ),
    ("no audit log", |folder| drop(good(folder)), WITH_AUDIT, 1),
    (
        "an audit log that is none",
        |folder| {
            drop(good(folder));
            fs::write(folder.path("audit.db"), "no database".repeat(99)).unwrap();
        },
        WITH_AUDIT,
        1,
    ),
    (
        "an offset that nobody chose and the log contradicts",
        |folder| {
            drop(legacy::write(&folder.path("old.db"), NEWER, &[job(&id(1), "14:30:00")]));
            let row =
                ("vijay", "Tran-Begin", Some("[\"5001\"]"), "2026-01-28 09:00:04", "success", None);
            legacy::write_audit(&folder.path("audit.db"), &[row]);
        },
        &["import", "old.db", "--audit", "audit.db"],
        2,
    ),
    ("no old database", |_| {}, PLAIN, 1),
    ("an empty ledger file", |folder| in_place(folder, b""), PLAIN, 0),
    ("a ledger that is none", |folder| in_place(folder, &[b'x'; 9999]), PLAIN, 5),
    (
        "another database as the ledger",
        |folder| {
            in_place(folder, b"");
            let sql = Connection::open(folder.path("jobs-data/jobs.db")).unwrap();
            sql.execute_batch("CREATE TABLE other (x)").unwrap();
        },
        PLAIN,
        1,
    ),
    (
        "the old database as the ledger",
        |folder| {
            fs::create_dir(folder.path("jobs-data")).unwrap();
            drop(legacy::write(&folder.path("jobs-data/jobs.db"), NEWER, &dirt::good()));
        },
        &["import", "jobs-data/jobs.db"],
        2,
    ),
    (
        "a file in the place of the directory",
        |folder| {
            drop(good(folder));
            fs::write(folder.path("jobs-data"), "").unwrap();
        },
        PLAIN,
        1,
    ),
    (
        "a file in the place of a directory above",
        |folder| {
            drop(good(folder));
            fs::write(folder.path("file"), "").unwrap();
        },
        &["import", "old.db", "--data-dir", "file/below/it"],
        1,
    ),
    (
        "a directory in the place of the ledger",
        |folder| {
            drop(good(folder));
            fs::create_dir_all(folder.path("jobs-data/jobs.db")).unwrap();
        },
        PLAIN,
        1,
    ),
    (
        "directories to be made",
        |folder| drop(good(folder)),
        &["import", "old.db", "--utc-offset", "Z", "--data-dir", "a/b/c"],
        0,
    ),
];

fn changed_action(folder: &Folder) {
    let sql = Connection::open(folder.path("old.db")).unwrap();
    let add = [OldJob { action_name: "T-Enable", ..job(&id(50), "11:00:00") }];
    legacy::insert(&sql, NEWER, &add);
}

/// Every file and directory, and the length and time of those that are no ledger's.
fn files(at: &Path, found: &mut BTreeSet<PathBuf>) {
    for entry in fs::read_dir(at).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files(&path, found);
        }
        // SQLite makes these for a reader, too.
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        if !name.ends_with("-shm") && !name.ends_with("-wal") {
            found.insert(path);
        }
    }
}

/// The report without the values that a dry run cannot know.
fn told(ran: &Ran) -> Value {
    if ran.stdout.is_empty() {
        return ran.stderr.clone().into();
    }
    let mut report = ran.json();
    for name in ["dry_run", "ledger_size"] {
        report.as_object_mut().unwrap().remove(name).unwrap();
    }
    report
}

#[test]
fn a_dry_run_ends_as_the_import_does() {
    for (name, setup, args, code) in CASES {
        let folder = Folder::new();
        setup(&folder);
        let list = || {
            let mut found = BTreeSet::new();
            files(&folder.path(""), &mut found);
            found
        };
        let before = (list(), folder.try_ledger_size());
        let args = [*args, &["--json"]].concat();
        let dry = folder.run(&[&args[..], &["--dry-run"]].concat());
        assert_eq!(dry.code, *code, "{name}: {dry:?}");
        assert_eq!((list(), folder.try_ledger_size()), before, "{name}");
        let real = folder.run(&args);
        assert_eq!(real.code, *code, "{name}: {real:?}");
        if matches!(code, 1 | 5) {
            // The message may be of another failed call.
            assert!(!dry.stderr.is_empty() && dry.stdout.is_empty(), "{name}: {dry:?}");
        } else {
            assert_eq!(told(&dry), told(&real), "{name}");
        }
    }
}

/// SQLite creates the target file of a link, but no directory for it.
#[cfg(unix)]
#[test]
fn a_link_that_leads_nowhere_is_followed_by_both() {
    for (target, code) in [("elsewhere.db", 0), ("nowhere/jobs.db", 1)] {
        let folder = Folder::new();
        drop(good(&folder));
        fs::create_dir(folder.path("jobs-data")).unwrap();
        std::os::unix::fs::symlink(target, folder.path("jobs-data/jobs.db")).unwrap();
        folder.run(&[PLAIN, &["--dry-run"]].concat()).exits(code);
        folder.run(PLAIN).exits(code);
    }
}

#[cfg(unix)]
#[test]
fn where_nothing_may_be_written_a_dry_run_fails_too() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = Folder::new();
    drop(good(&folder));
    let closed = folder.path("closed");
    fs::create_dir(&closed).unwrap();
    fs::set_permissions(&closed, fs::Permissions::from_mode(0o500)).unwrap();
    // Permissions do not bind every user.
    let code = if fs::write(closed.join("probe"), "").is_ok() { 0 } else { 1 };
    let args = ["import", "old.db", "--utc-offset", "Z", "--data-dir", "closed/below"];
    folder.run(&[&args[..], &["--dry-run"]].concat()).exits(code);
    folder.run(&args).exits(code);
    fs::set_permissions(&closed, fs::Permissions::from_mode(0o700)).unwrap();
}
