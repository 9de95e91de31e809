//! What the report says about a row that was imported.

use jobs_core::Status;

/// What happened to its values.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Notes {
    /// The status: as it was, and as it is recorded.
    pub(super) status: Option<(String, Status)>,
    /// Fields whose value is only in the original record.
    pub(super) misfits: Vec<&'static str>,
    /// Fields whose spelling is only in the original record.
    pub(super) respelt: Vec<&'static str>,
    /// Fields whose whole text is only in the original record.
    pub(super) shortened: Vec<&'static str>,
    pub(super) redacted: bool,
    pub(super) may_hide_a_secret: bool,
    pub(super) local_time: bool,
    pub(super) payload_names_others: bool,
    pub(super) updated_before_created: bool,
}
