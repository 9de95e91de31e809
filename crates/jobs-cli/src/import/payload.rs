//! Old texts as they are recorded: word for word, unless they hold credentials.

use serde_json::Value;

/// Words that, in a text that is not JSON, may stand beside a credential.
const SECRET_WORDS: [&str; 4] = ["token", "password", "authorization", "secret"];

/// A text ready to be recorded.
#[derive(Debug)]
pub(super) struct Recordable {
    pub(super) text: String,
    /// The text as JSON, if it is an object or an array.
    pub(super) json: Option<Value>,
    /// Whether credentials were taken out; then JSON has lost its white space.
    pub(super) redacted: bool,
}

impl Recordable {
    /// Whether the text is not JSON and speaks of credentials, so that a person should look at it.
    pub(super) fn may_hide_a_secret(&self) -> bool {
        let text = self.text.to_lowercase();
        self.json.is_none() && SECRET_WORDS.iter().any(|word| text.contains(word))
    }
}

/// Takes credentials out of `text` as the gateway does before it records a payload.
pub(super) fn recordable(text: &str) -> Recordable {
    let json = Some(text)
        .filter(|text| text.trim_start().starts_with(['{', '[']))
        .and_then(|text| serde_json::from_str::<Value>(text).ok());
    let clean = jobs_gateway::redacted_text(text).into_owned();
    Recordable { redacted: clean != text, text: clean, json }
}

/// The customers that a payload names, at its top or in its `postData`.
pub(super) fn cids(payload: &Value) -> Option<Vec<String>> {
    let list = payload.get("cids").or_else(|| payload.get("postData")?.get("cids"))?;
    let text = |cid: &Value| cid.as_str().map_or_else(|| cid.to_string(), str::to_owned);
    Some(list.as_array()?.iter().map(text).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn texts_without_credentials_are_kept_word_for_word() {
        for text in [
            "",
            "In progress...",
            "{ \"b\": 1.0,\n \"a\": [] }",
            "{\"message\": \"Invalid access token: \\\"x\\\"\"}",
            "{broken: token",
            "[1e400]",
            "{'token': 'abc'}",
        ] {
            let recorded = recordable(text);
            assert_eq!(recorded.text, text);
            assert!(!recorded.redacted);
        }
        assert!(recordable("{'token': 'abc'}").may_hide_a_secret());
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
        assert_eq!(cids(&json!({"cids": ["a", 1]})), Some(vec!["a".into(), "1".into()]));
        assert_eq!(cids(&json!({"postData": {"cids": []}})), Some(vec![]));
        assert_eq!(cids(&json!({"action": "x"})), None);
    }
}
