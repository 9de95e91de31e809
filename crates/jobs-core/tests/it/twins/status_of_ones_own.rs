//! The twin of `tests/ui/fail/status_of_ones_own.rs`: what is allowed instead.

use jobs_core::Status;

pub(super) fn main() {
    let _status = Status::Unconfirmed;
}
