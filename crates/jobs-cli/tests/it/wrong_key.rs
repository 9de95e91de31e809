//! A key that is not the one that signed is said to be wrong: never tampering, never shown, never
//! taken.

use std::fs;
use std::os::unix::fs::PermissionsExt as _;

use crate::support::ledger::Ledger;
use crate::support::run::{Folder, Ran, finish};

const TOKEN: &str = "jobs_BiFFbhRRaya9DIxbEyzh7SPZKiOTGpAAiuhSFdLyCqA";

/// Mistaken values of `--key`, in files of `folder` or as text, and the messages.
fn wrong_keys(folder: &Folder) -> Vec<(String, &'static str)> {
    let other = Ledger::new().served.stop();
    let theirs = fs::read_to_string(other.path("verifier.key")).unwrap();
    let secret = fs::read_to_string(folder.path("jobs-data/ledger.key")).unwrap();
    let hex = "0123456789abcdef".repeat(4);
    fs::write(folder.path("their.key"), &theirs).unwrap();
    fs::write(folder.path("token"), format!("{TOKEN}\n")).unwrap();
    fs::write(folder.path("empty"), "").unwrap();
    fs::write(folder.path("binary"), [0xff; 9999]).unwrap();
    let damaged = fs::read_to_string(folder.path("verifier.key")).unwrap().replacen('+', "x+", 1);
    vec![
        (theirs.trim().to_owned(), ""),
        ("their.key".into(), ""),
        (secret.trim().to_owned(), "--key is a secret key"),
        ("jobs-data/ledger.key".into(), "the file of --key holds a secret key"),
        (TOKEN.into(), "--key is a token"),
        ("token".into(), "the file of --key holds a token"),
        (hex, "--key is a token"),
        ("300.checkpoint".into(), "the file of --key holds a signed note"),
        ("empty".into(), "the file of --key does not hold such a key"),
        ("binary".into(), "the file of --key is larger than 4096 bytes"),
        (damaged.trim().to_owned(), "--key is not a verifier key"),
        (String::new(), "--key is not a verifier key"),
    ]
}

#[track_caller]
fn is_wrong(ran: Ran, expected: &str) {
    let ran = ran.exits(6);
    assert!(
        ran.stderr.starts_with("jobctl: wrong key: ") && ran.stderr.contains(expected),
        "{ran:?}"
    );
    assert_eq!((ran.stdout.as_str(), ran.stderr.lines().count()), ("", 1), "{ran:?}");
    for secret in ["PRIVATE", TOKEN, "0123456789abcdef"] {
        assert!(!ran.stderr.contains(secret), "{ran:?}");
    }
}

#[test]
fn every_command_that_checks_with_a_key_says_that_it_is_wrong() {
    let Ledger { served, failed, .. } = Ledger::new();
    served.save("v1/entries/303/receipt", "receipt");
    served.save("v1/entries/303/leaf", "leaf");
    let folder = &served.folder;
    folder.run(&["prove", &failed, "--out", "evidence"]).exits(0);
    folder.run(&["prove", &failed, "--customer", "5001", "--out", "customer"]).exits(0);
    fs::create_dir(folder.path("copy")).unwrap();
    fs::copy(folder.path("jobs-data/jobs.db"), folder.path("copy/jobs.db")).unwrap();
    fs::copy(folder.path("jobs-data/jobs.db-wal"), folder.path("copy/jobs.db-wal")).unwrap();
    let commands: [&[&str]; 6] = [
        &["verify"],
        &["verify", "--data-dir", "copy", "--against", "300.checkpoint"],
        &["check", "evidence"],
        &["check", "customer"],
        &["check", "--receipt", "receipt", "--leaf", "leaf"],
        &["verify", "--json"],
    ];
    for (key, expected) in wrong_keys(folder) {
        for command in commands {
            // With `=`, as a key may be empty.
            is_wrong(folder.run(&[command, &[&format!("--key={key}")]].concat()), expected);
        }
        is_wrong(served.run(&["verify", &format!("--key={key}")]), expected);
    }
    // The right one, in each of its spellings.
    let key = fs::read_to_string(folder.path("verifier.key")).unwrap();
    for key in ["verifier.key", key.trim(), key.as_str()] {
        for command in commands {
            folder.run(&[command, &["--key", key]].concat()).exits(0);
        }
        served.run(&["verify", "--key", key]).exits(0);
    }
}

/// Nothing identifies the ledger, so the key can be neither right nor wrong; the output says that
/// it was not checked.
#[test]
fn a_key_that_nothing_is_signed_with_is_said_to_have_checked_nothing() {
    let folder = Ledger::new().served.stop();
    fs::create_dir(folder.path("copy")).unwrap();
    fs::copy(folder.path("jobs-data/jobs.db"), folder.path("copy/jobs.db")).unwrap();
    let said = folder.run(&["verify", "--data-dir", "copy", "--key", "verifier.key"]).exits(0);
    assert!(said.stdout.contains("so it checked nothing\n"), "{said:?}");
}

#[test]
fn a_proof_is_signed_by_no_key_but_the_ledgers() {
    let Ledger { served, failed, .. } = Ledger::new();
    let folder = served.stop();
    let other = Ledger::new().served.stop();
    let secret = fs::read_to_string(folder.path("jobs-data/ledger.key")).unwrap();
    jobs_files::whole_file::create(&folder.path("token"), TOKEN.as_bytes()).unwrap();
    let public = fs::read(folder.path("verifier.key")).unwrap();
    jobs_files::whole_file::create(&folder.path("public"), &public).unwrap();
    let theirs = other.path("jobs-data/ledger.key");
    for (key, expected) in [
        (theirs.to_str().unwrap(), "--ledger-key is not the key of this ledger"),
        (secret.trim(), "--ledger-key is a secret key, which signs; give the file"),
        ("token", "token holds a token"),
        ("public", "public holds a verifier key"),
    ] {
        is_wrong(folder.run(&["prove", &failed, "--ledger-key", key]), expected);
        let mut command = folder.command(&["prove", &failed]);
        command.env("JOBS_LEDGER_KEY", key);
        is_wrong(finish(command), expected);
    }
    let theirs = ["prove", &failed, "--ledger-key", theirs.to_str().unwrap()];
    // The anchor or the key beside the ledger identifies it.
    fs::rename(folder.path("jobs-data/ledger.key"), folder.path("kept.key")).unwrap();
    is_wrong(folder.run(&theirs), "--ledger-key is not the key of this ledger, whose anchor ");
    fs::rename(folder.path("kept.key"), folder.path("jobs-data/ledger.key")).unwrap();
    fs::remove_dir_all(folder.path("jobs-data/anchor")).unwrap();
    let expected = "--ledger-key is not the key of this ledger, whose ./jobs-data/ledger.key is ";
    is_wrong(folder.run(&theirs), expected);
    is_wrong(folder.run(&[&theirs[..], &["--customer", "5001"]].concat()), expected);
    assert!(!folder.path(format!("{failed}.evidence")).exists());
    folder.run(&["prove", &failed, "--ledger-key", "jobs-data/ledger.key"]).exits(0);
}

/// Somebody who may put another key there would choose what the proof is signed with.
#[test]
fn a_key_that_others_may_replace_signs_nothing() {
    let Ledger { served, failed, .. } = Ledger::new();
    let folder = served.stop();
    let elsewhere = folder.path("elsewhere");
    fs::create_dir(&elsewhere).unwrap();
    fs::rename(folder.path("jobs-data/ledger.key"), elsewhere.join("key")).unwrap();
    let set_mode =
        |mode| fs::set_permissions(&elsewhere, fs::Permissions::from_mode(mode)).unwrap();
    let prove = || folder.run(&["prove", &failed, "--ledger-key", "elsewhere/key"]);
    for mode in [0o777, 0o770, 0o702] {
        set_mode(mode);
        let said = prove().exits(1).stderr;
        let place = elsewhere.canonicalize().unwrap();
        let place = place.display();
        let refused = format!("--ledger-key: {place}: other users may write to it");
        assert!(said.contains(&refused), "{said}");
        assert!(said.contains(&format!("run: chmod go-w {place}")), "{said}");
    }
    assert!(!folder.path(format!("{failed}.evidence")).exists());
    set_mode(0o755);
    prove().exits(0);
}
