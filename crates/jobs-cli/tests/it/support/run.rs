//! A directory to work in, and `jobctl` run in it.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use jobs_core::{Cid, Head, JobDetail, JobStore as _, JobStoreExt as _};
use jobs_sqlite::SqliteStore;
use serde_json::Value;
use tempfile::TempDir;

/// The result of a run of the program.
#[derive(Debug)]
pub(crate) struct Ran {
    pub(crate) code: i32,
    pub(crate) stdout: String,
    pub(crate) stderr: String,
}

impl Ran {
    #[track_caller]
    pub(crate) fn json(&self) -> Value {
        self.stdout.parse().unwrap_or_else(|error| panic!("{error}: {self:?}"))
    }

    /// Checks the exit code.
    #[track_caller]
    pub(crate) fn exits(self, code: i32) -> Self {
        assert_eq!(self.code, code, "{self:?}");
        self
    }
}

/// A working directory.
pub(crate) struct Folder(TempDir);

impl Folder {
    pub(crate) fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    /// One in which a server has started and stopped, as there must be for users and tokens.
    pub(crate) fn of_a_server() -> Self {
        super::served::Served::over(Self::new()).stop()
    }

    pub(crate) fn path(&self, name: impl AsRef<Path>) -> PathBuf {
        self.0.path().join(name)
    }

    /// The program, to be run in this directory and without settings from outside.
    pub(crate) fn command(&self, args: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_jobctl"));
        command.args(args).current_dir(self.0.path()).stdin(Stdio::null());
        let is_setting = |name: &str| name.starts_with("JOBS_") || name.ends_with("_proxy");
        for (name, _) in
            std::env::vars().filter(|(name, _)| is_setting(name) || name.ends_with("_PROXY"))
        {
            command.env_remove(name);
        }
        command
    }

    pub(crate) fn run(&self, args: &[&str]) -> Ran {
        finish(self.command(args))
    }

    /// What the ledger in `jobs-data` has about a job, and its customers.
    pub(crate) fn recorded(&self, job_id: &str) -> Option<(JobDetail, Vec<Cid>)> {
        let runtime = tokio::runtime::Runtime::new().unwrap();
        runtime.block_on(async {
            let store = SqliteStore::open_read_only(self.path("jobs-data/jobs.db")).unwrap();
            let job_id = job_id.parse().unwrap();
            let job = store.job(job_id).await.unwrap()?;
            Some((job, store.all_customers(job_id).await.unwrap()))
        })
    }

    /// The statistics of the ledger in `jobs-data`.
    pub(crate) fn head(&self) -> Head {
        let runtime = tokio::runtime::Runtime::new().unwrap();
        runtime.block_on(async {
            let store = SqliteStore::open_read_only(self.path("jobs-data/jobs.db")).unwrap();
            store.head().await.unwrap()
        })
    }

    /// How many entries the ledger in `jobs-data` has.
    pub(crate) fn ledger_size(&self) -> u64 {
        self.try_ledger_size().unwrap()
    }

    /// The same, for a ledger that another process may just be creating.
    pub(crate) fn try_ledger_size(&self) -> Option<u64> {
        let runtime = tokio::runtime::Runtime::new().unwrap();
        runtime.block_on(async {
            let store = SqliteStore::open_read_only(self.path("jobs-data/jobs.db")).ok()?;
            Some(store.head().await.ok()?.size())
        })
    }
}

pub(crate) fn finish(mut command: Command) -> Ran {
    let output = command.output().unwrap();
    Ran {
        code: output.status.code().unwrap(),
        stdout: String::from_utf8(output.stdout).unwrap(),
        stderr: String::from_utf8(output.stderr).unwrap(),
    }
}
