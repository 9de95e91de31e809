//! Credentials in elements of XML: `<password>…</password>`, `<wsse:Password
//! Type="…">…</wsse:Password>`.

use std::collections::HashMap;

use memchr::memchr_iter;

use super::names::Names;
use super::secret::REDACTED;
use super::text::Span;

/// The contents in `text` of elements with secret names, including nested elements.
pub(super) fn spans(text: &str, names: &Names) -> Vec<Span> {
    let mut spans: Vec<Span> = Vec::new();
    let mut ends = None;
    for at in memchr_iter(b'<', text.as_bytes()) {
        let done = spans.last().map_or(0, |span| span.range.end);
        let name = name(&text[at + 1..]);
        if at < done || name.is_empty() || !names.is_secret(name) {
            continue;
        }
        let Some(start) = content_start(text, at + 1 + name.len()) else { continue };
        let ends = ends.get_or_insert_with(|| Ends::of(text));
        let end = ends.after(name, start).unwrap_or_else(|| cut_end(text, start));
        if start < end {
            spans.push(Span { range: start..end, mark: REDACTED.to_owned() });
        }
    }
    spans
}

/// The positions of end tags, by name. Each name is looked for once, as its end tag may be missing.
struct Ends<'t>(HashMap<&'t str, Vec<usize>>);

impl<'t> Ends<'t> {
    fn of(text: &'t str) -> Self {
        let mut ends: HashMap<_, Vec<_>> = HashMap::new();
        for (at, tag) in text.match_indices("</") {
            ends.entry(name(&text[at + tag.len()..])).or_default().push(at);
        }
        Self(ends)
    }

    fn after(&self, name: &str, start: usize) -> Option<usize> {
        let ends = self.0.get(name)?;
        ends.get(ends.partition_point(|at| *at < start)).copied()
    }
}

/// The name of the element whose tag continues with `text` after its `<` or `</`.
pub(super) fn name(text: &str) -> &str {
    let is_name = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-' | '.' | ':');
    &text[..text.find(|c| !is_name(c)).unwrap_or(text.len())]
}

/// Where the content of the element whose name ends at `name_end` begins. No attribute has a `<`.
fn content_start(text: &str, name_end: usize) -> Option<usize> {
    let attributes = &text[name_end..];
    let len = attributes.find(['<', '>'])?;
    let is_tag = attributes[len..].starts_with('>') && !attributes[..len].ends_with('/');
    is_tag.then_some(name_end + len + 1)
}

/// The end of the content of an element without an end tag: the next tag or the end of the line. In
/// `send <token> along`, the name itself is meant.
fn cut_end(text: &str, start: usize) -> usize {
    let content = &text[start..];
    if content.starts_with(char::is_whitespace) {
        return start;
    }
    start + content.find(['<', '\r', '\n']).unwrap_or(content.len())
}
