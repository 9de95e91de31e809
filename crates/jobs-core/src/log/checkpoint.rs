//! Checkpoints, as C2SP tlog-checkpoint has them: a ledger's name, size and root, signed.

use std::fmt;
use std::str::FromStr;

use super::key::{Origin, SigningKey, VerifierKey};
use super::note::Note;
use super::{decimal, hash_from_base64, to_base64};
use crate::merkle::Hash;
use crate::{Head, Index, ProofError};

/// What a checkpoint says: which ledger had which size and root. It is not signed, so it proves
/// nothing by itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checkpoint {
    /// Which ledger.
    pub origin: Origin,
    /// How many entries it had.
    pub size: Index,
    /// The RFC 6962 root over their leaves.
    pub root: Hash,
}

impl Checkpoint {
    /// That the ledger `origin` has this head.
    #[must_use]
    pub fn new(origin: Origin, head: &Head) -> Self {
        Self { origin, size: head.size(), root: head.root() }
    }

    /// Signs it.
    #[must_use]
    pub fn sign(self, key: &SigningKey) -> SignedCheckpoint {
        let note = Note::sign(&self.to_string(), key);
        SignedCheckpoint { checkpoint: self, note }
    }
}

/// Signs heads in a ledger's name: its [`SigningKey`], or something that holds one.
pub trait SignHead: Send + Sync {
    /// The checkpoint of `head`, signed.
    fn sign_head(&self, head: Head) -> SignedCheckpoint;
}

impl SignHead for SigningKey {
    fn sign_head(&self, head: Head) -> SignedCheckpoint {
        Checkpoint::new(self.verifier().name().clone(), &head).sign(self)
    }
}

/// Three lines: the origin, the size in decimal, the root in base64.
impl fmt::Display for Checkpoint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{}\n{}\n{}", self.origin, self.size, to_base64(self.root.as_bytes()))
    }
}

/// Lines after the third are extensions that other logs use; they are signed with the rest and
/// ignored.
impl FromStr for Checkpoint {
    type Err = ProofError;

    fn from_str(text: &str) -> Result<Self, ProofError> {
        let malformed = |reason| ProofError::malformed("checkpoint", reason);
        let text = text.strip_suffix('\n').ok_or(malformed("does not end in a newline"))?;
        let mut lines = text.split('\n');
        let mut line = || lines.next().ok_or(malformed("has fewer than three lines"));
        let origin = Origin::new(line()?).map_err(|_| malformed("has no origin"))?;
        let size = decimal(line()?).ok_or(malformed("its size is not a decimal number"))?;
        let root = hash_from_base64(line()?).ok_or(malformed("its root is not a base64 hash"))?;
        if lines.any(str::is_empty) {
            return Err(malformed("has an empty line"));
        }
        Ok(Self { origin, size, root })
    }
}

/// A checkpoint and the note that holds it. The signature is not checked before
/// [`verify`](Self::verify).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignedCheckpoint {
    checkpoint: Checkpoint,
    note: Note,
}

impl SignedCheckpoint {
    /// What it says, genuine or not.
    #[must_use]
    pub fn unverified(&self) -> &Checkpoint {
        &self.checkpoint
    }

    /// The note.
    #[must_use]
    pub fn note(&self) -> &Note {
        &self.note
    }

    /// What it says, once `key` is seen to have signed it.
    ///
    /// # Errors
    /// [`ProofError::Origin`] when it is about another ledger than the key's; those of
    /// [`Note::verify`].
    pub fn verify(&self, key: &VerifierKey) -> Result<&Checkpoint, ProofError> {
        let signed = self.note.verify(key);
        // A checkpoint that was edited after the key signed it is reported as such, even if it now
        // names another ledger.
        let is_edited = matches!(signed, Err(ProofError::Signature { .. }));
        if self.checkpoint.origin != *key.name() && !is_edited {
            return Err(ProofError::Origin {
                expected: key.name().to_string(),
                found: self.checkpoint.origin.to_string(),
            });
        }
        signed.map(|()| &self.checkpoint)
    }
}

impl fmt::Display for SignedCheckpoint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.note.fmt(f)
    }
}

impl FromStr for SignedCheckpoint {
    type Err = ProofError;

    fn from_str(text: &str) -> Result<Self, ProofError> {
        let note: Note = text.parse()?;
        Ok(Self { checkpoint: note.text().parse()?, note })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_checkpoint_survives_its_text() {
        let key = SigningKey::from_seed(Origin::new("ledger.test").unwrap(), &[1; 32]);
        let checkpoint =
            Checkpoint { origin: key.verifier().name().clone(), size: 3, root: Hash::of(b"") };
        let signed = checkpoint.clone().sign(&key);
        let again: SignedCheckpoint = signed.to_string().parse().unwrap();
        assert_eq!(again, signed);
        assert_eq!(again.verify(key.verifier()).unwrap(), &checkpoint);
        let other = SigningKey::from_seed(Origin::new("other.test").unwrap(), &[1; 32]);
        assert!(matches!(signed.verify(other.verifier()), Err(ProofError::Origin { .. })));
    }

    #[test]
    fn what_is_not_a_checkpoint_is_refused() {
        let root = to_base64(Hash::of(b"").as_bytes()).to_string();
        let good = format!("ledger.test\n0\n{root}\n");
        assert!(good.parse::<Checkpoint>().is_ok());
        assert!(format!("{good}extension\n").parse::<Checkpoint>().is_ok());
        for bad in [
            String::new(),
            format!("ledger.test\n00\n{root}\n"),
            format!("ledger.test\n+1\n{root}\n"),
            format!("ledger.test\n-1\n{root}\n"),
            format!("ledger.test\n18446744073709551616\n{root}\n"),
            format!("\n0\n{root}\n"),
            format!("ledger.test\n0\n{root}"),
            format!("ledger.test\n0\n{root}\n\n"),
            format!("ledger.test\n0\n{}\n", root.trim_end_matches('=')),
            "ledger.test\n0\nAAAA\n".into(),
            "ledger.test\n0\n".into(),
        ] {
            assert!(bad.parse::<Checkpoint>().is_err(), "{bad:?}");
        }
    }
}
