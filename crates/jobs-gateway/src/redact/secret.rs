//! A credential in memory: it can be sent, and cannot be shown by accident.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::fmt;
use std::ops::Range;
use std::sync::Arc;

use aho_corasick::{AhoCorasick, AhoCorasickKind, MatchKind};
use memchr::memmem::Finder;

use super::plain::{Plain, may_be_escaped};

/// The mark in a record for something that must not be recorded.
pub const REDACTED: &str = "[redacted]";

/// A shorter credential is not searched for in texts. Six letters and digits turn up by chance in
/// one of 500,000 texts of 4 KiB (4096 / 36^6), and four in one of 400; a token `t` would riddle
/// every record with marks.
const BYTES_MIN: usize = 6;

/// The most bytes of credentials that a request may hold, repeats not counted. An automaton
/// searches for all at once, and takes some 30 bytes for each byte; the longest tokens seen have 4
/// KiB.
pub(super) const BYTES_MAX: usize = 64 << 10;

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

/// The credentials of a request, each once, to be searched for in what comes back: an upstream may
/// echo them.
#[derive(Default)]
pub(crate) struct Secrets {
    texts: BTreeSet<Box<str>>,
    bytes: usize,
}

impl Secrets {
    /// Adds `text`, unless it is too short to be searched for, a part of our own mark, or already
    /// known.
    pub(crate) fn add(&mut self, text: &str) {
        let is_unfit = text.len() < BYTES_MIN || REDACTED.contains(text);
        if is_unfit || self.is_too_much() || self.texts.contains(text) {
            return;
        }
        self.bytes += text.len();
        // Otherwise the request is refused, and a huge text need not be copied first.
        if !self.is_too_much() {
            self.texts.insert(text.into());
        }
    }

    /// Whether the request holds more than [`BYTES_MAX`].
    pub(crate) fn is_too_much(&self) -> bool {
        self.bytes > BYTES_MAX
    }

    /// A scrubber that finds them, as they are and with their escapes undone.
    pub(crate) fn scrubber(&self) -> Scrubber {
        let plain = self.texts.iter().map(|text| Plain::of(text).bytes);
        let plain = plain.filter(|bytes| bytes.len() >= BYTES_MIN);
        let patterns: BTreeSet<Vec<u8>> =
            self.texts.iter().map(|text| text.as_bytes().to_vec()).chain(plain).collect();
        let search = match patterns.first() {
            None => return Scrubber::default(),
            Some(only) if patterns.len() == 1 => {
                Search::One(Box::new(Finder::new(only).into_owned()))
            }
            Some(_) => Search::Many(automaton(&patterns)),
        };
        Scrubber(Some(Arc::new(search)))
    }
}

fn automaton(patterns: &BTreeSet<Vec<u8>>) -> AhoCorasick {
    AhoCorasick::builder()
        .match_kind(MatchKind::LeftmostLongest)
        // The smallest kind: that of a token of 4 KiB takes 100 KiB.
        .kind(Some(AhoCorasickKind::ContiguousNFA))
        .build(patterns)
        .expect("twice 64 KiB of patterns are far from the limits of the automaton")
}

/// How the credentials of a request are searched for. Most requests have one, for which building an
/// automaton would take longer than the search.
enum Search {
    One(Box<Finder<'static>>),
    Many(AhoCorasick),
}

impl Search {
    /// Where they are in `text`: the longest where several begin, and none within another.
    fn find(&self, text: &[u8]) -> Vec<Range<usize>> {
        match self {
            Self::One(finder) => {
                let length = finder.needle().len();
                finder.find_iter(text).map(|at| at..at + length).collect()
            }
            Self::Many(automaton) => automaton.find_iter(text).map(|found| found.range()).collect(),
        }
    }
}

/// Removes the credentials of a request from texts. Cheap to clone.
#[derive(Clone, Default)]
pub(crate) struct Scrubber(Option<Arc<Search>>);

/// Hides what it finds.
impl fmt::Debug for Scrubber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(if self.0.is_some() { "Scrubber(…)" } else { "Scrubber" })
    }
}

impl Scrubber {
    /// `text` with every occurrence of a credential replaced, also where it is escaped as in JSON
    /// or in URLs. Scrub before shortening, or half of one may remain; and only once, or a mark may
    /// be taken for a credential.
    ///
    /// A mark replaces at least 6 bytes and never adjoins another, so the result is at most 11 / 7
    /// as long.
    pub(crate) fn scrub<'a>(&self, text: &'a str) -> Cow<'a, str> {
        let Some(search) = &self.0 else { return Cow::Borrowed(text) };
        let mut found = search.find(text.as_bytes());
        if may_be_escaped(text) {
            let plain = Plain::of(text);
            let escaped = search.find(&plain.bytes);
            found.extend(escaped.into_iter().map(|range| plain.place_in(text, range)));
            found.sort_unstable_by_key(|range| range.start);
        }
        marked(text, &found)
    }
}

/// `text` with a mark for each of `ranges`, which are in order; adjoining ones share a mark.
fn marked<'a>(text: &'a str, ranges: &[Range<usize>]) -> Cow<'a, str> {
    let Some(first) = ranges.first() else { return Cow::Borrowed(text) };
    let mut clean = text[..text.floor_char_boundary(first.start)].to_owned();
    clean.push_str(REDACTED);
    let mut end = first.end;
    for range in &ranges[1..] {
        if range.start > end {
            let between = text.ceil_char_boundary(end)..text.floor_char_boundary(range.start);
            clean.push_str(text.get(between).unwrap_or_default());
            clean.push_str(REDACTED);
        }
        end = end.max(range.end);
    }
    clean.push_str(&text[text.ceil_char_boundary(end)..]);
    Cow::Owned(clean)
}

#[cfg(test)]
pub(crate) mod tests {
    use proptest::prelude::*;

    use super::*;

    pub(crate) fn scrubber(texts: &[&str]) -> Scrubber {
        let mut secrets = Secrets::default();
        texts.iter().for_each(|text| secrets.add(text));
        secrets.scrubber()
    }

    #[test]
    fn every_occurrence_goes_and_the_longest_of_several() {
        let token = scrubber(&["ey.JKL"]);
        assert_eq!(token.scrub("Bearer ey.JKL, ey.JKL!"), "Bearer [redacted], [redacted]!");
        assert!(matches!(token.scrub("eyxJKL"), Cow::Borrowed("eyxJKL")));
        let both = scrubber(&["ey.JKL", "ey.JKLMN"]);
        assert_eq!(both.scrub("ey.JKLMN ey.JKLM"), "[redacted] [redacted]M");
        assert_eq!(scrubber(&[]).scrub("ab"), "ab");
    }

    #[test]
    fn short_ones_are_let_be_and_marks_neither_nest_nor_pile_up() {
        assert_eq!(scrubber(&["", "t", "token"]).scrub("a token t"), "a token t");
        let marks = scrubber(&["redacted", "[redacted]", "hunter2"]);
        assert_eq!(marks.scrub("hunter2hunter2 redacted"), "[redacted] redacted");
        assert_eq!(marks.scrub(&marks.scrub("hunter2")), "[redacted]");
    }

    #[test]
    fn escapes_of_json_and_urls_hide_nothing() {
        for (secret, echoes) in [
            (
                "ey/J+k/L=",
                &[
                    r"ey\/J+k\/L=",
                    "ey%2FJ%2Bk%2FL%3D",
                    "ey%2fJ%2bk%2fL%3d",
                    r"ey\u002FJ\u002bk/L\u003d",
                ][..],
            ),
            (
                "hun\"ter 2",
                &[
                    r#"hun\"ter 2"#,
                    r#"hun\\\"ter 2"#,
                    "hun%22ter+2",
                    "hun%22ter%202",
                    "hun%2522ter%25202",
                ],
            ),
            ("back\\slash", &[r"back\\slash", r"back\\\\slash", "back%5Cslash", "back%5cslash"]),
            ("pässwörd😀", &[r"p\u00e4ssw\u00F6rd\ud83d\uDE00", "p%C3%A4ssw%c3%b6rd%F0%9F%98%80"]),
            (
                "line one\nline two",
                &[r"line one\nline two", r"line one\\nline two", "line+one%0Aline+two"],
            ),
            (
                "100%41+per cent",
                &["100%2541%2Bper+cent", "100%2541%2Bper%20cent", "100%41+per cent"],
            ),
        ] {
            for echo in echoes {
                let text = format!("<{echo}> and {echo}.");
                assert_eq!(scrubber(&[secret]).scrub(&text), "<[redacted]> and [redacted].");
            }
        }
    }

    #[test]
    fn what_stands_around_an_escaped_one_stays() {
        let scrubber = scrubber(&["hun\"ter2"]);
        let text = r#"{\"a\":\"hun\\\"ter2\",\"b\":\"50% + ä\"}"#;
        assert_eq!(scrubber.scrub(text), r#"{\"a\":\"[redacted]\",\"b\":\"50% + ä\"}"#);
    }

    #[test]
    fn repeats_count_once_and_too_much_is_not_even_kept() {
        let mut secrets = Secrets::default();
        (0..100_000).for_each(|_| secrets.add("one and the same"));
        assert!(!secrets.is_too_much() && secrets.texts.len() == 1);
        secrets.add(&"x".repeat(BYTES_MAX));
        assert!(secrets.is_too_much() && secrets.texts.len() == 1);
    }

    #[test]
    fn thousands_are_found_in_one_pass() {
        let texts: Vec<String> = (0..4_000).map(|n| format!("secret {n:04}")).collect();
        let scrubber = scrubber(&texts.iter().map(String::as_str).collect::<Vec<_>>());
        let text = texts.join("\\\", ");
        assert_eq!(scrubber.scrub(&text), ["[redacted]"; 4_000].join("\\\", "));
    }

    proptest! {
        #[test]
        fn whatever_escapes_it_the_secret_is_found_and_any_text_is_read(
            secret in "[a-zA-Z0-9%+/\\\\\" äß😀\n]{12,20}",
            around in "[ -~ä]{0,10}",
        ) {
            let json = serde_json::to_string(&secret).unwrap();
            let form: String = url::form_urlencoded::byte_serialize(secret.as_bytes()).collect();
            let scrubber = scrubber(&[&secret]);
            for echo in [secret.as_str(), &json[1..json.len() - 1], &form] {
                let text = format!("{around} <{echo}> {around}");
                let clean = scrubber.scrub(&text).into_owned();
                prop_assert!(clean.contains(REDACTED), "{} in {}", secret, text);
                prop_assert!(!clean.contains(echo), "{} in {}", secret, clean);
            }
        }
    }
}
