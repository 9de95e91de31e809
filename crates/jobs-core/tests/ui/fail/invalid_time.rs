//! E0423: a `Timestamp` is made by the function that checks it.

use jobs_core::Timestamp;

fn main() {
    let _invalid = Timestamp(-1);
}
