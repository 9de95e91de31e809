//! E0594: what an entry lends is lent for reading.

use jobs_core::{Draft, Entry, Status};

fn change(entry: &Entry) {
    if let Draft::StatusChanged(change) = entry.draft() {
        change.details.status = Status::Success;
    }
}

fn main() {
    let _ = change;
}
