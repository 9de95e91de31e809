//! The twin of `tests/ui/fail/clear_the_store.rs`: what is allowed instead.

use jobs_core::{JobStore, MemoryStore};

pub(super) fn main() {
    let store = MemoryStore::default();
    let _head = store.head();
}
