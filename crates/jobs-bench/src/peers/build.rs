//! Builds the peers from their registries. This alone needs a network.

use std::path::Path;
use std::process::Command;

use super::{APALIS, EFFECTUM, FLASK, FOLDER, POSTGRES, TEPHRA, UMADB, client, installed};
use super::{postgres, published, source};
use crate::Result;
use crate::left_out::leave_out;

/// Builds what can be built, and says what cannot.
pub(crate) fn run() {
    for (peer, built) in [
        (TEPHRA, server(TEPHRA, "tephra")),
        (UMADB, server(UMADB, "umadb")),
        (EFFECTUM, own("effectum")),
        (APALIS, own("apalis")),
        (FLASK, flask()),
        (POSTGRES, postgres::check()),
    ] {
        if let Err(error) = built {
            leave_out(peer, &error);
        }
    }
}

/// Builds a server, unless its version is there, and our program that measures it.
fn server(package: &str, name: &str) -> Result<()> {
    own("protoc")?;
    if !published(package).exists() {
        let (package, version) = package.split_once(' ').ok_or("a package has a version")?;
        install(
            &["--version", &format!("={version}"), package],
            &installed(&format!("{package} {version}")),
        )?;
    }
    own(name)
}

/// Builds one of our packages, whose dependencies its own lock file fixes.
fn own(name: &str) -> Result<()> {
    install(&["--path", &source(name).to_string_lossy()], Path::new(FOLDER))
}

fn install(package: &[&str], into: &Path) -> Result<()> {
    let protoc = std::path::absolute(client("protoc"))?;
    let mut cargo = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    cargo.args(["install", "--locked", "--root"]).arg(into);
    cargo.arg("--target-dir").arg(Path::new(FOLDER).join("build"));
    run_command(cargo.args(package).env("PROTOC", protoc))
}

/// Installs the Python packages, in a separate environment.
fn flask() -> Result<()> {
    let folder = Path::new(FOLDER).join("flask");
    run_command(Command::new("python3").args(["-m", "venv"]).arg(&folder))?;
    let mut pip = Command::new(folder.join("bin/pip"));
    pip.args(["install", "--quiet", "--disable-pip-version-check", "--requirement"]);
    run_command(pip.arg(source("flask/requirements.txt")))
}

fn run_command(command: &mut Command) -> Result<()> {
    let status = command.status().map_err(|error| format!("{command:?}: {error}"))?;
    if status.success() { Ok(()) } else { Err(format!("{command:?}: {status}").into()) }
}
