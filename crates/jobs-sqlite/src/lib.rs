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
mod list;
mod postings;
mod rows;
#[cfg(test)]
mod short_runs;
mod store;
mod terms;
mod tiles;
pub mod verify;
mod writer;

pub use store::SqliteStore;

/// Compiles and runs the example of the project's README.
#[cfg(doctest)]
#[doc = include_str!("../../../README.md")]
struct ProjectReadme;
