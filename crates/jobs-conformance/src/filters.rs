//! Behaviours of filters: each alone, all together, and as the status changes.

use jobs_core::{
    ActionName, AnyOf, BatchId, Cause, Cid, CustomerSet, Draft, ImportedJob, Job, JobFacts,
    JobFilter, JobIdPrefix, JobStore, JobStoreExt, NewJob, Order, Source, Status, StatusChange,
    StatusDetails, UserId,
};

use crate::support::{
    all_jobs, append, append_all, bare_facts, bare_import, change, cid, customers, ids, job_id,
    job_of, later, new_job, time, walk,
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

/// All 512 combinations of nine filters, with the values of several jobs, give just the jobs that
/// have them.
pub async fn every_filter_alone_and_combined(store: &dyn JobStore) {
    append_all(store, a_mixture()).await;
    let all = with_customers(store).await;
    assert_eq!(all.len(), 40);
    for (model, cids) in [&all[0], &all[7], &all[13], &all[22], &all[39]] {
        for combination in 0..512_u32 {
            let on = |bit: u32| combination >> bit & 1 == 1;
            let batch_id = model.facts.batch_id.clone().or_else(|| BatchId::new("x").ok());
            let filter = JobFilter {
                job_id: None,
                user_id: on(0).then(|| model.facts.user_id.clone()).into(),
                status: on(1).then_some(model.status).into(),
                action_name: on(2).then(|| model.facts.action_name.clone()).into(),
                cid: on(3).then(|| cid(cids[cids.len() / 2].as_str())).into(),
                batch_id: batch_id.filter(|_| on(4)).into(),
                since: on(5).then_some(model.created_at),
                until: on(6).then(|| later(model.created_at, 2)),
                source: on(7).then_some(model.source).into(),
                cause: model.cause.filter(|_| on(8)).into(),
                retry_of: None,
            };
            assert_lists(store, &filter, &all).await;
        }
    }
}

/// All 128 combinations of the filters that take several values, each with those of two jobs and
/// one that no job has, give just the jobs that have any value of each.
pub async fn a_filter_takes_any_of_its_values(store: &dyn JobStore) {
    append_all(store, a_mixture()).await;
    let all = with_customers(store).await;
    for (one, other) in [(0, 7), (13, 22), (39, 2), (16, 31)] {
        let jobs = [&all[one], &all[other]];
        for combination in 0..128_u32 {
            let on = |bit: u32| combination >> bit & 1 == 1;
            let filter = JobFilter {
                user_id: any_if(on(0), |n| {
                    let user_id = jobs.get(n).map(|(job, _)| job.facts.user_id.clone());
                    user_id.or_else(|| UserId::new("nobody").ok())
                }),
                status: any_if(on(1), |n| jobs.get(n).map(|(job, _)| job.status)),
                action_name: any_if(on(2), |n| {
                    let action = jobs.get(n).map(|(job, _)| job.facts.action_name.clone());
                    action.or_else(|| ActionName::new("none").ok())
                }),
                cid: any_if(on(3), |n| {
                    let cids = jobs.get(n).map(|(_, cids)| cid(cids[cids.len() / 2].as_str()));
                    cids.or_else(|| Some(cid("nobody")))
                }),
                batch_id: any_if(on(4), |n| match jobs.get(n) {
                    Some((job, _)) => job.facts.batch_id.clone(),
                    None => BatchId::new("y").ok(),
                }),
                source: any_if(on(5), |n| jobs.get(n).map(|(job, _)| job.source)),
                cause: any_if(on(6), |n| match jobs.get(n) {
                    Some((job, _)) => job.cause,
                    None => Some(Cause::Withheld),
                }),
                ..JobFilter::default()
            };
            assert_lists(store, &filter, &all).await;
        }
    }
}

/// The values of two jobs and a third one, where there are any.
fn any_if<T: Ord>(wanted: bool, value: impl Fn(usize) -> Option<T>) -> AnyOf<T> {
    AnyOf::new("values", (0..3).filter(|_| wanted).filter_map(value)).unwrap()
}

/// As many values as a filter takes, few of which any job has.
pub async fn fifty_values_of_a_filter_are_taken(store: &dyn JobStore) {
    append_all(store, a_mixture()).await;
    let all = with_customers(store).await;
    let names = || (0..48).map(|n| format!("nobody-{n}")).chain(["1", "anna"].map(String::from));
    let filter = JobFilter {
        user_id: AnyOf::new("user_id", names().map(|name| UserId::new(name).unwrap())).unwrap(),
        cid: AnyOf::new("cid", names().map(cid)).unwrap(),
        ..JobFilter::default()
    };
    assert_eq!((filter.user_id.len(), filter.cid.len()), (AnyOf::<Cid>::MAX, 50));
    assert_lists(store, &filter, &all).await;
    let none = JobFilter {
        batch_id: AnyOf::new("batch_id", names().map(|name| BatchId::new(name).unwrap())).unwrap(),
        ..filter
    };
    assert!(ids(store, none).await.is_empty());
}

/// Every beginning of an ID finds the jobs whose IDs begin so, in the order of the list and not in
/// that of the IDs.
pub async fn a_job_is_found_by_the_beginning_of_its_id(store: &dyn JobStore) {
    const IDS: [&str; 8] = [
        "0192f0c1-2d3e-7a4b-8c5d-6e7f8091a2b3",
        "f192f0c1-2d3e-7a4b-8c5d-6e7f8091a2b3",
        "0192f0c1-2d3e-7a4b-8c5d-6e7f8091a2b2",
        "0192f0c1-2d3f-0000-0000-000000000000",
        "0192f0c1-2d3d-ffff-ffff-ffffffffffff",
        "0192f0c1-2d3e-ffff-ffff-ffffffffffff",
        "0192f0c1-2d3e-0000-0000-000000000000",
        "0192f0c1-2d3e-7a4b-8c5d-6e7f8091a2b4",
    ];
    let drafts = IDS.iter().enumerate().map(|(n, id)| {
        let facts = JobFacts {
            user_id: UserId::new(if n % 2 == 0 { "vijay" } else { "anna" }).unwrap(),
            ..bare_facts()
        };
        let set = customers(&["1", if n % 3 == 0 { "2" } else { "3" }]);
        NewJob::from_facts(id.parse().unwrap(), facts, set).unwrap().into()
    });
    append_all(store, drafts.collect()).await;
    let all = with_customers(store).await;
    for id in [IDS[0], IDS[1], IDS[6], "0192f0c2-2d3e-7a4b-8c5d-6e7f8091a2b3", "8"] {
        for length in 1..=id.len() {
            let job_id: JobIdPrefix = id[..length].parse().unwrap();
            let some = JobFilter { job_id: Some(job_id), ..JobFilter::default() };
            let anna = JobFilter { user_id: UserId::new("anna").unwrap().into(), ..some.clone() };
            let both = JobFilter { cid: cid("2").into(), ..anna.clone() };
            let open = JobFilter { status: Status::InProgress.into(), ..some.clone() };
            let failed = JobFilter { status: Status::Failed.into(), ..some.clone() };
            for filter in [some, anna, both, open, failed] {
                assert_lists(store, &filter, &all).await;
            }
        }
    }
}

/// The retries of a job are those that name it, not those that name one of its retries.
pub async fn retries_are_found_by_the_job_that_they_retry(store: &dyn JobStore) {
    let retry = |n: u32, of: u32| {
        let set = customers(if n.is_multiple_of(2) { &["1"] } else { &["1", "2"] });
        Draft::from(job_of(n, set).with_retry_of(Some(job_id(of))))
    };
    append_all(
        store,
        vec![
            new_job(1).into(),
            new_job(2).into(),
            retry(3, 1),
            retry(4, 2),
            retry(5, 3),
            bare_import(6, Status::Failed).into(),
            retry(7, 1),
            retry(8, 6),
            retry(9, 1),
        ],
    )
    .await;
    append(store, change(7, Status::Failed)).await;
    let of = |n| JobFilter { retry_of: Some(job_id(n)), ..JobFilter::default() };
    for (n, expected) in
        [(1, vec![3, 7, 9]), (2, vec![4]), (3, vec![5]), (4, vec![]), (6, vec![8]), (99, vec![])]
    {
        let expected: Vec<_> = expected.into_iter().map(job_id).collect();
        assert_eq!(ids(store, of(n)).await, expected, "retries of {n}");
    }
    let all = with_customers(store).await;
    let vijay = UserId::new("vijay").unwrap();
    for filter in [
        JobFilter { status: Status::Failed.into(), ..of(1) },
        JobFilter { status: Status::Success.into(), ..of(1) },
        JobFilter { cid: cid("2").into(), ..of(1) },
        JobFilter { cid: cid("5001").into(), ..of(1) },
        JobFilter { user_id: vijay.clone().into(), ..of(2) },
        JobFilter { user_id: UserId::new("anna").unwrap().into(), ..of(2) },
        JobFilter { job_id: Some(job_id(9).into()), ..of(1) },
        JobFilter { job_id: Some(job_id(8).into()), ..of(1) },
        JobFilter { since: Some(all[6].0.created_at), ..of(1) },
    ] {
        assert_lists(store, &filter, &all).await;
    }
}

/// Every job, oldest first, with its customers.
async fn with_customers(store: &dyn JobStore) -> Vec<(Job, Vec<String>)> {
    let mut all = Vec::new();
    for job in all_jobs(store, Order::OldestFirst).await {
        let cids = store.all_customers(job.job_id).await.unwrap();
        all.push((job, cids.into_iter().map(String::from).collect()));
    }
    all
}

/// That the filter gives just those of `all` that it means, in both orders and on small pages.
async fn assert_lists(store: &dyn JobStore, filter: &JobFilter, all: &[(Job, Vec<String>)]) {
    let expected = all.iter().filter(|(job, cids)| matches(job, cids, filter));
    let expected: Vec<Job> = expected.map(|(job, _)| job.clone()).collect();
    let found = walk(store, filter.clone(), Order::OldestFirst, 4).await;
    assert_eq!(found, expected, "{filter:?}");
    let mut found = walk(store, filter.clone(), Order::NewestFirst, 1_000).await;
    found.reverse();
    assert_eq!(found, expected, "newest first: {filter:?}");
}

/// What a filter means, written out independently of the core's code.
fn matches(job: &Job, cids: &[String], filter: &JobFilter) -> bool {
    let JobFilter { job_id, user_id, status, cause, action_name, .. } = filter;
    let JobFilter { cid, batch_id, source, retry_of, since, until, .. } = filter;
    let facts = &job.facts;
    let id: String = job.job_id.to_string().replace('-', "");
    let beginning = job_id.map(|beginning| beginning.to_string().replace('-', ""));
    let cid_found = cids.iter().any(|had| cid.iter().any(|wanted| wanted.as_str() == had));
    !(beginning.is_some_and(|beginning| !id.starts_with(&beginning))
        || is_none_of(user_id, |wanted| *wanted == facts.user_id)
        || is_none_of(status, |wanted| *wanted == job.status)
        || is_none_of(cause, |wanted| Some(*wanted) == job.cause)
        || is_none_of(action_name, |wanted| *wanted == facts.action_name)
        || (!cid.is_empty() && !cid_found)
        || is_none_of(batch_id, |wanted| Some(wanted) == facts.batch_id.as_ref())
        || is_none_of(source, |wanted| *wanted == job.source)
        || retry_of.is_some_and(|wanted| Some(wanted) != job.retry_of)
        || since.is_some_and(|since| job.created_at < since)
        || until.is_some_and(|until| job.created_at >= until))
}

fn is_none_of<T>(wanted: &AnyOf<T>, is_it: impl Fn(&T) -> bool) -> bool {
    !wanted.is_empty() && !wanted.iter().any(is_it)
}

/// A job is found under the status that it has now, and no longer under those that it had.
pub async fn a_status_filter_follows_the_status(store: &dyn JobStore) {
    append_all(store, (0..3).map(|n| new_job(n).into()).collect()).await;
    let with = |status: Status| JobFilter { status: status.into(), ..JobFilter::default() };
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
            let one = JobFilter { cid: cid("5002").into(), ..with(status) };
            assert_eq!(ids(store, one).await, jobs, "{status}, by customer");
        }
    }
}

/// A job is found under the cause of the status that it has now; one that is as it was created has
/// none, and a cause that cannot have led to a status finds no job.
pub async fn a_cause_filter_follows_the_status(store: &dyn JobStore) {
    append_all(store, (0..4).map(|n| new_job(n).into()).collect()).await;
    let with = |cause: Cause| JobFilter { cause: cause.into(), ..JobFilter::default() };
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
    let failed = JobFilter { status: Status::Failed.into(), ..with(Cause::TimedOut) };
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
        let filter = JobFilter { cid: cid(name).into(), ..JobFilter::default() };
        let expected: Vec<_> = expected.into_iter().map(job_id).collect();
        assert_eq!(ids(store, filter).await, expected, "cid {name:?}");
        for filter in [
            JobFilter { user_id: UserId::new(name).unwrap().into(), ..JobFilter::default() },
            JobFilter {
                action_name: ActionName::new(name).unwrap().into(),
                ..JobFilter::default()
            },
        ] {
            assert!(ids(store, filter).await.is_empty(), "{name:?}");
        }
        let batch =
            JobFilter { batch_id: BatchId::new(name).unwrap().into(), ..JobFilter::default() };
        let expected = if name == "15001" { vec![job_id(3)] } else { vec![] };
        assert_eq!(ids(store, batch).await, expected, "batch_id {name:?}");
    }
    for name in ["VIJAY", "vija", "vijay y", "vija_", "v%"] {
        let filter =
            JobFilter { user_id: UserId::new(name).unwrap().into(), ..JobFilter::default() };
        assert!(ids(store, filter).await.is_empty(), "{name:?}");
    }
}
