//! What is recorded of a request and an answer: everything but the credentials.
//!
//! Those are known by the name that they stand under, in JSON, in JSON inside a text, and in URLs; and those that the
//! request itself holds are known wherever they turn up.

use std::borrow::Cow;
use std::ops::Range;

use serde_json::{Map, Value};
use url::{Url, form_urlencoded};

use crate::Refusal;
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
    let query = url.and_then(|url| url.split_once('?')).map_or("", |(_, query)| query);
    let query = query.split('#').next().unwrap_or_default();
    secrets.add_parameters(form_urlencoded::parse(query.as_bytes()));
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
    userinfo(url.split(['?', '#']).next().unwrap_or_default()).is_some()
}

/// `url` without user name, password and the values of parameters with secret names.
fn clean_url(url: &str) -> String {
    let (base, parameters) = url.split_at(url.find(['?', '#']).unwrap_or(url.len()));
    let mut clean = base.to_owned();
    if let Some(place) = userinfo(base) {
        clean.replace_range(place, REDACTED);
    }
    clean + &clean_parameters(parameters)
}

/// Where user name and password stand in a URL, of which `base` is what comes before the query.
fn userinfo(base: &str) -> Option<Range<usize>> {
    let start = base.find("//").map_or(0, |slashes| slashes + 2);
    let rest = &base[start..];
    let authority = rest.split(['/', '\\']).next()?;
    // A slash that is not escaped cuts a password short, and what comes before it is no port.
    let is_port =
        |port: &str| port.ends_with(']') || port.bytes().all(|byte| byte.is_ascii_digit());
    let is_cut = authority.rsplit_once(':').is_some_and(|(_, port)| !is_port(port));
    let whole = if is_cut && !authority.contains('@') { rest } else { authority };
    whole.rfind('@').map(|len| start..start + len)
}

/// `?a=1&token=2#b` without the values under secret names.
fn clean_parameters(parameters: &str) -> String {
    parameters.split_inclusive(['&', '#']).map(clean_parameter).collect()
}

fn clean_parameter(parameter: &str) -> Cow<'_, str> {
    let bare = parameter.trim_end_matches(['&', '#']);
    match bare.split_once('=') {
        Some((name, _))
            if form_urlencoded::parse(name.as_bytes()).any(|(name, _)| is_secret(&name)) =>
        {
            format!("{name}={REDACTED}{}", &parameter[bare.len()..]).into()
        }
        _ => parameter.into(),
    }
}

/// The payload as JSON, as it is recorded.
pub(crate) fn payload(payload: Map<String, Value>, scrubber: &Scrubber) -> String {
    let mut payload = payload;
    redact_object(&mut payload, scrubber, 0);
    json_text(&payload)
}

/// The URL of a request, as it is recorded.
pub(crate) fn url(url: &str, scrubber: &Scrubber) -> String {
    text(&clean_url(url), scrubber).into_owned()
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
    let Some(mut value) = json_in(text) else {
        return match clean_words(text) {
            Cow::Borrowed(text) => scrubber.scrub(text),
            Cow::Owned(text) => scrubber.scrub(&text).into_owned().into(),
        };
    };
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
    if bare.contains("://") || bare.contains('?') {
        (clean_url(bare) + end).into()
    } else if bare.contains('=') {
        (clean_parameters(bare) + end).into()
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
    secrets.add_parameters(url.query_pairs());
    payload.into_iter().flatten().for_each(|(name, value)| {
        collect(value, is_secret(name), 0, &mut secrets);
    });
    secrets.check("postData")?;
    Ok(secrets.scrubber())
}

impl Secrets {
    /// Takes in those of a URL's parameters that have the names of credentials.
    fn add_parameters(&mut self, parameters: form_urlencoded::Parse<'_>) {
        let secret = parameters.filter(|(name, _)| is_secret(name));
        secret.for_each(|(_, value)| self.add(&value));
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
        let (base, parameters) = match word.find(['?', '#']) {
            Some(at) => word.split_at(at),
            None if word.contains("://") => (word, ""),
            None => ("", word),
        };
        if let Some(place) = userinfo(base) {
            let both = &base[place];
            secrets.add(both.split_once(':').map_or(both, |(_, password)| password));
        }
        for parameter in parameters.split(['?', '&', '#']) {
            let Some((_, raw)) = parameter.split_once('=') else { continue };
            let mut read = form_urlencoded::parse(parameter.as_bytes());
            if let Some((_, value)) = read.find(|(name, _)| is_secret(name)) {
                secrets.add(raw);
                secrets.add(&value);
            }
        }
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
            "authorization": "Bearer of-a-scheme",
        }));
        let url = "https://a.test/?my%54oken=in+a+URL&page=second".parse().unwrap();
        let scrubber = scrubber(Some(&Secret::new("the token")), Some(&payload), &url).unwrap();
        for text in [
            "long enough",
            "also this",
            "123456",
            "in a text",
            "in a URL",
            "the token",
            "before-host",
            "after-host",
            "after%2dhost",
            "in a form",
            "of-a-scheme",
            "in+a+form",
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
            ("https://u:p@a.test/@b", "https://[redacted]@a.test/@b"),
            ("https://u@a.test?a=b@c", "https://[redacted]@a.test?a=b@c"),
            ("u:p@a.test/x", "[redacted]@a.test/x"),
            ("//u:p@q@a.test", "//[redacted]@a.test"),
            ("https://u:p/w@a.test/x", "https://[redacted]@a.test/x"),
            ("https://a.test:8080/x@y", "https://a.test:8080/x@y"),
            ("https://[::1]/x@y", "https://[::1]/x@y"),
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
        ] {
            assert_eq!(redacted_text(given), recorded);
        }
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
        fn any_text_is_cleaned_once_and_for_all(text in "[\\\\{}\\[\\]\"':/?#&=@ a]{0,20}|\\PC*") {
            let clean = redacted_text(&text).into_owned();
            prop_assert_eq!(redacted_text(&clean), clean.as_str());
            let _ = redacted_url(&text);
        }
    }
}
