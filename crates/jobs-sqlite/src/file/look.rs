//! The first look at a file: whether it is a ledger, found out without changing a byte of it or
//! beside it.
//!
//! ```text
//! there is nothing             a ledger may be made
//! a log (-wal) with content    read as SQLite reads it, the log included
//! no log                       read as it lies (`immutable=1`), which makes no files beside it
//! a hot journal (-journal)     its header, and the journal's: opening a ledger, or what was empty
//!                              before, rolls it back
//! ```
//!
//! A connection that may write comes after the look. Closing one moves the log of the database,
//! whichever program wrote it, and opening one rolls back what another program left unfinished.

use std::ffi::OsString;
use std::fs::{self, File};
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};

use jobs_core::{Error, Result};
use rusqlite::Connection;

use crate::error::{Context, corrupt};
use crate::file::header::{APPLICATION_ID, TABLES, VERSION};
use crate::file::plain::{as_it_lies, pragma, reader_flags, wait_for_locks};
use crate::file::schema;

const DOING: &str = "opening the ledger";

/// The longest path that SQLite opens, in bytes: its own limit of 512, less the longest name beside
/// the file.
const PATH_BYTES_MAX: usize = 512 - "-journal".len();

/// What a file is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Content {
    /// A ledger of this version.
    Ledger,
    /// Nothing was ever recorded in it.
    Empty,
}

/// The file beside `path` whose name ends with `suffix`.
pub(crate) fn beside(path: &Path, suffix: &str) -> PathBuf {
    let mut name = OsString::from(path);
    name.push(suffix);
    name.into()
}

/// Refuses what is at `path` unless it is a ledger or nothing, before anything is changed.
pub(crate) fn look(path: &Path) -> Result<Content> {
    check_length(path)?;
    for path in ["", "-wal", "-shm", "-journal"].map(|suffix| beside(path, suffix)) {
        if fs::metadata(&path).is_ok_and(|found| !found.is_file()) {
            let reason = format!("{} is not a regular file", path.display());
            return Err(Error::invalid("path", reason));
        }
    }
    let log_bytes = bytes_of(&beside(path, "-wal"))?;
    if bytes_of(path)? == 0 {
        // SQLite removes a log that has no database; but the log is all that is left of one.
        return if log_bytes == 0 { Ok(Content::Empty) } else { Err(log_alone(path)) };
    }
    match hot_journal(path)? {
        Some(journal) => before_the_change(path, &journal),
        None if log_bytes > 0 => kind_of(&as_readers_do(path)?, path),
        None => kind_of(&as_it_lies(path)?, path),
    }
}

/// What a file was before a change that was cut short, as far as its header and the journal say.
/// The file holds part of the old state and part of the new one until a connection that may write
/// rolls it back.
fn before_the_change(path: &Path, journal: &Journal) -> Result<Content> {
    let sql = as_it_lies(path)?;
    let application = pragma(&sql, "application_id")?;
    let version = pragma(&sql, "user_version")?;
    if application == APPLICATION_ID.to_string() {
        let ours = version == VERSION;
        return if ours { Ok(Content::Ledger) } else { Err(wrong_version(path, &version)) };
    }
    // Every table has its own page beside the first page, which even an empty database has.
    let nothing = application == "0" && journal.pages_before <= 1;
    if nothing { Ok(Content::Empty) } else { Err(another_programs(path)) }
}

/// What the file is whose content `sql` reads.
///
/// # Errors
/// [`Error::Invalid`] when it is another program's or of another version; [`Error::Corrupt`] when
/// it is a ledger that says it is not, or whose schema was changed.
pub(crate) fn kind_of(sql: &Connection, path: &Path) -> Result<Content> {
    let kind = identity(sql, path)?;
    if kind == Content::Ledger {
        schema::check(sql)?;
    }
    Ok(kind)
}

/// As [`kind_of`], except that the schema is not checked.
pub(crate) fn identity(sql: &Connection, path: &Path) -> Result<Content> {
    let application = pragma(sql, "application_id")?;
    let version = pragma(sql, "user_version")?;
    let count = "SELECT count(*) FROM sqlite_schema";
    let objects: i64 =
        sql.query_row(count, [], |row| row.get(0)).doing("reading the ledger's schema")?;
    if objects == 0 && application == "0" {
        return Ok(Content::Empty);
    }
    if application != APPLICATION_ID.to_string() {
        if has_our_tables(sql)? {
            return Err(corrupt(format!(
                "{} holds the tables of a ledger, and its application_id is {application}: it was changed",
                path.display()
            )));
        }
        return Err(another_programs(path));
    }
    if version == VERSION {
        return Ok(Content::Ledger);
    }
    if schema::differences(sql)?.is_empty() {
        return Err(corrupt(format!(
            "{} says that it is a ledger of version {version}, and has the tables of version {VERSION}: its user_version was \
             changed",
            path.display(),
        )));
    }
    Err(wrong_version(path, &version))
}

/// The error for a file that should be read and holds nothing.
pub(crate) fn holds_nothing(path: &Path) -> Error {
    corrupt(format!("{} is empty: there is no ledger in it", path.display()))
}

fn has_our_tables(sql: &Connection) -> Result<bool> {
    let select = "SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name = ?1";
    let mut statement = sql.prepare(select).doing("reading the ledger's schema")?;
    for table in TABLES {
        let tables: i64 =
            statement.query_row([table], |row| row.get(0)).doing("reading the ledger's schema")?;
        if tables == 0 {
            return Ok(false);
        }
    }
    Ok(true)
}

fn another_programs(path: &Path) -> Error {
    let reason = format!(
        "{} is a database of another program; if it is the old dashboard's, leave it where it was and run `jobctl \
         import` on it",
        path.display()
    );
    Error::invalid("path", reason)
}

fn wrong_version(path: &Path, found: &str) -> Error {
    let path = path.display();
    let reason = format!(
        "{path} is a ledger of version {found}, and this program reads version {VERSION}; nothing was changed: open it \
         with the program that made it, or begin a new ledger in another directory"
    );
    Error::invalid("path", reason)
}

fn log_alone(path: &Path) -> Error {
    let log = beside(path, "-wal");
    let path = path.display();
    corrupt(format!(
        "{path} is empty or gone, and {}, the log of a ledger, is still there: put the database back, or move the \
         log away if there is to be a new ledger",
        log.display()
    ))
}

pub(crate) fn check_length(path: &Path) -> Result<()> {
    let bytes = path.as_os_str().len();
    if bytes <= PATH_BYTES_MAX {
        return Ok(());
    }
    let reason = format!(
        "is {bytes} bytes long, and SQLite opens {PATH_BYTES_MAX} at most; use a directory with a shorter path: {}",
        path.display()
    );
    Err(Error::invalid("path", reason))
}

/// How long a file is; 0 when there is none.
fn bytes_of(path: &Path) -> Result<u64> {
    match fs::metadata(path) {
        Ok(metadata) => Ok(metadata.len()),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(0),
        Err(error) => Err(error).doing(DOING),
    }
}

/// Reads as any reader of SQLite does: with the log, for which a `-shm` is made if there is none.
fn as_readers_do(path: &Path) -> Result<Connection> {
    let sql = Connection::open_with_flags(path, reader_flags()).doing(DOING)?;
    wait_for_locks(&sql)?;
    Ok(sql)
}

/// A journal from which SQLite rolls a change back.
struct Journal {
    /// How many pages the file had before the change.
    pages_before: u32,
}

/// The journal of the file, if it is hot: if its first byte is not 0. Bytes 16 to 20 say how many
/// pages there were; see <https://www.sqlite.org/fileformat.html#the_rollback_journal>.
fn hot_journal(path: &Path) -> Result<Option<Journal>> {
    let mut header = [0; 20];
    let read =
        File::open(beside(path, "-journal")).and_then(|mut file| file.read_exact(&mut header));
    match read {
        Ok(()) => {
            let [first, .., a, b, c, d] = header;
            let pages_before = u32::from_be_bytes([a, b, c, d]);
            Ok((first != 0).then_some(Journal { pages_before }))
        }
        Err(error)
            if matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::UnexpectedEof) =>
        {
            Ok(None)
        }
        Err(error) => Err(error).doing(DOING),
    }
}
