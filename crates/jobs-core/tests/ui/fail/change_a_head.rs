//! E0616: the fields of a head are private.

use jobs_core::Head;

fn change(head: &mut Head) {
    head.size = 0;
}

fn main() {
    let _ = change;
}
