//! Credentials beside their names, in objects and lists: `{"name": "password", "value": "…"}`, `["password", "…"]`,
//! `["--password", "…"]`.

use serde_json::{Map, Value};

use super::names::Names;

/// What the name of a pair is called, …
const NAMES: [&str; 13] = [
    "name",
    "key",
    "k",
    "id",
    "type",
    "label",
    "field",
    "header",
    "param",
    "parameter",
    "attribute",
    "variable",
    "property",
];

/// … and its value.
const VALUES: [&str; 6] = ["value", "values", "val", "v", "content", "default"];

/// How long a word is at least that is taken for a credential though it may stand in any sentence.
const RANDOM_LEN_MIN: usize = 8;

/// Options of commands that take a user name and a password: `curl -u vijay:…`.
const USER_OPTIONS: [&str; 4] = ["-u", "-U", "--user", "--proxy-user"];

/// Whether `object` is a pair of the name of a credential and a value, as lists of headers and variables have them.
pub(super) fn is_pair_of(object: &Map<String, Value>, names: &Names) -> bool {
    let is_secret = |value: &Value| value.as_str().is_some_and(|name| names.is_secret(name));
    object.iter().any(|(name, value)| is_name(name) && is_secret(value))
}

/// Whether the name of a pair may be called `name`.
pub(super) fn is_name(name: &str) -> bool {
    NAMES.iter().any(|known| name.eq_ignore_ascii_case(known))
}

/// Whether the value of a pair may be called `name`.
pub(super) fn is_value(name: &str) -> bool {
    VALUES.iter().any(|known| name.eq_ignore_ascii_case(known))
}

/// Whether the item `at` is a credential by the one before it: in a list of two, or in one of a command's arguments.
pub(super) fn is_named_item(items: &[Value], at: usize, names: &Names) -> bool {
    let before = at.checked_sub(1).and_then(|before| items[before].as_str());
    let Some(before) = before else { return false };
    let item = &items[at];
    if let Some(option) = option(before) {
        let is_argument = |text: &str| is_argument(before, text);
        return (is_of_user(before) || names.is_secret(option))
            && item.as_str().is_none_or(is_argument);
    }
    let is_other_name = |text: &str| is_other_name(text, names);
    items.len() == 2 && names.hides(before, item) && !item.as_str().is_some_and(is_other_name)
}

/// Whether what follows a name is another one, as in `["password", "token"]`, the names of fields.
pub(super) fn is_other_name(text: &str, names: &Names) -> bool {
    !is_random(text) && names.is_secret(text)
}

/// Whether `word` is long, and of letters and digits, as hardly any of a sentence is.
pub(super) fn is_random(word: &str) -> bool {
    let word = word.trim_end_matches('=');
    word.len() >= RANDOM_LEN_MIN
        && word.contains(|c: char| c.is_ascii_alphabetic())
        && word.contains(|c: char| c.is_ascii_digit())
        && !word.starts_with('/')
        && !word.contains([':', '=', '(', '<', '{'])
}

/// The name of the option that a word of a command line is, if it is one and its value stands in the next word.
pub(super) fn option(word: &str) -> Option<&str> {
    let name = word.strip_prefix('-')?.trim_start_matches('-');
    let is_part = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-' | '.');
    (!name.is_empty() && name.chars().all(is_part)).then_some(name)
}

/// Whether the option `word` takes a user name with a password.
pub(super) fn is_of_user(word: &str) -> bool {
    USER_OPTIONS.contains(&word)
}

/// Whether `word` is the argument of the option before it, and holds a credential if that takes one.
pub(super) fn is_argument(option: &str, word: &str) -> bool {
    let has_password = || word.find(':').is_some_and(|at| at > 0 && !word[at..].starts_with("://"));
    !word.starts_with('-') && (!is_of_user(option) || has_password())
}
