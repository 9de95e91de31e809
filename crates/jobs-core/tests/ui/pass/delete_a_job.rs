//! The twin of `fail/delete_a_job.rs`: what is allowed instead.

use jobs_core::{JobId, JobStore, MemoryStore};

fn main() {
    let store: Box<dyn JobStore> = Box::new(MemoryStore::default());
    let _future = store.job(JobId::mint());
}
