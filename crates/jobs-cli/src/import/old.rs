//! The old `jobs.db`: its rows in order of time, and lookups of rows and customers by any spelling
//! of an ID.

use std::collections::BTreeSet;

use jobs_core::JobId;
use rusqlite::Connection;
use rusqlite::functions::FunctionFlags;

use super::cell::Cell;
use super::copy::Copy;
use super::ids;
use super::table::{self, OldTable};
use super::times::{self, UtcOffset};
use crate::CliError;

/// Without these columns a table `jobs` is another program's.
const REQUIRED: [&str; 6] =
    ["job_id", "user_id", "action_code", "action_name", "created_at", "status"];

/// An old `jobs.db`.
#[derive(Debug)]
pub(super) struct OldJobs {
    copy: Copy,
    jobs: OldTable,
    repeated: BTreeSet<JobId>,
}

impl OldJobs {
    pub(super) fn open(copy: Copy, offset: UtcOffset) -> Result<Self, CliError> {
        let jobs = OldTable::open(&copy, "jobs", &REQUIRED)?;
        table::check(&copy, "job_customers", &["job_id", "cid"])?;
        let mut old = Self { copy, jobs, repeated: BTreeSet::new() };
        old.prepare(offset).map_err(|error| old.failed(error))?;
        old.repeated = old.find_repeated().map_err(|error| old.failed(error))?;
        Ok(old)
    }

    /// Puts the rows in order of time, in a temporary table that SQLite keeps on the disk, and
    /// indexes the customers by their job.
    fn prepare(&self, offset: UtcOffset) -> rusqlite::Result<()> {
        let sql = &self.copy.sql;
        add_functions(sql, offset)?;
        let OldTable { from, number, .. } = &self.jobs;
        sql.execute_batch(&format!(
            "CREATE TEMP TABLE moment (seq INTEGER PRIMARY KEY, job INTEGER NOT NULL, micros INTEGER, id);
             INSERT INTO temp.moment (job, micros, id)
                 SELECT {number} AS number, instant(created_at) AS micros, id_key(job_id) FROM {from}
                 ORDER BY micros IS NULL, micros, number;
             CREATE INDEX temp.moment_by_id ON moment (id);
             CREATE INDEX main.jobctl_customers ON job_customers (id_key(job_id), cid);"
        ))
    }

    /// IDs that several rows have, in different spellings.
    fn find_repeated(&self) -> rusqlite::Result<BTreeSet<JobId>> {
        let mut statement =
            self.sql().prepare("SELECT id FROM temp.moment GROUP BY id HAVING count(*) > 1")?;
        let mut rows = statement.query([])?;
        let mut ids = BTreeSet::new();
        while let Some(row) = rows.next()? {
            ids.extend(ids::job_id(&Cell::from(row.get_ref(0)?)).ok());
        }
        Ok(ids)
    }

    pub(super) fn failed(&self, error: rusqlite::Error) -> CliError {
        self.copy.failed(error)
    }

    pub(super) fn sql(&self) -> &Connection {
        &self.copy.sql
    }

    /// The table `jobs`.
    pub(super) fn jobs(&self) -> &OldTable {
        &self.jobs
    }

    pub(super) fn repeated(&self) -> &BTreeSet<JobId> {
        &self.repeated
    }

    pub(super) fn count(&self) -> Result<u64, CliError> {
        self.count_of("SELECT count(*) FROM temp.moment")
    }

    pub(super) fn customer_rows(&self) -> Result<u64, CliError> {
        self.count_of("SELECT count(*) FROM main.job_customers")
    }

    fn count_of(&self, query: &str) -> Result<u64, CliError> {
        let count: rusqlite::Result<i64> = self.sql().query_row(query, [], |row| row.get(0));
        count.map(i64::unsigned_abs).map_err(|error| self.failed(error))
    }

    /// The statement that returns the rows, or those that are `wanted`, in order of time; rows
    /// whose time cannot be read come last.
    pub(super) fn rows_sql(&self, wanted: &str) -> String {
        let OldTable { from, number, .. } = &self.jobs;
        format!(
            "SELECT {} FROM temp.moment m JOIN {from} j ON j.{number} = m.job {wanted} ORDER BY m.seq",
            self.jobs.selected("j")
        )
    }
}

/// `instant(text)`: microseconds since 1970, NULL if the text is not a time. `id_key(job_id)`:
/// [`ids::key`].
fn add_functions(sql: &Connection, offset: UtcOffset) -> rusqlite::Result<()> {
    // With `trusted_schema` off, the index of the customers may only call a function that is
    // declared innocuous. These have no side effects.
    let flags = FunctionFlags::SQLITE_UTF8
        | FunctionFlags::SQLITE_DETERMINISTIC
        | FunctionFlags::SQLITE_INNOCUOUS;
    sql.create_scalar_function("instant", 1, flags, move |context| {
        let cell = Cell::from(context.get_raw(0));
        let text = cell.text().ok().flatten();
        let moment = text.and_then(|text| times::read(&text, offset).ok());
        Ok(moment.map(|moment| moment.at.as_micros()))
    })?;
    sql.create_scalar_function("id_key", 1, flags, |context| {
        let key = ids::key(&Cell::from(context.get_raw(0)));
        Ok(rusqlite::types::Value::from(key))
    })
}
