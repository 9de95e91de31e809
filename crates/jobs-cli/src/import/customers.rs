//! The old `job_customers`: the customers of a job, and rows that belong to no job.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use jobs_core::{Cid, CustomerSet, without_unseen};
use rusqlite::{CachedStatement, Params};

use super::cell::Cell;
use super::ids;
use super::items::{Listed, OrphanCustomers};
use super::old::OldJobs;
use super::table::OldTable;
use crate::CliError;

/// The customers of a job.
#[derive(Debug, Clone)]
pub(super) struct RowCustomers {
    pub(super) set: CustomerSet,
    /// Those that were spelt differently, and how.
    pub(super) respelt: BTreeMap<Cid, BTreeSet<String>>,
    /// Those that had several spellings.
    pub(super) merged: Vec<Cid>,
}

impl RowCustomers {
    /// Reads customers as they were spelt.
    ///
    /// # Errors
    /// Which of them cannot be recorded, and why.
    pub(super) fn of(spelt: impl IntoIterator<Item = String>) -> Result<Self, String> {
        let mut plain = Vec::new();
        let mut others = Vec::new();
        let mut respelt = BTreeMap::<Cid, BTreeSet<String>>::new();
        for text in spelt {
            let cid = Cid::new(without_unseen(&text).as_ref())
                .map_err(|error| format!("{error} ({})", Cell::Text(text.clone()).shown()))?;
            if cid.as_str() == text {
                plain.push(cid);
            } else {
                others.push(cid.clone());
                respelt.entry(cid).or_default().insert(text);
            }
        }
        let merged = merged(&plain, &respelt);
        let set =
            CustomerSet::new(plain.into_iter().chain(others)).map_err(|error| error.to_string())?;
        Ok(Self { set, respelt, merged })
    }
}

fn merged(plain: &[Cid], respelt: &BTreeMap<Cid, BTreeSet<String>>) -> Vec<Cid> {
    if respelt.is_empty() {
        return Vec::new();
    }
    let plain: HashSet<&Cid> = plain.iter().collect();
    let several = respelt.iter().filter(|(cid, raw)| raw.len() > 1 || plain.contains(cid));
    several.map(|(cid, _)| cid.clone()).collect()
}

/// The customers of the job whose ID is `job_id`, in any spelling of the ID. The inner error says
/// why they cannot be recorded.
pub(super) fn of_job(
    old: &OldJobs,
    job_id: &Cell,
) -> Result<Result<RowCustomers, String>, CliError> {
    if job_id.is_null() {
        return Ok(RowCustomers::of([]));
    }
    let read = || {
        const SQL: &str = "SELECT cid FROM main.job_customers c WHERE id_key(c.job_id) = ?1";
        let key = ids::key(job_id);
        let repeated = ids::job_id(job_id).is_ok_and(|job_id| old.repeated().contains(&job_id));
        if !repeated {
            return read(old.sql().prepare_cached(SQL)?, [key]);
        }
        // Several rows have this ID, each in another spelling: customers with the spelling of a row
        // belong only to that row.
        let OldTable { from, number, .. } = old.jobs();
        let own = format!(
            "{SQL} AND (c.job_id IS ?2 OR NOT EXISTS (
                 SELECT 1 FROM temp.moment m JOIN {from} j ON j.{number} = m.job
                 WHERE m.id = ?1 AND j.job_id IS c.job_id))"
        );
        read(old.sql().prepare_cached(&own)?, [key, job_id.clone()])
    };
    read().map_err(|error| old.failed(error))
}

fn read(
    mut statement: CachedStatement<'_>,
    params: impl Params,
) -> rusqlite::Result<Result<RowCustomers, String>> {
    let mut rows = statement.query(params)?;
    let mut cids = Vec::new();
    while let Some(row) = rows.next()? {
        let cell = Cell::from(row.get_ref(0)?);
        match cell.required_text() {
            Ok(text) => cids.push(text.into_owned()),
            Err(reason) => return Ok(Err(format!("cids: {reason} ({})", cell.shown()))),
        }
    }
    Ok(RowCustomers::of(cids))
}

/// Rows whose job does not exist.
pub(super) fn orphans(old: &OldJobs) -> Result<OrphanCustomers, CliError> {
    const SQL: &str = "SELECT k, n FROM (SELECT id_key(job_id) AS k, count(*) AS n FROM main.job_customers GROUP BY 1)
                       WHERE NOT EXISTS (SELECT 1 FROM temp.moment m WHERE m.id = k)";
    // As it is spelt.
    const SPELT: &str = "SELECT min(job_id) FROM main.job_customers WHERE id_key(job_id) IS ?1";
    let read = || -> rusqlite::Result<OrphanCustomers> {
        let mut statement = old.sql().prepare(SQL)?;
        let mut spelt = old.sql().prepare(SPELT)?;
        let mut rows = statement.query([])?;
        let mut orphans = OrphanCustomers { rows: 0, jobs: Listed::default() };
        while let Some(row) = rows.next()? {
            let mut key: Cell = Cell::from(row.get_ref(0)?);
            let count: i64 = row.get(1)?;
            orphans.rows += count.unsigned_abs();
            if !orphans.jobs.is_full() {
                key = spelt.query_row([&key], |row| row.get_ref(0).map(Cell::from))?;
            }
            orphans.jobs.push(key.shown());
        }
        Ok(orphans)
    };
    read().map_err(|error| old.failed(error))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_a_customer_are_one_customer_and_are_kept() {
        let spelt = ["5001", "\u{feff}5001", "5002\u{a0}", "5003", "5003"];
        let customers = RowCustomers::of(spelt.map(str::to_owned)).unwrap();
        let cids: Vec<_> = customers.set.iter().map(Cid::as_str).collect();
        assert_eq!(cids, ["5001", "5002", "5003"]);
        assert_eq!(customers.set.duplicates_dropped(), 2);
        let respelt: Vec<_> = customers.respelt.keys().map(Cid::as_str).collect();
        assert_eq!(respelt, ["5001", "5002"]);
        assert_eq!(customers.merged.iter().map(Cid::as_str).collect::<Vec<_>>(), ["5001"]);
        let twice = RowCustomers::of([" 7".to_owned(), "7 ".to_owned()]).unwrap();
        assert_eq!((twice.set.len(), twice.merged.len()), (1, 1));
        let same = RowCustomers::of([" 7".to_owned(), " 7".to_owned()]).unwrap();
        assert_eq!((same.set.len(), same.set.duplicates_dropped()), (1, 1));
        assert!(RowCustomers::of([" \u{a0}".to_owned()]).is_err());
    }
}
