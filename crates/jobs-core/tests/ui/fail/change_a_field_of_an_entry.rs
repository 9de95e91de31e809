//! E0616: the fields of an entry are private.

use jobs_core::Entry;

fn change(entry: &mut Entry) {
    entry.index = 7;
}

fn main() {
    let _ = change;
}
