//! A credential in memory: it can be sent, and cannot be shown by accident.

use std::borrow::Cow;
use std::fmt;

/// What stands in a record for something that must not be recorded.
pub(crate) const REDACTED: &str = "[redacted]";

/// A credential of the caller. `Debug` and `Display` show `[redacted]`.
///
/// ```
/// let token = jobs_gateway::Secret::new("abc123");
/// assert_eq!(format!("{token} {token:?}"), "[redacted] [redacted]");
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct Secret(Box<str>);

impl Secret {
    /// Takes the credential.
    #[must_use]
    pub fn new(value: impl Into<Box<str>>) -> Self {
        Self(value.into())
    }

    /// The credential itself, for the one place that sends it.
    #[must_use]
    pub fn expose(&self) -> &str {
        &self.0
    }

    /// Whether there is nothing to hide or to send.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(REDACTED)
    }
}

impl fmt::Display for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(REDACTED)
    }
}

impl From<String> for Secret {
    fn from(value: String) -> Self {
        Self::new(value)
    }
}

/// Removes the credentials of a request from texts: an upstream may echo what it was sent.
#[derive(Debug, Clone, Default)]
pub(crate) struct Scrubber(Vec<Secret>);

impl Scrubber {
    pub(crate) fn new(token: Option<&Secret>) -> Self {
        Self(token.filter(|token| !token.is_empty()).cloned().into_iter().collect())
    }

    /// Also removes `secrets`.
    #[must_use]
    pub(crate) fn with(mut self, secrets: Vec<Secret>) -> Self {
        self.0.extend(secrets);
        // Where one secret holds another, the longer goes first, or a part of it would stay.
        self.0.sort_by_key(|secret| std::cmp::Reverse(secret.0.len()));
        self
    }

    /// `text` with every occurrence of a credential replaced. Scrub before shortening, or half of one may stay.
    pub(crate) fn scrub<'a>(&self, text: &'a str) -> Cow<'a, str> {
        self.0.iter().fold(Cow::Borrowed(text), |text, secret| {
            if text.contains(secret.expose()) {
                Cow::Owned(text.replace(secret.expose(), REDACTED))
            } else {
                text
            }
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_occurrence_goes_and_an_empty_token_changes_nothing() {
        let scrubber = Scrubber::new(Some(&Secret::new("ey.J")));
        assert_eq!(scrubber.scrub("Bearer ey.J, ey.J!"), "Bearer [redacted], [redacted]!");
        assert!(matches!(scrubber.scrub("eyxJ"), Cow::Borrowed("eyxJ")));
        assert_eq!(Scrubber::new(Some(&Secret::new(""))).scrub("ab"), "ab");
        let longer = vec![Secret::new("ey.JKL")];
        let both = Scrubber::new(Some(&Secret::new("ey.J"))).with(longer);
        assert_eq!(both.scrub("ey.JKL ey.JK"), "[redacted] [redacted]K");
        assert_eq!(Scrubber::new(None).scrub("ab"), "ab");
    }
}
