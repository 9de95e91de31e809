//! The twin of `tests/ui/fail/invalid_action_code.rs`: what is allowed instead.

use jobs_core::ActionCode;

pub(super) fn main() {
    assert!(ActionCode::new(i64::MAX).is_err());
    assert!(ActionCode::new(1).is_ok());
}
