//! What is recorded of a request and an answer: everything but the credentials.

use serde_json::{Map, Value};
use url::{Url, form_urlencoded};

use crate::request::json_text;
use crate::secret::{REDACTED, Scrubber, Secret};

/// A member whose name contains one of these, in any case, holds a credential.
const SECRET_NAMES: [&str; 4] = ["token", "password", "authorization", "secret"];

/// A shorter value under a secret name is not searched for elsewhere: it would turn up by chance.
const SECRET_BYTES_MIN: usize = 4;

/// The most values under secret names that are searched for elsewhere. Every text is searched for each of them,
/// so that a request must not choose how many.
const SECRETS_MAX: usize = 32;

fn is_secret(name: &str) -> bool {
    let name = name.to_lowercase();
    SECRET_NAMES.iter().any(|secret| name.contains(secret))
}

/// `object` as JSON, its credentials replaced at any depth.
pub(crate) fn json_object(object: &Map<String, Value>, scrubber: &Scrubber) -> String {
    json_text(&redacted_object(object, scrubber))
}

/// `value` as JSON, its credentials replaced at any depth.
pub(crate) fn json(value: &Value, scrubber: &Scrubber) -> String {
    redacted(value, scrubber).to_string()
}

/// `value` as JSON, its credentials replaced at any depth: as the payload of a Set Action is recorded.
///
/// ```
/// let payload = serde_json::json!({"note": "x", "authToken": "abc"});
/// assert_eq!(jobs_gateway::redacted_json(&payload), r#"{"authToken":"[redacted]","note":"x"}"#);
/// ```
#[must_use]
pub fn redacted_json(value: &Value) -> String {
    json(value, &Scrubber::default())
}

fn redacted_object(object: &Map<String, Value>, scrubber: &Scrubber) -> Map<String, Value> {
    let member = |(name, value): (&String, &Value)| {
        let value = if is_secret(name) { REDACTED.into() } else { redacted(value, scrubber) };
        (scrubber.scrub(name).into_owned(), value)
    };
    object.iter().map(member).collect()
}

fn redacted(value: &Value, scrubber: &Scrubber) -> Value {
    match value {
        Value::Object(object) => Value::Object(redacted_object(object, scrubber)),
        Value::Array(items) => items.iter().map(|item| redacted(item, scrubber)).collect(),
        Value::String(text) => Value::String(scrubber.scrub(text).into_owned()),
        plain => plain.clone(),
    }
}

/// The first texts under secret names in `object`: an upstream may echo them as well.
pub(crate) fn secrets_in(object: &Map<String, Value>) -> Vec<Secret> {
    let mut found = Vec::new();
    object.iter().for_each(|(name, value)| collect_secrets(value, is_secret(name), &mut found));
    found
}

fn collect_secrets(value: &Value, secret: bool, found: &mut Vec<Secret>) {
    match value {
        Value::Object(object) => object
            .iter()
            .for_each(|(name, value)| collect_secrets(value, secret || is_secret(name), found)),
        Value::Array(items) => items.iter().for_each(|item| collect_secrets(item, secret, found)),
        _ if found.len() >= SECRETS_MAX => {}
        Value::String(text) if secret && text.len() >= SECRET_BYTES_MIN => {
            found.push(Secret::new(text.as_str()));
        }
        _ => {}
    }
}

/// `url` as it is recorded: query parameters with secret names read `[redacted]`.
pub(crate) fn url(url: &Url, scrubber: &Scrubber) -> String {
    let Some(query) = url.query() else { return scrubber.scrub(url.as_str()).into_owned() };
    let mut bare = url.clone();
    bare.set_query(None);
    let parameters: Vec<String> = query.split('&').map(redacted_parameter).collect();
    scrubber.scrub(&format!("{bare}?{}", parameters.join("&"))).into_owned()
}

fn redacted_parameter(parameter: &str) -> String {
    let secret = form_urlencoded::parse(parameter.as_bytes()).any(|(name, _)| is_secret(&name));
    match parameter.split_once('=') {
        Some((name, _)) if secret => format!("{name}={REDACTED}"),
        _ => parameter.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::json;

    use super::*;

    fn scrubber(token: &str) -> Scrubber {
        Scrubber::new(Some(&Secret::new(token)))
    }

    #[test]
    fn credentials_go_at_any_depth_and_in_any_case() {
        let payload = json!({
            "action": "PE-Enable",
            "cids": ["1", "2"],
            "Token": "abc",
            "options": {
                "userPassword": null,
                "list": [{"X-AUTHORIZATION": ["a", {"b": 1}]}, [{"clientSecret": {"a": 1}}]],
                "note": "sent with abc",
            },
            "key abc": 1,
        });
        let recorded = json_object(payload.as_object().unwrap(), &scrubber("abc"));
        let expected = json!({
            "action": "PE-Enable",
            "cids": ["1", "2"],
            "Token": "[redacted]",
            "options": {
                "userPassword": "[redacted]",
                "list": [{"X-AUTHORIZATION": "[redacted]"}, [{"clientSecret": "[redacted]"}]],
                "note": "sent with [redacted]",
            },
            "key [redacted]": 1,
        });
        assert_eq!(recorded.parse::<Value>().unwrap(), expected);
    }

    #[test]
    fn texts_under_secret_names_are_found_at_any_depth() {
        let payload =
            json!({"a": [{"secrets": ["long enough", {"x": "also"}, "abc", 12345]}], "b": "plain"});
        let found = secrets_in(payload.as_object().unwrap());
        assert_eq!(found.iter().map(Secret::expose).collect::<Vec<_>>(), ["long enough", "also"]);
        let many: Vec<String> = (0..1000).map(|n| format!("secret {n}")).collect();
        let payload = json!({"tokens": many, "password": "hunter2"});
        assert_eq!(secrets_in(payload.as_object().unwrap()).len(), SECRETS_MAX);
    }

    #[test]
    fn a_url_keeps_everything_but_its_credentials() {
        for (given, recorded) in [
            ("https://a.test/x", "https://a.test/x"),
            ("https://a.test/x?", "https://a.test/x?"),
            ("https://a.test/x?a=1&b=%20+&c", "https://a.test/x?a=1&b=%20+&c"),
            (
                "https://a.test/x?access_token=1&b=2&to%6ben=3&PASSWORD=",
                "https://a.test/x?access_token=[redacted]&b=2&to%6ben=[redacted]&PASSWORD=[redacted]",
            ),
            ("https://a.test/k3y/x?q=k3y", "https://a.test/[redacted]/x?q=[redacted]"),
            ("https://a.test/k3y", "https://a.test/[redacted]"),
        ] {
            assert_eq!(url(&given.parse().unwrap(), &scrubber("k3y")), recorded);
        }
    }

    /// Any JSON, in which the token and secret names turn up often.
    fn any_json() -> impl Strategy<Value = Value> {
        let text = || {
            prop_oneof!["[a-z]{0,4}", Just("k3y-k3y".to_owned()), Just("\"k3y-k3y\\".to_owned())]
        };
        let name =
            prop_oneof!["[a-z]{1,3}", Just("myToken".to_owned()), Just("k3y-k3y".to_owned())];
        let leaf = prop_oneof![
            Just(Value::Null),
            any::<bool>().prop_map(Value::from),
            any::<i64>().prop_map(Value::from),
            text().prop_map(Value::from),
        ];
        leaf.prop_recursive(4, 64, 6, move |inner| {
            prop_oneof![
                prop::collection::vec(inner.clone(), 0..6).prop_map(Value::from),
                prop::collection::btree_map(name.clone(), inner, 0..6)
                    .prop_map(|object| Value::Object(object.into_iter().collect())),
            ]
        })
    }

    proptest! {
        #[test]
        fn what_is_recorded_is_json_without_the_token(value in any_json()) {
            let recorded = json(&value, &scrubber("k3y-k3y"));
            prop_assert!(!recorded.contains("k3y-k3y"), "{}", recorded);
            let again: Value = recorded.parse().unwrap();
            prop_assert_eq!(redacted(&again, &scrubber("k3y-k3y")), again);
        }

        #[test]
        fn without_credentials_nothing_changes(value in any_json()) {
            let clean: Value = json(&value, &scrubber("k3y-k3y")).parse().unwrap();
            prop_assert_eq!(json(&clean, &Scrubber::default()), clean.to_string());
        }
    }
}
