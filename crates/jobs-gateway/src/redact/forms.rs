//! Credentials in the parts of a form.
//!
//! ```text
//! Content-Disposition: form-data; name="password"
//!
//! …
//! --boundary
//! ```

use super::Span;
use super::names::Names;
use crate::secret::REDACTED;

/// How many headers a part has at most behind the one with its name.
const HEADERS_MAX: usize = 8;

/// The contents in `text` of parts with secret names.
pub(super) fn spans(text: &str, names: &Names) -> Vec<Span> {
    let mut spans: Vec<Span> = Vec::new();
    for (at, name) in text.match_indices("name=\"") {
        let done = spans.last().map_or(0, |span| span.range.end);
        let name_start = at + name.len();
        let name = text[name_start..].split(['"', '\n', '<']).next().unwrap_or_default();
        if at < done || !names.is_secret(name) {
            continue;
        }
        let Some(start) = content_start(text, name_start) else { continue };
        let content = &text[start..];
        let content = content[..content.find("\n--").unwrap_or(content.len())].trim_end();
        if !content.is_empty() {
            let range = start..start + content.len();
            spans.push(Span { range, mark: REDACTED.to_owned() });
        }
    }
    spans
}

/// Where the content of a part begins that has a header at `at`: behind an empty line.
fn content_start(text: &str, at: usize) -> Option<usize> {
    let mut lines = text[at..].split_inclusive('\n');
    let mut start = at + lines.next()?.len();
    for line in lines.take(HEADERS_MAX + 1) {
        start += line.len();
        if line.trim_end().is_empty() {
            return Some(start);
        }
        line.split_once(':').filter(|(name, _)| name.len() <= 64)?;
    }
    None
}
