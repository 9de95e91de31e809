//! What says that a file is a ledger, and of which version; the tables that it has.

/// `PRAGMA application_id` of our files: "JOBS" in ASCII.
pub(crate) const APPLICATION_ID: i64 = 0x4A4F_4253;

/// The schema, one step a version; `PRAGMA user_version` counts the steps that a file has taken.
pub(crate) const MIGRATIONS: [&str; 1] = [include_str!("../../migrations/0001_ledger.sql")];

/// What `PRAGMA user_version` is when all steps are taken.
pub(crate) const VERSION: &str = "1";

/// The tables of the record and of what is derived, all of which only grow.
pub(crate) const TABLES: [&str; 9] =
    ["entry", "term", "job_by_id", "job_state", "counter", "tree", "subtree", "run", "posting"];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_version_is_the_number_of_steps() {
        assert_eq!(VERSION, MIGRATIONS.len().to_string());
    }
}
