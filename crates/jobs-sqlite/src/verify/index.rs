//! The reverse index: each run's bounds and postings, against the entries that they are of.

use jobs_core::Result;
use rusqlite::Connection;

use super::report::{Finding, Findings};
use crate::error::Context;
use crate::postings;
use crate::rows::from_sql;

const DOING: &str = "verifying the reverse index";

/// The runs that there are, open or complete.
pub(super) fn runs(sql: &Connection) -> Result<Vec<(i64, i64)>> {
    let mut statement = sql.prepare("SELECT first, past FROM run ORDER BY first").doing(DOING)?;
    let rows = statement.query_map([], |row| row.try_into()).doing(DOING)?;
    rows.collect::<rusqlite::Result<_>>().doing(DOING)
}

/// Checks one run.
pub(super) fn check(
    sql: &Connection,
    first: i64,
    past: i64,
    findings: &mut Findings,
) -> Result<()> {
    let index = from_sql(first)?;
    if let Some(wrong) = postings::verify_run(sql, first, past)? {
        let finding = Finding::new(index, format!("run {first}: {}", wrong.what));
        findings.add(Finding { stored: wrong.stored, expected: wrong.expected, ..finding });
    }
    Ok(())
}
