//! A private copy of an old database. Reading a database in WAL mode in place would make or change the files
//! beside it, and reading it as immutable would miss the rows that are only in its log; a copy does neither.

use std::ffi::OsString;
use std::fs::File;
use std::io;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use rusqlite::{Connection, OpenFlags};
use tempfile::TempDir;

use crate::CliError;

/// What may stand beside a database and belongs to its content. The `-shm` file is rebuilt from the log.
const COMPANIONS: [&str; 2] = ["-wal", "-journal"];

/// A copy in a directory that nobody else may read and that goes with this value, and a connection to it.
#[derive(Debug)]
pub(super) struct Copy {
    pub(super) sql: Connection,
    /// The old file, for messages.
    pub(super) path: PathBuf,
    // After the connection, so that it is dropped later.
    _directory: TempDir,
}

/// What tells whether a file was written in between.
type Look = Option<(u64, SystemTime)>;

impl Copy {
    pub(super) fn of(path: &Path) -> Result<Self, CliError> {
        let failed = |source| CliError::io(path.display().to_string(), source);
        // SQLite looks for the log beside the file itself, not beside a link to it.
        let real = path.canonicalize().map_err(failed)?;
        let directory = tempfile::Builder::new()
            .prefix("jobctl-import-")
            .tempdir()
            .map_err(|source| CliError::io("making a directory for the copy", source))?;
        let copied = directory.path().join("copy.db");
        let before = look(&real).map_err(failed)?;
        copy_file(&real, &copied).map_err(failed)?;
        for suffix in COMPANIONS {
            match copy_file(&beside(&real, suffix), &beside(&copied, suffix)) {
                Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(failed(error)),
                _ => {}
            }
        }
        if look(&real).map_err(failed)? != before {
            let reason =
                "was written while it was copied; stop the old dashboard and run this again";
            return Err(CliError::OldFile { path: path.into(), reason: reason.into() });
        }
        let sql = open(&copied).map_err(|error| explain(path, error))?;
        Ok(Self { sql, path: path.into(), _directory: directory })
    }

    /// What SQLite said about this file.
    pub(super) fn failed(&self, source: rusqlite::Error) -> CliError {
        explain(&self.path, source)
    }
}

fn beside(path: &Path, suffix: &str) -> PathBuf {
    let mut name = OsString::from(path);
    name.push(suffix);
    name.into()
}

fn look(real: &Path) -> io::Result<[Look; 3]> {
    let one = |path: &Path| match path.metadata() {
        Ok(data) => Ok(Some((data.len(), data.modified()?))),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    };
    Ok([one(real)?, one(&beside(real, COMPANIONS[0]))?, one(&beside(real, COMPANIONS[1]))?])
}

/// Copies the bytes and not the permissions: SQLite must be able to write to the copy.
fn copy_file(from: &Path, to: &Path) -> io::Result<()> {
    let mut from = File::open(from)?;
    if from.metadata()?.is_dir() {
        return Err(io::Error::other("is a directory, and not a database file"));
    }
    io::copy(&mut from, &mut File::create_new(to)?)?;
    Ok(())
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
        Some(rusqlite::ErrorCode::NotADatabase) => "is not a SQLite database".into(),
        Some(rusqlite::ErrorCode::DatabaseCorrupt) => format!(
            "is damaged ({source}); `sqlite3 FILE .recover | sqlite3 NEW` saves what can be read"
        ),
        _ => return CliError::Sql { path: path.into(), source },
    };
    CliError::OldFile { path: path.into(), reason }
}
