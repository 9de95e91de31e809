//! The twin of `tests/ui/fail/invalid_page_limit.rs`: what is allowed instead.

use jobs_core::PageLimit;

pub(super) fn main() {
    assert!(PageLimit::new(0).is_err());
    assert!(PageLimit::new(1).is_ok());
}
