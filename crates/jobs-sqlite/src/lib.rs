#![doc = include_str!("../README.md")]

#[cfg(test)]
mod attacks;
mod batch;
mod blocks;
mod cells;
#[cfg(test)]
mod clock_steps;
mod codes;
mod connection;
mod counters;
#[cfg(test)]
mod damage;
mod error;
#[cfg(test)]
mod faults;
mod files;
mod list;
mod look;
mod postings;
mod rows;
mod schema;
#[cfg(test)]
mod short_runs;
mod steps;
mod store;
mod tail;
mod terms;
mod texts;
mod tiles;
pub mod verify;
mod watch;
mod weight;
mod writer;

pub use store::SqliteStore;

/// Compiles and runs the example of the project's README.
#[cfg(doctest)]
#[doc = include_str!("../../../README.md")]
struct ProjectReadme;
