//! The data directory, in which the server keeps its ledger.

use std::fs::DirBuilder;
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

/// Opens the ledger for appending, making the directory, which nobody else may read, and the file if need be.
pub(crate) fn open_to_append(data_dir: &Path) -> Result<SqliteStore, CliError> {
    make(data_dir)?;
    let path = ledger_file(data_dir);
    SqliteStore::open(&path).map_err(|error| CliError::ledger(path.display().to_string(), error))
}

/// Makes the directory, which nobody else may read, if need be.
pub(crate) fn make(data_dir: &Path) -> Result<(), CliError> {
    let mut builder = DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder
        .create(data_dir)
        .map_err(|source| CliError::io(format!("--data-dir {}", data_dir.display()), source))
}
