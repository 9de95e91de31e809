//! An attacker with the file: a plain connection that has dropped every trigger.

use std::path::Path;

use rusqlite::Connection;

use super::run::Folder;

/// Runs `sql` on the ledger of `folder` without its triggers, and puts them back, so that only the
/// values differ.
pub(crate) fn tamper(folder: &Folder, sql: &str) {
    tamper_with(&folder.path("jobs-data/jobs.db"), sql);
}

pub(crate) fn tamper_with(path: &Path, sql: &str) {
    let connection = Connection::open(path).unwrap();
    connection.pragma_update(None, "foreign_keys", "off").unwrap();
    let mut statement =
        connection.prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").unwrap();
    let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?))).unwrap();
    let triggers: Vec<(String, String)> = rows.collect::<Result<_, _>>().unwrap();
    drop(statement);
    assert!(!triggers.is_empty());
    for (name, _) in &triggers {
        connection.execute_batch(&format!("DROP TRIGGER {name}")).unwrap();
    }
    connection.execute_batch(sql).unwrap();
    for (_, sql) in &triggers {
        connection.execute_batch(sql).unwrap();
    }
    connection.close().unwrap();
}

/// Copies the ledger's directory. Temporary files of a running server may be gone meanwhile.
pub(crate) fn copy(from: &Path, to: &Path) {
    std::fs::create_dir(to).unwrap();
    for item in std::fs::read_dir(from).unwrap() {
        let item = item.unwrap();
        let target = to.join(item.file_name());
        if item.file_type().unwrap().is_dir() {
            copy(&item.path(), &target);
        } else {
            match std::fs::copy(item.path(), target) {
                Err(error) if error.kind() == std::io::ErrorKind::NotFound => {}
                copied => {
                    copied.unwrap();
                }
            }
        }
    }
}
