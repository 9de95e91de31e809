//! `jobctl list`: jobs in aligned columns, or as JSON.

use std::collections::HashSet;
use std::io::Write;

use serde::Deserialize;
use serde_json::Value;

use crate::cli::ListArgs;
use crate::source::Source;
use crate::terminal::{self, Table, clip};
use crate::{CliError, exit};

/// How many jobs are asked for at a time.
const PAGE: usize = 500;

/// The widest column of free text.
const TEXT_COLUMNS: usize = 40;

/// What a line shows of a job.
#[derive(Deserialize)]
struct Line {
    job_id: String,
    created_at: String,
    status: String,
    http_status: Option<u16>,
    user_id: String,
    submitted_by: Option<String>,
    action_name: String,
    customer_count: u64,
    error_message: Option<String>,
}

pub(crate) async fn run(args: &ListArgs, out: &mut dyn Write) -> Result<u8, CliError> {
    let source = Source::open(&args.place)?;
    let mut printer = Printer::new(args.json);
    let mut cursor = args.cursor.clone();
    // Nobody but the server knows what a cursor says. One that comes again leads to pages that were shown already.
    let mut seen = HashSet::new();
    let mut left = if args.all { u64::MAX } else { args.limit };
    loop {
        let limit = usize::try_from(left).unwrap_or(PAGE).min(PAGE);
        let mut page = source.jobs(args, cursor.as_deref(), limit).await?;
        let Value::Array(jobs) = page["jobs"].take() else {
            return Err(CliError::Server("the answer has no jobs".into()));
        };
        cursor = page["next"].as_str().map(str::to_owned);
        left = left.saturating_sub(jobs.len() as u64);
        printer.page(out, jobs)?;
        let Some(next) = &cursor else { break };
        if left == 0 {
            break;
        }
        if !seen.insert(next.clone()) {
            let what = "a page leads back to one that was shown already; the list would never end";
            return Err(CliError::Server(what.into()));
        }
    }
    printer.end(out, cursor.as_deref())?;
    Ok(exit::DONE)
}

enum Printer {
    /// `{"jobs":[` and a job a line, so that any number of jobs is one document and none is held.
    Json {
        begun: bool,
    },
    Text {
        table: Box<Table<6>>,
        any: bool,
    },
}

impl Printer {
    fn new(json: bool) -> Self {
        if json {
            return Self::Json { begun: false };
        }
        let head = ["JOB ID", "CREATED (UTC)", "STATUS", "USER", "ACTION", "CUSTOMERS"];
        Self::Text { table: Box::new(Table::new(head)), any: false }
    }

    fn page(&mut self, out: &mut dyn Write, jobs: Vec<Value>) -> Result<(), CliError> {
        match self {
            Self::Json { begun } => {
                for job in &jobs {
                    let before = if *begun { "," } else { "{\"jobs\":[" };
                    *begun = true;
                    writeln!(out, "{before}{}", terminal::json(job)).map_err(CliError::Output)?;
                }
                Ok(())
            }
            Self::Text { table, any } => {
                *any |= !jobs.is_empty();
                let rows = jobs.into_iter().map(row).collect::<Result<Vec<_>, _>>()?;
                table.page(out, &rows).map_err(CliError::Output)
            }
        }
    }

    fn end(&self, out: &mut dyn Write, next: Option<&str>) -> Result<(), CliError> {
        match self {
            Self::Json { begun } => {
                let before = if *begun { "" } else { "{\"jobs\":[" };
                let next = terminal::json(&next.into());
                writeln!(out, "{before}],\"next\":{next}}}")
            }
            Self::Text { any: false, .. } => writeln!(out, "no jobs"),
            Self::Text { .. } => match next {
                None => Ok(()),
                Some(next) => {
                    let next = terminal::escape(next);
                    writeln!(out, "There are more: --cursor {next} goes on, --all shows all.")
                }
            },
        }
        .map_err(CliError::Output)
    }
}

fn row(job: Value) -> Result<[String; 6], CliError> {
    let job: Line = serde_json::from_value(job)
        .map_err(|error| CliError::Server(format!("a job of the list cannot be read: {error}")))?;
    // FAILED 401 - Invalid access token
    let mut status = job.status;
    if let Some(code) = job.http_status {
        status.push_str(&format!(" {code}"));
    }
    if let Some(message) = job.error_message.filter(|message| !message.is_empty()) {
        status.push_str(" - ");
        status.push_str(&message);
    }
    let created_at = job.created_at.replacen('T', " ", 1);
    // To the second; `jobctl show` has the rest.
    let created_at = created_at.get(..19).unwrap_or(&created_at).to_owned();
    // vijay (by boss)
    let by = job.submitted_by.map(|name| format!(" (by {name})"));
    let user = job.user_id + &by.unwrap_or_default();
    let short = |text: &str| clip(&terminal::escape(text), TEXT_COLUMNS).into_owned();
    Ok([
        job.job_id,
        created_at,
        short(&status),
        short(&user),
        short(&job.action_name),
        job.customer_count.to_string(),
    ])
}
