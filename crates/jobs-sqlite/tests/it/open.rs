//! Opening: what is refused, what is found again, and what a second store on the same file sees.

use std::sync::Arc;

use jobs_core::{Draft, Error, JobStore, JobStoreExt, PageLimit, Status, merkle};
use jobs_sqlite::SqliteStore;

use crate::support::{change, new_job};

#[tokio::test]
async fn everything_is_found_again() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("jobs.db");
    let store = SqliteStore::open(&path).unwrap();
    let created = store.create(new_job("vijay", "Trans-Begin", &["5001", "5002"])).await.unwrap();
    store.change_status(change(created.job_id(), Status::Unconfirmed)).await.unwrap();
    let head = store.head().await.unwrap();
    let job = store.job(created.job_id()).await.unwrap();
    store.close().await;
    drop(store);

    let store = SqliteStore::open(&path).unwrap();
    assert_eq!(store.head().await.unwrap(), head);
    assert_eq!(store.job(created.job_id()).await.unwrap(), job);
    // And the ledger goes on where it was.
    let settled = store.change_status(change(created.job_id(), Status::Success)).await.unwrap();
    assert_eq!(settled.index(), 2);
    assert_eq!(store.history(created.job_id()).await.unwrap().len(), 3);
}

/// A copy of `jobs.db` alone, after an orderly end, has all of it.
#[tokio::test]
async fn the_file_is_whole_by_itself_once_the_store_is_closed() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("jobs.db");
    let store = SqliteStore::open(&path).unwrap();
    store.create(new_job("vijay", "Trans-Begin", &["5001"])).await.unwrap();
    let head = store.head().await.unwrap();
    store.close().await;
    // The store still reads, so its readers' connections are open.
    let copy = folder.path().join("copy.db");
    // By another process: SQLite's locks are gone when this one closes a file that SQLite has open.
    assert!(std::process::Command::new("cp").args([&path, &copy]).status().unwrap().success());
    assert_eq!(SqliteStore::open(copy).unwrap().head().await.unwrap(), head);
    drop(store);
}

#[tokio::test]
async fn a_closed_store_still_reads() {
    let folder = tempfile::tempdir().unwrap();
    let store = SqliteStore::open(folder.path().join("jobs.db")).unwrap();
    store.create(new_job("vijay", "Trans-Begin", &["5001"])).await.unwrap();
    store.close().await;
    store.close().await;
    let refused = store.create(new_job("vijay", "Trans-Begin", &["5001"])).await;
    assert!(matches!(refused, Err(Error::Closed)));
    assert_eq!(store.head().await.unwrap().size(), 1);
}

/// Also when nobody polls the appends while the store closes: those that got into the queue are
/// recorded, the others are told that they are not.
#[tokio::test]
async fn what_was_queued_before_closing_is_durable() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("jobs.db");
    let store = Arc::new(SqliteStore::open(&path).unwrap());
    let mut waiting = Vec::new();
    for number in 0..200 {
        let cid = number.to_string();
        let mut append = Box::pin({
            let store = Arc::clone(&store);
            async move { store.create(new_job("vijay", "Trans-Begin", &[&cid])).await }
        });
        // Polled once: queued, and not yet answered (or answered at once).
        let polled =
            std::future::poll_fn(|context| std::task::Poll::Ready(append.as_mut().poll(context)));
        if polled.await.is_pending() {
            waiting.push(append);
        }
    }
    store.close().await;
    let queued = waiting.len();
    let mut recorded = 200 - waiting.len();
    for append in waiting {
        match append.await {
            Ok(_) => recorded += 1,
            Err(error) => assert!(matches!(error, Error::Closed), "{error}"),
        }
    }
    assert!(queued > 0 && recorded > 0);
    assert_eq!(store.head().await.unwrap().size(), recorded as u64);
}

#[tokio::test]
async fn a_read_only_store_reads_and_does_not_append() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("jobs.db");
    assert!(matches!(SqliteStore::open_read_only(&path), Err(Error::Storage { .. })));
    assert!(!path.exists(), "opening for reading made a file");
    let store = SqliteStore::open(&path).unwrap();
    let created = store.create(new_job("vijay", "Trans-Begin", &["5001"])).await.unwrap();
    let reader = SqliteStore::open_read_only(&path).unwrap();
    assert!(reader.job(created.job_id()).await.unwrap().is_some());
    let refused = reader.create(new_job("vijay", "Trans-Begin", &["5001"])).await;
    assert!(matches!(refused, Err(Error::Closed)));
    // It sees what is appended after it was opened.
    store.create(new_job("vijay", "Trans-Begin", &["5001"])).await.unwrap();
    assert_eq!(reader.head().await.unwrap().size(), 2);
}

#[test]
fn other_programs_databases_are_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("jobs.db");
    let sql = rusqlite::Connection::open(&path).unwrap();
    // In WAL mode and not closed properly, like the dashboard's file when the machine went down.
    sql.execute_batch("PRAGMA journal_mode = WAL; CREATE TABLE jobs (job_id TEXT PRIMARY KEY)")
        .unwrap();
    std::mem::forget(sql);
    let log = folder.path().join("jobs.db-wal");
    let contents = || (std::fs::read(&path).unwrap(), std::fs::read(&log).unwrap());
    let before = contents();
    let error = SqliteStore::open(&path).unwrap_err().to_string();
    assert!(error.contains("another program") && error.contains("jobctl import"), "{error}");
    assert!(SqliteStore::open_read_only(&path).is_err());
    assert_eq!(contents(), before);

    let text = folder.path().join("text.db");
    std::fs::write(&text, "not a database at all, but long enough to be taken for one").unwrap();
    assert!(SqliteStore::open(&text).is_err());
}

#[tokio::test]
async fn later_versions_are_refused() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("jobs.db");
    SqliteStore::open(&path).unwrap().close().await;
    let sql = rusqlite::Connection::open(&path).unwrap();
    sql.pragma_update(None, "user_version", 99).unwrap();
    for opened in [SqliteStore::open(&path), SqliteStore::open_read_only(&path)] {
        let error = opened.unwrap_err().to_string();
        assert!(error.contains("version 99"), "{error}");
    }
}

/// A file of a version before this one has other tables: that is said, with what to do, and not
/// that somebody changed them.
#[test]
fn an_earlier_shape_is_refused_as_such() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("jobs.db");
    let sql = rusqlite::Connection::open(&path).unwrap();
    sql.execute_batch(
        "PRAGMA application_id = 0x4A4F4253; PRAGMA user_version = 1;
         CREATE TABLE entry (idx INTEGER PRIMARY KEY, customers TEXT) STRICT",
    )
    .unwrap();
    drop(sql);
    let before = std::fs::read(&path).unwrap();
    for opened in [SqliteStore::open(&path), SqliteStore::open_read_only(&path)] {
        let error = opened.unwrap_err();
        assert!(matches!(error, Error::Invalid { .. }), "{error}");
        let text = error.to_string();
        let says = "a ledger of version 1, and this program reads version 2; nothing was changed";
        assert!(text.contains(says) && text.contains("begin a new ledger"), "{text}");
    }
    assert_eq!(std::fs::read(&path).unwrap(), before);
}

/// A dropped guard is noticed at the next start; until then the store works as before.
#[tokio::test]
async fn a_changed_schema_is_refused_by_name() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("jobs.db");
    let store = SqliteStore::open(&path).unwrap();
    let sql = rusqlite::Connection::open(&path).unwrap();
    let text = "SELECT sql FROM sqlite_schema WHERE name = 'entry_is_never_removed'";
    let guard: String = sql.query_row(text, [], |row| row.get(0)).unwrap();
    let other = guard.replace("ROLLBACK", "ABORT");
    for (change, how) in [
        ("DROP TRIGGER entry_is_never_removed", "trigger entry_is_never_removed is missing"),
        (&*other, "trigger entry_is_never_removed was changed"),
        ("DROP TRIGGER entry_is_never_removed; CREATE INDEX mine ON entry (user)", "index mine"),
        (&*guard, "index mine is not part of a ledger"),
    ] {
        sql.execute_batch(change).unwrap();
        for opened in [SqliteStore::open(&path), SqliteStore::open_read_only(&path)] {
            let error = opened.unwrap_err();
            assert!(matches!(error, Error::Corrupt(_)), "{error}");
            assert!(error.to_string().contains(how), "{error}");
        }
    }
    store.create(new_job("vijay", "Trans-Begin", &["5001"])).await.unwrap();
    // As it was, it is opened again; ANALYZE adds tables, and changes nothing.
    sql.execute_batch("DROP INDEX mine; ANALYZE").unwrap();
    assert_eq!(SqliteStore::open(&path).unwrap().head().await.unwrap().size(), 1);
}

/// Two stores on one file, as when an import runs beside the server.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn two_stores_share_one_ledger() {
    const EACH: u64 = 150;
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("jobs.db");
    let stores =
        [SqliteStore::open(&path).unwrap(), SqliteStore::open(&path).unwrap()].map(Arc::new);
    let writers: Vec<_> = stores
        .iter()
        .map(|store| {
            let store = Arc::clone(store);
            tokio::spawn(async move {
                for number in 0..EACH {
                    let cids = [number.to_string(), "shared".to_owned()];
                    let job = new_job("vijay", "Trans-Begin", &[&cids[0], &cids[1]]);
                    store.create(job).await.unwrap();
                }
            })
        })
        .collect();
    for writer in writers {
        writer.await.unwrap();
    }
    let head = stores[0].head().await.unwrap();
    assert_eq!(head.size(), 2 * EACH);
    assert_eq!(stores[1].head().await.unwrap(), head);
    let entries = stores[1].entries(0, PageLimit::new(1000).unwrap()).await.unwrap();
    let leaves: Vec<_> = entries.iter().map(jobs_core::Entry::leaf).collect();
    assert_eq!(merkle::root_of(&leaves), head.root());
}

#[tokio::test]
async fn an_empty_append_is_answered_at_once() {
    let folder = tempfile::tempdir().unwrap();
    let store = SqliteStore::open(folder.path().join("jobs.db")).unwrap();
    assert!(store.append(Vec::<Draft>::new()).await.unwrap().is_empty());
}
