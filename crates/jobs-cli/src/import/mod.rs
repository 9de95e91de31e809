//! The import of the old dashboard's databases.
//!
//! ```text
//! jobs.db (+ -wal) ──► private copy ──► rows in order of time ──► ImportedJob ──► JobStore::append
//! audit.db (+ -wal) ─► private copy ──► index by user and customers ──┘ rows left over: jobs of their own
//! set_action.log ────► calls ──► compared with the rows of jobs.db, for the report alone
//! ```
//!
//! `command` leads; `copy`, `table` and `old` read, `ids` and `names` know spellings, `audit` matches, `convert` decides what becomes
//! of a row, `take` keeps count, `record` appends in bounded batches, `log` finds what was lost, `report` tells.

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
mod log;
mod old;
mod original;
mod pairs;
mod payload;
#[cfg(test)]
mod plans;
mod record;
mod report;
mod report_text;
mod status;
mod table;
mod take;
mod times;

pub use audit::AUDIT_NAMESPACE;
pub use times::UtcOffset;
