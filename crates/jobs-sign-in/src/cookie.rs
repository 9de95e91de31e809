//! The cookie that keeps a session: how it is set, found, and renewed while it is used.
//!
//! ```text
//! Set-Cookie: __Host-jobs_session=K7gNU3sdo…; Path=/; HttpOnly; SameSite=Strict; Secure
//! Set-Cookie: __Secure-jobs_session=K7gNU3sdo…; Path=/ledger/; HttpOnly; SameSite=Strict; Secure
//! Set-Cookie: jobs_session=K7gNU3sdo…; Path=/; HttpOnly; SameSite=Strict               over http
//! ```
//!
//! A browser accepts a name that begins with `__Host-` or `__Secure-` only over https, and the
//! first one only from this very host. So over https no other name is read: a cookie from a
//! neighbouring host, or one that was set over http, begins no session.

use http::header::COOKIE;
use http::{HeaderMap, HeaderValue};

use crate::{GivenTwice, PathPrefix, RequestSource};

/// The cookie of the sessions of a request.
#[derive(Debug, Clone)]
pub(crate) struct SessionCookie<'a> {
    is_https: bool,
    prefix: &'a PathPrefix,
}

impl<'a> SessionCookie<'a> {
    pub(crate) fn of(source: &'a RequestSource) -> Self {
        Self { is_https: source.is_https, prefix: &source.prefix }
    }

    fn name(&self) -> &'static str {
        match (self.is_https, self.prefix.is_empty()) {
            (true, true) => "__Host-jobs_session",
            // `__Host-` does not allow a path.
            (true, false) => "__Secure-jobs_session",
            (false, _) => "jobs_session",
        }
    }

    /// The session in the request.
    pub(crate) fn find<'h>(&self, headers: &'h HeaderMap) -> Result<Option<&'h str>, GivenTwice> {
        let lines = headers.get_all(COOKIE).iter().filter_map(|line| line.to_str().ok());
        let pairs = lines.flat_map(|line| line.split(';')).filter_map(|pair| pair.split_once('='));
        let mut found = pairs.filter(|(name, _)| name.trim() == self.name());
        match (found.next(), found.next()) {
            (_, Some(_)) => Err(GivenTwice),
            (found, None) => Ok(found.map(|(_, value)| value.trim())),
        }
    }

    /// Makes the browser keep the session until it is closed.
    pub(crate) fn set(&self, text: &str) -> HeaderValue {
        self.header(text, "")
    }

    /// Makes the browser forget the session.
    pub(crate) fn clear(&self) -> HeaderValue {
        self.header("", "; Max-Age=0")
    }

    fn header(&self, text: &str, age: &str) -> HeaderValue {
        let name = self.name();
        let prefix = self.prefix;
        let secure = if self.is_https { "; Secure" } else { "" };
        let text = format!("{name}={text}; Path={prefix}/{age}; HttpOnly; SameSite=Strict{secure}");
        let value = HeaderValue::try_from(text);
        let mut value = value.unwrap_or_else(|error| unreachable!("base64url and paths: {error}"));
        value.set_sensitive(true);
        value
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn source(is_https: bool, prefix: &str) -> RequestSource {
        let prefix = prefix.parse().unwrap();
        RequestSource { is_https, prefix, ..RequestSource::default() }
    }

    fn found(cookie: &SessionCookie<'_>, lines: &[&str]) -> Result<Option<String>, GivenTwice> {
        let mut headers = HeaderMap::new();
        for line in lines {
            headers.append(COOKIE, HeaderValue::from_str(line).unwrap());
        }
        cookie.find(&headers).map(|found| found.map(str::to_owned))
    }

    const KINDS: [(bool, &str, &str); 4] = [
        (false, "", "jobs_session"),
        (false, "/ledger", "jobs_session"),
        (true, "", "__Host-jobs_session"),
        (true, "/ledger", "__Secure-jobs_session"),
    ];

    #[test]
    fn the_session_is_found_among_other_cookies() {
        for (is_https, prefix, name) in KINDS {
            let source = source(is_https, prefix);
            let cookie = SessionCookie::of(&source);
            let good = Ok(Some("a.b".to_owned()));
            let own = format!("{name}=a.b");
            assert_eq!(found(&cookie, &[&own]), good);
            assert_eq!(found(&cookie, &[&format!("x=1; {own}; y=2")]), good);
            assert_eq!(found(&cookie, &["x=1", &own]), good);
            let others = [&*format!("x{own}"), &format!("{name}2=c"), name];
            assert_eq!(found(&cookie, &others), Ok(None));
            assert_eq!(found(&cookie, &[]), Ok(None));
            for second in [own.clone(), format!("{name}=c"), format!("{name}=")] {
                assert_eq!(found(&cookie, &[&own, &second]), Err(GivenTwice));
                assert_eq!(found(&cookie, &[&format!("{second};{own}")]), Err(GivenTwice));
            }
        }
    }

    /// A neighbouring host may set a weaker name, and a browser that was on http may have one.
    #[test]
    fn no_other_name_is_looked_at() {
        for (is_https, prefix, name) in KINDS {
            let source = source(is_https, prefix);
            let cookie = SessionCookie::of(&source);
            let own = format!("{name}=own");
            let folded = name.to_ascii_uppercase();
            let names = KINDS.map(|(.., other)| other).into_iter().chain([&*folded]);
            for other in names.filter(|other| *other != name) {
                let other = format!("{other}=planted");
                assert_eq!(found(&cookie, &[&other]), Ok(None), "{name}");
                assert_eq!(found(&cookie, &[&other, &own]), Ok(Some("own".to_owned())), "{name}");
            }
        }
    }

    #[test]
    fn it_is_set_and_cleared_as_browsers_want_the_name() {
        for (is_https, prefix, name) in KINDS {
            let source = source(is_https, prefix);
            let cookie = SessionCookie::of(&source);
            let secure = if is_https { "; Secure" } else { "" };
            let rest = format!("HttpOnly; SameSite=Strict{secure}");
            assert_eq!(cookie.set("a.b"), format!("{name}=a.b; Path={prefix}/; {rest}"));
            let cleared = format!("{name}=; Path={prefix}/; Max-Age=0; {rest}");
            assert_eq!(cookie.clear(), cleared, "without Secure, a browser would keep it");
        }
    }
}
