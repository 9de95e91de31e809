#![doc = include_str!("../README.md")]
#![expect(clippy::unwrap_used, reason = "every function here is a test: it fails by panicking")]

pub mod appending;
mod audit;
pub mod concurrency;
pub mod customers;
pub mod entries;
pub mod filters;
pub mod handles;
pub mod imports;
pub mod kills;
mod ledger;
mod list;
pub mod model;
pub mod notes;
pub mod outcomes;
pub mod pages;
pub mod past;
pub mod proofs;
pub mod reopening;
pub mod repeats;
pub mod requests;
pub mod round_trip;
mod run;
pub mod stats;
mod support;
mod team;
pub mod texts;
pub mod transitions;
mod watch;
mod writer;

pub use audit::audit;
pub use ledger::Ledger;
pub use list::{BEHAVIOURS, DURABLE_BEHAVIOURS};
pub use run::{Behaviour, Check, DurableCheck, Runner};
