//! Reading: from rows to what callers are answered.
//!
//! * [`cells`], [`values`], [`texts`]: the cells of a row, as values of the ledger's types;
//! * [`entries`], [`jobs`], [`customers`]: rows as entries, as jobs, and a job's customers;
//! * [`outlines`]: a job with its entries, without what may be large;
//! * [`lookups`]: what is found by a key;
//! * [`list`]: pages of jobs by any filter;
//! * [`stats`]: statistics, from the counters;
//! * [`tree`], [`tiles`]: the Merkle tree;
//! * [`tail`]: the newest entries, which are answered from memory.

pub(crate) mod cells;
pub(crate) mod customers;
pub(crate) mod entries;
pub(crate) mod jobs;
pub(crate) mod list;
pub(crate) mod lookups;
pub(crate) mod outlines;
pub(crate) mod stats;
pub(crate) mod tail;
pub(crate) mod texts;
pub(crate) mod tiles;
pub(crate) mod tree;
pub(crate) mod values;
