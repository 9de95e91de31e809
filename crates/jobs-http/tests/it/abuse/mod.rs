//! The server as a separate process, under attack: a request gets a clear 4xx or the end of its
//! connection, memory stays bounded, others are served meanwhile, and the ledger has only what was
//! acknowledged.

mod bodies;
mod crowds;
mod heads;
mod http2;
mod paths;
mod smuggling;
mod unread;

use std::net::SocketAddr;
use std::path::Path;
use std::process::Command;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use bytes::Bytes;
use jobs_files::whole_file;
use reqwest::RequestBuilder;
use serde_json::{Value, json};
use tempfile::TempDir;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;

use crate::support::process::{self, PATIENCE, Process, TOKEN};

const MIB: usize = 1 << 20;

/// The token of another user than the attacker's, so that it does not wait for the attacker's
/// permits: a server refuses requests after 5 s in the queue, which a slow machine needs for a few
/// long answers.
const OTHERS_TOKEN: &str = "the-token-of-another-user-of-the-server";

/// What a server takes before an attack, in MiB: some 30, and twice that in an unoptimised build.
const AT_REST_MIB: u64 = 80;

/// How long another client may wait for a create and a list while the server is attacked by as many
/// clients as this machine can run, beside other tests. Less than the 20 s after which the server
/// disconnects a client that reads nothing.
const PROMPTLY: Duration = Duration::from_secs(16);

/// A server under attack.
struct Attacked {
    server: Process,
    directory: TempDir,
    /// The other user's: a new connection for each request.
    others: reqwest::Client,
    /// How many jobs were acknowledged.
    recorded: AtomicUsize,
}

impl Attacked {
    fn new(settings: &[&str]) -> Self {
        Self::with(|mut command| {
            command.args(settings);
            command
        })
    }

    /// A server that is started as `change` says.
    fn with(change: impl FnOnce(Command) -> Command) -> Self {
        let directory = tempfile::tempdir().unwrap();
        write_tokens(directory.path());
        let command = change(process::jobs_http(directory.path()));
        let server = process::start(command);
        let others = process::client(|builder| builder.pool_max_idle_per_host(0));
        Self { server, directory, others, recorded: AtomicUsize::new(0) }
    }

    fn address(&self) -> SocketAddr {
        self.server.address()
    }

    /// A new client is served.
    async fn serves_others(&self) {
        tokio::time::timeout(PROMPTLY, self.serves_another()).await.expect("others are served");
    }

    async fn serves_another(&self) {
        let url = format!("{}/v1/jobs", self.server.url);
        let served = async |request: RequestBuilder, status| {
            let answer = request.bearer_auth(OTHERS_TOKEN).send().await.unwrap();
            assert_eq!(answer.status(), status);
            answer.json::<Value>().await.unwrap()
        };
        let job = json!({"action_name": "T-Enable", "cids": ["1"]});
        let created = served(self.others.post(&url).json(&job), 201).await;
        self.recorded.fetch_add(1, Ordering::Relaxed);
        let listed = served(self.others.get(&url), 200).await;
        let mut listed = listed["jobs"].as_array().unwrap().iter();
        assert!(listed.any(|job| job["job_id"] == created["job"]["job_id"]));
    }

    /// Runs `attack`, and checks that others are served, one after the other, for as long as it
    /// lasts.
    async fn under<T: Send + 'static>(
        &self,
        attack: impl Future<Output = T> + Send + 'static,
    ) -> T {
        let attack = tokio::spawn(attack);
        loop {
            self.serves_others().await;
            if attack.is_finished() {
                return attack.await.unwrap();
            }
        }
    }

    /// The memory that the attack took is at most `attack_mib`.
    fn has_taken_at_most(&self, attack_mib: u64) {
        match self.server.peak_mib() {
            Some(peak) => assert!(peak <= AT_REST_MIB + attack_mib, "{peak} MiB"),
            None => println!("SKIPPED: this system does not say how much memory was taken"),
        }
    }

    /// The ledger, read from its file after the server's end, has the jobs that were acknowledged.
    fn ends_whole(self) {
        let Self { server, directory, recorded, .. } = self;
        server.terminate();
        assert!(server.ended().success());
        let ledger = rusqlite::Connection::open(directory.path().join("jobs.db")).unwrap();
        let entries: i64 =
            ledger.query_row("SELECT COUNT(*) FROM entry", [], |row| row.get(0)).unwrap();
        assert_eq!(usize::try_from(entries).unwrap(), recorded.into_inner());
    }
}

/// Writes the tokens of both users, so that a start finds them.
fn write_tokens(data_dir: &Path) {
    let tokens = [("admin", TOKEN, "admin"), ("anita", OTHERS_TOKEN, "operator")];
    let tokens = tokens.map(|(user, token, role)| {
        let digest = hex::encode(jobs_auth::digest(token));
        format!("[[token]]\nsha256 = \"{digest}\"\nuser = \"{user}\"\nrole = \"{role}\"\n")
    });
    whole_file::replace(&data_dir.join("auth.toml"), tokens.concat().as_bytes()).unwrap();
}

/// The head of a request with the token, without its last line.
fn head(request_line: &str) -> String {
    format!("{request_line}\r\nhost: x\r\nauthorization: Bearer {TOKEN}\r\n")
}

/// The result of an attack.
#[derive(Debug)]
struct Outcome {
    answer: String,
    /// How many bytes left this side.
    sent: usize,
}

impl Outcome {
    /// Whether the server ended the connection, with or without a 4xx.
    fn is_refusal(&self) -> bool {
        self.answer.is_empty() || (self.answer.starts_with("HTTP/1.1 4") && self.answers() == 1)
    }

    fn answers(&self) -> usize {
        self.answer.matches("HTTP/1.1 ").count()
    }

    fn status(&self) -> &str {
        self.answer.get(9..12).unwrap_or_default()
    }
}

/// Sends `parts` and then waits, until the server ends the connection.
async fn send(address: SocketAddr, parts: impl IntoIterator<Item = Bytes>) -> Outcome {
    let mut stream = TcpStream::connect(address).await.unwrap();
    let (mut reader, mut writer) = stream.split();
    let mut answer = Vec::new();
    let mut sent = 0;
    let write = async {
        for part in parts {
            if writer.write_all(&part).await.is_err() {
                break;
            }
            sent += part.len();
        }
        std::future::pending::<()>().await;
    };
    let read = async {
        // It may close the connection before it has read everything.
        let _reset = reader.read_to_end(&mut answer).await;
    };
    let both = async {
        tokio::select! {
            () = read => {}
            () = write => {}
        }
    };
    tokio::time::timeout(PATIENCE, both).await.expect("the server ends it");
    Outcome { answer: String::from_utf8_lossy(&answer).into_owned(), sent }
}

/// `piece` repeated after `first`, up to 100 MB.
fn hundred_mb(first: &str, piece: &[u8]) -> impl Iterator<Item = Bytes> + Send + use<> {
    let part = Bytes::from(piece.repeat(MIB / piece.len()));
    std::iter::once(Bytes::from(first.to_owned())).chain(std::iter::repeat_n(part, 100))
}
