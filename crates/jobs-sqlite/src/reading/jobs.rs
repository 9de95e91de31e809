//! From rows to jobs, as lists show them.

use std::sync::OnceLock;

use jobs_core::{
    ActionCode, ActionName, BatchId, ClusterUrl, ErrorMessage, Job, JobDetail, JobFacts, JobNote,
    NoteText, Original, RequestPayload, ResponseSummary, Result, StatusChanges, UserId,
};
use rusqlite::Connection;

use crate::error::{Context, corrupt, in_entry};
use crate::format::codes::{cause_from_sql, from_sql, status_from_sql, to_sql};
use crate::reading::cells::{Cells, Column, Positions};
use crate::reading::values::{
    count, index, job_id, optional, optional_http_status, optional_index, optional_job_id,
    optional_text, optional_time, required, source, status, text, time,
};

/// The columns of a job as a line of a list. Its status is that of its newest change of status, or
/// of its first entry, and its newest note is beside it: `job_state` names both. An entry that
/// `job_state` names and that is none of the kind, or not the job's, is none.
const JOB: &str = "SELECT e.idx, e.job_id, u.value AS user_id, h.value AS submitted_by, b.value AS batch_id, e.action_code,
        a.value AS action_name, c.value AS cluster_url,
        coalesce(e.created_at, e.recorded_at) AS created_at, coalesce(l.status, 0) AS status,
        s.status AS state, iif(s.last_change IS NULL, l.idx, iif(l.kind = 3, l.job, NULL)) AS job_of_status, l.cause,
        l.http_status, l.error_message, iif(s.last_change IS NULL, e.updated_at, l.recorded_at) AS updated_at,
        e.customer_count, e.source, r.job_id AS retry_of, s.last_change, s.first_change, s.last_note, s.notes,
        iif(f.kind = 3, f.job, NULL) AS job_of_first, iif(n.kind = 4, n.job, NULL) AS job_of_note, n.recorded_at AS noted_at, w.value AS noted_by, n.text
   FROM entry AS e
   LEFT JOIN job_state AS s ON s.job = e.idx
   LEFT JOIN entry AS l ON l.idx = coalesce(s.last_change, s.job)
   LEFT JOIN entry AS f ON f.idx = s.first_change
   LEFT JOIN entry AS n ON n.idx = s.last_note
   LEFT JOIN term AS w ON w.id = n.user
   LEFT JOIN term AS u ON u.id = e.user
   LEFT JOIN term AS h ON h.id = e.submitted_by
   LEFT JOIN term AS a ON a.id = e.action
   LEFT JOIN term AS b ON b.id = e.batch
   LEFT JOIN term AS c ON c.id = e.cluster
   LEFT JOIN entry AS r ON r.idx = e.retry_of
  WHERE e.idx = ?1";

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
    let changes = changes(row)?;
    let note = newest_note(row)?;
    let index = index(row, Column::Idx)?;
    let status_index = changes.last().unwrap_or(index);
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
        index,
        changes,
        note_count: count(row, Column::Notes)?,
        last_index: note.as_ref().map_or(status_index, |note| note.index.max(status_index)),
        newest_note: note,
    };
    let status = status_from_sql(row.get(Column::State)?)?;
    let contradicts = |entry| Err(corrupt(format!("job_state contradicts entry {entry}")));
    if (status, optional_index(row, Column::JobOfStatus)?) != (job.status, Some(index))
        || status_index < index
    {
        return contradicts(status_index);
    }
    if let Some(first) = changes.first().filter(|first| *first != status_index)
        && (first <= index || optional_index(row, Column::JobOfFirst)? != Some(index))
    {
        return contradicts(first);
    }
    match &job.newest_note {
        Some(note)
            if note.index <= index || optional_index(row, Column::JobOfNote)? != Some(index) =>
        {
            contradicts(note.index)
        }
        note if note.is_some() != (job.note_count > 0) => contradicts(index),
        _ => Ok(job),
    }
}

fn changes(row: Cells<'_>) -> Result<StatusChanges> {
    let first = optional_index(row, Column::FirstChange)?;
    let last = optional_index(row, Column::LastChange)?;
    let changes = Vec::from_iter(first.into_iter().chain(last));
    let in_state = |error| corrupt(format!("job_state: {error}"));
    match (first, last) {
        (Some(_), None) => Err(corrupt("job_state: column last_change: is missing")),
        _ => StatusChanges::try_from(changes).map_err(in_state),
    }
}

fn newest_note(row: Cells<'_>) -> Result<Option<JobNote>> {
    let Some(index) = optional_index(row, Column::LastNote)? else { return Ok(None) };
    Ok(Some(JobNote {
        index,
        recorded_at: time(row, Column::NotedAt)?,
        actor: text(row, Column::NotedBy, UserId::new)?,
        text: text(row, Column::Text, NoteText::new)?,
    }))
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

/// The job created at index `first`, with everything but its customers.
pub(crate) fn detail(sql: &Connection, first: i64) -> Result<JobDetail> {
    const DOING: &str = "reading a job";
    let job = job(sql, first)?;
    let select = "SELECT e.request_payload, l.response_summary, e.original
                    FROM entry AS e, entry AS l WHERE e.idx = ?1 AND l.idx = ?2";
    static AT: OnceLock<Positions> = OnceLock::new();
    let mut statement = sql.prepare_cached(select).doing(DOING)?;
    let at = AT.get_or_init(|| Positions::of(&statement));
    let mut rows = statement.query((first, to_sql(job.status_index())?)).doing(DOING)?;
    let row = rows.next().doing(DOING)?;
    let row = row.ok_or_else(|| corrupt(format!("entry {} is missing", job.status_index())))?;
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
