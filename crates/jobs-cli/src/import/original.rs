//! The old system's record of a job, as JSON: values for which there is no field here, and other
//! spellings.

use jobs_core::Original;
use jobs_core::merkle::Hash;
use jobs_gateway::Redactor;
use serde_json::{Map, Value, json};

use super::cell::Cell;

/// How many bytes of values are kept as they are. Of anything beyond, the SHA-256 is kept, so that
/// a job with a huge text can still be imported.
const KEPT_BYTES_MAX: usize = Original::BYTES_MAX - (32 << 10);

/// Collects an [`Original`]. Everything that is kept is without its credentials.
#[derive(Debug, Default)]
pub(super) struct OriginalRecord {
    members: Map<String, Value>,
    bytes: usize,
    redacted: bool,
}

impl OriginalRecord {
    /// Keeps the raw value of a column.
    pub(super) fn keep(&mut self, name: &str, cell: &Cell) {
        self.keep_json(name, cell.recordable());
    }

    /// Keeps a value that already is JSON.
    pub(super) fn keep_json(&mut self, name: &str, value: Value) {
        let value = self.fit(name, value);
        self.members.insert(name.to_owned(), value);
    }

    /// Keeps the raw value of a column that this ledger does not know.
    pub(super) fn keep_column(&mut self, name: &str, cell: &Cell) {
        let value = self.fit(name, cell.recordable());
        let columns = self.members.entry("columns").or_insert_with(|| json!({}));
        columns[name] = value;
    }

    /// Whether the values had credentials.
    pub(super) fn redacted(&self) -> bool {
        self.redacted
    }

    /// The value of `name` without credentials, or its length and hash if there is no room for it.
    fn fit(&mut self, name: &str, value: Value) -> Value {
        let member = Value::Object(Map::from_iter([(name.to_owned(), value)]));
        let mut clean = Redactor::default().value(member.clone());
        self.redacted |= clean != member;
        let value = clean[name].take();
        let text = value.to_string();
        if self.bytes + text.len() <= KEPT_BYTES_MAX {
            self.bytes += text.len();
            return value;
        }
        let content = value.as_str().unwrap_or(&text);
        json!({"bytes": content.len(), "sha256": Hash::of(content.as_bytes())})
    }

    /// The record.
    ///
    /// # Errors
    /// Why it does not fit.
    pub(super) fn finish(self) -> jobs_core::Result<Original> {
        Original::new(Value::Object(self.members).to_string())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_huge_value_is_kept_by_its_hash() {
        let mut record = OriginalRecord::default();
        let huge = "x".repeat(300_000);
        record.keep("response_summary", &Cell::Text(huge.clone()));
        record.keep("status", &Cell::Text("success".into()));
        record.keep_column("api_token", &Cell::Text("k3y".into()));
        let original: Value = record.finish().unwrap().as_str().parse().unwrap();
        let sha256 = Hash::of(huge.as_bytes()).to_string();
        assert_eq!(
            original,
            json!({
                "response_summary": {"bytes": 300_000, "sha256": sha256},
                "status": "success",
                "columns": {"api_token": "[redacted]"},
            })
        );
    }
}
