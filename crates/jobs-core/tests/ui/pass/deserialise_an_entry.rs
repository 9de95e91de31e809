//! The twin of `fail/deserialise_an_entry.rs`: what is allowed instead.

use jobs_core::Entry;
use serde::Serialize;

fn write<T: Serialize>() {}

fn main() {
    write::<Entry>();
}
