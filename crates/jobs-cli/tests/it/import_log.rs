//! The old server's log shows what its database lost.

use serde_json::{Value, json};

use crate::support::legacy::{self, OldJob, id, job};
use crate::support::old_log::{ARGS, NEWER, done, line, start, told, write};
use crate::support::run::Folder;

fn cids(count: usize) -> Vec<String> {
    (0..count).map(|n| format!("c{n}")).collect()
}

/// Two days like those of a real log: 11 calls, of which 6 have a job, 4 ended without one, and one
/// has no end.
fn two_days(folder: &Folder) {
    let other = |n, time: &str, user, action_name, count| OldJob {
        user_id: user,
        action_name,
        cids: cids(count),
        ..job(&id(n), time)
    };
    let failed = OldJob {
        status: Some("FAILED"),
        error_message: Some("not Ready".into()),
        ..other(3, "11:00:00.020", "admin", "PE-Enable", 2)
    };
    let jobs = [
        other(1, "10:00:00.010", "vijay", "Trans-Begin", 1),
        other(2, "10:00:00.095", "vijay", "Trans-Begin", 1),
        failed,
        other(4, "12:00:00.015", "prasad", "T-Enable", 84),
        OldJob {
            created_at: "2026-01-29T09:00:00.011".into(),
            ..other(5, "", "vijay", "PE-Finalize", 3)
        },
        OldJob {
            created_at: "2026-01-29T09:30:00.012".into(),
            ..other(6, "", "vijay", "PE-Finalize", 3)
        },
        // Made by hand, and made before the log begins.
        other(7, "16:00:00", "prasad", "T-Enable", 1),
        other(8, "07:00:00", "prasad", "T-Enable", 1),
        job("test-job-1", "16:30:00"),
    ];
    drop(legacy::write(&folder.path("old.db"), NEWER, &jobs));
    let day_two = |line: String| line.replace("2026-01-28", "2026-01-29");
    let lines = [
        line("08:00:00,000", "server_start", "port=5000"),
        // One click, twice, in two threads.
        start("10:00:00,003", "vijay", "Tran-Begin", 1),
        start("10:00:00,085", "vijay", "Tran-Begin", 1),
        done("10:00:02,090", &id(2), 200, 2004, "result=success"),
        done("10:00:03,000", &id(1), 200, 2996, "result=success"),
        start("11:00:00,010", "admin", "PE-Enable", 2),
        start("11:00:00,500", "vijay", "T-Enable", 5),
        done("11:00:00,900", "NONE", 200, 399, "result=success"),
        line(
            "11:00:00,901",
            "set_action_job_missing",
            "http_status=200 | note=remote success but job not recorded",
        ),
        done("11:00:04,000", &id(3), 200, 3989, "result=failed | error=\"not Ready\""),
        start("12:00:00,001", "prasad", "T-Enable", 84),
        done("12:00:17,101", &id(4), 200, 17_098, "result=success"),
        start("13:00:00,000", "vijay", "PE-Direct", 7),
        line(
            "13:00:35,010",
            "set_action_error",
            "exception_type=ReadTimeout | error=\"HTTPSConnectionPool(host='a') | url=https://a.test/?token=CANARY\"",
        ),
        "Traceback (most recent call last):".into(),
        "  File \"server.py\", line 7, in proxy_fetch".into(),
        "requests.exceptions.ReadTimeout: token=CANARY".into(),
        start("14:00:00,000", "admin", "PE-Enable", 2),
        done(
            "14:00:01,000",
            "NONE",
            401,
            998,
            r#"result=failed | error="{\"message\": \"Invalid | access\", \"token\": \"CANARY\"}""#,
        ),
        line("15:00:00,000", "login", "user=vijay"),
        day_two(start("09:00:00,001", "vijay", "PE-Finalize", 3)),
        day_two(done("09:00:01,001", &id(5), 200, 999, "result=success")),
        day_two(start("09:30:00,001", "vijay", "PE-Finalize", 3)),
        day_two(done("09:30:01,001", &id(6).to_uppercase(), 200, 999, "result=success")),
        day_two(start("10:00:00,001", "prasad", "Trans-Begin", 1)),
        day_two(done("10:00:00,701", "NONE", 500, 699, "result=failed")),
        day_two(start("11:00:00,001", "prasad", "Trans-Begin", 1)),
        day_two(line("18:00:00,000", "server_stop", "code=0")),
    ];
    write(folder, "set_action.log", &lines);
}

#[test]
fn a_log_of_two_days_tells_which_calls_have_no_job() {
    let folder = Folder::new();
    two_days(&folder);
    let report = folder.run(&ARGS).exits(3).json();
    let log = &report["log"];
    assert_eq!(
        log["calls"],
        json!({
            "started": 11, "without_start": 0, "with_job": 6, "ended_without_job": 4, "known_from_audit": 0,
            "without_end": 1, "of_test_rows": 0,
        })
    );
    assert_eq!(log["ended_without_job"]["count"], 4);
    assert_eq!(log["without_end"]["count"], 1);
    assert_eq!(log["without_end_and_job"], 1);
    assert_eq!(
        told(&report, "ended_without_job", "user_id"),
        ["vijay", "vijay", "admin", "prasad"]
    );
    assert_eq!(
        log["ended_without_job"]["first"][0],
        json!({
            "started": "2026-01-28T05:30:00.500000Z", "ended": "2026-01-28T05:30:00.900000Z", "user_id": "vijay",
            "action_name": "T-Enable", "customer_count": 5, "job_id": null, "perhaps_job_id": null,
            "audit_job_id": null, "ambiguous": false, "http_status": 200, "elapsed_ms": 399,
            "result": "success", "exception_type": null, "error": null, "job_missing": true,
        })
    );
    assert_eq!(told(&report, "ended_without_job", "exception_type")[1], "ReadTimeout");
    assert_eq!(told(&report, "ended_without_job", "customer_count"), [5, 7, 2, 1]);
    assert_eq!(told(&report, "without_end", "user_id"), ["prasad"]);
    assert_eq!(told(&report, "jobs_unknown_to_log", "job_id"), [id(7)]);
    assert_eq!(log["contradictions"]["count"], 0, "{log}");
    assert_eq!(
        log["test_rows"],
        json!({"count": 1, "first": [{"job_id": "test-job-1", "in_log": false, "in_database": true}]})
    );
    let covered =
        json!([{"from": "2026-01-28T02:30:00.000000Z", "to": "2026-01-29T12:30:00.000000Z"}]);
    assert_eq!(log["covered"], covered);
    // The log does not change what is recorded.
    assert_eq!(folder.ledger_size(), 8);
    assert_eq!(report["jobs"]["imported"], 8);
    let dry = folder.run(&[&ARGS[..], &["--dry-run", "--data-dir", "other"]].concat()).exits(3);
    assert_eq!(dry.json()["log"], *log);
    let text = folder.run(&ARGS[..6]).exits(3).stdout;
    for expected in [
        "  calls started                                       11",
        "    ended without a job                                4",
        "    without an end                                     1",
        "Calls that ended and have no job in the old database: 4",
        "2026-01-28T05:30:00.500000Z: vijay, T-Enable, customers: 5, success, HTTP 200, after 399 ms, the log says",
        "2026-01-28T07:30:00.000000Z: vijay, PE-Direct, customers: 7, ReadTimeout, HTTPSConnectionPool",
        "Calls without an end in the log: 1",
        "test-job-1: in the database",
    ] {
        assert!(text.contains(expected), "{expected}:\n{text}");
    }
    assert!(!text.contains("CANARY") && !report.to_string().contains("CANARY"), "{text}");
    assert!(text.contains("[redacted]"), "{text}");
}

/// The same log in overlapping pieces, in any order, with other line ends, and with binary data.
#[test]
fn a_log_may_come_in_pieces_of_any_form() {
    let folder = Folder::new();
    two_days(&folder);
    let expected = folder.run(&ARGS).exits(3).json()["log"].clone();
    let log = std::fs::read_to_string(folder.path("set_action.log")).unwrap();
    let lines: Vec<&str> = log.lines().collect();
    let first = lines[..16].join("\r\n");
    let second = lines[9..].join("\r\n");
    // Rotated in the middle of a line, of which both have a part.
    let half = &lines[16][..40];
    std::fs::write(folder.path("1.log"), format!("\u{feff}{first}\r\n{half}")).unwrap();
    let mut bytes = b"\xff\xfe | set_action_done | job_id=NONE\r\n".to_vec();
    bytes.extend_from_slice(second.as_bytes());
    std::fs::write(folder.path("2.log"), bytes).unwrap();
    let t_and_dot = log.replace("2026-01-28 1", "2026-01-28T1");
    let t_and_dot = t_and_dot.lines().map(|line| line.replacen(',', ".", 1)).collect::<Vec<_>>();
    write(&folder, "3.log", &t_and_dot);
    for files in [&["2.log", "1.log"][..], &["1.log", "2.log", "1.log"], &["3.log"]] {
        let mut args = vec!["import", "old.db", "--utc-offset", "+05:30", "--json", "--dry-run"];
        files.iter().for_each(|file| args.extend(["--log", file]));
        let mut found = folder.run(&args).exits(3).json()["log"].clone();
        for name in ["files", "records", "repeated", "cut"] {
            found[name] = expected[name].clone();
        }
        assert_eq!(found, expected, "{files:?}");
    }
}

/// The log was rotated while a line was written: one file has a part of the line that another has
/// whole.
#[test]
fn a_line_that_one_file_has_whole_may_be_cut_anywhere_in_another() {
    let folder = Folder::new();
    two_days(&folder);
    let expected = folder.run(&ARGS).exits(3).json()["log"].clone();
    let log = std::fs::read_to_string(folder.path("set_action.log")).unwrap();
    let lines: Vec<&str> = log.lines().collect();
    std::fs::write(folder.path("2.log"), lines[7..].join("\n")).unwrap();
    // An end with and one without an ID, a missing job, a start and an error.
    for (at, event) in [(7, "done"), (8, "job_missing"), (9, "done"), (12, "start"), (13, "error")]
    {
        assert!(lines[at].contains(&format!("set_action_{event}")), "{}", lines[at]);
        for end in (50..lines[at].len()).step_by(11) {
            let first = format!("{}\n{}", lines[..at].join("\n"), &lines[at][..end]);
            std::fs::write(folder.path("1.log"), &first).unwrap();
            let args = ["import", "old.db", "--utc-offset", "+05:30", "--json", "--dry-run"];
            let args = [&args[..], &["--log", "1.log", "--log", "2.log"]].concat();
            let mut found = folder.run(&args).exits(3).json()["log"].clone();
            for name in ["files", "records", "repeated", "cut"] {
                found[name] = expected[name].clone();
            }
            assert_eq!(found, expected, "{first}");
        }
    }
}

#[test]
fn contradictions_between_the_log_and_the_database_are_listed() {
    let folder = Folder::new();
    let jobs = [
        OldJob { status: Some("FAILED"), ..job(&id(1), "10:00:00") },
        OldJob { status: Some("IN_PROGRESS"), http_status: None, ..job(&id(2), "11:00:00") },
        OldJob { http_status: Some(201), ..job(&id(3), "12:00:00") },
        job(&id(4), "13:00:00"),
        job(&id(5), "14:00:00"),
        job(&id(6), "15:00:00"),
        job(&id(7), "16:00:00"),
    ];
    drop(legacy::write(&folder.path("old.db"), NEWER, &jobs));
    let success = "result=success";
    let lines = [
        start("10:00:00,000", "vijay", "Trans-Begin", 1),
        done("10:00:01,000", &id(1), 200, 1000, success),
        start("11:00:00,000", "vijay", "Trans-Begin", 1),
        done("11:00:01,000", &id(2), 200, 1000, success),
        start("12:00:00,000", "vijay", "trans-begin", 1),
        done("12:00:01,000", &id(3), 200, 1000, success),
        start("13:00:00,000", "prasad", "PE-Enable", 4),
        done("13:00:01,000", &id(4), 200, 1000, success),
        // The ID of an earlier call; and one that is nowhere.
        start("14:00:00,000", "vijay", "Trans-Begin", 1),
        done("14:00:01,000", &id(4), 200, 1000, success),
        start("14:30:00,000", "vijay", "Trans-Begin", 1),
        done("14:30:01,000", &id(99), 200, 1000, success),
        // The line says that the job is lost, but another job would fit.
        start("15:00:00,000", "vijay", "Tran-Begin", 1),
        done("15:00:01,000", "NONE", 200, 1000, success),
        // Not the same number of customers, so another call's job.
        start("16:00:00,000", "vijay", "Trans-Begin", 2),
        done("16:00:01,000", "NONE", 200, 1000, success),
    ];
    write(&folder, "set_action.log", &lines);
    let report = folder.run(&ARGS).exits(3).json();
    let mut found: Vec<String> = report["log"]["contradictions"]["first"]
        .as_array()
        .unwrap()
        .iter()
        .map(|item| {
            let job_id = item["job_id"].as_str().unwrap();
            format!("{} {} {} {}", &job_id[34..], item["field"], item["log"], item["database"])
        })
        .collect();
    found.sort();
    let mut expected = [
        r#"01 "status" "success" "FAILED""#.to_owned(),
        r#"02 "status" "success" "IN_PROGRESS""#.to_owned(),
        r#"03 "http_status" "200" "201""#.to_owned(),
        r#"04 "user_id" "prasad" "vijay""#.to_owned(),
        r#"04 "action_name" "PE-Enable" "Trans-Begin""#.to_owned(),
        r#"04 "cids" "4" "1""#.to_owned(),
        format!(r#"04 "job_id" "the ID of an earlier call, too" "{}""#, id(4)),
        format!(r#"63 "job_id" "{}" null"#, id(99)),
    ];
    expected.sort();
    assert_eq!(found, expected);
    assert_eq!(
        told(&report, "ended_without_job", "job_id"),
        [json!(id(99)), Value::Null, Value::Null]
    );
    assert_eq!(
        told(&report, "ended_without_job", "perhaps_job_id"),
        [Value::Null, json!(id(6)), Value::Null]
    );
    assert_eq!(told(&report, "jobs_unknown_to_log", "job_id"), [id(5), id(7)]);
}

/// Nothing is reported if the log has every job of the database.
#[test]
fn a_log_that_agrees_leaves_the_exit_code_alone() {
    let folder = Folder::new();
    drop(legacy::write(
        &folder.path("old.db"),
        NEWER,
        &[job(&id(1), "10:00:00"), job(&id(2), "10:00:00.080")],
    ));
    let lines = [
        // Whole seconds: the two lines of one click are equal, but are two calls.
        start("10:00:00", "vijay", "Tran-Begin", 1),
        start("10:00:00", "vijay", "Tran-Begin", 1),
        done("10:00:02", &id(1), 200, 2000, "result=success"),
        line(
            "10:00:03",
            "set_action_done",
            &format!(
                "user=vijay | action=Trans-Begin | job_id={} | http_status=200 | result=success",
                id(2)
            ),
        ),
        line(
            "10:00:09",
            "set_action_done",
            "job_id=manual-1 | http_status=200 | elapsed_ms=10 | result=success",
        ),
    ];
    write(&folder, "set_action.log", &lines);
    let report = folder.run(&ARGS).exits(0).json();
    let calls = &report["log"]["calls"];
    assert_eq!((&calls["started"], &calls["with_job"]), (&json!(2), &json!(2)));
    assert_eq!(calls["of_test_rows"], 1);
    assert_eq!(told(&report, "test_rows", "job_id"), ["manual-1"]);
    // A call that is still running has a job by now.
    write(&folder, "set_action.log", &lines[..2]);
    let report = folder.run(&ARGS).exits(0).json();
    assert_eq!(told(&report, "without_end", "job_id"), [id(1), id(2)]);
    assert_eq!(report["log"]["without_end_and_job"], 0);
}

/// Several users at once, and lines without a user.
#[test]
fn calls_that_overlap_are_told_apart() {
    let folder = Folder::new();
    let jobs = [OldJob { user_id: "prasad", ..job(&id(1), "10:00:05.010") }];
    drop(legacy::write(&folder.path("old.db"), NEWER, &jobs));
    let lines = [
        start("10:00:00,000", "vijay", "Trans-Begin", 1),
        start("10:00:05,000", "prasad", "Trans-Begin", 1),
        start("10:00:05,100", "admin", "T-Enable", 3),
        line(
            "10:00:05,300",
            "set_action_error",
            "user=admin | exception_type=OSError | error='it''s | result=success'",
        ),
        done("10:00:07,000", &id(1), 200, 1998, "result=success"),
        line(
            "10:00:17,000",
            "set_action_job_missing",
            "http_status=200 | note=remote success but job not recorded",
        ),
        done("10:00:17,001", "None", 200, 17_000, "result=success"),
        // Its start is in a log that no longer exists.
        done("10:20:00,000", "NONE", 502, 300_000, "user=late | action=PE-Enable | result=failed"),
    ];
    write(&folder, "set_action.log", &lines);
    let report = folder.run(&ARGS).exits(3).json();
    let calls = &report["log"]["calls"];
    assert_eq!(calls["without_start"], 1);
    assert_eq!(calls["with_job"], 1);
    assert_eq!(told(&report, "ended_without_job", "user_id"), ["vijay", "admin", "late"]);
    assert_eq!(told(&report, "ended_without_job", "job_missing"), [true, false, false]);
    let errors = told(&report, "ended_without_job", "error");
    assert_eq!(errors, [Value::Null, json!("it''s | result=success"), Value::Null]);
    assert_eq!(report["log"]["contradictions"]["count"], 0);
}

#[test]
fn a_log_that_cannot_be_read_stops_the_import_before_it_begins() {
    let folder = Folder::new();
    drop(legacy::write(&folder.path("old.db"), NEWER, &[job(&id(1), "10:00:00")]));
    for args in [&ARGS[..], &[&ARGS[..], &["--dry-run"]].concat()] {
        let ran = folder.run(args).exits(1);
        assert!(ran.stderr.contains("--log set_action.log: "), "{}", ran.stderr);
        assert!(!folder.path("jobs-data").exists());
    }
    std::fs::write(folder.path("set_action.log"), "not a log\n").unwrap();
    let ran = folder.run(&ARGS).exits(1);
    assert!(ran.stderr.contains("set_action.log: is not a log of the old server"), "{ran:?}");
    assert!(!folder.path("jobs-data").exists());
    for other in ["", "2026-01-28 10:00:00,000 | INFO | login | user=vijay\n"] {
        std::fs::write(folder.path("set_action.log"), other).unwrap();
        let report = folder.run(&ARGS).exits(0).json();
        let warning = report["warnings"][0].as_str().unwrap();
        assert!(
            warning.contains("no line of a Set Action was found in set_action.log"),
            "{warning}"
        );
    }
}

/// The memory for a log does not grow with its length.
#[test]
fn a_long_log_is_read() {
    let folder = Folder::new();
    drop(legacy::write(&folder.path("old.db"), NEWER, &[job(&id(1), "10:00:00")]));
    let mut lines = Vec::new();
    for n in 0..20_000 {
        let time = |ms: usize| {
            format!(
                "{:02}:{:02}:{:02},{:03}",
                ms / 3_600_000,
                ms / 60_000 % 60,
                ms / 1000 % 60,
                ms % 1000
            )
        };
        // A call begins each millisecond, and takes a second.
        lines.push((n, start(&time(n), ["vijay", "prasad"][n % 2], "Trans-Begin", 1)));
        lines.push((n + 1000, done(&time(n + 1000), "NONE", 200, 1000, "result=success")));
    }
    lines.sort_by_key(|(at, _)| *at);
    let lines: Vec<String> = lines.into_iter().map(|(_, line)| line).collect();
    write(&folder, "set_action.log", &lines);
    let report = folder.run(&ARGS).exits(3).json();
    assert_eq!(report["log"]["calls"]["started"], 20_000);
    assert_eq!(report["log"]["ended_without_job"]["count"], 20_000);
    assert_eq!(report["log"]["ended_without_job"]["first"].as_array().unwrap().len(), 1000);
    assert_eq!(report["log"]["without_end"]["count"], 0);
}
