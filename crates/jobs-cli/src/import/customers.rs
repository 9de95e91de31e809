//! The old `job_customers`: the customers of a job, and rows that belong to no job.

use jobs_core::{Cid, CustomerSet};
use rusqlite::CachedStatement;

use super::cell::Cell;
use super::old::OldJobs;
use super::report::{Listed, OrphanCustomers};
use crate::CliError;

/// The customers of the job whose ID is spelt `job_id`. The inner error says why they cannot be taken.
pub(super) fn of_job(
    old: &OldJobs,
    job_id: &Cell,
) -> Result<Result<CustomerSet, String>, CliError> {
    if job_id.is_null() {
        return Ok(CustomerSet::new([]).map_err(|error| error.to_string()));
    }
    let sql = "SELECT cid FROM main.job_customers WHERE job_id = ?1";
    let statement = old.sql().prepare_cached(sql).map_err(|error| old.failed(error))?;
    read(statement, job_id).map_err(|error| old.failed(error))
}

fn read(
    mut statement: CachedStatement<'_>,
    job_id: &Cell,
) -> rusqlite::Result<Result<CustomerSet, String>> {
    let mut rows = statement.query([job_id])?;
    let mut cids = Vec::new();
    while let Some(row) = rows.next()? {
        let cell = Cell::from(row.get_ref(0)?);
        let cid = cell
            .required_text()
            .map_err(|reason| format!("cids: {reason}"))
            .and_then(|text| Cid::new(text.as_ref()).map_err(|error| error.to_string()));
        match cid {
            Ok(cid) => cids.push(cid),
            Err(reason) => return Ok(Err(format!("{reason} ({})", cell.shown()))),
        }
    }
    Ok(CustomerSet::new(cids).map_err(|error| error.to_string()))
}

/// Rows whose job does not exist.
pub(super) fn orphans(old: &OldJobs) -> Result<OrphanCustomers, CliError> {
    const SQL: &str = "SELECT c.job_id, count(*) FROM main.job_customers c
                       WHERE NOT EXISTS (SELECT 1 FROM main.jobs j WHERE j.job_id = c.job_id)
                       GROUP BY c.job_id ORDER BY c.job_id";
    let read = || -> rusqlite::Result<OrphanCustomers> {
        let mut statement = old.sql().prepare(SQL)?;
        let mut rows = statement.query([])?;
        let mut orphans = OrphanCustomers { rows: 0, jobs: Listed::default() };
        while let Some(row) = rows.next()? {
            let count: i64 = row.get(1)?;
            orphans.rows += count.unsigned_abs();
            orphans.jobs.push(Cell::from(row.get_ref(0)?).shown());
        }
        Ok(orphans)
    };
    read().map_err(|error| old.failed(error))
}
