//! A ledger in a data directory, opened for reading. Nothing in the directory changes, so it may be
//! read-only.
//!
//! ```text
//! the log is in use (-wal, -shm)   in place, as any SQLite reader does
//! no log, or an empty one          in place, as a file that nobody writes
//! a log that nobody uses           a private copy: reading it in place would create files beside it
//! a journal (-journal)             a private copy, in which the interrupted change is rolled back
//! ```

use std::fs::OpenOptions;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use jobs_core::Error;
use jobs_files::beside;
use jobs_files::permissions::{self, Own};
use jobs_sqlite::SqliteStore;
use rusqlite::{Connection, ErrorCode, OpenFlags};

use crate::private_copy::{Look, PrivateCopy};
use crate::{CliError, data_dir};

/// A ledger to read from.
#[derive(Debug)]
pub(crate) struct Ledger {
    pub(crate) store: Arc<SqliteStore>,
    // After the store, so that it is dropped later.
    _copy: Option<PrivateCopy>,
}

impl Ledger {
    /// Opens the ledger in `data_dir`.
    pub(crate) fn open(data_dir: &Path) -> Result<Self, CliError> {
        let path = find(data_dir)?.ok_or_else(|| missing(data_dir))?;
        let shown = data_dir::ledger_file(data_dir).display().to_string();
        let failed = |error| CliError::ledger(&shown, error);
        if is_in_use(&path) {
            match SqliteStore::open_read_only(&path) {
                // A place where SQLite may not even lock the log.
                Err(Error::Storage { .. }) => {}
                opened => {
                    return Ok(Self { store: Arc::new(opened.map_err(failed)?), _copy: None });
                }
            }
        }
        let look = Look::at(&path).map_err(|source| CliError::io(&shown, source))?;
        let copy = if look.has_log() { Some(copy(&path)?) } else { None };
        let store = match &copy {
            Some(copy) => SqliteStore::open_read_only(copy.path()),
            None => SqliteStore::open_unchanging(&path),
        };
        Ok(Self { store: Arc::new(store.map_err(failed)?), _copy: copy })
    }
}

/// Opens the ledger for reading, after checking that it could be appended to; `None` when
/// [`data_dir::open_to_append`] would create it. Nothing is created or changed.
pub(crate) fn open_as_if_to_append(data_dir: &Path) -> Result<Option<Ledger>, CliError> {
    let path = data_dir::ledger_file(data_dir);
    let failed = |source| CliError::io(path.display().to_string(), source);
    SqliteStore::check_path(&path)
        .map_err(|error| CliError::ledger(path.display().to_string(), error))?;
    data_dir::check_files(&path)?;
    permissions::check(data_dir, Own::Runners)?;
    match OpenOptions::new().append(true).open(&path) {
        // SQLite turns an empty file into a database.
        Ok(file) if file.metadata().map_err(failed)?.len() == 0 => Ok(None),
        Ok(_) => Ledger::open(data_dir).map(Some),
        // A link whose file is gone: SQLite would create the file there, but not its directory.
        Err(error) if error.kind() == io::ErrorKind::NotFound && path.is_symlink() => {
            let target = data_dir.join(path.read_link().map_err(failed)?);
            let place = target.parent().filter(|place| place.is_dir()).ok_or(error);
            data_dir::check_can_be_made(place.map_err(failed)?)?;
            Ok(None)
        }
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            data_dir::check_can_be_made(data_dir)?;
            Ok(None)
        }
        Err(error) => Err(failed(error)),
    }
}

/// The ledger's file in `data_dir`; `None` when there is none. SQLite looks for the log beside the
/// file itself, not beside a link to it.
pub(crate) fn find(data_dir: &Path) -> Result<Option<PathBuf>, CliError> {
    let path = data_dir::ledger_file(data_dir);
    data_dir::check_files(&path)?;
    match path.canonicalize() {
        Ok(real) => data_dir::check_files(&real).map(|()| Some(real)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(source) => Err(CliError::io(path.display().to_string(), source)),
    }
}

/// The error for a directory without a ledger: there never was one, or it was removed.
pub(crate) fn missing(data_dir: &Path) -> CliError {
    let log = beside(&data_dir::ledger_file(data_dir), "-wal");
    let anchor = data_dir::anchor(data_dir).join("checkpoint");
    let left_over =
        [anchor, log].into_iter().find(|path| path.metadata().is_ok_and(|file| file.len() > 0));
    let path = data_dir.into();
    match left_over {
        Some(left_over) => CliError::LedgerGone { path, left_over },
        None => CliError::NoLedger { path },
    }
}

/// Whether the log of the database at `path` is in use, or was when the files were copied.
pub(crate) fn is_in_use(path: &Path) -> bool {
    beside(path, "-shm").exists() && beside(path, "-wal").exists()
}

/// A private copy of the database at `path` with its log. A change that another program left
/// unfinished is rolled back.
pub(crate) fn copy(path: &Path) -> Result<PrivateCopy, CliError> {
    let shown = path.display();
    let copy = PrivateCopy::of(path)?.ok_or_else(|| {
        let reason = "was written while it was copied; run this again";
        CliError::unreadable(shown.to_string(), reason)
    })?;
    match roll_back(copy.path()) {
        Err(error) if error.sqlite_error_code() == Some(ErrorCode::DiskFull) => {
            Err(CliError::temporary(format!(
                "became full while a copy of {shown} was rolled back there"
            )))
        }
        // The reader reports whatever else is wrong with the file.
        _ => Ok(copy),
    }
}

/// Rolls back the change in the journal. Only a connection that may write does that, at its first
/// read.
fn roll_back(copy: &Path) -> rusqlite::Result<()> {
    if !beside(copy, "-journal").exists() {
        return Ok(());
    }
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let sql = Connection::open_with_flags(copy, flags)?;
    sql.query_row("PRAGMA schema_version", [], |_| Ok(()))
}
