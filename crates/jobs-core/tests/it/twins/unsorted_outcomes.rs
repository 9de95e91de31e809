//! The twin of `tests/ui/fail/unsorted_outcomes.rs`: what is allowed instead.

use jobs_core::{Outcome, Outcomes};

pub(super) fn main() {
    let outcomes: Vec<Outcome> = Vec::new();
    let _outcomes = Outcomes::new(outcomes).unwrap();
}
