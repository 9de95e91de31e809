//! Escapes untrusted text for one line of a log or a terminal: nothing in it ends the line, moves
//! the cursor, changes colours, or turns the direction of reading. Quotes paths in commands that we
//! propose.

use std::borrow::Cow;
use std::path::Path;

/// Whether a terminal may act on `c` instead of showing it: control characters, line and paragraph
/// separators, and marks that turn or hide text (Unicode TR 36, §2.5).
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

/// `text` on one line, with `\n`, `\u{1b}` and the like in place of what a terminal or a reader of
/// logs would act on.
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

/// `path` as one word of a command for a POSIX shell, which is never taken for an option.
///
/// ```
/// use jobs_core::escape::shell_word;
///
/// assert_eq!(shell_word("/srv/jobs".as_ref()), "/srv/jobs");
/// assert_eq!(shell_word("/srv/Bob's jobs".as_ref()), r"'/srv/Bob'\''s jobs'");
/// assert_eq!(shell_word("-jobs".as_ref()), "./-jobs");
/// ```
#[must_use]
pub fn shell_word(path: &Path) -> String {
    let text = path.to_string_lossy();
    let text = if text.starts_with('-') { format!("./{text}").into() } else { text };
    let is_plain = |c: char| c.is_ascii_alphanumeric() || "_./-".contains(c);
    if !text.is_empty() && text.chars().all(is_plain) {
        return text.into_owned();
    }
    format!("'{}'", text.replace('\'', r"'\''"))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A shell reads any path back unchanged.
    #[cfg(unix)]
    #[test]
    fn a_shell_reads_a_path_as_it_is() {
        let mut paths: Vec<String> = ('\u{1}'..='\u{7f}').map(|c| format!("a{c}b")).collect();
        for path in
            ["", "-rf", "~", "~root/x", "a b  c", "$(id)", "`id`", "it's", "''", "日本", "a\u{a0}b"]
        {
            paths.push(path.to_owned());
            paths.push(format!("/srv/{path}"));
        }
        for path in paths {
            let word = shell_word(path.as_ref());
            let script = format!("printf '%s.' {word}");
            let read = std::process::Command::new("sh").arg("-c").arg(&script).output().unwrap();
            let expected = if path.starts_with('-') { format!("./{path}") } else { path };
            assert_eq!(String::from_utf8(read.stdout).unwrap(), format!("{expected}."), "{script}");
        }
    }

    #[test]
    fn nothing_is_left_that_anybody_would_act_on() {
        let hostile = "a\u{1b}]0;x\u{7}\r\n\u{9b}31m\u{85}\u{202e}b\u{2028}\u{2029}\u{2066}\u{200f}\u{feff}\u{e0041}\0";
        let safe = escaped(hostile);
        assert!(is_plain(&safe) && !is_plain(hostile), "{safe}");
        assert_eq!(safe.lines().count(), 1);
        assert_eq!(escaped("caf\u{e9} \"a\" \\n"), "caf\u{e9} \"a\" \\n");
    }
}
