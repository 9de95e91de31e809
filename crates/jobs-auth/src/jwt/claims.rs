//! The claims of a JWT, each kept as the text that was signed.
//!
//! `serde_json::Value` cannot be used. With `arbitrary_precision` and `raw_value`, which the
//! workspace builds with, it takes an object with a member `$serde_json::private::Number` or
//! `…::RawValue` for the value that the member spells.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::value::RawValue;

#[derive(Deserialize)]
#[serde(transparent)]
pub(super) struct Claims(BTreeMap<String, Box<RawValue>>);

impl Claims {
    /// The claim `name`, if it is a string.
    pub(super) fn text(&self, name: &str) -> Option<String> {
        text(self.0.get(name)?)
    }

    /// The claim `name`, if it is a string, or all strings in it, if it is an array.
    pub(super) fn texts(&self, name: &str) -> Vec<String> {
        let Some(claim) = self.0.get(name) else { return Vec::new() };
        match serde_json::from_str::<Vec<&RawValue>>(claim.get()) {
            Ok(items) => items.into_iter().filter_map(text).collect(),
            Err(_) => text(claim).into_iter().collect(),
        }
    }

    /// The claim `name`, a time in seconds since 1970: any JSON number, also one with a fraction
    /// (RFC 7519 §2).
    ///
    /// # Errors
    /// `()` if it is not a number, or one that an `f64` cannot hold.
    pub(super) fn time(&self, name: &str) -> Result<Option<f64>, ()> {
        let Some(claim) = self.0.get(name) else { return Ok(None) };
        // Rust parses every JSON number, and no other JSON value.
        let seconds = claim.get().parse::<f64>().map_err(drop)?;
        if seconds.is_finite() { Ok(Some(seconds)) } else { Err(()) }
    }
}

fn text(value: &RawValue) -> Option<String> {
    serde_json::from_str(value.get()).ok()
}
