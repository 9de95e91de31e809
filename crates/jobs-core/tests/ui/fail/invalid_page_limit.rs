//! E0423: a `PageLimit` is made by the function that checks it.

use jobs_core::PageLimit;

fn main() {
    let _invalid = PageLimit(0);
}
