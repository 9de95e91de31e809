//! The data directory, in which the server keeps its ledger.

use std::fs::DirBuilder;
use std::io;
use std::path::{Path, PathBuf};

use jobs_files::beside;
use jobs_files::permissions::{self, Own};
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

/// Whether [`open_to_append`] would create a ledger.
pub(crate) fn is_without_ledger(data_dir: &Path) -> bool {
    // SQLite turns an empty file into a database.
    !ledger_file(data_dir).metadata().is_ok_and(|file| file.len() > 0)
}

/// Opens the ledger for appending. Creates the file, and the directory, which nobody else may read,
/// if they do not exist.
pub(crate) fn open_to_append(data_dir: &Path) -> Result<SqliteStore, CliError> {
    let path = ledger_file(data_dir);
    let failed = |error| CliError::ledger(path.display().to_string(), error);
    SqliteStore::check_path(&path).map_err(failed)?;
    check_files(&path)?;
    permissions::check(data_dir, Own::Runners)?;
    make(data_dir)?;
    permissions::secure(data_dir, Own::Runners)?;
    SqliteStore::open(&path).map_err(failed)
}

/// Refuses anything but a regular file as the database at `path`, or as one of the files that
/// SQLite keeps beside it: opening a FIFO would block.
pub(crate) fn check_files(path: &Path) -> Result<(), CliError> {
    for end in ["", "-wal", "-shm", "-journal"] {
        let file = beside(path, end);
        if file.metadata().is_ok_and(|found| !found.is_file()) {
            let reason = io::Error::new(io::ErrorKind::InvalidInput, "is not a regular file");
            return Err(CliError::io(file.display().to_string(), reason));
        }
    }
    Ok(())
}

/// Checks that files can be created in `data_dir`, or where it would be.
pub(crate) fn check_can_be_made(data_dir: &Path) -> Result<(), CliError> {
    let failed = |source| CliError::io(format!("--data-dir {}", data_dir.display()), source);
    // A dangling link exists, and no directory is created in its place.
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

/// Creates the directory, which nobody else may read, if it does not exist.
fn make(data_dir: &Path) -> Result<(), CliError> {
    let mut builder = DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder
        .create(data_dir)
        .map_err(|source| CliError::io(format!("--data-dir {}", data_dir.display()), source))
}
