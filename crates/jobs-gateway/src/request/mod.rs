//! Checks what a caller asks for: the action and its customers, the URL, and that no other action
//! is hidden in it.

mod address;
mod allow;
mod decoding;
mod encoding;
mod fields;
mod hidden;

use std::borrow::Cow;
use std::fmt;

pub(crate) use address::AddressPolicy;
pub(crate) use allow::{AllowList, read_url};
pub use encoding::ContentType;
pub use fields::read_cid;
use fields::{check_spelling, names_action, read_action, read_customers};
use hidden::{check_names, check_read, form_members};
pub(crate) use hidden::{check_query, check_read_query};
use jobs_core::{ActionCode, ActionName, BatchId, CustomerSet, JobId, RequestKey, Result, UserId};
use serde_json::{Map, Value};

use crate::json;
use crate::method::ReadMethod;
use crate::redact::Secret;
use crate::refusal::Refusal;

/// A Set Action: do something to customers through an upstream.
///
/// The action and the customers are read from the payload itself, so that what is recorded and what
/// is sent cannot differ.
#[derive(Clone)]
pub struct SetAction {
    pub(crate) user_id: UserId,
    pub(crate) url: String,
    pub(crate) token: Option<Secret>,
    pub(crate) action_name: ActionName,
    pub(crate) customers: CustomerSet,
    pub(crate) payload: Map<String, Value>,
    pub(crate) content_type: ContentType,
    pub(crate) batch_id: Option<BatchId>,
    pub(crate) retry_of: Option<JobId>,
    pub(crate) request_key: Option<RequestKey>,
}

impl SetAction {
    /// `user_id` asks for what `payload` (the legacy `postData`) says, with a POST to `url`.
    ///
    /// `payload` holds `action`, a string, and `cids`, an array of strings or integers. Its numbers
    /// are sent and recorded digit for digit: this crate turns on `arbitrary_precision` of
    /// `serde_json`.
    ///
    /// ```
    /// # use jobs_gateway::SetAction;
    /// # let vijay = jobs_core::UserId::new("vijay")?;
    /// let payload = serde_json::json!({"action": "T-Enable", "cids": ["5002", "5001", "5001"]});
    /// let payload = payload.as_object().unwrap().clone();
    /// let action = SetAction::new(vijay, "https://cluster.example.com/tms/v1/actions", payload)?;
    /// assert_eq!(action.customers().len(), 2);
    /// # Ok::<_, jobs_core::Error>(())
    /// ```
    ///
    /// # Errors
    /// [`Error::Invalid`](jobs_core::Error::Invalid) for `action` or `cids` when one is missing, of
    /// another type, or breaks the rules of [`ActionName`] or [`Cid`](jobs_core::Cid); when there
    /// is no customer, or more than [`CustomerSet::COUNT_MAX`]. For `postData` when one of the two
    /// has another spelling (`Action`, `CIDs`), which some upstreams would read as well.
    pub fn new(
        user_id: UserId,
        url: impl Into<String>,
        payload: Map<String, Value>,
    ) -> Result<Self> {
        check_spelling(&payload)?;
        let action_name = read_action(&payload)?;
        let customers = read_customers(&payload)?;
        Ok(Self {
            user_id,
            url: url.into(),
            token: None,
            action_name,
            customers,
            payload,
            content_type: ContentType::Json,
            batch_id: None,
            retry_of: None,
            request_key: None,
        })
    }

    /// Whether `payload` is that of a Set Action, valid or not: it names an `action`, in any
    /// spelling. One that names no `cids`, or names them oddly, is refused by [`SetAction::new`];
    /// it is never sent as a read.
    #[must_use]
    pub fn is_set_action(payload: &Map<String, Value>) -> bool {
        names_action(payload)
    }

    /// With the caller's token, which is sent as `Authorization: Bearer …` and never recorded.
    #[must_use]
    pub fn with_token(mut self, token: Option<Secret>) -> Self {
        self.token = token.filter(|token| !token.is_empty());
        self
    }

    /// With the form in which the payload is sent; JSON by default.
    #[must_use]
    pub fn with_content_type(mut self, content_type: ContentType) -> Self {
        self.content_type = content_type;
        self
    }

    /// With a label shared by jobs that belong together.
    #[must_use]
    pub fn with_batch_id(mut self, batch_id: Option<BatchId>) -> Self {
        self.batch_id = batch_id;
        self
    }

    /// As another try at an earlier job's work.
    #[must_use]
    pub fn with_retry_of(mut self, retry_of: Option<JobId>) -> Self {
        self.retry_of = retry_of;
        self
    }

    /// With the key of the request. Sent again with the same key and content, it makes no other job
    /// and no other call.
    #[must_use]
    pub fn with_request_key(mut self, request_key: Option<RequestKey>) -> Self {
        self.request_key = request_key;
        self
    }

    /// The earlier job that it tries again.
    #[must_use]
    pub fn retry_of(&self) -> Option<JobId> {
        self.retry_of
    }

    /// The code of the action.
    #[must_use]
    pub fn action_code(&self) -> ActionCode {
        ActionCode::of_legacy_name(self.action_name.as_str()).unwrap_or(ActionCode::UNKNOWN)
    }

    /// The action, as the payload spells it.
    #[must_use]
    pub fn action_name(&self) -> &ActionName {
        &self.action_name
    }

    /// The customers that the payload names.
    #[must_use]
    pub fn customers(&self) -> &CustomerSet {
        &self.customers
    }
}

/// About how much memory a request takes with this payload, in bytes: 64 for each value, and each
/// text three times (as it was parsed, as it is sent, as it is recorded).
pub(crate) fn footprint(payload: &Map<String, Value>) -> usize {
    fn of(value: &Value) -> usize {
        64 + match value {
            Value::String(text) => 3 * text.len(),
            Value::Array(items) => items.iter().map(of).sum(),
            Value::Object(object) => footprint(object),
            _ => 0,
        }
    }
    payload.iter().map(|(name, value)| 3 * name.len() + of(value)).sum()
}

/// Leaves out the payload and the URL, which may hold credentials.
impl fmt::Debug for SetAction {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SetAction")
            .field("user_id", &self.user_id)
            .field("action_name", &self.action_name)
            .field("customers", &self.customers.len())
            .field("batch_id", &self.batch_id)
            .field("retry_of", &self.retry_of)
            .field("request_key", &self.request_key)
            .finish_non_exhaustive()
    }
}

/// A plain read of an upstream: it makes no job.
#[derive(Clone)]
pub struct ReadRequest {
    /// Who asks; one user's calls are limited.
    pub user_id: UserId,
    /// The URL, under an allowed upstream.
    pub url: String,
    /// Sent as `Authorization: Bearer …`.
    pub token: Option<Secret>,
    /// The method of the request.
    pub method: ReadMethod,
    /// What is sent with [`ReadMethod::Post`]; a GET sends none. It must not be a Set Action.
    pub payload: Option<ReadPayload>,
}

/// What is sent with a read.
#[derive(Clone)]
pub enum ReadPayload {
    /// Members, sent in this form.
    Members(Map<String, Value>, ContentType),
    /// A form that is written already, such as `grant_type=client_credentials&client_id=…`: sent as
    /// [`ContentType::Form`], byte for byte as it is.
    Form(String),
}

impl ReadPayload {
    /// Refuses what an upstream may take for a Set Action.
    pub(crate) fn check(&self) -> Result<(), Refusal> {
        let members = self.members();
        check_read(&members)?;
        match self {
            Self::Members(_, ContentType::Json) => Ok(()),
            Self::Members(_, ContentType::Form) => check_names(&members),
            // Some servers look at a body before its type.
            Self::Form(form) => match json::in_text(form) {
                None => check_names(&members),
                Some(Value::Object(members)) => check_read(&members),
                Some(value) => check_read(&Map::from_iter([(String::new(), value)])),
            },
        }
    }

    /// The members.
    pub(crate) fn members(&self) -> Cow<'_, Map<String, Value>> {
        let form = match self {
            Self::Members(members, _) => return Cow::Borrowed(members),
            Self::Form(form) => form,
        };
        Cow::Owned(form_members(form))
    }

    pub(crate) fn encode(self) -> (ContentType, String) {
        match self {
            Self::Members(members, content_type) => (content_type, content_type.encode(&members)),
            Self::Form(form) => (ContentType::Form, form),
        }
    }

    /// About how much memory it takes, in bytes.
    pub(crate) fn footprint(&self) -> usize {
        match self {
            Self::Members(members, _) => footprint(members),
            Self::Form(form) => 64 + 3 * form.len(),
        }
    }
}

/// Leaves out everything: it may hold credentials.
impl fmt::Debug for ReadPayload {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Members(..) => "Members(…)",
            Self::Form(_) => "Form(…)",
        })
    }
}

/// Leaves out the payload and the URL, which may hold credentials.
impl fmt::Debug for ReadRequest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ReadRequest")
            .field("method", &self.method)
            .field("payload", &self.payload)
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_footprint_grows_with_values_and_texts() {
        let of = |payload: Value| footprint(payload.as_object().unwrap());
        assert_eq!(of(json!({})), 0);
        assert_eq!(of(json!({"ab": 1})), 3 * 2 + 64);
        assert_eq!(of(json!({"": ["abc", null, {"a": "b"}]})), 5 * 64 + 3 * 5);
    }
}
