//! The old `audit.db`: which row of its log belongs to which job, and the rows without a job.

use jobs_core::{
    ActionCode, ActionName, Cid, ErrorMessage, ImportedJob, JobFacts, JobId, Status, StatusDetails,
    UserId, without_unseen,
};
use rusqlite::params;
use serde_json::value::RawValue;
use serde_json::{Map, Value, json};
use uuid::Uuid;

use super::cell::Cell;
use super::copy::Copy;
use super::customers::RowCustomers;
use super::items::{AuditReport, NotTaken};
use super::key::Key;
use super::original::OriginalRecord;
use super::payload;
use super::table::{OldRow, OldTable};
use super::times::{self, UtcOffset};
use crate::CliError;

/// The namespace of the IDs (UUID v5) of jobs that only the audit log knows. The name under it is
/// the whole row as a JSON array, `[id, user_id, action_type, …]` in the order of the table's
/// columns.
pub const AUDIT_NAMESPACE: Uuid = Uuid::from_u128(0x5f0e_7c3a_9d1b_4e62_8a47_c3d2_b19f_06e5);

/// How far a row's time may be from its job's: the old dashboard gave a call up to 35 s, and wrote
/// the row after it, with whole seconds.
pub(super) const WINDOW_MICROS: i64 = 60 * 1_000_000;

const REQUIRED: [&str; 6] = ["id", "user_id", "action_type", "customer_ids", "timestamp", "status"];

/// An audit log, indexed in a temporary table that SQLite keeps on the disk.
#[derive(Debug)]
pub(super) struct AuditLog {
    pub(super) copy: Copy,
    rows: OldTable,
}

/// A row as it is kept with its job.
#[derive(Debug)]
pub(super) struct AuditRecord {
    pub(super) number: i64,
    pub(super) row: Value,
    /// Whether its names are spelt differently from the job's.
    pub(super) respelt: bool,
}

/// How many left-over rows are in memory at a time. Few in tests, so that they have many pages.
const LEFT_OVER_ROWS: usize = if cfg!(test) { 1 } else { 100 };

/// A place in the order of time: microseconds, row.
pub(super) type RowPosition = (i64, i64);

/// Before every row.
pub(super) const START: RowPosition = (i64::MIN, i64::MIN);

/// A row that belongs to no job, as the job that it becomes.
#[derive(Debug)]
pub(super) struct NewJob {
    /// The row's number.
    pub(super) row: i64,
    pub(super) job: ImportedJob,
    /// Whether it spells names differently.
    pub(super) respelt: bool,
    /// Customers that had several spellings.
    pub(super) merged: Vec<Cid>,
}

/// A row that belongs to no job, or why it cannot become one.
pub(super) type LeftOver = Result<NewJob, NotTaken>;

/// Whether two actions, as [`action_key`] returns them, may be the same: a log may use one name for
/// all of them, but two actions with different known codes are different.
pub(super) const SAME_ACTION: &str = "(action = ?1 OR NOT (action LIKE '#%' AND ?1 LIKE '#%'))";

/// The part of a row of the log that a job needs.
struct AuditLine {
    user_id: UserId,
    action: String,
    customers: RowCustomers,
    micros: i64,
    respelt: bool,
}

impl AuditLog {
    /// Opens the log and indexes it; rows without customers are counted, unreadable ones listed.
    pub(super) fn open(copy: Copy, report: &mut AuditReport) -> Result<Self, CliError> {
        let rows = OldTable::open(&copy, "audit_log", &REQUIRED)?;
        let log = Self { copy, rows };
        log.index(report).map_err(|error| log.copy.failed(error))?;
        Ok(log)
    }

    fn index(&self, report: &mut AuditReport) -> rusqlite::Result<()> {
        let sql = &self.copy.sql;
        sql.execute_batch(
            "BEGIN;
             CREATE TEMP TABLE line (
                 id INTEGER PRIMARY KEY, user TEXT, customers BLOB, micros INTEGER, action TEXT,
                 taken INTEGER NOT NULL DEFAULT 0);",
        )?;
        let add =
            "INSERT INTO temp.line (id, user, customers, micros, action) VALUES (?, ?, ?, ?, ?)";
        let mut add = sql.prepare(add)?;
        let mut statement =
            sql.prepare(&self.rows_sql(&format!("ORDER BY a.{}", self.rows.number)))?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let row = self.rows.read(row)?;
            report.rows += 1;
            match read_line(&row) {
                Ok(None) => report.without_customers += 1,
                Ok(Some(line)) => {
                    let root = line.customers.set.root();
                    let user = line.user_id.as_str();
                    let action = action_key(&line.action);
                    add.execute(params![row.number, user, root.as_bytes(), line.micros, action])?;
                }
                Err(reason) => report.not_taken.push(not_taken(&row, reason)),
            }
        }
        sql.execute_batch(
            "CREATE INDEX temp.by_key ON line (user, customers, micros) WHERE NOT taken;
             CREATE INDEX temp.by_action ON line (user, customers, action, micros) WHERE NOT taken;
             CREATE INDEX temp.left_over ON line (micros, id) WHERE NOT taken;
             COMMIT;",
        )
    }

    fn rows_sql(&self, rest: &str) -> String {
        format!("SELECT {} FROM {} a {rest}", self.rows.selected("a"), self.rows.from)
    }

    /// The row that belongs to a job: same user, same customers, preferably the same action, then
    /// the nearest in time, within [`WINDOW_MICROS`]. A row belongs to one job at most.
    pub(super) fn take(&self, key: &Key) -> Result<Option<AuditRecord>, CliError> {
        self.find_and_take(key).map_err(|error| self.copy.failed(error))
    }

    fn find_and_take(&self, key: &Key) -> rusqlite::Result<Option<AuditRecord>> {
        let sql = &self.copy.sql;
        let mut nearest = sql.prepare_cached(&nearest_sql())?;
        let rows = nearest.query_map(
            params![
                action_key(key.action_name.as_str()),
                key.user_id.as_str(),
                key.customers.root().as_bytes(),
                key.created.at.as_micros(),
            ],
            |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)),
        )?;
        let rows: Vec<(i64, i64, i64)> = rows.collect::<rusqlite::Result<_>>()?;
        let found = rows.into_iter().min().map(|(_, _, id)| id);
        let Some(id) = found else { return Ok(None) };
        sql.prepare_cached("UPDATE temp.line SET taken = 1 WHERE id = ?1")?.execute([id])?;
        let row = sql
            .prepare_cached(&self.rows_sql(&format!("WHERE a.{} = ?1", self.rows.number)))?
            .query_row([id], |row| self.rows.read(row))?;
        let respelt = matches!(read_line(&row), Ok(Some(line)) if line.respelt);
        Ok(Some(AuditRecord { number: id, row: record(&row, respelt), respelt }))
    }

    /// Releases a row whose job could not be imported.
    pub(super) fn give_back(&self, number: i64) -> Result<(), CliError> {
        let given = self.copy.sql.execute("UPDATE temp.line SET taken = 0 WHERE id = ?1", [number]);
        given.map(drop).map_err(|error| self.copy.failed(error))
    }

    /// A page of the rows that belong to no job, as separate jobs, in order of time after `from`;
    /// and where the next page begins, `None` after the last.
    pub(super) fn left_over(
        &self,
        from: RowPosition,
    ) -> Result<(Vec<LeftOver>, Option<RowPosition>), CliError> {
        self.read_left_over(from).map_err(|error| self.copy.failed(error))
    }

    fn read_left_over(
        &self,
        from: RowPosition,
    ) -> rusqlite::Result<(Vec<LeftOver>, Option<RowPosition>)> {
        let OldTable { from: rows, number, columns } = &self.rows;
        let selected = self.rows.selected("a");
        let mut statement = self.copy.sql.prepare_cached(&format!(
            "SELECT {selected}, l.micros FROM temp.line l INDEXED BY left_over CROSS JOIN {rows} a ON a.{number} = l.id
             WHERE NOT l.taken AND (l.micros, l.id) > (?1, ?2)
             ORDER BY l.micros, l.id LIMIT {LEFT_OVER_ROWS}",
        ))?;
        let mut rows = statement.query([from.0, from.1])?;
        let mut page = Vec::new();
        let mut next = None;
        while let Some(row) = rows.next()? {
            let old = self.rows.read(row)?;
            next = Some((row.get(columns.len() + 1)?, old.number));
            let job = match read_line(&old) {
                Ok(Some(line)) => job(&old, line),
                Ok(None) => Err("customer_ids: has no customers".into()),
                Err(reason) => Err(reason),
            };
            page.push(job.map_err(|reason| not_taken(&old, reason)));
        }
        Ok((page, next))
    }
}

/// The statement that finds the candidates for a job: of the same action, and of one that is not
/// known to be different, the nearest before the job and after it. A row begins with the order of
/// preference: the same action, the distance, the number.
fn nearest_sql() -> String {
    let side = |other: u8, index: &str, action: &str, nearest: &str, from: &str, to: &str| {
        let same = format!(
            "INDEXED BY {index} WHERE NOT taken AND user = ?2 AND customers = ?3 AND {action}"
        );
        format!(
            "SELECT * FROM (SELECT {other}, abs(micros - ?4), id FROM temp.line {same} AND micros = (
                 SELECT {nearest}(micros) FROM temp.line {same} AND micros BETWEEN {from} AND {to}) ORDER BY id LIMIT 1)"
        )
    };
    let first = format!("?4 - {WINDOW_MICROS}");
    let last = format!("?4 + {WINDOW_MICROS}");
    let sides = [(0, "by_action", "action = ?1"), (1, "by_key", SAME_ACTION)].map(
        |(other, index, action)| {
            let before = side(other, index, action, "max", &first, "?4");
            format!("{before} UNION ALL {}", side(other, index, action, "min", "?4", &last))
        },
    );
    sides.join(" UNION ALL ")
}

/// The key of an action, the same for all its spellings: its code if it has one, otherwise its name
/// without regard to case.
pub(super) fn action_key(action: &str) -> String {
    match ActionCode::of_legacy_name(action) {
        Some(code) => format!("#{}", code.get()),
        None => action.to_lowercase(),
    }
}

fn not_taken(row: &OldRow<'_>, reason: String) -> NotTaken {
    NotTaken { row: row.number, id: row.get("id").shown(), reason }
}

/// Reads a row; `None` when it names no customers, as a login does.
fn read_line(row: &OldRow<'_>) -> Result<Option<AuditLine>, String> {
    let text = |column: &str| {
        row.get(column).required_text().map_err(|reason| format!("{column}: {reason}"))
    };
    let cids = match row.get("customer_ids") {
        Cell::Null => return Ok(None),
        _ => text("customer_ids")?,
    };
    let cids = read_cids(&cids)?;
    if cids.is_empty() {
        return Ok(None);
    }
    let customers = RowCustomers::of(cids)?;
    // The audit log was always kept in UTC.
    let moment = times::read(&text("timestamp")?, UtcOffset::ZERO)
        .map_err(|reason| format!("timestamp: {reason}"))?;
    let user = text("user_id")?;
    let action = text("action_type")?;
    let user_id = UserId::new(without_unseen(&user).as_ref()).map_err(|error| error.to_string())?;
    let clean_action = without_unseen(&action).into_owned();
    let respelt =
        !customers.respelt.is_empty() || user != user_id.as_str() || action != clean_action;
    let micros = moment.at.as_micros();
    Ok(Some(AuditLine { user_id, action: clean_action, customers, micros, respelt }))
}

fn read_cids(text: &str) -> Result<Vec<String>, String> {
    let text = text.trim_start_matches(|c: char| c == '\u{feff}' || c.is_whitespace());
    if text.is_empty() {
        return Ok(Vec::new());
    }
    let list: Option<Vec<&RawValue>> = serde_json::from_str(text).map_err(|error| {
        let why = if error.is_data() { String::new() } else { format!(": {error}") };
        format!("customer_ids: is not a JSON array{why}")
    })?;
    let cid = |value: &RawValue| match value.get().as_bytes() {
        [b'"', ..] => serde_json::from_str(value.get())
            .map_err(|_| "customer_ids: holds a text that is not Unicode".into()),
        [b'-' | b'0'..=b'9', ..] => Ok(payload::as_text(value)),
        _ => Err("customer_ids: must hold texts".into()),
    };
    list.unwrap_or_default().into_iter().map(cid).collect()
}

/// The row as it is in a job's original record: without the customers, which are the job's, unless
/// they are spelt differently.
fn record(row: &OldRow<'_>, respelt: bool) -> Value {
    let members =
        row.iter().filter(|(name, _)| respelt || !name.eq_ignore_ascii_case("customer_ids"));
    let members: Map<_, _> =
        members.map(|(name, cell)| (name.to_owned(), cell.recordable())).collect();
    members.into()
}

/// The job that the old dashboard ran but did not record as one.
fn job(row: &OldRow<'_>, line: AuditLine) -> Result<NewJob, String> {
    let invalid = |error: jobs_core::Error| error.to_string();
    let content: Vec<Value> = row.cells.iter().map(Cell::to_json).collect();
    let name = json!(content).to_string();
    let job_id =
        JobId::from_uuid(Uuid::new_v5(&AUDIT_NAMESPACE, name.as_bytes())).map_err(invalid)?;
    let created_at =
        jobs_core::Timestamp::from_micros("timestamp", line.micros).map_err(invalid)?;
    let facts = JobFacts {
        user_id: line.user_id,
        submitted_by: None,
        batch_id: None,
        action_code: ActionCode::of_legacy_name(&line.action).unwrap_or(ActionCode::UNKNOWN),
        action_name: ActionName::new(line.action).map_err(invalid)?,
        cluster_url: None,
    };
    let mut original = OriginalRecord::default();
    original.keep_json("audit", record(row, line.respelt));
    let details = details(row);
    let original = original.finish().map_err(invalid)?;
    let RowCustomers { set, merged, .. } = line.customers;
    let job = ImportedJob::new(job_id, facts, set, created_at, details);
    let job = job.with_original(Some(original));
    Ok(NewJob { row: row.number, job, respelt: line.respelt, merged })
}

fn details(row: &OldRow<'_>) -> StatusDetails {
    let raw = row.get("status").text().ok().flatten().unwrap_or_default();
    let status = match raw.trim().to_ascii_lowercase().as_str() {
        "success" => Status::Success,
        "failure" | "failed" => Status::Failed,
        _ => Status::Unconfirmed,
    };
    let message = row.get("error_message").text().ok().flatten();
    let error_message = match message {
        Some(message) => Some(ErrorMessage::shortened(&super::payload::recordable(&message).text)),
        None if status == Status::Unconfirmed => Some(ErrorMessage::shortened(
            "the old audit log does not say whether this action succeeded",
        )),
        None => None,
    };
    StatusDetails { error_message, ..StatusDetails::new(status) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn customers_are_texts_or_numbers_in_an_array() {
        let numbers = r#"["a", 7, 123456789012345678901, 1e3, 1E+3, 5001.10, -0, 1e400]"#;
        let expected = ["a", "7", "123456789012345678901", "1e3", "1E+3", "5001.10", "-0", "1e400"];
        assert_eq!(read_cids(numbers).unwrap(), expected);
        for none in ["", " ", "null", "[]"] {
            assert_eq!(read_cids(none), Ok(vec![]));
        }
        for bad in ["5001", "{}", "[null]", "[true]", "[[1]]", "[\"\\ud800\"", "[007]", "[1"] {
            assert!(read_cids(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn spellings_of_an_action_are_one_action() {
        assert_eq!(action_key("Tran-Begin"), action_key("trans-begin"));
        assert_ne!(action_key("PE-Enable"), action_key("T-Enable"));
        assert_eq!(action_key("action_0"), action_key("Action_0"));
    }
}
