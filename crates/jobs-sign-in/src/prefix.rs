//! The path under which a proxy shows this server.
//!
//! ```text
//! browser ─ GET /ledger/v1/jobs ─► proxy ─ GET /v1/jobs, X-Forwarded-Prefix: /ledger ─► server
//! ```

use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;

/// The most bytes: more than any proxy's path has, and few enough for the headers that repeat it.
const BYTES_MAX: usize = 256;

/// A path such as `/ledger`, without the slash at its end; empty where there is no prefix. It holds
/// nothing that a header, a page or a URL would have to escape.
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

impl PathPrefix {
    /// The path, such as `/ledger`.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The rest of `path`, with or without a query, after the prefix; `None` if it does not begin
    /// with that.
    #[must_use]
    pub fn strip<'a>(&self, path: &'a str) -> Option<Cow<'a, str>> {
        match path.strip_prefix(&self.0)? {
            rest if rest.starts_with('/') => Some(rest.into()),
            rest if rest.is_empty() || rest.starts_with('?') => Some(format!("/{rest}").into()),
            _ => None,
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
}
