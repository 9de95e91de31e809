//! A disk that fills up.

use std::sync::Arc;

use jobs_core::{Draft, Error, JobStore, Result};

use crate::SqliteStore;
use crate::file::connection;
use crate::file::files::Files;
use crate::reading::tail::Tail;
use crate::tests::support::job;
use crate::verify::{Options, verify};
use crate::writing::queue::Queue;
use crate::writing::writer;

async fn append(queue: &Queue, drafts: Vec<Draft>) -> Result<usize> {
    let answers = queue.clone().append(drafts).await?;
    answers.into_iter().collect::<Result<Vec<_>>>().map(|appended| appended.len())
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

    let report = verify(&path, &Options::default(), &|_, _| {}).unwrap();
    assert!(report.is_sound(), "{:?}", report.findings().collect::<Vec<_>>());
    assert_eq!(report.head.size(), recorded as u64);
    let store = SqliteStore::open(&path).unwrap();
    let more = store.append(vec![job(10_000)]).await.unwrap();
    assert_eq!(more[0].as_ref().unwrap().index(), recorded as u64);
}
