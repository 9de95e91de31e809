//! The events of all files in a temporary table, which SQLite keeps on the disk. Each event is
//! there once, however many files have it.

use jobs_core::merkle::Hash;
use rusqlite::{Connection, params};

use super::super::audit::action_key;
use super::event::Event;
use super::nearest::LINES;

/// The tables. A call has the ID of its first event; `at` is when it began, or must have.
/// `set_back` is how far the clock of a file was set back, in microseconds, before a line; a call
/// is `steady` on a clock that was not. It `ended` at the time of its end, if that names no job.
const TABLES: &str = "
    CREATE TEMP TABLE log_event (
        id INTEGER PRIMARY KEY, file INTEGER NOT NULL, kind TEXT NOT NULL, micros INTEGER NOT NULL,
        set_back INTEGER NOT NULL DEFAULT 0, cut INTEGER NOT NULL, half INTEGER NOT NULL DEFAULT 0, user TEXT, action TEXT,
        action_key TEXT, cid_count INTEGER, job_id TEXT, http_status INTEGER, elapsed_ms INTEGER, result TEXT,
        exception_type TEXT, error TEXT, hash BLOB NOT NULL, call INTEGER);
    CREATE TEMP TABLE log_call (
        id INTEGER PRIMARY KEY, at INTEGER NOT NULL, steady INTEGER, file INTEGER, set_back INTEGER, user TEXT, action_key TEXT,
        cid_count INTEGER, start INTEGER, done INTEGER, ended INTEGER, error INTEGER, job_missing INTEGER,
        ambiguous INTEGER NOT NULL DEFAULT 0);
    CREATE TEMP TABLE log_job (
        job INTEGER PRIMARY KEY, id, spelt TEXT, micros INTEGER, user TEXT, action TEXT, action_key TEXT, customers INTEGER,
        customer_rows INTEGER, status TEXT, http_status INTEGER, call INTEGER);";

/// Makes the tables.
pub(super) fn create(sql: &Connection) -> rusqlite::Result<()> {
    sql.execute_batch(TABLES)?;
    sql.execute_batch(LINES)
}

/// Adds an event of a file whose clock was `set_back` before; `line` is the first line of its
/// record, including the time.
pub(super) fn insert(
    sql: &Connection,
    (file, set_back): (u32, i64),
    event: &Event,
    line: &str,
) -> rusqlite::Result<()> {
    let hash = Hash::of(line.as_bytes());
    let key = event.action.as_deref().map(action_key);
    sql.prepare_cached(
        "INSERT INTO temp.log_event (file, kind, micros, set_back, cut, half, user, action, action_key, cid_count, job_id, http_status,
             elapsed_ms, result, exception_type, error, hash)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
    )?
    .execute(params![
        file,
        event.kind.as_str(),
        event.micros,
        set_back,
        event.cut,
        event.half,
        event.user,
        event.action,
        key,
        event.cid_count,
        event.job_id,
        event.http_status,
        event.elapsed_ms,
        event.result,
        event.exception_type,
        event.error,
        hash.as_bytes(),
    ])?;
    Ok(())
}

/// Discards what is known about the clock of a file.
pub(super) fn forget_set_back(sql: &Connection, file: u32) -> rusqlite::Result<()> {
    sql.execute("UPDATE temp.log_event SET set_back = 0 WHERE file = ?1", [file])?;
    Ok(())
}

/// Drops duplicate events, and returns how many. Equal lines in one file are calls that began at
/// one time, so as many are kept as the file with the most of them has.
pub(super) fn drop_repeated(sql: &Connection) -> rusqlite::Result<u64> {
    sql.execute_batch(
        "CREATE INDEX temp.log_event_by_time ON log_event (kind, micros);
         CREATE INDEX temp.log_event_whole ON log_event (kind, micros) WHERE NOT half;",
    )?;
    // One file may have the whole of a line that another has cut.
    let halves = sql.execute(
        "DELETE FROM temp.log_event AS half WHERE half.half AND EXISTS (
             SELECT 1 FROM temp.log_event e INDEXED BY log_event_whole
             WHERE e.kind = half.kind AND e.micros = half.micros AND NOT e.half AND e.file <> half.file
               AND coalesce(half.user, e.user, '') = coalesce(e.user, '')
               AND coalesce(half.action, e.action, '') = coalesce(e.action, '')
               AND coalesce(half.job_id, e.job_id, '') = coalesce(e.job_id, '')
               AND coalesce(half.elapsed_ms, e.elapsed_ms, 0) = coalesce(e.elapsed_ms, 0))",
        [],
    )?;
    let same = sql.execute(
        "DELETE FROM temp.log_event WHERE id NOT IN (
             SELECT min(id) FROM (
                 SELECT id, hash, row_number() OVER (PARTITION BY hash, file ORDER BY id) AS nth
                 FROM temp.log_event)
             GROUP BY hash, nth)",
        [],
    )?;
    Ok((same + halves) as u64)
}

#[cfg(test)]
mod tests {
    use super::super::event::Kind;
    use super::*;

    fn event() -> Event {
        Event {
            kind: Kind::Done,
            micros: 7,
            cut: false,
            half: false,
            user: Some("vijay".into()),
            action: Some("PE-Enable".into()),
            cid_count: Some(1),
            job_id: Some("1".into()),
            http_status: Some(200),
            elapsed_ms: Some(300),
            result: Some("success".into()),
            exception_type: None,
            error: None,
        }
    }

    /// How many events are dropped if one file has a whole line and another half of a line.
    fn dropped(half: &Event, file_of_half: u32) -> u64 {
        let sql = Connection::open_in_memory().unwrap();
        create(&sql).unwrap();
        insert(&sql, (0, 0), &event(), "whole").unwrap();
        let half = Event { half: true, ..half.clone() };
        insert(&sql, (file_of_half, 0), &half, "half").unwrap();
        drop_repeated(&sql).unwrap()
    }

    #[test]
    fn half_of_a_line_is_dropped_for_the_whole_of_it_alone() {
        let whole = event();
        let nothing = Event { user: None, action: None, job_id: None, elapsed_ms: None, ..event() };
        for half in [&whole, &nothing] {
            assert_eq!((dropped(half, 1), dropped(half, 0)), (1, 0));
        }
        for other in [
            Event { user: Some("prasad".into()), ..event() },
            Event { action: Some("T-Enable".into()), ..event() },
            Event { job_id: Some("2".into()), ..event() },
            Event { elapsed_ms: Some(301), ..event() },
            Event { micros: 8, ..event() },
            Event { kind: Kind::Error, ..event() },
        ] {
            assert_eq!(dropped(&other, 1), 0, "{other:?}");
        }
    }
}
