//! The report as text for a person.

use std::io::{self, Write};

use jobs_core::plural;

use super::items::{Listed, NotTaken};
use super::log;
use super::report::Report;
use super::report_lines::{SHOWN, line, line_if_any, list};
use crate::terminal::escape;

/// Writes the report.
///
/// # Errors
/// Those of `out`.
pub(super) fn write(out: &mut dyn Write, report: &Report) -> io::Result<()> {
    heading(out, report)?;
    jobs(out, report)?;
    customers(out, report)?;
    audit(out, report)?;
    if let Some(log) = &report.log {
        log::counts(out, log)?;
    }
    for warning in &report.warnings {
        writeln!(out, "\nWARNING: {}", escape(warning))?;
    }
    what_is_missing(out, report)?;
    if let Some(log) = &report.log {
        log::lists(out, log)?;
    }
    what_is_changed(out, report)?;
    what_is_odd(out, report)
}

fn heading(out: &mut dyn Write, report: &Report) -> io::Result<()> {
    let file = escape(&report.file);
    let ledger = escape(&report.ledger);
    // Shows a mistyped --data-dir.
    let which = match report.ledger_size_before {
        None => "a new ledger".to_owned(),
        Some(size) => format!("a ledger of {}", plural(size, "entry", "entries")),
    };
    if report.dry_run {
        writeln!(
            out,
            "Dry run: what an import of {file} into {ledger}, {which}, would do. Nothing was recorded."
        )?;
    } else {
        writeln!(out, "Import of {file} into {ledger}, {which}")?;
    }
    writeln!(out, "Times without an offset are read as {}.\n", report.utc_offset)
}

fn jobs(out: &mut dyn Write, report: &Report) -> io::Result<()> {
    line(out, "Jobs found", report.jobs_found)?;
    line(out, "  imported", report.jobs.imported)?;
    line(out, "  already recorded", report.jobs.already_recorded)?;
    line_if_any(out, "  already recorded, with other content", report.jobs.conflicts)?;
    line_if_any(out, "  not imported", report.not_taken.count)?;
    line_if_any(out, "    with the ID of an earlier row", report.duplicate_job_ids)?;
    if let Some(size) = report.ledger_size {
        line(out, "Entries in the ledger now", size)?;
    }
    writeln!(out, "\nStatuses")?;
    for (raw, count) in &report.statuses {
        line(out, &format!("  {} -> {}", escape(raw), count.recorded_as), count.jobs)?;
    }
    Ok(())
}

fn customers(out: &mut dyn Write, report: &Report) -> io::Result<()> {
    writeln!(out, "\nCustomers")?;
    line(out, "  rows found", report.customer_rows_found)?;
    line(out, "  imported with their jobs", report.customers_imported)?;
    line_if_any(out, "  of jobs already recorded", report.customers_already_recorded)?;
    line_if_any(out, "  of jobs with other content", report.customers_of_conflicts)?;
    line_if_any(out, "  of jobs not imported", report.customers_not_taken)?;
    line_if_any(out, "  rows that repeat a customer", report.duplicate_customers)?;
    line_if_any(out, "  rows without a job", report.orphan_customers.rows)?;
    line_if_any(out, "  jobs without customers", report.jobs_without_customers)
}

fn audit(out: &mut dyn Write, report: &Report) -> io::Result<()> {
    let Some(audit) = &report.audit else { return Ok(()) };
    writeln!(out, "\nAudit log {}", escape(&audit.file))?;
    line(out, "  rows found", audit.rows)?;
    line(out, "  recorded with their jobs", audit.matched)?;
    line(out, "  of no job: imported as jobs", audit.unmatched.imported)?;
    line(out, "  of no job: already recorded", audit.unmatched.already_recorded)?;
    let conflicts = audit.unmatched.conflicts;
    line_if_any(out, "  of no job: recorded with other content", conflicts)?;
    line(out, "  without customers: left out", audit.without_customers)?;
    line_if_any(out, "  not imported", audit.not_taken.count)
}

fn what_is_missing(out: &mut dyn Write, report: &Report) -> io::Result<()> {
    let all = Listed::<()>::KEPT;
    let show = |item: &NotTaken| format!("row {}, {}: {}", item.row, item.id, item.reason);
    list(out, "Not imported", &report.not_taken, all, show)?;
    if let Some(audit) = &report.audit {
        list(out, "Not imported from the audit log", &audit.not_taken, all, show)?;
    }
    list(
        out,
        "Already recorded with other content, which was kept",
        &report.conflicts,
        SHOWN,
        |item| format!("{}: differs in {}", item.job_id, item.differs_in.join(", ")),
    )?;
    list(
        out,
        "Customers of jobs that do not exist, by job ID",
        &report.orphan_customers.jobs,
        SHOWN,
        String::clone,
    )
}

fn what_is_changed(out: &mut dyn Write, report: &Report) -> io::Result<()> {
    let title = "Recorded without white space or invisible characters; the original record has the old spelling";
    list(out, title, &report.respelt, SHOWN, |item| format!("{}: {}", item.job_id, item.field))?;
    let title = "Customers that a job has in several such spellings, recorded once";
    let merged = &report.merged_customers;
    list(out, title, merged, SHOWN, |item| format!("{}: {}", item.job_id, item.cid))?;
    list(
        out,
        "Shortened; the original record has the whole text",
        &report.shortened,
        SHOWN,
        |item| format!("{}: {}", item.job_id, item.field),
    )?;
    let aside = &report.kept_in_original_only;
    list(out, "Left out of its field; the original record has the value", aside, SHOWN, |item| {
        format!("{}: {}", item.job_id, item.field)
    })?;
    match report.jobs_with_credentials_removed {
        0 => Ok(()),
        count => writeln!(out, "\nJobs whose credentials were replaced by [redacted]: {count}"),
    }
}

fn what_is_odd(out: &mut dyn Write, report: &Report) -> io::Result<()> {
    let title = "Payloads that are not JSON and mention credentials; check them";
    list(out, title, &report.payloads_to_look_at, SHOWN, ToString::to_string)?;
    let title = "Payloads that name other customers than the job; the job's were recorded";
    list(out, title, &report.payload_names_other_customers, SHOWN, ToString::to_string)?;
    let title = "Updated before they were created";
    list(out, title, &report.updated_before_created, SHOWN, ToString::to_string)?;
    let title = "Suspicious pairs: same user, action and customers within a second";
    list(out, title, &report.suspicious_pairs, SHOWN, |pair| {
        format!(
            "{} and {}, {} ms apart: {}, {}, customers: {}",
            pair.first,
            pair.second,
            pair.apart_ms,
            pair.user_id,
            pair.action_name,
            pair.customer_count
        )
    })?;
    let title = format!("Gaps in time ({})", report.time_gap_rule);
    list(out, &title, &report.time_gaps, SHOWN, |gap| {
        let time = |time: Option<jobs_core::Timestamp>| {
            time.map_or_else(String::new, |time| time.to_string())
        };
        format!(
            "{} h without a job, {} to {}, after {} and before {}",
            gap.hours,
            time(gap.from),
            time(gap.to),
            gap.after_job,
            gap.before_job
        )
    })
}
