//! What can keep a command from doing its work, in words for the person at the terminal.

use std::io;
use std::path::PathBuf;

/// Why a command failed.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum CliError {
    /// The command line asks for something that cannot be, or leaves open what only the caller can decide.
    #[error("{0}")]
    Usage(String),
    /// There is no such job.
    #[error("no job {0} is recorded")]
    NoSuchJob(String),
    /// There is no ledger in the data directory.
    #[error(
        "there is no ledger in {}: name its directory with --data-dir, or a server with --server URL; \
         a new ledger is made by `jobctl import OLD.db` or by starting jobs-http",
        path.display()
    )]
    NoLedger {
        /// The directory.
        path: PathBuf,
    },
    /// There are no users and tokens in the data directory.
    #[error(
        "there is no auth.toml in {}, so no server has started there: name the server's directory with --data-dir, or \
         start jobs-http there first, which makes the file and prints the first token; nothing was made or changed",
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
    /// A file or a directory could not be used.
    #[error("{context}: {source}")]
    Io {
        /// What was being done.
        context: String,
        /// What the system says.
        source: io::Error,
    },
    /// The key that was given is another ledger's, another kind of key, or none. Nothing was checked.
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
    /// The password is not taken.
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
        Self::Ledger { context: context.into(), source }
    }

    /// A [`CliError::Unreadable`].
    pub fn unreadable(from: impl Into<String>, reason: impl std::fmt::Display) -> Self {
        Self::Unreadable { from: from.into(), reason: reason.to_string() }
    }

    /// Whether whoever reads the output has had enough, as `head` does; that is no failure.
    #[must_use]
    pub fn is_broken_pipe(&self) -> bool {
        matches!(self, Self::Output(source) if source.kind() == io::ErrorKind::BrokenPipe)
    }
}
