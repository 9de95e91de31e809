//! E0599: there is no entry out of nothing.

use jobs_core::Entry;

fn main() {
    let _entry = Entry::default();
}
