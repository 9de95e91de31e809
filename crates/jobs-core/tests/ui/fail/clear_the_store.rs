//! E0599: a store has no way to start over.

use jobs_core::{JobStore, MemoryStore};

fn main() {
    let mut store = MemoryStore::default();
    store.clear();
    let _head = store.head();
}
