//! E0594: a job's customers are lent for reading.

use jobs_core::{Cid, NewJob};

fn change(job: &mut NewJob, cid: Cid) {
    job.customers().as_slice()[0] = cid;
}

fn main() {
    let _ = change;
}
