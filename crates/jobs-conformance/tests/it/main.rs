//! The suite tested itself: is the list complete, and is every fault that a store may have found?

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod faults;
mod faulty;
mod lists;
mod pages;

jobs_conformance::conformance!(without_a_fault, || async {
    (crate::faulty::FaultyStore::default(), ())
});
