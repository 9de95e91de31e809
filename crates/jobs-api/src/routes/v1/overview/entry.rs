//! An entry as its leaf has it, with the texts that the leaf names by their hashes, and its proof.

use jobs_core::EntryOutline;
use jobs_core::merkle::Hash;
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
    /// shown. A message, an answer or a note that the leaf names by its hash is given whole
    /// instead; the payload and the original record are not, as they may be long.
    pub(super) fn new(entry: EntryOutline, path: &[Hash]) -> Result<Self, Problem> {
        let EntryOutline { index, leaf, long_texts } = entry;
        let members = serde_json::from_slice(&leaf.to_bytes());
        let mut members: Map<String, Value> = members.map_err(Problem::internal)?;
        members.remove("v");
        for (name, text) in long_texts {
            members.remove(&format!("{name}_sha256"));
            members.insert(name.to_owned(), text.into());
        }
        members.insert("index".to_owned(), index.into());
        let path = serde_json::to_value(path).map_err(Problem::internal)?;
        members.insert("path".to_owned(), path);
        Ok(Self(members))
    }
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
