//! The twin of `fail/invalid_action_code.rs`: what is allowed instead.

use jobs_core::ActionCode;

fn main() {
    assert!(ActionCode::new(i64::MAX).is_err());
    assert!(ActionCode::new(1).is_ok());
}
