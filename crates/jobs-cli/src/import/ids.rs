//! The old tables' job IDs, of which one job may have several spellings.

use jobs_core::{JobId, without_unseen};
use uuid::Uuid;

use super::cell::Cell;

/// The key of a job, the same for all spellings of its ID: the 16 bytes of a UUID, or the text of
/// any other value without invisible characters.
pub(super) fn key(cell: &Cell) -> Cell {
    match (uuid(cell), cell.text()) {
        (Some(uuid), _) => Cell::Bytes(uuid.into_bytes().into()),
        (None, Ok(Some(text))) => Cell::Text(without_unseen(&text).into_owned()),
        (None, _) => cell.clone(),
    }
}

/// The job's ID in its one spelling.
///
/// # Errors
/// Why it is not one.
pub(super) fn job_id(cell: &Cell) -> Result<JobId, String> {
    if cell.is_null() {
        return Err("job_id: is NULL".into());
    }
    let uuid = uuid(cell).ok_or("job_id: is not a UUID")?;
    JobId::from_uuid(uuid).map_err(|error| error.to_string())
}

/// The UUID in any of its spellings: upper case, without hyphens, in braces, parentheses or quotes,
/// as a URN, with what [`without_unseen`] takes away around each, or as its 16 bytes.
pub(super) fn uuid(cell: &Cell) -> Option<Uuid> {
    let text = cell.text().ok().flatten();
    let uuid = text.and_then(|text| spelt(&text));
    match cell {
        Cell::Bytes(bytes) => uuid.or_else(|| Uuid::from_slice(bytes).ok()),
        _ => uuid,
    }
}

fn spelt(text: &str) -> Option<Uuid> {
    const PAIRS: [(char, char); 4] = [('{', '}'), ('(', ')'), ('"', '"'), ('\'', '\'')];
    let text = without_unseen(text);
    let text = without_urn(&text);
    let inner = PAIRS
        .iter()
        .find_map(|&(open, close)| text.strip_prefix(open)?.strip_suffix(close))
        .unwrap_or(text);
    let inner = without_unseen(inner);
    let plain = without_urn(&inner);
    // The parser itself accepts braces and a URN, which would be a second pair.
    let is_plain = plain.bytes().all(|byte| byte.is_ascii_hexdigit() || byte == b'-');
    is_plain.then(|| Uuid::try_parse(plain).ok()).flatten()
}

fn without_urn(text: &str) -> &str {
    const URN: &str = "urn:uuid:";
    match text.split_at_checked(URN.len()) {
        Some((urn, rest)) if urn.eq_ignore_ascii_case(URN) => rest,
        _ => text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_spelling_of_a_uuid_is_the_same_job() {
        const PLAIN: &str = "9b2d3a1c-0f4e-4d6a-8c7b-00000000000a";
        let expected: JobId = PLAIN.parse().unwrap();
        let simple = PLAIN.replace('-', "");
        let digits = [PLAIN.to_uppercase(), PLAIN.to_owned(), simple.to_uppercase(), simple];
        let mut texts = Vec::new();
        for text in &digits {
            for unseen in ["", " ", "\r\n", "\u{feff}\u{a0}\u{200b}"] {
                let text = format!("{unseen}{text}{unseen}");
                for (open, close) in [("", ""), ("{", "}"), ("(", ")"), ("\"", "\""), ("'", "'")] {
                    let text = format!("{open}{text}{close}");
                    texts.push(format!("{unseen}{text}{unseen}"));
                    texts.extend(["urn:uuid:", "URN:UUID:"].map(|urn| format!("{urn}{text}")));
                }
            }
            texts.push(format!("{{urn:uuid:{text}}}"));
        }
        let bytes = [PLAIN.as_bytes().to_vec(), expected.as_uuid().as_bytes().to_vec()];
        let cells = texts.into_iter().map(Cell::Text).chain(bytes.into_iter().map(Cell::Bytes));
        for cell in cells {
            assert_eq!(job_id(&cell), Ok(expected), "{cell:?}");
            assert_eq!(key(&cell), Cell::Bytes(expected.as_uuid().as_bytes().to_vec()));
        }
        let text = |text: &str| Cell::Text(text.into());
        let twice = format!("({{{PLAIN}}})");
        for (other, expected) in [
            (text("job-42"), text("job-42")),
            (text("\u{feff} job-42\u{a0}"), text("job-42")),
            (Cell::Bytes(b"job-42 ".to_vec()), text("job-42")),
            (text(&twice), text(&twice)),
            (Cell::Integer(7), text("7")),
            (Cell::Bytes(vec![0xff]), Cell::Bytes(vec![0xff])),
            (Cell::Null, Cell::Null),
        ] {
            assert!(job_id(&other).is_err());
            assert_eq!(key(&other), expected);
        }
    }
}
