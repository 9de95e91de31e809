//! Credentials beside their names in XML and HTML: `<add name="password" value="…"/>`,
//! `<key>password</key><string>…</string>`.

use std::ops::Range;

use memchr::memchr_iter;

use super::names::Names;
use super::text::{Span, bare_name, spans_of};
use super::{elements, pairs};

/// The values in `text`.
pub(super) fn spans(text: &str, names: &Names) -> Vec<Span> {
    let mut found: Vec<Range<usize>> = Vec::new();
    for at in memchr_iter(b'<', text.as_bytes()) {
        let start = at + 1;
        let end = start + tag_len(&text[start..]);
        let attributes = Attributes { text: &text[..end], at: start };
        let is_named = attributes
            .clone()
            .any(|(name, value)| pairs::names_credential(name, &text[value], names));
        if is_named {
            found.extend(
                attributes.filter(|(name, _)| pairs::is_value(name)).map(|(_, value)| value),
            );
        } else if pairs::is_name(elements::name(&text[start..])) {
            found.extend(next_content(text, end, names));
        }
    }
    spans_of(found)
}

/// The length of the tag that continues with `text` after its `<`: up to its `>`, or to a `<`
/// outside quotes. So no place is read for more than three of the `<` before it: the last one if it
/// is outside quotes, and one more for each kind of quotes.
fn tag_len(text: &str) -> usize {
    let mut quote = None;
    let ends = |(_, byte): &(usize, u8)| {
        match (quote, byte) {
            (None, b'<' | b'>') => return true,
            (None, b'"' | b'\'') => quote = Some(*byte),
            (Some(open), byte) if open == *byte => quote = None,
            _ => {}
        }
        false
    };
    text.bytes().enumerate().find(ends).map_or(text.len(), |(at, _)| at)
}

/// The names of attributes in quotes, and where their values stand.
#[derive(Clone)]
struct Attributes<'t> {
    /// Up to the end of the tag.
    text: &'t str,
    at: usize,
}

impl<'t> Iterator for Attributes<'t> {
    type Item = (&'t str, Range<usize>);

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            let equals = self.at + self.text[self.at..].find('=')?;
            let before = self.text[self.at..equals].trim_end();
            let value = self.text[equals + 1..].trim_start();
            let start = self.text.len() - value.len();
            self.at = start;
            let Some(quote) = value.chars().next().filter(|c| matches!(c, '"' | '\'')) else {
                continue;
            };
            // A truncated value has no end.
            let len = value[1..].find(quote).unwrap_or(value.len() - 1);
            let range = start + 1..start + 1 + len;
            self.at = self.text.len().min(range.end + 1);
            if let Some(name) = bare_name(before) {
                return Some((&before[name], range));
            }
        }
    }
}

/// Where the content of the next element is, if the one whose tag ends at `end` names a credential.
fn next_content(text: &str, end: usize, names: &Names) -> Option<Range<usize>> {
    let content = text[end..].strip_prefix('>')?;
    let (name, rest) = content.split_once('<')?;
    if name.trim().is_empty() || !names.is_secret(name.trim()) {
        return None;
    }
    let (tag, rest) = rest.strip_prefix('/')?.split_once('>')?;
    let next = rest.trim_start().strip_prefix('<').filter(|next| !next.starts_with('/'))?;
    let value = &next[next.find('>')? + 1..];
    let start = text.len() - value.len();
    let len = value.find('<').unwrap_or(value.len());
    (!tag.contains('<')).then_some(start..start + len)
}
