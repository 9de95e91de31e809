//! The twin of `tests/ui/fail/update_a_job.rs`: what is allowed instead.

use jobs_core::{
    JobId, JobStore, JobStoreExt, MemoryStore, Outcomes, Status, StatusChange, StatusDetails,
    UserId,
};

pub(super) fn main() {
    let store = MemoryStore::default();
    let change = StatusChange {
        job_id: JobId::mint(),
        actor: UserId::new("vijay").unwrap(),
        details: StatusDetails::new(Status::Success),
        outcomes: Outcomes::default(),
        request_key: None,
    };
    let store: &dyn JobStore = &store;
    let _future = store.change_status(change);
}
