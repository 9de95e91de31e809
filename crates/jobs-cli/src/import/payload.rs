//! Old texts as they are recorded: word for word, unless they hold credentials.

use jobs_core::without_unseen;
use std::collections::BTreeMap;

use jobs_gateway::Redactor;
use serde_json::value::RawValue;

/// Words that may be beside a credential in a text that is not JSON.
const SECRET_WORDS: [&str; 4] = ["token", "password", "authorization", "secret"];

/// A text ready to be recorded.
#[derive(Debug)]
pub(super) struct Recordable {
    pub(super) text: String,
    /// Whether the text is JSON, an object or an array.
    is_json: bool,
    /// Whether credentials were removed; then JSON has lost its white space.
    pub(super) redacted: bool,
}

impl Recordable {
    /// Whether the text is not JSON and mentions credentials, so that a person should check it.
    pub(super) fn may_hide_a_secret(&self) -> bool {
        let text = self.text.to_lowercase();
        !self.is_json && SECRET_WORDS.iter().any(|word| text.contains(word))
    }
}

/// Removes credentials from `text`, as the gateway does before it records a payload.
pub(super) fn recordable(text: &str) -> Recordable {
    let is_json = text.trim_start().starts_with(['{', '['])
        && serde_json::from_str::<serde::de::IgnoredAny>(text).is_ok();
    let clean = Redactor::default().text(text).into_owned();
    Recordable { redacted: clean != text, text: clean, is_json }
}

/// The customers that a payload names, at its top or in its `postData`.
pub(super) fn cids(payload: &str) -> Option<Vec<String>> {
    let payload = members(payload)?;
    match payload.get("cids") {
        Some(list) => texts(list),
        None => texts(members(payload.get("postData")?.get())?.get("cids")?),
    }
}

fn members(text: &str) -> Option<BTreeMap<String, &RawValue>> {
    serde_json::from_str(text).ok()
}

fn texts(list: &RawValue) -> Option<Vec<String>> {
    let list: Vec<&RawValue> = serde_json::from_str(list.get()).ok()?;
    Some(list.into_iter().map(|value| without_unseen(&as_text(value)).into_owned()).collect())
}

/// A JSON value as text: the content of a string, and any other value as it is written, so that a
/// number keeps every digit.
pub(super) fn as_text(value: &RawValue) -> String {
    serde_json::from_str(value.get()).unwrap_or_else(|_| value.get().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_without_credentials_are_kept_word_for_word() {
        for text in [
            "",
            "In progress...",
            "{ \"b\": 1.0,\n \"a\": [] }",
            "{\"message\": \"Invalid access token\"}",
            "{broken: token",
            "[1e400]",
        ] {
            let recorded = recordable(text);
            assert_eq!(recorded.text, text);
            assert!(!recorded.redacted);
        }
        let python = recordable("{'token': 'abc'}");
        assert_eq!(python.text, "{'token': '[redacted]'}");
        assert!(python.redacted && python.may_hide_a_secret());
        assert!(!recordable("{\"note\": \"token\"}").may_hide_a_secret());
    }

    #[test]
    fn credentials_go_also_where_json_says_a_name_twice() {
        let recorded = recordable(r#"{"b": {"authToken": "k3y"}, "a": 1}"#);
        assert_eq!(recorded.text, r#"{"a":1,"b":{"authToken":"[redacted]"}}"#);
        assert!(recorded.redacted);
        for text in [r#"{"a":{"token":"k3y"},"a":1}"#, "GET https://u:k3y@a.test/?token=k3y"] {
            let recorded = recordable(text);
            assert!(!recorded.text.contains("k3y") && recorded.redacted, "{text}");
        }
    }

    #[test]
    fn customers_are_found_where_the_old_dashboard_put_them() {
        let found = |text: &str| cids(text).map(|cids| cids.join(" "));
        let numbers = r#"{"cids": ["a\u00a0", 1, 123456789012345678901, 5001.10, 1E3, -0]}"#;
        assert_eq!(found(numbers).unwrap(), "a 1 123456789012345678901 5001.10 1E3 -0");
        assert_eq!(found(r#"{"postData": {"cids": []}}"#).unwrap(), "");
        for none in [r#"{"action": "x"}"#, "[1]", r#"{"postData": "cids"}"#, "{", ""] {
            assert_eq!(found(none), None, "{none}");
        }
    }
}
