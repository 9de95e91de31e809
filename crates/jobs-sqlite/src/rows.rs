//! From rows to entries and jobs. Every value passes the same checks as when it was written, so that a row
//! that was tampered with is reported as damage, or no longer fits the tree.

use jobs_core::backend;
use jobs_core::{
    ActionCode, ActionName, BatchId, Cid, ClusterUrl, CustomerSet, Draft, Entry, Error,
    ErrorMessage, HttpStatus, ImportedJob, Index, Job, JobDetail, JobFacts, JobId, NewJob,
    Original, Outcome, OutcomeMessage, Outcomes, RequestPayload, ResponseSummary, Result,
    StatusChange, StatusDetails, Timestamp, UserId,
};
use rusqlite::{Connection, OptionalExtension, Row};
use uuid::Uuid;

use crate::codes::{kind, source_from_sql, status_from_sql};
use crate::error::{Context, corrupt};

/// The columns of an entry, its terms as texts; `read_entry` reads them by name.
const ENTRY: &str =
    "SELECT e.idx, e.kind, e.recorded_at, e.previous, coalesce(j.job_id, e.job_id) AS job_id,
        u.value AS user_id, e.source, a.value AS action_name, e.action_code, b.value AS batch_id,
        c.value AS cluster_url, r.job_id AS retry_of, e.created_at, e.updated_at, e.status,
        e.http_status, e.customer_count, e.error_message, e.outcomes, e.customers,
        e.response_summary, e.request_payload, e.original
   FROM entry AS e
   JOIN term AS u ON u.id = e.user
   LEFT JOIN entry AS j ON j.idx = e.job
   LEFT JOIN term AS a ON a.id = e.action
   LEFT JOIN term AS b ON b.id = e.batch
   LEFT JOIN term AS c ON c.id = e.cluster
   LEFT JOIN entry AS r ON r.idx = e.retry_of";

/// The columns of a job as a line of a list.
const JOB: &str = "SELECT e.idx, e.job_id, u.value AS user_id, b.value AS batch_id, e.action_code,
        a.value AS action_name, c.value AS cluster_url,
        coalesce(e.created_at, e.recorded_at) AS created_at, s.status, l.http_status,
        l.error_message, iif(s.last = e.idx, e.updated_at, l.recorded_at) AS updated_at,
        e.customer_count, e.source, r.job_id AS retry_of, s.last
   FROM entry AS e
   JOIN job_state AS s ON s.job = e.idx
   JOIN entry AS l ON l.idx = s.last
   JOIN term AS u ON u.id = e.user
   JOIN term AS a ON a.id = e.action
   LEFT JOIN term AS b ON b.id = e.batch
   LEFT JOIN term AS c ON c.id = e.cluster
   LEFT JOIN entry AS r ON r.idx = e.retry_of
  WHERE e.idx = ?1";

/// The entry at `index`.
pub(crate) fn entry(sql: &Connection, index: Index) -> Result<Option<Entry>> {
    Ok(entries(sql, index, 1, 0)?.pop())
}

/// At most `limit` entries from `from` on; the page ends early once it has `customers_max` customers.
pub(crate) fn entries(
    sql: &Connection,
    from: Index,
    limit: usize,
    customers_max: usize,
) -> Result<Vec<Entry>> {
    const DOING: &str = "reading entries";
    let Ok(from) = i64::try_from(from) else { return Ok(Vec::new()) };
    let select = format!("{ENTRY} WHERE e.idx >= ?1 ORDER BY e.idx LIMIT ?2");
    let mut statement = sql.prepare_cached(&select).doing(DOING)?;
    let mut rows = statement.query((from, to_sql(limit as u64)?)).doing(DOING)?;
    let (mut page, mut customers) = (Vec::new(), 0);
    while let Some(row) = rows.next().doing(DOING)? {
        page.push(read_entry(sql, row)?);
        customers += count(row, "customer_count")?;
        if customers > customers_max {
            break;
        }
    }
    Ok(page)
}

fn read_entry(sql: &Connection, row: &Row<'_>) -> Result<Entry> {
    let index = index(row, "idx")?;
    let draft = match get::<i64>(row, "kind")? {
        kind::JOB_CREATED => Draft::from(read_new_job(sql, row)?),
        kind::JOB_IMPORTED => Draft::from(read_imported(sql, row)?),
        kind::STATUS_CHANGED => Draft::from(read_change(sql, row)?),
        other => return Err(corrupt(format!("entry {index} is of kind {other}"))),
    };
    let previous = optional_index(row, "previous")?;
    Ok(backend::restore(index, time(row, "recorded_at")?, previous, draft))
}

fn read_new_job(sql: &Connection, row: &Row<'_>) -> Result<NewJob> {
    let facts = facts(row)?;
    let JobFacts { user_id, batch_id, action_code, action_name, cluster_url } = facts;
    let job = NewJob::new(user_id, action_code, action_name, read_customers(sql, row)?)?
        .with_job_id(job_id(row, "job_id")?)
        .with_batch_id(batch_id)
        .with_cluster_url(cluster_url)
        .with_request_payload(optional(row, "request_payload", RequestPayload::new)?)
        .with_source(source_from_sql(get(row, "source")?)?)
        .with_retry_of(optional_job_id(row, "retry_of")?);
    Ok(job)
}

fn read_imported(sql: &Connection, row: &Row<'_>) -> Result<ImportedJob> {
    let customers = read_customers(sql, row)?;
    let created_at = time(row, "created_at")?;
    let id = job_id(row, "job_id")?;
    let import = ImportedJob::new(id, facts(row)?, customers, created_at, details(row)?)
        .with_updated_at(optional_time(row, "updated_at")?)
        .with_request_payload(optional(row, "request_payload", RequestPayload::new)?)
        .with_original(optional(row, "original", Original::new)?);
    Ok(import)
}

fn read_change(sql: &Connection, row: &Row<'_>) -> Result<StatusChange> {
    let (job_id, actor) = (job_id(row, "job_id")?, text(row, "user_id", UserId::new)?);
    Ok(StatusChange { job_id, actor, details: details(row)?, outcomes: read_outcomes(sql, row)? })
}

/// The job created at index `first`, as a line of a list.
pub(crate) fn job(sql: &Connection, first: i64) -> Result<Option<Job>> {
    const DOING: &str = "reading a job";
    let mut statement = sql.prepare_cached(JOB).doing(DOING)?;
    let mut rows = statement.query([first]).doing(DOING)?;
    let Some(row) = rows.next().doing(DOING)? else { return Ok(None) };
    Ok(Some(Job {
        job_id: job_id(row, "job_id")?,
        facts: facts(row)?,
        created_at: time(row, "created_at")?,
        status: status_from_sql(get(row, "status")?)?,
        http_status: optional_http_status(row)?,
        error_message: optional(row, "error_message", ErrorMessage::new)?,
        updated_at: optional_time(row, "updated_at")?,
        customer_count: count(row, "customer_count")?,
        source: source_from_sql(get(row, "source")?)?,
        retry_of: optional_job_id(row, "retry_of")?,
        index: index(row, "idx")?,
        last_index: index(row, "last")?,
    }))
}

/// The job created at index `first`, with everything but its customers.
pub(crate) fn detail(sql: &Connection, first: i64) -> Result<Option<JobDetail>> {
    const DOING: &str = "reading a job";
    let Some(job) = job(sql, first)? else { return Ok(None) };
    let select = "SELECT e.request_payload, l.response_summary, e.original
                    FROM entry AS e, entry AS l WHERE e.idx = ?1 AND l.idx = ?2";
    let mut statement = sql.prepare_cached(select).doing(DOING)?;
    let mut rows = statement.query((first, to_sql(job.last_index)?)).doing(DOING)?;
    let row =
        rows.next().doing(DOING)?.ok_or_else(|| corrupt("a job's newest entry is missing"))?;
    let request_payload = optional(row, "request_payload", RequestPayload::new)?;
    let response_summary = optional(row, "response_summary", ResponseSummary::new)?;
    let original = optional(row, "original", Original::new)?;
    Ok(Some(JobDetail { job, request_payload, response_summary, original }))
}

/// The index of the entry that created the job.
pub(crate) fn first_of(sql: &Connection, job_id: JobId) -> Result<Option<i64>> {
    let select = "SELECT idx FROM entry WHERE job_id = ?1";
    let mut statement = sql.prepare_cached(select).doing("looking up a job")?;
    let first = statement.query_row([job_id.as_uuid().as_bytes()], |row| row.get(0)).optional();
    first.doing("looking up a job")
}

/// The customers of the job created at index `first`: at most `limit` of those after `after`.
pub(crate) fn customers(
    sql: &Connection,
    first: i64,
    after: Option<&Cid>,
    limit: usize,
) -> Result<Vec<Cid>> {
    const DOING: &str = "reading a job's customers";
    // The array is in order, so positions are compared first and texts only up to the page's start.
    let select = "SELECT t.value FROM entry AS e, json_each(e.customers) AS m
                    JOIN term AS t ON t.id = m.value
                   WHERE e.idx = ?1 AND (?2 IS NULL OR t.value > ?2) ORDER BY m.key LIMIT ?3";
    let mut statement = sql.prepare_cached(select).doing(DOING)?;
    let bounds = (first, after.map(Cid::as_str), to_sql(limit as u64)?);
    let mut rows = statement.query(bounds).doing(DOING)?;
    let mut cids = Vec::new();
    while let Some(row) = rows.next().doing(DOING)? {
        cids.push(text(row, "value", Cid::new)?);
    }
    Ok(cids)
}

fn read_customers(sql: &Connection, row: &Row<'_>) -> Result<CustomerSet> {
    let first = to_sql(index(row, "idx")?)?;
    let set = CustomerSet::from_sorted(customers(sql, first, None, CustomerSet::COUNT_MAX)?)?;
    let counted = count(row, "customer_count")?;
    if set.len() != counted {
        let found = set.len();
        return Err(corrupt(format!("entry {first} has {found} customers and counts {counted}")));
    }
    Ok(set)
}

fn read_outcomes(sql: &Connection, row: &Row<'_>) -> Result<Outcomes> {
    const DOING: &str = "reading a job's outcomes";
    let Some(json) = get::<Option<String>>(row, "outcomes")? else {
        return Ok(Outcomes::default());
    };
    let select = "SELECT t.value, m.value ->> 1 AS status, m.value ->> 2 AS message
                    FROM json_each(?1) AS m JOIN term AS t ON t.id = m.value ->> 0 ORDER BY m.key";
    let mut statement = sql.prepare_cached(select).doing(DOING)?;
    let mut rows = statement.query([json]).doing(DOING)?;
    let mut outcomes = Vec::new();
    while let Some(row) = rows.next().doing(DOING)? {
        outcomes.push(Outcome {
            cid: text(row, "value", Cid::new)?,
            status: status_from_sql(get(row, "status")?)?,
            message: optional(row, "message", OutcomeMessage::new)?,
        });
    }
    Outcomes::new(outcomes)
}

fn facts(row: &Row<'_>) -> Result<JobFacts> {
    Ok(JobFacts {
        user_id: text(row, "user_id", UserId::new)?,
        batch_id: optional(row, "batch_id", BatchId::new)?,
        action_code: ActionCode::new(get(row, "action_code")?)?,
        action_name: text(row, "action_name", ActionName::new)?,
        cluster_url: optional(row, "cluster_url", ClusterUrl::new)?,
    })
}

fn details(row: &Row<'_>) -> Result<StatusDetails> {
    Ok(StatusDetails {
        status: status_from_sql(get(row, "status")?)?,
        http_status: optional_http_status(row)?,
        error_message: optional(row, "error_message", ErrorMessage::new)?,
        response_summary: optional(row, "response_summary", ResponseSummary::new)?,
    })
}

fn get<T: rusqlite::types::FromSql>(row: &Row<'_>, column: &str) -> Result<T> {
    row.get(column).map_err(|error| corrupt(format!("column {column}: {error}")))
}

fn text<T>(row: &Row<'_>, column: &str, new: impl Fn(Box<str>) -> Result<T>) -> Result<T> {
    new(get(row, column)?).map_err(|error| corrupt(format!("column {column}: {error}")))
}

fn optional<T>(
    row: &Row<'_>,
    column: &str,
    new: impl Fn(Box<str>) -> Result<T>,
) -> Result<Option<T>> {
    let value: Option<Box<str>> = get(row, column)?;
    value.map(new).transpose().map_err(|error| corrupt(format!("column {column}: {error}")))
}

fn optional_http_status(row: &Row<'_>) -> Result<Option<HttpStatus>> {
    get::<Option<u16>>(row, "http_status")?.map(HttpStatus::new).transpose()
}

fn optional_time(row: &Row<'_>, column: &'static str) -> Result<Option<Timestamp>> {
    get::<Option<i64>>(row, column)?
        .map(|micros| Timestamp::from_micros(column, micros))
        .transpose()
}

fn time(row: &Row<'_>, column: &'static str) -> Result<Timestamp> {
    Timestamp::from_micros(column, get(row, column)?)
}

fn optional_job_id(row: &Row<'_>, column: &str) -> Result<Option<JobId>> {
    let bytes: Option<[u8; 16]> = get(row, column)?;
    bytes.map(|bytes| JobId::from_uuid(Uuid::from_bytes(bytes))).transpose()
}

fn job_id(row: &Row<'_>, column: &str) -> Result<JobId> {
    optional_job_id(row, column)?.ok_or_else(|| corrupt(format!("column {column} is missing")))
}

fn optional_index(row: &Row<'_>, column: &str) -> Result<Option<Index>> {
    get::<Option<i64>>(row, column)?.map(from_sql).transpose()
}

fn index(row: &Row<'_>, column: &str) -> Result<Index> {
    from_sql(get(row, column)?)
}

fn count(row: &Row<'_>, column: &str) -> Result<usize> {
    let number: Option<i64> = get(row, column)?;
    usize::try_from(number.unwrap_or(0))
        .map_err(|_| corrupt(format!("column {column} is negative")))
}

/// An index as SQL's integer.
pub(crate) fn to_sql(index: Index) -> Result<i64> {
    i64::try_from(index).map_err(|_| Error::invalid("index", "must be below 2^63"))
}

/// An index from SQL's integer.
pub(crate) fn from_sql(index: i64) -> Result<Index> {
    Index::try_from(index).map_err(|_| corrupt(format!("{index} is not an index")))
}
