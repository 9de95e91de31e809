//! A clock that is set back while the ledger grows: entries have its time, lists by time are right,
//! and it is logged once.

use std::cell::RefCell;
use std::io;

use jobs_core::{
    Day, Index, JobFilter, JobQuery, JobStore, Order, PageLimit, StatsQuery, Timestamp,
};
use rusqlite::Connection;
use tempfile::TempDir;

use crate::file::connection;
use crate::index::runs::RunSize;
use crate::index::{indexer, runs};
use crate::reading::{list, tree};
use crate::tests::support;
use crate::writing::batch;
use crate::writing::terms::Terms;
use crate::{SqliteStore, verify};

const HOUR: i64 = 3600;
const DAY: i64 = 24 * HOUR;

/// What the clock shows at each append, in seconds: it is right, an hour ahead from the second
/// day's first hour on, then set right; it goes on, and is set back by a day and ten seconds.
const TIMES: [i64; 12] = [
    DAY,
    DAY + 1,
    DAY + 2,
    DAY + HOUR + 3,
    DAY + HOUR + 4,
    DAY + HOUR + 4,
    DAY + 5,
    DAY + 6,
    DAY + HOUR + 7,
    DAY + HOUR + 8,
    HOUR - 2,
    HOUR - 1,
];

/// What the log says, in seconds, at each entry that finds the clock set back.
const STEPS: [(usize, i64); 2] = [(6, HOUR - 1), (10, DAY + 10)];

fn at(seconds: i64) -> Timestamp {
    Timestamp::from_micros("now", seconds * 1_000_000).unwrap()
}

fn append(sql: &mut Connection, terms: &mut Terms, seconds: i64) {
    let appended =
        batch::run(sql, terms, |batch| batch.append(support::job_of(1), at(seconds))?.map(drop));
    assert_eq!(appended.unwrap(), 1);
}

/// A ledger in runs of four entries, one batch at each of `TIMES`.
fn ledger() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let mut sql = connection::open_writer(&folder.path().join("jobs.db")).unwrap();
    let mut terms = Terms::new();
    TIMES.into_iter().for_each(|seconds| append(&mut sql, &mut terms, seconds));
    indexer::index_now(&mut sql, RunSize { entries: 4, customers: 1000 });
    assert_eq!(runs::reach(&sql).unwrap().covered, 12);
    folder
}

#[tokio::test]
async fn an_entry_has_the_time_of_the_clock_and_the_ledger_is_sound() {
    let folder = ledger();
    let path = folder.path().join("jobs.db");
    let store = SqliteStore::open(&path).unwrap();
    let entries = store.entries(0, PageLimit::new(100).unwrap()).await.unwrap();
    let times: Vec<_> = entries.iter().map(jobs_core::Entry::recorded_at).collect();
    assert_eq!(times, TIMES.map(at));
    let stats = store.stats(&StatsQuery::default()).await.unwrap();
    let by_day =
        |day: i64| stats.by_day.rows.iter().find(|row| row.value == Day::of(at(day * DAY)));
    assert_eq!(by_day(0).map(|row| row.jobs.jobs()), Some(2));
    assert_eq!(by_day(1).map(|row| row.jobs.jobs()), Some(10));
    store.close().await;
    let report = verify::verify(&path, &verify::Options::default(), &|_, _| {}).unwrap();
    assert!(report.is_sound(), "{report:?}");
}

/// Every window over every boundary, in the tail and in runs alike.
#[tokio::test]
async fn windows_find_the_jobs_of_their_time_and_no_others() {
    let folder = ledger();
    let path = folder.path().join("jobs.db");
    let sql = connection::open_writer(&path).unwrap();
    let mut bounds = TIMES.to_vec();
    bounds.extend([0, 10 * DAY]);
    for since in &bounds {
        for until in &bounds {
            let filter = JobFilter {
                since: Some(at(*since)),
                until: Some(at(*until)),
                ..JobFilter::default()
            };
            let query = JobQuery { filter, order: Order::OldestFirst, ..JobQuery::default() };
            let page = list::page(&sql, &query);
            let found: Vec<Index> = page.unwrap().jobs.iter().map(|job| job.index).collect();
            let expected: Vec<_> = (0..)
                .zip(TIMES)
                .filter(|(_, time)| (since..until).contains(&time))
                .map(|(index, _)| index)
                .collect();
            assert_eq!(found, expected, "from {since} to {until}");
        }
    }
}

thread_local! {
    /// What the test's own thread has logged.
    static LOG: RefCell<Vec<u8>> = const { RefCell::new(Vec::new()) };
}

struct Log;

impl io::Write for Log {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        LOG.with_borrow_mut(|log| log.extend(bytes));
        Ok(bytes.len())
    }
    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Also by a process that was not there when it happened.
#[test]
fn that_the_clock_was_set_back_is_said_once_with_how_far() {
    let folder = tempfile::tempdir().unwrap();
    // For the whole process: what a subscriber of one thread receives also depends on what other
    // threads have logged before.
    let subscriber = tracing_subscriber::fmt().with_ansi(false).with_writer(|| Log);
    tracing::subscriber::set_global_default(subscriber.finish()).unwrap();
    for (number, seconds) in TIMES.into_iter().enumerate() {
        let mut sql = connection::open_writer(&folder.path().join("jobs.db")).unwrap();
        append(&mut sql, &mut Terms::new(), seconds);
        let said = String::from_utf8(LOG.take()).unwrap();
        match STEPS.iter().find(|(at, _)| *at == number) {
            None => assert_eq!(said, ""),
            Some((_, back)) => {
                assert_eq!(said.matches("WARN").count(), 1, "{said}");
                assert!(said.contains(&format!("seconds={back}.0")), "{said}");
            }
        }
    }
}

/// The stored state has the time of the newest entry, even if earlier entries have a later one.
#[test]
fn the_tree_keeps_the_time_of_the_newest_entry() {
    let folder = ledger();
    let sql = Connection::open(folder.path().join("jobs.db")).unwrap();
    assert_eq!(tree::read_tree(&sql).unwrap().recorded_at, at(HOUR - 1));
    // A plain connection cannot set another time: the trigger compares it.
    let lie = "UPDATE tree SET size = size + 1, recorded_at = recorded_at + 1";
    assert!(sql.execute(lie, []).is_err());
}
