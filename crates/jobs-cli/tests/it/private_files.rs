//! Only the owner can read what `jobctl` creates in a data directory, whatever its umask. `jobctl`
//! does not change what others may change. A copy that is only read may be anybody's.

#[path = "../../../jobs-http/tests/it/support/below.rs"]
mod below;

use std::fs::{self, Permissions};
use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _, chown};
use std::path::{Path, PathBuf};
use std::process::Command;

use below::below;

use crate::support::legacy::{self, Generation, id, job};
use crate::support::run::{Folder, Ran, finish};

fn set_mode(path: &Path, mode: u32) {
    fs::set_permissions(path, Permissions::from_mode(mode)).unwrap();
}

fn run_with_umask(folder: &Folder, umask: &str, args: &[&str]) -> Ran {
    let program = folder.command(args);
    let mut command = Command::new("sh");
    command.arg("-c").arg(format!("umask {umask}; exec \"$0\" \"$@\"")).arg(program.get_program());
    command.args(program.get_args()).current_dir(program.get_current_dir().unwrap());
    for (name, value) in program.get_envs() {
        match value {
            Some(value) => command.env(name, value),
            None => command.env_remove(name),
        };
    }
    finish(command)
}

fn import(folder: &Folder) -> Vec<String> {
    drop(legacy::write(&folder.path("old.db"), Generation::Newer, &[job(&id(1), "15:04:53")]));
    ["import", "old.db"].map(str::to_owned).to_vec()
}

const USER: [&str; 6] = ["user", "add", "vijay", "--role", "operator", "--no-password"];

#[test]
fn what_it_makes_is_its_owners_alone_whatever_the_umask() {
    for umask in ["000", "022", "277", "777"] {
        for is_there in [false, true] {
            let folder = Folder::new();
            let data = folder.path("jobs-data");
            if is_there {
                fs::create_dir(&data).unwrap();
                set_mode(&data, 0o755);
            }
            let import = import(&folder);
            let import: Vec<&str> = import.iter().map(String::as_str).collect();
            run_with_umask(&folder, umask, &import).exits(0);
            let check = || {
                for path in below(&data) {
                    let mode = fs::metadata(&path).unwrap().permissions().mode() & 0o7777;
                    let expected = if path.is_dir() { 0o700 } else { 0o600 };
                    assert_eq!(mode, expected, "{} by umask {umask}", path.display());
                }
            };
            check();
            let made = fs::metadata(&data).unwrap().permissions().mode() & 0o777;
            assert_eq!(made, if is_there { 0o755 } else { 0o700 });
        }
        let folder = Folder::of_a_server();
        fs::remove_file(folder.path("jobs-data/auth.toml.lock")).unwrap();
        run_with_umask(&folder, umask, &USER).exits(0);
        for file in ["auth.toml", "auth.toml.lock"] {
            let found = fs::metadata(folder.path("jobs-data").join(file)).unwrap();
            assert_eq!(found.permissions().mode() & 0o777, 0o600, "{file} by umask {umask}");
        }
    }
}

#[test]
fn what_others_may_change_is_not_changed_and_may_be_read() {
    let folder = Folder::of_a_server();
    let import = import(&folder);
    let import: Vec<&str> = import.iter().map(String::as_str).collect();
    let dry_run = [&import[..], &["--dry-run"]].concat();
    let data = folder.path("jobs-data");
    let passwd = ["token", "new", "--user", "admin", "--role", "admin"];
    let changing = [&import[..], &dry_run, &USER, &passwd];
    let content = |path: &PathBuf| path.is_file().then(|| fs::read(path).unwrap());
    let state =
        || below(&data).iter().map(|path| (path.clone(), content(path))).collect::<Vec<_>>();
    let is_refused = |args: &[&str], said: &str| {
        let before = state();
        let ran = folder.run(args).exits(1);
        assert!(ran.stderr.contains(said), "{said}: {ran:?}");
        assert!(state() == before, "{args:?} changed something");
    };
    for path in [data.clone(), data.join("jobs.db"), data.join("auth.toml")] {
        let before = fs::metadata(&path).unwrap().permissions();
        set_mode(&path, before.mode() & 0o777 | 0o020);
        let name = path.strip_prefix(folder.path("")).unwrap().display().to_string();
        for args in changing {
            is_refused(args, &format!("chmod go-w ./{name}"));
        }
        // An auditor's copy.
        for args in [&["list"][..], &["stats"], &["verify"]] {
            let ran = folder.run(args);
            assert_eq!(ran.code, 0, "{args:?}: {ran:?}");
        }
        fs::set_permissions(&path, before).unwrap();
        // SQLite gives an empty log the mode of its database.
        below(&data).iter().filter(|path| path.is_file()).for_each(|path| set_mode(path, 0o600));
    }
    if fs::metadata(&data).unwrap().uid() != 0 {
        println!("SKIPPED: only root can give files away; run this test as root");
        return;
    }
    // A third user's file is always refused; another user's directory only if files would be
    // created in it.
    chown(data.join("auth.toml"), Some(65534), None).unwrap();
    for args in changing {
        is_refused(args, "chown 0 ./jobs-data/auth.toml");
    }
    for path in below(&data).iter().chain([&data]) {
        chown(path, Some(65534), None).unwrap();
    }
    is_refused(&import, "chown 0 ./jobs-data");
    is_refused(&dry_run, "chown 0 ./jobs-data");
    folder.run(&["list"]).exits(0);
    folder.run(&["verify"]).exits(0);
    folder.run(&USER).exits(0);
    assert_eq!(fs::metadata(data.join("auth.toml")).unwrap().uid(), 65534, "it stays theirs");
}
