//! Who may use an endpoint: each role, and on whose jobs.

mod grant;

use clap::ValueEnum;
use jobs_auth::Role;

pub(crate) use self::grant::Grant;

/// On whose jobs an endpoint may be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    /// On nobody's.
    Nothing,
    /// On the caller's own.
    Own,
    /// On everybody's.
    All,
}

/// Who may read the log: the verifier key, checkpoints and tiles of hashes, which say nothing of
/// what is recorded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum LogAccess {
    /// Everybody.
    Public,
    /// Everybody who is signed in.
    Private,
}

/// Who may use an endpoint.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Access {
    /// Everybody, whether signed in or not.
    Everybody,
    /// Everybody who may read the log; see [`LogAccess`].
    LogReaders,
    /// Everybody who is signed in, as far as their role goes.
    Roles {
        /// On whose jobs an operator may use it.
        operator: Scope,
        /// On whose jobs an auditor may use it.
        auditor: Scope,
        /// On whose jobs an admin may use it.
        admin: Scope,
    },
}

use Scope::{All, Nothing, Own};

impl Access {
    /// Reads jobs: operators their own, the others everybody's.
    pub const READ: Self = Self::Roles { operator: Own, auditor: All, admin: All };
    /// Records something, which an auditor may not.
    pub const CHANGE: Self = Self::Roles { operator: Own, auditor: Nothing, admin: All };
    /// Reads entries of everybody's jobs side by side.
    pub const READ_ALL: Self = Self::Roles { operator: Nothing, auditor: All, admin: All };
    /// Reads what says nothing of any job, such as hashes.
    pub const SIGNED_IN: Self = Self::Roles { operator: All, auditor: All, admin: All };
    /// Is about the caller, and nobody else.
    pub const ONESELF: Self = Self::Roles { operator: Own, auditor: Own, admin: Own };

    /// Sees and changes everybody's accounts.
    pub const ADMIN: Self = Self::Roles { operator: Nothing, auditor: Nothing, admin: All };

    /// On whose jobs `role` may use it.
    #[must_use]
    pub fn scope(self, role: Role) -> Scope {
        match (self, role) {
            (Self::Everybody | Self::LogReaders, _) => All,
            (Self::Roles { operator, .. }, Role::Operator) => operator,
            (Self::Roles { auditor, .. }, Role::Auditor) => auditor,
            (Self::Roles { admin, .. }, Role::Admin) => admin,
        }
    }
}
