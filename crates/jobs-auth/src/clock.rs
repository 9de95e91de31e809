//! The clock of sign-in, which tests replace.

use std::fmt::Debug;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use jobs_core::Timestamp;

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

/// The time from the beginning of 1970 to `moment`.
#[must_use]
pub fn since_1970(moment: Timestamp) -> Duration {
    Duration::from_micros(u64::try_from(moment.as_micros()).unwrap_or_default())
}

/// The moment `time` after the beginning of 1970, or the last one that there is.
#[must_use]
pub fn moment(time: Duration) -> Timestamp {
    let micros = i64::try_from(time.as_micros()).ok();
    let moment = micros.and_then(|micros| Timestamp::from_micros("time", micros).ok());
    moment.unwrap_or(Timestamp::MAX)
}
