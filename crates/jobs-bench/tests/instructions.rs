//! The instructions that create, Set Action, list and verify take, as valgrind counts them in a
//! test build: a guard against making them slower unawares. The counts hold for this build alone;
//! `cargo xtask bench` measures what users get.
//!
//! When a change alters a count for good reason, it updates the count here.

use std::process::Command;

/// An operation, how often it is run to count it, how many instructions one takes, and by how many
/// hundredths that may differ. The timing of threads and other processors account for less than
/// half of this, except in a list: on a busy machine it takes up to 17 % more than on a quiet one.
const COUNTS: [(&str, usize, u64, u64); 4] = [
    ("create", 100, 592_000, 4),
    ("set-action", 40, 1_340_000, 4),
    ("list", 20, 1_825_000, 10),
    ("verify", 400, 515_000, 4),
];

#[test]
fn no_operation_takes_more_instructions_than_it_did() {
    if Command::new("valgrind").arg("--version").output().is_err() {
        assert_ne!(std::env::var("CI").as_deref(), Ok("true"), "valgrind is missing");
        eprintln!("SKIPPED: instructions are not counted, as there is no valgrind");
        return;
    }
    let counts = COUNTS.map(|(operation, times, expected, percent)| {
        let counted = (counted(operation, 2 * times) - counted(operation, times)) / times as u64;
        eprintln!("{operation}: {counted} instructions, {expected} expected");
        (operation, counted, expected, percent)
    });
    for (operation, counted, expected, percent) in counts {
        let differs = counted.abs_diff(expected) * 100 > expected * percent;
        assert!(
            !differs,
            "{operation} takes {counted} instructions in place of {expected}: mend it, or put the count into {}",
            file!()
        );
    }
}

/// The instructions of a process that runs the operation `times` times.
fn counted(operation: &str, times: usize) -> u64 {
    let mut command = Command::new("valgrind");
    command.args(["--tool=cachegrind", "--cache-sim=no", "--cachegrind-out-file=/dev/null"]);
    command.arg(env!("CARGO_BIN_EXE_jobs-bench")).args(["counted", operation, &times.to_string()]);
    // The program keeps its files below the target directory.
    let output = command.current_dir("../..").output().expect("valgrind is there");
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{said}");
    let count =
        said.lines().find_map(|line| line.split_once("I   refs:").or(line.split_once("I refs:")));
    let (_, count) = count.unwrap_or_else(|| panic!("there is no count: {said}"));
    count.replace(',', "").trim().parse().expect("a count is a number")
}
