//! Tests that need more than one module, and more of the store than is public: its own connections,
//! runs of another length, no entries in memory. Tests of what is public are in `tests/it`.

mod attacks;
mod clock_steps;
mod counters;
mod damage;
mod full_disk;
mod opening;
mod short_runs;
pub(crate) mod support;
