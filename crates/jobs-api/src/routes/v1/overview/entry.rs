//! An entry as its leaf has it, with the texts that the leaf names by their hashes, and its proof.

use jobs_core::merkle::Hash;
use jobs_core::{Draft, Entry, StatusDetails};
use serde::Serialize;
use serde_json::{Map, Value};
use utoipa::openapi::schema::Type;
use utoipa::{PartialSchema, ToSchema};

use crate::response::problem::Problem;
use crate::schema::{Says as _, Shape, of};

/// An entry, with its proof.
#[derive(Debug, Serialize)]
#[serde(transparent)]
pub(super) struct ProvedEntry(Map<String, Value>);

impl ProvedEntry {
    /// `entry`, and its inclusion path in the tree of a checkpoint.
    ///
    /// Its members are those of its leaf, so that a reader can build the leaf again from what is
    /// shown. A message or an answer that the leaf names by its hash is given whole instead; the
    /// payload and the original record are not, as they may be long.
    pub(super) fn new(entry: &Entry, path: Vec<Hash>) -> Result<Self, Problem> {
        let leaf = serde_json::from_slice(&entry.leaf());
        let mut members: Map<String, Value> = leaf.map_err(Problem::internal)?;
        members.remove("v");
        for (name, text) in texts(entry) {
            members.remove(&format!("{name}_sha256"));
            members.insert(name.to_owned(), text.into());
        }
        members.insert("index".to_owned(), entry.index().into());
        let path = serde_json::to_value(path).map_err(Problem::internal)?;
        members.insert("path".to_owned(), path);
        Ok(Self(members))
    }
}

/// The texts of an entry that people read.
fn texts(entry: &Entry) -> Vec<(&'static str, &str)> {
    let details = match entry.draft() {
        Draft::JobCreated(_) => return Vec::new(),
        Draft::JobImported(import) => import.details(),
        Draft::StatusChanged(change) => &change.details,
        Draft::NoteAdded(note) => return vec![("text", note.text.as_str())],
    };
    let StatusDetails { error_message, response_summary, .. } = details;
    let error_message = error_message.as_ref().map(|text| ("error_message", text.as_str()));
    let response_summary =
        response_summary.as_ref().map(|text| ("response_summary", text.as_str()));
    error_message.into_iter().chain(response_summary).collect()
}

impl PartialSchema for ProvedEntry {
    fn schema() -> Shape {
        let says = "An entry: the members of its leaf, as docs/format.md has them, without `v`; its \
            `index`; the texts that the leaf names by their hashes, but for the payload and the \
            original record; and `path`, its inclusion path in the tree of the checkpoint, in hex.";
        of(Type::Object).says(says)
    }
}

impl ToSchema for ProvedEntry {}
