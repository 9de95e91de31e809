//! Credentials without quotes after their names: headers, YAML, settings, and words of a log.
//!
//! ```text
//! Authorization: Bearer …        password: …            token=… user=vijay        -H 'Cookie: …'
//! ```
//!
//! The end of the value depends on where the name stands: at the beginning of a line, in quotes, in
//! a list, or between words.

use std::ops::Range;

use memchr::memchr2_iter;

use super::names::Names;
use super::quoted::value_len;
use super::secret::REDACTED;
use super::text::{Span, bare_name, bare_word, ends_word, is_secret_behind};

/// What stands before a credential in `Authorization`, and is not one itself.
const SCHEMES: [&str; 10] = [
    "bearer",
    "basic",
    "digest",
    "token",
    "apikey",
    "negotiate",
    "ntlm",
    "hawk",
    "bot",
    "aws4-hmac-sha256",
];

/// The values in `text`.
pub(super) fn spans(text: &str, names: &Names) -> Vec<Span> {
    let (mut spans, mut line_end): (Vec<Span>, _) = (Vec::new(), 0);
    for at in memchr2_iter(b':', b'=', text.as_bytes()) {
        let done = spans.last().map_or(0, |span| span.range.end);
        if at < done {
            continue;
        }
        // Found once for each line, however many names it has.
        if line_end <= at {
            line_end = at + text[at..].find(['\n', '\r']).unwrap_or(text.len() - at);
        }
        let Some(found) = NamedValue::at(text, done, at, line_end) else { continue };
        if !is_secret_behind(found.before, found.name, names) || found.is_host(names) {
            continue;
        }
        let len = found.value_len();
        if len > 0 {
            let start = text.len() - found.value.len();
            // A value that began on the next line moves to the name's line.
            let space = if found.is_parted || !found.line.is_empty() { "" } else { " " };
            spans.push(Span { range: start..start + len, mark: format!("{space}{REDACTED}") });
        } else if let Some(value) = found.next_line() {
            let start = text.len() - value.len();
            let range = start..start + value.lines().next().unwrap_or_default().trim_end().len();
            spans.push(Span { range, mark: REDACTED.to_owned() });
        }
    }
    spans
}

/// A name, and the text that begins with its value.
struct NamedValue<'t> {
    name: &'t str,
    /// What stands before the name, back to the previous value.
    before: &'t str,
    separator: u8,
    /// The text after the separator and its space, …
    value: &'t str,
    /// … and the part of it that stands on the same line.
    line: &'t str,
    is_parted: bool,
}

impl<'t> NamedValue<'t> {
    /// The name and value around the separator at `at`, if there are any.
    fn at(text: &'t str, done: usize, at: usize, line_end: usize) -> Option<Self> {
        let before = text[done..at].trim_end_matches([' ', '\t']);
        let (before, name) = match bare_name(before) {
            Some(name) => (before, name),
            None => complex_key(before)?,
        };
        let (before, name) = (&text[..done + name.start], &before[name]);
        let after = &text[at + 1..];
        if after.starts_with(':') || after.starts_with("//") {
            return None;
        }
        let after = after.strip_prefix(['=', '>']).unwrap_or(after);
        let value = after.trim_start_matches([' ', '\t']);
        let line = &value[..line_end.saturating_sub(text.len() - value.len())];
        let separator = text.as_bytes()[at];
        let is_parted = value.len() < after.len();
        Some(Self { name, before, separator, value, line, is_parted })
    }

    /// Whether it is a host with its port, `token-service:8080`.
    fn is_host(&self, names: &Names) -> bool {
        let port = self.value.bytes().take_while(u8::is_ascii_digit).count();
        // As in `token-service`; `x-api-key` ends in the name of a credential.
        let is_of_host = || {
            self.name
                .rsplit_once(['.', '-'])
                .is_some_and(|(first, last)| names.is_secret(first) && !names.is_secret(last))
        };
        let may_be_host = self.before.ends_with("//") || self.before.ends_with('@') || is_of_host();
        let mut after = self.value[port..].trim_start_matches(['.', '?']).chars();
        let ends = after.next().is_none_or(|c| c.is_whitespace() || "/#,;:)]}>\"'`".contains(c));
        self.separator == b':' && !self.is_parted && may_be_host && (1..=5).contains(&port) && ends
    }

    /// The text from the next line on, if that line is a word and not a name: what was entered
    /// after a `Password:`.
    fn next_line(&self) -> Option<&'t str> {
        // Checked first: the next line may be long, and this one may have many names.
        if !self.line.trim_start().is_empty() {
            return None;
        }
        let rest = &self.value[self.line.len()..];
        let next = rest.trim_start();
        let line = next.lines().next().unwrap_or_default().trim_end();
        let is_word = !line.contains(char::is_whitespace)
            && !line.trim_end_matches('=').contains([':', '='])
            && !line.starts_with(['<', '-', '#', '[']);
        (!line.is_empty() && is_word).then_some(next)
    }

    fn value_len(&self) -> usize {
        let mut structure = 0;
        if self.value.starts_with(['{', '[']) {
            structure = value_len(self.value, None);
            // What follows it without a space belongs to it.
            structure += word_len(&self.value[structure..], |c| self.ends_word(c));
        }
        let plain = if self.separator == b'=' { self.setting_len() } else { self.field_len() };
        structure.max(plain)
    }

    fn ends_word(&self, c: char) -> bool {
        ends_word(c) || self.separator == b'=' && matches!(c, '&' | '#')
    }

    /// The length of a value after `=`: a word, or the rest of the line where the line is one
    /// setting.
    fn setting_len(&self) -> usize {
        let line = self.line;
        let word = word_len(line, |c| self.ends_word(c));
        let rest = &line[word..];
        let is_setting = || rest.starts_with([' ', '\t']) && !rest.contains('=');
        if self.indent().is_some() && is_setting() { line.trim_end().len() } else { word }
    }

    /// The length of a value after `:`.
    fn field_len(&self) -> usize {
        let line = self.line;
        let quote = self.before.chars().next_back();
        if let Some(quote) = quote.filter(|c| matches!(c, '"' | '\'' | '`')) {
            let quoted = line.split(quote).next().unwrap_or_default();
            return quoted.trim_end_matches('\\').trim_end().len();
        }
        if let Some(indent) = self.indent() {
            return block_len(self.value, line.len(), indent);
        }
        if Names::is_header(self.name) || self.before.ends_with('\\') {
            return line.trim_end().len();
        }
        if self.before.trim_end_matches([' ', '\t']).ends_with(['{', '[', '(', ',', ';']) {
            return item_len(line);
        }
        word_len(line, |c| self.ends_word(c))
    }

    /// The indent of the name in its line, if only marks such as `-` stand before it.
    fn indent(&self) -> Option<usize> {
        let marks = [' ', '\t', '-', '>', '<', '*', '#', '|', '+', '?'];
        let rest = self.before.trim_end_matches(marks);
        (rest.is_empty() || rest.ends_with(['\n', '\r'])).then(|| self.before.len() - rest.len())
    }
}

/// The name in the line at the end of `text`, where YAML writes a key as `? password`, with the
/// value on the next line after `:`.
fn complex_key(text: &str) -> Option<(&str, Range<usize>)> {
    let key = text.trim_end();
    let name = bare_name(key)?;
    let is_key = key[..name.start].trim_end_matches([' ', '\t']).ends_with('?');
    (key.len() < text.len() && is_key).then_some((key, name))
}

/// The length of a word, and of the next one if the first is not a credential but a scheme before
/// one.
fn word_len(line: &str, ends: impl Fn(char) -> bool) -> usize {
    let word = &line[..line.find(&ends).unwrap_or(line.len())];
    let rest = line[word.len()..].trim_start_matches([' ', '\t']);
    if SCHEMES.iter().any(|scheme| scheme.eq_ignore_ascii_case(word)) && !rest.is_empty() {
        let next = &rest[..rest.find(ends).unwrap_or(rest.len())];
        return line.len() - rest.len() + bare_word(next).len();
    }
    bare_word(word).len()
}

/// The length of an item of a list or a map in brackets.
fn item_len(line: &str) -> usize {
    let ends = |(at, c): (usize, char)| match c {
        '}' | ']' | ')' | ';' | '"' | '\'' => true,
        ',' => line[at + 1..].starts_with(char::is_whitespace),
        _ => false,
    };
    let end = line.char_indices().find(|found| ends(*found)).map_or(line.len(), |(at, _)| at);
    line[..end].trim_end().len()
}

/// The length of the rest of a line, and of the lines that continue it, as in YAML and in headers:
/// those that are indented further, or, where the line has no value, the items of a list.
fn block_len(text: &str, line: usize, indent: usize) -> usize {
    let has_value = !text[..line].trim().is_empty();
    let mut end = text[..line].trim_end().len();
    let mut at = line;
    while let Some(start) = text[at..].find('\n').map(|len| at + len + 1) {
        let next = &text[start..start + text[start..].find('\n').unwrap_or(text.len() - start)];
        let content = next.trim_start_matches([' ', '\t']);
        let depth = next.len() - content.len();
        let is_item = !has_value && depth == indent && content.starts_with("- ");
        if !content.trim().is_empty() {
            if depth <= indent && !is_item {
                break;
            }
            end = start + next.trim_end().len();
        }
        at = start;
    }
    end
}
