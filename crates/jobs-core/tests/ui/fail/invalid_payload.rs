//! E0423: a `RequestPayload` is made by the function that checks it.

use jobs_core::RequestPayload;

fn main() {
    let _invalid = RequestPayload("\0".into());
}
