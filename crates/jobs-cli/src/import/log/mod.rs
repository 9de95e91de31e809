//! The old server's own log, `set_action.log`: which calls it made, and whether the old database has their jobs.
//!
//! ```text
//! 2026-01-28 15:04:53,003 | INFO | set_action_start | user=vijay | action=Trans-Begin | cid_count=2 | api_base=https://…
//! 2026-01-28 15:04:55,120 | INFO | set_action_done | job_id=NONE | http_status=200 | elapsed_ms=2115 | result=success
//! ```
//!
//! `lines`, `values` and `event` read the files, `store` keeps the events in temporary tables, `calls` makes calls of them, `jobs`
//! finds their jobs, `findings` compares the two, and `report` and `text` tell.

mod calls;
mod event;
mod findings;
mod jobs;
mod lines;
mod report;
mod store;
mod text;
mod values;

use std::fs::File;
use std::io::BufReader;
use std::path::{Path, PathBuf};

use self::event::Told;
use self::lines::Records;
pub(super) use self::report::LogReport;
pub(super) use self::text::{counts, lists};
use super::old::OldJobs;
use super::times::UtcOffset;
use crate::CliError;

/// Reads the logs at `paths`, whose times are `offset` ahead of UTC, and compares them with the old database.
pub(super) fn read(
    old: &OldJobs,
    paths: &[PathBuf],
    offset: UtcOffset,
) -> Result<LogReport, CliError> {
    let failed = |error| old.failed(error);
    let mut report = LogReport::default();
    let mut covered = Vec::new();
    old.sql().execute_batch("BEGIN").map_err(failed)?;
    store::create(old.sql()).map_err(failed)?;
    for (number, path) in (0..).zip(paths) {
        report.files.push(path.display().to_string());
        covered.extend(read_file(old, (number, path), offset, &mut report)?);
    }
    report.repeated = store::drop_repeated(old.sql()).map_err(failed)?;
    jobs::read(old)?;
    calls::make(old.sql()).map_err(failed)?;
    jobs::find(old)?;
    findings::find(old, &joined(covered), &mut report)?;
    old.sql().execute_batch("COMMIT").map_err(failed)?;
    Ok(report)
}

/// Takes the events of a file; answers with the time that it covers, unless it is empty.
fn read_file(
    old: &OldJobs,
    (number, path): (u32, &Path),
    offset: UtcOffset,
    report: &mut LogReport,
) -> Result<Option<(i64, i64)>, CliError> {
    let failed = |source| CliError::io(format!("--log {}", path.display()), source);
    let file = File::open(path).map_err(failed)?;
    let is_empty = file.metadata().map_err(failed)?.len() == 0;
    let mut records = Records::new(BufReader::new(file));
    let mut covered: Option<(i64, i64)> = None;
    while let Some(record) = records.next().map_err(failed)? {
        report.records += 1;
        let micros = event::micros(&record, offset);
        if let Some(at) = micros {
            let (from, to) = covered.unwrap_or((at, at));
            covered = Some((from.min(at), to.max(at)));
        }
        match event::read(&record, micros) {
            Told::Event(event) => {
                report.cut += u64::from(event.cut);
                let line = format!("{} {}", record.time, record.text);
                let line = line.lines().next().unwrap_or_default();
                store::insert(old.sql(), number, &event, line)
                    .map_err(|error| old.failed(error))?;
            }
            Told::Unreadable => report.cut += 1,
            Told::Other => {}
        }
    }
    if covered.is_none() && !is_empty {
        let reason = "is not a log of the old server: no line begins as `2026-01-28 15:04:53,003 | INFO | ` does";
        return Err(CliError::OldFile { path: path.into(), reason: reason.into() });
    }
    Ok(covered)
}

/// Stretches of time in their order, those that overlap as one.
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
