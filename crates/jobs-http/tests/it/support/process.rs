//! The real binary as a process, and helpers for tests.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{SocketAddr, TcpStream};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::time::{Duration, Instant};

use reqwest::{Client, ClientBuilder, Response};
use serde_json::{Value, json};

/// Longer than anything here takes, however slow the machine is.
pub(crate) const PATIENCE: Duration = Duration::from_secs(60);

/// How long a client keeps an idle connection: shorter than any server here does.
const IDLE_MAX: Duration = Duration::from_secs(5);

pub(crate) const TOKEN: &str = "a-bootstrap-token-of-32-characters-or-more";

/// A process that is killed when it goes out of scope.
pub(crate) struct Process {
    child: Child,
    pub(crate) url: String,
    /// The key that checks its receipts, if it has any.
    pub(crate) verifier_key: Option<String>,
    /// The ledger that it says it serves.
    pub(crate) ledger: String,
    /// The other lines printed before the one with the URL.
    pub(crate) printed: Vec<String>,
}

impl Process {
    fn start(command: Command) -> Result<Self, String> {
        Self::start_logging(command, Stdio::piped())
    }

    fn start_logging(mut command: Command, log: Stdio) -> Result<Self, String> {
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(log);
        let mut child = command.spawn().unwrap();
        let mut printed = Vec::new();
        let mut verifier_key = None;
        let mut ledger = String::new();
        for line in BufReader::new(child.stdout.take().unwrap()).lines() {
            let line = line.unwrap();
            if let Some((_, url)) = line.split_once(" listening on ") {
                let url = url.to_owned();
                if let Some(log) = child.stderr.take() {
                    drain(log);
                }
                return Ok(Self { child, url, verifier_key, ledger, printed });
            }
            if let Some(key) = line.strip_prefix("verifier key: ") {
                verifier_key = Some(key.to_owned());
            } else if ["made a ", "opened a ", "a ledger "].iter().any(|it| line.starts_with(it)) {
                ledger = line;
            } else {
                printed.push(line);
            }
        }
        let mut stderr = String::new();
        if let Some(mut log) = child.stderr.take() {
            log.read_to_string(&mut stderr).unwrap();
        }
        let status = child.wait().unwrap();
        Err(format!("{status}: {stderr}"))
    }

    pub(crate) fn id(&self) -> u32 {
        self.child.id()
    }

    pub(crate) fn address(&self) -> SocketAddr {
        self.url.strip_prefix("http://").unwrap().parse().unwrap()
    }

    /// The most memory that it has had so far, in MiB; `None` on systems that do not say.
    pub(crate) fn peak_mib(&self) -> Option<u64> {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.child.id())).ok()?;
        let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap();
        let kib: u64 = peak.trim().strip_suffix(" kB").unwrap().parse().unwrap();
        Some(kib >> 10)
    }

    /// Resets the peak memory to what it has now.
    pub(crate) fn forget_peak(&self) {
        let _unless_the_system_does_not =
            std::fs::write(format!("/proc/{}/clear_refs", self.child.id()), "5");
    }

    /// Sends SIGKILL, and waits for the end.
    pub(crate) fn kill(mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }

    /// SIGTERM.
    pub(crate) fn terminate(&self) {
        let pid = self.child.id().to_string();
        assert!(Command::new("kill").args(["-TERM", &pid]).status().unwrap().success());
    }

    /// Waits until it accepts no more connections.
    pub(crate) async fn stopped_listening(&self) {
        let begin = Instant::now();
        while TcpStream::connect(self.address()).is_ok() {
            assert!(begin.elapsed() < PATIENCE, "it still listens");
            tokio::task::yield_now().await;
        }
    }

    /// Waits for the end.
    pub(crate) fn ended(mut self) -> ExitStatus {
        self.child.wait().unwrap()
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        let _gone = self.child.kill();
        let _reaped = self.child.wait();
    }
}

/// Keeps the pipe of the log from filling up.
fn drain(mut log: impl std::io::Read + Send + 'static) {
    std::thread::spawn(move || std::io::copy(&mut log, &mut std::io::stderr()));
}

/// The command of `jobs-http` on a free port.
pub(crate) fn jobs_http(data_dir: &std::path::Path) -> Command {
    jobs_http_on(data_dir, SocketAddr::from(([127, 0, 0, 1], 0)))
}

/// The command of `jobs-http`, its environment free of the tester's settings.
pub(crate) fn jobs_http_on(data_dir: &std::path::Path, listen: impl std::fmt::Display) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_jobs-http"));
    for (name, _) in std::env::vars().filter(|(name, _)| name.starts_with("JOBS_")) {
        command.env_remove(name);
    }
    command
        .env("JOBS_BOOTSTRAP_TOKEN", TOKEN)
        .env("JOBS_LOG", "warn")
        // The host of requests that tests write by hand.
        .env("JOBS_ALLOWED_HOST", "x")
        .arg("--data-dir")
        .arg(data_dir);
    command.args(["--listen", &listen.to_string()]);
    command
}

pub(crate) fn start(command: Command) -> Process {
    Process::start(command).unwrap()
}

/// Starts a server; returns why if it does not start.
pub(crate) fn try_start(command: Command) -> Result<Process, String> {
    Process::start(command)
}

/// Starts a server whose log goes to `log`.
pub(crate) fn start_logging(command: Command, log: std::fs::File) -> Process {
    Process::start_logging(command, log.into()).unwrap()
}

/// Starts a server that must not start; returns its message.
pub(crate) fn refusal(command: Command) -> String {
    match Process::start(command) {
        Ok(process) => panic!("started on {}", process.url),
        Err(message) => message,
    }
}

/// A patient HTTP client, configured by `configure`.
pub(crate) fn client(configure: impl FnOnce(ClientBuilder) -> ClientBuilder) -> Client {
    // The workspace leaves the choice of a TLS provider to the program, even if nothing is
    // encrypted.
    let _already_chosen = rustls::crypto::ring::default_provider().install_default();
    // A server closes a connection that is idle, which must not be at the moment of a request.
    let builder = Client::builder().timeout(PATIENCE).no_proxy().pool_idle_timeout(IDLE_MAX);
    configure(builder).build().unwrap()
}

/// A client of a server.
#[derive(Clone)]
pub(crate) struct Caller {
    pub(crate) http: Client,
    pub(crate) url: String,
}

impl Caller {
    pub(crate) fn new(process: &Process) -> Self {
        Self { http: client(|builder| builder), url: process.url.clone() }
    }

    pub(crate) async fn get(&self, path: &str) -> Value {
        let request = self.http.get(format!("{}{path}", self.url)).bearer_auth(TOKEN);
        let answer = request.send().await.unwrap();
        assert!(answer.status().is_success(), "{path}: {}", answer.status());
        answer.json().await.unwrap()
    }

    pub(crate) async fn post(&self, path: &str, body: &Value) -> Response {
        let request = self.http.post(format!("{}{path}", self.url)).bearer_auth(TOKEN);
        request.json(body).send().await.unwrap()
    }

    /// Sends a Set Action to the legacy endpoint; returns the code and the body.
    pub(crate) async fn set_action(&self, url: &str, token: &str, cids: &[&str]) -> (u16, Value) {
        let body = json!({
            "url": url, "token": token, "isPost": true,
            "postData": {"action": "PE-Enable", "cids": cids},
        });
        let answer = self.post("/proxy_fetch", &body).await;
        (answer.status().as_u16(), answer.json().await.unwrap())
    }

    /// All jobs, oldest first.
    pub(crate) async fn jobs(&self) -> Vec<Value> {
        let listed = self.get("/v1/jobs?limit=500&order=oldest_first").await;
        listed["jobs"].as_array().unwrap().clone()
    }

    /// Requests `path` repeatedly until the answer is `wanted`; it awaits each answer, so this
    /// yields.
    pub(crate) async fn until(&self, path: &str, wanted: impl Fn(&Value) -> bool) -> Value {
        let begin = Instant::now();
        loop {
            let answer = self.get(path).await;
            if wanted(&answer) {
                return answer;
            }
            assert!(begin.elapsed() < PATIENCE, "{path} still answers {answer}");
        }
    }
}

/// A bare connection, for requests that no client library sends.
pub(crate) struct Raw(TcpStream);

impl Raw {
    pub(crate) fn connect(address: SocketAddr) -> Self {
        let stream = TcpStream::connect(address).unwrap();
        stream.set_read_timeout(Some(PATIENCE)).unwrap();
        Self(stream)
    }

    pub(crate) fn send(&mut self, bytes: &[u8]) {
        self.0.write_all(bytes).unwrap();
    }

    /// Everything that arrives until the server closes the connection.
    pub(crate) fn read_end(&mut self) -> String {
        let mut bytes = Vec::new();
        match self.0.read_to_end(&mut bytes) {
            Ok(_) => {}
            // Closed while this side was still sending.
            Err(error) if error.kind() == std::io::ErrorKind::ConnectionReset => {}
            Err(error) => panic!("{error}, after {}", String::from_utf8_lossy(&bytes)),
        }
        // HTTP/2 is not text.
        String::from_utf8_lossy(&bytes).into_owned()
    }

    /// Everything that arrives up to `end`, and no more.
    pub(crate) fn read_until(&mut self, end: &[u8]) -> String {
        let mut text = Vec::new();
        while !text.ends_with(end) {
            let mut byte = [0];
            self.0.read_exact(&mut byte).unwrap();
            text.extend(byte);
        }
        String::from_utf8(text).unwrap()
    }

    /// The head of one answer. The body is read, too; the connection stays open.
    pub(crate) fn read_head(&mut self) -> String {
        let head = self.read_until(b"\r\n\r\n");
        let length = head.lines().find_map(|line| line.strip_prefix("content-length: "));
        let mut body = vec![0; length.unwrap().parse().unwrap()];
        self.0.read_exact(&mut body).unwrap();
        head
    }

    /// Whether nothing arrives within `patience`.
    pub(crate) fn is_silent(&mut self, patience: Duration) -> bool {
        self.0.set_read_timeout(Some(patience)).unwrap();
        let silent = self.0.peek(&mut [0]).is_err();
        self.0.set_read_timeout(Some(PATIENCE)).unwrap();
        silent
    }

    pub(crate) fn stream(&self) -> TcpStream {
        self.0.try_clone().unwrap()
    }
}

pub(crate) const HEALTH: &[u8] = b"GET /health HTTP/1.1\r\nhost: x\r\n\r\n";
