//! PostgreSQL from Debian, on a cluster made for the run, and pgbench, which comes with it. `fsync`
//! and `synchronous_commit` are on, which is the default.
//!
//! pgbench is a thin client: it sends a prepared statement over a Unix socket. There is no HTTP,
//! and no server but PostgreSQL's own.

use std::ffi::OsStr;
use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use super::source;
use crate::Result;
use crate::client::Outcome;
use crate::process::output;

const PROGRAMS: &str = "/usr/lib/postgresql/15/bin";

/// The superuser of the cluster; and the user of Debian's package, under whom the server runs
/// instead of root, which it refuses.
const USER: &str = "postgres";

/// Whether it is there.
pub(crate) fn check() -> Result<()> {
    let there =
        Path::new(PROGRAMS).join("pgbench").exists() && Path::new(PROGRAMS).join("initdb").exists();
    let why = format!("{PROGRAMS} is not there; `apt-get install postgresql-15` brings it");
    if there { Ok(()) } else { Err(why.into()) }
}

/// A server that is running, and stopped when it goes out of scope.
#[derive(Debug)]
pub(crate) struct Postgres {
    /// Its files, and its socket.
    folder: PathBuf,
    as_root: bool,
}

impl Postgres {
    /// Starts one on a new cluster in `parent`.
    pub(crate) fn start(parent: &Path) -> Result<Self> {
        check()?;
        // The path of a socket has to be absolute.
        let folder = std::path::absolute(parent.join("postgres"))?;
        let as_root = parent.metadata()?.uid() == 0;
        if as_root {
            std::fs::set_permissions(parent, std::fs::Permissions::from_mode(0o711))?;
            let mut install = Command::new("install");
            output(install.args(["-d", "-m", "700", "-o", USER]).arg(&folder))?;
        } else {
            std::fs::create_dir(&folder)?;
        }
        let server = Self { folder, as_root };
        let initdb = ["--auth=trust", "--username", USER, "--encoding=UTF8", "--no-locale"];
        output(server.server("initdb").args(initdb))?;
        let options = format!("-c listen_addresses= -k '{}'", server.folder.display());
        output(server.server("pg_ctl").args([
            "start",
            "--wait",
            "--log=log",
            "--options",
            &options,
        ]))?;
        let mut psql = server.client("psql");
        psql.args(["--quiet", "--set=ON_ERROR_STOP=1", "--file"]);
        output(psql.arg(source("postgres/schema.sql")))?;
        Ok(server)
    }

    /// Lets `clients` clients create jobs for `time`, in whole seconds.
    pub(crate) fn create(&self, clients: usize, time: Duration) -> Result<Outcome> {
        let mut pgbench = self.client("pgbench");
        pgbench.args(["--no-vacuum", "--protocol=prepared", "--jobs=1"]);
        pgbench.arg(format!("--client={clients}"));
        pgbench.arg(format!("--time={}", time.as_secs_f64().ceil()));
        pgbench.arg("--file").arg(source("postgres/create.sql"));
        Ok(Outcome::rate(per_second(&output(&mut pgbench)?)?))
    }

    fn data(&self) -> PathBuf {
        self.folder.join("data")
    }

    /// A program that calls the server.
    fn client(&self, name: &str) -> Command {
        let mut command = Command::new(Path::new(PROGRAMS).join(name));
        command.env("PGHOST", &self.folder).env("PGUSER", USER).env("PGDATABASE", USER);
        command
    }

    /// A program that works on the server's files.
    fn server(&self, name: &str) -> Command {
        let program = Path::new(PROGRAMS).join(name);
        let mut command =
            Command::new(if self.as_root { OsStr::new("runuser") } else { program.as_os_str() });
        if self.as_root {
            command.args(["-u", USER, "--"]).arg(&program);
        }
        command.current_dir(&self.folder).arg("-D").arg(self.data());
        command
    }
}

impl Drop for Postgres {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = output(self.server("pg_ctl").args(["stop", "--mode=immediate"]));
    }
}

/// The rate that pgbench prints.
fn per_second(printed: &str) -> Result<f64> {
    let failed = printed.lines().find(|line| line.starts_with("number of failed transactions:"));
    if failed.is_some_and(|line| !line.contains(": 0 ")) {
        return Err(printed.into());
    }
    let rate = printed.lines().find_map(|line| line.strip_prefix("tps = "));
    let rate = rate.and_then(|line| line.split(' ').next()).ok_or(printed)?;
    Ok(rate.parse()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_rate_counts_if_nothing_failed() {
        let printed = "number of failed transactions: 0 (0.000%)\ntps = 987.5 (without …)\n";
        assert!(per_second(printed).is_ok_and(|rate| (rate - 987.5).abs() < 1e-9));
        assert!(per_second(&printed.replace(": 0 ", ": 3 ")).is_err());
        assert!(per_second("").is_err());
    }
}
