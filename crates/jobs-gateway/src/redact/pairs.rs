//! Credentials beside their names, in objects and lists: `{"name": "password", "value": "…"}`,
//! `["password", "…"]`, `["--password", "…"]`.

use serde_json::{Map, Value};

use super::names::{Holds, Names};

/// What the name of a pair is called, …
const NAMES: [&str; 10] = [
    "name",
    "key",
    "k",
    "field",
    "header",
    "param",
    "parameter",
    "attribute",
    "variable",
    "property",
];

/// … or may be called, if it is short and the value is not a number: a label, as of a chart, may be
/// a sentence, …
const LABELS: [&str; 3] = ["id", "type", "label"];

/// The most words of a label that is a name.
const LABEL_WORDS_MAX: usize = 2;

/// … and its value.
const VALUES: [&str; 6] = ["value", "values", "val", "v", "content", "default"];

/// Names of fields that may follow the name of a credential.
const FIELDS: [&str; 12] = [
    "token",
    "tokens",
    "access_token",
    "refresh_token",
    "password",
    "passwords",
    "secret",
    "secrets",
    "client_secret",
    "api_key",
    "cookie",
    "authorization",
];

/// The least length of a word that is treated as a credential although it may stand in any
/// sentence.
const RANDOM_LEN_MIN: usize = 8;

/// Options of commands that take a user name and a password: `curl -u vijay:…`.
const USER_OPTIONS: [&str; 4] = ["-u", "-U", "--user", "--proxy-user"];

/// What the values of `object` hold if it is a pair of a name and a value, as in lists of headers
/// and variables.
pub(super) fn held_by(object: &Map<String, Value>, names: &Names) -> Holds {
    let texts = object.iter().filter_map(|(name, value)| Some((name, value.as_str()?)));
    texts.map(|(name, text)| held(name, text, names)).max().unwrap_or(Holds::Anything)
}

/// Whether `text`, which is called `name`, is the name of a credential beside it.
pub(super) fn names_credential(name: &str, text: &str, names: &Names) -> bool {
    held(name, text, names) != Holds::Anything
}

/// What stands beside `text`, which is called `name`.
fn held(name: &str, text: &str, names: &Names) -> Holds {
    let is_short = || text.split_whitespace().nth(LABEL_WORDS_MAX).is_none();
    if is_among(name, &NAMES) {
        names.holds(text)
    } else if is_among(name, &LABELS) && is_short() {
        names.holds(text).min(Holds::OftenNumbers)
    } else {
        Holds::Anything
    }
}

/// Whether the name of a pair may be called `name`.
pub(super) fn is_name(name: &str) -> bool {
    is_among(name, &NAMES) || is_among(name, &LABELS)
}

fn is_among(name: &str, known: &[&str]) -> bool {
    known.iter().any(|known| name.eq_ignore_ascii_case(known))
}

/// Whether the value of a pair may be called `name`.
pub(super) fn is_value(name: &str) -> bool {
    is_among(name, &VALUES)
}

/// Which of `items` the item before shows to be credentials: in a list of two, of headers, or of a
/// command's arguments.
pub(super) fn named_items(items: &[Value], names: &Names) -> Vec<bool> {
    let is_flat = items.len() == 2 || are_headers(items, names);
    (0..items.len()).map(|at| is_named_item(items, at, is_flat, names)).collect()
}

/// Whether `items` are names of headers, each before its value: `["Host", "a.test", "Cookie",
/// "…"]`.
fn are_headers(items: &[Value], names: &Names) -> bool {
    let is_part = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_');
    let is_secret = |name: &str| {
        name.starts_with(|c: char| c.is_ascii_alphanumeric())
            && name.chars().all(is_part)
            && (Names::is_header(name) || name.contains('-') && names.is_secret(name))
    };
    items.len().is_multiple_of(2)
        && items.iter().all(Value::is_string)
        && items.iter().step_by(2).filter_map(Value::as_str).any(is_secret)
}

fn is_named_item(items: &[Value], at: usize, is_flat: bool, names: &Names) -> bool {
    let before = at.checked_sub(1).and_then(|before| items[before].as_str());
    let Some(before) = before else { return false };
    let item = &items[at];
    if let Some(option) = option(before) {
        let is_argument = |text: &str| is_argument(before, text);
        return (is_of_user(before) || names.is_secret(option))
            && item.as_str().is_none_or(is_argument);
    }
    let is_value = is_flat && !at.is_multiple_of(2);
    is_value && names.hides(before, item) && !item.as_str().is_some_and(is_other_name)
}

/// Whether what follows a name is another name, as in `["password", "token"]`, a list of fields. A
/// password may contain a word for one (`topsecret`), so only whole names count.
pub(super) fn is_other_name(text: &str) -> bool {
    is_among(text, &FIELDS)
}

/// Whether `word` is long, and of letters and digits, as hardly any word of a sentence is.
pub(super) fn is_random(word: &str) -> bool {
    let word = word.trim_end_matches('=');
    word.len() >= RANDOM_LEN_MIN
        && word.contains(|c: char| c.is_ascii_alphabetic())
        && word.contains(|c: char| c.is_ascii_digit())
        && !word.starts_with('/')
        && !word.contains([':', '=', '(', '<', '{'])
}

/// The name of the option that a word of a command line is, if it is one whose value is the next
/// word.
pub(super) fn option(word: &str) -> Option<&str> {
    let name = word.strip_prefix('-')?.trim_start_matches('-');
    let is_part = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-' | '.');
    (!name.is_empty() && name.chars().all(is_part)).then_some(name)
}

/// Whether the option `word` takes a user name with a password.
pub(super) fn is_of_user(word: &str) -> bool {
    USER_OPTIONS.contains(&word)
}

/// Whether `word` is the argument of the option before it, and holds a credential if that takes
/// one.
pub(super) fn is_argument(option: &str, word: &str) -> bool {
    let has_password = || word.find(':').is_some_and(|at| at > 0 && !word[at..].starts_with("://"));
    let is_option = self::option(word).is_some() && !is_random(word);
    !is_option && (!is_of_user(option) || has_password())
}
