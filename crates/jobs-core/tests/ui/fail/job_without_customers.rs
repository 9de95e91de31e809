//! E0451: a job is made by the function that checks it.

use jobs_core::{Cid, CustomerSet, JobFacts, JobId, NewJob, Source};

fn forge(facts: JobFacts) -> NewJob {
    let customers = CustomerSet::new([Cid::new("5001").unwrap()]).unwrap();
    NewJob {
        job_id: JobId::mint(),
        facts,
        customers,
        request_payload: None,
        source: Source::Embedded,
        retry_of: None,
        request_key: None,
    }
}

fn main() {
    let _ = forge;
}
