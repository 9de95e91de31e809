//! What is found by a key: jobs by their IDs, entries by request keys, terms by their texts.

use std::ops::RangeInclusive;

use jobs_core::{Index, JobId, RequestKey, Result};
use rusqlite::{CachedStatement, Connection, OptionalExtension};
use uuid::Uuid;

use crate::error::{Context, corrupt};
use crate::format::codes::from_sql;
use crate::format::term_kind::TermKind;

/// The length of an ID as text.
pub(crate) const ID_LENGTH: usize = uuid::fmt::Hyphenated::LENGTH;

/// An ID as text, as it is stored and looked up.
pub(crate) fn id_text(text: &mut [u8; ID_LENGTH], job_id: JobId) -> &str {
    job_id.as_uuid().hyphenated().encode_lower(text)
}

/// The index of the entry that created the job.
pub(crate) fn first_of(sql: &Connection, job_id: JobId) -> Result<Option<i64>> {
    // The index alone would answer; the row that it leads to must be the job's.
    let select = "SELECT i.job, e.job_id IS ?2
                    FROM job_by_id AS i LEFT JOIN entry AS e ON e.idx = i.job WHERE i.job_id = ?1";
    let mut statement = sql.prepare_cached(select).doing("looking up a job")?;
    let mut text = [0; ID_LENGTH];
    let key = (id_text(&mut text, job_id), job_id.as_uuid().as_bytes());
    let found = statement.query_row(key, |row| row.try_into()).optional();
    let Some((row, is_it)) = found.doing("looking up a job")? else { return Ok(None) };
    led_to(row, is_it, "job_id").map(Some)
}

/// The jobs whose IDs lie in `range`, with the IDs; `None` if there are more than `most`. That each
/// leads to its job is for [`check_id`].
pub(crate) fn ids_within(
    sql: &Connection,
    range: RangeInclusive<Uuid>,
    most: usize,
) -> Result<Option<Vec<(i64, JobId)>>> {
    const DOING: &str = "looking up jobs";
    let select = "SELECT job, job_id FROM job_by_id WHERE job_id BETWEEN ?1 AND ?2";
    let mut statement = sql.prepare_cached(select).doing(DOING)?;
    let (first, last) = range.into_inner();
    let mut texts = [[0; ID_LENGTH]; 2];
    let [first_text, last_text] = &mut texts;
    let first = first.hyphenated().encode_lower(first_text);
    let last = last.hyphenated().encode_lower(last_text);
    let mut rows = statement.query((&*first, &*last)).doing(DOING)?;
    let mut found = Vec::new();
    while let Some(row) = rows.next().doing(DOING)? {
        if found.len() == most {
            return Ok(None);
        }
        let id = row.get_ref(1).doing(DOING)?.as_str().ok().and_then(|text| text.parse().ok());
        let id = id.ok_or_else(|| corrupt("table job_by_id: holds what is no ID"))?;
        found.push((row.get(0).doing(DOING)?, id));
    }
    Ok(Some(found))
}

/// Checks that the entry `first`, to which an ID leads, created the job of that ID.
pub(crate) fn check_id(sql: &Connection, first: i64, job_id: JobId) -> Result<()> {
    let select = "SELECT job_id IS ?2 FROM entry WHERE idx = ?1";
    let mut statement = sql.prepare_cached(select).doing("looking up a job")?;
    let key = (first, job_id.as_uuid().as_bytes());
    let is_it = statement.query_row(key, |row| row.get(0)).optional().doing("looking up a job")?;
    led_to(first, is_it.unwrap_or(false), "job_id").map(drop)
}

/// The row that an index leads to, if its `column` has what was looked for.
pub(crate) fn led_to(row: i64, is_it: bool, column: &str) -> Result<i64> {
    if is_it {
        return Ok(row);
    }
    Err(corrupt(format!("the index by {column} leads to row {row}, which has another {column}")))
}

/// The index of the entry that bears the key.
pub(crate) fn request(sql: &Connection, key: RequestKey) -> Result<Option<Index>> {
    const DOING: &str = "looking up a request";
    let select = "SELECT i.idx, e.request_key IS ?1
                    FROM entry AS i LEFT JOIN entry AS e ON e.idx = i.idx WHERE i.request_key = ?1";
    let mut statement = sql.prepare_cached(select).doing(DOING)?;
    let found = statement.query_row([key_bytes(&key)], |row| row.try_into()).optional();
    let Some((row, is_it)) = found.doing(DOING)? else { return Ok(None) };
    from_sql(led_to(row, is_it, "request_key")?).map(Some)
}

pub(crate) fn key_bytes(key: &RequestKey) -> &[u8; 32] {
    key.as_hash().as_bytes()
}

pub(crate) const FIND_TERM: &str = "SELECT i.id, t.kind IS ?1 AND t.value IS ?2
    FROM term AS i LEFT JOIN term AS t ON t.id = i.id WHERE i.kind = ?1 AND i.value = ?2";

/// The number of `value`, if it is recorded, without a cache.
pub(crate) fn find_term(sql: &Connection, kind: TermKind, value: &str) -> Result<Option<i64>> {
    find_term_by(&mut sql.prepare_cached(FIND_TERM).doing("looking up a text")?, kind, value)
}

pub(crate) fn find_term_by(
    statement: &mut CachedStatement<'_>,
    kind: TermKind,
    value: &str,
) -> Result<Option<i64>> {
    let found = statement.query_row((kind.code(), value), |row| row.try_into()).optional();
    let Some((row, is_it)) = found.doing("looking up a text")? else { return Ok(None) };
    led_to(row, is_it, "value").map(Some)
}
