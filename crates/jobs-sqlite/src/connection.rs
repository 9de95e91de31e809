//! The one place where connections are opened: their settings, checked by reading them back, and the
//! authorizer that leaves them nothing but what an append-only ledger needs.

use std::path::Path;
use std::time::Duration;

use jobs_core::{Error, Result};
use rusqlite::config::DbConfig;
use rusqlite::hooks::{AuthAction, AuthContext, Authorization};
use rusqlite::{Connection, OpenFlags, Transaction, TransactionBehavior};

use crate::error::{Context, corrupt};

/// `PRAGMA application_id` of our files: "JOBS" in ASCII.
const APPLICATION_ID: i64 = 0x4A4F_4253;

/// The schema, one step a version; `PRAGMA user_version` counts the steps that a file has taken.
const MIGRATIONS: [&str; 1] = [include_str!("../migrations/0001_ledger.sql")];

/// How long a connection waits for another process's transaction, such as an import's, to end.
const BUSY_TIMEOUT: Duration = Duration::from_secs(10);

/// After how many pages a commit moves the write-ahead log into the database: 16 MiB of 4 KiB pages, so that
/// a page that is written by many commits is moved once.
const WAL_PAGES: i64 = 4096;

/// The tables of the record and of what is derived, all of which only grow.
const TABLES: [&str; 6] = ["entry", "term", "job_state", "tree", "run", "posting"];

/// The derived tables whose rows move forward. Triggers hold them to that.
const UPDATED_TABLES: [&str; 3] = ["job_state", "tree", "run"];

/// Opens the connection that appends, creating the file or bringing its schema up to date.
pub(crate) fn open_writer(path: &Path) -> Result<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE
        | OpenFlags::SQLITE_OPEN_CREATE
        | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    // Looked at by a connection that cannot write: a writing one moves the log of whatever database it closes.
    if path.exists() {
        let look = Connection::open_with_flags(path, reader_flags()).doing("opening the ledger")?;
        look.busy_timeout(BUSY_TIMEOUT).doing("opening the ledger")?;
        check_is_ours(&look, path)?;
    }
    let mut connection = Connection::open_with_flags(path, flags).doing("opening the ledger")?;
    connection.busy_timeout(BUSY_TIMEOUT).doing("opening the ledger")?;
    set(&connection, "journal_mode", "wal", &["wal"])?;
    set(&connection, "synchronous", "full", &["2"])?;
    set(&connection, "foreign_keys", "on", &["1"])?;
    set(&connection, "wal_autocheckpoint", &WAL_PAGES.to_string(), &[&WAL_PAGES.to_string()])?;
    harden(&connection)?;
    migrate(&mut connection)?;
    connection.authorizer(Some(authorize_writer)).doing("guarding the connection")?;
    connection.set_prepared_statement_cache_capacity(64);
    Ok(connection)
}

/// How the connections that read are opened.
pub(crate) fn reader_flags() -> OpenFlags {
    OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX
}

/// Opens a connection that only reads.
pub(crate) fn open_reader(path: &Path) -> Result<Connection> {
    let connection =
        Connection::open_with_flags(path, reader_flags()).doing("opening the ledger")?;
    prepare_reader(&connection)?;
    check_is_ours(&connection, path)?;
    let version = pragma(&connection, "user_version")?;
    if version != MIGRATIONS.len().to_string() {
        return Err(wrong_version(&version));
    }
    connection.authorizer(Some(authorize_reader)).doing("guarding the connection")?;
    Ok(connection)
}

/// Settings of a connection that only reads.
fn prepare_reader(connection: &Connection) -> Result<()> {
    connection.busy_timeout(BUSY_TIMEOUT).doing("opening the ledger")?;
    set(connection, "query_only", "on", &["1"])?;
    connection.set_prepared_statement_cache_capacity(64);
    harden(connection)
}

/// Sets up a pooled connection as [`open_reader`] does, on a file that it has checked.
pub(crate) fn prepare_pooled(connection: &Connection) -> rusqlite::Result<()> {
    prepare_reader(connection)
        .map_err(|error| rusqlite::Error::ToSqlConversionFailure(error.into()))?;
    connection.authorizer(Some(authorize_reader))
}

fn harden(connection: &Connection) -> Result<()> {
    set(connection, "trusted_schema", "off", &["0"])?;
    set(connection, "cell_size_check", "on", &["1"])?;
    let defensive = connection
        .set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)
        .doing("guarding the connection")?;
    if defensive { Ok(()) } else { Err(corrupt("SQLite did not take its defensive mode")) }
}

/// Sets a PRAGMA and reads it back, because SQLite ignores what it does not know or cannot do.
fn set(connection: &Connection, name: &'static str, value: &str, accepted: &[&str]) -> Result<()> {
    connection.pragma_update(None, name, value).doing("setting a PRAGMA")?;
    let found = pragma(connection, name)?;
    if accepted.contains(&found.as_str()) {
        return Ok(());
    }
    Err(corrupt(format!("PRAGMA {name} is {found} and not {value}")))
}

fn pragma(connection: &Connection, name: &str) -> Result<String> {
    use rusqlite::types::Value;
    let value = connection
        .pragma_query_value(None, name, |row| row.get::<_, Value>(0))
        .doing("reading a PRAGMA")?;
    Ok(match value {
        Value::Integer(number) => number.to_string(),
        Value::Text(text) => text,
        other => format!("{other:?}"),
    })
}

/// Refuses a database that is not a job ledger before anything in it is touched.
fn check_is_ours(connection: &Connection, path: &Path) -> Result<()> {
    let count = "SELECT count(*) FROM sqlite_schema";
    let objects: i64 =
        connection.query_row(count, [], |row| row.get(0)).doing("reading the ledger's schema")?;
    let ours = pragma(connection, "application_id")? == APPLICATION_ID.to_string();
    if ours || objects == 0 {
        return Ok(());
    }
    Err(Error::invalid(
        "data_dir",
        format!(
            "{} is a database of another program; if it is the old dashboard's, leave it where it was \
             and run `jobctl import` on it",
            path.display()
        ),
    ))
}

fn migrate(connection: &mut Connection) -> Result<()> {
    const DOING: &str = "bringing the ledger's schema up to date";
    let transaction =
        connection.transaction_with_behavior(TransactionBehavior::Immediate).doing(DOING)?;
    let version = pragma(&transaction, "user_version")?;
    let taken: usize = version.parse().map_err(|_| wrong_version(&version))?;
    let steps = MIGRATIONS.get(taken..).ok_or_else(|| wrong_version(&version))?;
    for step in steps {
        transaction.execute_batch(step).doing(DOING)?;
    }
    if !steps.is_empty() {
        stamp(&transaction).doing(DOING)?;
    }
    transaction.commit().doing(DOING)
}

fn stamp(transaction: &Transaction<'_>) -> rusqlite::Result<()> {
    transaction.pragma_update(None, "application_id", APPLICATION_ID)?;
    transaction.pragma_update(None, "user_version", MIGRATIONS.len().to_string())
}

fn wrong_version(found: &str) -> Error {
    let ours = MIGRATIONS.len();
    let reason =
        format!("holds a ledger of version {found}, and this program reads version {ours}");
    Error::invalid("data_dir", reason)
}

/// Everything is refused but appending, moving derived rows forward, and reading.
fn authorize_writer(context: AuthContext<'_>) -> Authorization {
    match context.action {
        AuthAction::Insert { table_name } if TABLES.contains(&table_name) => Authorization::Allow,
        AuthAction::Update { table_name, .. } if UPDATED_TABLES.contains(&table_name) => {
            Authorization::Allow
        }
        _ => authorize_reader(context),
    }
}

/// Everything is refused but reading.
fn authorize_reader(context: AuthContext<'_>) -> Authorization {
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

    /// What durability and the guards rest on, read from the connections themselves.
    #[test]
    fn connections_have_the_settings_that_the_ledger_rests_on() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("jobs.db");
        let writer = open_writer(&path).unwrap();
        let reader = open_reader(&path).unwrap();
        // The authorizer lets no PRAGMA through; the settings outlive it.
        let none = None::<fn(AuthContext<'_>) -> Authorization>;
        writer.authorizer(none).unwrap();
        reader.authorizer(none).unwrap();
        for (name, expected) in [
            ("journal_mode", "wal"),
            ("synchronous", "2"),
            ("foreign_keys", "1"),
            ("trusted_schema", "0"),
            ("cell_size_check", "1"),
            ("application_id", "1246708307"),
            ("user_version", "1"),
        ] {
            assert_eq!(pragma(&writer, name).unwrap(), expected, "{name}");
        }
        for (name, expected) in
            [("query_only", "1"), ("trusted_schema", "0"), ("cell_size_check", "1")]
        {
            assert_eq!(pragma(&reader, name).unwrap(), expected, "{name}");
        }
        for connection in [&writer, &reader] {
            assert!(connection.db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE).unwrap());
        }
        assert!(reader.is_readonly("main").unwrap());
    }

    #[test]
    fn a_setting_that_is_not_taken_is_an_error() {
        let sql = Connection::open_in_memory().unwrap();
        let error = set(&sql, "journal_mode", "wal", &["wal"]).unwrap_err();
        assert!(matches!(error, Error::Corrupt(_)), "{error}");
    }
}
