//! `jobctl list`: jobs in aligned columns, or as JSON.

use std::collections::HashSet;
use std::io::{self, Write};

use jobs_core::Job;

use super::source::Source;
use crate::cli::ListArgs;
use crate::terminal::{self, Table, clip};
use crate::{CliError, exit};

/// How many jobs are requested at a time.
const PAGE: usize = 500;

/// The widest column of free text.
const TEXT_COLUMNS: usize = 40;

pub(crate) async fn run(args: &ListArgs, out: &mut dyn Write) -> Result<u8, CliError> {
    let source = Source::open(&args.place)?;
    let mut printer = Printer::new(args.json);
    let mut cursor = args.cursor.clone();
    // Only the server knows what a cursor means. A repeated one leads to pages that were already
    // shown.
    let mut seen = HashSet::new();
    let mut left = if args.all { u64::MAX } else { args.limit };
    loop {
        let limit = usize::try_from(left).unwrap_or(PAGE).min(PAGE);
        let page = source.jobs(args, cursor.as_deref(), limit).await?;
        cursor = page.next;
        left = left.saturating_sub(page.jobs.len() as u64);
        printer.page(out, &page.jobs).map_err(CliError::Output)?;
        let Some(next) = &cursor else { break };
        if left == 0 {
            break;
        }
        if !seen.insert(next.clone()) {
            let what = "a page leads back to one that was already shown; the list would never end";
            return Err(CliError::Server(what.into()));
        }
    }
    printer.end(out, cursor.as_deref()).map_err(CliError::Output)?;
    Ok(exit::DONE)
}

enum Printer {
    /// `{"jobs":[` and one job per line: a single document, of which no job is held in memory.
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

    fn page(&mut self, out: &mut dyn Write, jobs: &[Job]) -> io::Result<()> {
        match self {
            Self::Json { begun } => {
                for job in jobs {
                    let before = if *begun { "," } else { "{\"jobs\":[" };
                    *begun = true;
                    writeln!(out, "{before}{}", terminal::json(job))?;
                }
                Ok(())
            }
            Self::Text { table, any } => {
                *any |= !jobs.is_empty();
                table.page(out, &jobs.iter().map(row).collect::<Vec<_>>())
            }
        }
    }

    fn end(&self, out: &mut dyn Write, next: Option<&str>) -> io::Result<()> {
        match self {
            Self::Json { begun } => {
                let before = if *begun { "" } else { "{\"jobs\":[" };
                let next = terminal::json(&next);
                writeln!(out, "{before}],\"next\":{next}}}")
            }
            Self::Text { any: false, .. } => writeln!(out, "no jobs"),
            Self::Text { .. } => match next {
                None => Ok(()),
                Some(next) => {
                    let next = terminal::escape(next);
                    writeln!(out, "There are more: --cursor {next} continues, --all lists all.")
                }
            },
        }
    }
}

fn row(job: &Job) -> [String; 6] {
    // FAILED 401 - Invalid access token
    let mut status = job.status.to_string();
    if let Some(code) = job.http_status {
        status.push_str(&format!(" {}", code.get()));
    }
    if let Some(message) = job.error_message.as_ref().filter(|text| !text.as_str().is_empty()) {
        status.push_str(&format!(" - {message}"));
    }
    let created_at = job.created_at.to_string().replacen('T', " ", 1);
    // To the second; `jobctl show` has the rest.
    let created_at = created_at.get(..19).unwrap_or(&created_at).to_owned();
    // vijay (by boss)
    let mut user = job.facts.user_id.to_string();
    if let Some(name) = &job.facts.submitted_by {
        user.push_str(&format!(" (by {name})"));
    }
    let short = |text: &str| clip(&terminal::escape(text), TEXT_COLUMNS).into_owned();
    [
        job.job_id.to_string(),
        created_at,
        short(&status),
        short(&user),
        short(job.facts.action_name.as_str()),
        job.customer_count.to_string(),
    ]
}
