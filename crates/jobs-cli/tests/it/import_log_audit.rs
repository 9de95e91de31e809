//! Calls that the old database lost but the audit log has: one finding, and no loss.

use serde_json::{Value, json};

use crate::support::legacy::{self, AuditRow, OldJob, id, job};
use crate::support::old_log::{NEWER, done, line, start, told, write};
use crate::support::run::Folder;

const ARGS: [&str; 9] = [
    "import",
    "old.db",
    "--utc-offset",
    "+05:30",
    "--log",
    "set_action.log",
    "--audit",
    "audit.db",
    "--json",
];

fn run(jobs: &[OldJob], rows: &[AuditRow<'_>], lines: &[String], code: i32) -> (Folder, Value) {
    let folder = Folder::new();
    drop(legacy::write(&folder.path("old.db"), NEWER, jobs));
    legacy::write_audit(&folder.path("audit.db"), rows);
    write(&folder, "set_action.log", lines);
    let dry = folder.run(&[&ARGS[..], &["--dry-run"]].concat()).exits(code).json();
    let report = folder.run(&ARGS).exits(code).json();
    assert_eq!(dry["log"], report["log"]);
    let calls = &report["log"]["calls"];
    let count = |name: &str| calls[name].as_u64().unwrap();
    assert_eq!(
        count("started") + count("without_start"),
        ["with_job", "ended_without_job", "known_from_audit", "without_end", "of_test_rows"]
            .map(count)
            .iter()
            .sum::<u64>()
    );
    (folder, report)
}

/// However a call without a job ended, a row without a job accounts for it, once.
#[test]
fn a_call_that_the_audit_log_tells_of_is_not_lost() {
    let begun = || start("10:00:00,500", "vijay", "Trans-Begin", 2);
    let missing = |time| line(time, "set_action_job_missing", "http_status=200");
    let error =
        line("10:00:01,500", "set_action_error", "exception_type=OSError | error=\"no answer\"");
    for (end, kept, timestamp) in [
        (
            vec![done("10:00:01,500", "NONE", 200, 998, "result=success")],
            "ended",
            "2026-01-28 04:30:01",
        ),
        (vec![missing("10:00:01,500")], "ended", "2026-01-28 04:30:00"),
        (
            vec![done("10:00:01,500", "NONE", 200, 998, "result=success"), missing("10:00:01,501")],
            "ended",
            "2026-01-28 04:30:07",
        ),
        (vec![error], "ended", "2026-01-28 04:30:01"),
        (
            vec![done("10:00:01,500", &id(99), 200, 998, "result=success")],
            "ended",
            "2026-01-28 04:30:01",
        ),
        (vec![], "started", "2026-01-28 04:30:36"),
    ] {
        let rows: [AuditRow<'_>; 1] =
            [("vijay ", "Tran-Begin", Some(r#"["5002", "5001"]"#), timestamp, "success", None)];
        let lines = [vec![begun()], end].concat();
        let (folder, report) = run(&[job(&id(1), "09:00:00")], &rows, &lines, 0);
        assert_eq!(report["audit"]["unmatched"]["imported"], 1);
        assert_eq!(report["log"]["calls"]["known_from_audit"], 1, "{lines:?}");
        assert_eq!(report["log"]["ended_without_job"]["count"], 0);
        assert_eq!(report["log"]["without_end"]["count"], 0);
        assert_eq!(report["log"]["without_end_and_job"], 0);
        let [found] = &told(&report, "known_from_audit", "audit_job_id")[..] else { panic!() };
        let (recorded, cids) = folder.recorded(found.as_str().unwrap()).unwrap();
        assert_eq!((recorded.job.facts.user_id.as_str(), cids.len()), ("vijay", 2));
        assert!(told(&report, "known_from_audit", kept)[0].is_string());
        let text = folder.run(&ARGS[..8]).exits(0).stdout;
        assert!(text.contains("imported from the audit log: 1\n"), "{text}");
        assert!(text.contains(&format!("imported as job {}", found.as_str().unwrap())), "{text}");
    }
}

/// A row of another user, action, number of customers or time does not belong to the call.
#[test]
fn a_row_that_differs_leaves_the_call_lost() {
    const CIDS: Option<&str> = Some(r#"["5001", "5002"]"#);
    const TIME: &str = "2026-01-28 04:30:01";
    for (user, action, cids, time) in [
        ("prasad", "Trans-Begin", CIDS, TIME),
        ("vijay", "PE-Enable", CIDS, TIME),
        ("vijay", "Trans-Begin", Some(r#"["5001"]"#), TIME),
        ("vijay", "Trans-Begin", CIDS, "2026-01-28 04:29:57"),
        ("vijay", "Trans-Begin", CIDS, "2026-01-28 04:30:12"),
        ("vijay", "Trans-Begin", CIDS, "2026-01-28 10:00:01"),
        ("vijay", "Trans-Begin", None, TIME),
    ] {
        let lines = [
            start("10:00:00,500", "vijay", "Trans-Begin", 2),
            done("10:00:01,500", "NONE", 200, 998, "result=success"),
        ];
        let rows = [(user, action, cids, time, "success", None)];
        let (_, report) = run(&[job(&id(1), "09:00:00")], &rows, &lines, 3);
        assert_eq!(report["log"]["ended_without_job"]["count"], 1, "{rows:?}");
        assert_eq!(report["log"]["calls"]["known_from_audit"], 0);
    }
    // A row that belongs to a job, or cannot be imported, does not belong to the call.
    let lines = [
        start("10:00:00,500", "vijay", "Trans-Begin", 1),
        done("10:00:01,500", &id(1), 200, 998, "result=success"),
        start("10:00:03,000", "vijay", "Trans-Begin", 1),
        done("10:00:04,000", "NONE", 200, 998, "result=success"),
    ];
    let own: AuditRow<'_> = ("vijay", "set_action", Some(r#"["5001"]"#), TIME, "success", None);
    let bad: AuditRow<'_> = ("vijay", "Trans-Begin", Some("[\"\u{1}\"]"), TIME, "success", None);
    for (rows, matched) in [([own], 1), ([bad], 0)] {
        let (_, report) = run(&[job(&id(1), "10:00:00.600")], &rows, &lines, 3);
        assert_eq!(report["audit"]["matched"], matched);
        assert_eq!(told(&report, "ended_without_job", "started"), ["2026-01-28T04:30:03.000000Z"]);
    }
}

/// Each row belongs to one call: preferably of its action, however near another is, and then to the
/// nearest.
#[test]
fn a_row_tells_of_one_call() {
    let call = |second: u32, action| {
        let time = |second| format!("10:00:{second:02},000");
        let end = done(&time(second + 1), "NONE", 200, 998, "result=success");
        [start(&time(second), "vijay", action, 1), end]
    };
    let row = |action, timestamp| ("vijay", action, Some(r#"["7"]"#), timestamp, "success", None);
    let lines = [call(0, "Trans-Begin"), call(4, "Trans-Begin")].concat();
    let (_, report) =
        run(&[job(&id(1), "09:00:00")], &[row("set_action", "2026-01-28 04:30:05")], &lines, 3);
    assert_eq!(told(&report, "known_from_audit", "started"), ["2026-01-28T04:30:04.000000Z"]);
    assert_eq!(
        told(&report, "ended_without_job", "started"),
        [json!("2026-01-28T04:30:00.000000Z")]
    );
    let lines = [call(4, "T-Enable"), call(6, "Trans-Begin")].concat();
    let rows = [row("set_action", "2026-01-28 04:30:05"), row("t-enable", "2026-01-28 04:30:06")];
    let (_, report) = run(&[job(&id(1), "09:00:00")], &rows, &lines, 0);
    assert_eq!(told(&report, "known_from_audit", "action_name"), ["T-Enable", "Trans-Begin"]);
}
