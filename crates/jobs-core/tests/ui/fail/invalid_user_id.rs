//! E0423: a `UserId` is made by the function that checks it.

use jobs_core::UserId;

fn main() {
    let _invalid = UserId("a\nb".into());
}
