//! A connection to a private copy of an old database.

use std::path::{Path, PathBuf};

use rusqlite::{Connection, OpenFlags};

use crate::CliError;
use crate::private_copy::PrivateCopy;

/// A copy that is removed with this value, and a connection to it.
#[derive(Debug)]
pub(super) struct Copy {
    pub(super) sql: Connection,
    /// The old file, for messages.
    pub(super) path: PathBuf,
    // After the connection, so that it is dropped later.
    _files: PrivateCopy,
}

impl Copy {
    pub(super) fn of(path: &Path) -> Result<Self, CliError> {
        let files = PrivateCopy::of(path)?.ok_or_else(|| {
            let reason =
                "was written while it was copied; stop the old dashboard and run this again";
            CliError::OldFile { path: path.into(), reason: reason.into() }
        })?;
        let sql = open(files.path()).map_err(|error| explain(path, error))?;
        Ok(Self { sql, path: path.into(), _files: files })
    }

    /// What SQLite said about this file.
    pub(super) fn failed(&self, source: rusqlite::Error) -> CliError {
        explain(&self.path, source)
    }
}

/// Opens the copy, which takes the log into it, and reads all of it once to know that it is whole.
fn open(path: &Path) -> rusqlite::Result<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let sql = Connection::open_with_flags(path, flags)?;
    // The old schema's triggers and views are not run: nothing is written but temporary tables.
    sql.pragma_update(None, "trusted_schema", "off")?;
    let found: String = sql.query_row("PRAGMA quick_check(1)", [], |row| row.get(0))?;
    if found == "ok" {
        return Ok(sql);
    }
    let code = rusqlite::ffi::Error::new(rusqlite::ffi::SQLITE_CORRUPT);
    Err(rusqlite::Error::SqliteFailure(code, Some(found)))
}

fn explain(path: &Path, source: rusqlite::Error) -> CliError {
    let reason = match source.sqlite_error_code() {
        // The copy and the temporary tables are on this disk.
        Some(rusqlite::ErrorCode::DiskFull) => {
            return CliError::temporary(format!(
                "became full while {} was read there",
                path.display()
            ));
        }
        Some(rusqlite::ErrorCode::NotADatabase) => "is not a SQLite database".into(),
        Some(rusqlite::ErrorCode::DatabaseCorrupt) => format!(
            "is damaged ({source}); `sqlite3 FILE .recover | sqlite3 NEW` recovers what can be read"
        ),
        _ => {
            let source = jobs_sqlite::without_statement(&source).unwrap_or(source);
            return CliError::Sql { path: path.into(), source };
        }
    };
    CliError::OldFile { path: path.into(), reason }
}
