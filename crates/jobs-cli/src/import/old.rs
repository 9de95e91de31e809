//! The old `jobs.db`: is it one, which columns has it, and its rows in order of time.

use std::collections::BTreeSet;

use jobs_core::JobId;
use rusqlite::functions::FunctionFlags;
use rusqlite::types::ValueRef;
use rusqlite::{Connection, Row};

use super::cell::Cell;
use super::copy::Copy;
use super::times::{self, UtcOffset};
use crate::CliError;

/// Without these columns a table `jobs` is another program's.
const REQUIRED: [&str; 6] =
    ["job_id", "user_id", "action_code", "action_name", "created_at", "status"];

/// An old `jobs.db`.
#[derive(Debug)]
pub(super) struct OldJobs {
    copy: Copy,
    columns: Vec<String>,
}

/// A row of any table, with its columns' names.
#[derive(Debug)]
pub(super) struct OldRow<'a> {
    pub(super) rowid: i64,
    pub(super) columns: &'a [String],
    pub(super) cells: Vec<Cell>,
}

impl OldRow<'_> {
    /// The value of `column`; NULL when the table has no such column.
    pub(super) fn get(&self, column: &str) -> &Cell {
        const MISSING: &Cell = &Cell::Null;
        let at = self.columns.iter().position(|name| name.eq_ignore_ascii_case(column));
        at.and_then(|at| self.cells.get(at)).unwrap_or(MISSING)
    }

    /// All columns and values.
    pub(super) fn iter(&self) -> impl Iterator<Item = (&str, &Cell)> {
        self.columns.iter().map(String::as_str).zip(&self.cells)
    }
}

impl OldJobs {
    pub(super) fn open(copy: Copy, offset: UtcOffset) -> Result<Self, CliError> {
        let columns = check_table(&copy, "jobs", &REQUIRED)?;
        check_table(&copy, "job_customers", &["job_id", "cid"])?;
        let old = Self { copy, columns };
        old.prepare(offset).map_err(|error| old.copy.failed(error))?;
        Ok(old)
    }

    /// Puts the rows in order of time, in a temporary table that SQLite keeps on the disk.
    fn prepare(&self, offset: UtcOffset) -> rusqlite::Result<()> {
        let sql = &self.copy.sql;
        add_functions(sql, offset)?;
        sql.execute_batch(
            "CREATE TEMP TABLE moment (seq INTEGER PRIMARY KEY, job INTEGER NOT NULL, micros INTEGER);
             INSERT INTO temp.moment (job, micros)
                 SELECT rowid, instant(created_at) AS micros FROM main.jobs
                 ORDER BY micros IS NULL, micros, rowid;",
        )?;
        if !has_index_on_job_id(sql)? {
            sql.execute_batch("CREATE INDEX jobctl_customers ON job_customers (job_id)")?;
        }
        Ok(())
    }

    pub(super) fn failed(&self, error: rusqlite::Error) -> CliError {
        self.copy.failed(error)
    }

    pub(super) fn sql(&self) -> &Connection {
        &self.copy.sql
    }

    /// The columns of `jobs`.
    pub(super) fn columns(&self) -> &[String] {
        &self.columns
    }

    pub(super) fn count(&self) -> Result<u64, CliError> {
        count(&self.copy, "SELECT count(*) FROM main.jobs")
    }

    pub(super) fn customer_rows(&self) -> Result<u64, CliError> {
        count(&self.copy, "SELECT count(*) FROM main.job_customers")
    }

    /// The statement that gives the rows in order of time; those whose time cannot be read come last.
    pub(super) fn rows_sql(&self) -> String {
        format!(
            "SELECT j.rowid, {} FROM temp.moment m JOIN main.jobs j ON j.rowid = m.job ORDER BY m.seq",
            column_list("j", &self.columns)
        )
    }

    /// IDs that several rows have, in different spellings.
    pub(super) fn repeated_ids(&self) -> Result<BTreeSet<JobId>, CliError> {
        const SQL: &str = "SELECT canonical_id(job_id) AS id FROM main.jobs
                           WHERE id IS NOT NULL GROUP BY id HAVING count(*) > 1";
        let mut statement = self.sql().prepare(SQL).map_err(|error| self.failed(error))?;
        let mut rows = statement.query([]).map_err(|error| self.failed(error))?;
        let mut ids = BTreeSet::new();
        while let Some(row) = rows.next().map_err(|error| self.failed(error))? {
            let id: String = row.get(0).map_err(|error| self.failed(error))?;
            ids.extend(id.parse::<JobId>().ok());
        }
        Ok(ids)
    }
}

/// Reads a row of which the first column is the rowid and the others are `columns`.
pub(super) fn read_row<'a>(row: &Row<'_>, columns: &'a [String]) -> rusqlite::Result<OldRow<'a>> {
    let rowid = row.get(0)?;
    let cells = (1..=columns.len())
        .map(|at| row.get_ref(at).map(Cell::from))
        .collect::<rusqlite::Result<_>>()?;
    Ok(OldRow { rowid, columns, cells })
}

/// `a."x", a."y"`
pub(super) fn column_list(alias: &str, columns: &[String]) -> String {
    let quoted: Vec<_> =
        columns.iter().map(|name| format!("{alias}.\"{}\"", name.replace('"', "\"\""))).collect();
    quoted.join(", ")
}

/// The columns of `table`, which must have those `required`.
pub(super) fn check_table(
    copy: &Copy,
    table: &'static str,
    required: &[&str],
) -> Result<Vec<String>, CliError> {
    let other = |reason: String| CliError::OldFile { path: copy.path.clone(), reason };
    let kind = "SELECT coalesce(max(type), '') FROM sqlite_schema WHERE name = ?1";
    let kind: String =
        copy.sql.query_row(kind, [table], |row| row.get(0)).map_err(|error| copy.failed(error))?;
    match kind.as_str() {
        "table" => {}
        "view" => {
            return Err(other(format!(
                "is not the old dashboard's: its {table} is a view; a ledger is read with `jobctl list`"
            )));
        }
        _ => return Err(other(format!("is not the old dashboard's: it has no table {table}"))),
    }
    let columns = table_columns(&copy.sql, table).map_err(|error| copy.failed(error))?;
    let has = |wanted: &str| columns.iter().any(|name| name.eq_ignore_ascii_case(wanted));
    let missing: Vec<_> = required.iter().copied().filter(|wanted| !has(wanted)).collect();
    if missing.is_empty() {
        return Ok(columns);
    }
    let missing = missing.join(", ");
    Err(other(format!("is not the old dashboard's: its table {table} has no column {missing}")))
}

fn table_columns(sql: &Connection, table: &str) -> rusqlite::Result<Vec<String>> {
    let mut statement = sql.prepare("SELECT name FROM pragma_table_info(?1) ORDER BY cid")?;
    statement.query_map([table], |row| row.get(0))?.collect()
}

pub(super) fn count(copy: &Copy, query: &str) -> Result<u64, CliError> {
    let count: i64 =
        copy.sql.query_row(query, [], |row| row.get(0)).map_err(|error| copy.failed(error))?;
    Ok(count.unsigned_abs())
}

fn has_index_on_job_id(sql: &Connection) -> rusqlite::Result<bool> {
    let found: i64 = sql.query_row(
        "SELECT count(*) FROM pragma_index_list('job_customers') l, pragma_index_info(l.name) i
         WHERE i.seqno = 0 AND i.name = 'job_id' COLLATE NOCASE AND NOT l.partial",
        [],
        |row| row.get(0),
    )?;
    Ok(found > 0)
}

/// `instant(text)`: microseconds since 1970. `canonical_id(text)`: the job ID in its one spelling. NULL when
/// the text is none.
fn add_functions(sql: &Connection, offset: UtcOffset) -> rusqlite::Result<()> {
    let flags = FunctionFlags::SQLITE_UTF8 | FunctionFlags::SQLITE_DETERMINISTIC;
    let text =
        |value: ValueRef<'_>| Cell::from(value).text().ok().flatten().map(Into::<String>::into);
    sql.create_scalar_function("instant", 1, flags, move |context| {
        let text = text(context.get_raw(0));
        let moment = text.and_then(|text| times::read(&text, offset).ok());
        Ok(moment.map(|moment| moment.at.as_micros()))
    })?;
    sql.create_scalar_function("canonical_id", 1, flags, move |context| {
        let text = text(context.get_raw(0));
        Ok(text.and_then(|text| text.trim().parse::<JobId>().ok()).map(|id| id.to_string()))
    })
}
