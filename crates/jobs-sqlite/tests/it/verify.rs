//! Verification of a ledger of several segments, by several threads, while others append.

use std::sync::atomic::{AtomicBool, Ordering};

use jobs_core::{
    ActionCode, ActionName, Cid, CustomerSet, Draft, JobId, JobStore, NewJob, Outcomes, Status,
    StatusChange, StatusDetails, UserId,
};
use jobs_sqlite::SqliteStore;
use jobs_sqlite::verify::{Options, Report, verify};

/// A segment and a bit.
const JOBS: u32 = 17_000;

fn id(n: u32) -> JobId {
    format!("0000beef-0000-4000-8000-{n:012x}").parse().unwrap()
}

fn job(n: u32) -> Draft {
    let user = UserId::new(format!("user-{}", n % 7)).unwrap();
    let action = ActionName::new(format!("action-{}", n % 3)).unwrap();
    let customers = CustomerSet::new([Cid::new("5001").unwrap()]).unwrap();
    let job = NewJob::new(user, ActionCode::UNKNOWN, action, customers).unwrap();
    job.with_job_id(id(n)).into()
}

fn change(n: u32, status: Status) -> Draft {
    let job_id = id(n);
    let actor = UserId::new("gateway").unwrap();
    let details = StatusDetails::new(status);
    let outcomes = Outcomes::default();
    StatusChange { job_id, actor, details, outcomes, request_key: None }.into()
}

#[test]
fn what_is_appended_meanwhile_is_no_finding() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("jobs.db");
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let store = runtime.block_on(async {
        let store = SqliteStore::open(&path).unwrap();
        store.append((0..JOBS).map(job).collect()).await.unwrap();
        store
    });
    let check = || -> Report {
        let report = verify(
            &path,
            &Options { threads: 3, past: Vec::new(), ..Options::default() },
            &|_, _| {},
        )
        .unwrap();
        assert!(report.is_sound(), "{:#?}", report.findings().collect::<Vec<_>>());
        report
    };
    let done = AtomicBool::new(false);
    let (sizes, changes) = std::thread::scope(|scope| {
        let writer = scope.spawn(|| {
            let ways = [Status::Unconfirmed, Status::Failed]
                .map(|status| (0..JOBS).map(move |n| (n, status)));
            let mut changes = 0_u64;
            // Jobs of the last segment first, as that is verified last.
            for (n, status) in ways.into_iter().flatten() {
                if done.load(Ordering::Relaxed) {
                    break;
                }
                let answers = runtime.block_on(store.append(vec![change(JOBS - 1 - n, status)]));
                answers.unwrap().remove(0).unwrap();
                changes += 1;
            }
            changes
        });
        let sizes = [(); 4].map(|()| check().head.size());
        done.store(true, Ordering::Relaxed);
        (sizes, writer.join().unwrap())
    });
    assert!(sizes.is_sorted() && sizes[0] < sizes[3], "nothing was appended meanwhile: {sizes:?}");
    let report = check();
    assert_eq!((report.jobs, report.head.size()), (JOBS.into(), u64::from(JOBS) + changes));
}
