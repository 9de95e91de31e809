//! The twin of `tests/ui/fail/truncate_the_ledger.rs`: what is allowed instead.

use jobs_core::{JobStore, MemoryStore, PageLimit};

pub(super) fn main() {
    let store = MemoryStore::default();
    let _page = store.entries(0, PageLimit::default());
}
