#![doc = include_str!("../README.md")]

mod anchor;
mod check;
mod evidence;
mod keeper;
pub mod key_file;
mod notary;
mod restore;
mod rollback;
mod signer;
mod store;
mod verified;

pub use anchor::{Anchor, AnchorError};
pub use check::{RollbackError, check};
pub use evidence::{Checked, Evidence, EvidenceError};
pub use key_file::{KeyFile, KeyFileError};
pub use notary::Notary;
pub use restore::{record_restore, recorded_at};
pub use rollback::Rollback;
pub use store::NotarizedStore;
pub use verified::Verified;
