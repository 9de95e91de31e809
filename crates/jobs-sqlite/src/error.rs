//! From what SQLite says to what a caller can tell apart.

use std::error::Error as StdError;

use jobs_core::{Error, Index};
use rusqlite::ErrorCode;

/// Adds what was being done to an error from below.
pub(crate) trait Context<T> {
    /// Turns the error into one that says what the store was doing: an [`Error::Corrupt`] when the
    /// file holds what it never could, and an [`Error::Storage`] otherwise.
    fn doing(self, context: &'static str) -> jobs_core::Result<T>;
}

impl<T, E: StdError + Send + Sync + 'static> Context<T> for Result<T, E> {
    fn doing(self, context: &'static str) -> jobs_core::Result<T> {
        self.map_err(|source| {
            if let Some(error) = without_statement(&source) {
                return Error::storage(context, error);
            }
            if is_no_database(&source) {
                return corrupt("the file is not a database, or its header was overwritten");
            }
            if is_damage(&source) {
                return corrupt(format!("{context}: {source}"));
            }
            Error::storage(context, source)
        })
    }
}

/// An error about a statement, without the statement: the SQL is ours, and means nothing to the
/// reader of the message. `None` for any other error.
#[must_use]
pub fn without_statement(error: &(dyn StdError + 'static)) -> Option<rusqlite::Error> {
    match error.downcast_ref()? {
        rusqlite::Error::SqlInputError { error, msg, .. } => {
            Some(rusqlite::Error::SqliteFailure(*error, Some(msg.clone())))
        }
        _ => None,
    }
}

fn is_no_database(error: &(dyn StdError + 'static)) -> bool {
    let error = error.downcast_ref::<rusqlite::Error>();
    error.and_then(rusqlite::Error::sqlite_error_code) == Some(ErrorCode::NotADatabase)
}

/// Whether the error says that the file is damaged: according to SQLite's own checks, or because a
/// value or a row is not what our statements always write.
fn is_damage(error: &(dyn StdError + 'static)) -> bool {
    use rusqlite::Error as Sql;
    match error.downcast_ref() {
        Some(Sql::SqliteFailure(failure, _)) => failure.code == ErrorCode::DatabaseCorrupt,
        Some(
            Sql::FromSqlConversionFailure(..)
            | Sql::IntegralValueOutOfRange(..)
            | Sql::InvalidColumnType(..)
            | Sql::Utf8Error(..)
            | Sql::QueryReturnedNoRows,
        ) => true,
        _ => false,
    }
}

/// Why SQLite could not write. The end of a commit is written last.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Unwritten {
    /// The disk is full.
    Full,
    /// A write failed: the file has reached its size limit, or the disk failed without saying why,
    /// as a network file system may.
    Failed,
}

/// Whether SQLite could not write.
pub(crate) fn unwritten(error: &Error) -> Option<Unwritten> {
    use rusqlite::ffi::{SQLITE_FULL, SQLITE_IOERR_WRITE};
    let Error::Storage { source, .. } = error else { return None };
    let rusqlite::Error::SqliteFailure(failure, _) = source.downcast_ref()? else { return None };
    match failure.extended_code {
        SQLITE_FULL => Some(Unwritten::Full),
        SQLITE_IOERR_WRITE => Some(Unwritten::Failed),
        _ => None,
    }
}

/// An [`Error::Corrupt`] about a value that the ledger's own rules exclude.
pub(crate) fn corrupt(what: impl std::fmt::Display) -> Error {
    Error::Corrupt(what.to_string())
}

/// Names entry `index` in an error that was found in its row. A value that its type refuses is not
/// a caller's mistake: it was accepted when it was recorded.
pub(crate) fn in_entry(index: Index) -> impl Fn(Error) -> Error {
    move |error| match error {
        Error::Corrupt(what) => corrupt(format!("entry {index}: {what}")),
        error @ Error::Invalid { .. } => corrupt(format!("entry {index}: {error}")),
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// No message shows kilobytes of SQL.
    #[test]
    fn an_error_about_a_statement_does_not_repeat_it() {
        let sql = rusqlite::Connection::open_in_memory().unwrap();
        let statement =
            format!("CREATE TABLE t (x); SELECT absent /* {} */ FROM t", "x".repeat(16_000));
        let error = sql.execute_batch(&statement).doing("making the schema").unwrap_err();
        assert_eq!(error.to_string(), "making the schema: no such column: absent");
    }
}
