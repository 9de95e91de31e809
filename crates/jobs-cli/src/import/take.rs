//! Takes rows one after the other, turns them into jobs, and records the result of each in the
//! report.

use std::collections::{BTreeMap, BTreeSet};

use jobs_core::{Cid, CustomerSet, ImportedJob, JobId};

use super::audit::{AuditLog, LeftOver, NewJob};
use super::customers;
use super::ids;
use super::items::{Conflict, KeptAside, MergedCustomer, NotTaken, Tally};
use super::notes::Notes;
use super::old::OldJobs;
use super::pairs::Pairs;
use super::record::{Fate, Item};
use super::report::{self, Report};
use super::table::OldRow;
use super::times::UtcOffset;
use super::{convert, key};
use crate::CliError;

/// A table of the old files.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum OldFileTable {
    Jobs,
    AuditLog,
}

/// From which row a job comes.
#[derive(Debug, Clone, Copy)]
pub(super) struct Origin {
    table: OldFileTable,
    row: i64,
}

/// Takes rows.
pub(super) struct Taker<'a> {
    old: &'a OldJobs,
    log: Option<&'a AuditLog>,
    offset: UtcOffset,
    report: &'a mut Report,
    pairs: Pairs,
    /// IDs that several rows have, and whether one of these rows was taken.
    repeated: BTreeMap<JobId, bool>,
    /// Offsets with which conflicting jobs were imported before.
    other_offsets: BTreeSet<String>,
    differ_in_audit_alone: u64,
}

impl<'a> Taker<'a> {
    pub(super) fn new(
        old: &'a OldJobs,
        log: Option<&'a AuditLog>,
        offset: UtcOffset,
        report: &'a mut Report,
    ) -> Self {
        let repeated = old.repeated().iter().map(|job_id| (*job_id, false)).collect();
        let pairs = Pairs::default();
        let other_offsets = BTreeSet::new();
        let differ_in_audit_alone = 0;
        Self { old, log, offset, report, pairs, repeated, other_offsets, differ_in_audit_alone }
    }

    /// Turns a row into a job; `None` when the row cannot be imported, and is in the report.
    pub(super) fn job(&mut self, row: &OldRow<'_>) -> Result<Option<Item<Origin>>, CliError> {
        let taken = self.try_job(row)?;
        let origin = Origin { table: OldFileTable::Jobs, row: row.number };
        Ok(match taken {
            Ok(job) => Some((origin, job)),
            Err(reason) => {
                let id = row.get("job_id").shown();
                self.not_taken(origin, id, reason);
                None
            }
        })
    }

    fn try_job(&mut self, row: &OldRow<'_>) -> Result<Result<ImportedJob, String>, CliError> {
        let customers = customers::of_job(self.old, row.get("job_id"))?;
        let read = customers.and_then(|customers| {
            let job_id = ids::job_id(row.get("job_id"))?;
            let key = key::read(row, &customers, self.offset)?;
            self.check_first(job_id)?;
            Ok((job_id, key, customers))
        });
        let (job_id, key, customers) = match read {
            Ok(read) => read,
            Err(reason) => return Ok(Err(reason)),
        };
        let audit = match self.log {
            Some(log) => log.take(&key)?,
            None => None,
        };
        let row_of_audit = audit.as_ref().map(|audit| audit.number);
        let made = convert::job(row, (job_id, key.clone()), &customers, audit, self.offset);
        let (job, notes) = match made {
            Ok(made) => made,
            Err(reason) => {
                if let (Some(log), Some(row)) = (self.log, row_of_audit) {
                    log.give_back(row)?;
                }
                return Ok(Err(reason));
            }
        };
        if let Some(taken) = self.repeated.get_mut(&job_id) {
            *taken = true;
        }
        if let (Some(_), Some(audit)) = (row_of_audit, &mut self.report.audit) {
            audit.matched += 1;
        }
        if let Some(pair) = self.pairs.next(job_id, &key) {
            self.report.suspicious_pairs.push(pair);
        }
        self.note(&job, notes);
        self.note_merged(job_id, customers.merged);
        Ok(Ok(job))
    }

    /// Refuses an ID that an earlier row had in another spelling.
    fn check_first(&mut self, job_id: JobId) -> Result<(), String> {
        if self.repeated.get(&job_id) == Some(&true) {
            self.report.duplicate_job_ids += 1;
            return Err("job_id: an earlier row has the same ID in another spelling".into());
        }
        Ok(())
    }

    fn note(&mut self, job: &ImportedJob, notes: Notes) {
        let report = &mut *self.report;
        let job_id = job.job().job_id();
        let customers = job.job().customers();
        if let Some((raw, status)) = notes.status {
            report.count_status(&raw, status);
        }
        report.jobs_without_customers += u64::from(customers.is_empty());
        report.local_times += u64::from(notes.local_time);
        report.jobs_with_credentials_removed += u64::from(notes.redacted);
        for field in notes.misfits {
            report.kept_in_original_only.push(KeptAside { job_id, field });
        }
        for field in notes.respelt {
            report.respelt.push(KeptAside { job_id, field });
        }
        for field in notes.shortened {
            report.shortened.push(KeptAside { job_id, field });
        }
        if notes.may_hide_a_secret {
            report.payloads_to_look_at.push(job_id);
        }
        if notes.payload_names_others {
            report.payload_names_other_customers.push(job_id);
        }
        if notes.updated_before_created {
            report.updated_before_created.push(job_id);
        }
    }

    fn note_merged(&mut self, job_id: JobId, merged: Vec<Cid>) {
        for cid in merged {
            self.report.merged_customers.push(MergedCustomer { job_id, cid });
        }
    }

    /// Takes a row of the audit log that belongs to no job.
    pub(super) fn left_over(&mut self, row: LeftOver) -> Option<Item<Origin>> {
        match row {
            Ok(NewJob { row, job, respelt, merged }) => {
                let job_id = job.job().job_id();
                if respelt {
                    self.report.respelt.push(KeptAside { job_id, field: "audit" });
                }
                self.note_merged(job_id, merged);
                Some((Origin { table: OldFileTable::AuditLog, row }, job))
            }
            Err(not_taken) => {
                let origin = Origin { table: OldFileTable::AuditLog, row: not_taken.row };
                self.not_taken(origin, not_taken.id, not_taken.reason);
                None
            }
        }
    }

    fn not_taken(&mut self, origin: Origin, id: String, reason: String) {
        let item = NotTaken { row: origin.row, id, reason };
        match (origin.table, &mut self.report.audit) {
            (OldFileTable::AuditLog, Some(audit)) => audit.not_taken.push(item),
            _ => self.report.not_taken.push(item),
        }
    }

    /// Enters the result of a batch.
    pub(super) fn answers(&mut self, answers: Vec<(Origin, ImportedJob, Fate)>) {
        for (origin, job, fate) in answers {
            let job_id = job.job().job_id();
            if origin.table == OldFileTable::Jobs {
                self.count_customers(job.job().customers(), &fate);
            }
            match fate {
                Fate::Imported => self.tally(origin.table).imported += 1,
                Fate::AlreadyRecorded => self.tally(origin.table).already_recorded += 1,
                Fate::Refused(reason) => self.not_taken(origin, job_id.to_string(), reason),
                Fate::Conflict { differs_in, recorded_offset } => {
                    self.tally(origin.table).conflicts += 1;
                    self.conflict(Conflict { job_id, differs_in }, recorded_offset);
                }
            }
        }
    }

    fn count_customers(&mut self, customers: &CustomerSet, fate: &Fate) {
        let report = &mut *self.report;
        let count = match fate {
            Fate::Imported => &mut report.customers_imported,
            Fate::AlreadyRecorded => &mut report.customers_already_recorded,
            Fate::Conflict { .. } => &mut report.customers_of_conflicts,
            Fate::Refused(_) => return,
        };
        *count += customers.len() as u64;
        report.duplicate_customers += customers.duplicates_dropped() as u64;
    }

    fn tally(&mut self, table: OldFileTable) -> &mut Tally {
        match (table, &mut self.report.audit) {
            (OldFileTable::AuditLog, Some(audit)) => &mut audit.unmatched,
            _ => &mut self.report.jobs,
        }
    }

    fn conflict(&mut self, conflict: Conflict, recorded_offset: Option<String>) {
        if conflict.differs_in.iter().any(|name| name == "original.utc_offset") {
            self.other_offsets.extend(recorded_offset);
        }
        self.differ_in_audit_alone += u64::from(conflict.differs_in == ["original.audit"]);
        self.report.conflicts.push(conflict);
    }

    /// Explains the conflicts, and counts the customers of the rows that were not taken, once all
    /// are known.
    pub(super) fn finish(self) {
        let report = &mut *self.report;
        let taken = report.customers_imported
            + report.customers_already_recorded
            + report.customers_of_conflicts
            + report.duplicate_customers;
        report.customers_not_taken =
            report.customer_rows_found.saturating_sub(report.orphan_customers.rows + taken);
        if !self.other_offsets.is_empty() {
            let offsets: Vec<_> = self.other_offsets.into_iter().collect();
            let offsets = offsets.join(", ");
            self.report.warnings.push(format!(
                "these jobs were imported before with --utc-offset {offsets}, and now with {}; the recorded jobs were \
                 not changed",
                self.offset
            ));
        }
        if self.differ_in_audit_alone > 0 {
            self.report.warnings.push(format!(
                "{} imported before with another audit log or with none; the recorded jobs were not changed, and the \
                 rows of this log were not added",
                report::jobs(self.differ_in_audit_alone)
            ));
        }
    }
}
