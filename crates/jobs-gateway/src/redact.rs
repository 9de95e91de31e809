//! What is recorded of a request and an answer: everything but the credentials.
//!
//! Those are known by the name that they stand under, in JSON, in JSON inside a text, in pieces of JSON, and in URLs; and
//! those that the request itself holds are known wherever they turn up.

use std::borrow::Cow;
use std::ops::Range;

use serde_json::{Map, Value};
use url::{Url, form_urlencoded};

use crate::Refusal;
use crate::plain::Plain;
use crate::request::json_text;
use crate::secret::{self, REDACTED, Scrubber, Secret, Secrets};

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

/// `url` without user name, password and the values of parameters with secret names. `start` is where its authority
/// starts, if it has one.
fn clean_url(url: &str, start: Option<usize>) -> String {
    let place = start.and_then(|start| userinfo(url, start)).unwrap_or(0..0);
    let mut clean = url[..place.start].to_owned();
    if !place.is_empty() {
        clean.push_str(REDACTED);
    }
    let start = clean.len() + parameters_start(&url[place.end..]);
    clean.push_str(&url[place.end..]);
    let parameters = clean.split_off(if is_form(&clean) { 0 } else { start });
    clean + &clean_parameters(&parameters)
}

/// Where the parameters of a URL start.
fn parameters_start(url: &str) -> usize {
    url.find(['?', '#']).unwrap_or(url.len())
}

/// Whether a word is parameters from its beginning, though a value may be a URL.
fn is_form(word: &str) -> bool {
    word.split_once('=').is_some_and(|(name, _)| authority_start(name).is_none())
}

/// Where the authority of a URL starts, which may have a user name and a password.
fn authority_start(url: &str) -> Option<usize> {
    match url.find("://") {
        Some(at) => Some(at + 3),
        None => url.starts_with("//").then_some(2),
    }
}

/// Where user name and password stand in a URL, the authority of which begins at `start`.
fn userinfo(url: &str, start: usize) -> Option<Range<usize>> {
    let (scheme, rest) = url.split_at(start);
    if rest.strip_prefix(REDACTED).is_some_and(|host| host.starts_with('@')) {
        return Some(start..start + REDACTED.len());
    }
    let len = rest[..authority_len(scheme, rest)].rfind('@').filter(|len| *len > 0)?;
    Some(start..start + len)
}

const ENDS_AUTHORITY: [char; 4] = ['/', '\\', '?', '#'];

/// How far the authority may reach that `rest` begins with. A `/`, `?` or `#` that is not escaped cuts a password short, and
/// what comes before it, back to the `:`, is no port.
fn authority_len(scheme: &str, rest: &str) -> usize {
    let len = rest.find(ENDS_AUTHORITY).unwrap_or(rest.len());
    let (authority, after) = rest.split_at(len);
    let Some((_, port)) = authority.rsplit_once(':') else { return len };
    let host = authority.rsplit('@').next().unwrap_or_default();
    let is_ipv6 = host.starts_with('[') && host.ends_with(']');
    let is_placeholder = port.trim_start_matches('$').starts_with('{') && port.ends_with('}');
    if is_ipv6 || is_placeholder || port.bytes().all(|byte| byte.is_ascii_digit()) {
        return len;
    }
    let scheme = scheme.to_ascii_lowercase();
    if !scheme.ends_with("://") || ["http://", "https://"].iter().any(|http| scheme.ends_with(http))
    {
        return rest.len();
    }
    // Other schemes have lists of hosts, and paths behind the `:`: `git+ssh://git.test:org/repo@v1`.
    let ends_password = ['/', '\\', ',', '{', '}', '='];
    if port.contains(ends_password) {
        return len;
    }
    len + after.find(ends_password).unwrap_or(after.len())
}

/// `?a=1&token=2#b` without the values under secret names.
fn clean_parameters(parameters: &str) -> String {
    let (mut clean, mut copied) = (String::new(), 0);
    for value in secret_values(parameters) {
        clean.extend([&parameters[copied..value.start], REDACTED]);
        copied = value.end;
    }
    clean + &parameters[copied..]
}

/// Where the values under secret names stand in `?a=1&token=2#b`. A value may have a `?` in it, and be a URL with
/// parameters of its own.
fn secret_values(parameters: &str) -> Vec<Range<usize>> {
    let (mut found, mut end) = (vec![], 0);
    for parameter in parameters.split(['&', '#']) {
        let mut start = end;
        end += parameter.len();
        for part in parameter.split_inclusive('?') {
            if let Some((name, _)) = part.split_once('=')
                && form_urlencoded::parse(name.as_bytes()).any(|(name, _)| is_secret(&name))
            {
                found.push(start + name.len() + 1..end);
                break;
            }
            start += part.len();
        }
        end += 1;
    }
    found
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
    may_be.then(|| serde_json::from_str(text).ok()).flatten()
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

/// `text`, which is no JSON, without the values of members with secret names in the JSON that is a part of it, or of
/// which it is a part: a name in quotes, and a colon.
fn clean_members(text: &str) -> Cow<'_, str> {
    let (mut clean, mut copied, mut at) = (String::new(), 0, 0);
    while let Some(len) = text[at..].find('"') {
        let name = &text[at..at + len];
        at += len + 1;
        let Some(value) = text[at..].trim_start().strip_prefix(':').map(str::trim_start) else {
            continue;
        };
        // Asked first: values lie in each other, and are measured up to their ends.
        if !is_secret_in_json(name) {
            continue;
        }
        // In JSON inside a text, quotes have backslashes.
        let leading = value.len() - value.trim_start_matches('\\').len();
        let trailing = name.len() - name.trim_end_matches('\\').len();
        let slashes = if value[leading..].starts_with('"') { leading } else { trailing };
        let len = value_len(value, slashes);
        if len > 0 {
            let start = text.len() - value.len();
            let quote = &format!("{}\"", "\\".repeat(slashes));
            clean.extend([&text[copied..start], quote, REDACTED, quote]);
            copied = start + len;
            at = copied;
        }
    }
    clean.push_str(&text[copied..]);
    if clean == text { text.into() } else { clean.into() }
}

/// Whether the name of a member is secret, also when it is written with escapes.
fn is_secret_in_json(name: &str) -> bool {
    is_secret(name)
        || name.contains('\\') && is_secret(&String::from_utf8_lossy(&Plain::of(name).bytes))
}

/// The length of the JSON value, or the word, that `text` begins with: all of the text, when it has no end. Its quotes
/// have as many `slashes` before them; quotes inside of a string have more, and one with fewer ends the text around it.
fn value_len(text: &str, slashes: usize) -> usize {
    let (mut depth, mut in_string, mut seen) = (0, false, 0);
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            b'\\' => {
                seen += 1;
                continue;
            }
            b'"' if seen < slashes => return at - seen,
            b'"' if seen % (2 * slashes + 2) == slashes => {
                in_string = !in_string;
                if !in_string && depth == 0 {
                    return at + 1;
                }
            }
            _ if in_string => {}
            b'{' | b'[' => depth += 1,
            b'}' | b']' if depth == 1 => return at + 1,
            b'}' | b']' if depth > 1 => depth -= 1,
            b'}' | b']' | b',' if depth == 0 => return at,
            _ if depth == 0 && byte.is_ascii_whitespace() => return at,
            _ => {}
        }
        seen = 0;
    }
    text.len()
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
mod tests {
    use proptest::prelude::*;
    use serde_json::json;

    use super::*;
    use crate::secret::tests::scrubber as scrubber_of;

    fn object(value: &Value) -> Map<String, Value> {
        value.as_object().unwrap().clone()
    }

    #[test]
    fn credentials_go_at_any_depth_and_in_any_case() {
        let payload = json!({
            "action": "PE-Enable",
            "cids": ["1", "2"],
            "Token": "abc",
            "options": {
                "userPassword": null,
                "list": [{"X-AUTHORIZATION": ["a", {"b": 1}]}, [{"clientSecret": {"a": 1}}]],
                "note": "sent with abcdef",
                "inner": "{\"a\": \"{\\\"password\\\": 1}\"}",
            },
            "key abcdef": 1,
        });
        let recorded = super::payload(object(&payload), &scrubber_of(&["abcdef"]));
        let expected = json!({
            "action": "PE-Enable",
            "cids": ["1", "2"],
            "Token": "[redacted]",
            "options": {
                "userPassword": "[redacted]",
                "list": [{"X-AUTHORIZATION": "[redacted]"}, [{"clientSecret": "[redacted]"}]],
                "note": "sent with [redacted]",
                "inner": "{\"a\":\"{\\\"password\\\":\\\"[redacted]\\\"}\"}",
            },
            // Names say what something is.
            "key abcdef": 1,
        });
        assert_eq!(recorded.parse::<Value>().unwrap(), expected);
    }

    #[test]
    fn what_a_request_holds_is_found_at_any_depth() {
        let payload = object(&json!({
            "a": [{"secrets": ["long enough", {"x": "also this"}, "short", 123_456]}],
            "b": "plain text",
            "c": "[{\"password\": \"in a text\"}]",
            "d": "(https://vijay:before-host@a.test/?token=after%2dhost&a=b-plain).",
            "e": "user=vijay&password=in+a+form",
            "f": "/of/a=1&token=c2VjcmV0cw==",
            "authorization": "Bearer of-a-scheme",
        }));
        let url = "https://a.test/?my%54oken=in+a+URL&page=second#id_token=in-a-fragment"
            .parse()
            .unwrap();
        let scrubber = scrubber(Some(&Secret::new("the token")), Some(&payload), &url).unwrap();
        for text in [
            "long enough",
            "also this",
            "123456",
            "in a text",
            "in a URL",
            "in-a-fragment",
            "the token",
            "before-host",
            "after-host",
            "after%2dhost",
            "in a form",
            "of-a-scheme",
            "in+a+form",
            "c2VjcmV0cw==",
        ] {
            assert_eq!(scrubber.scrub(text), REDACTED);
        }
        for text in ["short", "plain text", "second", "b-plain", "user=vijay"] {
            assert_eq!(scrubber.scrub(text), text);
        }
    }

    #[test]
    fn what_one_part_of_a_request_holds_is_found_in_the_other() {
        let payload = json!({"note": "by key-in-url", "my": {"token": "key-in-payload"}});
        let url = "https://a.test/key-in-payload?token=key-in-url#x";
        let (payload, url) = redacted_request(Some(payload), Some(url)).unwrap();
        let expected = r#"{"my":{"token":"[redacted]"},"note":"by [redacted]"}"#;
        assert_eq!(payload.as_deref(), Some(expected));
        assert_eq!(url.as_deref(), Some("https://a.test/[redacted]?token=[redacted]#x"));
        for url in ["https://a.test/cb#access_token=abcdef123", "/cb?a=b#x&token=abcdef123"] {
            let payload = json!({"note": "used abcdef123"});
            let (payload, _) = redacted_request(Some(payload), Some(url)).unwrap();
            assert_eq!(payload.as_deref(), Some(r#"{"note":"used [redacted]"}"#), "{url}");
        }
        assert_eq!(redacted_request(None, None).unwrap(), (None, None));
        let tokens: Vec<String> = (0..4_000).map(|n| format!("token number {n:05}")).collect();
        let refusal = redacted_request(Some(json!({"tokens": tokens})), None).unwrap_err();
        assert!(refusal.to_string().starts_with("request_payload: holds more"), "{refusal}");
    }

    #[test]
    fn a_request_of_nothing_but_credentials_is_refused() {
        let of = |count: usize| {
            let tokens: Vec<String> = (0..count).map(|n| format!("token number {n:05}")).collect();
            let payload = object(&json!({ "tokens": tokens }));
            scrubber(None, Some(&payload), &"https://a.test".parse().unwrap())
        };
        assert!(of(3_000).is_ok());
        let refusal = of(4_000).err().unwrap().to_string();
        assert!(
            refusal.starts_with("postData: holds more than 65536 bytes of tokens"),
            "{refusal}"
        );
    }

    #[test]
    fn a_url_keeps_everything_but_its_credentials() {
        for (given, recorded) in [
            ("https://a.test/x", "https://a.test/x"),
            ("https://a.test/x?", "https://a.test/x?"),
            ("https://a.test/x?a=1&b=%20+&c", "https://a.test/x?a=1&b=%20+&c"),
            (
                "https://a.test/x?access_token=1&b=2&to%6ben=3&PASSWORD=",
                "https://a.test/x?access_token=[redacted]&b=2&to%6ben=[redacted]&PASSWORD=[redacted]",
            ),
            ("https://a.test/#id_token=1&b=2", "https://a.test/#id_token=[redacted]&b=2"),
            ("https://u@a.test/@b", "https://[redacted]@a.test/@b"),
            ("https://u:p@a.test:80/@b", "https://[redacted]@a.test:80/@b"),
            // What may be a password goes, even when it may be more.
            ("https://u:p@a.test/@b", "https://[redacted]@b"),
            ("https://vijay:p@ss/word@a.test", "https://[redacted]@a.test"),
            ("https://vijay:pa#ss@a.test/x?a=1", "https://[redacted]@a.test/x?a=1"),
            ("HTTPS://vijay:pa?token=s@a.test/x#b", "HTTPS://[redacted]@a.test/x#b"),
            ("https://vijay:a,b{c}#@a.test/x", "https://[redacted]@a.test/x"),
            ("https://vijay:pass]/word@a.test", "https://[redacted]@a.test"),
            ("vijay:pa#ss@a.test", "[redacted]@a.test"),
            ("https://example.com:{port}/users/@me", "https://example.com:{port}/users/@me"),
            ("https://example.com:${port}/@me", "https://example.com:${port}/@me"),
            ("https://@a.test", "https://@a.test"),
            // Of other schemes only what is no list and no path.
            ("amqp://u:p#w?x@a.test/v@h", "amqp://[redacted]@a.test/v@h"),
            ("amqp://u:p@a.test/v@h", "amqp://[redacted]@a.test/v@h"),
            ("amqp://u:p#w@a,b:z#d@e", "amqp://[redacted]@a,b:z#d@e"),
            ("kafka://b1:9092,b2/topic@latest", "kafka://b1:9092,b2/topic@latest"),
            ("kafka://b1:9092,b2#topic@latest", "kafka://b1:9092,b2#topic@latest"),
            ("jdbc:x://a:b?mail=c@d", "jdbc:x://a:b?mail=c@d"),
            ("git+ssh://git.test:org/repo@v1.2", "git+ssh://git.test:org/repo@v1.2"),
            ("https://u@a.test?a=b@c", "https://[redacted]@a.test?a=b@c"),
            ("u:p@a.test/x", "[redacted]@a.test/x"),
            ("//u:p@q@a.test", "//[redacted]@a.test"),
            ("https://u:p/w@a.test/x", "https://[redacted]@a.test/x"),
            ("https://a.test:8080/x@y", "https://a.test:8080/x@y"),
            ("https://[::1]/x@y", "https://[::1]/x@y"),
            ("https://u:p@[::1]/x@y", "https://[redacted]@[::1]/x@y"),
            ("https://[::1]:{port}/x@y", "https://[::1]:{port}/x@y"),
            ("", ""),
        ] {
            assert_eq!(redacted_url(given), recorded);
            assert_eq!(url_has_userinfo(given), recorded.contains("[redacted]@"), "{given}");
            assert_eq!(redacted_url(recorded), recorded);
        }
    }

    #[test]
    fn urls_and_parameters_are_found_in_texts() {
        for (given, recorded) in [
            (
                "a = b; c=d, 1+1=2 (see https://a.test/x)",
                "a = b; c=d, 1+1=2 (see https://a.test/x)",
            ),
            (
                "failed: 'https://u:p@a.test/x?token=1'.",
                "failed: 'https://[redacted]@a.test/x?token=[redacted]'.",
            ),
            (
                "no answer from /tms?access_token=1&a=2\n",
                "no answer from /tms?access_token=[redacted]&a=2\n",
            ),
            ("user=vijay&password=hunter2", "user=vijay&password=[redacted]"),
            ("<a href=\"/x?secret=1\">", "<a href=\"/x?secret=[redacted]\">"),
            ("x=1? mail bob@a.test?", "x=1? mail bob@a.test?"),
            ("cc:sales/bob@a.test?token=1", "cc:sales/bob@a.test?token=[redacted]"),
            ("at https://u:p#w@a.test/x.", "at https://[redacted]@a.test/x."),
            ("//u:p@a.test/?a=1", "//[redacted]@a.test/?a=1"),
            (
                "token=abc&next=https://u:p@a.test/?secret=a?b&c",
                "token=[redacted]&next=https://[redacted]@a.test/?secret=[redacted]&c",
            ),
            ("a/b=1&token=2", "a/b=1&token=[redacted]"),
            ("password=hunter2?", "password=[redacted]"),
            ("https://token.test/x=1?a=1", "https://token.test/x=1?a=1"),
            ("//token.test/x=1", "//token.test/x=1"),
        ] {
            assert_eq!(redacted_text(given), recorded);
        }
    }

    #[test]
    fn passwords_of_urls_are_found_elsewhere_and_words_are_not() {
        let recorded = |note: &str, text: &str| {
            let payload = json!({"note": note, "text": text});
            let recorded = redacted_request(Some(payload), None).unwrap().0.unwrap();
            recorded.parse::<Value>().unwrap()["text"].as_str().unwrap().to_owned()
        };
        for (note, text) in [
            ("x=1? mail operations@a.test?", "operations"),
            ("x=1? cc:operations@a.test?", "operations"),
            ("https://operations@a.test", "operations"),
            ("https://operations:hunter2@a.test", "operations"),
            ("kafka://b1:9092,b2-long/topic@latest", "9092,b2-long/topic"),
        ] {
            assert_eq!(recorded(note, text), text, "{note}");
        }
        for (note, text) in [
            ("https://vijay:hunter2@a.test", "hunter2"),
            ("https://vijay:hunt#er2@a.test", "hunt#er2"),
            ("https://vijay:hunt@er2@a.test/x@y", "hunt@er2"),
            ("https://vijay:h@a.test?token=hunter2&x", "hunter2"),
            ("/callback#/done?a=1&id_token=hunter2", "hunter2"),
        ] {
            assert_eq!(recorded(note, text), REDACTED, "{note}");
        }
    }

    #[test]
    fn json_that_is_not_the_whole_text_loses_its_credentials() {
        for (given, recorded) in [
            (r#"HTTP 401: {"token":"abc"}"#, r#"HTTP 401: {"token":"[redacted]"}"#),
            (r#"{"a":1,"sessionToken":"abc"#, r#"{"a":1,"sessionToken":"[redacted]""#),
            (r#"{"a":1,"sessionToken":""#, r#"{"a":1,"sessionToken":"[redacted]""#),
            (r#"{"a":1,"sessionToken": "#, r#"{"a":1,"sessionToken": "#),
            (
                "{\"a\":1,\"token\":\"x\"}\n{\"token\" :\t7.5e1, \"a\":\"x\"}",
                "{\"a\":1,\"token\":\"[redacted]\"}\n{\"token\" :\t\"[redacted]\", \"a\":\"x\"}",
            ),
            (r#"got {"token":"a\"b\\","x":"y"}"#, r#"got {"token":"[redacted]","x":"y"}"#),
            (r#"got {"token":null}"#, r#"got {"token":"[redacted]"}"#),
            (
                r#"got {"tokens":[{"a":"]}\""},[1]],"x":[2]}"#,
                r#"got {"tokens":"[redacted]","x":[2]}"#,
            ),
            (r#"{"secret":{"a":["b","c"#, r#"{"secret":"[redacted]""#),
            (r#"got {"t\u006fken":"abc"}"#, r#"got {"t\u006fken":"[redacted]"}"#),
            (
                r#"got {"b":"{\"token\":\"a\\\"b\",\"x\":1}","c":2}"#,
                r#"got {"b":"{\"token\":\"[redacted]\",\"x\":1}","c":2}"#,
            ),
            (
                r#"got {"b":"\"token\": 12","c":2}"#,
                r#"got {"b":"\"token\": \"[redacted]\"","c":2}"#,
            ),
            (r#"12" wide, {"token":"abc"}"#, r#"12" wide, {"token":"[redacted]"}"#),
            // It is JSON once the bare word has gone, and read as such.
            (
                r#"{"token":abc,"b":"{\u0022token\u0022:1}"}"#,
                r#"{"b":"{\"token\":\"[redacted]\"}","token":"[redacted]"}"#,
            ),
            (r#"a "token", "b": 1 and "c""#, r#"a "token", "b": 1 and "c""#),
            (r#"{"a":"token", "b":"c"#, r#"{"a":"token", "b":"c"#),
        ] {
            assert_eq!(redacted_text(given), recorded);
            assert_eq!(redacted_text(recorded), recorded);
        }
    }

    #[test]
    fn values_in_values_are_read_once() {
        // Read once for each, they would be 100 GB.
        let text = r#"{"a":"#.repeat(200_000);
        assert_eq!(redacted_text(&text), text);
        let text = r#"{"token":"#.repeat(200_000);
        assert_eq!(redacted_text(&text), r#"{"token":"[redacted]""#);
    }

    #[test]
    fn json_without_credentials_is_kept_letter_for_letter() {
        for text in [
            "{ \"b\": 1.0,\n \"a\": [] }",
            "[1e400]",
            "{broken: token",
            r#"{"token":"[redacted]"}"#,
        ] {
            assert!(matches!(redacted_text(text), Cow::Borrowed(_)), "{text}");
        }
        for text in [
            r#"{"a":{"token":"k3y"},"a":1}"#,
            r#"{"a":[{"password":"k3y","x":{"secret":"k3y"}}],"a":{"b":1}}"#,
            r#"{"\u0074oken":"k3y"}"#,
        ] {
            assert!(!redacted_text(text).contains("k3y"), "{text}");
        }
    }

    #[test]
    fn json_in_texts_without_end_is_replaced_whole() {
        let mut text = r#"{"password":"hunter2"}"#.to_owned();
        for _ in 0..12 {
            text = json!([text]).to_string();
            let clean = redacted_text(&text);
            assert!(!clean.contains("hunter2"), "{clean}");
        }
    }

    /// Any JSON, in which the token and secret names turn up often.
    fn any_json() -> impl Strategy<Value = Value> {
        let text = || {
            prop_oneof!["[a-z]{0,4}", Just("k3y-k3y".to_owned()), Just("\"k3y-k3y\\".to_owned())]
        };
        let name = prop_oneof!["[a-z]{1,3}", Just("myToken".to_owned())];
        let leaf = prop_oneof![
            Just(Value::Null),
            any::<bool>().prop_map(Value::from),
            any::<i64>().prop_map(Value::from),
            text().prop_map(Value::from),
        ];
        leaf.prop_recursive(4, 64, 6, move |inner| {
            prop_oneof![
                prop::collection::vec(inner.clone(), 0..6).prop_map(Value::from),
                prop::collection::btree_map(name.clone(), inner, 0..6)
                    .prop_map(|object| Value::Object(object.into_iter().collect())),
            ]
        })
    }

    proptest! {
        #[test]
        fn what_is_recorded_is_json_without_the_token(value in any_json()) {
            let scrubber = scrubber_of(&["k3y-k3y"]);
            let mut clean = value.clone();
            let changed = redact(&mut clean, &scrubber, 0);
            prop_assert!(!clean.to_string().contains("k3y-k3y"), "{}", clean);
            prop_assert_eq!(changed, clean != value);
            let mut again = clean.clone();
            prop_assert!(!redact(&mut again, &scrubber, 0));
            prop_assert_eq!(again, clean);
        }

        #[test]
        fn any_text_is_cleaned_once_and_for_all(
            text in "[\\\\{}\\[\\]\"':/?#&=@ a]{0,20}|(token|https?://|[\\\\{}\\[\\]\",:/?#&=@ a1]){0,20}|\\PC*",
        ) {
            let clean = redacted_text(&text).into_owned();
            prop_assert_eq!(redacted_text(&clean), clean.as_str());
            let _ = redacted_url(&text);
        }
    }
}
