//! What was measured: as a table, ratios first, and as JSON.

use std::path::Path;

use serde::Serialize;

use crate::Result;
use crate::client::Outcome;

/// One line of the results.
#[derive(Debug, Serialize)]
pub(crate) struct Measured {
    pub(crate) workload: &'static str,
    pub(crate) case: String,
    pub(crate) ledger: Outcome,
    /// What it is compared with, and what that did in the same run.
    pub(crate) limit: Option<(&'static str, Outcome)>,
    /// The ratio that is aimed at.
    pub(crate) target: Option<f64>,
}

impl Measured {
    /// The ledger's rate as a part of the limit's.
    fn ratio(&self) -> Option<f64> {
        self.limit.as_ref().map(|(_, limit)| self.ledger.per_second / limit.per_second)
    }
}

#[expect(clippy::print_stdout, reason = "the table is what this program is for")]
pub(crate) fn print(results: &[Measured]) {
    println!("ratio  target  ledger/s  median ms   p99 ms  refused  limit/s  of");
    for measured in results {
        let Measured { workload, case, ledger, limit, target } = measured;
        let number = |number: Option<f64>| number.map_or("-".to_owned(), |it| format!("{it:.2}"));
        let (of, rate) = limit.as_ref().map_or(("", 0.0), |(of, limit)| (*of, limit.per_second));
        println!(
            "{:>5}  {:>6}  {:>8.0}  {:>9.2}  {:>7.2}  {:>7}  {rate:>7.0}  {of}: {workload}, {case}",
            number(measured.ratio()),
            number(*target),
            ledger.per_second,
            ledger.median_ms,
            ledger.p99_ms,
            ledger.refused,
        );
    }
}

pub(crate) fn write_json(file: &Path, results: &[Measured]) -> Result<()> {
    let text = serde_json::to_string_pretty(results)?;
    Ok(std::fs::write(file, text)?)
}
