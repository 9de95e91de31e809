//! The old dashboard's databases, made as their description says: two generations of columns, and
//! WAL mode.

use std::path::Path;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, params};

/// The schema of older files.
const OLDER: &str = "
    CREATE TABLE jobs (
        job_id TEXT PRIMARY KEY, user_id TEXT NOT NULL, batch_id TEXT, action_code INTEGER NOT NULL,
        action_name TEXT NOT NULL, cluster_url TEXT, created_at TEXT NOT NULL, request_payload TEXT,
        response_summary TEXT, status TEXT DEFAULT 'success');";

/// The schema of newer files.
const NEWER: &str = "
    CREATE TABLE jobs (
        job_id TEXT PRIMARY KEY, user_id TEXT NOT NULL, batch_id TEXT, action_code INTEGER NOT NULL,
        action_name TEXT NOT NULL, cluster_url TEXT, created_at TEXT NOT NULL, request_payload TEXT,
        response_summary TEXT, status TEXT DEFAULT 'IN_PROGRESS', http_status INTEGER, error_message TEXT,
        updated_at TEXT);";

const CUSTOMERS: &str = "
    CREATE TABLE job_customers (
        id INTEGER PRIMARY KEY AUTOINCREMENT, job_id TEXT NOT NULL, cid TEXT NOT NULL,
        UNIQUE(job_id, cid), FOREIGN KEY (job_id) REFERENCES jobs (job_id));
    CREATE TABLE appstatus_cache (cid TEXT PRIMARY KEY, body TEXT);";

const AUDIT: &str = "
    CREATE TABLE audit_log (
        id INTEGER PRIMARY KEY AUTOINCREMENT, user_id TEXT, action_type TEXT, customer_ids TEXT,
        timestamp DATETIME DEFAULT CURRENT_TIMESTAMP, ip_address TEXT, status TEXT, error_message TEXT,
        duration_ms INTEGER);";

/// A row of `jobs`.
#[derive(Debug, Clone)]
pub(crate) struct OldJob {
    pub(crate) job_id: String,
    pub(crate) user_id: &'static str,
    pub(crate) batch_id: Option<&'static str>,
    pub(crate) action_code: i64,
    pub(crate) action_name: &'static str,
    pub(crate) cluster_url: Option<&'static str>,
    pub(crate) created_at: String,
    pub(crate) request_payload: Option<String>,
    pub(crate) response_summary: Option<String>,
    pub(crate) status: Option<&'static str>,
    pub(crate) http_status: Option<i64>,
    pub(crate) error_message: Option<String>,
    pub(crate) updated_at: Option<&'static str>,
    pub(crate) cids: Vec<String>,
}

/// A successful job of one customer, on 28 January 2026 at `time`.
pub(crate) fn job(job_id: &str, time: &str) -> OldJob {
    OldJob {
        job_id: job_id.into(),
        user_id: "vijay",
        batch_id: None,
        action_code: 1,
        action_name: "Trans-Begin",
        cluster_url: Some("https://cluster-a.example/tms"),
        created_at: format!("2026-01-28T{time}"),
        request_payload: None,
        response_summary: None,
        status: Some("SUCCESS"),
        http_status: Some(200),
        error_message: None,
        updated_at: None,
        cids: vec!["5001".into()],
    }
}

/// A UUID of version 4 that ends in `n`.
pub(crate) fn id(n: u32) -> String {
    format!("9b2d3a1c-0f4e-4d6a-8c7b-{n:012x}")
}

/// Which columns `jobs` has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Generation {
    Older,
    Newer,
}

fn create(path: &Path, schema: &str) -> Connection {
    let sql = Connection::open(path).unwrap();
    sql.pragma_update(None, "journal_mode", "wal").unwrap();
    // What is written stays in the log, also when the connection is closed: as after a crash, or
    // beside a running dashboard.
    sql.pragma_update(None, "wal_autocheckpoint", 0).unwrap();
    sql.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true).unwrap();
    sql.pragma_update(None, "foreign_keys", "off").unwrap();
    sql.execute_batch(schema).unwrap();
    sql
}

/// Makes an old `jobs.db`; the connection can add whatever else a test wants.
pub(crate) fn write(path: &Path, generation: Generation, jobs: &[OldJob]) -> Connection {
    let schema = if generation == Generation::Older { OLDER } else { NEWER };
    let sql = create(path, &format!("{schema}{CUSTOMERS}"));
    // Half of the content is in the database itself, and half is only in the log.
    let (checkpointed, logged) = jobs.split_at(jobs.len() / 2);
    insert(&sql, generation, checkpointed);
    sql.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(())).unwrap();
    insert(&sql, generation, logged);
    sql
}

pub(crate) fn insert(sql: &Connection, generation: Generation, jobs: &[OldJob]) {
    for job in jobs {
        sql.execute(
            "INSERT INTO jobs (job_id, user_id, batch_id, action_code, action_name, cluster_url, created_at,
                               request_payload, response_summary, status)
             VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            params![
                job.job_id,
                job.user_id,
                job.batch_id,
                job.action_code,
                job.action_name,
                job.cluster_url,
                job.created_at,
                job.request_payload,
                job.response_summary,
                job.status
            ],
        )
        .unwrap();
        if generation == Generation::Newer {
            sql.execute(
                "UPDATE jobs SET http_status = ?, error_message = ?, updated_at = ? WHERE job_id = ?",
                params![job.http_status, job.error_message, job.updated_at, job.job_id],
            )
            .unwrap();
        }
        for cid in &job.cids {
            let add = "INSERT INTO job_customers (job_id, cid) VALUES (?, ?)";
            sql.execute(add, params![job.job_id, cid]).unwrap();
        }
    }
}

/// A row of `audit_log`: user, action, customers, time in UTC, status, error.
pub(crate) type AuditRow<'a> =
    (&'a str, &'a str, Option<&'a str>, &'a str, &'a str, Option<&'a str>);

/// Makes an old `audit.db`.
pub(crate) fn write_audit(path: &Path, rows: &[AuditRow<'_>]) {
    let sql = create(path, AUDIT);
    for (user, action, customers, timestamp, status, error) in rows {
        sql.execute(
            "INSERT INTO audit_log (user_id, action_type, customer_ids, timestamp, ip_address, status,
                                    error_message, duration_ms)
             VALUES (?, ?, ?, ?, '10.0.0.7', ?, ?, 1250)",
            params![user, action, customers, timestamp, status, error],
        )
        .unwrap();
    }
}
