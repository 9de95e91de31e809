//! The SQLite store shows every behaviour that a store must.

use jobs_sqlite::SqliteStore;
use tempfile::TempDir;

async fn empty() -> (SqliteStore, TempDir) {
    let folder = tempfile::tempdir().unwrap();
    (SqliteStore::open(folder.path().join("jobs.db")).unwrap(), folder)
}

jobs_conformance::conformance!(sqlite, crate::conformance::empty);

/// The example in the README of `jobs-conformance` is this file's code.
#[test]
fn the_readme_shows_how_it_is_done() {
    let readme = include_str!("../../../jobs-conformance/README.md");
    let (_, rest) = readme.split_once("```text\n").unwrap();
    let (example, _) = rest.split_once("```").unwrap();
    assert!(include_str!("conformance.rs").contains(example), "{example}");
}
