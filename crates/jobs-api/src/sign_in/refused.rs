//! What is answered to a sign-in by password that failed, by whatever form it was tried.

use axum::http::header::RETRY_AFTER;
use axum::http::{HeaderValue, StatusCode};
use axum::response::Response;

use super::password::{Refused, seconds};

impl Refused {
    /// The status, and the message for the user.
    pub(crate) fn explain(&self) -> (StatusCode, String) {
        let status = match self {
            Self::Wrong => StatusCode::UNAUTHORIZED,
            Self::TooOften(_) => StatusCode::TOO_MANY_REQUESTS,
            Self::Busy | Self::NoKey(_) => StatusCode::SERVICE_UNAVAILABLE,
            Self::Broken(_) => StatusCode::INTERNAL_SERVER_ERROR,
        };
        let message = match self {
            Self::Wrong => "Invalid username or password".to_owned(),
            Self::Broken(_) => "Something broke inside".to_owned(),
            other => other.to_string(),
        };
        (status, message)
    }

    /// Says in `response` when to try again.
    pub(crate) fn add_retry_after(&self, response: &mut Response) {
        let seconds = match self {
            Self::Wrong | Self::NoKey(_) | Self::Broken(_) => return,
            Self::TooOften(wait) => seconds(*wait),
            Self::Busy => 1,
        };
        response.headers_mut().insert(RETRY_AFTER, HeaderValue::from(seconds));
    }
}
