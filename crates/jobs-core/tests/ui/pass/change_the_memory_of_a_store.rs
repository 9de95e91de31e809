//! The twin of `fail/change_the_memory_of_a_store.rs`: what is allowed instead.

use jobs_core::{JobStore, MemoryStore};

fn main() {
    let store = MemoryStore::default();
    let _head = store.head();
}
