//! Integration tests of the SQLite store, in one binary.

mod conformance;
mod open;
mod shell;
mod support;
