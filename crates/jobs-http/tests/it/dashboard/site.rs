//! A server with users, an upstream, and jobs: what a test of the page begins with.

use std::fs::{self, Permissions};
use std::net::SocketAddr;
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;
use std::time::Duration;

use jobs_auth::{AuthFileEditor, Identity, PasswordHash, Role, digest};
use jobs_core::UserId;
use jobs_sim::SimConfig;
use rusqlite::Connection;
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::support::process::{self, Caller, Process};
use crate::support::upstream::Upstream;

/// The password of every user.
pub(crate) const PASSWORD: &str = "a password for the browser";

/// Made once: it takes the time that it is meant to take.
static HASH: LazyLock<PasswordHash> = LazyLock::new(|| PasswordHash::of_new(PASSWORD).unwrap());

/// A server that can be stopped, changed behind its back, and started again at the same address.
pub(crate) struct Site {
    pub(crate) upstream: Upstream,
    arguments: Vec<String>,
    server: Option<Process>,
    address: SocketAddr,
    caller: Caller,
    folder: TempDir,
}

impl Site {
    pub(crate) fn start() -> Self {
        Self::with(&[])
    }

    /// With more arguments, as on a command line. Its users are vijay, an operator, asha, an
    /// auditor, and anita, an admin.
    pub(crate) fn with(arguments: &[&str]) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let upstream = Upstream::with(SimConfig { delay: Duration::ZERO, ..SimConfig::default() });
        let mut arguments: Vec<String> = arguments.iter().map(ToString::to_string).collect();
        arguments.extend(["--upstream".to_owned(), upstream.url.clone()]);
        let data = folder.path().join("data");
        add_users(&data);
        let mut command = process::jobs_http(&data);
        let server = process::start({
            command.args(&arguments);
            command
        });
        let address = server.address();
        let caller = Caller::new(&server);
        Self { upstream, arguments, server: Some(server), address, caller, folder }
    }

    pub(crate) fn url(&self) -> &str {
        &self.caller.url
    }

    /// The data directory.
    pub(crate) fn data(&self) -> PathBuf {
        self.folder.path().join("data")
    }

    /// An admin, who is none of the users: another client.
    pub(crate) fn caller(&self) -> &Caller {
        &self.caller
    }

    pub(crate) fn stop(&mut self) {
        let server = self.server.take().unwrap();
        server.terminate();
        assert!(server.ended().success());
    }

    /// Starts at the same address; says why if it does not start.
    pub(crate) fn try_start_again(&mut self) -> Result<(), String> {
        let mut command = process::jobs_http_on(&self.data(), self.address);
        command.args(&self.arguments);
        self.server = Some(process::try_start(command)?);
        Ok(())
    }

    pub(crate) fn start_again(&mut self) {
        self.try_start_again().unwrap();
    }

    /// Copies the data directory beside itself, under another name.
    pub(crate) fn copy_data(&self, from: &str, to: &str) {
        let [from, to] = [from, to].map(|name| self.folder.path().join(name));
        copy(&from, &to);
    }

    /// Puts the ledger of another site, its key and its anchor in the place of its own.
    pub(crate) fn take_the_ledger_of(&self, other: &Self) {
        for name in ["jobs.db", "jobs.db-wal", "jobs.db-shm", "ledger.key", "anchor"] {
            let (old, new) = (self.data().join(name), other.data().join(name));
            if old.is_dir() {
                fs::remove_dir_all(&old).unwrap();
            } else if old.exists() {
                fs::remove_file(&old).unwrap();
            }
            if new.exists() {
                fs::rename(new, old).unwrap();
            }
        }
    }

    /// Changes the database of a stopped server, with the triggers out of the way and back again.
    pub(crate) fn tamper(&self, statements: &str) {
        let sql = Connection::open(self.data().join("jobs.db")).unwrap();
        let mut select =
            sql.prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").unwrap();
        let triggers: Vec<(String, String)> =
            select.query_map([], |row| row.try_into()).unwrap().map(Result::unwrap).collect();
        drop(select);
        let drops = triggers.iter().map(|(name, _)| format!("DROP TRIGGER {name};"));
        let creates = triggers.iter().map(|(_, create)| format!("{create};"));
        let unchecked = "PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON;";
        let all = [unchecked, &drops.collect::<String>(), statements, ";"];
        sql.execute_batch(&all.concat()).unwrap();
        sql.execute_batch(&creates.collect::<String>()).unwrap();
    }

    /// Records a job that vijay runs, with other members of the submission; returns its ID.
    pub(crate) async fn job(&self, action: &str, cids: &[&str], more: Value) -> String {
        let mut job = json!({"user_id": "vijay", "action_name": action, "cids": cids});
        for (name, value) in more.as_object().unwrap() {
            job[name] = value.clone();
        }
        let answer = self.caller.post("/v1/jobs", &job).await;
        assert_eq!(answer.status(), 201, "{job}");
        let answer: Value = answer.json().await.unwrap();
        answer["job"]["job_id"].as_str().unwrap().to_owned()
    }

    /// Records `count` jobs of one customer, in order.
    pub(crate) async fn jobs(&self, action: &str, count: usize) {
        let line = |n| json!({"user_id": "vijay", "action_name": action, "cids": [n]});
        self.bulk((0..count).map(line)).await;
    }

    /// Records jobs with these IDs, in order.
    pub(crate) async fn jobs_named(&self, ids: impl Iterator<Item = String>) {
        self.bulk(ids.map(|id| {
            json!({"user_id": "vijay", "action_name": "T-Enable", "cids": ["1"], "job_id": id})
        }))
        .await;
    }

    async fn bulk(&self, jobs: impl Iterator<Item = Value>) {
        let lines: Vec<String> = jobs.map(|job| job.to_string()).collect();
        let url = format!("{}/v1/jobs/bulk", self.url());
        let request = self.caller.http.post(url).bearer_auth(process::TOKEN);
        let answer = request.body(lines.join("\n")).send().await.unwrap().text().await.unwrap();
        assert_eq!(answer.matches(r#""status":201"#).count(), lines.len(), "{answer}");
    }

    /// Reports how a job ended.
    pub(crate) async fn report(&self, job_id: &str, status: Value) {
        let answer = self.caller.post(&format!("/v1/jobs/{job_id}/status"), &status).await;
        assert!(answer.status().is_success(), "{status}: {}", answer.status());
    }

    /// Sends a Set Action as the admin, and waits until it has ended; returns its job's ID.
    pub(crate) async fn set_action(&self, path: &str, cids: &[&str]) -> String {
        let url = format!("{}{path}", self.upstream.url);
        let (_, answer) = self.caller.set_action(&url, "", cids).await;
        answer["job_id"].as_str().unwrap_or_else(|| panic!("{answer}")).to_owned()
    }

    /// How many entries the ledger has.
    pub(crate) async fn size(&self) -> u64 {
        let stats = self.caller.get("/v1/stats?limit=1").await;
        stats["head"]["size"].as_u64().unwrap()
    }
}

/// Lists the users and the token before the first start: a server that runs would notice them a
/// moment later.
fn add_users(data: &Path) {
    fs::create_dir(data).unwrap();
    fs::set_permissions(data, Permissions::from_mode(0o700)).unwrap();
    let editor = AuthFileEditor::new(data.join("auth.toml"));
    let admin = Identity { user: UserId::new("admin").unwrap(), role: Role::Admin };
    editor.create_with_token(&digest(process::TOKEN), &admin, "of the tests").unwrap();
    for (name, role) in [("vijay", Role::Operator), ("asha", Role::Auditor), ("anita", Role::Admin)]
    {
        editor.add_user(&UserId::new(name).unwrap(), role, Some(&HASH)).unwrap();
    }
    // As if it were written by hand: otherwise it is seen that there was a ledger.
    fs::remove_file(data.join("auth.toml.lock")).unwrap();
}

fn copy(from: &Path, to: &Path) {
    if to.exists() {
        fs::remove_dir_all(to).unwrap();
    }
    fs::create_dir(to).unwrap();
    fs::set_permissions(to, fs::metadata(from).unwrap().permissions()).unwrap();
    for entry in fs::read_dir(from).unwrap().map(Result::unwrap) {
        let (old, new) = (entry.path(), to.join(entry.file_name()));
        if old.is_dir() {
            copy(&old, &new);
        } else {
            fs::copy(&old, &new).unwrap();
        }
    }
}
