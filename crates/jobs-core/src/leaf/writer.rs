//! Writes the members of a leaf as RFC 8785 has them: without white space, in the order in which
//! they are given.
//!
//! `serde_json` would check each byte for what it must escape. Most bytes of a leaf are hashes,
//! IDs, times and names of members, which need no escaping; writing those as they are halves the
//! time.

use serde::Serialize;

use super::Subtree;
use super::members::push_json;
use crate::merkle::Hash;
use crate::{JobId, Timestamp};

/// An object that is being written.
pub(super) struct Writer(Vec<u8>);

impl Writer {
    pub(super) fn new() -> Self {
        let mut bytes = Vec::with_capacity(512);
        bytes.push(b'{');
        Self(bytes)
    }

    /// A member whose value `serde_json` writes: numbers, and texts that may need escaping.
    pub(super) fn value(&mut self, name: &str, value: Option<impl Serialize>) {
        if let Some(value) = value {
            self.name(name);
            push_json(&mut self.0, &value);
        }
    }

    pub(super) fn hash(&mut self, name: &str, hash: Option<Hash>) {
        if let Some(hash) = hash {
            self.name(name);
            hash.with_hex(|digits| self.quoted(digits));
        }
    }

    pub(super) fn id(&mut self, name: &str, id: Option<JobId>) {
        if let Some(id) = id {
            self.name(name);
            let mut text = [0; uuid::fmt::Hyphenated::LENGTH];
            self.quoted(id.as_uuid().hyphenated().encode_lower(&mut text));
        }
    }

    pub(super) fn time(&mut self, name: &str, time: Option<Timestamp>) {
        if let Some(time) = time {
            self.name(name);
            self.0.push(b'"');
            if let Err(error) = time.write_to(&mut self.0) {
                unreachable!("a time could not be written: {error}");
            }
            self.0.push(b'"');
        }
    }

    pub(super) fn subtree(&mut self, name: &str, subtree: Option<Subtree>) {
        if let Some(Subtree { count, root }) = subtree {
            self.name(name);
            self.0.push(b'{');
            self.value("count", Some(count));
            self.hash("root", Some(root));
            self.0.push(b'}');
        }
    }

    fn name(&mut self, name: &str) {
        if !self.0.ends_with(b"{") {
            self.0.push(b',');
        }
        self.quoted(name);
        self.0.push(b':');
    }

    fn quoted(&mut self, text: &str) {
        self.0.push(b'"');
        self.0.extend_from_slice(text.as_bytes());
        self.0.push(b'"');
    }

    /// Ends the object.
    pub(super) fn end(mut self) -> Vec<u8> {
        self.0.push(b'}');
        self.0
    }
}
