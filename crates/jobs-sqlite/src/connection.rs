//! The one place where connections are opened: their settings, checked by reading them back, and the
//! authorizer that leaves them nothing but what an append-only ledger needs.

use std::fs::File;
use std::io;
use std::path::Path;
use std::time::Duration;

use jobs_core::Result;
use r2d2::Pool;
use r2d2_sqlite::SqliteConnectionManager;
use rusqlite::config::DbConfig;
use rusqlite::hooks::{AuthAction, AuthContext, Authorization};
use rusqlite::{Connection, OpenFlags, Transaction, TransactionBehavior};

use crate::error::{Context, corrupt};
use crate::look::{self, Kind};
use crate::schema;
use crate::steps::Steps;

/// `PRAGMA application_id` of our files: "JOBS" in ASCII.
pub(crate) const APPLICATION_ID: i64 = 0x4A4F_4253;

/// The schema, one step a version; `PRAGMA user_version` counts the steps that a file has taken.
pub(crate) const MIGRATIONS: [&str; 1] = [include_str!("../migrations/0001_ledger.sql")];

/// What `PRAGMA user_version` is when all steps are taken.
const VERSION: &str = "1";

/// How long a connection waits for another process's transaction, such as an import's, to end.
pub(crate) const BUSY_TIMEOUT: Duration = Duration::from_secs(10);

/// After how many pages of the write-ahead log the writer moves it into the database: 16 MiB of 4 KiB pages, so that
/// a page that is written by many commits is moved once.
pub(crate) const LOG_PAGES: u32 = 4096;

/// The tables of the record and of what is derived, all of which only grow.
pub(crate) const TABLES: [&str; 9] =
    ["entry", "term", "job_by_id", "job_state", "counter", "tree", "subtree", "run", "posting"];

/// The derived tables whose rows move forward. Triggers hold them to that.
const UPDATED_TABLES: [&str; 4] = ["job_state", "counter", "tree", "run"];

/// Opens the connection that appends, creating the file or bringing its schema up to date.
pub(crate) fn open_writer(path: &Path) -> Result<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE
        | OpenFlags::SQLITE_OPEN_CREATE
        | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    if look::look(path)? == Kind::Empty {
        make_private(path)?;
    }
    let mut connection = Connection::open_with_flags(path, flags).doing("opening the ledger")?;
    prepare_writer(&mut connection, path)?;
    Ok(connection)
}

/// Makes the file that SQLite would make, readable by its owner alone; the files beside it get the same mode from SQLite.
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

/// The pages that the writer keeps, in KiB behind a minus: the trees of terms and IDs of some million customers. With SQLite's own
/// 2 MiB it reads some of them from the file for each job.
const WRITER_CACHE: &str = "-32768";

fn prepare_writer(connection: &mut Connection, path: &Path) -> Result<()> {
    connection.busy_timeout(BUSY_TIMEOUT).doing("opening the ledger")?;
    set(connection, "journal_mode", "wal", &["wal"])?;
    set(connection, "synchronous", "full", &["2"])?;
    set(connection, "foreign_keys", "on", &["1"])?;
    // The writer moves the log itself, once it knows whose log it is; and a start that is refused leaves it as it was.
    set(connection, "wal_autocheckpoint", "0", &["0"])?;
    set_config(connection, DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE)?;
    set(connection, "cache_size", WRITER_CACHE, &[WRITER_CACHE])?;
    harden(connection)?;
    migrate(connection, path)?;
    connection.authorizer(Some(authorize_writer)).doing("guarding the connection")?;
    connection.set_prepared_statement_cache_capacity(64);
    Ok(())
}

/// Moves what it can of the log into the database without waiting for anyone.
pub(crate) fn move_log(writer: &Connection) -> Result<()> {
    checkpoint(writer, "PRAGMA wal_checkpoint(PASSIVE)").map(drop)
}

/// Moves the whole log into the database and empties it, as a connection that is about to be closed; false when others
/// kept it from being done in time.
pub(crate) fn empty_log(writer: &Connection) -> Result<bool> {
    let none = None::<fn(AuthContext<'_>) -> Authorization>;
    writer.authorizer(none).doing("moving the log into the ledger")?;
    checkpoint(writer, "PRAGMA wal_checkpoint(TRUNCATE)")
}

fn checkpoint(writer: &Connection, pragma: &str) -> Result<bool> {
    let busy: i64 =
        writer.query_row(pragma, [], |row| row.get(0)).doing("moving the log into the ledger")?;
    Ok(busy == 0)
}

/// How many frames the log has that readers see.
pub(crate) fn log_frames(writer: &Connection) -> Result<u32> {
    writer
        .query_row("PRAGMA wal_checkpoint(NOOP)", [], |row| row.get(1))
        .doing("looking for the end of the log")
}

/// Commits a page as it is: all that a commit does, for a change of nothing. Where the version of the ledger is not what it
/// was, nothing is written: another program has edited the file, or a later one has brought it forward.
pub(crate) fn commit_unchanged(writer: &mut Connection) -> Result<()> {
    const DOING: &str = "committing nothing, to see whether it can be done";
    let sql = writer.transaction_with_behavior(TransactionBehavior::Immediate).doing(DOING)?;
    let found: i64 = sql.pragma_query_value(None, "user_version", |row| row.get(0)).doing(DOING)?;
    if found.to_string() != VERSION {
        let what = format!("its version was {VERSION} when it was opened, and is {found} now");
        return Err(corrupt(what));
    }
    sql.pragma_update(None, "user_version", VERSION).doing(DOING)?;
    sql.commit().doing(DOING)
}

/// How the connections that read are opened.
pub(crate) fn reader_flags() -> OpenFlags {
    OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX
}

/// Opens a connection that only reads.
pub(crate) fn open_reader(path: &Path) -> Result<Connection> {
    let connection =
        Connection::open_with_flags(path, reader_flags()).doing("opening the ledger")?;
    prepare_reader(&connection, path)?;
    Ok(connection)
}

fn prepare_reader(connection: &Connection, path: &Path) -> Result<()> {
    prepare_suspect(connection, path)?;
    schema::check(connection)?;
    connection.authorizer(Some(authorize_reader)).doing("guarding the connection")
}

/// Settings of a connection that only reads.
fn set_up_reader(connection: &Connection) -> Result<()> {
    connection.busy_timeout(BUSY_TIMEOUT).doing("opening the ledger")?;
    set(connection, "query_only", "on", &["1"])?;
    connection.set_prepared_statement_cache_capacity(64);
    harden(connection)
}

/// Opens a pool of at most `count` connections that only read, whose steps are counted in `steps`.
pub(crate) fn open_readers(
    path: &Path,
    count: u32,
    steps: &Steps,
) -> Result<Pool<SqliteConnectionManager>> {
    // The first one by hand, so that what is wrong with the file is said in full.
    drop(open_reader(path)?);
    pool(SqliteConnectionManager::file(path).with_flags(reader_flags()), count, steps)
}

/// As [`open_readers`], of a file that nobody writes: without a log, without locks, and without a file beside it.
pub(crate) fn open_readers_as_it_lies(
    path: &Path,
    count: u32,
    steps: &Steps,
) -> Result<Pool<SqliteConnectionManager>> {
    let (uri, flags) = (look::uri_as_it_lies(path)?, reader_flags() | OpenFlags::SQLITE_OPEN_URI);
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
        // Which takes the lock that keeps other programs from removing the log.
        connection.query_row("SELECT size FROM tree", [], |_| Ok(()))?;
        connection.authorizer(Some(authorize_reader))
    });
    Pool::builder()
        .max_size(count)
        .min_idle(Some(1))
        // While one is open, no other program takes itself for the last one and removes the log.
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

pub(crate) fn pragma(connection: &Connection, name: &str) -> Result<String> {
    use rusqlite::types::Value;
    let value = connection
        .pragma_query_value(None, name, |row| row.get::<_, Value>(0))
        .doing("reading the file")?;
    Ok(match value {
        Value::Integer(number) => number.to_string(),
        Value::Text(text) => text,
        other => format!("{other:?}"),
    })
}

fn migrate(connection: &mut Connection, path: &Path) -> Result<()> {
    const DOING: &str = "bringing the ledger's schema up to date";
    let transaction =
        connection.transaction_with_behavior(TransactionBehavior::Immediate).doing(DOING)?;
    // Looked at again: another process may have made the ledger since, and a journal was rolled back.
    if look::kind_of(&transaction, path)? == Kind::Empty {
        for step in MIGRATIONS {
            transaction.execute_batch(step).doing(DOING)?;
        }
        stamp(&transaction).doing(DOING)?;
    }
    transaction.commit().doing(DOING)
}

fn stamp(transaction: &Transaction<'_>) -> rusqlite::Result<()> {
    transaction.pragma_update(None, "application_id", APPLICATION_ID)?;
    transaction.pragma_update(None, "user_version", VERSION)
}

/// Opens a connection that reads a file which may have been tampered with: nothing is known of its schema yet. A file that is
/// `unchanging` is read as it lies.
pub(crate) fn open_suspect(path: &Path, unchanging: bool) -> Result<Connection> {
    let connection = open_unprepared(path, unchanging)?;
    prepare_suspect(&connection, path)?;
    Ok(connection)
}

/// A connection that reads the file, without any settings.
pub(crate) fn open_unprepared(path: &Path, unchanging: bool) -> Result<Connection> {
    if unchanging {
        return look::as_it_lies(path);
    }
    Connection::open_with_flags(path, reader_flags()).doing("opening the ledger")
}

fn prepare_suspect(connection: &Connection, path: &Path) -> Result<()> {
    set_up_reader(connection)?;
    match look::identity(connection, path)? {
        Kind::Ledger => Ok(()),
        Kind::Empty => Err(look::holds_nothing(path)),
    }
}

/// Everything is refused but appending, moving derived rows forward, moving the log, and reading.
fn authorize_writer(context: AuthContext<'_>) -> Authorization {
    match context.action {
        AuthAction::Insert { table_name } if TABLES.contains(&table_name) => Authorization::Allow,
        AuthAction::Update { table_name, .. } if UPDATED_TABLES.contains(&table_name) => {
            Authorization::Allow
        }
        // These move the log, look at it, and say again what the file says: nothing that is read is changed.
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
    use std::path::PathBuf;
    use std::sync::Arc;
    use std::sync::atomic::{AtomicU64, Ordering};

    use jobs_core::Error;

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
            ("cache_size", WRITER_CACHE),
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
    fn nothing_but_reading_and_appending_is_authorized() {
        use rusqlite::hooks::TransactionOperation::Begin;
        let (table_name, index_name, view_name, trigger_name) = ("entry", "i", "jobs", "t");
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
            AuthAction::Pragma { pragma_name: "user_version", pragma_value: Some("2") },
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

    /// A ledger with so many jobs and its reverse index in many runs, all of it in the file itself.
    fn ledger(jobs: u32) -> (PathBuf, tempfile::TempDir) {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("jobs.db");
        let mut sql = open_writer(&path).unwrap();
        let written = crate::batch::run(&mut sql, &mut crate::terms::Terms::new(), |batch| {
            let mut jobs = (0..jobs).map(crate::faults::job_of);
            jobs.try_for_each(|job| batch.append(job, jobs_core::Timestamp::now())?.map(drop))
        });
        assert_eq!(written.unwrap(), u64::from(jobs));
        let size = crate::postings::RunSize { entries: 5, customers: 1000 };
        crate::postings::index_now(&mut sql, size);
        assert!(empty_log(&sql).unwrap());
        (path, folder)
    }

    /// All that opening a store reads.
    fn open(writer: &mut Connection, reader: &Connection, path: &Path) -> Result<()> {
        prepare_writer(writer, path)?;
        crate::batch::read_tree(writer)?;
        prepare_reader(reader, path)?;
        crate::postings::reach(reader).map(drop)
    }

    /// Opening does the same work, step by step of SQLite's machine, however many entries there are.
    #[test]
    fn opening_takes_the_same_steps_however_large_the_ledger() {
        let steps = |jobs| {
            let (path, _folder) = ledger(jobs);
            let steps = Arc::new(AtomicU64::new(0));
            let counted = || {
                let sql = Connection::open(&path).unwrap();
                let steps = Arc::clone(&steps);
                let count = move || {
                    steps.fetch_add(1, Ordering::Relaxed);
                    false
                };
                sql.progress_handler(1, Some(count)).unwrap();
                sql
            };
            open(&mut counted(), &counted(), &path).unwrap();
            steps.load(Ordering::Relaxed)
        };
        let few = steps(10);
        assert!(few > 100, "only {few} steps were counted");
        assert_eq!(steps(3000), few);
    }

    /// Nor does any step read more pages, as counting all rows does: a page that opening reads is one that it fails
    /// for when it holds garbage. A tree of pages may be a page or two deeper.
    #[test]
    fn opening_reads_the_same_pages_however_large_the_ledger() {
        let pages = |jobs| {
            let (path, _folder) = ledger(jobs);
            let copy = tempfile::tempdir().unwrap();
            let sound = std::fs::read(&path).unwrap();
            let needed = (1..sound.len() / 4096).filter(|page| {
                let path = copy.path().join(format!("{page}.db"));
                let mut bytes = sound.clone();
                bytes[page * 4096..(page + 1) * 4096].fill(0xA5);
                std::fs::write(&path, bytes).unwrap();
                let mut writer = Connection::open(&path).unwrap();
                let opened = open(&mut writer, &Connection::open(&path).unwrap(), &path);
                drop(writer);
                std::fs::remove_file(&path).unwrap();
                opened.is_err()
            });
            (sound.len() / 4096, needed.count())
        };
        let ((_, few), (all, many)) = (pages(10), pages(3000));
        assert!(few >= 3 && all > 100, "{few} pages are needed, of a ledger of {all}");
        assert!((few..=few + 2).contains(&many), "{few} pages are needed, and then {many}");
    }

    #[test]
    fn the_version_is_the_number_of_steps() {
        assert_eq!(VERSION, MIGRATIONS.len().to_string());
    }

    /// It fails where any commit would, and whoever reads finds nothing new.
    #[test]
    fn a_page_is_committed_as_it_is() {
        let (path, _folder) = ledger(3);
        let mut sql = open_writer(&path).unwrap();
        let head = crate::batch::read_tree(&sql).unwrap().edge.size();
        let before = std::fs::metadata(look::beside(&path, "-wal")).unwrap().len();
        let frames = log_frames(&sql).unwrap();
        commit_unchanged(&mut sql).unwrap();
        assert_eq!(log_frames(&sql).unwrap(), frames + 1);
        assert!(std::fs::metadata(look::beside(&path, "-wal")).unwrap().len() > before);
        assert_eq!(crate::batch::read_tree(&sql).unwrap().edge.size(), head);
        open_reader(&path).unwrap();
    }

    #[test]
    fn a_page_that_another_program_has_edited_is_left_as_it_is() {
        let (path, _folder) = ledger(3);
        let mut sql = open_writer(&path).unwrap();
        let other = Connection::open(&path).unwrap();
        for version in [0, 2, 99] {
            other.pragma_update(None, "user_version", version).unwrap();
            let frames = log_frames(&sql).unwrap();
            let error = commit_unchanged(&mut sql).unwrap_err();
            assert!(matches!(error, Error::Corrupt(_)), "{error}");
            assert_eq!(log_frames(&sql).unwrap(), frames, "nothing was written");
        }
    }

    #[test]
    fn a_setting_that_is_not_taken_is_an_error() {
        let sql = Connection::open_in_memory().unwrap();
        let error = set(&sql, "journal_mode", "wal", &["wal"]).unwrap_err();
        assert!(matches!(error, Error::Corrupt(_)), "{error}");
    }
}
