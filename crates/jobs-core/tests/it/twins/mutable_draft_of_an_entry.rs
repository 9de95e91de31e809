//! The twin of `tests/ui/fail/mutable_draft_of_an_entry.rs`: what is allowed instead.

use jobs_core::{Draft, Entry};

fn copy(entry: &Entry, draft: &mut Draft) {
    *draft = entry.draft().clone();
}

pub(super) fn main() {
    let _ = copy;
}
