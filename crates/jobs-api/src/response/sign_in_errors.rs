//! What is answered to a caller who is not let in.

use axum::http::header::RETRY_AFTER;
use axum::http::{HeaderValue, StatusCode};
use axum::response::Response;
use jobs_sign_in::{CallerError, PasswordError, SignOutError};

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

/// The status, and the message for the user, when a sign-in by password failed, on every form.
pub(crate) fn explain(error: &PasswordError) -> (StatusCode, String) {
    match error {
        PasswordError::Wrong => {
            (StatusCode::UNAUTHORIZED, "Invalid username or password".to_owned())
        }
        PasswordError::TooOften(_) => (StatusCode::TOO_MANY_REQUESTS, error.to_string()),
        PasswordError::Busy | PasswordError::NoKey(_) => {
            (StatusCode::SERVICE_UNAVAILABLE, error.to_string())
        }
        _ => (StatusCode::INTERNAL_SERVER_ERROR, "Something broke inside".to_owned()),
    }
}

/// Says in `response` when to try again.
pub(crate) fn add_retry_after(error: &PasswordError, response: &mut Response) {
    if let Some(seconds) = error.retry_after() {
        response.headers_mut().insert(RETRY_AFTER, HeaderValue::from(seconds));
    }
}
