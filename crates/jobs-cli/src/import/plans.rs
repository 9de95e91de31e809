//! Test: SQLite answers every query of an import by an index, so that no step is quadratic in the
//! rows of the old files.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::path::Path;

use jobs_core::MemoryStore;
use rusqlite::Connection;
use rusqlite::trace::{TraceEvent, TraceEventCodes};

use super::audit::AuditLog;
use super::command::take_all;
use super::copy::Copy;
use super::items::AuditReport;
use super::old::OldJobs;
use super::record::Target;
use super::report::Report;
use super::times::UtcOffset;
use super::{audit_hint, customers, gaps, log};

/// The number of jobs, left-over rows and calls.
const ROWS: u32 = 300;

/// A statement that is run more often is run for each row, or each page of rows.
const RUNS_MAX: u32 = ROWS / 2;

thread_local! {
    /// Every statement that was run, and how often.
    static RUN: RefCell<BTreeMap<String, u32>> = const { RefCell::new(BTreeMap::new()) };
}

fn note(event: TraceEvent<'_>) {
    if let TraceEvent::Stmt(statement, _) = event {
        let sql = statement.sql().into_owned();
        RUN.with_borrow_mut(|run| *run.entry(sql).or_default() += 1);
    }
}

fn traced(path: &Path) -> Copy {
    let copy = Copy::of(path).unwrap();
    copy.sql.trace_v2(TraceEventCodes::SQLITE_TRACE_STMT, Some(note));
    copy
}

/// Jobs, some of which repeat an ID, and customers, some of which belong to no job.
fn write_jobs(path: &Path) {
    let sql = Connection::open(path).unwrap();
    sql.execute_batch(&format!(
        "CREATE TABLE jobs (job_id, user_id, action_code, action_name, created_at, status);
         CREATE TABLE job_customers (job_id, cid);
         CREATE TABLE n AS WITH RECURSIVE n (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n WHERE n < {ROWS}) SELECT n FROM n;
         INSERT INTO jobs SELECT printf('9b2d3a1c-0f4e-4d6a-8c7b-%012x', n), 'vijay', 1, 'PE-Enable',
             strftime('%Y-%m-%dT%H:%M:%S', 1769594400 + n, 'unixepoch'), 'SUCCESS' FROM n;
         INSERT INTO jobs SELECT upper(job_id), user_id, 1, action_name, created_at, status FROM jobs WHERE rowid % 2;
         INSERT INTO job_customers SELECT job_id, 'c' || rowid FROM jobs;
         INSERT INTO job_customers SELECT 'gone-' || n, 'c' FROM n;"
    ))
    .unwrap();
}

/// A row for each job, and as many of no job.
fn write_audit(path: &Path) {
    let sql = Connection::open(path).unwrap();
    sql.execute_batch(&format!(
        "CREATE TABLE audit_log (id INTEGER PRIMARY KEY, user_id, action_type, customer_ids, timestamp, status);
         WITH RECURSIVE n (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n WHERE n < {ROWS})
         INSERT INTO audit_log (user_id, action_type, customer_ids, timestamp, status)
             SELECT 'vijay', 'PE-Enable', json_array('c' || n), datetime(1769594400 + n, 'unixepoch'), 'success' FROM n
             UNION ALL
             SELECT 'vijay', 'T-Enable', json_array('x' || n), datetime(1769594400 + n, 'unixepoch'), 'success' FROM n;"
    ))
    .unwrap();
}

/// Calls with and without ends of each kind, jobs and rows of the audit log.
fn write_log(path: &Path) {
    let mut text = String::new();
    for n in 0..ROWS {
        let time = |ms: u32| format!("2026-01-28 10:{:02}:{:02},{ms:03}", n / 60, n % 60);
        let line = |ms, event: &str| format!("{} | INFO | set_action_{event}\n", time(ms));
        let action = ["PE-Enable", "T-Enable"][n as usize % 2];
        text += &line(0, &format!("start | user=vijay | action={action} | cid_count=1"));
        let end = match n % 7 {
            0 => format!(
                "done | job_id=9b2d3a1c-0f4e-4d6a-8c7b-{n:012x} | elapsed_ms=500 | result=success"
            ),
            1 => "done | job_id=NONE | elapsed_ms=500 | result=success".into(),
            2 => "error | exception_type=OSError | error=x".into(),
            3 => "job_missing | http_status=200".into(),
            4 => "done | elapsed_ms=500".into(),
            5 => format!("error | user=vijay | action={action} | error=x"),
            _ => continue,
        };
        text += &line(500, &end);
    }
    std::fs::write(path, text).unwrap();
}

async fn import(old: &OldJobs, audit: &AuditLog, mut report: Report, log: &Path) {
    let offset = UtcOffset::ZERO;
    report.orphan_customers = customers::orphans(old).unwrap();
    gaps::find(old).unwrap();
    audit_hint::find(old, audit, offset).unwrap();
    let logs = log::read(old, &[log.to_owned(), log.to_owned()], offset).unwrap();
    let store = MemoryStore::default();
    let target = Target { ledger: &store, before: None };
    take_all(old, Some(audit), offset, target, &mut report).await.unwrap();
    let told = logs.compare(old, Some(audit)).unwrap();
    assert!(told.calls.known_from_audit > 50 && told.calls.with_job > 50, "{told:?}");
    let audit = report.audit.unwrap();
    assert!(audit.matched == u64::from(ROWS) && audit.unmatched.imported == u64::from(ROWS));
}

/// A step of a plan: its number, that of the step around it, and the words.
type Step = (i64, i64, String);

/// The plan of a statement; for one that creates a table, that of the query that fills it. `None`
/// if the statement's tables or indexes do not exist.
fn plan(sql: &Connection, statement: &str) -> Option<Vec<Step>> {
    let query = match statement.find("SELECT") {
        Some(at) if statement.trim_start().starts_with("CREATE TEMP TABLE") => &statement[at..],
        _ => statement,
    };
    let mut explain = sql.prepare(&format!("EXPLAIN QUERY PLAN {query}")).ok()?;
    let mut rows = explain.raw_query();
    let mut steps = Vec::new();
    while let Some(row) = rows.next().unwrap() {
        steps.push((row.get(0).unwrap(), row.get(1).unwrap(), row.get(3).unwrap()));
    }
    Some(steps)
}

/// The steps that take longer the more rows there are, each time that they are taken: none may be
/// in a statement that is run for each row. In one that is run once, only the outermost loop may go
/// through a table.
fn slow(steps: &[Step], runs: u32) -> Vec<&str> {
    let is_loop = |words: &str| words.starts_with("SCAN") || words.starts_with("SEARCH");
    let correlated = |mut parent: i64| {
        while let Some((_, above, words)) = steps.iter().find(|(number, ..)| *number == parent) {
            if words.starts_with("CORRELATED") {
                return true;
            }
            parent = *above;
        }
        false
    };
    let inner = |at: usize, parent: i64| {
        steps[..at].iter().any(|(_, other, words)| *other == parent && is_loop(words))
    };
    let all = steps.iter().enumerate().filter(|(at, (_, parent, words))| {
        let often = runs > RUNS_MAX || correlated(*parent);
        // A subquery reads in separate steps.
        let is_table = !words.contains("CONSTANT ROW") && !words.starts_with("SCAN (subquery");
        let goes_through = words.starts_with("SCAN") && is_table;
        words.contains("AUTOMATIC")
            || (goes_through && (often || inner(*at, *parent)))
            || (words.contains("TEMP B-TREE") && often)
    });
    all.map(|(_, (_, _, words))| words.as_str()).collect()
}

#[tokio::test]
async fn every_query_of_an_import_is_answered_by_an_index() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name);
    write_jobs(&path("old.db"));
    write_audit(&path("audit.db"));
    write_log(&path("set_action.log"));
    let old = OldJobs::open(traced(&path("old.db")), UtcOffset::ZERO).unwrap();
    let mut report = AuditReport::default();
    let audit = AuditLog::open(traced(&path("audit.db")), &mut report).unwrap();
    let customer_rows_found = old.customer_rows().unwrap();
    let report = Report { audit: Some(report), customer_rows_found, ..Report::default() };
    import(&old, &audit, report, &path("set_action.log")).await;
    let run = RUN.take();
    let queries = run.into_iter().filter(|(sql, _)| {
        !["BEGIN", "COMMIT", "PRAGMA", "DROP", "CREATE INDEX", "CREATE UNIQUE INDEX"]
            .iter()
            .any(|word| sql.trim_start().starts_with(word))
            && (!sql.contains("CREATE TEMP TABLE") || sql.contains("SELECT"))
    });
    let mut left: Vec<(String, u32)> = queries.collect();
    assert!(left.len() > 100, "{left:?}");
    // Each kind of ends has its own indexes while they are given out.
    for what in [None, Some("done"), Some("error"), Some("job_missing")] {
        let indexes = what.map(|what| log::Ends::of(old.sql(), what).unwrap());
        left.retain(|(sql, runs)| {
            let plan = plan(old.sql(), sql).or_else(|| plan(&audit.copy.sql, sql));
            let Some(steps) = plan else { return true };
            let slow = slow(&steps, *runs);
            assert!(slow.is_empty(), "{slow:?} in {runs} runs of {sql}\n{steps:?}");
            false
        });
        indexes.into_iter().for_each(|indexes| indexes.make_calls().unwrap());
    }
    assert!(left.is_empty(), "without a plan: {left:?}");
}
