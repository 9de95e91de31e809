//! The HTTP API, as a client sees it: the types of its answers, and requests for them.
//!
//! ```text
//! client       asks a server: one request, its answer or why there is none
//! answers      the answers: a page of jobs, a history, customers, counts
//! entry        an entry of the ledger in an answer
//! unreachable  why no answer came, and what to do
//! ```
//!
//! A job and its details are serialized from [`jobs_core::Job`] and [`jobs_core::JobDetail`], so
//! those types read them, too.

mod answers;
mod client;
mod entry;
mod unreachable;

pub(crate) use answers::{Customers, EntryPage, History, JobPage, StatsAnswer};
pub(crate) use client::{Remote, read};
pub(crate) use entry::{
    Entry, JobCreatedEntry, JobImportedEntry, NoteAddedEntry, Position, StatusChangedEntry,
};
