//! What is recorded of a request and an answer: everything but the credentials.
//!
//! Those are known by the name that they stand under, in JSON, in JSON inside a text, in pieces of JSON, and in URLs; and
//! those that the request itself holds are known wherever they turn up.

mod pieces;
mod urls;

use std::borrow::Cow;

use serde_json::{Map, Value};
use url::Url;

use crate::request::json_text;
use crate::secret::{self, REDACTED, Scrubber, Secret, Secrets};
use crate::{Refusal, json};
use pieces::clean_members;
use urls::{
    ENDS_AUTHORITY, authority_start, clean_url, is_form, parameters_start, secret_values, userinfo,
};

/// A member whose name contains one of these, in any case, holds a credential.
const SECRET_NAMES: [&str; 4] = ["token", "password", "authorization", "secret"];

/// What may stand before a credential, as in the `Authorization` header.
const SCHEMES: [&str; 2] = ["bearer", "basic"];

/// How deep JSON may lie in texts of JSON. What lies deeper is for no reader, and is replaced whole.
const TEXT_LEVELS_MAX: usize = 4;

fn is_secret(name: &str) -> bool {
    let name = name.to_lowercase();
    SECRET_NAMES.iter().any(|secret| name.contains(secret))
}

/// The payload, as JSON, and the URL of a request that somebody else sends, as those of a Set Action are recorded: without
/// the credentials that have their names, and without these wherever else they turn up in the two.
///
/// ```
/// let payload = serde_json::json!({"note": "sent with abcdef", "authToken": "abcdef"});
/// let (payload, url) = jobs_gateway::redacted_request(Some(payload), Some("https://a.test/?page=2"))?;
/// assert_eq!(payload.as_deref(), Some(r#"{"authToken":"[redacted]","note":"sent with [redacted]"}"#));
/// assert_eq!(url.as_deref(), Some("https://a.test/?page=2"));
/// # Ok::<_, jobs_gateway::Refusal>(())
/// ```
///
/// # Errors
/// When there are more credentials than can be searched for.
pub fn redacted_request(
    payload: Option<Value>,
    url: Option<&str>,
) -> Result<(Option<String>, Option<String>), Refusal> {
    let mut secrets = Secrets::default();
    url.into_iter().for_each(|url| secrets.add_parameters(url));
    payload.iter().for_each(|payload| collect(payload, false, 0, &mut secrets));
    secrets.check("request_payload")?;
    let scrubber = secrets.scrubber();
    let payload = payload.map(|mut payload| {
        redact(&mut payload, &scrubber, 0);
        payload.to_string()
    });
    Ok((payload, url.map(|url| self::url(url, &scrubber))))
}

/// `value`, its credentials replaced at any depth.
#[must_use]
pub fn redacted(mut value: Value) -> Value {
    redact(&mut value, &Scrubber::default(), 0);
    value
}

/// `text` without its credentials: those of its JSON, if it is some, and those of the URLs and forms in it. A text
/// without any stays as it is, letter for letter; JSON with some is written anew.
///
/// ```
/// use jobs_gateway::redacted_text;
/// assert_eq!(redacted_text(r#"{ "token": "abc" }"#), r#"{"token":"[redacted]"}"#);
/// assert_eq!(redacted_text("no answer: https://a.test/?token=abc"), "no answer: https://a.test/?token=[redacted]");
/// ```
#[must_use]
pub fn redacted_text(text: &str) -> Cow<'_, str> {
    clean_text(text, &Scrubber::default(), 0)
}

/// `url` without credentials: user name and password, and the values of parameters with secret names.
///
/// ```
/// let url = "https://vijay:pw@a.test/x?access_token=abc&page=2";
/// let clean = "https://[redacted]@a.test/x?access_token=[redacted]&page=2";
/// assert_eq!(jobs_gateway::redacted_url(url), clean);
/// ```
#[must_use]
pub fn redacted_url(url: &str) -> String {
    self::url(url, &Scrubber::default())
}

/// Whether `url` holds a user name or a password.
#[must_use]
pub fn url_has_userinfo(url: &str) -> bool {
    userinfo(url, authority_start(url).unwrap_or(0)).is_some()
}

/// The payload as JSON, as it is recorded.
pub(crate) fn payload(payload: Map<String, Value>, scrubber: &Scrubber) -> String {
    let mut payload = payload;
    redact_object(&mut payload, scrubber, 0);
    json_text(&payload)
}

/// The URL of a request, as it is recorded.
pub(crate) fn url(url: &str, scrubber: &Scrubber) -> String {
    // All of it is a URL, even one without `//`.
    text(&clean_url(url, authority_start(url).or(Some(0))), scrubber).into_owned()
}

/// A value of an answer, as text.
pub(crate) fn value(value: &Value, scrubber: &Scrubber) -> String {
    match value {
        Value::String(text) => self::text(text, scrubber).into_owned(),
        other => {
            let mut clean = other.clone();
            redact(&mut clean, scrubber, 0);
            clean.to_string()
        }
    }
}

/// A text of an answer, as it is recorded.
pub(crate) fn text<'a>(text: &'a str, scrubber: &Scrubber) -> Cow<'a, str> {
    clean_text(text, scrubber, 0)
}

/// Replaces the credentials in `value`, and says whether there were any. The names of members stay as they are.
fn redact(value: &mut Value, scrubber: &Scrubber, level: usize) -> bool {
    match value {
        Value::Object(object) => redact_object(object, scrubber, level),
        Value::Array(items) => {
            items.iter_mut().fold(false, |changed, item| redact(item, scrubber, level) | changed)
        }
        Value::String(text) => match clean_text(text, scrubber, level) {
            Cow::Borrowed(_) => false,
            Cow::Owned(clean) => {
                *text = clean;
                true
            }
        },
        _ => false,
    }
}

fn redact_object(object: &mut Map<String, Value>, scrubber: &Scrubber, level: usize) -> bool {
    let mut changed = false;
    for (name, value) in object {
        if !is_secret(name) {
            changed |= redact(value, scrubber, level);
        } else if *value != REDACTED {
            *value = REDACTED.into();
            changed = true;
        }
    }
    changed
}

/// A text without its credentials, owned if there were any; `level` counts the texts around it that are JSON.
fn clean_text<'a>(text: &'a str, scrubber: &Scrubber, level: usize) -> Cow<'a, str> {
    if let Some(value) = json_in(text) {
        return clean_json(text, value, scrubber, level);
    }
    let members = clean_members(text);
    let Cow::Owned(clean) = clean_words(&members) else {
        return match members {
            Cow::Borrowed(text) => scrubber.scrub(text),
            Cow::Owned(text) => clean_anew(&text, scrubber, level).into(),
        };
    };
    clean_anew(&clean, scrubber, level).into()
}

/// A text in which something was replaced, and which may have become JSON by that.
fn clean_anew(text: &str, scrubber: &Scrubber, level: usize) -> String {
    match json_in(text) {
        Some(value) => clean_json(text, value, scrubber, level).into_owned(),
        None => scrubber.scrub(text).into_owned(),
    }
}

/// As [`clean_text`], of a text that is the JSON `value`.
fn clean_json<'a>(
    text: &'a str,
    mut value: Value,
    scrubber: &Scrubber,
    level: usize,
) -> Cow<'a, str> {
    if level == TEXT_LEVELS_MAX {
        return Cow::Owned(REDACTED.to_owned());
    }
    let changed = redact(&mut value, scrubber, level + 1);
    // A member that is given twice is read once; the other one, unread, may hold a credential.
    if changed || members(&value) != colons(text) { value.to_string().into() } else { text.into() }
}

/// The object or array that `text` is.
pub(crate) fn json_in(text: &str) -> Option<Value> {
    let may_be = text.trim_start().starts_with(['{', '[']);
    may_be.then(|| json::read(text).ok()).flatten()
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
    let (mut count, mut in_string, mut escaped) = (0, false, false);
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

/// `text`, each of its words without credentials, should it be a URL or parameters of one.
fn clean_words(text: &str) -> Cow<'_, str> {
    if !text.contains('=') && !text.contains("://") {
        return text.into();
    }
    let clean: String = text.split_inclusive(ends_word).map(clean_word).collect();
    if clean == text { text.into() } else { clean.into() }
}

fn ends_word(c: char) -> bool {
    c.is_whitespace() || matches!(c, '"' | '\'' | '<' | '>' | '(' | ')' | '`')
}

/// A word without what ends it, and the sentence: that may stand behind a value that is replaced.
fn bare_word(word: &str) -> &str {
    word.trim_end_matches(|c| ends_word(c) || matches!(c, '.' | ',' | ';' | ':'))
}

fn clean_word(word: &str) -> Cow<'_, str> {
    let bare = bare_word(word);
    let end = &word[bare.len()..];
    if bare.contains("://") || bare.contains('=') {
        (clean_url(bare, authority_start(bare)) + end).into()
    } else {
        word.into()
    }
}

/// What finds the credentials that a request holds.
///
/// # Errors
/// When there are more than can be searched for.
pub(crate) fn scrubber(
    token: Option<&Secret>,
    payload: Option<&Map<String, Value>>,
    url: &Url,
) -> Result<Scrubber, Refusal> {
    let mut secrets = Secrets::default();
    token.into_iter().for_each(|token| secrets.add(token.expose()));
    secrets.add_parameters(url.as_str());
    payload.into_iter().flatten().for_each(|(name, value)| {
        collect(value, is_secret(name), 0, &mut secrets);
    });
    secrets.check("postData")?;
    Ok(secrets.scrubber())
}

impl Secrets {
    /// Takes in those of the parameters of `url` that have the names of credentials.
    fn add_parameters(&mut self, url: &str) {
        let parameters = &url[if is_form(url) { 0 } else { parameters_start(url) }..];
        // As they are: the scrubber knows escapes.
        secret_values(parameters).into_iter().for_each(|value| self.add(&parameters[value]));
    }

    /// Takes in the password in what stands before the `@` of a URL; a user name alone may be any word.
    fn add_password(&mut self, userinfo: &str) {
        let Some((_, password)) = userinfo.split_once(':') else { return };
        self.add(password);
        // When there is a second `@` behind the authority, that may be of the path, and the password shorter.
        let authority = password.split(ENDS_AUTHORITY).next().unwrap_or_default();
        if authority.len() < password.len()
            && let Some((password, _)) = authority.rsplit_once('@')
        {
            self.add(password);
        }
    }

    /// Refuses what `field` holds when there are more than can be searched for.
    fn check(&self, field: &'static str) -> Result<(), Refusal> {
        if !self.is_too_much() {
            return Ok(());
        }
        let bytes_max = secret::BYTES_MAX;
        let reason = format!("holds more than {bytes_max} bytes of tokens, passwords and the like");
        Err(Refusal::invalid(field, reason))
    }
}

fn collect(value: &Value, secret: bool, level: usize, secrets: &mut Secrets) {
    match value {
        Value::Object(object) => object
            .iter()
            .for_each(|(name, value)| collect(value, secret || is_secret(name), level, secrets)),
        Value::Array(items) => {
            items.iter().for_each(|item| collect(item, secret, level, secrets));
        }
        Value::Number(number) if secret => secrets.add(&number.to_string()),
        Value::String(text) => {
            if secret {
                secrets.add(text);
                // An upstream that refuses `Bearer abc` may say so of `abc`.
                if let Some((scheme, credentials)) = text.split_once(' ')
                    && SCHEMES.iter().any(|known| scheme.eq_ignore_ascii_case(known))
                {
                    secrets.add(credentials.trim_start());
                }
            }
            match json_in(text) {
                Some(value) if level < TEXT_LEVELS_MAX => {
                    collect(&value, secret, level + 1, secrets);
                }
                _ => collect_words(text, secrets),
            }
        }
        _ => {}
    }
}

/// Collects what [`clean_words`] replaces.
fn collect_words(text: &str, secrets: &mut Secrets) {
    if !text.contains('=') && !text.contains("://") {
        return;
    }
    for word in text.split_inclusive(ends_word).map(bare_word) {
        let place = authority_start(word).and_then(|start| userinfo(word, start)).unwrap_or(0..0);
        secrets.add_password(&word[place.clone()]);
        let parameters = if is_form(word) { word } else { &word[place.end..] };
        secrets.add_parameters(parameters);
    }
}

#[cfg(test)]
mod tests;
