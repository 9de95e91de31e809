//! Small drafts for the tests.

use jobs_core::{
    ActionCode, ActionName, Cid, CustomerSet, JobId, NewJob, Outcomes, Status, StatusChange,
    StatusDetails, UserId,
};

pub(crate) fn new_job(user: &str, action: &str, cids: &[&str]) -> NewJob {
    let customers = CustomerSet::new(cids.iter().map(|cid| Cid::new(*cid).unwrap())).unwrap();
    let user = UserId::new(user).unwrap();
    let action = ActionName::new(action).unwrap();
    NewJob::new(user, ActionCode::new(1).unwrap(), action, customers).unwrap()
}

pub(crate) fn change(job_id: JobId, status: Status) -> StatusChange {
    let actor = UserId::new("vijay").unwrap();
    StatusChange {
        job_id,
        actor,
        details: StatusDetails::new(status),
        outcomes: Outcomes::default(),
        request_key: None,
    }
}
