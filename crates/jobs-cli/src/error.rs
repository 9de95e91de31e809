//! What can keep a command from doing its work, in words for the person at the terminal.

use std::io;
use std::path::{Path, PathBuf};

/// Why a command failed.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum CliError {
    /// The command line asks for something impossible, or leaves open what only the caller can
    /// decide.
    #[error("{0}")]
    Usage(String),
    /// There is no such job.
    #[error("no job {0} is recorded")]
    NoSuchJob(String),
    /// There is no ledger in the data directory.
    #[error(
        "there is no ledger in {}: name its directory with --data-dir, or a server with --server URL; \
         to create a ledger, run `jobctl import OLD.db` or start jobs-http",
        path.display()
    )]
    NoLedger {
        /// The directory.
        path: PathBuf,
    },
    /// There was a ledger in the data directory.
    #[error(
        "the ledger is gone: there is no jobs.db in {}, but {} is still there: put jobs.db back, with the files beside it or \
         from a backup",
        path.display(),
        left_over.display()
    )]
    LedgerGone {
        /// The directory.
        path: PathBuf,
        /// What only a ledger leaves.
        left_over: PathBuf,
    },
    /// There are no users and tokens in the data directory.
    #[error(
        "there is no auth.toml in {}, so no server has started there: name the server's directory with --data-dir, or \
         start jobs-http there first, which creates the file and the first token; nothing was changed",
        path.display()
    )]
    NoAccounts {
        /// The directory.
        path: PathBuf,
    },
    /// The old database cannot be imported.
    #[error("{}: {reason}", path.display())]
    OldFile {
        /// The file.
        path: PathBuf,
        /// Why.
        reason: String,
    },
    /// SQLite failed on the private copy of an old database.
    #[error("reading {}: {source}", path.display())]
    Sql {
        /// The old file.
        path: PathBuf,
        /// What SQLite says.
        source: rusqlite::Error,
    },
    /// The ledger failed.
    #[error("{context}: {source}")]
    Ledger {
        /// What was being done.
        context: String,
        /// What the ledger says.
        source: jobs_core::Error,
    },
    /// The ledger is not as it was recorded, or its file is not a ledger.
    #[error(
        "{context}: {what}. `jobctl verify` lists what differs; keep the file as it is, and restore a backup"
    )]
    Damaged {
        /// What was being done.
        context: String,
        /// What the ledger says.
        what: jobs_core::Error,
    },
    /// There is something where evidence is to be written.
    #[error("{path}: already exists and was not overwritten; name another path with --out")]
    Exists {
        /// Where.
        path: String,
    },
    /// What was asked for cannot be written where it is to be.
    #[error("{path}: could not be written ({source}); name another path with --out")]
    NotWritten {
        /// Where.
        path: String,
        /// What the system says.
        source: io::Error,
    },
    /// The disk of the ledger is full.
    #[error(
        "{context}: the disk of {} is full: make room, and run this again (nothing is recorded twice)",
        data_dir.display()
    )]
    NoRoom {
        /// What was being done.
        context: String,
        /// The ledger's directory.
        data_dir: PathBuf,
    },
    /// There is no room for temporary files, or no directory for them.
    #[error("the directory for temporary files, {}: {reason}; name another one in the variable TMPDIR", path.display())]
    Temporary {
        /// The directory.
        path: PathBuf,
        /// Why it cannot be used.
        reason: String,
    },
    /// A file or a directory could not be used.
    #[error("{context}: {source}")]
    Io {
        /// What was being done.
        context: String,
        /// What the system says.
        source: io::Error,
    },
    /// The key that was given is another ledger's, another kind of key, or not a key. Nothing was
    /// checked.
    #[error("wrong key: {0}")]
    WrongKey(String),
    /// The ledger's key cannot be used.
    #[error("the ledger's key: {0}")]
    Key(String),
    /// A checkpoint, a receipt or a leaf cannot be read.
    #[error("{from}: {reason}")]
    Unreadable {
        /// The file or URL.
        from: String,
        /// Why.
        reason: String,
    },
    /// Evidence cannot be read or written.
    #[error(transparent)]
    Evidence(#[from] jobs_notary::EvidenceError),
    /// An anchor contradicts the ledger or its key.
    #[error(transparent)]
    Anchor(#[from] jobs_notary::RollbackError),
    /// The users and tokens cannot be read or changed.
    #[error(transparent)]
    Accounts(#[from] jobs_auth::AuthFileError),
    /// Others may change the data directory, or what is in it.
    #[error(transparent)]
    Permissions(#[from] jobs_files::permissions::PermissionError),
    /// The password is refused.
    #[error(transparent)]
    Password(#[from] jobs_auth::PasswordError),
    /// The server could not be reached, or answered with an error.
    #[error("{0}")]
    Server(String),
    /// Standard output could not be written.
    #[error("writing the output: {0}")]
    Output(#[source] io::Error),
}

impl CliError {
    /// A [`CliError::Io`].
    pub fn io(context: impl Into<String>, source: io::Error) -> Self {
        Self::Io { context: context.into(), source }
    }

    /// A [`CliError::Ledger`].
    pub fn ledger(context: impl Into<String>, source: jobs_core::Error) -> Self {
        let context = context.into();
        match source {
            what @ jobs_core::Error::Corrupt(_) => Self::Damaged { context, what },
            source => Self::Ledger { context, source },
        }
    }

    /// A [`CliError::NoRoom`] in place of an error of a full disk, which SQLite does not name.
    #[must_use]
    pub fn in_data_dir(self, data_dir: &Path) -> Self {
        match self {
            Self::Ledger { context, source } if is_disk_full(&source) => {
                Self::NoRoom { context, data_dir: data_dir.into() }
            }
            other => other,
        }
    }

    /// A [`CliError::Temporary`] in place of an error of a full disk.
    #[must_use]
    pub fn in_temporary(self) -> Self {
        match self {
            Self::Ledger { context, source } if is_disk_full(&source) => {
                Self::temporary(format!("became full while {context}"))
            }
            other => other,
        }
    }

    /// A [`CliError::Temporary`], of the directory that the system has for it.
    pub fn temporary(reason: impl std::fmt::Display) -> Self {
        Self::Temporary { path: std::env::temp_dir(), reason: reason.to_string() }
    }

    /// A [`CliError::Unreadable`].
    pub fn unreadable(from: impl Into<String>, reason: impl std::fmt::Display) -> Self {
        Self::Unreadable { from: from.into(), reason: reason.to_string() }
    }

    /// Whether the reader of the output has closed it, as `head` does; that is no failure.
    #[must_use]
    pub fn is_broken_pipe(&self) -> bool {
        matches!(self, Self::Output(source) if source.kind() == io::ErrorKind::BrokenPipe)
    }
}

fn is_disk_full(error: &jobs_core::Error) -> bool {
    let jobs_core::Error::Storage { source, .. } = error else { return false };
    match source.downcast_ref().and_then(rusqlite::Error::sqlite_error) {
        // The index of the log, which is the first to run out of room, has a separate error.
        Some(error) => {
            error.code == rusqlite::ErrorCode::DiskFull
                || error.extended_code == rusqlite::ffi::SQLITE_IOERR_SHMSIZE
        }
        None => source
            .downcast_ref::<io::Error>()
            .is_some_and(|error| error.kind() == io::ErrorKind::StorageFull),
    }
}
