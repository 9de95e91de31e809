//! How much work SQLite does for a store, in steps of its virtual machine: a measure that no clock
//! and no cache disturbs.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use jobs_core::Result;
use rusqlite::Connection;

use crate::error::Context;

/// How many steps are counted at once: about a microsecond of work, so that counting costs next to
/// nothing.
const EACH: i32 = 100;

/// The steps of several connections.
#[derive(Debug, Clone, Default)]
pub(crate) struct Steps(Arc<AtomicU64>);

impl Steps {
    /// Counts the steps of `connection` too, from now on.
    pub(crate) fn count(&self, connection: &Connection) -> Result<()> {
        let steps = Arc::clone(&self.0);
        let go_on = move || {
            steps.fetch_add(u64::from(EACH.unsigned_abs()), Ordering::Relaxed);
            false
        };
        connection.progress_handler(EACH, Some(go_on)).doing("counting steps")
    }

    /// All so far.
    pub(crate) fn total(&self) -> u64 {
        self.0.load(Ordering::Relaxed)
    }
}
