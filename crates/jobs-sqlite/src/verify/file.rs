//! The file as a whole: how many entries it has, SQLite's own checks, and rows that nothing leads
//! to.

use jobs_core::Result;
use rusqlite::{Connection, OptionalExtension};

use super::report::{Finding, Findings};
use crate::error::Context;
use crate::format::codes::{from_sql, to_sql};

const DOING: &str = "verifying the file";

/// The byte of a file that SQLite's processes lock, 1 GiB from its beginning
/// (<https://sqlite.org/fileformat2.html#lockbyte>).
const LOCKED_BYTE: i64 = 0x4000_0000;

/// How far beyond the tree entries may lie to be looked at one by one.
const BEYOND_MAX: u64 = 1 << 16;

/// How many entries there are, by the place of the last one. Rows at places that no entry can have
/// are reported; they must not decide how much there is to do.
pub(super) fn entries(sql: &Connection, findings: &mut Findings) -> Result<u64> {
    let last: Option<i64> =
        sql.query_row("SELECT max(idx) FROM entry", [], |row| row.get(0)).doing(DOING)?;
    let past = last.map_or(0, |last| u64::try_from(last).map_or(0, |last| last + 1));
    let tree: Option<i64> = sql
        .query_row("SELECT size FROM tree WHERE id = 0", [], |row| row.get(0))
        .optional()
        .doing(DOING)?;
    let tree = tree.and_then(|size| u64::try_from(size).ok()).unwrap_or(0);
    let size = if past <= tree.saturating_add(BEYOND_MAX) { past } else { past.min(rows(sql)?) };
    // Two searches; SQLite answers `OR` and `ORDER BY` together by reading every entry.
    let select = "SELECT idx FROM entry WHERE idx < 0
                  UNION ALL SELECT idx FROM entry WHERE idx >= ?1 LIMIT 100";
    let mut statement = sql.prepare(select).doing(DOING)?;
    let outside = statement.query_map([to_sql(size)?], |row| row.get::<_, i64>(0)).doing(DOING)?;
    for index in outside {
        let what = "entry: column idx: is no place in this ledger";
        findings.add(Finding::new(None, what).stored(index.doing(DOING)?));
    }
    Ok(size)
}

fn rows(sql: &Connection) -> Result<u64> {
    count(sql, "SELECT count(*) FROM entry")
}

/// SQLite's own checks: that pages hold together, that rows are in the order of their keys, that
/// columns have their types and a value where one must be; and that every page is in use once or
/// free. The constraints of the form `CHECK` are left out: what they say of a row is part of what
/// the row is compared with, or of [`check_counts`].
pub(super) fn check_pages(sql: &Connection, findings: &mut Findings) -> Result<()> {
    sql.pragma_update(None, "ignore_check_constraints", true).doing(DOING)?;
    // The second one for the list of free pages: where a view comes first in SQLite's own list of
    // tables, the first one leaves it out, as if it were of a part of the tables.
    for check in ["PRAGMA quick_check(100)", "PRAGMA quick_check(sqlite_schema)"] {
        let mut statement = sql.prepare(check).doing(DOING)?;
        let mut rows = statement.query([]).doing(DOING)?;
        while let Some(row) = rows.next().doing(DOING)? {
            let line: String = row.get(0).doing(DOING)?;
            if line != "ok" {
                findings.add(Finding::new(None, format!("file: {line}")));
            }
        }
    }
    let number =
        |select: &str| -> Result<i64> { sql.query_row(select, [], |row| row.get(0)).doing(DOING) };
    let used = number("SELECT sum(pageno) FROM dbstat WHERE aggregate = TRUE")?;
    let free = number("SELECT freelist_count FROM pragma_freelist_count")?;
    let all = number("SELECT page_count FROM pragma_page_count")?;
    // The page that holds SQLite's locks is neither.
    let page_size = number("SELECT page_size FROM pragma_page_size")?;
    let locks = i64::from(all > LOCKED_BYTE / page_size);
    if used + free + locks != all {
        let finding =
            Finding::new(None, "file: its pages are not those in use and those that are free");
        findings.add(finding.stored(all).expected(used + free + locks));
    }
    Ok(())
}

/// How many terms there are.
pub(super) fn terms(sql: &Connection) -> Result<u64> {
    count(sql, "SELECT count(*) FROM term NOT INDEXED")
}

fn count(sql: &Connection, select: &str) -> Result<u64> {
    from_sql(sql.query_row(select, [], |row| row.get(0)).doing(DOING)?)
}

/// Rows beside those that entries lead to.
pub(super) fn check_counts(
    sql: &Connection,
    jobs: u64,
    terms: u64,
    findings: &mut Findings,
) -> Result<()> {
    let states = count(sql, "SELECT count(*) FROM job_state NOT INDEXED")?;
    if states != jobs {
        let finding = Finding::new(None, "job_state: has not one row for each job");
        findings.add(finding.stored(states).expected(jobs));
    }
    for (table, rows, what) in [
        (
            "term NOT INDEXED",
            format!("id < 1 OR id > {terms}"),
            "term: has numbers that no term was given",
        ),
        (
            "term NOT INDEXED",
            "kind NOT BETWEEN 1 AND 5".into(),
            "term: column kind: has rows of no kind",
        ),
        ("posting", "run NOT IN (SELECT first FROM run)".into(), "posting: has rows of no run"),
        ("tree", "id <> 0".into(), "tree: has rows beside the one that there is"),
        ("subtree", "level NOT BETWEEN 1 AND 7".into(), "subtree: has rows of no level"),
    ] {
        let strange = count(sql, &format!("SELECT count(*) FROM {table} WHERE {rows}"))?;
        if strange > 0 {
            findings.add(Finding::new(None, what).stored(strange).expected(0));
        }
    }
    Ok(())
}

/// That each of so many terms is used by an entry.
pub(super) fn check_used(used: u64, terms: u64, findings: &mut Findings) {
    if used < terms {
        let finding = Finding::new(None, "term: has rows that no entry uses");
        findings.add(finding.stored(terms).expected(used));
    }
}
