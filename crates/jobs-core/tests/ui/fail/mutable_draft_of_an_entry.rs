//! E0599: nothing of an entry is lent for writing.

use jobs_core::{Draft, Entry};

fn change(entry: &mut Entry, draft: Draft) {
    *entry.draft_mut() = draft;
}

fn main() {
    let _ = change;
}
