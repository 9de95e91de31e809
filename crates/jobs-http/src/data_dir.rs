//! The data directory: `jobs.db`, `auth.toml`, `ledger.key`, `session.key`, `signed-out`, `anchor`,
//! and a lock that allows one server at a time.

use std::fs::{File, TryLockError};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use jobs_auth::AuthFileEditor;
use jobs_core::escape::shell_word;
use jobs_files::permissions::{self, Own, PermissionError};
use jobs_files::{directory, lock_file};

/// Why the data directory cannot be used.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum DataDirError {
    /// Another server holds it.
    #[error(
        "--data-dir {path} (JOBS_DATA_DIR): another jobs-http is running on this directory; stop it, or use another directory"
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
    /// Others may change it, or what is in it.
    #[error("--data-dir (JOBS_DATA_DIR): {0}")]
    Permissions(#[from] PermissionError),
    /// It cannot be created or written.
    #[error("--data-dir {path} (JOBS_DATA_DIR): {source}")]
    Io {
        /// The directory.
        path: PathBuf,
        /// Why.
        source: io::Error,
    },
}

const LOCK: &str = "jobs-http.lock";

/// The content of the lock once a server has served here.
const SERVED: &[u8] = b"a server has served the ledger in this directory\n";

/// A data directory.
#[derive(Debug, Clone)]
pub struct DataDir {
    path: PathBuf,
}

/// A data directory that only this process serves, for as long as the value lives.
///
/// A second server would settle the calls that the first has in flight.
#[derive(Debug)]
pub struct Served {
    directory: DataDir,
    lock: File,
}

impl DataDir {
    /// The directory at `path`, which may not exist yet.
    ///
    /// # Errors
    /// [`DataDirError::Io`] when the path cannot be made absolute.
    pub fn at(path: &Path) -> Result<Self, DataDirError> {
        let directory = Self { path: path.into() };
        match std::path::absolute(path) {
            Ok(path) => Ok(Self { path }),
            Err(source) => Err(directory.failed(source)),
        }
    }

    /// Checks that the directory can be created and written, and by nobody else. Leaves nothing
    /// behind.
    ///
    /// # Errors
    /// [`DataDirError`].
    pub fn check(&self) -> Result<(), DataDirError> {
        permissions::check(&self.path, Own::Runners)?;
        directory::check(&self.path)
            .and_then(|()| lock_file::check(&self.lock()).map_err(in_lock))
            .map_err(|source| self.failed(source))
    }

    /// Creates the directory, which nobody else may read, if it does not exist, and locks it.
    ///
    /// # Errors
    /// [`DataDirError`].
    pub fn serve(&self) -> Result<Served, DataDirError> {
        let Self { path } = self;
        let failed = |source| self.failed(source);
        directory::make(path).map_err(failed)?;
        #[cfg(unix)]
        warn_if_open_to_others(path).map_err(failed)?;
        let lock = lock_file::open(&self.lock()).map_err(in_lock).map_err(failed)?;
        // The operating system releases the lock when the process ends, however it ends.
        match lock.try_lock() {
            Ok(()) => {
                self.secure()?;
                Ok(Served { directory: self.clone(), lock })
            }
            Err(TryLockError::WouldBlock) => Err(DataDirError::InUse { path: path.into() }),
            Err(TryLockError::Error(source)) => Err(failed(source)),
        }
    }

    /// Removes the rights of others to the files, and refuses what they still may change, and
    /// secrets that they may read.
    ///
    /// # Errors
    /// [`DataDirError::Permissions`].
    pub fn secure(&self) -> Result<(), DataDirError> {
        Ok(permissions::secure(&self.path, Own::Runners)?)
    }

    fn failed(&self, source: io::Error) -> DataDirError {
        let path = self.path.clone();
        match source.kind() {
            io::ErrorKind::InvalidFilename => DataDirError::TooLong { path },
            _ => DataDirError::Io { path, source },
        }
    }

    /// The directory itself.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The files here, except the ledger, its key and its anchor, that show that a server has
    /// completed the ledger's key. A first start that was cut short leaves none of them.
    #[must_use]
    pub fn traces(&self) -> Vec<PathBuf> {
        let has_served = std::fs::metadata(self.lock()).is_ok_and(|lock| lock.len() > 0);
        let found = [
            (self.session_key(), self.session_key().exists()),
            (self.auth_toml(), AuthFileEditor::new(self.auth_toml()).was_used()),
            (self.lock(), has_served),
        ];
        found.into_iter().filter_map(|(path, is_one)| is_one.then_some(path)).collect()
    }

    /// The lock that allows one server at a time.
    #[must_use]
    pub fn lock(&self) -> PathBuf {
        self.path.join(LOCK)
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

    /// The sessions that were signed out of.
    #[must_use]
    pub fn signed_out(&self) -> PathBuf {
        self.path.join("signed-out")
    }

    /// The first admin token, if the first start had no terminal to show it on.
    #[must_use]
    pub fn first_token(&self) -> PathBuf {
        self.path.join("first-token")
    }

    /// What a demo keeps: the port of its upstream, and the password of its people.
    #[must_use]
    pub fn demo(&self) -> PathBuf {
        self.path.join("demo.json")
    }

    /// The users and tokens.
    #[must_use]
    pub fn auth_toml(&self) -> PathBuf {
        self.path.join("auth.toml")
    }
}

impl Served {
    /// Records in the lock that the ledger here has a key, in case both are ever missing.
    ///
    /// # Errors
    /// [`DataDirError::Io`].
    pub fn leave_trace(&mut self) -> Result<(), DataDirError> {
        let failed = |source| self.directory.failed(source);
        if self.lock.metadata().map_err(failed)?.len() == 0 {
            self.lock.write_all(SERVED).and_then(|()| self.lock.sync_all()).map_err(failed)?;
        }
        Ok(())
    }
}

#[expect(clippy::needless_pass_by_value, reason = "so that `map_err` can take it")]
fn in_lock(error: io::Error) -> io::Error {
    io::Error::new(error.kind(), format!("{LOCK}: {error}"))
}

/// The ledger in the data directory `path`.
#[must_use]
pub fn jobs_db(path: &Path) -> PathBuf {
    path.join("jobs.db")
}

/// The ledger names customers and who did what to them. The server does not change the mode of an
/// existing directory, but warns its owner.
#[cfg(unix)]
fn warn_if_open_to_others(path: &Path) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt as _;
    let mode = std::fs::metadata(path)?.permissions().mode() & 0o777;
    if mode & 0o077 != 0 {
        let (path, word) = (path.display(), shell_word(path));
        tracing::warn!("{path}: other users may read it (mode {mode:o}); run: chmod 700 {word}");
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
        let directory = DataDir::at(&path).unwrap();
        directory.check().unwrap();
        assert!(!path.exists());
        let mut first = directory.serve().unwrap();
        let error = directory.serve().unwrap_err();
        assert!(matches!(error, DataDirError::InUse { .. }), "{error}");
        assert!(error.to_string().contains("--data-dir"));
        assert!(directory.traces().is_empty());
        first.leave_trace().unwrap();
        drop(first);
        let mut next = directory.serve().unwrap();
        next.leave_trace().unwrap();
        assert_eq!(directory.traces(), [directory.lock()]);
        assert_eq!(std::fs::read(directory.lock()).unwrap(), SERVED);
    }

    #[cfg(unix)]
    #[test]
    fn nobody_else_may_read_it() {
        use std::os::unix::fs::PermissionsExt as _;
        let directory = tempfile::tempdir().unwrap();
        let path = directory.path().join("new");
        let _open = DataDir::at(&path).unwrap().serve().unwrap();
        assert_eq!(std::fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o700);
    }

    #[test]
    fn a_file_in_its_place_is_an_error_that_names_the_setting() {
        let file = tempfile::NamedTempFile::new().unwrap();
        let directory = DataDir::at(file.path()).unwrap();
        for error in [directory.check().unwrap_err(), directory.serve().map(drop).unwrap_err()] {
            let error = error.to_string();
            assert!(error.contains("--data-dir") && error.contains("JOBS_DATA_DIR"), "{error}");
        }
    }
}
