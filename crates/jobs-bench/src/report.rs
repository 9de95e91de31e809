//! Reports what was measured: as a table, ratios first, and as JSON.

use std::path::Path;

use serde_json::{Value, json};

use crate::Result;
use crate::client::Outcome;
use crate::left_out::left_out;
use crate::machine::Machine;
use crate::measured::{Measured, Unit};

/// Rounded, with enough digits to tell small ratios apart.
pub(crate) fn rounded(value: f64) -> String {
    match value {
        ..0.1 => format!("{value:.4}"),
        ..100.0 => format!("{value:.2}"),
        _ => format!("{value:.0}"),
    }
}

#[expect(clippy::print_stdout, reason = "the table is what this program is for")]
pub(crate) fn print(results: &[Measured]) {
    println!(
        "ratio  in     target   ledger/s  median ms   p99 ms  refused    limit/s   limit ms  of"
    );
    for measured in results {
        let Measured { workload, case, unit, ledger, limit, target } = measured;
        let ratio = measured.ratio().map_or("-".to_owned(), rounded);
        let target = target.map_or("-".to_owned(), |target| target.to_string());
        let unit = if *unit == Unit::PerSecond { "1/s" } else { "ms" };
        let nothing = Outcome::rate(f64::NAN);
        let (of, bound) = limit.as_ref().map_or(("", &nothing), |(of, limit)| (*of, limit));
        println!(
            "{ratio:>6} {unit:<3}  {target:>8}  {:>9}  {:>9}  {:>7}  {:>7}  {:>9}  {:>9}  {of}: {workload}, {case}",
            number(ledger.per_second, 0),
            number(ledger.median_ms, 2),
            number(ledger.p99_ms, 2),
            ledger.refused,
            number(bound.per_second, 0),
            number(bound.median_ms, 2),
        );
    }
    for line in left_out() {
        println!("{line}");
    }
}

/// With `digits` decimals; `-` for what was not measured.
fn number(value: f64, digits: usize) -> String {
    if value.is_nan() { "-".to_owned() } else { format!("{value:.digits$}") }
}

/// All that the table shows, with the ratios, and on what machine it was measured.
pub(crate) fn write_json(file: &Path, results: &[Measured]) -> Result<()> {
    let lines: Result<Vec<Value>> = results
        .iter()
        .map(|measured| {
            let mut line = serde_json::to_value(measured)?;
            line["ratio"] = measured.ratio().into();
            Ok(line)
        })
        .collect();
    let all = json!({"machine": Machine::look()?, "results": lines?, "left_out": left_out()});
    Ok(std::fs::write(file, serde_json::to_string_pretty(&all)?)?)
}
