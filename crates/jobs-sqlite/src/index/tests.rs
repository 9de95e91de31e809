//! The reverse index as it is written, by one process and by several.

use jobs_core::{ActionCode, ActionName, Cid, CustomerSet, Draft, NewJob, Timestamp, UserId};
use tempfile::TempDir;

use jobs_core::Error;
use rusqlite::Connection;

use crate::file::connection::open_writer;
use crate::index::indexer::{Backlog, index_now, waker};
use crate::index::runs::{RunSize, reach};
use crate::index::slices::{SLICE_BYTES, slices_of, write};
use crate::verify::index::verify_run;
use crate::writing::batch;
use crate::writing::terms::Terms;

/// A ledger of jobs with this many customers each.
fn ledger(jobs: &[usize]) -> (Connection, TempDir) {
    let folder = tempfile::tempdir().unwrap();
    let mut sql = open_writer(&folder.path().join("jobs.db")).unwrap();
    append(&mut sql, jobs);
    (sql, folder)
}

fn append(sql: &mut Connection, jobs: &[usize]) {
    let job = |customers: usize| {
        let cids = (0..customers).map(|number| Cid::new(number.to_string()).unwrap());
        let user = UserId::new("vijay").unwrap();
        let action = ActionName::new("Pay").unwrap();
        let customers = CustomerSet::new(cids).unwrap();
        NewJob::new(user, ActionCode::new(1).unwrap(), action, customers).unwrap()
    };
    let written = batch::run(sql, &mut Terms::new(), |batch| {
        jobs.iter().try_for_each(|customers| {
            batch.append(Draft::from(job(*customers)), Timestamp::now())?.map(drop)
        })
    });
    assert_eq!(written.unwrap(), jobs.len() as u64);
}

fn runs(sql: &Connection) -> Vec<(i64, i64)> {
    let mut select = sql.prepare("SELECT first, past FROM run ORDER BY first").unwrap();
    select.query_map([], |row| row.try_into()).unwrap().map(rusqlite::Result::unwrap).collect()
}

#[test]
fn a_run_is_so_many_entries_or_so_many_customers() {
    let size = RunSize { entries: 4, customers: 10 };
    let (mut sql, _folder) = ledger(&[1, 1, 1, 1, 5, 5, 1, 30, 2, 2]);
    index_now(&mut sql, size);
    assert_eq!(runs(&sql), [(0, 4), (4, 6), (6, 8)]);
    append(&mut sql, &[2]);
    index_now(&mut sql, size);
    assert_eq!(runs(&sql).len(), 3, "three entries with 6 customers are no run");
    append(&mut sql, &[4]);
    index_now(&mut sql, size);
    assert_eq!(runs(&sql)[3..], [(8, 12)]);
}

#[test]
fn the_indexer_is_woken_a_few_times_a_run() {
    let (mut waker, woken) = waker(RunSize { entries: 800, customers: 8000 });
    let mut wakes = |commits: usize, entries, customers| {
        (0..commits)
            .filter(|_| {
                waker.appended(entries, customers);
                woken.try_recv().is_ok()
            })
            .count()
    };
    assert_eq!(wakes(800, 1, 5), 8);
    assert_eq!(wakes(8, 1, 1000), 8);
    // Nobody takes the wakes: they do not pile up.
    (0..10).for_each(|_| waker.appended(800, 0));
    assert_eq!(woken.try_iter().count(), 1);
}

#[test]
fn after_an_error_another_run_is_waited_for() {
    let size = RunSize { entries: 4, customers: 1000 };
    let (mut sql, _folder) = ledger(&[1; 9]);
    let mut backlog = Backlog::default();
    assert_eq!(backlog.due(&sql, size).unwrap(), Some(0));
    backlog.back_off();
    assert_eq!(backlog.due(&sql, size).unwrap(), None);
    append(&mut sql, &[1; 3]);
    assert_eq!(backlog.due(&sql, size).unwrap(), None);
    append(&mut sql, &[1]);
    assert_eq!(backlog.due(&sql, size).unwrap(), Some(0));
}

/// Two processes may index the same run, and either may leave it half written.
#[test]
fn a_slice_is_written_once_by_the_fastest() {
    let size = RunSize { entries: 4, customers: 1_000_000 };
    // At 6 bytes for a customer of all four jobs, somewhat more than two slices.
    let customers = 2 * SLICE_BYTES / 6 + 3000;
    let (mut sql, _folder) = ledger(&[customers; 4]);
    let slices: Vec<_> = slices_of(&sql, 0, size).unwrap().collect();
    assert_eq!(slices.len(), 3);
    for slice in [&slices[0], &slices[0], &slices[2], &slices[1], &slices[1]] {
        write(&mut sql, slice).unwrap();
    }
    // The next indexer starts where the last one ended, at the run's own bounds.
    let other_size = RunSize { entries: 1, ..size };
    let rest: Vec<_> = slices_of(&sql, 0, other_size).unwrap().collect();
    assert_eq!((rest.len(), rest[0].run, rest[0].from), (1, slices[2].run, slices[2].from));
    write(&mut sql, &rest[0]).unwrap();
    write(&mut sql, &slices[2]).unwrap();
    assert_eq!(reach(&sql).unwrap().covered, 4);
    assert!(verify_run(&sql, 0, 4).unwrap().is_none());
}

/// A run that another program began with bounds other than those of its entries is not completed.
#[test]
fn a_forged_run_is_not_gone_on_with() {
    let size = RunSize { entries: 2, customers: 1000 };
    let (mut sql, _folder) = ledger(&[1, 1]);
    sql.execute("INSERT INTO run VALUES (0, 2, 0, 1, 0)", []).unwrap();
    let slice = slices_of(&sql, 0, size).unwrap().next().unwrap();
    let error = write(&mut sql, &slice).unwrap_err();
    assert!(matches!(error, Error::Corrupt(_)), "{error}");
    assert_eq!(reach(&sql).unwrap().covered, 0);
}
