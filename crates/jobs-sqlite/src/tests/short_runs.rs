//! The conformance tests once more, with runs of the reverse index so short that every list crosses
//! many, and with no tail in memory, so that every entry is read from the file.

use std::path::Path;

use tempfile::TempDir;

use crate::SqliteStore;
use crate::index::runs::RunSize;
use crate::index::{blocks, runs};
use crate::reading::tail::Tail;
use crate::tests::support;

/// Four entries, or fewer with many customers.
const SHORT: RunSize = RunSize { entries: 4, customers: 12 };

async fn open(folder: &Path) -> SqliteStore {
    SqliteStore::open_with(&folder.join("jobs.db"), SHORT, Tail::none()).unwrap()
}

async fn empty() -> (SqliteStore, TempDir) {
    let folder = tempfile::tempdir().unwrap();
    (open(folder.path()).await, folder)
}

jobs_conformance::conformance!(sqlite, durable: crate::tests::short_runs::open);

/// The index is written at all: without this, the tests above could pass by reading everything.
#[tokio::test]
async fn runs_are_written_and_cover_the_ledger() {
    use jobs_core::{ActionCode, ActionName, Cid, CustomerSet, JobStoreExt, NewJob, UserId};
    let (store, folder) = empty().await;
    let sql = rusqlite::Connection::open(folder.path().join("jobs.db")).unwrap();
    let complete = || -> i64 {
        let count = "SELECT count(*) FROM run WHERE next_term IS NULL";
        sql.query_row(count, [], |row| row.get(0)).unwrap()
    };
    for number in 0..10_000_u32 {
        let job = NewJob::new(
            UserId::new("vijay").unwrap(),
            ActionCode::new(1).unwrap(),
            ActionName::new("Trans-Begin").unwrap(),
            CustomerSet::new([Cid::new(number.to_string()).unwrap()]).unwrap(),
        );
        store.create(job.unwrap()).await.unwrap();
        if complete() >= 20 {
            break;
        }
    }
    assert!(complete() >= 20);
    // Each starts where the one before ends, without a gap and without an overlap.
    let astray =
        "SELECT count(*) FROM (SELECT first, lag(past, 1, 0) OVER (ORDER BY first) AS before
                                          FROM run) WHERE first <> before";
    assert_eq!(sql.query_row(astray, [], |row| row.get::<_, i64>(0)).unwrap(), 0);
    // User, action and customer, each used by every job of its run or by one.
    let mut select = sql
        .prepare(
            "SELECT p.term, p.block FROM posting AS p JOIN run AS r ON r.first = p.run
              WHERE r.next_term IS NULL",
        )
        .unwrap();
    let blocks = select.query_map([], |row| row.try_into()).unwrap();
    let uses = blocks.map(|block| {
        let (term, block): (i64, Vec<u8>) = block.unwrap();
        blocks::uses(term, &block).map(Result::unwrap).count()
    });
    let jobs = "SELECT max(past) FROM run WHERE next_term IS NULL";
    let jobs: u32 = sql.query_row(jobs, [], |row| row.get(0)).unwrap();
    assert_eq!(uses.sum::<usize>(), 3 * jobs as usize);
}

/// Lists do without the index, and so do appends: a slice that fails concerns the indexer alone.
#[tokio::test]
async fn a_failing_index_fails_no_append() {
    use jobs_core::{JobQuery, JobStore};
    let (store, folder) = empty().await;
    let sql = rusqlite::Connection::open(folder.path().join("jobs.db")).unwrap();
    sql.execute_batch(
        "CREATE TRIGGER fails BEFORE INSERT ON posting BEGIN SELECT raise(ROLLBACK, 'fails'); END",
    )
    .unwrap();
    for number in 0..100 {
        let answers = store.append(vec![support::job_of(number)]).await.unwrap();
        assert!(answers[0].is_ok(), "{answers:?}");
    }
    assert_eq!(store.jobs(&JobQuery::default()).await.unwrap().jobs.len(), 50);
    // Once it works again, the index catches up by itself.
    sql.execute_batch("DROP TRIGGER fails").unwrap();
    let mut number = 100;
    while runs::reach(&sql).unwrap().covered < 100 {
        store.append(vec![support::job_of(number)]).await.unwrap();
        number += 1;
        assert!(number < 10_000, "the index does not come up again");
    }
}
