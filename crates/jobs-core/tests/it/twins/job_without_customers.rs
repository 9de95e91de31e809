//! The twin of `tests/ui/fail/job_without_customers.rs`: what is allowed instead.

use jobs_core::{Cid, CustomerSet, JobFacts, JobId, NewJob, Source};

fn make(facts: JobFacts) -> NewJob {
    let customers = CustomerSet::new([Cid::new("5001").unwrap()]).unwrap();
    NewJob::new(facts.user_id, facts.action_code, facts.action_name, customers)
        .unwrap()
        .with_job_id(JobId::mint())
        .with_source(Source::Embedded)
}

pub(super) fn main() {
    let _ = make;
}
