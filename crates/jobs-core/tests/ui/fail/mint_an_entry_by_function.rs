//! E0624: only the sequencer makes a new entry of a draft.

use jobs_core::{Draft, Entry, Index, Timestamp};

fn mint(index: Index, recorded_at: Timestamp, draft: Draft) -> Entry {
    Entry::new(index, recorded_at, None, draft)
}

fn main() {
    let _ = mint;
}
