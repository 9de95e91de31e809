//! `jobctl verify` on a data directory.

use std::fs;

use jobs_files::whole_file;
use jobs_notary::Verified;
use serde_json::{Value, json};

use crate::support::damage::{copy, tamper, tamper_with};
use crate::support::ledger::{ENTRIES, FIRST_CREATED, JOBS, Ledger};
use crate::support::run::{Folder, Ran};
use crate::untouched::files;

/// A ledger that nobody has open.
fn stopped() -> (Folder, String) {
    let Ledger { served, failed, .. } = Ledger::new();
    (served.stop(), failed)
}

#[track_caller]
fn sound(ran: Ran) -> String {
    let ran = ran.exits(0);
    assert_eq!(ran.stderr, "");
    ran.stdout
}

#[track_caller]
fn differs(ran: Ran, expected: &str) -> Ran {
    let ran = ran.exits(5);
    assert!(ran.stdout.contains(expected), "{expected}: {}", ran.stdout);
    ran
}

#[test]
fn a_sound_ledger_is_what_it_was_at_every_checkpoint() {
    let ledger = Ledger::new();
    let url = format!("{}/log/checkpoint", ledger.served.url.trim_end_matches('/'));
    let args =
        ["verify", "--against", "300.checkpoint", "--against", "305.checkpoint", "--against", &url];
    // While a server has it open, and when none has.
    let running = sound(ledger.served.folder.run(&args));
    for line in [
        "./jobs-data: is what was recorded".to_owned(),
        format!("entries  {ENTRIES}"),
        format!("jobs     {JOBS}"),
        "extends  300.checkpoint: 300 entries".into(),
        "extends  305.checkpoint: 305 entries".into(),
        format!("extends  {url}: {ENTRIES} entries"),
    ] {
        assert!(running.lines().any(|found| found == line), "{line}: {running}");
    }
    let folder = ledger.served.stop();
    let stopped = sound(folder.run(&args[..5]));
    assert!(stopped.contains("extends  305.checkpoint: 305 entries\n"), "{stopped}");
    // The anchors follow a running server; now they have arrived.
    let anchored = format!("extends  ./jobs-data/anchor/checkpoint: {ENTRIES} entries\n");
    assert!(stopped.contains(&anchored), "{stopped}");
    let key = fs::read_to_string(folder.path("verifier.key")).unwrap();
    let given = sound(folder.run(&["verify", "--key", key.trim(), "--threads", "1"]));
    assert!(given.contains(&format!("key      {}, as given\n", key.trim())), "{given}");
    assert_eq!(given, sound(folder.run(&["verify", "--key", "verifier.key"])));
}

#[test]
fn the_json_is_this() {
    let (folder, failed) = stopped();
    let key = fs::read_to_string(folder.path("verifier.key")).unwrap();
    let head = folder.run(&["verify", "--json"]).exits(0).json();
    let root = head["root"].as_str().unwrap();
    let checkpoint = |source: &str, size: u64, root: &Value| json!({"source": source, "size": size, "root": root, "signature": "genuine"});
    let expected = json!({
        "ledger": "./jobs-data",
        "sound": true,
        "entries": ENTRIES,
        "jobs": JOBS,
        "root": root,
        "key": key.trim(),
        "key_from": "data_dir",
        "checkpoints": [checkpoint("./jobs-data/anchor/checkpoint", ENTRIES, &root.into())],
        "findings_count": 0,
        "findings": [],
        "not_verified": [],
    });
    assert_eq!(head, expected);
    tamper(
        &folder,
        &format!("UPDATE entry SET http_status = 201 WHERE idx = {}", FIRST_CREATED + 3),
    );
    let found = folder.run(&["verify", "--json"]).exits(5).json();
    assert_eq!((&found["sound"], &found["key_from"]), (&json!(false), &json!("data_dir")));
    let about: Vec<_> = found["findings"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|f| f["index"] == FIRST_CREATED + 3)
        .collect();
    assert_eq!(about.len(), 1, "{found}");
    assert_eq!(about[0]["job_id"], failed);
    assert_eq!(about[0]["what"], "entry: its values are not those that were recorded");
    assert!(about[0]["stored"].as_str().unwrap().contains("\"http_status\":201"), "{found}");
    assert!(about[0]["expected"].as_str().unwrap().starts_with("a leaf with the hash "), "{found}");
}

/// What the server's `GET /v1/verification` reads.
#[test]
fn what_it_came_to_is_written_down_if_that_is_wanted() {
    let (folder, _) = stopped();
    let data = folder.path("jobs-data");
    sound(folder.run(&["verify"]));
    assert!(!data.join(Verified::FILE).exists(), "it is not asked for");
    let report = folder.run(&["verify", "--record", "--json"]).exits(0).json();
    let written = Verified::read(&data).unwrap().unwrap();
    assert_eq!((written.size, written.is_sound, written.findings), (ENTRIES, true, 0));
    assert!(written.signatures_checked);
    assert_eq!(report["root"], json!(written.root));
    tamper(&folder, &format!("UPDATE entry SET http_status = 201 WHERE idx = {FIRST_CREATED}"));
    differs(folder.run(&["verify", "--record"]), "is not what was recorded");
    let later = Verified::read(&data).unwrap().unwrap();
    assert!(
        !later.is_sound && later.findings > 0 && later.ended_at > written.ended_at,
        "{later:?}"
    );
    // Also that nothing could be verified: nobody must rely on the result of the night before.
    fs::rename(data.join("jobs.db"), data.join("elsewhere")).unwrap();
    assert_ne!(folder.run(&["verify", "--record"]).code, 0, "there is nothing to verify");
    let nothing = Verified::read(&data).unwrap().unwrap();
    assert!(!nothing.is_sound && nothing.size == 0 && nothing.ended_at > later.ended_at);
    fs::rename(data.join("elsewhere"), data.join("jobs.db")).unwrap();
    // That it could not be written down hides nothing that was found.
    fs::remove_file(data.join(Verified::FILE)).unwrap();
    fs::create_dir(data.join(Verified::FILE)).unwrap();
    differs(folder.run(&["verify", "--record"]), "it was not written down: ");
    let refused = folder.run(&["verify", "--record", "--server", "http://127.0.0.1:9"]).exits(2);
    assert!(refused.stderr.contains("--record"), "{}", refused.stderr);
}

#[test]
fn what_was_edited_is_named() {
    let (folder, failed) = stopped();
    let last = ENTRIES - 1;
    let attacks = [
        ("UPDATE entry SET error_message = 'nothing' WHERE idx = 303".to_owned(), format!("entry 303 (job {failed}): ")),
        (
            "UPDATE entry SET customer_count = 1, customers = '[' || (SELECT id FROM term WHERE kind = 5 AND value = '5001') || ']' WHERE idx = 300".into(),
            format!("entry 300 (job {failed}): "),
        ),
        ("UPDATE job_state SET status = 1 WHERE job = 300".into(), format!("entry 300 (job {failed}): job_state: column status: ")),
        ("UPDATE term SET value = '\u{1b}[31mx' WHERE value = '5005'".into(), "entry 307".into()),
        ("DELETE FROM entry WHERE idx = 150".into(), "entry 150: ".into()),
        (format!("DELETE FROM job_state WHERE job = {last}; DELETE FROM entry WHERE idx = {last}"), format!("anchor/checkpoint: the ledger once had more entries; stored: {last}; expected: {ENTRIES}")),
        ("DROP TRIGGER entry_is_never_removed".into(), "schema: trigger entry_is_never_removed is missing".into()),
    ];
    for (number, (sql, expected)) in attacks.iter().enumerate() {
        let name = format!("attack-{number}");
        copy(&folder.path("jobs-data"), &folder.path(&name));
        let path = folder.path(&name).join("jobs.db");
        if sql.starts_with("DROP") {
            rusqlite::Connection::open(path).unwrap().execute_batch(sql).unwrap();
        } else {
            tamper_with(&path, sql);
        }
        let ran = differs(folder.run(&["verify", "--data-dir", &name]), expected);
        assert!(!ran.stdout.contains('\u{1b}'), "{sql}: {}", ran.stdout);
        assert!(ran.stdout.contains("is not what was recorded: "), "{sql}: {}", ran.stdout);
    }
}

#[test]
fn many_findings_are_counted_and_the_first_twenty_printed() {
    let (folder, _) = stopped();
    tamper(&folder, "UPDATE entry SET action_code = 9 WHERE idx BETWEEN 100 AND 149");
    let ran = folder.run(&["verify"]).exits(5);
    assert_eq!(
        ran.stdout.lines().filter(|line| line.starts_with("entry 1")).count(),
        20,
        "{}",
        ran.stdout
    );
    assert!(ran.stdout.contains("\nand "), "{}", ran.stdout);
    let json = folder.run(&["verify", "--json"]).exits(5).json();
    let count = json["findings_count"].as_u64().unwrap();
    assert!(ran.stdout.contains(&format!("and {} more\n", count - 20)), "{count}: {}", ran.stdout);
}

#[test]
fn an_older_copy_is_found_by_what_lies_outside() {
    let Ledger { served, .. } = Ledger::new();
    let folder = served.stop();
    copy(&folder.path("jobs-data"), &folder.path("older"));
    let served = crate::support::served::Served::over(folder);
    served.create(&["5006"]);
    served.save("log/checkpoint", "newer.checkpoint");
    let folder = served.stop();
    // The copy has its own anchor, which went back with it.
    sound(folder.run(&["verify", "--data-dir", "older"]));
    let expected =
        format!("the ledger once had more entries; stored: {ENTRIES}; expected: {}", ENTRIES + 1);
    differs(
        folder.run(&["verify", "--data-dir", "older", "--anchor-dir", "jobs-data/anchor"]),
        &expected,
    );
    differs(
        folder.run(&["verify", "--data-dir", "older", "--against", "newer.checkpoint"]),
        &expected,
    );
}

#[test]
fn a_rewritten_history_does_not_extend_its_checkpoint() {
    // The same jobs in another ledger, signed with the same key: sound in itself.
    let (folder, _) = stopped();
    let other = Ledger::new();
    let rewritten = other.served.stop();
    fs::copy(folder.path("jobs-data/ledger.key"), rewritten.path("jobs-data/ledger.key")).unwrap();
    fs::remove_dir_all(rewritten.path("jobs-data/anchor")).unwrap();
    sound(rewritten.run(&["verify"]));
    let theirs = folder.path("305.checkpoint");
    let args = ["verify", "--against", theirs.to_str().unwrap()];
    differs(rewritten.run(&args), "the first 305 entries are not those that were signed");
}

#[test]
fn nothing_beside_the_ledger_changes() {
    let (folder, _) = stopped();
    let data_dir = folder.path("jobs-data");
    settle(&folder);
    let without_log = files_of(&data_dir);
    assert!(!without_log.contains_key("jobs.db-shm"), "{:?}", without_log.keys());
    sound(folder.run(&["verify"]));
    assert!(files_of(&data_dir) == without_log, "a file appeared or changed");

    // A copy that was made while the ledger was in use: what is newest is in the log alone.
    let served = crate::support::served::Served::over(folder);
    served.create(&["5006"]);
    let data_dir = served.folder.path("jobs-data");
    let copied = served.folder.path("copied");
    copy(&data_dir, &copied);
    fs::remove_file(copied.join("jobs.db-shm")).unwrap();
    let with_log = files_of(&copied);
    assert!(with_log["jobs.db-wal"].0.len() > 4096);
    let said = sound(served.folder.run(&[
        "verify",
        "--data-dir",
        "copied",
        "--anchor-dir",
        "copied/anchor",
    ]));
    assert!(said.contains(&format!("entries  {}\n", ENTRIES + 1)), "{said}");
    assert!(files_of(&copied) == with_log, "a file appeared or changed");
}

/// Moves the log into the ledger, and takes it away. A pool of the server that has just stopped may
/// have a connection open for a moment longer: then the last one to close it is not this one.
pub(crate) fn settle(folder: &Folder) {
    let database = folder.path("jobs-data/jobs.db");
    for _ in 0..10_000 {
        let sql = rusqlite::Connection::open(&database).unwrap();
        sql.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(())).unwrap();
        sql.close().unwrap();
        if !folder.path("jobs-data/jobs.db-shm").exists() {
            return;
        }
        std::thread::yield_now();
    }
    panic!("somebody has the ledger open");
}

/// Without the anchor, which is a directory.
fn files_of(data_dir: &std::path::Path) -> crate::untouched::Files {
    let flat = tempfile::tempdir().unwrap();
    let anchor = data_dir.join("anchor");
    let aside = flat.path().join("anchor");
    fs::rename(&anchor, &aside).unwrap();
    let found = files(data_dir);
    fs::rename(&aside, &anchor).unwrap();
    found
}

#[test]
fn a_signature_that_is_not_the_ledgers_is_found() {
    let (folder, _) = stopped();
    let other = Ledger::new().served.stop();
    // A key that has signed something here, or is that of ledger.key, is not the one that is wrong.
    let key = fs::read(folder.path("jobs-data/ledger.key")).unwrap();
    let ours = fs::read_to_string(folder.path("jobs-data/anchor/checkpoint")).unwrap();
    let foreign = other.path("jobs-data/anchor/checkpoint");
    fs::copy(foreign, folder.path("jobs-data/anchor/checkpoint")).unwrap();
    let given = ["verify", "--key", "verifier.key"];
    differs(folder.run(&given), "anchor/checkpoint: it is of the ledger ");
    fs::remove_file(folder.path("jobs-data/ledger.key")).unwrap();
    let against = [&given[..], &["--against", "300.checkpoint"]].concat();
    differs(folder.run(&against), "anchor/checkpoint: it is of the ledger ");
    whole_file::create(&folder.path("jobs-data/ledger.key"), &key).unwrap();
    fs::write(folder.path("jobs-data/anchor/checkpoint"), ours).unwrap();
    let anchor = folder.path("jobs-data/anchor/checkpoint");
    let note = fs::read_to_string(&anchor).unwrap();
    fs::write(&anchor, note.replacen(&format!("\n{ENTRIES}\n"), "\n300\n", 1)).unwrap();
    differs(folder.run(&["verify"]), "anchor/checkpoint: the signature of ");
    fs::write(&anchor, "not a note").unwrap();
    differs(folder.run(&["verify"]), "anchor/checkpoint: ");
    // Without a key nothing is said about signatures, and that is said.
    fs::write(&anchor, note).unwrap();
    fs::remove_file(folder.path("jobs-data/ledger.key")).unwrap();
    let unsigned = sound(folder.run(&["verify"]));
    assert!(unsigned.contains("key      none, so that signatures were not checked"), "{unsigned}");
    assert!(unsigned.contains("entries, its signature not checked\n"), "{unsigned}");
    let json = folder.run(&["verify", "--json"]).exits(0).json();
    assert_eq!((&json["key"], &json["key_from"]), (&Value::Null, &json!("none")));
    assert_eq!(json["checkpoints"][0]["signature"], "not checked");
}

#[test]
fn what_cannot_be_done_is_not_called_a_difference() {
    let (folder, _) = stopped();
    fs::write(folder.path("no.checkpoint"), "hello\n").unwrap();
    fs::create_dir(folder.path("foreign")).unwrap();
    rusqlite::Connection::open(folder.path("foreign/jobs.db"))
        .unwrap()
        .execute_batch("CREATE TABLE t (a)")
        .unwrap();
    for (code, args, expected) in [
        (1, &["--data-dir", "nowhere"][..], "there is no ledger in nowhere"),
        (1, &["--data-dir", "foreign"], "foreign/jobs.db is a database of another program"),
        (1, &["--against", "missing"], "missing: No such file"),
        (1, &["--against", "no.checkpoint"], "no.checkpoint: note: "),
        (1, &["--anchor-dir", "nowhere"], "nowhere/checkpoint: there is no checkpoint"),
        (2, &["--threads", "0"], "--threads"),
    ] {
        let ran = folder.run(&[&["verify"], args].concat()).exits(code);
        assert!(ran.stderr.contains(expected), "{args:?}: {}", ran.stderr);
        assert!(
            !ran.stderr.contains("immutable") && !ran.stderr.contains("PRIVATE"),
            "{}",
            ran.stderr
        );
    }
    // A secret key in the wrong place is not shown.
    let secret = fs::read_to_string(folder.path("jobs-data/ledger.key")).unwrap();
    let ran = folder.run(&["verify", "--key", secret.trim()]).exits(6);
    assert!(!ran.stderr.contains("PRIVATE"), "{}", ran.stderr);
}

#[test]
fn a_file_that_cannot_be_read_at_all_is_damage() {
    let (folder, _) = stopped();
    settle(&folder);
    fs::write(folder.path("jobs-data/jobs.db"), "x".repeat(5000)).unwrap();
    differs(folder.run(&["verify"]), "file: ");
}
