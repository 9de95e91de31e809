//! Every row of every old table is in exactly one count of the report.

use serde_json::Value;

use crate::support::legacy::{self, AuditRow, Generation, OldJob, id, job};
use crate::support::run::Folder;

const ARGS: [&str; 7] =
    ["import", "old.db", "--utc-offset", "+05:30", "--audit", "audit.db", "--json"];

fn number(report: &Value, path: &str) -> u64 {
    report.pointer(path).and_then(Value::as_u64).unwrap_or_else(|| panic!("{path}: {report}"))
}

#[track_caller]
fn adds_up(report: &Value, rows: &str, counts: &[&str]) {
    let sum: u64 = counts.iter().map(|count| number(report, count)).sum();
    assert_eq!(number(report, rows), sum, "{report}");
}

const CUSTOMERS: [&str; 6] = [
    "/customers_imported",
    "/customers_already_recorded",
    "/customers_of_conflicts",
    "/customers_not_taken",
    "/duplicate_customers",
    "/orphan_customers/rows",
];

#[track_caller]
fn all_add_up(report: &Value) {
    adds_up(
        report,
        "/jobs_found",
        &["/jobs/imported", "/jobs/already_recorded", "/jobs/conflicts", "/not_taken/count"],
    );
    adds_up(report, "/customer_rows_found", &CUSTOMERS);
    let audit = [
        "/audit/without_customers",
        "/audit/matched",
        "/audit/unmatched/imported",
        "/audit/unmatched/already_recorded",
        "/audit/unmatched/conflicts",
        "/audit/not_taken/count",
    ];
    adds_up(report, "/audit/rows", &audit);
    let conflicts =
        number(report, "/jobs/conflicts") + number(report, "/audit/unmatched/conflicts");
    assert_eq!(number(report, "/conflicts/count"), conflicts);
}

#[track_caller]
fn customers(report: &Value, expected: [u64; 6]) {
    assert_eq!(CUSTOMERS.map(|count| number(report, count)), expected, "{report}");
}

fn cids(cids: &[&str]) -> Vec<String> {
    cids.iter().map(|cid| (*cid).to_owned()).collect()
}

/// Every possible result of a row, in one database.
#[test]
fn every_row_is_in_one_count() {
    let folder = Folder::new();
    let of = |job_id: &str, time: &str, of: &[&str]| OldJob { cids: cids(of), ..job(job_id, time) };
    let jobs = [
        of(&id(1), "10:00:00", &["1", "2", "3"]),
        of(&id(2), "10:01:00", &["1", " 1", "1\u{a0}"]),
        // Repeat an ID; the customers of a third spelling belong to the first row.
        of(&id(3).to_uppercase(), "10:02:00", &["1", "2"]),
        of(&id(3), "10:03:00", &["3", "4", "5", "6"]),
        of(&format!("{{{}}}", id(3)), "10:04:00", &["7"]),
        // No ID, no time, an invalid customer.
        of("test-1", "10:05:00", &["1"]),
        of(" test-1", "10:05:00", &["1", "2"]),
        of(&id(4), "soon", &["1", "2"]),
        of(&id(5), "10:06:00", &["1", " "]),
        of(&id(6), "10:07:00", &[]),
        // Both rows of an ID are refused.
        of(&id(7), "soon", &["1"]),
        of(&id(7).to_uppercase(), "soon", &["2"]),
    ];
    let sql = legacy::write(&folder.path("old.db"), Generation::Newer, &jobs);
    sql.execute_batch(&format!(
        "INSERT INTO job_customers (job_id, cid) VALUES ('({})', '8'), ('\"{}\"', '8'), ('\"{}\"', '8'),
             ('{}', 'none'), ('test-2', 'none'), ('test-1 ', 'stray')",
        id(3), id(3), id(7), id(99)
    ))
    .unwrap();
    let rows: [AuditRow<'_>; 5] = [
        ("vijay", "login", None, "2026-01-28 04:30:00", "success", None),
        (
            "vijay",
            "Trans-Begin",
            Some(r#"["1", "2", "3"]"#),
            "2026-01-28 04:30:01",
            "success",
            None,
        ),
        ("vijay", "Trans-Begin", Some(r#"["9"]"#), "2026-01-28 04:30:01", "success", None),
        (
            "vijay",
            "Trans-Begin",
            Some(r#"["3", "4", "5", "6"]"#),
            "2026-01-28 04:33:01",
            "success",
            None,
        ),
        ("vijay", "Trans-Begin", Some("9"), "2026-01-28 04:30:01", "success", None),
    ];
    legacy::write_audit(&folder.path("audit.db"), &rows);
    let dry = folder.run(&[&ARGS[..], &["--dry-run"]].concat()).exits(3).json();
    all_add_up(&dry);
    // 3 and 1 and 3 customers, and of what repeats one 2 and 1 rows.
    let not_taken = 4 + 1 + 1 + 2 + 1 + 2 + 2 + 1 + 1 + 1;
    customers(&dry, [7, 0, 0, not_taken, 3, 2]);
    let report = folder.run(&ARGS).exits(3).json();
    all_add_up(&report);
    customers(&report, [7, 0, 0, not_taken, 3, 2]);
    assert_eq!(report["duplicate_job_ids"], 2);
    // Another user for the first job: a conflict, of its row in the audit log, too, which is a job
    // then.
    sql.execute("UPDATE jobs SET user_id = 'prasad' WHERE job_id = ?1", [id(1)]).unwrap();
    let again = folder.run(&ARGS).exits(3).json();
    all_add_up(&again);
    customers(&again, [0, 4, 3, not_taken, 3, 2]);
    let text = folder.run(&ARGS[..6]).exits(3).stdout;
    assert!(
        text.contains(&format!("  of jobs not imported                        {not_taken:>10}")),
        "{text}"
    );
}

/// The same for tables that may have duplicate rows.
#[test]
fn rows_that_are_there_twice_are_counted_twice() {
    let folder = Folder::new();
    let sql = legacy::write(&folder.path("old.db"), Generation::Newer, &[]);
    sql.execute_batch(&format!(
        "DROP TABLE jobs; DROP TABLE job_customers;
         CREATE TABLE jobs (job_id, user_id, action_code, action_name, created_at, status);
         CREATE TABLE job_customers (job_id, cid);
         INSERT INTO jobs SELECT value, 'vijay', 1, 'Trans-Begin', '2026-01-28T10:00:00', 'SUCCESS'
             FROM json_each('[\"{0}\", \"{0}\", \"x\", \"x\", null, null]');
         INSERT INTO job_customers SELECT j.value, c.value FROM json_each('[\"{0}\", \"x\", null]') j,
             json_each('[\"1\", \"1\", \" 1\", \" 1\", 1, \"2\", null]') c WHERE j.value IS NOT '{0}' OR c.value IS NOT NULL;",
        id(1)
    ))
    .unwrap();
    legacy::write_audit(&folder.path("audit.db"), &[]);
    let report = folder.run(&ARGS).exits(3).json();
    all_add_up(&report);
    customers(&report, [2, 0, 0, 7, 4, 7]);
}

/// A row that is refused after its row of the audit log was found: that row then belongs to no job.
#[test]
fn the_audit_row_of_a_refused_row_is_of_no_job() {
    let folder = Folder::new();
    let sql = legacy::write(&folder.path("old.db"), Generation::Newer, &[job(&id(1), "10:00:00")]);
    let long = "x".repeat(300_000);
    sql.execute_batch(&format!("ALTER TABLE jobs ADD COLUMN {long}; UPDATE jobs SET {long} = 1;"))
        .unwrap();
    let row = ("vijay", "Trans-Begin", Some(r#"["5001"]"#), "2026-01-28 04:30:01", "success", None);
    legacy::write_audit(&folder.path("audit.db"), &[row]);
    let report = folder.run(&ARGS).exits(3).json();
    all_add_up(&report);
    customers(&report, [0, 0, 0, 1, 0, 0]);
    assert_eq!(number(&report, "/audit/matched"), 0);
    assert_eq!(number(&report, "/audit/unmatched/imported"), 1);
}
