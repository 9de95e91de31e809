//! The twin of `tests/ui/fail/delete_a_job.rs`: what is allowed instead.

use jobs_core::{JobId, JobStore, MemoryStore};

pub(super) fn main() {
    let store: Box<dyn JobStore> = Box::new(MemoryStore::default());
    let _future = store.job(JobId::mint());
}
