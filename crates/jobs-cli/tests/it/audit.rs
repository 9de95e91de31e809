//! The audit log: rows that belong to a job, and rows of jobs that were never recorded.

use jobs_core::{Cid, Status};
use serde_json::{Value, json};
use uuid::Uuid;

use crate::support::legacy::{self, AuditRow, Generation, OldJob, id, job};
use crate::support::run::Folder;
use crate::support::served::Served;

const ARGS: [&str; 7] =
    ["import", "old.db", "--audit", "audit.db", "--utc-offset", "+00:00", "--json"];

fn jobs() -> Vec<OldJob> {
    let two = || vec!["7".to_owned(), "8".to_owned()];
    vec![
        OldJob { cids: two(), ..job(&id(1), "10:00:00.000") },
        OldJob { cids: two(), ..job(&id(2), "10:00:00.090") },
        // Another action on the same customers, soon after.
        OldJob { cids: two(), action_code: 2, action_name: "PE-Enable", ..job(&id(3), "10:00:20") },
        OldJob { user_id: "prasad", cids: two(), ..job(&id(4), "10:00:01") },
        job(&id(5), "11:00:00"),
    ]
}

const ROWS: [AuditRow<'static>; 11] = [
    ("vijay", "login", None, "2026-01-28 09:59:00", "success", None),
    ("vijay", "PE-Enable", Some(r#"["7","8"]"#), "2026-01-28 10:00:02", "success", None),
    ("vijay", "tran-begin", Some(r#"["8","7"]"#), "2026-01-28 10:00:02", "success", None),
    ("vijay", "Trans-Begin", Some(r#"["7","8","7"]"#), "2026-01-28 10:00:03", "failure", Some("x")),
    ("vijay", "logout", Some("[]"), "2026-01-28 10:30:00", "success", None),
    // Customer 5001 is not customer 15001, and an hour is too far away.
    ("vijay", "Trans-Begin", Some(r#"["15001"]"#), "2026-01-28 11:00:01", "success", None),
    (
        "vijay",
        "Trans-Begin",
        Some(r#"["5001"]"#),
        "2026-01-28 12:00:00",
        "failure",
        Some("upstream died"),
    ),
    ("vijay", "T-Enable", Some(r#"["5001"]"#), "2026-01-28 12:00:00", "odd", None),
    ("vijay", "T-Enable", Some("5001"), "2026-01-28 12:00:00", "success", None),
    ("vijay", "T-Enable", Some(r#"["5001"]"#), "noon", "success", None),
    ("", "T-Enable", Some(r#"["5001"]"#), "2026-01-28 12:00:00", "success", None),
];

fn folder() -> Folder {
    let folder = Folder::new();
    drop(legacy::write(&folder.path("old.db"), Generation::Newer, &jobs()));
    legacy::write_audit(&folder.path("audit.db"), &ROWS);
    folder
}

fn original(folder: &Folder, job_id: &str) -> Value {
    folder.recorded(job_id).unwrap().0.original.unwrap().as_str().parse().unwrap()
}

#[test]
fn a_row_goes_with_the_job_of_the_same_user_customers_action_and_time() {
    let folder = folder();
    let report = folder.run(&ARGS).exits(3).json();
    let audit = &report["audit"];
    assert_eq!(audit["rows"], 11);
    assert_eq!(audit["without_customers"], 2);
    assert_eq!(audit["matched"], 3);
    assert_eq!(audit["unmatched"], json!({"imported": 3, "already_recorded": 0, "conflicts": 0}));
    let row = |n: u32| original(&folder, &id(n))["audit"]["id"].clone();
    assert_eq!([row(1), row(2), row(3)], [json!(3), json!(4), json!(2)]);
    assert_eq!([row(4), row(5)], [Value::Null, Value::Null]);
    assert_eq!(
        original(&folder, &id(2))["audit"],
        json!({
            "id": 4, "user_id": "vijay", "action_type": "Trans-Begin", "timestamp": "2026-01-28 10:00:03",
            "ip_address": "10.0.0.7", "status": "failure", "error_message": "x", "duration_ms": 1250,
        })
    );
    let reasons: Vec<_> = audit["not_taken"]["first"].as_array().unwrap().iter().collect();
    assert_eq!(reasons.len(), 3);
    assert_eq!(report["not_taken"]["count"], 0);
    assert_eq!(reasons[0]["id"], "9");
    assert_eq!(reasons[0]["reason"], "customer_ids: is not a JSON array");
}

/// The ID of a job that only the audit log has, computed as documented.
fn audit_id(id: u32, content: &AuditRow<'_>) -> String {
    let (user, action, customers, timestamp, status, error) = content;
    let row = json!([id, user, action, customers, timestamp, "10.0.0.7", status, error, 1250]);
    Uuid::new_v5(&jobs_cli::import::AUDIT_NAMESPACE, row.to_string().as_bytes()).to_string()
}

#[test]
fn rows_of_no_job_become_jobs_with_an_id_of_their_content() {
    let folder = folder();
    folder.run(&ARGS).exits(3);
    assert_eq!(folder.ledger_size(), 5 + 3);
    let (job, cids) = folder.recorded(&audit_id(7, &ROWS[6])).unwrap();
    assert_eq!(job.job.facts.user_id.as_str(), "vijay");
    assert_eq!(job.job.facts.action_name.as_str(), "Trans-Begin");
    assert_eq!(job.job.facts.action_code.get(), 1);
    assert_eq!(job.job.created_at.to_string(), "2026-01-28T12:00:00.000000Z");
    assert_eq!(job.job.status, Status::Failed);
    assert_eq!(job.job.error_message.unwrap().as_str(), "upstream died");
    assert_eq!(cids, [Cid::new("5001").unwrap()]);
    let original: Value = job.original.unwrap().as_str().parse().unwrap();
    assert_eq!(original["audit"]["id"], 7);
    assert_eq!(folder.recorded(&audit_id(6, &ROWS[5])).unwrap().0.job.status, Status::Success);
    let (odd, _) = folder.recorded(&audit_id(8, &ROWS[7])).unwrap();
    assert_eq!(odd.job.status, Status::Unconfirmed);
}

#[test]
fn a_second_run_imports_nothing_from_the_log_either() {
    let folder = folder();
    folder.run(&ARGS).exits(3);
    let again = folder.run(&ARGS).exits(3).json();
    assert_eq!(again["jobs"], json!({"imported": 0, "already_recorded": 5, "conflicts": 0}));
    assert_eq!(
        again["audit"]["unmatched"],
        json!({"imported": 0, "already_recorded": 3, "conflicts": 0})
    );
    assert_eq!(again["conflicts"]["count"], 0);
    assert_eq!(folder.ledger_size(), 8);
}

#[test]
fn a_log_that_comes_later_is_a_conflict_that_is_explained() {
    let folder = folder();
    folder.run(&["import", "old.db", "--utc-offset", "+00:00"]).exits(0);
    let report = folder.run(&ARGS).exits(3).json();
    assert_eq!(report["conflicts"]["count"], 3);
    assert_eq!(report["conflicts"]["first"][0]["differs_in"], json!(["original.audit"]));
    let warning = report["warnings"][0].as_str().unwrap();
    assert!(warning.starts_with("3 jobs imported before with another audit log"), "{warning}");
    assert_eq!(report["audit"]["unmatched"]["imported"], 3);
}

#[test]
fn the_guide_names_the_namespace() {
    let guide = include_str!("../../../../docs/import.md");
    assert!(guide.contains(&jobs_cli::import::AUDIT_NAMESPACE.to_string()));
}

/// At the old dashboard's paths, beside jobs that have no row.
#[test]
fn the_server_shows_the_rows_where_they_always_were() {
    let folder = folder();
    folder.run(&ARGS).exits(3);
    let served = Served::over(folder);
    let get = |path: &str| serde_json::from_slice::<Value>(&served.get(path)).unwrap();
    let customer = get("api/audit/customer/5001");
    let records = customer["records"].as_array().unwrap();
    let ids: Vec<_> = records.iter().map(|record| record["id"].as_u64().unwrap()).collect();
    assert_eq!(ids, [7, 6, 4], "{customer}");
    assert_eq!(
        records[1],
        json!({
            "id": 6, "user_id": "vijay", "action_type": "Trans-Begin", "customer_ids": ["5001"],
            "timestamp": "2026-01-28 12:00:00", "ip_address": "10.0.0.7", "status": "failure",
            "error_message": "upstream died", "duration_ms": 1250,
        })
    );
    let said: Vec<_> =
        records.iter().map(|record| (&record["status"], &record["ip_address"])).collect();
    let success = json!("success");
    let failure = json!("failure");
    let address = json!("10.0.0.7");
    assert_eq!(said, [(&failure, &address), (&failure, &address), (&success, &Value::Null)]);
    // Rows were found for three jobs.
    let trail = get("api/audit/trail");
    let addresses = trail["records"].as_array().unwrap().iter().map(|record| &record["ip_address"]);
    assert_eq!(addresses.filter(|found| **found == address).count(), 6, "{trail}");
    let stats = get("api/audit/stats");
    assert_eq!(stats["stats"]["total_records"], 8);
    assert_eq!(stats["stats"]["failed_actions"], 2);
}
