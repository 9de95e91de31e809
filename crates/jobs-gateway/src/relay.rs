//! Plain reads: which ones an upstream is asked, and the line in the log that says so of each.
//!
//! ```text
//! INFO jobs::relay: a read was relayed user="vijay" method="POST" host="idp.test" path="/oauth/token" outcome="answered" http_status=200 elapsed_ms=41
//! ```
//!
//! A read makes no job, so the log is all that remains of it.

use std::fmt;
use std::str::FromStr;
use std::time::Instant;

use jobs_core::UserId;
use url::Url;

use crate::{Answer, RELAY_TARGET, Refusal};

/// The longest segment of a path that is taken for a word.
const WORD_LEN_MAX: usize = 24;

/// The method of a [`ReadRequest`](crate::ReadRequest).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum ReadMethod {
    /// GET.
    #[default]
    Get,
    /// POST.
    Post,
}

impl ReadMethod {
    /// The name, as HTTP has it.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Get => "GET",
            Self::Post => "POST",
        }
    }
}

impl fmt::Display for ReadMethod {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// Reads that an upstream may be asked: by a method, at one URL, or at all below it when the rule ends in `/*`.
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
    /// The URL, at or below an allowed upstream. What is read may have a query beside it.
    pub url: Url,
    /// Whether the rule is for what lies below the URL, by whole segments of the path, and not for the URL itself.
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

/// A read that is under way, and is logged when it is over, also if nobody waits for that any more.
pub(crate) struct Relayed {
    user_id: UserId,
    method: ReadMethod,
    host: String,
    path: String,
    started: Instant,
    outcome: &'static str,
    http_status: Option<u16>,
}

impl Relayed {
    pub(crate) fn begin(user_id: UserId, method: ReadMethod, url: &Url) -> Self {
        let (host, path) = (host(url), words(url));
        let (started, outcome) = (Instant::now(), "abandoned");
        Self { user_id, method, host, path, started, outcome, http_status: None }
    }

    /// Takes down how it ended.
    pub(crate) fn end(mut self, answer: &Answer) {
        self.outcome = answer.details.cause.as_str();
        self.http_status = answer.details.http_status.map(u16::from);
    }
}

impl Drop for Relayed {
    fn drop(&mut self) {
        let Self { user_id, method, host, path, started, outcome, http_status } = self;
        let (user, method) = (user_id.as_str(), method.as_str());
        let elapsed_ms = started.elapsed().as_millis();
        tracing::info!(
            target: RELAY_TARGET,
            user, method, host, path, outcome, http_status, elapsed_ms, "a read was relayed"
        );
    }
}

/// Logs a read that was refused for what it asks.
pub(crate) fn log_refused(user_id: &UserId, method: ReadMethod, url: &Url, refusal: &Refusal) {
    let (user, method, host, path) = (user_id.as_str(), method.as_str(), host(url), words(url));
    let reason = refusal.to_string();
    tracing::warn!(target: RELAY_TARGET, user, method, host, path, reason, "a read was refused");
}

fn host(url: &Url) -> String {
    url.host_str().unwrap_or_default().to_owned()
}

/// The path of `url`, with `…` for what may be a value: words are of small letters, and `v1` is one.
fn words(url: &Url) -> String {
    let is_version = |segment: &str| {
        segment.strip_prefix('v').is_some_and(|digits| digits.bytes().all(|it| it.is_ascii_digit()))
    };
    let is_letter = |byte: u8| byte.is_ascii_lowercase() || matches!(byte, b'-' | b'_');
    let is_word = |segment: &str| segment.bytes().all(is_letter) || is_version(segment);
    let shown = |segment: &str| match is_word(segment) && segment.len() <= WORD_LEN_MAX {
        true => segment.to_owned(),
        false => "…".to_owned(),
    };
    url.path().split('/').map(shown).collect::<Vec<_>>().join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_a_path_only_words_are_shown() {
        for (url, shown) in [
            ("https://a.test", "/"),
            ("https://a.test/tms/v1/app-status?token=x#y", "/tms/v1/app-status"),
            ("https://a.test/tms/5001/x;a=b/%41/Ab/v1x/", "/tms/…/…/…/…/…/"),
            ("https://a.test/abcdefghijklmnopqrstuvwxyz", "/…"),
        ] {
            assert_eq!(words(&url.parse().unwrap()), shown, "{url}");
        }
    }

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
