//! Integration tests of the SQLite store, in one binary.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]
#![expect(clippy::print_stdout, reason = "a test that is skipped says so")]

mod checks;
mod conformance;
mod copied;
mod files;
mod look;
mod misled;
mod open;
mod shell;
mod support;
mod tamper;
mod tampered;
mod tampers_at_random;
mod torn_log;
mod unchanging;
mod verify;
