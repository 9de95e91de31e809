//! Credentials that are recognised by their shape alone: JWTs, tokens with a prefix, such as this
//! program's own, what follows `Bearer` and `Basic`, and private keys.

use std::ops::Range;
use std::sync::LazyLock;

use aho_corasick::AhoCorasick;

use super::text::{Span, spans_of};

/// The prefixes of tokens, and the fewest characters after each.
pub(super) const PREFIXES: [(&str, usize); 31] = [
    ("jobs_", 20),
    ("ghp_", 16),
    ("gho_", 16),
    ("ghu_", 16),
    ("ghs_", 16),
    ("ghr_", 16),
    ("github_pat_", 16),
    ("glpat-", 16),
    ("xoxb-", 16),
    ("xoxp-", 16),
    ("xoxa-", 16),
    ("xoxr-", 16),
    ("xoxs-", 16),
    ("xapp-", 16),
    ("sk_live_", 16),
    ("sk_test_", 16),
    ("rk_live_", 16),
    ("rk_test_", 16),
    ("sk-", 20),
    ("npm_", 20),
    ("hf_", 20),
    ("SG.", 20),
    ("dop_v1_", 20),
    ("pypi-", 20),
    ("hvs.", 20),
    ("ya29.", 16),
    ("glrt-", 16),
    ("AGE-SECRET-KEY-1", 16),
    ("AKIA", 16),
    ("ASIA", 16),
    ("AIza", 30),
];

/// Every JWT is at least this long.
const JWT_LEN_MIN: usize = 16;

/// No credential that is recognised by its shape is shorter, unless it has a space or a `:`.
pub(super) const LEN_MIN: usize = 16;

/// Words that follow a scheme in prose.
const ABOUT_SCHEMES: [&str; 13] = [
    "token",
    "tokens",
    "scheme",
    "header",
    "headers",
    "prefix",
    "format",
    "bearer",
    "access",
    "authentication",
    "authorization",
    "credential",
    "credentials",
];

const JWT: &str = "eyJ";

/// Checks whether a text is a credential.
type Check = fn(&str) -> bool;

/// The schemes of `Authorization` without their first letters, each with the check of what follows
/// it.
const SCHEMES: [(char, [&str; 2], Check); 2] =
    [('b', ["earer", "EARER"], is_bearer), ('b', ["asic", "ASIC"], is_basic)];

const PRIVATE_KEY: &str = "-----BEGIN ";
const PUTTY_KEY: &str = "Private-Lines:";
const ORACLE: &str = "jdbc:oracle:thin:";

/// How all of these begin. Nearly every text has none, as one pass shows.
static BEGINNINGS: LazyLock<AhoCorasick> = LazyLock::new(|| {
    let prefixes = PREFIXES.iter().map(|(prefix, _)| *prefix);
    let schemes = SCHEMES.iter().flat_map(|(_, rests, _)| *rests);
    let others = [JWT, PRIVATE_KEY, PUTTY_KEY, ORACLE];
    AhoCorasick::new(prefixes.chain(schemes).chain(others))
        .expect("some 40 short words are far from the limits of the automaton")
});

/// The credentials in `text`.
pub(super) fn spans(text: &str) -> Vec<Span> {
    if !BEGINNINGS.is_match(text) {
        return Vec::new();
    }
    let mut found = runs(text, JWT, is_jwt);
    for (prefix, len_min) in PREFIXES {
        found.extend(runs(text, prefix, |token| is_token(&token[prefix.len()..], len_min)));
    }
    for (first, rests, is_one) in SCHEMES {
        for rest in rests {
            found.extend(behind_scheme(text, first, rest, is_one));
        }
    }
    found.extend(private_keys(text));
    found.extend(putty_keys(text));
    found.extend(oracle_logins(text));
    spans_of(found)
}

/// The runs of token characters that begin with `prefix` and satisfy `is_one`. Each run is read
/// once in either case.
fn runs(text: &str, prefix: &str, is_one: impl Fn(&str) -> bool) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut done = 0;
    for (at, _) in text.match_indices(prefix) {
        if at < done || !begins(text, at) {
            continue;
        }
        let is_part = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.');
        done = at + text[at..].find(|c| !is_part(c)).unwrap_or(text.len() - at);
        let run = text[at..done].trim_end_matches('.');
        if is_one(run) {
            found.push(at..at + run.len());
        }
    }
    found
}

/// Whether a word begins at `at`, also after an escape, as in `\neyJ…` and `%20eyJ…`.
fn begins(text: &str, at: usize) -> bool {
    let before = &text.as_bytes()[..at];
    let is_escape = matches!(before, [.., b'\\', _] | [.., b'%', _, _]);
    is_escape || !text[..at].ends_with(char::is_alphanumeric)
}

fn is_jwt(run: &str) -> bool {
    run.len() >= JWT_LEN_MIN && run.contains('.')
}

/// Whether what follows a prefix is a token and not a name: a random text has a digit or a capital.
fn is_token(body: &str, len_min: usize) -> bool {
    body.len() >= len_min && body.contains(|c: char| c.is_ascii_digit() || c.is_ascii_uppercase())
}

/// What follows a scheme, if `is_one` says that it is a credential, and not a word of a sentence.
fn behind_scheme(text: &str, first: char, rest: &str, is_one: Check) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut run = Run::default();
    for (at, _) in text.match_indices(rest) {
        let starts = text[..at].ends_with([first, first.to_ascii_uppercase()]);
        if !starts || !begins(text, at - 1) {
            continue;
        }
        let after = &text[at + rest.len()..];
        let credentials =
            ["%20", "+", " ", "\t"].iter().find_map(|space| after.strip_prefix(space));
        let Some(credentials) = credentials.map(|text| text.trim_start_matches(' ')) else {
            continue;
        };
        let start = text.len() - credentials.len();
        // Schemes may stand in a run: `Bearer+Bearer+`.
        if start >= run.end {
            run = Run::at(text, start);
        }
        if start < run.token_end
            && start >= run.parameters_end
            && is_one(&text[start..run.token_end])
        {
            found.push(start..run.token_end);
            run.parameters_end = run.end;
        }
    }
    found
}

/// Characters of credentials in a row.
#[derive(Default)]
struct Run {
    end: usize,
    /// Where it ends without the full stop of a sentence.
    token_end: usize,
    /// The end of its parameters: `realm="…"` is not a credential, but describes what is asked for.
    parameters_end: usize,
}

impl Run {
    fn at(text: &str, start: usize) -> Self {
        let is_part = |c: char| {
            c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '~' | '+' | '/' | '=' | '-' | '%')
        };
        let end = start + text[start..].find(|c| !is_part(c)).unwrap_or(text.len() - start);
        let token = text[start..end].trim_end_matches('.');
        let is_cut = token.ends_with('=') && text[end..].starts_with('"');
        let value = if is_cut { token } else { token.trim_end_matches('=') };
        let parameters_end = value.rfind('=').map_or(start, |len| start + len + 1);
        Self { end, token_end: start + token.len(), parameters_end }
    }
}

fn is_bearer(run: &str) -> bool {
    run.len() >= 6 && !ABOUT_SCHEMES.iter().any(|word| word.eq_ignore_ascii_case(run))
}

/// Base64, which has a digit, a capital inside or a `=`; words such as `basic authentication` have
/// none.
fn is_basic(run: &str) -> bool {
    let has_more = |c: char| c.is_ascii_digit() || matches!(c, '=' | '+' | '/');
    run.len() >= 8
        && (run.contains(has_more) || run[1..].contains(|c: char| c.is_ascii_uppercase()))
}

/// Keys as in files, also truncated ones.
fn private_keys(text: &str) -> Vec<Range<usize>> {
    const LABEL_LEN_MAX: usize = 40;
    let mut found = Vec::new();
    let mut done = 0;
    for (at, begin) in text.match_indices(PRIVATE_KEY) {
        let start = at + begin.len();
        let label = text[start..].bytes().take(LABEL_LEN_MAX);
        let label: String = label.take_while(|byte| *byte != b'-').map(char::from).collect();
        if at < done || !label.contains("PRIVATE KEY") {
            continue;
        }
        let end = text[start..].find("-----END ").map(|len| start + len);
        let end = end.and_then(|end| Some(end + text[end + 5..].find("-----")? + 10));
        done = end.unwrap_or(text.len());
        found.push(at..done);
    }
    found
}

/// The private lines of PuTTY's keys, also truncated ones.
fn putty_keys(text: &str) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    for (at, label) in text.match_indices(PUTTY_KEY) {
        let start = at + label.len();
        if found.last().is_none_or(|last| last.end <= at) {
            let end = text[start..].find("Private-MAC:").map_or(text.len(), |len| start + len);
            found.push(start..end);
        }
    }
    found
}

/// User name and password in the addresses of Oracle's driver: `jdbc:oracle:thin:vijay/…@host`.
fn oracle_logins(text: &str) -> Vec<Range<usize>> {
    const LEN_MAX: usize = 256;
    let starts = text.match_indices(ORACLE).map(|(at, scheme)| at + scheme.len());
    let login = |start| {
        let rest: &str = &text[start..];
        let word = rest[..rest.floor_char_boundary(LEN_MAX)].split(char::is_whitespace).next()?;
        let len = word.find('@').filter(|at| word[..*at].contains('/'))?;
        Some(start..start + len)
    };
    starts.filter_map(login).collect()
}

/// Whether `text` is a word without a separator of name and value, and shorter than any credential
/// that is recognised by its shape. A job's many customers are such words.
pub(super) fn is_plain_word(text: &str) -> bool {
    text.len() < LEN_MIN
        && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_word_is_a_credential_that_is_shorter_than_any() {
        for (prefix, len_min) in PREFIXES {
            assert!(prefix.len() + len_min >= LEN_MIN, "{prefix}");
        }
        for text in ["5001", "cust-0012345", "PE-Enable", "", "a".repeat(15).as_str()] {
            assert!(is_plain_word(text), "{text}");
        }
        for text in
            ["a:b", "a b", "a=b", "a%3Db", "a.b", "\"a\"", "a/b", "é", "a".repeat(16).as_str()]
        {
            assert!(!is_plain_word(text), "{text}");
        }
    }
}
