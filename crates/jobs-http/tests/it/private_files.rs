//! The data directory is private: only its owner can read what the server creates, whatever its
//! umask, and the server does not use what others may change.

use std::any::TypeId;
use std::fs::{self, Permissions};
use std::io::ErrorKind;
use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _, chown};
use std::path::{Path, PathBuf};
use std::process::Command;

use clap::CommandFactory as _;
use jobs_auth::{AuthFileEditor, NewToken, PasswordHash, Role};
use jobs_core::UserId;
use jobs_http::config::Config;
use jobs_sign_in::JwksSource;
use rustix::process::{Pid, Signal, kill_process};
use serde_json::json;

use crate::support::below::below;
use crate::support::process::{self, Caller};

fn mode(path: &Path) -> u32 {
    mode_of_what_is_there(path).unwrap()
}

/// `None` when it is gone: what is replaced while it is looked at may be.
fn mode_of_what_is_there(path: &Path) -> Option<u32> {
    match fs::metadata(path) {
        Ok(metadata) => Some(metadata.permissions().mode() & 0o7777),
        Err(error) if error.kind() == ErrorKind::NotFound => None,
        Err(error) => panic!("{}: {error}", path.display()),
    }
}

fn set_mode(path: &Path, mode: u32) {
    fs::set_permissions(path, Permissions::from_mode(mode)).unwrap();
}

/// The server, started by a shell with a umask, for which a token is left in a file.
fn with_umask(umask: &str, data: &Path) -> Command {
    let server = process::jobs_http(data);
    let mut command = Command::new("sh");
    command.arg("-c").arg(format!("umask {umask}; exec \"$0\" \"$@\"")).arg(server.get_program());
    command.args(server.get_args());
    for (name, value) in server.get_envs() {
        match value {
            Some(value) => command.env(name, value),
            None => command.env_remove(name),
        };
    }
    command.env_remove("JOBS_BOOTSTRAP_TOKEN");
    command
}

/// Does everything that creates files: records, reads, and ends a session.
async fn use_it(server: &process::Process, data: &Path) {
    let token = fs::read_to_string(data.join("first-token")).unwrap();
    let http = process::client(|builder| builder);
    let job = json!({"action_name": "T-Enable", "cids": ["1"]});
    let request = http.post(format!("{}/v1/jobs", server.url)).bearer_auth(token.trim_end());
    assert_eq!(request.json(&job).send().await.unwrap().status(), 201);
    let caller = Caller::new(server);
    let login = json!({"username": "nobody", "password": "none"});
    assert_eq!(caller.post("/api/login", &login).await.status(), 401);
    let checkpoint = http.get(format!("{}/log/checkpoint", server.url)).send().await.unwrap();
    assert_eq!(checkpoint.status(), 200);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_the_server_makes_is_its_owners_alone_whatever_the_umask() {
    for umask in ["000", "002", "022", "077", "277", "777"] {
        for directory_mode in [None, Some(0o700), Some(0o755)] {
            let folder = tempfile::tempdir().unwrap();
            let data = folder.path().join("some/data");
            if let Some(mode) = directory_mode {
                fs::create_dir_all(&data).unwrap();
                set_mode(&data, mode);
            }
            let server = process::start(with_umask(umask, &data));
            use_it(&server, &data).await;
            let check = |when: &str| {
                for path in below(folder.path()) {
                    let Some(mode) = mode_of_what_is_there(&path) else { continue };
                    let expected = match (path.is_dir(), directory_mode) {
                        (true, Some(_)) if data.starts_with(&path) => continue,
                        (true, _) => 0o700,
                        (false, _) => 0o600,
                    };
                    let is = format!("{} {when} is {mode:o}", path.display());
                    assert_eq!(mode, expected, "{is}, umask {umask}, {directory_mode:?}");
                }
            };
            check("while it runs");
            assert!(data.join("jobs.db-wal").exists() && data.join("anchor/checkpoint").exists());
            server.terminate();
            assert!(server.ended().success());
            check("when it has ended");
            // What a second start creates.
            let server = process::start(with_umask(umask, &data));
            use_it(&server, &data).await;
            check("after a second start");
        }
    }
}

/// What was put back with `cp`, or created before under other rules.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_others_may_read_is_closed_to_them() {
    const SECRETS: [&str; 3] = ["session.key", "ledger.key", "first-token"];
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    let check = |when: &str| {
        for path in below(&data) {
            let expected = if path.is_dir() { 0o700 } else { 0o600 };
            assert_eq!(mode(&path), expected, "{} {when}", path.display());
        }
    };
    let editor = AuthFileEditor::new(data.join("auth.toml"));
    let vijay = UserId::new("vijay").unwrap();
    let password = "a horse on a hill";
    let server = process::start(with_umask("000", &data));
    let hash = PasswordHash::of_new(password).unwrap();
    editor.add_user(&vijay, Role::Operator, Some(&hash)).unwrap();
    sign_in_and_out(&server, password).await;
    server.terminate();
    assert!(server.ended().success());
    check("when it was made");
    assert!(data.join("signed-out").exists());
    for path in below(&data) {
        let is_secret = SECRETS.iter().any(|secret| path.ends_with(secret));
        match path.is_dir() {
            true => set_mode(&path, 0o755),
            false if !is_secret => set_mode(&path, 0o644),
            false => {}
        }
    }
    let server = process::start(with_umask("000", &data));
    check("when it has started");
    sign_in_and_out(&server, password).await;
    editor.new_token(&NewToken::of(vijay.clone(), None).named("laptop")).unwrap();
    let pid = Pid::from_raw(i32::try_from(server.id()).unwrap()).unwrap();
    kill_process(pid, Signal::HUP).unwrap();
    let job = json!({"action_name": "T-Enable", "cids": ["1"]});
    let token = fs::read_to_string(data.join("first-token")).unwrap();
    let http = process::client(|builder| builder);
    let request = http.post(format!("{}/v1/jobs", server.url)).bearer_auth(token.trim_end());
    assert_eq!(request.json(&job).send().await.unwrap().status(), 201);
    for name in ["auth.toml.lock", "jobs-http.lock", "jobs.db-wal", "anchor/checkpoint.lock"] {
        assert!(data.join(name).exists(), "{name}");
    }
    check("when it was used");
    server.terminate();
    assert!(server.ended().success());
    check("when it has ended");
}

/// A copy that was put back while the server runs is closed, or refused, on SIGHUP as at a start.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_hangup_asks_again_who_may_change_or_read_the_files() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    let anchor = folder.path().join("elsewhere");
    let log = folder.path().join("log");
    let mut command = process::jobs_http(&data);
    command.arg("--anchor-dir").arg(&anchor);
    let server = process::start_logging(command, fs::File::create(&log).unwrap());
    let vijay = UserId::new("vijay").unwrap();
    let password = "a horse on a hill";
    let hash = PasswordHash::of_new(password).unwrap();
    let editor = AuthFileEditor::new(data.join("auth.toml"));
    editor.add_user(&vijay, Role::Operator, Some(&hash)).unwrap();
    sign_in_and_out(&server, password).await;
    let pid = Pid::from_raw(i32::try_from(server.id()).unwrap()).unwrap();
    let until = |what: &str, is_so: &dyn Fn() -> bool| {
        kill_process(pid, Signal::HUP).unwrap();
        let begin = std::time::Instant::now();
        while !is_so() {
            assert!(begin.elapsed() < process::PATIENCE, "never {what}");
            std::thread::yield_now();
        }
    };
    let names =
        ["auth.toml", "auth.toml.lock", "jobs.db", "jobs.db-wal", "signed-out", "jobs-http.lock"];
    names.iter().for_each(|name| set_mode(&data.join(name), 0o644));
    until("closed", &|| names.iter().all(|name| mode(&data.join(name)) == 0o600));

    for (path, opened, closed, command) in [
        (data.join("session.key"), 0o640, 0o600, "chmod 600"),
        (data.join("ledger.key"), 0o604, 0o600, "chmod 600"),
        (data.join("auth.toml"), 0o666, 0o600, "chmod go-w"),
        (data.clone(), 0o770, 0o700, "chmod go-w"),
        (anchor.clone(), 0o777, 0o700, "chmod go-w"),
        (anchor.join("checkpoint"), 0o620, 0o600, "chmod go-w"),
    ] {
        set_mode(&path, opened);
        set_mode(&data.join("jobs.db"), 0o644);
        let said = format!("run: {command} {}; ", path.display());
        // The rest is closed all the same, except for files in a directory that others may write.
        // An earlier signal may report it first, and not close the rest.
        let rest = if path == data { 0o644 } else { 0o600 };
        until(&said, &|| {
            fs::read_to_string(&log).unwrap().contains(&said) && mode(&data.join("jobs.db")) == rest
        });
        assert_eq!(
            mode(&path),
            opened,
            "what others may have changed or read is not made to look good"
        );
        assert_eq!(mode(&data.join("jobs.db")), rest, "beside {}", path.display());
        set_mode(&path, closed);
    }
}

async fn sign_in_and_out(server: &process::Process, password: &str) {
    let http = process::client(|builder| builder);
    let post =
        |path: &str| http.post(format!("{}{path}", server.url)).header("Origin", &server.url);
    let login = json!({"username": "vijay", "password": password});
    let begun = post("/api/login").json(&login).send().await.unwrap();
    assert_eq!(begun.status(), 200);
    let cookie = begun.headers()["set-cookie"].to_str().unwrap().split(';').next().unwrap();
    let ended = post("/api/logout").header("Cookie", cookie).send().await.unwrap();
    assert!(ended.status().is_success(), "{}", ended.status());
}

/// What a refused start must leave unchanged: each file, its content, and when it was changed.
fn state(data: &Path) -> Vec<(PathBuf, Vec<u8>, i64, i64)> {
    let one = |path: PathBuf| {
        let found = fs::metadata(&path).unwrap();
        let content = if found.is_file() { fs::read(&path).unwrap() } else { Vec::new() };
        (path, content, found.mtime(), found.mtime_nsec())
    };
    below(data).into_iter().map(one).collect()
}

#[track_caller]
fn is_refused(data: &Path, said: &[&str]) {
    let before = state(data);
    let message = process::refusal(process::jobs_http(data));
    assert!(message.starts_with("exit status: 1"), "{message}");
    said.iter().for_each(|said| assert!(message.contains(said), "{said}: {message}"));
    assert_eq!(state(data), before, "{message}");
}

/// Whether root created the file.
fn may_give_files_away(path: &Path) -> bool {
    let is_root = fs::metadata(path).unwrap().uid() == 0;
    if !is_root {
        println!("SKIPPED: only root can give files away; run this test as root");
    }
    is_root
}

#[test]
fn a_directory_or_a_file_that_others_may_change_is_refused_and_left_as_it_is() {
    let folder = tempfile::tempdir().unwrap();
    // Before a server has ever run there, and after.
    let empty = folder.path().join("empty");
    fs::create_dir(&empty).unwrap();
    let data = folder.path().join("data");
    let server = process::start(with_umask("077", &data));
    server.kill();
    for directory in [&empty, &data] {
        for others in [0o770, 0o707, 0o777, 0o775, 0o1777] {
            set_mode(directory, others);
            let command = format!("run: chmod go-w {}", directory.display());
            is_refused(directory, &["--data-dir", "JOBS_DATA_DIR", &command]);
        }
        set_mode(directory, 0o755);
        process::start(process::jobs_http(directory)).kill();
        set_mode(directory, 0o700);
    }
    let is_root = may_give_files_away(&data);
    for path in below(&data) {
        let before = mode(&path);
        let name = path.display();
        for others in [0o020, 0o002, 0o066] {
            set_mode(&path, before | others);
            is_refused(&data, &[&format!("{name}: other users may write to it"), "chmod go-w"]);
        }
        let is_secret = ["session.key", "ledger.key", "first-token"];
        if is_secret.iter().any(|secret| path.ends_with(secret)) {
            set_mode(&path, 0o640);
            is_refused(&data, &[&format!("run: chmod 600 {name}")]);
        }
        set_mode(&path, before);
        if is_root {
            chown(&path, Some(65534), None).unwrap();
            is_refused(&data, &["belongs to the user 65534", &format!("chown 0 {name}")]);
            chown(&path, Some(0), None).unwrap();
        }
    }
    if is_root {
        chown(&data, Some(65534), None).unwrap();
        is_refused(&data, &["belongs to the user 65534", &format!("chown 0 {}", data.display())]);
        chown(&data, Some(0), None).unwrap();
    }
    // After the advised repair, it starts.
    process::start(process::jobs_http(&data));
}

/// The target of a link may be on a disk that is not mounted: a missing list of users is not the
/// same as one that was never created.
#[test]
fn a_link_that_leads_nowhere_is_not_taken_for_a_first_start() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    process::start(process::jobs_http(&data)).kill();
    for name in ["auth.toml", "session.key"] {
        let kept = folder.path().join("kept");
        fs::rename(data.join(name), &kept).unwrap();
        std::os::unix::fs::symlink(folder.path().join("unmounted"), data.join(name)).unwrap();
        let message = process::refusal(process::jobs_http(&data));
        let said = format!("{}: is a link that leads nowhere", data.join(name).display());
        assert!(message.contains(&said), "{message}");
        assert!(data.join(name).is_symlink() && !folder.path().join("unmounted").exists());
        // With a target, it is as good as the file.
        fs::remove_file(data.join(name)).unwrap();
        std::os::unix::fs::symlink(&kept, data.join(name)).unwrap();
        process::start(process::jobs_http(&data)).kill();
        assert!(data.join(name).is_symlink());
        fs::remove_file(data.join(name)).unwrap();
        fs::rename(&kept, data.join(name)).unwrap();
    }
}

/// Others who may rename the directory can put an older copy in its place, which has the same
/// owner, but an `auth.toml` in which a revoked token is still valid.
#[test]
fn a_data_directory_that_others_may_exchange_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let place = folder.path().join("srv");
    fs::create_dir(&place).unwrap();
    let data = place.join("jobs");
    let link = folder.path().join("link");
    process::start(process::jobs_http(&data)).kill();
    std::os::unix::fs::symlink(&data, &link).unwrap();
    for mode in [0o777, 0o770, 0o703] {
        set_mode(&place, mode);
        let command = format!("replace jobs in it; run: chmod go-w {}", place.display());
        for path in [&data, &link] {
            is_refused(path, &["--data-dir", "JOBS_DATA_DIR", &command]);
        }
        // Also before it is created, when others could create it first.
        let message = process::refusal(process::jobs_http(&place.join("new")));
        assert!(message.contains("replace new in it; run: chmod go-w"), "{message}");
        assert!(!place.join("new").exists());
    }
    for mode in [0o1777, 0o755] {
        set_mode(&place, mode);
        process::start(process::jobs_http(&link)).kill();
    }
}

/// Every setting that is the path of a file or directory, including future ones.
#[test]
fn whatever_a_setting_names_is_refused_where_others_may_change_it() {
    let command = Config::command();
    let is_path = |arg: &&clap::Arg| {
        let kind = arg.get_value_parser().type_id();
        kind == TypeId::of::<PathBuf>() || kind == TypeId::of::<JwksSource>()
    };
    let flags: Vec<_> =
        command.get_arguments().filter(is_path).filter_map(|arg| arg.get_long()).collect();
    assert!(flags.len() >= 6, "{flags:?}");
    for flag in flags {
        let folder = tempfile::tempdir().unwrap();
        let data = folder.path().join("data");
        let path = folder.path().join("named");
        let refused = |said: &str| {
            let mut command = process::jobs_http(&data);
            if flag == "data-dir" {
                command = process::jobs_http(&path);
            } else {
                command.arg(format!("--{flag}")).arg(&path);
            }
            if flag == "jwt-jwks" {
                command.args(["--jwt-issuer", "i", "--jwt-audience", "a"]);
            }
            if flag == "identity-secret" {
                command.args(["--trusted-proxy", "127.0.0.1/32"]);
            }
            let before = state(folder.path());
            let message = process::refusal(command);
            let variable = format!("JOBS_{}", flag.to_uppercase().replace('-', "_"));
            for said in [said, &format!("--{flag}"), &variable] {
                assert!(message.contains(said), "{flag}: {said}: {message}");
            }
            assert_eq!(state(folder.path()), before, "{flag}: {message}");
        };
        match flag.ends_with("-dir") {
            true => fs::create_dir(&path).unwrap(),
            false => fs::write(&path, "").unwrap(),
        }
        let before = mode(&path) & 0o755;
        for others in [0o020, 0o002, 0o1022] {
            set_mode(&path, before | others);
            refused(&format!("run: chmod go-w {}", path.display()));
        }
        set_mode(&path, before);
        if may_give_files_away(&path) {
            chown(&path, Some(65534), None).unwrap();
            refused(&format!("chown 0 {}", path.display()));
            chown(&path, Some(0), None).unwrap();
        }
        set_mode(folder.path(), 0o770);
        refused(&format!("replace named in it; run: chmod go-w {}", folder.path().display()));
    }
}
