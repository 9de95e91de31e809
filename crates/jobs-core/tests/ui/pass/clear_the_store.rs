//! The twin of `fail/clear_the_store.rs`: what is allowed instead.

use jobs_core::{JobStore, MemoryStore};

fn main() {
    let store = MemoryStore::default();
    let _head = store.head();
}
