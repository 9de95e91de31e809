//! The settings that name one of a few ways.

use clap::ValueEnum;

/// Which store keeps the ledger.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum StoreKind {
    /// A SQLite file in the data directory.
    Sqlite,
    /// Only memory.
    Memory,
}

/// What to do with an action that has no code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum UnknownActionsKind {
    /// Record and send it.
    Record,
    /// Refuse it.
    Refuse,
}

/// What to do with a job that an admin submits for somebody who is not a user of this server.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum UnknownUsersKind {
    /// Refuse it: an unknown name is a mistake, or hides who did something.
    Refuse,
    /// Record it: the users are listed elsewhere, for example with the issuer of JWTs.
    Record,
}

/// What to do with a Set Action that repeats what was asked for moments ago.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum OnOverlapKind {
    /// Send it, and name the other jobs in the answer.
    Warn,
    /// Do not send it: the job fails, and names the others.
    Refuse,
    /// Send it, without looking for other jobs.
    Allow,
}
