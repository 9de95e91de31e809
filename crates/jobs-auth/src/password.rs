//! Passwords: checked against argon2id hashes, which is all that is kept of them.
//!
//! ```text
//! $argon2id$v=19$m=19456,t=2,p=1$c29tZSBzYWx0IGhlcmU$kD9q…
//! ```
//!
//! Checking one takes about 20 ms of a core and 19 MiB: never do it on a thread that others wait
//! for.

use std::collections::BTreeSet;
use std::fmt;
use std::sync::LazyLock;

use argon2::password_hash::phc;
use argon2::{Argon2, Params, PasswordHasher as _, PasswordVerifier as _};
use jobs_core::UserId;

use crate::name_form::form;

/// The fewest characters of a new password.
pub const CHARS_MIN: usize = 12;

/// The fewest different characters of a new password, without regard to case.
const DIFFERENT_CHARS_MIN: usize = 5;

/// Passwords that are long enough but that an attacker tries first, one on each line, in lower
/// case.
const COMMON: &str = include_str!("common_passwords.txt");

/// The most bytes of a password: more than anybody types, and less than would take long to read.
pub const BYTES_MAX: usize = 1024;

/// The most KiB of memory and the most passes that a hash may ask for: a hash in `auth.toml` must
/// not be able to stop the server. 256 MiB and 16 are well above what any guide recommends.
const MEMORY_KIB_MAX: u32 = 256 << 10;
const PASSES_MAX: u32 = 16;
const LANES_MAX: u32 = 16;

/// Why a password or its hash is not taken. No message repeats either.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum PasswordError {
    /// It is too short, too long, or cannot be typed.
    #[error("the password {0}")]
    Unfit(&'static str),
    /// The hash is not one that this program checks passwords against.
    #[error("password: {0}")]
    Hash(&'static str),
    /// It could not be hashed: most likely, there are no random bytes for a salt.
    #[error("the password cannot be hashed: {0}")]
    Hashing(String),
}

/// An argon2id hash of a password, in the PHC string format.
#[derive(Clone, PartialEq, Eq)]
pub struct PasswordHash(Box<str>);

impl PasswordHash {
    /// Hashes a new password of `user`, as [`Self::of_new`] does.
    ///
    /// # Errors
    /// Those of [`Self::of_new`]; also when it is the user's name, forwards or backwards, once or
    /// more often, in any form of letters and with any digits and signs.
    pub fn of_new_for(user: &UserId, password: &str) -> Result<Self, PasswordError> {
        let name = letters(user.as_str());
        let given = letters(password);
        let backwards: String = name.chars().rev().collect();
        let is_name = |name: &String| !name.is_empty() && given.replace(name, "").is_empty();
        if !given.is_empty() && [name, backwards].iter().any(is_name) {
            let reason = "must not be the name of the user, nor that with digits and signs";
            return Err(PasswordError::Unfit(reason));
        }
        Self::of_new(password)
    }

    /// Hashes a new password: argon2id with 19 MiB, two passes and one lane, as OWASP's guide has
    /// it.
    ///
    /// # Errors
    /// [`PasswordError::Unfit`] when it is too easy to guess, [`PasswordError::Hashing`] without
    /// random bytes.
    pub fn of_new(password: &str) -> Result<Self, PasswordError> {
        if password.chars().count() < CHARS_MIN {
            return Err(PasswordError::Unfit("must have at least 12 characters"));
        }
        if password.len() > BYTES_MAX {
            return Err(PasswordError::Unfit("must have at most 1024 bytes"));
        }
        if password.chars().any(char::is_control) {
            return Err(PasswordError::Unfit("must not hold control characters"));
        }
        let given = form(password);
        if given.chars().collect::<BTreeSet<_>>().len() < DIFFERENT_CHARS_MIN {
            return Err(PasswordError::Unfit("must have at least 5 different characters"));
        }
        if COMMON.lines().any(|common| common == given) {
            return Err(PasswordError::Unfit(
                "is one of those that are tried first; choose another",
            ));
        }
        let without_ends = given.trim_matches(|c: char| !c.is_alphabetic());
        if is_repeated(given.trim()) || is_repeated(without_ends) {
            return Err(PasswordError::Unfit("must not be one text again and again"));
        }
        Self::hash(password)
    }

    fn hash(password: &str) -> Result<Self, PasswordError> {
        let hash: Result<phc::PasswordHash, _> =
            Argon2::default().hash_password(password.as_bytes());
        let hash = hash.map_err(|error| PasswordError::Hashing(error.to_string()))?;
        Ok(Self(hash.to_string().into()))
    }

    /// Takes a hash that was made before.
    ///
    /// # Errors
    /// [`PasswordError::Hash`] when it is not an argon2id hash, or asks for more than it may.
    pub fn parse(text: &str) -> Result<Self, PasswordError> {
        let not_one = PasswordError::Hash("is not an argon2id hash in the PHC string format");
        let hash = phc::PasswordHash::new(text).map_err(|_| not_one.clone())?;
        let whole = hash.salt.is_some() && hash.hash.is_some();
        if hash.algorithm.as_str() != "argon2id" || !whole {
            return Err(not_one);
        }
        let params = Params::try_from(&hash).map_err(|_| not_one)?;
        if params.m_cost() > MEMORY_KIB_MAX
            || params.t_cost() > PASSES_MAX
            || params.p_cost() > LANES_MAX
        {
            return Err(PasswordError::Hash("asks for more than m=262144, t=16, p=16"));
        }
        Ok(Self(text.into()))
    }

    /// The hash, as `auth.toml` has it.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether it is the hash of `password`. Slow, and takes the same time for either answer.
    #[must_use]
    pub fn matches(&self, password: &str) -> bool {
        // Checked when it was made.
        let Ok(hash) = phc::PasswordHash::new(&self.0) else { return false };
        Argon2::default().verify_password(password.as_bytes(), &hash).is_ok()
    }
}

/// The letters of `text`, in one form.
fn letters(text: &str) -> String {
    form(text).chars().filter(|c| c.is_alphabetic()).collect()
}

/// Whether `text` is one part repeated at least twice.
#[must_use]
pub fn is_repeated(text: &str) -> bool {
    let chars: Vec<_> = text.chars().collect();
    (1..=chars.len() / 2).any(|period| chars.iter().zip(&chars[period..]).all(|(a, b)| a == b))
}

/// Never shows the hash, from which passwords can be guessed.
impl fmt::Debug for PasswordHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("PasswordHash(…)")
    }
}

/// Takes as long as checking `password` would. For users that do not exist, so that nobody can tell
/// which do.
pub fn match_nothing(password: &str) {
    static DECOY: LazyLock<Option<PasswordHash>> =
        LazyLock::new(|| PasswordHash::hash("the password of nobody").ok());
    if let Some(decoy) = &*DECOY {
        let _nobody = std::hint::black_box(decoy.matches(password));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_password_matches_its_own_hash_alone() {
        let one = PasswordHash::of_new("correct horse battery").unwrap();
        let two = PasswordHash::of_new("correct horse battery").unwrap();
        assert!(one.as_str().starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{}", one.as_str());
        assert_ne!(one, two, "each has a salt of its own");
        assert!(one.matches("correct horse battery"));
        assert!(!one.matches("correct horse batterY") && !one.matches(""));
        assert_eq!(PasswordHash::parse(one.as_str()).unwrap(), one);
        assert!(!format!("{one:?}").contains('$'));
    }

    #[test]
    fn weak_passwords_are_not_taken() {
        let unfit = |password: &str| PasswordHash::of_new(password).unwrap_err().to_string();
        assert!(unfit("elevenchars").contains("at least 12"));
        assert!(unfit(&"x".repeat(1025)).contains("at most 1024"));
        assert!(unfit("twelve chars\n").contains("control"));
        for few in ["x", "ab", "abc", "AaBbCcDd", "root", "test"] {
            assert!(unfit(&few.repeat(12)).contains("different"), "{few}");
        }
    }

    #[test]
    fn what_everybody_tries_first_is_not_taken() {
        let unfit = |password: &str| PasswordHash::of_new(password).unwrap_err().to_string();
        for common in
            ["password1234", "PassWord1234", "123456789012", "qwertyuiop12", "ADMINISTRATOR"]
        {
            assert!(unfit(common).contains("tried first"), "{common}");
        }
        // Each line is one that only this list refuses.
        for line in COMMON.lines().filter(|line| !line.starts_with('#')) {
            assert!(unfit(line).contains("tried first"), "{line}");
        }
        assert!(COMMON.lines().count() > 300);
        assert!(PasswordHash::of_new("password1234 and more").is_ok());
    }

    #[test]
    fn one_text_again_and_again_is_not_taken() {
        let unfit = |password: &str| PasswordHash::of_new(password).unwrap_err().to_string();
        for again in [
            "changemechangeme",
            " passwordpassword",
            "Passwordpassword ",
            "adminadmin12",
            "abcdeabcdeabc123",
            "trustno1trustno1",
            "\u{ff43}hangemechangeme!!",
        ] {
            let error = unfit(again);
            assert!(
                error.contains("again and again") || error.contains("tried"),
                "{again}: {error}"
            );
        }
        assert!(PasswordHash::of_new("again and against").is_ok());
    }

    #[test]
    fn the_name_is_no_password() {
        let of = |name: &str, password: &str| {
            PasswordHash::of_new_for(&UserId::new(name).unwrap(), password)
        };
        for password in
            ["vijay.kumar.7", "VIJAY.Kumar.7", "7.ramuk.yajiv", "vijay.kumar.7vijay.kumar.7"]
        {
            let error = of("Vijay.Kumar.7", password).unwrap_err().to_string();
            assert!(error.contains("the name of the user") && !error.contains(password), "{error}");
        }
        for password in ["vijayvijayvijay", "vijay vijay vijay", "Vijay1234567", "vijay#2026#vijay"]
        {
            assert!(
                of("vijay", password).unwrap_err().to_string().contains("the name"),
                "{password}"
            );
        }
        let wide = "\u{ff56}\u{ff49}\u{ff4a}\u{ff41}\u{ff59}vijayvijay";
        assert!(of("vijay", wide).unwrap_err().to_string().contains("the name"));
        assert!(of("1234", "9876543210987").is_ok());
        assert!(of("vijay", "password1234").unwrap_err().to_string().contains("tried first"));
        assert!(of("vijay", "vijay rides a horse").is_ok());
    }

    #[test]
    fn hashes_of_other_kinds_or_cost_are_not_taken() {
        let good = "$argon2id$v=19$m=19456,t=2,p=1$c29tZXNhbHRzb21lc2FsdA$\
                    AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
        assert!(PasswordHash::parse(good).is_ok());
        for bad in [
            "",
            "password",
            "$2b$12$GhvMmNVjRW29ulnudl.LbuAnUtN/LRfe1JsBm1Xu6LE3059z5Tr8m",
            "$argon2id$v=19$m=19456,t=2,p=1$c29tZXNhbHRzb21lc2FsdA",
            &good.replace("argon2id", "argon2i"),
            &good.replace("m=19456", "m=4194304"),
            &good.replace("t=2", "t=1000"),
        ] {
            assert!(PasswordHash::parse(bad).is_err(), "{bad}");
        }
    }
}
