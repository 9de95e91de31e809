//! The file as a whole: how many entries it has, SQLite's own checks, and rows that nothing leads to.

use jobs_core::Result;
use rusqlite::Connection;

use super::report::{Finding, Findings};
use crate::error::Context;
use crate::rows::from_sql;

const DOING: &str = "verifying the file";

/// How many entries there are, counted by the place of the last one.
pub(super) fn entries(sql: &Connection) -> Result<u64> {
    let select = "SELECT coalesce(max(idx), -1) + 1 FROM entry";
    from_sql(sql.query_row(select, [], |row| row.get(0)).doing(DOING)?)
}

/// SQLite's own checks: that pages hold together, that each index holds what its table does, that columns have
/// their types and keep their constraints.
pub(super) fn check_integrity(sql: &Connection, findings: &mut Findings) -> Result<()> {
    let mut statement = sql.prepare("PRAGMA integrity_check(100)").doing(DOING)?;
    let mut rows = statement.query([]).doing(DOING)?;
    while let Some(row) = rows.next().doing(DOING)? {
        let line: String = row.get(0).doing(DOING)?;
        if line != "ok" {
            findings.add(Finding::new(None, format!("file: {line}")));
        }
    }
    Ok(())
}

/// Rows of derived tables beside those that entries lead to.
pub(super) fn check_counts(sql: &Connection, jobs: u64, findings: &mut Findings) -> Result<()> {
    let count = |select: &str| -> Result<u64> {
        from_sql(sql.query_row(select, [], |row| row.get(0)).doing(DOING)?)
    };
    let states = count("SELECT count(*) FROM job_state")?;
    if states != jobs {
        let finding = Finding::new(None, "job_state: has not one row for each job");
        findings.add(finding.stored(states).expected(jobs));
    }
    let postings = count("SELECT count(*) FROM posting WHERE run NOT IN (SELECT first FROM run)")?;
    if postings > 0 {
        let finding = Finding::new(None, "posting: has rows of no run");
        findings.add(finding.stored(postings).expected(0));
    }
    Ok(())
}
