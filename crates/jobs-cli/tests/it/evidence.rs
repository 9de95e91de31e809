//! `jobctl prove` and `jobctl check`, and that `docs/verify/check.py`, which shares no code with them, agrees.

use std::fs;
use std::path::Path;
use std::process::Command;

use serde_json::json;

use crate::ledger::{ENTRIES, Ledger};
use crate::legacy::id;
use crate::run::{Folder, Ran, finish};

/// `docs/verify/check.py`; `None` where there is no Python. In CI there must be.
fn check_py(folder: &Folder, args: &[&str]) -> Option<Ran> {
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
fn evidence_that_was_edited_is_refused_and_the_file_named() {
    let Ledger { served, failed, .. } = Ledger::new();
    let folder = served.stop();
    let other = Ledger::new().served.stop();
    folder.run(&["prove", &failed, "--out", "evidence"]).exits(0);
    let theirs = fs::read_to_string(other.path("verifier.key")).unwrap();
    let refused = folder.run(&["check", "evidence", "--key", theirs.trim()]).exits(5).stdout;
    assert!(refused.starts_with("not genuine: verifier.key: the key must be "), "{refused}");
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
        theirs.exits(1);
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
    for (leaf, code) in [("leaf", 0), ("other.leaf", 1)] {
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
        (1, &["prove", &failed, "--out", "there"], "there: "),
        (1, &["check", "nowhere"], "nowhere: No such file"),
        (
            1,
            &["check", "--receipt", "no", "--leaf", "no", "--key", "verifier.key"],
            "no: No such file",
        ),
        (2, &["check", "there", "--key", "nowhere"], "--key: is neither"),
        (2, &["check"], "DIR"),
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
