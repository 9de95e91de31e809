//! Checks secrets that a person has chosen.

use std::collections::BTreeSet;

use crate::is_repeated;

/// Checks a secret that a person has chosen: the first token, or that of the proxies.
///
/// # Errors
/// Why it would be too weak, or could not be sent in a header.
pub fn check_secret(secret: &str) -> Result<(), &'static str> {
    const BYTES_MIN: usize = 32;
    /// 32 random hexadecimal digits have fewer different ones once in 10¹⁵ times.
    const DIFFERENT_MIN: usize = 5;
    if !secret.bytes().all(|byte| byte.is_ascii_graphic()) {
        return Err("must consist of visible ASCII characters, without spaces");
    }
    if secret.len() < BYTES_MIN {
        return Err("must have at least 32 characters; try: openssl rand -hex 32");
    }
    let different: BTreeSet<_> = secret.bytes().collect();
    let count = |byte: &u8| secret.bytes().filter(|other| other == byte).count();
    let is_one_character = different.iter().any(|byte| count(byte) > secret.len() / 2);
    if different.len() < DIFFERENT_MIN || is_one_character || is_repeated(secret) {
        return Err("must not repeat the same few characters; try: openssl rand -hex 32");
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_secret_that_repeats_itself_is_none() {
        for weak in [
            "00000000000000000000000000001234",
            "aaaaaaaaaaaaaaaaaaaaaaaaaaaaabcde",
            "abcdeabcdeabcdeabcdeabcdeabcdeabcde",
            "passwordpasswordpasswordpassword",
            "0123456789012345678901234567890123456789",
        ] {
            assert!(check_secret(weak).unwrap_err().contains("repeat"), "{weak}");
        }
    }

    #[test]
    fn a_secret_is_long_and_visible_and_not_the_same_few_characters() {
        let good = "3c59dc048e8850243be8079a5c74d079";
        assert!(check_secret(good).is_ok());
        assert!(check_secret(&good[1..]).is_err());
        assert!(check_secret(&format!("{good} ")).is_err());
        assert!(check_secret(&"é".repeat(32)).is_err());
        assert!(check_secret("").is_err());
        for few in ["x", "ab", "0123", "01234"] {
            assert!(check_secret(&few.repeat(32)).is_err(), "{few}");
        }
        assert!(check_secret(&format!("{}{}", "a".repeat(60), "bcd")).is_err());
    }
}
