//! E0599: there are four statuses.

use jobs_core::Status;

fn main() {
    let _status = Status::Banana;
}
