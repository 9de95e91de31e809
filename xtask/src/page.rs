//! The dashboard's page: its types, its style, its vendored files, `dist/`, and the tests that need
//! no browser. Those in a browser are among the tests of `jobs-http`.

use std::fs;
use std::path::PathBuf;
use std::process::{Command, Stdio};

use crate::step::{Result, root, run, skip_unless_ci};

/// Runs them. Without Node and npm, it says so and checks nothing; in CI that is a failure.
pub(crate) fn check() -> Result {
    let version = "process.exit(parseInt(process.versions.node) < 20 ? 1 : 0)";
    if !works("node", &["-e", version]) || !works("npm", &["--version"]) {
        let why = "it needs node of version 20 or later, and npm (Debian: npm)";
        return skip_unless_ci("the dashboard's page", why);
    }
    install()?;
    run(Command::new("npm").current_dir(folder()).args(["test", "--silent"]))
}

fn folder() -> PathBuf {
    root().join("crates/jobs-dashboard")
}

fn works(program: &str, arguments: &[&str]) -> bool {
    let mut command = Command::new(program);
    let command = command.args(arguments).stdout(Stdio::null()).stderr(Stdio::null());
    command.status().is_ok_and(|status| status.success())
}

/// Installs what `package-lock.json` pins, unless that is there already, which a copy of the list
/// shows.
fn install() -> Result {
    let read =
        |path: PathBuf| fs::read(&path).map_err(|error| format!("{}: {error}", path.display()));
    let wanted = read(folder().join("package-lock.json"))?;
    let stamp = folder().join("node_modules/installed");
    if fs::read(&stamp).is_ok_and(|installed| installed == wanted) {
        return Ok(());
    }
    let mut npm = Command::new("npm");
    run(npm.current_dir(folder()).args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"]))?;
    fs::write(&stamp, &wanted).map_err(|error| format!("{}: {error}", stamp.display()))
}
