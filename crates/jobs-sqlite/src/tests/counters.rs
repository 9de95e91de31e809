//! What counting costs: rows that a batch writes, and steps that statistics take.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use jobs_core::{
    ActionCode, ActionName, Cid, CustomerSet, Draft, NewJob, Outcomes, PageLimit, StatsQuery,
    Status, StatusChange, StatusDetails, Timestamp, UserId,
};
use rusqlite::Connection;
use tempfile::TempDir;

use crate::file::connection;
use crate::reading::stats;
use crate::writing::batch;
use crate::writing::terms::Terms;

fn job(user: &str, action: &str) -> NewJob {
    let customers = CustomerSet::new([Cid::new("5001").unwrap()]).unwrap();
    let user = UserId::new(user).unwrap();
    let action = ActionName::new(action).unwrap();
    NewJob::new(user, ActionCode::new(1).unwrap(), action, customers).unwrap()
}

fn ledger() -> (Connection, TempDir) {
    let folder = tempfile::tempdir().unwrap();
    (connection::open_writer(&folder.path().join("jobs.db")).unwrap(), folder)
}

/// Records drafts in one batch, always at the same time, and returns how many rows that wrote.
fn append(sql: &mut Connection, drafts: Vec<Draft>) -> u64 {
    let now = Timestamp::from_micros("now", 1_769_612_693_003_687).unwrap();
    let before = sql.total_changes();
    let written = batch::run(sql, &mut Terms::new(), |batch| {
        drafts.into_iter().try_for_each(|draft| batch.append(draft, now)?.map(drop))
    });
    written.unwrap();
    sql.total_changes() - before
}

/// An entry, an ID and a state each, the tree, and six counters.
#[test]
fn a_batch_writes_each_counter_once() {
    let (mut sql, _folder) = ledger();
    let jobs = |count: u64| (0..count).map(|_| job("vijay", "Pay").into()).collect();
    let terms = 3;
    assert_eq!(append(&mut sql, jobs(1)), terms + 3 + 1 + 6);
    assert_eq!(append(&mut sql, jobs(100)), 300 + 1 + 6);
    // Another user has three of them to himself.
    let both = vec![job("vijay", "Pay").into(), job("anna", "Pay").into()];
    assert_eq!(append(&mut sql, both), 1 + 6 + 1 + 6 + 3);
    let open = job("vijay", "Pay");
    let change = StatusChange {
        job_id: open.job_id(),
        actor: UserId::new("vijay").unwrap(),
        details: StatusDetails::new(Status::Success),
        outcomes: Outcomes::default(),
        request_key: None,
    };
    // The state is written twice.
    assert_eq!(append(&mut sql, vec![open.into(), change.into()]), 5 + 1 + 6);
}

/// Reading takes the same number of SQLite's steps, however many jobs, users and actions there are.
#[test]
fn statistics_take_the_same_steps_however_large_the_ledger() {
    let steps = |jobs: u32, user_id: Option<&str>| {
        let (mut sql, _folder) = ledger();
        let names = |n: u32| (format!("user-{}", n / 2), format!("action-{}", n % 40));
        let draft = |(user, action): (String, String)| job(&user, &action).into();
        append(&mut sql, (0..jobs).map(names).map(draft).collect());
        let steps = Arc::new(AtomicU64::new(0));
        let counted = Arc::clone(&steps);
        let count = move || {
            counted.fetch_add(1, Ordering::Relaxed);
            false
        };
        sql.progress_handler(1, Some(count)).unwrap();
        let user_id = user_id.map(|user| UserId::new(user).unwrap());
        let query = StatsQuery { user_id, limit: PageLimit::new(10).unwrap() };
        let stats = stats::stats(&sql, &query).unwrap();
        assert_eq!(stats.by_action.rows.len(), if query.user_id.is_some() { 2 } else { 10 });
        steps.load(Ordering::Relaxed)
    };
    for user_id in [None, Some("user-7")] {
        let few = steps(40, user_id);
        assert!(few > 100, "only {few} steps were counted");
        assert_eq!(steps(3000, user_id), few, "{user_id:?}");
    }
}
