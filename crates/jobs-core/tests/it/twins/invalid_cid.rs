//! The twin of `tests/ui/fail/invalid_cid.rs`: what is allowed instead.

use jobs_core::Cid;

pub(super) fn main() {
    assert!(Cid::new("").is_err());
    assert!(Cid::new("5001").is_ok());
}
