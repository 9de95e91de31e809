//! The queries in the old dashboard's document, run by the sqlite3 shell on the file of a running
//! server.

use std::path::Path;
use std::process::Command;

use serde_json::json;

use crate::support::process::{self, Caller};
use crate::support::upstream::Upstream;

/// Whether the shell is installed. Only a developer's machine may lack it.
fn has_shell() -> bool {
    if Command::new("sqlite3").arg("-version").output().is_ok() {
        return true;
    }
    assert!(std::env::var_os("CI").is_none(), "CI must have the sqlite3 shell");
    println!("SKIPPED: the sqlite3 shell is not installed; install it to run this test");
    false
}

fn shell(path: &Path, sql: &str) -> Result<String, String> {
    let output = Command::new("sqlite3").arg(path).arg(sql).output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap().trim_end().to_owned();
    if output.status.success() { Ok(text(output.stdout)) } else { Err(text(output.stderr)) }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_old_dashboards_queries_work_while_the_server_runs() {
    if !has_shell() {
        return;
    }
    let directory = tempfile::tempdir().unwrap();
    let upstream = Upstream::start();
    let mut command = process::jobs_http(directory.path());
    command.args(["--upstream", &upstream.url]);
    let server = process::start(command);
    let caller = Caller::new(&server);
    let path = directory.path().join("jobs.db");

    let submitted = json!({"action_name": "Trans-Begin", "cids": ["5002", "5001"]});
    let submitted = caller.post("/v1/jobs", &submitted).await.json::<serde_json::Value>().await;
    let first = submitted.unwrap()["job"]["job_id"].as_str().unwrap().to_owned();
    let url = format!("{}/tms/v1/x", upstream.url);
    let (_, acted) = caller.set_action(&url, "", &["5001"]).await;
    let second = acted["job_id"].as_str().unwrap().to_owned();

    let listed = "SELECT job_id, user_id, action_name, status FROM jobs ORDER BY created_at DESC";
    let expected =
        format!("{second}|admin|PE-Enable|SUCCESS\n{first}|admin|Trans-Begin|IN_PROGRESS");
    assert_eq!(shell(&path, listed).unwrap(), expected);
    assert_eq!(shell(&path, "SELECT COUNT(*) FROM jobs").unwrap(), "2");
    assert_eq!(shell(&path, "SELECT * FROM jobs WHERE deleted = 1").unwrap(), "");
    // It finds nothing because there is nothing, not because the query is wrong.
    assert_eq!(shell(&path, "SELECT COUNT(*) FROM jobs WHERE deleted = 0").unwrap(), "2");
    let customers = format!("SELECT cid FROM job_customers WHERE job_id = '{first}' ORDER BY cid");
    assert_eq!(shell(&path, &customers).unwrap(), "5001\n5002");

    // The shell removes no file of the running server, which continues as before.
    shell(&path, "DELETE FROM jobs").unwrap_err();
    shell(&path, "DELETE FROM entry").unwrap_err();
    assert_eq!(caller.jobs().await.len(), 2);
    caller.get("/readyz").await;
    caller.set_action(&url, "", &["5003"]).await;
    assert_eq!(shell(&path, "SELECT COUNT(*) FROM jobs").unwrap(), "3");
}
