//! What is answered to a caller who is not let in.

use axum::http::header::RETRY_AFTER;
use axum::http::{HeaderValue, StatusCode};
use axum::response::Response;
use jobs_auth::{AuthFileError, PasswordError};
use jobs_sign_in::{AccountsError, CallerError, NewPasswordError, SignInError, SignOutError};

use super::problem::Problem;

impl From<CallerError> for Problem {
    fn from(error: CallerError) -> Self {
        let name = |header: axum::http::HeaderName| header.as_str().to_owned();
        match error {
            CallerError::NotSignedIn { reason } => Self::unauthorized(reason),
            CallerError::SessionExpired => Self::session_expired(),
            CallerError::RoleChanged => Self::forbidden(error.to_string()),
            CallerError::Forbidden { header, reason } => Self::forbidden_by(name(header), reason),
            CallerError::Invalid { header, reason } => Self::invalid(name(header), reason),
            CallerError::Misdirected { reason } => Self::misdirected(reason),
            _ => Self::internal(error),
        }
    }
}

impl From<SignOutError> for Problem {
    fn from(error: SignOutError) -> Self {
        match error {
            SignOutError::NotWritten(cause) => {
                let why = "that could not be written down, and it may go on after a restart";
                Self::not_ready("the session has ended", why, &cause)
            }
            SignOutError::Internal(cause) => Self::internal(cause),
            _ => Self::internal(error),
        }
    }
}

/// A sign-in that failed, to those who know problem details.
impl From<SignInError> for Problem {
    fn from(error: SignInError) -> Self {
        let reason = error.to_string();
        match error {
            SignInError::Wrong | SignInError::UnknownToken => Self::wrong_credentials(reason),
            SignInError::TooOften(_) => Self::too_many_tries(reason, error.retry_after()),
            SignInError::Busy => Self::busy("too many are signing in; try again"),
            SignInError::NoKey(_) => {
                Self::not_ready("no session can begin", "its key cannot be used", &reason)
            }
            _ => Self::internal(reason),
        }
    }
}

impl From<AccountsError> for Problem {
    fn from(error: AccountsError) -> Self {
        match error {
            AccountsError::NoFile => Self::no_accounts(error.to_string()),
            AccountsError::Caller(lost) => lost.into(),
            AccountsError::AfterSessions(cause) => {
                let why = "auth.toml cannot be written; the user's sessions have ended";
                Self::not_ready("the accounts were not changed", why, &cause)
            }
            AccountsError::File(error) => match error {
                AuthFileError::Refused(reason) => Self::account_conflict(reason),
                AuthFileError::Taken { field: "user", reason } => Self::taken("user_id", reason),
                AuthFileError::Taken { field, reason } => Self::taken(field, reason),
                // Not by its name: people may paste a token there.
                AuthFileError::Unknown(_) => Self::not_found("there is no such user or token"),
                AuthFileError::Invalid { field: "user", reason } => {
                    Self::invalid("user_id", &reason)
                }
                AuthFileError::Invalid { field, reason } => Self::invalid(field, &reason),
                AuthFileError::Sessions(cause) => {
                    let why = "that the user's sessions have ended could not be written down, and \
                               they may go on after a restart";
                    Self::not_ready("the accounts were not changed", why, &cause)
                }
                // The path and the line are for the log.
                error => Self::not_ready("nothing was changed", "auth.toml cannot be used", &error),
            },
            error => Self::internal(format!("{error:?}")),
        }
    }
}

/// Why the password in the member `field` is not taken.
pub(crate) fn bad_password(field: &'static str, error: &PasswordError) -> Problem {
    match error {
        PasswordError::Unfit(reason) => Problem::invalid(field, reason),
        error => Problem::internal(error),
    }
}

impl From<NewPasswordError> for Problem {
    fn from(error: NewPasswordError) -> Self {
        match error {
            NewPasswordError::NoPassword => Self::account_conflict(error.to_string()),
            // The caller is signed in, so this is no 401.
            NewPasswordError::Current(SignInError::Wrong) => {
                Self::forbidden_by("current", "is not your password")
            }
            NewPasswordError::Current(error) => error.into(),
            NewPasswordError::New(error) => bad_password("new", &error),
            NewPasswordError::Accounts(error) => error.into(),
            error => Self::internal(error),
        }
    }
}

/// The status, and the message for the user, when a sign-in failed, on every form.
pub(crate) fn explain(error: &SignInError) -> (StatusCode, String) {
    match error {
        SignInError::Wrong => (StatusCode::UNAUTHORIZED, "Invalid username or password".to_owned()),
        SignInError::UnknownToken => (StatusCode::UNAUTHORIZED, "Invalid token".to_owned()),
        SignInError::TooOften(_) => (StatusCode::TOO_MANY_REQUESTS, error.to_string()),
        SignInError::Busy | SignInError::NoKey(_) => {
            (StatusCode::SERVICE_UNAVAILABLE, error.to_string())
        }
        _ => (StatusCode::INTERNAL_SERVER_ERROR, "Something broke inside".to_owned()),
    }
}

/// Says in `response` when to try again.
pub(crate) fn add_retry_after(error: &SignInError, response: &mut Response) {
    if let Some(seconds) = error.retry_after() {
        response.headers_mut().insert(RETRY_AFTER, HeaderValue::from(seconds));
    }
}
