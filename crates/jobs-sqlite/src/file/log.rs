//! Moves the write-ahead log into the database, for the writer.

use jobs_core::Result;
use rusqlite::hooks::{AuthContext, Authorization};
use rusqlite::{Connection, TransactionBehavior};

use crate::error::{Context, corrupt};
use crate::file::header::VERSION;

/// The writer moves the write-ahead log into the database once it has this many pages: 16 MiB of 4
/// KiB pages, so that a page that many commits write is moved once.
pub(crate) const LOG_PAGES: u32 = 4096;

/// Moves what it can of the log into the database without waiting for anyone.
pub(crate) fn move_log(writer: &Connection) -> Result<()> {
    checkpoint(writer, "PRAGMA wal_checkpoint(PASSIVE)").map(drop)
}

/// Moves the whole log into the database and empties it, for a connection that is about to be
/// closed. False when other connections kept it from being done in time.
pub(crate) fn empty_log(writer: &Connection) -> Result<bool> {
    let none = None::<fn(AuthContext<'_>) -> Authorization>;
    writer.authorizer(none).doing("moving the log into the ledger")?;
    checkpoint(writer, "PRAGMA wal_checkpoint(TRUNCATE)")
}

fn checkpoint(writer: &Connection, pragma: &str) -> Result<bool> {
    let busy: i64 =
        writer.query_row(pragma, [], |row| row.get(0)).doing("moving the log into the ledger")?;
    Ok(busy == 0)
}

/// How many frames the log has that readers see.
pub(crate) fn log_frames(writer: &Connection) -> Result<u32> {
    writer
        .query_row("PRAGMA wal_checkpoint(NOOP)", [], |row| row.get(1))
        .doing("looking for the end of the log")
}

/// Commits a page as it is: does all that a commit does, and changes nothing. If the ledger's
/// version is not what it was, nothing is written: another program has edited the file, or a later
/// version of this one has brought it forward.
pub(crate) fn commit_unchanged(writer: &mut Connection) -> Result<()> {
    const DOING: &str = "committing nothing, to see whether it can be done";
    let sql = writer.transaction_with_behavior(TransactionBehavior::Immediate).doing(DOING)?;
    let found: i64 = sql.pragma_query_value(None, "user_version", |row| row.get(0)).doing(DOING)?;
    if found.to_string() != VERSION {
        let what = format!("its version was {VERSION} when it was opened, and is {found} now");
        return Err(corrupt(what));
    }
    sql.pragma_update(None, "user_version", VERSION).doing(DOING)?;
    sql.commit().doing(DOING)
}
