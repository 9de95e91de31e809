//! Texts of others' on a line of ours, such as a log's or a terminal's: nothing in them ends the line, moves the cursor,
//! changes colours, or turns the direction of reading.

use std::borrow::Cow;

/// Whether whoever shows `c` may act on it instead: control characters, line and paragraph separators, and marks that
/// turn or hide text (Unicode TR 36, §2.5).
fn is_unsafe(c: char) -> bool {
    c.is_control()
        || matches!(c,
            '\u{61C}' | '\u{180E}' | '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{206F}'
            | '\u{FEFF}' | '\u{FFF9}'..='\u{FFFB}' | '\u{E0000}'..='\u{E007F}')
}

/// Whether [`escaped`] leaves `text` as it is.
#[must_use]
pub fn is_plain(text: &str) -> bool {
    !text.chars().any(is_unsafe)
}

/// `text` on one line, with `\n`, `\u{1b}` and the like in place of what a terminal or a reader of logs would act on.
///
/// ```
/// assert_eq!(jobs_core::escape::escaped("a\x1b[31m\nb\u{2028}"), "a\\u{1b}[31m\\nb\\u{2028}");
/// assert_eq!(jobs_core::escape::escaped("日本"), "日本");
/// ```
#[must_use]
pub fn escaped(text: &str) -> Cow<'_, str> {
    if is_plain(text) {
        return Cow::Borrowed(text);
    }
    let mut safe = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        if is_unsafe(c) {
            safe.extend(c.escape_default());
        } else {
            safe.push(c);
        }
    }
    Cow::Owned(safe)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_left_that_anybody_would_act_on() {
        let hostile = "a\u{1b}]0;x\u{7}\r\n\u{9b}31m\u{85}\u{202e}b\u{2028}\u{2029}\u{2066}\u{200f}\u{feff}\u{e0041}\0";
        let safe = escaped(hostile);
        assert!(is_plain(&safe) && !is_plain(hostile), "{safe}");
        assert_eq!(safe.lines().count(), 1);
        assert_eq!(escaped("caf\u{e9} \"a\" \\n"), "caf\u{e9} \"a\" \\n");
    }
}
