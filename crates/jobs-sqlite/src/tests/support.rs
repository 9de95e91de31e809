//! Small drafts for the tests.

use jobs_core::{ActionCode, ActionName, Cid, CustomerSet, Draft, NewJob, RequestPayload, UserId};

/// A small job of one of several users.
pub(crate) fn job_of(number: u32) -> Draft {
    let customers = CustomerSet::new([Cid::new(number.to_string()).unwrap()]).unwrap();
    let user = UserId::new(format!("user-{}", number % 10)).unwrap();
    let action = ActionName::new("Trans-Begin").unwrap();
    NewJob::new(user, ActionCode::new(1).unwrap(), action, customers).unwrap().into()
}

/// A job with a payload.
pub(crate) fn job(payload_bytes: usize) -> Draft {
    let customers = CustomerSet::new([Cid::new("5001").unwrap()]).unwrap();
    let user = UserId::new("vijay").unwrap();
    let action = ActionName::new("Trans-Begin").unwrap();
    NewJob::new(user, ActionCode::new(1).unwrap(), action, customers)
        .unwrap()
        .with_request_payload(Some(RequestPayload::new("x".repeat(payload_bytes)).unwrap()))
        .into()
}
