//! The path under which a proxy shows this server, and with which every URL in an answer begins.
//!
//! ```text
//! browser ─ GET /ledger/v1/jobs ─► proxy ─ GET /v1/jobs, X-Forwarded-Prefix: /ledger ─► server
//!                                        ◄─ Link: </ledger/v1/jobs?cursor=…>; rel="next" ─┘
//! ```

use std::borrow::Cow;
use std::convert::Infallible;
use std::fmt;
use std::str::FromStr;

use axum::extract::FromRequestParts;
use axum::http::header::{LINK, LOCATION};
use axum::http::request::Parts;
use axum::http::uri::PathAndQuery;
use axum::http::{HeaderMap, HeaderValue, Uri};

use crate::endpoint::{Input, endpoints};

/// The most bytes: more than any proxy's path has, and few enough for every header that repeats it.
const BYTES_MAX: usize = 256;

/// A path such as `/ledger`, without the slash at its end; empty where there is no prefix. It holds nothing that a header, a page or
/// a URL would have to escape.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PathPrefix(String);

impl FromStr for PathPrefix {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let path = text.strip_suffix('/').unwrap_or(text);
        if path.len() > BYTES_MAX {
            return Err("must have at most 256 bytes");
        }
        let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~".contains(&byte);
        let is_segment = |it: &str| !matches!(it, "" | "." | "..") && it.bytes().all(is_plain);
        let mut segments = path.split('/');
        if segments.next() != Some("") || !segments.all(is_segment) {
            return Err("must be a path such as /ledger, of letters, digits, -, ., _ and ~");
        }
        Ok(Self(path.to_owned()))
    }
}

impl fmt::Display for PathPrefix {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// That of the request; the envelope has put it there.
impl<S: Sync> FromRequestParts<S> for PathPrefix {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _state: &S) -> Result<Self, Infallible> {
        Ok(Self::of(parts))
    }
}

impl Input for PathPrefix {}

impl PathPrefix {
    /// That of the request.
    pub(crate) fn of(parts: &Parts) -> Self {
        parts.extensions.get::<Self>().cloned().unwrap_or_default()
    }

    /// Whether there is none.
    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// What comes after the prefix in `path`, with or without a query, if it begins with it.
    pub(crate) fn strip<'a>(&self, path: &'a str) -> Option<Cow<'a, str>> {
        match path.strip_prefix(&self.0)? {
            rest if rest.starts_with('/') => Some(rest.into()),
            rest if rest.is_empty() || rest.starts_with('?') => Some(format!("/{rest}").into()),
            _ => None,
        }
    }

    /// Takes the prefix off a request whose proxy has left it there, unless a path of ours begins like that: then nobody can tell
    /// whether it was taken off already.
    pub(crate) fn take_off(&self, uri: &mut Uri) {
        let first = self.0.split('/').nth(1);
        let is_ours = endpoints().iter().any(|it| it.path().split('/').nth(1) == first);
        let Some(rest) = uri.path_and_query().and_then(|all| self.strip(all.as_str())) else {
            return;
        };
        if is_ours || self.is_empty() {
            return;
        }
        let mut parts = uri.clone().into_parts();
        parts.path_and_query = PathAndQuery::try_from(&*rest).ok();
        *uri = Uri::from_parts(parts).unwrap_or_default();
    }

    /// Puts the prefix before the paths that the headers of an answer lead to.
    pub(crate) fn put_before_links(&self, headers: &mut HeaderMap) {
        for (name, value) in headers.iter_mut() {
            let before: &[u8] = match *name {
                LOCATION => b"",
                LINK => b"<",
                _ => continue,
            };
            let path = value.as_bytes().strip_prefix(before).filter(|path| path.starts_with(b"/"));
            let whole = path.map(|path| [before, self.0.as_bytes(), path].concat());
            if let Some(Ok(whole)) = whole.map(HeaderValue::try_from) {
                *value = whole;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn prefix(text: &str) -> PathPrefix {
        text.parse().unwrap()
    }

    #[test]
    fn a_prefix_is_a_plain_path() {
        for (given, read) in [
            ("/ledger", "/ledger"),
            ("/ledger/", "/ledger"),
            ("/a/b-c_d.e~1/", "/a/b-c_d.e~1"),
            ("/...", "/..."),
            ("/", ""),
            ("", ""),
        ] {
            assert_eq!(prefix(given).to_string(), read);
        }
        let long = format!("/{}", "x".repeat(256));
        for bad in [
            "ledger",
            "//",
            "//evil.test",
            "/a//b",
            "/a//",
            "/..",
            "/a/../b",
            "/.",
            "/a?b",
            "/a#b",
            "/a b",
            " /a",
            "/a\r\nx: y",
            "/a\"b",
            "/a<b",
            "/a;b",
            "/a,b",
            "/a%2fb",
            "/\\evil.test",
            "/é",
            "http://x/a",
            &long,
        ] {
            assert!(bad.parse::<PathPrefix>().is_err(), "{bad:?}");
        }
    }

    #[test]
    fn it_is_taken_off_where_it_cannot_be_a_path_of_ours() {
        let taken_off = |text: &str, uri: &str| {
            let mut uri = uri.parse().unwrap();
            prefix(text).take_off(&mut uri);
            uri.to_string()
        };
        assert_eq!(taken_off("/ledger", "/ledger/v1/jobs?limit=1"), "/v1/jobs?limit=1");
        assert_eq!(taken_off("/ledger", "http://x.test/ledger/"), "http://x.test/");
        assert_eq!(taken_off("/a/b", "/a/b/docs"), "/docs");
        assert_eq!(taken_off("/ledger", "/ledger"), "/");
        assert_eq!(taken_off("/ledger", "/ledger?a=/b"), "/?a=/b");
        for (text, as_it_is) in [
            ("/ledger", "/v1/jobs"),
            ("/ledger", "/ledgers/v1/jobs"),
            ("/ledger", "/ledgers"),
            ("/api", "/api/jobs/mine"),
            ("/v1/x", "/v1/x/jobs"),
            ("", "//v1/jobs"),
            ("/ledger", "*"),
        ] {
            assert_eq!(taken_off(text, as_it_is), as_it_is, "{text}");
        }
    }

    #[test]
    fn it_goes_before_paths_and_before_nothing_else() {
        let mut headers = HeaderMap::new();
        for (name, value) in [
            (LOCATION, "/v1/jobs/7"),
            (LINK, "</v1/jobs?cursor=x>; rel=\"next\""),
            (LINK, "<https://x.test/>; rel=\"help\""),
        ] {
            headers.append(name, HeaderValue::from_static(value));
        }
        prefix("/ledger").put_before_links(&mut headers);
        assert_eq!(headers[LOCATION], "/ledger/v1/jobs/7");
        let links: Vec<_> = headers.get_all(LINK).iter().collect();
        assert_eq!(links[0], "</ledger/v1/jobs?cursor=x>; rel=\"next\"");
        assert_eq!(links[1], "<https://x.test/>; rel=\"help\"");
    }
}
