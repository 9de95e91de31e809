//! The twin of `tests/ui/fail/change_the_customers_of_a_job.rs`: what is allowed instead.

use jobs_core::{Cid, NewJob};

fn read(job: &NewJob, cid: &mut Cid) {
    *cid = job.customers().as_slice()[0].clone();
}

pub(super) fn main() {
    let _ = read;
}
