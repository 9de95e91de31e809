//! An entry as the server gives it, built again from its members, and compared with all that it says.

use jobs_core::backend::restore;
use jobs_core::{
    ActionCode, ActionName, BatchId, Cause, Cid, ClusterUrl, CustomerSet, Draft, Entry, Error,
    ErrorMessage, HttpStatus, ImportedJob, Index, JobFacts, JobId, NewJob, Original, Outcome,
    Outcomes, RequestKey, RequestPayload, ResponseSummary, Source, Status, StatusChange,
    StatusDetails, Timestamp, UserId,
};
use jobs_sqlite::verify::Finding;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::verify::findings::{Details as _, finding};

/// What every entry has.
#[derive(Deserialize)]
struct Place {
    index: Index,
    kind: String,
    recorded_at: String,
    previous: Option<Index>,
    job_id: JobId,
}

#[derive(Deserialize)]
#[serde(remote = "JobFacts")]
struct Facts {
    user_id: UserId,
    submitted_by: Option<UserId>,
    batch_id: Option<BatchId>,
    action_code: ActionCode,
    action_name: ActionName,
    cluster_url: Option<ClusterUrl>,
}

#[derive(Deserialize)]
#[serde(remote = "StatusDetails")]
struct Details {
    status: Status,
    cause: Cause,
    http_status: Option<HttpStatus>,
    error_message: Option<ErrorMessage>,
    response_summary: Option<ResponseSummary>,
}

/// What an entry that creates a job has.
#[derive(Deserialize)]
struct Job {
    #[serde(flatten, with = "Facts")]
    facts: JobFacts,
    created_at: String,
    updated_at: Option<String>,
    request_payload: Option<RequestPayload>,
    source: Source,
    retry_of: Option<JobId>,
    request_key: Option<RequestKey>,
    original: Option<Original>,
    customers: Vec<Cid>,
}

/// What a change of a status has besides.
#[derive(Deserialize)]
struct Change {
    actor: UserId,
    outcomes: Vec<Outcome>,
    request_key: Option<RequestKey>,
}

/// The entry that is served for `index`, or what is wrong with it.
pub(super) fn entry(value: &Value, index: Index) -> Result<Entry, Finding> {
    let unreadable = |error: String| {
        let job_id = value["job_id"].as_str().and_then(|id| id.parse().ok());
        finding(index, format!("no entry of a ledger: {error}")).of_job(job_id)
    };
    let place = Place::deserialize(value).map_err(|error| unreadable(error.to_string()))?;
    if place.index != index {
        let found =
            finding(index, "is missing: the server gave another entry").of_job(place.job_id);
        return Err(found.stored(place.index).expected(index));
    }
    build(&place, value).map_err(unreadable)
}

fn build(place: &Place, value: &Value) -> Result<Entry, String> {
    let rule = |error: Error| error.to_string();
    let recorded_at = Timestamp::parse("recorded_at", &place.recorded_at).map_err(rule)?;
    let draft = match place.kind.as_str() {
        "job_created" => created(place.job_id, read(value)?).map_err(rule)?,
        "job_imported" => imported(place.job_id, read(value)?, details(value)?).map_err(rule)?,
        "status_changed" => changed(place.job_id, read(value)?, details(value)?).map_err(rule)?,
        other => return Err(format!("kind: {other:?} is unknown")),
    };
    Ok(restore(place.index, recorded_at, place.previous, draft))
}

fn read<'de, T: Deserialize<'de>>(value: &'de Value) -> Result<T, String> {
    T::deserialize(value).map_err(|error| error.to_string())
}

fn details(value: &Value) -> Result<StatusDetails, String> {
    Details::deserialize(value).map_err(|error| error.to_string())
}

/// The facts, which name nobody twice: what the leaf leaves out, no reader may be shown.
fn canonical(facts: JobFacts) -> Result<JobFacts, Error> {
    if facts.submitted_by.as_ref() == Some(&facts.user_id) {
        return Err(Error::invalid("submitted_by", "is the job's own user"));
    }
    Ok(facts)
}

fn created(job_id: JobId, job: Job) -> Result<Draft, Error> {
    let customers = CustomerSet::new(job.customers)?;
    let facts = canonical(job.facts)?;
    Ok(NewJob::from_facts(job_id, facts, customers)?
        .with_request_payload(job.request_payload)
        .with_source(job.source)
        .with_retry_of(job.retry_of)
        .with_request_key(job.request_key)
        .into())
}

fn imported(job_id: JobId, job: Job, details: StatusDetails) -> Result<Draft, Error> {
    let customers = CustomerSet::new(job.customers)?;
    let created_at = Timestamp::parse("created_at", &job.created_at)?;
    let updated_at =
        job.updated_at.map(|time| Timestamp::parse("updated_at", &time)).transpose()?;
    let facts = canonical(job.facts)?;
    Ok(ImportedJob::new(job_id, facts, customers, created_at, details)
        .with_updated_at(updated_at)
        .with_request_payload(job.request_payload)
        .with_original(job.original)
        .into())
}

fn changed(job_id: JobId, change: Change, details: StatusDetails) -> Result<Draft, Error> {
    let Change { actor, outcomes, request_key } = change;
    let outcomes = Outcomes::new(outcomes)?;
    Ok(StatusChange { job_id, actor, details, outcomes, request_key }.into())
}

/// The customers of the job that `entry` creates.
pub(super) fn customers(entry: &Entry) -> Option<&CustomerSet> {
    match entry.draft() {
        Draft::JobCreated(job) => Some(job.customers()),
        Draft::JobImported(import) => Some(import.job().customers()),
        Draft::StatusChanged(_) => None,
    }
}

/// `value` as it is served, if that is an object.
pub(super) fn object(value: &impl Serialize) -> Map<String, Value> {
    match serde_json::to_value(value) {
        Ok(Value::Object(object)) => object,
        _ => Map::new(),
    }
}

/// The first member of what is served that does not say what `entry`, and so its leaf, does: nothing that readers see
/// goes without being hashed. `shown` is the entry as its job's history shows it.
pub(super) fn difference(value: &Value, entry: &Entry, shown: &Value) -> Option<Finding> {
    let mut expected = shown.clone();
    if let Some(customers) = customers(entry) {
        expected["customers"] = serde_json::to_value(customers.as_slice()).unwrap_or_default();
    }
    if *value == expected {
        return None;
    }
    let (found, expected) = (value.as_object()?, expected.as_object()?);
    let (member, found, expected) = first_difference(found, expected)?;
    let what = format!("{member}: is not what the entry's leaf is computed from");
    let finding = finding(entry.index(), what).of_job(entry.job_id());
    Some(finding.stored(show(found)).expected(show(expected)))
}

/// The first member by name that two objects do not have alike, and what it is in each.
pub(super) fn first_difference<'a>(
    found: &'a Map<String, Value>,
    expected: &'a Map<String, Value>,
) -> Option<(&'a str, Option<&'a Value>, Option<&'a Value>)> {
    let names = found.keys().chain(expected.keys());
    let mut all = names.map(|name| (name.as_str(), found.get(name), expected.get(name)));
    all.find(|(_, found, expected)| found != expected)
}

/// A member, or that there is none.
pub(super) fn show(value: Option<&Value>) -> String {
    value.map_or_else(|| "none".into(), Value::to_string)
}
