//! Who may do what: every operation, its route, and what each role may do with it.
//!
//! The table ([`Operation`]) is all there is: the router takes its paths from it, a handler learns who calls only by naming
//! its operation (see [`Caller::authorize`](crate::auth::Caller::authorize)), docs/http-api.md shows it, and the tests call
//! every route of it with every role, signed in by every means and not at all.

use axum::http::Method;
use clap::ValueEnum;
use jobs_auth::Role;

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
    /// Whoever is signed in.
    Private,
}

/// Something that can be asked for.
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
    /// Send a job's Set Action again.
    RetryJob,
    /// Call an upstream.
    ProxyFetch,
    /// Read how many jobs there are.
    ReadStats,
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
    /// Follow the ledger entry by entry, as it grows.
    FollowEntries,
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
    /// Record a job that the caller runs, as the old dashboard had it.
    CreateOldJob,
    /// List the caller's own jobs, as the old dashboard had them.
    ListOwnJobs,
    /// List a job's customers, as the old dashboard had them.
    ReadOldCustomers,
    /// Read the old dashboard's audit log.
    ReadAuditTrail,
    /// Read of it what concerns a customer.
    ReadCustomerAudit,
    /// Read of it what a user did.
    ReadUserAudit,
    /// Count what is in it.
    ReadAuditStats,
    /// Get the key that checks checkpoints.
    ReadLogKey,
    /// Get the newest checkpoint.
    ReadCheckpoint,
    /// Read hashes of the tree.
    ReadTile,
    /// See the first page.
    SeeHome,
    /// Ask who one is.
    ReadUserInfo,
    /// Ask whether one is an admin.
    ReadUserRole,
    /// End a session.
    Logout,
    /// End a session, by a form.
    LogoutByForm,
    /// Begin a session.
    Login,
    /// See the form that begins a session.
    SeeLoginForm,
    /// Begin a session, by a form.
    LoginByForm,
    /// Read the description of the API, by program.
    ReadOpenApi,
    /// See the description of the API.
    SeeDocs,
    /// Ask whether the server is well, as the old dashboard was asked.
    Health,
    /// Ask whether the process answers.
    Live,
    /// Ask whether the ledger answers.
    Ready,
}

/// Who may do something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Access {
    /// Everybody, whether signed in or not.
    Everybody,
    /// Whoever may read the log.
    LogReaders,
    /// Whoever is signed in, as far as the role goes.
    Roles {
        /// On whose jobs an operator may do it.
        operator: Scope,
        /// On whose jobs an auditor may do it.
        auditor: Scope,
        /// On whose jobs an admin may do it.
        admin: Scope,
    },
}

use Access::{Everybody, LogReaders};
use Scope::{All, Nothing, Own};

/// The caller's own jobs for operators, everybody's for the others.
const READ: Access = Access::Roles { operator: Own, auditor: All, admin: All };
/// What an auditor may not: change something.
const CHANGE: Access = Access::Roles { operator: Own, auditor: Nothing, admin: All };
/// Entries of everybody's jobs side by side.
const READ_ALL: Access = Access::Roles { operator: Nothing, auditor: All, admin: All };
/// Hashes, from which nothing about a job can be learnt.
const READ_HASHES: Access = Access::Roles { operator: All, auditor: All, admin: All };
/// The caller, and nobody else.
const ONESELF: Access = Access::Roles { operator: Own, auditor: Own, admin: Own };

/// A row of the table: method, path, what it does, who may.
type Row = (Method, &'static str, &'static str, Access);

impl Operation {
    /// Every operation.
    pub const ALL: [Self; 46] = [
        Self::SubmitJob,
        Self::ListJobs,
        Self::ReadStats,
        Self::ReadJob,
        Self::ReadCustomers,
        Self::ReadHistory,
        Self::ReportStatus,
        Self::RetryJob,
        Self::ProxyFetch,
        Self::ReadReceipt,
        Self::ReadEntryReceipt,
        Self::ReadLeaf,
        Self::ProveCustomer,
        Self::ProveInclusion,
        Self::ProveConsistency,
        Self::ListEntries,
        Self::FollowEntries,
        Self::SubmitBulk,
        Self::ReadCustomerJobs,
        Self::DiffJobs,
        Self::ExportCsv,
        Self::ExportNdjson,
        Self::ReadEntryBundle,
        Self::ReadLogKey,
        Self::ReadCheckpoint,
        Self::ReadTile,
        Self::SeeHome,
        Self::CreateOldJob,
        Self::ListOwnJobs,
        Self::ReadOldCustomers,
        Self::ReadAuditTrail,
        Self::ReadCustomerAudit,
        Self::ReadUserAudit,
        Self::ReadAuditStats,
        Self::ReadUserInfo,
        Self::ReadUserRole,
        Self::Logout,
        Self::LogoutByForm,
        Self::Login,
        Self::SeeLoginForm,
        Self::LoginByForm,
        Self::ReadOpenApi,
        Self::SeeDocs,
        Self::Health,
        Self::Live,
        Self::Ready,
    ];

    /// The table.
    #[rustfmt::skip]
    fn row(self) -> Row {
        let (get, post) = (Method::GET, Method::POST);
        match self {
            Self::SubmitJob => (post, "/v1/jobs", "records a job that the caller runs", CHANGE),
            Self::ListJobs => (get, "/v1/jobs", "lists jobs", READ),
            Self::ReadStats => (get, "/v1/stats", "counts jobs, by status, action, user and day", READ),
            Self::ReadJob => (get, "/v1/jobs/{job_id}", "shows one, with its payload", READ),
            Self::ReadCustomers => (get, "/v1/jobs/{job_id}/customers", "lists its customers, sorted", READ),
            Self::ReadHistory => (get, "/v1/jobs/{job_id}/history", "lists its entries, oldest first", READ),
            Self::ReportStatus => (post, "/v1/jobs/{job_id}/status",
                "records how it ended, or what was found out since; not while the gateway's call is under way", CHANGE),
            Self::RetryJob => (post, "/v1/jobs/{job_id}/retry",
                "sends one of the gateway's again, for the customers for whom it failed or for all", CHANGE),
            Self::ProxyFetch => (post, "/proxy_fetch",
                "records, calls the upstream, records the outcome; the old dashboard's shapes", CHANGE),
            Self::ReadReceipt => (get, "/v1/jobs/{job_id}/receipt", "the receipt of the entry that created it", READ),
            Self::ReadEntryReceipt => (get, "/v1/entries/{index}/receipt", "the receipt of any entry", READ),
            Self::ReadLeaf => (get, "/v1/entries/{index}/leaf", "the bytes that the entry's receipt proves", READ),
            Self::ProveCustomer => (get, "/v1/jobs/{job_id}/customers/{cid}/proof",
                "proves that a customer is in the job, or is not", READ),
            Self::ProveInclusion => (get, "/v1/proof/inclusion",
                "proves by hashes alone that an entry is in the ledger", READ_HASHES),
            Self::ProveConsistency => (get, "/v1/proof/consistency",
                "proves by hashes alone that the ledger has only grown", READ_HASHES),
            Self::ListEntries => (get, "/v1/entries", "lists all entries with all that is in them, by index", READ_ALL),
            Self::FollowEntries => (get, "/v1/stream", "follows the entries while they are recorded", READ),
            Self::ReadEntryBundle => (get, "/log/tile/entries/{*path}", "the leaves of the log, 256 at a time", READ_ALL),
            Self::ReadLogKey => (get, "/log/key", "the key that checks checkpoints", LogReaders),
            Self::ReadCheckpoint => (get, "/log/checkpoint", "the newest checkpoint", LogReaders),
            Self::ReadTile => (get, "/log/tile/{*path}", "hashes of the tree", LogReaders),
            Self::SeeHome => (get, "/", "a page that says who is signed in", ONESELF),
            Self::CreateOldJob => (post, "/api/jobs/create", "the old dashboard's: records a job that the caller runs", CHANGE),
            Self::ListOwnJobs => (get, "/api/jobs/mine", "the old dashboard's: lists the caller's newest jobs", ONESELF),
            Self::ReadOldCustomers => (get, "/api/jobs/{job_id}/customers", "the old dashboard's: lists a job's customers", READ),
            Self::ReadAuditTrail => (get, "/api/audit/trail", "the old dashboard's: the newest jobs as an audit log", READ),
            Self::ReadCustomerAudit => (get, "/api/audit/customer/{cid}", "the same, of one customer", READ),
            Self::ReadUserAudit => (get, "/api/audit/user/{user_id}", "the same, of one user", READ),
            Self::ReadAuditStats => (get, "/api/audit/stats", "the old dashboard's: counts what is in that log", READ),
            Self::ReadUserInfo => (get, "/api/user/info", "who is signed in, and how", ONESELF),
            Self::ReadUserRole => (get, "/api/user/role", "whether that is an admin", ONESELF),
            Self::Logout => (post, "/api/logout", "ends the session", ONESELF),
            Self::LogoutByForm => (post, "/logout", "ends the session, by a form", ONESELF),
            Self::Login => (post, "/api/login", "begins a session", Everybody),
            Self::SeeLoginForm => (get, "/login", "a page with a form that begins a session", Everybody),
            Self::LoginByForm => (post, "/login", "begins a session, by the form", Everybody),
            Self::ReadOpenApi => (get, "/openapi.json", "describes this API to programs, by OpenAPI", Everybody),
            Self::SeeDocs => (get, "/docs", "a page that describes this API", Everybody),
            Self::Health => (get, "/health", "the old dashboard's answer that it is well", Everybody),
            Self::Live => (get, "/livez", "whether the process answers", Everybody),
            Self::Ready => (get, "/readyz", "whether an append would be taken and a read answered", Everybody),
            Self::SubmitBulk => (post, "/v1/jobs/bulk", "records many, a line each", CHANGE),
            Self::ReadCustomerJobs => (get, "/v1/customers/{cid}/jobs",
                "lists a customer's jobs, with the customer's own outcomes", READ),
            Self::DiffJobs => (get, "/v1/jobs/{job_id}/diff/{other_id}", "compares the customers of two", READ),
            Self::ExportCsv => (get, "/v1/export.csv", "the list, whole, for a spreadsheet", READ),
            Self::ExportNdjson => (get, "/v1/export.ndjson", "the list, whole, a job a line", READ),
        }
    }

    /// The method by which it is asked for.
    #[must_use]
    pub fn method(self) -> Method {
        self.row().0
    }

    /// The path by which it is asked for, `{job_id}` and `{other_id}` standing for jobs, `{index}` for an entry, `{cid}` for a customer,
    /// `{user_id}` for a user and `{*path}` for the path of a tile.
    #[must_use]
    pub fn path(self) -> &'static str {
        self.row().1
    }

    /// What it does, in a few words.
    #[must_use]
    pub fn does(self) -> &'static str {
        self.row().2
    }

    /// The one that a request by `method` asks for, which leads to `path` of the table.
    #[must_use]
    pub fn of(method: &Method, path: &str) -> Option<Self> {
        let method = if method == Method::HEAD { &Method::GET } else { method };
        Self::ALL.into_iter().find(|it| it.path() == path && it.method() == *method)
    }

    /// Whether it reads the ledger and answers at once, for which whoever asks has to wait for a turn. Not: what tells how the
    /// server is, which must be told whatever else is read; and what reads a page at a time while it answers.
    #[must_use]
    pub fn reads_in_turn(self) -> bool {
        let reads = self.method() == Method::GET && !matches!(self.access(), Everybody | ONESELF);
        let at_its_own_pace = [
            Self::FollowEntries,
            Self::ExportCsv,
            Self::ExportNdjson,
            Self::ReadLogKey,
            Self::ReadCheckpoint,
        ];
        (reads && !at_its_own_pace.contains(&self)) || self == Self::ListOwnJobs
    }

    /// Whether it is the old dashboard's, in whose words problems are told.
    #[must_use]
    pub fn is_old(self) -> bool {
        self.path().starts_with("/api/")
    }

    /// Who may do it.
    #[must_use]
    pub fn access(self) -> Access {
        self.row().3
    }

    /// On whose jobs `role` may do it.
    #[must_use]
    pub fn scope(self, role: Role) -> Scope {
        match (self.access(), role) {
            (Everybody | LogReaders, _) => All,
            (Access::Roles { operator, .. }, Role::Operator) => operator,
            (Access::Roles { auditor, .. }, Role::Auditor) => auditor,
            (Access::Roles { admin, .. }, Role::Admin) => admin,
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn every_operation_is_in_the_list_once() {
        let mut rows = 0;
        for method in ["get", "post"] {
            rows += include_str!("access.rs").matches(&format!("=> ({method}, \"/")).count();
        }
        assert_eq!(rows, Operation::ALL.len(), "the compiler wants a row for each");
        let distinct: HashSet<_> = Operation::ALL.into_iter().collect();
        assert_eq!(distinct.len(), rows);
        let routes: HashSet<_> = Operation::ALL.map(|it| (it.method(), it.path())).into();
        assert_eq!(routes.len(), rows);
    }

    #[test]
    fn an_auditor_changes_nothing_and_an_admin_may_do_everything() {
        for operation in Operation::ALL {
            let changes = operation.method() != Method::GET && operation.access() != ONESELF;
            if operation.access() != Everybody {
                let scope = operation.scope(Role::Auditor);
                assert_eq!(scope == Nothing, changes, "{operation:?}");
            }
            assert_ne!(operation.scope(Role::Admin), Nothing, "{operation:?}");
        }
    }

    /// A new route reads in turn, unless it is named here.
    #[test]
    fn what_reads_waits_for_its_turn() {
        let gets = Operation::ALL.into_iter().filter(|it| it.method() == Method::GET);
        let (in_turn, others): (Vec<_>, Vec<_>) = gets.partition(|it| it.reads_in_turn());
        assert_eq!(
            others,
            [
                Operation::FollowEntries,
                Operation::ExportCsv,
                Operation::ExportNdjson,
                Operation::ReadLogKey,
                Operation::ReadCheckpoint,
                Operation::SeeHome,
                Operation::ReadUserInfo,
                Operation::ReadUserRole,
                Operation::SeeLoginForm,
                Operation::ReadOpenApi,
                Operation::SeeDocs,
                Operation::Health,
                Operation::Live,
                Operation::Ready,
            ]
        );
        for operation in in_turn {
            assert_eq!(Operation::of(&Method::HEAD, operation.path()), Some(operation));
        }
    }

    #[test]
    fn an_operator_sees_the_own_jobs_alone() {
        let everybodys = [READ_HASHES, Everybody, LogReaders];
        for operation in Operation::ALL {
            let scope = operation.scope(Role::Operator);
            assert_eq!(scope == All, everybodys.contains(&operation.access()), "{operation:?}");
        }
    }
}
