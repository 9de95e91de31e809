//! Refuses hidden Set Actions: in texts, forms, queries and paths that an upstream may read as one.

use std::collections::HashMap;

use jobs_core::Error;
use serde_json::{Map, Value};
use url::Url;

use super::decoding::decodings;
use super::fields::{ACTION, CIDS, check_spelling, names_action};
use crate::json::{self, means};
use crate::refusal::Refusal;

const HOLDS_SET_ACTION: &str =
    "holds a Set Action inside; action and cids belong at its top, where they make a job";

/// How deep JSON nested in texts of JSON is searched for a Set Action.
const TEXT_LEVELS_MAX: usize = 4;

/// Refuses a read that an upstream may take for a Set Action.
pub(super) fn check_read(payload: &Map<String, Value>) -> Result<(), Refusal> {
    let refused = |reason: &str| Err(Refusal::invalid("postData", reason));
    match check_spelling(payload) {
        Err(Error::Invalid { reason, .. }) => return refused(&reason),
        Err(other) => return refused(&other.to_string()),
        Ok(()) => {}
    }
    if names_action(payload) {
        return refused("is that of a Set Action, which makes a job");
    }
    if payload.values().any(|value| holds_set_action(value, 0)) {
        return refused(HOLDS_SET_ACTION);
    }
    Ok(())
}

/// Refuses a form whose names say what JSON says with members: `data[action]=…&data[cids][]=…`,
/// `x.action=…&x.cids=…`.
pub(super) fn check_names(members: &Map<String, Value>) -> Result<(), Refusal> {
    let mut parents: HashMap<Vec<&str>, [bool; 2]> = HashMap::new();
    for name in members.keys() {
        let parts: Vec<_> = name.split(['[', ']', '.']).filter(|part| !part.is_empty()).collect();
        for (at, part) in parts.iter().enumerate() {
            let found = parents.entry(parts[..at].to_vec()).or_default();
            found[0] |= means(part, ACTION);
            found[1] |= means(part, CIDS);
        }
    }
    if parents.values().any(|found| *found == [true; 2]) {
        return Err(Refusal::invalid("postData", HOLDS_SET_ACTION));
    }
    Ok(())
}

/// The members of a form, each a list of all values that a name may have: some servers end a pair
/// at a `;`, others at the end of a line.
pub(super) fn form_members(form: &str) -> Map<String, Value> {
    let mut members = Map::new();
    for form in [form, &form.replace([';', '\r', '\n'], "&")] {
        for (name, value) in url::form_urlencoded::parse(form.as_bytes()) {
            let values = members.entry(name).or_insert_with(|| Value::Array(Vec::new()));
            values.as_array_mut().into_iter().for_each(|values| values.push((*value).into()));
        }
    }
    members
}

/// Whether an action and customers stand side by side somewhere in `value`, also in a text that is
/// JSON or a form.
fn holds_set_action(value: &Value, level: usize) -> bool {
    holds(value, level, names_set_action)
}

/// Whether `value` is or holds an object that satisfies `is_one`, also in a text that is JSON, or a
/// form with a Set Action.
fn holds(value: &Value, level: usize, is_one: fn(&Map<String, Value>) -> bool) -> bool {
    match value {
        Value::Object(object) => {
            is_one(object) || object.values().any(|value| holds(value, level, is_one))
        }
        Value::Array(items) => items.iter().any(|item| holds(item, level, is_one)),
        Value::String(text) if level < TEXT_LEVELS_MAX => match json::in_text(text) {
            Some(value) => holds(&value, level + 1, is_one),
            None if text.contains('=') => holds_set_action(&form_members(text).into(), level + 1),
            None => false,
        },
        _ => false,
    }
}

fn names_set_action(object: &Map<String, Value>) -> bool {
    names_action(object) && object.keys().any(|name| means(name, CIDS))
}

/// Refuses a POST whose URL names an action or customers: many servers merge a query and a form.
pub(crate) fn check_query(url: &Url) -> Result<(), Refusal> {
    let is_ours = |name: &String| means(name, ACTION) || means(name, CIDS);
    let mut forms = decodings(url.query().unwrap_or_default()).map(|form| form_members(&form));
    if forms.any(|members| members.keys().any(is_ours)) {
        let reason = "must not name action or cids in its query; they belong into postData";
        return Err(Refusal::invalid("url", reason));
    }
    Ok(())
}

/// Refuses a GET that an upstream may take for a Set Action: one that names an action in its query
/// or in parameters of its path, or that asks to be treated as another method.
pub(crate) fn check_read_query(url: &Url) -> Result<(), Refusal> {
    let in_path = url.path_segments().into_iter().flatten().filter_map(|segment| {
        let decoded = decodings(segment).last()?;
        decoded.split_once([';', '?']).map(|(_, parameters)| parameters.to_owned())
    });
    let query = url.query().unwrap_or_default().to_owned();
    let forms = std::iter::once(query).chain(in_path).flat_map(|form| decodings(&form));
    if forms.map(|form| form_members(&form)).any(|members| names_an_action(&members)) {
        let reason = "must not name an action in its query; a Set Action is a POST with action and cids in postData";
        return Err(Refusal::invalid("url", reason));
    }
    Ok(())
}

/// Whether parameters name an action: in a name or a part of one (`filter[action]`), in JSON, or,
/// beside customers, in a name that has the word (`actionName`).
fn names_an_action(members: &Map<String, Value>) -> bool {
    let names_customers = members.keys().any(|name| means(name, CIDS));
    let holds_action = |value: &Value| holds(value, 0, names_action);
    let is_name = |name: &String| {
        let mut parts = name.split(['[', ']', '.']);
        parts.any(|part| means(part, ACTION))
            || means(name, "method") && name.starts_with('_')
            || names_customers && has_word(name)
            || holds_action(&name.as_str().into())
    };
    members.keys().any(is_name) || members.values().any(holds_action)
}

/// Whether one of the words of `name` begins with `action`, as in `actionName` and `next_action`,
/// but not `transaction`.
fn has_word(name: &str) -> bool {
    let bytes = name.as_bytes();
    let begins = |at: &usize| {
        let is_start = *at == 0 || !bytes[at - 1].is_ascii_alphabetic();
        is_start || bytes[*at].is_ascii_uppercase() && bytes[at - 1].is_ascii_lowercase()
    };
    let is_it = |word: &[u8]| word.eq_ignore_ascii_case(ACTION.as_bytes());
    let mut words = bytes.windows(ACTION.len()).enumerate().filter(|(at, _)| begins(at));
    words.any(|(_, word)| is_it(word))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn names_that_some_reader_takes_for_ours_are_known() {
        for name in [
            "action",
            "Action",
            "ACTION",
            "action ",
            "\tAction",
            "act-ion",
            "_action",
            "ac\u{200b}tion",
            "action\0",
            "actıon",
            "ACTİON",
            "action[0]",
            "action[]",
        ] {
            assert!(means(name, ACTION), "{name:?}");
        }
        for name in ["cids", "CIDs", " cids", "cidſ", "c_ids", "cids[]", "cids[12]"] {
            assert!(means(name, CIDS), "{name:?}");
        }
        for name in
            ["", "actions", "transaction", "action2", "act", "cid", "cids2", "[action]", "x[cids]"]
        {
            assert!(!means(name, ACTION) && !means(name, CIDS), "{name:?}");
        }
    }

    #[test]
    fn a_set_action_is_found_wherever_it_hides() {
        let action = json!({"Action": "A", "CIDs": ["1"]});
        for hidden in [
            json!({"a": action}),
            json!({"a": [1, {"b": [action]}]}),
            json!({"a": action.to_string()}),
            json!({"a": [json!({"b": action.to_string()}).to_string()]}),
        ] {
            let payload = hidden.as_object().unwrap();
            let refusal = check_read(payload).unwrap_err().to_string();
            assert!(
                refusal.starts_with("postData: holds a Set Action inside"),
                "{hidden}: {refusal}"
            );
        }
        for plain in
            [json!({"a": {"action": "list"}, "b": {"cids": ["1"]}}), json!({"cids": ["1"]})]
        {
            assert!(check_read(plain.as_object().unwrap()).is_ok(), "{plain}");
        }
    }
}
