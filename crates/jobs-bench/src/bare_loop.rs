//! The bare limit: a plain rusqlite loop over the ledger's layout, 1,000 jobs a transaction.
//!
//! Integer keys, customers interned once, a job's customers as one JSON array in its own row, the
//! reverse index written per block of 16,384 jobs, leaf hashes, guarding triggers. No validation,
//! no threads, no readers, no statuses: what no ledger on this layout can beat on this machine.

use std::collections::{BTreeMap, HashMap};
use std::fmt::Write as _;
use std::path::Path;
use std::time::{Duration, Instant};

use jobs_core::merkle::{RightEdge, leaf_hash};
use rusqlite::Connection;

use crate::Result;

const SCHEMA: &str = "
PRAGMA journal_mode = WAL;
PRAGMA synchronous = FULL;
PRAGMA foreign_keys = ON;
CREATE TABLE name (id INTEGER PRIMARY KEY, value TEXT NOT NULL UNIQUE) STRICT;
CREATE TABLE job (
    idx INTEGER PRIMARY KEY, job_id BLOB NOT NULL UNIQUE, user INTEGER NOT NULL, action INTEGER NOT NULL,
    created_at INTEGER NOT NULL, customer_count INTEGER NOT NULL, customers TEXT NOT NULL) STRICT;
CREATE TABLE posting (
    block INTEGER NOT NULL, name INTEGER NOT NULL, jobs BLOB NOT NULL, PRIMARY KEY (block, name)
) STRICT, WITHOUT ROWID;
CREATE TABLE tree (id INTEGER PRIMARY KEY, edge BLOB NOT NULL) STRICT;
CREATE TRIGGER job_grows BEFORE INSERT ON job
WHEN NEW.idx IS NOT (SELECT coalesce(max(idx), -1) + 1 FROM job)
BEGIN SELECT raise(ABORT, 'next'); END;
CREATE TRIGGER job_new BEFORE INSERT ON job
WHEN EXISTS (SELECT 1 FROM job WHERE job_id = NEW.job_id)
BEGIN SELECT raise(ABORT, 'new'); END;
CREATE TRIGGER job_stays BEFORE UPDATE ON job BEGIN SELECT raise(ABORT, 'stays'); END;
";

/// How many jobs share a transaction.
const JOBS_PER_TRANSACTION: usize = 1000;
/// How many jobs share a block of postings.
const BLOCK: usize = 16_384;

/// Records `jobs` jobs of five customers each in a new file and returns how long it took.
pub(crate) fn run(
    path: &Path,
    jobs: usize,
    customers: impl Fn(usize) -> Vec<String>,
) -> Result<Duration> {
    let mut sql = Connection::open(path)?;
    sql.execute_batch(SCHEMA)?;
    let mut names = HashMap::<String, i64>::new();
    let mut postings = BTreeMap::<i64, Vec<u8>>::new();
    let mut edge = RightEdge::default();
    let started = Instant::now();
    for chunk in 0..jobs.div_ceil(JOBS_PER_TRANSACTION) {
        let transaction = sql.transaction()?;
        let first = chunk * JOBS_PER_TRANSACTION;
        for index in first..jobs.min(first + JOBS_PER_TRANSACTION) {
            let mut json = String::from("[");
            for cid in customers(index) {
                let id = intern(&transaction, &mut names, cid)?;
                let offset = u16::try_from(index % BLOCK)?;
                postings.entry(id).or_default().extend(offset.to_be_bytes());
                write!(json, "{}{id}", if json.len() > 1 { "," } else { "" })?;
            }
            json.push(']');
            let user = intern(&transaction, &mut names, "vijay".into())?;
            let action = intern(&transaction, &mut names, "Trans-Begin".into())?;
            let job_id = uuid::Uuid::now_v7();
            let now = jobs_core::Timestamp::now();
            let insert = "INSERT INTO job VALUES (?1, ?2, ?3, ?4, ?5, 5, ?6)";
            let row = (to_sql(index)?, job_id.as_bytes(), user, action, now.as_micros(), &json);
            transaction.prepare_cached(insert)?.execute(row)?;
            let leaf = format!(
                r#"{{"action":"Trans-Begin","created_at":"{now}","customers":{json},"job_id":"{job_id}","user_id":"vijay"}}"#
            );
            edge.push(leaf_hash(leaf.as_bytes()), |_, _| {});
            if index % BLOCK == BLOCK - 1 {
                let insert = "INSERT INTO posting VALUES (?1, ?2, ?3)";
                let mut statement = transaction.prepare_cached(insert)?;
                for (name, jobs) in std::mem::take(&mut postings) {
                    statement.execute((to_sql(index / BLOCK)?, name, jobs))?;
                }
            }
        }
        let replace = "INSERT OR REPLACE INTO tree VALUES (0, ?1)";
        transaction.prepare_cached(replace)?.execute([edge.to_bytes()])?;
        transaction.commit()?;
    }
    Ok(started.elapsed())
}

fn to_sql(number: usize) -> Result<i64> {
    Ok(i64::try_from(number)?)
}

fn intern(sql: &Connection, names: &mut HashMap<String, i64>, value: String) -> Result<i64> {
    if let Some(id) = names.get(&value) {
        return Ok(*id);
    }
    let insert = "INSERT INTO name (value) VALUES (?1)";
    let id = sql.prepare_cached(insert)?.insert([&value])?;
    names.insert(value, id);
    Ok(id)
}
