//! `jobctl list`, `show` and `stats`: what is recorded, read from a data directory or from a
//! server.
//!
//! ```text
//! a data directory ─► ledger ──────┐
//!                                  ├─► source: jobs, entries, customers, statistics ─► list, show, stats: text or JSON
//! a server ─────────► api::Remote ─┘
//! ```

pub(crate) mod list;
pub(crate) mod show;
mod source;
pub(crate) mod stats;
