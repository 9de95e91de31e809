//! Ledgers in odd places: on a read-only place, with and without a log, without room for temporary
//! files, and with something else where a file should be.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::support::damage::copy;
use crate::support::ledger::Ledger;
use crate::support::legacy::{self, Generation, id};
use crate::support::run::{Folder, Ran, finish};
use crate::untouched::{Files, files};
use crate::verify::settle;

/// What is done to a ledger.
type ChangeOf<T> = fn(&T);

/// An old database that does not fit into a few KiB.
fn write_many_jobs(path: &Path) {
    let jobs: Vec<_> = (1..400).map(|n| legacy::job(&id(n), "09:00:00")).collect();
    drop(legacy::write(path, Generation::Newer, &jobs));
}

/// `jobctl args`, run by a shell after `before` has changed its private mounts; `None` if the
/// system does not allow that.
#[expect(clippy::print_stderr, reason = "a test that did not run must say so")]
fn run_after(folder: &Folder, before: &str, args: &[&str]) -> Option<Ran> {
    let unshare = || {
        let mut command = Command::new("unshare");
        command.args(["--map-root-user", "--mount", "sh", "-ec"]);
        command
    };
    let can = unshare().arg("mount -t tmpfs none /tmp").output();
    if !can.is_ok_and(|output| output.status.success()) {
        eprintln!(
            "SKIPPED: there is no `unshare` here that may mount, to make a place of another kind"
        );
        return None;
    }
    let plain = folder.command(args);
    let mut command = unshare();
    command
        .arg(format!("{before}\nexec \"$0\" \"$@\""))
        .arg(plain.get_program())
        .args(plain.get_args());
    for (name, value) in plain.get_envs() {
        match value {
            Some(value) => command.env(name, value),
            None => command.env_remove(name),
        };
    }
    command.current_dir(folder.path(""));
    Some(finish(command))
}

/// The same with `directory` mounted read-only.
fn run_read_only(folder: &Folder, directory: &str, args: &[&str]) -> Option<Ran> {
    let before =
        format!("mount --bind {directory} {directory}; mount -o remount,bind,ro {directory}");
    run_after(folder, &before, args)
}

/// The files beside a ledger, which reading may not change, except for the index of the log, which
/// belongs to its readers.
fn beside(directory: &Path) -> Files {
    let mut files = files_only(directory);
    files.entry("jobs.db-shm".into()).and_modify(|file| *file = (Vec::new(), file.1));
    files.retain(|name, _| name != "jobs.db-shm" || directory.join(name).exists());
    files.into_iter().map(|(name, (bytes, _))| (name, (bytes, std::time::UNIX_EPOCH))).collect()
}

fn files_only(directory: &Path) -> Files {
    let away = tempfile::tempdir().unwrap();
    for item in fs::read_dir(directory).unwrap().map(Result::unwrap) {
        if item.file_type().unwrap().is_file() {
            fs::copy(item.path(), away.path().join(item.file_name())).unwrap();
        }
    }
    files(away.path())
}

/// Copies of one ledger: with a log and its index, with only a log, with neither, and with a
/// journal; and a job of the ledger.
fn copies() -> (Folder, String) {
    let Ledger { served, failed, .. } = Ledger::new();
    copy(&served.folder.path("jobs-data"), &served.folder.path("in-use"));
    copy(&served.folder.path("in-use"), &served.folder.path("log"));
    fs::remove_file(served.folder.path("log/jobs.db-shm")).unwrap();
    let folder = served.stop();
    settle(&folder);
    copy(&folder.path("jobs-data"), &folder.path("no-log"));
    assert!(fs::metadata(folder.path("log/jobs.db-wal")).unwrap().len() > 4096);
    // A reader's connection may have been closed later than the server, and have left the empty log
    // and its index there.
    let log = folder.path("no-log/jobs.db-wal");
    assert_eq!(fs::metadata(&log).map_or(0, |log| log.len()), 0);
    for left in [log, folder.path("no-log/jobs.db-shm")] {
        drop(fs::remove_file(left));
    }
    cut_short(&folder, "no-log", "journal");
    (folder, failed)
}

/// A copy that another tool took out of WAL mode; the tool was killed halfway through a change.
fn cut_short(folder: &Folder, from: &str, to: &str) {
    copy(&folder.path(from), &folder.path("changing"));
    let sql = rusqlite::Connection::open(folder.path("changing/jobs.db")).unwrap();
    // The cache is so small that changed pages go to the file before the transaction ends.
    sql.execute_batch(
        "PRAGMA journal_mode = DELETE; PRAGMA cache_size = 1; BEGIN; CREATE TABLE t (a);
         WITH RECURSIVE n (i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < 3000)
         INSERT INTO t SELECT hex(randomblob(100)) FROM n",
    )
    .unwrap();
    // Not by this process, which would drop the locks that show that the change is in progress.
    let from = folder.path("changing");
    let to = folder.path(to);
    assert!(Command::new("cp").arg("-r").args([&from, &to]).status().unwrap().success());
    drop(sql);
    fs::remove_dir_all(from).unwrap();
    let journal = fs::read(to.join("jobs.db-journal")).unwrap();
    assert!(journal.first().is_some_and(|byte| *byte != 0), "the journal is not hot");
}

#[test]
fn every_command_reads_a_copy_wherever_it_lies_and_leaves_nothing_beside_it() {
    let (folder, job) = copies();
    let commands: [&[&str]; 7] = [
        &["list", "--all"],
        &["list", "--json", "--cid", "5001"],
        &["stats"],
        &["show", &job, "--customers"],
        &["prove", &job, "--out", "EVIDENCE"],
        &["prove", &job, "--customer", "5001", "--out", "EVIDENCE"],
        &["verify"],
    ];
    for command in commands {
        let run = |place: &str, is_read_only: bool| {
            let evidence = format!("evidence-{place}-{is_read_only}");
            let args =
                command.iter().map(|arg| if *arg == "EVIDENCE" { evidence.as_str() } else { arg });
            let args: Vec<&str> = args.chain(["--data-dir", place]).collect();
            let before = beside(&folder.path(place));
            let ran = if is_read_only {
                run_read_only(&folder, place, &args)?
            } else {
                folder.run(&args)
            };
            let ran = ran.exits(0);
            assert_eq!(ran.stderr, "", "{args:?}");
            assert!(beside(&folder.path(place)) == before, "{args:?}: a file appeared or changed");
            let made = folder.path(&evidence);
            drop((fs::remove_dir_all(&made), fs::remove_file(&made)));
            // Except for what it says about the place itself.
            Some(ran.stdout.replace(&evidence, "").replace(place, ""))
        };
        let expected = run("no-log", false).unwrap();
        for place in ["no-log", "log", "in-use", "journal"] {
            // The anchor of a copy may be older than the copy.
            let same =
                |said: &str| command[0] == "verify" || command[0] == "prove" || said == expected;
            for is_read_only in [false, true] {
                let Some(said) = run(place, is_read_only) else { continue };
                assert!(same(&said), "{place}, {is_read_only}: {said}");
            }
        }
    }
}

/// Characters that end a path in a URI, or are escapes there, are ordinary in a name.
#[test]
fn a_ledger_is_read_whatever_its_directory_is_called() {
    let (folder, job) = copies();
    for name in ["a b#c", "what?immutable=0", "100%41", "ü;&=+", "file:x"] {
        copy(&folder.path("no-log"), &folder.path(name));
        let before = beside(&folder.path(name));
        for command in [&["list"][..], &["show", &job], &["verify"]] {
            folder.run(&[command, &["--data-dir", name]].concat()).exits(0);
        }
        assert!(beside(&folder.path(name)) == before, "{name}");
    }
}

/// The log of a running server is read in place, so that its last entries are seen.
#[test]
fn what_a_running_server_has_recorded_is_seen_at_once() {
    let Ledger { served, .. } = Ledger::new();
    for _ in 0..3 {
        let job = served.create(&["5009"]);
        served.folder.run(&["show", &job]).exits(0);
    }
}

#[test]
fn a_full_or_missing_directory_for_temporary_files_is_named() {
    let (folder, job) = copies();
    write_many_jobs(&folder.path("other.db"));
    fs::write(folder.path("file"), "").unwrap();
    let is_named = |ran: &Ran, place: &str| {
        let named = format!("jobctl: the directory for temporary files, {place}: ");
        assert!(ran.stderr.starts_with(&named), "{ran:?}");
        assert!(ran.stderr.ends_with("; name another one in the variable TMPDIR\n"), "{ran:?}");
        assert!(ran.stderr.len() < 500 && ran.stdout.is_empty() && ran.code == 1, "{ran:?}");
    };
    let commands: [&[&str]; 6] = [
        &["list", "--data-dir", "log"],
        &["show", &job, "--data-dir", "log"],
        &["prove", &job, "--data-dir", "log"],
        &["verify", "--data-dir", "log"],
        &["import", "other.db", "--utc-offset", "Z", "--data-dir", "new", "--dry-run"],
        &["import", "other.db", "--utc-offset", "Z", "--data-dir", "new"],
    ];
    for command in commands {
        for place in ["nowhere", "file"] {
            let mut run = folder.command(command);
            run.env("TMPDIR", place);
            is_named(&finish(run), place);
        }
        // From no room at all to enough, so that each step runs out of room once.
        let mut sizes = (0..).map(|n| 32_u64 << n);
        loop {
            let kib = sizes.next().unwrap();
            let before = format!(
                "mkdir -p tmp; mount -t tmpfs -o size={kib}k none tmp; export TMPDIR=$PWD/tmp"
            );
            let Some(ran) = run_after(&folder, &before, command) else { break };
            if ran.code == 0 {
                assert!(kib > 32, "{command:?} needs no room");
                break;
            }
            is_named(&ran, folder.path("tmp").canonicalize().unwrap().to_str().unwrap());
        }
    }
}

/// A disk on which there is no room for a new ledger, or for all of it.
#[test]
fn an_import_into_a_full_place_says_so() {
    let folder = Folder::new();
    write_many_jobs(&folder.path("old.db"));
    fs::create_dir(folder.path("small")).unwrap();
    for kib in (2..).map(|n| 1_u32 << n) {
        let before = format!("mount -t tmpfs -o size={kib}k none small");
        let args = ["import", "old.db", "--utc-offset", "Z", "--data-dir", "small/ledger"];
        let Some(ran) = run_after(&folder, &before, &args) else { break };
        if ran.code == 0 {
            assert!(kib > 64, "there was room for all of it in {kib} KiB");
            break;
        }
        let ran = ran.exits(1);
        let says = |what: &str| ran.stderr.contains(what);
        assert!(
            says("small/ledger") && (says("is full: make room") || says("No space left")),
            "{ran:?}"
        );
        assert!(ran.stderr.lines().count() == 1, "{ran:?}");
    }
    let deep = format!("{}/ledger", "x".repeat(200)).repeat(3);
    for dry_run in [&["--dry-run"][..], &[]] {
        let args = ["import", "old.db", "--utc-offset", "Z", "--data-dir", &deep];
        let ran = folder.run(&[&args[..], dry_run].concat()).exits(1);
        assert!(ran.stderr.contains("use a directory with a shorter path"), "{ran:?}");
    }
    assert!(!folder.path("x".repeat(200)).exists(), "nothing was made");
}

/// `ulimit -f`: the signal that the system sends then would end the program without a message.
#[test]
fn a_file_that_may_grow_no_more_is_an_ordinary_error() {
    let folder = Folder::new();
    write_many_jobs(&folder.path("old.db"));
    let limited = |args: &[&str], out: &str| {
        let plain = folder.command(args);
        let mut command = std::process::Command::new("sh");
        command.arg("-c").arg("ulimit -f 40; exec \"$0\" \"$@\"").arg(plain.get_program());
        command.args(plain.get_args()).current_dir(folder.path("."));
        command.stdout(fs::File::create(folder.path(out)).unwrap());
        let output = command.output().unwrap();
        let stderr = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(1), "{args:?}: {:?}: {stderr}", output.status);
        assert_eq!(stderr.lines().count(), 1, "{stderr}");
    };
    limited(&["import", "old.db", "--utc-offset", "Z", "--data-dir", "small"], "out");
    folder.run(&["import", "old.db", "--utc-offset", "Z", "--data-dir", "whole"]).exits(0);
    limited(&["list", "--all", "--json", "--data-dir", "whole"], "list.json");
}

fn edit(folder: &Folder, sql: &str) {
    rusqlite::Connection::open(folder.path("t/jobs.db")).unwrap().execute_batch(sql).unwrap();
}

fn overwrite(folder: &Folder, at: usize, bytes: &[u8]) {
    let path = folder.path("t/jobs.db");
    let mut file = fs::read(&path).unwrap();
    file[at..at + bytes.len()].copy_from_slice(bytes);
    fs::write(path, file).unwrap();
}

#[test]
fn a_file_that_is_no_longer_the_ledger_is_a_difference_to_every_command() {
    let (folder, job) = copies();
    let edits: [(&str, ChangeOf<Folder>); 9] = [
        ("application_id", |folder| edit(folder, "PRAGMA application_id = 7")),
        ("user_version", |folder| edit(folder, "PRAGMA user_version = 9")),
        ("magic", |folder| overwrite(folder, 0, b"XXXX")),
        ("page size", |folder| overwrite(folder, 16, &[0x02, 0])),
        ("empty", |folder| fs::write(folder.path("t/jobs.db"), "").unwrap()),
        ("gone", |folder| fs::remove_file(folder.path("t/jobs.db")).unwrap()),
        ("cut off", |folder| {
            let file = fs::File::options().write(true).open(folder.path("t/jobs.db")).unwrap();
            file.set_len(5000).unwrap();
        }),
        ("trigger", |folder| edit(folder, "DROP TRIGGER entry_is_never_removed")),
        ("table", |folder| edit(folder, "PRAGMA foreign_keys = off; DROP TABLE entry")),
    ];
    for (name, change) in edits {
        copy(&folder.path("no-log"), &folder.path("t"));
        change(&folder);
        for command in [
            &["verify"][..],
            &["verify", "--key", "verifier.key"],
            &["list"],
            &["stats"],
            &["show", &job],
            &["prove", &job, "--out", "evidence"],
        ] {
            let ran = folder.run(&[command, &["--data-dir", "t"]].concat()).exits(5);
            let said = format!("{}{}", ran.stdout, ran.stderr);
            assert!(
                said.len() < 2000 && !said.contains("SELECT") && !said.contains("CREATE"),
                "{name}: {said}"
            );
            if command[0] != "verify" {
                assert_eq!(ran.stderr.lines().count(), 1, "{name}: {said}");
                assert!(
                    said.contains("restore a backup") || said.contains("put jobs.db back"),
                    "{name}: {said}"
                );
            }
        }
        assert!(!folder.path("evidence").exists());
        fs::remove_dir_all(folder.path("t")).unwrap();
    }
}

/// Other things in the place of a file: nothing blocks, or is read endlessly.
#[test]
fn what_is_no_regular_file_is_refused_at_once() {
    let (folder, job) = copies();
    let odd: [(&str, ChangeOf<Path>); 5] = [
        ("a FIFO", |path| assert!(Command::new("mkfifo").arg(path).status().unwrap().success())),
        ("an endless device", |path| std::os::unix::fs::symlink("/dev/zero", path).unwrap()),
        ("a device", |path| std::os::unix::fs::symlink("/dev/null", path).unwrap()),
        ("a directory", |path| fs::create_dir(path).unwrap()),
        ("a socket", |path| drop(std::os::unix::net::UnixListener::bind(path).unwrap())),
    ];
    for (kind, put) in odd {
        for (file, commands) in [
            (
                "anchor/checkpoint",
                &[&["verify"][..], &["verify", "--key", "verifier.key"], &["prove", &job]][..],
            ),
            ("ledger.key", &[&["prove", &job]]),
            ("jobs.db", &[&["verify"], &["list"], &["stats"], &["show", &job], &["prove", &job]]),
            ("jobs.db-wal", &[&["verify"], &["list"], &["prove", &job]]),
            (
                "auth.toml",
                &[&["user", "list"], &["token", "new", "--user", "vijay", "--role", "admin"]],
            ),
        ] {
            copy(&folder.path("no-log"), &folder.path("t"));
            let path = folder.path("t").join(file);
            drop(fs::remove_file(&path));
            put(&path);
            for command in commands {
                let plain = folder.command(&[command, &["--data-dir", "t"][..]].concat());
                // Ends commands that block, or read endlessly.
                let mut command = Command::new("timeout");
                command.arg("60").arg(plain.get_program()).args(plain.get_args());
                command.current_dir(folder.path(""));
                let ran = finish(command).exits(1);
                assert!(
                    ran.stderr.contains(&format!("t/{file}: is not a regular file")),
                    "{kind}: {ran:?}"
                );
            }
            fs::remove_dir_all(folder.path("t")).unwrap();
        }
    }
    assert!(!folder.path(format!("{job}.evidence")).exists());
}

#[test]
fn a_damaged_anchor_is_said_to_be_damaged() {
    let (folder, job) = copies();
    let good = fs::read_to_string(folder.path("no-log/anchor/checkpoint")).unwrap();
    for bytes in
        [&b""[..], b"not a note", &[0xff; 300], &good.as_bytes()[..good.len() / 2], &[b'x'; 70_000]]
    {
        fs::write(folder.path("no-log/anchor/checkpoint"), bytes).unwrap();
        let verified = folder.run(&["verify", "--data-dir", "no-log"]);
        let proved = folder.run(&["prove", &job, "--data-dir", "no-log"]).exits(1);
        assert!(verified.exits(5).stdout.contains("anchor/checkpoint: is damaged"));
        assert!(proved.stderr.contains("anchor/checkpoint is damaged"), "{proved:?}");
    }
}
