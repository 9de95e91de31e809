//! The SQLite store shows every behaviour that a store must.

use jobs_sqlite::SqliteStore;
use tempfile::TempDir;

async fn empty() -> (SqliteStore, TempDir) {
    let folder = tempfile::tempdir().unwrap();
    (SqliteStore::open(folder.path().join("jobs.db")).unwrap(), folder)
}

jobs_conformance::conformance!(sqlite, crate::conformance::empty);
