//! Which URLs may be called: those below a base URL that an operator allowed.

use std::net::IpAddr;

use jobs_core::without_unseen;
use url::{Host, Url};

use super::address::AddressPolicy;
use super::decoding::decodings;
use crate::config::{ConfigError, KeepAlive, ReadRule};
use crate::method::ReadMethod;
use crate::refusal::Refusal;

const FIELD: &str = "url";

/// The most bytes of a URL; that of [`ClusterUrl`](jobs_core::ClusterUrl), in which it is recorded.
const URL_BYTES_MAX: usize = jobs_core::ClusterUrl::BYTES_MAX;

/// The base URLs, checked.
#[derive(Debug)]
pub(crate) struct AllowList {
    bases: Vec<Url>,
    reads: Vec<ReadRule>,
    addresses: AddressPolicy,
}

impl AllowList {
    pub(crate) fn new(
        bases: Vec<Url>,
        reads: Vec<ReadRule>,
        allow_link_local: bool,
    ) -> Result<Self, ConfigError> {
        let addresses = AddressPolicy { allow_link_local };
        for base in &bases {
            check_base(base, addresses)
                .map_err(|reason| ConfigError::Upstream { url: bare(base), reason })?;
        }
        for ReadRule { url, .. } in &reads {
            let error = |reason| ConfigError::Read { url: bare(url), reason };
            check_base(url, addresses).map_err(error)?;
            if !bases.iter().any(|base| is_below(url, base)) {
                return Err(error("is not below an --upstream".to_owned()));
            }
        }
        Ok(Self { bases, reads, addresses })
    }

    /// Refuses a rule for a server that is not an upstream's.
    pub(crate) fn bases(&self) -> &[Url] {
        &self.bases
    }

    pub(crate) fn check_keep_alive(&self, rule: &KeepAlive) -> Result<(), ConfigError> {
        let error =
            |reason: &str| ConfigError::KeepAlive { url: bare(&rule.url), reason: reason.into() };
        check_form(&rule.url).map_err(error)?;
        if !self.bases.iter().any(|base| is_same_server(&rule.url, base)) {
            return Err(error("is not on the server of an --upstream"));
        }
        Ok(())
    }

    /// Refuses a read that is not an allowed one.
    pub(crate) fn check_read(&self, method: ReadMethod, url: &Url) -> Result<(), Refusal> {
        let rules = || self.reads.iter().filter(|rule| rule.method == method);
        let bases = self.bases.iter().filter(|base| is_below(url, base));
        let has_rules = bases.into_iter().any(|base| rules().any(|rule| is_below(&rule.url, base)));
        let is_free = method == ReadMethod::Get && !has_rules;
        if is_free || rules().any(|rule| is_meant(url, rule)) {
            return Ok(());
        }
        Err(Refusal::ReadNotAllowed { method, origin: url.origin().ascii_serialization() })
    }

    /// Reads `text` as a URL that may be called.
    pub(crate) fn read(&self, text: &str) -> Result<Url, Refusal> {
        let url = read_url(text)?;
        self.check(&url)?;
        Ok(url)
    }

    /// Refuses a URL that may not be called.
    pub(crate) fn check(&self, url: &Url) -> Result<(), Refusal> {
        if !self.bases.iter().any(|base| is_below(url, base)) {
            return Err(Refusal::NotAllowed { origin: url.origin().ascii_serialization() });
        }
        match address(url) {
            Some(address) if !self.addresses.allows(address) => {
                Err(Refusal::AddressNotAllowed { address })
            }
            _ => Ok(()),
        }
    }
}

/// Reads `text` as a URL, without its fragment.
pub(crate) fn read_url(text: &str) -> Result<Url, Refusal> {
    let invalid = |reason: &str| Refusal::invalid(FIELD, reason);
    check_spelling(text).map_err(invalid)?;
    let mut url = Url::parse(text).map_err(|error| invalid(&format!("is not a URL: {error}")))?;
    check_form(&url).map_err(invalid)?;
    url.set_fragment(None);
    Ok(url)
}

/// Refuses spellings of a URL that two readers may understand differently.
fn check_spelling(text: &str) -> Result<(), &'static str> {
    if text.len() > URL_BYTES_MAX {
        return Err("is longer than 2048 bytes");
    }
    if text.chars().any(|c| c.is_whitespace() || c.is_control() || c == '\\') {
        return Err("must not contain spaces, control characters or backslashes");
    }
    let path = text.split(['?', '#']).next().unwrap_or_default();
    if path.split('/').any(is_ambiguous_segment) {
        return Err("must not contain dot segments or encoded slashes in its path");
    }
    Ok(())
}

/// Whether a server may read the segment as `.` or `..`, or as more than one segment.
fn is_ambiguous_segment(segment: &str) -> bool {
    // Nearly all segments are like this: they have no other reading, and looking for one costs more
    // than reading the URL.
    if segment.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_')) {
        return false;
    }
    let mut plain = segment.to_owned();
    // Some servers drop invisible characters, and then decode again. The loop ends when there is
    // nothing left to decode or to drop.
    loop {
        let decoded = decodings(&plain).last().unwrap_or_default();
        // Servers differ in how they read invalid UTF-8.
        if decoded.contains(['/', '\\', '\0', char::REPLACEMENT_CHARACTER]) {
            return true;
        }
        let seen = without_unseen(&decoded);
        let seen = seen.chars().filter(|c| !c.is_whitespace() && !c.is_control()).collect();
        if seen == plain {
            break;
        }
        plain = seen;
    }
    // Some servers cut parameters off: `..;x` is `..` to them.
    matches!(plain.split(';').next(), Some("." | ".."))
}

fn check_form(url: &Url) -> Result<(), &'static str> {
    if !matches!(url.scheme(), "http" | "https") {
        return Err("must start with http:// or https://");
    }
    if !url.username().is_empty() || url.password().is_some() {
        return Err("must not hold a user name or password");
    }
    Ok(())
}

fn check_base(base: &Url, addresses: AddressPolicy) -> Result<(), String> {
    check_form(base)?;
    if base.query().is_some() || base.fragment().is_some() {
        return Err("must not have a query or a fragment".into());
    }
    check_spelling(base.as_str())?;
    match address(base) {
        Some(address) if !addresses.allows(address) => {
            Err(format!("{address} is a link-local, metadata or otherwise unusable address"))
        }
        _ => Ok(()),
    }
}

/// The address, when the host is one. The URL parser has normalised every spelling (decimal, octal,
/// shortened).
fn address(url: &Url) -> Option<IpAddr> {
    match url.host()? {
        Host::Ipv4(v4) => Some(v4.into()),
        Host::Ipv6(v6) => Some(v6.into()),
        Host::Domain(_) => None,
    }
}

fn is_below(url: &Url, base: &Url) -> bool {
    path_beyond(url, base).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

/// The rest of the path of `url` after that of `base`, if they are on the same server.
fn path_beyond<'u>(url: &'u Url, base: &Url) -> Option<&'u str> {
    let path = is_same_server(url, base).then(|| url.path())?;
    path.strip_prefix(base.path().trim_end_matches('/'))
}

fn is_same_server(url: &Url, base: &Url) -> bool {
    url.scheme() == base.scheme()
        && url.host() == base.host()
        && url.port_or_known_default() == base.port_or_known_default()
}

/// Whether the rule is for this URL, without regard to its query.
fn is_meant(url: &Url, rule: &ReadRule) -> bool {
    if rule.below {
        return path_beyond(url, &rule.url).is_some_and(|rest| rest.starts_with('/'));
    }
    url.path() == rule.url.path() && is_same_server(url, &rule.url)
}

/// The URL without what might be a credential.
fn bare(url: &Url) -> String {
    // In `vijay:password@host`, all but the name is a path.
    if !url.has_host() {
        return format!("{}:…", url.scheme());
    }
    format!("{}{}", url.origin().ascii_serialization(), url.path())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn list(bases: &[&str]) -> AllowList {
        let bases = bases.iter().map(|base| base.parse().unwrap()).collect();
        AllowList::new(bases, vec![], false).unwrap()
    }

    #[test]
    fn a_url_at_or_below_a_base_may_be_called() {
        let list = list(&["https://a.test/tms", "http://127.0.0.1:8081"]);
        for good in [
            "https://a.test/tms",
            "https://a.test/tms/",
            "https://a.test:443/tms/v1/x?y=../z",
            "https://A.TEST/tms/a..b/...",
            "HTTPS://a.test/tms/%20x/caf%C3%A9",
            "http://127.0.0.1:8081/anything",
            "http://0x7f.1:8081/anything",
            "http://2130706433:8081",
        ] {
            list.read(good).unwrap_or_else(|error| panic!("{good}: {error}"));
        }
        let url = list.read("https://a.test/tms?q=1#fragment").unwrap();
        assert_eq!(url.as_str(), "https://a.test/tms?q=1");
    }

    #[test]
    fn anything_else_is_refused_and_the_message_names_the_setting() {
        let list = list(&["https://a.test/tms", "http://127.0.0.1:8081"]);
        for bad in [
            "http://a.test/tms",
            "https://a.test:8443/tms",
            "https://a.test/tmsx",
            "https://a.test/TMS",
            "https://a.test/",
            "https://a.test.evil.test/tms",
            "https://a.test./tms",
            "https://xa.test/tms",
            "http://127.0.0.1/x",
            "http://127.0.0.2:8081/x",
            "http://localhost:8081/x",
            "http://169.254.169.254/latest/meta-data",
        ] {
            let error = list.read(bad).unwrap_err();
            assert!(matches!(error, Refusal::NotAllowed { .. }), "{bad}: {error}");
            let text = error.to_string();
            assert!(text.contains("--upstream") && text.contains("JOBS_UPSTREAM"), "{text}");
        }
        assert!(AllowList::new(vec![], vec![], false).unwrap().read("https://a.test/").is_err());
    }

    #[test]
    fn tricks_are_refused() {
        let list = list(&["https://a.test/tms"]);
        for bad in [
            "",
            "a.test/tms",
            "/tms",
            "//a.test/tms",
            "ftp://a.test/tms",
            "file:///tms",
            "https://user@a.test/tms",
            "https://user:pass@a.test/tms",
            "https://a.test/tms/../admin",
            "https://a.test/x/../tms",
            "https://a.test/tms/.",
            "https://a.test/tms/%2e%2e/admin",
            "https://a.test/tms/.%2E/admin",
            "https://a.test/tms/%252e%252e/admin",
            "https://a.test/tms/..%20/admin",
            "https://a.test/tms/.%0a./admin",
            "https://a.test/tms/%09..%09/admin",
            "https://a.test/tms/%c0%ae%c0%ae/admin",
            "https://a.test/tms/.%C2%A0.%E2%80%8B/admin",
            "https://a.test/tms/%EF%BC%8E%EF%BC%8E/admin",
            "https://a.test/tms/．./admin",
            "https://a.test/tms/..%EF%BC%8Fadmin",
            "https://a.test/tms/％2e％2e/admin",
            "https://a.test/tms/﹪2e%2e/admin",
            "https://a.test/tms/%２ｅ%２ｅ/admin",
            "https://a.test/tms/%EF%BC%852e%EF%BC%852e/admin",
            "https://a.test/tms/%25EF%25BC%25852e./admin",
            "https://a.test/tms/％EF％BC％852e./admin",
            "https://a.test/tms/..％2fadmin",
            "https://a.test/tms/..%EF%B9%AA5cadmin",
            "https://a.test/tms/％00",
            "https://a.test/tms/%%E2%80%8B2e./admin",
            "https://a.test/tms/.%%0A2e/admin",
            "https://a.test/tms/..;/admin",
            "https://a.test/tms/..%2fadmin",
            "https://a.test/tms/..%5Cadmin",
            "https://a.test/tms/..%255cadmin",
            "https://a.test/tms\\..\\admin",
            "https:\\\\a.test\\tms",
            "https://a.test/tms/%00",
            "https://a.test/t\tms",
            "\nhttps://a.test/tms",
            "https://a.test/tms ",
        ] {
            let error = list.read(bad).unwrap_err();
            assert!(matches!(error, Refusal::Invalid { field: "url", .. }), "{bad}: {error}");
        }
        let long = format!("https://a.test/tms/{}", "x".repeat(2048));
        assert!(matches!(list.read(&long), Err(Refusal::Invalid { .. })));
    }

    #[test]
    fn an_address_is_checked_in_every_spelling() {
        // Allowed by mistake as a base; the list itself must refuse it.
        let base = |url: &str| AllowList::new(vec![url.parse().unwrap()], vec![], false);
        for bad in [
            "http://169.254.169.254/",
            "http://0xa9fea9fe/",
            "http://2852039166/",
            "http://0251.0376.0251.0376/",
            "http://[::ffff:169.254.169.254]/",
            "http://[fe80::1]/",
            "http://0/",
        ] {
            assert!(matches!(base(bad), Err(ConfigError::Upstream { .. })), "{bad}");
        }
        let list = AllowList {
            bases: vec!["http://169.254.169.254/".parse().unwrap()],
            reads: vec![],
            addresses: AddressPolicy { allow_link_local: false },
        };
        let error = list.read("http://2852039166/latest").unwrap_err();
        assert!(error.to_string().contains("JOBS_UPSTREAM_ALLOW_LINK_LOCAL"), "{error}");
        let bases = vec!["http://169.254.169.254/".parse().unwrap()];
        assert!(
            AllowList::new(bases, vec![], true).unwrap().read("http://2852039166/latest").is_ok()
        );
    }

    #[test]
    fn a_base_must_be_plain_and_the_message_hides_its_password() {
        for bad in
            ["ftp://a.test/", "https://a.test/?q", "https://a.test/#f", "https://u:hunter2@a.test/"]
        {
            let error =
                AllowList::new(vec![bad.parse().unwrap()], vec![], false).unwrap_err().to_string();
            assert!(error.contains("JOBS_UPSTREAM") && !error.contains("hunter2"), "{error}");
        }
    }

    #[test]
    fn a_post_is_a_read_by_a_rule_alone_and_a_get_unless_there_are_rules() {
        let upstreams =
            || ["https://a.test/tms", "https://b.test"].map(|url| url.parse().unwrap()).into();
        let rules = |rules: &[&str]| rules.iter().map(|rule| rule.parse().unwrap()).collect();
        let allowed = |list: &AllowList, request: &str| {
            let ReadRule { method, url, .. } = request.parse().unwrap();
            let refusal = list.check_read(method, &url).err();
            assert!(refusal.iter().all(|it| it.to_string().contains("JOBS_UPSTREAM_READ")));
            refusal.is_none()
        };
        let none = AllowList::new(upstreams(), vec![], false).unwrap();
        assert!(
            allowed(&none, "GET https://a.test/tms/x") && allowed(&none, "GET https://b.test/")
        );
        assert!(
            !allowed(&none, "POST https://a.test/tms/x") && !allowed(&none, "POST https://b.test/")
        );
        let some = rules(&[
            "POST https://a.test/tms/token",
            "POST https://a.test/tms/slash/",
            "POST https://a.test/tms/search/*",
            "GET https://a.test/tms/status/*",
            "GET https://a.test/tms/version",
        ]);
        let some = AllowList::new(upstreams(), some, false).unwrap();
        for (request, expected) in [
            ("POST https://a.test/tms/token", true),
            ("POST https://A.TEST:443/tms/token?x=y", true),
            ("POST https://a.test/tms/token/", false),
            ("POST https://a.test/tms/token/x", false),
            ("POST https://a.test/tms/token//x", false),
            ("POST https://a.test/tms/token;x", false),
            ("POST https://a.test/tms/TOKEN", false),
            ("POST https://a.test/tms/tokens", false),
            ("POST https://a.test/tms/slash/", true),
            ("POST https://a.test/tms/slash", false),
            ("POST https://a.test/tms/slash/x", false),
            ("POST https://a.test/tms/search/", true),
            ("POST https://a.test/tms/search/x/y", true),
            ("POST https://a.test/tms/search", false),
            ("POST https://a.test/tms/searches/x", false),
            ("POST http://a.test/tms/token", false),
            ("POST https://a.test:8443/tms/search/x", false),
            ("POST https://a.test/tms", false),
            ("POST https://a.test/tms/status", false),
            ("POST https://b.test/tms/token", false),
            ("GET https://a.test/tms/status/5001", true),
            ("GET https://a.test/tms/status", false),
            ("GET https://a.test/tms/version", true),
            ("GET https://a.test/tms/version/x", false),
            ("GET https://a.test/tms/token", false),
            ("GET https://b.test/anything", true),
        ] {
            assert_eq!(allowed(&some, request), expected, "{request}");
        }
        let all = AllowList::new(upstreams(), rules(&["POST https://b.test/*"]), false).unwrap();
        for path in ["", "/", "/x", "/x/y"] {
            assert!(allowed(&all, &format!("POST https://b.test{path}")), "{path}");
        }
        let root = AllowList::new(upstreams(), rules(&["POST https://b.test"]), false).unwrap();
        assert!(allowed(&root, "POST https://b.test/") && !allowed(&root, "POST https://b.test/x"));
        for bad in [
            "POST https://c.test/token",
            "POST https://a.test/x",
            "GET https://a.test/tms?a=b",
            "GET https://u:hunter2@a.test/tms/x",
        ] {
            let error = AllowList::new(upstreams(), rules(&[bad]), false).unwrap_err().to_string();
            assert!(error.contains("JOBS_UPSTREAM_READ") && !error.contains("hunter2"), "{error}");
        }
    }

    proptest! {
        #[test]
        fn whatever_is_accepted_lies_below_the_base(
            parts in prop::collection::vec(
                prop::sample::select(vec![
                    "https://a.test", "https:", "//", "/", "tms", "/tms", "..", ".", "%2e", "%2F", "%25", "2e",
                    "5c", "％", "２", "\u{200b}", "\\", "@", ":", "443", "?", "#", ";", "x", "é", "a.test", "[", "]", "%", "\t",
                ]),
                0..12,
            ),
        ) {
            let text = format!("https://a.test/tms{}", parts.concat());
            for text in [text, parts.concat()] {
                if let Ok(url) = list(&["https://a.test/tms"]).read(&text) {
                    prop_assert_eq!(url.host_str(), Some("a.test"));
                    let mut segments = url.path_segments().unwrap();
                    prop_assert_eq!(segments.next(), Some("tms"));
                    prop_assert!(!segments.any(is_ambiguous_segment), "{}", url);
                }
            }
        }

        #[test]
        fn any_text_is_judged_without_a_panic(text in "\\PC*") {
            let _ = list(&["https://a.test/tms"]).read(&text);
        }
    }
}
