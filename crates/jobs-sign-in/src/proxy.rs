//! Trusted proxies: what they say about the connection of their caller. The user whom they have
//! signed in is another matter, and takes a secret: see [`crate::identity_header`].
//!
//! From any other peer, these headers are ignored.

use std::net::{IpAddr, SocketAddr};
use std::sync::atomic::{AtomicBool, Ordering};

use http::HeaderMap;
use http::header::{FORWARDED, HeaderName, HeaderValue, VIA};
use ipnet::IpNet;

use crate::source::Client;
use crate::{CallerError, GivenTwice, PathPrefix, single};

const X_FORWARDED_FOR: HeaderName = HeaderName::from_static("x-forwarded-for");
const X_FORWARDED_PREFIX: HeaderName = HeaderName::from_static("x-forwarded-prefix");

/// The headers in which proxies name the scheme of their caller's connection, in order of
/// precedence: `https` or `http`, and `on` in the last two.
const SCHEMES: [HeaderName; 8] = [
    HeaderName::from_static("x-forwarded-proto"),
    FORWARDED,
    HeaderName::from_static("x-forwarded-scheme"),
    HeaderName::from_static("x-forwarded-protocol"),
    HeaderName::from_static("x-scheme"),
    HeaderName::from_static("x-url-scheme"),
    HeaderName::from_static("x-forwarded-ssl"),
    HeaderName::from_static("front-end-https"),
];

/// The networks that trusted proxies are in.
#[derive(Debug, Default)]
pub(crate) struct TrustedProxies {
    networks: Vec<IpNet>,
    /// Whether the log was told that passwords may not travel over https.
    has_warned: AtomicBool,
}

impl TrustedProxies {
    pub(crate) fn new(networks: Vec<IpNet>) -> Self {
        Self { networks, has_warned: AtomicBool::new(false) }
    }

    fn contain(&self, address: IpAddr) -> bool {
        self.networks.iter().any(|network| network.contains(&address))
    }

    /// Whether the peer is a trusted proxy.
    pub(crate) fn sent(&self, peer: Option<IpAddr>) -> bool {
        peer.is_some_and(|address| self.contain(address))
    }

    /// The path under which a trusted proxy shows this server, if it says so.
    pub(crate) fn prefix(
        &self,
        peer: Option<IpAddr>,
        headers: &HeaderMap,
    ) -> Result<Option<PathPrefix>, CallerError> {
        let refused = |reason| CallerError::Invalid { header: X_FORWARDED_PREFIX, reason };
        let Some(value) = self.header(peer, headers, &X_FORWARDED_PREFIX)? else { return Ok(None) };
        let text = std::str::from_utf8(value.as_bytes()).unwrap_or("not UTF-8");
        text.parse().map(Some).map_err(refused)
    }

    /// Whether a trusted proxy says that its caller used https, in the first of those headers that
    /// is present; `None` when it does not say. Of several items in a line, the first counts: the
    /// outermost proxy wrote it, and the callers of the others were proxies.
    pub(crate) fn say_https(
        &self,
        peer: Option<IpAddr>,
        headers: &HeaderMap,
    ) -> Result<Option<bool>, CallerError> {
        for name in &SCHEMES {
            let Some(said) = self.header(peer, headers, name)? else { continue };
            let item = said.to_str().ok().and_then(|said| said.split(',').next());
            let scheme = if *name == FORWARDED { item.and_then(proto_of) } else { item };
            // Another header may say what `Forwarded` leaves out.
            if *name != FORWARDED || scheme.is_some() {
                return Ok(Some(scheme.is_some_and(is_https)));
            }
        }
        Ok(None)
    }

    /// A warning for the log, the first time only, that a session which was just begun seems to use
    /// plain http behind a proxy.
    pub(crate) fn warning(
        &self,
        peer: Option<IpAddr>,
        headers: &HeaderMap,
    ) -> Option<&'static str> {
        let names_scheme = || SCHEMES.iter().any(|name| headers.contains_key(name));
        let warning = if self.sent(peer) {
            matches!(self.say_https(peer, headers), Ok(None)).then_some(
                "a proxy of --trusted-proxy does not say whether it was asked over https, so a \
                 session goes without Secure: have it send X-Forwarded-Proto, or start the server \
                 with --cookie-secure",
            )
        } else {
            let may_be_proxy = self.networks.is_empty() && peer.is_some_and(is_inner);
            (may_be_proxy && names_scheme()).then_some(
                "a peer on this machine or network says whether it was asked over https, and is \
                 not believed, so a session goes without Secure: if it is your proxy, name it with \
                 --trusted-proxy",
            )
        };
        warning.filter(|_| !self.has_warned.swap(true, Ordering::Relaxed))
    }

    /// What a trusted proxy says in a header.
    fn header<'a>(
        &self,
        peer: Option<IpAddr>,
        headers: &'a HeaderMap,
        name: &HeaderName,
    ) -> Result<Option<&'a HeaderValue>, CallerError> {
        if !self.sent(peer) {
            return Ok(None);
        }
        single(headers, name).map_err(|GivenTwice| {
            let reason = "is given twice: the proxy must replace what callers send";
            CallerError::Invalid { header: name.clone(), reason }
        })
    }

    /// The address of the caller: the peer's, or, behind trusted proxies, the last one that is not
    /// a proxy's. It may be shared by everybody if the proxy names no other. If no proxies are
    /// configured, it may also be shared if it is in a private network, or if the peer says that it
    /// is a proxy; if some are configured, such claims by others are ignored.
    pub(crate) fn client(&self, peer: Option<IpAddr>, headers: &HeaderMap) -> Option<Client> {
        let peer = peer?;
        if !self.contain(peer) {
            let mut says_so = [X_FORWARDED_FOR, FORWARDED, VIA].into_iter();
            let is_forwarded = says_so.any(|it| headers.contains_key(it));
            let may_be_shared = self.networks.is_empty() && (is_inner(peer) || is_forwarded);
            return Some(Client { address: peer, may_be_shared });
        }
        let lines = headers.get_all(X_FORWARDED_FOR).iter();
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

/// `https` in `for=192.0.2.60; proto="https"`, an item of `Forwarded` (RFC 7239).
fn proto_of(item: &str) -> Option<&str> {
    let mut pairs = item.split(';').filter_map(|pair| pair.split_once('='));
    let (_, value) = pairs.find(|(name, _)| name.trim().eq_ignore_ascii_case("proto"))?;
    Some(value.trim().trim_matches('"'))
}

fn is_https(scheme: &str) -> bool {
    ["https", "on"].iter().any(|https| scheme.trim().eq_ignore_ascii_case(https))
}

/// Whether an address is of this machine or of a private network: loopback, private (RFC 1918, RFC
/// 4193), link-local, or behind a carrier's NAT (RFC 6598).
fn is_inner(address: IpAddr) -> bool {
    match address {
        IpAddr::V4(v4) => {
            let [a, b, ..] = v4.octets();
            let is_carriers = a == 100 && b & 0xc0 == 64;
            v4.is_loopback() || v4.is_private() || v4.is_link_local() || is_carriers
        }
        IpAddr::V6(v6) => v6.is_loopback() || v6.is_unique_local() || v6.is_unicast_link_local(),
    }
}

/// The address in an item of `X-Forwarded-For`; some proxies add the port.
fn address(hop: &str) -> Option<IpAddr> {
    let hop = hop.trim();
    let address = hop.parse().ok().or_else(|| hop.parse().ok().map(|it: SocketAddr| it.ip()));
    address.map(|it: IpAddr| it.to_canonical())
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use crate::RequestSource;

    pub(crate) const PROXY: &str = "10.0.0.7";

    pub(crate) fn proxies() -> TrustedProxies {
        TrustedProxies::new(vec!["10.0.0.0/8".parse().unwrap(), "fd00::/8".parse().unwrap()])
    }

    pub(crate) fn peer_at(address: &str) -> Option<IpAddr> {
        let address = SocketAddr::new(address.parse().unwrap(), 5);
        RequestSource::of_peer(Some(address)).peer
    }

    pub(crate) fn header_map(headers: &[(&str, &str)]) -> HeaderMap {
        let pairs = headers.iter().map(|(name, value)| {
            (HeaderName::try_from(*name).unwrap(), HeaderValue::try_from(*value).unwrap())
        });
        let mut headers = HeaderMap::new();
        headers.extend(pairs);
        headers
    }

    fn invalid(error: &CallerError) -> String {
        match error {
            CallerError::Invalid { header, .. } => header.to_string(),
            other => panic!("{other}"),
        }
    }

    #[test]
    fn a_trusted_proxy_says_under_which_path_it_shows_the_server() {
        let read = |peer: &str, values: &[&str]| {
            let headers: Vec<_> = values.iter().map(|it| ("x-forwarded-prefix", *it)).collect();
            proxies()
                .prefix(peer_at(peer), &header_map(&headers))
                .map(|it| it.map(|it| it.to_string()))
        };
        assert_eq!(read(PROXY, &["/ledger/"]).unwrap().as_deref(), Some("/ledger"));
        assert_eq!(read(PROXY, &[""]).unwrap().as_deref(), Some(""));
        assert_eq!(read(PROXY, &[]).unwrap(), None);
        for bad in [&["//evil.test"][..], &["ledger"], &["/a, /b"], &["/é"], &["/a", "/b"]] {
            let refused = read(PROXY, bad).unwrap_err();
            assert_eq!(invalid(&refused), "x-forwarded-prefix");
            assert_eq!(read("1.2.3.4", bad).unwrap(), None, "no trusted proxy");
        }
    }

    #[test]
    fn the_client_is_the_last_that_is_no_proxy() {
        let client = |peer: &str, forwarded: &[(&str, &str)]| {
            let client = proxies().client(peer_at(peer), &header_map(forwarded)).unwrap();
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
        // A trusted proxy that does not say it.
        assert_eq!(client(PROXY, &[]), shared(PROXY));
        assert_eq!(client(PROXY, &forwarded("9.9.9.9, rubbish")), shared(PROXY));
        assert_eq!(client(PROXY, &forwarded("10.0.0.8")), shared(PROXY));
        // A caller who pretends to be a proxy.
        for header in ["x-forwarded-for", "forwarded", "via"] {
            for value in ["9.9.9.9", "x", ""] {
                assert_eq!(client("1.2.3.4", &[(header, value)]), own("1.2.3.4"), "{header}");
            }
        }
    }

    #[test]
    fn a_network_of_ones_own_may_hold_a_proxy_where_none_is_known() {
        let inner = [
            "127.0.0.1",
            "::1",
            "::ffff:127.0.0.9",
            "10.9.8.7",
            "172.16.0.1",
            "192.168.1.1",
            "::ffff:192.168.1.1",
            "169.254.1.1",
            "100.64.0.1",
            "100.127.255.255",
            "fe80::1",
            "fd12::1",
        ];
        let public = ["1.2.3.4", "100.63.0.1", "100.128.0.1", "172.32.0.1", "2001:db8::1"];
        let all = inner.iter().map(|it| (it, true)).chain(public.iter().map(|it| (it, false)));
        for (peer, shared) in all {
            for header in [None, Some(("x-forwarded-for", "x"))] {
                let address = peer_at(peer);
                let headers = header_map(header.as_slice());
                let client = TrustedProxies::default().client(address, &headers).unwrap();
                assert_eq!(client.may_be_shared, shared || header.is_some(), "{peer}");
                let elsewhere = TrustedProxies::new(vec!["198.51.100.7/32".parse().unwrap()]);
                let client = elsewhere.client(address, &headers).unwrap();
                assert!(!client.may_be_shared, "{peer}: the proxies are elsewhere");
            }
        }
    }

    #[test]
    fn only_a_trusted_proxy_says_that_it_was_https() {
        for name in SCHEMES.iter().filter(|name| **name != FORWARDED) {
            let said = |peer: &str, values: &[&str]| {
                let headers: Vec<_> = values.iter().map(|it| (name.as_str(), *it)).collect();
                let said = proxies().say_https(peer_at(peer), &header_map(&headers));
                said.map_err(|error| invalid(&error))
            };
            for https in ["https", "HTTPS", "on", "https,https", "https, http", "HTTPS ,http"] {
                assert_eq!(said(PROXY, &[https]), Ok(Some(true)), "{name}: {https}");
                assert_eq!(said("1.2.3.4", &[https]), Ok(None));
            }
            for other in ["http", "off", "http, https", ", https", "", "é"] {
                assert_eq!(said(PROXY, &[other]), Ok(Some(false)), "{name}: {other}");
            }
            assert_eq!(said(PROXY, &[]), Ok(None));
            assert_eq!(said(PROXY, &["https", "http"]), Err(name.to_string()));
            assert_eq!(said("1.2.3.4", &["https", "http"]), Ok(None), "no trusted proxy");
        }
    }

    #[test]
    fn forwarded_says_it_and_the_first_header_counts() {
        let said = |headers: &[(&str, &str)]| {
            proxies().say_https(peer_at(PROXY), &header_map(headers)).unwrap()
        };
        for https in
            ["proto=https", "for=1.2.3.4;proto=https, proto=http", "for=x; Proto=\"HTTPS\""]
        {
            assert_eq!(said(&[("forwarded", https)]), Some(true), "{https}");
            assert_eq!(said(&[("forwarded", https), ("x-forwarded-proto", "http")]), Some(false));
            assert_eq!(said(&[("forwarded", https), ("x-forwarded-ssl", "off")]), Some(true));
        }
        for http in ["proto=http", "proto=http;for=https"] {
            assert_eq!(said(&[("forwarded", http), ("x-forwarded-ssl", "on")]), Some(false));
        }
        for silent in ["for=x", "for=x, proto=https", ""] {
            assert_eq!(said(&[("forwarded", silent)]), None, "{silent}");
            assert_eq!(said(&[("forwarded", silent), ("x-forwarded-ssl", "on")]), Some(true));
        }
    }

    #[test]
    fn a_proxy_that_says_nothing_of_https_is_told_of_once() {
        let https = ("x-forwarded-proto", "https");
        let http = ("x-forwarded-proto", "http");
        let trusted = proxies();
        for said in [https, http, ("front-end-https", "on"), ("x-forwarded-ssl", "off")] {
            assert_eq!(trusted.warning(peer_at(PROXY), &header_map(&[said])), None, "{said:?}");
            assert_eq!(trusted.warning(peer_at("1.2.3.4"), &header_map(&[said])), None, "{said:?}");
            assert_eq!(
                trusted.warning(peer_at("127.0.0.1"), &header_map(&[said])),
                None,
                "{said:?}"
            );
        }
        let silent = header_map(&[("x-forwarded-for", "9.9.9.9"), ("forwarded", "for=x")]);
        assert!(trusted.warning(peer_at(PROXY), &silent).unwrap().contains("--cookie-secure"));
        assert_eq!(trusted.warning(peer_at(PROXY), &silent), None, "once");

        let unnamed = TrustedProxies::default();
        assert_eq!(
            unnamed.warning(peer_at("127.0.0.1"), &header_map(&[])),
            None,
            "somebody on this machine"
        );
        assert_eq!(
            unnamed.warning(peer_at("1.2.3.4"), &header_map(&[https])),
            None,
            "anybody may say it"
        );
        assert!(
            unnamed
                .warning(peer_at("127.0.0.1"), &header_map(&[https]))
                .unwrap()
                .contains("--trusted-proxy")
        );
        assert_eq!(unnamed.warning(peer_at("::1"), &header_map(&[https])), None, "once");
    }
}
