//! `jobctl stats`: how many jobs there are, in aligned columns, or as JSON.

use std::io::Write;

use jobs_core::{Status, plural};
use serde_json::Value;

use crate::cli::StatsArgs;
use crate::source::Source;
use crate::terminal::{self, Table, clip};
use crate::{CliError, exit};

/// The widest column of free text.
const TEXT_COLUMNS: usize = 40;

/// What jobs are counted by: the member of the answer, and its heading.
const BREAKDOWNS: [(&str, &str); 3] =
    [("by_action", "ACTION"), ("by_user", "USER"), ("by_day", "DAY (UTC)")];

pub(crate) async fn run(args: &StatsArgs, out: &mut dyn Write) -> Result<u8, CliError> {
    let source = Source::open(&args.place)?;
    let stats = source.stats(args).await?;
    if args.json {
        writeln!(out, "{}", terminal::json(&stats)).map_err(CliError::Output)?;
        return Ok(exit::DONE);
    }
    let size = stats["head"]["size"].as_u64().ok_or_else(|| unreadable("head"))?;
    let total = row(plural(size, "entry", "entries"), &stats["total"])?;
    print(out, "LEDGER", &[total])?;
    for (member, heading) in BREAKDOWNS {
        let rows = rows(&stats[member]).ok_or_else(|| unreadable(member))??;
        if !rows.is_empty() {
            writeln!(out).map_err(CliError::Output)?;
            print(out, heading, &rows)?;
        }
    }
    Ok(exit::DONE)
}

fn print(out: &mut dyn Write, heading: &'static str, rows: &[[String; 6]]) -> Result<(), CliError> {
    let [a, b, c, d] = Status::ALL.map(Status::as_str);
    Table::new([heading, "JOBS", a, b, c, d]).page(out, rows).map_err(CliError::Output)
}

/// A line for each value, and one for the jobs that are in none of them; none when the answer is not a breakdown.
fn rows(breakdown: &Value) -> Option<Result<Vec<[String; 6]>, CliError>> {
    let rows = breakdown["rows"].as_array()?.iter();
    let values = rows.map(|row| Some((row["value"].as_str()?, &row["jobs"])));
    let mut lines: Vec<(&str, &Value)> = values.collect::<Option<_>>()?;
    let other = &breakdown["other"];
    if Status::ALL.iter().any(|status| other[status.as_str()] != 0) {
        lines.push(("all others", other));
    }
    let short = |text: &str| clip(&terminal::escape(text), TEXT_COLUMNS).into_owned();
    Some(lines.into_iter().map(|(value, jobs)| row(short(value), jobs)).collect())
}

fn row(value: String, jobs: &Value) -> Result<[String; 6], CliError> {
    let mut cells =
        [value, String::new(), String::new(), String::new(), String::new(), String::new()];
    let mut sum = 0_u64;
    for (status, cell) in Status::ALL.into_iter().zip(&mut cells[2..]) {
        let count = jobs[status.as_str()].as_u64().ok_or_else(|| unreadable(status.as_str()))?;
        sum = sum.saturating_add(count);
        *cell = count.to_string();
    }
    cells[1] = sum.to_string();
    Ok(cells)
}

fn unreadable(member: &str) -> CliError {
    CliError::Server(format!("the statistics cannot be read: {member}"))
}
