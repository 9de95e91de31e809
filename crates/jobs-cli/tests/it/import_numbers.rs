//! Numbers stay as they were written, wherever the old files have them.

use jobs_core::Cid;
use serde_json::{Value, json};

use crate::support::legacy::{self, AuditRow, Generation, OldJob, id, job};
use crate::support::run::Folder;

const ARGS: [&str; 7] =
    ["import", "old.db", "--audit", "audit.db", "--utc-offset", "+00:00", "--json"];

/// Numbers as JSON may have them; a reader that takes them for floating-point numbers changes each
/// but the first.
const NUMBERS: [&str; 9] = [
    "5001",
    "12345678901234567890",
    "1e3",
    "1E3",
    "1e+3",
    "5001.10",
    "-0",
    "106.09592918164313001",
    "1e400",
];

#[test]
fn a_customer_that_is_a_number_keeps_its_digits_and_the_row_goes_with_its_job() {
    let folder = Folder::new();
    let time = |n: usize| format!("{:02}:00:00", n + 1);
    let jobs: Vec<OldJob> = (1..)
        .zip(NUMBERS)
        .map(|(n, number)| OldJob {
            cids: vec![number.into()],
            request_payload: Some(format!(r#"{{"cids": [{number}]}}"#)),
            ..job(&id(n), &time(n as usize))
        })
        .collect();
    drop(legacy::write(&folder.path("old.db"), Generation::Newer, &jobs));
    let lists = NUMBERS.map(|number| format!("[{number}]"));
    let times: Vec<String> =
        (1..=NUMBERS.len()).map(|n| format!("2026-01-28 {}", time(n))).collect();
    let rows: Vec<AuditRow<'_>> = lists
        .iter()
        .zip(&times)
        .map(|(list, time)| {
            ("vijay", "Trans-Begin", Some(list.as_str()), time.as_str(), "success", None)
        })
        .collect();
    legacy::write_audit(&folder.path("audit.db"), &rows);
    let report = folder.run(&ARGS).exits(0).json();
    assert_eq!(report["audit"]["matched"], NUMBERS.len());
    assert_eq!(report["audit"]["unmatched"]["imported"], 0);
    assert_eq!(report["payload_names_other_customers"]["count"], 0);
    for (n, number) in (1..).zip(NUMBERS) {
        assert_eq!(folder.recorded(&id(n)).unwrap().1, [Cid::new(number).unwrap()]);
    }
}

#[test]
fn a_row_of_no_job_keeps_them_too() {
    let folder = Folder::new();
    drop(legacy::write(&folder.path("old.db"), Generation::Newer, &[job(&id(1), "01:00:00")]));
    let list = format!("[{}]", NUMBERS.join(","));
    let rows = [("vijay", "T-Enable", Some(&*list), "2026-01-28 12:00:00", "success", None)];
    legacy::write_audit(&folder.path("audit.db"), &rows);
    folder.run(&ARGS).exits(0);
    let listed = folder.run(&["list", "--cid", "106.09592918164313001", "--json"]).exits(0).json();
    let job_id = listed["jobs"][0]["job_id"].as_str().unwrap();
    let mut expected: Vec<_> = NUMBERS.map(|number| Cid::new(number).unwrap()).into();
    expected.sort_unstable();
    assert_eq!(folder.recorded(job_id).unwrap().1, expected);
}

/// What SQLite itself holds as a number is spelt as Python, and so the old dashboard, showed it.
#[test]
fn cells_that_are_numbers_are_spelt_as_the_old_dashboard_showed_them() {
    let folder = Folder::new();
    let sql = legacy::write(&folder.path("old.db"), Generation::Newer, &[job(&id(1), "01:00:00")]);
    sql.execute_batch(&format!(
        "DROP TABLE job_customers;
         CREATE TABLE job_customers (job_id, cid);
         INSERT INTO job_customers VALUES ('{0}', 5001.1), ('{0}', 5002.0), ('{0}', 1e20), ('{0}', 1e-7),
             ('{0}', 9223372036854775807), ('{0}', x'35303037');",
        id(1)
    ))
    .unwrap();
    folder.run(&["import", "old.db", "--utc-offset", "Z"]).exits(0);
    let (_, cids) = folder.recorded(&id(1)).unwrap();
    let cids: Vec<_> = cids.iter().map(Cid::as_str).collect();
    assert_eq!(cids, ["1e+20", "1e-07", "5001.1", "5002.0", "5007", "9223372036854775807"]);
}

#[test]
fn a_code_of_another_type_is_taken_and_its_spelling_kept() {
    let folder = Folder::new();
    let sql = legacy::write(&folder.path("old.db"), Generation::Newer, &[]);
    sql.execute_batch(
        "DROP TABLE jobs;
         CREATE TABLE jobs (job_id, user_id, action_code, action_name, created_at, status, http_status, factor);",
    )
    .unwrap();
    for (n, code, http_status) in
        [(1, "'7'", "' 200 '"), (2, "7.0", "200.0"), (3, "7.5", "'2e2'"), (4, "x'37'", "1e400")]
    {
        let row = format!(
            "INSERT INTO jobs VALUES ('{}', 7, {code}, 'Odd', '2026-01-28 10:00', 'SUCCESS', {http_status}, 0.1)",
            id(n)
        );
        sql.execute_batch(&row).unwrap();
    }
    let report = folder.run(&["import", "old.db", "--utc-offset", "Z", "--json"]).exits(0).json();
    let found = |n| {
        let (detail, _) = folder.recorded(&id(n)).unwrap();
        let original: Value = detail.original.unwrap().as_str().parse().unwrap();
        assert_eq!(original["columns"]["factor"].to_string(), "0.1");
        let code = (detail.job.facts.action_code.get(), original["action_code"].clone());
        (code, detail.job.http_status.map(|code| code.get()), original["http_status"].clone())
    };
    assert_eq!(found(1), ((7, Value::Null), Some(200), json!(" 200 ")));
    assert_eq!(found(2), ((7, json!(7.0)), Some(200), json!(200.0)));
    assert_eq!(found(3), ((0, json!(7.5)), None, json!("2e2")));
    assert_eq!(found(4), ((7, json!({"hex": "37"})), None, json!("inf")));
    assert_eq!(report["respelt"]["count"], 4);
    assert_eq!(report["kept_in_original_only"]["count"], 3);
}

/// Half of a surrogate pair is not text, so such a row is left out and named; a BOM before the list
/// is not part of it.
#[test]
fn a_list_of_customers_may_begin_with_a_bom_and_must_hold_texts() {
    let folder = Folder::new();
    drop(legacy::write(&folder.path("old.db"), Generation::Newer, &[job(&id(1), "10:00:00")]));
    let row = |list| ("vijay", "T-Enable", Some(list), "2026-01-28 12:00:00", "success", None);
    let rows = [row(r#"["\ud800"]"#), row("\u{feff}[\"7\"]"), row("\u{feff} ")];
    legacy::write_audit(&folder.path("audit.db"), &rows);
    let report = folder.run(&ARGS).exits(3).json();
    assert_eq!(report["audit"]["unmatched"]["imported"], 1, "{report}");
    assert!(report.to_string().contains("holds a text that is not Unicode"), "{report}");
    assert_eq!(folder.ledger_size(), 2);
}
