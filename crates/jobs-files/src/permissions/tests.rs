//! What is refused, file by file and mode by mode, and what is accepted.

use std::fs::{self, Permissions};
use std::os::unix::fs::{PermissionsExt as _, chown, lchown};

use jobs_core::escape::shell_word;

use super::*;

/// A data directory with every file.
fn whole() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("anchor")).unwrap();
    set_mode(&folder.path().join("anchor"), 0o700);
    for name in FILES.iter().chain(&ANCHOR_FILES).filter(|name| **name != "anchor") {
        fs::write(folder.path().join(name), "").unwrap();
        set_mode(&folder.path().join(name), 0o600);
    }
    folder
}

fn set_mode(path: &Path, mode: u32) {
    fs::set_permissions(path, Permissions::from_mode(mode)).unwrap();
}

fn refusal(folder: &Path) -> Option<String> {
    check(folder, Own::Runners).err().map(|error| error.to_string())
}

#[test]
fn what_others_may_write_is_refused_with_the_command_that_mends_it() {
    let folder = whole();
    assert_eq!(refusal(folder.path()), None);
    assert_eq!(refusal(&folder.path().join("absent/there")), None);
    for name in [""].iter().chain(&FILES).chain(&ANCHOR_FILES) {
        let path = folder.path().join(name);
        let before = fs::metadata(&path).unwrap().permissions();
        for mode in [0o020, 0o002, 0o022] {
            set_mode(&path, before.mode() & 0o777 | mode);
            let refusal = refusal(folder.path()).unwrap();
            let path = path.to_str().unwrap().trim_end_matches('/');
            assert!(refusal.contains(&format!("run: chmod go-w {path}")), "{refusal}");
        }
        let is_secret = SECRETS.contains(name);
        set_mode(&path, before.mode() & 0o777 | 0o044);
        assert_eq!(refusal(folder.path()).is_some(), is_secret, "{name}");
        fs::set_permissions(&path, before).unwrap();
    }
    assert_eq!(refusal(folder.path()), None, "what is mended is taken");
    // Other files are not looked at.
    fs::write(folder.path().join("notes"), "").unwrap();
    set_mode(&folder.path().join("notes"), 0o666);
    assert_eq!(refusal(folder.path()), None);
}

const OTHER: u32 = 65534;

/// Gives the files to a user other than root, whose files everybody accepts, and returns that user:
/// the one who runs the tests, unless that is root.
fn give_away(paths: &[&Path]) -> u32 {
    if runner() != 0 {
        return runner();
    }
    paths.iter().for_each(|path| lchown(path, Some(OTHER), None).unwrap());
    OTHER
}

/// The user who runs the program is a parameter, so that this holds for any user who runs the
/// tests.
#[test]
fn whose_files_are_taken_depends_on_who_runs_the_program() {
    let folder = whole();
    let mut all = files(folder.path());
    all.push((folder.path().to_owned(), false));
    let owner = give_away(&all.iter().map(|(path, _)| &**path).collect::<Vec<_>>());
    let other = owner + 1;
    let refusal = |runs_as, own| {
        let refused = check_as(runs_as, folder.path(), own).err();
        refused.map(|error| error.to_string()).unwrap_or_default()
    };
    assert_eq!(refusal(owner, Own::Runners), "");
    assert_eq!(refusal(owner, Own::Owners), "");
    let path = folder.path().display();
    for own in [Own::Runners, Own::Owners] {
        let said = format!(
            "{path}: belongs to the user {owner}, and this runs as the user {other}; run this as that user, or: chown {other} {path}"
        );
        assert_eq!(refusal(other, own), said);
    }
    // Root changes the accounts of somebody else's server, and keeps no files of root's there.
    assert!(refusal(0, Own::Runners).ends_with(&format!("chown 0 {path}")));
    assert_eq!(refusal(0, Own::Owners), "");
    for (path, _) in all {
        let look = || Look::at(&path).unwrap().unwrap();
        let check = |runs_as| look().check(&Owners::new(Own::Runners, None, runs_as));
        check(owner).unwrap();
        assert!(check(other).unwrap_err().to_string().contains(&path.display().to_string()));
    }
    for kind in ALL_NAMED {
        let (folder, path) = named(kind);
        let owner = give_away(&[folder.path(), &path]);
        let check = |runs_as, own| check_named_as(runs_as, &path, kind, own);
        check(owner, Own::Runners).unwrap();
        check(0, Own::Owners).unwrap();
        let refusal = check(owner + 1, Own::Owners).unwrap_err().to_string();
        let place = folder.path().display();
        assert!(refusal.ends_with(&format!("chown {} {place}", owner + 1)), "{refusal}");
        assert!(check(0, Own::Runners).is_err());
    }
}

/// Where all may make files, as in `/tmp`, a file is judged by its owner, and so is a link, no
/// matter what it leads to.
#[test]
fn what_somebody_else_left_where_all_may_is_refused() {
    let file = tempfile::NamedTempFile::new_in("/tmp").unwrap();
    let link = tempfile::Builder::new();
    let link = link.make_in("/tmp", |path| std::os::unix::fs::symlink("/", path)).unwrap();
    for path in [file.path(), link.path()] {
        let owner = give_away(&[path]);
        let check = |runs_as| check_named_as(runs_as, path, Named::Public, Own::Runners);
        check(owner).unwrap();
        for other in [owner + 1, 0] {
            let refusal = check(other).unwrap_err().to_string();
            let name = path.file_name().unwrap().to_str().unwrap();
            assert!(refusal.contains(&format!("{name}: belongs to the user {owner}")), "{refusal}");
        }
    }
}

#[test]
fn each_file_of_another_user_is_refused() {
    if runner() != 0 {
        println!("SKIPPED: only root can give files away; run this test as root");
        return;
    }
    let folder = whole();
    for name in [""].iter().chain(&FILES).chain(&ANCHOR_FILES) {
        let path = folder.path().join(name);
        chown(&path, Some(OTHER), None).unwrap();
        let refusal = refusal(folder.path()).unwrap();
        let path = path.to_str().unwrap().trim_end_matches('/');
        assert!(refusal.contains(&format!("chown 0 {path}")), "{refusal}");
        assert!(refusal.contains("the user 65534"), "{refusal}");
        chown(path, Some(0), None).unwrap();
    }
    for kind in ALL_NAMED {
        let (folder, path) = named(kind);
        chown(&path, Some(OTHER), None).unwrap();
        let refusal = refusal_of(&path, kind);
        assert!(refusal.ends_with(&format!("chown 0 {}", path.display())), "{refusal}");
        chown(&path, Some(0), None).unwrap();
        // A user's directory that a container was given, and whose group is the user's own.
        chown(folder.path(), Some(OTHER), Some(OTHER)).unwrap();
        for (mode, is_refused) in [(0o770, false), (0o707, true)] {
            set_mode(folder.path(), mode);
            assert_eq!(!refusal_of(&path, kind).is_empty(), is_refused, "{mode:o}");
        }
        chown(folder.path(), Some(OTHER), Some(0)).unwrap();
        set_mode(folder.path(), 0o770);
        assert!(!refusal_of(&path, kind).is_empty());
        chown(folder.path(), Some(0), None).unwrap();
        set_mode(folder.path(), 0o700);
        // A link that somebody left where all may.
        let public = tempfile::tempdir().unwrap();
        set_mode(public.path(), 0o1777);
        let link = public.path().join("link");
        std::os::unix::fs::symlink(&path, &link).unwrap();
        assert_eq!(refusal_of(&link, kind), "");
        lchown(&link, Some(OTHER), None).unwrap();
        assert!(refusal_of(&link, kind).contains("belongs to the user 65534"));
        // Root reads the files of somebody else's server.
        chown(folder.path(), Some(OTHER), None).unwrap();
        chown(&path, Some(OTHER), None).unwrap();
        assert!(check_named(&path, kind, Own::Runners).is_err());
        check_named(&path, kind, Own::Owners).unwrap();
    }
    // Root changes the accounts of somebody else's server, and files of a third one are nobody's.
    for name in [""].iter().chain(&FILES).chain(&ANCHOR_FILES) {
        chown(folder.path().join(name), Some(OTHER), None).unwrap();
    }
    check(folder.path(), Own::Owners).unwrap();
    assert!(check(folder.path(), Own::Runners).is_err());
    chown(folder.path().join("auth.toml"), Some(OTHER - 1), None).unwrap();
    assert!(check(folder.path(), Own::Owners).is_err());
}

/// What a setting names, in a directory that holds nothing else.
fn named(named: Named) -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("named");
    match named {
        Named::Anchor => {
            fs::create_dir(&path).unwrap();
            set_mode(&path, 0o700);
            for name in ["checkpoint", "checkpoint.lock"] {
                fs::write(path.join(name), "").unwrap();
                set_mode(&path.join(name), 0o600);
            }
        }
        Named::Secret | Named::Public => {
            fs::write(&path, "").unwrap();
            set_mode(&path, 0o600);
        }
    }
    (folder, path)
}

const ALL_NAMED: [Named; 3] = [Named::Secret, Named::Public, Named::Anchor];

fn refusal_of(path: &Path, named: Named) -> String {
    let refused = check_named(path, named, Own::Runners).err();
    refused.map(|error| error.to_string()).unwrap_or_default()
}

#[test]
fn what_a_setting_names_is_refused_where_others_may_change_or_replace_it() {
    for kind in ALL_NAMED {
        let (folder, path) = named(kind);
        let mut writable = vec![path.clone()];
        if kind == Named::Anchor {
            writable.extend(["checkpoint", "checkpoint.lock"].map(|name| path.join(name)));
        }
        for file in writable {
            let before = fs::metadata(&file).unwrap().permissions();
            for mode in [0o020, 0o002, 0o022, 0o1777] {
                set_mode(&file, before.mode() & 0o777 | mode);
                let command = format!("run: chmod go-w {}", file.display());
                let refusal = refusal_of(&path, kind);
                assert!(refusal.ends_with(&command), "{kind:?} {mode:o}: {refusal}");
            }
            set_mode(&file, before.mode() & 0o777 | 0o044);
            let refusal = refusal_of(&path, kind);
            assert_eq!(refusal.contains("run: chmod 600"), kind == Named::Secret, "{refusal}");
            fs::set_permissions(&file, before).unwrap();
        }
        for (mode, is_refused) in
            [(0o720, true), (0o702, true), (0o777, true), (0o1777, false), (0o755, false)]
        {
            set_mode(folder.path(), mode);
            let expected =
                format!("and so replace named in it; run: chmod go-w {}", folder.path().display());
            let refusal = refusal_of(&path, kind);
            assert_eq!(refusal.ends_with(&expected), is_refused, "{kind:?} {mode:o}: {refusal}");
            assert_eq!(refusal.is_empty(), !is_refused, "{refusal}");
            // Also before it is made: the user who makes it first decides what is in it.
            let absent = refusal_of(&folder.path().join("absent"), kind);
            assert_eq!(absent.contains("replace absent in it"), is_refused, "{absent}");
        }
    }
}

/// The command can be pasted into a shell for any path.
#[test]
fn a_path_is_one_word_of_the_command() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("Bob's jobs; $(id)");
    fs::create_dir(&data).unwrap();
    fs::write(data.join("session.key"), "").unwrap();
    let mended = |is_mended: &dyn Fn() -> bool| {
        let refusal = refusal(&data).unwrap();
        let (_, command) = refusal.split_once("run: ").unwrap();
        let ran = std::process::Command::new("sh").arg("-c").arg(command).status().unwrap();
        assert!(ran.success() && is_mended(), "{command}");
    };
    set_mode(&data, 0o722);
    mended(&|| mode(&data) == 0o700);
    set_mode(&data.join("session.key"), 0o640);
    mended(&|| mode(&data.join("session.key")) == 0o600);
    set_mode(&data.join("session.key"), 0o602);
    mended(&|| mode(&data.join("session.key")) == 0o600);
    assert_eq!(refusal(&data), None);
    // So can the commands for a directory on the path, and for another user's file.
    set_mode(&data, 0o700);
    let place = data.join("srv");
    fs::create_dir(&place).unwrap();
    set_mode(&place, 0o777);
    let refused = refusal(&place.join("jobs")).unwrap();
    let word = shell_word(&place);
    assert!(refused.ends_with(&format!("run: chmod go-w {word}")), "{refused}");
    let foreign = PermissionError::Foreign { path: place, owner: 1001, runs_as: 1000 };
    assert!(foreign.to_string().ends_with(&format!("chown 1000 {word}")), "{foreign}");
}

/// A user who may rename one of them may put an older copy there, or a link to one.
#[test]
fn every_directory_on_the_way_counts() {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path().canonicalize().unwrap();
    let make = |name: &str| {
        fs::create_dir(root.join(name)).unwrap();
        set_mode(&root.join(name), 0o700);
    };
    ["srv", "srv/some", "srv/some/jobs", "links", "links/more"].into_iter().for_each(make);
    fs::write(root.join("srv/some/jobs/auth.toml"), "").unwrap();
    set_mode(&root.join("srv/some/jobs/auth.toml"), 0o600);
    // By an absolute link to the directory above, by a relative one to that, and by one to the
    // directory itself.
    let link = |target: &Path, name: &str| {
        std::os::unix::fs::symlink(target, root.join(name)).unwrap();
    };
    link(&root.join("srv"), "links/more/absolute");
    link(Path::new("more/./absolute/../srv/some"), "links/relative");
    link(Path::new("relative/jobs"), "links/jobs");
    let direct = &["", "srv", "srv/some"][..];
    let linked = &["", "srv", "srv/some", "links", "links/more"][..];
    for (data, places) in [
        ("srv/some/jobs", direct),
        ("srv/some/absent", direct),
        ("srv/some/jobs/../jobs", direct),
        ("links/more/absolute/some/jobs", linked),
        ("links/relative/jobs", linked),
        ("links/jobs", linked),
    ] {
        let path = root.join(data);
        let refusals = || {
            let named = [path.join("auth.toml"), path.join("absent/there"), path.clone()];
            let named = named.map(|path| refusal_of(&path, Named::Public));
            [vec![refusal(&path).unwrap_or_default()], named.to_vec()].concat()
        };
        for place in places {
            let place = root.join(place);
            let place = Path::new(place.to_str().unwrap().trim_end_matches('/'));
            // A user's own group may write.
            let of_group = if runner() == 0 { 0o720 } else { 0o722 };
            for mode in [of_group, 0o702, 0o777] {
                set_mode(place, mode);
                let command = format!(" in it; run: chmod go-w {}", place.display());
                for refusal in refusals() {
                    assert!(refusal.ends_with(&command), "{data} {mode:o}: {refusal}");
                }
            }
            for mode in [0o1777, 0o755, 0o700] {
                set_mode(place, mode);
                assert!(
                    refusals().iter().all(String::is_empty),
                    "{data} {mode:o}: {:?}",
                    refusals()
                );
            }
        }
    }
}

#[test]
fn a_link_is_as_safe_as_the_way_that_it_leads() {
    for kind in ALL_NAMED {
        let (elsewhere, path) = named(kind);
        let between = tempfile::tempdir().unwrap();
        let end = tempfile::tempdir().unwrap();
        let second = between.path().join("second");
        let first = end.path().join("first");
        std::os::unix::fs::symlink(&path, &second).unwrap();
        std::os::unix::fs::symlink(&second, &first).unwrap();
        assert_eq!(refusal_of(&first, kind), "");
        for place in [&elsewhere, &between, &end] {
            set_mode(place.path(), 0o777);
            let refusal = refusal_of(&first, kind);
            let command = format!("run: chmod go-w {}", place.path().display());
            assert!(refusal.ends_with(&command), "{kind:?}: {refusal}");
            set_mode(place.path(), 0o700);
        }
        set_mode(&path, 0o777);
        assert!(refusal_of(&first, kind).contains("other users may write to it"), "{kind:?}");
        // A loop leads nowhere, and the program that opens it says so.
        fs::remove_file(&second).unwrap();
        std::os::unix::fs::symlink(&first, &second).unwrap();
        assert_eq!(refusal_of(&first, kind), "");
    }
}

/// Files may be kept on another disk, where others can change them as easily.
#[test]
fn a_file_of_the_data_directory_that_is_a_link_is_checked_where_it_is() {
    for name in FILES.iter().chain(&ANCHOR_FILES) {
        let folder = whole();
        let elsewhere = tempfile::tempdir().unwrap();
        let link = folder.path().join(name);
        let file = elsewhere.path().join("file");
        fs::rename(&link, &file).unwrap();
        std::os::unix::fs::symlink(&file, &link).unwrap();
        assert_eq!(refusal(folder.path()), None, "{name}");
        set_mode(elsewhere.path(), 0o777);
        assert!(refusal(folder.path()).unwrap().contains("replace file in it"), "{name}");
        set_mode(elsewhere.path(), 0o700);
        if *name == "jobs.db" {
            let log = elsewhere.path().join("file-wal");
            fs::write(&log, "").unwrap();
            set_mode(&log, 0o666);
            assert!(refusal(folder.path()).unwrap().contains("file-wal"));
            set_mode(&log, 0o644);
            secure(folder.path(), Own::Runners).unwrap();
            assert_eq!(mode(&log), 0o600);
        }
    }
}

fn mode(path: &Path) -> u32 {
    fs::metadata(path).unwrap().permissions().mode() & 0o777
}

#[test]
fn others_are_kept_from_reading_whatever_is_there() {
    let folder = whole();
    let all = || FILES.iter().chain(&ANCHOR_FILES).filter(|name| !SECRETS.contains(name));
    for name in all() {
        set_mode(&folder.path().join(name), if *name == "anchor" { 0o755 } else { 0o644 });
    }
    fs::remove_file(folder.path().join("jobs.db-shm")).unwrap();
    secure(folder.path(), Own::Runners).unwrap();
    for path in all().map(|name| folder.path().join(name)).filter(|path| path.exists()) {
        assert_eq!(mode(&path), if path.is_dir() { 0o700 } else { 0o600 }, "{}", path.display());
    }
}

/// One file that is refused leaves no other open, and is itself left as it is, so that the next
/// look refuses it again.
#[test]
fn whatever_is_refused_the_rest_is_closed() {
    for refused in FILES.iter().chain(&ANCHOR_FILES) {
        let folder = whole();
        let all = || FILES.iter().chain(&ANCHOR_FILES);
        let rest = || all().filter(|name| !SECRETS.contains(name) && *name != refused);
        for name in rest() {
            set_mode(&folder.path().join(name), if *name == "anchor" { 0o755 } else { 0o644 });
        }
        set_mode(&folder.path().join(refused), 0o722);
        for _ in 0..2 {
            let error = secure(folder.path(), Own::Runners).unwrap_err().to_string();
            let command = format!("chmod go-w {}", folder.path().join(refused).display());
            assert!(error.ends_with(&command), "{error}");
            assert_eq!(mode(&folder.path().join(refused)), 0o722);
        }
        for name in rest() {
            // What is in a directory that others may write may be theirs.
            let is_below = *refused == "anchor" && ANCHOR_FILES.contains(name);
            let closed = match *name {
                "anchor" => 0o700,
                _ if is_below => 0o644,
                _ => 0o600,
            };
            assert_eq!(mode(&folder.path().join(name)), closed, "{name} beside {refused}");
        }
    }
    for secret in SECRETS {
        let folder = whole();
        set_mode(&folder.path().join(secret), 0o640);
        set_mode(&folder.path().join("jobs.db"), 0o644);
        let error = secure(folder.path(), Own::Runners).unwrap_err().to_string();
        assert!(error.contains("chmod 600") && error.contains(secret), "{error}");
        assert_eq!(mode(&folder.path().join("jobs.db")), 0o600);
        assert_eq!(mode(&folder.path().join(secret)), 0o640);
    }
}
