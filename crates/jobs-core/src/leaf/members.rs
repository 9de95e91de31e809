//! The members of a leaf as JSON has them: written from entries and from leaves, read from bytes.

use std::borrow::Cow;

use serde::{Deserialize, Deserializer, Serialize};

use super::writer::Writer;
use super::{Subtree, VERSION};
use crate::draft::{JobFacts, Source};
use crate::merkle::Hash;
use crate::{ActionCode, Cause, HttpStatus, Index, JobId, RequestKey, Status, Timestamp};

/// All members that any kind of leaf may have, in the order of their names, as RFC 8785 wants them.
#[derive(Deserialize, Default)]
pub(super) struct Members<'a> {
    pub(super) action_code: Option<ActionCode>,
    pub(super) action_name: Option<Cow<'a, str>>,
    pub(super) actor: Option<Cow<'a, str>>,
    pub(super) batch_id: Option<Cow<'a, str>>,
    pub(super) cause: Option<Cause>,
    pub(super) cluster_url: Option<Cow<'a, str>>,
    #[serde(default, deserialize_with = "time")]
    pub(super) created_at: Option<Timestamp>,
    pub(super) customers: Option<Subtree>,
    pub(super) error_message: Option<Cow<'a, str>>,
    pub(super) error_message_sha256: Option<Hash>,
    pub(super) http_status: Option<HttpStatus>,
    pub(super) job_id: Option<JobId>,
    pub(super) kind: Cow<'a, str>,
    pub(super) original_sha256: Option<Hash>,
    pub(super) outcomes: Option<Subtree>,
    pub(super) previous: Option<Index>,
    #[serde(default, deserialize_with = "time")]
    pub(super) recorded_at: Option<Timestamp>,
    pub(super) request_key: Option<RequestKey>,
    pub(super) request_payload_sha256: Option<Hash>,
    pub(super) response_summary: Option<Cow<'a, str>>,
    pub(super) response_summary_sha256: Option<Hash>,
    pub(super) retry_of: Option<JobId>,
    pub(super) source: Option<Source>,
    pub(super) status: Option<Status>,
    pub(super) submitted_by: Option<Cow<'a, str>>,
    pub(super) text: Option<Cow<'a, str>>,
    pub(super) text_sha256: Option<Hash>,
    #[serde(default, deserialize_with = "time")]
    pub(super) updated_at: Option<Timestamp>,
    pub(super) user_id: Option<Cow<'a, str>>,
    pub(super) v: u32,
}

impl<'a> Members<'a> {
    pub(super) fn new(kind: &'a str, job_id: JobId) -> Self {
        Self { kind: kind.into(), job_id: Some(job_id), v: VERSION, ..Self::default() }
    }

    pub(super) fn facts(&mut self, facts: &'a JobFacts) {
        let JobFacts { user_id, submitted_by, batch_id, action_code, action_name, cluster_url } =
            facts;
        self.user_id = Some(user_id.as_str().into());
        self.submitted_by = submitted_by.as_ref().map(|name| name.as_str().into());
        self.batch_id = batch_id.as_ref().map(|text| text.as_str().into());
        self.action_code = Some(*action_code);
        self.action_name = Some(action_name.as_str().into());
        self.cluster_url = cluster_url.as_ref().map(|text| text.as_str().into());
    }
}

impl Members<'_> {
    /// The canonical JSON.
    pub(super) fn to_bytes(&self) -> Vec<u8> {
        let mut json = Writer::new();
        json.value("action_code", self.action_code.as_ref());
        json.value("action_name", self.action_name.as_ref());
        json.value("actor", self.actor.as_ref());
        json.value("batch_id", self.batch_id.as_ref());
        json.value("cause", self.cause.as_ref());
        json.value("cluster_url", self.cluster_url.as_ref());
        json.time("created_at", self.created_at);
        json.subtree("customers", self.customers);
        json.value("error_message", self.error_message.as_ref());
        json.hash("error_message_sha256", self.error_message_sha256);
        json.value("http_status", self.http_status.as_ref());
        json.id("job_id", self.job_id);
        json.value("kind", Some(&self.kind));
        json.hash("original_sha256", self.original_sha256);
        json.subtree("outcomes", self.outcomes);
        json.value("previous", self.previous.as_ref());
        json.time("recorded_at", self.recorded_at);
        json.value("request_key", self.request_key.as_ref());
        json.hash("request_payload_sha256", self.request_payload_sha256);
        json.value("response_summary", self.response_summary.as_ref());
        json.hash("response_summary_sha256", self.response_summary_sha256);
        json.id("retry_of", self.retry_of);
        json.value("source", self.source.as_ref());
        json.value("status", self.status.as_ref());
        json.value("submitted_by", self.submitted_by.as_ref());
        json.value("text", self.text.as_ref());
        json.hash("text_sha256", self.text_sha256);
        json.time("updated_at", self.updated_at);
        json.value("user_id", self.user_id.as_ref());
        json.value("v", Some(self.v));
        json.end()
    }
}

/// A time in any spelling; the caller compares the spelling.
fn time<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Timestamp>, D::Error> {
    let text = Option::<Cow<'de, str>>::deserialize(deserializer)?;
    let time = text.map(|text| Timestamp::parse("time", &text)).transpose();
    time.map_err(serde::de::Error::custom)
}

/// JSON without white space. `serde_json` escapes strings as RFC 8785 wants it; the order of
/// members is the order of the struct's fields.
pub(crate) fn to_json(value: &impl Serialize) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(512);
    push_json(&mut bytes, value);
    bytes
}

/// As [`to_json`], after what there is already.
pub(super) fn push_json(bytes: &mut Vec<u8>, value: &impl Serialize) {
    if let Err(error) = serde_json::to_writer(bytes, value) {
        // Writing to memory cannot fail, and these types have string keys and no fallible values.
        unreachable!("a leaf could not be encoded: {error}");
    }
}
