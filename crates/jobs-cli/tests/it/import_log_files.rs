//! Log files as they are found: rotated in the middle of a line, compressed, in another encoding,
//! with anything in them.

use serde_json::{Value, json};

use crate::support::legacy::{self, id, job};
use crate::support::old_log::{ARGS, NEWER, done, line, start, write};
use crate::support::run::{Folder, Ran};

fn folder() -> Folder {
    let folder = Folder::new();
    drop(legacy::write(&folder.path("old.db"), NEWER, &[job(&id(1), "10:00:00.020")]));
    folder
}

fn lines() -> [String; 3] {
    [
        start("10:00:00,000", "vijay", "Trans-Begin", 1),
        done("10:00:01,000", &id(1), 200, 1000, "result=success"),
        start("11:00:00,000", "prasad", "T-Enable", 3),
    ]
}

fn run(folder: &Folder, files: &[&str]) -> Ran {
    let mut args = ARGS[..4].to_vec();
    args.push("--json");
    files.iter().for_each(|file| args.extend(["--log", file]));
    folder.run(&args)
}

#[test]
fn the_rest_of_a_line_alone_is_a_warning_beside_another_log() {
    let folder = folder();
    write(&folder, "set_action.log", &lines());
    for rest in [
        "=200 | elapsed_ms=1000 | result=success\n",
        "sult=suc",
        "ValueError\nTraceback\n",
        "\0\0\0\0\0",
    ] {
        std::fs::write(folder.path("rest.log"), rest).unwrap();
        for files in [["rest.log", "set_action.log"], ["set_action.log", "rest.log"]] {
            let report = run(&folder, &files).exits(3).json();
            let warning = report["warnings"][0].as_str().unwrap();
            assert!(warning.starts_with("nothing was read from rest.log: no line"), "{warning}");
            assert_eq!(report["log"]["calls"]["with_job"], 1);
        }
        let ran = run(&folder, &["rest.log", "rest.log"]).exits(1);
        assert!(ran.stderr.contains("rest.log: is not a log of the old server"), "{ran:?}");
    }
}

#[test]
fn what_must_be_unpacked_or_written_anew_first_is_refused_and_that_is_said() {
    let folder = folder();
    write(&folder, "set_action.log", &lines());
    let text = lines().join("\r\n");
    let utf_16: Vec<u16> = text.encode_utf16().collect();
    let little: Vec<u8> = utf_16.iter().flat_map(|unit| unit.to_le_bytes()).collect();
    let big: Vec<u8> = utf_16.iter().flat_map(|unit| unit.to_be_bytes()).collect();
    for (bytes, what) in [
        (
            b"\x1f\x8b\x08\0 compressed".to_vec(),
            "is compressed; unpack it (gzip -dc FILE > NEW.log)",
        ),
        (b"BZh91AY".to_vec(), "is compressed; unpack it (bzip2 -dc FILE > NEW.log)"),
        (b"\xfd7zXZ\0\0".to_vec(), "is compressed; unpack it (xz -dc FILE > NEW.log)"),
        (b"\x28\xb5\x2f\xfd\0".to_vec(), "is compressed; unpack it (zstd -dc FILE > NEW.log)"),
        (b"PK\x03\x04\0".to_vec(), "is compressed; unpack it (unzip -p FILE > NEW.log)"),
        ([b"\xff\xfe", &little[..]].concat(), "iconv -f UTF-16LE -t UTF-8 FILE > NEW.log"),
        ([b"\xfe\xff", &big[..]].concat(), "iconv -f UTF-16BE -t UTF-8 FILE > NEW.log"),
        (little, "iconv -f UTF-16LE"),
        (big, "iconv -f UTF-16BE"),
    ] {
        std::fs::write(folder.path("other.log"), bytes).unwrap();
        for files in [&["other.log"][..], &["set_action.log", "other.log"]] {
            let ran = run(&folder, files).exits(1);
            assert!(ran.stderr.contains("other.log: is ") && ran.stderr.contains(what), "{ran:?}");
        }
        assert!(!folder.path("jobs-data").exists());
    }
}

/// Other content of a file does not change how its lines are read.
#[test]
fn a_log_is_read_whatever_else_is_in_it() {
    let folder = folder();
    let expected = |report: &Value, text: &str| {
        let log = &report["log"];
        let calls = json!({
            "started": 2, "without_start": 0, "with_job": 1, "ended_without_job": 0, "known_from_audit": 0,
            "without_end": 1, "of_test_rows": 0,
        });
        assert_eq!(log["calls"], calls, "{log}: {text:.999}");
        assert_eq!(log["contradictions"]["count"], 0, "{log}");
    };
    let plain = lines().join("\n") + "\n";
    let huge = format!("{}\n{plain}", line("09:00:00,000", "note", &"x".repeat(3 << 20)));
    for text in [
        plain.clone(),
        plain.replace('\n', "\r\n"),
        format!("\u{feff}{plain}"),
        format!("{plain}\n\n  \n"),
        plain.replace('\n', "\n\0\0\0\0"),
        plain.replacen("2026", "\0\0\0\x002026", 1),
        plain.replace("| INFO |", "| INFO     |"),
        plain.replace("| INFO |", "| Level 25 |"),
        plain.replace("| INFO |", "|\tWARNING\t|"),
        plain.replace(" | ", " |  "),
        plain.replace(",000 ", " "),
        plain.replace(",000 ", ".000000+05:30 "),
        plain.replace("INFO |", "INFO | flask.app |"),
        plain.replace("user=vijay", "user=\"vijay\"").replace("T-Enable", "'T-Enable'"),
        plain.replace("vijay", "\u{a0}vijay\u{200b}"),
        plain.replace(&id(1), &format!(" {{{}}} ", id(1).to_uppercase())),
        plain.lines().rev().collect::<Vec<_>>().join("\n"),
        plain.replace("set_action_start", "SET_ACTION_START"),
        huge,
    ] {
        std::fs::write(folder.path("set_action.log"), &text).unwrap();
        expected(&run(&folder, &["set_action.log"]).exits(3).json(), &text);
        // Twice, and with a rotated file that overlaps.
        let half: String = text.chars().take(text.chars().count() / 2).collect();
        std::fs::write(folder.path("set_action.log.1"), half).unwrap();
        let report = run(&folder, &["set_action.log", "set_action.log", "set_action.log.1"]);
        expected(&report.exits(3).json(), &text);
    }
}

/// The last bytes of a file may be half a character.
#[test]
fn a_log_may_end_in_the_middle_of_a_letter() {
    let folder = folder();
    let mut bytes = lines().join("\n").into_bytes();
    let end = line("11:00:02,000", "set_action_error", "user=prasad | error=\"überlastet");
    let cut = end.find('ü').unwrap() + 1;
    bytes.push(b'\n');
    bytes.extend_from_slice(&end.as_bytes()[..cut]);
    std::fs::write(folder.path("set_action.log"), &bytes).unwrap();
    let report = run(&folder, &["set_action.log"]).exits(3).json();
    assert_eq!(report["log"]["ended_without_job"]["count"], 1, "{report}");
    assert_eq!(report["log"]["calls"]["without_start"], 0);
}

/// An error may contain the separators of lines and values.
#[test]
fn an_error_is_read_to_its_end() {
    let folder = folder();
    let text = r#"exception_type=OSError | error="a | user=x\nTraceback | job_id=7\n  said \"no\" | result=success" | action=T-Enable"#;
    let mut all = lines().to_vec();
    all.push(line("11:00:01,000", "set_action_error", text));
    write(&folder, "set_action.log", &all);
    let report = run(&folder, &["set_action.log"]).exits(3).json();
    let lost = &report["log"]["ended_without_job"]["first"][0];
    assert_eq!(lost["user_id"], "prasad");
    let error = "a | user=x\nTraceback | job_id=7\n  said \"no\" | result=success";
    assert_eq!((&lost["error"], &lost["job_id"]), (&json!(error), &Value::Null));
}

/// Two servers wrote into one file, with clocks that differ.
#[test]
fn the_lines_of_two_servers_may_be_mixed() {
    let folder = folder();
    let mut all = Vec::new();
    for n in 0..40 {
        // The second server is five seconds behind.
        let a = format!("11:{n:02}:10");
        let b = format!("11:{n:02}:05");
        all.push(start(&format!("{a},000"), "vijay", "Trans-Begin", 1));
        all.push(start(&format!("{b},100"), "prasad", "Trans-Begin", 1));
        all.push(done(&format!("{a},900"), "NONE", 200, 900, "result=success"));
        all.push(done(&format!("{b},900"), "NONE", 401, 800, "result=failed"));
    }
    write(&folder, "set_action.log", &all);
    let report = run(&folder, &["set_action.log"]).exits(3).json();
    assert_eq!(report["log"]["ended_without_job"]["count"], 80);
    assert_eq!(report["log"]["calls"]["without_start"], 0);
    for call in report["log"]["ended_without_job"]["first"].as_array().unwrap() {
        assert_eq!(call["user_id"] == "vijay", call["http_status"] == 200, "{call}");
    }
}
