//! Runs the real `jobctl` against old databases built from their description, ledgers and a server.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod audit;
mod dirt;
mod import;
mod legacy;
mod oddities;
mod offsets;
mod reading;
mod refusals;
mod run;
mod server;
mod untouched;
