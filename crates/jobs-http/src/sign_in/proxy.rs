//! Proxies that are trusted: what they say of whom they let in, and of the connection that they were asked over.
//!
//! From any other peer, these headers are ignored.

use std::net::{IpAddr, SocketAddr};

use axum::http::header::HeaderName;
use axum::http::request::Parts;
use ipnet::IpNet;
use jobs_core::UserId;

use crate::prefix::PathPrefix;
use crate::problem::Problem;

const X_FORWARDED_FOR: HeaderName = HeaderName::from_static("x-forwarded-for");
const X_FORWARDED_PREFIX: HeaderName = HeaderName::from_static("x-forwarded-prefix");
const X_FORWARDED_PROTO: HeaderName = HeaderName::from_static("x-forwarded-proto");
const X_FORWARDED_USER: HeaderName = HeaderName::from_static("x-forwarded-user");

/// Who is at the other end of the connection; in the extensions of a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Peer(pub SocketAddr);

/// The networks that trusted proxies are in.
#[derive(Debug, Default)]
pub(super) struct TrustedProxies(Vec<IpNet>);

impl TrustedProxies {
    pub(super) fn new(networks: Vec<IpNet>) -> Self {
        Self(networks)
    }

    fn contain(&self, address: IpAddr) -> bool {
        self.0.iter().any(|network| network.contains(&address))
    }

    fn sent(&self, parts: &Parts) -> bool {
        peer(parts).is_some_and(|address| self.contain(address))
    }

    /// The user whom a trusted proxy has let in.
    pub(super) fn user(&self, parts: &Parts) -> Result<Option<UserId>, Problem> {
        if !self.sent(parts) {
            return Ok(None);
        }
        let refused = |reason| Problem::forbidden_by("x-forwarded-user", reason);
        let mut values = parts.headers.get_all(X_FORWARDED_USER).iter();
        let Some(value) = values.next().filter(|value| !value.is_empty()) else { return Ok(None) };
        if values.next().is_some() {
            // One of them is the caller's own, and nobody can tell which.
            return Err(refused("is given twice: the proxy must replace what callers send"));
        }
        let name = std::str::from_utf8(value.as_bytes()).ok().and_then(|name| name.parse().ok());
        name.map(Some).ok_or_else(|| refused("is not the name of a user"))
    }

    /// Whether somebody else names a user.
    pub(super) fn ignore_user(&self, parts: &Parts) -> bool {
        let named = parts.headers.get(X_FORWARDED_USER).is_some_and(|name| !name.is_empty());
        named && !self.sent(parts)
    }

    /// The path under which a trusted proxy shows this server, if it says so.
    pub(super) fn prefix(&self, parts: &Parts) -> Result<Option<PathPrefix>, Problem> {
        let mut values = parts.headers.get_all(X_FORWARDED_PREFIX).iter();
        let Some(value) = values.next().filter(|_| self.sent(parts)) else { return Ok(None) };
        let refused = |reason| Problem::invalid("x-forwarded-prefix", reason);
        if values.next().is_some() {
            return Err(refused("is given twice: the proxy must replace what callers send"));
        }
        let text = std::str::from_utf8(value.as_bytes()).unwrap_or("not UTF-8");
        text.parse().map(Some).map_err(refused)
    }

    /// Whether a trusted proxy says that it was asked over https.
    pub(super) fn say_https(&self, parts: &Parts) -> bool {
        let said = parts.headers.get_all(X_FORWARDED_PROTO).iter().next_back();
        self.sent(parts) && said.is_some_and(|said| said.as_bytes().eq_ignore_ascii_case(b"https"))
    }

    /// The address of whoever asks: the peer's, or, behind trusted proxies, the last that none of them has.
    pub(super) fn client(&self, parts: &Parts) -> Option<IpAddr> {
        let peer = peer(parts)?;
        if !self.contain(peer) {
            return Some(peer);
        }
        let lines = parts.headers.get_all(X_FORWARDED_FOR).iter();
        let mut hops: Vec<&str> =
            lines.filter_map(|line| line.to_str().ok()).flat_map(|line| line.split(',')).collect();
        while let Some(address) = hops.pop().and_then(address) {
            if !self.contain(address) {
                return Some(address);
            }
        }
        Some(peer)
    }
}

/// The address in an item of `X-Forwarded-For`; some proxies add the port.
fn address(hop: &str) -> Option<IpAddr> {
    let hop = hop.trim();
    let address = hop.parse().ok().or_else(|| hop.parse().ok().map(|it: SocketAddr| it.ip()));
    address.map(|it: IpAddr| it.to_canonical())
}

/// The peer's address; one of IPv4 as such, also where the socket is one of IPv6.
fn peer(parts: &Parts) -> Option<IpAddr> {
    parts.extensions.get::<Peer>().map(|peer| peer.0.ip().to_canonical())
}

#[cfg(test)]
mod tests {
    use axum::http::Request;

    use super::*;

    const PROXY: &str = "10.0.0.7";

    fn proxies() -> TrustedProxies {
        TrustedProxies::new(vec!["10.0.0.0/8".parse().unwrap(), "fd00::/8".parse().unwrap()])
    }

    fn parts(peer: &str, headers: &[(&str, &str)]) -> Parts {
        let mut request = Request::builder();
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let (mut parts, ()) = request.body(()).unwrap().into_parts();
        parts.extensions.insert(Peer(SocketAddr::new(peer.parse().unwrap(), 5)));
        parts
    }

    #[test]
    fn a_trusted_proxy_says_who_it_is_and_nobody_else_does() {
        let user = |peer: &str, headers: &[(&str, &str)]| {
            proxies().user(&parts(peer, headers)).map(|user| user.map(|user| user.to_string()))
        };
        let vijay = ("x-forwarded-user", "vijay");
        assert_eq!(user(PROXY, &[vijay]).unwrap().as_deref(), Some("vijay"));
        assert_eq!(user("::ffff:10.0.0.7", &[vijay]).unwrap().as_deref(), Some("vijay"));
        assert_eq!(user("fd00::1", &[vijay]).unwrap().as_deref(), Some("vijay"));
        for other in ["11.0.0.1", "127.0.0.1", "::1", "fe80::1"] {
            assert_eq!(user(other, &[vijay]).unwrap(), None, "{other}");
        }
        assert_eq!(user(PROXY, &[]).unwrap(), None);
        assert_eq!(user(PROXY, &[("x-forwarded-user", "")]).unwrap(), None);
        assert!(user(PROXY, &[vijay, ("x-forwarded-user", "admin")]).is_err());
        assert!(user(PROXY, &[("x-forwarded-user", &"x".repeat(200))]).is_err());
        let nobody_is_trusted = TrustedProxies::default();
        assert!(nobody_is_trusted.user(&parts(PROXY, &[vijay])).unwrap().is_none());
    }

    #[test]
    fn a_trusted_proxy_says_under_which_path_it_shows_the_server() {
        let read = |peer: &str, values: &[&str]| {
            let headers: Vec<_> = values.iter().map(|it| ("x-forwarded-prefix", *it)).collect();
            proxies().prefix(&parts(peer, &headers)).map(|it| it.map(|it| it.to_string()))
        };
        assert_eq!(read(PROXY, &["/ledger/"]).unwrap().as_deref(), Some("/ledger"));
        assert_eq!(read(PROXY, &[""]).unwrap().as_deref(), Some(""));
        assert_eq!(read(PROXY, &[]).unwrap(), None);
        for bad in [&["//evil.test"][..], &["ledger"], &["/a, /b"], &["/é"], &["/a", "/b"]] {
            let refused = read(PROXY, bad).unwrap_err();
            assert_eq!(
                (refused.status().as_u16(), refused.field()),
                (400, Some("x-forwarded-prefix"))
            );
            assert_eq!(read("1.2.3.4", bad).unwrap(), None, "nobody whose word counts");
        }
    }

    #[test]
    fn the_client_is_the_last_that_is_no_proxy() {
        let client = |peer: &str, forwarded: &[(&str, &str)]| {
            proxies().client(&parts(peer, forwarded)).unwrap().to_string()
        };
        let forwarded = |value| [("x-forwarded-for", value)];
        assert_eq!(client("1.2.3.4", &forwarded("9.9.9.9")), "1.2.3.4", "not a proxy of ours");
        assert_eq!(client(PROXY, &forwarded("9.9.9.9")), "9.9.9.9");
        assert_eq!(client(PROXY, &forwarded("6.6.6.6, 9.9.9.9, 10.0.0.8")), "9.9.9.9");
        let lines = [("x-forwarded-for", "6.6.6.6"), ("x-forwarded-for", "9.9.9.9")];
        assert_eq!(client(PROXY, &lines), "9.9.9.9");
        assert_eq!(client(PROXY, &forwarded("9.9.9.9:4711")), "9.9.9.9");
        assert_eq!(client(PROXY, &forwarded("[2001:db8::1]:4711")), "2001:db8::1");
        assert_eq!(client(PROXY, &[]), PROXY);
        assert_eq!(client(PROXY, &forwarded("9.9.9.9, rubbish")), PROXY);
    }

    #[test]
    fn only_a_trusted_proxy_says_that_it_was_https() {
        let https = [("x-forwarded-proto", "https")];
        assert!(proxies().say_https(&parts(PROXY, &https)));
        assert!(!proxies().say_https(&parts("1.2.3.4", &https)));
        assert!(!proxies().say_https(&parts(PROXY, &[("x-forwarded-proto", "http")])));
        assert!(!proxies().say_https(&parts(PROXY, &[])));
    }
}
