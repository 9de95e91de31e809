//! The members of a leaf as JSON has them: written from entries and from leaves, read from bytes.

use std::borrow::Cow;

use serde::{Deserialize, Deserializer, Serialize};

use super::{Subtree, VERSION};
use crate::draft::{JobFacts, Source};
use crate::merkle::Hash;
use crate::{ActionCode, Cause, HttpStatus, Index, JobId, RequestKey, Status, Timestamp};

/// All members that any kind of leaf may have, in the order of their names, as RFC 8785 wants them.
#[derive(Serialize, Deserialize, Default)]
pub(super) struct Members<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) action_code: Option<ActionCode>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) action_name: Option<Cow<'a, str>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) actor: Option<Cow<'a, str>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) batch_id: Option<Cow<'a, str>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) cause: Option<Cause>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) cluster_url: Option<Cow<'a, str>>,
    #[serde(skip_serializing_if = "Option::is_none", default, deserialize_with = "time")]
    pub(super) created_at: Option<Timestamp>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) customers: Option<Subtree>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) error_message: Option<Cow<'a, str>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) error_message_sha256: Option<Hash>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) http_status: Option<HttpStatus>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) job_id: Option<JobId>,
    pub(super) kind: Cow<'a, str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) original_sha256: Option<Hash>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) outcomes: Option<Subtree>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) previous: Option<Index>,
    #[serde(skip_serializing_if = "Option::is_none", default, deserialize_with = "time")]
    pub(super) recorded_at: Option<Timestamp>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) request_key: Option<RequestKey>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) request_payload_sha256: Option<Hash>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) response_summary: Option<Cow<'a, str>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) response_summary_sha256: Option<Hash>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) retry_of: Option<JobId>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) source: Option<Source>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) status: Option<Status>,
    #[serde(skip_serializing_if = "Option::is_none", default, deserialize_with = "time")]
    pub(super) updated_at: Option<Timestamp>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) user_id: Option<Cow<'a, str>>,
    pub(super) v: u32,
}

impl<'a> Members<'a> {
    pub(super) fn new(kind: &'a str, job_id: JobId) -> Self {
        Self { kind: kind.into(), job_id: Some(job_id), v: VERSION, ..Self::default() }
    }

    pub(super) fn facts(&mut self, facts: &'a JobFacts) {
        let JobFacts { user_id, batch_id, action_code, action_name, cluster_url } = facts;
        self.user_id = Some(user_id.as_str().into());
        self.batch_id = batch_id.as_ref().map(|text| text.as_str().into());
        self.action_code = Some(*action_code);
        self.action_name = Some(action_name.as_str().into());
        self.cluster_url = cluster_url.as_ref().map(|text| text.as_str().into());
    }
}

/// A time in any spelling; the caller compares the spelling.
fn time<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Timestamp>, D::Error> {
    let text = Option::<Cow<'de, str>>::deserialize(deserializer)?;
    let time = text.map(|text| Timestamp::parse("time", &text)).transpose();
    time.map_err(serde::de::Error::custom)
}

/// JSON without white space. `serde_json` escapes strings as RFC 8785 wants it; the order of members is the
/// order of the struct's fields.
pub(crate) fn to_json(value: &impl Serialize) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(512);
    if let Err(error) = serde_json::to_writer(&mut bytes, value) {
        // Writing to memory cannot fail, and these types have string keys and no fallible values.
        unreachable!("a leaf could not be encoded: {error}");
    }
    bytes
}
