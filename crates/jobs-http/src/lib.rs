#![doc = include_str!("../README.md")]
//! # Modules
//!
//! ```text
//! config       the settings; values: how each is parsed
//! server       from settings to a running server, and to its end
//! data_dir     the files of a server, locked for one server
//! ledger       opens and checks the store
//! notarize     the key and the anchors that vouch for it
//! first_token  the token with which the first admin signs in
//! demo         a simulated upstream and sample jobs
//! log          one line per event
//! ```
//!
//! The HTTP API is in `jobs-api`.

pub mod config;
pub mod data_dir;
pub mod demo;
pub mod first_token;
mod ledger;
pub mod log;
mod notarize;
pub mod server;
mod values;

pub use notarize::NotarizeError;
