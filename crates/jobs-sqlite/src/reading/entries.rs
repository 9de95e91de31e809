//! From rows to entries. Every value passes the same checks as when it was written, so that a row
//! that was tampered with is reported as damage, or no longer fits the tree.

use std::fmt::Display;
use std::sync::OnceLock;

use jobs_core::backend;
use jobs_core::merkle::Hash;
use jobs_core::{
    ActionCode, Cause, CustomerSet, Draft, Entry, Error, ImportedJob, Index, JobFacts, JobId,
    NewJob, NewNote, NoteText, Original, Outcome, OutcomeCounts, OutcomeMessage, Outcomes,
    RequestPayload, Result, Source, StatusChange, UserId,
};
use rusqlite::Connection;
use rusqlite::types::ValueRef;

use crate::error::{Context, corrupt, in_entry};
use crate::format::codes::{kind, status_from_sql, to_sql};
use crate::format::digests::Digests;
use crate::format::term_array::{customers_of, terms_in};
use crate::reading::cells::{Cells, Column, Positions};
use crate::reading::texts::Texts;
use crate::reading::values::{
    count, details, index, job_id, optional, optional_index, optional_job_id, optional_text,
    optional_time, request_key, required, source, text, time,
};

/// The columns of an entry; `read_entry` reads them by name. What a row refers to is left-joined,
/// so that a dangling reference gives a missing value and not a missing row. `{bytes}` is for
/// [`BYTES`] or nothing.
///
/// Texts are not joined: nearly all of them were used by an earlier entry, and [`Texts`] remembers
/// those.
const ENTRY: &str =
    "SELECT {bytes} e.idx, e.kind, e.recorded_at, e.previous, e.job, e.job_id, j.job_id AS job_of_entry,
        e.user, e.submitted_by, e.source, e.action, e.action_code, e.batch, e.cluster,
        e.retry_of, r.job_id AS retried, e.created_at, e.updated_at, e.status, e.cause, e.http_status,
        e.customer_count, e.customers_root, e.outcome_count, e.outcomes_root, e.named_success, e.named_failed,
        e.named_unconfirmed, e.payload_sha256, e.original_sha256, e.error_message, e.text, e.response_summary, e.outcomes,
        e.customers, e.request_payload, e.original, e.request_key, e.leaf_hash
   FROM entry AS e
   LEFT JOIN entry AS j ON j.idx = e.job
   LEFT JOIN entry AS r ON r.idx = e.retry_of";

/// The columns in which a row of each kind has no value: no leaf holds one there, and a list might
/// serve it.
pub(crate) const NOT_OF_CREATED: [Column; 17] = [
    Column::Job,
    Column::CreatedAt,
    Column::UpdatedAt,
    Column::Status,
    Column::Cause,
    Column::HttpStatus,
    Column::ErrorMessage,
    Column::Text,
    Column::Outcomes,
    Column::ResponseSummary,
    Column::Original,
    Column::OriginalSha256,
    Column::OutcomeCount,
    Column::OutcomesRoot,
    Column::NamedSuccess,
    Column::NamedFailed,
    Column::NamedUnconfirmed,
];
pub(crate) const NOT_OF_IMPORTED: [Column; 10] = [
    Column::Job,
    Column::RetryOf,
    Column::Text,
    Column::Outcomes,
    Column::RequestKey,
    Column::OutcomeCount,
    Column::OutcomesRoot,
    Column::NamedSuccess,
    Column::NamedFailed,
    Column::NamedUnconfirmed,
];

/// Those of entries that create no job; each of the two kinds has more.
const NOT_OF_LATER: [Column; 17] = [
    Column::JobId,
    Column::SubmittedBy,
    Column::Source,
    Column::Action,
    Column::ActionCode,
    Column::Batch,
    Column::Cluster,
    Column::RetryOf,
    Column::CreatedAt,
    Column::UpdatedAt,
    Column::CustomerCount,
    Column::Customers,
    Column::RequestPayload,
    Column::Original,
    Column::CustomersRoot,
    Column::PayloadSha256,
    Column::OriginalSha256,
];
pub(crate) const NOT_OF_CHANGED: [Column; 1] = [Column::Text];
pub(crate) const NOT_OF_NOTE: [Column; 11] = [
    Column::Status,
    Column::Cause,
    Column::HttpStatus,
    Column::ErrorMessage,
    Column::Outcomes,
    Column::ResponseSummary,
    Column::OutcomeCount,
    Column::OutcomesRoot,
    Column::NamedSuccess,
    Column::NamedFailed,
    Column::NamedUnconfirmed,
];

/// About what an entry takes in memory; lengths are read without the texts. A customer is 6 to 8
/// bytes as a term in JSON and about 60 as a cid.
const BYTES: &str = "coalesce(octet_length(e.error_message), 0) + coalesce(octet_length(e.text), 0)
        + 8 * coalesce(octet_length(e.outcomes), 0) + 8 * coalesce(octet_length(e.customers), 0) + coalesce(octet_length(e.response_summary), 0)
        + coalesce(octet_length(e.request_payload), 0) + coalesce(octet_length(e.original), 0) AS bytes,";

/// The entry at `index`.
pub(crate) fn entry(sql: &Connection, index: Index) -> Result<Option<Entry>> {
    Ok(entries(sql, index, 1, 0)?.pop())
}

/// At most `limit` entries from `from` on; the page ends early before its entries take more than
/// `bytes_max`, but has one entry at least.
pub(crate) fn entries(
    sql: &Connection,
    from: Index,
    limit: usize,
    bytes_max: usize,
) -> Result<Vec<Entry>> {
    const DOING: &str = "reading entries";
    static AT: OnceLock<Positions> = OnceLock::new();
    let Ok(first) = i64::try_from(from) else { return Ok(Vec::new()) };
    let select = ENTRY.replace("{bytes}", BYTES) + " WHERE e.idx >= ?1 ORDER BY e.idx LIMIT ?2";
    let mut statement = sql.prepare_cached(&select).doing(DOING)?;
    let at = AT.get_or_init(|| Positions::of(&statement));
    let mut texts = Texts::of(sql, limit)?;
    let mut rows = statement.query((first, to_sql(limit as u64)?)).doing(DOING)?;
    let mut page = Vec::new();
    let mut customers = Vec::new();
    let mut bytes = 0;
    for expected in from.. {
        let Some(row) = rows.next().doing(DOING)? else { break };
        let row = Cells::new(row, at);
        bytes += count(row, Column::Bytes)?;
        if bytes > bytes_max && !page.is_empty() {
            break;
        }
        if index(row, Column::Idx)? != expected {
            return Err(corrupt(format!("entry {expected} is missing")));
        }
        page.push(read_entry(row, &mut texts, &mut customers).map_err(in_entry(expected))?);
    }
    Ok(page)
}

/// An entry as it is served; the stored hash of its leaf; and, as they stand in the row, the terms
/// of its user and action and what it is found by.
pub(crate) struct Kept<'r> {
    pub(crate) entry: Result<Entry>,
    pub(crate) leaf_hash: Option<[u8; 32]>,
    /// What is kept beside its lists and texts, and of the customers whom it and the change before
    /// it name.
    pub(crate) digests: Result<Digests>,
    pub(crate) named: Result<OutcomeCounts>,
    pub(crate) user: Option<i64>,
    pub(crate) action: Option<i64>,
    pub(crate) batch: Option<i64>,
    /// The terms of its customers, where it is a job's first entry and can be read.
    pub(crate) customers: &'r [i64],
    pub(crate) job_id: ValueRef<'r>,
    pub(crate) request_key: ValueRef<'r>,
    pub(crate) retry_of: ValueRef<'r>,
}

/// Reads every row from `first` up to `past`, each separately: damage in one is no reason to stop.
pub(crate) fn scan(
    sql: &Connection,
    texts: &mut Texts<'_>,
    first: Index,
    past: Index,
    mut each: impl FnMut(Index, Kept<'_>) -> Result<()>,
) -> Result<()> {
    const DOING: &str = "reading entries";
    static AT: OnceLock<Positions> = OnceLock::new();
    let select = ENTRY.replace("{bytes}", "") + " WHERE e.idx >= ?1 AND e.idx < ?2 ORDER BY e.idx";
    let mut statement = sql.prepare_cached(&select).doing(DOING)?;
    let at = AT.get_or_init(|| Positions::of(&statement));
    let mut rows = statement.query((to_sql(first)?, to_sql(past)?)).doing(DOING)?;
    let mut customers = Vec::new();
    while let Some(row) = rows.next().doing(DOING)? {
        let row = Cells::new(row, at);
        let index = index(row, Column::Idx)?;
        let entry = read_entry(row, texts, &mut customers).map_err(in_entry(index));
        let leaf_hash = row.get(Column::LeafHash).ok();
        let digests = digests(row);
        let named = named(row);
        let [user, action, batch] = [Column::User, Column::Action, Column::Batch]
            .map(|column| row.get(column).ok().flatten());
        let [job_id, request_key, retry_of] = [Column::JobId, Column::RequestKey, Column::RetryOf]
            .map(|column| row.get_ref(column).unwrap_or(ValueRef::Null));
        let customers = &customers[..];
        each(
            index,
            Kept {
                entry,
                leaf_hash,
                digests,
                named,
                user,
                action,
                batch,
                customers,
                job_id,
                request_key,
                retry_of,
            },
        )?;
    }
    Ok(())
}

/// Reads a row; the terms of a job's customers are left in `customers`.
fn read_entry(row: Cells<'_>, texts: &mut Texts<'_>, customers: &mut Vec<i64>) -> Result<Entry> {
    customers.clear();
    let draft = match row.get::<i64>(Column::Kind)? {
        kind::JOB_CREATED => Draft::from(read_new_job(row, texts, customers)?),
        kind::JOB_IMPORTED => Draft::from(read_imported(row, texts, customers)?),
        kind::STATUS_CHANGED => Draft::from(read_change(row, texts)?),
        kind::NOTE_ADDED => Draft::from(read_note(row, texts)?),
        other => return Err(corrupt(format!("column kind: there is no kind {other}"))),
    };
    let previous = optional_index(row, Column::Previous)?;
    Ok(backend::restore(index(row, Column::Idx)?, time(row, Column::RecordedAt)?, previous, draft))
}

/// What the row keeps beside its lists and texts.
pub(crate) fn digests(row: Cells<'_>) -> Result<Digests> {
    let hash = |column| optional(row, column, |bytes| Ok(Hash::from_bytes(bytes)));
    Ok(Digests {
        customers_root: hash(Column::CustomersRoot)?,
        outcome_count: optional_index(row, Column::OutcomeCount)?,
        outcomes_root: hash(Column::OutcomesRoot)?,
        payload: hash(Column::PayloadSha256)?,
        original: hash(Column::OriginalSha256)?,
    })
}

/// How many customers the row says that it and the job's change before it name.
pub(crate) fn named(row: Cells<'_>) -> Result<OutcomeCounts> {
    let counts = [Column::NamedSuccess, Column::NamedFailed, Column::NamedUnconfirmed];
    if counts.iter().all(|column| row.get_ref(*column) == Ok(ValueRef::Null)) {
        return Ok(OutcomeCounts::default());
    }
    let [success, failed, unconfirmed] = counts.map(|column| count(row, column));
    let named = OutcomeCounts { success: success?, failed: failed?, unconfirmed: unconfirmed? };
    if named.named() == 0 {
        return Err(corrupt("columns named_success to named_unconfirmed: are zeros, not empty"));
    }
    Ok(named)
}

/// Checks that a row has no value where its kind has none.
pub(crate) fn check_absent(row: Cells<'_>, columns: &[Column]) -> Result<()> {
    for column in columns {
        if row.get_ref(*column) != Ok(ValueRef::Null) {
            let name = column.name();
            return Err(corrupt(format!(
                "column {name}: has a value, and an entry of its kind has none"
            )));
        }
    }
    Ok(())
}

fn read_new_job(row: Cells<'_>, texts: &mut Texts<'_>, customers: &mut Vec<i64>) -> Result<NewJob> {
    check_absent(row, &NOT_OF_CREATED)?;
    let customers = read_customers(row, texts, customers)?;
    let job = NewJob::from_facts(job_id(row, Column::JobId)?, read_facts(row, texts)?, customers)?
        .with_request_payload(optional_text(row, Column::RequestPayload, RequestPayload::new)?)
        .with_source(source(row)?)
        .with_retry_of(read_retry_of(row)?)
        .with_request_key(request_key(row)?);
    Ok(job)
}

fn read_imported(
    row: Cells<'_>,
    texts: &mut Texts<'_>,
    customers: &mut Vec<i64>,
) -> Result<ImportedJob> {
    check_absent(row, &NOT_OF_IMPORTED)?;
    let customers = read_customers(row, texts, customers)?;
    if source(row)? != Source::Import {
        return Err(corrupt("column source: is not that of an import"));
    }
    let details = details(row)?;
    if details.cause != Cause::Imported {
        return Err(corrupt("column cause: is not that of an import"));
    }
    let created_at = time(row, Column::CreatedAt)?;
    let id = job_id(row, Column::JobId)?;
    let facts = read_facts(row, texts)?;
    let import = ImportedJob::new(id, facts, customers, created_at, details)
        .with_updated_at(optional_time(row, Column::UpdatedAt)?)
        .with_request_payload(optional_text(row, Column::RequestPayload, RequestPayload::new)?)
        .with_original(optional_text(row, Column::Original, Original::new)?);
    Ok(import)
}

fn read_change(row: Cells<'_>, texts: &mut Texts<'_>) -> Result<StatusChange> {
    check_absent(row, &NOT_OF_CHANGED)?;
    let (job_id, actor) = read_later(row, texts)?;
    let details = details(row)?;
    let outcomes = read_outcomes(row, texts)?;
    Ok(StatusChange { job_id, actor, details, outcomes, request_key: request_key(row)? })
}

fn read_note(row: Cells<'_>, texts: &mut Texts<'_>) -> Result<NewNote> {
    check_absent(row, &NOT_OF_NOTE)?;
    let (job_id, actor) = read_later(row, texts)?;
    let text = text(row, Column::Text, NoteText::new)?;
    Ok(NewNote { job_id, actor, text, request_key: request_key(row)? })
}

/// Of an entry that creates no job, whose it is and who says what it does.
pub(crate) fn read_later(row: Cells<'_>, texts: &mut Texts<'_>) -> Result<(JobId, UserId)> {
    check_absent(row, &NOT_OF_LATER)?;
    let actor = texts.user(required(row, Column::User, Ok)?)?;
    let job_id = optional_job_id(row, Column::JobOfEntry)?;
    let job_id = job_id.ok_or_else(|| corrupt("column job: leads to no job"))?;
    Ok((job_id, actor))
}

pub(crate) fn read_facts(row: Cells<'_>, texts: &mut Texts<'_>) -> Result<JobFacts> {
    let submitted_by: Option<i64> = row.get(Column::SubmittedBy)?;
    let batch: Option<i64> = row.get(Column::Batch)?;
    let cluster: Option<i64> = row.get(Column::Cluster)?;
    let user: i64 = required(row, Column::User, Ok)?;
    if submitted_by == Some(user) {
        // The leaf of such a job is that of one without, and the view would show another.
        return Err(corrupt("column submitted_by: names the job's own user"));
    }
    Ok(JobFacts {
        user_id: texts.user(user)?,
        submitted_by: submitted_by.map(|term| texts.user(term)).transpose()?,
        batch_id: batch.map(|term| texts.batch(term)).transpose()?,
        action_code: required(row, Column::ActionCode, ActionCode::new)?,
        action_name: texts.action(required(row, Column::Action, Ok)?)?,
        cluster_url: cluster.map(|term| texts.cluster(term)).transpose()?,
    })
}

pub(crate) fn read_retry_of(row: Cells<'_>) -> Result<Option<JobId>> {
    if row.get_ref(Column::RetryOf) == Ok(ValueRef::Null) {
        return Ok(None);
    }
    let retried = optional_job_id(row, Column::Retried)?;
    retried.map(Some).ok_or_else(|| corrupt("column retry_of: leads to no job"))
}

fn read_customers(
    row: Cells<'_>,
    texts: &mut Texts<'_>,
    customers: &mut Vec<i64>,
) -> Result<CustomerSet> {
    let counted = count(row, Column::CustomerCount)?;
    let mut cids = Vec::with_capacity(counted.min(CustomerSet::COUNT_MAX));
    for term in terms_in(customers_of(row.get_ref(Column::Customers))?) {
        let term = term?;
        customers.push(term);
        cids.push(texts.customer(term)?);
    }
    let root = texts.root(&cids, customers);
    let set = CustomerSet::from_sorted(cids)?;
    let found = set.len();
    if found != counted {
        return Err(corrupt(format!("column customer_count: is {counted} for {found} customers")));
    }
    Ok(match root {
        Some(root) => set.with_root(root),
        None => set,
    })
}

fn read_outcomes(row: Cells<'_>, texts: &mut Texts<'_>) -> Result<Outcomes> {
    let Some(json) = row.get::<Option<Box<str>>>(Column::Outcomes)? else {
        return Ok(Outcomes::default());
    };
    let in_column = |error: &dyn Display| corrupt(format!("column outcomes: {error}"));
    let parsed: Vec<(i64, i64, Option<Box<str>>)> =
        serde_json::from_str(&json).map_err(|error| in_column(&error))?;
    if serde_json::to_string(&parsed).ok().as_deref() != Some(&*json) {
        return Err(in_column(&"is not spelt as we write it"));
    }
    let outcomes = parsed.into_iter().map(|(term, status, message)| {
        let message = message.map(OutcomeMessage::new).transpose()?;
        Ok(Outcome { cid: texts.customer(term)?, status: status_from_sql(status)?, message })
    });
    let outcomes = outcomes.collect::<Result<Vec<_>>>().map_err(|error| match error {
        Error::Corrupt(what) => in_column(&what),
        other => in_column(&other),
    })?;
    // An empty list is stored as no value.
    if outcomes.is_empty() || !outcomes.is_sorted_by(|a, b| a.cid < b.cid) {
        return Err(in_column(&"is not spelt as we write it"));
    }
    Outcomes::new(outcomes).map_err(|error| in_column(&error))
}

#[cfg(test)]
mod tests {
    use jobs_core::{ActionName, Cid, Timestamp};

    use super::*;
    use crate::file::connection;
    use crate::tests::support;
    use crate::writing::batch;
    use crate::writing::terms::Terms;

    fn ledger(drafts: Vec<Draft>) -> (Connection, tempfile::TempDir) {
        let folder = tempfile::tempdir().unwrap();
        let mut sql = connection::open_writer(&folder.path().join("jobs.db")).unwrap();
        let written = batch::run(&mut sql, &mut Terms::new(), |batch| {
            let mut drafts = drafts.into_iter();
            drafts.try_for_each(|draft| batch.append(draft, Timestamp::now())?.map(drop))
        });
        written.unwrap();
        (sql, folder)
    }

    #[test]
    fn a_page_of_entries_is_bounded_in_bytes() {
        let (sql, _folder) = ledger((0..10).map(|_| support::job(1000)).collect());
        let sizes = |bytes_max| {
            let mut sizes = Vec::new();
            let mut from = 0;
            while from < 10 {
                let page = entries(&sql, from, 10_000, bytes_max).unwrap();
                assert!(page.first().is_some_and(|entry| entry.index() == from));
                sizes.push(page.len());
                from += page.len() as u64;
            }
            sizes
        };
        assert_eq!(sizes(1 << 20), [10]);
        assert_eq!(sizes(4500), [4, 4, 2]);
        assert_eq!(sizes(10), [1; 10], "a page has one entry at least");
    }

    /// Customers and outcomes are counted for what they take in memory, which is more than their
    /// JSON.
    #[test]
    fn a_page_of_entries_is_bounded_in_customers() {
        let customers = |_| {
            let cids = (0..1000).map(|number| Cid::new(format!("customer-{number}")).unwrap());
            let customers = CustomerSet::new(cids).unwrap();
            let user = UserId::new("vijay").unwrap();
            let action = ActionName::new("Pay").unwrap();
            NewJob::new(user, ActionCode::new(1).unwrap(), action, customers).unwrap().into()
        };
        let (sql, _folder) = ledger((0..10).map(customers).collect());
        let page = entries(&sql, 0, 10, 200_000).unwrap().len();
        assert!((4..=6).contains(&page), "{page} entries with 1000 customers each");
    }
}
