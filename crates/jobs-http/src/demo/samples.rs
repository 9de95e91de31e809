//! The sample jobs: one of each way in which a Set Action can end, for each user.

use jobs_core::{BatchId, Cid, JobId, UserId};
use jobs_gateway::{Finished, Gateway, SetAction};
use serde_json::json;
use url::Url;

/// The users of the sample jobs. Each has a job for every one of [`SAMPLES`].
pub(super) const USERS: [&str; 4] = ["vijay", "anita", "ravi", "meera"];

/// Action, number of customers, and the path that decides what the upstream does with it.
pub(super) const SAMPLES: [(&str, usize, &str); 9] = [
    ("Trans-Begin", 5, "/tms/v1/actions"),
    ("PE-Enable", 12, "/tms/v1/actions"),
    ("T-Enable", 3, "/not-ready/tms/v1/actions"),
    ("T-Enable", 3, "/tms/v1/actions"),
    ("PE-Finalize", 84, "/tms/v1/actions"),
    ("PE-Direct", 1, "/status-401/tms/v1/actions"),
    ("Trans-Begin", 2500, "/tms/v1/actions"),
    ("PE-Enable", 7, "/invalid-json/tms/v1/actions"),
    ("PE-Finalize", 2, "/hang-up/tms/v1/actions"),
];

/// The sample of whose customers the upstream does not know some.
const PARTLY_UNKNOWN: usize = 4;

/// The sample that is a retry of the one before.
const RETRY: usize = 3;

/// Runs one user's jobs, one after the other, as a person would.
pub(super) async fn run(user: &'static str, gateway: &Gateway, url: &Url) -> Result<(), String> {
    let mut last = None;
    for at in 0..SAMPLES.len() {
        let retry_of = last.filter(|_| at == RETRY);
        let action = sample(user, at, url, retry_of).map_err(|error| error.to_string())?;
        let finished = gateway.set_action(action).await;
        let Finished { job_id, .. } = finished.map_err(|error| error.to_string())?;
        last = Some(job_id);
    }
    Ok(())
}

fn sample(
    user: &str,
    at: usize,
    url: &Url,
    retry_of: Option<JobId>,
) -> jobs_core::Result<SetAction> {
    let (action, count, path) = SAMPLES[at];
    // The ranges of the samples overlap, so that customers have a history.
    let mut cids: Vec<String> = (0..count).map(|i| format!("{}", 5000 + 3 * at + i)).collect();
    if at == PARTLY_UNKNOWN {
        cids.extend(["unknown-1".to_owned(), "unknown-2".to_owned()]);
    }
    let mut payload = json!({"action": action, Cid::FIELD: cids});
    let payload = payload.as_object_mut().map(std::mem::take).unwrap_or_default();
    let mut url = url.clone();
    url.set_path(path);
    let batch_id =
        at.is_multiple_of(3).then(|| BatchId::new(format!("{user}-{}", 1 + at / 3))).transpose()?;
    let action = SetAction::new(UserId::new(user)?, url, payload)?;
    Ok(action.with_batch_id(batch_id).with_retry_of(retry_of))
}
