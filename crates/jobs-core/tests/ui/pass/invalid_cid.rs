//! The twin of `fail/invalid_cid.rs`: what is allowed instead.

use jobs_core::Cid;

fn main() {
    assert!(Cid::new("").is_err());
    assert!(Cid::new("5001").is_ok());
}
