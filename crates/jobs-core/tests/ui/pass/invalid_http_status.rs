//! The twin of `fail/invalid_http_status.rs`: what is allowed instead.

use jobs_core::HttpStatus;

fn main() {
    assert!(HttpStatus::new(0).is_err());
    assert!(HttpStatus::new(200).is_ok());
}
