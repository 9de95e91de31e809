//! Tests of the suite itself: that the list is complete, and that every fault of a store is found.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod faults;
mod faulty;
mod lapses;
mod lists;
mod pages;
mod stuck;

jobs_conformance::conformance!(without_a_fault, volatile: async |_: &std::path::Path| {
    crate::faulty::FaultyStore::default()
});
