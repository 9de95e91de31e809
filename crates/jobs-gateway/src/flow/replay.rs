//! Replays: a request that is sent again is answered from the ledger, and the upstream is not
//! called.

use jobs_core::{
    Cause, Draft, Entry, JobId, JobStore, JobStoreExt as _, NewJob, RequestKey, StatusDetails,
};

use crate::answer::{Answer, Data, Finished};
use crate::json;
use crate::outcome::CodeClass;
use crate::refusal::Refusal;

/// The entry that an earlier request with this key made.
pub(crate) async fn find(store: &dyn JobStore, key: RequestKey) -> Result<Option<Entry>, Refusal> {
    let found = store.request(key).await;
    found.map_err(|source| Refusal::NotRecorded { job_id: None, source })
}

/// How the job in `recorded` ended, if that is what `asked_for` asks for again.
pub(crate) async fn again(
    store: &dyn JobStore,
    recorded: &Entry,
    asked_for: &NewJob,
) -> Result<Finished, Refusal> {
    let job_id = recorded.job_id();
    let same = match recorded.draft() {
        Draft::JobCreated(job) => asked_for.clone().with_job_id(job_id) == **job,
        _ => false,
    };
    if !same {
        return Err(Refusal::KeyReused { job_id });
    }
    replay(store, job_id, asked_for.customers().duplicates_dropped()).await
}

/// How the job `job_id`, which an earlier request with the same key made, finished: what the
/// gateway recorded of its call, even if more has been found out since.
pub(crate) async fn replay(
    store: &dyn JobStore,
    job_id: JobId,
    duplicates_dropped: usize,
) -> Result<Finished, Refusal> {
    let history = store.history(job_id).await;
    let history = history.map_err(|source| Refusal::NotReplayed { job_id, source })?;
    // While the call is in flight no other caller may change the status, so the first change is the
    // gateway's.
    let details = history.iter().find_map(|entry| match entry.draft() {
        Draft::StatusChanged(change) => Some(change.details.clone()),
        _ => None,
    });
    let details = details.ok_or(Refusal::UnderWay { job_id })?;
    let data = data_of(&details);
    Ok(Finished {
        job_id,
        duplicates_dropped,
        answer: Answer { details, data },
        outcome_recorded: true,
        replayed: true,
        overlaps: Vec::new(),
        overlaps_complete: true,
    })
}

/// The body of the answer, as it is recorded. An answer that decided the status was an object or a
/// list. A truncated one is never valid JSON, so what parses is whole.
fn data_of(details: &StatusDetails) -> Data {
    let is_accepted =
        details.http_status.is_some_and(|code| CodeClass::of(code.get()).is_accepted());
    let text = details.response_summary.as_ref().map_or("", |text| text.as_str());
    if details.cause != Cause::Answered || !is_accepted || text.trim().is_empty() {
        return Data::None;
    }
    json::read(text).map_or(Data::NotRecorded, Data::Json)
}
