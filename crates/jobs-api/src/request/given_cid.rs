//! A customer as requests may spell it.

use jobs_core::{Cid, CustomerSet};
use serde::{Deserialize, Deserializer};
use serde_json::Value;
use utoipa::openapi::schema::Type;

use crate::schema::values::{shape, value};
use crate::schema::{Says as _, of, one_of, reference, some};

/// A cid given as a text, or as an integer of any length, whose digits are the cid.
#[derive(Debug)]
pub(crate) struct GivenCid(Cid);

shape!(
    GivenCid = {
        let digits = of(Type::Integer).says("An integer, whose digits are the cid.");
        one_of([reference::<Cid>(), digits])
    },
    refers to Cid
);

impl GivenCid {
    /// The cids of a list.
    pub(crate) fn all(given: Vec<Self>) -> Vec<Cid> {
        given.into_iter().map(Cid::from).collect()
    }
}

impl From<GivenCid> for Cid {
    fn from(given: GivenCid) -> Self {
        given.0
    }
}

impl<'de> Deserialize<'de> for GivenCid {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let cid = match Value::deserialize(deserializer)? {
            // As it is; nothing is copied for most customers.
            Value::String(cid) => Cid::new(cid),
            other => jobs_gateway::read_cid(&other),
        };
        cid.map(Self).map_err(serde::de::Error::custom)
    }
}

value!(
    /// The customers of a job that is submitted.
    GivenCids = some(CustomerSet::COUNT_MAX, reference::<GivenCid>()), refers to GivenCid
);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_customer_is_a_text_or_an_integer() {
        let read = |json: &str| serde_json::from_str::<GivenCid>(json).map(|given| given.0);
        for (json, cid) in [
            (r#""5001""#, "5001"),
            ("5001", "5001"),
            ("-7", "-7"),
            ("0", "0"),
            ("123456789012345678901", "123456789012345678901"),
        ] {
            assert_eq!(read(json).unwrap().as_str(), cid);
        }
        for json in ["5001.0", "1e3", "true", "null", "[5001]", r#"{"cid":5001}"#, "5.1"] {
            let error = read(json).unwrap_err().to_string();
            assert!(error.starts_with("cids: must be a string or an integer"), "{json}: {error}");
        }
        assert!(read(r#""5001\u200b""#).unwrap_err().to_string().contains("U+200B"));
    }
}
