//! A store that acknowledges what is in a copy of its file, and puts the copy back when it is
//! closed: durable, until it is killed.

use std::fs;
use std::panic::catch_unwind;
use std::path::{Path, PathBuf};

use jobs_conformance::{Behaviour, DURABLE_BEHAVIOURS, DurableCheck, Runner};
use jobs_sqlite::SqliteStore;
use tempfile::TempDir;

#[derive(Debug)]
struct Copied {
    /// `None` once it is closed.
    store: Option<SqliteStore>,
    copy: TempDir,
    original: PathBuf,
}

impl Copied {
    fn open(folder: &Path) -> Self {
        let copy = tempfile::tempdir().unwrap();
        let original = folder.join("jobs.db");
        let path = copy.path().join("jobs.db");
        if original.exists() {
            fs::copy(&original, &path).unwrap();
        }
        Self { store: Some(SqliteStore::open(path).unwrap()), copy, original }
    }

    fn store(&self) -> &SqliteStore {
        self.store.as_ref().unwrap()
    }
}

impl Drop for Copied {
    fn drop(&mut self) {
        drop(self.store.take());
        fs::copy(self.copy.path().join("jobs.db"), &self.original).unwrap();
    }
}

impl jobs_core::DelegatingStore for Copied {
    type Inner = SqliteStore;

    fn inner(&self) -> &SqliteStore {
        self.store()
    }
}

/// Whether the behaviour passes. In a process that the behaviour starts, this appends until it is
/// killed.
fn passes(test: &str, item: &Behaviour<DurableCheck>) -> bool {
    let test = format!("{}::{test}", module_path!());
    let check = item.check;
    let run = move || {
        let open = async |folder: &Path| Copied::open(folder);
        Runner::default().durable(&test, open, check);
    };
    catch_unwind(run).is_ok()
}

#[test]
fn what_is_put_back_when_it_is_closed_is_lost_by_a_kill() {
    let test = "what_is_put_back_when_it_is_closed_is_lost_by_a_kill";
    let kills = "acknowledged_entries_outlive_a_kill";
    let kills = DURABLE_BEHAVIOURS.iter().find(|item| item.name == kills).unwrap();
    // First: a process that this starts does nothing else.
    assert!(!passes(test, kills), "a kill is survived");
    for item in DURABLE_BEHAVIOURS.iter().filter(|item| item.module == "reopening") {
        assert!(passes(test, item), "{}", item.name);
    }
}
