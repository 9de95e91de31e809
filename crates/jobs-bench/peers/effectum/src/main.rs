//! Adds jobs to an effectum queue in a folder: a row each, and one in the table of those to run.
//!
//! effectum sets `synchronous` to NORMAL, and asks for a write-ahead log by `PRAGMA journal`, which
//! SQLite does not know. So a commit uses a rollback journal: one `fdatasync` each for the journal,
//! its folder and the database before the answer, and none after the journal is removed, so that a
//! power failure just then may undo the commit. At most 50 calls share a commit. None of this can
//! be configured.

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use effectum::Queue;

#[path = "../../load.rs"]
mod load;
use load::{ACTION, Load, Result};

fn main() -> Result<()> {
    let load = Load::from_arguments()?;
    tokio::runtime::Builder::new_multi_thread().enable_all().build()?.block_on(async {
        let queue = Arc::new(Queue::new(&Path::new(&load.place).join("effectum.db")).await?);
        load.run(vec![Arc::clone(&queue); load.clients], create).await?;
        Ok(queue.close(Duration::from_secs(5)).await?)
    })
}

async fn create(queue: Arc<Queue>, jobs: Vec<load::Job>) -> Result<()> {
    // Far enough in the future that no job is due during the run.
    let run_at = time::OffsetDateTime::now_utc() + time::Duration::days(1);
    let job = |job: &load::Job| {
        Ok(effectum::Job::builder(ACTION).run_at(run_at).json_payload(&job.json())?.build())
    };
    let mut jobs = jobs.iter().map(job).collect::<Result<Vec<_>>>()?;
    match jobs.len() {
        1 => drop(queue.add_job(jobs.remove(0)).await?),
        _ => drop(queue.add_jobs(jobs).await?),
    }
    Ok(())
}
