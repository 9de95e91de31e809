//! The data directory: `jobs.db`, `auth.toml`, `ledger.key`, `session.key`, `anchor`, and a lock that lets in one server at a time.

use std::fs::{DirBuilder, File, TryLockError};
use std::io;
use std::path::{Path, PathBuf};

use jobs_notary::whole_file;

/// Why the data directory cannot be used.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum DataDirError {
    /// Another server holds it.
    #[error(
        "--data-dir {path} (JOBS_DATA_DIR): another jobs-http is running on this directory; stop it, or use another one"
    )]
    InUse {
        /// The directory.
        path: PathBuf,
    },
    /// Its path, or a name in it, is too long for the file system.
    #[error(
        "--data-dir {path} (JOBS_DATA_DIR): the path, or a name in it, is too long; use a shorter one"
    )]
    TooLong {
        /// The directory.
        path: PathBuf,
    },
    /// It cannot be made or written.
    #[error("--data-dir {path} (JOBS_DATA_DIR): {source}")]
    Io {
        /// The directory.
        path: PathBuf,
        /// Why.
        source: io::Error,
    },
}

/// A data directory that this process alone serves, for as long as the value lives.
///
/// A second server would take the calls that the first has under way for left over, and settle them.
#[derive(Debug)]
pub struct DataDir {
    path: PathBuf,
    _lock: File,
}

impl DataDir {
    /// Makes the directory if need be, readable by nobody else, and locks it.
    ///
    /// # Errors
    /// [`DataDirError`].
    pub fn open(path: &Path) -> Result<Self, DataDirError> {
        let failed = |source: io::Error| match source.kind() {
            io::ErrorKind::InvalidFilename => DataDirError::TooLong { path: path.into() },
            _ => DataDirError::Io { path: path.into(), source },
        };
        let path = &std::path::absolute(path).map_err(failed)?;
        let mut builder = DirBuilder::new();
        builder.recursive(true);
        #[cfg(unix)]
        std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
        builder.create(path).map_err(failed)?;
        #[cfg(unix)]
        warn_if_open_to_others(path).map_err(failed)?;
        let lock = whole_file::open_lock(&path.join("jobs-http.lock")).map_err(failed)?;
        // The operating system lets go of the lock when the process ends, however it ends.
        match lock.try_lock() {
            Ok(()) => Ok(Self { path: path.into(), _lock: lock }),
            Err(TryLockError::WouldBlock) => Err(DataDirError::InUse { path: path.into() }),
            Err(TryLockError::Error(source)) => Err(failed(source)),
        }
    }

    /// The ledger.
    #[must_use]
    pub fn jobs_db(&self) -> PathBuf {
        jobs_db(&self.path)
    }

    /// The key that signs, unless it is kept elsewhere.
    #[must_use]
    pub fn ledger_key(&self) -> PathBuf {
        self.path.join("ledger.key")
    }

    /// The anchor, unless there are others.
    #[must_use]
    pub fn anchor(&self) -> PathBuf {
        self.path.join("anchor")
    }

    /// The key that signs sessions.
    #[must_use]
    pub fn session_key(&self) -> PathBuf {
        self.path.join("session.key")
    }

    /// The users and tokens.
    #[must_use]
    pub fn auth_toml(&self) -> PathBuf {
        self.path.join("auth.toml")
    }
}

/// The ledger in the data directory `path`.
#[must_use]
pub fn jobs_db(path: &Path) -> PathBuf {
    path.join("jobs.db")
}

/// The ledger names customers and who did what to them. A directory that was there before is its owner's to
/// close.
#[cfg(unix)]
fn warn_if_open_to_others(path: &Path) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt as _;
    let mode = std::fs::metadata(path)?.permissions().mode() & 0o777;
    if mode & 0o077 != 0 {
        let path = path.display();
        tracing::warn!(
            "{path}: other users may look into it (mode {mode:o}); run: chmod 700 {path}"
        );
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_at_a_time() {
        let directory = tempfile::tempdir().unwrap();
        let path = directory.path().join("a/b");
        let first = DataDir::open(&path).unwrap();
        let error = DataDir::open(&path).unwrap_err();
        assert!(matches!(error, DataDirError::InUse { .. }), "{error}");
        assert!(error.to_string().contains("--data-dir"));
        drop(first);
        assert!(DataDir::open(&path).is_ok());
    }

    #[cfg(unix)]
    #[test]
    fn nobody_else_may_read_it() {
        use std::os::unix::fs::PermissionsExt as _;
        let directory = tempfile::tempdir().unwrap();
        let path = directory.path().join("new");
        let _open = DataDir::open(&path).unwrap();
        assert_eq!(std::fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o700);
    }

    #[test]
    fn a_file_in_its_place_is_an_error_that_names_the_setting() {
        let file = tempfile::NamedTempFile::new().unwrap();
        let error = DataDir::open(file.path()).unwrap_err().to_string();
        assert!(error.contains("--data-dir") && error.contains("JOBS_DATA_DIR"), "{error}");
    }
}
