//! An entry as the server gives it, rebuilt from its members, and compared with all that it says.

use jobs_core::backend::restore;
use jobs_core::{
    Cid, CustomerSet, Draft, Entry, Error, ImportedJob, Index, JobFacts, NewJob, NewNote, Outcomes,
    StatusChange,
};
use jobs_sqlite::verify::Finding;
use serde::{Deserialize as _, Serialize};
use serde_json::{Map, Value};

use crate::api::{
    self, JobCreatedEntry, JobImportedEntry, NoteAddedEntry, Position, StatusChangedEntry,
};

/// The most characters of a value that a finding shows; a payload has up to 16 MiB.
const SHOWN_CHARS_MAX: usize = 500;

/// The entry that is served for `index`, or what is wrong with it.
pub(super) fn entry(value: &Value, index: Index) -> Result<Entry, Finding> {
    let unreadable = |error: String| {
        let job_id = value["job_id"].as_str().and_then(|id| id.parse().ok());
        Finding::new(index, format!("no entry of a ledger: {error}")).of_job(job_id)
    };
    let position = Position::deserialize(value).map_err(|error| unreadable(error.to_string()))?;
    if position.index != index {
        let found = Finding::new(index, "is missing: the server gave another entry");
        let found = found.of_job(position.job_id);
        return Err(found.stored(position.index).expected(index));
    }
    let served = api::Entry::read(value).map_err(unreadable)?;
    let draft = draft(&position, served).map_err(|error| unreadable(error.to_string()))?;
    Ok(restore(index, position.recorded_at, position.previous, draft))
}

/// What was recorded, if the served entry keeps the rules for it.
fn draft(position: &Position, served: api::Entry) -> Result<Draft, Error> {
    let job_id = position.job_id;
    match served {
        api::Entry::JobCreated(JobCreatedEntry { job, .. }) => {
            let customers = customer_set(job.customers)?;
            Ok(NewJob::from_facts(job_id, canonical(job.facts)?, customers)?
                .with_request_payload(job.request_payload)
                .with_source(job.source)
                .with_retry_of(job.retry_of)
                .with_request_key(position.request_key)
                .into())
        }
        api::Entry::JobImported(JobImportedEntry {
            job, details, updated_at, original, ..
        }) => {
            let customers = customer_set(job.customers)?;
            let facts = canonical(job.facts)?;
            Ok(ImportedJob::new(job_id, facts, customers, job.created_at, details)
                .with_updated_at(updated_at)
                .with_request_payload(job.request_payload)
                .with_original(original)
                .into())
        }
        api::Entry::StatusChanged(StatusChangedEntry { details, actor, outcomes, .. }) => {
            let outcomes = Outcomes::new(outcomes)?;
            let request_key = position.request_key;
            Ok(StatusChange { job_id, actor, details, outcomes, request_key }.into())
        }
        api::Entry::NoteAdded(NoteAddedEntry { actor, text, .. }) => {
            Ok(NewNote { job_id, actor, text, request_key: position.request_key }.into())
        }
    }
}

fn customer_set(customers: Option<Vec<Cid>>) -> Result<CustomerSet, Error> {
    CustomerSet::new(customers.ok_or_else(|| Error::invalid("customers", "are missing"))?)
}

/// The facts, which name nobody twice: what the leaf leaves out, no reader may be shown.
fn canonical(facts: JobFacts) -> Result<JobFacts, Error> {
    if facts.submitted_by.as_ref() == Some(&facts.user_id) {
        return Err(Error::invalid("submitted_by", "is the job's own user"));
    }
    Ok(facts)
}

/// The customers of the job that `entry` creates.
pub(super) fn customers(entry: &Entry) -> Option<&CustomerSet> {
    match entry.draft() {
        Draft::JobCreated(job) => Some(job.customers()),
        Draft::JobImported(import) => Some(import.job().customers()),
        Draft::StatusChanged(_) | Draft::NoteAdded(_) => None,
    }
}

/// `value` as it is served, if that is an object.
pub(super) fn object(value: &impl Serialize) -> Map<String, Value> {
    match serde_json::to_value(value) {
        Ok(Value::Object(object)) => object,
        _ => Map::new(),
    }
}

/// The first member of what is served that does not say what `entry`, and so its leaf, does:
/// nothing that readers see goes without being hashed. `shown` is the entry as its job's history
/// shows it.
pub(super) fn difference(value: &Value, entry: &Entry, shown: &Value) -> Option<Finding> {
    let mut expected = shown.clone();
    if let Some(customers) = customers(entry) {
        expected["customers"] = serde_json::to_value(customers.as_slice()).unwrap_or_default();
    }
    if *value == expected {
        return None;
    }
    let found = value.as_object()?;
    let expected = expected.as_object()?;
    let (member, found, expected) = first_difference(found, expected)?;
    let what = format!("{member}: is not what the entry's leaf is computed from");
    let finding = Finding::new(entry.index(), what).of_job(entry.job_id());
    Some(finding.stored(found).expected(expected))
}

/// The first member by name that two objects do not have alike, and what each shows there.
pub(super) fn first_difference<'a>(
    found: &'a Map<String, Value>,
    expected: &'a Map<String, Value>,
) -> Option<(&'a str, String, String)> {
    let mut names = found.keys().chain(expected.keys());
    let name = names.find(|name| found.get(*name) != expected.get(*name))?;
    Some((name, show(found.get(name)), show(expected.get(name))))
}

/// A member, or that there is none.
pub(super) fn show(value: Option<&Value>) -> String {
    value.map_or_else(|| "none".into(), |value| clip(value.to_string()))
}

/// The beginning of a text that the server may have made as long as it likes.
pub(super) fn clip(mut text: String) -> String {
    if let Some((end, _)) = text.char_indices().nth(SHOWN_CHARS_MAX) {
        text.replace_range(end.., "…");
    }
    text
}
