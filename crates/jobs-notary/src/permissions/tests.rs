//! What is refused, file by file and mode by mode, and what is taken.

use std::fs::{self, Permissions};
use std::os::unix::fs::{PermissionsExt as _, chown};

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
    // What is somebody's own is not looked at.
    fs::write(folder.path().join("notes"), "").unwrap();
    set_mode(&folder.path().join("notes"), 0o666);
    assert_eq!(refusal(folder.path()), None);
}

#[test]
fn what_belongs_to_another_user_is_refused() {
    const OTHER: u32 = 65534;
    if !rustix::process::geteuid().is_root() {
        // Nobody else can give files away.
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
        for owned in [&path, &folder.path().to_owned()] {
            chown(owned, Some(OTHER), None).unwrap();
            let refusal = refusal_of(&path, kind);
            assert!(refusal.ends_with(&format!("chown 0 {}", owned.display())), "{refusal}");
            chown(owned, Some(0), None).unwrap();
        }
        // A link that somebody left where all may.
        let public = tempfile::tempdir().unwrap();
        set_mode(public.path(), 0o1777);
        let link = public.path().join("link");
        std::os::unix::fs::symlink(&path, &link).unwrap();
        assert_eq!(refusal_of(&link, kind), "");
        std::os::unix::fs::lchown(&link, Some(OTHER), None).unwrap();
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

/// What a setting names, in a directory of its own.
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
            // Also before it is made: whoever makes it first says what is in it.
            let absent = refusal_of(&folder.path().join("absent"), kind);
            assert_eq!(absent.contains("replace absent in it"), is_refused, "{absent}");
        }
    }
}

#[test]
fn a_link_is_as_safe_as_the_way_that_it_leads() {
    for kind in ALL_NAMED {
        let (elsewhere, path) = named(kind);
        let (between, end) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        let (second, first) = (between.path().join("second"), end.path().join("first"));
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
        // A loop leads nowhere, and whoever opens it says so.
        fs::remove_file(&second).unwrap();
        std::os::unix::fs::symlink(&first, &second).unwrap();
        assert_eq!(refusal_of(&first, kind), "");
    }
}

/// Somebody may keep them on another disk; what is there is changed by others as easily.
#[test]
fn a_file_of_the_data_directory_that_is_a_link_is_checked_where_it_is() {
    for name in FILES.iter().chain(&ANCHOR_FILES) {
        let (folder, elsewhere) = (whole(), tempfile::tempdir().unwrap());
        let (link, file) = (folder.path().join(name), elsewhere.path().join("file"));
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
            close(folder.path()).unwrap();
            assert_eq!(fs::metadata(&log).unwrap().permissions().mode() & 0o777, 0o600);
        }
    }
}

#[test]
fn others_are_kept_from_reading_whatever_is_there() {
    let folder = whole();
    let all = || FILES.iter().chain(&ANCHOR_FILES);
    for name in all() {
        set_mode(&folder.path().join(name), if *name == "anchor" { 0o755 } else { 0o644 });
    }
    fs::remove_file(folder.path().join("jobs.db-shm")).unwrap();
    close(folder.path()).unwrap();
    for path in all().map(|name| folder.path().join(name)).filter(|path| path.exists()) {
        let mode = fs::metadata(&path).unwrap().permissions().mode() & 0o777;
        assert_eq!(mode, if path.is_dir() { 0o700 } else { 0o600 }, "{}", path.display());
    }
}
