//! The twin of `tests/ui/fail/invalid_http_status.rs`: what is allowed instead.

use jobs_core::HttpStatus;

pub(super) fn main() {
    assert!(HttpStatus::new(0).is_err());
    assert!(HttpStatus::new(200).is_ok());
}
