//! A ledger to read from: filled once, by the store itself, and then served.

use std::path::PathBuf;

use jobs_core::{
    ActionCode, ActionName, BatchId, Cid, CustomerSet, Draft, JobId, JobStore as _, NewJob, Source,
    Status, StatusChange, StatusDetails, Timestamp, UserId,
};
use jobs_sqlite::SqliteStore;
use tempfile::TempDir;

use super::{customers, folder};
use crate::process::Server;
use crate::{Arguments, Result};

/// How many jobs are appended at once.
const BATCH: usize = 1000;
/// How many appends are in flight.
const APPENDS: usize = 4;
/// The most jobs whose IDs are kept: those of every nth, where n is odd so that their numbers are
/// mixed.
const IDS: usize = 1 << 20;
/// How many customers each job has.
pub(super) const CUSTOMERS: usize = 5;

/// A ledger that holds jobs.
#[derive(Debug)]
pub(super) struct Filled {
    folder: TempDir,
    /// How many.
    pub(super) jobs: usize,
    /// Jobs from all over the ledger that are in progress.
    pub(super) open: Vec<JobId>,
    /// A moment when half of the jobs had been recorded.
    pub(super) middle: Timestamp,
}

impl Filled {
    /// A ledger of `jobs` jobs, of five customers each.
    pub(super) fn new(arguments: &Arguments, jobs: usize) -> Result<Self> {
        let mut filled =
            Self { folder: folder()?, jobs, open: Vec::new(), middle: Timestamp::now() };
        // The server makes its key and its anchor on an empty ledger.
        drop(filled.serve(arguments)?);
        let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
        runtime.block_on(filled.fill())?;
        Ok(filled)
    }

    pub(super) fn data_dir(&self) -> PathBuf {
        self.folder.path().join("ledger")
    }

    pub(super) fn serve(&self, arguments: &Arguments) -> Result<Server> {
        Server::ledger(&arguments.server, &self.data_dir(), &[])
    }

    /// Appends a job of this many customers that went well, while no server has the ledger open.
    pub(super) fn append(&self, customers: usize) -> Result<JobId> {
        let cids: std::result::Result<Vec<Cid>, _> =
            (0..customers).map(|nth| Cid::new(format!("cust-{nth:07}"))).collect();
        let job = of_customers(0, cids?)?;
        let (job_id, actor) = (job.job_id(), job.facts().user_id.clone());
        let ended = StatusChange::new(job_id, actor, StatusDetails::new(Status::Success));
        let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
        runtime.block_on(async {
            let store = SqliteStore::open(self.data_dir().join("jobs.db"))?;
            for appended in store.append(vec![job.into(), ended.into()]).await? {
                appended?;
            }
            store.close().await;
            Ok(job_id)
        })
    }

    async fn fill(&mut self) -> Result<()> {
        let store = std::sync::Arc::new(SqliteStore::open(self.data_dir().join("jobs.db"))?);
        for first in (0..self.jobs).step_by(APPENDS * BATCH) {
            let end = self.jobs.min(first + APPENDS * BATCH);
            let mut appends = Vec::new();
            for from in (first..end).step_by(BATCH) {
                let store = store.clone();
                let drafts = self.drafts(from, end.min(from + BATCH))?;
                appends.push(tokio::spawn(async move { store.append(drafts).await }));
            }
            for append in appends {
                append.await??.into_iter().collect::<std::result::Result<Vec<_>, _>>()?;
            }
            if first < self.jobs / 2 {
                self.middle = Timestamp::now();
            }
        }
        store.close().await;
        Ok(())
    }

    /// The jobs with these numbers. One of eight has ended, half of those well.
    fn drafts(&mut self, from: usize, end: usize) -> Result<Vec<Draft>> {
        let mut drafts = Vec::new();
        for number in from..end {
            let job = job(number)?;
            let job_id = job.job_id();
            let actor = job.facts().user_id.clone();
            drafts.push(job.into());
            let status = match number % 16 {
                0 => Status::Success,
                8 => Status::Failed,
                _ => {
                    if number.is_multiple_of(self.jobs.div_ceil(IDS) | 1) {
                        self.open.push(job_id);
                    }
                    continue;
                }
            };
            drafts.push(StatusChange::new(job_id, actor, StatusDetails::new(status)).into());
        }
        Ok(drafts)
    }
}

fn job(number: usize) -> Result<NewJob> {
    let cids: std::result::Result<Vec<Cid>, _> =
        customers(number, CUSTOMERS).into_iter().map(Cid::new).collect();
    let job = of_customers(number, cids?)?;
    let source = if number.is_multiple_of(100) { Source::Embedded } else { Source::Api };
    Ok(job.with_batch_id(Some(BatchId::new(batch(number))?)).with_source(source))
}

fn of_customers(number: usize, cids: Vec<Cid>) -> Result<NewJob> {
    Ok(NewJob::new(
        UserId::new(user(number))?,
        ActionCode::new(1)?,
        ActionName::new(action(number))?,
        CustomerSet::new(cids)?,
    )?)
}

/// The user of the job with this number: of 50.
pub(super) fn user(number: usize) -> String {
    format!("user-{}", number % 50)
}

/// The action of the job with this number: of four.
pub(super) fn action(number: usize) -> &'static str {
    ["Trans-Begin", "Trans-End", "PE-Enable", "PE-Disable"][number / 7 % 4]
}

/// The batch of the job with this number, which has 100 jobs.
pub(super) fn batch(number: usize) -> String {
    format!("batch-{}", number / 100)
}
