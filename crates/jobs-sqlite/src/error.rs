//! From what SQLite says to what a caller can tell apart.

use jobs_core::Error;

/// Adds what was being done to an error from below.
pub(crate) trait Context<T> {
    /// Turns the error into an [`Error::Storage`] that says what the store was doing.
    fn doing(self, context: &'static str) -> jobs_core::Result<T>;
}

impl<T, E: std::error::Error + Send + Sync + 'static> Context<T> for Result<T, E> {
    fn doing(self, context: &'static str) -> jobs_core::Result<T> {
        self.map_err(|source| Error::storage(context, source))
    }
}

/// An [`Error::Corrupt`] about a value that the ledger's own rules exclude.
pub(crate) fn corrupt(what: impl std::fmt::Display) -> Error {
    Error::Corrupt(what.to_string())
}
