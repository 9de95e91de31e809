//! The clock of sign-in, which tests replace.

use std::fmt::Debug;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

/// Tells the time. A machine's clock can be set, so nothing here relies on its never running
/// backwards.
pub trait Clock: Debug + Send + Sync + 'static {
    /// The time since the beginning of 1970, in UTC.
    fn now(&self) -> Duration;
}

/// The machine's clock.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    fn now(&self) -> Duration {
        SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default()
    }
}
