//! Reads the two fields that make a payload a Set Action, `action` and `cids`, and recognises other
//! spellings of them.

use jobs_core::{ActionName, Cid, CustomerSet, Error, Result};
use serde_json::{Map, Value};

use crate::json::means;

pub(super) const ACTION: &str = "action";
pub(super) const CIDS: &str = Cid::FIELD;

/// Whether `payload` names an action, in any spelling.
pub(super) fn names_action(payload: &Map<String, Value>) -> bool {
    payload.keys().any(|name| means(name, ACTION))
}

pub(super) fn read_action(payload: &Map<String, Value>) -> Result<ActionName> {
    let name = match payload.get(ACTION) {
        Some(Value::String(name)) => name.as_str(),
        Some(_) => return Err(Error::invalid(ACTION, "must be a string")),
        None => return Err(Error::invalid(ACTION, "is missing")),
    };
    // The core names the field as the ledger does; the caller knows it as `action`.
    ActionName::new(name).map_err(|error| match error {
        Error::Invalid { reason, .. } => Error::invalid(ACTION, reason),
        other => other,
    })
}

pub(super) fn read_customers(payload: &Map<String, Value>) -> Result<CustomerSet> {
    let cids = match payload.get(CIDS) {
        Some(Value::Array(cids)) => cids,
        Some(_) => return Err(Error::invalid(CIDS, "must be an array")),
        None => return Err(Error::invalid(CIDS, "is missing")),
    };
    if cids.is_empty() {
        return Err(Error::invalid(CIDS, "must name at least one customer"));
    }
    let cids = cids.iter().enumerate().map(|(at, cid)| read_item(at, cid));
    CustomerSet::new(cids.collect::<Result<Vec<Cid>>>()?)
}

/// The customer that a request means with `value`: a text, or an integer of any length, whose
/// digits are the cid.
///
/// ```
/// let read = |json: &str| jobs_gateway::read_cid(&serde_json::from_str(json).unwrap());
/// assert_eq!(read("123456789012345678901")?.as_str(), "123456789012345678901");
/// assert!(read("5001.0").is_err()); // 5001 or 5001.0? A text says which.
/// # Ok::<_, jobs_core::Error>(())
/// ```
///
/// # Errors
/// [`Error::Invalid`] for `cids`.
pub fn read_cid(value: &Value) -> Result<Cid> {
    match value {
        Value::String(cid) => Cid::new(cid.as_str()),
        Value::Number(cid) if is_integer(cid.as_str()) => Cid::new(cid.as_str()),
        _ => Err(Error::invalid(CIDS, "must be a string or an integer")),
    }
}

fn is_integer(number: &str) -> bool {
    number.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-')
}

fn read_item(at: usize, cid: &Value) -> Result<Cid> {
    read_cid(cid).map_err(|error| match error {
        Error::Invalid { field, reason } => Error::invalid(field, format!("item {at} {reason}")),
        other => other,
    })
}

/// Refuses `Action`, `CIDs` and the like, alone or beside the right spelling: the record could
/// differ from what an upstream reads.
pub(super) fn check_spelling(payload: &Map<String, Value>) -> Result<()> {
    for name in payload.keys() {
        let known = [ACTION, CIDS].into_iter().find(|known| means(name, known));
        if let Some(known) = known.filter(|known| name != known) {
            let shown: String = name.chars().take(32).collect();
            return Err(Error::invalid("postData", format!("{shown:?} must be spelt \"{known}\"")));
        }
    }
    Ok(())
}
