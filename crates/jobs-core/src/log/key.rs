//! Ed25519 keys with a name, spelt as C2SP signed-note and Go's `note` package spell them.

use std::fmt;
use std::str::FromStr;
use std::sync::Arc;

use ed25519_dalek::Signer as _;

use super::note::Signature;
use super::{from_base64, to_base64};
use crate::merkle::Hash;
use crate::{Error, ProofError, Result};

/// The signature type of Ed25519 in C2SP signed-note.
const ED25519: u8 = 0x01;

/// What a signing key's line starts with.
const PRIVATE: &str = "PRIVATE+KEY";

/// The name of a ledger, and of its key: a URL without scheme and trailing slash, such as
/// `ledger.example.com/jobs`. 1 to 255 bytes, without white space, control characters and `+`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Origin(Arc<str>);

impl Origin {
    /// Checks `origin` and takes it.
    ///
    /// # Errors
    /// [`Error::Invalid`] for `origin`.
    pub fn new(origin: impl Into<Box<str>>) -> Result<Self> {
        let origin = origin.into();
        let bad = |c: char| c.is_whitespace() || c.is_control() || c == '+';
        if origin.is_empty() || origin.len() > 255 || origin.contains(bad) {
            let reason = "must have 1 to 255 bytes, and no white space, control character or +";
            return Err(Error::invalid("origin", reason));
        }
        Ok(Self(origin.into()))
    }

    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Origin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// What checks a ledger's signatures. Its text form is `<name>+<8 hex digits of the ID>+<base64>`.
///
/// ```
/// use jobs_core::log::VerifierKey;
/// let text = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k";
/// let key: VerifierKey = text.parse()?;
/// assert_eq!(key.name().as_str(), "example.com/foo");
/// assert_eq!(key.to_string(), text);
/// # Ok::<_, jobs_core::ProofError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VerifierKey {
    name: Origin,
    key: ed25519_dalek::VerifyingKey,
}

impl VerifierKey {
    /// Checks that this key, which a proof names as its own, is the one that is expected.
    ///
    /// # Errors
    /// [`ProofError::OtherKey`].
    pub fn expect(&self, expected: &Self) -> Result<(), ProofError> {
        if self == expected {
            return Ok(());
        }
        let expected = expected.to_string();
        let found = self.to_string();
        Err(ProofError::OtherKey { expected, found })
    }

    /// Whose key it is.
    #[must_use]
    pub fn name(&self) -> &Origin {
        &self.name
    }

    /// The first bytes of the hash of name and key, by which a signature says which key made it.
    #[must_use]
    pub fn id(&self) -> [u8; 4] {
        let name = self.name.as_str().as_bytes();
        let hashed = [name, b"\n", &[ED25519], self.key.as_bytes()].concat();
        let [a, b, c, d, ..] = *Hash::of(&hashed).as_bytes();
        [a, b, c, d]
    }

    /// Checks a signature that bears this key's name and ID.
    pub(super) fn verify(&self, text: &str, signature: &Signature) -> Result<(), ProofError> {
        let bad = || ProofError::Signature { name: self.name.to_string() };
        let bytes = signature.bytes().try_into().map_err(|_| bad())?;
        let signature = ed25519_dalek::Signature::from_bytes(bytes);
        self.key.verify_strict(text.as_bytes(), &signature).map_err(|_| bad())
    }
}

impl fmt::Display for VerifierKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let key = [&[ED25519], self.key.as_bytes().as_slice()].concat();
        write!(f, "{}+{}+{}", self.name, hex::encode(self.id()), to_base64(&key))
    }
}

impl FromStr for VerifierKey {
    type Err = ProofError;

    fn from_str(text: &str) -> Result<Self, ProofError> {
        let malformed = |reason| ProofError::malformed("verifier key", reason);
        let (name, id, bytes) = split_key(text).ok_or(malformed("must be <name>+<id>+<base64>"))?;
        let name = Origin::new(name).map_err(|_| malformed("its name cannot be one"))?;
        let key = ed25519_dalek::VerifyingKey::from_bytes(&bytes)
            .map_err(|_| malformed("not an Ed25519 key"))?;
        let key = Self { name, key };
        if hex::encode(key.id()) != id {
            return Err(malformed("its ID does not fit its name and key"));
        }
        Ok(key)
    }
}

/// What signs a ledger's checkpoints. Its text form, `PRIVATE+KEY+<name>+<ID>+<base64>`, is a
/// secret, and is given by [`to_secret_text`](Self::to_secret_text) alone.
#[derive(Clone)]
pub struct SigningKey {
    verifier: VerifierKey,
    key: ed25519_dalek::SigningKey,
}

impl SigningKey {
    /// The key that 32 random bytes stand for.
    #[must_use]
    pub fn from_seed(name: Origin, seed: &[u8; 32]) -> Self {
        let key = ed25519_dalek::SigningKey::from_bytes(seed);
        Self { verifier: VerifierKey { name, key: key.verifying_key() }, key }
    }

    /// What checks this key's signatures.
    #[must_use]
    pub fn verifier(&self) -> &VerifierKey {
        &self.verifier
    }

    /// The text form, for the file that keeps the key.
    #[must_use]
    pub fn to_secret_text(&self) -> String {
        let VerifierKey { name, .. } = &self.verifier;
        let seed = [&[ED25519], self.key.as_bytes().as_slice()].concat();
        format!("{PRIVATE}+{name}+{}+{}", hex::encode(self.verifier.id()), to_base64(&seed))
    }

    /// The key that [`to_secret_text`](Self::to_secret_text) gave. No error shows any of it.
    ///
    /// # Errors
    /// [`ProofError::Malformed`] for anything else.
    pub fn from_secret_text(text: &str) -> Result<Self, ProofError> {
        let malformed = |reason| ProofError::malformed("signing key", reason);
        let key = text.strip_prefix(PRIVATE).and_then(|rest| rest.strip_prefix('+'));
        let (name, id, seed) =
            key.and_then(split_key).ok_or(malformed("must be PRIVATE+KEY+<name>+<id>+<base64>"))?;
        let name = Origin::new(name).map_err(|_| malformed("its name cannot be one"))?;
        let key = Self::from_seed(name, &seed);
        if hex::encode(key.verifier.id()) != id {
            return Err(malformed("its ID does not fit its name and key"));
        }
        Ok(key)
    }

    /// Signs a note's text.
    pub(super) fn sign(&self, text: &str) -> Signature {
        let VerifierKey { name, .. } = &self.verifier;
        let bytes = self.key.sign(text.as_bytes()).to_bytes();
        Signature::new(name.clone(), self.verifier.id(), bytes.to_vec())
    }
}

/// Shows whose key it is, and not the key.
impl fmt::Debug for SigningKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SigningKey").field("verifier", &self.verifier).finish_non_exhaustive()
    }
}

/// Name, ID and the 32 bytes of an Ed25519 key in `<name>+<id>+<base64>`.
fn split_key(text: &str) -> Option<(&str, &str, [u8; 32])> {
    let (name, rest) = text.split_once('+')?;
    let (id, key) = rest.split_once('+')?;
    let key = from_base64(key)?;
    let (algorithm, key) = key.split_first()?;
    (*algorithm == ED25519).then_some((name, id, key.try_into().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_signing_key_survives_its_text_and_hides_in_debug() {
        let key = SigningKey::from_seed(Origin::new("ledger.test/jobs").unwrap(), &[7; 32]);
        let text = key.to_secret_text();
        let again = SigningKey::from_secret_text(&text).unwrap();
        assert_eq!(again.verifier(), key.verifier());
        assert_eq!(again.to_secret_text(), text);
        let secret = text.rsplit('+').next().unwrap();
        assert!(!format!("{key:?}").contains(secret));
        assert!(SigningKey::from_secret_text(&text.replace("jobs", "jabs")).is_err());
        assert!(SigningKey::from_secret_text(&key.verifier().to_string()).is_err());
    }

    #[test]
    fn names_that_would_break_a_note_are_refused() {
        for name in ["", "a b", "a+b", "a\nb", "a\u{a0}b", &"x".repeat(256)] {
            assert!(Origin::new(name).is_err(), "{name:?}");
        }
    }
}
