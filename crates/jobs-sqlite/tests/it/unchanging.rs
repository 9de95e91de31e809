//! A ledger that is read as a file that nobody writes: nothing is made beside it, and a program
//! that does write to it is noticed.

use std::fs;
use std::path::Path;

use jobs_core::{Error, JobStore, JobStoreExt};
use jobs_sqlite::SqliteStore;

use crate::support::new_job;

fn names(folder: &Path) -> Vec<std::ffi::OsString> {
    let mut names: Vec<_> =
        fs::read_dir(folder).unwrap().map(|file| file.unwrap().file_name()).collect();
    names.sort();
    names
}

async fn append(path: &Path) {
    let store = SqliteStore::open(path).unwrap();
    store.create(new_job("vijay", "PE-Enable", &["5001"])).await.unwrap();
    // Moves the log into the database, and removes it.
    store.close().await;
}

#[tokio::test]
async fn it_makes_no_file_and_ends_when_somebody_writes() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("jobs.db");
    append(&path).await;
    drop(fs::remove_file(folder.path().join("jobs.db-shm")));
    drop(fs::remove_file(folder.path().join("jobs.db-wal")));
    let bytes = fs::read(&path).unwrap();
    let store = SqliteStore::open_unchanging(&path).unwrap();
    assert_eq!(store.head().await.unwrap().size(), 1);
    let refused = store.create(new_job("vijay", "PE-Enable", &["5002"])).await.unwrap_err();
    assert!(matches!(refused, Error::Closed), "{refused}");
    assert_eq!(names(folder.path()), ["jobs.db"]);
    assert!(fs::read(&path).unwrap() == bytes, "the file changed");

    append(&path).await;
    let stale = store.head().await.unwrap_err();
    assert!(matches!(&stale, Error::Storage { .. }), "{stale}");
    assert!(stale.to_string().ends_with("read it again"), "{stale}");
    let again = SqliteStore::open_unchanging(&path).unwrap();
    assert_eq!(again.head().await.unwrap().size(), 2);
}
