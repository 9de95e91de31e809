//! The indexes, each against its table in both directions and by content.
//!
//! SQLite's own check of an index looks up each row's record, and takes a record that leads to no
//! row, or to another, as it is; of a partial index it does not even count the records. Here every
//! record of an index and every row of its table is read once, in order, and three things are
//! compared:
//!
//! * the records as a whole, with those that the rows call for: a sum of keyed hashes over each.
//!   They are the same;
//! * each record with the one before it: they ascend, so that a search finds what reading in order
//!   does;
//! * how many records were read with how many the pages hold, as `dbstat` counts them: no record is
//!   kept from being read.
//!
//! Only when something differs is it looked for which records those are.

use jobs_core::{Error, Result};
use rusqlite::{Connection, OptionalExtension};

use super::records::{self, Sum, Summing};
use super::report::{Finding, Findings};
use crate::error::Context;
use crate::format::codes::to_sql;

const DOING: &str = "verifying an index";

/// How many records or rows of an index are named that differ.
const NAMED_MAX: usize = 3;

/// An index, and which records it has.
pub(super) struct Index {
    pub(super) name: &'static str,
    /// Reads the records of the index alone, in its own order: no `ORDER BY`, which SQLite might
    /// answer by sorting. What leads to the row stands last.
    records: &'static str,
    /// Reads what the rows call for, from the table alone. A table without row numbers is read by
    /// its own key.
    rows: &'static str,
    /// How many columns at the front no two records have in common.
    unique: usize,
    /// The column that descends.
    descending: Option<usize>,
}

/// The indexes over entries, which never change: their rows are summed while entries are verified.
pub(super) const OF_ENTRIES: [Index; 3] = [
    Index {
        name: "job_by_id",
        records: "SELECT job_id, job AS idx FROM job_by_id",
        rows: "SELECT lower(substr(hex(job_id), 1, 8) || '-' || substr(hex(job_id), 9, 4) || '-' ||
                            substr(hex(job_id), 13, 4) || '-' || substr(hex(job_id), 17, 4) || '-' ||
                            substr(hex(job_id), 21)) AS job_id, idx
                 FROM entry NOT INDEXED WHERE job_id IS NOT NULL",
        unique: 1,
        descending: None,
    },
    Index {
        name: "entry_by_request_key",
        records: "SELECT request_key, idx FROM entry INDEXED BY entry_by_request_key WHERE request_key IS NOT NULL",
        rows: "SELECT request_key, idx FROM entry NOT INDEXED WHERE request_key IS NOT NULL",
        unique: 1,
        descending: None,
    },
    Index {
        name: "entry_by_retry_of",
        records: "SELECT retry_of, idx FROM entry INDEXED BY entry_by_retry_of WHERE retry_of IS NOT NULL",
        rows: "SELECT retry_of, idx FROM entry NOT INDEXED WHERE retry_of IS NOT NULL",
        unique: 2,
        descending: None,
    },
];

/// The other indexes.
pub(super) const OF_OTHERS: [Index; 4] = [
    Index {
        name: "sqlite_autoindex_term_1",
        records: "SELECT kind, value, id FROM term INDEXED BY sqlite_autoindex_term_1",
        rows: "SELECT kind, value, id FROM term NOT INDEXED",
        unique: 2,
        descending: None,
    },
    Index {
        name: "job_state_by_status",
        records: "SELECT status, job FROM job_state INDEXED BY job_state_by_status",
        rows: "SELECT status, job FROM job_state NOT INDEXED",
        unique: 2,
        descending: None,
    },
    Index {
        name: "job_state_open_calls",
        records: "SELECT source, job FROM job_state INDEXED BY job_state_open_calls WHERE status = 0 AND source = 1",
        rows: "SELECT source, job FROM job_state NOT INDEXED WHERE status = 0 AND source = 1",
        unique: 2,
        descending: None,
    },
    Index {
        name: "counter_by_jobs",
        records:
            "SELECT user, kind, in_progress + success + failed + unconfirmed AS jobs, first, value
                    FROM counter INDEXED BY counter_by_jobs WHERE kind IN (1, 2)",
        rows:
            "SELECT user, kind, in_progress + success + failed + unconfirmed AS jobs, first, value
                 FROM counter INDEXED BY sqlite_autoindex_counter_1 WHERE kind IN (1, 2)",
        unique: 5,
        descending: Some(2),
    },
];

/// The tables without row numbers, each of which is the index that it is searched by: its rows
/// ascend by their key.
pub(super) const OWN: [Index; 3] = [
    own("sqlite_autoindex_counter_1", "SELECT user, kind, value FROM counter", 3),
    own("sqlite_autoindex_subtree_1", "SELECT level, idx FROM subtree", 2),
    own("sqlite_autoindex_posting_1", "SELECT run, term FROM posting", 2),
];

const fn own(name: &'static str, records: &'static str, unique: usize) -> Index {
    Index { name, records, rows: records, unique, descending: None }
}

impl Index {
    fn finding(&self, how: impl std::fmt::Display) -> Finding {
        Finding::new(None, format!("index {}: {how}", self.name))
    }
}

/// Checks an index against its table.
pub(super) fn check(
    sql: &Connection,
    index: &Index,
    summing: &Summing,
    findings: &mut Findings,
) -> Result<()> {
    let records = sum_records(sql, index, None, summing, findings)?;
    let mut rows = Sum::default();
    read(sql, index, index.rows, |record, _| {
        summing.add(&mut rows, record);
        Ok(())
    })?;
    if records == rows { Ok(()) } else { name_differences(sql, index, None, findings) }
}

/// Checks that the rows of a table which is its own index ascend.
pub(super) fn check_own(sql: &Connection, index: &Index, findings: &mut Findings) -> Result<()> {
    let mut order = Order::new(index);
    read(sql, index, index.records, |record, ends| {
        order.take(record, ends);
        Ok(())
    })?;
    order.report(findings);
    Ok(())
}

/// Reads an index over the first `size` entries. What it holds of later ones was appended
/// meanwhile, if those are there.
pub(super) fn check_of_entries(
    sql: &Connection,
    index: &Index,
    size: u64,
    summing: &Summing,
    findings: &mut Findings,
) -> Result<Sum> {
    sum_records(sql, index, Some(to_sql(size)?), summing, findings)
}

/// The record by which an entry is found, in each of the indexes over entries: by the text of the
/// ID, as it is asked for in the shell, by the request's key, and by the job that it retries.
/// Whatever is no ID or key calls for a record that is not there.
pub(super) fn of_entry(
    number: usize,
    record: &mut Vec<u8>,
    key: rusqlite::types::ValueRef<'_>,
    index: i64,
) {
    use rusqlite::types::ValueRef;
    record.clear();
    let id = match key {
        ValueRef::Blob(bytes) if number == 0 => <[u8; 16]>::try_from(bytes).ok(),
        _ => None,
    };
    match id {
        Some(id) => {
            let mut text = [0; uuid::fmt::Hyphenated::LENGTH];
            let text = uuid::Uuid::from_bytes(id).hyphenated().encode_lower(&mut text);
            records::push(record, ValueRef::Text(text.as_bytes()));
        }
        None => records::push(record, key),
    }
    records::push_integer(record, index);
}

/// Sums the records, checks that they ascend, and that they are all that there are.
fn sum_records(
    sql: &Connection,
    index: &Index,
    size: Option<i64>,
    summing: &Summing,
    findings: &mut Findings,
) -> Result<Sum> {
    let mut sum = Sum::default();
    let mut order = Order::new(index);
    read(sql, index, index.records, |record, ends| {
        order.take(record, ends);
        let is_later = |size| !(0..size).contains(&last_integer(record));
        if !(size.is_some_and(is_later) && is_there(sql, index, record)?) {
            summing.add(&mut sum, record);
        }
        Ok(())
    })?;
    order.report(findings);
    let select = "SELECT ncell FROM dbstat WHERE name = ?1 AND aggregate = TRUE";
    let held: i64 = sql.query_row(select, [index.name], |row| row.get(0)).doing(DOING)?;
    if i64::try_from(order.records) != Ok(held) {
        let how = "holds records that its table does not call for";
        findings.add(index.finding(how).stored(held).expected(order.records));
    }
    Ok(sum)
}

/// Whether the records of an index ascend, and none of its keys is there twice.
struct Order<'i> {
    index: &'i Index,
    records: u64,
    /// How many do not come after the one before.
    astray: u64,
    /// The key of the last record.
    before: Vec<u8>,
}

impl<'i> Order<'i> {
    fn new(index: &'i Index) -> Self {
        Self { index, records: 0, astray: 0, before: Vec::new() }
    }

    /// Takes the next record, of which the columns end at `ends`.
    fn take(&mut self, record: &[u8], ends: &[usize]) {
        let key = &record[..ends[self.index.unique - 1]];
        if key <= &self.before[..] {
            self.astray += 1;
        }
        self.records += 1;
        self.before.clear();
        self.before.extend_from_slice(key);
    }

    fn report(&self, findings: &mut Findings) {
        if self.astray > 0 {
            let how = "is out of order, or holds a key twice: a search misses some of it";
            let astray = format!("{} records out of place", self.astray);
            findings.add(self.index.finding(how).stored(astray));
        }
    }
}

/// The number that a record ends with; one that is none leads nowhere.
fn last_integer(record: &[u8]) -> i64 {
    match record.last_chunk::<9>() {
        Some([1, number @ ..]) => i64::from_be_bytes(*number) ^ i64::MIN,
        _ => i64::MIN,
    }
}

/// Whether the row that a record leads to calls for that record.
fn is_there(sql: &Connection, index: &Index, record: &[u8]) -> Result<bool> {
    let select = format!("SELECT * FROM ({}) WHERE idx = ?1", index.rows);
    let mut statement = sql.prepare_cached(&select).doing(DOING)?;
    let mut called_for = Vec::new();
    let found = statement.query_row([last_integer(record)], |row| {
        records::push(&mut called_for, row.get_ref(0)?);
        records::push(&mut called_for, row.get_ref(1)?);
        Ok(())
    });
    Ok(found.optional().doing(DOING)?.is_some() && called_for == record)
}

/// Hands on each record that a statement selects, with where each of its columns ends.
fn read(
    sql: &Connection,
    index: &Index,
    select: &str,
    mut each: impl FnMut(&[u8], &[usize]) -> Result<()>,
) -> Result<()> {
    let mut statement = sql.prepare(select).doing(DOING)?;
    let columns = statement.column_count();
    let mut rows = statement.query([]).doing(DOING)?;
    let mut record = Vec::new();
    let mut ends = vec![0; columns];
    while let Some(row) = rows.next().doing(DOING)? {
        record.clear();
        for (column, end) in ends.iter_mut().enumerate() {
            let value = row.get_ref(column).doing(DOING)?;
            if index.descending == Some(column) {
                records::push_descending(&mut record, value);
            } else {
                records::push(&mut record, value);
            }
            *end = record.len();
        }
        each(&record, &ends)?;
    }
    Ok(())
}

/// Names what an index has and its table does not, and the other way round: of the first `size`
/// entries, or all.
pub(super) fn name_differences(
    sql: &Connection,
    index: &Index,
    size: Option<u64>,
    findings: &mut Findings,
) -> Result<()> {
    let before = findings.count();
    match find_differences(sql, index, size, findings) {
        // That they differ is known; which they are cannot be read.
        Ok(()) | Err(Error::Corrupt(_)) => {}
        other => return other,
    }
    if findings.count() == before {
        findings.add(index.finding("is not that of its table"));
    }
    Ok(())
}

fn find_differences(
    sql: &Connection,
    index: &Index,
    size: Option<u64>,
    findings: &mut Findings,
) -> Result<()> {
    let within = |select| match size {
        Some(size) => format!(
            "SELECT * FROM ({select})
              WHERE idx >= 0 AND idx < {size} OR idx NOT IN (SELECT idx FROM entry NOT INDEXED)"
        ),
        None => String::from(select),
    };
    let records = within(index.records);
    let rows = within(index.rows);
    for (these, those, how) in [
        (&records, &rows, "holds a record that its table does not call for"),
        (&rows, &records, "lacks the record of a row"),
    ] {
        let select = format!("{these} EXCEPT {those} LIMIT {NAMED_MAX}");
        let mut statement = sql.prepare(&select).doing(DOING)?;
        let names: Vec<String> = statement.column_names().into_iter().map(String::from).collect();
        let columns = names.len();
        let mut rows = statement.query([]).doing(DOING)?;
        while let Some(row) = rows.next().doing(DOING)? {
            let values: Vec<_> = (0..columns).map(|column| show(row, column)).collect();
            let shown = format!("({}) = ({})", names.join(", "), values.join(", "));
            findings.add(index.finding(how).stored(shown));
        }
    }
    Ok(())
}

fn show(row: &rusqlite::Row<'_>, column: usize) -> String {
    use rusqlite::types::Value;
    match row.get(column) {
        Ok(Value::Null) => "NULL".into(),
        Ok(Value::Integer(number)) => number.to_string(),
        Ok(Value::Real(number)) => number.to_string(),
        Ok(Value::Text(text)) => format!("{text:?}"),
        Ok(Value::Blob(bytes)) => {
            let digits: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
            format!("x'{digits}'")
        }
        Err(error) => error.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::file::connection::open_writer;

    /// Every index of the schema is one of those that are verified, and every table without row
    /// numbers.
    #[test]
    fn all_indexes_are_verified() {
        let folder = tempfile::tempdir().unwrap();
        drop(open_writer(&folder.path().join("jobs.db")).unwrap());
        let sql = Connection::open(folder.path().join("jobs.db")).unwrap();
        let names = |select: &str| -> Vec<String> {
            let mut select = sql.prepare(select).unwrap();
            select.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect()
        };
        let found = names(
            "SELECT name FROM sqlite_schema WHERE type = 'index'
             UNION SELECT iif(name = 'job_by_id', name, 'sqlite_autoindex_' || name || '_1')
                     FROM pragma_table_list WHERE schema = 'main' AND wr
             ORDER BY name",
        );
        let mut ours: Vec<_> = OF_ENTRIES.iter().chain(&OF_OTHERS).chain(&OWN).collect();
        ours.sort_by_key(|index| index.name);
        assert_eq!(found, ours.iter().map(|index| index.name).collect::<Vec<_>>());
    }

    /// The records are read from the index alone, in its own order, and the rows from the table
    /// alone: no column of a record is taken from the row that it leads to, and nothing is sorted.
    #[test]
    fn an_index_is_read_without_its_table_and_the_table_without_it() {
        let folder = tempfile::tempdir().unwrap();
        drop(open_writer(&folder.path().join("jobs.db")).unwrap());
        let sql = Connection::open(folder.path().join("jobs.db")).unwrap();
        let plan = |select: &str| -> Vec<String> {
            let mut explain = sql.prepare(&format!("EXPLAIN QUERY PLAN {select}")).unwrap();
            explain.query_map([], |row| row.get(3)).unwrap().map(Result::unwrap).collect()
        };
        for index in OF_ENTRIES.iter().chain(&OF_OTHERS).chain(&OWN) {
            let records = plan(index.records);
            let rows = plan(index.rows);
            assert!(records.len() == 1 && rows.len() == 1, "{records:?}, {rows:?}");
            if index.records.contains("INDEXED BY") {
                let expected = format!(" USING COVERING INDEX {}", index.name);
                assert!(records[0].contains(&expected), "{records:?}");
            } else {
                assert!(records[0].starts_with("SCAN ") && !records[0].contains(" USING "));
            }
            assert!(rows[0].starts_with("SCAN ") && !rows[0].contains(" USING "), "{rows:?}");
        }
    }
}
