//! The exit codes of `docs/verify.md`, of `jobctl check` and of `docs/verify/check.py`: one table
//! for both programs. The keys are those of `jobctl verify`, too.

use std::fs;
use std::os::unix::fs::symlink;
use std::path::Path;
use std::process::Command;

use crate::evidence::check_py;
use crate::support::ledger::Ledger;
use crate::support::run::{Folder, finish};

/// A key, and the exit code with it for something genuine.
const KEYS: [(&str, i32); 17] = [
    ("verifier.key", 0),
    ("key.link", 0),
    ("other.key", 6),
    ("jobs-data/ledger.key", 6),
    ("300.checkpoint", 6),
    ("empty", 6),
    ("large", 6),
    ("binary", 6),
    ("jobs_BiFFbhRRaya9DIxbEyzh7SPZKiOTGpAAiuhSFdLyCqA", 6),
    ("0123456789abcdef0123456789abcdef", 6),
    ("ledger.test+00000000+AQOh", 6),
    ("{}", 6),
    ("", 6),
    ("nowhere", 1),
    ("directory", 1),
    ("fifo", 1),
    ("/dev/zero", 1),
];

/// One key of each kind.
const FEW: [&str; 4] = ["verifier.key", "other.key", "empty", "fifo"];

/// What is in the place of a file, and the exit code.
const FILES: [(&str, i32); 8] = [
    ("nowhere", 1),
    ("nowhere/below", 1),
    ("fifo", 1),
    ("socket", 1),
    ("/dev/zero", 1),
    ("/dev/null", 1),
    ("empty", 5),
    ("large", 5),
];

/// A folder with evidence of each kind, genuine and edited, and with files that are not evidence.
fn folder() -> Folder {
    let Ledger { served, failed, .. } = Ledger::new();
    served.save("v1/entries/303/receipt", "receipt");
    served.save("v1/entries/303/leaf", "leaf");
    let folder = served.stop();
    let other = Ledger::new().served.stop();
    folder.run(&["prove", &failed, "--out", "job"]).exits(0);
    folder.run(&["prove", &failed, "--out", "edited.job"]).exits(0);
    folder.run(&["prove", &failed, "--customer", "5001", "--out", "customer"]).exits(0);
    let edit = |from: &str, to: &str, what: &str, by: &str| {
        let text = fs::read_to_string(folder.path(from)).unwrap();
        assert!(text.contains(what), "{from}: {text}");
        fs::write(folder.path(to), text.replacen(what, by, 1)).unwrap();
    };
    edit("edited.job/outcomes/303.json", "edited.job/outcomes/303.json", "does not", "does now");
    edit("customer", "edited.customer", "admin", "nobody");
    edit("leaf", "edited.leaf", "FAILED", "SUCCESS");
    edit("receipt", "edited.receipt", "index 303", "index 302");
    // The first line of the note, which is signed with the rest.
    let origin = fs::read_to_string(folder.path("verifier.key")).unwrap();
    let origin = origin.split('+').next().unwrap();
    edit("receipt", "renamed.receipt", &format!("\n\n{origin}\n"), "\n\nelsewhere\n");
    fs::copy(other.path("verifier.key"), folder.path("other.key")).unwrap();
    symlink("verifier.key", folder.path("key.link")).unwrap();
    symlink("customer", folder.path("customer.link")).unwrap();
    fs::write(folder.path("empty"), "").unwrap();
    fs::write(folder.path("large"), " ".repeat(20 << 20)).unwrap();
    fs::write(folder.path("binary"), [0xff; 99]).unwrap();
    fs::create_dir(folder.path("directory")).unwrap();
    assert!(Command::new("mkfifo").arg(folder.path("fifo")).status().unwrap().success());
    drop(std::os::unix::net::UnixListener::bind(folder.path("socket")).unwrap());
    folder
}

/// Command lines, each with its exit code.
fn table() -> Vec<(String, i32)> {
    let receipt = |receipt: &str, leaf: &str| format!("--receipt {receipt} --leaf {leaf}");
    let genuine = ["job".to_owned(), "customer".into(), receipt("receipt", "leaf")];
    let edited = [
        "edited.job".to_owned(),
        "edited.customer".into(),
        receipt("receipt", "edited.leaf"),
        receipt("edited.receipt", "leaf"),
    ];
    let mut table = Vec::new();
    for what in &genuine {
        // Keys are read in the same way, whatever they check.
        let all = KEYS.iter().filter(|(key, _)| what == "customer" || FEW.contains(key));
        table.extend(all.map(|(key, code)| (format!("{what} --key {key}"), *code)));
    }
    for what in &edited {
        // It does not matter whose it would be if it were genuine.
        for key in ["verifier.key", "other.key"] {
            table.push((format!("{what} --key {key}"), 5));
        }
        table.push((format!("{what} --key nowhere"), 1));
    }
    for (file, code) in FILES {
        for what in [file.to_owned(), receipt(file, "leaf"), receipt("receipt", file)] {
            table.push((format!("{what} --key verifier.key"), code));
        }
    }
    table.push(("customer.link --key verifier.key".into(), 0));
    table.push((format!("{} --key verifier.key", receipt("renamed.receipt", "leaf")), 5));
    table.push(("directory --key verifier.key".into(), 5));
    table.push((format!("{} --key verifier.key", receipt("directory", "leaf")), 1));
    table.push((format!("{} --key verifier.key", receipt("receipt", "directory")), 1));
    for what in ["job", "customer"] {
        table.push((what.into(), 0));
        table.push((format!("edited.{what}"), 5));
    }
    for wrong in ["", "--receipt receipt --key verifier.key", "--leaf leaf --key verifier.key"] {
        table.push((wrong.into(), 2));
    }
    table.push((receipt("receipt", "leaf"), 2));
    table
}

/// A line of the table as arguments; the last one may be empty.
fn arguments(line: &str) -> Vec<&str> {
    if line.is_empty() { Vec::new() } else { line.split(' ').collect() }
}

#[test]
fn both_programs_end_as_the_table_says() {
    let folder = folder();
    for (line, code) in table() {
        let args = arguments(&line);
        let plain = folder.command(&[&["check"], &args[..]].concat());
        // Ends commands that block, or read endlessly.
        let mut command = Command::new("timeout");
        command.arg("60").arg(plain.get_program()).args(plain.get_args());
        let ran = finish({
            command.current_dir(folder.path(""));
            command
        });
        assert_eq!(ran.code, code, "jobctl check {line}: {ran:?}");
        if let Some(theirs) = check_py(&folder, &args) {
            assert_eq!(theirs.code, code, "check.py {line}: {theirs:?}");
            assert!(!theirs.stderr.contains("Traceback"), "check.py {line}: {theirs:?}");
        }
    }
    for (key, code) in KEYS {
        let ran = folder.run(&["verify", "--key", key]);
        assert_eq!(ran.code, code, "jobctl verify --key {key}: {ran:?}");
    }
    for (file, code) in [("fifo", 1), ("/dev/zero", 1), ("directory", 1), ("socket", 1)] {
        let ran = folder.run(&["verify", "--against", file]).exits(code);
        assert!(ran.stderr.contains(&format!("{file}: is not a regular file")), "{ran:?}");
    }
}

/// A pipe that the shell hands over works like a file.
#[test]
fn what_a_shell_pipes_is_read() {
    let folder = folder();
    if Command::new("bash").arg("--version").output().is_err() {
        return;
    }
    let program = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/verify/check.py");
    let check_py = format!("python3 {}", program.display());
    for check in [concat!(env!("CARGO_BIN_EXE_jobctl"), " check"), &check_py] {
        let line = format!(
            "{check} --receipt <(cat receipt) --leaf /dev/stdin --key <(cat verifier.key) < leaf"
        );
        let mut bash = Command::new("bash");
        bash.args(["-c", &line]).current_dir(folder.path(""));
        finish(bash).exits(0);
    }
}
