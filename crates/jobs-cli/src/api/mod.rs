//! The HTTP API, as a client sees it: the types of its answers, and how a server is asked for them.
//!
//! ```text
//! client       asks a server: one request, its answer or why there is none
//! answers      what it answers: a page of jobs, a history, customers
//! entry        an entry of the ledger, as it is answered
//! unreachable  why no answer came, in words that help
//! ```
//!
//! A job, its details and the statistics are answered as [`jobs_core::Job`],
//! [`jobs_core::JobDetail`] and [`jobs_core::Stats`] are serialized, so those types read them, too.

mod answers;
mod client;
mod entry;
mod unreachable;

pub(crate) use answers::{Customers, EntryPage, History, JobPage};
pub(crate) use client::{Remote, read};
pub(crate) use entry::{Entry, JobCreatedEntry, JobImportedEntry, Position, StatusChangedEntry};
