//! E0616: a text stays as it was checked.

use jobs_core::Cid;

fn main() {
    let mut cid = Cid::new("5001").unwrap();
    cid.0 = "".into();
}
