//! Starts without a ledger, or with one that is gone: which of them create one, and what the others
//! leave behind.

use std::fs;
use std::path::Path;
use std::process::Command;

use serde_json::{Value, json};

use crate::rollback::{database, record};
use crate::support::below::below;
use crate::support::process::{self, Caller};

/// A first start that is refused because of `wrong` creates no file and no directory.
#[track_caller]
fn leaves_nothing(arguments: &[&str], wrong: fn(&mut Command), said: &[&str]) {
    for is_there in [false, true] {
        let folder = tempfile::tempdir().unwrap();
        let data = folder.path().join("some/data");
        if is_there {
            fs::create_dir_all(&data).unwrap();
        }
        let before = below(folder.path());
        let mut command = process::jobs_http(&data);
        command.current_dir(folder.path()).args(arguments);
        wrong(&mut command);
        let message = process::refusal(command);
        assert!(message.starts_with("exit status: 1"), "{message}");
        said.iter().for_each(|said| assert!(message.contains(said), "{said}: {message}"));
        assert_eq!(below(folder.path()), before, "{message}");
    }
}

#[test]
fn a_first_start_that_is_refused_leaves_nothing_behind() {
    let nothing = |_: &mut Command| ();
    leaves_nothing(&["--ledger-key", "/no/such/k"], nothing, &["--ledger-key", "/no/such/k"]);
    leaves_nothing(&["--ledger-key", "absent/k"], nothing, &["JOBS_LEDGER_KEY", "absent/k"]);
    leaves_nothing(&["--anchor-dir", "/proc/x"], nothing, &["--anchor-dir", "/proc/x"]);
    leaves_nothing(&["--anchor-dir", "/proc"], nothing, &["JOBS_ANCHOR_DIR", "/proc"]);
    let one = "anchors/one";
    let two = "/proc/self/two";
    leaves_nothing(&["--anchor-dir", one, "--anchor-dir", two], nothing, &["--anchor-dir", two]);
    for size in ["0", "1", "7"] {
        let said = ["there is no ledger in", "--data-dir", "JOBS_ACCEPT_RESTORE"];
        leaves_nothing(&["--accept-restore", size], nothing, &said);
    }
    // 40 blocks of 512 bytes.
    let limited = |command: &mut Command| {
        let server = std::mem::replace(command, Command::new("sh"));
        command.arg("-c").arg("ulimit -f 40; exec \"$0\" \"$@\"").arg(server.get_program());
        command.args(server.get_args()).current_dir(server.get_current_dir().unwrap());
        for (name, value) in server.get_envs() {
            match value {
                Some(value) => command.env(name, value),
                None => command.env_remove(name),
            };
        }
    };
    leaves_nothing(&[], limited, &["ulimit -f", "than 20480 bytes"]);
}

/// Anchors elsewhere show that a mistyped `--data-dir` lacks their ledger.
#[test]
fn a_mistyped_data_directory_is_left_alone_where_the_anchors_know_the_ledger() {
    let folder = tempfile::tempdir().unwrap();
    let command = |data: &str| {
        let mut command = process::jobs_http(&folder.path().join(data));
        command.arg("--anchor-dir").arg(folder.path().join("anchor"));
        command
    };
    process::start(command("data")).kill();
    let before = below(folder.path());
    for arguments in [&[][..], &["--accept-restore", "0"], &["--accept-restore", "3"]] {
        let mut command = command("dta");
        let message = process::refusal({
            command.args(arguments);
            command
        });
        assert!(message.contains("dta/ledger.key: is missing"), "{message}");
        assert_eq!(below(folder.path()), before);
    }
}

/// Each file that a server leaves beside the ledger, its key and its anchor is enough to prevent a
/// new ledger in the place of a lost one.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_ledger_that_is_gone_with_its_key_and_anchor_is_not_begun_anew_without_a_word() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    let traces = ["session.key", "auth.toml.lock", "jobs-http.lock", "anchor/checkpoint.lock"];
    for left in traces {
        let server = process::start(process::jobs_http(&data));
        record(&Caller::new(&server), 1).await;
        server.kill();
        let kept = fs::read(data.join(left)).unwrap();
        fs::remove_dir_all(&data).unwrap();
        fs::create_dir_all(data.join(left).parent().unwrap()).unwrap();
        fs::write(data.join(left), kept).unwrap();
        set_mode(&data.join(left));
        for arguments in [&[][..], &["--accept-restore", "1"]] {
            let before: Vec<_> = below(&data);
            let mut command = process::jobs_http(&data);
            command.args(arguments);
            let message = process::refusal(command);
            let file = if left == "auth.toml.lock" { "auth.toml" } else { left };
            for said in ["is gone", "--accept-restore 0", "--data-dir", file] {
                assert!(message.contains(said), "{left}, {said}: {message}");
            }
            let after: Vec<_> =
                below(&data).into_iter().filter(|path| !path.ends_with("jobs-http.lock")).collect();
            let before: Vec<_> =
                before.into_iter().filter(|path| !path.ends_with("jobs-http.lock")).collect();
            assert_eq!(after, before, "{left}");
        }
        let mut command = process::jobs_http(&data);
        command.args(["--accept-restore", "0"]);
        let server = process::start(command);
        assert!(server.ledger.starts_with("made a NEW ledger: "), "{}", server.ledger);
        server.kill();
        if left != "auth.toml.lock" {
            let server = process::start(process::jobs_http(&data));
            let listed = Caller::new(&server).get("/v1/jobs").await;
            let [restore] = &listed["jobs"].as_array().unwrap()[..] else { panic!("{listed}") };
            assert_eq!(restore["action_name"], "Ledger-Restore");
            let path = format!("/v1/jobs/{}", restore["job_id"].as_str().unwrap());
            let job = Caller::new(&server).get(&path).await;
            let payload: Value =
                serde_json::from_str(job["request_payload"].as_str().unwrap()).unwrap();
            assert_eq!((&payload["lost"], &payload["found"]["size"]), (&json!(null), &json!(0)));
            server.kill();
        }
        fs::remove_dir_all(&data).unwrap();
    }
}

/// Users and tokens may come from another server.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_first_start_takes_the_users_of_another_server() {
    let folder = tempfile::tempdir().unwrap();
    let first = folder.path().join("first");
    let second = folder.path().join("second");
    let server = process::start(process::jobs_http(&first));
    server.kill();
    fs::create_dir(&second).unwrap();
    fs::copy(first.join("auth.toml"), second.join("auth.toml")).unwrap();
    let server = process::start(process::jobs_http(&second));
    assert!(server.ledger.starts_with("made a NEW ledger: "), "{}", server.ledger);
    server.kill();
}

fn set_mode(path: &Path) {
    use std::os::unix::fs::PermissionsExt as _;
    fs::set_permissions(path, fs::Permissions::from_mode(0o600)).unwrap();
}

/// The same for a ledger with entries whose key and anchors are gone.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_ledger_whose_key_and_anchors_are_gone_gets_no_new_ones_without_a_word() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    let server = process::start(process::jobs_http(&data));
    record(&Caller::new(&server), 1).await;
    server.terminate();
    assert!(server.ended().success());
    fs::remove_file(data.join("ledger.key")).unwrap();
    fs::remove_dir_all(data.join("anchor")).unwrap();
    let traces = ["session.key", "auth.toml.lock", "jobs-http.lock"];
    for left in traces {
        let copy = folder.path().join(left);
        fs::create_dir(&copy).unwrap();
        for file in database(&data).into_iter().chain([data.join(left)]) {
            fs::copy(&file, copy.join(file.file_name().unwrap())).unwrap();
        }
        let message = process::refusal(process::jobs_http(&copy));
        for said in ["has 1 entry and had a key", "--accept-restore 1"] {
            assert!(message.contains(said), "{left}: {message}");
        }
        assert!(!copy.join("ledger.key").exists());
    }
    // If nothing is left, the warning is as for a new ledger.
    let copy = folder.path().join("copy");
    fs::create_dir(&copy).unwrap();
    for file in database(&data) {
        fs::copy(&file, copy.join(file.file_name().unwrap())).unwrap();
    }
    let server = process::start(process::jobs_http(&copy));
    let expected =
        format!("made a NEW key for a ledger of 1 entry: {}", copy.join("jobs.db").display());
    assert_eq!(server.ledger, expected);
    server.kill();
    let server = process::start(process::jobs_http(&copy));
    assert!(server.ledger.starts_with("opened a ledger of 1 entry: "), "{}", server.ledger);
}

/// The accepted size of an imported ledger that nobody has signed for must be its size.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_restore_of_another_size_is_not_this_ledger() {
    let folder = tempfile::tempdir().unwrap();
    crate::rollback::append_elsewhere(folder.path(), jobs_core::Source::Import).await;
    let before = below(folder.path());
    let mut command = process::jobs_http(folder.path());
    command.args(["--accept-restore", "5"]);
    let message = process::refusal(command);
    for said in ["--accept-restore 5 ", "has 1 entry", "--accept-restore 1", "--data-dir"] {
        assert!(message.contains(said), "{said}: {message}");
    }
    assert_eq!(below(folder.path()), before);
}
