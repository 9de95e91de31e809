//! E0599: a store has no way to delete.

use jobs_core::{JobId, JobStore, MemoryStore};

fn main() {
    let store: Box<dyn JobStore> = Box::new(MemoryStore::default());
    let _future = store.delete(JobId::mint());
}
