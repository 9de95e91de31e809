//! What to verify, and against what.

use jobs_core::Index;
use jobs_core::merkle::Hash;

/// How to verify.
#[derive(Debug, Clone)]
pub struct Options {
    /// How many threads to use, at least 1.
    pub threads: usize,
    /// What the ledger once was, and must still begin with.
    pub past: Vec<Past>,
    /// Whether nobody writes the file and there is no log: it is then read without locks, and
    /// without a file beside it.
    pub unchanging: bool,
}

impl Default for Options {
    /// As many threads as there are cores, nothing known of the past, and a file that may be
    /// written meanwhile.
    fn default() -> Self {
        let threads = std::thread::available_parallelism().map_or(1, usize::from);
        Self { threads, past: Vec::new(), unchanging: false }
    }
}

/// A head that the ledger once had, as a checkpoint says it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Past {
    /// Who says so, for the finding.
    pub source: String,
    /// How many entries there were.
    pub size: Index,
    /// The root over them.
    pub root: Hash,
}
