//! A difference outweighs everything that keeps the rest from being verified: no unusable key,
//! checkpoint or answer turns "it differs" into "the key is wrong" or "it could not be done".

use std::fs;
use std::process::Command;

use serde_json::{Value, json};

use crate::support::damage::tamper;
use crate::support::ledger::Ledger;
use crate::support::liar;
use crate::support::run::{Folder, Ran};

/// Something unusable besides the contents: how it is made, the arguments, and the exit code for a
/// ledger whose contents are sound.
type Useless = (&'static str, fn(&Folder), &'static [&'static str], i32, &'static str);

fn remove_anchor(folder: &Folder) {
    fs::remove_file(folder.path("jobs-data/anchor/checkpoint")).unwrap();
}

fn put_anothers(folder: &Folder, file: &str) {
    fs::copy(folder.path("other").join(file), folder.path("jobs-data").join(file)).unwrap();
}

const USELESS: [Useless; 9] = [
    (
        "another ledger's key beside it",
        |folder| {
            remove_anchor(folder);
            put_anothers(folder, "ledger.key");
        },
        &["--key", "verifier.key"],
        6,
        "nothing is signed with ",
    ),
    (
        "another ledger's key and anchor beside it",
        |folder| {
            for file in ["ledger.key", "anchor/checkpoint"] {
                put_anothers(folder, file);
            }
        },
        &["--key", "verifier.key"],
        6,
        "nothing is signed with ",
    ),
    ("another ledger's key", |_| (), &["--key", "other.key"], 6, "nothing is signed with "),
    (
        "an anchor that is a FIFO",
        |folder| {
            remove_anchor(folder);
            let path = folder.path("jobs-data/anchor/checkpoint");
            assert!(Command::new("mkfifo").arg(path).status().unwrap().success());
        },
        &[],
        1,
        "jobs-data/anchor/checkpoint: is not a regular file",
    ),
    (
        "an anchor that is a directory, and another ledger's key",
        |folder| {
            remove_anchor(folder);
            fs::create_dir(folder.path("jobs-data/anchor/checkpoint")).unwrap();
        },
        &["--key", "other.key"],
        1,
        "jobs-data/anchor/checkpoint: is not a regular file",
    ),
    (
        "an anchor that is not there",
        |_| (),
        &["--anchor-dir", "nowhere"],
        1,
        "nowhere/checkpoint: there is no",
    ),
    (
        "a checkpoint that is not there",
        |_| (),
        &["--against", "nowhere"],
        1,
        "nowhere: No such file",
    ),
    (
        "a checkpoint that is none",
        |_| (),
        &["--against", "verifier.key"],
        1,
        "verifier.key: note: ",
    ),
    (
        "a checkpoint at a server that does not answer",
        |_| (),
        &["--against", "http://127.0.0.1:1/checkpoint"],
        1,
        "nothing listens there",
    ),
];

/// The message if the contents are sound but something else is unusable.
#[track_caller]
fn is_of_no_use(ran: Ran, code: i32, expected: &str) {
    let ran = ran.exits(code);
    assert!(
        ran.stderr.contains(expected) && !ran.stdout.contains("is what was recorded"),
        "{ran:?}"
    );
    assert_eq!(ran.stderr.lines().count(), 1, "{ran:?}");
}

#[test]
fn a_difference_in_a_file_is_told_whatever_else_is_of_no_use() {
    let other = Ledger::new().served.stop();
    for (what, make, args, code, expected) in USELESS {
        let folder = Ledger::new().served.stop();
        crate::support::damage::copy(&other.path("jobs-data"), &folder.path("other"));
        fs::copy(other.path("verifier.key"), folder.path("other.key")).unwrap();
        make(&folder);
        let args = [&["verify"], args].concat();
        is_of_no_use(folder.run(&args), code, expected);
        let json = folder.run(&[&args[..], &["--json"]].concat()).exits(code);
        assert!(json.stdout.is_empty() || json.json()["sound"] == json!(false), "{what}: {json:?}");
        tamper(&folder, "UPDATE entry SET http_status = 201 WHERE idx = 303");
        let ran = folder.run(&args).exits(5);
        assert!(
            ran.stdout.contains("\nbut      ") && ran.stdout.contains(expected),
            "{what}: {ran:?}"
        );
        assert!(ran.stdout.contains("entry 303 (job "), "{what}: {ran:?}");
    }
}

#[test]
fn a_difference_in_what_is_served_is_told_whatever_else_is_of_no_use() {
    let ledger = Ledger::new();
    let other = Ledger::new();
    other.served.save("log/key", "verifier.key");
    let other_key = other.served.folder.path("verifier.key");
    let add = |entry: &mut Value| entry["another"] = json!(1);
    for (args, code, expected) in [
        (["--key", other_key.to_str().unwrap()], 6, "nothing is signed with "),
        (["--against", "nowhere"], 1, "nowhere: No such file"),
    ] {
        let args = [&["verify"][..], &args].concat();
        is_of_no_use(ledger.served.run(&args), code, expected);
        let url = liar::start(&ledger.served.url, liar::about(303, add));
        let ran = ledger.served.run_against(&url, &args).exits(5);
        assert!(ran.stdout.contains("another: ") && ran.stdout.contains(expected), "{ran:?}");
    }
}

/// A server that lies, and then keeps the verification from continuing.
#[test]
fn a_server_that_breaks_off_is_told_with_what_was_found_before() {
    const REFUSED: &str = "HTTP/1.1 403 Forbidden\r\ncontent-length: 0\r\n\r\n";
    let ledger = Ledger::new();
    for (refused, lied, member) in [
        ("/log/tile", "/v1/entries", "\"recorded_at\":"),
        ("/v1/stats?user_id", "/v1/jobs?limit", "\"customer_count\":"),
    ] {
        for lies in [false, true] {
            let url = liar::start(&ledger.served.url, move |asked, body| {
                if asked.starts_with(refused) {
                    REFUSED.into()
                } else if lies && asked.starts_with(lied) {
                    let body = String::from_utf8(body).unwrap();
                    body.replacen(member, &format!("\"another\":1,{member}"), 1).into()
                } else {
                    body
                }
            });
            let ran = ledger.served.run_against(&url, &["verify"]);
            if lies {
                let ran = ran.exits(5);
                assert!(ran.stdout.contains("another: "), "{refused}: {ran:?}");
                assert!(ran.stdout.contains("\nbut      not all could be verified: "), "{ran:?}");
            } else {
                is_of_no_use(ran, 1, "answered 403");
            }
        }
    }
}
