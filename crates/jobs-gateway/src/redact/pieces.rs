//! Credentials in pieces of JSON: in a text around them, or cut off.

use std::borrow::Cow;

use super::is_secret;
use crate::plain::Plain;
use crate::secret::REDACTED;

/// `text`, which is no JSON, without the values of members with secret names in the JSON that is a part of it, or of
/// which it is a part: a name in quotes, and a colon.
pub(super) fn clean_members(text: &str) -> Cow<'_, str> {
    let (mut clean, mut copied, mut at) = (String::new(), 0, 0);
    while let Some(len) = text[at..].find('"') {
        let name = &text[at..at + len];
        at += len + 1;
        let Some(value) = text[at..].trim_start().strip_prefix(':').map(str::trim_start) else {
            continue;
        };
        // Asked first: values lie in each other, and are measured up to their ends.
        if !is_secret_in_json(name) {
            continue;
        }
        // In JSON inside a text, quotes have backslashes.
        let leading = value.len() - value.trim_start_matches('\\').len();
        let trailing = name.len() - name.trim_end_matches('\\').len();
        let slashes = if value[leading..].starts_with('"') { leading } else { trailing };
        let len = value_len(value, slashes);
        if len > 0 {
            let start = text.len() - value.len();
            let quote = &format!("{}\"", "\\".repeat(slashes));
            clean.extend([&text[copied..start], quote, REDACTED, quote]);
            copied = start + len;
            at = copied;
        }
    }
    clean.push_str(&text[copied..]);
    if clean == text { text.into() } else { clean.into() }
}

/// Whether the name of a member is secret, also when it is written with escapes.
fn is_secret_in_json(name: &str) -> bool {
    is_secret(name)
        || name.contains('\\') && is_secret(&String::from_utf8_lossy(&Plain::of(name).bytes))
}

/// The length of the JSON value, or the word, that `text` begins with: all of the text, when it has no end. Its quotes
/// have as many `slashes` before them; quotes inside of a string have more, and one with fewer ends the text around it.
fn value_len(text: &str, slashes: usize) -> usize {
    let (mut depth, mut in_string, mut seen) = (0, false, 0);
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            b'\\' => {
                seen += 1;
                continue;
            }
            b'"' if seen < slashes => return at - seen,
            b'"' if seen % (2 * slashes + 2) == slashes => {
                in_string = !in_string;
                if !in_string && depth == 0 {
                    return at + 1;
                }
            }
            _ if in_string => {}
            b'{' | b'[' => depth += 1,
            b'}' | b']' if depth == 1 => return at + 1,
            b'}' | b']' if depth > 1 => depth -= 1,
            b'}' | b']' | b',' if depth == 0 => return at,
            _ if depth == 0 && byte.is_ascii_whitespace() => return at,
            _ => {}
        }
        seen = 0;
    }
    text.len()
}
