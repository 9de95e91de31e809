//! The twin of `tests/ui/fail/invalid_user_id.rs`: what is allowed instead.

use jobs_core::UserId;

pub(super) fn main() {
    assert!(UserId::new("a\nb").is_err());
    assert!(UserId::new("vijay").is_ok());
}
