//! `jobctl stats`: how many jobs there are, in aligned columns, or as JSON.

use std::fmt::Display;
use std::io::{self, Write};

use jobs_core::{Breakdown, Counts, Status, plural};

use super::source::Source;
use crate::api::StatsAnswer;
use crate::cli::StatsArgs;
use crate::terminal::{self, Table, clip};
use crate::{CliError, exit};

/// The widest column of free text.
const TEXT_COLUMNS: usize = 40;

pub(crate) async fn run(args: &StatsArgs, out: &mut dyn Write) -> Result<u8, CliError> {
    let source = Source::open(&args.place)?;
    let stats = source.stats(args).await?;
    if args.json { writeln!(out, "{}", terminal::json(&stats)) } else { write_text(out, &stats) }
        .map_err(CliError::Output)?;
    Ok(exit::DONE)
}

fn write_text(out: &mut dyn Write, stats: &StatsAnswer) -> io::Result<()> {
    let size = plural(stats.head.size, "entry", "entries");
    write_table(out, "LEDGER", &[row(size, stats.total)])?;
    write_breakdown(out, "ACTION", &stats.by_action)?;
    write_breakdown(out, "USER", &stats.by_user)?;
    write_breakdown(out, "DAY (UTC)", &stats.by_day)
}

/// Writes a line for each value, and one for the jobs in none of them; nothing when there are no
/// jobs.
fn write_breakdown<T: Display>(
    out: &mut dyn Write,
    heading: &'static str,
    breakdown: &Breakdown<T>,
) -> io::Result<()> {
    let short = |value: &T| clip(&terminal::escape(&value.to_string()), TEXT_COLUMNS).into_owned();
    let mut rows: Vec<_> =
        breakdown.rows.iter().map(|count| row(short(&count.value), count.jobs)).collect();
    if breakdown.other != Counts::default() {
        rows.push(row("all others".into(), breakdown.other));
    }
    if rows.is_empty() {
        return Ok(());
    }
    writeln!(out)?;
    write_table(out, heading, &rows)
}

fn write_table(out: &mut dyn Write, heading: &'static str, rows: &[[String; 6]]) -> io::Result<()> {
    let [a, b, c, d] = Status::ALL.map(Status::as_str);
    Table::new([heading, "JOBS", a, b, c, d]).page(out, rows)
}

fn row(value: String, jobs: Counts) -> [String; 6] {
    let [a, b, c, d] = Status::ALL.map(|status| jobs.get(status).to_string());
    [value, jobs.jobs().to_string(), a, b, c, d]
}
