//! The twin of `tests/ui/fail/forge_an_answer.rs`: what is allowed instead.

use jobs_core::{Appended, Index, JobId, Timestamp};

fn read(answer: &Appended) -> (JobId, Index, Timestamp) {
    (answer.job_id(), answer.index(), answer.recorded_at())
}

pub(super) fn main() {
    let _ = read;
}
