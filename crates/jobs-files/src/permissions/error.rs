//! What is wrong with a file or a directory, and the command that mends it.

use std::io;
use std::path::PathBuf;

use jobs_core::escape::shell_word;

/// What is wrong with a file or a directory, and the command that mends it.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum PermissionError {
    /// Other users may change it.
    #[error(
        "{path}: other users may write to it (mode {mode:o}); run: chmod go-w {}",
        shell_word(path)
    )]
    Writable {
        /// The file or directory.
        path: PathBuf,
        /// Its permission bits.
        mode: u32,
    },
    /// Other users may put another file in its place.
    #[error(
        "{place}: other users may write to it (mode {mode:o}), and so replace {name} in it; run: chmod go-w {}",
        shell_word(place)
    )]
    Replaceable {
        /// The directory that the file is in.
        place: PathBuf,
        /// The name of the file in it.
        name: String,
        /// The permission bits of the directory.
        mode: u32,
    },
    /// Other users may read a secret.
    #[error("{path}: other users may read it (mode {mode:o}); run: chmod 600 {}", shell_word(path))]
    Readable {
        /// The file.
        path: PathBuf,
        /// Its permission bits.
        mode: u32,
    },
    /// It is another user's.
    #[error(
        "{path}: belongs to the user {owner}, and this runs as the user {runs_as}; run this as that user, or: chown {runs_as} {}",
        shell_word(path)
    )]
    Foreign {
        /// The file or directory.
        path: PathBuf,
        /// The user who owns it, by number.
        owner: u32,
        /// The user who runs this program, by number.
        runs_as: u32,
    },
    /// It cannot be looked at.
    #[error("{path}: {source}")]
    Io {
        /// The file or directory.
        path: PathBuf,
        /// Why.
        source: io::Error,
    },
}
