//! The import of the old dashboard's databases.
//!
//! ```text
//! jobs.db (+ -wal) ──► private copy ──► rows in order of time ──► ImportedJob ──► JobStore::append
//! audit.db (+ -wal) ─► private copy ──► index by user and customers ──┘ rows left over: separate jobs
//! set_action.log ────► calls ──► compared with the rows of jobs.db, only for the report
//! ```
//!
//! `command` is the entry point. `copy`, `table` and `old` read, `ids` and `customers` handle
//! spellings, `audit` matches rows by their `key`, `convert` turns a row into a job (with `notes`),
//! `take` keeps count, `record` appends in bounded batches, and `log` finds lost calls. Each fills
//! in `items`, which `report` puts together and `report_text` and `report_lines` write.

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
mod items;
mod key;
mod log;
mod notes;
mod old;
mod original;
mod pairs;
mod payload;
#[cfg(test)]
mod plans;
mod record;
mod report;
mod report_lines;
mod report_text;
mod status;
mod table;
mod take;
mod times;

pub use audit::AUDIT_NAMESPACE;
pub use times::UtcOffset;
