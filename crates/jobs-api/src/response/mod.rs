//! What is answered.

/// Answers that end when their caller is signed in no more.
pub(crate) mod cut_off;
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
/// What is answered to a caller who is not let in.
pub(crate) mod sign_in_errors;
/// The warning that other jobs have just asked for the same.
pub(crate) mod warning;
