//! Which names a credential stands under.
//!
//! A name is read as words: `dbPassword`, `DB_PASSWORD` and `db.password` are `db` and `password`. It is that of a credential
//! when its words say so (`x-api-key`, `accessToken`), and not when one of them says that it is about one: a count, a limit, a
//! date, a rule (`max_tokens`, `password_policy`).

use std::sync::{Arc, LazyLock};

use aho_corasick::AhoCorasick;

/// Names hold a credential if they have these anywhere, also across words and inside of longer ones: `mytokens`, `pass-word`.
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

/// … or if a word of theirs, or several together, ends in one of these: `apiKey`, `x-api-keys`, `dbpwd`.
const AT_END: [&str; 19] = [
    "pwd",
    "apikey",
    "accesskey",
    "privatekey",
    "authkey",
    "encryptionkey",
    "signingkey",
    "masterkey",
    "accountkey",
    "subscriptionkey",
    "sessionkey",
    "cookie",
    "signature",
    "bearer",
    "jsessionid",
    "phpsessid",
    "userpass",
    "dbpass",
    "smtppass",
];

/// … or have this word. Others end in it: `design`, `config`.
const WORDS: [&str; 1] = ["sig"];

/// Words that begin like a credential, and are none: `secretary`, `tokenizer`.
const UNRELATED: [&str; 5] = ["secretar", "secretion", "secretiv", "tokeniz", "tokenis"];

/// Words of names that are about a credential.
const ABOUT: [&str; 32] = [
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
];

/// Words beside `tokens` by which those are counted, as language models do.
const COUNTED: [&str; 19] = [
    "n",
    "num",
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
    "audio",
    "image",
    "text",
];

/// Finds out at once that most names are none of a credential.
static KNOWN: LazyLock<AhoCorasick> = LazyLock::new(|| {
    let parts = ANYWHERE.iter().chain(&AT_END).chain(&WORDS);
    AhoCorasick::new(parts).expect("a few constant words make a small automaton")
});

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

    /// Whether what stands under `name` is a credential.
    pub(super) fn is_secret(&self, name: &str) -> bool {
        let words = Words::of(name);
        self.added.iter().any(|added| words.has(&added.joined)) || words.name_a_credential()
    }

    /// Whether `name` is that of a header of which the whole line is a credential.
    pub(super) fn is_header(name: &str) -> bool {
        let Words { joined, .. } = Words::of(name);
        ["authorization", "cookie"].iter().any(|header| joined.contains(header))
    }
}

/// Whether `name` has a letter or a digit, without which it is the name of nothing.
pub(crate) fn is_name(name: &str) -> bool {
    name.chars().any(char::is_alphanumeric)
}

/// A name in lower case, without what parts its words.
#[derive(Debug)]
struct Words {
    joined: String,
    /// Where in `joined` each word ends.
    ends: Vec<usize>,
}

impl Words {
    fn of(name: &str) -> Self {
        let mut words = Self { joined: String::new(), ends: Vec::new() };
        let mut chars = name.chars().peekable();
        let mut before = None;
        while let Some(c) = chars.next() {
            if before.is_some_and(|before| is_parted(before, c, chars.peek().copied())) {
                words.end();
            }
            if c.is_alphanumeric() {
                words.joined.extend(c.to_lowercase());
            }
            before = Some(c);
        }
        words.end();
        words
    }

    /// Ends a word, if one has begun.
    fn end(&mut self) {
        let start = self.ends.last().copied().unwrap_or(0);
        if UNRELATED.iter().any(|stem| self.joined[start..].starts_with(stem)) {
            self.joined.truncate(start);
        }
        if self.joined.len() > start {
            self.ends.push(self.joined.len());
        }
    }

    fn iter(&self) -> impl Iterator<Item = &str> {
        let starts = std::iter::once(0).chain(self.ends.iter().copied());
        starts.zip(&self.ends).map(|(start, end)| &self.joined[start..*end])
    }

    fn name_a_credential(&self) -> bool {
        if !KNOWN.is_match(&self.joined) {
            return false;
        }
        let is_one = ANYWHERE.iter().any(|part| self.joined.contains(part))
            || AT_END.iter().any(|part| self.places(part).any(|(_, end)| self.is_end(end)))
            || self.iter().any(|word| WORDS.contains(&word));
        is_one && !self.are_about_one()
    }

    fn are_about_one(&self) -> bool {
        let are_counted = self.iter().any(|word| word == "tokens");
        self.iter().any(|word| ABOUT.contains(&word) || are_counted && COUNTED.contains(&word))
    }

    /// Whether `joined` are whole words of these.
    fn has(&self, joined: &str) -> bool {
        let is_start = |at| at == 0 || self.ends.binary_search(&at).is_ok();
        self.places(joined).any(|(start, end)| is_start(start) && self.is_end(end))
    }

    /// Where `part` is found, and where it ends.
    fn places(&self, part: &str) -> impl Iterator<Item = (usize, usize)> {
        self.joined.match_indices(part).map(|(start, part)| (start, start + part.len()))
    }

    /// Whether a word ends at `at`, or after the `s` that stands there.
    fn is_end(&self, at: usize) -> bool {
        let is_plural = self.joined[at..].starts_with('s');
        let is_end = |at| self.ends.binary_search(&at).is_ok();
        is_end(at) || is_plural && is_end(at + 1)
    }
}

/// Whether another word begins with `c`.
fn is_parted(before: char, c: char, after: Option<char>) -> bool {
    let starts_word =
        c.is_uppercase() && (!before.is_uppercase() || after.is_some_and(char::is_lowercase));
    !c.is_alphanumeric() || starts_word || before.is_numeric() != c.is_numeric()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_credentials_are_known_however_they_are_spelt() {
        for name in [
            "token",
            "Token",
            "TOKENS",
            "accessToken",
            "access_token",
            "refresh_tokens",
            "accesstoken",
            "tokenvalue",
            "id-token",
            "X-Auth-Token",
            "xsrfToken",
            "tokenId",
            "password",
            "dbPassword",
            "DB_PASSWORD",
            "userpassword2",
            "Passwords",
            "pass_word",
            "pAsSwOrD",
            "pwd",
            "PWD",
            "user.pwd",
            "dbpwd",
            "userPWD",
            "pwd1",
            "passwd",
            "passphrase",
            "pass-phrase",
            "passcode",
            "secret",
            "client_secret",
            "clientSecret",
            "secretkey",
            "aws_secret_access_key",
            "apiKey",
            "apikey",
            "APIKey",
            "API_KEY",
            "api-key",
            "x-api-key",
            "X-Api-Key",
            "apiKeys",
            "access_key",
            "accessKey",
            "AccessKeyId",
            "privateKey",
            "private_key",
            "PRIVATE-KEY",
            "credential",
            "credentials",
            "dbCredentials",
            "X-Amz-Credential",
            "X-Amz-Signature",
            "X-Amz-Security-Token",
            "authorization",
            "Proxy-Authorization",
            "preauthorization",
            "cookie",
            "Cookie",
            "set-cookie",
            "Set-Cookie2",
            "sessionCookies",
            "sig",
            "Sig",
            "url_sig",
            "signature",
            "bearer",
            "AccountKey",
            "Ocp-Apim-Subscription-Key",
            "JSESSIONID",
            "secretary_password",
            "password\u{200b}",
            "pass\u{200b}word",
            "ſecret_token",
            "tokenizer_secret",
        ] {
            assert!(Names::default().is_secret(name), "{name}");
        }
    }

    #[test]
    fn names_that_only_look_like_them_are_let_be() {
        for name in [
            "",
            "-",
            "max_tokens",
            "maxTokens",
            "MAX_TOKENS",
            "token_count",
            "tokenCount",
            "tokens_used",
            "total_tokens",
            "prompt_tokens",
            "completion_tokens_details",
            "cache_read_input_tokens",
            "n_tokens",
            "max_new_tokens",
            "token_limit",
            "tokens_per_minute",
            "x-ratelimit-remaining-tokens",
            "token_type",
            "token_expires_in",
            "tokenizer",
            "tokenized_text",
            "secretary",
            "Secretariat",
            "design",
            "assign",
            "assignee",
            "signal",
            "config",
            "passenger",
            "passengers",
            "pass",
            "passed",
            "bypass",
            "compass",
            "author",
            "authority",
            "authorized",
            "key",
            "keys",
            "keyboard",
            "monkey",
            "primary_key",
            "public_key",
            "sort_key",
            "cookbook",
            "cookie_consent",
            "password_policy",
            "password_length",
            "password_expires_at",
            "user",
            "action",
            "cids",
            "customer_id",
            "session",
            "therapist",
            "accessible",
        ] {
            assert!(!Names::default().is_secret(name), "{name}");
        }
    }

    #[test]
    fn names_are_added_by_their_words() {
        let names =
            Names::with(&["session_id".into(), "PIN".into(), "max-tokens".into(), "-".into()]);
        for name in [
            "sessionId",
            "X-Session-ID",
            "session_ids",
            "sessionid",
            "pin",
            "cardPin",
            "maxTokens",
            "token",
        ] {
            assert!(names.is_secret(name), "{name}");
        }
        for name in ["", "spin", "pinned", "session", "id", "sessionIdle", "tokens_used", "-"] {
            assert!(!names.is_secret(name), "{name}");
        }
    }
}
