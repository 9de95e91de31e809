//! The schema that a file has, against that of this version: every row of
//! `sqlite_schema`, what the rows lead to, and how the file's values are spelt.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::LazyLock;

use jobs_core::Result;
use rusqlite::Connection;
use rusqlite::config::DbConfig;

use crate::error::{Context, corrupt};
use crate::file::header::SCHEMA;
use crate::file::plain;

const DOING: &str = "reading the ledger's schema";

/// The rows of `sqlite_schema` of one type and name, each with its table and its text. There is
/// one, unless somebody has added another under the same name, which may be the one that SQLite
/// uses.
type Schema = BTreeMap<(String, String), Vec<(String, Option<String>)>>;

/// Refuses a schema other than that of this version: a trigger that is gone guards nothing.
pub(crate) fn check(connection: &Connection) -> Result<()> {
    match differences(connection)?.first() {
        None => Ok(()),
        Some(difference) => Err(corrupt(format!("the schema was tampered with: {difference}"))),
    }
}

/// What differs from the schema of this version, an object each.
pub(crate) fn differences(connection: &Connection) -> Result<Vec<String>> {
    static EXPECTED: LazyLock<Result<Schema>> = LazyLock::new(|| {
        let sql = Connection::open_in_memory().doing("making the schema")?;
        sql.execute_batch(SCHEMA).doing("making the schema")?;
        read(&sql)
    });
    let expected = EXPECTED.as_ref().map_err(Clone::clone)?;
    let found = read(connection)?;
    let mut differences = Vec::new();
    for object @ (kind, name) in expected.keys().chain(found.keys()) {
        let how = match (expected.get(object), found.get(object)) {
            (expected, found) if expected == found => continue,
            (Some(_), None) => "is missing",
            (None, _) => "is not part of a ledger",
            (Some(_), Some(rows)) if rows.len() > 1 => "has another row of its name",
            (Some(_), Some(_)) => "was changed",
        };
        differences.push(format!("{kind} {name} {how}"));
    }
    differences.sort_unstable();
    differences.dedup();
    differences.extend(misled(connection)?);
    Ok(differences)
}

fn read(connection: &Connection) -> Result<Schema> {
    // ANALYZE, which changes no value, adds tables; nothing else may bear their names.
    let select = "SELECT type, name, tbl_name, sql FROM sqlite_schema
                   WHERE (type, name, tbl_name, sql) NOT IN (VALUES
                         ('table', 'sqlite_stat1', 'sqlite_stat1', 'CREATE TABLE sqlite_stat1(tbl,idx,stat)'),
                         ('table', 'sqlite_stat4', 'sqlite_stat4', 'CREATE TABLE sqlite_stat4(tbl,idx,neq,nlt,ndlt,sample)'))
                      OR sql IS NULL
                   ORDER BY tbl_name, sql";
    let mut statement = connection.prepare(select).doing(DOING)?;
    let mut rows = statement.query([]).doing(DOING)?;
    let mut schema = Schema::new();
    while let Some(row) = rows.next().doing(DOING)? {
        let (kind, name, table, sql) = row.try_into().doing(DOING)?;
        schema.entry((kind, name)).or_default().push((table, sql));
    }
    Ok(schema)
}

/// Finds objects without pages of their own, by what they lead to, and a text encoding that is not
/// ours.
fn misled(connection: &Connection) -> Result<Vec<String>> {
    let select = "SELECT type || ' ' || name || ' has pages' FROM sqlite_schema
                   WHERE type NOT IN ('table', 'index') AND rootpage IS NOT 0
                  UNION ALL
                  SELECT group_concat(type || ' ' || name, ' and ') || ' have the same pages' FROM sqlite_schema
                   WHERE type IN ('table', 'index') GROUP BY rootpage HAVING count(*) > 1";
    let mut statement = connection.prepare(select).doing(DOING)?;
    let found = statement.query_map([], |row| row.get(0)).doing(DOING)?;
    let mut found: Vec<String> = found.collect::<rusqlite::Result<_>>().doing(DOING)?;
    let encoding = plain::pragma(connection, "encoding")?;
    if encoding != "UTF-8" {
        found.push(format!("the encoding of texts is {encoding} and not UTF-8"));
    }
    Ok(found)
}

/// Whether the file at `path` has the schema format of every ledger, 4. Below that, SQLite takes an
/// index that is declared `DESC` for an ascending one.
///
/// The number stands in the file's header, which is not read here: closing a file drops the locks
/// that this process's SQLite connections have on it. SQLite reveals it indirectly: a connection
/// that is told to make files of the old format forgets that when it opens one of format 4, the
/// newest.
pub(crate) fn has_our_format(path: &Path, unchanging: bool) -> Result<bool> {
    let connection = plain::open_unprepared(path, unchanging)?;
    plain::wait_for_locks(&connection)?;
    let old = DbConfig::SQLITE_DBCONFIG_LEGACY_FILE_FORMAT;
    connection.set_db_config(old, true).doing(DOING)?;
    connection.query_row("SELECT count(*) FROM sqlite_schema", [], |_| Ok(())).doing(DOING)?;
    Ok(!connection.db_config(old).doing(DOING)?)
}
