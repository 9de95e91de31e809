//! How values are spelt in the file, for the code that writes them and the code that reads them.
//!
//! * [`codes`]: the numbers that stand for statuses, causes, sources and kinds; indexes;
//! * [`term_kind`]: the numbers that stand for what a term is;
//! * [`term_array`]: a job's customers, as an array of terms;
//! * [`digests`]: what a row keeps of its lists and texts beside them;
//! * [`counters`]: the keys of the counters, and which of them count a job.

pub(crate) mod codes;
pub(crate) mod counters;
pub(crate) mod digests;
pub(crate) mod term_array;
pub(crate) mod term_kind;
