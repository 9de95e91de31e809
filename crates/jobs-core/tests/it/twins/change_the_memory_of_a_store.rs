//! The twin of `tests/ui/fail/change_the_memory_of_a_store.rs`: what is allowed instead.

use jobs_core::{JobStore, MemoryStore};

pub(super) fn main() {
    let store = MemoryStore::default();
    let _head = store.head();
}
