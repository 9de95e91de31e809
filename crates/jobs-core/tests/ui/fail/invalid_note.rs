//! E0423: a `NoteText` is made by the function that checks it.

use jobs_core::NoteText;

fn main() {
    let _empty = NoteText("".into());
}
