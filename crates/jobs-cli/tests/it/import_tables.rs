//! Tables whose rows have no rowid, or one whose name is also a column's.

use rusqlite::Connection;
use serde_json::{Value, json};

use crate::support::dirt;
use crate::support::legacy::{self, Generation, id};
use crate::support::run::Folder;

const ARGS: [&str; 7] =
    ["import", "old.db", "--audit", "audit.db", "--utc-offset", "+00:00", "--json"];

fn folder() -> Folder {
    let folder = Folder::new();
    drop(legacy::write(&folder.path("old.db"), Generation::Newer, &dirt::newer()));
    let row = |action, cids, time| ("vijay", action, Some(cids), time, "success", None);
    let rows = [
        row("Tran-Begin", r#"["5001"]"#, "2026-01-28 09:00:02"),
        row("T-Enable", r#"["7"]"#, "2026-01-28 09:00:00"),
        row("T-Enable", r#"["7"]"#, "noon"),
    ];
    legacy::write_audit(&folder.path("audit.db"), &rows);
    folder
}

/// Makes `table` anew with the same rows in the same order, its columns followed by `more`.
fn remake(path: &std::path::Path, table: &str, more: &str, values: &str, key: Option<&str>) {
    let sql = Connection::open(path).unwrap();
    sql.pragma_update(None, "foreign_keys", "off").unwrap();
    let read = format!(
        "SELECT group_concat('\"' || name || '\"', ', ') FROM pragma_table_info('{table}')"
    );
    let columns: String = sql.query_row(&read, [], |row| row.get(0)).unwrap();
    let key_clause = key.map_or(String::new(), |key| format!(", PRIMARY KEY ({key})"));
    let without = key.map_or("", |_| "WITHOUT ROWID");
    sql.execute_batch(&format!(
        "ALTER TABLE {table} RENAME TO before;
         CREATE TABLE {table} ({columns}{more}{key_clause}) {without};
         INSERT INTO {table} SELECT *{values} FROM before ORDER BY rowid;
         DROP TABLE before;"
    ))
    .unwrap();
}

/// The report without values that differ between any two imports, and the recorded jobs.
fn outcome(folder: &Folder) -> (Value, Vec<Value>) {
    let mut report = folder.run(&ARGS).exits(3).json();
    for item in report["not_taken"]["first"].as_array_mut().unwrap() {
        assert!(item["row"].as_i64().unwrap() > 0);
        item["row"] = json!(0);
    }
    report["audit"]["not_taken"]["first"][0]["row"] = json!(0);
    let recorded = (1..=16).map(|n| {
        let (detail, cids) = folder.recorded(&id(n)).unwrap();
        let original: Value = detail.original.unwrap().as_str().parse().unwrap();
        json!([detail.job.created_at, detail.job.facts.user_id, cids, original["audit"]["id"]])
    });
    (report, recorded.collect())
}

#[test]
fn every_table_is_read_however_its_rows_are_numbered() {
    let expected = outcome(&folder());
    assert_eq!(expected.0["jobs"]["imported"], 16);
    assert_eq!(expected.0["audit"]["matched"], 1);
    assert_eq!(expected.0["audit"]["unmatched"]["imported"], 1);
    for (more, values) in [
        (", rowid", ", NULL"),
        (", _rowid_, OID", ", NULL, NULL"),
        (", \"RowID\", _rowid_, oid, jobctl_row", ", NULL, NULL, NULL, NULL"),
    ] {
        let folder = folder();
        remake(&folder.path("old.db"), "jobs", more, values, None);
        remake(&folder.path("old.db"), "job_customers", more, values, None);
        remake(&folder.path("audit.db"), "audit_log", more, values, None);
        assert_eq!(outcome(&folder), expected, "{more}");
    }
    let folder = folder();
    remake(&folder.path("old.db"), "jobs", "", "", Some("job_id"));
    remake(&folder.path("old.db"), "job_customers", "", "", Some("cid, job_id"));
    remake(&folder.path("audit.db"), "audit_log", "", "", Some("id"));
    let mut found = outcome(&folder);
    let mut expected = expected;
    // Rows with equal times are in the order of the table.
    for report in [&mut found.0, &mut expected.0] {
        let listed = report["not_taken"]["first"].as_array_mut().unwrap();
        listed.sort_by_key(|item| item["id"].to_string());
    }
    assert_eq!(found, expected, "WITHOUT ROWID");
}

/// The number in the report is the one under which the row is found.
#[test]
fn the_report_says_where_a_row_is() {
    let folder = folder();
    let report = folder.run(&ARGS).exits(3).json();
    let number = report["not_taken"]["first"][0]["row"].as_i64().unwrap();
    let sql = Connection::open(folder.path("old.db")).unwrap();
    let read = "SELECT job_id FROM jobs WHERE rowid = ?1";
    let found: String = sql.query_row(read, [number], |row| row.get(0)).unwrap();
    assert_eq!(report["not_taken"]["first"][0]["id"], found);
    // A column of that name holds something else.
    drop(sql);
    remake(&folder.path("old.db"), "jobs", ", rowid", ", 'x'", None);
    let again = folder.run(&[&ARGS[..], &["--dry-run"]].concat()).exits(3).json();
    assert_eq!(again["not_taken"]["first"][0]["row"], number);
    let original = |n| folder.recorded(&id(n)).unwrap().0.original.unwrap();
    assert!(!original(1).as_str().contains("rowid"));
    let columns = [&ARGS[..], &["--data-dir", "other"]].concat();
    folder.run(&columns).exits(3);
    let shown = folder.run(&["show", &id(1), "--data-dir", "other", "--json"]).exits(0).stdout;
    assert!(shown.contains("rowid"), "{shown}");
}
