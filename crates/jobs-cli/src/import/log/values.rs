//! The values of a line: `key=value | key="quoted | value"`.

use std::sync::LazyLock;

use regex::Regex;

/// What may follow a value: the end, or the next value.
static NEXT: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r"[ \t]*(?:\n|$|[ \t]\|[ \t]*[A-Za-z_][A-Za-z0-9_]*[ \t]*=)").ok());

/// The same, at the start of the text.
static NEXT_HERE: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"^[ \t]*(?:\n|$|[ \t]\|[ \t]*[A-Za-z_][A-Za-z0-9_]*[ \t]*=)").ok()
});

/// The key and the `=` of a value.
static KEY: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r"^[ \t]*\|?[ \t]*([A-Za-z_][A-Za-z0-9_]*)[ \t]*=").ok());

/// The values of a line, in order.
#[derive(Debug, Default)]
pub(super) struct Values(Vec<(String, String)>);

impl Values {
    /// Parses `text`; lines after the first are read only to the end of a quoted value.
    pub(super) fn of(text: &str) -> Self {
        let mut values = Vec::new();
        let mut rest = text;
        // If no quote closed one value, none closes a later one: looking again would take as long
        // each time.
        let mut unclosed = Vec::new();
        loop {
            let key = KEY.as_ref().and_then(|key| key.captures(rest));
            let Some((head, name)) = key.and_then(|key| Some((key.get(0)?, key.get(1)?))) else {
                // Something without a key; values may follow it.
                rest = &rest[next_at(rest)..];
                if rest.is_empty() || !has_key(rest) {
                    break;
                }
                continue;
            };
            let name = name.as_str().to_ascii_lowercase();
            rest = &rest[head.end()..];
            let (value, length) = quoted(rest, &mut unclosed).unwrap_or_else(|| plain(rest));
            values.push((name, value));
            rest = &rest[length..];
        }
        Self(values)
    }

    /// The first value of `key`; `None` when it is empty.
    pub(super) fn get(&self, key: &str) -> Option<&str> {
        let found = self.0.iter().find(|(name, _)| name == key);
        found.map(|(_, value)| value.as_str()).filter(|value| !value.is_empty())
    }

    /// Whether there is a value of `key`, even an empty one.
    pub(super) fn has(&self, key: &str) -> bool {
        self.0.iter().any(|(name, _)| name == key)
    }

    pub(super) fn last(&self) -> Option<&str> {
        self.0.last().map(|(_, value)| value.as_str())
    }

    pub(super) fn drop_last(&mut self) {
        self.0.pop();
    }
}

fn has_key(text: &str) -> bool {
    KEY.as_ref().is_some_and(|key| key.is_match(text))
}

/// The place in `text` of what may follow a value.
fn next_at(text: &str) -> usize {
    let found = NEXT.as_ref().and_then(|next| next.find(text));
    found.map_or(text.len(), |found| found.start())
}

/// A value up to the next one or the end of the line, and its length.
fn plain(text: &str) -> (String, usize) {
    let length = next_at(text);
    (text[..length].trim().to_owned(), length)
}

/// A value in quotes and its length; `None` if no quote closes it, which `unclosed` remembers. A
/// quote that is not followed by what may follow a value is a part of the value.
fn quoted(text: &str, unclosed: &mut Vec<char>) -> Option<(String, usize)> {
    let mut chars = text.char_indices().skip_while(|(_, c)| matches!(c, ' ' | '\t'));
    let (_, quote) = chars.next().filter(|(_, c)| matches!(c, '"' | '\''))?;
    if unclosed.contains(&quote) {
        return None;
    }
    let mut value = String::new();
    while let Some((at, c)) = chars.next() {
        match c {
            '\\' => match chars.next().map_or('\\', |(_, c)| c) {
                'n' => value.push('\n'),
                'r' => value.push('\r'),
                't' => value.push('\t'),
                c @ ('"' | '\'' | '\\' | '/') => value.push(c),
                c => value.extend(['\\', c]),
            },
            c if c == quote && ends_at(&text[at + 1..]) => return Some((value, at + 1)),
            c => value.push(c),
        }
    }
    unclosed.push(quote);
    None
}

/// Whether `text` begins with what may follow a value.
fn ends_at(text: &str) -> bool {
    NEXT_HERE.as_ref().is_some_and(|next| next.is_match(text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[(&str, &str)]) {
        let values = Values::of(text);
        let found: Vec<_> =
            values.0.iter().map(|(key, value)| (key.as_str(), value.as_str())).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn values_may_hold_what_separates_them() {
        check("user=vijay | action=Trans-Begin", &[("user", "vijay"), ("action", "Trans-Begin")]);
        check(" | A=1|b=2 |c = 3  ", &[("a", "1|b=2"), ("c", "3")]);
        check(
            "note=remote success | but no job | b=2",
            &[("note", "remote success | but no job"), ("b", "2")],
        );
        check(
            r#"error="a | b=c \"d\" \\ e\n" | f=1"#,
            &[("error", "a | b=c \"d\" \\ e\n"), ("f", "1")],
        );
        check(r#"error="said "no" twice" | f=1"#, &[("error", "said \"no\" twice"), ("f", "1")]);
        check("error='it''s | a=b' | f=\"\"", &[("error", "it''s | a=b"), ("f", "")]);
        check("error=\"two\nlines\" | f=1", &[("error", "two\nlines"), ("f", "1")]);
        check(
            "a=x=y&z=1 | b=https://a.test/?c=d",
            &[("a", "x=y&z=1"), ("b", "https://a.test/?c=d")],
        );
    }

    #[test]
    fn what_is_cut_ends_with_the_line() {
        check("error=\"never closed | f=1", &[("error", "\"never closed"), ("f", "1")]);
        check("error=\"never closed\nTraceback", &[("error", "\"never closed")]);
        check("a=1\nTraceback | b=2", &[("a", "1")]);
        for text in ["", "|", "no key", "=", "a", "\u{fffd}=1"] {
            check(text, &[]);
        }
        check("a=", &[("a", "")]);
        check("NONE | b=2 | nothing | c=3", &[("b", "2 | nothing"), ("c", "3")]);
        assert_eq!(Values::of("a= | b=2").get("a"), None);
        check("a=\"\\", &[("a", "\"\\")]);
    }

    /// Each is quick; if the rest of the line were read again at each quote, it would take hours.
    #[test]
    fn a_long_line_full_of_quotes_is_read() {
        const LONG: usize = 1 << 20;
        for (part, count) in [
            ("\"", 1),
            ("'", 1),
            ("a\" ", 1),
            ("\\\"\"", 1),
            ("x | a=\"b", LONG / 8),
            ("b | a='b", LONG / 8),
        ] {
            let text = format!("error=\"{}", part.repeat(LONG / part.len()));
            let found = Values::of(&text).0.len();
            assert!(found >= count, "{part}: {found}");
        }
    }

    #[test]
    fn the_first_of_a_key_counts() {
        assert_eq!(Values::of("job_id=NONE | error=x | job_id=7").get("job_id"), Some("NONE"));
    }
}
