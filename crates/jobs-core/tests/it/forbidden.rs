//! What must not compile: each attempt fails with the error that says why, beside a twin that does
//! what is allowed instead, so that no attempt fails for another reason.
//!
//! An attempt in `tests/ui/fail` begins with the code of the one error that it must meet, or with
//! the beginning of its message if it has no code: `//! E0599: a store has no way to delete.` Its
//! twin in `twins` has the same name.

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

use crate::twins;

fn attempts() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/ui/fail")
}

fn names(extension: &str) -> BTreeSet<String> {
    fs::read_dir(attempts())
        .unwrap()
        .map(|file| file.unwrap().path())
        .filter(|path| path.extension().is_some_and(|found| found == extension))
        .map(|path| path.file_stem().unwrap().to_str().unwrap().to_owned())
        .collect()
}

#[test]
fn attempts_fail() {
    trybuild::TestCases::new().compile_fail("tests/ui/fail/*.rs");
}

#[test]
fn each_attempt_has_a_twin_and_a_message() {
    let attempts = names("rs");
    assert!(attempts.len() >= 30, "attempts were lost");
    assert_eq!(twins::NAMES.iter().map(|&name| name.into()).collect::<BTreeSet<_>>(), attempts);
    assert_eq!(names("stderr"), attempts);
}

#[test]
fn each_attempt_meets_the_error_that_it_names_and_no_other() {
    for name in names("rs") {
        let source = fs::read_to_string(attempts().join(format!("{name}.rs"))).unwrap();
        let expected =
            source.strip_prefix("//! ").and_then(|rest| rest.split(": ").next()).unwrap();
        let message = fs::read_to_string(attempts().join(format!("{name}.stderr"))).unwrap();
        let found: Vec<&str> =
            message.lines().filter_map(|line| line.strip_prefix("error")).collect();
        assert!(!found.is_empty(), "{name}");
        for error in found {
            let error = error.trim_start_matches(['[', ':', ' ']);
            assert!(error.starts_with(expected), "{name}: {error}");
        }
    }
}
