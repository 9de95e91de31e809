//! `jobctl list`, `stats` and `show` on a data directory.

use std::io::Read as _;
use std::process::Stdio;

use serde_json::{Value, json};

use crate::support::dirt;
use crate::support::legacy::{self, Generation, OldJob, id, job};
use crate::support::run::Folder;

fn imported(jobs: &[OldJob]) -> Folder {
    let folder = Folder::new();
    drop(legacy::write(&folder.path("old.db"), Generation::Newer, jobs));
    folder.run(&["import", "old.db", "--utc-offset", "+00:00"]).exits(0);
    folder
}

fn ids(list: &Value) -> Vec<String> {
    let jobs = list["jobs"].as_array().unwrap();
    jobs.iter().map(|job| job["job_id"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn every_filter_of_the_api_is_there() {
    let folder = imported(&dirt::good());
    for (args, expected) in [
        (&["--status", "failed"][..], &[10, 5][..]),
        (&["--action-name", "PE-Enable"], &[9]),
        (&["--action-name", "pe-enable"], &[]),
        (&["--cid", "8"], &[7, 6]),
        (&["--cid", "8", "--cause", "imported"], &[7, 6]),
        (&["--cause", "timed_out"], &[]),
        (&["--batch-id", "night-7"], &[9]),
        (&["--user-id", "nobody"], &[]),
        (&["--since", "2026-02-06T09:00:00Z"], &[16, 15]),
        (&["--since", "2026-01-28T09:05:00Z", "--until", "2026-01-28T09:10:00Z"], &[2]),
        (&["--cid", "7", "--order", "oldest_first"], &[6, 7, 8]),
        (&["--limit", "2"], &[16, 15]),
        (&["--cid", "8", "--cid", "7", "--order", "oldest_first"], &[6, 7, 8]),
        (&["--action-name", "PE-Enable", "--action-name", "none"], &[9]),
        (&["--status", "failed", "--status", "UNCONFIRMED"], &[14, 13, 10, 9, 5]),
        (&["--user-id", "nobody", "--user-id", "anybody"], &[]),
        (&["--job-id", "9b2d3a1c-0f4e-4d6a-8c7b-00000000000a"], &[10]),
        (&["--job-id", "9B2D3A1C0F4E4D6A8C7B00000000001"], &[16]),
        (&["--job-id", "9b2d", "--limit", "1"], &[16]),
        (&["--retry-of", "9b2d3a1c-0f4e-4d6a-8c7b-00000000000a"], &[]),
    ] {
        let args = [&["list", "--json"][..], args].concat();
        let found = ids(&folder.run(&args).exits(0).json());
        let expected: Vec<String> = expected.iter().map(|n| id(*n)).collect();
        assert_eq!(found, expected, "{args:?}");
    }
}

#[test]
fn pages_go_on_where_the_last_one_ended() {
    let folder = imported(&dirt::good());
    let all = ids(&folder.run(&["list", "--json", "--all"]).exits(0).json());
    assert_eq!(all.len(), 16);
    let mut walked = Vec::new();
    let mut cursor: Option<String> = None;
    loop {
        let mut args = vec!["list", "--json", "--limit", "5"];
        args.extend(cursor.iter().flat_map(|cursor| ["--cursor", cursor.as_str()]));
        let page = folder.run(&args).exits(0).json();
        walked.extend(ids(&page));
        cursor = page["next"].as_str().map(str::to_owned);
        if cursor.is_none() {
            break;
        }
    }
    assert_eq!(walked, all);
    let text = folder.run(&["list", "--limit", "5"]).exits(0).stdout;
    assert!(text.contains("There are more: --cursor 11 continues"), "{text}");
    folder.run(&["list", "--cursor", "x"]).exits(2);
}

#[test]
fn a_list_is_aligned_and_safe_for_a_terminal() {
    let folder = imported(&[
        OldJob { action_name: "日本", ..job(&id(1), "09:00:00.123456") },
        OldJob {
            status: Some("FAILED"),
            http_status: Some(401),
            error_message: Some("\u{1b}]0;owned\u{7}bad\ntoken \u{202e}".into()),
            ..job(&id(2), "09:00:05")
        },
    ]);
    let text = folder.run(&["list"]).exits(0).stdout;
    let expected = "\
JOB ID                                CREATED (UTC)        STATUS                                    USER   ACTION       CUSTOMERS
9b2d3a1c-0f4e-4d6a-8c7b-000000000002  2026-01-28 09:00:05  FAILED 401 - \\u{1b}]0;owned\\u{7}bad\\nto…  vijay  Trans-Begin  1
9b2d3a1c-0f4e-4d6a-8c7b-000000000001  2026-01-28 09:00:00  SUCCESS 200                               vijay  日本         1
";
    assert_eq!(text, expected);
    for args in [vec!["list", "--json"], vec!["show", &id(2)], vec!["show", &id(2), "--json"]] {
        let text = folder.run(&args).exits(0).stdout;
        let unsafe_one = text.chars().find(|c| (c.is_control() && *c != '\n') || *c == '\u{202e}');
        assert_eq!(unsafe_one, None, "{args:?}: {text}");
    }
    let shown = folder.run(&["show", &id(2), "--json"]).json();
    assert_eq!(shown["job"]["error_message"], "\u{1b}]0;owned\u{7}bad\ntoken \u{202e}");
}

#[test]
fn statistics_are_aligned_and_have_no_name_that_hides_something() {
    let folder = imported(&[
        OldJob { action_name: "日本", ..job(&id(1), "09:00:00") },
        OldJob { status: Some("FAILED"), action_name: "\u{202e}x", ..job(&id(2), "09:00:05") },
        OldJob { action_name: "日本", user_id: "anna", ..job(&id(3), "09:00:06") },
    ]);
    let expected = "\
LEDGER     JOBS  IN_PROGRESS  SUCCESS  FAILED  UNCONFIRMED
3 entries  3     0            2        1       0

ACTION  JOBS  IN_PROGRESS  SUCCESS  FAILED  UNCONFIRMED
日本    2     0            2        0       0
x       1     0            0        1       0

USER   JOBS  IN_PROGRESS  SUCCESS  FAILED  UNCONFIRMED
vijay  2     0            1        1       0
anna   1     0            1        0       0

DAY (UTC)   JOBS  IN_PROGRESS  SUCCESS  FAILED  UNCONFIRMED
2026-01-28  3     0            2        1       0
";
    assert_eq!(folder.run(&["stats"]).exits(0).stdout, expected);
    let first = folder.run(&["stats", "--limit", "1"]).exits(0).stdout;
    let others = "\nall others  1     0            0        1       0\n";
    assert!(first.contains(others), "{first}");
    let json = folder.run(&["stats", "--json", "--user-id", "anna"]).exits(0).json();
    let counts = json!({"IN_PROGRESS": 0, "SUCCESS": 1, "FAILED": 0, "UNCONFIRMED": 0});
    assert_eq!((&json["total"], &json["head"]["size"]), (&counts, &json!(3)));
    assert_eq!(json["by_user"]["rows"], json!([{"value": "anna", "jobs": counts}]));
    let nobody = folder.run(&["stats", "--user-id", "nobody"]).exits(0).stdout;
    assert!(nobody.ends_with("3 entries  0     0            0        0       0\n"), "{nobody}");
    for limit in ["0", "501", "x"] {
        folder.run(&["stats", "--limit", limit]).exits(2);
    }
}

#[test]
fn a_job_is_shown_with_its_history_and_customers() {
    let folder = imported(&dirt::good());
    let text = folder.run(&["show", &id(10)]).exits(0).stdout;
    for line in [
        "job_id            9b2d3a1c-0f4e-4d6a-8c7b-00000000000a",
        "status            FAILED",
        "error_message     those CIDs ['cust-0003', 'cust-0017'] do not exist",
        "customer_count    84",
        "action_name       PE-Finalize",
        "created_at        2026-01-28T12:00:00.000000Z",
    ] {
        assert!(text.lines().any(|found| found == line), "{line}: {text}");
    }
    assert!(text.contains("\nHistory\n  9  "), "{text}");
    assert!(!text.contains("\nCustomers"), "{text}");
    let text = folder.run(&["show", &id(10), "--customers"]).exits(0).stdout;
    assert!(
        text.contains("\nCustomers\n  cust-0000\n") && text.ends_with("  cust-0083\n"),
        "{text}"
    );
    let shown = folder.run(&["show", &id(6), "--customers", "--json"]).exits(0).json();
    assert_eq!(shown["customers"], json!(["7", "8"]));
    assert_eq!(shown["job"]["customer_count"], 2);
    assert_eq!(shown["history"][0]["kind"], "job_imported");
}

#[test]
fn what_is_not_there_is_said_with_its_own_exit_code() {
    let folder = Folder::new();
    let none = folder.run(&["list"]).exits(1);
    assert!(none.stderr.contains("there is no ledger in ./jobs-data"), "{}", none.stderr);
    assert!(none.stderr.contains("jobctl import OLD.db"), "{}", none.stderr);
    assert!(!folder.path("jobs-data").exists(), "reading makes nothing");
    let folder = imported(&dirt::good());
    let unknown = folder.run(&["show", &id(77)]).exits(4);
    assert_eq!(unknown.stderr, format!("jobctl: no job {} is recorded\n", id(77)));
    assert_eq!(folder.run(&["list", "--user-id", "nobody"]).exits(0).stdout, "no jobs\n");
    let empty = folder.run(&["list", "--user-id", "nobody", "--json"]).exits(0).json();
    assert_eq!(empty, json!({"jobs": [], "next": null}));
}

#[test]
fn a_reader_that_has_had_enough_is_no_error() {
    let jobs: Vec<OldJob> = (0..3000).map(|n| job(&id(n), "09:00:00")).collect();
    let folder = Folder::new();
    let sql = legacy::write(&folder.path("old.db"), Generation::Newer, &[]);
    sql.execute_batch("BEGIN").unwrap();
    legacy::insert(&sql, Generation::Newer, &jobs);
    sql.execute_batch("COMMIT").unwrap();
    folder.run(&["import", "old.db", "--utc-offset", "Z"]).exits(0);
    let mut command = folder.command(&["list", "--all"]);
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let mut pipe = child.stdout.take().unwrap();
    pipe.read_exact(&mut [0; 100]).unwrap();
    // More is left than a pipe holds, so the program writes to a closed pipe.
    drop(pipe);
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(output.stderr, b"");
}
