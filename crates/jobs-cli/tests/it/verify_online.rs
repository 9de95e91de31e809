//! `jobctl verify --server`: on the real server, on one whose file was edited, and on servers that
//! lie.

use std::fs;

use jobs_core::log::{SignHead as _, SigningKey};
use serde_json::{Value, json};

use crate::support::damage::tamper;
use crate::support::ledger::{ENTRIES, FIRST_CREATED, JOBS, Ledger};
use crate::support::liar;
use crate::support::served::{Served, TOKEN};

#[test]
fn a_sound_server_is_what_was_signed_at_every_checkpoint() {
    let ledger = Ledger::new();
    let args = ["verify", "--against", "300.checkpoint", "--against", "305.checkpoint"];
    let said = ledger.served.run(&args).exits(0).stdout;
    for line in [
        format!("entries  {ENTRIES}"),
        format!("jobs     {JOBS}"),
        "extends  300.checkpoint: 300 entries".into(),
        "extends  305.checkpoint: 305 entries".into(),
        format!("extends  the server's checkpoint: {ENTRIES} entries"),
    ] {
        assert!(said.lines().any(|found| found == line), "{line}: {said}");
    }
    assert!(said.contains("from this server alone, which proves nothing"), "{said}");
    let remote = ledger.served.run(&["verify", "--key", "verifier.key", "--json"]).exits(0).json();
    let local = ledger.served.folder.run(&["verify", "--json"]).exits(0).json();
    assert_eq!(remote["key_from"], "given");
    for member in ["sound", "entries", "jobs", "root", "key", "findings", "findings_count"] {
        assert_eq!(remote[member], local[member], "{member}");
    }
}

#[test]
fn an_empty_ledger_is_sound() {
    let served = Served::over(crate::support::run::Folder::new());
    let json = served.run(&["verify", "--json"]).exits(0).json();
    assert_eq!((&json["entries"], &json["sound"]), (&json!(0), &json!(true)));
    let json = served.folder.run(&["verify", "--json"]).exits(0).json();
    assert_eq!((&json["entries"], &json["sound"]), (&json!(0), &json!(true)));
}

#[test]
fn what_was_edited_in_the_file_is_named_by_what_is_served() {
    let Ledger { served, failed, .. } = Ledger::new();
    let folder = served.stop();
    tamper(&folder, "UPDATE entry SET error_message = 'nothing' WHERE idx = 303");
    let served = Served::over(folder);
    let ran = served.run(&["verify", "--key", "verifier.key"]).exits(5);
    let expected =
        format!("entry 303 (job {failed}): entry: its values are not those that were recorded; ");
    assert!(ran.stdout.lines().any(|line| line.starts_with(&expected)), "{}", ran.stdout);
    assert!(
        ran.stdout.contains(
            "the server's checkpoint: the first 308 entries are not those that were signed"
        ),
        "{}",
        ran.stdout
    );
}

#[test]
fn an_older_copy_that_is_served_is_found_by_a_newer_checkpoint() {
    let Ledger { served, .. } = Ledger::new();
    let folder = served.stop();
    let data_dir = folder.path("jobs-data");
    let kept = folder.path("kept");
    crate::support::damage::copy(&data_dir, &kept);
    let served = Served::over(folder);
    served.create(&["5006"]);
    served.save("log/checkpoint", "newer.checkpoint");
    let folder = served.stop();
    fs::rename(folder.path("jobs-data"), folder.path("newer")).unwrap();
    fs::rename(&kept, folder.path("jobs-data")).unwrap();
    let served = Served::over(folder);
    served.run(&["verify"]).exits(0);
    let ran = served.run(&["verify", "--against", "newer.checkpoint"]).exits(5);
    let expected = format!(
        "newer.checkpoint: the ledger once had more entries; stored: {ENTRIES}; expected: {}",
        ENTRIES + 1
    );
    assert!(ran.stdout.contains(&expected), "{}", ran.stdout);
}

#[test]
fn a_rewritten_history_does_not_extend_its_checkpoint() {
    let folder = Ledger::new().served.stop();
    let secret = fs::read_to_string(folder.path("jobs-data/ledger.key")).unwrap();
    let theirs = folder.path("305.checkpoint");
    // The same jobs in another ledger, signed with the same key: sound in itself, and so is its
    // anchor.
    let rewritten = Ledger::new().served.stop();
    fs::write(rewritten.path("jobs-data/ledger.key"), &secret).unwrap();
    let key = SigningKey::from_secret_text(secret.trim_end()).unwrap();
    let forged = key.sign_head(rewritten.head()).to_string();
    fs::write(rewritten.path("jobs-data/anchor/checkpoint"), forged).unwrap();
    let served = Served::over(rewritten);
    served.run(&["verify"]).exits(0);
    let ran = served.run(&["verify", "--against", theirs.to_str().unwrap()]).exits(5);
    let expected = "305.checkpoint: the first 305 entries are not those that were signed";
    assert!(ran.stdout.contains(expected), "{}", ran.stdout);
}

/// What is found when entry `index` is lied about.
#[track_caller]
fn found(ledger: &Ledger, index: u64, change: impl Fn(&mut Value) + Send + 'static) -> String {
    let url = liar::start(&ledger.served.url, liar::about(index, change));
    ledger.served.run_against(&url, &["verify", "--key", "verifier.key"]).exits(5).stdout
}

#[test]
fn one_member_of_one_entry_is_enough() {
    let ledger = Ledger::new();
    let members = |index: u64| -> Vec<String> {
        let page: Value =
            serde_json::from_slice(&ledger.served.get(&format!("v1/entries?from={index}&limit=1")))
                .unwrap();
        page["entries"][0].as_object().unwrap().keys().cloned().collect()
    };
    // Of an imported job, a created one and a change, every member that is served.
    for index in [7, FIRST_CREATED, FIRST_CREATED + 3] {
        for member in members(index) {
            let name = member.clone();
            let said = found(&ledger, index, move |entry| entry[&name] = other(&entry[&name]));
            assert!(said.contains(&format!("entry {index}")), "{member}: {said}");
        }
    }
    let said = found(&ledger, 7, |entry| entry["approved_by"] = json!("the auditor"));
    assert!(said.contains("entry 7 (job "), "{said}");
    assert!(said.contains("approved_by: is not what the entry's leaf is computed from"), "{said}");
}

/// Another value of the same type, if that can be.
pub(crate) fn other(value: &Value) -> Value {
    match value {
        Value::Null => json!("2026-01-28T15:04:53.003687Z"),
        Value::Number(number) => json!(number.as_i64().unwrap() + 1),
        Value::String(text) if text.starts_with("20") => json!("2026-01-28T15:04:53.003688Z"),
        Value::String(text) if text.contains('-') && text.len() == 36 => {
            json!("9b2d3a1c-0f4e-4d6a-8c7b-00000000ffff")
        }
        Value::String(text) if text == "SUCCESS" => json!("FAILED"),
        Value::String(text) if text == "FAILED" => json!("SUCCESS"),
        Value::String(text) => json!(format!("{text}x")),
        Value::Array(_) => json!([]),
        other => panic!("{other}"),
    }
}

#[test]
fn rules_are_replayed() {
    let ledger = Ledger::new();
    let earlier = crate::support::legacy::id(3);
    let open = ledger.open.clone();
    type Change = Box<dyn Fn(&mut Value) + Send>;
    let lies: [(u64, Change, &str); 9] = [
        (9, Box::new(move |e| e["job_id"] = json!(earlier)), "job_id: is that of an earlier job"),
        (
            9,
            Box::new(|e| e["previous"] = json!(3)),
            "previous: there is none before a job's first entry",
        ),
        (
            301,
            Box::new(|e| e["retry_of"] = json!("9b2d3a1c-0f4e-4d6a-8c7b-00000000ffff")),
            "retry_of: is no earlier job",
        ),
        (303, Box::new(|e| e["previous"] = json!(299)), "previous: is not the job's entry before"),
        (
            303,
            Box::new(|e| e["outcomes"][0]["cid"] = json!("6000")),
            "outcomes: names a customer that the job does not have",
        ),
        (303, Box::new(move |e| e["job_id"] = json!(open)), "job_id: is no earlier job"),
        (
            304,
            Box::new(|e| e["status"] = json!("IN_PROGRESS")),
            "status: cannot follow that of the job's last change",
        ),
        (
            304,
            Box::new(|e| e["status"] = json!("FAILED")),
            "status: cannot follow that of the job's last change",
        ),
        (
            300,
            Box::new(|e| e["customers"] = json!(["5002", "5001"])),
            "customers: is not what the entry's leaf is computed from",
        ),
    ];
    for (index, lie, expected) in lies {
        let said = found(&ledger, index, lie);
        assert!(said.contains(expected), "{expected}: {said}");
        assert!(said.contains("entry 3") || said.contains("entry 9"), "{said}");
    }
}

#[test]
fn entries_that_are_left_out_are_missed() {
    let ledger = Ledger::new();
    let without = liar::in_pages(|entries| drop(entries.remove(5)));
    let url = liar::start(&ledger.served.url, without);
    let ran = ledger.served.run_against(&url, &["verify"]).exits(5);
    let expected = "entry 5 (job 9b2d3a1c-0f4e-4d6a-8c7b-000000000007): is missing: the server gave another entry; \
                    stored: 6; expected: 5";
    assert!(ran.stdout.contains(expected), "{}", ran.stdout);
    let url = liar::start(&ledger.served.url, liar::in_pages(Vec::clear));
    let ran = ledger.served.run_against(&url, &["verify"]).exits(5);
    assert!(
        ran.stdout.contains("entry 0: is missing: the server gives no more entries than this"),
        "{}",
        ran.stdout
    );
}

/// What one reader understands, all must: also one who takes the first of two members, or goes by
/// `next`.
#[test]
fn what_is_served_is_read_in_one_way() {
    let ledger = Ledger::new();
    let lies: [(&str, &str, &str); 4] = [
        ("\"kind\":", "\"kind\":\"status_changed\",\"kind\":", "has the member \"kind\" twice"),
        ("{\"entries\":", "{\"entries\":[],\"entries\":", "twice"),
        (
            "\"next\":308",
            "\"next\":null",
            "entry 307: next: does not lead to the entry after the page; stored: null",
        ),
        (
            "\"next\":308",
            "\"next\":400",
            "entry 307: next: does not lead to the entry after the page; stored: 400",
        ),
    ];
    for (from, to, expected) in lies {
        let url = liar::start(&ledger.served.url, move |path, body| {
            if path.starts_with("/v1/entries") {
                String::from_utf8(body).unwrap().replacen(from, to, 1).into()
            } else {
                body
            }
        });
        let said = ledger.served.run_against(&url, &["verify"]).exits(5).stdout;
        assert!(said.contains(expected), "{expected}: {said}");
    }
}

#[test]
fn tiles_are_compared_on_every_level() {
    let ledger = Ledger::new();
    for (tile, at, expected) in [
        (
            "/log/tile/0/000",
            3 * 32,
            "entry 3 (job 9b2d3a1c-0f4e-4d6a-8c7b-000000000004): entry: its values are not those that were recorded",
        ),
        ("/log/tile/0/001.p/52", 51 * 32, "entry 307 (job "),
        ("/log/tile/1/000.p/1", 31, "entry 0: tile 1/000.p/1: is not that of its entries"),
    ] {
        let url = liar::start(&ledger.served.url, move |path, mut body| {
            if path == tile {
                body[at] ^= 1;
            }
            body
        });
        let ran = ledger.served.run_against(&url, &["verify"]).exits(5);
        assert!(ran.stdout.contains(expected), "{tile}: {}", ran.stdout);
        let count = ran.stdout.lines().filter(|line| line.starts_with("entry ")).count();
        assert_eq!(count, 1, "{}", ran.stdout);
    }
    let url = liar::start(&ledger.served.url, |path, mut body| {
        body.truncate(if path.starts_with("/log/tile/0/001") { 32 } else { body.len() });
        body
    });
    let ran = ledger.served.run_against(&url, &["verify"]).exits(5);
    assert!(
        ran.stdout.contains("entry 256: tile 0/001.p/52: is not there, or of a wrong length"),
        "{}",
        ran.stdout
    );
}

#[test]
fn a_checkpoint_that_another_key_signed_is_found() {
    let ledger = Ledger::new();
    let other = Ledger::new();
    let key = String::from_utf8(other.served.get("log/key")).unwrap();
    let ran = ledger.served.run(&["verify", "--key", key.trim()]).exits(6);
    assert!(ran.stderr.contains("the server's checkpoint: it is of the ledger "), "{}", ran.stderr);
    let url = liar::start(&ledger.served.url, |path, body| {
        if path == "/log/checkpoint" {
            String::from_utf8(body).unwrap().replacen("\n308\n", "\n307\n", 1).into()
        } else {
            body
        }
    });
    let ran = ledger.served.run_against(&url, &["verify"]).exits(5);
    assert!(ran.stdout.contains("the server's checkpoint: the signature of "), "{}", ran.stdout);
}

#[test]
fn outcomes_of_a_job_of_long_ago_are_checked_against_customers_asked_for_again() {
    let served = Served::over(crate::support::run::Folder::new());
    let first = served.create(&["5001", "5002"]);
    // Enough customers that those of the first job are no longer at hand.
    let many: Vec<String> = (0..100_000).map(|n| n.to_string()).collect();
    let many: Vec<&str> = many.iter().map(String::as_str).collect();
    for _ in 0..2 {
        served.create(&many);
    }
    let outcomes = json!([{"cid": "5002", "status": "FAILED"}]);
    served.report(&first, &json!({"status": "FAILED", "outcomes": outcomes}));
    served.save("log/key", "verifier.key");
    served.run(&["verify", "--entries-only"]).exits(0);
    let ledger = Ledger { served, failed: first.clone(), open: first };
    let said = found(&ledger, 3, |entry| entry["outcomes"][0]["cid"] = json!("5003"));
    assert!(said.contains("entry 3 (job "), "{said}");
    assert!(
        said.contains("outcomes: names a customer that the job does not have; stored: 5003"),
        "{said}"
    );
    // Other customers, when asked for one entry alone.
    let url = liar::start(&ledger.served.url, |path, body| {
        if path.contains("from=0&limit=1") && !path.contains("limit=10") && body.len() < 2000 {
            String::from_utf8(body)
                .unwrap()
                .replacen("\"5001\",\"5002\"", "\"5002\",\"5003\"", 1)
                .into()
        } else {
            body
        }
    });
    let ran = ledger.served.run_against(&url, &["verify"]).exits(5);
    assert!(ran.stdout.contains("entry 0 (job "), "{}", ran.stdout);
    assert!(
        ran.stdout.contains("the server gave other customers when it was asked again"),
        "{}",
        ran.stdout
    );
}

#[test]
fn what_cannot_be_asked_is_not_called_a_difference() {
    let ledger = Ledger::new();
    let url = &ledger.served.url;
    let nobody = ledger.served.folder.run(&["verify", "--server", url]).exits(1);
    assert!(nobody.stderr.contains("give the token in JOBS_TOKEN"), "{}", nobody.stderr);
    ledger.served.run(&["verify", "--threads", "2"]).exits(2);
    let nothing = format!("{}/log/nothing", url.trim_end_matches('/'));
    let ran = ledger.served.run(&["verify", "--against", &nothing]).exits(1);
    assert!(ran.stderr.contains("log/nothing: is not there"), "{}", ran.stderr);
}

#[test]
fn the_token_goes_to_its_own_server_and_to_no_other() {
    let ledger = Ledger::new();
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let elsewhere = format!("http://{}/checkpoint", listener.local_addr().unwrap());
    let note = ledger.served.get("log/checkpoint");
    let heard = std::thread::spawn(move || {
        let mut stream = listener.accept().unwrap().0;
        let head = liar::read_head(&mut stream).unwrap();
        let answer = format!("HTTP/1.1 200 OK\r\ncontent-length: {}\r\n\r\n", note.len());
        std::io::Write::write_all(&mut stream, &[answer.as_bytes(), &note].concat()).unwrap();
        head
    });
    ledger.served.run(&["verify", "--against", &elsewhere]).exits(0);
    let head = heard.join().unwrap();
    assert!(head.starts_with("GET /checkpoint ") && !head.contains(TOKEN), "{head}");
}
