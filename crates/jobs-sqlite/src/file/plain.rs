//! Connections without any of the ledger's settings, to look at a file about which nothing is known
//! yet.

use std::path::Path;
use std::thread;
use std::time::Duration;

use jobs_core::Result;
use percent_encoding::{AsciiSet, CONTROLS, percent_encode};
use rusqlite::types::Value;
use rusqlite::{Connection, OpenFlags};

use crate::error::Context;

const DOING: &str = "opening the ledger";

/// How long a connection waits for another process's transaction, such as an import's, to end: 10 s
/// or more, in steps of 2 ms.
const LOCK_STEP: Duration = Duration::from_millis(2);
const LOCK_STEPS_MAX: i32 = 5_000;

/// Has a connection wait while another one holds a lock that it needs. The handler that SQLite has
/// for this soon sleeps for 100 ms at a time. Between the transactions of a busy writer the lock is
/// free for much less, so that a second writer would find it held again and again.
pub(crate) fn wait_for_locks(connection: &Connection) -> Result<()> {
    let wait = |steps| {
        thread::sleep(LOCK_STEP);
        steps < LOCK_STEPS_MAX
    };
    connection.busy_handler(Some(wait)).doing(DOING)
}

/// How the connections that read are opened.
pub(crate) fn reader_flags() -> OpenFlags {
    OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX
}

/// A connection that reads the file, without any settings.
pub(crate) fn open_unprepared(path: &Path, unchanging: bool) -> Result<Connection> {
    if unchanging {
        return as_it_lies(path);
    }
    Connection::open_with_flags(path, reader_flags()).doing(DOING)
}

/// The file alone, without its log, its journal and any lock. SQLite reads it: if we opened and
/// closed the file ourselves, this process would lose the locks that SQLite holds on it elsewhere.
pub(crate) fn as_it_lies(path: &Path) -> Result<Connection> {
    let flags = reader_flags() | OpenFlags::SQLITE_OPEN_URI;
    Connection::open_with_flags(uri_as_it_lies(path)?, flags).doing(DOING)
}

/// The name by which SQLite reads the file alone.
pub(crate) fn uri_as_it_lies(path: &Path) -> Result<String> {
    /// The characters that end a path in a URI, or stand for another byte.
    const ESCAPED: &AsciiSet = &CONTROLS.add(b'%').add(b'?').add(b'#').add(b' ');
    let path = std::path::absolute(path).doing(DOING)?;
    let escaped = percent_encode(path.as_os_str().as_encoded_bytes(), ESCAPED);
    Ok(format!("file:{escaped}?immutable=1"))
}

pub(crate) fn pragma(connection: &Connection, name: &str) -> Result<String> {
    let value = connection
        .pragma_query_value(None, name, |row| row.get::<_, Value>(0))
        .doing("reading the file")?;
    Ok(match value {
        Value::Integer(number) => number.to_string(),
        Value::Text(text) => text,
        other => format!("{other:?}"),
    })
}
