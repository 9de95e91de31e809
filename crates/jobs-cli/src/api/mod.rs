//! The HTTP API, as a client sees it: the types of its answers, and how a server is asked for them.
//!
//! ```text
//! client       asks a server: one request, its answer or why there is none
//! answers      what it answers: a page of jobs, a history, customers, counts
//! entry        an entry of the ledger, as it is answered
//! unreachable  why no answer came, in words that help
//! ```
//!
//! A job and its details are answered as [`jobs_core::Job`] and [`jobs_core::JobDetail`] are
//! serialized, so those types read them, too.

mod answers;
mod client;
mod entry;
mod unreachable;

pub(crate) use answers::{Customers, EntryPage, History, JobPage, StatsAnswer};
pub(crate) use client::{Remote, read};
pub(crate) use entry::{Entry, JobCreatedEntry, JobImportedEntry, Position, StatusChangedEntry};
