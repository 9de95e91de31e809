//! Tests of what is kept of sign-outs, and for how long.

use std::fs;

use super::*;

const NOW: u64 = 1_769_612_693;

fn id(n: usize) -> Id {
    let mut id = Id::default();
    id[..8].copy_from_slice(&n.to_be_bytes());
    id
}

fn log(signed_out: &SignedOut) -> MutexGuard<'_, Log> {
    signed_out.log.as_ref().unwrap().lock().unwrap()
}

fn user(n: usize) -> UserId {
    UserId::new(format!("user-{n}")).unwrap()
}

fn vijay() -> UserId {
    UserId::new("vijay").unwrap()
}

fn open(path: &Path) -> (SignedOut, Option<&'static str>) {
    SignedOut::open(path, false, NOW).unwrap()
}

#[test]
fn what_was_signed_out_of_stays_so_after_a_restart() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("signed-out");
    let (first, fault) = SignedOut::open(&path, true, NOW).unwrap();
    assert!(fault.is_none() && !first.has(&id(1), &vijay(), NOW));
    assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
    first.add(id(1), &vijay(), NOW, NOW).unwrap();
    first.add(id(2), &vijay(), NOW - AGE_MAX.as_secs() - 1, NOW).unwrap();
    drop(first);
    // A crash in the middle of a line that was never answered.
    let text = fs::read_to_string(&path).unwrap();
    fs::write(&path, format!("{text}0011")).unwrap();
    for _ in 0..2 {
        let (again, fault) = open(&path);
        assert_eq!(fault, None);
        assert!(again.has(&id(1), &vijay(), NOW) && !again.has(&id(3), &vijay(), NOW));
    }
    let text = fs::read_to_string(&path).unwrap();
    assert_eq!(
        text,
        format!("all 0\n{}", line(&key_of(&vijay()), &id(1), NOW)),
        "without what ended by itself"
    );
}

#[test]
fn a_damaged_or_missing_file_ends_all_sessions() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("signed-out");
    let good = format!(
        "all 5\n{}{}",
        line(&key_of(&vijay()), &id(1), NOW),
        line(&key_of(&vijay()), &id(2), NOW)
    );
    fs::write(&path, &good).unwrap();
    assert_eq!(open(&path).1, None);
    let damaged = [
        String::new(),
        good.replace("all", "al1"),
        good.replace(' ', ""),
        good.replace("\n9", "\nx"),
        good.replacen("\n9", "\n\n9", 1),
        good.replace("1769", "-1769"),
        good.replacen(' ', " all ", 2),
        format!("{good}\0\0\0\n"),
    ];
    for text in damaged {
        fs::write(&path, &text).unwrap();
        let (found, fault) = open(&path);
        assert_eq!(fault, Some("is damaged"), "{text:?}");
        assert!(found.has(&id(7), &vijay(), NOW) && found.has(&id(7), &vijay(), 3));
        let begun = found.beginning(&vijay(), NOW);
        assert!(!found.has(&id(7), &vijay(), begun), "who signs in again is in");
        // This lasts.
        let (again, fault) = open(&path);
        assert!(
            fault.is_none()
                && again.has(&id(7), &vijay(), NOW)
                && !again.has(&id(7), &vijay(), begun)
        );
    }
    fs::write(&path, [b'a', 0xff, b'\n']).unwrap();
    assert_eq!(open(&path).1, Some("is damaged"));
    fs::remove_file(&path).unwrap();
    let (found, fault) = open(&path);
    assert!(fault == Some("is gone") && found.has(&id(7), &vijay(), NOW));
}

#[test]
fn for_one_too_many_all_sessions_end_that_are_as_old_as_the_oldest() {
    let signed_out = SignedOut::in_memory();
    for n in 10..10 + SESSIONS_MAX - 2 {
        signed_out.state().insert(key_of(&user(n % 2000)), id(n), NOW);
    }
    for (n, begun) in [(1, NOW - 20), (2, NOW - 10), (3, NOW - 30)] {
        signed_out.add(id(n), &vijay(), begun, NOW).unwrap();
    }
    assert_eq!(signed_out.state().count(), SESSIONS_MAX);
    for (n, begun) in [(1, NOW - 20), (2, NOW - 10), (3, NOW - 30)] {
        assert!(signed_out.has(&id(n), &vijay(), begun), "{n}");
    }
    assert!(signed_out.has(&id(10), &user(10), NOW));
    assert!(signed_out.has(&id(4), &vijay(), NOW - 30), "as old as the one that is forgotten");
    assert!(!signed_out.has(&id(4), &vijay(), NOW - 29));
    // What has ended by itself makes room first.
    signed_out.add(id(5), &vijay(), NOW, NOW + AGE_MAX.as_secs() - 5).unwrap();
    assert!(!signed_out.has(&id(4), &vijay(), NOW - 29));
}

#[test]
fn one_user_ends_only_sessions_of_that_user() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("signed-out");
    let (signed_out, _) = SignedOut::open(&path, true, NOW).unwrap();
    signed_out.add(id(1), &user(1), NOW - 9000, NOW).unwrap();
    for n in 0..3 * OF_USER_MAX {
        let begun = NOW - 3000 + u64::try_from(n).unwrap();
        signed_out.add(id(1000 + n), &vijay(), begun, NOW).unwrap();
    }
    let ended = NOW - 3000 + 2 * OF_USER_MAX as u64 - 1;
    for restarted in [signed_out, open(&path).0, open(&path).0] {
        assert_eq!(restarted.state().count(), OF_USER_MAX + 1);
        for n in 0..3 * OF_USER_MAX {
            let begun = NOW - 3000 + u64::try_from(n).unwrap();
            assert!(restarted.has(&id(1000 + n), &vijay(), begun), "{n}");
        }
        assert!(restarted.has(&id(7), &vijay(), ended), "as old as one that is forgotten");
        assert!(!restarted.has(&id(7), &vijay(), ended + 1));
        assert_eq!(restarted.beginning(&vijay(), ended), ended + 1);
        for begun in [3, NOW - 9000, NOW] {
            assert!(!restarted.has(&id(7), &user(1), begun), "another user's");
            assert!(!restarted.has(&id(1000), &user(1), begun));
        }
        assert!(restarted.has(&id(1), &user(1), NOW - 9000));
    }
}

/// Asking whether a session goes on does not wait for the disk.
#[test]
fn nobody_waits_for_what_is_being_written() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("signed-out");
    let (signed_out, _) = SignedOut::open(&path, true, NOW).unwrap();
    let writing = log(&signed_out);
    std::thread::scope(|scope| {
        let out = scope.spawn(|| signed_out.add(id(1), &vijay(), NOW, NOW));
        while !signed_out.has(&id(1), &vijay(), NOW) {
            std::thread::yield_now();
        }
        assert!(!out.is_finished(), "it is not on the disk");
        assert_eq!(signed_out.beginning(&vijay(), NOW), NOW);
        drop(writing);
        out.join().unwrap().unwrap();
    });
    assert!(open(&path).0.has(&id(1), &vijay(), NOW));
}

#[test]
fn the_file_is_written_anew_after_many_lines_and_after_a_failure() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("signed-out");
    let (signed_out, _) = SignedOut::open(&path, true, NOW).unwrap();
    signed_out.add(id(1), &vijay(), NOW - AGE_MAX.as_secs(), NOW).unwrap();
    log(&signed_out).lines_appended = LINES_APPENDED_MAX;
    signed_out.add(id(2), &vijay(), NOW, NOW + 1).unwrap();
    let expected = format!("all 0\n{}", line(&key_of(&vijay()), &id(2), NOW));
    assert_eq!(fs::read_to_string(&path).unwrap(), expected);
    // A file that cannot be written, as on a full disk.
    log(&signed_out).file = Some(File::open(&path).unwrap());
    signed_out.add(id(3), &vijay(), NOW, NOW + 1).unwrap();
    assert_eq!(fs::read_to_string(&path).unwrap().lines().count(), 3);
    log(&signed_out).file = Some(File::open(&path).unwrap());
    let elsewhere = folder.path().join("elsewhere");
    fs::rename(folder.path().join("signed-out"), &elsewhere).unwrap();
    fs::create_dir(&path).unwrap();
    assert!(signed_out.add(id(4), &vijay(), NOW, NOW).is_err());
    assert!(signed_out.has(&id(4), &vijay(), NOW), "here, it has ended all the same");
}

#[test]
fn all_sessions_of_a_user_end_at_once_and_a_later_one_is_none_of_them() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("signed-out");
    drop(SignedOut::open(&path, true, NOW).unwrap());
    for _ in 0..3 {
        let (first, _) = open(&path);
        let begun = first.beginning(&vijay(), NOW);
        assert!(!first.has(&id(1), &vijay(), begun));
        first.end_all(&vijay(), NOW).unwrap();
        for signed_out in [first, open(&path).0] {
            assert!(signed_out.has(&id(1), &vijay(), begun));
            assert!(!signed_out.has(&id(1), &vijay(), signed_out.beginning(&vijay(), NOW)));
            assert!(!signed_out.has(&id(1), &user(1), NOW), "another user's goes on");
        }
    }
}
