//! A real server that logs everything, and a caller who keeps all of its answers.

use std::fs::{self, File};
use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;
use std::time::Instant;

use jobs_api::endpoints;
use jobs_auth::{AuthFileEditor, PasswordHash, Role};
use jobs_core::UserId;
use reqwest::{Client, Method, RequestBuilder};
use serde_json::{Value, json};

use super::canary::{Canaries, Written};
use super::echo;
use crate::support::issuer::{AUDIENCE, ISSUER, Issuer};
use crate::support::process::{self, PATIENCE, Process};

/// A text that is not a secret, and is found wherever payloads are shown.
pub(super) const PLAIN: &str = "plain-note-in-a-payload";

/// Another text that is not a secret, in the last entry.
pub(super) const LAST: &str = "plain-note-in-the-last-entry";

/// An answer.
pub(super) struct Answer {
    pub(super) status: u16,
    pub(super) text: String,
}

impl Answer {
    pub(super) fn json(&self) -> Value {
        self.text.parse().unwrap_or_else(|error| panic!("{error}: {}", self.text))
    }
}

pub(super) struct Scene {
    pub(super) canaries: Canaries,
    pub(super) written: Written,
    pub(super) issuer: Issuer,
    /// The base URL of the upstream.
    pub(super) upstream: String,
    /// The first token: an admin's.
    pub(super) token: String,
    /// Vijay's password.
    pub(super) password: String,
    server: Process,
    http: Client,
    directory: tempfile::TempDir,
}

impl Scene {
    pub(super) async fn start() -> Self {
        let mut canaries = Canaries::default();
        let written = Written::default();
        let directory = tempfile::tempdir().unwrap();
        let issuer = Issuer::new();
        let upstream = echo::start().await;
        let keys = directory.path().join("keys.json");
        fs::write(&keys, issuer.jwks().to_string()).unwrap();
        let token = canaries.plant("JOBS_BOOTSTRAP_TOKEN") + "-is-32-characters-or-more";
        let password = canaries.plant("a password");
        let identity_secret = canaries.plant("--identity-secret") + "-is-32-characters-or-more";
        let secret_file = directory.path().join("identity-secret");
        fs::write(&secret_file, &identity_secret).unwrap();
        fs::set_permissions(&secret_file, fs::Permissions::from_mode(0o600)).unwrap();
        let mut command = process::jobs_http(&directory.path().join("data"));
        command.arg("--identity-secret").arg(secret_file);
        command.env("JOBS_LOG", "trace").env("JOBS_BOOTSTRAP_TOKEN", &token);
        command.args(["--upstream", &upstream, "--trusted-proxy", "127.0.0.1/32"]);
        command.args(["--redact-name", "pin_code"]);
        command.args(["--upstream-read", &format!("POST {upstream}/*")]);
        command.args(["--jwt-issuer", ISSUER, "--jwt-audience", AUDIENCE, "--jwt-jwks"]).arg(&keys);
        let log = File::create(directory.path().join("log")).unwrap();
        let server = process::start_logging(command, log);
        let http = process::client(|builder| builder.redirect(reqwest::redirect::Policy::none()));
        let scene =
            Self { canaries, written, issuer, upstream, token, password, server, http, directory };
        scene.add_user(&identity_secret).await;
        scene
    }

    /// Adds vijay to the running server, and waits until it knows him.
    async fn add_user(&self, identity_secret: &str) {
        let editor = AuthFileEditor::new(self.directory.path().join("data/auth.toml"));
        let vijay = UserId::new("vijay").unwrap();
        let hash = PasswordHash::of_new(&self.password).unwrap();
        editor.add_user(&vijay, Role::Operator, Some(&hash)).unwrap();
        let begin = Instant::now();
        let known = async || {
            let request = self.request(Method::GET, "/api/user/role");
            let request = request.header("x-identity-secret", identity_secret);
            request.header("x-forwarded-user", "vijay").send().await.unwrap().status() == 200
        };
        while !known().await {
            assert!(begin.elapsed() < PATIENCE, "the server never knows vijay");
        }
    }

    pub(super) fn request(&self, method: Method, path: &str) -> RequestBuilder {
        self.http.request(method, format!("{}{path}", self.server.url))
    }

    /// Sends it, and keeps the answer to `input`; cookies that it sets are secrets from then on.
    pub(super) async fn send(&mut self, input: &str, request: RequestBuilder) -> Answer {
        let answer = self.send_unkept(input, request).await;
        self.written.add(format!("the answer to {input}"), answer.text.clone());
        answer
    }

    /// The same; the body of the answer is not kept.
    pub(super) async fn send_unkept(&mut self, input: &str, request: RequestBuilder) -> Answer {
        let mut answer = request.send().await.unwrap();
        let status = answer.status().as_u16();
        for (name, value) in answer.headers() {
            let value = String::from_utf8_lossy(value.as_bytes()).into_owned();
            match value.split_once("jobs_session=").and_then(|(_, rest)| rest.split_once(';')) {
                Some((session, _)) if name == "set-cookie" && !session.is_empty() => {
                    self.canaries.learn("a session", session);
                }
                _ => self.written.add(format!("the answer to {input}, {name}"), value),
            }
        }
        // A stream does not end: one from the beginning is read up to the entry that is the last by
        // now.
        let is_stream =
            answer.headers().get("content-type").is_some_and(|it| it == "text/event-stream");
        let mut body = Vec::new();
        while let Some(chunk) = answer.chunk().await.unwrap() {
            body.extend_from_slice(&chunk);
            let at_end = || body.windows(LAST.len()).any(|it| it == LAST.as_bytes());
            if is_stream && (!input.contains("from=0") || at_end()) {
                break;
            }
        }
        Answer { status, text: String::from_utf8_lossy(&body).into_owned() }
    }

    /// A request of the admin's with a body.
    pub(super) async fn post(
        &mut self,
        input: &str,
        path: &str,
        body: impl Into<reqwest::Body>,
    ) -> Answer {
        let request = self.request(Method::POST, path).bearer_auth(&self.token).body(body);
        self.send(input, request).await
    }

    /// Sends bytes that no client library sends.
    pub(super) fn send_raw(&mut self, input: &str, bytes: &[u8]) {
        let mut raw = process::Raw::connect(self.server.address());
        raw.send(bytes);
        let answer = raw.read_end();
        self.written.add(format!("the answer to {input}"), answer);
    }

    /// A job that is recorded but has no report yet.
    pub(super) async fn submit(&mut self) -> String {
        let job = json!({"action_name": "T-Enable", "cids": ["1"]}).to_string();
        let answer = self.post("a plain job", "/v1/jobs", job).await;
        answer.json()["job"]["job_id"].as_str().unwrap().to_owned()
    }

    /// Reads every job and entry in every way, and everything else that is shown.
    pub(super) async fn read_everything(&mut self) {
        let listed = self.get("/v1/jobs?limit=500").await.json();
        let head = self.get("/v1/stats").await.json()["head"]["size"].as_u64().unwrap();
        let jobs = listed["jobs"].as_array().unwrap().clone();
        for operation in endpoints().iter().filter(|it| it.method() == Method::GET) {
            let path = operation.path().replace("{other_id}", jobs[0]["job_id"].as_str().unwrap());
            let path = path.replace("{cid}", "1").replace("{user_id}", "admin");
            let path = path.replace("/log/tile/{*path}", &format!("/log/tile/0/000.p/{head}"));
            let path = path.replace("{*path}", &format!("000.p/{head}"));
            let path = match operation.id() {
                "proveInclusion" => path + "?index=0",
                "proveConsistency" => path + "?from=1",
                "listEntries" => path + "?limit=1000",
                "followEntries" => path + "?from=0",
                "listJobs" | "readAuditTrail" => path + "?limit=500",
                _ => path,
            };
            if path.contains("{job_id}") {
                for job in &jobs {
                    let path = path.replace("{job_id}", job["job_id"].as_str().unwrap());
                    // Not every job has a payload.
                    let may_lack = path.ends_with("/payload") && job["source"] != "gateway";
                    let answer = self.get_any(&path).await;
                    let is_right = answer.status == 200 || (may_lack && answer.status == 404);
                    assert!(is_right, "{path}: {}", answer.text);
                }
            } else if path.contains("{index}") {
                for index in 0..head {
                    self.get(&path.replace("{index}", &index.to_string())).await;
                }
            } else {
                self.get(&path).await;
            }
        }
    }

    async fn get_any(&mut self, path: &str) -> Answer {
        let request = self.request(Method::GET, path).bearer_auth(&self.token);
        self.send(&format!("GET {path}"), request).await
    }

    async fn get(&mut self, path: &str) -> Answer {
        let answer = self.get_any(path).await;
        assert_eq!(answer.status, 200, "{path}: {}", answer.text);
        answer
    }

    /// Stops the server, and collects its files before and after, its log and its output.
    pub(super) fn stop(self) -> (Canaries, Written) {
        let Self { mut canaries, mut written, server, directory, .. } = self;
        let data = directory.path().join("data");
        written.add_files("while the server runs", &data);
        written.add("standard output", server.printed.join("\n") + &server.url);
        server.terminate();
        assert!(server.ended().success());
        written.add_files("after the end", &data);
        written.add("the log", fs::read(directory.path().join("log")).unwrap());
        learn_keys(&mut canaries, &data);
        (canaries, written)
    }
}

/// The keys belong only in their files.
fn learn_keys(canaries: &mut Canaries, data: &Path) {
    for file in ["session.key", "ledger.key"] {
        let key = fs::read_to_string(data.join(file)).unwrap();
        // PRIVATE+KEY+<name>+<ID>+<base64>, or only the key.
        let key = key.trim().splitn(5, '+').last().unwrap();
        canaries.learn_meant_for(file, file, key);
    }
}
