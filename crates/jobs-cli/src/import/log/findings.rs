//! Compares the calls with the jobs, for the report.

use jobs_core::{Status, Timestamp};
use rusqlite::Row;

use super::super::old::OldJobs;
use super::super::status;
use super::jobs::same_count;
use super::report::{Call, CallCounts, Contradiction, LogReport, Stretch, TestRow, UnknownJob};
use crate::CliError;

/// The call `c` has an ID that is not a UUID.
const IS_TEST: &str = "c.id IS NOT NULL AND typeof(c.id) <> 'blob'";

/// Adds everything to the report; `covered` is the time that the files cover.
pub(super) fn find(
    old: &OldJobs,
    covered: &[(i64, i64)],
    report: &mut LogReport,
) -> Result<(), CliError> {
    let stretch = |&(from, to): &(i64, i64)| Stretch { from: moment(from), to: moment(to) };
    report.covered = covered.iter().map(stretch).collect();
    let mut work = || {
        counts(old, report)?;
        calls(old, "ended IS NOT NULL AND job IS NULL AND audit IS NULL", |call| {
            report.ended_without_job.push(call);
        })?;
        calls(old, "audit IS NOT NULL", |call| report.known_from_audit.push(call))?;
        calls(old, "ended IS NULL AND audit IS NULL", |call| {
            report.without_end_and_job += u64::from(call.job_id.is_none());
            report.without_end.push(call);
        })?;
        unknown_jobs(old, covered, report)?;
        contradictions(old, report)?;
        test_rows(old, report)
    };
    work().map_err(|error| old.failed(error))
}

fn moment(micros: i64) -> Option<Timestamp> {
    Timestamp::from_micros("time", micros).ok()
}

fn counts(old: &OldJobs, report: &mut LogReport) -> rusqlite::Result<()> {
    let sql = format!(
        "SELECT count(started), count(*) FILTER (WHERE started IS NULL),
                count(*) FILTER (WHERE NOT ({IS_TEST}) AND ended IS NOT NULL AND job IS NOT NULL),
                count(*) FILTER (WHERE NOT ({IS_TEST}) AND ended IS NOT NULL AND job IS NULL AND audit IS NULL),
                count(*) FILTER (WHERE NOT ({IS_TEST}) AND audit IS NOT NULL),
                count(*) FILTER (WHERE ended IS NULL AND audit IS NULL), count(*) FILTER (WHERE {IS_TEST}),
                count(*) FILTER (WHERE ambiguous), count(*) FILTER (WHERE ended < started)
         FROM temp.log_told c"
    );
    old.sql().query_row(&sql, [], |row| {
        let count = |at| row.get(at).map(i64::unsigned_abs);
        report.calls = CallCounts {
            started: count(0)?,
            without_start: count(1)?,
            with_job: count(2)?,
            ended_without_job: count(3)?,
            known_from_audit: count(4)?,
            without_end: count(5)?,
            of_test_rows: count(6)?,
        };
        report.ambiguous = count(7)?;
        report.ended_before_they_began = count(8)?;
        Ok(())
    })
}

/// The calls that are `wanted`, in order of time, except those of test rows.
fn calls(old: &OldJobs, wanted: &str, mut push: impl FnMut(Call)) -> rusqlite::Result<()> {
    let mut statement = old.sql().prepare(&format!(
        "SELECT started, ended, user, action, cid_count, job_id, http_status, elapsed_ms, result, exception_type,
                error, job_missing, (SELECT spelt FROM temp.log_job j WHERE j.job = c.job),
                (SELECT spelt FROM temp.log_job j WHERE j.job = c.perhaps), ambiguous,
                (SELECT job_id FROM temp.log_audit a WHERE a.id = c.audit)
         FROM temp.log_told c WHERE {wanted} AND NOT ({IS_TEST}) ORDER BY at, call"
    ))?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        push(call(row)?);
    }
    Ok(())
}

fn call(row: &Row<'_>) -> rusqlite::Result<Call> {
    let time = |at| row.get(at).map(|micros: Option<i64>| micros.and_then(moment));
    let in_log: Option<String> = row.get(5)?;
    Ok(Call {
        started: time(0)?,
        ended: time(1)?,
        user_id: row.get(2)?,
        action_name: row.get(3)?,
        customer_count: row.get(4)?,
        job_id: in_log.or(row.get(12)?),
        perhaps_job_id: row.get(13)?,
        audit_job_id: row.get(15)?,
        ambiguous: row.get(14)?,
        http_status: row.get(6)?,
        elapsed_ms: row.get(7)?,
        result: row.get(8)?,
        exception_type: row.get(9)?,
        error: row.get(10)?,
        job_missing: row.get(11)?,
    })
}

fn unknown_jobs(
    old: &OldJobs,
    covered: &[(i64, i64)],
    report: &mut LogReport,
) -> rusqlite::Result<()> {
    let mut statement = old.sql().prepare(
        "SELECT spelt, micros, user, action FROM temp.log_job
         WHERE call IS NULL AND typeof(id) = 'blob' AND micros BETWEEN ?1 AND ?2 ORDER BY micros, job",
    )?;
    for stretch in covered {
        let mut rows = statement.query(*stretch)?;
        while let Some(row) = rows.next()? {
            report.jobs_unknown_to_log.push(UnknownJob {
                job_id: row.get(0)?,
                created_at: moment(row.get(1)?),
                user_id: row.get(2)?,
                action_name: row.get(3)?,
            });
        }
    }
    Ok(())
}

/// What the log and the database say about one fact.
type Sayings = (&'static str, Option<String>, Option<String>);

fn contradictions(old: &OldJobs, report: &mut LogReport) -> rusqlite::Result<()> {
    let mut statement = old.sql().prepare(&format!(
        "SELECT coalesce(j.spelt, c.job_id), coalesce(c.started, c.ended), c.user, c.action, c.cid_count, c.job_id,
                c.http_status, c.result, {} AS same_count, j.user, j.action, j.customers, j.spelt, j.http_status, j.status,
                c.action_key IS NOT j.action_key, j.call IS NOT c.call
         FROM temp.log_told c LEFT JOIN temp.log_job j ON j.job = c.job
         WHERE (c.job IS NOT NULL OR c.id IS NOT NULL) AND NOT ({IS_TEST}) ORDER BY c.at, c.call",
        same_count("c", "j")
    ))?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let job_id: String = row.get(0)?;
        let at = moment(row.get(1)?);
        for (field, log, database) in differences(row)? {
            let job_id = job_id.clone();
            report.contradictions.push(Contradiction { job_id, at, field, log, database });
        }
    }
    Ok(())
}

/// The differences between the log and the database. A value that one of them lacks is not one.
fn differences(row: &Row<'_>) -> rusqlite::Result<Vec<Sayings>> {
    let text = |at| row.get::<_, Option<String>>(at);
    let number = |at| -> rusqlite::Result<_> {
        Ok(row.get::<_, Option<i64>>(at)?.map(|number| number.to_string()))
    };
    let in_log = text(5)?;
    let in_database = text(12)?;
    if in_database.is_none() {
        return Ok(vec![("job_id", in_log, None)]);
    }
    let mut found = Vec::new();
    if row.get(16)? {
        found.push(("job_id", Some("the ID of an earlier call, too".into()), in_database));
    }
    let status = text(14)?;
    let others = [("user_id", text(2)?, text(9)?), ("http_status", number(6)?, number(13)?)];
    found.extend(
        others
            .into_iter()
            .filter(|(_, log, database)| log.is_some() && database.is_some() && log != database),
    );
    if !row.get::<_, bool>(8)? {
        found.push(("cids", number(4)?, number(11)?));
    }
    let actions = (text(3)?, text(10)?);
    if row.get(15)? && actions.0.is_some() {
        found.push(("action_name", actions.0, actions.1));
    }
    let result = text(7)?;
    if result.as_deref().is_some_and(|result| !agree(result, status.as_deref())) {
        found.push(("status", result, status));
    }
    Ok(found)
}

/// Whether a job's status agrees with the log's result of the call.
fn agree(result: &str, status: Option<&str>) -> bool {
    let status = status::meaning(status).status;
    match result.to_ascii_lowercase().as_str() {
        "success" | "ok" | "true" => status == Status::Success,
        "failed" | "failure" | "error" | "timeout" => status == Status::Failed,
        _ => status != Status::Success,
    }
}

fn test_rows(old: &OldJobs, report: &mut LogReport) -> rusqlite::Result<()> {
    let mut statement = old.sql().prepare(&format!(
        "SELECT spelt, max(in_log), max(in_database) FROM (
             SELECT job_id AS spelt, 1 AS in_log, 0 AS in_database FROM temp.log_told c WHERE {IS_TEST}
             UNION ALL
             SELECT spelt, 0, 1 FROM temp.log_job WHERE typeof(id) <> 'blob')
         GROUP BY spelt ORDER BY spelt"
    ))?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        report.test_rows.push(TestRow {
            job_id: row.get(0)?,
            in_log: row.get(1)?,
            in_database: row.get(2)?,
        });
    }
    Ok(())
}
