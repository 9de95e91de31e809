//! E0599: a store has no way to forget its end.

use jobs_core::{JobStore, MemoryStore, PageLimit};

fn main() {
    let store = MemoryStore::default();
    let _page = store.entries(0, PageLimit::default());
    store.truncate(0);
}
