//! Faults of the disk: it fills up, and it tears what a crash left half written.

use std::path::Path;
use std::sync::Arc;

use jobs_core::{
    ActionCode, ActionName, Cid, CustomerSet, Draft, Entry, Error, JobStore, NewJob, PageLimit,
    RequestPayload, Result, UserId, merkle,
};

use crate::files::Files;
use crate::tail::Tail;
use crate::writer::{self, Queue};
use crate::{SqliteStore, connection};

/// A small job of one of several users.
pub(crate) fn job_of(number: u32) -> Draft {
    let customers = CustomerSet::new([Cid::new(number.to_string()).unwrap()]).unwrap();
    let user = UserId::new(format!("user-{}", number % 10)).unwrap();
    let action = ActionName::new("Trans-Begin").unwrap();
    NewJob::new(user, ActionCode::new(1).unwrap(), action, customers).unwrap().into()
}

/// A job with a payload.
pub(crate) fn job(payload_bytes: usize) -> Draft {
    let customers = CustomerSet::new([Cid::new("5001").unwrap()]).unwrap();
    let (user, action) = (UserId::new("vijay").unwrap(), ActionName::new("Trans-Begin").unwrap());
    NewJob::new(user, ActionCode::new(1).unwrap(), action, customers)
        .unwrap()
        .with_request_payload(Some(RequestPayload::new("x".repeat(payload_bytes)).unwrap()))
        .into()
}

async fn append(queue: &Queue, drafts: Vec<Draft>) -> Result<usize> {
    let answers = queue.clone().append(drafts).await?;
    answers.into_iter().collect::<Result<Vec<_>>>().map(|appended| appended.len())
}

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

/// SQLite says the same for a page limit as for a full disk: SQLITE_FULL.
#[tokio::test]
async fn a_full_disk_refuses_the_batch_and_keeps_the_ledger() {
    const PAGES_MAX: i64 = 100;
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("jobs.db");
    let sql = connection::open_writer(&path).unwrap();
    sql.authorizer(None::<fn(rusqlite::hooks::AuthContext<'_>) -> rusqlite::hooks::Authorization>)
        .unwrap();
    sql.pragma_update_and_check(None, "max_page_count", PAGES_MAX, |row| row.get::<_, i64>(0))
        .unwrap();
    let files = Files::open(&path).unwrap();
    let (queue, thread) = writer::start(sql, files, Arc::new(Tail::none()), |_, _| ()).unwrap();

    let mut recorded = 0;
    let error = loop {
        match append(&queue, vec![job(10_000), job(10_000)]).await {
            Ok(jobs) => recorded += jobs,
            Err(error) => break error,
        }
        assert!(recorded < 1000, "the disk never filled up");
    };
    assert!(recorded > 0);
    assert!(matches!(error, Error::Storage { maybe_recorded: false, .. }), "{error}");
    // A small job still fits: the failed batch gave its pages back, and its numbers.
    recorded += append(&queue, vec![job(0)]).await.unwrap();
    drop(queue);
    thread.join().unwrap();

    assert_eq!(verified_entries(&path).await.len(), recorded);
    let store = SqliteStore::open(&path).unwrap();
    let more = store.append(vec![job(10_000)]).await.unwrap();
    assert_eq!(more[0].as_ref().unwrap().index(), recorded as u64);
}

/// Cuts the write-ahead log at many places, as a crash of the machine may, and garbles what follows.
#[tokio::test]
async fn a_torn_log_loses_nothing_but_its_end() {
    const JOBS: usize = 8;
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("jobs.db");
    let store = SqliteStore::open(&path).unwrap();
    let mut log_sizes = Vec::new();
    let log = folder.path().join("jobs.db-wal");
    for _ in 0..JOBS {
        store.append(vec![job(100)]).await.unwrap();
        log_sizes.push(std::fs::metadata(&log).unwrap().len());
    }
    let entries = store.entries(0, PageLimit::default()).await.unwrap();
    // Of a copy that another process makes: SQLite's locks are gone when this one closes what SQLite has open.
    let copied = tempfile::tempdir().unwrap();
    let copy = std::process::Command::new("cp").args([&path, &log]).arg(copied.path()).status();
    assert!(copy.unwrap().success());
    let read = |name| std::fs::read(copied.path().join(name)).unwrap();
    let (database, log) = (read("jobs.db"), read("jobs.db-wal"));

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
