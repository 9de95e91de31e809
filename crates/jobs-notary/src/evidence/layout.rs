//! The names of the files, and how large each may be.

use jobs_core::{
    Cid, CustomerSet, ErrorMessage, Index, NewNote, NoteText, Original, OutcomeMessage,
    RequestPayload, ResponseSummary, leaf,
};

use super::EvidenceError;

pub(super) const README: &str = "README.md";
pub(super) const KEY: &str = "verifier.key";
pub(super) const CHECKPOINT: &str = "checkpoint";
pub(super) const CUSTOMERS: &str = "customers.json";
pub(super) const FOLDERS: [&str; 3] = ["entries", "outcomes", "texts"];

/// What the README says is part of the format: it tells people what to run.
pub(super) const README_TEXT: &str = include_str!("README.md");

/// The leaves and the receipts of at most three entries that give the job a status (`IN_PROGRESS →
/// UNCONFIRMED → SUCCESS | FAILED`) and of its notes, and the texts of these.
const SMALL_MAX: usize = 2 * 3 + 3 * NewNote::COUNT_MAX;

/// Four files, and the outcomes and four texts of each of the three entries.
const OTHERS_MAX: usize = 4 + 3 * 5;

/// How many files there may still be. Of those that may be large, there are few.
pub(super) struct Room {
    small: usize,
    others: usize,
}

impl Room {
    pub(super) fn of_evidence() -> Self {
        Self { small: SMALL_MAX, others: OTHERS_MAX }
    }

    /// Whether there is room for `file`, which is then taken.
    pub(super) fn take(&mut self, file: &str) -> bool {
        let of_any_note = file.starts_with("entries/")
            || file.strip_prefix("texts/").is_some_and(|text| text.ends_with(".text"));
        let left = if of_any_note { &mut self.small } else { &mut self.others };
        let is_room = *left > 0;
        *left = left.saturating_sub(1);
        is_room
    }
}

/// The most bytes of a signed note.
const NOTE_BYTES_MAX: usize = 1 << 16;

/// The most bytes of a cid in JSON: its quotes and backslashes are escaped, and it has no controls.
const CID_BYTES_MAX: usize = 2 * Cid::BYTES_MAX;

/// The most bytes of an outcome in JSON: `\u001f` for each byte of its message, and the names of
/// its members.
const OUTCOME_BYTES_MAX: usize = CID_BYTES_MAX + 6 * OutcomeMessage::BYTES_MAX + 64;

pub(super) fn leaf(index: Index) -> String {
    format!("entries/{index}.json")
}

pub(super) fn receipt(index: Index) -> String {
    format!("entries/{index}.tlog-proof")
}

pub(super) fn outcomes(index: Index) -> String {
    format!("outcomes/{index}.json")
}

pub(super) fn text(index: Index, member: &str) -> String {
    format!("texts/{index}.{member}")
}

/// The index of the entry whose leaf `file` is.
pub(super) fn index_of_leaf(file: &str) -> Option<Index> {
    let index = file.strip_prefix("entries/")?.strip_suffix(".json")?.parse().ok()?;
    (leaf(index) == file).then_some(index)
}

/// The most bytes that `file` may have.
pub(super) fn bytes_max(file: &str) -> Result<usize, EvidenceError> {
    let bytes_max = match file {
        README | KEY | CHECKPOINT => Some(NOTE_BYTES_MAX),
        CUSTOMERS => Some(CustomerSet::COUNT_MAX * (CID_BYTES_MAX + 3) + 2),
        _ => of_entry(file),
    };
    bytes_max.ok_or_else(|| EvidenceError::Unexpected { file: file.into() })
}

fn of_entry(file: &str) -> Option<usize> {
    let (folder, name) = file.split_once('/')?;
    let (index, member) = name.split_once('.')?;
    let spelt_as_a_number = index.parse::<Index>().is_ok_and(|n| n.to_string() == index);
    match (folder, member) {
        _ if !spelt_as_a_number => None,
        ("entries", "json") => Some(leaf::BYTES_MAX),
        // A path has at most 64 hashes of 44 characters.
        ("entries", "tlog-proof") => Some(NOTE_BYTES_MAX + (1 << 12)),
        ("outcomes", "json") => Some(CustomerSet::COUNT_MAX * (OUTCOME_BYTES_MAX + 1) + 2),
        ("texts", "request_payload") => Some(RequestPayload::BYTES_MAX),
        ("texts", "original") => Some(Original::BYTES_MAX),
        ("texts", "error_message") => Some(ErrorMessage::BYTES_MAX),
        ("texts", "response_summary") => Some(ResponseSummary::BYTES_MAX),
        ("texts", NoteText::FIELD) => Some(NoteText::BYTES_MAX),
        _ => None,
    }
}
