//! What pages cost, and what they show.

use jobs_core::{
    ActionCode, ActionName, BatchId, Cid, CustomerSet, Draft, ImportedJob, JobFacts, JobId,
    PageLimit, StatusDetails, Timestamp, UserId,
};

use super::*;
use crate::file::connection;
use crate::index::indexer;
use crate::index::runs::RunSize;
use crate::writing::batch;
use crate::writing::terms::Terms;

const RUN: RunSize = RunSize { entries: 16, customers: 1000 };
const RUNS: usize = 40;
const JOBS: usize = 16 * RUNS + 8;

fn created_at(number: usize) -> Timestamp {
    Timestamp::from_micros("created_at", 1000 * i64::try_from(number).unwrap()).unwrap()
}

/// One job in 16 is Rare's, and all of them SUCCESS; a few of Vijay's are UNCONFIRMED; none is
/// FAILED.
fn draft(number: usize) -> Draft {
    let user = if number.is_multiple_of(16) { "rare" } else { "vijay" };
    let action = if number.is_multiple_of(2) { "Even" } else { "Odd" };
    let status = if number % 50 == 7 { Status::Unconfirmed } else { Status::Success };
    let facts = JobFacts {
        user_id: UserId::new(user).unwrap(),
        submitted_by: None,
        batch_id: (number == 333).then(|| BatchId::new("one").unwrap()),
        action_code: ActionCode::new(1).unwrap(),
        action_name: ActionName::new(action).unwrap(),
        cluster_url: None,
    };
    let cid = Cid::new((number % 100).to_string()).unwrap();
    let customers = CustomerSet::new([cid]).unwrap();
    let details = StatusDetails::new(status);
    ImportedJob::new(JobId::mint(), facts, customers, created_at(number), details).into()
}

fn ledger() -> (Connection, tempfile::TempDir) {
    let folder = tempfile::tempdir().unwrap();
    let mut sql = connection::open_writer(&folder.path().join("jobs.db")).unwrap();
    let mut terms = Terms::new();
    let written = batch::run(&mut sql, &mut terms, |batch| {
        (0..JOBS).try_for_each(|number| batch.append(draft(number), Timestamp::now())?.map(drop))
    });
    assert_eq!(written.unwrap(), JOBS as u64);
    indexer::index_now(&mut sql, RUN);
    assert_eq!(runs::reach(&sql).unwrap().covered, 16 * 40);
    (sql, folder)
}

fn filters() -> Vec<JobFilter> {
    let user = |name| Some(UserId::new(name).unwrap());
    let action = |name| Some(ActionName::new(name).unwrap());
    let some = JobFilter::default;
    vec![
        some(),
        JobFilter { status: Some(Status::Unconfirmed), ..some() },
        JobFilter { status: Some(Status::Success), user_id: user("rare"), ..some() },
        JobFilter { status: Some(Status::Unconfirmed), user_id: user("vijay"), ..some() },
        JobFilter { user_id: user("rare"), action_name: action("Even"), ..some() },
        JobFilter { cid: Some(Cid::new("42").unwrap()), ..some() },
        JobFilter { batch_id: Some(BatchId::new("one").unwrap()), ..some() },
        JobFilter { since: Some(created_at(100)), until: Some(created_at(300)), ..some() },
        JobFilter {
            status: Some(Status::Unconfirmed),
            since: Some(created_at(100)),
            until: Some(created_at(500)),
            ..some()
        },
    ]
}

/// That no job matches takes a look or two for each run, not one for each job.
#[test]
fn a_page_of_nothing_costs_a_few_looks_a_run() {
    let (sql, _folder) = ledger();
    let user = |name| Some(UserId::new(name).unwrap());
    let failed = Some(Status::Failed);
    let some = JobFilter::default;
    for (filter, looks_max) in [
        (JobFilter { status: failed, ..some() }, 0),
        (JobFilter { status: failed, user_id: user("vijay"), ..some() }, 3 * RUNS + 8),
        (
            JobFilter { status: Some(Status::Unconfirmed), user_id: user("rare"), ..some() },
            4 * RUNS + 8,
        ),
        (
            JobFilter {
                user_id: user("rare"),
                action_name: Some(ActionName::new("Odd").unwrap()),
                ..some()
            },
            3 * RUNS + 8,
        ),
        // No run is of that time.
        (JobFilter { since: Some(created_at(JOBS)), ..some() }, RUNS),
        (
            JobFilter { status: Some(Status::Success), since: Some(created_at(JOBS)), ..some() },
            RUNS,
        ),
    ] {
        for order in [Order::NewestFirst, Order::OldestFirst] {
            let query = JobQuery { filter: filter.clone(), order, ..JobQuery::default() };
            let (page, looks) = page_within(&sql, &query, COST_MAX).unwrap();
            assert_eq!(page, JobPage::default(), "{filter:?}");
            assert!(looks <= looks_max, "{looks} looks: {filter:?}");
        }
    }
}

/// A time is looked for in the runs of that time alone, however large the ledger has grown since.
#[test]
fn a_page_of_a_time_costs_the_runs_of_that_time() {
    let (sql, _folder) = ledger();
    let filter = JobFilter {
        status: Some(Status::Success),
        until: Some(created_at(20)),
        ..JobFilter::default()
    };
    let (page, looks) =
        page_within(&sql, &JobQuery { filter, ..JobQuery::default() }, COST_MAX).unwrap();
    assert_eq!(page.jobs.len(), 19);
    assert!(looks <= 32 + RUNS, "{looks} looks");
}

#[test]
fn a_search_that_costs_too_much_goes_on_on_the_next_page() {
    let (sql, _folder) = ledger();
    for filter in filters() {
        for order in [Order::NewestFirst, Order::OldestFirst] {
            let limit = PageLimit::new(PageLimit::MAX).unwrap();
            let mut query = JobQuery { filter: filter.clone(), order, after: None, limit };
            let whole = page_within(&sql, &query, COST_MAX).unwrap().0;
            assert!(!whole.jobs.is_empty() && whole.next.is_none());
            // More than any one span costs.
            for cost_max in [20, 21, 22, 50] {
                let mut jobs = Vec::new();
                let mut pages = 0;
                query.after = None;
                loop {
                    let page = page_within(&sql, &query, cost_max).unwrap().0;
                    jobs.extend(page.jobs);
                    pages += 1;
                    assert!(pages <= JOBS, "the search does not get ahead");
                    query.after = page.next;
                    if query.after.is_none() {
                        break;
                    }
                }
                assert_eq!(jobs, whole.jobs, "{filter:?} {order:?} {cost_max}");
                assert!(pages > 1 || jobs.len() < 20, "{filter:?}: one page");
            }
        }
    }
}

#[test]
fn lists_are_intersected() {
    assert_eq!(intersect(vec![1, 3, 4, 9], &[0, 3, 5, 9, 10]), [3, 9]);
    assert_eq!(intersect(vec![1], &[]), Vec::<i64>::new());
}
