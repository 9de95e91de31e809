//! The peers: what one could record jobs with instead. Which there are, where they are, and how
//! their programs are run.
//!
//! They are built by `cargo xtask bench --peers`, below `target/bench/peers`; what is not there is
//! left out, and named at the end.

pub(crate) mod build;
pub(crate) mod postgres;
pub(crate) mod servers;

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use serde::Deserialize;

use crate::Result;
use crate::client::Outcome;
use crate::left_out::leave_out;
use crate::process;

/// Servers: the packages that are installed from the registry, each with its version.
pub(crate) const TEPHRA: &str = "tephra-server 0.4.4";
pub(crate) const UMADB: &str = "umadb 0.7.8";
/// Of `peers/flask/requirements.txt`.
pub(crate) const FLASK: &str = "Flask 3.1.3 and SQLite";
pub(crate) const POSTGRES: &str = "PostgreSQL 15 by pgbench";
/// Libraries: what `peers/effectum` and `peers/apalis` depend on.
pub(crate) const EFFECTUM: &str = "effectum 0.7.0";
pub(crate) const APALIS: &str = "apalis-sqlite 1.0.0";

/// Where the peers are built.
const FOLDER: &str = "target/bench/peers";

/// The source of our program that measures a peer.
fn source(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("peers").join(name)
}

/// Our program that measures a peer.
pub(crate) fn client(name: &str) -> PathBuf {
    Path::new(FOLDER).join("bin").join(format!("peer-{name}"))
}

/// The program of a package, which lies in a folder of its version.
fn published(package: &str) -> PathBuf {
    let name = package.split(' ').next().unwrap_or(package);
    installed(package).join("bin").join(name)
}

fn installed(package: &str) -> PathBuf {
    Path::new(FOLDER).join(package.replace(' ', "-"))
}

/// Whether `program` is there; if not, the peer is left out.
pub(crate) fn is_built(peer: &str, program: &Path) -> bool {
    let built = program.exists();
    if !built {
        let why =
            format!("there is no {}; `cargo xtask bench --peers` builds it", program.display());
        leave_out(peer, &why);
    }
    built
}

/// What one of our programs prints.
#[derive(Debug, Deserialize)]
struct Printed {
    count: usize,
    seconds: f64,
    median_ms: f64,
    p99_ms: f64,
}

/// Lets `program` create jobs at `place`, a server's address or a folder: `batch` at once from each
/// of `clients` clients.
pub(crate) fn create(
    program: &Path,
    place: &str,
    (clients, batch): (usize, usize),
    time: Duration,
) -> Result<Outcome> {
    let mut command = Command::new(program);
    command.arg(place).args([clients, batch].map(|number| number.to_string()));
    let printed = process::output(command.arg(time.as_secs_f64().to_string()))?;
    let Printed { count, seconds, median_ms, p99_ms } = serde_json::from_str(&printed)?;
    Ok(Outcome { per_second: count as f64 / seconds, median_ms, p99_ms, refused: 0 })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_those_that_are_built() {
        for (peer, file) in [
            (EFFECTUM, "effectum/Cargo.lock"),
            (APALIS, "apalis/Cargo.lock"),
            (FLASK, "flask/requirements.txt"),
        ] {
            let list = std::fs::read_to_string(source(file)).unwrap_or_default();
            let mut words = peer.split(' ');
            let name = words.next().unwrap_or_default();
            let version = words.next().unwrap_or_default();
            let of_cargo = format!("name = \"{name}\"\nversion = \"{version}\"");
            let of_pip = format!("{name}=={version}\n");
            assert!(list.contains(&of_cargo) || list.contains(&of_pip), "{peer}");
        }
    }
}
