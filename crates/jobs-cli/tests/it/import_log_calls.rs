//! Which lines of the old server's log are one call, and which calls count as lost.

use serde_json::{Value, json};

use crate::support::legacy::{self, OldJob, id, job};
use crate::support::old_log::{ARGS, NEWER, done, line, start, told, write};
use crate::support::run::Folder;

fn jobs(folder: &Folder, jobs: &[OldJob]) {
    drop(legacy::write(&folder.path("old.db"), NEWER, jobs));
}

/// The log decides: a job that would fit is only shown, and is not the call's.
#[test]
fn a_call_that_has_no_job_is_lost_whatever_job_lies_beside_it() {
    for end in [
        vec![done("10:00:01,000", "NONE", 200, 1000, "result=success")],
        vec![line("10:00:01,000", "set_action_job_missing", "http_status=200")],
        vec![
            line("10:00:01,000", "set_action_job_missing", "http_status=200"),
            done("10:00:01,001", "None", 200, 1000, "result=success"),
        ],
    ] {
        let folder = Folder::new();
        jobs(&folder, &[job(&id(1), "10:00:00.020")]);
        let lines = [vec![start("10:00:00,000", "vijay", "Trans-Begin", 1)], end].concat();
        write(&folder, "set_action.log", &lines);
        let report = folder.run(&ARGS).exits(3).json();
        assert_eq!(report["log"]["calls"]["with_job"], 0);
        assert_eq!(told(&report, "ended_without_job", "job_id"), [Value::Null]);
        assert_eq!(told(&report, "ended_without_job", "perhaps_job_id"), [id(1)]);
        let text = folder.run(&ARGS[..6]).exits(3).stdout;
        assert!(text.contains(&format!("perhaps job {}", id(1))), "{text}");
    }
}

/// A refused row is not recorded, so its call still counts as lost.
#[test]
fn a_row_whose_id_is_no_uuid_is_no_job_of_a_call() {
    let folder = Folder::new();
    jobs(&folder, &[job("test-job-1", "10:00:00.020")]);
    write(&folder, "set_action.log", &[start("10:00:00,000", "vijay", "Trans-Begin", 1)]);
    let report = folder.run(&ARGS).exits(3).json();
    assert_eq!(report["log"]["without_end_and_job"], 1);
    assert_eq!(told(&report, "test_rows", "job_id"), ["test-job-1"]);
}

/// An end names no user. Its job does, and so decides which of two simultaneous calls it ends,
/// however near the other one is.
#[test]
fn the_job_of_an_end_decides_which_call_it_ends() {
    let of = |user_id, action_name, count: usize| OldJob {
        user_id,
        action_name,
        cids: (0..count).map(|n| format!("c{n}")).collect(),
        ..job(&id(1), "10:00:00.520")
    };
    let calls = [
        ("alice", "T-Enable", 1),
        ("bob", "T-Enable", 1),
        ("alice", "PE-Enable", 1),
        ("alice", "T-Enable", 2),
    ];
    for other in &calls[1..] {
        for (kept, lost) in [(&calls[0], other), (other, &calls[0])] {
            let folder = Folder::new();
            jobs(&folder, &[of(kept.0, kept.1, kept.2)]);
            let lines = [
                start("10:00:00,500", kept.0, kept.1, kept.2),
                start("10:00:00,510", lost.0, lost.1, lost.2),
                // Exactly as long, to the millisecond, as the other call would have taken.
                done("10:00:02,510", &id(1), 200, 2000, "result=success"),
                done("10:00:02,600", "NONE", 200, 2090, "result=success"),
            ];
            write(&folder, "set_action.log", &lines);
            let report = folder.run(&ARGS).exits(3).json();
            assert_eq!(told(&report, "ended_without_job", "user_id"), [lost.0]);
            assert_eq!(told(&report, "ended_without_job", "action_name"), [lost.1]);
            assert_eq!(told(&report, "ended_without_job", "customer_count"), [lost.2]);
            assert_eq!(report["log"]["contradictions"]["count"], 0, "{report}");
        }
    }
}

#[test]
fn two_equal_lines_of_one_file_are_two_calls() {
    let folder = Folder::new();
    jobs(&folder, &[job(&id(1), "10:00:00.020")]);
    let line = start("10:00:00,003", "vijay", "Trans-Begin", 1);
    write(&folder, "set_action.log", &[line.clone(), line.clone()]);
    write(&folder, "other.log", &[line]);
    let report = folder.run(&[&ARGS[..], &["--log", "other.log"]].concat()).exits(3).json();
    assert_eq!(report["log"]["repeated"], 1);
    assert_eq!(report["log"]["calls"]["started"], 2);
    assert_eq!(report["log"]["without_end_and_job"], 1);
}

/// An error without a user ends the call that has no end, not one that ended before with its own
/// error.
#[test]
fn an_error_goes_first_to_a_call_without_an_end() {
    let folder = Folder::new();
    jobs(&folder, &[job(&id(1), "09:00:00")]);
    let error = |time, text| {
        line(time, "set_action_error", &format!("exception_type=OSError | error=\"{text}\""))
    };
    let lines = [
        start("10:00:00,000", "vijay", "Trans-Begin", 1),
        start("10:00:00,000", "admin", "T-Enable", 3),
        done("10:00:01,000", "NONE", 500, 1000, "user=vijay | result=failed"),
        error("10:00:01,010", "of admin"),
        start("11:00:00,000", "vijay", "Trans-Begin", 1),
        done("11:00:01,000", "NONE", 500, 1000, "result=failed | error=\"its own\""),
        error("11:00:01,010", "of nobody"),
    ];
    write(&folder, "set_action.log", &lines);
    let report = folder.run(&ARGS).exits(3).json();
    assert_eq!(
        told(&report, "ended_without_job", "error"),
        [Value::Null, json!("of admin"), json!("its own"), json!("of nobody")]
    );
    assert_eq!(told(&report, "ended_without_job", "user_id")[1], "admin");
}

/// The old server counted a customer twice if it was given twice.
#[test]
fn a_count_of_customers_agrees_with_rows_and_with_customers() {
    let folder = Folder::new();
    let cids = |cids: &[&str]| cids.iter().map(|cid| (*cid).to_owned()).collect();
    jobs(
        &folder,
        &[
            OldJob { cids: cids(&["1", " 1", "2"]), ..job(&id(1), "10:00:00.020") },
            OldJob { cids: cids(&["1", " 1", "2"]), ..job(&id(2), "11:00:00.020") },
            OldJob { cids: cids(&["1", " 1", "2"]), ..job(&id(3), "12:00:00.020") },
            OldJob { cids: cids(&[" "]), ..job(&id(4), "13:00:00.020") },
        ],
    );
    let lines: Vec<String> = [("10", 1, 2), ("11", 2, 3), ("12", 3, 4), ("13", 4, 7)]
        .into_iter()
        .flat_map(|(hour, n, count)| {
            let start = start(&format!("{hour}:00:00,000"), "vijay", "Trans-Begin", count);
            let end = format!("{hour}:00:01,000");
            [start, done(&end, &id(n), 200, 1000, "result=success")]
        })
        .collect();
    write(&folder, "set_action.log", &lines);
    let report = folder.run(&ARGS).exits(3).json();
    assert_eq!(told(&report, "contradictions", "job_id"), [id(3)]);
    assert_eq!(told(&report, "contradictions", "field"), ["cids"]);
}

#[test]
fn only_words_of_success_agree_with_a_job_that_succeeded() {
    for (result, agrees) in
        [("success", true), ("OK", true), ("True", true), ("false", false), ("aborted", false)]
    {
        let folder = Folder::new();
        jobs(&folder, &[job(&id(1), "10:00:00.020")]);
        let lines = [
            start("10:00:00,000", "vijay", "Trans-Begin", 1),
            done("10:00:01,000", &id(1), 200, 1000, &format!("result={result}")),
        ];
        write(&folder, "set_action.log", &lines);
        let report = folder.run(&ARGS).exits(0).json();
        assert_eq!(report["log"]["contradictions"]["count"], u32::from(!agrees), "{result}");
    }
}

/// An ID that is not a UUID is the same test row in the log and in either table, with any invisible
/// characters around it.
#[test]
fn an_id_that_is_no_uuid_is_compared_without_what_nobody_sees() {
    for (in_log, in_database) in [
        ("test-1", " test-1"),
        ("test-1", "test-1\u{a0}\u{200b}"),
        (" \u{feff}test-1", "test-1"),
        ("token=CANARY", " token=CANARY"),
    ] {
        let folder = Folder::new();
        let row = OldJob { cids: vec![], ..job(in_database, "10:00:00") };
        let sql = legacy::write(&folder.path("old.db"), NEWER, &[row]);
        let add = "INSERT INTO job_customers (job_id, cid) VALUES (?1, '7')";
        sql.execute(add, [format!("{in_log}\u{a0}")]).unwrap();
        drop(sql);
        let lines = [
            start("10:00:00,000", "vijay", "Trans-Begin", 1),
            done("10:00:01,000", in_log, 200, 1000, "result=success"),
        ];
        write(&folder, "set_action.log", &lines);
        let report = folder.run(&ARGS).exits(3).json();
        let rows = report["log"]["test_rows"]["first"].as_array().unwrap();
        let [row] = &rows[..] else { panic!("{rows:?}") };
        assert_eq!((&row["in_log"], &row["in_database"]), (&json!(true), &json!(true)));
        assert!(!row.to_string().contains("CANARY"), "{row}");
        // Its customers count as those of a row that was not imported, not as those of no job.
        assert_eq!(report["orphan_customers"]["rows"], 0);
        assert_eq!(report["customers_not_taken"], 1);
    }
}

/// An end without a user is matched to the nearest open call, once; if it would also fit another
/// user's, that is reported.
#[test]
fn a_match_that_is_a_guess_is_told() {
    let missing = |time| line(time, "set_action_job_missing", "http_status=200");
    let error = |time, who| {
        line(time, "set_action_error", &format!("{who}exception_type=OSError | error=x"))
    };
    for (second, end, guesses) in [
        ("prasad", missing("10:00:05,000"), 1),
        ("prasad", error("10:00:05,000", ""), 1),
        ("prasad", line("10:00:05,000", "set_action_done", "job_id=NONE | result=failed"), 1),
        ("prasad", done("10:00:05,000", "NONE", 200, 4950, "result=success"), 1),
        // It fits only one, or has a user, or both calls are the same user's and equal.
        ("prasad", done("10:00:05,000", "NONE", 200, 4899, "result=success"), 0),
        ("prasad", error("10:00:05,000", "user=vijay | action=Trans-Begin | "), 0),
        ("vijay", missing("10:00:05,000"), 0),
    ] {
        let folder = Folder::new();
        jobs(&folder, &[job(&id(1), "09:00:00")]);
        let lines = [
            start("10:00:00,000", "vijay", "Trans-Begin", 1),
            start("10:00:00,100", second, "Trans-Begin", 1),
            end,
        ];
        write(&folder, "set_action.log", &lines);
        let report = folder.run(&ARGS).exits(3).json();
        assert_eq!(report["log"]["ambiguous"], guesses, "{lines:?}");
        assert_eq!(report["log"]["calls"]["ended_without_job"], 1);
        assert_eq!(told(&report, "ended_without_job", "ambiguous"), [guesses == 1]);
        let text = folder.run(&ARGS[..6]).exits(3).stdout;
        assert_eq!(text.contains("would have fitted another call as well"), guesses == 1);
        assert_eq!(text.contains("of all calls, matched by a guess"), guesses == 1);
    }
}

/// Each of many lines without a user is matched to a different call.
#[test]
fn many_lines_without_a_user_are_paired_once_each() {
    const COUNT: u32 = 3000;
    let folder = Folder::new();
    jobs(&folder, &[job(&id(1), "09:00:00")]);
    let time = |n: u32| format!("10:00:{:02},{:03}", n / 1000, n % 1000);
    let mut lines: Vec<String> = (0..COUNT)
        .map(|n| start(&time(n), &format!("user{}", n % 7), "T-Enable", n as usize))
        .collect();
    lines.extend((0..COUNT).map(|n| {
        let event = ["set_action_error", "set_action_job_missing"][n as usize % 2];
        line(&time(30_000 + n), event, "http_status=200 | exception_type=OSError | error=x")
    }));
    write(&folder, "set_action.log", &lines);
    let report = folder.run(&ARGS).exits(3).json();
    // A line about a missing job is matched to a call with an end if there is one, or else to a
    // separate call.
    let calls = &report["log"]["calls"];
    assert_eq!((&calls["started"], &calls["without_start"]), (&json!(COUNT), &json!(0)));
    let ended = calls["ended_without_job"].as_u64().unwrap();
    assert!((u64::from(COUNT) / 2..=COUNT.into()).contains(&ended), "{calls}");
    assert_eq!(calls["without_end"], u64::from(COUNT) - ended);
}
