//! Refuses objects in which a member is given twice: some readers take the first and others the
//! last.

use std::fmt;

use serde::Deserialize;
use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde_json::map::Entry;
use serde_json::{Map, Number, Value};

/// The name under which `serde_json` passes a number that is not a machine integer to a visitor,
/// with its digits as a text. [`check_member_names`](super::check_member_names) has checked that no
/// member of the JSON has it.
const NUMBER: &str = "$serde_json::private::Number";

/// A JSON value in which no object has a member twice, so that all readers understand the same.
///
/// ```
/// use jobs_gateway::UniqueMembers;
/// assert!(serde_json::from_str::<UniqueMembers>(r#"{"a":1,"b":{"a":1.50}}"#).is_ok());
/// let error = serde_json::from_str::<UniqueMembers>(r#"{"a":1,"a":1}"#).unwrap_err();
/// assert!(error.to_string().starts_with("has the member \"a\" twice"));
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct UniqueMembers(pub Value);

impl<'de> Deserialize<'de> for UniqueMembers {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Repeats(|_, _, _| true).deserialize(deserializer).map(Self)
    }
}

/// Whether a member with this name may not have the second value after the first.
type Refuses = fn(&str, &Value, &Value) -> bool;

/// Reads a value. If a member is given twice, the last one counts, unless that is refused.
#[derive(Clone, Copy)]
pub(super) struct Repeats(pub(super) Refuses);

impl<'de> DeserializeSeed<'de> for Repeats {
    type Value = Value;
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Repeats {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value of JSON")
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_u64<E>(self, value: u64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_i64<E>(self, value: i64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_str<E>(self, value: &str) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_string<E>(self, value: String) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Value, A::Error> {
        let mut array = Vec::new();
        while let Some(item) = items.next_element_seed(self)? {
            array.push(item);
        }
        Ok(Value::Array(array))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<Value, A::Error> {
        let mut object = Map::new();
        while let Some(name) = members.next_key_seed(MemberName)? {
            let Some(name) = name else {
                let digits: String = members.next_value()?;
                return digits.parse::<Number>().map(Value::Number).map_err(A::Error::custom);
            };
            let value = members.next_value_seed(self)?;
            match object.entry(name) {
                Entry::Vacant(entry) => drop(entry.insert(value)),
                Entry::Occupied(entry) if (self.0)(entry.key(), entry.get(), &value) => {
                    return Err(A::Error::custom(twice(entry.key())));
                }
                Entry::Occupied(mut entry) => drop(entry.insert(value)),
            }
        }
        Ok(Value::Object(object))
    }
}

fn twice(name: &str) -> String {
    let shown: String = name.chars().take(32).collect();
    format!("has the member {shown:?} twice")
}

/// The name of a member, or `None` where a number begins.
struct MemberName;

impl<'de> DeserializeSeed<'de> for MemberName {
    type Value = Option<String>;
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl Visitor<'_> for MemberName {
    type Value = Option<String>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the name of a member")
    }

    fn visit_str<E>(self, name: &str) -> Result<Self::Value, E> {
        Ok((name != NUMBER).then(|| name.to_owned()))
    }

    fn visit_string<E>(self, name: String) -> Result<Self::Value, E> {
        Ok((name != NUMBER).then_some(name))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn read(json: &str) -> serde_json::Result<Value> {
        serde_json::from_str(json).map(|UniqueMembers(value)| value)
    }

    #[test]
    fn a_member_that_is_given_twice_is_refused_at_any_depth() {
        for json in [
            r#"{"action":"A","action":"B"}"#,
            r#"{"a":1,"b":2,"a":1}"#,
            r#"[{"x":[{"a":null,"\u0061":null}]}]"#,
        ] {
            let error = read(json).unwrap_err().to_string();
            assert!(error.starts_with("has the member \"a"), "{error}");
        }
    }

    #[test]
    fn numbers_keep_their_digits() {
        for number in ["0", "-0", "1.50", "123456789012345678901", "1e-7", "0.10E2", "1e+400"] {
            for json in [number.to_owned(), format!(r#"{{"a":[{number},{{"b":{number}}}]}}"#)] {
                let value = read(&json).unwrap();
                assert_eq!(value, serde_json::from_str::<Value>(&json).unwrap());
                assert_eq!(
                    value.to_string(),
                    serde_json::from_str::<Value>(&json).unwrap().to_string()
                );
            }
        }
        assert!(read("01").is_err() && read("1.").is_err() && read("[1e]").is_err());
        assert!(read(&"[".repeat(100_000)).unwrap_err().to_string().starts_with("recursion limit"));
    }

    fn any_value() -> impl Strategy<Value = Value> {
        let leaf = prop_oneof![
            Just(Value::Null),
            any::<bool>().prop_map(Value::from),
            any::<i64>().prop_map(Value::from),
            any::<f64>().prop_map(Value::from),
            ".{0,4}".prop_map(Value::from),
        ];
        leaf.prop_recursive(4, 32, 4, |inner| {
            prop_oneof![
                prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
                prop::collection::btree_map(".{0,2}", inner, 0..4)
                    .prop_map(|members| members.into_iter().collect()),
            ]
        })
    }

    proptest! {
        #[test]
        fn everything_else_is_read_as_ever(value in any_value()) {
            let json = value.to_string();
            let expected: Value = serde_json::from_str(&json).unwrap();
            prop_assert_eq!(read(&json).unwrap(), expected);
        }
    }
}
