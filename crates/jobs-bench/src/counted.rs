//! Repeats one operation in one process, for valgrind to count its instructions: times are too
//! noisy to guard against a slower build. The test runs it with two counts and takes the
//! difference, so that the start does not matter.

use std::path::Path;
use std::sync::Arc;

use clap::ValueEnum;
use jobs_core::{JobFilter, JobQuery, JobStore as _, UserId};
use jobs_gateway::{Gateway, GatewayConfig, SetAction};
use jobs_sqlite::SqliteStore;
use jobs_sqlite::verify::{Options, verify};
use tokio::net::TcpListener;

use crate::workload::{draft, folder};
use crate::{Result, upstream};

/// What can be counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Operation {
    /// A job of five known customers is recorded.
    Create,
    /// A Set Action is recorded, called and recorded, its upstream in this process.
    SetAction,
    /// The newest 50 jobs of a user are listed.
    List,
    /// A job is verified.
    Verify,
}

/// How many jobs there are at the beginning.
const JOBS: usize = 256;

pub(crate) fn run(operation: Operation, times: usize) -> Result<()> {
    let folder = folder()?;
    let file = folder.path().join("jobs.db");
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    runtime.block_on(async {
        let store = SqliteStore::open(&file)?;
        let jobs = if operation == Operation::Verify { times } else { JOBS };
        append(&store, 0, jobs, 8).await?;
        let store = Arc::new(store);
        match operation {
            Operation::Create => append(&store, JOBS, times, 1).await?,
            Operation::SetAction => set_actions(Arc::clone(&store), times).await?,
            Operation::List => list(&store, times).await?,
            Operation::Verify => (),
        }
        store.close().await;
        Ok::<_, crate::Error>(())
    })?;
    match operation {
        Operation::Verify => verify_once(&file),
        _ => Ok(()),
    }
}

/// Appends `count` jobs from `first` on, `at_once` of them, which divides it, in each call.
async fn append(store: &SqliteStore, first: usize, count: usize, at_once: usize) -> Result<()> {
    for first in (first..first + count).step_by(at_once) {
        let drafts: Result<Vec<_>> = (first..first + at_once).map(draft).collect();
        for answer in store.append(drafts?).await? {
            answer?;
        }
    }
    Ok(())
}

async fn set_actions(store: Arc<SqliteStore>, times: usize) -> Result<()> {
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    let base = format!("http://{}", listener.local_addr()?);
    tokio::spawn(upstream::serve_on(listener));
    let upstreams = vec![base.parse()?];
    let gateway = Gateway::new(store, GatewayConfig { upstreams, ..GatewayConfig::default() })?;
    for number in 0..times {
        let cids: Vec<_> = (0..5).map(|nth| format!("cust-{:07}", 5 * number + nth)).collect();
        let payload = serde_json::json!({"action": "PE-Enable", "cids": cids});
        let payload = payload.as_object().cloned().unwrap_or_default();
        let action = SetAction::new(UserId::new("vijay")?, format!("{base}/tms/v1"), payload)?;
        let finished = gateway.set_action(action).await?;
        if !finished.outcome_recorded {
            return Err("the outcome of a Set Action is not recorded".into());
        }
    }
    Ok(())
}

async fn list(store: &SqliteStore, times: usize) -> Result<()> {
    let query = JobQuery {
        filter: JobFilter { user_id: UserId::new("vijay")?.into(), ..JobFilter::default() },
        ..JobQuery::default()
    };
    for _ in 0..times {
        let page = store.jobs(&query).await?;
        if page.jobs.is_empty() {
            return Err("a list is empty".into());
        }
    }
    Ok(())
}

fn verify_once(file: &Path) -> Result<()> {
    let report = verify(file, &Options { threads: 1, ..Options::default() }, &|_, _| {})?;
    report.is_sound().then_some(()).ok_or_else(|| "the ledger is not sound".into())
}
