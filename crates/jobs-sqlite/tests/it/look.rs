//! The first look at a file: a file that a start refuses stays as it was, byte for byte, and one
//! that a kill left behind is opened.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use jobs_core::{Error, JobStore, JobStoreExt};
use jobs_sqlite::SqliteStore;
use rusqlite::Connection;

use crate::support::new_job;

/// The files in a folder except `-shm`, which any reader makes, and which holds nothing that the
/// others do not.
fn contents(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let files = fs::read_dir(folder).unwrap().map(|file| file.unwrap().path());
    let read =
        |path: &Path| (path.file_name().unwrap().to_str().unwrap().to_owned(), fs::read(path));
    files
        .map(|path| read(&path))
        .map(|(name, bytes)| (name, bytes.unwrap()))
        .filter(|(name, _)| !name.ends_with("-shm"))
        .collect()
}

/// The files of `from` as a kill at this moment leaves them, put beside each other as `jobs.db`.
fn killed(from: &Path, to: &Path) {
    for (name, bytes) in contents(from) {
        fs::write(to.join(name), bytes).unwrap();
    }
}

/// A database in the middle of a change that has reached the file: its journal is hot.
fn in_the_middle(path: &Path, setup: &str, change: &str) -> Connection {
    let sql = Connection::open(path).unwrap();
    // The cache is so small that changed pages go to the file before the transaction ends.
    sql.execute_batch(&format!("{setup}; PRAGMA cache_size = 1; BEGIN; {change}")).unwrap();
    let journal = fs::read(path.with_extension("db-journal")).unwrap();
    assert!(journal.first().is_some_and(|byte| *byte != 0), "the journal is not hot");
    sql
}

const MANY_ROWS: &str =
    "WITH RECURSIVE n (i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < 3000)
                         INSERT INTO t SELECT i, hex(randomblob(100)) FROM n";

/// A closed ledger with one job; if `in_log`, only its log has the job.
async fn ledger(folder: &Path, in_log: bool) {
    let store = SqliteStore::open(folder.join("made.db")).unwrap();
    store.create(new_job("vijay", "Trans-Begin", &["5001"])).await.unwrap();
    if !in_log {
        store.close().await;
        drop(store);
        fs::rename(folder.join("made.db"), folder.join("jobs.db")).unwrap();
    } else {
        let log = (folder.join("made.db-wal"), folder.join("jobs.db-wal"));
        for (from, to) in [(folder.join("made.db"), folder.join("jobs.db")), log] {
            assert!(std::process::Command::new("cp").args([from, to]).status().unwrap().success());
        }
        drop(store);
    }
    for end in ["", "-wal", "-shm"] {
        let _none = fs::remove_file(folder.join(format!("made.db{end}")));
    }
}

fn edit(folder: &Path, sql: &str) {
    Connection::open(folder.join("jobs.db")).unwrap().execute_batch(sql).unwrap();
}

/// Edits what is in the log as well, and leaves the log.
fn edit_in_log(folder: &Path, sql: &str) {
    let made = Connection::open(folder.join("jobs.db")).unwrap();
    made.execute_batch(sql).unwrap();
    let copy = tempfile::tempdir().unwrap();
    killed(folder, copy.path());
    drop(made);
    killed(copy.path(), folder);
}

#[tokio::test]
async fn what_is_refused_stays_as_it_was() {
    type Make = fn(&Path);
    let cases: &[(&str, bool, Option<Make>, &str)] = &[
        (
            "another program's, in rollback mode",
            false,
            Some(|folder| {
                edit(folder, "CREATE TABLE t (a)");
            }),
            "another program",
        ),
        (
            "another program's, in WAL mode and closed",
            false,
            Some(|folder| {
                edit(folder, "PRAGMA journal_mode = WAL; CREATE TABLE t (a)");
            }),
            "another program",
        ),
        (
            "another program's, with a log",
            false,
            Some(|folder| {
                edit_in_log(folder, "PRAGMA journal_mode = WAL; CREATE TABLE t (a)");
            }),
            "another program",
        ),
        (
            "another program's, with a hot journal",
            false,
            Some(|folder| {
                let made = tempfile::tempdir().unwrap();
                let path = made.path().join("jobs.db");
                let _open = in_the_middle(&path, "CREATE TABLE t (a, b)", MANY_ROWS);
                killed(made.path(), folder);
            }),
            "another program",
        ),
        (
            "another program's, of which only the journal says what it held",
            false,
            Some(|folder| {
                let made = tempfile::tempdir().unwrap();
                let path = made.path().join("jobs.db");
                let _open = in_the_middle(&path, "CREATE TABLE t (a, b)", MANY_ROWS);
                killed(made.path(), folder);
                fs::remove_file(folder.join("jobs.db")).unwrap();
                let empty = Connection::open(folder.join("empty.db")).unwrap();
                empty.execute_batch("CREATE TABLE t (a); DROP TABLE t; VACUUM").unwrap();
                drop(empty);
                fs::rename(folder.join("empty.db"), folder.join("jobs.db")).unwrap();
            }),
            "another program",
        ),
        (
            "another program's, with nothing in it but its number",
            false,
            Some(|folder| {
                edit(folder, "PRAGMA application_id = 7");
            }),
            "another program",
        ),
        (
            "a text",
            false,
            Some(|folder| {
                fs::write(folder.join("jobs.db"), "not a database ".repeat(99)).unwrap();
            }),
            "not a database",
        ),
        (
            "a ledger with another application_id",
            true,
            Some(|folder| {
                edit(folder, "PRAGMA application_id = 7");
            }),
            "application_id is 7: it was changed",
        ),
        (
            "a ledger without application_id",
            true,
            Some(|folder| {
                edit_in_log(folder, "PRAGMA application_id = 0");
            }),
            "application_id is 0: it was changed",
        ),
        (
            "a ledger with a later version",
            true,
            Some(|folder| {
                edit_in_log(folder, "PRAGMA user_version = 99");
            }),
            "version 99",
        ),
        (
            "a ledger with an earlier version",
            true,
            Some(|folder| {
                edit_in_log(folder, "PRAGMA user_version = 0");
            }),
            "version 0",
        ),
        (
            "a ledger of a later program",
            true,
            Some(|folder| {
                edit_in_log(folder, "PRAGMA user_version = 3; CREATE TABLE later (a)");
            }),
            "this program reads version 2",
        ),
        (
            "a changed schema",
            true,
            Some(|folder| {
                edit_in_log(folder, "DROP TRIGGER entry_is_never_removed");
            }),
            "entry_is_never_removed is missing",
        ),
        (
            "a log without its database",
            true,
            Some(|folder| {
                edit_in_log(folder, "ANALYZE");
                fs::remove_file(folder.join("jobs.db")).unwrap();
            }),
            "is still there",
        ),
        (
            "a log with an empty database",
            true,
            Some(|folder| {
                edit_in_log(folder, "ANALYZE");
                fs::write(folder.join("jobs.db"), "").unwrap();
            }),
            "is still there",
        ),
        (
            "a tree that is damaged",
            true,
            Some(|folder| {
                let trigger = "SELECT group_concat(sql, ';') FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'tree'";
                let made = Connection::open(folder.join("jobs.db")).unwrap();
                let triggers: String = made.query_row(trigger, [], |row| row.get(0)).unwrap();
                drop(made);
                let names = triggers.lines().filter_map(|line| line.split_once("TRIGGER "));
                let drops: String = names
                    .map(|(_, rest)| {
                        format!("DROP TRIGGER {};", rest.split_whitespace().next().unwrap())
                    })
                    .collect();
                edit_in_log(folder, &format!("{drops} UPDATE tree SET edge = x'00'; {triggers}"));
            }),
            "damaged",
        ),
    ];
    for (what, of_ledger, make, expected) in cases {
        let folder = tempfile::tempdir().unwrap();
        if *of_ledger {
            ledger(folder.path(), false).await;
        }
        if let Some(make) = make {
            make(folder.path());
        }
        let before = contents(folder.path());
        for opened in [
            SqliteStore::open(folder.path().join("jobs.db")),
            SqliteStore::open(folder.path().join("jobs.db")),
        ] {
            let error = opened.unwrap_err();
            assert!(error.to_string().contains(expected), "{what}: {error}");
            assert!(contents(folder.path()) == before, "{what}: it was changed, or a file made");
        }
    }
}

/// As when a start is refused because of the anchors.
#[tokio::test]
async fn a_store_that_is_dropped_without_a_write_leaves_the_files_as_they_were() {
    let folder = tempfile::tempdir().unwrap();
    ledger(folder.path(), true).await;
    let before = contents(folder.path());
    assert!(!before["jobs.db-wal"].is_empty());
    let store = SqliteStore::open(folder.path().join("jobs.db")).unwrap();
    assert_eq!(store.head().await.unwrap().size(), 1);
    drop(store);
    assert!(contents(folder.path()) == before);
    // A start that succeeds leaves one whole file in the end.
    let store = SqliteStore::open(folder.path().join("jobs.db")).unwrap();
    store.close().await;
    drop(store);
    assert!(contents(folder.path())["jobs.db-wal"].is_empty());
}

/// A ledger that another tool was taking out of WAL mode when it died.
#[tokio::test]
async fn a_ledger_with_a_hot_journal_is_rolled_back_and_opened() {
    let folder = tempfile::tempdir().unwrap();
    ledger(folder.path(), false).await;
    let other = tempfile::tempdir().unwrap();
    killed(folder.path(), other.path());
    let change = format!("CREATE TABLE t (a, b); {MANY_ROWS}");
    let setup = "PRAGMA journal_mode = DELETE";
    let _open = in_the_middle(&other.path().join("jobs.db"), setup, &change);
    let fresh = tempfile::tempdir().unwrap();
    killed(other.path(), fresh.path());
    assert!(fresh.path().join("jobs.db-journal").exists());
    let store = SqliteStore::open(fresh.path().join("jobs.db")).unwrap();
    assert_eq!(store.head().await.unwrap().size(), 1);
    store.create(new_job("vijay", "Trans-Begin", &["5001"])).await.unwrap();
}

#[test]
fn a_path_that_sqlite_cannot_open_is_named_as_too_long() {
    let folder = tempfile::tempdir().unwrap();
    let long = folder.path().join("a".repeat(200)).join("b".repeat(200)).join("c".repeat(200));
    fs::create_dir_all(&long).unwrap();
    let error = SqliteStore::open(long.join("jobs.db")).unwrap_err();
    assert!(matches!(error, Error::Invalid { field: "path", .. }), "{error}");
    assert!(error.to_string().contains("a directory with a shorter path"), "{error}");
    assert_eq!(fs::read_dir(long).unwrap().count(), 0);
    // The longest that is taken works.
    let mut path = folder.path().to_owned();
    let left = |path: &Path| 504 - path.as_os_str().len() - "/jobs.db".len();
    while left(&path) > 200 {
        path.push("d".repeat(100));
    }
    path.push("e".repeat(left(&path) - 1));
    fs::create_dir_all(&path).unwrap();
    assert_eq!(path.join("jobs.db").as_os_str().len(), 504);
    SqliteStore::open(path.join("jobs.db")).unwrap();
}
