//! The one place where connections are opened and set up; each setting is read back to check it.

use std::fs::File;
use std::io;
use std::path::Path;

use jobs_core::Result;
use r2d2::Pool;
use r2d2_sqlite::SqliteConnectionManager;
use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags, Transaction, TransactionBehavior};

use crate::error::{Context, corrupt};
use crate::file::authorizer::{authorize_reader, authorize_writer};
use crate::file::header::{APPLICATION_ID, SCHEMA, VERSION};
use crate::file::look::{self, Content};
use crate::file::plain::{self, open_unprepared, pragma, reader_flags, wait_for_locks};
use crate::file::schema;
use crate::steps::Steps;

/// Opens the connection that appends, creating the file or bringing its schema up to date.
pub(crate) fn open_writer(path: &Path) -> Result<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE
        | OpenFlags::SQLITE_OPEN_CREATE
        | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    if look::look(path)? == Content::Empty {
        make_private(path)?;
    }
    let mut connection = Connection::open_with_flags(path, flags).doing("opening the ledger")?;
    prepare_writer(&mut connection, path)?;
    Ok(connection)
}

/// Makes the file that SQLite would make, readable by its owner alone; the files beside it get the
/// same mode from SQLite.
fn make_private(path: &Path) -> Result<()> {
    // Only ever a new file: closing one that is open in SQLite drops its locks.
    let mut options = File::options();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    match options.open(path) {
        Ok(_) => Ok(()),
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Ok(()),
        Err(error) => Err(error).doing("making the ledger"),
    }
}

/// The writer's page cache, in KiB after a minus: the trees of terms and IDs of some million
/// customers. With SQLite's default of 2 MiB it would read some of them from the file for each job.
const WRITER_CACHE: &str = "-32768";

pub(crate) fn prepare_writer(connection: &mut Connection, path: &Path) -> Result<()> {
    wait_for_locks(connection)?;
    set(connection, "journal_mode", "wal", &["wal"])?;
    set(connection, "synchronous", "full", &["2"])?;
    set(connection, "foreign_keys", "on", &["1"])?;
    // The writer moves the log itself, once it knows that the log is its ledger's; a start that is
    // refused leaves the log as it was.
    set(connection, "wal_autocheckpoint", "0", &["0"])?;
    set_config(connection, DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE)?;
    set(connection, "cache_size", WRITER_CACHE, &[WRITER_CACHE])?;
    harden(connection)?;
    migrate(connection, path)?;
    connection.authorizer(Some(authorize_writer)).doing("guarding the connection")?;
    connection.set_prepared_statement_cache_capacity(64);
    Ok(())
}

/// Opens a connection that only reads.
pub(crate) fn open_reader(path: &Path) -> Result<Connection> {
    let connection =
        Connection::open_with_flags(path, reader_flags()).doing("opening the ledger")?;
    prepare_reader(&connection, path)?;
    Ok(connection)
}

pub(crate) fn prepare_reader(connection: &Connection, path: &Path) -> Result<()> {
    prepare_suspect(connection, path)?;
    schema::check(connection)?;
    connection.authorizer(Some(authorize_reader)).doing("guarding the connection")
}

/// Settings of a connection that only reads.
fn set_up_reader(connection: &Connection) -> Result<()> {
    wait_for_locks(connection)?;
    set(connection, "query_only", "on", &["1"])?;
    connection.set_prepared_statement_cache_capacity(64);
    harden(connection)
}

/// Opens a pool of at most `count` connections that only read; `steps` counts their steps.
pub(crate) fn open_readers(
    path: &Path,
    count: u32,
    steps: &Steps,
) -> Result<Pool<SqliteConnectionManager>> {
    // The first one by hand, so that the error says in full what is wrong with the file.
    drop(open_reader(path)?);
    pool(SqliteConnectionManager::file(path).with_flags(reader_flags()), count, steps)
}

/// As [`open_readers`], for a file that nobody writes: without a log, without locks, and without a
/// file beside it.
pub(crate) fn open_readers_as_it_lies(
    path: &Path,
    count: u32,
    steps: &Steps,
) -> Result<Pool<SqliteConnectionManager>> {
    let uri = plain::uri_as_it_lies(path)?;
    let flags = reader_flags() | OpenFlags::SQLITE_OPEN_URI;
    let first = Connection::open_with_flags(&uri, flags).doing("opening the ledger")?;
    prepare_reader(&first, path)?;
    drop(first);
    pool(SqliteConnectionManager::file(uri).with_flags(flags), count, steps)
}

fn pool(
    manager: SqliteConnectionManager,
    count: u32,
    steps: &Steps,
) -> Result<Pool<SqliteConnectionManager>> {
    let steps = steps.clone();
    let manager = manager.with_init(move |connection| {
        set_up_reader(connection)
            .and_then(|()| steps.count(connection))
            .map_err(|error| rusqlite::Error::ToSqlConversionFailure(error.into()))?;
        // This takes the lock that keeps other programs from removing the log.
        connection.query_row("SELECT size FROM tree", [], |_| Ok(()))?;
        connection.authorizer(Some(authorize_reader))
    });
    Pool::builder()
        .max_size(count)
        .min_idle(Some(1))
        // While one connection is open, no other program closes the last one, which would remove
        // the log.
        .idle_timeout(None)
        .max_lifetime(None)
        .test_on_check_out(false)
        .build(manager)
        .doing("opening the ledger")
}

fn harden(connection: &Connection) -> Result<()> {
    set(connection, "trusted_schema", "off", &["0"])?;
    set(connection, "cell_size_check", "on", &["1"])?;
    set_config(connection, DbConfig::SQLITE_DBCONFIG_DEFENSIVE)
}

fn set_config(connection: &Connection, config: DbConfig) -> Result<()> {
    let taken = connection.set_db_config(config, true).doing("setting up the connection")?;
    if taken { Ok(()) } else { Err(corrupt(format!("SQLite did not take {config:?}"))) }
}

/// Sets a PRAGMA and reads it back, because SQLite ignores what it does not know or cannot do.
fn set(connection: &Connection, name: &'static str, value: &str, accepted: &[&str]) -> Result<()> {
    connection.pragma_update(None, name, value).doing("setting up the connection")?;
    let found = pragma(connection, name)?;
    if accepted.contains(&found.as_str()) {
        return Ok(());
    }
    Err(corrupt(format!("PRAGMA {name} is {found} and not {value}")))
}

fn migrate(connection: &mut Connection, path: &Path) -> Result<()> {
    const DOING: &str = "making the ledger's schema";
    let transaction =
        connection.transaction_with_behavior(TransactionBehavior::Immediate).doing(DOING)?;
    // Look again: another process may have made the ledger since, or a journal was rolled back.
    if look::kind_of(&transaction, path)? == Content::Empty {
        transaction.execute_batch(SCHEMA).doing(DOING)?;
        stamp(&transaction).doing(DOING)?;
    }
    transaction.commit().doing(DOING)
}

fn stamp(transaction: &Transaction<'_>) -> rusqlite::Result<()> {
    transaction.pragma_update(None, "application_id", APPLICATION_ID)?;
    transaction.pragma_update(None, "user_version", VERSION)
}

/// Opens a connection that reads a file which may have been tampered with: nothing is known of its
/// schema yet. A file that is `unchanging` is read as it lies.
pub(crate) fn open_suspect(path: &Path, unchanging: bool) -> Result<Connection> {
    let connection = open_unprepared(path, unchanging)?;
    prepare_suspect(&connection, path)?;
    Ok(connection)
}

pub(crate) fn prepare_suspect(connection: &Connection, path: &Path) -> Result<()> {
    set_up_reader(connection)?;
    match look::identity(connection, path)? {
        Content::Ledger => Ok(()),
        Content::Empty => Err(look::holds_nothing(path)),
    }
}

#[cfg(test)]
mod tests {
    use jobs_core::Error;
    use rusqlite::hooks::{AuthContext, Authorization};

    use super::*;

    /// The settings that durability and the guards rest on, read from the connections themselves.
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
            ("cache_size", WRITER_CACHE),
            ("trusted_schema", "0"),
            ("cell_size_check", "1"),
            ("application_id", "1246708307"),
            ("user_version", VERSION),
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

    #[cfg(unix)]
    #[test]
    fn a_ledger_is_made_readable_by_its_owner_alone() {
        use std::os::unix::fs::PermissionsExt as _;
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("jobs.db");
        let _open = open_writer(&path).unwrap();
        let _reader = open_reader(&path).unwrap();
        for suffix in ["", "-wal", "-shm"] {
            let metadata = std::fs::metadata(look::beside(&path, suffix)).unwrap();
            assert_eq!(metadata.permissions().mode() & 0o777, 0o600, "{suffix}");
        }
    }

    #[test]
    fn a_setting_that_is_not_taken_is_an_error() {
        let sql = Connection::open_in_memory().unwrap();
        let error = set(&sql, "journal_mode", "wal", &["wal"]).unwrap_err();
        assert!(matches!(error, Error::Corrupt(_)), "{error}");
    }
}
