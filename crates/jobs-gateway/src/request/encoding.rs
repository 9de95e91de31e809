//! The two forms in which a payload is sent.

use serde_json::{Map, Value};
use strum::VariantArray;

use crate::json;

/// The form in which a payload is sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, VariantArray)]
pub enum ContentType {
    /// `application/json`.
    #[default]
    Json,
    /// `application/x-www-form-urlencoded`: a pair for each member of the payload. Strings go as
    /// they are, numbers, booleans, arrays and objects as their JSON (`cids=["5001","5002"]`,
    /// percent-encoded), and a member that is `null` is left out.
    Form,
}

impl ContentType {
    /// The name, as in the `Content-Type` header.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Json => "application/json",
            Self::Form => "application/x-www-form-urlencoded",
        }
    }

    /// The type with this name, in any case and with any parameters (`; charset=utf-8`).
    #[must_use]
    pub fn of_name(name: &str) -> Option<Self> {
        let name = name.split(';').next().unwrap_or_default().trim();
        let is_named = |known: &Self| known.as_str().eq_ignore_ascii_case(name);
        Self::VARIANTS.iter().copied().find(is_named)
    }

    /// The bytes that are sent for `payload`.
    pub(crate) fn encode(self, payload: &Map<String, Value>) -> String {
        match self {
            Self::Json => json::text_of(payload),
            Self::Form => form_text(payload),
        }
    }
}

fn form_text(payload: &Map<String, Value>) -> String {
    let mut form = url::form_urlencoded::Serializer::new(String::new());
    for (name, value) in payload {
        match value {
            Value::Null => {}
            Value::String(text) => drop(form.append_pair(name, text)),
            other => drop(form.append_pair(name, &other.to_string())),
        }
    }
    form.finish()
}
