//! Converts an old row to a job of the ledger, or says why it cannot.

use std::collections::BTreeSet;

use jobs_core::{Cid, CustomerSet, ErrorMessage, ImportedJob, JobFacts, JobId, StatusDetails};
use serde_json::json;

use super::audit::AuditRecord;
use super::cell::Cell;
use super::customers::RowCustomers;
use super::fields::Fields;
use super::key::Key;
use super::notes::Notes;
use super::payload;
use super::status::{self, Meaning};
use super::table::OldRow;
use super::times::{self, Moment, UtcOffset};

/// The columns that have a field here.
const KNOWN_COLUMNS: [&str; 13] = [
    "job_id",
    "user_id",
    "batch_id",
    "action_code",
    "action_name",
    "cluster_url",
    "created_at",
    "request_payload",
    "response_summary",
    "status",
    "http_status",
    "error_message",
    "updated_at",
];

/// Turns the row, which has these `customers`, into a job; `audit` is the row of the audit log that
/// belongs to it.
///
/// # Errors
/// Why it cannot be imported.
pub(super) fn job(
    row: &OldRow<'_>,
    (job_id, key): (JobId, Key),
    customers: &RowCustomers,
    audit: Option<AuditRecord>,
    offset: UtcOffset,
) -> Result<(ImportedJob, Notes), String> {
    let mut fields = Fields::new(row);
    keep_raw(&mut fields, job_id);
    keep_names(&mut fields, &key, customers);
    let facts = JobFacts {
        action_code: fields.action_code(key.action_name.as_str()),
        user_id: key.user_id,
        submitted_by: None,
        action_name: key.action_name,
        batch_id: fields.batch_id(),
        cluster_url: fields.cluster_url(),
    };
    let details = details(&mut fields);
    let (request_payload, named) = fields.request_payload();
    fields.notes.payload_names_others = named.is_some_and(|named| differs(&named, &key.customers));
    let updated = updated(&mut fields, offset);
    let created = key.created;
    fields.notes.local_time = created.local || updated.is_some_and(|moment| moment.local);
    fields.notes.updated_before_created = updated.is_some_and(|updated| updated.at < created.at);
    if fields.notes.local_time {
        fields.original.keep_json("utc_offset", offset.to_string().into());
    }
    if let Some(audit) = audit {
        if audit.respelt {
            fields.notes.respelt.push("audit");
        }
        fields.original.keep_json("audit", audit.row);
    }
    fields.notes.redacted |= fields.original.redacted();
    let original = fields.original.finish().map_err(|error| error.to_string())?;
    let job = ImportedJob::new(job_id, facts, key.customers, created.at, details)
        .with_updated_at(updated.map(|moment| moment.at))
        .with_request_payload(request_payload)
        .with_original(Some(original));
    Ok((job, fields.notes))
}

/// Keeps the raw spellings, and the columns that have no field here.
fn keep_raw(fields: &mut Fields<'_, '_>, job_id: JobId) {
    let row = fields.row;
    fields.original.keep("status", row.get("status"));
    fields.original.keep("created_at", row.get("created_at"));
    if !row.get("updated_at").is_null() {
        fields.original.keep("updated_at", row.get("updated_at"));
    }
    if *row.get("job_id") != Cell::Text(job_id.to_string()) {
        fields.original.keep("job_id", row.get("job_id"));
    }
    let known = |name: &str| KNOWN_COLUMNS.iter().any(|known| known.eq_ignore_ascii_case(name));
    for (name, cell) in row.iter().filter(|(name, cell)| !known(name) && !cell.is_null()) {
        fields.original.keep_column(name, cell);
    }
}

/// Keeps the spellings of names that are recorded without invisible characters.
fn keep_names(fields: &mut Fields<'_, '_>, key: &Key, customers: &RowCustomers) {
    for (column, name) in
        [("user_id", key.user_id.as_str()), ("action_name", key.action_name.as_str())]
    {
        if fields.row.get(column).text().ok().flatten().is_some_and(|raw| raw != name) {
            fields.respelt(column);
        }
    }
    if !customers.respelt.is_empty() {
        fields.notes.respelt.push(Cid::FIELD);
        fields.original.keep_json(Cid::FIELD, json!(customers.respelt));
    }
}

fn details(fields: &mut Fields<'_, '_>) -> StatusDetails {
    let raw = fields.row.get("status");
    let text = raw.text().ok().flatten().map(|text| payload::recordable(&text).text);
    let Meaning { status, reason } = status::meaning(text.as_deref());
    fields.notes.status = Some((raw.shown(), status));
    let http_status = fields.http_status();
    let mut error_message = fields.error_message();
    if let Some(reason) = reason
        && error_message.as_ref().is_none_or(|message| message.as_str().trim().is_empty())
    {
        // The field has our message, so the record keeps the old one: NULL, or white space.
        fields.original.keep("error_message", fields.row.get("error_message"));
        error_message = Some(ErrorMessage::shortened(&reason));
    }
    let response_summary = fields.response_summary();
    StatusDetails { http_status, error_message, response_summary, ..StatusDetails::new(status) }
}

fn updated(fields: &mut Fields<'_, '_>, offset: UtcOffset) -> Option<Moment> {
    let text = fields.row.get("updated_at").text();
    let moment = text.transpose()?.and_then(|text| times::read(&text, offset));
    if moment.is_err() {
        fields.misfit("updated_at");
    }
    moment.ok()
}

fn differs(named: &[String], customers: &CustomerSet) -> bool {
    let named: BTreeSet<&str> = named.iter().map(String::as_str).collect();
    !named.iter().copied().eq(customers.iter().map(Cid::as_str))
}
