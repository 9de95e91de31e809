//! `jobctl show`: all that is recorded about one job.

use std::io::{self, Write};

use jobs_core::{Cid, JobId};
use serde_json::{Value, json};

use crate::cli::ShowArgs;
use crate::source::Source;
use crate::terminal::{self, escape};
use crate::{CliError, exit};

/// The fields of a job in the order in which they are shown; those that are null are left out.
const FIELDS: [&str; 19] = [
    "job_id",
    "status",
    "cause",
    "http_status",
    "error_message",
    "user_id",
    "submitted_by",
    "action_name",
    "action_code",
    "batch_id",
    "cluster_url",
    "created_at",
    "updated_at",
    "customer_count",
    "source",
    "retry_of",
    "request_payload",
    "response_summary",
    "original",
];

pub(crate) async fn run(args: &ShowArgs, out: &mut dyn Write) -> Result<u8, CliError> {
    let source = Source::open(&args.place)?;
    let job = source.job(args.job_id).await?;
    let history = source.history(args.job_id).await?["entries"].take();
    if args.json {
        let mut shown = json!({"job": job, "history": history});
        if args.customers {
            let mut all = Vec::new();
            walk(&source, args.job_id, |cid| {
                all.push(cid);
                Ok(())
            })
            .await?;
            shown["customers"] = json!(all);
        }
        writeln!(out, "{}", terminal::json(&shown)).map_err(CliError::Output)?;
        return Ok(exit::DONE);
    }
    facts(out, &job).map_err(CliError::Output)?;
    events(out, &history).map_err(CliError::Output)?;
    if args.customers {
        writeln!(out, "\nCustomers").map_err(CliError::Output)?;
        walk(&source, args.job_id, |cid| writeln!(out, "  {}", escape(cid.as_str()))).await?;
    }
    Ok(exit::DONE)
}

/// Gives every customer of the job to `each`, a page at a time.
async fn walk(
    source: &Source,
    job_id: JobId,
    mut each: impl FnMut(Cid) -> io::Result<()>,
) -> Result<(), CliError> {
    let mut after: Option<Cid> = None;
    loop {
        let (page, next) = source.customers(job_id, after.clone()).await?;
        page.into_iter().try_for_each(&mut each).map_err(CliError::Output)?;
        if next.is_none() {
            return Ok(());
        }
        if next <= after {
            let what = "the customers do not go on after the page before, and would never end";
            return Err(CliError::Server(what.into()));
        }
        after = next;
    }
}

fn facts(out: &mut dyn Write, job: &Value) -> io::Result<()> {
    let shown = FIELDS.iter().filter(|field| !job[**field].is_null());
    shown.into_iter().try_for_each(|field| writeln!(out, "{field:<17} {}", plain(&job[*field])))
}

fn events(out: &mut dyn Write, history: &Value) -> io::Result<()> {
    writeln!(out, "\nHistory")?;
    for entry in history.as_array().into_iter().flatten() {
        write!(
            out,
            "  {}  {}  {}  {}",
            plain(&entry["index"]),
            plain(&entry["recorded_at"]),
            plain(&entry["kind"]),
            plain(&entry["status"]),
        )?;
        for (label, field) in
            [("for", "cause"), ("http", "http_status"), ("by", "actor"), ("-", "error_message")]
        {
            if !entry[field].is_null() {
                write!(out, "  {label} {}", plain(&entry[field]))?;
            }
        }
        writeln!(out)?;
        for outcome in entry["outcomes"].as_array().into_iter().flatten() {
            write!(out, "    {}  {}", plain(&outcome["cid"]), plain(&outcome["status"]))?;
            match outcome["message"].as_str() {
                Some(message) => writeln!(out, "  {}", escape(message))?,
                None => writeln!(out)?,
            }
        }
    }
    Ok(())
}

/// Texts without quotes, everything else as JSON; safe for a terminal.
fn plain(value: &Value) -> String {
    match value {
        Value::String(text) => escape(text).into_owned(),
        other => terminal::json(other),
    }
}
