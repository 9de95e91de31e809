//! Behaviours of `append`: one answer per draft, gapless indexes, and each draft judged by itself.

use jobs_core::merkle::Hash;
use jobs_core::{
    CustomerQuery, Draft, Error, Index, JobFilter, JobPage, JobQuery, JobStore, JobStoreExt,
    PageLimit, Status,
};

use crate::support::{
    all_entries, append, append_all, bare_import, change, entry, head, ids, job_id, limit, new_job,
    refusal, size,
};

/// An empty store answers every question, with nothing.
pub async fn an_empty_store_answers(store: &dyn JobStore) {
    assert_eq!(head(store).await.size(), 0);
    assert_eq!(head(store).await.root(), Hash::of(b""), "RFC 6962: the root of no leaves");
    assert!(store.entries(0, limit(1)).await.unwrap().is_empty());
    assert!(store.job(job_id(1)).await.unwrap().is_none());
    assert_eq!(store.jobs(&JobQuery::default()).await.unwrap(), JobPage::default());
    let error = store.customers(job_id(1), &CustomerQuery::default()).await.unwrap_err();
    assert!(matches!(error, Error::UnknownJob { job_id: id } if id == job_id(1)), "{error}");
    let error = store.history(job_id(1)).await.unwrap_err();
    assert!(matches!(error, Error::UnknownJob { job_id: id } if id == job_id(1)), "{error}");
}

/// For calls of any size, indexes go on without a gap, in the order of the drafts.
pub async fn indexes_are_gapless(store: &dyn JobStore) {
    let mut drafts_so_far: Vec<Draft> = Vec::new();
    for count in [1, 0, 2, 3, 0, 64, 1, 100] {
        let first = u32::try_from(drafts_so_far.len()).unwrap();
        let drafts: Vec<Draft> = (first..first + count).map(|n| new_job(n).into()).collect();
        for (expected, answer) in
            (Index::from(first)..).zip(append_all(store, drafts.clone()).await)
        {
            assert_eq!(answer.index(), expected);
            assert_eq!(answer.job_id(), job_id(u32::try_from(expected).unwrap()));
            assert_eq!(entry(store, expected).await.recorded_at(), answer.recorded_at());
        }
        drafts_so_far.extend(drafts);
        assert_eq!(usize::try_from(size(store).await).unwrap(), drafts_so_far.len());
    }
    let recorded: Vec<Draft> =
        all_entries(store).await.iter().map(|entry| entry.draft().clone()).collect();
    assert_eq!(recorded, drafts_so_far);
}

/// Good and bad drafts in one call: the bad ones are refused, each with its own error, and leave no
/// trace.
pub async fn a_refused_draft_leaves_its_neighbours_alone(store: &dyn JobStore) {
    append_all(store, vec![new_job(1).into(), bare_import(2, Status::Success).into()]).await;
    let answers = store
        .append(vec![
            new_job(1).into(),
            new_job(3).into(),
            change(9, Status::Success).into(),
            change(2, Status::Failed).into(),
            change(1, Status::Failed).into(),
            new_job(4).with_retry_of(Some(job_id(9))).into(),
            new_job(5).into(),
            bare_import(2, Status::Failed).into(),
        ])
        .await
        .unwrap();
    assert_eq!(answers.len(), 8);
    assert!(matches!(&answers[0], Err(Error::DuplicateJob { job_id: id }) if *id == job_id(1)));
    assert!(matches!(&answers[2], Err(Error::UnknownJob { job_id: id }) if *id == job_id(9)));
    assert!(matches!(&answers[3], Err(Error::IllegalTransition { .. })));
    assert!(matches!(&answers[5], Err(Error::Invalid { field: "retry_of", .. })));
    assert!(matches!(&answers[7], Err(Error::DuplicateJob { job_id: id }) if *id == job_id(2)));
    for (draft, index, id) in [(1, 2, 3), (4, 3, 1), (6, 4, 5)] {
        let answer = answers[draft].as_ref().unwrap();
        assert_eq!((answer.index(), answer.job_id()), (index, job_id(id)));
    }
    assert_eq!(size(store).await, 5);
    assert!(store.job(job_id(4)).await.unwrap().is_none(), "a refused job must not exist");
}

/// A job ID is recorded once: not again in a later call, nor twice in one, nor by both kinds of
/// creation, not even with the same content (but see the repeats of imports).
pub async fn a_job_id_is_recorded_once(store: &dyn JobStore) {
    append_all(store, vec![new_job(1).into(), bare_import(2, Status::Success).into()]).await;
    for draft in [
        Draft::from(new_job(1)),
        bare_import(1, Status::InProgress).into(),
        new_job(2).into(),
        bare_import(2, Status::Failed).into(),
    ] {
        let id = draft.job_id();
        let error = refusal(store, draft).await;
        assert!(matches!(error, Error::DuplicateJob { job_id } if job_id == id), "{error}");
    }
    let drafts = vec![new_job(3).into(), new_job(3).into(), bare_import(3, Status::Failed).into()];
    let answers = store.append(drafts).await.unwrap();
    assert_eq!(answers[0].as_ref().unwrap().index(), 2);
    for answer in &answers[1..] {
        assert!(matches!(answer, Err(Error::DuplicateJob { job_id: id }) if *id == job_id(3)));
    }
    // Still refused when the job has moved on.
    append(store, change(3, Status::Success)).await;
    let error = refusal(store, new_job(3)).await;
    assert!(matches!(error, Error::DuplicateJob { .. }), "{error}");
    assert_eq!(ids(store, JobFilter::default()).await, [1, 2, 3].map(job_id));
}

/// A draft sees what the drafts before it in the same call did, and nothing of those after it.
pub async fn drafts_of_one_batch_see_each_other(store: &dyn JobStore) {
    let drafts = vec![
        change(1, Status::Success).into(),
        new_job(1).into(),
        change(1, Status::Unconfirmed).into(),
        new_job(2).with_retry_of(Some(job_id(1))).into(),
        change(1, Status::Success).into(),
        change(1, Status::Failed).into(),
    ];
    let answers = store.append(drafts).await.unwrap();
    assert!(matches!(answers[0], Err(Error::UnknownJob { .. })));
    for (answer, index) in answers[1..5].iter().zip(0..) {
        assert_eq!(answer.as_ref().unwrap().index(), index);
    }
    assert!(matches!(answers[5], Err(Error::IllegalTransition { from: Status::Success, .. })));
    let previous: Vec<_> = all_entries(store).await.iter().map(|entry| entry.previous()).collect();
    assert_eq!(previous, [None, Some(0), None, Some(1)]);
}

/// The status of a job that is not recorded cannot change.
pub async fn an_unknown_job_cannot_change(store: &dyn JobStore) {
    append(store, new_job(1)).await;
    for status in Status::ALL {
        let error = refusal(store, change(2, status)).await;
        assert!(matches!(error, Error::UnknownJob { job_id: id } if id == job_id(2)), "{error}");
    }
    assert!(store.job(job_id(2)).await.unwrap().is_none());
}

/// `retry_of` names a job that is already recorded, so never the job itself.
pub async fn a_retry_names_a_job_that_is_known(store: &dyn JobStore) {
    append(store, bare_import(1, Status::Failed)).await;
    for unknown in [2, 3] {
        let error = refusal(store, new_job(2).with_retry_of(Some(job_id(unknown)))).await;
        assert!(matches!(error, Error::Invalid { field: "retry_of", .. }), "{error}");
    }
    append(store, new_job(2).with_retry_of(Some(job_id(1)))).await;
    append(store, new_job(3).with_retry_of(Some(job_id(2)))).await;
    let detail = store.job(job_id(3)).await.unwrap().unwrap();
    assert_eq!(detail.job.retry_of, Some(job_id(2)));
}

/// A call of more drafts than a store is likely to write in one go.
pub async fn a_large_batch_is_taken_whole(store: &dyn JobStore) {
    let jobs = u32::try_from(PageLimit::MAX / 8).unwrap();
    let drafts = (0..jobs)
        .flat_map(|n| [new_job(n).into(), change(n, Status::Success).into()])
        .collect::<Vec<Draft>>();
    for (expected, answer) in (0..).zip(append_all(store, drafts).await) {
        assert_eq!(answer.index(), expected);
    }
}
