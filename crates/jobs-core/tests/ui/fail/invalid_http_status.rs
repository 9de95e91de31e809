//! E0423: a `HttpStatus` is made by the function that checks it.

use jobs_core::HttpStatus;

fn main() {
    let _invalid = HttpStatus(0);
}
