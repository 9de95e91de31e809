//! Credentials in quotes, or with a name in quotes: pieces of JSON, also truncated ones, Python
//! values, attributes.
//!
//! ```text
//! HTTP 401: {"token": "…"    {'password': b'…', 'user': 'vijay'}    <user password="…"/>    password => '…'
//! ```

use std::ops::Range;

use memchr::memchr2_iter;

use super::names::Names;
use super::plain::Plain;
use super::secret::REDACTED;
use super::text::{Span, bare_name, is_secret_behind};

pub(super) const QUOTES: [char; 3] = ['"', '\'', '`'];

/// The values in `text`, with their quotes, and the marks to put in their places.
pub(super) fn spans(text: &str, names: &Names) -> Vec<Span> {
    let mut spans: Vec<Span> = Vec::new();
    for at in memchr2_iter(b':', b'=', text.as_bytes()) {
        let done = spans.last().map_or(0, |span| span.range.end);
        if at < done {
            continue;
        }
        let Some(name) = QuotedName::before(&text[done..at]) else { continue };
        let value = &text[at + 1..];
        let value = value.strip_prefix(['=', '>']).unwrap_or(value).trim_start();
        // Checked first: values may be nested, and finding the end of each takes time.
        if !name.can_have(value) || !name.is_secret(names) {
            continue;
        }
        let len = value_len(value, name.quote);
        if len > 0 {
            let start = text.len() - value.len();
            let mark = name.mark(value, len);
            spans.push(Span { range: start..start + len, mark });
        }
    }
    spans
}

/// The value of a span without its quotes and their prefix, to be found elsewhere.
pub(super) fn content(value: &str) -> &str {
    let start = opening(value).map_or(0, |(before, quote)| before + quote.slashes + 1);
    let end = value.trim_end_matches(QUOTES).trim_end_matches('\\').len();
    value.get(start..end).unwrap_or_default()
}

/// A quote, with the backslashes that it has inside another text.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct Quote {
    byte: u8,
    slashes: usize,
}

impl Quote {
    /// The mark for a value in such quotes.
    fn mark(self) -> String {
        let quote = "\\".repeat(self.slashes) + char::from(self.byte).encode_utf8(&mut [0; 4]);
        format!("{quote}{REDACTED}{quote}")
    }
}

/// The mark for `value`, in its quotes if it has some.
pub(super) fn mark(value: &str) -> String {
    opening(value).map_or(REDACTED.to_owned(), |(_, quote)| quote.mark())
}

/// Whether `text` begins with a string in quotes.
pub(super) fn is_opened(text: &str) -> bool {
    opening(text).is_some()
}

/// A name before a `:` or `=`.
struct QuotedName<'t> {
    text: &'t str,
    /// What stands before it.
    before: &'t str,
    /// What ends it.
    quote: Option<Quote>,
}

impl<'t> QuotedName<'t> {
    fn before(text: &'t str) -> Option<Self> {
        let text = text.trim_end();
        let Some(inner) = text.strip_suffix(QUOTES) else {
            let name = bare_name(text)?;
            return Some(Self { before: &text[..name.start], text: &text[name], quote: None });
        };
        let slashes = inner.len() - inner.trim_end_matches('\\').len();
        let quote = Quote { byte: text.as_bytes()[inner.len()], slashes };
        let start = inner.rfind(QUOTES).map_or(0, |at| at + 1);
        Some(Self { before: &inner[..start], text: &inner[start..], quote: Some(quote) })
    }

    /// Whether it is secret, also when it is written with escapes.
    fn is_secret(&self, names: &Names) -> bool {
        let is_plainly = || names.is_secret(&String::from_utf8_lossy(&Plain::of(self.text).bytes));
        is_secret_behind(self.before, self.text, names) || self.text.contains('\\') && is_plainly()
    }

    /// Whether `value` is looked for here: `lines` finds bare values of bare names.
    fn can_have(&self, value: &str) -> bool {
        self.quote.is_some() || opening(value).is_some()
    }

    /// The mark for the value of length `len` that `value` begins with: in its quotes, or else in
    /// those of the name, unless a quote follows it.
    fn mark(&self, value: &str, len: usize) -> String {
        let is_alone = !value[len..].starts_with(QUOTES);
        let of_name = self.quote.filter(|quote| is_alone || quote.slashes > 0);
        let quote = opening(value).map(|(_, quote)| quote).or(of_name);
        quote.map_or(REDACTED.to_owned(), Quote::mark)
    }
}

/// The quote that opens `value`, and the length of the prefix before it, as in Python's `b'…'`.
fn opening(value: &str) -> Option<(usize, Quote)> {
    let prefix: Range<usize> = 0..value.bytes().take(2).take_while(is_prefix).count();
    let rest = &value[prefix.end..];
    let slashes = rest.len() - rest.trim_start_matches('\\').len();
    let byte = *rest.as_bytes().get(slashes)?;
    QUOTES.contains(&char::from(byte)).then_some((prefix.end, Quote { byte, slashes }))
}

fn is_prefix(byte: &u8) -> bool {
    matches!(byte.to_ascii_lowercase(), b'b' | b'u' | b'r' | b'f')
}

/// The length of the value that `text` begins with; all of the text, when it has no end. The value
/// is a string in quotes, an object, a list, a call (`Decimal('1')`), or words up to the end of the
/// line. A quote of the kind of `outer` with fewer backslashes ends the text around the value.
pub(super) fn value_len(text: &str, outer: Option<Quote>) -> usize {
    let tripled = ["\"\"\"", "'''"].into_iter().find(|quotes| text.starts_with(quotes));
    if let Some(quotes) = tripled {
        return text[3..].find(quotes).map_or(text.len(), |len| 3 + len + 3);
    }
    let bytes = text.as_bytes();
    let first = opening(text).map(|(before, quote)| before + quote.slashes);
    let mut depth = 0;
    let mut string = None::<Quote>;
    let mut slashes = 0;
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        let is_quote = QUOTES.contains(&char::from(byte));
        match (byte, string) {
            (b'\\', _) => {
                (slashes, at) = (slashes + 1, at + 1);
                continue;
            }
            _ if is_quote
                && outer.is_some_and(|outer| outer.byte == byte && slashes < outer.slashes) =>
            {
                return at - slashes;
            }
            (_, Some(quote))
                if byte == quote.byte && slashes % (2 * quote.slashes + 2) == quote.slashes =>
            {
                // SQL and YAML double a quote in a string.
                if quote.slashes == 0 && bytes.get(at + 1) == Some(&byte) {
                    at += 1;
                } else if depth == 0 {
                    return at + 1;
                } else {
                    string = None;
                }
            }
            (_, Some(_)) => {}
            _ if is_quote && (depth > 0 || first == Some(at)) => {
                string = Some(Quote { byte, slashes });
            }
            _ if is_quote => return at - slashes,
            (b'{' | b'[' | b'(', _) => depth += 1,
            (b'}' | b']' | b')', _) if depth == 1 => return at + 1,
            (b'}' | b']' | b')', _) if depth > 1 => depth -= 1,
            (b'}' | b']' | b')' | b',' | b'\r' | b'\n', _) if depth == 0 => {
                return text[..at].trim_end().len();
            }
            _ => {}
        }
        (slashes, at) = (0, at + 1);
    }
    text.len()
}
