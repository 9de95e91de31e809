//! Behaviours of what is read: it equals what was written, field by field.

use jobs_core::{
    ActionCode, Draft, HttpStatus, INTEGER_MAX, ImportedJob, JobDetail, JobFacts, JobStore, Source,
    Status, StatusChange, StatusDetails, Timestamp,
};

use crate::support::{
    append, bare_facts, bare_import, change, customers, entry, full_change, full_failure,
    full_import, full_job, job_id, key, new_job,
};

/// Appends `draft` and returns its job as it is read then, having compared the entry.
async fn written_and_read(store: &dyn JobStore, draft: impl Into<Draft>) -> JobDetail {
    let draft = draft.into();
    let appended = append(store, draft.clone()).await;
    let entry = entry(store, appended.index()).await;
    assert_eq!(entry.draft(), &draft);
    assert_eq!(entry.job_id(), draft.job_id());
    assert_eq!(entry.recorded_at(), appended.recorded_at());
    store.job(draft.job_id()).await.unwrap().unwrap()
}

/// A new job with every field set, one with none, and one from each source.
pub async fn every_field_of_a_new_job_is_read_back(store: &dyn JobStore) {
    let bare = written_and_read(store, new_job(1)).await;
    assert_eq!((bare.request_payload, bare.response_summary, bare.original), (None, None, None));
    assert_eq!((bare.job.retry_of, bare.job.http_status, bare.job.updated_at), (None, None, None));
    assert_eq!((&bare.job.facts.batch_id, &bare.job.facts.cluster_url), (&None, &None));
    assert_eq!(bare.job.status, Status::InProgress);

    let draft = full_job(2, job_id(1));
    let full = written_and_read(store, draft.clone()).await;
    assert_eq!(&full.job.facts, draft.facts());
    assert_eq!(full.request_payload.as_ref(), draft.request_payload());
    assert_eq!(full.job.created_at, entry(store, 1).await.recorded_at());
    assert_eq!((full.job.customer_count, full.job.retry_of), (3, Some(job_id(1))));
    for (n, source) in (3..).zip(Source::ALL) {
        let detail = written_and_read(store, new_job(n).with_source(source)).await;
        assert_eq!(detail.job.source, source);
    }
}

/// An import with every field set, and one with none, in every status.
pub async fn every_field_of_an_import_is_read_back(store: &dyn JobStore) {
    let draft = full_import(1);
    let full = written_and_read(store, draft.clone()).await;
    assert_eq!(&full.job.facts, draft.job().facts());
    assert_eq!(
        (full.job.created_at, full.job.updated_at),
        (draft.created_at(), draft.updated_at())
    );
    assert_eq!(full.original.as_ref(), draft.original());
    assert_eq!(full.request_payload.as_ref(), draft.job().request_payload());
    assert_eq!(full.response_summary, draft.details().response_summary);
    for (n, status) in (2..).zip(Status::ALL) {
        let bare = written_and_read(store, bare_import(n, status)).await;
        assert_eq!((bare.job.status, bare.job.updated_at), (status, None));
    }
    for (n, status) in (6..).zip(Status::ALL) {
        let details = StatusDetails { status, ..full_failure() };
        let created_at = full.job.created_at;
        let facts = full.job.facts.clone();
        let import = ImportedJob::new(job_id(n), facts, customers(&["1"]), created_at, details);
        assert_eq!(written_and_read(store, import).await.job.status, status);
    }
}

/// A change with every field set, one with none, and one with each field alone.
pub async fn every_field_of_a_change_is_read_back(store: &dyn JobStore) {
    let StatusDetails { cause, http_status, error_message, response_summary, .. } = full_failure();
    let none = StatusDetails::new(Status::Failed);
    for (n, details) in (0..).zip([
        none.clone(),
        StatusDetails { cause, ..none.clone() },
        StatusDetails { http_status, ..none.clone() },
        StatusDetails { error_message, ..none.clone() },
        StatusDetails { response_summary, ..none },
        full_failure(),
    ]) {
        append(store, new_job(n)).await;
        let draft = StatusChange { details: details.clone(), ..change(n, Status::Failed) };
        let read = written_and_read(store, draft).await;
        let status = read.job.status;
        let cause = read.job.cause.unwrap();
        let http_status = read.job.http_status;
        let error_message = read.job.error_message;
        let response_summary = read.response_summary;
        let read = StatusDetails { status, cause, http_status, error_message, response_summary };
        assert_eq!(read, details);
    }
    append(store, new_job(9)).await;
    written_and_read(store, StatusChange { request_key: key("report"), ..full_change(9) }).await;
}

/// The smallest and the largest numbers and times that the types allow.
pub async fn numbers_and_times_at_their_limits_are_read_back(store: &dyn JobStore) {
    let largest = i64::try_from(INTEGER_MAX).unwrap();
    for (n, code) in (0..).zip([0, 1, -1, largest, -largest]) {
        let facts = JobFacts { action_code: ActionCode::new(code).unwrap(), ..bare_facts() };
        for (n, created_at) in [(10 * n, Timestamp::MIN), (10 * n + 1, Timestamp::MAX)] {
            let http_status = HttpStatus::new(if code < 0 { 100 } else { 599 }).ok();
            let details = StatusDetails { http_status, ..StatusDetails::new(Status::Failed) };
            let import =
                ImportedJob::new(job_id(n), facts.clone(), customers(&[]), created_at, details)
                    .with_updated_at(Some(created_at));
            let read = written_and_read(store, import).await.job;
            assert_eq!(read.facts.action_code.get(), code);
            assert_eq!((read.created_at, read.updated_at), (created_at, Some(created_at)));
            assert_eq!(read.http_status, http_status);
        }
    }
    for id in ["00000000-0000-0000-0000-000000000001", "ffffffff-ffff-ffff-ffff-fffffffffffe"] {
        let id = id.parse().unwrap();
        assert_eq!(written_and_read(store, new_job(1).with_job_id(id)).await.job.job_id, id);
    }
}
