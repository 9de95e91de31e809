//! The twin of `fail/status_of_ones_own.rs`: what is allowed instead.

use jobs_core::Status;

fn main() {
    let _status = Status::Unconfirmed;
}
