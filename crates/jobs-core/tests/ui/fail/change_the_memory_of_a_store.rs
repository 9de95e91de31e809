//! E0616: what a store holds is its own.

use jobs_core::{JobStore, MemoryStore};

fn main() {
    let store = MemoryStore::default();
    store.ledger.lock().unwrap();
}
