//! E0308: a store takes drafts, not entries.

use jobs_core::{Entry, JobStore};

async fn append(store: &dyn JobStore, entry: Entry) {
    let _answers = store.append(vec![entry]).await;
}

fn main() {
    let _ = append;
}
