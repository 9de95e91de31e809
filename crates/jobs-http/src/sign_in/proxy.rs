//! Proxies that are trusted: what they say of the connection that they were asked over. Whom they have signed in is another
//! matter, and takes a secret: see [`super::identity`].
//!
//! From any other peer, these headers are ignored.

use std::net::{IpAddr, SocketAddr};

use axum::http::header::{FORWARDED, HeaderName, HeaderValue, VIA};
use axum::http::request::Parts;
use ipnet::IpNet;

use crate::prefix::PathPrefix;
use crate::problem::Problem;
use crate::single::{Twice, single};

const X_FORWARDED_FOR: HeaderName = HeaderName::from_static("x-forwarded-for");
const X_FORWARDED_PREFIX: HeaderName = HeaderName::from_static("x-forwarded-prefix");
const X_FORWARDED_PROTO: HeaderName = HeaderName::from_static("x-forwarded-proto");

/// Who is at the other end of the connection; in the extensions of a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Peer(pub SocketAddr);

/// Where a request comes from, as far as that is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Client {
    pub(super) address: IpAddr,
    /// Whether the address may be that of a proxy, and so everybody's.
    pub(super) may_be_shared: bool,
}

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

    /// Whether one of them has sent the request.
    pub(super) fn sent(&self, parts: &Parts) -> bool {
        peer(parts).is_some_and(|address| self.contain(address))
    }

    /// The path under which a trusted proxy shows this server, if it says so.
    pub(super) fn prefix(&self, parts: &Parts) -> Result<Option<PathPrefix>, Problem> {
        let refused = |reason| Problem::invalid("x-forwarded-prefix", reason);
        let Some(value) = self.word(parts, &X_FORWARDED_PREFIX)? else { return Ok(None) };
        let text = std::str::from_utf8(value.as_bytes()).unwrap_or("not UTF-8");
        text.parse().map(Some).map_err(refused)
    }

    /// Whether a trusted proxy says that it was asked over https.
    pub(super) fn say_https(&self, parts: &Parts) -> Result<bool, Problem> {
        let said = self.word(parts, &X_FORWARDED_PROTO)?;
        Ok(said.is_some_and(|said| said.as_bytes().eq_ignore_ascii_case(b"https")))
    }

    /// What a trusted proxy says in a header.
    fn word<'a>(
        &self,
        parts: &'a Parts,
        name: &HeaderName,
    ) -> Result<Option<&'a HeaderValue>, Problem> {
        if !self.sent(parts) {
            return Ok(None);
        }
        single(&parts.headers, name).map_err(|Twice| {
            let reason = "is given twice: the proxy must replace what callers send";
            Problem::invalid(name.as_str().to_owned(), reason)
        })
    }

    /// The address of whoever asks: the peer's, or, behind trusted proxies, the last that none of them has. It may be everybody's
    /// if the proxy says no other, or if the peer is a proxy that nobody has said to be trusted.
    pub(super) fn client(&self, parts: &Parts) -> Option<Client> {
        let peer = peer(parts)?;
        if !self.contain(peer) {
            let is_local = self.0.is_empty() && peer.is_loopback();
            let is_forwarded =
                [X_FORWARDED_FOR, FORWARDED, VIA].iter().any(|it| parts.headers.contains_key(it));
            return Some(Client { address: peer, may_be_shared: is_local || is_forwarded });
        }
        let lines = parts.headers.get_all(X_FORWARDED_FOR).iter();
        let mut hops: Vec<&str> =
            lines.filter_map(|line| line.to_str().ok()).flat_map(|line| line.split(',')).collect();
        while let Some(address) = hops.pop().and_then(address) {
            if !self.contain(address) {
                return Some(Client { address, may_be_shared: false });
            }
        }
        Some(Client { address: peer, may_be_shared: true })
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
pub(super) mod tests {
    use axum::http::Request;

    use super::*;

    pub(in super::super) const PROXY: &str = "10.0.0.7";

    pub(in super::super) fn proxies() -> TrustedProxies {
        TrustedProxies::new(vec!["10.0.0.0/8".parse().unwrap(), "fd00::/8".parse().unwrap()])
    }

    pub(in super::super) fn parts(peer: &str, headers: &[(&str, &str)]) -> Parts {
        let mut request = Request::builder();
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let (mut parts, ()) = request.body(()).unwrap().into_parts();
        parts.extensions.insert(Peer(SocketAddr::new(peer.parse().unwrap(), 5)));
        parts
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
            let client = proxies().client(&parts(peer, forwarded)).unwrap();
            (client.address.to_string(), client.may_be_shared)
        };
        let own = |address: &str| (address.to_owned(), false);
        let shared = |address: &str| (address.to_owned(), true);
        let forwarded = |value| [("x-forwarded-for", value)];
        assert_eq!(client("1.2.3.4", &[]), own("1.2.3.4"));
        assert_eq!(client(PROXY, &forwarded("9.9.9.9")), own("9.9.9.9"));
        assert_eq!(client(PROXY, &forwarded("6.6.6.6, 9.9.9.9, 10.0.0.8")), own("9.9.9.9"));
        let lines = [("x-forwarded-for", "6.6.6.6"), ("x-forwarded-for", "9.9.9.9")];
        assert_eq!(client(PROXY, &lines), own("9.9.9.9"));
        assert_eq!(client(PROXY, &forwarded("9.9.9.9:4711")), own("9.9.9.9"));
        assert_eq!(client(PROXY, &forwarded("[2001:db8::1]:4711")), own("2001:db8::1"));
        // A proxy of ours that does not say it, and one that is not ours.
        assert_eq!(client(PROXY, &[]), shared(PROXY));
        assert_eq!(client(PROXY, &forwarded("9.9.9.9, rubbish")), shared(PROXY));
        assert_eq!(client(PROXY, &forwarded("10.0.0.8")), shared(PROXY));
        for header in ["x-forwarded-for", "forwarded", "via"] {
            assert_eq!(client("1.2.3.4", &[(header, "9.9.9.9")]), shared("1.2.3.4"), "{header}");
        }
    }

    #[test]
    fn this_machine_may_be_a_proxy_where_none_is_known() {
        for (peer, shared) in
            [("127.0.0.1", true), ("::1", true), ("::ffff:127.0.0.9", true), ("1.2.3.4", false)]
        {
            let client = TrustedProxies::default().client(&parts(peer, &[])).unwrap();
            assert_eq!(client.may_be_shared, shared, "{peer}");
            let client = proxies().client(&parts(peer, &[])).unwrap();
            assert!(!client.may_be_shared, "{peer}: the proxies are elsewhere");
        }
    }

    #[test]
    fn only_a_trusted_proxy_says_that_it_was_https() {
        let said = |peer: &str, values: &[&str]| {
            let headers: Vec<_> = values.iter().map(|it| ("x-forwarded-proto", *it)).collect();
            proxies().say_https(&parts(peer, &headers))
        };
        assert!(said(PROXY, &["https"]).unwrap() && said(PROXY, &["HTTPS"]).unwrap());
        assert!(!said("1.2.3.4", &["https"]).unwrap());
        for other in [&["http"][..], &["https, http"], &[""], &[]] {
            assert!(!said(PROXY, other).unwrap(), "{other:?}");
        }
        let twice = said(PROXY, &["https", "http"]).unwrap_err();
        assert_eq!((twice.status().as_u16(), twice.field()), (400, Some("x-forwarded-proto")));
        assert!(!said("1.2.3.4", &["https", "http"]).unwrap(), "nobody whose word counts");
    }
}
