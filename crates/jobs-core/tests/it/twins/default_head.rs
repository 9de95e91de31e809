//! The twin of `tests/ui/fail/default_head.rs`: what is allowed instead.

use jobs_core::Head;
use jobs_core::backend::TreeState;

pub(super) fn main() {
    let head: Head = TreeState::default().head();
    assert_eq!(head.size(), 0);
}
