//! The recorded way forward after a real restore: an entry that says what was given up.

use jobs_core::log::Checkpoint;
use jobs_core::{
    ActionCode, ActionName, Appended, Cid, CustomerSet, JobStore, NewJob, RequestPayload, Result,
    Status, StatusChange, StatusDetails, UserId,
};

use crate::Rollback;

/// The action of the job that a restore leaves in the ledger.
const ACTION: &str = "Ledger-Restore";

/// Records in the ledger that `user` accepted it as it was found. It becomes a job like any other, with the
/// ledger's name as its customer, so that it is listed, searched and proved like any other.
///
/// # Errors
/// Those of [`JobStore::append`].
pub async fn record_restore(
    store: &dyn JobStore,
    rollback: &Rollback,
    user: UserId,
) -> Result<Appended> {
    let Rollback { origin, anchors, checkpoint, head } = rollback;
    let anchors: Vec<_> = anchors.iter().map(|anchor| anchor.display().to_string()).collect();
    let lost = |known: &Checkpoint| serde_json::json!({"size": known.size, "root": known.root});
    let payload = serde_json::json!({
        "anchors": anchors,
        // Null when no anchor knew.
        "lost": checkpoint.as_ref().map(lost),
        "found": {"size": head.size(), "root": head.root()},
    });
    let customers = CustomerSet::new([Cid::new(ledger_name(origin.as_str()))?])?;
    let job = NewJob::new(user.clone(), ActionCode::UNKNOWN, ActionName::new(ACTION)?, customers)?
        .with_request_payload(Some(RequestPayload::new(payload.to_string())?));
    let details = StatusDetails::new(Status::Success);
    let outcomes = jobs_core::Outcomes::default();
    let change =
        StatusChange { job_id: job.job_id(), actor: user, details, outcomes, request_key: None };
    // Both or none: with the first of them in the ledger, the next start would find nothing amiss.
    let mut answers = store.append(vec![job.into(), change.into()]).await?.into_iter();
    answers.next().transpose()?;
    answers.next().unwrap_or(Err(jobs_core::Error::Closed))
}

/// A ledger's name may be longer than a cid.
fn ledger_name(origin: &str) -> &str {
    let mut end = origin.len().min(128);
    while !origin.is_char_boundary(end) {
        end -= 1;
    }
    &origin[..end]
}
