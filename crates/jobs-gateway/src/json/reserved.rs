//! Member names that JSON from outside must not have, because `serde_json` gives them a meaning.
//!
//! With the features `arbitrary_precision` and `raw_value` it takes an object whose first member
//! has one of these names for a number, or for JSON in a text:
//! `{"$serde_json::private::RawValue":"[1]"}` becomes `[1]`. Such a text is parsed with a new depth
//! limit, so a few nested ones crash the process.

use memchr::{memchr_iter, memchr2, memmem};

const RESERVED: &str = "$serde_json::private::";

/// A member has a name that is reserved.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("has a member whose name begins with \"{RESERVED}\", which is reserved")]
pub struct ReservedName;

/// Checks the names of all members of `json`, before it is parsed into [`serde_json::Value`]s.
/// Invalid JSON may pass: the parser refuses it.
///
/// ```
/// assert!(jobs_gateway::check_member_names(br#"{"a":"$serde_json::private::Number"}"#).is_ok());
/// assert!(jobs_gateway::check_member_names(br#"{"$serde_json::private::Number":"1"}"#).is_err());
/// ```
///
/// # Errors
/// [`ReservedName`] when one begins with `$serde_json::private::`, however it is escaped.
pub fn check_member_names(json: &[u8]) -> Result<(), ReservedName> {
    let may_have_one = memmem::find(json, RESERVED.as_bytes()).is_some() || escapes_ascii(json);
    if may_have_one && Strings(json).any(|(string, after)| is_name(after) && is_reserved(string)) {
        return Err(ReservedName);
    }
    Ok(())
}

/// Whether a character that needs no escape has one: hardly any JSON does that.
fn escapes_ascii(json: &[u8]) -> bool {
    memchr_iter(b'\\', json).any(|at| matches!(&json[at..], [_, b'u', b'0', b'0', b'2'..=b'7', ..]))
}

fn is_name(after: &[u8]) -> bool {
    after.trim_ascii_start().starts_with(b":")
}

fn is_reserved(string: &[u8]) -> bool {
    let name = serde_json::from_slice::<String>(string);
    name.is_ok_and(|name| name.starts_with(RESERVED))
}

/// The strings of JSON, in quotes and as they are escaped, each with what follows it.
struct Strings<'a>(&'a [u8]);

impl<'a> Iterator for Strings<'a> {
    type Item = (&'a [u8], &'a [u8]);
    fn next(&mut self) -> Option<Self::Item> {
        let start = memchr::memchr(b'"', self.0)?;
        let mut end = start + 1;
        loop {
            end += memchr2(b'"', b'\\', self.0.get(end..)?)?;
            if self.0[end] == b'"' {
                let (string, after) = self.0.split_at(end + 1);
                self.0 = after;
                return Some((&string[start..], after));
            }
            end += 2;
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::Value;

    use super::*;

    fn has_one(json: &str) -> bool {
        check_member_names(json.as_bytes()).is_err()
    }

    #[test]
    fn reserved_names_are_found_wherever_and_however_they_are_written() {
        for name in ["$serde_json::private::Number", "$serde_json::private::RawValue"] {
            let escaped: String =
                name.chars().map(|c| format!("\\u{:04x}", u32::from(c))).collect();
            let upper = name.replacen('j', r"\u006A", 1).replace("::", r"\u003A:");
            for name in [name, &escaped, &upper, &name.replacen('$', r"\u0024", 1)] {
                for json in [
                    format!(r#"{{"{name}":"1"}}"#),
                    format!(r#"{{"a\\":[{{"b":1,"{name}" {}:"1"}}]}}"#, "\t\n\r "),
                    format!(r#"[{{}},"\"",{{"\u0041":{{"{name}":0}}}}]"#),
                ] {
                    assert!(has_one(&json), "{json}");
                }
                for json in [
                    format!(r#"{{"a":"{name}"}}"#),
                    format!(r#"["{name}","{name}"]"#),
                    format!(r#"{{"a\"{name}":1}}"#),
                    format!(r#"{{" {name}":1}}"#),
                ] {
                    assert!(!has_one(&json), "{json}");
                }
            }
        }
        for json in ["", "\"", "\"\\", r#"{"\u0024serde_json"#, r#""\u0041"#, r#"{"\u00e9":1}"#] {
            assert!(!has_one(json), "{json}");
        }
    }

    proptest! {
        /// What passes is read as it is written: the value from `serde_json` has the same shape.
        #[test]
        fn what_passes_is_obeyed_by_nobody(parts in prop::collection::vec(
            prop::sample::select(vec![
                "{", "}", "[", "]", ",", ":", "\"", "\\", "\\u0024", "$", "serde_json::private::Number",
                "serde_json::private::RawValue", "\"$serde_json::private::RawValue\":\"[1]\"", "\"a\"", "1", " ",
            ]),
            0..16,
        )) {
            let json = parts.concat();
            if let (false, Ok(value)) = (has_one(&json), serde_json::from_str::<Value>(&json)) {
                let colons = Strings(json.as_bytes()).filter(|(_, after)| is_name(after)).count();
                prop_assert!(members(&value) <= colons);
                prop_assert_eq!(members(&value) == 0, colons == 0, "{}", json);
            }
        }
    }

    fn members(value: &Value) -> usize {
        match value {
            Value::Object(object) => object.len() + object.values().map(members).sum::<usize>(),
            Value::Array(items) => items.iter().map(members).sum(),
            _ => 0,
        }
    }
}
