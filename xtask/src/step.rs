//! Running commands in the workspace's top directory.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::{Mutex, PoisonError};

/// What went wrong, in words for the terminal.
pub(crate) type Result<T = ()> = std::result::Result<T, String>;

/// The top directory of the workspace.
pub(crate) fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// Where cargo builds, and where the third-party programs for checks are.
pub(crate) fn target() -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), PathBuf::from)
}

/// What was not checked, and why.
static SKIPPED: Mutex<Vec<String>> = Mutex::new(Vec::new());

/// Reports that `what` was not checked because of `why`, now and at the end of all steps.
pub(crate) fn skip(what: &str, why: &str) {
    let skipped = format!("SKIPPED, NOT CHECKED: {what}: {why}");
    println!("{skipped}");
    SKIPPED.lock().unwrap_or_else(PoisonError::into_inner).push(skipped);
}

/// As [`skip`], but a failure in CI, which must have everything that checks need.
pub(crate) fn skip_unless_ci(what: &str, why: &str) -> Result {
    if std::env::var("CI").is_ok_and(|ci| ci == "true") {
        return Err(format!("{what}: {why}"));
    }
    skip(what, why);
    Ok(())
}

/// What was skipped so far, one line each.
pub(crate) fn skipped() -> Vec<String> {
    SKIPPED.lock().unwrap_or_else(PoisonError::into_inner).clone()
}

/// A command of the same cargo that runs this program.
pub(crate) fn cargo_command(arguments: &[&str]) -> Command {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let mut command = Command::new(cargo);
    command.args(arguments).current_dir(root());
    // What cargo tells this program about its own package. The build script of `ring` looks at it,
    // so that half of the crates would be built again each time that cargo is run by hand.
    for (name, _) in std::env::vars_os() {
        let name = name.to_string_lossy().into_owned();
        if name.starts_with("CARGO_PKG_") || name.starts_with("CARGO_MANIFEST_") {
            command.env_remove(name);
        }
    }
    command
}

/// Runs cargo and shows what it prints.
pub(crate) fn cargo(arguments: &[&str]) -> Result {
    run(&mut cargo_command(arguments))
}

/// Runs a command and shows what it prints.
pub(crate) fn run(command: &mut Command) -> Result {
    let status = command.status().map_err(|error| format!("{command:?}: {error}"))?;
    if status.success() { Ok(()) } else { Err(format!("{command:?} failed: {status}")) }
}

/// Runs cargo and returns what it prints to standard output.
pub(crate) fn cargo_output(arguments: &[&str]) -> Result<String> {
    let mut command = cargo_command(arguments);
    let output = command.output().map_err(|error| format!("{command:?}: {error}"))?;
    if !output.status.success() {
        return Err(format!("{command:?} failed:\n{}", String::from_utf8_lossy(&output.stderr)));
    }
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}
