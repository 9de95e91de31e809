//! The events of all files in a temporary table, which SQLite keeps on the disk; each once, however many files have it.

use jobs_core::merkle::Hash;
use rusqlite::{Connection, params};

use super::super::audit::action_key;
use super::event::Event;

/// The tables. A call has the ID of its first event; `at` is when it began, or must have. Calls of the same user, action and number of
/// customers that began at one time can stand for each other, and `twin` is the first of them.
const TABLES: &str = "
    CREATE TEMP TABLE log_event (
        id INTEGER PRIMARY KEY, file INTEGER NOT NULL, kind TEXT NOT NULL, micros INTEGER NOT NULL, cut INTEGER NOT NULL,
        half INTEGER NOT NULL DEFAULT 0, user TEXT, action TEXT, action_key TEXT, cid_count INTEGER, job_id TEXT,
        http_status INTEGER, elapsed_ms INTEGER, result TEXT, exception_type TEXT, error TEXT, hash BLOB NOT NULL, call INTEGER);
    CREATE TEMP TABLE log_call (
        id INTEGER PRIMARY KEY, twin INTEGER NOT NULL, at INTEGER NOT NULL, user TEXT, action_key TEXT,
        cid_count INTEGER, start INTEGER, done INTEGER, error INTEGER, job_missing INTEGER, job INTEGER);
    CREATE TEMP TABLE log_job (
        job INTEGER PRIMARY KEY, id, spelt TEXT, micros INTEGER, user TEXT, action TEXT, action_key TEXT, customers INTEGER,
        customer_rows INTEGER, status TEXT, http_status INTEGER, call INTEGER);";

/// Makes the tables.
pub(super) fn create(sql: &Connection) -> rusqlite::Result<()> {
    sql.execute_batch(TABLES)
}

/// Takes an event of a file; `line` is the first line of its record, time included.
pub(super) fn insert(
    sql: &Connection,
    file: u32,
    event: &Event,
    line: &str,
) -> rusqlite::Result<()> {
    let hash = Hash::of(line.as_bytes());
    let key = event.action.as_deref().map(action_key);
    sql.prepare_cached(
        "INSERT INTO temp.log_event (file, kind, micros, cut, half, user, action, action_key, cid_count, job_id, http_status,
             elapsed_ms, result, exception_type, error, hash)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
    )?
    .execute(params![
        file,
        event.kind.as_str(),
        event.micros,
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

/// Drops events that are there twice, and answers with how many. Two equal lines of one file are two calls that
/// began at one time: as many are kept as the file has that has most.
pub(super) fn drop_repeated(sql: &Connection) -> rusqlite::Result<u64> {
    sql.execute_batch("CREATE INDEX temp.log_event_by_time ON log_event (kind, micros);")?;
    // One file may have the whole of a line that another has cut.
    let halves = sql.execute(
        "DELETE FROM temp.log_event AS half WHERE half.half AND EXISTS (
             SELECT 1 FROM temp.log_event e
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
