//! The defence against cross-site request forgery, in which another site's page makes a browser
//! send what its user did not ask for. Browsers say where a request comes from, and a request that
//! changes something must come from our own pages.

use http::Method;
use http::header::{HOST, HeaderName, ORIGIN};
use http::request::Parts;

use crate::CallerError;

pub(crate) const SEC_FETCH_SITE: HeaderName = HeaderName::from_static("sec-fetch-site");

/// How a request that changes something must show that it comes from here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum OriginRule {
    /// It must say so, as every browser in use does.
    Required,
    /// It must not say otherwise. Programs say nothing.
    IfStated,
}

/// Refuses a request that changes something and comes from elsewhere. With https, or if the host is
/// this machine, `Sec-Fetch-Site` says so; otherwise, `Origin` does.
pub(crate) fn check(parts: &Parts, rule: OriginRule) -> Result<(), CallerError> {
    if matches!(parts.method, Method::GET | Method::HEAD | Method::OPTIONS) {
        return Ok(());
    }
    if let Some(site) = parts.headers.get(SEC_FETCH_SITE) {
        return match site.as_bytes() {
            b"same-origin" | b"none" => Ok(()),
            _ => Err(CallerError::Forbidden {
                header: SEC_FETCH_SITE,
                reason: "the request comes from another site",
            }),
        };
    }
    let forbidden = |reason| Err(CallerError::Forbidden { header: ORIGIN, reason });
    match parts.headers.get(ORIGIN) {
        Some(origin) if origin.to_str().is_ok_and(|origin| is_own(origin, parts)) => Ok(()),
        Some(_) => forbidden("is not the host that the request is for"),
        None if rule == OriginRule::IfStated => Ok(()),
        None => forbidden(
            "is missing, and so is sec-fetch-site: a request by cookie must say where it comes from",
        ),
    }
}

/// Whether `origin` has the host and the port that the request is for. The scheme is not known: a
/// proxy ends TLS.
fn is_own(origin: &str, parts: &Parts) -> bool {
    let Some((scheme, authority)) = origin.split_once("://") else { return false };
    let default_port = match scheme {
        "http" => ":80",
        "https" => ":443",
        _ => return false,
    };
    let host = match parts.headers.get(HOST) {
        Some(host) => host.to_str().ok(),
        // HTTP/2 has it in the URI.
        None => parts.uri.authority().map(|authority| authority.as_str()),
    };
    let bare = |text: &str| text.strip_suffix(default_port).unwrap_or(text).to_ascii_lowercase();
    host.is_some_and(|host| !host.is_empty() && bare(host) == bare(authority))
}

#[cfg(test)]
mod tests {
    use http::Request;

    use super::*;

    fn parts(method: Method, headers: &[(&str, &str)]) -> Parts {
        let mut request = Request::builder().method(method).uri("/x");
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        request.body(()).unwrap().into_parts().0
    }

    fn field(rule: OriginRule, headers: &[(&str, &str)]) -> Option<String> {
        match check(&parts(Method::POST, headers), rule).err()? {
            CallerError::Forbidden { header, .. } => Some(header.to_string()),
            other => panic!("{other}"),
        }
    }

    #[test]
    fn a_request_that_changes_something_must_come_from_here() {
        let host = ("host", "ledger.test:8080");
        for (headers, say, not_deny) in [
            (vec![host], Some("origin"), None),
            (vec![host, ("sec-fetch-site", "same-origin")], None, None),
            (vec![host, ("sec-fetch-site", "none")], None, None),
            (
                vec![host, ("sec-fetch-site", "same-site")],
                Some("sec-fetch-site"),
                Some("sec-fetch-site"),
            ),
            (
                vec![host, ("sec-fetch-site", "cross-site")],
                Some("sec-fetch-site"),
                Some("sec-fetch-site"),
            ),
            (vec![host, ("sec-fetch-site", "")], Some("sec-fetch-site"), Some("sec-fetch-site")),
            (vec![host, ("origin", "http://ledger.test:8080")], None, None),
            (vec![host, ("origin", "https://LEDGER.test:8080")], None, None),
            (vec![host, ("origin", "http://ledger.test")], Some("origin"), Some("origin")),
            (vec![host, ("origin", "http://evil.test")], Some("origin"), Some("origin")),
            (vec![host, ("origin", "null")], Some("origin"), Some("origin")),
            (vec![host, ("origin", "")], Some("origin"), Some("origin")),
            (vec![("origin", "http://")], Some("origin"), Some("origin")),
            (vec![("host", "a.test"), ("origin", "https://a.test:443")], None, None),
            (vec![("host", "a.test:80"), ("origin", "http://a.test")], None, None),
            (
                vec![("host", "a.test"), ("origin", "http://a.test:443")],
                Some("origin"),
                Some("origin"),
            ),
        ] {
            assert_eq!(field(OriginRule::Required, &headers).as_deref(), say, "{headers:?}");
            assert_eq!(field(OriginRule::IfStated, &headers).as_deref(), not_deny, "{headers:?}");
        }
    }

    #[test]
    fn what_changes_nothing_may_come_from_anywhere() {
        for method in [Method::GET, Method::HEAD, Method::OPTIONS] {
            let parts = parts(method, &[("sec-fetch-site", "cross-site")]);
            assert!(check(&parts, OriginRule::Required).is_ok());
        }
        for method in [Method::PUT, Method::DELETE, Method::PATCH] {
            let parts = parts(method, &[("sec-fetch-site", "cross-site")]);
            assert!(check(&parts, OriginRule::IfStated).is_err());
        }
    }
}
