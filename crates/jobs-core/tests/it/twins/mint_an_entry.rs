//! The twin of `tests/ui/fail/mint_an_entry.rs`: what is allowed instead.

use jobs_core::{Draft, Entry, Index, Timestamp};

fn read(entry: &Entry) -> (Index, Timestamp, Draft) {
    (entry.index(), entry.recorded_at(), entry.draft().clone())
}

pub(super) fn main() {
    let _ = read;
}
