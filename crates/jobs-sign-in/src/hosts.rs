//! Checks the host names in requests. Once a page of `evil.test` is loaded, that name may be made
//! to resolve to 127.0.0.1 (DNS rebinding). To the browser, the page then has the same origin as
//! this server; but its requests still say `Host: evil.test`.

use std::collections::HashSet;
use std::net::{Ipv4Addr, Ipv6Addr};

use http::header::HOST;
use http::request::Parts;
use http::uri::Authority;

use crate::CallerError;

/// The names that the server answers to, beside IP addresses and `localhost`, from which no other
/// site's page can be loaded.
#[derive(Debug, Default)]
pub(crate) struct AllowedHosts(HashSet<String>);

impl AllowedHosts {
    pub(crate) fn new(names: impl IntoIterator<Item = String>) -> Self {
        Self(names.into_iter().map(|name| normal(&name)).collect())
    }

    /// Refuses a request for another host. A request without a host is not from a browser.
    pub(crate) fn check(&self, parts: &Parts) -> Result<(), CallerError> {
        // Those of the header, of the request line as sent to a proxy, and of `:authority`, as far
        // as present.
        let in_header = parts.headers.get_all(HOST).iter();
        let in_header = in_header.map(|host| Authority::try_from(host.as_bytes()).ok());
        let named: Option<Vec<_>> =
            in_header.chain(parts.uri.authority().cloned().map(Some)).collect();
        let hosts: Option<Vec<_>> = named.as_ref().map(|named| named.iter().map(host_in).collect());
        let Some(hosts) = hosts.filter(|hosts| hosts.iter().all(|host| self.contain(host))) else {
            let reason = "is no host that this server was told of: start it with --allowed-host \
                          NAME (JOBS_ALLOWED_HOST) for the name by which it is asked for, or ask \
                          for its address";
            return Err(CallerError::Misdirected { reason });
        };
        // Later checks use one of them, and must hold for a reader that used the other (RFC 9113
        // §8.3.1).
        if hosts.windows(2).any(|pair| normal(pair[0]) != normal(pair[1])) {
            let reason =
                "is another one than in the request line, or in :authority: they must be the same";
            return Err(CallerError::Invalid { header: HOST, reason });
        }
        Ok(())
    }

    fn contain(&self, host: &str) -> bool {
        let bare = host.strip_prefix('[').and_then(|host| host.strip_suffix(']'));
        let is_address = match bare {
            Some(bare) => bare.parse::<Ipv6Addr>().is_ok(),
            None => host.parse::<Ipv4Addr>().is_ok(),
        };
        let name = normal(host);
        is_address || name == "localhost" || self.0.contains(&name)
    }
}

/// The host without user and port; all of it where something else follows, as in `[::1].evil.test`,
/// which is not one of our hosts.
fn host_in(authority: &Authority) -> &str {
    let whole = authority.as_str();
    let host = authority.host();
    let rest = whole.rsplit('@').next().and_then(|it| it.strip_prefix(host));
    if rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(':')) { host } else { whole }
}

/// DNS compares names without regard to case, and a dot at the end marks a full name.
fn normal(name: &str) -> String {
    name.strip_suffix('.').unwrap_or(name).to_ascii_lowercase()
}

/// The host in `HOST:PORT`, as `--listen` has it.
#[must_use]
pub fn host_of(listen: &str) -> &str {
    listen.rsplit_once(':').map_or(listen, |(host, _)| host)
}

#[cfg(test)]
mod tests {
    use http::Request;

    use super::*;

    fn status(uri: &str, hosts: &[&str]) -> Option<u16> {
        let allowed = AllowedHosts::new(["Ledger.example.com".to_owned(), "box".to_owned()]);
        let request = Request::builder().uri(uri);
        let request = hosts.iter().fold(request, |it, host| it.header("host", *host));
        let (parts, ()) = request.body(()).unwrap().into_parts();
        let refused = allowed.check(&parts).err()?;
        let (status, says) = match &refused {
            CallerError::Misdirected { .. } => (421, "--allowed-host"),
            _ => (400, "must be the same"),
        };
        let text = refused.to_string();
        assert!(text.starts_with("host: ") && text.contains(says), "{text}");
        Some(status)
    }

    #[test]
    fn addresses_localhost_and_what_was_told_are_its_own() {
        for own in [
            "127.0.0.1",
            "127.0.0.1:8080",
            "10.1.2.3:80",
            "[::1]",
            "[2001:db8::1]:8080",
            "localhost",
            "LocalHost:8080",
            "localhost.",
            "ledger.example.com",
            "LEDGER.example.com.:443",
            "box:8080",
        ] {
            assert_eq!(status("/v1/jobs", &[own]), None, "{own}");
        }
        assert_eq!(status("/v1/jobs", &[]), None);
        for other in [
            "evil.test",
            "evil.test:8080",
            "example.com",
            "x.ledger.example.com",
            "ledger.example.com.evil.test",
            "127.0.0.1.evil.test",
            "localhost.evil.test",
            "evil.localhost",
            "[::1].evil.test",
            "[evil.test]",
            "127.1",
            "2130706433",
            "0x7f000001",
            "boxes",
            "a b",
            "\u{e9}",
            "",
        ] {
            assert_eq!(status("/v1/jobs", &[other]), Some(421), "{other}");
        }
    }

    #[test]
    fn each_place_that_names_a_host_counts() {
        assert_eq!(status("http://127.0.0.1:8080/v1/jobs", &["127.0.0.1:8080"]), None);
        assert_eq!(status("https://ledger.example.com/v1/jobs", &[]), None, "as HTTP/2 has it");
        assert_eq!(status("https://evil.test/v1/jobs", &[]), Some(421));
        assert_eq!(status("http://evil.test/v1/jobs", &["127.0.0.1"]), Some(421));
        assert_eq!(status("http://127.0.0.1/v1/jobs", &["evil.test"]), Some(421));
        assert_eq!(status("/v1/jobs", &["127.0.0.1", "evil.test"]), Some(421));
        assert_eq!(status("http://u@evil.test/v1/jobs", &[]), Some(421));
        // Each of them is allowed, but not both in one request.
        assert_eq!(status("http://BOX.:80/v1/jobs", &["box"]), None);
        for (uri, hosts) in [
            ("http://box/v1/jobs", &["ledger.example.com"][..]),
            ("https://ledger.example.com/v1/jobs", &["127.0.0.1"]),
            ("http://localhost/v1/jobs", &["127.0.0.1"]),
            ("/v1/jobs", &["box", "localhost"]),
            ("http://box/v1/jobs", &["box", "localhost"]),
        ] {
            assert_eq!(status(uri, hosts), Some(400), "{uri} {hosts:?}");
        }
    }

    #[test]
    fn the_host_of_listen_is_a_name_or_an_address() {
        for (listen, host) in
            [("box:8080", "box"), ("127.0.0.1:0", "127.0.0.1"), ("[::1]:80", "[::1]"), ("x", "x")]
        {
            assert_eq!(host_of(listen), host);
        }
    }
}
