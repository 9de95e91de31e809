//! Why a caller is refused, in words for the caller.

use std::borrow::Cow;

use http::HeaderName;

/// Why a request is refused because of its head, or why its caller has lost access. Each text says
/// which header is at fault, and repeats no credential.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum CallerError {
    /// The caller is not, or no longer, signed in.
    #[error("authorization: {reason}")]
    NotSignedIn {
        /// What is wrong with the credentials.
        reason: Cow<'static, str>,
    },
    /// The caller was signed in by a session that has ended.
    #[error("the session has ended; sign in again")]
    SessionExpired,
    /// The caller's role has fewer rights than when the request began.
    #[error("the role was changed; ask again")]
    RoleChanged,
    /// A header says what this caller may not say.
    #[error("{header}: {reason}")]
    Forbidden {
        /// The header.
        header: HeaderName,
        /// Why it is not accepted from this caller.
        reason: &'static str,
    },
    /// A header does not have the required form.
    #[error("{header}: {reason}")]
    Invalid {
        /// The header.
        header: HeaderName,
        /// The rule that it breaks.
        reason: &'static str,
    },
    /// The request is for a host that is not this server's.
    #[error("host: {reason}")]
    Misdirected {
        /// How to tell the server its host names.
        reason: &'static str,
    },
}

impl CallerError {
    pub(crate) fn not_signed_in(reason: impl Into<Cow<'static, str>>) -> Self {
        Self::NotSignedIn { reason: reason.into() }
    }
}

/// Why the end of a session may not last.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum SignOutError {
    /// The session has ended, but may go on after a restart, as its end could not be written.
    #[error("the end of the session could not be written down")]
    NotWritten(#[source] std::io::Error),
    /// An internal error.
    #[error("the session was not ended")]
    Internal(#[source] tokio::task::JoinError),
}
