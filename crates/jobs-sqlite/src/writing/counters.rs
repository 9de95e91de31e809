//! The counters, as a batch changes them.

use jobs_core::{Day, Result, Status, Timestamp};
use rusqlite::{Connection, ErrorCode};

use crate::error::{Context, corrupt};
use crate::format::codes::status_from_sql;
use crate::format::counters::{Counter, Group, Key, Tally};

/// How the job created at index `first` is counted so far.
pub(crate) fn counted(sql: &Connection, first: i64) -> Result<(Group, Status)> {
    const DOING: &str = "looking up how a job is counted";
    let select = "SELECT s.status, e.user, e.action, coalesce(e.created_at, e.recorded_at)
                    FROM job_state AS s JOIN entry AS e ON e.idx = s.job WHERE s.job = ?1";
    let mut statement = sql.prepare_cached(select).doing(DOING)?;
    let row = statement.query_row([first], |row| row.try_into());
    let (status, user, action, micros): (i64, i64, i64, i64) = row.doing(DOING)?;
    let created_at = Timestamp::from_micros("created_at", micros)
        .map_err(|error| corrupt(format!("entry {first}: column {error}")))?;
    Ok((Group { user, action, day: Day::of(created_at) }, status_from_sql(status)?))
}

const COUNTING: &str = "counting";

/// Writes what a batch has changed, each row once.
pub(crate) fn write(sql: &Connection, tally: Tally) -> Result<()> {
    // Not an upsert: the trigger that guards inserts would refuse it for a row that is there.
    const UPDATE: &str = "UPDATE OR ROLLBACK counter SET
            in_progress = in_progress + ?4, success = success + ?5, failed = failed + ?6,
            unconfirmed = unconfirmed + ?7
        WHERE user = ?1 AND kind = ?2 AND value = ?3";
    const INSERT: &str = "INSERT OR ROLLBACK INTO counter
            (user, kind, value, in_progress, success, failed, unconfirmed, first)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)";
    let mut update = sql.prepare_cached(UPDATE).doing(COUNTING)?;
    for (Key { user, kind, value }, Counter { first, jobs: [a, b, c, d] }) in tally.rows() {
        if written(update.execute((user, kind, value, a, b, c, d)))? == 0 {
            let mut insert = sql.prepare_cached(INSERT).doing(COUNTING)?;
            written(insert.execute((user, kind, value, a, b, c, d, first)))?;
        }
    }
    Ok(())
}

/// A change that the table refuses, such as one to a negative count, shows that the row was
/// tampered with.
fn written(rows: rusqlite::Result<usize>) -> Result<usize> {
    match rows {
        Err(error) if error.sqlite_error_code() == Some(ErrorCode::ConstraintViolation) => {
            Err(corrupt(format!("counter: {error}")))
        }
        other => other.doing(COUNTING),
    }
}
