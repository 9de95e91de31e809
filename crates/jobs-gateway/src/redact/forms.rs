//! Credentials in the parts of a form.
//!
//! ```text
//! Content-Disposition: form-data; name="password"
//!
//! …
//! --boundary
//! ```

use std::ops::Range;

use super::names::Names;
use super::secret::REDACTED;
use super::text::Span;

/// The most headers of a part after the one with its name.
const HEADERS_MAX: usize = 8;

/// The contents in `text` of parts with secret names.
pub(super) fn spans(text: &str, names: &Names) -> Vec<Span> {
    let mut spans: Vec<Span> = Vec::new();
    // Found once for each line, however many names it has.
    let mut line_end = 0;
    let mut content = None;
    for (at, name) in text.match_indices("name=\"") {
        let done = spans.last().map_or(0, |span| span.range.end);
        let name = text[at + name.len()..].split(['"', '\n', '<']).next().unwrap_or_default();
        if at < done || !names.is_secret(name) {
            continue;
        }
        if line_end <= at {
            line_end = text[at..].find('\n').map_or(text.len(), |len| at + len + 1);
            content = content_behind(text, line_end);
        }
        if let Some(range) = content.take() {
            spans.push(Span { range, mark: REDACTED.to_owned() });
        }
    }
    spans
}

/// The content of the part with a header that ends at `at`: what follows an empty line.
fn content_behind(text: &str, at: usize) -> Option<Range<usize>> {
    let mut start = at;
    for line in text[at..].split_inclusive('\n').take(HEADERS_MAX + 1) {
        start += line.len();
        if line.trim_end().is_empty() {
            let content = &text[start..];
            let content = content[..content.find("\n--").unwrap_or(content.len())].trim_end();
            return (!content.is_empty()).then_some(start..start + content.len());
        }
        line.split_once(':').filter(|(name, _)| name.len() <= 64)?;
    }
    None
}
