#![doc = include_str!("../README.md")]
//! # Modules
//!
//! ```text
//! feed          what all subscribers share: the tail reads the ledger and encodes each entry once
//! jobs          what filters know about an entry's job
//! segment       neighbouring entries, encoded as server-sent events
//! ring          the newest segments
//! long_entries  entries that are sent piece by piece
//! filter        which entries a subscriber wants
//! subscriber    a position that moves on as fast as its reader reads
//! ```

mod feed;
mod filter;
mod jobs;
mod long_entries;
mod ring;
mod segment;
mod subscriber;
#[cfg(test)]
mod tests;

pub use feed::{Feed, SubscribeError};
pub use filter::{EntryFilter, KINDS};
pub use subscriber::Subscriber;
