//! E0599: a store has no way to update.

use jobs_core::{
    JobId, JobStore, JobStoreExt, MemoryStore, Outcomes, Status, StatusChange, StatusDetails,
    UserId,
};

fn main() {
    let store = MemoryStore::default();
    let change = StatusChange {
        job_id: JobId::mint(),
        actor: UserId::new("vijay").unwrap(),
        details: StatusDetails::new(Status::Success),
        outcomes: Outcomes::default(),
        request_key: None,
    };
    let store: &dyn JobStore = &store;
    let _future = store.update_job(change);
}
