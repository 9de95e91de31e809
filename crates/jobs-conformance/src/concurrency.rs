//! Behaviours under many callers at once, on as many threads, started together.

use std::collections::BTreeMap;
use std::task::Poll;

use futures::poll;
use jobs_core::{
    Appended, CustomerQuery, Draft, Error, Index, JobFilter, JobId, JobStore, JobStoreExt, Result,
    Status,
};

use crate::support::{
    all_entries, append, append_all, bare_import, change, entry, head, ids, in_parallel, job_id,
    limit, new_job, size,
};
use crate::team::Team;

/// How many callers try the same thing at the same moment.
pub(crate) const RIVALS: usize = 8;

/// A different job for each thread.
fn number(thread: usize, n: u32) -> u32 {
    100_000 * u32::try_from(thread + 1).unwrap() + n
}

/// The store through which a thread works.
fn of_thread<'a>(stores: &[&'a dyn JobStore], thread: usize) -> &'a dyn JobStore {
    stores[thread % stores.len()]
}

/// Everything that a writer was told is recorded, is recorded: once, at the given place, without
/// gaps, in the order of its call.
pub async fn many_writers_lose_nothing(store: &dyn JobStore) {
    write_together(&[store]).await;
}

pub(crate) async fn write_together(stores: &[&dyn JobStore]) {
    const WRITERS: usize = 16;
    let answers = in_parallel(WRITERS, |thread| async move {
        let store = of_thread(stores, thread);
        let mut told: Vec<(Draft, Appended)> = Vec::new();
        let mut n = 0;
        for call in 0..24 {
            let mut drafts: Vec<Draft> = Vec::new();
            for _ in 0..=call % 4 {
                n += 1;
                drafts.push(new_job(number(thread, n)).into());
                drafts.push(change(number(thread, n), Status::Unconfirmed).into());
            }
            if call % 3 == 0 {
                drafts.push(bare_import(number(thread, 1_000 + call), Status::Success).into());
            }
            let appended = append_all(store, drafts.clone()).await;
            assert!(appended.is_sorted_by(|a, b| a.index() < b.index()), "the order of a call");
            told.extend(drafts.into_iter().zip(appended));
        }
        told
    });
    let mut told: BTreeMap<Index, (Draft, Appended)> = BTreeMap::new();
    for (draft, appended) in answers.into_iter().flatten() {
        let index = appended.index();
        assert!(told.insert(index, (draft, appended)).is_none(), "index {index} was given twice");
    }
    let entries = all_entries(stores[0]).await;
    assert_eq!(entries.len(), told.len());
    for (entry, (index, (draft, appended))) in entries.iter().zip(told) {
        assert_eq!((entry.index(), entry.draft()), (index, &draft));
        assert_eq!(entry.recorded_at(), appended.recorded_at());
    }
}

/// When several callers create a job with the same ID at the same moment, one succeeds.
pub async fn writers_race_for_one_job_id(store: &dyn JobStore) {
    race_for_one_job_id(&[store]).await;
}

pub(crate) async fn race_for_one_job_id(stores: &[&dyn JobStore]) {
    const ROUNDS: u32 = 30;
    let together = &Team::new(RIVALS);
    let answers = together.run(|thread| async move {
        let store = of_thread(stores, thread);
        let mut answers: Vec<Result<Appended>> = Vec::new();
        for n in 0..ROUNDS {
            together.wait();
            answers.push(store.create(new_job(n)).await);
        }
        answers
    });
    for n in 0..ROUNDS {
        let of_round = answers.iter().map(|answers| &answers[n as usize]);
        let (won, lost): (Vec<_>, Vec<_>) = of_round.partition(|answer| answer.is_ok());
        assert_eq!(won.len(), 1, "job {n}");
        let id = job_id(n);
        let refused = |answer: &&Result<Appended>| matches!(answer, Err(Error::DuplicateJob { job_id }) if *job_id == id);
        assert!(lost.iter().all(refused), "job {n}: {lost:?}");
    }
    assert_eq!(size(stores[0]).await, u64::from(ROUNDS));
}

/// When several callers settle the same job at the same moment, one is recorded; those who say the
/// same are told where, and those who say otherwise are refused.
pub async fn writers_race_for_one_status(store: &dyn JobStore) {
    race_for_one_status(&[store]).await;
}

pub(crate) async fn race_for_one_status(stores: &[&dyn JobStore]) {
    const ROUNDS: u32 = 30;
    append_all(stores[0], (0..ROUNDS).map(|n| new_job(n).into()).collect()).await;
    let statuses = [Status::Success, Status::Failed];
    let together = &Team::new(RIVALS);
    let answers = together.run(|thread| async move {
        let store = of_thread(stores, thread / statuses.len());
        let mut answers: Vec<Result<Appended>> = Vec::new();
        for n in 0..ROUNDS {
            together.wait();
            answers.push(store.change_status(change(n, statuses[thread % 2])).await);
        }
        answers
    });
    for n in 0..ROUNDS {
        let last = stores[0].job(job_id(n)).await.unwrap().unwrap().job;
        let mut recorded = 0;
        for (thread, answers) in answers.iter().enumerate() {
            match &answers[n as usize] {
                Ok(answer) => {
                    assert_eq!(
                        (answer.index(), statuses[thread % 2]),
                        (last.last_index, last.status)
                    );
                    recorded += usize::from(!answer.repeated());
                }
                Err(Error::IllegalTransition { from, .. }) => {
                    assert_eq!(*from, last.status);
                    assert_ne!(statuses[thread % 2], last.status);
                }
                Err(other) => panic!("job {n}: {other}"),
            }
        }
        assert_eq!(recorded, 1, "job {n} was settled more than once");
    }
    assert_eq!(size(stores[0]).await, u64::from(2 * ROUNDS));
}

/// For a reader, the ledger only ever grows: heads and times go forward, all that a head counts can
/// be read, and an entry that was read once always reads the same.
pub async fn readers_see_a_ledger_that_only_grows(store: &dyn JobStore) {
    read_while_others_append(&[store]).await;
}

pub(crate) async fn read_while_others_append(stores: &[&dyn JobStore]) {
    const WRITERS: usize = 3;
    const JOBS: u32 = 60;
    let team = &Team::new(WRITERS + 3);
    team.run(|thread| async move {
        // The first writer and the first reader have different stores, if there are several.
        let store = of_thread(stores, if thread < WRITERS { thread } else { thread + 1 });
        if thread < WRITERS {
            for n in 0..JOBS {
                let id = number(thread, n);
                append_all(store, vec![new_job(id).into(), change(id, Status::Success).into()])
                    .await;
            }
            return;
        }
        let all = Index::from(2 * JOBS) * Index::try_from(WRITERS).unwrap();
        let mut seen = Vec::new();
        let mut last = head(store).await;
        while last.size() < all {
            team.go_on();
            // Checked before the head: once all writers have ended, the head counts what they
            // wrote. Readers end later.
            let written = team.ended() >= WRITERS;
            let from = Index::try_from(seen.len()).unwrap();
            for (index, entry) in (from..).zip(store.entries(from, limit(7)).await.unwrap()) {
                assert_eq!(entry.index(), index, "a gap for a reader");
                seen.push(entry);
            }
            let now = head(store).await;
            assert!(now.size() >= last.size(), "the ledger shrank");
            assert!(now.size() != last.size() || now.root() == last.root(), "a rewritten root");
            assert!(now.size() >= Index::try_from(seen.len()).unwrap(), "entries before the head");
            if let Some(newest) = now.size().checked_sub(1) {
                assert_eq!(entry(store, newest).await.index(), newest, "counted, not readable");
            }
            assert!(!written || now.size() == all, "acknowledged, and not counted");
            last = now;
        }
        assert!(all_entries(store).await.starts_with(&seen), "an entry changed after it was read");
    });
}

/// When `append` has returned, everybody sees the job, by every method.
pub async fn what_was_acknowledged_is_seen_by_everyone(store: &dyn JobStore) {
    in_parallel(6, |thread| async move {
        for n in 0..20 {
            let n = number(thread, n);
            let created = append(store, new_job(n)).await;
            check_seen(store, job_id(n), &created, Status::InProgress).await;
            let settled = append(store, change(n, Status::Failed)).await;
            check_seen(store, job_id(n), &settled, Status::Failed).await;
        }
    });
}

pub(crate) async fn check_seen(store: &dyn JobStore, id: JobId, answer: &Appended, status: Status) {
    assert!(size(store).await > answer.index(), "not counted");
    assert_eq!(entry(store, answer.index()).await.job_id(), id);
    let job = store.job(id).await.unwrap().unwrap().job;
    assert_eq!((job.status, job.last_index), (status, answer.index()));
    let customers = store.customers(id, &CustomerQuery::default()).await.unwrap();
    assert_eq!(customers.len(), job.customer_count);
    for (status, listed) in [(status, true), (Status::Success, false)] {
        let filter = JobFilter { status: status.into(), ..JobFilter::default() };
        let filter = JobFilter { cid: customers[0].clone().into(), ..filter };
        assert_eq!(ids(store, filter).await.contains(&id), listed, "in the list of {status}");
    }
}

/// A caller who drops the future of `append` finds each draft recorded or not; the ledger goes on,
/// and the same drafts can be sent again.
pub async fn a_caller_who_gives_up_breaks_nothing(store: &dyn JobStore) {
    const JOBS: u32 = 100;
    for n in 0..JOBS {
        let mut append = store.append(vec![new_job(n).into(), change(n, Status::Success).into()]);
        let answered = matches!(poll!(&mut append), Poll::Ready(_));
        drop(append);
        append_all(store, vec![new_job(1_000 + n).into()]).await;
        let found = store.job(job_id(n)).await.unwrap();
        assert!(found.is_some() || !answered, "an answer that was not true");
    }
    for n in 0..JOBS {
        match store.create(new_job(n)).await {
            Ok(_) | Err(Error::DuplicateJob { .. }) => {}
            Err(other) => panic!("job {n}: {other}"),
        }
        store.change_status(change(n, Status::Success)).await.unwrap();
    }
    assert_eq!(ids(store, JobFilter::default()).await.len(), 2 * JOBS as usize);
}
