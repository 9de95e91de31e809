//! Records that a restored ledger was accepted, and what was given up.

use jobs_core::{
    ActionCode, ActionName, Appended, Cid, CustomerSet, Draft, Index, JobStore, NewJob, PageLimit,
    RequestPayload, Result, Status, StatusChange, StatusDetails, UserId,
};
use serde_json::{Value, json};

use crate::rollback::Rollback;

/// The action of the job that a restore leaves in the ledger.
const ACTION: &str = "Ledger-Restore";

/// How many entries that job has: its creation, and its success.
const ENTRIES: Index = 2;

/// Records in the ledger that `user` accepted it as it was found. It becomes a job like any other,
/// with the ledger's name as its customer, so that it is listed, searched and proved like any
/// other.
///
/// # Errors
/// Those of [`JobStore::append`].
pub async fn record_restore(
    store: &dyn JobStore,
    rollback: &Rollback,
    user: UserId,
) -> Result<Appended> {
    let Rollback { origin, anchors, head, .. } = rollback;
    let anchors: Vec<_> = anchors.iter().map(|anchor| anchor.display().to_string()).collect();
    let payload = json!({
        "anchors": anchors,
        "lost": lost(rollback),
        "found": {"size": head.size(), "root": head.root()},
    });
    let customers = CustomerSet::new([Cid::new(ledger_name(origin.as_str()))?])?;
    let job = NewJob::new(user.clone(), ActionCode::UNKNOWN, ActionName::new(ACTION)?, customers)?
        .with_request_payload(Some(RequestPayload::new(payload.to_string())?));
    let details = StatusDetails::new(Status::Success);
    let outcomes = jobs_core::Outcomes::default();
    let change =
        StatusChange { job_id: job.job_id(), actor: user, details, outcomes, request_key: None };
    // Both or none: with only the first in the ledger, the next start would find nothing wrong.
    let mut answers = store.append(vec![job.into(), change.into()]).await?.into_iter();
    answers.next().transpose()?;
    answers.next().unwrap_or(Err(jobs_core::Error::Closed))
}

/// What is known of the entries that are gone: null when no anchor knew.
fn lost(rollback: &Rollback) -> Value {
    let known = rollback.checkpoint.as_ref();
    known.map_or(Value::Null, |known| json!({"size": known.size, "root": known.root}))
}

/// How many entries the ledger had when this very loss was accepted and recorded, if that is the
/// last thing it has recorded: the process was then killed before it had replaced the anchors'
/// checkpoints.
///
/// # Errors
/// Those of [`JobStore::entries`].
pub async fn recorded_at(store: &dyn JobStore, rollback: &Rollback) -> Result<Option<Index>> {
    let Some(size) = rollback.head.size().checked_sub(ENTRIES) else { return Ok(None) };
    let Some(entry) = store.entries(size, PageLimit::new(1)?).await?.into_iter().next() else {
        return Ok(None);
    };
    let Draft::JobCreated(job) = entry.draft() else { return Ok(None) };
    let payload = job.request_payload().map(|payload| serde_json::from_str(payload.as_str()));
    let Some(Ok::<Value, _>(payload)) = payload else { return Ok(None) };
    let is_record = job.facts().action_name.as_str() == ACTION
        && payload["found"]["size"] == size
        && payload["lost"] == lost(rollback);
    Ok(is_record.then_some(size))
}

/// A ledger's name may be longer than a cid.
fn ledger_name(origin: &str) -> &str {
    let mut end = origin.len().min(128);
    while !origin.is_char_boundary(end) {
        end -= 1;
    }
    &origin[..end]
}
