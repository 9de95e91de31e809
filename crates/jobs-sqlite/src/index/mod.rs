//! The reverse index: which jobs use a term (a customer, user, action or batch).
//!
//! It is written behind the ledger, a *run* of entries at a time, each run sorted by term.
//! Inserting sorted runs at the end of one B-tree costs a fraction of keeping an index row per
//! customer and job. A separate thread reads the run's entries and hands their postings to the
//! writer in slices, so that no commit waits for a whole run. Entries after the last complete run
//! are found by reading them, so nothing is ever missing.
//!
//! * [`runs`]: how long a run is, how much of the ledger runs cover, and the terms that a run uses;
//! * [`blocks`]: how the postings of a run are spelt;
//! * [`slices`]: a run's postings, cut into transactions of a bounded length;
//! * [`indexer`]: the thread that notices when a run is due;
//! * [`postings`]: the jobs of a run that use a term.

pub(crate) mod blocks;
pub(crate) mod indexer;
pub(crate) mod postings;
pub(crate) mod runs;
pub(crate) mod slices;
#[cfg(test)]
mod tests;
