//! The queries of the dashboard's own document, run by the sqlite3 shell on the file of an open
//! store.

use std::path::Path;
use std::process::Command;

use jobs_core::{JobStore, JobStoreExt, Status};
use jobs_sqlite::SqliteStore;

use crate::support::{change, new_job};

/// Whether the shell is there. Only a developer's machine may lack it.
pub(crate) fn has_shell() -> bool {
    if Command::new("sqlite3").arg("-version").output().is_ok() {
        return true;
    }
    assert!(std::env::var_os("CI").is_none(), "CI must have the sqlite3 shell");
    println!("SKIPPED: the sqlite3 shell is not installed; install it to run this test");
    false
}

pub(crate) fn shell(path: &Path, sql: &str) -> Result<String, String> {
    let output = Command::new("sqlite3").arg(path).arg(sql).output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap().trim_end().to_owned();
    if output.status.success() { Ok(text(output.stdout)) } else { Err(text(output.stderr)) }
}

#[tokio::test]
async fn the_seeds_queries_work_on_the_file_of_an_open_store() {
    if !has_shell() {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("jobs.db");
    let store = SqliteStore::open(&path).unwrap();
    let first = store.create(new_job("vijay", "Trans-Begin", &["5002", "5001"])).await.unwrap();
    let second = store.create(new_job("admin", "PE-Enable", &["5001"])).await.unwrap();
    store.change_status(change(first.job_id(), Status::Success)).await.unwrap();

    let listed = "SELECT job_id, user_id, action_name, status FROM jobs ORDER BY created_at DESC";
    assert_eq!(
        shell(&path, listed).unwrap(),
        format!(
            "{}|admin|PE-Enable|IN_PROGRESS\n{}|vijay|Trans-Begin|SUCCESS",
            second.job_id(),
            first.job_id()
        )
    );
    assert_eq!(shell(&path, "SELECT COUNT(*) FROM jobs").unwrap(), "2");
    assert_eq!(shell(&path, "SELECT * FROM jobs WHERE deleted = 1").unwrap(), "");
    assert_eq!(shell(&path, "SELECT COUNT(*) FROM jobs WHERE deleted = 0").unwrap(), "2");

    let joined = "SELECT j.user_id, c.cid FROM jobs j JOIN job_customers c ON c.job_id = j.job_id
                  ORDER BY 1, 2";
    assert_eq!(shell(&path, joined).unwrap(), "admin|5001\nvijay|5001\nvijay|5002");
    let counted = "SELECT job_id, COUNT(*) FROM job_customers GROUP BY job_id ORDER BY 2";
    assert_eq!(
        shell(&path, counted).unwrap(),
        format!("{}|1\n{}|2", second.job_id(), first.job_id())
    );

    // Times in SQL are those that the store serves.
    let by_id =
        format!("SELECT created_at, updated_at FROM jobs WHERE job_id = '{}'", first.job_id());
    let job = store.job(first.job_id()).await.unwrap().unwrap().job;
    let times = format!("{}|{}", job.created_at, job.updated_at.unwrap());
    assert_eq!(shell(&path, &by_id).unwrap(), times);

    for attack in
        ["DELETE FROM jobs", "DELETE FROM job_customers", "UPDATE jobs SET status = 'FAILED'"]
    {
        assert!(shell(&path, attack).unwrap_err().contains("view"), "{attack}");
    }
    assert!(shell(&path, "DELETE FROM entry").unwrap_err().contains("append-only"));
    assert_eq!(store.head().await.unwrap().size(), 3);
}

#[tokio::test]
async fn the_views_have_the_columns_of_the_old_tables() {
    if !has_shell() {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("jobs.db");
    let _store = SqliteStore::open(&path).unwrap();
    let columns =
        |table: &str| shell(&path, &format!("SELECT name FROM pragma_table_info('{table}')"));
    let jobs = columns("jobs").unwrap();
    for name in
        "job_id user_id batch_id action_code action_name cluster_url created_at request_payload \
                 response_summary status http_status error_message updated_at"
            .split_whitespace()
    {
        assert!(jobs.lines().any(|column| column == name), "jobs.{name}");
    }
    assert_eq!(columns("job_customers").unwrap(), "id\njob_id\ncid\ndeleted");
}

/// A count reads one table and nothing else, a job and its customers are searched by the ID, and
/// the newest by their IDs are read in order, in the installed shell as well as in the SQLite that
/// we build.
#[test]
fn the_seeds_queries_search_and_count_by_the_id() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("jobs.db");
    drop(SqliteStore::open(&path).unwrap());
    let sql = rusqlite::Connection::open(&path).unwrap();
    for (query, expected) in [
        ("SELECT COUNT(*) FROM jobs", "SCAN "),
        ("SELECT COUNT(*) FROM jobs WHERE deleted = 0", "SCAN "),
        ("SELECT * FROM jobs WHERE job_id = 'x'", "SEARCH i USING PRIMARY KEY (job_id=?)"),
        (
            "SELECT cid FROM job_customers WHERE job_id = 'x'",
            "SEARCH i USING PRIMARY KEY (job_id=?)",
        ),
        (
            "SELECT c.cid FROM jobs AS j JOIN job_customers AS c ON c.job_id = j.job_id WHERE j.job_id = 'x'",
            "SEARCH i USING PRIMARY KEY (job_id=?)",
        ),
        ("SELECT * FROM jobs ORDER BY job_id DESC LIMIT 20", "SCAN i"),
    ] {
        let explain = format!("EXPLAIN QUERY PLAN {query}");
        let mut statement = sql.prepare(&explain).unwrap();
        let plan = statement.query_map([], |row| row.get::<_, String>(3)).unwrap();
        let mut plans = vec![plan.map(Result::unwrap).collect::<Vec<_>>().join("\n")];
        if has_shell() {
            plans.push(shell(&path, &explain).unwrap());
        }
        for plan in plans {
            assert!(plan.contains(expected), "{query}: {plan}");
            assert!(!plan.contains("TEMP B-TREE"), "{query}: {plan}");
            let scans = plan.matches("SCAN ").count() - plan.matches("SCAN m").count();
            assert_eq!(scans, usize::from(expected.starts_with("SCAN")), "{query}: {plan}");
            if query.contains("COUNT") {
                assert!(!plan.contains("SUBQUERY") && !plan.contains("SEARCH"), "{query}: {plan}");
            }
        }
    }
}
