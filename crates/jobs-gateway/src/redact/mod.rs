//! Removes credentials from what is recorded of a request and an answer.
//!
//! Credentials are recognised by their [name](names), in JSON, in JSON inside a text, in URLs, and
//! in any other kind of text; some by their [shape](shapes); and those that the request itself
//! holds are found wherever they turn up.
//!
//! There is one pass over a text for each notation, and each takes linear time.

mod behind;
mod collect;
mod elements;
mod forms;
mod lines;
mod names;
mod pairs;
mod plain;
mod quoted;
mod secret;
mod shapes;
mod spelled;
mod tags;
mod text;
mod urls;

use std::borrow::Cow;

use serde_json::{Map, Value};
use url::Url;

use collect::Collector;
use names::Names;
pub(crate) use names::is_name;
use secret::Scrubber;
pub use secret::{REDACTED, Secret};
use shapes::is_plain_word;
use text::{TEXT_LEVELS_MAX, bare_word, ends_word, replaced};
use urls::{authority_start, clean_url, userinfo};

use crate::json;
use crate::refusal::Refusal;

/// Removes credentials, which it recognises by their names. Cheap to clone.
///
/// ```
/// let redactor = jobs_gateway::Redactor::with_names(&["pin".to_owned()]);
/// assert_eq!(redactor.text(r#"{ "pin": 1234 }"#), r#"{"pin":"[redacted]"}"#);
/// assert_eq!(redactor.text("password: hunter2"), "password: [redacted]");
/// assert_eq!(redactor.text("max_tokens: 100"), "max_tokens: 100");
/// ```
#[derive(Debug, Clone, Default)]
pub struct Redactor {
    names: Names,
    /// Finds the credentials that a request holds.
    found: Scrubber,
}

impl Redactor {
    /// With the names `added` beside the known ones: a name that contains the words of one of these
    /// in a row is that of a credential.
    #[must_use]
    pub fn with_names(added: &[String]) -> Self {
        Self { names: Names::with(added), found: Scrubber::default() }
    }

    /// The payload, as JSON, and the URL of a request that somebody else sends, as those of a Set
    /// Action are recorded: without the credentials that their names show, wherever these turn up
    /// in the two.
    ///
    /// ```
    /// let payload = serde_json::json!({"note": "sent with abcdef", "authToken": "abcdef"});
    /// let redactor = jobs_gateway::Redactor::default();
    /// let (payload, url) = redactor.request(Some(payload), Some("https://a.test/?page=2"))?;
    /// assert_eq!(payload.as_deref(), Some(r#"{"authToken":"[redacted]","note":"sent with [redacted]"}"#));
    /// assert_eq!(url.as_deref(), Some("https://a.test/?page=2"));
    /// # Ok::<_, jobs_gateway::Refusal>(())
    /// ```
    ///
    /// # Errors
    /// When there are more credentials than can be searched for.
    pub fn request(
        &self,
        payload: Option<Value>,
        url: Option<&str>,
    ) -> Result<(Option<String>, Option<String>), Refusal> {
        let mut secrets = Collector::of(&self.names);
        url.into_iter().for_each(|url| secrets.add_parameters(url));
        payload.iter().for_each(|payload| secrets.collect(payload, false, 0));
        let found = secrets.scrubber("request_payload")?;
        let clean = Self { names: self.names.clone(), found };
        let payload = payload.map(|mut payload| {
            clean.redact(&mut payload, 0);
            payload.to_string()
        });
        Ok((payload, url.map(|url| clean.url(url))))
    }

    /// `value`, its credentials replaced at any depth.
    #[must_use]
    pub fn value(&self, mut value: Value) -> Value {
        self.redact(&mut value, 0);
        value
    }

    /// `text` without its credentials: those in its JSON, if it is JSON, and those that it holds in
    /// any other notation. A text without any stays as it is, letter for letter; JSON with some is
    /// written anew.
    ///
    /// ```
    /// let redactor = jobs_gateway::Redactor::default();
    /// assert_eq!(redactor.text(r#"{ "token": "abc" }"#), r#"{"token":"[redacted]"}"#);
    /// assert_eq!(redactor.text("no answer: https://a.test/?token=abc"), "no answer: https://a.test/?token=[redacted]");
    /// ```
    #[must_use]
    pub fn text<'a>(&self, text: &'a str) -> Cow<'a, str> {
        self.clean_text(text, 0)
    }

    /// `url` without credentials: user name and password, and the values of parameters with secret
    /// names.
    ///
    /// ```
    /// let url = "https://vijay:pw@a.test/x?access_token=abc&page=2";
    /// let clean = "https://[redacted]@a.test/x?access_token=[redacted]&page=2";
    /// assert_eq!(jobs_gateway::Redactor::default().url(url), clean);
    /// ```
    #[must_use]
    pub fn url(&self, url: &str) -> String {
        // All of it is a URL, even without `//`.
        self.text(&clean_url(url, authority_start(url).or(Some(0)), &self.names)).into_owned()
    }

    /// The payload of a Set Action as JSON, as it is recorded.
    pub(crate) fn payload(&self, mut payload: Map<String, Value>) -> String {
        self.redact_object(&mut payload, 0);
        json::text_of(&payload)
    }

    /// A value of an answer as text, without credentials.
    pub(crate) fn value_as_text(&self, value: &Value) -> String {
        match value {
            Value::String(text) => self.text(text).into_owned(),
            other => self.value(other.clone()).to_string(),
        }
    }

    /// A redactor that also finds the credentials that a request holds.
    ///
    /// # Errors
    /// When there are more than can be searched for.
    pub(crate) fn of_request(
        &self,
        token: Option<&Secret>,
        payload: Option<&Map<String, Value>>,
        url: &Url,
    ) -> Result<Self, Refusal> {
        let mut secrets = Collector::of(&self.names);
        token.into_iter().for_each(|token| secrets.add(token.expose()));
        secrets.add_parameters(url.as_str());
        payload.into_iter().for_each(|payload| secrets.collect_members(payload, false, 0));
        let found = secrets.scrubber("postData")?;
        Ok(Self { names: self.names.clone(), found })
    }

    /// Replaces the credentials in `value`, and says whether there were any. The names of members
    /// stay as they are.
    fn redact(&self, value: &mut Value, level: usize) -> bool {
        match value {
            Value::Object(object) => self.redact_object(object, level),
            Value::Array(items) => {
                let are_named = pairs::named_items(items, &self.names);
                items.iter_mut().zip(are_named).fold(false, |changed, (item, is_named)| {
                    changed | self.redact_part(item, is_named, level)
                })
            }
            Value::String(text) => match self.clean_text(text, level) {
                Cow::Borrowed(_) => false,
                Cow::Owned(clean) => {
                    *text = clean;
                    true
                }
            },
            _ => false,
        }
    }

    fn redact_object(&self, object: &mut Map<String, Value>, level: usize) -> bool {
        let mut changed = false;
        let held = pairs::held_by(object, &self.names);
        for (name, value) in object {
            let is_secret =
                self.names.hides(name, value) || pairs::is_value(name) && held.hides(value);
            changed |= self.redact_part(value, is_secret, level);
        }
        changed
    }

    /// As [`Redactor::redact`], for a value that may be a credential as a whole.
    fn redact_part(&self, value: &mut Value, is_secret: bool, level: usize) -> bool {
        if !is_secret {
            return self.redact(value, level);
        }
        let changes = *value != REDACTED;
        *value = REDACTED.into();
        changes
    }

    /// A text without its credentials, owned if there were any; `level` counts the texts around it
    /// that are JSON.
    fn clean_text<'a>(&self, text: &'a str, level: usize) -> Cow<'a, str> {
        if is_plain_word(text) {
            return self.found.scrub(text);
        }
        if let Some(value) = json::in_text(text) {
            return self.clean_json(text, value, level);
        }
        let clean = self.clean_pieces(text);
        match self.clean_plainly(&clean, level).map_or(clean, Cow::Owned) {
            Cow::Borrowed(text) => self.found.scrub(text),
            // It may now be JSON.
            Cow::Owned(clean) => match json::in_text(&clean) {
                Some(value) => self.clean_json(&clean, value, level).into_owned().into(),
                None => self.found.scrub(&clean).into_owned().into(),
            },
        }
    }

    /// A text in plain spelling and without its credentials, if some are found in that spelling
    /// alone.
    fn clean_plainly(&self, text: &str, level: usize) -> Option<String> {
        let plain = spelled::plainly(text)?;
        let clean = match json::in_text(&plain) {
            Some(value) => self.clean_json(&plain, value, level),
            None => self.clean_pieces(&plain),
        };
        match clean {
            Cow::Borrowed(_) => None,
            Cow::Owned(clean) => Some(clean),
        }
    }

    /// A text that is not JSON, without the credentials that their names or their shapes show.
    fn clean_pieces<'a>(&self, text: &'a str) -> Cow<'a, str> {
        let names = &self.names;
        // Quoted values first, as they may look like anything; and URLs before words, as a password
        // in a URL has no name.
        let text = replaced(text.into(), |text| quoted::spans(text, names));
        let text = match clean_words(&text, names) {
            Cow::Borrowed(_) => text,
            Cow::Owned(clean) => clean.into(),
        };
        let text = replaced(text, |text| forms::spans(text, names));
        let text = replaced(text, |text| tags::spans(text, names));
        let text = replaced(text, |text| elements::spans(text, names));
        let text = replaced(text, |text| lines::spans(text, names));
        let text = replaced(text, |text| behind::spans(text, names));
        replaced(text, shapes::spans)
    }

    /// As [`Redactor::clean_text`], for a text that is the JSON `value`.
    fn clean_json<'a>(&self, text: &'a str, mut value: Value, level: usize) -> Cow<'a, str> {
        if level == TEXT_LEVELS_MAX {
            return Cow::Owned(REDACTED.to_owned());
        }
        let changed = self.redact(&mut value, level + 1);
        // If a member is given twice, only one is read, and the other may hold a credential.
        if changed || members(&value) != colons(text) {
            value.to_string().into()
        } else {
            text.into()
        }
    }
}

/// Whether `url` holds a user name or a password.
#[must_use]
pub fn url_has_userinfo(url: &str) -> bool {
    userinfo(url, authority_start(url).unwrap_or(0)).is_some()
}

/// `text` without the credentials in those of its words that are URLs or parameters.
fn clean_words<'a>(text: &'a str, names: &Names) -> Cow<'a, str> {
    if !text.contains('=') && !text.contains("://") {
        return text.into();
    }
    let words = text.split_inclusive(ends_word);
    let clean: String = words.map(|word| clean_word(word, names)).collect();
    if clean == text { text.into() } else { clean.into() }
}

fn clean_word<'a>(word: &'a str, names: &Names) -> Cow<'a, str> {
    let mut bare = bare_word(word);
    // The value of the last name is in quotes, where it was found, or in the next word.
    if word[bare.len()..].starts_with(|c| ends_word(c) && !matches!(c, '<' | '(' | ')')) {
        bare = bare.strip_suffix('=').unwrap_or(bare);
    }
    let end = &word[bare.len()..];
    if bare.contains("://") || bare.contains('=') {
        (clean_url(bare, authority_start(bare), names) + end).into()
    } else {
        word.into()
    }
}

/// How many members `value` has, at any depth.
fn members(value: &Value) -> usize {
    match value {
        Value::Object(object) => object.len() + object.values().map(members).sum::<usize>(),
        Value::Array(items) => items.iter().map(members).sum(),
        _ => 0,
    }
}

/// How many members the JSON text `text` has: colons outside strings.
fn colons(text: &str) -> usize {
    let mut count = 0;
    let mut in_string = false;
    let mut escaped = false;
    for byte in text.bytes() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' if in_string => escaped = true,
            b'"' => in_string = !in_string,
            b':' if !in_string => count += 1,
            _ => {}
        }
    }
    count
}

#[cfg(test)]
mod hostile;
#[cfg(test)]
mod tests;
