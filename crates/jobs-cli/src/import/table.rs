//! A table of an old file: whether it exists, its columns, and its rows, each with a number.

use rusqlite::{Connection, Row};

use super::cell::Cell;
use super::copy::Copy;
use crate::CliError;

/// A table whose rows can be read by number.
#[derive(Debug)]
pub(super) struct OldTable {
    /// As SQL names it.
    pub(super) from: String,
    /// The column that numbers the rows.
    pub(super) number: String,
    pub(super) columns: Vec<String>,
}

/// A row of any table, with its columns' names.
#[derive(Debug)]
pub(super) struct OldRow<'a> {
    /// SQLite's rowid; in a table without one that can be selected, the row's place.
    pub(super) number: i64,
    columns: &'a [String],
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

impl OldTable {
    /// The table `name`, which must have the columns `required`.
    pub(super) fn open(
        copy: &Copy,
        name: &'static str,
        required: &[&str],
    ) -> Result<Self, CliError> {
        let columns = check(copy, name, required)?;
        let read = || match rowid(&copy.sql, name, &columns)? {
            Some(rowid) => Ok((format!("main.{name}"), rowid.to_owned())),
            None => numbered(&copy.sql, name, &columns),
        };
        let (from, number) = read().map_err(|error| copy.failed(error))?;
        Ok(Self { from, number, columns })
    }

    /// What [`OldTable::read`] reads: `a.rowid, a."x", a."y"`.
    pub(super) fn selected(&self, alias: &str) -> String {
        format!("{alias}.{}, {}", quoted(&self.number), list(alias, &self.columns))
    }

    /// Reads a row that begins with what is [`selected`](Self::selected).
    pub(super) fn read(&self, row: &Row<'_>) -> rusqlite::Result<OldRow<'_>> {
        let cells = (1..=self.columns.len())
            .map(|at| row.get_ref(at).map(Cell::from))
            .collect::<rusqlite::Result<_>>()?;
        Ok(OldRow { number: row.get(0)?, columns: &self.columns, cells })
    }
}

/// Checks that `name` is a table and has the columns `required`; answers with all of them.
pub(super) fn check(
    copy: &Copy,
    name: &'static str,
    required: &[&str],
) -> Result<Vec<String>, CliError> {
    let other = |reason: String| CliError::OldFile { path: copy.path.clone(), reason };
    let kind = "SELECT coalesce(max(type), '') FROM sqlite_schema WHERE name = ?1 COLLATE NOCASE AND type IN ('table', 'view')";
    let kind: String =
        copy.sql.query_row(kind, [name], |row| row.get(0)).map_err(|error| copy.failed(error))?;
    match kind.as_str() {
        "table" => {}
        "view" => {
            return Err(other(format!(
                "is not the old dashboard's: its {name} is a view; to read a ledger, use `jobctl list`"
            )));
        }
        _ => return Err(other(format!("is not the old dashboard's: it has no table {name}"))),
    }
    let columns = columns(&copy.sql, name).map_err(|error| copy.failed(error))?;
    let missing: Vec<_> =
        required.iter().copied().filter(|wanted| !has(&columns, wanted)).collect();
    if missing.is_empty() {
        return Ok(columns);
    }
    let missing = missing.join(", ");
    Err(other(format!("is not the old dashboard's: its table {name} has no column {missing}")))
}

fn columns(sql: &Connection, table: &str) -> rusqlite::Result<Vec<String>> {
    let mut statement = sql.prepare("SELECT name FROM pragma_table_info(?1) ORDER BY cid")?;
    statement.query_map([table], |row| row.get(0))?.collect()
}

fn has(columns: &[String], wanted: &str) -> bool {
    columns.iter().any(|name| name.eq_ignore_ascii_case(wanted))
}

/// A name by which the table's rowid can be selected; `None` if it has no rowid, or columns have
/// all of the names.
fn rowid(
    sql: &Connection,
    table: &str,
    columns: &[String],
) -> rusqlite::Result<Option<&'static str>> {
    let kind =
        "SELECT max(wr) FROM pragma_table_list WHERE schema = 'main' AND name = ?1 COLLATE NOCASE";
    if sql.query_row(kind, [table], |row| row.get(0))? {
        return Ok(None);
    }
    Ok(["rowid", "_rowid_", "oid"].into_iter().find(|name| !has(columns, name)))
}

/// A temporary copy of the table whose rows are numbered as they come.
fn numbered(
    sql: &Connection,
    table: &str,
    columns: &[String],
) -> rusqlite::Result<(String, String)> {
    let mut number = "jobctl_row".to_owned();
    while has(columns, &number) {
        number.push('_');
    }
    let copy = format!("temp.numbered_{table}");
    // Without types, so that every value stays what it is.
    let names = columns.iter().map(|name| quoted(name)).collect::<Vec<_>>().join(", ");
    sql.execute_batch(&format!(
        "CREATE TEMP TABLE numbered_{table} ({number} INTEGER PRIMARY KEY, {names});
         INSERT INTO {copy} ({names}) SELECT {} FROM main.{table} t;",
        list("t", columns)
    ))?;
    Ok((copy, number))
}

/// `a."x", a."y"`
fn list(alias: &str, columns: &[String]) -> String {
    let columns: Vec<_> = columns.iter().map(|name| format!("{alias}.{}", quoted(name))).collect();
    columns.join(", ")
}

fn quoted(name: &str) -> String {
    format!("\"{}\"", name.replace('"', "\"\""))
}
