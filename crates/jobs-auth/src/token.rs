//! Tokens: 256 random bits that a program sends with each request, kept as their SHA-256.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use sha2::{Digest as _, Sha256};

/// The SHA-256 of a token, which is all that is kept of it.
pub type TokenDigest = [u8; 32];

/// The SHA-256 of `token`.
#[must_use]
pub fn digest(token: &str) -> TokenDigest {
    Sha256::digest(token).into()
}

/// Makes a token, with a prefix by which scanners for leaked secrets can recognise it.
///
/// # Errors
/// When the operating system gives no random bytes.
pub fn mint_token() -> Result<String, getrandom::Error> {
    let mut random = [0; 32];
    getrandom::fill(&mut random)?;
    Ok(format!("jobs_{}", URL_SAFE_NO_PAD.encode(random)))
}

/// A name for a token that was given none. It may be shown: neither the token nor its digest can be
/// derived from it.
pub(crate) fn public_name(digest: &TokenDigest) -> String {
    let again = Sha256::digest(digest);
    format!("token-{}", hex::encode(&again[..4]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn minted_tokens_differ() {
        let one = mint_token().unwrap();
        let two = mint_token().unwrap();
        assert_ne!(one, two);
        assert_eq!(one.len(), "jobs_".len() + 43);
    }

    #[test]
    fn a_public_name_gives_nothing_away() {
        let digest = digest("abc");
        let name = public_name(&digest);
        assert_eq!(name.len(), "token-".len() + 8);
        assert!(!hex::encode(digest).contains(&name["token-".len()..]));
    }
}
