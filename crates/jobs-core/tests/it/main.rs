//! Tests of the core from outside: the reference store, the leaves, and what does not compile.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod conveniences;
mod forbidden;
mod format;
mod interop;
mod leaf;
mod receipts;
mod sequencer;
mod twins;

jobs_conformance::conformance!(memory, volatile: async |_: &std::path::Path| jobs_core::MemoryStore::default());
