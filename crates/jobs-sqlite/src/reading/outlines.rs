//! A job with all its entries, without what may be large: what is kept beside the lists and the
//! payload is read in their place.

use std::sync::OnceLock;

use jobs_core::leaf::{
    Changed, Created, Details, Fact, INLINE_BYTES_MAX, Imported, Leaf, Noted, Subtree, Text,
};
use jobs_core::merkle::Hash;
use jobs_core::{
    Cause, EntryOutline, ErrorMessage, Index, Job, JobOutline, NoteText, OutcomeCounts,
    ResponseSummary, Result, Source, StatusDetails,
};
use rusqlite::Connection;
use rusqlite::types::ValueRef;

use crate::error::{Context, corrupt, in_entry};
use crate::format::codes::{kind, to_sql};
use crate::format::digests::Digests;
use crate::reading::cells::{Cells, Column, Positions};
use crate::reading::entries::{
    NOT_OF_CHANGED, NOT_OF_CREATED, NOT_OF_IMPORTED, NOT_OF_NOTE, check_absent, digests, named,
    read_facts, read_later, read_retry_of,
};
use crate::reading::jobs;
use crate::reading::texts::Texts;
use crate::reading::values::{
    count, details, job_id, optional, optional_index, optional_time, request_key, source, text,
    time,
};

const DOING: &str = "reading a job's entries";

/// The columns of an entry, of what may be large only the length, which SQLite knows without
/// reading it.
const OUTLINE: &str = "SELECT e.kind, e.recorded_at, e.previous, e.job, e.job_id, j.job_id AS job_of_entry,
        e.user, e.submitted_by, e.source, e.action, e.action_code, e.batch, e.cluster,
        e.retry_of, r.job_id AS retried, e.created_at, e.updated_at, e.status, e.cause, e.http_status,
        e.customer_count, e.customers_root, e.outcome_count, e.outcomes_root, e.named_success, e.named_failed,
        e.named_unconfirmed, e.payload_sha256, e.original_sha256, e.error_message, e.text, e.response_summary,
        octet_length(e.outcomes) AS outcomes, octet_length(e.customers) AS customers,
        octet_length(e.request_payload) AS request_payload, octet_length(e.original) AS original, e.request_key
   FROM entry AS e
   LEFT JOIN entry AS j ON j.idx = e.job
   LEFT JOIN entry AS r ON r.idx = e.retry_of
  WHERE e.idx = ?1";

/// The job created at index `first`, with its entries.
pub(crate) fn outline(sql: &Connection, first: i64) -> Result<JobOutline> {
    let mut walk = Walk::new(sql, jobs::job(sql, first)?)?;
    while let Some(index) = walk.next {
        walk.step(index).map_err(in_entry(index))?;
    }
    let Walk { job, request_payload_bytes, mut entries, named, .. } = walk;
    entries.reverse();
    let named = named.unwrap_or_default();
    if named.named() > job.customer_count {
        let what = "names more customers than its job has";
        return Err(corrupt(format!("entry {}: {what}", job.status_index())));
    }
    Ok(JobOutline { job, request_payload_bytes, entries, named })
}

/// A walk along a job's entries, from the newest to the first. It ends even if the file leads in a
/// circle, since each entry must come before the last.
struct Walk<'c> {
    sql: &'c Connection,
    texts: Texts<'c>,
    job: Job,
    /// The entry to come.
    next: Option<Index>,
    request_payload_bytes: Option<usize>,
    /// Newest first.
    entries: Vec<EntryOutline>,
    /// What the newest change of status says.
    named: Option<OutcomeCounts>,
}

impl<'c> Walk<'c> {
    fn new(sql: &'c Connection, job: Job) -> Result<Self> {
        Ok(Self {
            sql,
            texts: Texts::of(sql, 1)?,
            next: Some(job.last_index),
            job,
            request_payload_bytes: None,
            entries: Vec::new(),
            named: None,
        })
    }

    fn step(&mut self, index: Index) -> Result<()> {
        static AT: OnceLock<Positions> = OnceLock::new();
        let mut statement = self.sql.prepare_cached(OUTLINE).doing(DOING)?;
        let at = AT.get_or_init(|| Positions::of(&statement));
        let mut rows = statement.query([to_sql(index)?]).doing(DOING)?;
        let row = rows.next().doing(DOING)?.ok_or_else(|| corrupt("is missing"))?;
        let row = Cells::new(row, at);
        let mut long_texts = Vec::new();
        let leaf = read_leaf(row, &mut self.texts, &mut long_texts)?;
        let first = self.job.index;
        self.next = match leaf.previous() {
            None if index == first => None,
            Some(previous) if (first..index).contains(&previous) => Some(previous),
            _ => return Err(corrupt(format!("column previous: does not lead to entry {first}"))),
        };
        if leaf.job_id != self.job.job_id {
            return Err(corrupt("column job: leads to another job"));
        }
        match leaf.fact {
            Fact::StatusChanged(_) if self.named.is_none() => self.named = Some(named(row)?),
            Fact::JobCreated(_) | Fact::JobImported(_) => {
                self.request_payload_bytes = length(row, Column::RequestPayload)?;
            }
            _ => {}
        }
        self.entries.push(EntryOutline { index, leaf, long_texts });
        Ok(())
    }
}

type LongTexts = Vec<(&'static str, String)>;

fn read_leaf(row: Cells<'_>, texts: &mut Texts<'_>, long: &mut LongTexts) -> Result<Leaf> {
    let digests = digests(row)?;
    let (job_id, fact) = match row.get::<i64>(Column::Kind)? {
        kind::JOB_CREATED => {
            check_absent(row, &NOT_OF_CREATED)?;
            let created = read_created(row, texts, &digests)?;
            (job_id(row, Column::JobId)?, Fact::JobCreated(created))
        }
        kind::JOB_IMPORTED => {
            check_absent(row, &NOT_OF_IMPORTED)?;
            let imported = read_imported(row, texts, &digests, long)?;
            (job_id(row, Column::JobId)?, Fact::JobImported(imported))
        }
        kind::STATUS_CHANGED => {
            check_absent(row, &NOT_OF_CHANGED)?;
            let (job_id, actor) = read_later(row, texts)?;
            let details = split_details(details(row)?, long);
            let outcomes = outcomes(row, &digests)?;
            let request_key = request_key(row)?;
            let previous = previous(row)?;
            (
                job_id,
                Fact::StatusChanged(Changed { previous, actor, details, outcomes, request_key }),
            )
        }
        kind::NOTE_ADDED => {
            check_absent(row, &NOT_OF_NOTE)?;
            let (job_id, actor) = read_later(row, texts)?;
            let text = split(NoteText::FIELD, text(row, Column::Text, NoteText::new)?, long);
            let request_key = request_key(row)?;
            let previous = previous(row)?;
            (job_id, Fact::NoteAdded(Noted { previous, actor, text, request_key }))
        }
        other => return Err(corrupt(format!("column kind: there is no kind {other}"))),
    };
    Ok(Leaf { job_id, recorded_at: time(row, Column::RecordedAt)?, fact })
}

fn read_created(row: Cells<'_>, texts: &mut Texts<'_>, digests: &Digests) -> Result<Created> {
    if row.get_ref(Column::Previous) != Ok(ValueRef::Null) {
        return Err(corrupt("column previous: has a value, and a job's first entry has none"));
    }
    let count = count(row, Column::CustomerCount)? as u64;
    let customers = subtree(Some(count), digests.customers_root, "customers")?;
    let customers = customers.ok_or_else(|| corrupt("column customers_root: is missing"))?;
    Ok(Created {
        facts: read_facts(row, texts)?,
        source: source(row)?,
        retry_of: read_retry_of(row)?,
        customers,
        request_payload: hash_beside(row, Column::RequestPayload, digests.payload)?,
        request_key: request_key(row)?,
    })
}

fn read_imported(
    row: Cells<'_>,
    texts: &mut Texts<'_>,
    digests: &Digests,
    long: &mut LongTexts,
) -> Result<Imported> {
    let job = read_created(row, texts, digests)?;
    if job.source != Source::Import {
        return Err(corrupt("column source: is not that of an import"));
    }
    let details = details(row)?;
    if details.cause != Cause::Imported {
        return Err(corrupt("column cause: is not that of an import"));
    }
    Ok(Imported {
        job,
        created_at: time(row, Column::CreatedAt)?,
        updated_at: optional_time(row, Column::UpdatedAt)?,
        details: split_details(details, long),
        original: hash_beside(row, Column::Original, digests.original)?,
    })
}

fn previous(row: Cells<'_>) -> Result<Index> {
    let previous = optional_index(row, Column::Previous)?;
    previous.ok_or_else(|| corrupt("column previous: is missing"))
}

fn outcomes(row: Cells<'_>, digests: &Digests) -> Result<Option<Subtree>> {
    let outcomes = subtree(digests.outcome_count, digests.outcomes_root, "outcomes")?;
    if outcomes.is_some() != length(row, Column::Outcomes)?.is_some() {
        return Err(corrupt("column outcomes_root: does not fit to column outcomes"));
    }
    Ok(outcomes)
}

fn subtree(count: Option<u64>, root: Option<Hash>, what: &str) -> Result<Option<Subtree>> {
    match (count, root) {
        (Some(count), Some(root)) => Ok(Some(Subtree { count, root })),
        (None, None) => Ok(None),
        _ => Err(corrupt(format!("column {what}_root: stands without its count, or the reverse"))),
    }
}

/// The hash that is kept beside a text.
fn hash_beside(row: Cells<'_>, column: Column, hash: Option<Hash>) -> Result<Option<Hash>> {
    if length(row, column)?.is_some() == hash.is_some() {
        return Ok(hash);
    }
    Err(corrupt(format!("column {}: stands without its hash, or the reverse", column.name())))
}

/// How many bytes there are in a column of which only this is read.
fn length(row: Cells<'_>, column: Column) -> Result<Option<usize>> {
    let length = |bytes: i64| usize::try_from(bytes).map_err(|_| corrupt("is negative"));
    optional(row, column, length)
}

fn split_details(details: StatusDetails, long: &mut LongTexts) -> Details {
    let StatusDetails { status, cause, http_status, error_message, response_summary } = details;
    Details {
        status,
        cause,
        http_status,
        error_message: error_message.map(|text| split(ErrorMessage::FIELD, text, long)),
        response_summary: response_summary.map(|text| split(ResponseSummary::FIELD, text, long)),
    }
}

/// A text as a leaf has it; one that the leaf names by its hash is put into `long`.
fn split<T: AsRef<str>>(member: &'static str, text: T, long: &mut LongTexts) -> Text<T> {
    let whole = text.as_ref();
    if whole.len() <= INLINE_BYTES_MAX {
        return Text::Inline(text);
    }
    let hash = Hash::of(whole.as_bytes());
    long.push((member, whole.to_owned()));
    Text::Sha256(hash)
}
