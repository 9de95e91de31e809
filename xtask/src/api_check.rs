//! The server against its own description: `spectral` lints the document, `schemathesis` calls the
//! real server.
//!
//! Both are third-party programs, installed below the target directory at the versions that
//! `xtask/api-check` pins.

use std::fs::{self, DirBuilder, Permissions};
use std::io::{BufRead as _, BufReader};
use std::os::unix::fs::{DirBuilderExt as _, PermissionsExt as _};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdout, Command, Stdio};

use crate::step::{Result, cargo, root, run, skip_unless_ci, target};

/// The document in the repository. A test checks that it is what the server returns.
const DOCUMENT: &str = "docs/openapi.json";

/// The token of the test server, which listens only on this machine and ends with the test; its
/// hash is in `auth.toml`.
const TOKEN: &str = "the-token-of-the-api-check-of-32-characters";

/// Runs both. Without Python or npm, it says so and checks nothing; in CI that is a failure.
pub(crate) fn check() -> Result {
    if let Some(missing) = missing() {
        return skip_unless_ci("the server against its OpenAPI document", missing);
    }
    let work = target().join("api-check");
    fs::create_dir_all(&work).map_err(|error| format!("{}: {error}", work.display()))?;
    lint(&work)?;
    let schemathesis = install_schemathesis(&work)?;
    // As the step `tests` has built it: for the package alone, half of the crates would be built
    // again, with fewer features.
    cargo(&["build", "--workspace", "--tests"])?;
    let server = Server::start(&work.join("data"))?;
    run(Command::new(schemathesis)
        // It writes files into its working directory.
        .current_dir(&work)
        .env("SCHEMATHESIS_HOOKS", "hooks")
        .env("PYTHONPATH", settings())
        .env("PYTHONDONTWRITEBYTECODE", "1")
        .env("API_CHECK_URL", &server.url)
        .env("API_CHECK_UPSTREAM", &server.upstream)
        .env("API_CHECK_TOKEN", TOKEN)
        .arg("--config-file")
        .arg(settings().join("schemathesis.toml"))
        .arg("run")
        .arg(root().join(DOCUMENT))
        .args(["--url", &server.url])
        .args(["--checks", "all", "--phases", "examples,coverage,fuzzing,stateful"])
        .args(["--header", &format!("Authorization: Bearer {TOKEN}")]))
}

/// What is needed but missing.
fn missing() -> Option<&'static str> {
    let works = |program: &str, arguments: &[&str]| {
        let mut command = Command::new(program);
        let command = command.args(arguments).stdout(Stdio::null()).stderr(Stdio::null());
        command.status().is_ok_and(|status| status.success())
    };
    let python = "import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))";
    if !works("python3", &["-c", python]) {
        return Some("it needs python3 of version 3.11 or later, with venv (Debian: python3-venv)");
    }
    (!works("npm", &["--version"])).then_some("it needs npm (Debian: npm)")
}

/// The directory with our versions and settings.
fn settings() -> PathBuf {
    root().join("xtask/api-check")
}

fn lint(work: &Path) -> Result {
    let home = work.join("npm");
    fs::create_dir_all(&home).map_err(|error| format!("{}: {error}", home.display()))?;
    install(&home, "package-lock.json", || {
        for name in ["package.json", "package-lock.json"] {
            copy(&settings().join(name), &home.join(name))?;
        }
        let mut npm = Command::new("npm");
        npm.current_dir(&home).args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"]);
        run(&mut npm)
    })?;
    run(Command::new(home.join("node_modules/.bin/spectral"))
        .current_dir(root())
        .args(["lint", "--fail-severity", "warn", "--ruleset"])
        .arg(settings().join("spectral.yaml"))
        .arg(DOCUMENT))
}

fn install_schemathesis(work: &Path) -> Result<PathBuf> {
    let home = work.join("venv");
    install(&home, "requirements.txt", || {
        run(Command::new("python3").args(["-m", "venv"]).arg(&home))?;
        let mut pip = Command::new(home.join("bin/pip"));
        pip.args(["install", "--quiet", "--disable-pip-version-check", "--require-hashes"]);
        pip.arg("--requirement");
        run(pip.arg(settings().join("requirements.txt")))
    })?;
    Ok(home.join("bin/schemathesis"))
}

/// Runs `install` unless it was already run for the same versions, which the copy of the list, made
/// last, shows.
fn install(home: &Path, list: &str, install: impl FnOnce() -> Result) -> Result {
    let wanted = settings().join(list);
    let stamp = home.join("installed");
    let wanted = fs::read(&wanted).map_err(|error| format!("{}: {error}", wanted.display()))?;
    if fs::read(&stamp).is_ok_and(|installed| installed == wanted) {
        return Ok(());
    }
    install()?;
    fs::write(&stamp, &wanted).map_err(|error| format!("{}: {error}", stamp.display()))
}

fn copy(from: &Path, to: &Path) -> Result {
    fs::copy(from, to).map_err(|error| format!("{}: {error}", from.display()))?;
    Ok(())
}

/// The server on a new ledger with sample jobs, killed when it goes out of scope.
struct Server {
    child: Child,
    url: String,
    /// The simulated upstream of the sample jobs.
    upstream: String,
    /// Open as long as the server may print.
    printed: BufReader<ChildStdout>,
}

impl Server {
    fn start(data: &Path) -> Result<Self> {
        prepare(data)?;
        let mut command = Command::new(target().join("debug/jobs-http"));
        for (name, _) in std::env::vars_os() {
            if name.to_string_lossy().starts_with("JOBS_") {
                command.env_remove(name);
            }
        }
        command.args(["--log", "error", "--demo", "--store", "sqlite", "--listen", "127.0.0.1:0"]);
        command.arg("--data-dir").arg(data);
        let mut child = command
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .spawn()
            .map_err(|error| format!("{command:?}: {error}"))?;
        let stdout = child.stdout.take().ok_or("the server has no standard output")?;
        let url = String::new();
        let upstream = String::new();
        let printed = BufReader::new(stdout);
        let mut server = Self { child, url, upstream, printed };
        let mut line = String::new();
        while server.printed.read_line(&mut line).map_err(|error| error.to_string())? > 0 {
            if let Some(url) = line.trim_end().strip_prefix("demo upstream on ") {
                server.upstream = url.to_owned();
            } else if let Some((_, url)) = line.trim_end().split_once(" listening on ") {
                server.url = url.to_owned();
                return Ok(server);
            }
            line.clear();
        }
        Err("the server did not start".to_owned())
    }
}

/// Empties the data directory except for the users, and closes it to others, or the server
/// complains.
fn prepare(data: &Path) -> Result {
    let failed = |error| format!("{}: {error}", data.display());
    if data.exists() {
        fs::remove_dir_all(data).map_err(failed)?;
    }
    DirBuilder::new().mode(0o700).create(data).map_err(failed)?;
    let users = data.join("auth.toml");
    copy(&settings().join("auth.toml"), &users)?;
    fs::set_permissions(&users, Permissions::from_mode(0o600)).map_err(failed)
}

impl Drop for Server {
    fn drop(&mut self) {
        let _gone = self.child.kill();
        let _reaped = self.child.wait();
    }
}
