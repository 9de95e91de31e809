//! What the import records, row by row and field by field, and what it reports.

use jobs_core::{Cid, Source, Status};
use serde_json::{Value, json};

use crate::support::dirt;
use crate::support::legacy::{self, AuditRow, Generation, OldJob, id, job};
use crate::support::run::Folder;

const NEWER: Generation = Generation::Newer;

fn expected_status(raw: Option<&str>) -> Status {
    match raw {
        Some("success" | "SUCCESS") => Status::Success,
        Some("FAILED") => Status::Failed,
        _ => Status::Unconfirmed,
    }
}

/// Compares what is recorded with a row in which only the status, the time (at +05:30) and the
/// credentials change.
#[track_caller]
fn check(folder: &Folder, old: &OldJob, created_at: &str) {
    let (detail, cids) = folder.recorded(&old.job_id).expect(&old.job_id);
    let job = &detail.job;
    assert_eq!(job.job_id.to_string(), old.job_id.to_lowercase());
    assert_eq!(job.facts.user_id.as_str(), old.user_id);
    assert_eq!(job.facts.batch_id.as_ref().map(AsRef::as_ref), old.batch_id);
    assert_eq!(job.facts.action_code.get(), old.action_code);
    assert_eq!(job.facts.action_name.as_str(), old.action_name);
    assert_eq!(job.facts.cluster_url.as_ref().map(AsRef::as_ref), old.cluster_url);
    assert_eq!(job.created_at.to_string(), created_at);
    assert_eq!(job.source, Source::Import);
    assert_eq!(job.status, expected_status(old.status), "{}", old.job_id);
    let message = job.error_message.as_ref().map(|text| text.as_str().to_owned());
    if job.status == Status::Unconfirmed {
        assert!(message.is_some(), "says why it is not known");
    } else {
        assert_eq!(message, old.error_message);
    }
    let summary = detail.response_summary.as_ref().map(|text| text.as_str());
    assert_eq!(summary, old.response_summary.as_deref());
    let payload = detail.request_payload.as_ref().map(|text| text.as_str());
    if !old.request_payload.as_deref().is_some_and(|text| text.contains("Token")) {
        assert_eq!(payload, old.request_payload.as_deref());
    }
    let mut expected = old.cids.clone();
    expected.sort_unstable();
    assert_eq!(cids.iter().map(Cid::as_str).collect::<Vec<_>>(), expected);
    assert_eq!(job.customer_count, expected.len());
    let original: Value = detail.original.unwrap().as_str().parse().unwrap();
    assert_eq!(original["status"], json!(old.status));
    assert_eq!(original["created_at"], json!(old.created_at));
}

/// `2026-01-28T15:04:53.003687` at +05:30 as UTC.
fn in_utc(local: &str) -> String {
    let civil: jiff::civil::DateTime = local.parse().unwrap();
    let utc = civil.checked_sub(jiff::Span::new().hours(5).minutes(30)).unwrap();
    format!("{:.6}Z", utc)
}

#[test]
fn every_row_is_recorded_field_by_field() {
    let folder = Folder::new();
    drop(legacy::write(&folder.path("old.db"), NEWER, &dirt::newer()));
    folder.run(&["import", "old.db", "--utc-offset", "+05:30"]).exits(3);
    let good = dirt::good();
    assert_eq!(folder.ledger_size(), good.len() as u64);
    for old in &good {
        let created_at = match old.created_at.as_str() {
            "2026-02-06T10:00:00+01:00" => "2026-02-06T09:00:00.000000Z".to_owned(),
            local => in_utc(local),
        };
        check(&folder, old, &created_at);
    }
}

#[test]
fn what_has_no_field_is_in_the_original_record() {
    let folder = Folder::new();
    let sql = legacy::write(&folder.path("old.db"), NEWER, &dirt::newer());
    sql.execute_batch(
        "ALTER TABLE jobs ADD COLUMN api_token TEXT; ALTER TABLE jobs ADD COLUMN note TEXT;",
    )
    .unwrap();
    sql.execute("UPDATE jobs SET note = 'by hand', api_token = 'k3y' WHERE job_id = ?", [id(1)])
        .unwrap();
    drop(sql);
    folder.run(&["import", "old.db"]).exits(3);
    let original = |n| -> Value {
        folder.recorded(&id(n)).unwrap().0.original.unwrap().as_str().parse().unwrap()
    };
    assert_eq!(
        original(1),
        json!({
            "status": "success", "created_at": "2026-01-28T09:00:00.000001", "utc_offset": "+00:00",
            "columns": {"note": "by hand", "api_token": "[redacted]"},
        })
    );
    let (failed, _) = folder.recorded(&id(5)).unwrap();
    assert_eq!(failed.job.http_status.unwrap().get(), 200);
    assert_eq!(failed.job.updated_at.unwrap().to_string(), "2026-01-28T09:20:03.250000Z");
    assert_eq!(original(5)["updated_at"], "2026-01-28T09:20:03.250000");
    // The field has our message, so the record keeps the old one.
    assert_eq!(original(9)["error_message"], Value::Null);
    assert!(original(9).as_object().unwrap().contains_key("error_message"));
    assert_eq!(original(14)["status"], Value::Null);
    assert_eq!(original(14)["http_status"], 0);
    assert_eq!(folder.recorded(&id(14)).unwrap().0.job.http_status, None);
    assert!(!original(15).as_object().unwrap().contains_key("utc_offset"));
    assert_eq!(original(16)["job_id"], json!(id(16).to_uppercase()));
    assert_eq!(original(16)["updated_at"], "never");
    let (secret, _) = folder.recorded(&id(11)).unwrap();
    assert_eq!(
        secret.request_payload.unwrap().as_str(),
        r#"{"auth":"[redacted]","cids":["5001"]}"#
    );
    let bytes = std::fs::read(folder.path("jobs-data/jobs.db")).unwrap();
    assert!(!bytes.windows(13).any(|window| window == b"k3y-of-a-user"));
}

/// Texts that hold a credential in every known way, each with `CANARY` in it.
fn canaries() -> Vec<String> {
    vec![
        json!({"authToken": "CANARY", "a": 1}).to_string(),
        json!({"a": [{"headers": json!({"Authorization": "Bearer CANARY"}).to_string()}]})
            .to_string(),
        r#"{"a":{"password":"CANARY"},"a":{"token":"CANARY"}}"#.to_owned(),
        "https://vijay:CANARY@a.test/tms?access_token=CANARY&page=2#id_token=CANARY".to_owned(),
        "Max retries exceeded with url: /tms?token=CANARY (no answer)".to_owned(),
        "action=PE-Enable&password=CANARY".to_owned(),
    ]
}

/// An old `jobs.db` of a job for each of the canaries, with that in every column that can hold it.
fn write_canaries(folder: &Folder) {
    let jobs: Vec<_> = (1..).zip(canaries()).map(|(n, _)| job(&id(n), "10:00:00")).collect();
    let sql = legacy::write(&folder.path("old.db"), NEWER, &jobs);
    sql.execute_batch(
        "ALTER TABLE jobs ADD COLUMN headers TEXT; ALTER TABLE jobs ADD COLUMN raw BLOB;",
    )
    .unwrap();
    for (n, text) in (1..).zip(canaries()) {
        sql.execute(
            "UPDATE jobs SET batch_id = ?1, cluster_url = ?1, request_payload = ?1, response_summary = ?1,
                 status = ?1, error_message = ?1, updated_at = ?1, headers = ?1, raw = CAST(?1 AS BLOB)
             WHERE job_id = ?2",
            [text, id(n)],
        )
        .unwrap();
    }
    // The reason quotes the status.
    sql.execute("UPDATE jobs SET error_message = NULL WHERE job_id IN (?1, ?2)", [id(2), id(4)])
        .unwrap();
    // What fits no field goes to the original record.
    let long = format!("vijay:CANARY@a.test/?token=CANARY&{}", "x".repeat(3000));
    let misfit =
        "UPDATE jobs SET cluster_url = ?1, batch_id = ?1, http_status = ?1 WHERE job_id = ?2";
    sql.execute(misfit, [long, id(1)]).unwrap();
}

/// An old `audit.db` with a row for each of these jobs, and as many rows that become jobs.
fn write_audit_canaries(folder: &Folder) {
    let canaries = canaries();
    let row = |action, cids, time| {
        move |text| -> AuditRow<'_> { ("vijay", action, Some(cids), time, text, Some(text)) }
    };
    let matched = row("Trans-Begin", r#"["5001"]"#, "2026-01-28 10:00:01");
    let left_over = row("T-Enable", r#"["7"]"#, "2026-01-28 12:00:00");
    let texts = || canaries.iter().map(String::as_str);
    let rows: Vec<AuditRow<'_>> = texts().map(matched).chain(texts().map(left_over)).collect();
    legacy::write_audit(&folder.path("audit.db"), &rows);
}

#[test]
fn credentials_in_any_column_are_not_recorded() {
    let folder = Folder::new();
    write_canaries(&folder);
    write_audit_canaries(&folder);
    let args = ["import", "old.db", "--audit", "audit.db", "--utc-offset", "+00:00", "--json"];
    let report = folder.run(&args).exits(0).json();
    let count = canaries().len();
    assert_eq!(folder.ledger_size(), 2 * count as u64);
    assert_eq!(report["audit"]["matched"], count);
    assert_eq!(report["jobs_with_credentials_removed"], count);
    for (n, text) in (1..).zip(canaries()) {
        let (detail, _) = folder.recorded(&id(n)).unwrap();
        let shown = serde_json::to_string(&detail).unwrap();
        assert!(shown.contains("[redacted]") && !shown.contains("CANARY"), "{text}: {shown}");
    }
    let hex: String = "CANARY".bytes().map(|byte| format!("{byte:02x}")).collect();
    for file in std::fs::read_dir(folder.path("jobs-data")).unwrap() {
        let path = file.unwrap().path();
        let bytes = std::fs::read(&path).unwrap();
        for canary in ["CANARY", &hex] {
            let found = bytes.windows(canary.len()).any(|window| window == canary.as_bytes());
            assert!(!found, "{canary} in {}", path.display());
        }
    }
}

#[test]
fn older_files_without_the_last_columns_are_taken() {
    let folder = Folder::new();
    let jobs = [
        OldJob { status: Some("success"), http_status: None, ..job(&id(1), "09:00:00.25") },
        OldJob { status: Some("success"), http_status: None, ..job(&id(2), "08:00:00") },
        OldJob {
            status: Some("FAILED"),
            http_status: None,
            cids: vec![],
            ..job(&id(3), "10:00:00")
        },
    ];
    drop(legacy::write(&folder.path("old.db"), Generation::Older, &jobs));
    folder.run(&["import", "old.db", "--utc-offset", "+05:30"]).exits(0);
    for old in &jobs {
        check(&folder, old, &in_utc(&old.created_at));
        assert_eq!(folder.recorded(&old.job_id).unwrap().0.job.updated_at, None);
    }
    // In the order of time, not of the rows.
    let listed = folder.run(&["list", "--order", "oldest_first", "--json"]).exits(0).json();
    let ids: Vec<_> = listed["jobs"].as_array().unwrap().iter().map(|job| &job["job_id"]).collect();
    assert_eq!(ids, [&json!(id(2)), &json!(id(1)), &json!(id(3))]);
}

#[test]
fn a_second_run_imports_nothing() {
    let folder = Folder::new();
    drop(legacy::write(&folder.path("old.db"), NEWER, &dirt::newer()));
    let first = folder.run(&["import", "old.db", "--utc-offset", "Z", "--json"]).exits(3).json();
    assert_eq!(first["jobs"], json!({"imported": 16, "already_recorded": 0, "conflicts": 0}));
    let size = folder.ledger_size();
    let again = folder.run(&["import", "old.db", "--utc-offset", "Z", "--json"]).exits(3).json();
    assert_eq!(again["jobs"], json!({"imported": 0, "already_recorded": 16, "conflicts": 0}));
    assert_eq!(again["conflicts"]["count"], 0);
    assert_eq!(again["customers_imported"], 0);
    assert_eq!(again["not_taken"], first["not_taken"]);
    // A mistyped directory can be noticed.
    assert_eq!(
        (&first["ledger_size_before"], &again["ledger_size_before"]),
        (&Value::Null, &json!(16))
    );
    let text = folder.run(&["import", "old.db", "--utc-offset", "Z"]).exits(3).stdout;
    assert!(
        text.starts_with("Import of old.db into ./jobs-data/jobs.db, a ledger of 16 entries\n"),
        "{text}"
    );
    let args = ["import", "old.db", "--utc-offset", "Z", "--data-dir", "mistyped"];
    let text = folder.run(&args).exits(3).stdout;
    assert!(text.starts_with("Import of old.db into mistyped/jobs.db, a new ledger\n"), "{text}");
    assert_eq!(folder.ledger_size(), size);
}

#[test]
fn a_job_that_went_on_since_is_still_the_same_import() {
    let folder = Folder::new();
    drop(legacy::write(&folder.path("old.db"), NEWER, &dirt::good()));
    folder.run(&["import", "old.db", "--utc-offset", "Z"]).exits(0);
    let runtime = tokio::runtime::Runtime::new().unwrap();
    runtime.block_on(async {
        use jobs_core::{JobStoreExt as _, Outcomes, StatusChange, StatusDetails, UserId};
        let store = jobs_sqlite::SqliteStore::open(folder.path("jobs-data/jobs.db")).unwrap();
        let settled = StatusChange {
            job_id: id(9).parse().unwrap(),
            actor: UserId::new("operator").unwrap(),
            details: StatusDetails::new(Status::Success),
            outcomes: Outcomes::default(),
            request_key: None,
        };
        store.change_status(settled).await.unwrap();
        store.close().await;
    });
    let again = folder.run(&["import", "old.db", "--utc-offset", "Z", "--json"]).exits(0).json();
    assert_eq!(again["jobs"], json!({"imported": 0, "already_recorded": 16, "conflicts": 0}));
    assert_eq!(folder.recorded(&id(9)).unwrap().0.job.status, Status::Success);
}

#[test]
fn a_row_that_changed_since_is_a_conflict_and_what_is_recorded_stays() {
    let folder = Folder::new();
    let sql = legacy::write(&folder.path("old.db"), NEWER, &dirt::good());
    folder.run(&["import", "old.db", "--utc-offset", "Z"]).exits(0);
    sql.execute("UPDATE jobs SET status = 'FAILED' WHERE job_id = ?", [id(1)]).unwrap();
    legacy::insert(&sql, NEWER, &[job(&id(99), "23:00:00")]);
    let again = folder.run(&["import", "old.db", "--utc-offset", "Z", "--json"]).exits(3).json();
    assert_eq!(again["jobs"], json!({"imported": 1, "already_recorded": 15, "conflicts": 1}));
    let conflict = json!({"job_id": id(1), "differs_in": ["status", "original.status"]});
    assert_eq!(again["conflicts"], json!({"count": 1, "first": [conflict]}));
    assert_eq!(folder.recorded(&id(1)).unwrap().0.job.status, Status::Success);
}

#[test]
fn the_report_says_it_all() {
    let folder = Folder::new();
    let sql = legacy::write(&folder.path("old.db"), NEWER, &dirt::newer());
    sql.execute_batch(
        "INSERT INTO job_customers (job_id, cid) VALUES ('gone-1', '1'), ('gone-1', '2'), ('gone-2', '1')",
    )
    .unwrap();
    drop(sql);
    let ran = folder.run(&["import", "old.db"]).exits(3);
    assert_eq!(ran.stderr, "");
    golden("report.txt", &ran.stdout);
    let dry = folder.run(&["import", "old.db", "--dry-run", "--data-dir", "elsewhere"]).exits(3);
    golden("dry_run.txt", &dry.stdout);
    assert!(!folder.path("elsewhere").exists());
}

/// Compares with a file in `goldens`; with `BLESS=1` in the environment, writes it.
#[track_caller]
fn golden(name: &str, found: &str) {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/goldens").join(name);
    if std::env::var_os("BLESS").is_some() {
        std::fs::write(&path, found).unwrap();
    }
    let expected = std::fs::read_to_string(&path).unwrap();
    assert!(found == expected, "{name} differs from what was printed:\n{found}");
}

#[test]
fn a_dry_run_knows_what_is_recorded_already() {
    let folder = Folder::new();
    let sql = legacy::write(&folder.path("old.db"), NEWER, &dirt::good());
    folder.run(&["import", "old.db", "--utc-offset", "Z"]).exits(0);
    legacy::insert(&sql, NEWER, &[job(&id(99), "23:00:00")]);
    let size = folder.ledger_size();
    let dry = ["import", "old.db", "--utc-offset", "Z", "--dry-run", "--json"];
    let dry = folder.run(&dry).exits(0).json();
    assert_eq!(dry["jobs"], json!({"imported": 1, "already_recorded": 16, "conflicts": 0}));
    assert_eq!(dry["ledger_size"], Value::Null);
    assert_eq!(folder.ledger_size(), size);
}

#[test]
fn more_jobs_than_a_batch_and_long_texts_go_through() {
    let folder = Folder::new();
    let mut jobs: Vec<OldJob> = (0..2500)
        .map(|n| OldJob {
            created_at: format!("2026-01-28T{:02}:{:02}:00", n / 60 % 24, n % 60),
            ..job(&id(n), "")
        })
        .collect();
    let long = "é".repeat(40_000);
    jobs[7].response_summary = Some(long.clone());
    jobs[8].error_message = Some("x\0y".into());
    jobs[9].cids = (0..27_682).map(|n| format!("c{n}")).collect();
    let sql = legacy::write(&folder.path("old.db"), NEWER, &[]);
    sql.execute_batch("BEGIN").unwrap();
    legacy::insert(&sql, NEWER, &jobs);
    sql.execute_batch("COMMIT").unwrap();
    let report = folder.run(&["import", "old.db", "--utc-offset", "Z", "--json"]).exits(0).json();
    assert_eq!(report["jobs"]["imported"], 2500);
    assert_eq!(report["ledger_size"], 2500);
    assert_eq!(report["customers_imported"], 2499 + 27_682);
    let shortened = |n, field: &str| json!({"job_id": id(n), "field": field});
    assert_eq!(
        report["shortened"],
        json!({"count": 2, "first": [shortened(7, "response_summary"), shortened(8, "error_message")]})
    );
    let (job, _) = folder.recorded(&id(7)).unwrap();
    let original: Value = job.original.unwrap().as_str().parse().unwrap();
    assert_eq!(original["response_summary"], json!(long));
    assert!(job.response_summary.unwrap().as_str().ends_with('…'));
    assert_eq!(folder.recorded(&id(9)).unwrap().1.len(), 27_682);
}

#[test]
fn an_import_that_is_killed_is_finished_by_the_next() {
    const JOBS: u64 = 4000;
    let folder = Folder::new();
    let jobs: Vec<OldJob> = (0..4000).map(|n| job(&id(n), "09:00:00")).collect();
    let sql = legacy::write(&folder.path("old.db"), NEWER, &[]);
    sql.execute_batch("BEGIN").unwrap();
    legacy::insert(&sql, NEWER, &jobs);
    sql.execute_batch("COMMIT").unwrap();
    let mut command = folder.command(&["import", "old.db", "--utc-offset", "Z"]);
    let mut child = command.stdout(std::process::Stdio::null()).spawn().unwrap();
    // Until a batch is durable; the ledger may not even exist at first.
    while folder.try_ledger_size().is_none_or(|size| size == 0) {
        assert!(child.try_wait().unwrap().is_none_or(|status| status.success()));
        std::thread::yield_now();
    }
    child.kill().unwrap();
    child.wait().unwrap();
    let before = folder.ledger_size();
    let report = folder.run(&["import", "old.db", "--utc-offset", "Z", "--json"]).exits(0).json();
    let tally = json!({"imported": JOBS - before, "already_recorded": before, "conflicts": 0});
    assert_eq!(report["jobs"], tally);
    assert_eq!(folder.ledger_size(), JOBS);
}
