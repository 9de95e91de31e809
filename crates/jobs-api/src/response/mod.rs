//! What is answered.

/// What every answer gets, whoever made it.
pub(crate) mod envelope;
/// Tags of answers that change only when the ledger grows.
pub(crate) mod etag;
/// Pages for people.
pub(crate) mod html;
/// Errors, as problem details.
pub mod problem;
/// Receipts beside what was recorded.
pub(crate) mod receipt;
/// JSON, and typed headers.
pub(crate) mod reply;
/// Rows of a spreadsheet.
pub(crate) mod sheet;
/// The warning that other jobs have just asked for the same.
pub(crate) mod warning;
