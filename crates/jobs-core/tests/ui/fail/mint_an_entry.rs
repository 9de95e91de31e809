//! E0451: the fields of an entry are private.

use jobs_core::{Draft, Entry, Index, Timestamp};

fn mint(index: Index, recorded_at: Timestamp, draft: Draft) -> Entry {
    Entry { index, recorded_at, previous: None, draft }
}

fn main() {
    let _ = mint;
}
