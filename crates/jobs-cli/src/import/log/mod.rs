//! The old server's log, `set_action.log`: which calls it made, and whether the old database has
//! their jobs.
//!
//! ```text
//! 2026-01-28 15:04:53,003 | INFO | set_action_start | user=vijay | action=Trans-Begin | cid_count=2 | api_base=https://…
//! 2026-01-28 15:04:55,120 | INFO | set_action_done | job_id=NONE | http_status=200 | elapsed_ms=2115 | result=success
//! ```
//!
//! `format`, `lines`, `values` and `event` read the files, and `clock` their times. `store` keeps
//! the events in temporary tables, `calls` and `ends` combine them to calls, `jobs` finds their
//! jobs, and `audited` those that only the audit log has, all with `nearest`. `findings` compares,
//! and `report` and `text` show the results.

mod audited;
mod calls;
mod clock;
mod ends;
mod event;
mod findings;
mod format;
mod jobs;
mod lines;
mod nearest;
mod report;
mod store;
mod text;
mod values;

use std::fs::File;
use std::io::{BufRead as _, BufReader};
use std::path::{Path, PathBuf};

use self::clock::Clock;
#[cfg(test)]
pub(super) use self::ends::Ends;
use self::event::Line;
use self::lines::Records;
pub(super) use self::report::LogReport;
pub(super) use self::text::{counts, lists};
use super::audit::AuditLog;
use super::old::OldJobs;
use super::times::UtcOffset;
use crate::CliError;

/// What was read from the logs.
#[derive(Debug)]
pub(super) struct Logs {
    covered: Vec<(i64, i64)>,
    report: LogReport,
}

/// Reads the logs at `paths`, whose times are `offset` ahead of UTC, and finds the jobs of their
/// calls in the old database.
pub(super) fn read(old: &OldJobs, paths: &[PathBuf], offset: UtcOffset) -> Result<Logs, CliError> {
    let failed = |error| old.failed(error);
    let mut logs = Logs { covered: Vec::new(), report: LogReport::default() };
    let mut unreadable = None;
    old.sql().execute_batch("BEGIN").map_err(failed)?;
    store::create(old.sql()).map_err(failed)?;
    for (number, path) in (0..).zip(paths) {
        logs.report.files.push(path.display().to_string());
        match read_file(old, (number, path), offset, &mut logs.report)? {
            Ok(covered) => logs.covered.extend(covered),
            Err(reason) => {
                logs.report.unreadable_files.push(path.display().to_string());
                unreadable = Some(reason);
            }
        }
    }
    // A log that was rotated in the middle of a line may leave a file with only the rest of that
    // line.
    match unreadable {
        Some(reason) if logs.report.unreadable_files.len() == paths.len() => return Err(reason),
        _ => {}
    }
    logs.report.repeated = store::drop_repeated(old.sql()).map_err(failed)?;
    jobs::read(old)?;
    calls::make(old.sql()).map_err(failed)?;
    jobs::find(old)?;
    old.sql().execute_batch("COMMIT").map_err(failed)?;
    Ok(logs)
}

impl Logs {
    /// Compares the logs with the old database, once it is known which rows of the audit log belong
    /// to no job of it.
    pub(super) fn compare(
        mut self,
        old: &OldJobs,
        audit: Option<&AuditLog>,
    ) -> Result<LogReport, CliError> {
        old.sql().execute_batch("BEGIN").map_err(|error| old.failed(error))?;
        audited::find(old, audit)?;
        findings::find(old, &joined(self.covered), &mut self.report)?;
        old.sql().execute_batch("COMMIT").map_err(|error| old.failed(error))?;
        Ok(self.report)
    }
}

/// Reads the events of a file; returns the time that it covers, unless it is empty. The inner error
/// says why it is not a log.
fn read_file(
    old: &OldJobs,
    (number, path): (u32, &Path),
    offset: UtcOffset,
    report: &mut LogReport,
) -> Result<Result<Option<(i64, i64)>, CliError>, CliError> {
    let failed = |source| CliError::io(format!("--log {}", path.display()), source);
    let file = File::open(path).map_err(failed)?;
    let mut reader = BufReader::new(file);
    let start = reader.fill_buf().map_err(failed)?;
    let is_empty = start.is_empty();
    if let Some(reason) = format::refused(start) {
        return Err(CliError::OldFile { path: path.into(), reason });
    }
    let mut records = Records::new(reader);
    let mut clock = Clock::default();
    while let Some(record) = records.next().map_err(failed)? {
        report.records += 1;
        let micros = event::micros(&record, offset);
        micros.into_iter().for_each(|micros| clock.read(micros));
        match event::read(&record, micros) {
            Line::Event(event) => {
                report.cut += u64::from(event.cut);
                let line = format!("{} {}", record.time, record.text);
                let line = line.lines().next().unwrap_or_default();
                store::insert(old.sql(), (number, clock.set_back), &event, line)
                    .map_err(|error| old.failed(error))?;
            }
            Line::Unreadable => report.cut += 1,
            Line::Other => {}
        }
    }
    if clock.covered.is_none() && !is_empty {
        let reason = "is not a log of the old server: no line begins like `2026-01-28 15:04:53,003 | INFO | `";
        return Ok(Err(CliError::OldFile { path: path.into(), reason: reason.into() }));
    }
    if clock.is_out_of_order() {
        store::forget_set_back(old.sql(), number).map_err(|error| old.failed(error))?;
    }
    Ok(Ok(clock.covered))
}

/// Stretches of time in order, with overlapping ones combined.
fn joined(mut stretches: Vec<(i64, i64)>) -> Vec<(i64, i64)> {
    stretches.sort_unstable();
    let mut joined: Vec<(i64, i64)> = Vec::new();
    for (from, to) in stretches {
        match joined.last_mut() {
            Some(last) if from <= last.1 => last.1 = last.1.max(to),
            _ => joined.push((from, to)),
        }
    }
    joined
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stretches_that_overlap_are_one() {
        assert_eq!(joined(vec![(7, 9), (1, 3), (2, 5), (5, 6), (2, 2)]), [(1, 6), (7, 9)]);
        assert_eq!(joined(vec![]), []);
    }
}
