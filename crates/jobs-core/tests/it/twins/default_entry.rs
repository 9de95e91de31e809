//! The twin of `tests/ui/fail/default_entry.rs`: what is allowed instead.

use jobs_core::Entry;

pub(super) fn main() {
    let _entry: Option<Entry> = Option::default();
}
