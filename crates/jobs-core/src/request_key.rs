//! The key by which a request that is sent again is recognised.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::merkle::Hash;
use crate::{Error, Result, UserId};

/// What makes a request recognisable for ever: the caller and a key of the caller's choice, as a
/// SHA-256.
///
/// It is recorded with the entry that the request led to. A draft with the same key and the same
/// content is answered with that entry, however much later; a draft with the same key and other
/// content is refused ([`Error::KeyReused`]). Callers need not know each other's keys.
///
/// ```
/// use jobs_core::{RequestKey, UserId};
/// let (vijay, admin) = (UserId::new("vijay")?, UserId::new("admin")?);
/// let key = RequestKey::new(&vijay, "7f9c0b6e")?;
/// assert_eq!(key, RequestKey::new(&vijay, "7f9c0b6e")?);
/// assert_ne!(key, RequestKey::new(&admin, "7f9c0b6e")?);
/// # Ok::<_, jobs_core::Error>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct RequestKey(Hash);

impl RequestKey {
    /// The most bytes of a caller's key.
    pub const BYTES_MAX: usize = 255;

    /// The key of a request that `caller` calls `key`: `SHA-256(caller ‖ 0x00 ‖ key)`. A user's
    /// name has no NUL, so no two pairs give the same bytes.
    ///
    /// # Errors
    /// [`Error::Invalid`] for `idempotency_key` unless `key` is 1 to [`BYTES_MAX`](Self::BYTES_MAX)
    /// printable ASCII characters.
    pub fn new(caller: &UserId, key: &str) -> Result<Self> {
        let printable = key.bytes().all(|byte| matches!(byte, b' '..=b'~'));
        if key.is_empty() || key.len() > Self::BYTES_MAX || !printable {
            let reason = "must be 1 to 255 printable ASCII characters";
            return Err(Error::invalid("idempotency_key", reason));
        }
        Ok(Self(Hash::of(&[caller.as_str().as_bytes(), &[0], key.as_bytes()].concat())))
    }

    /// Takes a key that a store kept.
    #[must_use]
    pub const fn from_hash(hash: Hash) -> Self {
        Self(hash)
    }

    /// The hash.
    #[must_use]
    pub const fn as_hash(&self) -> &Hash {
        &self.0
    }
}

impl fmt::Display for RequestKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}

impl fmt::Debug for RequestKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_pairs_share_a_key_and_what_cannot_be_a_header_is_refused() {
        let key = |caller: &str, key: &str| RequestKey::new(&UserId::new(caller).unwrap(), key);
        assert_ne!(key("ab", "c").unwrap(), key("a", "bc").unwrap());
        // printf 'vijay\0retry-1' | sha256sum
        let expected = "f6981c97a4e39aae2d8251c79a78d11566aa63cf06129def77c6be1eee718cd9";
        assert_eq!(key("vijay", "retry-1").unwrap().to_string(), expected);
        for bad in ["", "a\nb", "é", &"x".repeat(256)] {
            assert!(matches!(key("a", bad), Err(Error::Invalid { field: "idempotency_key", .. })));
        }
        assert!(key("a", &"x".repeat(255)).is_ok());
    }
}
