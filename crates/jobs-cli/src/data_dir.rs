//! The data directory, in which the server keeps its ledger.

use std::fs::{DirBuilder, OpenOptions};
use std::io;
use std::path::{Path, PathBuf};

use jobs_sqlite::SqliteStore;

use crate::CliError;

/// The ledger's file in `data_dir`.
pub(crate) fn ledger_file(data_dir: &Path) -> PathBuf {
    data_dir.join("jobs.db")
}

/// The key with which the ledger in `data_dir` signs, unless it is kept elsewhere.
pub(crate) fn ledger_key(data_dir: &Path) -> PathBuf {
    data_dir.join("ledger.key")
}

/// The anchor of the ledger in `data_dir`, unless there are others.
pub(crate) fn anchor(data_dir: &Path) -> PathBuf {
    data_dir.join("anchor")
}

/// The users and tokens of the server in `data_dir`.
pub(crate) fn auth_toml(data_dir: &Path) -> PathBuf {
    data_dir.join("auth.toml")
}

/// Opens the ledger for reading; `None` when there is none.
pub(crate) fn open_if_any(data_dir: &Path) -> Result<Option<SqliteStore>, CliError> {
    let path = ledger_file(data_dir);
    match path.try_exists() {
        Ok(true) => {}
        Ok(false) => return Ok(None),
        Err(source) => return Err(CliError::io(path.display().to_string(), source)),
    }
    let store = SqliteStore::open_read_only(&path)
        .map_err(|error| CliError::ledger(path.display().to_string(), error))?;
    Ok(Some(store))
}

/// Whether [`open_to_append`] makes a ledger.
pub(crate) fn is_without_ledger(data_dir: &Path) -> bool {
    // SQLite makes a database of an empty file.
    !ledger_file(data_dir).metadata().is_ok_and(|file| file.len() > 0)
}

/// Opens the ledger for appending, making the directory, which nobody else may read, and the file if need be.
pub(crate) fn open_to_append(data_dir: &Path) -> Result<SqliteStore, CliError> {
    make(data_dir)?;
    let path = ledger_file(data_dir);
    SqliteStore::open(&path).map_err(|error| CliError::ledger(path.display().to_string(), error))
}

/// Opens the ledger for reading, having checked that it could be appended to; `None` when [`open_to_append`] would make
/// it. Nothing is made or changed.
pub(crate) fn open_as_if_to_append(data_dir: &Path) -> Result<Option<SqliteStore>, CliError> {
    let path = ledger_file(data_dir);
    let failed = |source| CliError::io(path.display().to_string(), source);
    check_companions(&path)?;
    match OpenOptions::new().append(true).open(&path) {
        // SQLite makes a database of an empty file.
        Ok(file) if file.metadata().map_err(failed)?.len() == 0 => Ok(None),
        Ok(_) => open_if_any(data_dir),
        // A link whose file is gone: SQLite makes the file there, but no directory for it.
        Err(error) if error.kind() == io::ErrorKind::NotFound && path.is_symlink() => {
            let target = data_dir.join(path.read_link().map_err(failed)?);
            let place = target.parent().filter(|place| place.is_dir()).ok_or(error);
            check_can_be_made(place.map_err(failed)?)?;
            Ok(None)
        }
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            check_can_be_made(data_dir)?;
            Ok(None)
        }
        Err(error) => Err(failed(error)),
    }
}

/// Refuses what is no file where SQLite keeps the log of the database at `path`, and what belongs to it.
fn check_companions(path: &Path) -> Result<(), CliError> {
    for end in ["-wal", "-shm", "-journal"] {
        let mut beside = path.as_os_str().to_owned();
        beside.push(end);
        let beside = Path::new(&beside);
        if beside.exists() && !beside.is_file() {
            let kind = io::ErrorKind::IsADirectory;
            return Err(CliError::io(beside.display().to_string(), kind.into()));
        }
    }
    Ok(())
}

/// Checks that files can be made in `data_dir`, or where it would be.
fn check_can_be_made(data_dir: &Path) -> Result<(), CliError> {
    let failed = |source| CliError::io(format!("--data-dir {}", data_dir.display()), source);
    // A link that leads nowhere is there, and no directory is made in its place.
    let there = data_dir.ancestors().find(|path| path.symlink_metadata().is_ok());
    let there = there.filter(|path| !path.as_os_str().is_empty()).unwrap_or(Path::new("."));
    if !there.metadata().map_err(failed)?.is_dir() {
        return Err(failed(io::ErrorKind::NotADirectory.into()));
    }
    #[cfg(unix)]
    rustix::fs::access(there, rustix::fs::Access::WRITE_OK | rustix::fs::Access::EXEC_OK)
        .map_err(|error| failed(error.into()))?;
    Ok(())
}

/// Makes the directory, which nobody else may read, if need be.
fn make(data_dir: &Path) -> Result<(), CliError> {
    let mut builder = DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder
        .create(data_dir)
        .map_err(|source| CliError::io(format!("--data-dir {}", data_dir.display()), source))
}
