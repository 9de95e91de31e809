//! The kinds of problems: the status, the name and the title of each.

use axum::http::StatusCode;

/// What kind of problem it is. The name is the end of the `type` URI, and callers may match on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Invalid,
    Unauthorized,
    SessionExpired,
    WrongCredentials,
    TooManyTries,
    AccountConflict,
    NoAccounts,
    Forbidden,
    UpstreamNotAllowed,
    UnknownAction,
    NotFound,
    UnknownJob,
    MethodNotAllowed,
    Misdirected,
    BodyTimeout,
    DuplicateJob,
    IllegalTransition,
    Conflict,
    TooManyNotes,
    UnderWay,
    NotRetryable,
    KeyReused,
    CredentialsNeeded,
    MaybeRecorded,
    BodyTooLarge,
    BodyCoded,
    Internal,
    Busy,
    Unavailable,
}

impl Kind {
    /// Its status, the end of its `type`, and its title.
    pub(super) fn parts(self) -> (StatusCode, &'static str, &'static str) {
        type S = StatusCode;
        match self {
            Self::Invalid => (S::BAD_REQUEST, "invalid", "A field is invalid"),
            Self::Unauthorized => (S::UNAUTHORIZED, "unauthorized", "Sign-in is needed"),
            Self::SessionExpired => (S::UNAUTHORIZED, "session-expired", "The session has ended"),
            Self::WrongCredentials => {
                (S::UNAUTHORIZED, "wrong-credentials", "The sign-in was refused")
            }
            Self::TooManyTries => {
                (S::TOO_MANY_REQUESTS, "too-many-tries", "There were too many wrong tries")
            }
            Self::AccountConflict => {
                (S::CONFLICT, "account-conflict", "The accounts do not allow that")
            }
            Self::NoAccounts => {
                (S::NOT_IMPLEMENTED, "no-accounts", "The server keeps its accounts in no file")
            }
            Self::Forbidden => (S::FORBIDDEN, "forbidden", "Not allowed for this user"),
            Self::UpstreamNotAllowed => {
                (S::FORBIDDEN, "upstream-not-allowed", "The upstream is not on the allow-list")
            }
            Self::UnknownAction => (S::BAD_REQUEST, "unknown-action", "The action is not known"),
            Self::NotFound => (S::NOT_FOUND, "not-found", "There is nothing at this path"),
            Self::UnknownJob => (S::NOT_FOUND, "unknown-job", "No such job is recorded"),
            Self::MethodNotAllowed => {
                (S::METHOD_NOT_ALLOWED, "method-not-allowed", "The path has no such method")
            }
            // Unlike a 403, about the connection and not the caller. Browsers may repeat it;
            // nothing was done.
            Self::Misdirected => {
                (S::MISDIRECTED_REQUEST, "misdirected", "The server was not told of this host")
            }
            Self::BodyTimeout => (S::REQUEST_TIMEOUT, "body-timeout", "The body came too slowly"),
            Self::DuplicateJob => (S::CONFLICT, "duplicate-job", "The job ID is recorded already"),
            Self::IllegalTransition => {
                (S::CONFLICT, "illegal-transition", "The status cannot change that way")
            }
            Self::Conflict => {
                (S::CONFLICT, "conflict", "The status is recorded already, with other details")
            }
            Self::TooManyNotes => {
                (S::CONFLICT, "too-many-notes", "The job has as many notes as it may have")
            }
            Self::UnderWay => (S::CONFLICT, "under-way", "The first request is under way"),
            Self::NotRetryable => {
                (S::CONFLICT, "not-retryable", "The job cannot be tried again that way")
            }
            Self::KeyReused => {
                (S::UNPROCESSABLE_ENTITY, "key-reused", "The key was used for another request")
            }
            Self::CredentialsNeeded => (
                S::UNPROCESSABLE_ENTITY,
                "credentials-needed",
                "Credentials of the job are not recorded",
            ),
            // Unlike a 5xx, repeated by nothing of itself: see
            // docs/decisions/0012-answers-that-nothing-repeats.md.
            Self::MaybeRecorded => (
                S::FAILED_DEPENDENCY,
                "maybe-recorded",
                "It may be recorded in spite of the failure",
            ),
            Self::BodyTooLarge => (S::PAYLOAD_TOO_LARGE, "body-too-large", "The body is too large"),
            Self::BodyCoded => (
                S::UNSUPPORTED_MEDIA_TYPE,
                "body-coded",
                "The body is compressed or otherwise coded",
            ),
            Self::Internal => (S::INTERNAL_SERVER_ERROR, "internal", "Something broke inside"),
            Self::Busy => (S::SERVICE_UNAVAILABLE, "busy", "Too much is under way"),
            Self::Unavailable => {
                (S::SERVICE_UNAVAILABLE, "unavailable", "The ledger is not available")
            }
        }
    }
}
