//! The twin of `tests/ui/fail/invalid_payload.rs`: what is allowed instead.

use jobs_core::RequestPayload;

pub(super) fn main() {
    assert!(RequestPayload::new("\0").is_err());
    assert!(RequestPayload::new("{}").is_ok());
}
