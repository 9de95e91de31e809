//! The twin of `tests/ui/fail/append_an_entry.rs`: what is allowed instead.

use jobs_core::{Entry, JobStore};

async fn append(store: &dyn JobStore, entry: Entry) {
    let _answers = store.append(vec![entry.draft().clone()]).await;
}

pub(super) fn main() {
    let _ = append;
}
