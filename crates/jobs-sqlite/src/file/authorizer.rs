//! What SQLite lets our connections do: nothing but what an append-only ledger needs.

use rusqlite::hooks::{AuthAction, AuthContext, Authorization};

use crate::file::header::{TABLES, VERSION};

/// The derived tables whose rows move forward; triggers ensure that they only do that.
const UPDATED_TABLES: [&str; 4] = ["job_state", "counter", "tree", "run"];

/// Refuses everything except appending, moving derived rows forward, moving the log, and reading.
pub(crate) fn authorize_writer(context: AuthContext<'_>) -> Authorization {
    match context.action {
        AuthAction::Insert { table_name } if TABLES.contains(&table_name) => Authorization::Allow,
        AuthAction::Update { table_name, .. } if UPDATED_TABLES.contains(&table_name) => {
            Authorization::Allow
        }
        // These move the log, look at it, and write the same header again: nothing that is read
        // changes.
        AuthAction::Pragma { pragma_name: "user_version", pragma_value: None } => {
            Authorization::Allow
        }
        AuthAction::Pragma {
            pragma_name: "wal_checkpoint",
            pragma_value: Some("PASSIVE" | "NOOP"),
        }
        | AuthAction::Pragma { pragma_name: "user_version", pragma_value: Some(VERSION) } => {
            Authorization::Allow
        }
        _ => authorize_reader(context),
    }
}

/// Refuses everything except reading.
pub(crate) fn authorize_reader(context: AuthContext<'_>) -> Authorization {
    match context.action {
        AuthAction::Select
        | AuthAction::Read { .. }
        | AuthAction::Function { .. }
        | AuthAction::Transaction { .. } => Authorization::Allow,
        _ => Authorization::Deny,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_but_reading_and_appending_is_authorized() {
        use rusqlite::hooks::TransactionOperation::Begin;
        let table_name = "entry";
        let index_name = "i";
        let view_name = "jobs";
        let trigger_name = "t";
        let mut denied = vec![
            AuthAction::CreateIndex { index_name, table_name },
            AuthAction::CreateTable { table_name },
            AuthAction::CreateTempIndex { index_name, table_name },
            AuthAction::CreateTempTable { table_name },
            AuthAction::CreateTempTrigger { trigger_name, table_name },
            AuthAction::CreateTempView { view_name },
            AuthAction::CreateTrigger { trigger_name, table_name },
            AuthAction::CreateView { view_name },
            AuthAction::DropIndex { index_name, table_name },
            AuthAction::DropTable { table_name },
            AuthAction::DropTempIndex { index_name, table_name },
            AuthAction::DropTempTable { table_name },
            AuthAction::DropTempTrigger { trigger_name, table_name },
            AuthAction::DropTempView { view_name },
            AuthAction::DropTrigger { trigger_name, table_name },
            AuthAction::DropView { view_name },
            AuthAction::Insert { table_name: "sqlite_schema" },
            AuthAction::Update { table_name: "sqlite_schema", column_name: "sql" },
            AuthAction::Pragma { pragma_name: "journal_mode", pragma_value: None },
            AuthAction::Pragma { pragma_name: "user_version", pragma_value: Some("1") },
            AuthAction::Attach { filename: "other.db" },
            AuthAction::Detach { database_name: "other" },
            AuthAction::AlterTable { database_name: "main", table_name },
            AuthAction::Reindex { index_name },
            AuthAction::Analyze { table_name },
            AuthAction::CreateVtable { table_name, module_name: "fts5" },
            AuthAction::DropVtable { table_name, module_name: "fts5" },
            AuthAction::Savepoint { operation: Begin, savepoint_name: "s" },
            AuthAction::Recursive,
            AuthAction::Unknown { code: 99, arg1: None, arg2: None },
        ];
        denied.extend(TABLES.map(|table_name| AuthAction::Delete { table_name }));
        let fixed = ["entry", "term", "subtree", "posting"];
        denied
            .extend(fixed.map(|table_name| AuthAction::Update { table_name, column_name: "idx" }));
        let context = |action| AuthContext { action, database_name: None, accessor: None };
        for action in denied {
            assert_eq!(authorize_writer(context(action)), Authorization::Deny, "{action:?}");
            assert_eq!(authorize_reader(context(action)), Authorization::Deny, "{action:?}");
        }
        for table_name in TABLES {
            let insert = AuthAction::Insert { table_name };
            assert_eq!(authorize_writer(context(insert)), Authorization::Allow);
            assert_eq!(authorize_reader(context(insert)), Authorization::Deny);
        }
    }
}
