//! The real server over the `jobs-data` of a folder.

use clap::Parser as _;
use jobs_http::config::Config;
use jobs_http::first_token::FirstToken;
use jobs_http::server::Server;
use serde_json::{Value, json};
use tokio::runtime::Runtime;
use tokio::sync::oneshot;

use super::legacy::{self, Generation, OldJob};
use super::run::{Folder, Ran, finish};

pub(crate) const TOKEN: &str = "a-token-for-tests-0123456789abcdef";

/// A server, stopped when this is dropped.
pub(crate) struct Served {
    pub(crate) folder: Folder,
    pub(crate) url: String,
    runtime: Option<Runtime>,
    stop: Option<oneshot::Sender<()>>,
    stopped: Option<tokio::task::JoinHandle<()>>,
}

impl Served {
    /// Over a ledger into which `jobs` were imported.
    pub(crate) fn importing(jobs: &[OldJob]) -> Self {
        let folder = Folder::new();
        let sql = legacy::write(&folder.path("old.db"), Generation::Newer, &[]);
        sql.execute_batch("BEGIN").unwrap();
        legacy::insert(&sql, Generation::Newer, jobs);
        sql.execute_batch("COMMIT").unwrap();
        drop(sql);
        folder.run(&["import", "old.db", "--utc-offset", "Z"]).exits(0);
        Self::over(folder)
    }

    pub(crate) fn over(folder: Folder) -> Self {
        let runtime = Runtime::new().unwrap();
        let data_dir = folder.path("jobs-data");
        let place = ["--listen", "127.0.0.1:0", "--data-dir", data_dir.to_str().unwrap()];
        let args = ["jobs-http", "--unknown-users", "record"].into_iter().chain(place);
        let config = Config::parse_from(args);
        let server =
            runtime.block_on(Server::start(&config, FirstToken::Given(TOKEN.into()))).unwrap();
        let url = server.url();
        let (stop, until) = oneshot::channel();
        let stopped = runtime.spawn(server.run(async {
            drop(until.await);
        }));
        let runtime = Some(runtime);
        let stop = Some(stop);
        let stopped = Some(stopped);
        Self { folder, url, runtime, stop, stopped }
    }

    pub(crate) fn run(&self, args: &[&str]) -> Ran {
        self.run_against(&self.url, args)
    }

    /// The program, asking the server at `url`, which is in front of this one.
    pub(crate) fn run_against(&self, url: &str, args: &[&str]) -> Ran {
        let mut command = self.folder.command(&[args, &["--server", url]].concat());
        command.env("JOBS_TOKEN", TOKEN);
        finish(command)
    }

    pub(crate) fn post(&self, path: &str, body: &Value) -> Value {
        let request = client().post(self.at(path)).bearer_auth(TOKEN).json(body);
        self.runtime.as_ref().unwrap().block_on(async {
            let response = request.send().await.unwrap();
            let status = response.status();
            let text = response.text().await.unwrap();
            assert!(status.is_success(), "{path}: {text}");
            text.parse().unwrap()
        })
    }

    pub(crate) fn get(&self, path: &str) -> Vec<u8> {
        let request = client().get(self.at(path)).bearer_auth(TOKEN);
        self.runtime.as_ref().unwrap().block_on(async {
            let response = request.send().await.unwrap();
            response.error_for_status().unwrap().bytes().await.unwrap().to_vec()
        })
    }

    /// Keeps what the server has at `path` in a file of the folder.
    pub(crate) fn save(&self, path: &str, file: &str) {
        std::fs::write(self.folder.path(file), self.get(path)).unwrap();
    }

    /// Creates a job, and returns its ID.
    pub(crate) fn create(&self, cids: &[&str]) -> String {
        let body = json!({"action_name": "T-Enable", "cids": cids, "request_payload": {"n": 1}});
        let answer = self.post("v1/jobs", &body);
        answer["job"]["job_id"].as_str().unwrap().to_owned()
    }

    pub(crate) fn report(&self, job_id: &str, body: &Value) {
        self.post(&format!("v1/jobs/{job_id}/status"), body);
    }

    /// Stops the server, and hands over the folder.
    pub(crate) fn stop(mut self) -> Folder {
        self.end();
        std::mem::replace(&mut self.folder, Folder::new())
    }

    fn at(&self, path: &str) -> String {
        format!("{}/{path}", self.url.trim_end_matches('/'))
    }

    fn end(&mut self) {
        drop(self.stop.take());
        if let (Some(runtime), Some(stopped)) = (self.runtime.take(), self.stopped.take()) {
            drop(runtime.block_on(stopped));
        }
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        self.end();
    }
}

fn client() -> reqwest::Client {
    // Fails only if there already is one.
    drop(rustls::crypto::ring::default_provider().install_default());
    reqwest::Client::builder().no_proxy().build().unwrap()
}
