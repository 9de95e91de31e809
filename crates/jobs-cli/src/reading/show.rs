//! `jobctl show`: all that is recorded about one job.

use std::fmt::Display;
use std::io::{self, Write};

use jobs_core::{Cid, JobDetail, JobId, StatusDetails};
use serde::Serialize;

use super::source::Source;
use crate::api::Entry;
use crate::cli::ShowArgs;
use crate::terminal::{self, escape};
use crate::{CliError, exit};

/// The output, as JSON.
#[derive(Serialize)]
struct Shown {
    job: JobDetail,
    history: Vec<Entry>,
    #[serde(skip_serializing_if = "Option::is_none")]
    customers: Option<Vec<Cid>>,
}

pub(crate) async fn run(args: &ShowArgs, out: &mut dyn Write) -> Result<u8, CliError> {
    let source = Source::open(&args.place)?;
    let job = source.job(args.job_id).await?;
    let history = source.history(args.job_id).await?.entries;
    if args.json {
        let customers =
            if args.customers { Some(all_customers(&source, args.job_id).await?) } else { None };
        let shown = Shown { job, history, customers };
        writeln!(out, "{}", terminal::json(&shown)).map_err(CliError::Output)?;
        return Ok(exit::DONE);
    }
    write_facts(out, &job).map_err(CliError::Output)?;
    write_history(out, &history).map_err(CliError::Output)?;
    if args.customers {
        writeln!(out, "\nCustomers").map_err(CliError::Output)?;
        walk(&source, args.job_id, |cid| writeln!(out, "  {}", escape(cid.as_str()))).await?;
    }
    Ok(exit::DONE)
}

async fn all_customers(source: &Source, job_id: JobId) -> Result<Vec<Cid>, CliError> {
    let mut all = Vec::new();
    walk(source, job_id, |cid| {
        all.push(cid);
        Ok(())
    })
    .await?;
    Ok(all)
}

/// Gives every customer of the job to `each`, a page at a time.
async fn walk(
    source: &Source,
    job_id: JobId,
    mut each: impl FnMut(Cid) -> io::Result<()>,
) -> Result<(), CliError> {
    let mut after: Option<Cid> = None;
    loop {
        let page = source.customers(job_id, after.clone()).await?;
        page.customers.into_iter().try_for_each(&mut each).map_err(CliError::Output)?;
        if page.next.is_none() {
            return Ok(());
        }
        if page.next <= after {
            let what =
                "a page of customers does not continue after the one before; it would never end";
            return Err(CliError::Server(what.into()));
        }
        after = page.next;
    }
}

/// Writes a line with the name and the value of each known fact.
fn write_facts(out: &mut dyn Write, detail: &JobDetail) -> io::Result<()> {
    fn text<T: Display>(value: Option<&T>) -> Option<String> {
        value.map(ToString::to_string)
    }
    let JobDetail { job, request_payload, response_summary, original } = detail;
    let facts = &job.facts;
    let lines = [
        ("job_id", text(Some(&job.job_id))),
        ("status", text(Some(&job.status))),
        ("cause", text(job.cause.as_ref())),
        ("http_status", job.http_status.map(|code| code.get().to_string())),
        ("error_message", text(job.error_message.as_ref())),
        ("user_id", text(Some(&facts.user_id))),
        ("submitted_by", text(facts.submitted_by.as_ref())),
        ("action_name", text(Some(&facts.action_name))),
        ("action_code", Some(facts.action_code.get().to_string())),
        ("batch_id", text(facts.batch_id.as_ref())),
        ("cluster_url", text(facts.cluster_url.as_ref())),
        ("created_at", text(Some(&job.created_at))),
        ("updated_at", text(job.updated_at.as_ref())),
        ("note_count", (job.note_count > 0).then(|| job.note_count.to_string())),
        ("customer_count", text(Some(&job.customer_count))),
        ("source", Some(job.source.as_str().into())),
        ("retry_of", text(job.retry_of.as_ref())),
        ("request_payload", text(request_payload.as_ref())),
        ("response_summary", text(response_summary.as_ref())),
        ("original", text(original.as_ref())),
    ];
    for (name, value) in lines {
        if let Some(value) = value {
            writeln!(out, "{name:<17} {}", escape(&value))?;
        }
    }
    Ok(())
}

fn write_history(out: &mut dyn Write, history: &[Entry]) -> io::Result<()> {
    writeln!(out, "\nHistory")?;
    history.iter().try_for_each(|entry| write_entry(out, entry))
}

fn write_entry(out: &mut dyn Write, entry: &Entry) -> io::Result<()> {
    let position = entry.position();
    let index = position.index;
    let recorded_at = position.recorded_at;
    write!(out, "  {index}  {recorded_at}  {}", entry.kind())?;
    if let Some(status) = entry.status() {
        write!(out, "  {status}")?;
    }
    if let Some(StatusDetails { cause, http_status, .. }) = entry.details() {
        write!(out, "  for {cause}")?;
        if let Some(code) = http_status {
            write!(out, "  http {}", code.get())?;
        }
    }
    if let Some(change) = entry.change() {
        write!(out, "  by {}", escape(change.actor.as_str()))?;
    }
    if let Some(note) = entry.note() {
        write!(out, "  by {}  - {}", escape(note.actor.as_str()), escape(note.text.as_str()))?;
    }
    if let Some(message) = entry.details().and_then(|details| details.error_message.as_ref()) {
        write!(out, "  - {}", escape(message.as_str()))?;
    }
    writeln!(out)?;
    for outcome in entry.change().iter().flat_map(|change| &change.outcomes) {
        write!(out, "    {}  {}", escape(outcome.cid.as_str()), outcome.status)?;
        match &outcome.message {
            Some(message) => writeln!(out, "  {}", escape(message.as_str()))?,
            None => writeln!(out)?,
        }
    }
    Ok(())
}
