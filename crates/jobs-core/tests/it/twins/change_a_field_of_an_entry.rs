//! The twin of `tests/ui/fail/change_a_field_of_an_entry.rs`: what is allowed instead.

use jobs_core::Entry;

fn read(entry: &Entry) -> u64 {
    entry.index()
}

pub(super) fn main() {
    let _ = read;
}
