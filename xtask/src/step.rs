//! Running commands in the workspace's top directory.

use std::path::{Path, PathBuf};
use std::process::Command;

/// What went wrong, in words for the terminal.
pub(crate) type Result<T = ()> = std::result::Result<T, String>;

/// The top directory of the workspace.
pub(crate) fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// A cargo command, by the same cargo that runs us.
pub(crate) fn cargo_command(arguments: &[&str]) -> Command {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let mut command = Command::new(cargo);
    command.args(arguments).current_dir(root());
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
