//! What a caller asks for, validated; and the bytes that are sent for it.

use std::borrow::Cow;
use std::collections::HashMap;
use std::fmt;

use icu_normalizer::ComposingNormalizerBorrowed;
use jobs_core::{
    ActionCode, ActionName, BatchId, Cid, CustomerSet, Error, JobId, RequestKey, Result, UserId,
};
use serde_json::{Map, Value};

use url::Url;

use crate::allow::decodings;
use crate::{ReadMethod, Refusal, Secret};

const ACTION: &str = "action";
const CIDS: &str = Cid::FIELD;

const HOLDS_SET_ACTION: &str =
    "holds a Set Action inside; action and cids belong at its top, where they make a job";

/// How deep JSON in texts of JSON is searched for a Set Action.
const TEXT_LEVELS_MAX: usize = 4;

/// A Set Action: do something to customers through an upstream.
///
/// The action and the customers are read from the payload itself, so that what is recorded and what is sent
/// cannot differ.
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
    /// `user_id` asks for what `payload` (the legacy `postData`) says, by a POST to `url`.
    ///
    /// `payload` holds `action`, a string, and `cids`, an array of strings or integers. Its numbers are sent and
    /// recorded digit by digit as they were parsed: this crate turns on `arbitrary_precision` of `serde_json`.
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
    /// [`Error::Invalid`] for `action` or `cids` when one is missing, of another type, or breaks the rules of
    /// [`ActionName`] or [`Cid`]; when there is no customer, or more than [`CustomerSet::COUNT_MAX`]. For `postData`
    /// when one of the two has another spelling (`Action`, `CIDs`), which some upstreams would read as well.
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

    /// Whether `payload` is that of a Set Action, valid or not: it names an `action`, in whatever spelling. One that
    /// names no `cids`, or names them oddly, is refused by [`SetAction::new`]; it is never sent as a read.
    #[must_use]
    pub fn is_set_action(payload: &Map<String, Value>) -> bool {
        payload.keys().any(|name| means(name, ACTION))
    }

    /// With the caller's token, which is sent as `Authorization: Bearer …` and never recorded.
    #[must_use]
    pub fn with_token(mut self, token: Option<Secret>) -> Self {
        self.token = token.filter(|token| !token.is_empty());
        self
    }

    /// With the form in which the payload is sent; JSON unless told.
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

    /// With the key of the request. Sent again with the same key and content, it makes no other job and no other call.
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

fn read_action(payload: &Map<String, Value>) -> Result<ActionName> {
    let name = match payload.get(ACTION) {
        Some(Value::String(name)) => name.as_str(),
        Some(_) => return Err(Error::invalid(ACTION, "must be a string")),
        None => return Err(Error::invalid(ACTION, "is missing")),
    };
    // The core names the field as the ledger does; the caller knows it as `action`.
    ActionName::new(name).map_err(|error| match error {
        Error::Invalid { reason, .. } => Error::invalid(ACTION, reason),
        other => other,
    })
}

fn read_customers(payload: &Map<String, Value>) -> Result<CustomerSet> {
    let cids = match payload.get(CIDS) {
        Some(Value::Array(cids)) => cids,
        Some(_) => return Err(Error::invalid(CIDS, "must be an array")),
        None => return Err(Error::invalid(CIDS, "is missing")),
    };
    if cids.is_empty() {
        return Err(Error::invalid(CIDS, "must name at least one customer"));
    }
    let cids = cids.iter().enumerate().map(|(at, cid)| read_item(at, cid));
    CustomerSet::new(cids.collect::<Result<Vec<Cid>>>()?)
}

/// The customer that a request means by `value`: a text, or an integer of any length, whose digits are the cid.
///
/// ```
/// let read = |json: &str| jobs_gateway::read_cid(&serde_json::from_str(json).unwrap());
/// assert_eq!(read("123456789012345678901")?.as_str(), "123456789012345678901");
/// assert!(read("5001.0").is_err()); // 5001 or 5001.0? Whoever means one of them writes it as a text.
/// # Ok::<_, jobs_core::Error>(())
/// ```
///
/// # Errors
/// [`Error::Invalid`] for `cids`.
pub fn read_cid(value: &Value) -> Result<Cid> {
    match value {
        Value::String(cid) => Cid::new(cid.as_str()),
        Value::Number(cid) if is_integer(cid.as_str()) => Cid::new(cid.as_str()),
        _ => Err(Error::invalid(CIDS, "must be a string or an integer")),
    }
}

fn is_integer(number: &str) -> bool {
    number.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-')
}

fn read_item(at: usize, cid: &Value) -> Result<Cid> {
    read_cid(cid).map_err(|error| match error {
        Error::Invalid { field, reason } => Error::invalid(field, format!("item {at} {reason}")),
        other => other,
    })
}

/// Whether some reader takes the member `name` for `known`.
///
/// Go's `encoding/json` and many form readers compare without regard to case, also that of `ſ` (s) and `ı` (i); others
/// trim, drop `-` and `_`, end at a NUL, or read `cids[0]` as an item of `cids`. Wide letters are letters to some (NFKC).
pub(crate) fn means(name: &str, known: &str) -> bool {
    let name = name.split('[').next().unwrap_or_default();
    let name = ComposingNormalizerBorrowed::new_nfkc().normalize(name);
    let folded = name.chars().flat_map(char::to_uppercase).flat_map(char::to_lowercase);
    folded.filter(|c| c.is_alphanumeric()).eq(known.chars())
}

/// Refuses `Action`, `CIDs` and the like, alone or beside the right spelling: what is recorded would not be what an
/// upstream reads.
fn check_spelling(payload: &Map<String, Value>) -> Result<()> {
    for name in payload.keys() {
        let known = [ACTION, CIDS].into_iter().find(|known| means(name, known));
        if let Some(known) = known.filter(|known| name != known) {
            let shown: String = name.chars().take(32).collect();
            return Err(Error::invalid("postData", format!("{shown:?} must be spelt \"{known}\"")));
        }
    }
    Ok(())
}

/// Refuses a read that an upstream may take for a Set Action.
pub(crate) fn check_read(payload: &Map<String, Value>) -> Result<(), Refusal> {
    let refused = |reason: &str| Err(Refusal::invalid("postData", reason));
    match check_spelling(payload) {
        Err(Error::Invalid { reason, .. }) => return refused(&reason),
        Err(other) => return refused(&other.to_string()),
        Ok(()) => {}
    }
    if SetAction::is_set_action(payload) {
        return refused("is that of a Set Action, which makes a job");
    }
    if payload.values().any(|value| holds_set_action(value, 0)) {
        return refused(HOLDS_SET_ACTION);
    }
    Ok(())
}

/// Refuses a form whose names say what JSON would say by members: `data[action]=…&data[cids][]=…`, `x.action=…&x.cids=…`.
fn check_names(members: &Map<String, Value>) -> Result<(), Refusal> {
    let mut parents: HashMap<Vec<&str>, [bool; 2]> = HashMap::new();
    for name in members.keys() {
        let parts: Vec<_> = name.split(['[', ']', '.']).filter(|part| !part.is_empty()).collect();
        for (at, part) in parts.iter().enumerate() {
            let found = parents.entry(parts[..at].to_vec()).or_default();
            found[0] |= means(part, ACTION);
            found[1] |= means(part, CIDS);
        }
    }
    if parents.values().any(|found| *found == [true; 2]) {
        return Err(Refusal::invalid("postData", HOLDS_SET_ACTION));
    }
    Ok(())
}

/// The members of a form: lists of all that a name may stand for, as some servers end a pair at a `;`, others at the end of a
/// line.
fn form_members(form: &str) -> Map<String, Value> {
    let mut members = Map::new();
    for form in [form, &form.replace([';', '\r', '\n'], "&")] {
        for (name, value) in url::form_urlencoded::parse(form.as_bytes()) {
            let values = members.entry(name).or_insert_with(|| Value::Array(Vec::new()));
            values.as_array_mut().into_iter().for_each(|values| values.push((*value).into()));
        }
    }
    members
}

/// Whether an action and customers stand side by side somewhere in `value`, also in a text that is JSON or a form.
fn holds_set_action(value: &Value, level: usize) -> bool {
    holds(value, level, names_set_action)
}

/// Whether `value` is or has an object that `is_one`, also in a text that is JSON, or a form with a Set Action.
fn holds(value: &Value, level: usize, is_one: fn(&Map<String, Value>) -> bool) -> bool {
    match value {
        Value::Object(object) => {
            is_one(object) || object.values().any(|value| holds(value, level, is_one))
        }
        Value::Array(items) => items.iter().any(|item| holds(item, level, is_one)),
        Value::String(text) if level < TEXT_LEVELS_MAX => match crate::redact::json_in(text) {
            Some(value) => holds(&value, level + 1, is_one),
            None if text.contains('=') => holds_set_action(&form_members(text).into(), level + 1),
            None => false,
        },
        _ => false,
    }
}

fn names_set_action(object: &Map<String, Value>) -> bool {
    SetAction::is_set_action(object) && object.keys().any(|name| means(name, CIDS))
}

/// Refuses a POST whose URL names an action or customers: many servers read parameters and a form as one.
pub(crate) fn check_query(url: &Url) -> Result<(), Refusal> {
    let is_ours = |name: &String| means(name, ACTION) || means(name, CIDS);
    let mut forms = decodings(url.query().unwrap_or_default()).map(|form| form_members(&form));
    if forms.any(|members| members.keys().any(is_ours)) {
        let reason = "must not name action or cids in its query; they belong into postData";
        return Err(Refusal::invalid("url", reason));
    }
    Ok(())
}

/// Refuses a GET that an upstream may take for a Set Action: one that names an action in its query or in parameters of its path, or
/// that asks to be taken for another method.
pub(crate) fn check_read_query(url: &Url) -> Result<(), Refusal> {
    let in_path = url.path_segments().into_iter().flatten().filter_map(|segment| {
        let decoded = decodings(segment).last()?;
        decoded.split_once([';', '?']).map(|(_, parameters)| parameters.to_owned())
    });
    let query = url.query().unwrap_or_default().to_owned();
    let forms = std::iter::once(query).chain(in_path).flat_map(|form| decodings(&form));
    if forms.map(|form| form_members(&form)).any(|members| names_an_action(&members)) {
        let reason = "must not name an action in its query; a Set Action is a POST with action and cids in postData";
        return Err(Refusal::invalid("url", reason));
    }
    Ok(())
}

/// Whether parameters name an action: by a name or a part of one (`filter[action]`), in JSON, or, beside customers, by a name that has
/// the word (`actionName`).
fn names_an_action(members: &Map<String, Value>) -> bool {
    let names_customers = members.keys().any(|name| means(name, CIDS));
    let holds_action = |value: &Value| holds(value, 0, SetAction::is_set_action);
    let is_name = |name: &String| {
        let mut parts = name.split(['[', ']', '.']);
        parts.any(|part| means(part, ACTION))
            || means(name, "method") && name.starts_with('_')
            || names_customers && has_word(name)
            || holds_action(&name.as_str().into())
    };
    members.keys().any(is_name) || members.values().any(holds_action)
}

/// Whether one of the words of `name` begins with that of an action: `actionName`, `next_action`, and not `transaction`.
fn has_word(name: &str) -> bool {
    let bytes = name.as_bytes();
    let begins = |at: &usize| {
        let is_start = *at == 0 || !bytes[at - 1].is_ascii_alphabetic();
        is_start || bytes[*at].is_ascii_uppercase() && bytes[at - 1].is_ascii_lowercase()
    };
    let is_it = |word: &[u8]| word.eq_ignore_ascii_case(ACTION.as_bytes());
    let mut words = bytes.windows(ACTION.len()).enumerate().filter(|(at, _)| begins(at));
    words.any(|(_, word)| is_it(word))
}

/// About how much memory a request takes with this payload, in bytes: 64 for each value, and each text three times
/// (as it was parsed, as it is sent, as it is recorded).
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
    /// How it is asked for.
    pub method: ReadMethod,
    /// What is sent with [`ReadMethod::Post`]; a GET sends none. Must not be that of a Set Action.
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
            Self::Form(form) => match crate::redact::json_in(form) {
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

/// The form in which a payload is sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum ContentType {
    /// `application/json`.
    #[default]
    Json,
    /// `application/x-www-form-urlencoded`: a pair for each member of the payload. Strings go as they are,
    /// numbers, booleans, arrays and objects as their JSON (`cids=["5001","5002"]`, percent-encoded), and a
    /// member that is `null` is left out.
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
        [Self::Json, Self::Form].into_iter().find(|known| known.as_str().eq_ignore_ascii_case(name))
    }

    /// The bytes that are sent for `payload`.
    pub(crate) fn encode(self, payload: &Map<String, Value>) -> String {
        match self {
            Self::Json => json_text(payload),
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

/// The payload as JSON.
pub(crate) fn json_text(payload: &Map<String, Value>) -> String {
    serde_json::to_string(payload).expect("a map from strings to JSON values is always JSON")
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn names_that_some_reader_takes_for_ours_are_known() {
        for name in [
            "action",
            "Action",
            "ACTION",
            "action ",
            "\tAction",
            "act-ion",
            "_action",
            "ac\u{200b}tion",
            "action\0",
            "actıon",
            "ACTİON",
            "action[0]",
            "action[]",
        ] {
            assert!(means(name, ACTION), "{name:?}");
        }
        for name in ["cids", "CIDs", " cids", "cidſ", "c_ids", "cids[]", "cids[12]"] {
            assert!(means(name, CIDS), "{name:?}");
        }
        for name in
            ["", "actions", "transaction", "action2", "act", "cid", "cids2", "[action]", "x[cids]"]
        {
            assert!(!means(name, ACTION) && !means(name, CIDS), "{name:?}");
        }
    }

    #[test]
    fn a_set_action_is_found_wherever_it_hides() {
        let action = json!({"Action": "A", "CIDs": ["1"]});
        for hidden in [
            json!({"a": action}),
            json!({"a": [1, {"b": [action]}]}),
            json!({"a": action.to_string()}),
            json!({"a": [json!({"b": action.to_string()}).to_string()]}),
        ] {
            let payload = hidden.as_object().unwrap();
            let refusal = check_read(payload).unwrap_err().to_string();
            assert!(
                refusal.starts_with("postData: holds a Set Action inside"),
                "{hidden}: {refusal}"
            );
        }
        for plain in
            [json!({"a": {"action": "list"}, "b": {"cids": ["1"]}}), json!({"cids": ["1"]})]
        {
            assert!(check_read(plain.as_object().unwrap()).is_ok(), "{plain}");
        }
    }

    #[test]
    fn a_footprint_grows_with_values_and_texts() {
        let of = |payload: Value| footprint(payload.as_object().unwrap());
        assert_eq!(of(json!({})), 0);
        assert_eq!(of(json!({"ab": 1})), 3 * 2 + 64);
        assert_eq!(of(json!({"": ["abc", null, {"a": "b"}]})), 5 * 64 + 3 * 5);
    }
}
