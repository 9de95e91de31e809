//! Who somebody is.

use jobs_core::UserId;

use crate::role::Role;

/// An accepted caller.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Identity {
    /// The user, as recorded with the jobs.
    pub user: UserId,
    /// What the user may do.
    pub role: Role,
}
