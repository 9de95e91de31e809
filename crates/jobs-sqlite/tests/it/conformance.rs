//! The SQLite store shows every behaviour that a store must.

use std::path::Path;

use jobs_sqlite::SqliteStore;

async fn open(folder: &Path) -> SqliteStore {
    SqliteStore::open(folder.join("jobs.db")).unwrap()
}

jobs_conformance::conformance!(sqlite, durable: crate::conformance::open);

/// The example in the README of `jobs-conformance` is this file's code.
#[test]
fn the_readme_shows_how_it_is_done() {
    let readme = include_str!("../../../jobs-conformance/README.md");
    let (_, rest) = readme.split_once("```text\n").unwrap();
    let (example, _) = rest.split_once("```").unwrap();
    assert!(include_str!("conformance.rs").contains(example), "{example}");
}
