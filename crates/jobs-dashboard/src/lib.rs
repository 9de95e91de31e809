#![doc = include_str!("../README.md")]
//! # Modules
//!
//! ```text
//! answer   which request gets which file, and under which headers
//! files    the files of the page, compressed, and the version that they are
//! ```
//!
//! Each uses only those below it.

mod answer;
mod files;

pub use answer::{answer, is_page};
