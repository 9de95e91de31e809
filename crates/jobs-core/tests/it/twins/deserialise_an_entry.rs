//! The twin of `tests/ui/fail/deserialise_an_entry.rs`: what is allowed instead.

use jobs_core::Entry;
use serde::Serialize;

fn write<T: Serialize>() {}

pub(super) fn main() {
    write::<Entry>();
}
