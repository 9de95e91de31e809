//! What pages cost, and what they show.

use jobs_core::{
    ActionCode, ActionName, AnyOf, BatchId, Cid, CustomerSet, Draft, ImportedJob, JobFacts, JobId,
    NewJob, PageLimit, StatusDetails, Timestamp, UserId,
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
    ImportedJob::new(id(number), facts, customers, created_at(number), details).into()
}

/// Of the IDs that begin with the same eight digits there are more than a page may read of them, if
/// it may look at few rows.
fn id(number: usize) -> JobId {
    format!("{:08x}-0000-7000-8000-{number:012x}", number % 8).parse().unwrap()
}

fn any<T: Ord>(values: impl IntoIterator<Item = T>) -> AnyOf<T> {
    AnyOf::new("values", values).unwrap()
}

fn ledger() -> (Connection, tempfile::TempDir) {
    let (sql, folder) = ledger_of((0..JOBS).map(draft));
    assert_eq!(runs::reach(&sql).unwrap().covered, 16 * 40);
    (sql, folder)
}

fn ledger_of(mut drafts: impl Iterator<Item = Draft>) -> (Connection, tempfile::TempDir) {
    let folder = tempfile::tempdir().unwrap();
    let mut sql = connection::open_writer(&folder.path().join("jobs.db")).unwrap();
    let mut terms = Terms::new();
    let written = batch::run(&mut sql, &mut terms, |batch| {
        drafts.try_for_each(|draft| batch.append(draft, Timestamp::now())?.map(drop))
    });
    assert!(written.unwrap() > 0);
    indexer::index_now(&mut sql, RUN);
    (sql, folder)
}

fn filters() -> Vec<JobFilter> {
    let user = |name| AnyOf::from(UserId::new(name).unwrap());
    let action = |name| AnyOf::from(ActionName::new(name).unwrap());
    let some = JobFilter::default;
    vec![
        some(),
        JobFilter { status: Status::Unconfirmed.into(), ..some() },
        JobFilter { status: Status::Success.into(), user_id: user("rare"), ..some() },
        JobFilter { status: Status::Unconfirmed.into(), user_id: user("vijay"), ..some() },
        JobFilter { user_id: user("rare"), action_name: action("Even"), ..some() },
        JobFilter { cid: Cid::new("42").unwrap().into(), ..some() },
        JobFilter { batch_id: BatchId::new("one").unwrap().into(), ..some() },
        JobFilter { since: Some(created_at(100)), until: Some(created_at(300)), ..some() },
        JobFilter {
            status: Status::Unconfirmed.into(),
            since: Some(created_at(100)),
            until: Some(created_at(500)),
            ..some()
        },
        JobFilter { status: any([Status::Unconfirmed, Status::Failed]), ..some() },
        JobFilter { status: any([Status::Unconfirmed, Status::Success]), ..some() },
        JobFilter {
            status: any([Status::Unconfirmed, Status::Success]),
            user_id: user("rare"),
            ..some()
        },
        JobFilter {
            status: any([Status::Unconfirmed, Status::InProgress]),
            since: Some(created_at(100)),
            ..some()
        },
        JobFilter { cid: any(["42", "7", "57"].map(|cid| Cid::new(cid).unwrap())), ..some() },
        JobFilter {
            user_id: any(["rare", "vijay"].map(|name| UserId::new(name).unwrap())),
            action_name: any(["Odd", "Even"].map(|name| ActionName::new(name).unwrap())),
            cid: any((0..9).map(|cid| Cid::new(cid.to_string()).unwrap())),
            ..some()
        },
        JobFilter { job_id: "0000000".parse().ok(), ..some() },
        JobFilter { job_id: "00000003".parse().ok(), ..some() },
        JobFilter { job_id: "00000000".parse().ok(), user_id: user("rare"), ..some() },
        JobFilter { job_id: "00000007".parse().ok(), status: Status::Unconfirmed.into(), ..some() },
        JobFilter { job_id: Some(id(77).into()), ..some() },
    ]
}

/// That no job matches takes a look or two for each run, not one for each job.
#[test]
fn a_page_of_nothing_costs_a_few_looks_a_run() {
    let (sql, _folder) = ledger();
    let user = |name| AnyOf::from(UserId::new(name).unwrap());
    let failed = AnyOf::from(Status::Failed);
    let some = JobFilter::default;
    for (filter, looks_max) in [
        (JobFilter { status: failed.clone(), ..some() }, 0),
        (JobFilter { status: failed, user_id: user("vijay"), ..some() }, 3 * RUNS + 8),
        (
            JobFilter { status: Status::Unconfirmed.into(), user_id: user("rare"), ..some() },
            4 * RUNS + 8,
        ),
        (
            JobFilter {
                user_id: user("rare"),
                action_name: ActionName::new("Odd").unwrap().into(),
                ..some()
            },
            3 * RUNS + 8,
        ),
        (JobFilter { status: any([Status::Failed, Status::InProgress]), ..some() }, 1),
        (
            JobFilter {
                status: any([Status::Failed, Status::InProgress]),
                user_id: user("vijay"),
                ..some()
            },
            4 * RUNS + 8,
        ),
        (
            JobFilter {
                cid: any(["1", "3"].map(|cid| Cid::new(cid).unwrap())),
                user_id: user("rare"),
                ..some()
            },
            4 * RUNS + 8,
        ),
        (JobFilter { job_id: "8".parse().ok(), ..some() }, 0),
        (JobFilter { retry_of: Some(id(JOBS)), ..some() }, 1),
        (JobFilter { retry_of: Some(id(7)), ..some() }, 1),
        // No run is of that time.
        (JobFilter { since: Some(created_at(JOBS)), ..some() }, RUNS),
        (
            JobFilter { status: Status::Success.into(), since: Some(created_at(JOBS)), ..some() },
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
        status: Status::Success.into(),
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

/// A job that has two of the wanted customers is found once, and in its place.
#[test]
fn the_jobs_of_several_terms_are_joined_in_order() {
    let job = |number: usize| {
        let cids = [(number * 7) % 5, (number * 3) % 5, 9].map(|cid| Cid::new(cid.to_string()));
        let set = CustomerSet::new(cids.map(Result::unwrap)).unwrap();
        let user = UserId::new(["late", "early", "never"][number * 5 % 3]).unwrap();
        let action = ActionName::new("Pay").unwrap();
        NewJob::new(user, ActionCode::UNKNOWN, action, set).unwrap().with_job_id(id(number)).into()
    };
    let (sql, _folder) = ledger_of((0..160).map(job));
    let cids = |cids: &[&str]| any(cids.iter().map(|cid| Cid::new(*cid).unwrap()));
    for (filter, is_one) in [
        (
            JobFilter { cid: cids(&["0", "1", "2", "4"]), ..JobFilter::default() },
            (|number| [number * 7 % 5, number * 3 % 5].iter().any(|cid| *cid != 3))
                as fn(usize) -> _,
        ),
        (
            JobFilter {
                cid: cids(&["9", "3"]),
                user_id: any(["early", "late"].map(|name| UserId::new(name).unwrap())),
                ..JobFilter::default()
            },
            |number| number * 5 % 3 != 2,
        ),
    ] {
        let expected: Vec<_> = (0..160).filter(|number| is_one(*number)).map(id).collect();
        for order in [Order::OldestFirst, Order::NewestFirst] {
            let limit = PageLimit::new(PageLimit::MAX).unwrap();
            let query = JobQuery { filter: filter.clone(), order, after: None, limit };
            let mut jobs = page_within(&sql, &query, COST_MAX).unwrap().0.jobs;
            if order == Order::NewestFirst {
                jobs.reverse();
            }
            let found: Vec<_> = jobs.into_iter().map(|job| job.job_id).collect();
            assert_eq!(found, expected, "{filter:?} {order:?}");
        }
    }
}

#[test]
fn lists_are_intersected() {
    assert_eq!(intersect(vec![1, 3, 4, 9], &[0, 3, 5, 9, 10]), [3, 9]);
    assert_eq!(intersect(vec![1], &[]), Vec::<i64>::new());
}

/// However many jobs there are, and wherever in the ledger those stand that are looked for.
#[test]
fn jobs_by_their_ids_cost_what_they_are() {
    let (sql, _folder) = ledger();
    for (beginning, others, jobs, looks_max) in [
        (id(3).to_string(), JobFilter::default(), 1, 3),
        (id(3).to_string()[..34].into(), JobFilter::default(), 32, 9 + 3 * 32),
        (
            id(3).to_string()[..34].into(),
            JobFilter {
                action_name: ActionName::new("Even").unwrap().into(),
                ..JobFilter::default()
            },
            0,
            9 + 3 * 32,
        ),
    ] {
        for order in [Order::NewestFirst, Order::OldestFirst] {
            let filter = JobFilter { job_id: beginning.parse().ok(), ..others.clone() };
            let query = JobQuery { filter, order, ..JobQuery::default() };
            let (page, looks) = page_within(&sql, &query, COST_MAX).unwrap();
            assert_eq!((page.jobs.len(), page.next), (jobs, None), "{beginning}");
            assert!(looks <= looks_max, "{looks} looks: {beginning}");
        }
    }
}

/// One job in ten of a thousand retries the first one.
#[test]
fn retries_cost_what_they_are() {
    let job = |number: usize| {
        let set = CustomerSet::new([Cid::new((number % 7).to_string()).unwrap()]).unwrap();
        let user = UserId::new(if number < 500 { "early" } else { "late" }).unwrap();
        let action = ActionName::new("Pay").unwrap();
        let job = NewJob::new(user, ActionCode::UNKNOWN, action, set).unwrap();
        let retried = (number > 0 && number.is_multiple_of(10)).then(|| id(0));
        job.with_job_id(id(number)).with_retry_of(retried).into()
    };
    let (sql, _folder) = ledger_of((0..1000).map(job));
    let limit = PageLimit::new(PageLimit::MAX).unwrap();
    for (others, expected, looks_max) in [
        (JobFilter::default(), (10..1000).step_by(10).collect::<Vec<_>>(), 100),
        (
            JobFilter { user_id: UserId::new("early").unwrap().into(), ..JobFilter::default() },
            (10..500).step_by(10).collect(),
            200,
        ),
        (
            JobFilter { cid: Cid::new("3").unwrap().into(), ..JobFilter::default() },
            (10..1000).step_by(10).filter(|number| number % 7 == 3).collect(),
            100,
        ),
        (JobFilter { status: Status::Failed.into(), ..JobFilter::default() }, vec![], 100),
    ] {
        let filter = JobFilter { retry_of: Some(id(0)), ..others };
        for order in [Order::NewestFirst, Order::OldestFirst] {
            for cost_max in [4, 50, COST_MAX] {
                let mut query = JobQuery { filter: filter.clone(), order, after: None, limit };
                let mut found = Vec::new();
                loop {
                    let (page, looks) = page_within(&sql, &query, cost_max).unwrap();
                    assert!(looks <= looks_max.min(cost_max + 4), "{looks} looks: {filter:?}");
                    found.extend(page.jobs.into_iter().map(|job| job.job_id));
                    if !query.go_on(page.next).unwrap() {
                        break;
                    }
                }
                if order == Order::NewestFirst {
                    found.reverse();
                }
                let expected: Vec<_> = expected.iter().map(|number| id(*number)).collect();
                assert_eq!(found, expected, "{filter:?} {order:?} {cost_max}");
            }
        }
    }
}
