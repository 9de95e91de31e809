//! The twin of `tests/ui/fail/change_a_checked_text.rs`: what is allowed instead.

use jobs_core::Cid;

pub(super) fn main() {
    let cid = Cid::new("5001").unwrap();
    assert_eq!(cid.as_str(), "5001");
}
