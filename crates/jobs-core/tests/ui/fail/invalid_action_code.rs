//! E0423: a `ActionCode` is made by the function that checks it.

use jobs_core::ActionCode;

fn main() {
    let _invalid = ActionCode(i64::MAX);
}
