//! The twin of `tests/ui/fail/deserialise_an_answer.rs`: what is allowed instead.

use jobs_core::Appended;
use serde::Serialize;

fn write<T: Serialize>() {}

pub(super) fn main() {
    write::<Appended>();
}
