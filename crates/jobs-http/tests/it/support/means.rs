//! The means by which callers sign in, and a clock that stands still.

use std::sync::Mutex;
use std::time::Duration;

use jobs_auth::Clock;
use strum::{EnumCount, VariantArray};

/// How a caller is identified.
#[derive(Debug, Clone, Copy, PartialEq, Eq, EnumCount, VariantArray)]
pub(crate) enum Means {
    Token,
    Session,
    Proxy,
    Jwt,
}

impl Means {
    pub(crate) const ALL: [Self; Self::COUNT] =
        *Self::VARIANTS.first_chunk().expect("COUNT of them");
}

/// A clock that is advanced by hand.
#[derive(Debug)]
pub(crate) struct TestClock(Mutex<Duration>);

impl Default for TestClock {
    fn default() -> Self {
        Self(Mutex::new(Duration::from_secs(1_769_612_693)))
    }
}

impl TestClock {
    pub(crate) fn pass(&self, seconds: u64) {
        *self.0.lock().unwrap() += Duration::from_secs(seconds);
    }
}

impl Clock for TestClock {
    fn now(&self) -> Duration {
        *self.0.lock().unwrap()
    }
}
