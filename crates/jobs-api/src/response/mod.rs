//! What is answered.

/// Tags of answers that change only when the ledger grows.
pub(crate) mod etag;
/// Pages for people.
pub(crate) mod html;
/// Errors, as problem details.
pub mod problem;
/// JSON, and typed headers.
pub(crate) mod reply;
/// Rows of a spreadsheet.
pub(crate) mod sheet;
/// What is answered to a caller who is not let in.
pub(crate) mod sign_in_errors;
/// The warning that other jobs have just asked for the same.
pub(crate) mod warning;
