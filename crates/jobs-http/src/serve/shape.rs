//! Requests whose shape others may understand differently, and so smuggle a second one past a proxy: refused. These are the
//! ones that the parser of HTTP/1 lets through.

use axum::response::{IntoResponse as _, Response};
use hyper::header::{CONNECTION, HOST, HeaderValue, TRANSFER_ENCODING};
use hyper::http::uri::Authority;
use hyper::{Method, Request, Version};

use crate::problem::Problem;

/// The refusal of such a request, after which the connection ends.
pub(super) fn refuse<B>(request: &Request<B>) -> Option<Response> {
    let mut refusal = check(request).err()?.into_response();
    if request.version() < Version::HTTP_2 {
        refusal.headers_mut().insert(CONNECTION, HeaderValue::from_static("close"));
    }
    Some(refusal)
}

fn check<B>(request: &Request<B>) -> Result<(), Problem> {
    let (version, target) = (request.version(), request.uri());
    if version < Version::HTTP_2 && *request.method() != Method::CONNECT && target.path().is_empty()
    {
        return Err(Problem::invalid("path", "must begin with a slash"));
    }
    let mut codings = request.headers().get_all(TRANSFER_ENCODING).iter();
    if let Some(coding) = codings.next()
        && (!coding.as_bytes().eq_ignore_ascii_case(b"chunked") || codings.next().is_some())
    {
        return Err(Problem::invalid("transfer-encoding", "must be chunked, once, and no other"));
    }
    let mut hosts = request.headers().get_all(HOST).iter();
    match (hosts.next(), hosts.next()) {
        (Some(_), Some(_)) => Err(Problem::invalid("host", "is there more than once")),
        (Some(host), None) if !is_host(host) => {
            Err(Problem::invalid("host", "must be a host, and a port if need be"))
        }
        (None, _) if version == Version::HTTP_11 => Err(Problem::invalid("host", "is missing")),
        _ => Ok(()),
    }
}

/// An empty one is for those who have none to name.
fn is_host(host: &HeaderValue) -> bool {
    let host = host.as_bytes();
    host.is_empty() || (Authority::try_from(host).is_ok() && !host.contains(&b'@'))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn field(version: Version, headers: &[(&str, &str)]) -> Option<String> {
        let request = Request::builder().version(version).uri("/x");
        let request = headers.iter().fold(request, |it, (name, value)| it.header(*name, *value));
        let refused = check(&request.body(()).unwrap()).err()?;
        refused.field().map(str::to_owned)
    }

    #[test]
    fn a_request_is_for_a_path() {
        let refused = |method: &str, target: &str| {
            let request = Request::builder().method(method).uri(target).header("host", "x");
            check(&request.body(()).unwrap()).is_err()
        };
        assert!(refused("GET", "x:80") && refused("POST", "x"));
        assert!(!refused("GET", "/") && !refused("GET", "http://x") && !refused("OPTIONS", "*"));
        assert!(!refused("CONNECT", "x:80"), "the router has no route for it");
    }

    #[test]
    fn a_request_has_one_host_and_one_coding() {
        let (http_1, http_2) = (Version::HTTP_11, Version::HTTP_2);
        let host = ("host", "x:80");
        assert_eq!(field(http_1, &[host]), None);
        assert_eq!(field(http_1, &[host, ("transfer-encoding", "Chunked")]), None);
        assert_eq!(field(http_1, &[("host", "")]), None);
        assert_eq!(field(http_1, &[]).as_deref(), Some("host"));
        assert_eq!(field(Version::HTTP_10, &[]), None);
        assert_eq!(field(http_2, &[]), None);
        for bad in ["a b", "a, b", "user@x", "x/", "x:80:80"] {
            assert_eq!(field(http_1, &[("host", bad)]).as_deref(), Some("host"), "{bad}");
        }
        for version in [Version::HTTP_10, http_1, http_2] {
            assert_eq!(field(version, &[host, host]).as_deref(), Some("host"));
        }
        for bad in ["chunked, chunked", "gzip, chunked", "identity", "xchunked", ""] {
            let refused = field(http_1, &[host, ("transfer-encoding", bad)]);
            assert_eq!(refused.as_deref(), Some("transfer-encoding"), "{bad}");
        }
        let twice = [host, ("transfer-encoding", "chunked"), ("transfer-encoding", "chunked")];
        assert_eq!(field(http_1, &twice).as_deref(), Some("transfer-encoding"));
    }
}
