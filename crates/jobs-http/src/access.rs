//! Who may do what: every guarded operation, its route, and what each role may do with it.
//!
//! The table ([`Operation`]) is all there is: a handler learns who calls only by naming its operation (see
//! [`Caller::authorize`](crate::auth::Caller::authorize)), and the tests call every route of the table with every role.

use axum::http::Method;
use clap::ValueEnum;
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

/// Who may read the log: the verifier key, checkpoints and tiles of hashes, which say nothing of what is recorded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum LogAccess {
    /// Everybody.
    Public,
    /// Whoever has a token.
    Private,
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
    /// Get the receipt of a job.
    ReadReceipt,
    /// Get the receipt of any entry.
    ReadEntryReceipt,
    /// Read the bytes of an entry that the tree hashes.
    ReadLeaf,
    /// Prove whether a customer is in a job.
    ProveCustomer,
    /// Prove that an entry is in the ledger, by hashes alone.
    ProveInclusion,
    /// Prove that the ledger has only grown, by hashes alone.
    ProveConsistency,
    /// Read the ledger entry by entry.
    ListEntries,
    /// Read the ledger as entry bundles.
    ReadEntryBundle,
    /// Record many jobs that the caller runs.
    SubmitBulk,
    /// List a customer's jobs.
    ReadCustomerJobs,
    /// Compare the customers of two jobs.
    DiffJobs,
    /// Get a list of jobs whole, as CSV.
    ExportCsv,
    /// Get a list of jobs whole, as NDJSON.
    ExportNdjson,
}

use Scope::{All, Nothing, Own};

impl Operation {
    /// Every operation.
    pub const ALL: [Self; 20] = [
        Self::SubmitJob,
        Self::ListJobs,
        Self::ReadJob,
        Self::ReadCustomers,
        Self::ReadHistory,
        Self::ReportStatus,
        Self::ProxyFetch,
        Self::ReadReceipt,
        Self::ReadEntryReceipt,
        Self::ReadLeaf,
        Self::ProveCustomer,
        Self::ProveInclusion,
        Self::ProveConsistency,
        Self::ListEntries,
        Self::ReadEntryBundle,
        Self::SubmitBulk,
        Self::ReadCustomerJobs,
        Self::DiffJobs,
        Self::ExportCsv,
        Self::ExportNdjson,
    ];

    /// The table; the last columns are operator, auditor, admin.
    fn row(self) -> (Method, &'static str, [Scope; 3]) {
        match self {
            Self::SubmitJob => (Method::POST, "/v1/jobs", [Own, Nothing, All]),
            Self::ListJobs => (Method::GET, "/v1/jobs", [Own, All, All]),
            Self::ReadJob => (Method::GET, "/v1/jobs/{job_id}", [Own, All, All]),
            Self::ReadCustomers => (Method::GET, "/v1/jobs/{job_id}/customers", [Own, All, All]),
            Self::ReadHistory => (Method::GET, "/v1/jobs/{job_id}/history", [Own, All, All]),
            Self::ReportStatus => (Method::POST, "/v1/jobs/{job_id}/status", [Own, Nothing, All]),
            Self::ProxyFetch => (Method::POST, "/proxy_fetch", [Own, Nothing, All]),
            Self::ReadReceipt => (Method::GET, "/v1/jobs/{job_id}/receipt", [Own, All, All]),
            Self::ReadEntryReceipt => (Method::GET, "/v1/entries/{index}/receipt", [Own, All, All]),
            Self::ReadLeaf => (Method::GET, "/v1/entries/{index}/leaf", [Own, All, All]),
            Self::ProveCustomer => {
                (Method::GET, "/v1/jobs/{job_id}/customers/{cid}/proof", [Own, All, All])
            }
            Self::ProveInclusion => (Method::GET, "/v1/proof/inclusion", [All, All, All]),
            Self::ProveConsistency => (Method::GET, "/v1/proof/consistency", [All, All, All]),
            Self::ListEntries => (Method::GET, "/v1/entries", [Nothing, All, All]),
            Self::ReadEntryBundle => {
                (Method::GET, "/log/tile/entries/{*path}", [Nothing, All, All])
            }
            Self::SubmitBulk => (Method::POST, "/v1/jobs/bulk", [Own, Nothing, All]),
            Self::ReadCustomerJobs => (Method::GET, "/v1/customers/{cid}/jobs", [Own, All, All]),
            Self::DiffJobs => (Method::GET, "/v1/jobs/{job_id}/diff/{other_id}", [Own, All, All]),
            Self::ExportCsv => (Method::GET, "/v1/export.csv", [Own, All, All]),
            Self::ExportNdjson => (Method::GET, "/v1/export.ndjson", [Own, All, All]),
        }
    }

    /// The method by which it is asked for.
    #[must_use]
    pub fn method(self) -> Method {
        self.row().0
    }

    /// The path by which it is asked for, `{job_id}` and `{other_id}` standing for jobs, `{index}` for an entry, `{cid}` for a customer
    /// and `{*path}` for the path of a tile.
    #[must_use]
    pub fn path(self) -> &'static str {
        self.row().1
    }

    /// On whose jobs `role` may do it.
    #[must_use]
    pub fn scope(self, role: Role) -> Scope {
        let [operator, auditor, admin] = self.row().2;
        match role {
            Role::Operator => operator,
            Role::Auditor => auditor,
            Role::Admin => admin,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_auditor_changes_nothing_and_an_admin_may_do_everything() {
        for operation in Operation::ALL {
            let changes = operation.method() != Method::GET;
            assert_eq!(operation.scope(Role::Auditor) == Scope::Nothing, changes, "{operation:?}");
            assert_eq!(operation.scope(Role::Admin), Scope::All);
        }
    }

    #[test]
    fn an_operator_sees_the_own_jobs_alone() {
        for operation in Operation::ALL {
            let expected = match operation {
                // Hashes, from which nothing about a job can be learnt.
                Operation::ProveInclusion | Operation::ProveConsistency => Scope::All,
                // Entries of everybody's jobs side by side.
                Operation::ListEntries | Operation::ReadEntryBundle => Scope::Nothing,
                _ => Scope::Own,
            };
            assert_eq!(operation.scope(Role::Operator), expected, "{operation:?}");
        }
    }
}
