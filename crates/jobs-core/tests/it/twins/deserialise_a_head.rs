//! The twin of `tests/ui/fail/deserialise_a_head.rs`: what is allowed instead.

use jobs_core::Head;
use serde::Serialize;

fn write<T: Serialize>() {}

pub(super) fn main() {
    write::<Head>();
}
