//! `jobctl prove` and `jobctl check`, and that `docs/verify/check.py`, which shares no code with
//! them, agrees.

use std::fs;
use std::path::Path;
use std::process::Command;

use serde_json::json;

use crate::support::ledger::{ENTRIES, Ledger};
use crate::support::legacy::id;
use crate::support::run::{Folder, Ran, finish};

/// `docs/verify/check.py`; `None` without Python, which CI must have.
pub(crate) fn check_py(folder: &Folder, args: &[&str]) -> Option<Ran> {
    if Command::new("python3").arg("--version").output().is_err() {
        assert_ne!(std::env::var("CI").as_deref(), Ok("true"), "CI has no python3");
        return None;
    }
    let program = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/verify/check.py");
    let mut command = Command::new("python3");
    command.arg(program).args(args).current_dir(folder.path(""));
    Some(finish(command))
}

#[test]
fn evidence_is_genuine_for_both_verifiers() {
    let ledger = Ledger::new();
    let imported = id(5);
    for job_id in [&ledger.failed, &ledger.open, &imported] {
        let folder = &ledger.served.folder;
        let proved = folder.run(&["prove", job_id]).exits(0).stdout;
        let dir = format!("{job_id}.evidence");
        assert!(proved.starts_with(&format!("job {job_id}: ")), "{proved}");
        assert!(proved.ends_with(&format!("\nwritten to {dir}\n")), "{proved}");
        let open = proved.contains("IN_PROGRESS: later entries, if any, are not shown");
        assert_eq!(open, *job_id == ledger.open, "{proved}");
        let key = fs::read_to_string(folder.path("verifier.key")).unwrap();
        let checked = folder.run(&["check", &dir, "--key", key.trim()]).exits(0).stdout;
        assert!(checked.contains(": as expected\n"), "{checked}");
        if let Some(theirs) = check_py(folder, &[&dir, "--key", key.trim()]) {
            assert_eq!(checked, format!("genuine\n{}", theirs.exits(0).stdout));
        }
        let alone = folder.run(&["check", &dir]).exits(0).stdout;
        assert!(alone.contains(": the evidence's own, unchecked\n"), "{alone}");
        assert!(alone.contains("check again with --key\n"), "{alone}");
    }
}

#[test]
fn whether_a_customer_is_in_a_job_is_proved_to_both_verifiers() {
    let ledger = Ledger::new();
    let served = &ledger.served;
    let job_id = &ledger.failed;
    let folder = &served.folder;
    let key = fs::read_to_string(folder.path("verifier.key")).unwrap();
    let key = key.trim();
    for (cid, in_path, one, neighbours) in [
        ("5001", "5001", "one", [true, false]),
        ("5002", "5002", "one", [false, true]),
        ("50010", "50010", "none", [true, true]),
        ("4", "4", "none", [true, false]),
        ("a/b c", "a%2Fb%20c", "none", [false, true]),
    ] {
        served.save(&format!("v1/jobs/{job_id}/customers/{in_path}/proof"), "served.json");
        let proved = folder.run(&["prove", job_id, "--customer", cid]).exits(0).stdout;
        let file = proved.trim_end().rsplit_once("written to ").unwrap().1;
        assert!(
            file.starts_with(&format!("{job_id}.")) && file.ends_with(".customer.json"),
            "{file}"
        );
        let text = fs::read_to_string(folder.path(file)).unwrap();
        assert_eq!(text, fs::read_to_string(folder.path("served.json")).unwrap());
        // It shows no other customers, except the neighbours of one who is not in the job.
        let shown = |other: &str| text.contains(&format!("\"cid\":\"{other}\""));
        assert_eq!([shown("5001"), shown("5002")], neighbours, "{text}");
        for file in [file, "served.json"] {
            let checked = folder.run(&["check", file, "--key", "verifier.key"]).exits(0).stdout;
            let said = format!("job {job_id}: 2 customers, \"{cid}\" is {one} of them\n");
            assert!(checked.contains(&said) && checked.contains(": as expected\n"), "{checked}");
            if let Some(theirs) = check_py(folder, &[file, "--key", key]) {
                assert_eq!(checked, format!("genuine\n{}", theirs.exits(0).stdout));
            }
        }
        let alone = folder.run(&["check", file]).exits(0).stdout;
        assert!(alone.contains(": the evidence's own, unchecked\n"), "{alone}");
        assert!(alone.contains("check again with --key\n"), "{alone}");
        // Written once, never overwriting another file.
        folder.run(&["prove", job_id, "--customer", cid]).exits(1);
    }
}

#[test]
fn a_proof_about_a_customer_that_was_edited_is_refused() {
    let ledger = Ledger::new();
    let folder = &ledger.served.folder;
    let args =
        ["prove", &ledger.failed, "--customer", "5001", "--customer", "7", "--customer", "7"];
    let proved = folder.run(&[&args[..], &["--json"]].concat()).exits(0).json();
    let [member, stranger] = &proved["proofs"].as_array().unwrap()[..] else { panic!("{proved}") };
    assert_eq!((&member["is_customer"], &stranger["is_customer"]), (&json!(true), &json!(false)));
    assert_eq!((&member["cid"], &member["customers"]), (&json!("5001"), &json!(2)));
    let file = member["evidence"].as_str().unwrap();
    let mut expected = member.clone();
    expected.as_object_mut().unwrap().remove("evidence");
    expected["genuine"] = json!(true);
    let checked = folder.run(&["check", file, "--key", "verifier.key", "--json"]).exits(0).json();
    assert_eq!(checked, expected);

    let other = Ledger::new();
    other.served.save("log/key", "verifier.key");
    let theirs = fs::read_to_string(other.served.folder.path("verifier.key")).unwrap();
    let refused = folder.run(&["check", file, "--key", theirs.trim()]).exits(6).stderr;
    assert!(refused.contains(": its key is "), "{refused}");
    let text = fs::read_to_string(folder.path(file)).unwrap();
    for (from, to) in [
        ("\"cid\":\"5001\"", "\"cid\":\"5003\""),
        ("\"is_customer\":true", "\"is_customer\":false"),
        ("admin", "nobody"),
        ("}", "}\n"),
    ] {
        let edited = text.replacen(from, to, 1);
        assert_ne!(edited, text, "{from}");
        fs::write(folder.path("edited"), edited).unwrap();
        let refused = folder.run(&["check", "edited", "--json"]).exits(5).json();
        assert_eq!(refused["genuine"], false);
        assert!(refused["reason"].as_str().unwrap().starts_with("edited: "), "{refused}");
        if let Some(theirs) = check_py(folder, &["edited"]) {
            theirs.exits(5);
        }
    }
}

#[test]
fn evidence_that_was_edited_is_refused_and_the_file_named() {
    let Ledger { served, failed, .. } = Ledger::new();
    let folder = served.stop();
    let other = Ledger::new().served.stop();
    folder.run(&["prove", &failed, "--out", "evidence"]).exits(0);
    let theirs = fs::read_to_string(other.path("verifier.key")).unwrap();
    let refused = folder.run(&["check", "evidence", "--key", theirs.trim()]).exits(6).stderr;
    assert!(refused.starts_with("jobctl: wrong key: evidence: its key is "), "{refused}");
    let file = folder.path("evidence/outcomes/303.json");
    let text = fs::read_to_string(&file).unwrap();
    fs::write(&file, text.replace("does not exist", "exists\u{1b}[31m")).unwrap();
    let refused = folder.run(&["check", "evidence"]).exits(5).stdout;
    assert!(refused.starts_with("not genuine: outcomes/303.json: "), "{refused}");
    fs::write(&file, text.replace("does not", "does now")).unwrap();
    let refused = folder.run(&["check", "evidence", "--json"]).exits(5).json();
    assert_eq!(refused["genuine"], false);
    assert!(
        refused["reason"].as_str().unwrap().starts_with("outcomes/303.json: the root "),
        "{refused}"
    );
    if let Some(theirs) = check_py(&folder, &["evidence"]) {
        theirs.exits(5);
    }
    fs::write(&file, text).unwrap();
    folder.run(&["check", "evidence"]).exits(0);
}

#[test]
fn the_json_is_this() {
    let Ledger { served, failed, .. } = Ledger::new();
    let folder = served.stop();
    let proved = folder.run(&["prove", &failed, "--json"]).exits(0).json();
    let key = fs::read_to_string(folder.path("verifier.key")).unwrap();
    let mut expected = json!({
        "job_id": failed,
        "status": "FAILED",
        "complete": true,
        "entries": 2,
        "customers": 2,
        "checkpoint": {
            "origin": key.split('+').next().unwrap(),
            "size": ENTRIES,
            "root": folder.run(&["verify", "--json"]).exits(0).json()["root"],
        },
        "key": key.trim(),
        "key_was_expected": true,
        "evidence": format!("{failed}.evidence"),
    });
    assert_eq!(proved, expected);
    let checked = folder.run(&["check", &format!("{failed}.evidence"), "--json"]).exits(0).json();
    expected["key_was_expected"] = json!(false);
    expected["genuine"] = json!(true);
    expected.as_object_mut().unwrap().remove("evidence");
    assert_eq!(checked, expected);
}

#[test]
fn a_single_receipt_is_checked_with_its_leaf() {
    let ledger = Ledger::new();
    let served = &ledger.served;
    served.save("v1/entries/303/receipt", "receipt");
    served.save("v1/entries/303/leaf", "leaf");
    served.save("v1/entries/302/leaf", "other.leaf");
    let run = |leaf: &str| {
        served.folder.run(&[
            "check",
            "--receipt",
            "receipt",
            "--leaf",
            leaf,
            "--key",
            "verifier.key",
        ])
    };
    let said = run("leaf").exits(0).stdout;
    assert!(
        said.contains(&format!("entry 303, status_changed of job {}\n", ledger.failed)),
        "{said}"
    );
    let key = fs::read_to_string(served.folder.path("verifier.key")).unwrap();
    for (leaf, code) in [("leaf", 0), ("other.leaf", 5)] {
        let args = ["--receipt", "receipt", "--leaf", leaf, "--key", key.trim()];
        if let Some(theirs) = check_py(&served.folder, &args) {
            theirs.exits(code);
        }
    }
    let refused = run("other.leaf").exits(5).stdout;
    assert_eq!(refused, "not genuine: receipt: the proof leads to another root\n");
    fs::write(served.folder.path("receipt"), "hello").unwrap();
    assert!(run("leaf").exits(5).stdout.starts_with("not genuine: receipt: "));
}

#[test]
fn what_cannot_be_done_has_its_own_exit_codes() {
    let Ledger { served, failed, .. } = Ledger::new();
    let folder = served.stop();
    fs::create_dir(folder.path("there")).unwrap();
    for (code, args, expected) in [
        (4, &["prove", &id(999)][..], "is recorded"),
        (1, &["prove", &failed, "--data-dir", "nowhere"], "there is no ledger in nowhere"),
        (1, &["prove", &failed, "--ledger-key", "nowhere"], "there is no key in nowhere"),
        (1, &["prove", &failed, "--out", "there"], "there: already exists"),
        (4, &["prove", &id(999), "--customer", "5001"], "is recorded"),
        (1, &["prove", &failed, "--customer", "5001", "--out", "there"], "there: already exists"),
        (2, &["prove", &failed, "--customer", "1", "--customer", "2", "--out", "x"], "--out"),
        (2, &["prove", &failed, "--customer", ""], "--customer"),
        (5, &["check", "300.checkpoint"], ""),
        (1, &["check", "nowhere"], "nowhere: No such file"),
        (
            1,
            &["check", "--receipt", "no", "--leaf", "no", "--key", "verifier.key"],
            "no: No such file",
        ),
        (1, &["check", "there", "--key", "nowhere"], "--key is neither"),
        (2, &["check"], "EVIDENCE"),
        (2, &["check", "--receipt", "no"], "--leaf"),
        (
            2,
            &["check", "there", "--receipt", "no", "--leaf", "no", "--key", "no"],
            "cannot be used with",
        ),
        (5, &["check", "jobs-data"], ""),
    ] {
        let ran = folder.run(args).exits(code);
        assert!(ran.stderr.contains(expected), "{args:?}: {}", ran.stderr);
    }
}
