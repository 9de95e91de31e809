//! A ledger with the largest possible jobs, its server, and the users.

use std::fs::File;
use std::path::Path;
use std::time::Instant;

use futures::future::join;
use jobs_api::BODY_BYTES_MAX;
use jobs_auth::{AuthFileEditor, PasswordHash, Role};
use jobs_core::{Cid, CustomerSet, ErrorMessage, ResponseSummary, UserId};
use reqwest::{Client, RequestBuilder, Response};
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::support::process::{self, PATIENCE, Process};
use crate::support::upstream::Upstream;

/// The tokens of an operator, who attacks; of an auditor, who attacks where operators may not; and
/// of another operator.
pub(super) const MALLORY: &str = "token-of-mallory";
pub(super) const AUDRA: &str = "token-of-audra";
const ANITA: &str = "token-of-anita";

const PASSWORD: &str = "the-password-of-anita";

pub(super) struct Ledger {
    pub(super) server: Process,
    pub(super) upstream: Upstream,
    pub(super) jobs: Jobs,
    /// The index of the entry that created `changed`, the longest there can be.
    pub(super) long_entry: u64,
    http: Client,
    directory: TempDir,
}

/// Jobs of mallory's, by their IDs.
#[derive(Default)]
pub(super) struct Jobs {
    /// With the most customers, whose cids have the greatest length.
    pub(super) wide: String,
    /// The same with other customers.
    pub(super) other: String,
    /// With the longest of payloads.
    pub(super) padded: String,
    /// With as many customers, the longest payload that fits beside them, and two changes that name
    /// all of them.
    pub(super) changed: String,
    /// Sent by the gateway, with as many customers, and failed.
    pub(super) sent: String,
}

/// The most customers, whose cids have the greatest length.
pub(super) fn cids(first: char) -> Vec<String> {
    (0..CustomerSet::COUNT_MAX).map(|number| cid(first, number)).collect()
}

pub(super) fn cid(first: char, number: usize) -> String {
    format!("{first}{number:0127}")
}

/// How long as many customers are in a body.
const CIDS_BYTES: usize =
    CustomerSet::COUNT_MAX * "\"\",".len() + CustomerSet::COUNT_MAX * Cid::BYTES_MAX;

impl Ledger {
    pub(super) async fn make() -> Self {
        let directory = tempfile::tempdir().unwrap();
        let upstream = Upstream::start();
        let mut command = process::jobs_http(directory.path());
        command.args(["--upstream", &upstream.url]);
        let log = File::create(directory.path().join("log")).unwrap();
        let server = process::start_logging(command, log);
        // A new connection for each request: new clients are served, too.
        let http = process::client(|builder| builder.pool_max_idle_per_host(0));
        let (jobs, long_entry) = Default::default();
        let mut ledger = Self { server, upstream, jobs, long_entry, http, directory };
        ledger.add_users().await;
        ledger.jobs = ledger.add_jobs().await;
        ledger.long_entry = ledger.first_entry_of(&ledger.jobs.changed).await;
        ledger
    }

    /// Adds the users to the running server, and waits until it knows them.
    async fn add_users(&self) {
        let path = self.directory.path().join("auth.toml");
        write_users(&path);
        let begin = Instant::now();
        let known = async || {
            let request = self.http.get(self.url("/api/user/role")).bearer_auth(ANITA);
            request.send().await.unwrap().status() == 200
        };
        while !known().await {
            assert!(begin.elapsed() < PATIENCE, "the server never knows them");
        }
    }

    async fn add_jobs(&self) -> Jobs {
        let wide = |first| json!({"action_name": "T-Enable", "cids": cids(first)});
        let mut padded = wide('c');
        let mut changed = wide('c');
        padded["cids"] = json!(["1"]);
        padded["request_payload"] = "x".repeat(BODY_BYTES_MAX - 1024).into();
        // Each is escaped, and once more in answers.
        changed["request_payload"] = "\\".repeat((BODY_BYTES_MAX - CIDS_BYTES) / 2 - 1024).into();
        let url = format!("{}/not-ready/x", self.upstream.url);
        let mut action = wide('a');
        action["action"] = action["action_name"].take();
        let fetch = json!({"url": url, "postData": action});
        // Two at once: a user's share has no room for more.
        let ((wide, other, sent), (padded, changed)) = join(
            async {
                let others = (self.submit(wide('a')).await, self.submit(wide('b')).await);
                (others.0, others.1, self.post("/proxy_fetch", &fetch).await)
            },
            async { (self.submit(padded).await, self.submit_changed(changed).await) },
        )
        .await;
        let sent = sent["job_id"].as_str().unwrap().to_owned();
        Jobs { wide, other, padded, changed, sent }
    }

    async fn submit_changed(&self, job: Value) -> String {
        let job_id = self.submit(job).await;
        for status in ["UNCONFIRMED", "FAILED"] {
            let changed =
                self.post(&format!("/v1/jobs/{job_id}/status"), &report('c', status)).await;
            assert!(changed["index"].is_number(), "{changed}");
        }
        job_id
    }

    async fn first_entry_of(&self, job_id: &str) -> u64 {
        let request = self.http.get(self.url(&format!("/v1/jobs/{job_id}"))).bearer_auth(MALLORY);
        let job: Value = request.send().await.unwrap().json().await.unwrap();
        job["index"].as_u64().unwrap()
    }

    async fn submit(&self, job: Value) -> String {
        let created = self.post("/v1/jobs", &job).await;
        let job_id = created["job"]["job_id"].as_str();
        job_id.unwrap_or_else(|| panic!("{created}")).to_owned()
    }

    async fn post(&self, path: &str, body: &Value) -> Value {
        let request = self.http.post(self.url(path)).bearer_auth(MALLORY);
        request.json(body).send().await.unwrap().json().await.unwrap()
    }

    fn url(&self, path: &str) -> String {
        format!("{}{path}", self.server.url)
    }

    /// Anita signs in and reads, and health checks are answered.
    pub(super) async fn serves_another(&self, attack: &str) {
        let get = |path| self.http.get(self.url(path));
        let served = |request| self.served(attack, request);
        served(get("/v1/stats").bearer_auth(ANITA)).await;
        let login = json!({"username": "anita", "password": PASSWORD});
        let login = self.http.post(self.url("/api/login")).json(&login);
        let cookie = served(login).await.headers()["set-cookie"].clone();
        let cookie = cookie.to_str().unwrap().split(';').next().unwrap();
        let by_session = get("/v1/stats").header("sec-fetch-site", "same-origin");
        served(by_session.header("cookie", cookie)).await;
        for path in ["/readyz", "/log/checkpoint"] {
            served(get(path)).await;
        }
    }

    /// Waits until all requests of the user with this token have ended, also abandoned ones: only
    /// one user attacks at a time.
    pub(super) async fn is_through_with(&self, token: &str) {
        let begin = Instant::now();
        let stats = || self.http.get(self.url("/v1/stats")).bearer_auth(token).send();
        while stats().await.unwrap().status() != 200 {
            assert!(begin.elapsed() < PATIENCE, "the server is busy for ever");
        }
    }

    async fn served(&self, attack: &str, request: RequestBuilder) -> Response {
        let request = request.build().unwrap();
        let path = request.url().path().to_owned();
        let answer = self.http.execute(request).await;
        let answer = answer.unwrap_or_else(|error| panic!("{attack}: {path}: {error}"));
        assert_eq!(answer.status(), 200, "{attack}: {path}");
        answer
    }
}

/// The largest report of a job that has the customers `cids(first)`.
pub(super) fn report(first: char, status: &str) -> Value {
    let outcomes = cids(first).into_iter().map(|cid| json!({"cid": cid, "status": status}));
    json!({
        "status": status,
        "outcomes": outcomes.collect::<Vec<_>>(),
        "error_message": "x".repeat(ErrorMessage::BYTES_MAX),
        "response_summary": "x".repeat(ResponseSummary::BYTES_MAX),
    })
}

fn write_users(path: &Path) {
    let editor = AuthFileEditor::new(path);
    let users = [
        ("mallory", MALLORY, Role::Operator),
        ("audra", AUDRA, Role::Auditor),
        ("anita", ANITA, Role::Operator),
    ];
    let hash = PasswordHash::of_new(PASSWORD).unwrap();
    for (name, _, role) in users {
        let password = (name == "anita").then_some(&hash);
        editor.add_user(&UserId::new(name).unwrap(), role, password).unwrap();
    }
    let mut text = std::fs::read_to_string(path).unwrap();
    for (name, token, _) in users {
        let digest = hex::encode(jobs_auth::digest(token));
        text += &format!("[[token]]\nsha256 = \"{digest}\"\nuser = \"{name}\"\n");
    }
    std::fs::write(path, text).unwrap();
}
