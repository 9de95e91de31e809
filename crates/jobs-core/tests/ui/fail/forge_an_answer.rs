//! E0451: only a store says that something is recorded.

use jobs_core::{Appended, Index, JobId, Timestamp};

fn forge(job_id: JobId, index: Index, recorded_at: Timestamp) -> Appended {
    Appended { job_id, index, recorded_at, repeated: false, leaf: None, growth: None }
}

fn main() {
    let _ = forge;
}
