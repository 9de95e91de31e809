//! Settings that are a rule for a URL: which reads are allowed, and how long connections are kept.

use std::str::FromStr;
use std::time::Duration;

use url::Url;

use crate::method::ReadMethod;

/// Reads that are allowed: with one method, at one URL, or at all URLs below it when the rule ends
/// in `/*`.
///
/// ```
/// use jobs_gateway::{ReadMethod, ReadRule};
///
/// let rule: ReadRule = "POST https://cluster.example.com/oauth/token".parse()?;
/// assert_eq!((rule.method, rule.below), (ReadMethod::Post, false));
/// let rule: ReadRule = "GET https://cluster.example.com/status/*".parse()?;
/// assert_eq!((rule.url.path(), rule.below), ("/status", true));
/// # Ok::<_, &'static str>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadRule {
    /// The method.
    pub method: ReadMethod,
    /// The URL, at or below an allowed upstream. A read may add a query.
    pub url: Url,
    /// Whether the rule is for what lies below the URL, by whole segments of the path, and not for
    /// the URL itself.
    pub below: bool,
}

impl FromStr for ReadRule {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let rule = text.trim().split_once(' ').and_then(|(method, url)| {
            let known = [ReadMethod::Get, ReadMethod::Post];
            let method =
                known.into_iter().find(|known| known.as_str().eq_ignore_ascii_case(method))?;
            let url = url.trim();
            let above = url.strip_suffix("/*");
            let url = above.unwrap_or(url).parse::<Url>().ok();
            let url = url.filter(|url| !url.cannot_be_a_base() && !url.path().contains('*'))?;
            Some(Self { method, url, below: above.is_some() })
        });
        rule.ok_or(
            "must be GET or POST and a URL, such as \"POST https://cluster.example.com/oauth/token\"; with /* at its end it means all \
             below it, and there is no other *",
        )
    }
}

/// For how long an upstream keeps an idle connection open, as its operator knows.
///
/// ```
/// let rule: jobs_gateway::KeepAlive = "60 https://cluster.example.com".parse()?;
/// assert_eq!(rule.time.as_secs(), 60);
/// # Ok::<_, &'static str>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeepAlive {
    /// The time; zero for an upstream whose connections must not be reused.
    pub time: Duration,
    /// The upstream: any URL of its server.
    pub url: Url,
}

impl FromStr for KeepAlive {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let rule = text.trim().split_once(' ').and_then(|(seconds, url)| {
            let time = Duration::from_secs(u64::from(seconds.parse::<u32>().ok()?));
            let url = url.trim().parse::<Url>().ok().filter(Url::has_host)?;
            Some(Self { time, url })
        });
        rule.ok_or("must be seconds and a URL, such as \"60 https://cluster.example.com\"")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rule_is_a_method_and_a_url() {
        let rule: ReadRule = " post  https://a.test/token ".parse().unwrap();
        assert_eq!((rule.method, rule.url.as_str()), (ReadMethod::Post, "https://a.test/token"));
        for bad in [
            "",
            "POST",
            "https://a.test/token",
            "PUT https://a.test",
            "POST a.test",
            "GET mailto:x",
        ] {
            assert!(bad.parse::<ReadRule>().is_err(), "{bad}");
        }
    }
}
