//! Receipts: C2SP tlog-proof files, which prove offline that an entry is in a ledger.

use std::fmt;
use std::str::FromStr;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde::{Serialize, Serializer};

use super::checkpoint::{Checkpoint, SignedCheckpoint};
use super::key::VerifierKey;
use super::{decimal, hash_from_base64};
use crate::merkle::{self, InclusionProof};
use crate::{Index, ProofError};

/// The first line of the file.
const HEADER: &str = "c2sp.org/tlog-proof@v1";

/// How long a hash is in base64.
const HASH_CHARS: usize = 44;

/// The proof that an entry is in a ledger: its index, its inclusion path, and a checkpoint.
///
/// To check it takes nothing but the entry's [leaf](crate::Entry::leaf) and the ledger's
/// [`VerifierKey`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Receipt {
    inclusion: InclusionProof,
    checkpoint: SignedCheckpoint,
}

impl Receipt {
    /// Puts a receipt together.
    ///
    /// # Errors
    /// [`ProofError::Shape`] when proof and checkpoint are of trees of different sizes.
    pub fn new(
        inclusion: InclusionProof,
        checkpoint: SignedCheckpoint,
    ) -> Result<Self, ProofError> {
        if inclusion.size() != checkpoint.unverified().size {
            return Err(ProofError::Shape);
        }
        Ok(Self { inclusion, checkpoint })
    }

    /// The entry's index.
    #[must_use]
    pub fn index(&self) -> Index {
        self.inclusion.index()
    }

    /// The proof that the entry is in the checkpoint's tree.
    #[must_use]
    pub fn inclusion(&self) -> &InclusionProof {
        &self.inclusion
    }

    /// The checkpoint.
    #[must_use]
    pub fn checkpoint(&self) -> &SignedCheckpoint {
        &self.checkpoint
    }

    /// Checks that the entry with this leaf is in the ledger, and returns what its key signed.
    ///
    /// # Errors
    /// [`ProofError`] when the receipt does not prove that; an error about the key only when
    /// nothing else is wrong.
    pub fn verify(&self, leaf: &[u8], key: &VerifierKey) -> Result<&Checkpoint, ProofError> {
        self.inclusion.verify(&merkle::leaf_hash(leaf), &self.checkpoint.unverified().root)?;
        self.checkpoint.verify(key)
    }
}

impl fmt::Display for Receipt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{HEADER}\nindex {}", self.inclusion.index())?;
        // What writes bytes of any number begins with a kilobyte of zeros; and there may be a
        // receipt in every answer.
        let mut line = [b'\n'; HASH_CHARS + 1];
        for hash in self.inclusion.path() {
            let written = STANDARD.encode_slice(hash.as_bytes(), &mut line[..HASH_CHARS]);
            written.map_err(|_| fmt::Error)?;
            f.write_str(std::str::from_utf8(&line).map_err(|_| fmt::Error)?)?;
        }
        write!(f, "\n{}", self.checkpoint)
    }
}

/// The file as a string.
impl Serialize for Receipt {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// An `extra` line, which other logs may use, is accepted and dropped: it proves nothing.
impl FromStr for Receipt {
    type Err = ProofError;

    fn from_str(text: &str) -> Result<Self, ProofError> {
        let malformed = |reason| ProofError::malformed("receipt", reason);
        let (proof, checkpoint) =
            text.split_once("\n\n").ok_or(malformed("has no empty line before its checkpoint"))?;
        let mut lines = proof.split('\n').peekable();
        if lines.next() != Some(HEADER) {
            return Err(malformed("does not begin with c2sp.org/tlog-proof@v1"));
        }
        if let Some(extra) = lines.next_if(|line| line.starts_with("extra ")) {
            super::from_base64(&extra["extra ".len()..])
                .ok_or(malformed("its extra is not base64"))?;
        }
        let index = lines
            .next()
            .and_then(|line| decimal(line.strip_prefix("index ")?))
            .ok_or(malformed("has no index"))?;
        let path: Option<Vec<_>> = lines.map(hash_from_base64).collect();
        // A tree of 2^64 leaves has paths of 64 hashes.
        let path =
            path.filter(|path| path.len() <= 64).ok_or(malformed("its path is malformed"))?;
        let checkpoint: SignedCheckpoint = checkpoint.parse()?;
        let inclusion = InclusionProof::new(index, checkpoint.unverified().size, path);
        Self::new(inclusion, checkpoint)
    }
}
