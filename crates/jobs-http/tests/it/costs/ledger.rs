//! A ledger with a given number of runs. Common values are in all of its jobs, rare ones only in
//! the oldest.

use std::path::Path;
use std::time::Instant;

use jobs_core::{
    ActionCode, ActionName, BatchId, Cid, CustomerSet, Draft, JobId, JobStore, JobStoreExt as _,
    NewJob, RequestPayload, Source, Status, StatusChange, StatusDetails, UserId,
};
use jobs_sqlite::SqliteStore;

use crate::support::process::PATIENCE;

/// How many entries a run of the reverse index has.
const RUN: u64 = 16_384;

/// How many entries come after the last run. They are read with any filter, so the number is the
/// same in every ledger. It is more than the eighth of a run after which the indexer checks again,
/// so that it has seen the end of the last run.
const TAIL: u64 = RUN / 8 + 500;

/// How many of the oldest jobs are anita's, failed, and in a batch.
const RARE: u64 = 3;

/// The number of the job that is often retried.
const RETRIED: usize = 4;

/// What is in it.
pub(super) struct Ledger {
    pub(super) size: u64,
    /// The oldest job, one in the middle, and the newest.
    pub(super) jobs: [JobId; 3],
    /// When the last of the rare jobs was recorded, as a filter's value.
    pub(super) time_of_the_rare: String,
    /// A job that has not ended, which vijay runs.
    pub(super) open: JobId,
    /// A job that one in eight of the others retries.
    pub(super) retried: JobId,
}

impl Ledger {
    /// Fills an empty store, and waits until its reverse index is written.
    pub(super) async fn fill(store: &SqliteStore, path: &Path, runs: u64) -> Self {
        let mut size = 0;
        let mut number = 0;
        let mut ids = Vec::new();
        while size < runs * RUN + TAIL {
            let mut drafts = Vec::new();
            while drafts.len() < 500 && size + (drafts.len() as u64) < runs * RUN + TAIL {
                drafts.extend(job(number, &mut ids));
                number += 1;
            }
            size += drafts.len() as u64;
            for appended in store.append(drafts).await.unwrap() {
                appended.unwrap();
            }
        }
        wait_for_runs(path, runs);
        let rare = store.job(ids[2]).await.unwrap().unwrap().job;
        let jobs = [ids[0], ids[ids.len() / 2], ids[ids.len() - 1]];
        let open = ids[ids.len() / 4 * 4 - 1];
        let time_of_the_rare = rare.created_at.to_string();
        assert_eq!(store.history(open).await.unwrap().len(), 1);
        let retried = ids[RETRIED];
        let size = store.head().await.unwrap().size();
        Self { size, jobs, time_of_the_rare, open, retried }
    }
}

/// The job of that number, and how it ended: every other one is still open, and so are half of the
/// gateway's calls.
fn job(number: u64, ids: &mut Vec<JobId>) -> Vec<Draft> {
    let rare = number < RARE;
    let user = UserId::new(if rare { "anita" } else { "vijay" }).unwrap();
    let action = ActionName::new(if number % 4 < 2 { "T-Enable" } else { "T-Disable" }).unwrap();
    let own = Cid::new(format!("own-{number}")).unwrap();
    let customers = CustomerSet::new([Cid::new("5001").unwrap(), own]).unwrap();
    let job = NewJob::new(user.clone(), ActionCode::new(1).unwrap(), action, customers).unwrap();
    let source = if number % 4 < 2 { Source::Gateway } else { Source::Api };
    let batch = rare.then(|| BatchId::new("rare").unwrap());
    // One of the rare jobs retries another.
    let retry = if number + 1 == RARE { Some(0) } else { (number % 8 == 7).then_some(RETRIED) };
    let retry_of = retry.map(|retried| ids[retried]);
    let payload = rare.then(|| RequestPayload::new(r#"{"action":"T-Enable"}"#).unwrap());
    let job = job.with_source(source).with_batch_id(batch).with_retry_of(retry_of);
    let job = job.with_request_payload(payload);
    let job_id = job.job_id();
    ids.push(job_id);
    let ended = match number {
        _ if rare => Status::Failed,
        _ if number.is_multiple_of(64) => Status::Unconfirmed,
        _ if number.is_multiple_of(2) => Status::Success,
        _ => return vec![job.into()],
    };
    vec![job.into(), StatusChange::new(job_id, user, StatusDetails::new(ended)).into()]
}

/// The indexer works beside the writer, and does not report when it is done.
fn wait_for_runs(path: &Path, runs: u64) {
    let begin = Instant::now();
    let runs = i64::try_from(runs).unwrap();
    let sql = rusqlite::Connection::open(path).unwrap();
    let complete = "SELECT count(*) FROM run WHERE next_term IS NULL";
    while sql.query_row(complete, [], |row| row.get::<_, i64>(0)).unwrap() < runs {
        assert!(begin.elapsed() < PATIENCE, "the index is not written");
        std::thread::yield_now();
    }
}
