//! Behaviours of filters: each alone, all together, and as the status changes.

use jobs_core::{
    ActionName, BatchId, Cause, CustomerSet, Draft, ImportedJob, Job, JobFacts, JobFilter,
    JobStore, JobStoreExt, NewJob, Order, Source, Status, StatusChange, StatusDetails, UserId,
};

use crate::support::{
    all_jobs, append, append_all, bare_facts, change, cid, customers, ids, job_id, job_of, later,
    new_job, time, walk,
};

/// Forty jobs in which every value of every filter occurs with the others, half of them imported.
fn a_mixture() -> Vec<Draft> {
    let mut drafts = Vec::new();
    for n in 0..40_u32 {
        let pick = |names: [&'static str; 3], stride: u32| names[(n / stride % 3) as usize];
        let cids: Vec<String> = (0..=n % 4).map(|k| (n / 3 % 5 + k).to_string()).collect();
        let set = CustomerSet::new(cids.iter().map(|text| cid(text.as_str()))).unwrap();
        let facts = JobFacts {
            user_id: UserId::new(pick(["vijay", "anna", "Vijay"], 1)).unwrap(),
            action_name: ActionName::new(pick(["PE-Enable", "T-Enable", "pe-enable"], 2)).unwrap(),
            // A job is not listed for the user who handed it in.
            submitted_by: (n % 4 == 1).then(|| UserId::new("anna").unwrap()),
            batch_id: (n % 5 < 3).then(|| BatchId::new(pick(["x", "y", "x%"], 4)).unwrap()),
            ..bare_facts()
        };
        let status = Status::ALL[(n / 2 % 4) as usize];
        if n % 2 == 0 {
            drafts.push(created(n, &facts, set).into());
            if status != Status::InProgress {
                let fitting: Vec<_> = changes().filter(|cause| cause.fits(status)).collect();
                let cause = fitting[n as usize / 8 % fitting.len()];
                let details = StatusDetails { cause, ..StatusDetails::new(status) };
                drafts.push(StatusChange { details, ..change(n, status) }.into());
            }
        } else {
            let created_at = later(time("2026-01-28T15:00:00Z"), i64::from(n / 4));
            let details = StatusDetails::new(status);
            drafts.push(ImportedJob::new(job_id(n), facts, set, created_at, details).into());
        }
    }
    drafts
}

/// The causes that a change of status can have.
fn changes() -> impl Iterator<Item = Cause> {
    Cause::ALL.into_iter().filter(|cause| *cause != Cause::Imported)
}

fn created(n: u32, facts: &JobFacts, set: CustomerSet) -> NewJob {
    NewJob::from_facts(job_id(n), facts.clone(), set)
        .unwrap()
        .with_source([Source::Gateway, Source::Api, Source::Embedded][(n / 4 % 3) as usize])
}

/// All 512 combinations of the nine filters, with the values of several jobs, give just the jobs
/// that have them.
pub async fn every_filter_alone_and_combined(store: &dyn JobStore) {
    append_all(store, a_mixture()).await;
    let mut all: Vec<(Job, Vec<String>)> = Vec::new();
    for job in all_jobs(store, Order::OldestFirst).await {
        let cids = store.all_customers(job.job_id).await.unwrap();
        all.push((job, cids.into_iter().map(String::from).collect()));
    }
    assert_eq!(all.len(), 40);
    for (model, cids) in [&all[0], &all[7], &all[13], &all[22], &all[39]] {
        for combination in 0..512_u32 {
            let on = |bit: u32| combination >> bit & 1 == 1;
            let batch_id = model.facts.batch_id.clone().or_else(|| BatchId::new("x").ok());
            let filter = JobFilter {
                user_id: on(0).then(|| model.facts.user_id.clone()),
                status: on(1).then_some(model.status),
                action_name: on(2).then(|| model.facts.action_name.clone()),
                cid: on(3).then(|| cid(cids[cids.len() / 2].as_str())),
                batch_id: batch_id.filter(|_| on(4)),
                since: on(5).then_some(model.created_at),
                until: on(6).then(|| later(model.created_at, 2)),
                source: on(7).then_some(model.source),
                cause: model.cause.filter(|_| on(8)),
            };
            let expected: Vec<Job> = all
                .iter()
                .filter(|(job, cids)| matches(job, cids, &filter))
                .map(|(job, _)| job.clone())
                .collect();
            let found = walk(store, filter.clone(), Order::OldestFirst, 4).await;
            assert_eq!(found, expected, "{filter:?}");
            let mut found = walk(store, filter.clone(), Order::NewestFirst, 1_000).await;
            found.reverse();
            assert_eq!(found, expected, "newest first: {filter:?}");
        }
    }
}

/// What a filter means, written out independently of the core's code.
fn matches(job: &Job, cids: &[String], filter: &JobFilter) -> bool {
    let JobFilter { user_id, status, cause, action_name, cid, batch_id, source, since, until } =
        filter;
    let facts = &job.facts;
    !(user_id.as_ref().is_some_and(|wanted| wanted.as_str() != facts.user_id.as_str())
        || status.is_some_and(|wanted| wanted != job.status)
        || cause.is_some_and(|wanted| Some(wanted) != job.cause)
        || action_name.as_ref().is_some_and(|name| name.as_str() != facts.action_name.as_str())
        || cid.as_ref().is_some_and(|wanted| cids.iter().all(|cid| cid != wanted.as_str()))
        || batch_id.as_ref().is_some_and(|wanted| facts.batch_id.as_ref() != Some(wanted))
        || source.is_some_and(|wanted| wanted != job.source)
        || since.is_some_and(|since| job.created_at < since)
        || until.is_some_and(|until| job.created_at >= until))
}

/// A job is found under the status that it has now, and no longer under those that it had.
pub async fn a_status_filter_follows_the_status(store: &dyn JobStore) {
    append_all(store, (0..3).map(|n| new_job(n).into()).collect()).await;
    let with = |status| JobFilter { status: Some(status), ..JobFilter::default() };
    let mut expected = [vec![0, 1, 2], vec![], vec![], vec![]];
    for (n, from, to) in [
        (1, Status::InProgress, Status::Unconfirmed),
        (0, Status::InProgress, Status::Failed),
        (1, Status::Unconfirmed, Status::Success),
        (2, Status::InProgress, Status::Success),
    ] {
        append(store, change(n, to)).await;
        for (status, jobs) in Status::ALL.into_iter().zip(&mut expected) {
            jobs.retain(|job| !(*job == n && status == from));
            if status == to {
                jobs.push(n);
                jobs.sort_unstable();
            }
            let jobs: Vec<_> = jobs.iter().copied().map(job_id).collect();
            assert_eq!(ids(store, with(status)).await, jobs, "{status}");
            let one = JobFilter { cid: Some(cid("5002")), ..with(status) };
            assert_eq!(ids(store, one).await, jobs, "{status}, by customer");
        }
    }
}

/// A job is found under the cause of the status that it has now; one that is as it was created has
/// none, and a cause that cannot have led to a status finds no job.
pub async fn a_cause_filter_follows_the_status(store: &dyn JobStore) {
    append_all(store, (0..4).map(|n| new_job(n).into()).collect()).await;
    let with = |cause| JobFilter { cause: Some(cause), ..JobFilter::default() };
    for cause in Cause::ALL {
        assert!(ids(store, with(cause)).await.is_empty(), "{cause}");
    }
    let because = |n, status, cause| {
        let details = StatusDetails { cause, ..StatusDetails::new(status) };
        StatusChange { details, ..change(n, status) }
    };
    append(store, because(0, Status::Unconfirmed, Cause::TimedOut)).await;
    append(store, because(1, Status::Failed, Cause::Answered)).await;
    append(store, because(2, Status::Unconfirmed, Cause::Interrupted)).await;
    assert_eq!(ids(store, with(Cause::TimedOut)).await, [job_id(0)]);
    assert_eq!(ids(store, with(Cause::Answered)).await, [job_id(1)]);
    let failed = JobFilter { status: Some(Status::Failed), ..with(Cause::TimedOut) };
    assert!(ids(store, failed).await.is_empty());
    append(store, change(0, Status::Success)).await;
    assert!(ids(store, with(Cause::TimedOut)).await.is_empty());
    assert_eq!(ids(store, with(Cause::Reported)).await, [job_id(0)]);
    assert_eq!(ids(store, with(Cause::Interrupted)).await, [job_id(2)]);
}

/// `since` includes the jobs of that very microsecond, `until` does not; a span that ends before it
/// begins is empty.
pub async fn since_is_inclusive_and_until_exclusive(store: &dyn JobStore) {
    let start = time("2026-01-28T15:00:00Z");
    let import = |n: u32| {
        let created_at = later(start, i64::from(n));
        let details = StatusDetails::new(Status::Success);
        ImportedJob::new(job_id(n), bare_facts(), customers(&["1"]), created_at, details)
    };
    // Not in the order of their times.
    append_all(store, [4, 2, 0, 1, 3].map(|n| import(n).into()).to_vec()).await;
    for since in 0..5_u32 {
        for until in 0..6_u32 {
            let filter = JobFilter {
                since: Some(later(start, since.into())),
                until: Some(later(start, until.into())),
                ..JobFilter::default()
            };
            let expected: Vec<_> = [4, 2, 0, 1, 3]
                .into_iter()
                .filter(|n| (since..until).contains(n))
                .map(job_id)
                .collect();
            assert_eq!(ids(store, filter).await, expected, "{since} to {until}");
        }
    }
    let created = append(store, new_job(9)).await.recorded_at();
    let since = |since| JobFilter { since: Some(since), ..JobFilter::default() };
    assert_eq!(ids(store, since(created)).await, [job_id(9)]);
    assert!(ids(store, since(later(created, 1))).await.is_empty());
    let until = |micros| JobFilter { until: Some(later(created, micros)), ..since(created) };
    assert!(ids(store, until(0)).await.is_empty());
    assert_eq!(ids(store, until(1)).await, [job_id(9)]);
}

/// A filter compares whole texts, byte by byte: no patterns, no prefixes, no case.
pub async fn filters_compare_whole_texts(store: &dyn JobStore) {
    append_all(
        store,
        vec![
            job_of(1, customers(&["15001", "a%", "x"])).into(),
            job_of(2, customers(&["5001", "a_", "X"])).into(),
            new_job(3).with_batch_id(Some(BatchId::new("15001").unwrap())).into(),
        ],
    )
    .await;
    for (name, expected) in [
        ("5001", vec![2, 3]),
        ("15001", vec![1]),
        ("500", vec![]),
        ("%", vec![]),
        ("a%", vec![1]),
        ("a_", vec![2]),
        ("ab", vec![]),
        ("X", vec![2]),
        ("5001 5001", vec![]),
        ("05001", vec![]),
    ] {
        let filter = JobFilter { cid: Some(cid(name)), ..JobFilter::default() };
        let expected: Vec<_> = expected.into_iter().map(job_id).collect();
        assert_eq!(ids(store, filter).await, expected, "cid {name:?}");
        for filter in [
            JobFilter { user_id: Some(UserId::new(name).unwrap()), ..JobFilter::default() },
            JobFilter { action_name: Some(ActionName::new(name).unwrap()), ..JobFilter::default() },
        ] {
            assert!(ids(store, filter).await.is_empty(), "{name:?}");
        }
        let batch =
            JobFilter { batch_id: Some(BatchId::new(name).unwrap()), ..JobFilter::default() };
        let expected = if name == "15001" { vec![job_id(3)] } else { vec![] };
        assert_eq!(ids(store, batch).await, expected, "batch_id {name:?}");
    }
    for name in ["VIJAY", "vija", "vijay y", "vija_", "v%"] {
        let filter =
            JobFilter { user_id: Some(UserId::new(name).unwrap()), ..JobFilter::default() };
        assert!(ids(store, filter).await.is_empty(), "{name:?}");
    }
}
