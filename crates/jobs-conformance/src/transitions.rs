//! Behaviours of a job's status: which changes are taken, and what they leave behind.

use jobs_core::{
    Cause, Draft, Error, ErrorMessage, HttpStatus, ImportedJob, JobStore, JobStoreExt,
    ResponseSummary, Status, StatusChange, StatusDetails,
};

use crate::support::{
    all_entries, append, append_all, bare_facts, bare_import, change, customers, entry,
    full_change, full_job, job_id, new_job, refusal, repeat, time,
};

/// Drafts that bring job `n` to `status`.
fn brought_to(n: u32, status: Status) -> Vec<Draft> {
    match status {
        Status::InProgress => vec![new_job(n).into()],
        _ => vec![new_job(n).into(), change(n, status).into()],
    }
}

/// All 16 pairs of statuses, for created jobs and for imported ones: five are accepted, equal pairs
/// are repeats if the status was ever reported, and the others are refused and named.
pub async fn exactly_the_legal_changes_are_taken(store: &dyn JobStore) {
    let legal = [
        (Status::InProgress, Status::Success),
        (Status::InProgress, Status::Failed),
        (Status::InProgress, Status::Unconfirmed),
        (Status::Unconfirmed, Status::Success),
        (Status::Unconfirmed, Status::Failed),
    ];
    let pairs = Status::ALL.into_iter().flat_map(|from| Status::ALL.map(|to| (from, to)));
    for (n, (from, to)) in (0..).step_by(2).zip(pairs) {
        let created = append_all(store, brought_to(n, from)).await.pop().unwrap();
        let imported = append(store, bare_import(n + 1, from)).await;
        for (n, last) in [(n, created), (n + 1, imported)] {
            let draft = change(n, to);
            if legal.contains(&(from, to)) {
                append(store, draft).await;
            } else if from == to && to != Status::InProgress {
                repeat(store, draft, &last).await;
            } else {
                let error = refusal(store, draft).await;
                let named = matches!(error, Error::IllegalTransition { job_id: id, from: f, to: t }
                    if id == job_id(n) && f == from && t == to);
                assert!(named, "{from} to {to}: {error}");
            }
            let status = store.job(job_id(n)).await.unwrap().unwrap().job.status;
            let expected = if legal.contains(&(from, to)) { to } else { from };
            assert_eq!(status, expected, "{from} to {to}");
        }
    }
}

/// A change takes exactly the causes that fit its status, and never that of an import; an imported
/// job has no other.
pub async fn exactly_the_causes_that_fit_are_taken(store: &dyn JobStore) {
    let reachable = Status::ALL.into_iter().filter(|status| *status != Status::InProgress);
    let pairs = reachable.flat_map(|status| Cause::ALL.map(|cause| (status, cause)));
    for (n, (status, cause)) in (0..).step_by(2).zip(pairs) {
        let details = StatusDetails { cause, ..StatusDetails::new(status) };
        append(store, new_job(n)).await;
        let draft = StatusChange { details: details.clone(), ..change(n, status) };
        if cause.fits(status) && cause != Cause::Imported {
            append(store, draft).await;
            let job = store.job(job_id(n)).await.unwrap().unwrap().job;
            assert_eq!((job.status, job.cause), (status, Some(cause)));
        } else {
            let error = refusal(store, draft).await;
            let named = matches!(error, Error::Invalid { field: "cause", .. });
            assert!(named, "{status} for {cause}: {error}");
        }
        let created_at = time("2026-01-28T15:00:00Z");
        let import =
            ImportedJob::new(job_id(n + 1), bare_facts(), customers(&["1"]), created_at, details);
        append(store, import).await;
        let job = store.job(job_id(n + 1)).await.unwrap().unwrap().job;
        assert_eq!((job.status, job.cause), (status, Some(Cause::Imported)));
    }
}

/// A refused change leaves no trace in the job, no matter what else it says.
pub async fn a_refused_change_changes_nothing(store: &dyn JobStore) {
    append_all(store, vec![new_job(1).into(), change(1, Status::Success).into()]).await;
    let before = store.job(job_id(1)).await.unwrap();
    refusal(store, full_change(1)).await;
    refusal(store, change(1, Status::InProgress)).await;
    refusal(store, change(1, Status::Unconfirmed)).await;
    assert_eq!(store.job(job_id(1)).await.unwrap(), before);
    assert_eq!(store.history(job_id(1)).await.unwrap(), all_entries(store).await);
}

/// `IN_PROGRESS → UNCONFIRMED → SUCCESS`, with entries of other jobs between: the history has the
/// three.
pub async fn the_longest_way_is_taken(store: &dyn JobStore) {
    let drafts = vec![
        new_job(1).into(),
        new_job(2).into(),
        change(1, Status::Unconfirmed).into(),
        change(2, Status::Failed).into(),
        new_job(3).into(),
        change(1, Status::Success).into(),
    ];
    append_all(store, drafts).await;
    let history = store.history(job_id(1)).await.unwrap();
    let steps: Vec<_> =
        history.iter().map(|entry| (entry.index(), entry.previous(), entry.status())).collect();
    assert_eq!(
        steps,
        [
            (0, None, Some(Status::InProgress)),
            (2, Some(0), Some(Status::Unconfirmed)),
            (5, Some(2), Some(Status::Success))
        ]
    );
    let job = store.job(job_id(1)).await.unwrap().unwrap().job;
    assert_eq!((job.index, job.last_index, job.status), (0, 5, Status::Success));
    assert_eq!(Vec::from(job.changes), [2, 5]);
}

/// A change replaces all that the last one said, also what it leaves out; the facts of the job
/// stay.
pub async fn a_change_replaces_what_the_last_one_said(store: &dyn JobStore) {
    append_all(store, vec![new_job(1).into(), full_job(2, job_id(1)).into()]).await;
    let created = store.job(job_id(2)).await.unwrap().unwrap();
    assert_eq!(created.job.updated_at, None, "a job that never changed");
    let unconfirmed = StatusDetails {
        status: Status::Unconfirmed,
        cause: Cause::InconclusiveAnswer,
        http_status: Some(HttpStatus::new(504).unwrap()),
        error_message: Some(ErrorMessage::new("no answer within 30 s").unwrap()),
        response_summary: Some(ResponseSummary::new("").unwrap()),
    };
    let details = unconfirmed.clone();
    append(store, StatusChange { details, ..change(2, Status::Unconfirmed) }).await;
    let mut expected = created.clone();
    expected.job.status = Status::Unconfirmed;
    expected.job.cause = Some(unconfirmed.cause);
    expected.job.http_status = unconfirmed.http_status;
    expected.job.error_message = unconfirmed.error_message;
    expected.response_summary = unconfirmed.response_summary;
    expected.job.updated_at = Some(entry(store, 2).await.recorded_at());
    expected.job.changes = vec![2].try_into().unwrap();
    expected.job.last_index = 2;
    assert_eq!(store.job(job_id(2)).await.unwrap(), Some(expected));

    append(store, change(2, Status::Success)).await;
    let mut expected = created;
    expected.job.status = Status::Success;
    expected.job.cause = Some(Cause::Reported);
    expected.job.updated_at = Some(entry(store, 3).await.recorded_at());
    expected.job.changes = vec![2, 3].try_into().unwrap();
    expected.job.last_index = 3;
    assert_eq!(store.job(job_id(2)).await.unwrap(), Some(expected));
}
