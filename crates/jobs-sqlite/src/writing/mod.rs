//! Writing: from drafts in a queue to durable rows.
//!
//! * [`queue`]: where drafts wait, within bounds;
//! * [`writer`]: the thread that takes them, a batch at a time, and answers after the commit;
//! * [`batch`]: one transaction: the ledger's rules, and the tree;
//! * [`record`]: the rows that a draft becomes;
//! * [`terms`]: texts that many entries share, and the cache of their numbers;
//! * [`counters`], [`tree`]: what a batch writes once, at its end.

pub(crate) mod batch;
pub(crate) mod counters;
pub(crate) mod queue;
pub(crate) mod record;
pub(crate) mod terms;
#[cfg(test)]
mod tests;
pub(crate) mod tree;
pub(crate) mod writer;
