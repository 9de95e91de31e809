//! What says that a file is a ledger, and of which version; the tables that it has.

/// `PRAGMA application_id` of our files: "JOBS" in ASCII.
pub(crate) const APPLICATION_ID: i64 = 0x4A4F_4253;

/// The schema of this version.
pub(crate) const SCHEMA: &str = include_str!("../../migrations/0001_ledger.sql");

/// `PRAGMA user_version`: the version of the schema. Another number for each that was ever in a
/// file, so that a file with other tables is not taken for one that somebody has changed.
pub(crate) const VERSION: &str = "2";

/// The tables of the record and of what is derived, all of which only grow.
pub(crate) const TABLES: [&str; 9] =
    ["entry", "term", "job_by_id", "job_state", "counter", "tree", "subtree", "run", "posting"];
