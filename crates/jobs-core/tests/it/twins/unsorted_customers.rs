//! The twin of `tests/ui/fail/unsorted_customers.rs`: what is allowed instead.

use jobs_core::{Cid, CustomerSet};

pub(super) fn main() {
    let cids = ["b", "a"].map(|cid| Cid::new(cid).unwrap());
    let set = CustomerSet::new(cids).unwrap();
    assert_eq!(set.as_slice()[0].as_str(), "a");
}
