//! The import of the old dashboard's databases.
//!
//! ```text
//! jobs.db (+ -wal) ──► private copy ──► rows in order of time ──► ImportedJob ──► JobStore::append
//! audit.db (+ -wal) ─► private copy ──► index by user and customers ──┘ rows left over: jobs of their own
//! ```
//!
//! `command` leads; `copy` and `old` read, `audit` matches, `convert` decides what becomes of a row, `take` keeps
//! count, `record` appends in bounded batches, `report` tells.

mod audit;
mod audit_hint;
mod cell;
pub(crate) mod command;
mod convert;
mod copy;
mod customers;
mod fields;
mod gaps;
mod ids;
mod names;
mod old;
mod original;
mod pairs;
mod payload;
mod record;
mod report;
mod report_text;
mod status;
mod table;
mod take;
mod times;

pub use audit::AUDIT_NAMESPACE;
pub use times::UtcOffset;
