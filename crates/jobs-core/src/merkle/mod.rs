//! The Merkle tree of RFC 6962 §2.1 over SHA-256.
//!
//! A leaf is `SHA-256(0x00 ‖ bytes)`, a node `SHA-256(0x01 ‖ left ‖ right)`, the empty tree's root
//! `SHA-256("")`. The different first bytes keep a node from passing for a leaf.
//!
//! ```text
//! RightEdge   what an append needs          Growth   what a batch added: proofs at once
//! Tile        how the nodes are kept        Plan     which nodes a proof consists of
//! InclusionProof, ConsistencyProof          what is handed out, and how it is checked
//! ```

mod edge;
mod growth;
mod plan;
mod proof;
mod tile;

use std::fmt;

use sha2::{Digest, Sha256};

pub use edge::RightEdge;
pub use growth::Growth;
pub use plan::{Node, Plan};
pub use proof::{ConsistencyProof, InclusionProof};
pub use tile::{Tile, TileId};

use crate::Result;

/// A SHA-256 in hex.
///
/// Its 32 bytes are shown as 64 lower-case hex digits.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "openapi", schema(value_type = String, pattern = "^[0-9a-f]{64}$"))]
pub struct Hash([u8; 32]);

impl Hash {
    /// Takes the bytes of a hash.
    #[must_use]
    pub const fn from_bytes(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    /// The bytes.
    #[must_use]
    pub const fn as_bytes(&self) -> &[u8; 32] {
        &self.0
    }

    /// `SHA-256(bytes)`, without a prefix: for contents that a leaf names by their hash.
    #[must_use]
    pub fn of(bytes: &[u8]) -> Self {
        Self(Sha256::digest(bytes).into())
    }
}

impl Hash {
    /// Passes the 64 hex digits to `show`. Every leaf has a few hashes, so this does not allocate.
    pub(crate) fn with_hex<T>(&self, show: impl FnOnce(&str) -> T) -> T {
        let mut digits = [0; 64];
        match hex::encode_to_slice(self.0, &mut digits).map(|()| std::str::from_utf8(&digits)) {
            Ok(Ok(digits)) => show(digits),
            _ => unreachable!("32 bytes are 64 hex digits"),
        }
    }
}

impl fmt::Display for Hash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.with_hex(|digits| f.write_str(digits))
    }
}

impl fmt::Debug for Hash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl serde::Serialize for Hash {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.with_hex(|digits| serializer.serialize_str(digits))
    }
}

impl std::str::FromStr for Hash {
    type Err = crate::Error;

    fn from_str(text: &str) -> Result<Self> {
        let mut bytes = [0; 32];
        let lower = !text.contains(|c: char| c.is_ascii_uppercase());
        match hex::decode_to_slice(text, &mut bytes) {
            Ok(()) if lower => Ok(Self(bytes)),
            _ => Err(crate::Error::invalid("hash", "must be 64 lower-case hex digits")),
        }
    }
}

impl<'de> serde::Deserialize<'de> for Hash {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = std::borrow::Cow::<'de, str>::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

/// The hash of a leaf.
#[must_use]
pub fn leaf_hash(leaf: &[u8]) -> Hash {
    Hash(Sha256::new().chain_update([0x00]).chain_update(leaf).finalize().into())
}

/// The hash of an inner node.
#[must_use]
pub fn node_hash(left: &Hash, right: &Hash) -> Hash {
    let mut bytes = [0x01; 65];
    bytes[1..33].copy_from_slice(&left.0);
    bytes[33..].copy_from_slice(&right.0);
    Hash::of(&bytes)
}

/// The root over `leaves` in their order.
#[must_use]
pub fn root_of<T: AsRef<[u8]>>(leaves: impl IntoIterator<Item = T>) -> Hash {
    let mut edge = RightEdge::default();
    for leaf in leaves {
        edge.push(leaf_hash(leaf.as_ref()), |_, _| {});
    }
    edge.root()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The leaves and roots that certificate-transparency projects publish as test data.
    const LEAVES: [&str; 8] = [
        "",
        "00",
        "10",
        "2021",
        "3031",
        "40414243",
        "5051525354555657",
        "606162636465666768696a6b6c6d6e6f",
    ];

    #[test]
    fn published_roots_are_met() {
        let leaves: Vec<_> = LEAVES.iter().map(|leaf| hex::decode(leaf).unwrap()).collect();
        for (size, root) in [
            (0, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
            (1, "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d"),
            (2, "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125"),
            (8, "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"),
        ] {
            assert_eq!(root_of(&leaves[..size]).to_string(), root, "size {size}");
        }
    }
}
