//! The numbers that stand for statuses, causes, sources, kinds and indexes in SQL. They are part of
//! the file format.

use jobs_core::{Cause, Error, Index, Result, Source, Status};

use crate::error::corrupt;

/// `entry.kind`.
pub(crate) mod kind {
    pub(crate) const JOB_CREATED: i64 = 1;
    pub(crate) const JOB_IMPORTED: i64 = 2;
    pub(crate) const STATUS_CHANGED: i64 = 3;
    pub(crate) const NOTE_ADDED: i64 = 4;
}

pub(crate) fn status_to_sql(status: Status) -> i64 {
    match status {
        Status::InProgress => 0,
        Status::Success => 1,
        Status::Failed => 2,
        Status::Unconfirmed => 3,
    }
}

pub(crate) fn status_from_sql(code: i64) -> Result<Status> {
    Status::ALL
        .into_iter()
        .find(|status| status_to_sql(*status) == code)
        .ok_or_else(|| Error::Corrupt(format!("{code} is not a status")))
}

pub(crate) fn cause_to_sql(cause: Cause) -> i64 {
    match cause {
        Cause::Answered => 1,
        Cause::UnreadableAnswer => 2,
        Cause::InconclusiveAnswer => 3,
        Cause::TimedOut => 4,
        Cause::ConnectionLost => 5,
        Cause::NeverSent => 6,
        Cause::Withheld => 7,
        Cause::Interrupted => 8,
        Cause::Reported => 9,
        Cause::Imported => 10,
    }
}

pub(crate) fn cause_from_sql(code: i64) -> Result<Cause> {
    Cause::ALL
        .into_iter()
        .find(|cause| cause_to_sql(*cause) == code)
        .ok_or_else(|| Error::Corrupt(format!("{code} is not a cause")))
}

pub(crate) fn source_to_sql(source: Source) -> i64 {
    match source {
        Source::Gateway => 1,
        Source::Api => 2,
        Source::Import => 3,
        Source::Embedded => 4,
    }
}

pub(crate) fn source_from_sql(code: i64) -> Result<Source> {
    Source::ALL
        .into_iter()
        .find(|source| source_to_sql(*source) == code)
        .ok_or_else(|| Error::Corrupt(format!("{code} is not a source")))
}

/// An index as SQL's integer.
pub(crate) fn to_sql(index: Index) -> Result<i64> {
    i64::try_from(index).map_err(|_| Error::invalid("index", "must be below 2^63"))
}

/// An index from SQL's integer.
pub(crate) fn from_sql(index: i64) -> Result<Index> {
    Index::try_from(index).map_err(|_| corrupt(format!("{index} is not an index")))
}
