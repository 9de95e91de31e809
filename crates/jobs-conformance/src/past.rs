//! Behaviours of the past: the ledger can still be shown as it was when it was smaller.

use jobs_core::{Draft, Error, Index, Job, JobStore, JobStoreExt, Order, Status};

use crate::support::{
    all_jobs, append, append_all, bare_import, change, full_change, full_import, new_job, note,
};

/// Every job can be shown as it was at every size of the ledger since it was recorded, and at none
/// before.
pub async fn jobs_are_shown_as_they_were(store: &dyn JobStore) {
    let drafts: [Draft; 17] = [
        new_job(1).into(),
        full_import(2).into(),
        note(1, "a").into(),
        note(2, "b").into(),
        change(1, Status::Unconfirmed).into(),
        note(1, "c").into(),
        note(1, "d").into(),
        bare_import(3, Status::Unconfirmed).into(),
        new_job(4).into(),
        note(3, "e").into(),
        full_change(1).into(),
        note(1, "f").into(),
        change(3, Status::Success).into(),
        change(4, Status::Success).into(),
        note(4, "g").into(),
        note(2, "h").into(),
        note(2, "i").into(),
    ];
    let mut seen: Vec<(Index, Vec<Job>)> = Vec::new();
    for draft in drafts {
        let size = append(store, draft).await.index() + 1;
        seen.push((size, all_jobs(store, Order::OldestFirst).await));
    }
    append_all(store, vec![new_job(5).into()]).await;
    let now = all_jobs(store, Order::OldestFirst).await;
    for (size, jobs) in seen {
        let mut then = Vec::new();
        for job in &now {
            match store.job_at(job.clone(), size).await {
                Ok(job) => then.push(job),
                Err(Error::Invalid { field: "size", .. }) => assert!(job.index >= size),
                Err(error) => panic!("{error}"),
            }
        }
        assert_eq!(then, jobs, "at size {size}");
    }
}
