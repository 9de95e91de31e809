//! The twin of `tests/ui/fail/invalid_job_id.rs`: what is allowed instead.

use jobs_core::JobId;

pub(super) fn main() {
    assert!(JobId::from_uuid(uuid::Uuid::nil()).is_err());
    assert!(JobId::from_uuid(uuid::Uuid::now_v7()).is_ok());
}
