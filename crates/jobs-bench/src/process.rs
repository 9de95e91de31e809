//! Other processes: servers, each ended when its value is dropped, and programs that print what
//! they measured.

use std::io::{BufRead as _, BufReader};
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use crate::Result;

/// A bootstrap token for one run on loopback.
pub(crate) const TOKEN: &str = "bench-8d1f0c52e7a94b36a1d07f2c9be4405e";

/// How often to check whether a peer listens: for 20 seconds.
const TRIES: usize = 1000;
const BETWEEN_TRIES: Duration = Duration::from_millis(20);

/// A server that is running.
#[derive(Debug)]
pub(crate) struct Server {
    child: Child,
    /// Its host and port.
    pub(crate) address: String,
}

impl Server {
    /// The ledger's server, with these arguments.
    pub(crate) fn ledger(program: &Path, data_dir: &Path, arguments: &[&str]) -> Result<Self> {
        let mut command = Command::new(program);
        command.args(["--listen", "127.0.0.1:0", "--data-dir"]).arg(data_dir);
        command.args(arguments).env("JOBS_BOOTSTRAP_TOKEN", TOKEN).stderr(Stdio::null());
        Self::start(command)
    }

    /// The bare server.
    pub(crate) fn bare(data_dir: &Path, upstream: Option<&str>, keeps: bool) -> Result<Self> {
        let mut command = Command::new(std::env::current_exe()?);
        command.arg("bare").arg(data_dir).args(upstream);
        command.args((!keeps).then_some("--connection-per-call"));
        Self::start(command)
    }

    /// An upstream that answers with success, and may announce how long it keeps a connection.
    pub(crate) fn upstream(announces: bool) -> Result<Self> {
        let mut command = Command::new(std::env::current_exe()?);
        command.arg("upstream").args(announces.then_some("--announces"));
        Self::start(command)
    }

    /// A server whose answers are as long as their paths say.
    pub(crate) fn constant() -> Result<Self> {
        let mut command = Command::new(std::env::current_exe()?);
        command.arg("constant");
        Self::start(command)
    }

    /// A peer's server. Each peer reports its port differently, so it is given one that was free
    /// just now.
    pub(crate) fn peer(command: impl FnOnce(&str) -> Command) -> Result<Self> {
        let free = TcpListener::bind("127.0.0.1:0")?.local_addr()?;
        let mut command = command(&free.to_string());
        let child = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn()?;
        let mut server = Self { child, address: free.to_string() };
        for _ in 0..TRIES {
            if TcpStream::connect(free).is_ok() {
                return Ok(server);
            }
            if let Some(status) = server.child.try_wait()? {
                return Err(format!("{command:?} ended before it listened: {status}").into());
            }
            std::thread::sleep(BETWEEN_TRIES);
        }
        Err(format!("{command:?} does not listen on {free}").into())
    }

    fn start(mut command: Command) -> Result<Self> {
        let mut child = command.stdout(Stdio::piped()).spawn()?;
        let output = child.stdout.take().ok_or("the output of a server cannot be read")?;
        let mut lines = BufReader::new(output).lines();
        let listening = lines.find_map(|line| {
            line.map(|line| line.rsplit_once("listening on http://").map(|(_, it)| it.to_owned()))
                .transpose()
        });
        let Some(address) = listening.transpose()? else {
            let status = child.wait()?;
            return Err(format!("{command:?} ended before it listened: {status}").into());
        };
        Ok(Self { child, address })
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// What a command prints, once it has succeeded.
pub(crate) fn output(command: &mut Command) -> Result<String> {
    let output = command.stdin(Stdio::null()).output()?;
    if !output.status.success() {
        let why = String::from_utf8_lossy(&output.stderr);
        return Err(format!("{command:?}: {}: {}", output.status, why.trim()).into());
    }
    Ok(String::from_utf8(output.stdout)?)
}
