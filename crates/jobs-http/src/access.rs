//! Who may do what: every guarded operation, its route, and what each role may do with it.
//!
//! The table is all there is: a handler learns who calls only by naming its operation (see
//! [`Caller::authorize`](crate::auth::Caller::authorize)), and the tests call every route of the table with every role.

use axum::http::Method;
use serde::{Deserialize, Serialize};

/// What kind of user a token belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Role {
    /// Runs actions, and sees the own jobs alone.
    Operator,
    /// Sees every job and changes nothing.
    Auditor,
    /// Sees and does everything.
    Admin,
}

impl Role {
    /// Every role.
    pub const ALL: [Self; 3] = [Self::Operator, Self::Auditor, Self::Admin];

    /// The name, as in `auth.toml`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Operator => "operator",
            Self::Auditor => "auditor",
            Self::Admin => "admin",
        }
    }
}

/// On whose jobs an operation is allowed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    /// On nobody's.
    Nothing,
    /// On the caller's own.
    Own,
    /// On everybody's.
    All,
}

/// Something that a caller with a token may ask for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Operation {
    /// Record a job that the caller runs.
    SubmitJob,
    /// List jobs.
    ListJobs,
    /// Read a job.
    ReadJob,
    /// List a job's customers.
    ReadCustomers,
    /// Read a job's entries.
    ReadHistory,
    /// Report how a job ended.
    ReportStatus,
    /// Call an upstream.
    ProxyFetch,
}

struct Row {
    operation: Operation,
    method: Method,
    path: &'static str,
    operator: Scope,
    auditor: Scope,
    admin: Scope,
}

const fn row(
    operation: Operation,
    method: Method,
    path: &'static str,
    [operator, auditor, admin]: [Scope; 3],
) -> Row {
    Row { operation, method, path, operator, auditor, admin }
}

use Scope::{All, Nothing, Own};

/// In the order of [`Operation`]; the columns are operator, auditor, admin.
static TABLE: [Row; 7] = [
    row(Operation::SubmitJob, Method::POST, "/v1/jobs", [Own, Nothing, All]),
    row(Operation::ListJobs, Method::GET, "/v1/jobs", [Own, All, All]),
    row(Operation::ReadJob, Method::GET, "/v1/jobs/{job_id}", [Own, All, All]),
    row(Operation::ReadCustomers, Method::GET, "/v1/jobs/{job_id}/customers", [Own, All, All]),
    row(Operation::ReadHistory, Method::GET, "/v1/jobs/{job_id}/history", [Own, All, All]),
    row(Operation::ReportStatus, Method::POST, "/v1/jobs/{job_id}/status", [Own, Nothing, All]),
    row(Operation::ProxyFetch, Method::POST, "/proxy_fetch", [Own, Nothing, All]),
];

impl Operation {
    /// Every operation.
    pub const ALL: [Self; 7] = [
        Self::SubmitJob,
        Self::ListJobs,
        Self::ReadJob,
        Self::ReadCustomers,
        Self::ReadHistory,
        Self::ReportStatus,
        Self::ProxyFetch,
    ];

    fn row(self) -> &'static Row {
        &TABLE[self as usize]
    }

    /// The method by which it is asked for.
    #[must_use]
    pub fn method(self) -> &'static Method {
        &self.row().method
    }

    /// The path by which it is asked for, `{job_id}` standing for a job.
    #[must_use]
    pub fn path(self) -> &'static str {
        self.row().path
    }

    /// On whose jobs `role` may do it.
    #[must_use]
    pub fn scope(self, role: Role) -> Scope {
        let row = self.row();
        match role {
            Role::Operator => row.operator,
            Role::Auditor => row.auditor,
            Role::Admin => row.admin,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_in_the_order_of_the_operations() {
        for (operation, row) in Operation::ALL.into_iter().zip(&TABLE) {
            assert_eq!(operation, row.operation);
            assert_eq!(operation.path(), row.path);
        }
    }

    #[test]
    fn an_auditor_changes_nothing_and_an_admin_may_do_everything() {
        for operation in Operation::ALL {
            let changes = operation.method() != Method::GET;
            assert_eq!(operation.scope(Role::Auditor) == Scope::Nothing, changes, "{operation:?}");
            assert_eq!(operation.scope(Role::Admin), Scope::All);
            assert_eq!(operation.scope(Role::Operator), Scope::Own);
        }
    }
}
