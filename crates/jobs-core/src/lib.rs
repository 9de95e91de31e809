#![doc = include_str!("../README.md")]

mod any_of;
pub mod backend;
mod cause;
mod changes;
mod customers;
mod day;
mod draft;
mod entry;
mod error;
mod error_chain;
pub mod escape;
mod job;
mod job_id_prefix;
pub mod leaf;
pub mod log;
mod memory;
pub mod merkle;
mod named;
#[cfg(feature = "openapi")]
pub mod openapi;
mod outcomes;
mod outline;
mod plural;
mod query;
mod request_key;
mod scalar;
mod settings;
mod stats;
mod status;
mod store;
mod text;

pub use any_of::AnyOf;
pub use cause::Cause;
pub use changes::StatusChanges;
pub use customers::CustomerSet;
pub use day::Day;
pub use draft::{
    Draft, ImportedJob, JobFacts, NewJob, NewNote, Source, StatusChange, StatusDetails,
};
pub use entry::Entry;
pub use error::{Error, ProofError, Result};
pub use error_chain::{error_chain, error_line};
pub use job::{Job, JobDetail, JobNote};
pub use job_id_prefix::JobIdPrefix;
pub use memory::MemoryStore;
pub use outcomes::{CustomerOutcome, Outcome, OutcomeCounts, Outcomes};
pub use outline::{EntryOutline, JobOutline};
pub use plural::plural;
pub use query::{CustomerQuery, JobFilter, JobPage, JobQuery, Order, PageLimit};
pub use request_key::RequestKey;
pub use scalar::{ActionCode, HttpStatus, INTEGER_MAX, Index, JobId, Timestamp};
pub use settings::{check_variables, may_hold_password};
pub use stats::{Breakdown, Count, Counts, Stats, StatsQuery};
pub use status::Status;
pub use store::{Appended, DelegatingStore, Head, JobStore, JobStoreExt};
pub use text::{
    ActionName, BatchId, Cid, ClusterUrl, ErrorMessage, NoteText, Original, OutcomeMessage,
    RequestPayload, ResponseSummary, UserId, without_unseen,
};
