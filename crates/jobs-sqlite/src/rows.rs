//! From rows to entries and jobs. Every value passes the same checks as when it was written, so that a row
//! that was tampered with is reported as damage, or no longer fits the tree.

use std::fmt::Display;
use std::sync::OnceLock;

use jobs_core::backend;
use jobs_core::merkle::Hash;
use jobs_core::{
    ActionCode, ActionName, BatchId, Cause, Cid, ClusterUrl, CustomerSet, Draft, Entry, Error,
    ErrorMessage, HttpStatus, ImportedJob, Index, Job, JobDetail, JobFacts, JobId, NewJob,
    Original, Outcome, OutcomeMessage, Outcomes, RequestKey, RequestPayload, ResponseSummary,
    Result, Source, Status, StatusChange, StatusDetails, Timestamp, UserId,
};
use rusqlite::types::ValueRef;
use rusqlite::{Connection, OptionalExtension};
use uuid::Uuid;

use crate::cells::{Cells, Column, Positions};
use crate::codes::{cause_from_sql, kind, source_from_sql, status_from_sql};
use crate::error::{Context, corrupt, in_entry};
use crate::texts::Texts;

/// The columns of an entry; `read_entry` reads them by name. What a row refers to is joined from the left, so that a
/// reference to nothing is a value that is missing and not a row that is. `{bytes}` is for [`BYTES`] or nothing.
///
/// Texts are not joined: nearly all of them are those of an entry before, which [`Texts`] remembers.
const ENTRY: &str =
    "SELECT {bytes} e.idx, e.kind, e.recorded_at, e.previous, e.job, e.job_id, j.job_id AS job_of_change,
        e.user, e.submitted_by, e.source, e.action, e.action_code, e.batch, e.cluster,
        e.retry_of, r.job_id AS retried, e.created_at, e.updated_at, e.status, e.cause, e.http_status,
        e.customer_count, e.error_message, e.outcomes, e.customers, e.response_summary, e.request_payload,
        e.original, e.request_key, e.leaf_hash
   FROM entry AS e
   LEFT JOIN entry AS j ON j.idx = e.job
   LEFT JOIN entry AS r ON r.idx = e.retry_of";

/// The columns in which a row of each kind has no value: no leaf holds one there, and a list might serve it.
const NOT_OF_CREATED: [Column; 10] = [
    Column::Job,
    Column::CreatedAt,
    Column::UpdatedAt,
    Column::Status,
    Column::Cause,
    Column::HttpStatus,
    Column::ErrorMessage,
    Column::Outcomes,
    Column::ResponseSummary,
    Column::Original,
];
const NOT_OF_IMPORTED: [Column; 4] =
    [Column::Job, Column::RetryOf, Column::Outcomes, Column::RequestKey];
const NOT_OF_CHANGED: [Column; 14] = [
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
];

/// About what an entry takes in memory; lengths are read without the texts. A customer is 6 to 8 bytes as a term in JSON
/// and about 60 as a cid.
const BYTES: &str = "coalesce(octet_length(e.error_message), 0) + 8 * coalesce(octet_length(e.outcomes), 0)
        + 8 * coalesce(octet_length(e.customers), 0) + coalesce(octet_length(e.response_summary), 0)
        + coalesce(octet_length(e.request_payload), 0) + coalesce(octet_length(e.original), 0) AS bytes,";

/// The columns of a job as a line of a list. Its status is that of its newest entry, which `job_state` names.
const JOB: &str = "SELECT e.idx, e.job_id, u.value AS user_id, h.value AS submitted_by, b.value AS batch_id, e.action_code,
        a.value AS action_name, c.value AS cluster_url,
        coalesce(e.created_at, e.recorded_at) AS created_at, coalesce(l.status, 0) AS status,
        s.status AS state, coalesce(l.job, l.idx) AS job_of_last, l.cause, l.http_status,
        l.error_message, iif(s.last IS NULL, e.updated_at, l.recorded_at) AS updated_at,
        e.customer_count, e.source, r.job_id AS retry_of, iif(s.last <= s.job, NULL, coalesce(s.last, s.job)) AS last
   FROM entry AS e
   LEFT JOIN job_state AS s ON s.job = e.idx
   LEFT JOIN entry AS l ON l.idx = coalesce(s.last, s.job)
   LEFT JOIN term AS u ON u.id = e.user
   LEFT JOIN term AS h ON h.id = e.submitted_by
   LEFT JOIN term AS a ON a.id = e.action
   LEFT JOIN term AS b ON b.id = e.batch
   LEFT JOIN term AS c ON c.id = e.cluster
   LEFT JOIN entry AS r ON r.idx = e.retry_of
  WHERE e.idx = ?1";

/// The entry at `index`.
pub(crate) fn entry(sql: &Connection, index: Index) -> Result<Option<Entry>> {
    Ok(entries(sql, index, 1, 0)?.pop())
}

/// At most `limit` entries from `from` on; the page ends early before its entries take more than `bytes_max`,
/// but has one entry at least.
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
    let (mut page, mut customers, mut bytes) = (Vec::new(), Vec::new(), 0);
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

/// An entry as it is served, the hash that is kept of its leaf, the terms of its user and action, and what it is found
/// by, as it stands in the row.
pub(crate) struct Kept<'r> {
    pub(crate) entry: Result<Entry>,
    pub(crate) leaf_hash: Option<[u8; 32]>,
    pub(crate) user: Option<i64>,
    pub(crate) action: Option<i64>,
    pub(crate) batch: Option<i64>,
    /// The terms of its customers, where it is a job's first entry and can be read.
    pub(crate) customers: &'r [i64],
    pub(crate) job_id: ValueRef<'r>,
    pub(crate) request_key: ValueRef<'r>,
}

/// Reads every row from `first` up to `past`, each on its own: what is wrong with one is no reason to stop.
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
        let [user, action, batch] = [Column::User, Column::Action, Column::Batch]
            .map(|column| row.get(column).ok().flatten());
        let [job_id, request_key] = [Column::JobId, Column::RequestKey]
            .map(|column| row.get_ref(column).unwrap_or(ValueRef::Null));
        let customers = &customers[..];
        each(
            index,
            Kept { entry, leaf_hash, user, action, batch, customers, job_id, request_key },
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
        other => return Err(corrupt(format!("column kind: there is no kind {other}"))),
    };
    let previous = optional_index(row, Column::Previous)?;
    Ok(backend::restore(index(row, Column::Idx)?, time(row, Column::RecordedAt)?, previous, draft))
}

/// That a row has no value where its kind has none.
fn check_absent(row: Cells<'_>, columns: &[Column]) -> Result<()> {
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
    let (id, facts) = (job_id(row, Column::JobId)?, read_facts(row, texts)?);
    let import = ImportedJob::new(id, facts, customers, created_at, details)
        .with_updated_at(optional_time(row, Column::UpdatedAt)?)
        .with_request_payload(optional_text(row, Column::RequestPayload, RequestPayload::new)?)
        .with_original(optional_text(row, Column::Original, Original::new)?);
    Ok(import)
}

fn read_change(row: Cells<'_>, texts: &mut Texts<'_>) -> Result<StatusChange> {
    check_absent(row, &NOT_OF_CHANGED)?;
    let actor = texts.user(required(row, Column::User, Ok)?)?;
    let job_id = optional_job_id(row, Column::JobOfChange)?;
    let job_id = job_id.ok_or_else(|| corrupt("column job: leads to no job"))?;
    let (details, outcomes) = (details(row)?, read_outcomes(row, texts)?);
    Ok(StatusChange { job_id, actor, details, outcomes, request_key: request_key(row)? })
}

fn read_facts(row: Cells<'_>, texts: &mut Texts<'_>) -> Result<JobFacts> {
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

fn read_retry_of(row: Cells<'_>) -> Result<Option<JobId>> {
    if row.get_ref(Column::RetryOf) == Ok(ValueRef::Null) {
        return Ok(None);
    }
    let retried = optional_job_id(row, Column::Retried)?;
    retried.map(Some).ok_or_else(|| corrupt("column retry_of: leads to no job"))
}

/// The job created at index `first`, as a line of a list.
pub(crate) fn job(sql: &Connection, first: i64) -> Result<Job> {
    const DOING: &str = "reading a job";
    static AT: OnceLock<Positions> = OnceLock::new();
    let mut statement = sql.prepare_cached(JOB).doing(DOING)?;
    let at = AT.get_or_init(|| Positions::of(&statement));
    let mut rows = statement.query([first]).doing(DOING)?;
    let row = rows.next().doing(DOING)?;
    let row = row.ok_or_else(|| corrupt(format!("entry {first} is missing")))?;
    read_job(Cells::new(row, at)).map_err(in_entry(from_sql(first)?))
}

fn read_job(row: Cells<'_>) -> Result<Job> {
    let job = Job {
        job_id: job_id(row, Column::JobId)?,
        facts: facts(row)?,
        created_at: time(row, Column::CreatedAt)?,
        status: status(row)?,
        cause: optional(row, Column::Cause, cause_from_sql)?,
        http_status: optional_http_status(row)?,
        error_message: optional_text(row, Column::ErrorMessage, ErrorMessage::new)?,
        updated_at: optional_time(row, Column::UpdatedAt)?,
        customer_count: count(row, Column::CustomerCount)?,
        source: source(row)?,
        retry_of: optional_job_id(row, Column::RetryOf)?,
        index: index(row, Column::Idx)?,
        last_index: index(row, Column::Last)?,
    };
    let derived = (status_from_sql(row.get(Column::State)?)?, index(row, Column::JobOfLast)?);
    if derived != (job.status, job.index) {
        return Err(corrupt(format!("job_state contradicts entry {}", job.last_index)));
    }
    Ok(job)
}

/// The job created at index `first`, with everything but its customers.
pub(crate) fn detail(sql: &Connection, first: i64) -> Result<JobDetail> {
    const DOING: &str = "reading a job";
    let job = job(sql, first)?;
    let select = "SELECT e.request_payload, l.response_summary, e.original
                    FROM entry AS e, entry AS l WHERE e.idx = ?1 AND l.idx = ?2";
    static AT: OnceLock<Positions> = OnceLock::new();
    let mut statement = sql.prepare_cached(select).doing(DOING)?;
    let at = AT.get_or_init(|| Positions::of(&statement));
    let mut rows = statement.query((first, to_sql(job.last_index)?)).doing(DOING)?;
    let row = rows.next().doing(DOING)?;
    let row = row.ok_or_else(|| corrupt(format!("entry {} is missing", job.last_index)))?;
    read_detail(Cells::new(row, at), job).map_err(in_entry(from_sql(first)?))
}

fn read_detail(row: Cells<'_>, job: Job) -> Result<JobDetail> {
    Ok(JobDetail {
        job,
        request_payload: optional_text(row, Column::RequestPayload, RequestPayload::new)?,
        response_summary: optional_text(row, Column::ResponseSummary, ResponseSummary::new)?,
        original: optional_text(row, Column::Original, Original::new)?,
    })
}

/// How long the text of an ID is.
pub(crate) const ID_LENGTH: usize = uuid::fmt::Hyphenated::LENGTH;

/// An ID as it is looked up, and read in the shell.
pub(crate) fn id_text(text: &mut [u8; ID_LENGTH], job_id: JobId) -> &str {
    job_id.as_uuid().hyphenated().encode_lower(text)
}

/// The index of the entry that created the job.
pub(crate) fn first_of(sql: &Connection, job_id: JobId) -> Result<Option<i64>> {
    // The index alone would answer; the row that it leads to must be the job's.
    let select = "SELECT i.job, e.job_id IS ?2
                    FROM job_by_id AS i LEFT JOIN entry AS e ON e.idx = i.job WHERE i.job_id = ?1";
    let mut statement = sql.prepare_cached(select).doing("looking up a job")?;
    let mut text = [0; ID_LENGTH];
    let key = (id_text(&mut text, job_id), job_id.as_uuid().as_bytes());
    let found = statement.query_row(key, |row| row.try_into()).optional();
    let Some((row, is_it)) = found.doing("looking up a job")? else { return Ok(None) };
    led_to(row, is_it, "job_id").map(Some)
}

/// The row that an index leads to, if it is one that has what was looked for in its `column`.
pub(crate) fn led_to(row: i64, is_it: bool, column: &str) -> Result<i64> {
    if is_it {
        return Ok(row);
    }
    Err(corrupt(format!("the index by {column} leads to row {row}, which has another {column}")))
}

/// The index of the entry that bears the key.
pub(crate) fn request(sql: &Connection, key: RequestKey) -> Result<Option<Index>> {
    const DOING: &str = "looking up a request";
    let select = "SELECT i.idx, e.request_key IS ?1
                    FROM entry AS i LEFT JOIN entry AS e ON e.idx = i.idx WHERE i.request_key = ?1";
    let mut statement = sql.prepare_cached(select).doing(DOING)?;
    let found = statement.query_row([key_bytes(&key)], |row| row.try_into()).optional();
    let Some((row, is_it)) = found.doing(DOING)? else { return Ok(None) };
    from_sql(led_to(row, is_it, "request_key")?).map(Some)
}

pub(crate) fn key_bytes(key: &RequestKey) -> &[u8; 32] {
    key.as_hash().as_bytes()
}

/// The customers of the job created at index `first`: at most `limit` of those after `after`.
pub(crate) fn customers(
    sql: &Connection,
    first: i64,
    after: Option<&Cid>,
    limit: usize,
) -> Result<Vec<Cid>> {
    let terms = with_customers(sql, first, |json| terms_in(json).collect::<Result<Vec<_>>>())?;
    let page = || -> Result<Vec<Cid>> {
        let mut texts = Texts::of(sql, 1)?;
        let start = after.map_or(Ok(0), |after| texts.past(&terms, after))?;
        terms[start..].iter().take(limit).map(|term| texts.customer(*term)).collect()
    };
    page().map_err(in_entry(from_sql(first)?))
}

/// Hands the column `customers` of entry `first` to `read`, as it stands in the row.
pub(crate) fn with_customers<T>(
    sql: &Connection,
    first: i64,
    read: impl FnOnce(&str) -> Result<T>,
) -> Result<T> {
    const DOING: &str = "reading a job's customers";
    let select = "SELECT customers FROM entry WHERE idx = ?1";
    let mut statement = sql.prepare_cached(select).doing(DOING)?;
    let mut rows = statement.query([first]).doing(DOING)?;
    let row = rows.next().doing(DOING)?;
    let row = row.ok_or_else(|| corrupt(format!("entry {first} is missing")))?;
    customers_of(row.get_ref(0)).and_then(read).map_err(in_entry(from_sql(first)?))
}

/// The row's column `customers`, which every job has.
pub(crate) fn customers_of(value: rusqlite::Result<ValueRef<'_>>) -> Result<&str> {
    let json = value.map(|value| value.as_str().ok());
    json.ok().flatten().ok_or_else(|| corrupt("column customers: is not a text"))
}

/// The terms in a job's `customers`, an array such as `[17,4,911]`. It is read this way, which
/// takes a fraction of the time that parsing any JSON does, and what is not such an array was not written by us.
pub(crate) fn terms_in(json: &str) -> impl Iterator<Item = Result<i64>> {
    let mut rest = json.as_bytes();
    let mut before = b'[';
    std::iter::from_fn(move || {
        if rest == b"[]" && before == b'[' || rest == b"]" && before == b',' {
            return None;
        }
        let term = rest.strip_prefix(&[before]).and_then(leading_term);
        before = b',';
        let Some((term, after)) = term else {
            rest = b"]";
            return Some(Err(corrupt("column customers: is not an array of terms")));
        };
        rest = after;
        Some(Ok(term))
    })
}

/// The number that `json` begins with, spelt in the one way that JSON has for it, and what comes after: another or the end.
/// A term is at least 1.
fn leading_term(json: &[u8]) -> Option<(i64, &[u8])> {
    let digits = json.iter().take_while(|byte| byte.is_ascii_digit()).count();
    let (term, after) = json.split_at(digits);
    let value = term.iter().try_fold(0_i64, |value, digit| {
        value.checked_mul(10)?.checked_add(i64::from(digit - b'0'))
    });
    let is_ours = matches!(term.first(), Some(b'1'..=b'9')) && matches!(after, [b',', ..] | b"]");
    value.filter(|_| is_ours).map(|value| (value, after))
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
    // None at all are spelt as no value.
    if outcomes.is_empty() || !outcomes.is_sorted_by(|a, b| a.cid < b.cid) {
        return Err(in_column(&"is not spelt as we write it"));
    }
    Outcomes::new(outcomes).map_err(|error| in_column(&error))
}

fn facts(row: Cells<'_>) -> Result<JobFacts> {
    Ok(JobFacts {
        user_id: text(row, Column::UserId, UserId::new)?,
        submitted_by: optional_text(row, Column::SubmittedBy, UserId::new)?,
        batch_id: optional_text(row, Column::BatchId, BatchId::new)?,
        action_code: required(row, Column::ActionCode, ActionCode::new)?,
        action_name: text(row, Column::ActionName, ActionName::new)?,
        cluster_url: optional_text(row, Column::ClusterUrl, ClusterUrl::new)?,
    })
}

fn details(row: Cells<'_>) -> Result<StatusDetails> {
    Ok(StatusDetails {
        status: status(row)?,
        cause: required(row, Column::Cause, cause_from_sql)?,
        http_status: optional_http_status(row)?,
        error_message: optional_text(row, Column::ErrorMessage, ErrorMessage::new)?,
        response_summary: optional_text(row, Column::ResponseSummary, ResponseSummary::new)?,
    })
}

/// Reads a column whose type may refuse the value.
fn optional<S: rusqlite::types::FromSql, T>(
    row: Cells<'_>,
    column: Column,
    new: impl FnOnce(S) -> Result<T>,
) -> Result<Option<T>> {
    let value: Option<S> = row.get(column)?;
    value
        .map(new)
        .transpose()
        .map_err(|error| corrupt(format!("column {}: {error}", column.name())))
}

fn required<S: rusqlite::types::FromSql, T>(
    row: Cells<'_>,
    column: Column,
    new: impl FnOnce(S) -> Result<T>,
) -> Result<T> {
    let value = optional(row, column, new)?;
    value.ok_or_else(|| corrupt(format!("column {}: is missing", column.name())))
}

fn text<T>(row: Cells<'_>, column: Column, new: impl FnOnce(Box<str>) -> Result<T>) -> Result<T> {
    required(row, column, new)
}

fn optional_text<T>(
    row: Cells<'_>,
    column: Column,
    new: impl FnOnce(Box<str>) -> Result<T>,
) -> Result<Option<T>> {
    optional(row, column, new)
}

fn status(row: Cells<'_>) -> Result<Status> {
    required(row, Column::Status, status_from_sql)
}

fn source(row: Cells<'_>) -> Result<Source> {
    required(row, Column::Source, source_from_sql)
}

fn optional_http_status(row: Cells<'_>) -> Result<Option<HttpStatus>> {
    optional(row, Column::HttpStatus, HttpStatus::new)
}

fn optional_time(row: Cells<'_>, column: Column) -> Result<Option<Timestamp>> {
    optional(row, column, |micros| Timestamp::from_micros(column.name(), micros))
}

fn time(row: Cells<'_>, column: Column) -> Result<Timestamp> {
    required(row, column, |micros| Timestamp::from_micros(column.name(), micros))
}

fn optional_job_id(row: Cells<'_>, column: Column) -> Result<Option<JobId>> {
    optional(row, column, |bytes| JobId::from_uuid(Uuid::from_bytes(bytes)))
}

fn job_id(row: Cells<'_>, column: Column) -> Result<JobId> {
    required(row, column, |bytes| JobId::from_uuid(Uuid::from_bytes(bytes)))
}

fn request_key(row: Cells<'_>) -> Result<Option<RequestKey>> {
    optional(row, Column::RequestKey, |bytes| Ok(RequestKey::from_hash(Hash::from_bytes(bytes))))
}

fn optional_index(row: Cells<'_>, column: Column) -> Result<Option<Index>> {
    optional(row, column, from_sql)
}

fn index(row: Cells<'_>, column: Column) -> Result<Index> {
    required(row, column, from_sql)
}

fn count(row: Cells<'_>, column: Column) -> Result<usize> {
    required(row, column, |number: i64| usize::try_from(number).map_err(|_| corrupt("is negative")))
}

/// An index as SQL's integer.
pub(crate) fn to_sql(index: Index) -> Result<i64> {
    i64::try_from(index).map_err(|_| Error::invalid("index", "must be below 2^63"))
}

/// An index from SQL's integer.
pub(crate) fn from_sql(index: i64) -> Result<Index> {
    Index::try_from(index).map_err(|_| corrupt(format!("{index} is not an index")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{batch, faults, terms};

    fn ledger(drafts: Vec<Draft>) -> (Connection, tempfile::TempDir) {
        let folder = tempfile::tempdir().unwrap();
        let mut sql = crate::connection::open_writer(&folder.path().join("jobs.db")).unwrap();
        let written = batch::run(&mut sql, &mut terms::Terms::new(), |batch| {
            let mut drafts = drafts.into_iter();
            drafts.try_for_each(|draft| batch.append(draft, Timestamp::now())?.map(drop))
        });
        written.unwrap();
        (sql, folder)
    }

    #[test]
    fn a_page_of_entries_is_bounded_in_bytes() {
        let (sql, _folder) = ledger((0..10).map(|_| faults::job(1000)).collect());
        let sizes = |bytes_max| {
            let (mut sizes, mut from) = (Vec::new(), 0);
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

    /// Customers and outcomes are counted for what they take in memory, which is more than their JSON.
    #[test]
    fn a_page_of_entries_is_bounded_in_customers() {
        let customers = |_| {
            let cids = (0..1000).map(|number| Cid::new(format!("customer-{number}")).unwrap());
            let customers = CustomerSet::new(cids).unwrap();
            let (user, action) = (UserId::new("vijay").unwrap(), ActionName::new("Pay").unwrap());
            NewJob::new(user, ActionCode::new(1).unwrap(), action, customers).unwrap().into()
        };
        let (sql, _folder) = ledger((0..10).map(customers).collect());
        let page = entries(&sql, 0, 10, 200_000).unwrap().len();
        assert!((4..=6).contains(&page), "{page} entries with 1000 customers each");
    }

    #[test]
    fn an_array_of_terms_is_read_as_we_write_it() {
        let read = |json: &str| terms_in(json).collect::<Result<Vec<_>>>();
        assert_eq!(read("[]").unwrap(), Vec::<i64>::new());
        assert_eq!(read("[17,4,911]").unwrap(), [17, 4, 911]);
        for bad in ["", "[", "]", "17", "[17", "[17,]", "[,]", "[1.5]", "[\"17\"]", "[[17]]"] {
            assert!(matches!(read(bad), Err(Error::Corrupt(_))), "{bad}");
        }
    }
}
