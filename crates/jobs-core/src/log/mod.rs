//! What is handed out to verifiers: signed notes, checkpoints, receipts, proofs about customers.
//! These are formats and checks alone; nothing here reads a store, a file or a clock.

mod bundle;
mod checkpoint;
mod customer;
mod key;
mod membership;
mod note;
mod receipt;

pub use bundle::EntryBundle;
pub use checkpoint::{Checkpoint, SignHead, SignedCheckpoint};
pub use customer::{CheckedCustomer, CustomerProof};
pub use key::{Origin, SigningKey, VerifierKey};
pub use membership::{Member, Membership};
pub use note::{Note, Signature};
pub use receipt::Receipt;

use base64::Engine as _;
use base64::display::Base64Display;
use base64::engine::general_purpose::STANDARD;

/// Padded standard base64, as C2SP has it everywhere.
fn to_base64(bytes: &[u8]) -> impl std::fmt::Display {
    Base64Display::new(bytes, &STANDARD)
}

/// What padded standard base64 stands for; `None` for any other spelling.
fn from_base64(text: &str) -> Option<Vec<u8>> {
    STANDARD.decode(text).ok()
}

/// A hash in base64.
fn hash_from_base64(text: &str) -> Option<crate::merkle::Hash> {
    let bytes = from_base64(text)?.try_into().ok()?;
    Some(crate::merkle::Hash::from_bytes(bytes))
}

/// A decimal number without a sign or leading zeros.
fn decimal(text: &str) -> Option<u64> {
    let number: u64 = text.parse().ok()?;
    (number.to_string() == text).then_some(number)
}
