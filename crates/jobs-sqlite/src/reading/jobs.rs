//! From rows to jobs, as lists show them.

use std::sync::OnceLock;

use jobs_core::{
    ActionCode, ActionName, BatchId, ClusterUrl, ErrorMessage, Job, JobDetail, JobFacts, Original,
    RequestPayload, ResponseSummary, Result, UserId,
};
use rusqlite::Connection;

use crate::error::{Context, corrupt, in_entry};
use crate::format::codes::{cause_from_sql, from_sql, status_from_sql, to_sql};
use crate::reading::cells::{Cells, Column, Positions};
use crate::reading::values::{
    count, index, job_id, optional, optional_http_status, optional_job_id, optional_text,
    optional_time, required, source, status, text, time,
};

/// The columns of a job as a line of a list. Its status is that of its newest entry, which
/// `job_state` names.
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
