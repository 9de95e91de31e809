//! One value of an old database, of any type, as SQLite's columns hold values of any type.

use jobs_core::without_unseen;
use std::borrow::Cow;

use jobs_gateway::Redactor;
use rusqlite::types::{ToSql, ToSqlOutput, Value, ValueRef};
use serde_json::json;

use crate::terminal;

/// A value and its type.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Cell {
    Null,
    Integer(i64),
    Real(f64),
    Text(String),
    /// A BLOB, or a text that is not UTF-8.
    Bytes(Vec<u8>),
}

impl Cell {
    pub(super) fn is_null(&self) -> bool {
        *self == Self::Null
    }

    /// The value as text; `None` for NULL.
    ///
    /// # Errors
    /// Why it cannot be read as text.
    pub(super) fn text(&self) -> Result<Option<Cow<'_, str>>, String> {
        match self {
            Self::Null => Ok(None),
            Self::Text(text) => Ok(Some(Cow::Borrowed(text))),
            Self::Integer(number) => Ok(Some(Cow::Owned(number.to_string()))),
            Self::Real(number) => Ok(Some(Cow::Owned(real(*number)))),
            Self::Bytes(bytes) => match std::str::from_utf8(bytes) {
                Ok(text) => Ok(Some(Cow::Borrowed(text))),
                Err(_) => Err("is not UTF-8 text".into()),
            },
        }
    }

    /// The value as text that must be there.
    ///
    /// # Errors
    /// Why it is not.
    pub(super) fn required_text(&self) -> Result<Cow<'_, str>, String> {
        self.text()?.ok_or_else(|| "is NULL".into())
    }

    /// The value as an integer, if it is one, of any type.
    pub(super) fn integer(&self) -> Option<i64> {
        // Up to the largest integer below which doubles represent every integer.
        const REAL_MAX: f64 = (1_u64 << f64::MANTISSA_DIGITS) as f64;
        match self {
            Self::Integer(number) => Some(*number),
            Self::Real(number) if number.abs() < REAL_MAX && number.fract() == 0.0 => {
                format!("{number:.0}").parse().ok()
            }
            Self::Real(_) => None,
            _ => without_unseen(&self.text().ok()??).parse().ok(),
        }
    }

    /// The value word for word. Bytes are `{"hex": "…"}`; integers that JSON readers round are
    /// texts.
    pub(super) fn to_json(&self) -> serde_json::Value {
        match self {
            Self::Null => serde_json::Value::Null,
            Self::Integer(number) if number.unsigned_abs() <= jobs_core::INTEGER_MAX => {
                json!(number)
            }
            Self::Integer(number) => json!(number.to_string()),
            // JSON has no infinity.
            Self::Real(number) if !number.is_finite() => json!(number.to_string()),
            Self::Real(number) => json!(number),
            Self::Text(text) => json!(text),
            Self::Bytes(bytes) => {
                let hex: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
                json!({ "hex": hex })
            }
        }
    }

    /// The value as it is recorded: word for word, but bytes that are a text with credentials as
    /// text, so that these can be removed.
    pub(super) fn recordable(&self) -> serde_json::Value {
        let hidden = match self {
            Self::Bytes(bytes) => std::str::from_utf8(bytes).ok(),
            _ => None,
        };
        let redactor = Redactor::default();
        match hidden.map(|text| redactor.text(text)) {
            Some(Cow::Owned(clean)) => json!(clean),
            _ => self.to_json(),
        }
    }

    /// The value for display: NULL as `NULL`, and a very long value cut.
    pub(super) fn shown(&self) -> String {
        const COLUMNS_MAX: usize = 80;
        let whole = match self {
            Self::Null => "NULL".into(),
            Self::Bytes(bytes) => String::from_utf8_lossy(bytes).into_owned(),
            other => other.text().ok().flatten().unwrap_or_default().into_owned(),
        };
        terminal::clip(&whole, COLUMNS_MAX).into_owned()
    }
}

/// The number as Python, in which the old dashboard is written, shows it: `5001.1`, `5001.0`,
/// `1e+20`.
fn real(number: f64) -> String {
    let text = format!("{number:?}");
    let Some((digits, exponent)) = text.split_once('e') else { return text };
    let (sign, exponent) = match exponent.strip_prefix('-') {
        Some(exponent) => ('-', exponent),
        None => ('+', exponent),
    };
    format!("{digits}e{sign}{exponent:0>2}")
}

impl From<Cell> for Value {
    fn from(cell: Cell) -> Self {
        match cell {
            Cell::Null => Self::Null,
            Cell::Integer(number) => Self::Integer(number),
            Cell::Real(number) => Self::Real(number),
            Cell::Text(text) => Self::Text(text),
            Cell::Bytes(bytes) => Self::Blob(bytes),
        }
    }
}

impl From<ValueRef<'_>> for Cell {
    fn from(value: ValueRef<'_>) -> Self {
        match value {
            ValueRef::Null => Self::Null,
            ValueRef::Integer(number) => Self::Integer(number),
            ValueRef::Real(number) => Self::Real(number),
            ValueRef::Text(bytes) => match std::str::from_utf8(bytes) {
                Ok(text) => Self::Text(text.to_owned()),
                Err(_) => Self::Bytes(bytes.to_vec()),
            },
            ValueRef::Blob(bytes) => Self::Bytes(bytes.to_vec()),
        }
    }
}

impl ToSql for Cell {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::Borrowed(match self {
            Self::Null => ValueRef::Null,
            Self::Integer(number) => ValueRef::Integer(*number),
            Self::Real(number) => ValueRef::Real(*number),
            Self::Text(text) => ValueRef::Text(text.as_bytes()),
            Self::Bytes(bytes) => ValueRef::Blob(bytes),
        }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_real_is_spelt_as_the_old_dashboard_showed_it() {
        for (number, text) in [
            (5001.1, "5001.1"),
            (5001.0, "5001.0"),
            (-0.0, "-0.0"),
            (106.095_929_181_643_13, "106.09592918164313"),
            (1e15, "1000000000000000.0"),
            (1e16, "1e+16"),
            (1e20, "1e+20"),
            (1.5e300, "1.5e+300"),
            (0.0001, "0.0001"),
            (0.00001, "1e-05"),
            (2.5e-7, "2.5e-07"),
        ] {
            assert_eq!(Cell::Real(number).text().unwrap().unwrap(), text);
        }
    }

    #[test]
    fn an_integer_may_be_of_any_type_and_is_never_rounded() {
        let text = |text: &str| Cell::Text(text.into());
        for cell in [Cell::Integer(200), Cell::Real(200.0), text("200"), text("\u{a0}200 ")] {
            assert_eq!(cell.integer(), Some(200), "{cell:?}");
        }
        let none = [Cell::Null, Cell::Real(200.5), Cell::Real(1e20), text("200.0"), text("2e2")];
        for cell in none {
            assert_eq!(cell.integer(), None, "{cell:?}");
        }
    }

    #[test]
    fn every_type_is_kept_word_for_word() {
        for (cell, json) in [
            (Cell::Null, json!(null)),
            (Cell::Integer(7), json!(7)),
            (Cell::Integer(i64::MAX), json!("9223372036854775807")),
            (Cell::Real(1.5), json!(1.5)),
            (Cell::Real(f64::INFINITY), json!("inf")),
            (Cell::Text("a\0".into()), json!("a\0")),
            (Cell::Bytes(vec![0xff, 0]), json!({"hex": "ff00"})),
        ] {
            assert_eq!(cell.to_json(), json);
        }
        assert!(Cell::from(ValueRef::Text(b"\xff")).text().is_err());
        assert_eq!(Cell::Bytes(b"{}".to_vec()).recordable(), json!({"hex": "7b7d"}));
        let hidden = Cell::Bytes(br#"{"token":"k3y"}"#.to_vec()).recordable();
        assert_eq!(hidden, json!(r#"{"token":"[redacted]"}"#));
        assert_eq!(Cell::from(ValueRef::Blob(b"ok")).text().unwrap().unwrap(), "ok");
    }
}
