#![doc = include_str!("../README.md")]
//! # Modules
//!
//! ```text
//! server       from settings to a running server, and to its end
//! first_token  the token with which the first admin signs in
//! ledger       opens and checks the store
//! demo         a simulated upstream and sample jobs
//! reload       what a running server reads again
//! start_error  why the server did not start
//! notarize     the key and the anchors that vouch for the ledger
//! data_dir     the files of a server, locked for one server
//! config       the settings
//! values       how the values of settings are parsed
//! log          one line per event
//! ```
//!
//! Each uses only those below it.
//!
//! The HTTP API is in `jobs-api`.

pub mod config;
pub mod data_dir;
pub mod demo;
pub mod first_token;
mod ledger;
pub mod log;
mod notarize;
mod reload;
pub mod server;
mod start_error;
mod values;

pub use notarize::NotarizeError;
pub use reload::Reload;
pub use start_error::StartError;
