//! Reads the customers of a Set Action, from JSON or from a form.

use serde_json::{Map, Value};

use crate::SimCall;

/// The customers of a Set Action; `None` when it is not one.
pub(crate) fn read_cids(call: &SimCall) -> Option<Vec<String>> {
    let content_type = call.content_type.as_deref()?.split(';').next()?.trim();
    let payload = if content_type.eq_ignore_ascii_case("application/json") {
        serde_json::from_str(&call.body).ok()?
    } else if content_type.eq_ignore_ascii_case("application/x-www-form-urlencoded") {
        read_form(&call.body)
    } else {
        return None;
    };
    payload.get("action")?.as_str()?;
    let cids = payload.get("cids")?.as_array()?.iter();
    Some(cids.map(|cid| cid.as_str().map_or_else(|| cid.to_string(), str::to_owned)).collect())
}

/// The fields of a form, each parsed as JSON if possible, or else as a string.
fn read_form(body: &str) -> Map<String, Value> {
    url::form_urlencoded::parse(body.as_bytes())
        .map(|(name, value)| {
            let value =
                serde_json::from_str(&value).unwrap_or_else(|_| Value::from(value.as_ref()));
            (name.into_owned(), value)
        })
        .collect()
}
