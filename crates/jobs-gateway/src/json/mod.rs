//! Reads JSON that other clients accept and `serde_json` alone does not.
//!
//! Python's `json` takes `NaN`, `Infinity`, `-Infinity` and half of a surrogate pair (`"\ud83d"`);
//! browsers take the last. JSON has no value for these: the first three are read as `null`, and the
//! half as U+FFFD.

mod reserved;
mod unique;

use std::borrow::Cow;

use icu_normalizer::ComposingNormalizerBorrowed;
use serde::de::{DeserializeSeed as _, Error as _};
use serde_json::{Deserializer, Map, Value};

pub use reserved::{ReservedName, check_member_names};
use unique::Repeats;
pub use unique::UniqueMembers;

/// The names that are not JSON, and are read as `null`.
const NO_NUMBERS: [&str; 3] = ["NaN", "Infinity", "-Infinity"];

/// The member that says whether there was success.
pub(crate) const SUCCESS: &str = "success";

const ESCAPE_LEN: usize = r"\uXXXX".len();

/// Reads `text`, strictly first.
///
/// # Errors
/// What is wrong with `text` as it is.
pub(crate) fn read(text: &str) -> serde_json::Result<Value> {
    check_member_names(text.as_bytes()).map_err(serde_json::Error::custom)?;
    read_strictly(text).or_else(|error| match normalised(text) {
        Cow::Borrowed(_) => Err(error),
        // An error other than those words says more.
        Cow::Owned(text) => {
            read_strictly(&text).map_err(|again| if again.is_data() { again } else { error })
        }
    })
}

/// The object or array that `text` is.
pub(crate) fn in_text(text: &str) -> Option<Value> {
    let may_be = text.trim_start().starts_with(['{', '[']);
    may_be.then(|| read(text).ok()).flatten()
}

/// `object` as JSON.
pub(crate) fn text_of(object: &Map<String, Value>) -> String {
    serde_json::to_string(object).expect("a map from strings to JSON values is always JSON")
}

/// Whether some reader takes the member `name` for `known`.
///
/// Go's `encoding/json` and many form readers compare without regard to case, also that of `ſ` (s)
/// and `ı` (i); others trim, drop `-` and `_`, end at a NUL, or read `cids[0]` as an item of
/// `cids`. Wide letters are letters to some (NFKC).
pub(crate) fn means(name: &str, known: &str) -> bool {
    let name = name.split('[').next().unwrap_or_default();
    let name = ComposingNormalizerBorrowed::new_nfkc().normalize(name);
    let folded = name.chars().flat_map(char::to_uppercase).flat_map(char::to_lowercase);
    folded.filter(|c| c.is_alphanumeric()).eq(known.chars())
}

/// If a member is given twice, the last one counts, as nearly everywhere. But two that disagree
/// about success are refused.
fn read_strictly(text: &str) -> serde_json::Result<Value> {
    let contradicts = |name: &str, first: &Value, then: &Value| {
        name.eq_ignore_ascii_case(SUCCESS) && first != then
    };
    let mut deserializer = Deserializer::from_str(text);
    let value = Repeats(contradicts).deserialize(&mut deserializer)?;
    deserializer.end().map(|()| value)
}

/// `text` as proper JSON.
fn normalised(text: &str) -> Cow<'_, str> {
    let mut normal = String::new();
    let mut copied = 0;
    let mut at = 0;
    let mut in_string = false;
    while let Some(byte) = text.as_bytes().get(at) {
        let (len, instead) = match byte {
            b'"' => {
                in_string = !in_string;
                (1, None)
            }
            b'\\' if in_string => escape(&text.as_bytes()[at..]),
            b'N' | b'I' | b'-' if !in_string => word(&text[at..]),
            _ => (1, None),
        };
        if let Some(instead) = instead {
            normal.extend([&text[copied..at], instead]);
            copied = at + len;
        }
        at += len;
    }
    if copied == 0 {
        return text.into();
    }
    (normal + &text[copied..]).into()
}

/// The length of the name that `text` begins with, and what stands for it.
fn word(text: &str) -> (usize, Option<&'static str>) {
    match NO_NUMBERS.iter().find(|name| text.starts_with(**name)) {
        Some(name) => (name.len(), Some("null")),
        None => (1, None),
    }
}

/// The length of the escape, or the pair of them, that `text` begins with, and what stands for half
/// a pair.
fn escape(text: &[u8]) -> (usize, Option<&'static str>) {
    match code_unit(text) {
        Some(0xd800..=0xdbff) => match text.get(ESCAPE_LEN..).and_then(code_unit) {
            Some(0xdc00..=0xdfff) => (2 * ESCAPE_LEN, None),
            _ => (ESCAPE_LEN, Some(r"\ufffd")),
        },
        Some(0xdc00..=0xdfff) => (ESCAPE_LEN, Some(r"\ufffd")),
        Some(_) => (ESCAPE_LEN, None),
        // The backslash and the byte after it: `\"` does not end a string. If that byte begins a
        // longer character, the rest of it is not syntax.
        None => (2, None),
    }
}

/// The unit of UTF-16 in the escape that `text` begins with.
fn code_unit(text: &[u8]) -> Option<u16> {
    let digits = text.strip_prefix(br"\u")?.get(..4)?;
    let digits = std::str::from_utf8(digits).ok()?;
    digits.bytes().all(|digit| digit.is_ascii_hexdigit()).then_some(())?;
    u16::from_str_radix(digits, 16).ok()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::json;

    use super::*;

    #[test]
    fn what_other_clients_read_is_read() {
        for (text, value) in [
            (
                r#"{"a":NaN,"b":[Infinity,-Infinity],"c":-1}"#,
                json!({"a": null, "b": [null, null], "c": -1}),
            ),
            ("NaN", json!(null)),
            (r#"{"a":"NaN -Infinity","b":NaN}"#, json!({"a": "NaN -Infinity", "b": null})),
            (
                r#"["\ud83d","\ude00x","\ud83dx\ud83d\ude00","\uD83D\uD83D\uDE00"]"#,
                json!(["\u{fffd}", "\u{fffd}x", "\u{fffd}x😀", "\u{fffd}😀"]),
            ),
            (r#"["\ud83d\n","\ud83d\"NaN"]"#, json!(["\u{fffd}\n", "\u{fffd}\"NaN"])),
            (r#"{"\ud83d":"\\ud83d"}"#, json!({"\u{fffd}": "\\ud83d"})),
            (r#"["\\\ud83d","é\ud83d"]"#, json!(["\\\u{fffd}", "é\u{fffd}"])),
        ] {
            assert_eq!(read(text).unwrap(), value, "{text}");
        }
    }

    #[test]
    fn what_no_client_reads_is_not() {
        for text in [
            "",
            "NaNa",
            "nan",
            "+Infinity",
            "xNaN",
            "-NaN",
            "NaN NaN",
            "{NaN:1}",
            "[1,]",
            "{'a':1}",
            "{a:1}",
            "[01]",
            "[.5]",
            "[1",
            "\"\\ud83",
            "\"\\ud83d",
            "[\"a\nb\"]",
            "[\"a\0b\"]",
            "// x\n1",
            "True",
            "\"\\é\"",
            "{\"a\":1}…",
            "\"a…",
        ] {
            let error = read(text).unwrap_err();
            let strictly = serde_json::from_str::<Value>(text).unwrap_err();
            assert_eq!(error.to_string(), strictly.to_string(), "{text}");
        }
        let deep = format!("{}NaN{}", "[".repeat(100_000), "]".repeat(100_000));
        assert!(read(&deep).is_err());
    }

    #[test]
    fn a_repeated_success_is_read_if_it_says_the_same() {
        for (text, value) in [
            (r#"{"success":true,"success":true}"#, json!({"success": true})),
            (r#"{"a":1,"a":2}"#, json!({"a": 2})),
            (
                r#"[{"success":true},{"success":false}]"#,
                json!([{"success": true}, {"success": false}]),
            ),
        ] {
            assert_eq!(read(text).unwrap(), value);
        }
        for text in [
            r#"{"success":false,"success":true}"#,
            r#"{"success":true,"x":NaN,"succ\u0065ss":"true"}"#,
            r#"[{"Success":0,"a":1,"Success":1}]"#,
        ] {
            let error = read(text).unwrap_err().to_string();
            assert!(error.contains("uccess\" twice"), "{text}: {error}");
        }
    }

    #[test]
    fn a_reserved_name_is_no_json() {
        for text in [
            r#"{"$serde_json::private::Number":"1"}"#,
            r#"{"a":NaN,"b":{"\u0024serde_json::private::RawValue":"[]"}}"#,
        ] {
            assert!(read(text).unwrap_err().to_string().contains("reserved"), "{text}");
        }
    }

    proptest! {
        #[test]
        fn json_is_read_as_ever_and_no_text_panics(
            parts in prop::collection::vec(
                prop::sample::select(vec![
                    "{", "}", "[", "]", "\"", "\\", ",", ":", "NaN", "-", "Infinity", "\\u", "d83d", "de00", "é",
                    "1", "null", " ", "a",
                ]),
                0..20,
            ),
        ) {
            let text = parts.concat();
            let again = normalised(&text).into_owned();
            prop_assert_eq!(normalised(&again), again.as_str(), "once is enough");
            if let Ok(value) = serde_json::from_str::<Value>(&text) {
                prop_assert_eq!(read(&text).unwrap(), value);
            }
        }
    }
}
