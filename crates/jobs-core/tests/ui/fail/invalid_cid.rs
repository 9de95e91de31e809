//! E0423: a `Cid` is made by the function that checks it.

use jobs_core::Cid;

fn main() {
    let _invalid = Cid("".into());
}
