//! Pieces of a text that every pass uses: spans to replace, words, and names.

use std::borrow::Cow;
use std::ops::Range;

use super::names::Names;
use super::secret::REDACTED;

/// How deep JSON may be nested in texts of JSON. Anything deeper is replaced whole.
pub(super) const TEXT_LEVELS_MAX: usize = 4;

/// A credential in a text, and what is put in its place.
pub(super) struct Span {
    pub(super) range: Range<usize>,
    pub(super) mark: String,
}

/// `text` with its spans replaced.
pub(super) fn replaced<'a>(text: Cow<'a, str>, spans: impl Fn(&str) -> Vec<Span>) -> Cow<'a, str> {
    let spans = spans(&text);
    if spans.is_empty() {
        return text;
    }
    let mut clean = String::new();
    let mut copied = 0;
    for Span { range, mark } in spans {
        clean.extend([&text[copied..range.start], &mark]);
        copied = range.end;
    }
    clean.push_str(&text[copied..]);
    if clean == *text { text } else { clean.into() }
}

/// The credentials at `found`, some of which may be nested.
pub(super) fn spans_of(mut found: Vec<Range<usize>>) -> Vec<Span> {
    found.sort_unstable_by_key(|range| (range.start, range.end));
    found.dedup();
    let mut spans: Vec<Span> = Vec::new();
    for range in found {
        match spans.last_mut() {
            Some(last) if range.start < last.range.end => {
                last.range.end = last.range.end.max(range.end);
            }
            _ => spans.push(Span { range, mark: REDACTED.to_owned() }),
        }
    }
    spans
}

pub(super) fn ends_word(c: char) -> bool {
    c.is_whitespace() || matches!(c, '"' | '\'' | '<' | '>' | '(' | ')' | '`')
}

/// A word without the punctuation at its end, which stays after a replaced value.
pub(super) fn bare_word(word: &str) -> &str {
    word.trim_end_matches(|c| ends_word(c) || matches!(c, '.' | ',' | ';' | ':'))
}

/// Where the name at the end of `text` stands, if there is one.
pub(super) fn bare_name(text: &str) -> Option<Range<usize>> {
    let is_part = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-' | '.');
    let start = text.trim_end_matches(is_part).len();
    (start < text.len()).then_some(start..text.len())
}

/// Whether `name`, which follows `before`, is secret, also after the letter of an escape, as in
/// `\npw: …`.
pub(super) fn is_secret_behind(before: &str, name: &str, names: &Names) -> bool {
    let of_escape = before.ends_with('\\').then(|| name.strip_prefix(['n', 'r', 't'])).flatten();
    names.is_secret(name) || of_escape.is_some_and(|name| names.is_secret(name))
}
