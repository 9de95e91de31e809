//! The twin of `tests/ui/fail/change_through_a_getter.rs`: what is allowed instead.

use jobs_core::{Draft, Entry, Status};

fn change_a_copy(entry: &Entry) -> Draft {
    let mut draft = entry.draft().clone();
    if let Draft::StatusChanged(change) = &mut draft {
        change.details.status = Status::Success;
    }
    draft
}

pub(super) fn main() {
    let _ = change_a_copy;
}
