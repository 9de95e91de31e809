//! Typed values from the cells of a row; a value that its type refuses is damage.

use jobs_core::merkle::Hash;
use jobs_core::{
    ErrorMessage, HttpStatus, Index, JobId, RequestKey, ResponseSummary, Result, Source, Status,
    StatusDetails, Timestamp,
};
use rusqlite::types::FromSql;
use uuid::Uuid;

use crate::error::corrupt;
use crate::format::codes::{cause_from_sql, from_sql, source_from_sql, status_from_sql};
use crate::reading::cells::{Cells, Column};

/// Reads a column whose type may refuse the value.
pub(crate) fn optional<S: FromSql, T>(
    row: Cells<'_>,
    column: Column,
    new: impl FnOnce(S) -> Result<T>,
) -> Result<Option<T>> {
    let value: Option<S> = row.get(column)?;
    value
        .map(new)
        .transpose()
        .map_err(|error| corrupt(format!("column {}: {error}", column.name())))
}

pub(crate) fn required<S: FromSql, T>(
    row: Cells<'_>,
    column: Column,
    new: impl FnOnce(S) -> Result<T>,
) -> Result<T> {
    let value = optional(row, column, new)?;
    value.ok_or_else(|| corrupt(format!("column {}: is missing", column.name())))
}

pub(crate) fn text<T>(
    row: Cells<'_>,
    column: Column,
    new: impl FnOnce(Box<str>) -> Result<T>,
) -> Result<T> {
    required(row, column, new)
}

pub(crate) fn optional_text<T>(
    row: Cells<'_>,
    column: Column,
    new: impl FnOnce(Box<str>) -> Result<T>,
) -> Result<Option<T>> {
    optional(row, column, new)
}

pub(crate) fn status(row: Cells<'_>) -> Result<Status> {
    required(row, Column::Status, status_from_sql)
}

pub(crate) fn source(row: Cells<'_>) -> Result<Source> {
    required(row, Column::Source, source_from_sql)
}

pub(crate) fn optional_http_status(row: Cells<'_>) -> Result<Option<HttpStatus>> {
    optional(row, Column::HttpStatus, HttpStatus::new)
}

pub(crate) fn optional_time(row: Cells<'_>, column: Column) -> Result<Option<Timestamp>> {
    optional(row, column, |micros| Timestamp::from_micros(column.name(), micros))
}

pub(crate) fn time(row: Cells<'_>, column: Column) -> Result<Timestamp> {
    required(row, column, |micros| Timestamp::from_micros(column.name(), micros))
}

pub(crate) fn optional_job_id(row: Cells<'_>, column: Column) -> Result<Option<JobId>> {
    optional(row, column, |bytes| JobId::from_uuid(Uuid::from_bytes(bytes)))
}

pub(crate) fn job_id(row: Cells<'_>, column: Column) -> Result<JobId> {
    required(row, column, |bytes| JobId::from_uuid(Uuid::from_bytes(bytes)))
}

pub(crate) fn request_key(row: Cells<'_>) -> Result<Option<RequestKey>> {
    optional(row, Column::RequestKey, |bytes| Ok(RequestKey::from_hash(Hash::from_bytes(bytes))))
}

pub(crate) fn optional_index(row: Cells<'_>, column: Column) -> Result<Option<Index>> {
    optional(row, column, from_sql)
}

pub(crate) fn index(row: Cells<'_>, column: Column) -> Result<Index> {
    required(row, column, from_sql)
}

pub(crate) fn count(row: Cells<'_>, column: Column) -> Result<usize> {
    required(row, column, |number: i64| usize::try_from(number).map_err(|_| corrupt("is negative")))
}

pub(crate) fn details(row: Cells<'_>) -> Result<StatusDetails> {
    Ok(StatusDetails {
        status: status(row)?,
        cause: required(row, Column::Cause, cause_from_sql)?,
        http_status: optional_http_status(row)?,
        error_message: optional_text(row, Column::ErrorMessage, ErrorMessage::new)?,
        response_summary: optional_text(row, Column::ResponseSummary, ResponseSummary::new)?,
    })
}
