//! Why evidence proves nothing, or could not be read or written.

use std::io;
use std::path::PathBuf;

use jobs_core::ProofError;

/// What reading, writing and checking evidence answer.
pub(super) type Result<T> = std::result::Result<T, EvidenceError>;

/// Why evidence proves nothing, or could not be read or written. It names the file.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum EvidenceError {
    /// A file or folder cannot be read or written.
    #[error("{path}: {source}")]
    Io {
        /// Which.
        path: PathBuf,
        /// Why.
        source: io::Error,
    },
    /// A file is missing.
    #[error("{file}: is missing")]
    Missing {
        /// Its name.
        file: String,
    },
    /// A file does not belong here: its name is unknown, no entry calls for it, or it is no plain
    /// file.
    #[error("{file:?}: does not belong to the evidence")]
    Unexpected {
        /// Its name.
        file: String,
    },
    /// A file is too large to be what its name says.
    #[error("{file}: is larger than {bytes_max} bytes")]
    TooLarge {
        /// Its name.
        file: String,
        /// The most bytes that it may have.
        bytes_max: usize,
    },
    /// A note, a receipt or a leaf is not spelt as its format has it, is not signed, or leads to
    /// another root.
    #[error("{file}: {source}")]
    Proof {
        /// Its name.
        file: String,
        /// What is wrong with it.
        source: ProofError,
    },
    /// A file of JSON or text is not spelt as its format has it.
    #[error("{file}: {reason}")]
    Malformed {
        /// Its name.
        file: String,
        /// What is wrong with it.
        reason: String,
    },
    /// A file does not fit the others, or breaks a rule of the ledger.
    #[error("{file}: {what} must be {expected}, and is {found}")]
    Differs {
        /// Its name.
        file: String,
        /// Which part of it.
        what: &'static str,
        /// What the others call for.
        expected: String,
        /// What it says.
        found: String,
    },
}
