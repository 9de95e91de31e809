//! Behaviours of jobs that another system recorded.

use jobs_core::{JobFilter, JobStore, JobStoreExt, Order, Source, Status};

use crate::support::{
    append, append_all, bare_import, change, entry, full_failure, full_import, ids, job_id, later,
    new_job, time, walk,
};

/// An import keeps its own times, its status, its raw record, and may have no customers.
pub async fn imported_jobs_keep_their_times_and_record(store: &dyn JobStore) {
    append_all(store, vec![full_import(1).into(), bare_import(2, Status::Success).into()]).await;
    let full = store.job(job_id(1)).await.unwrap().unwrap();
    assert_eq!(full.job.created_at, time("2025-12-31T23:59:59.999999Z"));
    assert_eq!(full.job.updated_at, Some(time("2026-01-01T00:00:17.5Z")));
    assert_eq!(full.job.source, Source::Import);
    assert_eq!(full.job.status, Status::Failed);
    assert_eq!(full.job.http_status, full_failure().http_status);
    assert_eq!(full.job.error_message, full_failure().error_message);
    assert_eq!(full.response_summary, full_failure().response_summary);
    assert_eq!(full.original.unwrap().as_str(), "{\"status\":\"failed\"}");
    assert_eq!(full.request_payload.unwrap().as_str(), "{\"cids\":[\"7001\"]}");
    assert!(entry(store, 0).await.recorded_at() > full.job.created_at, "recorded by our clock");

    let bare = store.job(job_id(2)).await.unwrap().unwrap();
    assert_eq!((bare.job.customer_count, bare.job.updated_at), (0, None));
    assert_eq!((bare.original, bare.request_payload, bare.response_summary), (None, None, None));
    assert!(store.all_customers(job_id(2)).await.unwrap().is_empty());
}

/// Jobs are listed by their place in the ledger, also those that another system made before or
/// after; and `since` and `until` go by the time at which that system made them.
pub async fn imported_jobs_are_listed_by_their_place(store: &dyn JobStore) {
    let drafts = vec![
        bare_import(1, Status::Success).into(),
        full_import(2).into(),
        new_job(3).into(),
        bare_import(4, Status::Success).into(),
    ];
    append_all(store, drafts).await;
    let newest = walk(store, JobFilter::default(), Order::NewestFirst, 3).await;
    let newest: Vec<_> = newest.iter().map(|job| job.job_id).collect();
    assert_eq!(newest, [4, 3, 2, 1].map(job_id));

    let bare = time("2026-01-28T15:04:53.003687Z");
    let until = |until| JobFilter { until: Some(until), ..JobFilter::default() };
    let since = |since| JobFilter { since: Some(since), ..JobFilter::default() };
    assert_eq!(ids(store, until(bare)).await, [2].map(job_id));
    assert_eq!(ids(store, since(later(bare, 1))).await, [3].map(job_id));
    assert_eq!(ids(store, since(bare)).await, [1, 3, 4].map(job_id));
    let both = JobFilter { until: Some(later(bare, 1)), ..since(bare) };
    assert_eq!(ids(store, both).await, [1, 4].map(job_id));
}

/// An import that was left open is settled like any other job; its change has our time.
pub async fn imported_jobs_can_be_settled(store: &dyn JobStore) {
    append_all(
        store,
        vec![
            bare_import(1, Status::InProgress)
                .with_updated_at(Some(time("2026-02-01T00:00:00Z")))
                .into(),
            bare_import(2, Status::Unconfirmed).into(),
        ],
    )
    .await;
    for (n, status) in [(1, Status::Unconfirmed), (1, Status::Failed), (2, Status::Success)] {
        let change = append(store, change(n, status)).await;
        let job = store.job(job_id(n)).await.unwrap().unwrap().job;
        assert_eq!((job.status, job.updated_at), (status, Some(change.recorded_at())));
        assert_eq!(job.created_at, time("2026-01-28T15:04:53.003687Z"));
    }
    assert_eq!(store.history(job_id(1)).await.unwrap().len(), 3);
}
