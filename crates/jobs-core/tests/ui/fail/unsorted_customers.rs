//! E0451: a set is made by the function that sorts it.

use jobs_core::{Cid, CustomerSet};

fn main() {
    let cids = ["b", "a"].map(|cid| Cid::new(cid).unwrap());
    let _set =
        CustomerSet { cids: cids.into(), duplicates_dropped: 0, ..CustomerSet::new([]).unwrap() };
}
