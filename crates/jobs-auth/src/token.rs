//! Tokens: 256 random bits that a program sends with each request, kept as their SHA-256.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use sha2::{Digest as _, Sha256};

use crate::identity::Identity;

/// The SHA-256 of a token, which is all that is kept of it.
pub type TokenDigest = [u8; 32];

/// What a token is found by where its digest must not be: neither the token nor its digest can be
/// derived from it.
pub type TokenHandle = [u8; 8];

pub(crate) fn handle(digest: &TokenDigest) -> TokenHandle {
    let again = Sha256::digest(digest);
    *again.first_chunk().unwrap_or(&TokenHandle::default())
}

/// The SHA-256 of `token`.
#[must_use]
pub fn digest(token: &str) -> TokenDigest {
    Sha256::digest(token).into()
}

/// How exactly it is known when a token was last used: also how often that may have to be written.
const USE_SECONDS: u64 = 60;

/// A token that was not revoked.
#[derive(Debug, Clone)]
pub struct Token {
    /// Its name, or one that was made from its digest and gives nothing away.
    pub name: String,
    /// Whose it is, and what it may do.
    pub identity: Arc<Identity>,
    /// The last moment at which it is accepted, since 1970, if there is one.
    pub expires: Option<Duration>,
    /// The minute in which it was last used, in seconds since 1970; 0 when that is not known.
    /// Shared by all registers that have the token.
    used: Arc<AtomicU64>,
}

impl Token {
    pub(crate) fn new(name: String, identity: Identity, expires: Option<Duration>) -> Self {
        Self { name, identity: Arc::new(identity), expires, used: Arc::default() }
    }

    /// Whether it has expired.
    #[must_use]
    pub fn is_over(&self, now: Duration) -> bool {
        self.expires.is_some_and(|expires| now > expires)
    }

    /// Notes that it is used at the time `now`.
    pub fn note_use(&self, now: Duration) {
        let minute = now.as_secs() / USE_SECONDS * USE_SECONDS;
        if self.used.load(Ordering::Relaxed) < minute {
            self.used.fetch_max(minute, Ordering::Relaxed);
        }
    }

    /// The minute in which it was last used, since 1970, if that is known.
    #[must_use]
    pub fn last_used(&self) -> Option<Duration> {
        let minute = self.used.load(Ordering::Relaxed);
        (minute > 0).then(|| Duration::from_secs(minute))
    }

    /// Shares with `known`, the same token, when that was last used.
    pub(crate) fn share_uses(&mut self, known: &Self) {
        self.used = Arc::clone(&known.used);
    }
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

/// A name for a token that was given none. It may be shown.
pub(crate) fn public_name(digest: &TokenDigest) -> String {
    format!("token-{}", hex::encode(&handle(digest)[..4]))
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
