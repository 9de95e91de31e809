//! A write-ahead log that a crash of the machine left half written.

use std::path::Path;

use jobs_core::{Entry, JobStore, PageLimit, RequestPayload, merkle};
use jobs_sqlite::SqliteStore;

use crate::support::new_job;

/// Every entry, and proof that they are what the tree was built from.
async fn verified_entries(path: &Path) -> Vec<Entry> {
    let store = SqliteStore::open(path).unwrap();
    let entries = store.entries(0, PageLimit::new(PageLimit::MAX).unwrap()).await.unwrap();
    let head = store.head().await.unwrap();
    assert_eq!(head.size(), entries.len() as u64);
    let leaves: Vec<_> = entries.iter().map(Entry::leaf).collect();
    assert_eq!(head.root(), merkle::root_of(&leaves));
    entries
}

/// Cuts the write-ahead log at many places, as a crash of the machine may, and garbles what
/// follows.
#[tokio::test]
async fn a_torn_log_loses_nothing_but_its_end() {
    const JOBS: usize = 8;
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("jobs.db");
    let store = SqliteStore::open(&path).unwrap();
    let mut log_sizes = Vec::new();
    let log = folder.path().join("jobs.db-wal");
    for _ in 0..JOBS {
        let payload = RequestPayload::new("x".repeat(100)).unwrap();
        let job = new_job("vijay", "Trans-Begin", &["5001"]).with_request_payload(Some(payload));
        store.append(vec![job.into()]).await.unwrap();
        log_sizes.push(std::fs::metadata(&log).unwrap().len());
    }
    let entries = store.entries(0, PageLimit::default()).await.unwrap();
    // From a copy that another process makes: SQLite's locks are gone when this one closes what
    // SQLite has open.
    let copied = tempfile::tempdir().unwrap();
    let copy = std::process::Command::new("cp").args([&path, &log]).arg(copied.path()).status();
    assert!(copy.unwrap().success());
    let read = |name| std::fs::read(copied.path().join(name)).unwrap();
    let database = read("jobs.db");
    let log = read("jobs.db-wal");

    for cut in (0..=log.len()).step_by(log.len() / 40).chain([log.len()]) {
        let torn = tempfile::tempdir().unwrap();
        let copy = torn.path().join("jobs.db");
        std::fs::write(&copy, &database).unwrap();
        let mut bytes = log[..cut].to_vec();
        bytes.resize(log.len(), 0xA5);
        std::fs::write(torn.path().join("jobs.db-wal"), bytes).unwrap();
        let found = verified_entries(&copy).await;
        let durable = log_sizes.iter().filter(|size| **size <= cut as u64).count();
        assert!(found.len() >= durable, "cut at {cut}: {} of {durable}", found.len());
        assert_eq!(found, entries[..found.len()], "cut at {cut}");
    }
}
