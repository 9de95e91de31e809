//! The customers of a job.

use jobs_core::{Cid, Result};
use rusqlite::Connection;

use crate::error::{Context, corrupt, in_entry};
use crate::format::codes::from_sql;
use crate::format::term_array::{customers_of, terms_in};
use crate::reading::texts::Texts;

/// The customers of the job created at index `first`: at most `limit` of those after `after`.
pub(crate) fn customers(
    sql: &Connection,
    first: i64,
    after: Option<&Cid>,
    limit: usize,
) -> Result<Vec<Cid>> {
    let terms = with_customers(sql, first, |json| terms_in(json).collect::<Result<Vec<_>>>())?;
    let page = || -> Result<Vec<Cid>> {
        let mut texts = Texts::of(sql, 1)?;
        let start = after.map_or(Ok(0), |after| texts.past(&terms, after))?;
        terms[start..].iter().take(limit).map(|term| texts.customer(*term)).collect()
    };
    page().map_err(in_entry(from_sql(first)?))
}

/// Hands the column `customers` of entry `first` to `read`, as it stands in the row.
pub(crate) fn with_customers<T>(
    sql: &Connection,
    first: i64,
    read: impl FnOnce(&str) -> Result<T>,
) -> Result<T> {
    const DOING: &str = "reading a job's customers";
    let select = "SELECT customers FROM entry WHERE idx = ?1";
    let mut statement = sql.prepare_cached(select).doing(DOING)?;
    let mut rows = statement.query([first]).doing(DOING)?;
    let row = rows.next().doing(DOING)?;
    let row = row.ok_or_else(|| corrupt(format!("entry {first} is missing")))?;
    customers_of(row.get_ref(0)).and_then(read).map_err(in_entry(from_sql(first)?))
}
