//! The twin of `tests/ui/fail/invalid_note.rs`: what is allowed instead.

use jobs_core::NoteText;

pub(super) fn main() {
    assert!(NoteText::new("").is_err());
    assert!(NoteText::new("seen").is_ok());
}
