//! Which lines of the old server's log are one call, and which calls count as lost.

use serde_json::{Value, json};

use crate::import_log::{ARGS, NEWER, done, line, start, told, write};
use crate::legacy::{self, OldJob, id, job};
use crate::run::Folder;

fn jobs(folder: &Folder, jobs: &[OldJob]) {
    drop(legacy::write(&folder.path("old.db"), NEWER, jobs));
}

/// The log's word counts: a job that would fit is shown, and is not the call's.
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

/// A row that is refused is not recorded, so a call is not saved by it.
#[test]
fn a_row_whose_id_is_no_uuid_is_no_job_of_a_call() {
    let folder = Folder::new();
    jobs(&folder, &[job("test-job-1", "10:00:00.020")]);
    write(&folder, "set_action.log", &[start("10:00:00,000", "vijay", "Trans-Begin", 1)]);
    let report = folder.run(&ARGS).exits(3).json();
    assert_eq!(report["log"]["without_end_and_job"], 1);
    assert_eq!(told(&report, "test_rows", "job_id"), ["test-job-1"]);
}

/// An end names no user. Its job does, and so says which of two calls at one time it ends, however near the other one is.
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
                // To the millisecond as long as the other call would have taken.
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

/// An error that says not whose it is ends the call that has no end, not one that ended before and told its own error.
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

/// The old server counted what it was given, twice where a customer was given twice.
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
