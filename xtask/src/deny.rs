//! The dependencies of the programs: `cargo deny` checks licences, bans, sources and advisories, as
//! `deny.toml` says.
//!
//! cargo-deny is a third-party program, installed below the target directory at the version that is
//! pinned here.

use std::process::{Command, Stdio};

use crate::step::{Result, cargo_command, root, run, skip, skip_unless_ci, target};

const VERSION: &str = "0.20.2";

const WORKSPACE: &str = "Cargo.toml";
const FUZZ: &str = "fuzz/Cargo.toml";

/// Runs all four checks. Without the crate or the advisories, it reports what was not checked.
pub(crate) fn check() -> Result {
    if install().is_err() {
        let why = format!("cargo-deny {VERSION} could not be installed; see above");
        return skip_unless_ci("licences, bans, sources, advisories", &why);
    }
    // A rule that no longer applies to anything must be removed.
    deny(WORKSPACE, &["check", "--deny", "warnings", "licenses", "bans", "sources"])?;
    deny(FUZZ, &["check", "sources"])?;
    advisories()
}

/// The database is fetched separately, so that no other failure is mistaken for its absence.
fn advisories() -> Result {
    let fetched = cargo_deny(WORKSPACE, &["fetch", "db"]).output();
    let fetched = fetched.map_err(|error| format!("cargo-deny: {error}"))?;
    if !fetched.status.success() {
        let why = String::from_utf8_lossy(&fetched.stderr);
        let why = why.trim().lines().last().unwrap_or_default();
        skip("known vulnerabilities of the dependencies", why);
        return Ok(());
    }
    for manifest in [WORKSPACE, FUZZ] {
        deny(manifest, &["check", "advisories"])?;
    }
    Ok(())
}

/// Does nothing if this version is already installed. Built without optimisation: it runs once.
fn install() -> Result {
    let mut command = cargo_command(&["install", "cargo-deny", "--locked", "--debug", "--quiet"]);
    command.args(["--version", VERSION, "--root"]).arg(target().join("deny"));
    run(command.env("CARGO_PROFILE_DEV_DEBUG", "false").stdin(Stdio::null()))
}

fn deny(manifest: &str, arguments: &[&str]) -> Result {
    run(&mut cargo_deny(manifest, arguments))
}

fn cargo_deny(manifest: &str, arguments: &[&str]) -> Command {
    let mut command = Command::new(target().join("deny/bin/cargo-deny"));
    command.current_dir(root()).args(["--config", "deny.toml", "--manifest-path", manifest]);
    command.args(arguments);
    command
}
