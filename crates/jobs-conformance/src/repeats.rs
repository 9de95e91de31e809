//! Behaviours of repeats: a caller who does not know whether its draft arrived may send it again.

use jobs_core::{
    Cause, Error, ErrorMessage, HttpStatus, ImportedJob, JobFacts, JobStore, Original, Outcomes,
    RequestPayload, ResponseSummary, Status, StatusChange, StatusDetails, UserId,
};

use crate::support::{
    append, append_all, bare_facts, bare_import, change, customers, full_change, full_failure,
    full_import, job_id, later, new_job, outcome, refusal, repeat, size,
};

/// The same status with the same content is recorded once, from any user, also within one call.
pub async fn a_repeated_status_is_recorded_once(store: &dyn JobStore) {
    let plain = append_all(store, vec![new_job(1).into(), change(1, Status::Success).into()]).await;
    let full = append_all(store, vec![new_job(2).into(), full_change(2).into()]).await;
    append(store, new_job(3)).await;
    repeat(store, change(1, Status::Success), &plain[1]).await;
    repeat(store, full_change(2), &full[1]).await;
    let actor = UserId::new("somebody else").unwrap();
    repeat(store, StatusChange { actor, ..full_change(2) }, &full[1]).await;
    // A report of what the upstream had answered is nothing new.
    let reported = StatusDetails { cause: Cause::Reported, ..full_failure() };
    repeat(store, StatusChange { details: reported, ..full_change(2) }, &full[1]).await;

    let draft = || change(3, Status::Unconfirmed).into();
    let answers = store.append(vec![draft(), draft(), draft()]).await.unwrap();
    let answers: Vec<_> = answers.into_iter().map(|answer| answer.unwrap()).collect();
    let seen: Vec<_> = answers.iter().map(|answer| (answer.index(), answer.repeated())).collect();
    assert_eq!(seen, [(5, false), (5, true), (5, true)]);
    assert_eq!(answers[2].recorded_at(), answers[0].recorded_at());
    assert_eq!(size(store).await, 6);
}

/// The same status with other content is a conflict: any field makes the difference.
pub async fn a_status_with_other_content_conflicts(store: &dyn JobStore) {
    let mut base = full_change(1);
    base.details.cause = Cause::Reported;
    append_all(store, vec![new_job(1).into(), base.clone().into()]).await;
    let details = |change: fn(&mut StatusDetails)| {
        let mut other = base.clone();
        change(&mut other.details);
        other
    };
    let outcomes =
        |outcomes| StatusChange { outcomes: Outcomes::new(outcomes).unwrap(), ..base.clone() };
    let success = outcome("5001", Status::Success, None);
    for other in [
        details(|details| details.cause = Cause::Answered),
        details(|details| details.http_status = None),
        details(|details| details.http_status = Some(HttpStatus::new(201).unwrap())),
        details(|details| details.error_message = None),
        details(|details| details.error_message = Some(ErrorMessage::new("").unwrap())),
        details(|details| details.response_summary = None),
        details(|details| details.response_summary = Some(ResponseSummary::new(" ").unwrap())),
        outcomes(vec![]),
        outcomes(vec![success.clone()]),
        outcomes(vec![success.clone(), outcome("5002", Status::Failed, None)]),
        outcomes(vec![success.clone(), outcome("5002", Status::Unconfirmed, Some(""))]),
        outcomes(vec![success, outcome("stranger", Status::Failed, Some(""))]),
        change(1, Status::Failed),
    ] {
        let error = refusal(store, other.clone()).await;
        let conflict = matches!(error, Error::Conflict { job_id: id, status: Status::Failed }
            if id == job_id(1));
        assert!(conflict, "{other:?}: {error}");
    }
}

/// A status that the job has left is not repeated: that would be a change back.
pub async fn an_earlier_status_is_no_repeat(store: &dyn JobStore) {
    let way = [Status::Unconfirmed, Status::Success].map(|status| change(1, status).into());
    append(store, new_job(1)).await;
    append_all(store, way.to_vec()).await;
    for status in [Status::InProgress, Status::Unconfirmed] {
        let error = refusal(store, change(1, status)).await;
        assert!(matches!(error, Error::IllegalTransition { from: Status::Success, .. }), "{error}");
    }
}

/// The same import is recorded once, also within one call, and also when its job has moved on
/// since.
pub async fn a_repeated_import_is_recorded_once(store: &dyn JobStore) {
    let full = append(store, full_import(1)).await;
    let bare = append(store, bare_import(2, Status::Unconfirmed)).await;
    repeat(store, full_import(1), &full).await;
    repeat(store, bare_import(2, Status::Unconfirmed), &bare).await;
    append(store, change(2, Status::Success)).await;
    repeat(store, bare_import(2, Status::Unconfirmed), &bare).await;

    let draft = || bare_import(3, Status::Success).into();
    let answers = store.append(vec![draft(), draft()]).await.unwrap();
    let seen: Vec<_> = answers
        .into_iter()
        .map(|answer| answer.map(|answer| (answer.index(), answer.repeated())).unwrap())
        .collect();
    assert_eq!(seen, [(3, false), (3, true)]);
}

/// An import of a known ID with other content is refused: any field makes the difference.
pub async fn an_import_with_other_content_is_refused(store: &dyn JobStore) {
    append(store, full_import(1)).await;
    let base = full_import(1);
    let with = |facts: JobFacts, cids: &[&str], micros, details| {
        let created_at = later(base.created_at(), micros);
        ImportedJob::new(job_id(1), facts, customers(cids), created_at, details)
            .with_updated_at(base.updated_at())
            .with_request_payload(base.job().request_payload().cloned())
            .with_original(base.original().cloned())
    };
    let facts = base.job().facts();
    let cids = ["7001", "7002"];
    let unchanged = with(facts.clone(), &cids, 0, full_failure());
    assert_eq!(unchanged, base, "the ground on which the others differ");
    for other in [
        with(bare_facts(), &cids, 0, full_failure()),
        with(JobFacts { submitted_by: None, ..facts.clone() }, &cids, 0, full_failure()),
        with(JobFacts { batch_id: None, ..facts.clone() }, &cids, 0, full_failure()),
        with(JobFacts { cluster_url: None, ..facts.clone() }, &cids, 0, full_failure()),
        with(facts.clone(), &["7001"], 0, full_failure()),
        with(facts.clone(), &["7001", "7002", "7003"], 0, full_failure()),
        with(facts.clone(), &cids, 1, full_failure()),
        with(facts.clone(), &cids, 0, StatusDetails::new(Status::Failed)),
        full_import(1).with_updated_at(None),
        full_import(1).with_request_payload(None),
        full_import(1).with_request_payload(Some(RequestPayload::new("").unwrap())),
        full_import(1).with_original(None),
        full_import(1).with_original(Some(Original::new("{\"status\":\"FAILED\"}").unwrap())),
    ] {
        let error = refusal(store, other.clone()).await;
        let duplicate = matches!(error, Error::DuplicateJob { job_id: id } if id == job_id(1));
        assert!(duplicate, "{other:?}: {error}");
    }
}

/// The status that came with an import counts as reported: the same content repeats it, other
/// content conflicts with it, and outcomes are other content.
pub async fn the_status_of_an_import_can_be_repeated(store: &dyn JobStore) {
    let full = append(store, full_import(1)).await;
    let details = StatusDetails { cause: Cause::Reported, ..full_failure() };
    let same = StatusChange { details, ..change(1, Status::Failed) };
    repeat(store, same.clone(), &full).await;
    let outcomes = Outcomes::new([outcome("7001", Status::Failed, None)]).unwrap();
    let answered = StatusChange { details: full_failure(), ..change(1, Status::Failed) };
    for other in [change(1, Status::Failed), StatusChange { outcomes, ..same }, answered] {
        let error = refusal(store, other).await;
        assert!(matches!(error, Error::Conflict { status: Status::Failed, .. }), "{error}");
    }
    append(store, bare_import(2, Status::InProgress)).await;
    let error = refusal(store, change(2, Status::InProgress)).await;
    assert!(matches!(error, Error::IllegalTransition { .. }), "{error}");
}
