//! Entry bundles, as C2SP tlog-tiles has them: up to 256 leaves, each preceded by its length.

use crate::ProofError;

/// The leaves of neighbouring entries.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EntryBundle {
    leaves: Vec<Vec<u8>>,
}

impl EntryBundle {
    /// A bundle of `leaves`, each of at most [`leaf::BYTES_MAX`](crate::leaf::BYTES_MAX) bytes.
    ///
    /// # Errors
    /// [`ProofError::Malformed`] for a longer leaf.
    pub fn new(leaves: Vec<Vec<u8>>) -> Result<Self, ProofError> {
        if leaves.iter().any(|leaf| leaf.len() > crate::leaf::BYTES_MAX) {
            return Err(ProofError::malformed("entry bundle", "has a leaf of over 65535 bytes"));
        }
        Ok(Self { leaves })
    }

    /// The leaves.
    #[must_use]
    pub fn leaves(&self) -> &[Vec<u8>] {
        &self.leaves
    }

    /// The bytes that are served: each leaf preceded by its length as a big-endian uint16.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = Vec::new();
        for leaf in &self.leaves {
            #[expect(
                clippy::cast_possible_truncation,
                reason = "`new` has seen to it that it fits"
            )]
            let length = leaf.len() as u16;
            bytes.extend(length.to_be_bytes());
            bytes.extend(leaf);
        }
        bytes
    }

    /// The bundle that [`to_bytes`](Self::to_bytes) gave.
    ///
    /// # Errors
    /// [`ProofError::Malformed`] for anything else.
    pub fn parse(mut bytes: &[u8]) -> Result<Self, ProofError> {
        let mut leaves = Vec::new();
        while let Some((length, rest)) = bytes.split_first_chunk() {
            let length = usize::from(u16::from_be_bytes(*length));
            let (leaf, rest) = rest
                .split_at_checked(length)
                .ok_or(ProofError::malformed("entry bundle", "ends within a leaf"))?;
            leaves.push(leaf.to_vec());
            bytes = rest;
        }
        if bytes.is_empty() {
            Ok(Self { leaves })
        } else {
            Err(ProofError::malformed("entry bundle", "ends within a length"))
        }
    }
}
