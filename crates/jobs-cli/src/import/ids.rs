//! The old tables' job IDs, of which one job may have several spellings.

use jobs_core::{JobId, without_unseen};
use uuid::Uuid;

use super::cell::Cell;

/// What a job is found by, however its ID is spelt: the 16 bytes of a UUID, and any other value as it is.
pub(super) fn key(cell: &Cell) -> Cell {
    match uuid(cell) {
        Some(uuid) => Cell::Bytes(uuid.into_bytes().into()),
        None => cell.clone(),
    }
}

/// The job's ID in its one spelling.
///
/// # Errors
/// Why it is none.
pub(super) fn job_id(cell: &Cell) -> Result<JobId, String> {
    if cell.is_null() {
        return Err("job_id: is NULL".into());
    }
    let uuid = uuid(cell).ok_or("job_id: is not a UUID")?;
    JobId::from_uuid(uuid).map_err(|error| error.to_string())
}

/// The UUID in any of its spellings: upper case, without hyphens, in braces, as a URN, with what [`without_unseen`] takes away, or
/// as its 16 bytes.
pub(super) fn uuid(cell: &Cell) -> Option<Uuid> {
    let text = cell.text().ok().flatten();
    let uuid = text.and_then(|text| Uuid::try_parse(&without_unseen(&text)).ok());
    match cell {
        Cell::Bytes(bytes) => uuid.or_else(|| Uuid::from_slice(bytes).ok()),
        _ => uuid,
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
        let texts = [
            PLAIN.to_uppercase(),
            simple.to_uppercase(),
            simple,
            format!("{{{PLAIN}}}"),
            format!("URN:UUID:{PLAIN}"),
            format!(" {PLAIN}\r\n"),
            format!("\u{feff}\u{a0}{PLAIN}\u{200b}"),
        ];
        let bytes = [PLAIN.as_bytes().to_vec(), expected.as_uuid().as_bytes().to_vec()];
        let cells = texts.into_iter().map(Cell::Text).chain(bytes.into_iter().map(Cell::Bytes));
        for cell in cells {
            assert_eq!(job_id(&cell), Ok(expected), "{cell:?}");
            assert_eq!(key(&cell), Cell::Bytes(expected.as_uuid().as_bytes().to_vec()));
        }
        for other in [Cell::Text("job-42".into()), Cell::Integer(7), Cell::Null] {
            assert!(job_id(&other).is_err());
            assert_eq!(key(&other), other);
        }
    }
}
