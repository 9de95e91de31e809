//! The twin of `tests/ui/fail/invalid_time.rs`: what is allowed instead.

use jobs_core::Timestamp;

pub(super) fn main() {
    assert!(Timestamp::from_micros("since", -1).is_err());
    assert!(Timestamp::from_micros("since", 0).is_ok());
}
