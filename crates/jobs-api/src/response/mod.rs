//! What is answered.

/// What a caller should know beside the answer to a Set Action.
pub(crate) mod caveats;
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
