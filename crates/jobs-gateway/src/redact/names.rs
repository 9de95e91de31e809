//! Which names are those of credentials.
//!
//! A name is read as words, in one form of letters and case (NFKC): `dbPassword`, `DB_PASSWORD` and
//! `db.password` are `db` and `password`. The last of its words that means a credential decides
//! (`x-api-key`, `usage_token`), unless a word after it says that the name is only about one: a
//! count, a limit, a date, an address (`token_count`, `password_policy`, `token_url`). Of the words
//! before it, only those that count `tokens` matter (`max_tokens`).

use std::sync::{Arc, LazyLock};

use aho_corasick::AhoCorasick;
use icu_normalizer::ComposingNormalizerBorrowed;
use serde_json::Value;

/// A name is that of a credential if it has one of these anywhere, also across words and inside
/// longer ones: `mytokens`, `pass-word`.
const ANYWHERE: [&str; 9] = [
    "token",
    "secret",
    "password",
    "passwd",
    "passphrase",
    "passcode",
    "credential",
    "authorization",
    "authorisation",
];

/// … or if a word of it, or several together, end in one of these: `dbpwd`, `session.cookies`.
const AT_END: [&str; 9] = [
    "pwd",
    "cookie",
    "signature",
    "bearer",
    "jsessionid",
    "phpsessid",
    "passkey",
    "clientassertion",
    "connectionstring",
];

/// … or in one of these and `key`: `apiKey`, `x-api-keys`.
const KEYS: [&str; 25] = [
    "api",
    "access",
    "private",
    "auth",
    "encryption",
    "signing",
    "master",
    "account",
    "subscription",
    "session",
    "ssh",
    "client",
    "rsa",
    "server",
    "host",
    "shared",
    "storage",
    "aws",
    "webhook",
    "license",
    "licence",
    "function",
    "functions",
    "hmac",
    "crypt",
];

/// … or if this ends a word, and …
const PASS: &str = "pass";

/// … if one of these is its last word, not counting a number and [`BEHIND_SHORT`]: `basic_auth`,
/// `pw1`, `otp_code`. They must be whole words, as longer words begin or end in them: `design`,
/// `author`.
const SHORT: [&str; 10] =
    ["sig", "pw", "psw", "auth", "oauth", "cred", "jwt", "otp", "totp", "dsn"];

/// Words after a short one that do not count.
const BEHIND_SHORT: [&str; 5] = ["header", "value", "string", "code", "data"];

/// Words that begin or end like a credential, and are not one: `secretary`, `tokenizer`, `bypass`.
const UNRELATED: [&str; 12] = [
    "secretar",
    "secretion",
    "secretiv",
    "tokeniz",
    "tokenis",
    "passwordless",
    "compass",
    "encompass",
    "bypass",
    "trespass",
    "surpass",
    "overpass",
];

/// Words after a credential's that make a name one about a credential.
const ABOUT: [&str; 46] = [
    "count",
    "counts",
    "max",
    "maximum",
    "min",
    "minimum",
    "limit",
    "limits",
    "length",
    "len",
    "size",
    "budget",
    "quota",
    "usage",
    "total",
    "cost",
    "price",
    "rate",
    "expires",
    "expiry",
    "expiration",
    "ttl",
    "lifetime",
    "age",
    "seconds",
    "policy",
    "required",
    "enabled",
    "type",
    "strength",
    "attempts",
    "consent",
    "algorithm",
    "alg",
    "method",
    "version",
    "url",
    "uri",
    "endpoint",
    "domain",
    "at",
    "bucket",
    "provider",
    "mode",
    "scheme",
    "status",
];

/// Words beside `tokens` that mean a count, as with language models.
const COUNTED: [&str; 27] = [
    "n",
    "num",
    "max",
    "maximum",
    "min",
    "minimum",
    "total",
    "limit",
    "used",
    "remaining",
    "left",
    "per",
    "prompt",
    "completion",
    "prediction",
    "input",
    "output",
    "cache",
    "cached",
    "context",
    "reasoning",
    "thinking",
    "thoughts",
    "audio",
    "image",
    "text",
    "budget",
];

/// Words whose values are counts and settings if they are numbers, `true`, `false` or `null`:
/// `tokens: 100`, `cookies_accepted: true`.
const OFTEN_NUMBERS: [&str; 5] = ["token", "cookie", "signature", "auth", "oauth"];

/// Finds all words that mean a credential in one pass; most names have none.
static KNOWN: LazyLock<Known> = LazyLock::new(Known::new);

struct Known {
    parts: Vec<(String, Place)>,
    automaton: AhoCorasick,
}

/// Where a word that means a credential stands in a name.
#[derive(Clone, Copy)]
enum Place {
    Anywhere,
    AtEnd,
    LastAtEnd,
    LastWhole,
}

impl Known {
    fn new() -> Self {
        let keys = KEYS.map(|kind| format!("{kind}key"));
        let at_end = AT_END.map(str::to_owned).into_iter().chain(keys);
        let parts: Vec<_> = ANYWHERE
            .iter()
            .map(|part| ((*part).to_owned(), Place::Anywhere))
            .chain(at_end.map(|part| (part, Place::AtEnd)))
            .chain([(PASS.to_owned(), Place::LastAtEnd)])
            .chain(SHORT.iter().map(|part| ((*part).to_owned(), Place::LastWhole)))
            .collect();
        let automaton = AhoCorasick::new(parts.iter().map(|(part, _)| part))
            .expect("a few constant words make a small automaton");
        Self { parts, automaton }
    }
}

/// What a name holds.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Holds {
    Anything,
    /// A credential, or a number.
    OftenNumbers,
    Credential,
}

impl Holds {
    /// Whether `value` is a credential.
    pub(super) fn hides(self, value: &Value) -> bool {
        match self {
            Self::Anything => false,
            Self::OftenNumbers => !is_number(value),
            Self::Credential => true,
        }
    }
}

/// The names of credentials: those that are known, and those that an operator adds.
#[derive(Debug, Clone, Default)]
pub(crate) struct Names {
    added: Arc<[Words]>,
}

impl Names {
    /// The known names, and any that has the words of one of `added` in a row.
    pub(crate) fn with(added: &[String]) -> Self {
        let words = added.iter().map(|name| Words::of(name));
        Self { added: words.filter(|words| !words.ends.is_empty()).collect() }
    }

    /// Whether a text that is called `name` is a credential.
    pub(super) fn is_secret(&self, name: &str) -> bool {
        self.holds(name) != Holds::Anything
    }

    /// Whether `value`, which is called `name`, is a credential.
    pub(super) fn hides(&self, name: &str, value: &Value) -> bool {
        self.holds(name).hides(value)
    }

    /// What `name` holds.
    pub(super) fn holds(&self, name: &str) -> Holds {
        let words = Words::of(name);
        match self.added.iter().any(|added| words.has(&added.joined)) {
            true => Holds::Credential,
            false => words.hold(),
        }
    }

    /// Whether `name` is that of a header whose whole line is a credential.
    pub(super) fn is_header(name: &str) -> bool {
        let Words { joined, .. } = Words::of(name);
        ["authorization", "cookie"].iter().any(|header| joined.contains(header))
    }
}

/// Whether `value` is a number or a setting, or a list of nothing else.
fn is_number(value: &Value) -> bool {
    match value {
        Value::Number(_) | Value::Bool(_) | Value::Null => true,
        Value::Array(items) => items.iter().all(is_number),
        Value::String(_) | Value::Object(_) => false,
    }
}

/// Whether `name` has a letter or a digit, as every name must.
pub(crate) fn is_name(name: &str) -> bool {
    name.chars().any(char::is_alphanumeric)
}

/// A name in lower case, without the separators of its words.
#[derive(Debug)]
struct Words {
    joined: String,
    /// Where in `joined` each word ends.
    ends: Vec<usize>,
}

impl Words {
    fn of(name: &str) -> Self {
        if name.is_ascii() {
            return Self::of_form(name);
        }
        Self::of_form(&ComposingNormalizerBorrowed::new_nfkc().normalize(name))
    }

    fn of_form(name: &str) -> Self {
        let mut words = Self { joined: String::with_capacity(name.len()), ends: Vec::new() };
        let mut chars = name.chars().peekable();
        let mut before = None;
        while let Some(c) = chars.next() {
            if before.is_some_and(|before| is_parted(before, c, chars.peek().copied())) {
                words.end();
            }
            if c.is_ascii_alphanumeric() {
                words.joined.push(c.to_ascii_lowercase());
            } else if c.is_alphanumeric() {
                // Through capitals, which makes the dotless `ı` an `i`.
                words.joined.extend(c.to_uppercase().flat_map(char::to_lowercase));
            }
            before = Some(c);
        }
        words.end();
        words
    }

    /// Ends a word, if one has begun.
    fn end(&mut self) {
        let start = self.ends.last().copied().unwrap_or(0);
        if self.joined.len() == start {
            return;
        }
        if UNRELATED.iter().any(|stem| self.joined[start..].starts_with(stem)) {
            self.joined.truncate(start);
        } else {
            self.ends.push(self.joined.len());
        }
    }

    /// The words that begin at `at` or later.
    fn behind(&self, at: usize) -> impl Iterator<Item = &str> {
        // A binary search, as a name may have as many credentials as words.
        let before = self.ends.partition_point(|end| *end < at);
        let first = if at == 0 { 0 } else { before + 1 };
        let start_of = |word: usize| word.checked_sub(1).map_or(0, |before| self.ends[before]);
        (first..self.ends.len()).map(move |word| &self.joined[start_of(word)..self.ends[word]])
    }

    fn hold(&self) -> Holds {
        let Known { parts, automaton } = &*KNOWN;
        let mut last = None::<(usize, usize)>;
        let mut are_numbers = true;
        for found in automaton.find_overlapping_iter(&self.joined) {
            let (part, place) = &parts[found.pattern().as_usize()];
            if self.is_at(*place, found.start(), found.end()) {
                last = last.max(Some((found.end(), found.start())));
                are_numbers &= OFTEN_NUMBERS.contains(&part.as_str());
            }
        }
        match last {
            Some((end, start)) if !self.are_about(start, end) => match are_numbers {
                true => Holds::OftenNumbers,
                false => Holds::Credential,
            },
            _ => Holds::Anything,
        }
    }

    fn is_at(&self, place: Place, start: usize, end: usize) -> bool {
        let is_last = || {
            let is_short = |word: &str| {
                BEHIND_SHORT.contains(&word) || word.bytes().all(|byte| byte.is_ascii_digit())
            };
            self.behind(end + self.plural(end)).all(is_short)
        };
        match place {
            Place::Anywhere => true,
            Place::AtEnd => self.is_end(end),
            Place::LastAtEnd => self.is_end(end) && is_last(),
            Place::LastWhole => self.is_start(start) && self.is_end(end) && is_last(),
        }
    }

    /// Whether the words around the last credential, from `start` to `end`, make the name one about
    /// a credential.
    fn are_about(&self, start: usize, end: usize) -> bool {
        let counts = |word: &str| COUNTED.contains(&word);
        let are_tokens =
            self.is_start(start) && self.joined[start..end + self.plural(end)] == *"tokens";
        self.behind(end).any(|word| ABOUT.contains(&word))
            || are_tokens && self.behind(0).any(counts)
    }

    /// Whether `joined` are whole words of these.
    fn has(&self, joined: &str) -> bool {
        let mut places = self.joined.match_indices(joined);
        places.any(|(start, part)| self.is_start(start) && self.is_end(start + part.len()))
    }

    fn is_start(&self, at: usize) -> bool {
        at == 0 || self.ends.binary_search(&at).is_ok()
    }

    /// Whether a word ends at `at`, or after the `s` that stands there.
    fn is_end(&self, at: usize) -> bool {
        self.ends.binary_search(&at).is_ok() || self.plural(at) == 1
    }

    /// The length of the `s` that stands at `at` and ends a word.
    fn plural(&self, at: usize) -> usize {
        let is_plural =
            self.joined[at..].starts_with('s') && self.ends.binary_search(&(at + 1)).is_ok();
        usize::from(is_plural)
    }
}

/// Whether another word begins with `c`.
fn is_parted(before: char, c: char, after: Option<char>) -> bool {
    let starts_word =
        c.is_uppercase() && (!before.is_uppercase() || after.is_some_and(char::is_lowercase));
    !c.is_alphanumeric() || starts_word || before.is_numeric() != c.is_numeric()
}

#[cfg(test)]
mod tests;
