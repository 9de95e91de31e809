#![doc = include_str!("../README.md")]
//! # Modules
//!
//! ```text
//! config       the settings; values: how each is read
//! server       from settings to a running server, and to its end
//! data_dir     the files of a server, and that one server alone has them
//! ledger       the store, opened and checked
//! notarize     the key and the anchors that vouch for it
//! first_token  the token by which the first admin signs in
//! demo         a simulated upstream, and jobs to look at
//! log          one line an event
//! ```
//!
//! What the server answers is in `jobs-api`.

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
