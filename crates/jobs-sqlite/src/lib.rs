#![doc = include_str!("../README.md")]

// The modules, in the order in which data flow. A module uses those of its own folder and of the
// folders that are named here, and no two files use each other.
//
// store      `SqliteStore`: appends go to the queue, reads to a pool of connections
// writing    queue → writer → batch → record (rows) → terms, counters, tree; uses reading and file
// index      runs → blocks → slices → indexer: the reverse index, written behind the ledger;
//            postings looks a term up in it
// reading    cells, values, texts → entries, jobs, customers; outlines; lookups; list; stats; tree,
//            tiles; tail: the newest entries, from memory
// format     how values are spelt in the file, for writing and for reading
// file       header, schema, look: what the file must be; connection, authorizer: how it is opened;
//            log, files, watch: what is watched while it is open
// verify     whether the file still says what the ledger recorded
// weight     how much drafts take of a queue, a batch and the tail
// steps      how much work SQLite does, counted
// error      from what SQLite says to what a caller can tell apart
// tests      tests of several modules that need more than what is public

mod error;
mod file;
mod format;
mod index;
mod reading;
mod steps;
mod store;
#[cfg(test)]
mod tests;
pub mod verify;
mod weight;
mod writing;

pub use error::without_statement;
pub use store::SqliteStore;

/// Compiles and runs the example of the project's README.
#[cfg(doctest)]
#[doc = include_str!("../../../README.md")]
struct ProjectReadme;
