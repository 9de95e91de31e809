//! The cookie that keeps a session: how it is set, found, and renewed while it is used.
//!
//! ```text
//! Set-Cookie: jobs_session=K7gNU3sdo-OL0…; Path=/; HttpOnly; SameSite=Strict
//! ```

use std::sync::{Arc, Mutex, PoisonError};

use axum::extract::Request;
use axum::http::header::{COOKIE, SET_COOKIE};
use axum::http::{HeaderMap, HeaderValue};
use axum::response::Response;

use crate::prefix::PathPrefix;

const NAME: &str = "jobs_session";

/// The session that the request brings along.
pub(super) fn find(headers: &HeaderMap) -> Option<&str> {
    let lines = headers.get_all(COOKIE).iter().filter_map(|line| line.to_str().ok());
    let mut pairs = lines.flat_map(|line| line.split(';')).filter_map(|pair| pair.split_once('='));
    pairs.find(|(name, _)| name.trim() == NAME).map(|(_, value)| value.trim())
}

/// Has the browser keep the session until it is closed.
pub(super) fn set(text: &str, prefix: &PathPrefix, secure: bool) -> HeaderValue {
    let secure = if secure { "; Secure" } else { "" };
    header(&format!("{NAME}={text}; Path={prefix}/; HttpOnly; SameSite=Strict{secure}"))
}

/// Has the browser forget the session.
pub(super) fn clear(prefix: &PathPrefix) -> HeaderValue {
    header(&format!("{NAME}=; Path={prefix}/; Max-Age=0; HttpOnly; SameSite=Strict"))
}

fn header(text: &str) -> HeaderValue {
    let value = HeaderValue::try_from(text);
    let mut value = value.unwrap_or_else(|error| unreachable!("base64url and paths: {error}"));
    value.set_sensitive(true);
    value
}

/// A place in a request for the renewed cookie, which whoever finds out who calls fills, and which goes into the answer.
/// Only requests with a cookie have one.
#[derive(Debug, Clone, Default)]
pub(crate) struct Renewal(Arc<Mutex<Option<HeaderValue>>>);

impl Renewal {
    pub(crate) fn place_in(request: &mut Request) -> Option<Self> {
        if !request.headers().contains_key(COOKIE) {
            return None;
        }
        let renewal = Self::default();
        request.extensions_mut().insert(renewal.clone());
        Some(renewal)
    }

    pub(super) fn put(&self, cookie: HeaderValue) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some(cookie);
    }

    /// Puts the cookie into the answer, unless that has one which begins or ends a session.
    pub(crate) fn apply(self, response: &mut Response) {
        let cookie = self.0.lock().unwrap_or_else(PoisonError::into_inner).take();
        if let Some(cookie) = cookie {
            response.headers_mut().entry(SET_COOKIE).or_insert(cookie);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_session_is_found_among_other_cookies() {
        let found = |lines: &[&'static str]| {
            let mut headers = HeaderMap::new();
            for line in lines {
                headers.append(COOKIE, HeaderValue::from_static(line));
            }
            find(&headers).map(str::to_owned)
        };
        assert_eq!(found(&["jobs_session=a.b"]).as_deref(), Some("a.b"));
        assert_eq!(found(&["x=1; jobs_session=a.b; y=2"]).as_deref(), Some("a.b"));
        assert_eq!(found(&["x=1", "jobs_session=a.b"]).as_deref(), Some("a.b"));
        assert_eq!(found(&["xjobs_session=a.b", "jobs_session2=c", "jobs_session"]), None);
        assert_eq!(found(&[]), None);
    }
}
