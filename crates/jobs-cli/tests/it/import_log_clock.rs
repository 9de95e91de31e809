//! Calls during which the old server's clock was changed are one call each.

use serde_json::{Value, json};

use crate::support::legacy::{self, id, job};
use crate::support::old_log::{ARGS, NEWER, done, line, start, told, write};
use crate::support::run::Folder;

#[track_caller]
fn run(lines: &[String], code: i32) -> Value {
    let folder = Folder::new();
    drop(legacy::write(&folder.path("old.db"), NEWER, &[job(&id(1), "09:00:00")]));
    write(&folder, "set_action.log", lines);
    let report = folder.run(&ARGS).exits(code).json();
    report["log"].clone()
}

#[track_caller]
fn check(lines: &[String], before: u32) {
    let log = run(lines, 3);
    assert_eq!(
        (&log["calls"]["started"], &log["calls"]["without_start"]),
        (&json!(1), &json!(0)),
        "{lines:?}"
    );
    assert_eq!(log["calls"]["ended_without_job"], 1, "{lines:?}");
    assert_eq!(log["ended_before_they_began"], before);
}

/// Every kind of end, by a clock that was set back by seconds, an hour or more, with a duration
/// that was measured by another clock, by the same, and with none.
#[test]
fn a_clock_that_is_set_back_during_a_call_makes_no_second_call() {
    let begun = || start("03:00:00,000", "vijay", "Trans-Begin", 1);
    for end in [
        "02:59:58,900",
        "02:59:50,000",
        "02:55:00,000",
        "02:30:02,000",
        "02:00:02,000",
        "01:00:02,000",
    ] {
        check(&[begun(), done(end, "NONE", 200, 2000, "result=success")], 1);
        check(&[begun(), line(end, "set_action_done", "job_id=NONE | result=success")], 1);
        check(&[begun(), line(end, "set_action_error", "exception_type=OSError | error=x")], 1);
        check(&[begun(), line(end, "set_action_job_missing", "http_status=200")], 1);
        // Other lines meanwhile show when it was set back.
        let others =
            [line("03:00:05,000", "login", "user=prasad"), line(end, "login", "user=prasad")];
        let lines = [&[begun()], &others[..], &[done(end, "NONE", 200, 6000, "result=success")]];
        check(&lines.concat(), 1);
    }
    // The same clock measured the duration.
    let values = "job_id=NONE | elapsed_ms=-2700000 | result=success";
    check(&[begun(), line("02:15:00,000", "set_action_done", values)], 1);
    let folder = Folder::new();
    drop(legacy::write(&folder.path("old.db"), NEWER, &[job(&id(1), "09:00:00")]));
    write(&folder, "set_action.log", &[begun()]);
    write(&folder, "1.log", &[line("02:15:00,000", "set_action_done", values)]);
    let log = folder.run(&[&ARGS[..], &["--log", "1.log"]].concat()).exits(3).json()["log"].clone();
    assert_eq!(log["calls"]["without_start"], 0);
    // Set back by less than the call took, so that it still ends after it began.
    let values = "job_id=NONE | elapsed_ms=30000 | result=success";
    let lines = [
        begun(),
        line("03:00:20,000", "login", "user=prasad"),
        line("03:00:02,000", "login", "user=prasad"),
        line("03:00:12,000", "set_action_done", values),
    ];
    check(&lines, 0);
}

/// When summer time begins, the clock jumps ahead by an hour; when it ends, back, perhaps where the
/// log was rotated.
#[test]
fn a_call_over_a_change_of_summer_time_is_one_call() {
    let begun = start("01:59:59,000", "vijay", "Trans-Begin", 1);
    check(&[begun, done("03:00:01,000", "NONE", 200, 2000, "result=success")], 0);
    let folder = Folder::new();
    drop(legacy::write(&folder.path("old.db"), NEWER, &[job(&id(1), "09:00:00")]));
    write(&folder, "set_action.log", &[start("02:59:59,000", "vijay", "Trans-Begin", 1)]);
    write(&folder, "1.log", &[done("02:00:01,000", "NONE", 200, 2000, "result=success")]);
    for files in [["set_action.log", "1.log"], ["1.log", "set_action.log"]] {
        let args = [
            "import",
            "old.db",
            "--utc-offset",
            "+05:30",
            "--json",
            "--log",
            files[0],
            "--log",
            files[1],
        ];
        let log = folder.run(&args).exits(3).json()["log"].clone();
        assert_eq!(log["calls"]["without_start"], 0);
        assert_eq!(log["calls"]["ended_without_job"], 1);
    }
}

/// The hour that occurs twice: calls of the second one are separate.
#[test]
fn calls_of_the_hour_that_comes_twice_are_told_apart() {
    let call = |minute: u32, user| {
        let time = |second: u32| format!("02:{minute:02}:{second:02},000");
        [
            start(&time(0), user, "Trans-Begin", 1),
            done(&time(2), "NONE", 200, 2000, "result=success"),
        ]
    };
    let mut lines = Vec::new();
    for user in ["vijay", "prasad"] {
        (0..60).step_by(7).for_each(|minute| lines.extend(call(minute, user)));
    }
    let log = run(&lines, 3);
    assert_eq!(log["calls"]["ended_without_job"], 18);
    assert_eq!(log["calls"]["without_start"], 0);
    assert_eq!(log["ended_before_they_began"], 0);
}

/// If the clock was not set back, an end is not matched to a call that began after it.
#[test]
fn an_end_whose_start_is_gone_takes_no_later_call() {
    let lines = [
        done("03:00:00,000", "NONE", 200, 2000, "result=success"),
        start("03:00:10,000", "vijay", "Trans-Begin", 1),
    ];
    let log = run(&lines, 3);
    assert_eq!(
        (&log["calls"]["without_start"], &log["calls"]["without_end"]),
        (&json!(1), &json!(1))
    );
    // Nor to one that began after the clock was set back, or is in another file.
    let set_back = [
        line("03:10:00,000", "login", "user=prasad"),
        line("03:00:00,000", "login", "user=prasad"),
    ];
    let own = [
        start("03:00:10,000", "vijay", "Trans-Begin", 1),
        done("03:00:15,000", "NONE", 200, 14_000, "result=success"),
    ];
    let log = run(&[&set_back[..], &own].concat(), 3);
    assert_eq!(
        (&log["calls"]["without_start"], &log["calls"]["without_end"]),
        (&json!(1), &json!(1))
    );
    let folder = Folder::new();
    drop(legacy::write(&folder.path("old.db"), NEWER, &[job(&id(1), "09:00:00")]));
    write(&folder, "set_action.log", &[start("03:10:05,000", "vijay", "Trans-Begin", 1)]);
    write(&folder, "1.log", &[&set_back[..], &own[1..]].concat());
    let log = folder.run(&[&ARGS[..], &["--log", "1.log"]].concat()).exits(3).json()["log"].clone();
    assert_eq!(
        (&log["calls"]["without_start"], &log["calls"]["without_end"]),
        (&json!(1), &json!(1))
    );
    // The order of lines in an unordered file says nothing about the clock.
    let mut lines = vec![start("03:30:00,000", "vijay", "Trans-Begin", 1)];
    lines.extend((0..30).map(|n| line(&format!("03:{:02}:00,000", 29 - n), "login", "user=x")));
    lines.push(done("02:59:00,000", "NONE", 200, 2000, "result=success"));
    let log = run(&lines, 3);
    assert_eq!(
        (&log["calls"]["without_start"], &log["calls"]["without_end"]),
        (&json!(1), &json!(1))
    );
}

/// A job that is found by its content may have been made before or after the clock was set back.
#[test]
fn the_job_of_a_call_is_found_on_either_side_of_the_change() {
    for made in ["03:00:00.010", "02:00:01.990"] {
        let folder = Folder::new();
        drop(legacy::write(&folder.path("old.db"), NEWER, &[job(&id(1), made)]));
        // The end was cut.
        let lines = [
            start("03:00:00,000", "vijay", "Trans-Begin", 1),
            line("02:00:02,000", "set_action_done", "elapsed_ms=2000"),
        ];
        write(&folder, "set_action.log", &lines);
        let report = folder.run(&ARGS).exits(0).json();
        assert_eq!(report["log"]["calls"]["with_job"], 1, "{report}");
        assert_eq!(told(&report, "jobs_unknown_to_log", "job_id").len(), 0);
    }
}
