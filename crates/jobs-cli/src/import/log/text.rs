//! The log's part of the report as text for a person.

use std::io::{self, Write};

use jobs_core::Timestamp;

use super::super::report_lines::{SHOWN, line, line_if_any, list};
use super::report::{Call, LogReport};
use crate::terminal::escape;

/// Writes the counts.
pub(in crate::import) fn counts(out: &mut dyn Write, log: &LogReport) -> io::Result<()> {
    writeln!(out, "\nLog of the old server {}", escape(&log.files.join(", ")))?;
    for stretch in &log.covered {
        writeln!(out, "  covers {} to {}", time(stretch.from), time(stretch.to))?;
    }
    line(out, "  records found", log.records)?;
    line_if_any(out, "  repeated", log.repeated)?;
    line_if_any(out, "  cut or unreadable", log.cut)?;
    line(out, "  calls started", log.calls.started)?;
    line_if_any(out, "  calls whose start is not in the log", log.calls.without_start)?;
    line(out, "    ended with a job", log.calls.with_job)?;
    line(out, "    ended without a job", log.calls.ended_without_job)?;
    line_if_any(out, "    without a job, known from the audit log", log.calls.known_from_audit)?;
    line(out, "    without an end", log.calls.without_end)?;
    line_if_any(out, "      and without a job", log.without_end_and_job)?;
    line_if_any(out, "    of test rows", log.calls.of_test_rows)?;
    line_if_any(out, "  of all calls, matched by a guess", log.ambiguous)?;
    line_if_any(out, "  of all calls, ended before they began", log.ended_before_they_began)
}

/// Writes the lists that a person should check.
pub(in crate::import) fn lists(out: &mut dyn Write, log: &LogReport) -> io::Result<()> {
    let title = "Calls that ended and have no job in the old database";
    list(out, title, &log.ended_without_job, SHOWN, call)?;
    list(out, "Calls without an end in the log", &log.without_end, SHOWN, call)?;
    let title = "Calls without a job in the old database, imported from the audit log";
    list(out, title, &log.known_from_audit, SHOWN, call)?;
    let title = "Jobs without a line in the log, in the time that it covers";
    list(out, title, &log.jobs_unknown_to_log, SHOWN, |job| {
        let user = named(&job.user_id, "user");
        let action = named(&job.action_name, "action");
        format!("{}: {}, {user}, {action}", job.job_id, time(job.created_at))
    })?;
    let title = "The log and the old database differ; the database's values were recorded";
    list(out, title, &log.contradictions, SHOWN, |item| {
        let said = |said: &Option<String>| said.clone().unwrap_or_else(|| "none".into());
        let log = said(&item.log);
        let database = said(&item.database);
        format!("{}: {}: {log} in the log, {database} in the database", item.job_id, item.field)
    })?;
    let title = "Test rows: IDs that are not UUIDs";
    list(out, title, &log.test_rows, SHOWN, |row| {
        let places = match (row.in_log, row.in_database) {
            (true, true) => "in both",
            (true, false) => "in the log",
            _ => "in the database",
        };
        format!("{}: {places}", row.job_id)
    })
}

fn time(time: Option<Timestamp>) -> String {
    time.map_or_else(|| "unknown".into(), |time| time.to_string())
}

fn named(name: &Option<String>, what: &str) -> String {
    name.clone().unwrap_or_else(|| format!("unknown {what}"))
}

/// When, who, what, how many customers, how it ended.
fn call(call: &Call) -> String {
    let when = match (call.started, call.ended) {
        (Some(started), _) => started.to_string(),
        (None, ended) => format!("ended {}", time(ended)),
    };
    let customers = call.customer_count.map_or_else(|| "unknown".into(), |count| count.to_string());
    let user = named(&call.user_id, "user");
    let action = named(&call.action_name, "action");
    format!("{when}: {user}, {action}, customers: {customers}{}", end(call))
}

fn end(call: &Call) -> String {
    let mut said = Vec::new();
    said.extend(call.result.clone());
    said.extend(call.http_status.map(|status| format!("HTTP {status}")));
    said.extend(call.elapsed_ms.map(|elapsed| format!("after {elapsed} ms")));
    if call.job_missing {
        said.push("the log says that the upstream acted and the job was not recorded".into());
    }
    said.extend(call.job_id.as_ref().map(|job_id| format!("job {job_id}")));
    said.extend(call.perhaps_job_id.as_ref().map(|job_id| format!("perhaps job {job_id}")));
    said.extend(call.audit_job_id.as_ref().map(|job_id| format!("imported as job {job_id}")));
    if call.ambiguous {
        said.push("a guess: the end would have fitted another call as well".into());
    }
    said.extend(call.exception_type.clone());
    said.extend(call.error.clone());
    said.iter().map(|said| format!(", {said}")).collect()
}
