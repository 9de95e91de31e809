//! The twin of `fail/default_entry.rs`: what is allowed instead.

use jobs_core::Entry;

fn main() {
    let _entry: Option<Entry> = Option::default();
}
