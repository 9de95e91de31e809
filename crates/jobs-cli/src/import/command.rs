//! `jobctl import`: opens everything, lets the rows through, and prints the report.

use std::io::Write;
use std::path::Path;

use indicatif::ProgressBar;
use jobs_core::JobStore;
use jobs_sqlite::SqliteStore;
use serde_json::json;
use tempfile::TempDir;

use super::audit::{self, AuditLog};
use super::copy::Copy;
use super::items::AuditReport;
use super::log::{LogReport, Logs};
use super::old::OldJobs;
use super::record::{Recorder, Target};
use super::report::{self, Report};
use super::take::Taker;
use super::times::UtcOffset;
use super::{audit_hint, customers, gaps, log, report_text};
use crate::cli::ImportArgs;
use crate::{CliError, data_dir, exit, ledger, progress, terminal};

/// Runs the command.
pub(crate) async fn run(args: &ImportArgs, out: &mut dyn Write) -> Result<u8, CliError> {
    let offset = args.utc_offset.unwrap_or(UtcOffset::ZERO);
    let old = OldJobs::open(Copy::of(&args.old)?, offset)?;
    refuse_in_place(args)?;
    let mut report = begin(args, &old, offset)?;
    let log = open_audit(args, &old, offset, &mut report)?;
    let logs = read_logs(args, &old, offset)?;
    if args.dry_run {
        let before = ledger::open_as_if_to_append(&args.data_dir)?;
        if let Some(ledger) = &before {
            report.ledger_size_before = Some(size_of(&ledger.store).await?);
        }
        let before = before.as_ref().map(|ledger| &*ledger.store as &dyn JobStore);
        let (_directory, scratch) = scratch().map_err(CliError::in_temporary)?;
        let target = Target { ledger: &scratch, before };
        let taken = take_all(&old, log.as_ref(), offset, target, &mut report).await;
        scratch.close().await;
        taken.map_err(CliError::in_temporary)?;
    } else {
        let is_new = data_dir::is_without_ledger(&args.data_dir);
        let no_room = |error: CliError| error.in_data_dir(&args.data_dir);
        let store = data_dir::open_to_append(&args.data_dir).map_err(no_room)?;
        if !is_new {
            report.ledger_size_before = Some(size_of(&store).await?);
        }
        let target = Target { ledger: &store, before: None };
        let taken = take_all(&old, log.as_ref(), offset, target, &mut report).await;
        let size = size_of(&store).await;
        store.close().await;
        taken.map_err(no_room)?;
        report.ledger_size = Some(size?);
    }
    if let Some(logs) = logs {
        compare_logs(logs.compare(&old, log.as_ref())?, &mut report);
    }
    finish(args, &mut report);
    if args.json {
        writeln!(out, "{}", terminal::json(&json!(report))).map_err(CliError::Output)?;
    } else {
        report_text::write(out, &report).map_err(CliError::Output)?;
    }
    Ok(if report.left_something_out() { exit::NOT_ALL_TAKEN } else { exit::DONE })
}

async fn size_of(store: &SqliteStore) -> Result<u64, CliError> {
    let head = store.head().await;
    head.map(|head| head.size()).map_err(|error| CliError::ledger("reading the ledger", error))
}

/// A temporary ledger, into which a dry run imports: it refuses whatever the real one would refuse.
fn scratch() -> Result<(TempDir, SqliteStore), CliError> {
    const DOING: &str = "making a ledger for the dry run";
    let directory = tempfile::tempdir().map_err(CliError::temporary)?;
    let store = SqliteStore::open(directory.path().join("jobs.db"))
        .map_err(|error| CliError::ledger(DOING, error))?;
    Ok((directory, store))
}

/// Refuses an old database in the place of the ledger: opening it as a ledger could already change
/// it.
fn refuse_in_place(args: &ImportArgs) -> Result<(), CliError> {
    let real = |path: &Path| path.canonicalize().ok();
    let ledger = data_dir::ledger_file(&args.data_dir);
    if real(&ledger).is_none() || real(&ledger) != real(&args.old) {
        return Ok(());
    }
    Err(CliError::Usage(format!(
        "{} is where the ledger would be: move the old database and the files beside it elsewhere, or name another \
         directory with --data-dir",
        args.old.display()
    )))
}

/// What is known before any row is read.
fn begin(args: &ImportArgs, old: &OldJobs, offset: UtcOffset) -> Result<Report, CliError> {
    Ok(Report {
        file: args.old.display().to_string(),
        ledger: data_dir::ledger_file(&args.data_dir).display().to_string(),
        dry_run: args.dry_run,
        utc_offset: offset.to_string(),
        jobs_found: old.count()?,
        customer_rows_found: old.customer_rows()?,
        orphan_customers: customers::orphans(old)?,
        time_gaps: gaps::find(old)?,
        time_gap_rule: gaps::RULE,
        ..Report::default()
    })
}

/// Opens the audit log, and finds the offset that fits it best. As what is recorded stays, the
/// import ends before it begins if the log contradicts an offset that nobody chose.
fn open_audit(
    args: &ImportArgs,
    old: &OldJobs,
    offset: UtcOffset,
    report: &mut Report,
) -> Result<Option<AuditLog>, CliError> {
    let Some(path) = &args.audit else { return Ok(None) };
    let mut audit = AuditReport { file: path.display().to_string(), ..AuditReport::default() };
    let log = AuditLog::open(Copy::of(path)?, &mut audit)?;
    audit.offset_hint = audit_hint::find(old, &log, offset)?;
    if let Some(hint) = &audit.offset_hint
        && hint.jobs_that_agree > hint.jobs_that_agree_with_given
    {
        let found = format!(
            "of {} with local times, {} agree with the audit log at {}, and {} at {offset}",
            report::jobs(hint.jobs_compared),
            hint.jobs_that_agree,
            hint.utc_offset,
            hint.jobs_that_agree_with_given,
        );
        if args.utc_offset.is_none() {
            return Err(CliError::Usage(format!(
                "{found}. Recorded times cannot be changed, so nothing was recorded. Choose --utc-offset {}, or \
                 --utc-offset {offset} if that is right",
                hint.utc_offset
            )));
        }
        report.warnings.push(format!("{found}: --utc-offset {} may be right", hint.utc_offset));
    }
    report.audit = Some(audit);
    Ok(Some(log))
}

/// Reads the old server's logs, which do not affect what is recorded.
fn read_logs(
    args: &ImportArgs,
    old: &OldJobs,
    offset: UtcOffset,
) -> Result<Option<Logs>, CliError> {
    if args.log.is_empty() {
        return Ok(None);
    }
    log::read(old, &args.log, offset).map(Some)
}

/// Adds what the logs show to the report.
fn compare_logs(log: LogReport, report: &mut Report) {
    if log.calls.started + log.calls.without_start == 0 {
        report.warnings.push(format!(
            "no line of a Set Action was found in {}; is it the log of the old server?",
            log.files.join(", ")
        ));
    }
    for file in &log.unreadable_files {
        report.warnings.push(format!(
            "nothing was read from {file}: no line begins like `2026-01-28 15:04:53,003 | INFO | `"
        ));
    }
    report.log = Some(log);
}

pub(super) async fn take_all(
    old: &OldJobs,
    log: Option<&AuditLog>,
    offset: UtcOffset,
    target: Target<'_>,
    report: &mut Report,
) -> Result<(), CliError> {
    let total = report.jobs_found;
    let mut taker = Taker::new(old, log, offset, report);
    let bar = progress::bar(total, "rows");
    take_jobs(old, &mut taker, target, &bar).await?;
    if let Some(log) = log {
        take_left_over(log, &mut taker, target, &bar).await?;
    }
    bar.finish_and_clear();
    taker.finish();
    Ok(())
}

async fn take_jobs(
    old: &OldJobs,
    taker: &mut Taker<'_>,
    target: Target<'_>,
    bar: &ProgressBar,
) -> Result<(), CliError> {
    let failed = |error| old.failed(error);
    let mut recorder = Recorder::new(target);
    let mut statement = old.sql().prepare(&old.rows_sql("")).map_err(failed)?;
    let mut rows = statement.query([]).map_err(failed)?;
    while let Some(row) = rows.next().map_err(failed)? {
        let row = old.jobs().read(row).map_err(failed)?;
        bar.inc(1);
        if let Some((label, job)) = taker.job(&row)?
            && recorder.push(label, job)
        {
            taker.answers(recorder.flush().await?);
        }
    }
    taker.answers(recorder.flush().await?);
    Ok(())
}

async fn take_left_over(
    log: &AuditLog,
    taker: &mut Taker<'_>,
    target: Target<'_>,
    bar: &ProgressBar,
) -> Result<(), CliError> {
    let mut recorder = Recorder::new(target);
    let mut from = Some(audit::START);
    while let Some(place) = from {
        let (page, next) = log.left_over(place)?;
        from = next;
        for row in page {
            bar.inc_length(1);
            bar.inc(1);
            if let Some((label, job)) = taker.left_over(row)
                && recorder.push(label, job)
            {
                taker.answers(recorder.flush().await?);
            }
        }
    }
    taker.answers(recorder.flush().await?);
    Ok(())
}

/// Adds the warnings that depend on all rows.
fn finish(args: &ImportArgs, report: &mut Report) {
    if report.local_times > 0 && args.utc_offset.is_none() {
        report.warnings.push(format!(
            "the times of {} have no offset and were read as UTC. If the old dashboard's clock showed another zone, \
             these times are wrong. Recorded times cannot be changed: run with --dry-run first, and give the zone with \
             --utc-offset",
            report::jobs(report.local_times)
        ));
    }
}
