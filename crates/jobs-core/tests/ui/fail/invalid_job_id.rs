//! E0423: a `JobId` is made by the function that checks it.

use jobs_core::JobId;

fn main() {
    let _invalid = JobId(uuid::Uuid::nil());
}
