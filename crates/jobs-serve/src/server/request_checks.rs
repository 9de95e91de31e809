//! Refuses requests that two readers may understand differently, which can smuggle a second one
//! past a proxy. These are the ones that the HTTP/1 parser lets through.

use std::num::NonZeroU16;

use http::header::{HOST, TRANSFER_ENCODING};
use http::uri::Authority;
use http::{Method, Request, Version};

/// Why a request is not clear. It displays as `field: reason`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("{field}: {reason}")]
pub struct Unclear {
    /// The part of the request, in lower case: a header's name, or `path`.
    pub field: &'static str,
    /// What is wrong with it: `is missing`.
    pub reason: &'static str,
}

/// Whether all readers understand `request` as the same one.
///
/// # Errors
/// [`Unclear`] when they may not. Over HTTP/1, the connection should end after the refusal.
pub(crate) fn check<B>(request: &Request<B>) -> Result<(), Unclear> {
    let unclear = |field, reason| Err(Unclear { field, reason });
    let version = request.version();
    let target = request.uri();
    if version < Version::HTTP_2 && *request.method() != Method::CONNECT && target.path().is_empty()
    {
        return unclear("path", "must begin with a slash");
    }
    let mut codings = request.headers().get_all(TRANSFER_ENCODING).iter();
    if let Some(coding) = codings.next()
        && (!coding.as_bytes().eq_ignore_ascii_case(b"chunked") || codings.next().is_some())
    {
        return unclear("transfer-encoding", "must be chunked, once, and no other");
    }
    let mut hosts = request.headers().get_all(HOST).iter();
    let host = match (hosts.next(), hosts.next()) {
        (Some(_), Some(_)) => return unclear("host", "is there more than once"),
        (None, _) if version == Version::HTTP_11 => return unclear("host", "is missing"),
        (host, _) => host.map(|host| Authority::try_from(host.as_bytes()).ok()),
    };
    // A whole URL in the request line has a host as well, and so has `:authority` in HTTP/2.
    let mut named = host.into_iter().chain(target.authority().cloned().map(Some));
    if !named.all(|host| host.is_some_and(|host| is_host_and_port(&host))) {
        let reason = "must be a host, and a port if need be, in the header and in the request line";
        return unclear("host", reason);
    }
    Ok(())
}

/// Whether there is only a host, and perhaps a port from 1 to 65535. Some readers would take a user
/// before it for the host.
fn is_host_and_port(authority: &Authority) -> bool {
    let whole = authority.as_str();
    let host = authority.host();
    let port = match whole.strip_prefix(host) {
        Some("") => return !host.is_empty(),
        rest => rest.and_then(|rest| rest.strip_prefix(':')),
    };
    let is_port = |port: &str| {
        port.bytes().all(|byte| byte.is_ascii_digit()) && port.parse::<NonZeroU16>().is_ok()
    };
    !host.is_empty() && port.is_some_and(|port| port.is_empty() || is_port(port))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn field(version: Version, headers: &[(&str, &str)]) -> Option<&'static str> {
        let request = Request::builder().version(version).uri("/x");
        let request = headers.iter().fold(request, |it, (name, value)| it.header(*name, *value));
        Some(check(&request.body(()).unwrap()).err()?.field)
    }

    #[test]
    fn a_request_is_for_a_path() {
        let refused = |method: &str, target: &str| {
            let request = Request::builder().method(method).uri(target).header("host", "x");
            check(&request.body(()).unwrap()).is_err()
        };
        assert!(refused("GET", "x:80") && refused("POST", "x"));
        assert!(!refused("GET", "/") && !refused("GET", "http://x") && !refused("OPTIONS", "*"));
        assert!(!refused("CONNECT", "x:80"), "it names a host alone");
    }

    /// In each place that names it, and in each version of HTTP.
    #[test]
    fn a_host_is_a_host_and_a_port() {
        let hosts = [
            ("x", true),
            ("x:80", true),
            ("x:", true),
            ("x:65535", true),
            ("[::1]", true),
            ("[::1]:8080", true),
            ("127.0.0.1:1", true),
            ("", false),
            (":80", false),
            ("@", false),
            ("a b", false),
            ("a, b", false),
            ("user@x", false),
            ("user@x:80", false),
            ("user:password@x", false),
            ("evil.test@127.0.0.1", false),
            ("@x", false),
            ("x/", false),
            ("x:80:80", false),
            ("x:0", false),
            ("x:65536", false),
            ("x:99999", false),
            ("x:99999999999999999999", false),
            ("x:+80", false),
            ("x:-1", false),
            ("x:http", false),
            ("[::1]:99999", false),
            ("[::1]x", false),
        ];
        for (host, is_good) in hosts {
            for version in [Version::HTTP_10, Version::HTTP_11, Version::HTTP_2] {
                let expected = (!is_good).then_some("host");
                let found = field(version, &[("host", host)]);
                assert_eq!(found, expected, "{host} {version:?}");
                // What is not a URL at all does not get this far, and a slash ends the host.
                let target = format!("http://{host}/x").parse::<http::Uri>();
                let Some(target) = target.ok().filter(|_| !host.contains('/')) else { continue };
                let request = Request::builder().version(version).uri(target).header("host", "x");
                let found = check(&request.body(()).unwrap()).err().map(|unclear| unclear.field);
                assert_eq!(found, expected, "{host} in the target, {version:?}");
            }
        }
    }

    #[test]
    fn a_request_has_one_host_and_one_coding() {
        let http_1 = Version::HTTP_11;
        let http_2 = Version::HTTP_2;
        let host = ("host", "x:80");
        assert_eq!(field(http_1, &[host]), None);
        assert_eq!(field(http_1, &[host, ("transfer-encoding", "Chunked")]), None);
        assert_eq!(field(http_1, &[]), Some("host"));
        assert_eq!(field(Version::HTTP_10, &[]), None);
        assert_eq!(field(http_2, &[]), None);
        for version in [Version::HTTP_10, http_1, http_2] {
            assert_eq!(field(version, &[host, host]), Some("host"));
        }
        for bad in ["chunked, chunked", "gzip, chunked", "identity", "xchunked", ""] {
            let refused = field(http_1, &[host, ("transfer-encoding", bad)]);
            assert_eq!(refused, Some("transfer-encoding"), "{bad}");
        }
        let twice = [host, ("transfer-encoding", "chunked"), ("transfer-encoding", "chunked")];
        assert_eq!(field(http_1, &twice), Some("transfer-encoding"));
    }
}
