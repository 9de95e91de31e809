//! What the code and the body of an answer say. docs/operating.md has the whole table.

use jobs_core::without_unseen;
use serde_json::{Map, Value};

use crate::json::{SUCCESS, means};

/// What the code of an answer says about a Set Action.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum CodeClass {
    /// The upstream accepted the action, and its body says what became of it.
    Accepted,
    /// As accepted, and its body may be empty.
    AcceptedWithoutBody,
    /// The upstream did not act.
    Refused,
    /// It may have acted: the code says that something gave up waiting, or redirects, or is not one
    /// of HTTP's.
    Inconclusive,
}

impl CodeClass {
    pub(crate) fn of(code: u16) -> Self {
        match code {
            // No content, reset content. Some servers send a body all the same.
            204 | 205 => Self::AcceptedWithoutBody,
            200..=299 => Self::Accepted,
            // Send the same request elsewhere: it was not processed here.
            307 | 308 => Self::Refused,
            // A timeout of the upstream (408) or, in the codes of load balancers, of the client:
            // 460 by Amazon, 499 by nginx.
            408 | 460 | 499 => Self::Inconclusive,
            400..=499 => Self::Refused,
            // The upstream's own failures, as the old dashboard always treated them.
            500 | 501 | 505..=508 | 510 => Self::Refused,
            // Codes of gateways and content delivery networks, and all others.
            _ => Self::Inconclusive,
        }
    }

    /// Whether the body of an answer says what became of the action.
    pub(crate) fn is_accepted(self) -> bool {
        matches!(self, Self::Accepted | Self::AcceptedWithoutBody)
    }
}

/// What a body says of success.
#[derive(Debug, PartialEq)]
pub(crate) enum Said<'a> {
    Success,
    /// Failure, with the non-empty messages of the objects that say so.
    Failure(Vec<&'a Value>),
    /// Neither, and why.
    Nothing(String),
}

impl<'a> Said<'a> {
    /// What `body`, an object or an array of them, says. Where two disagree, the worse counts.
    pub(crate) fn by(body: &'a Value) -> Self {
        match body {
            Value::Object(object) => by_object(object).unwrap_or(Self::Success),
            Value::Array(items) => {
                let said = items.iter().filter_map(Value::as_object).filter_map(by_object);
                said.reduce(Self::worse).unwrap_or_else(|| {
                    Self::Nothing("is a list in which no object has success".to_owned())
                })
            }
            other => Self::Nothing(format!("is {}, not an object", kind(other))),
        }
    }

    fn worse(self, other: Self) -> Self {
        match (self, other) {
            (Self::Failure(mut messages), Self::Failure(more)) => {
                messages.extend(more);
                Self::Failure(messages)
            }
            (failure @ Self::Failure(_), _) | (_, failure @ Self::Failure(_)) => failure,
            (nothing @ Self::Nothing(_), _) | (_, nothing @ Self::Nothing(_)) => nothing,
            (Self::Success, Self::Success) => Self::Success,
        }
    }
}

/// What the members named `success`, in any spelling, say; `None` if there are none.
fn by_object(object: &Map<String, Value>) -> Option<Said<'_>> {
    let members = object.iter().filter(|(name, _)| means(name, SUCCESS));
    let said = members.map(|(_, value)| match truth(value) {
        Some(true) => Said::Success,
        Some(false) => Said::Failure(Vec::new()),
        None => Said::Nothing(format!("has a success that is {}", shown(value))),
    });
    said.reduce(Said::worse).map(|said| match said {
        Said::Failure(_) => Said::Failure(message(object).into_iter().collect()),
        other => other,
    })
}

/// Whether `value` is a yes or a no.
fn truth(value: &Value) -> Option<bool> {
    match value {
        Value::Bool(truth) => Some(*truth),
        Value::Number(_) => Some(!is_zero(value)),
        Value::String(text) => match text.trim().to_lowercase().as_str() {
            "true" | "1" | "yes" | "y" | "t" | "on" | "ok" | "success" => Some(true),
            "false" | "0" | "no" | "n" | "f" | "off" | "failed" | "failure" | "error" => {
                Some(false)
            }
            _ => None,
        },
        Value::Null | Value::Array(_) | Value::Object(_) => None,
    }
}

/// Looks at the digits, as a number may be smaller than any `f64`.
fn is_zero(value: &Value) -> bool {
    let text = value.to_string();
    let digits = text.split(['e', 'E']).next().unwrap_or_default();
    value.is_number() && digits.bytes().all(|byte| matches!(byte, b'0' | b'.' | b'-'))
}

/// The member `message` if it is not empty, as in the old dashboard; otherwise one in another case
/// that is not.
pub(crate) fn message(object: &Map<String, Value>) -> Option<&Value> {
    let in_any_case = object.iter().filter(|(name, _)| name.eq_ignore_ascii_case("message"));
    let in_any_case = in_any_case.map(|(_, message)| message);
    object.get("message").into_iter().chain(in_any_case).find(|message| says_something(message))
}

fn says_something(message: &Value) -> bool {
    match message {
        Value::Null => false,
        Value::Bool(truth) => *truth,
        Value::Number(_) => !is_zero(message),
        Value::String(text) => !without_unseen(text).is_empty(),
        Value::Array(items) => !items.is_empty(),
        Value::Object(members) => !members.is_empty(),
    }
}

/// What kind of value it is, for a message.
fn kind(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "true or false",
        Value::Number(_) => "a number",
        Value::String(_) => "a text",
        Value::Array(_) => "a list",
        Value::Object(_) => "an object",
    }
}

/// A value that is neither yes nor no. A text is not shown: it may hold anything.
fn shown(value: &Value) -> &'static str {
    match value {
        Value::String(_) => "a text that is neither yes nor no",
        other => kind(other),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn said(body: &Value) -> &'static str {
        match Said::by(body) {
            Said::Success => "success",
            Said::Failure(_) => "failure",
            Said::Nothing(_) => "nothing",
        }
    }

    #[test]
    fn success_is_read_in_every_spelling() {
        for yes in [
            json!(true),
            json!(1),
            json!(-1),
            json!(0.5),
            json!("true"),
            json!(" TRUE\n"),
            json!("1"),
            json!("Yes"),
            json!("y"),
            json!("T"),
            json!("on"),
            json!("OK"),
            json!("Success"),
        ] {
            assert_eq!(said(&json!({"success": yes})), "success", "{yes}");
            assert_eq!(said(&json!([{"SUCCESS": yes}, 5, {"a": 1}])), "success", "{yes}");
        }
        for no in [
            json!(false),
            json!(0),
            json!(0.0),
            json!(-0.0),
            json!("false"),
            json!(" FALSE "),
            json!("0"),
            json!("No"),
            json!("n"),
            json!("F"),
            json!("off"),
            json!("Failed"),
            json!("FAILURE"),
            json!("error"),
        ] {
            for body in [
                json!({"success": no}),
                json!({"Success": no}),
                json!({" success": no}),
                json!({"ſucceſs ": no}),
                json!({"SUCCESS": no, "success": true}),
                json!({"SUCCESS": true, "success": no, "Success": null}),
                json!([{"success": true}, {"success": no}]),
                json!([{"success": null}, {"sUcCeSs": no}, 1]),
            ] {
                assert_eq!(said(&body), "failure", "{body}");
            }
        }
        for unclear in [json!(null), json!("maybe"), json!(""), json!({}), json!([]), json!([true])]
        {
            for body in [
                json!({"success": unclear}),
                json!({"success": unclear, "Success": true}),
                json!([{"success": true}, {"success": unclear}]),
            ] {
                assert_eq!(said(&body), "nothing", "{body}");
            }
        }
        for without in [json!({}), json!({"a": {"success": false}}), json!({"successful": false})] {
            assert_eq!(said(&without), "success", "{without}");
        }
        for nothing in [
            json!(null),
            json!(true),
            json!(0),
            json!("ok"),
            json!([]),
            json!([1, {"a": 1}, [{"success": true}]]),
        ] {
            assert_eq!(said(&nothing), "nothing", "{nothing}");
        }
    }

    #[test]
    fn every_object_that_says_failure_gives_its_message() {
        let body = json!([
            {"success": false},
            {"success": false, "message": "first"},
            {"success": true, "message": "fine"},
            {"Success": 0, "Message": "second"},
        ]);
        assert_eq!(Said::by(&body), Said::Failure(vec![&json!("first"), &json!("second")]));
    }

    /// Numbers are kept as they are written; their digits tell whether one is zero.
    #[test]
    fn zero_is_zero_however_it_is_written() {
        for zero in ["0", "-0", "0.0", "0.000", "0e5", "-0.0E10"] {
            assert!(is_zero(&serde_json::from_str(zero).unwrap()), "{zero}");
        }
        for number in ["1", "0.1", "1e-300", "10", "-0.01e1"] {
            assert!(!is_zero(&serde_json::from_str(number).unwrap()), "{number}");
        }
    }

    #[test]
    fn a_message_that_says_nothing_is_none() {
        let of = |body: &Value| message(body.as_object().unwrap()).cloned();
        for nothing in [
            json!(null),
            json!(0),
            json!(0.0),
            json!(""),
            json!(" \n"),
            json!("\u{200b}\u{a0}"),
            json!(false),
            json!([]),
            json!({}),
        ] {
            assert_eq!(of(&json!({"message": nothing})), None, "{nothing}");
            assert_eq!(of(&json!({"Message": nothing})), None, "{nothing}");
            let beside = json!({"MESSAGE": nothing, "message": nothing, "Message": "no"});
            assert_eq!(of(&beside), Some(json!("no")), "{nothing}");
        }
        assert_eq!(of(&json!({})), None);
        for message in [json!("no"), json!(5), json!(true), json!(["a"]), json!({"a": 1})] {
            assert_eq!(of(&json!({"message": message})).as_ref(), Some(&message));
            assert_eq!(of(&json!({"MESSAGE": message})).as_ref(), Some(&message));
        }
        assert_eq!(of(&json!({"Message": "b", "message": "a"})), Some(json!("a")));
    }
}
