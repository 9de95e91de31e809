//! `/v1/jobs/{id}`, its history and its customers.

use jobs_core::{Cid, CustomerOutcome, CustomerSet, Entry, JobId, Outcomes};
use serde_json::Value;

use super::{Route, Routes, outcomes};
use crate::CliError;
use crate::verify::online::jobs::KnownJob;
use crate::verify::online::served;

/// The most customers that the API gives on a page.
const CUSTOMERS_MAX: usize = 10_000;

impl Routes<'_> {
    pub(super) async fn check_job(&self, job_id: JobId, known: &KnownJob) -> Result<(), CliError> {
        self.check_detail(job_id, known).await?;
        self.check_history(job_id, known).await?;
        self.check_customers(job_id, known).await
    }

    async fn check_detail(&self, job_id: JobId, known: &KnownJob) -> Result<(), CliError> {
        let route = Route::of_job("job", job_id, &[]);
        if self.is_done_with(&route) {
            return Ok(());
        }
        match self.ask(&route, &[], &[]).await? {
            Some(job) => self.check_served(&route, job_id, known, &job, false).await,
            None => Ok(()),
        }
    }

    async fn check_history(&self, job_id: JobId, known: &KnownJob) -> Result<(), CliError> {
        let route = Route::of_job("history", job_id, &["history"]);
        if self.is_done_with(&route) {
            return Ok(());
        }
        let Some(answer) = self.ask(&route, &[], &["entries", "job_id"]).await? else {
            return Ok(());
        };
        if answer["job_id"] != job_id.to_string() {
            let found = answer["job_id"].to_string();
            self.report(&route, None, "job_id: is another job's", Some(found), None);
        }
        let none = Vec::new();
        let entries = answer["entries"].as_array().unwrap_or(&none);
        let is_old = |entry: &&Value| entry["index"].as_u64().is_some_and(|it| it < self.size());
        let old: Vec<&Value> = entries.iter().take_while(is_old).collect();
        let history = old.iter().fold(0, |before, entry| self.jobs.fold(before, entry));
        if history != known.history {
            return self.report_history(&route, job_id, known, &old).await;
        }
        let is_later = |entry: &Value| !is_old(&entry) && entry["job_id"] == answer["job_id"];
        if !entries[old.len()..].iter().all(is_later) {
            self.complain(&route, None, "shows an entry that is not the job's, or out of order");
        }
        let changes = old.iter().skip(1).filter_map(|value| {
            served::entry(value, value["index"].as_u64().unwrap_or_default()).ok()
        });
        self.learn_outcomes(known, &changes.collect::<Vec<_>>());
        Ok(())
    }

    /// Says which of the entries that a history shows is not the job's.
    async fn report_history(
        &self,
        route: &Route,
        job_id: JobId,
        known: &KnownJob,
        found: &[&Value],
    ) -> Result<(), CliError> {
        let expected = match self.entries_of(job_id, known, None).await? {
            Ok(expected) => expected,
            Err(what) => {
                self.complain(route, None, what);
                return Ok(());
            }
        };
        self.learn_outcomes(known, &expected);
        let mut found = found.iter();
        for expected in &expected {
            let index = expected.index();
            let expected = served::object(expected);
            match found.next().and_then(|found| found.as_object()) {
                Some(found) if found.get("index") == expected.get("index") => {
                    let difference = served::first_difference(found, &expected);
                    let Some((member, found, expected)) = difference else { continue };
                    let what = format!("entry {index}: {member}: is not what was recorded");
                    self.report(route, None, what, Some(found), Some(expected));
                }
                _ => self.complain(route, None, format!("entry {index}: is not in its place")),
            }
            return Ok(());
        }
        self.complain(route, None, "shows an entry that is not the job's");
        Ok(())
    }

    /// Keeps which customers of a job have an outcome of their own. Of two, the newest counts.
    fn learn_outcomes(&self, known: &KnownJob, entries: &[Entry]) {
        let mut newer: Vec<&Outcomes> = Vec::new();
        for entry in entries.iter().rev() {
            let Some(named) = outcomes(entry) else { continue };
            for cid in named.iter().map(|outcome| &outcome.cid) {
                let is_outdated = newer.iter().any(|newer| newer.get(cid).is_some());
                if let Some(outcome) = own_outcome(entry, cid).filter(|_| !is_outdated) {
                    let fingerprint = self.outcome_fingerprint(known, &outcome);
                    let mut own = self.own.borrow_mut();
                    let sum = own.entry(cid.clone()).or_default();
                    *sum = sum.wrapping_add(fingerprint);
                }
            }
            newer.push(named);
        }
    }

    pub(super) fn outcome_fingerprint(&self, known: &KnownJob, outcome: &CustomerOutcome) -> u64 {
        let shown = serde_json::to_value(outcome).unwrap_or_default();
        self.jobs.fingerprint((known.first, &shown))
    }

    async fn check_customers(&self, job_id: JobId, known: &KnownJob) -> Result<(), CliError> {
        let route = Route::of_job("customers", job_id, &["customers"]);
        if self.is_done_with(&route) {
            return Ok(());
        }
        let mut cids = Vec::<Cid>::new();
        let mut counts = Vec::new();
        loop {
            let mut query = vec![("limit", CUSTOMERS_MAX.to_string())];
            query.extend(cids.last().map(|cid| ("after", cid.to_string())));
            let members = ["customer_count", "customers", "job_id", "next"];
            let Some(page) = self.ask(&route, &query, &members).await? else { return Ok(()) };
            let read = serde_json::from_value::<Vec<Cid>>(page["customers"].clone());
            let Ok(read) = read else {
                self.complain(&route, None, "customers: is no array of customers");
                return Ok(());
            };
            let is_ours = page["job_id"] == job_id.to_string();
            let next = read.last().filter(|_| read.len() == CUSTOMERS_MAX);
            let leads_on = match next {
                Some(cid) => page["next"] == cid.as_str(),
                None => page["next"].is_null(),
            };
            if !is_ours || !leads_on {
                let what =
                    if is_ours { "next: does not lead on" } else { "job_id: is another job's" };
                self.complain(&route, None, what);
                return Ok(());
            }
            let is_last = next.is_none();
            counts.push(page["customer_count"].clone());
            cids.extend(read);
            if is_last || cids.len() > CustomerSet::COUNT_MAX {
                break;
            }
        }
        self.compare_customers(&route, job_id, known, cids, &counts).await
    }

    async fn compare_customers(
        &self,
        route: &Route,
        job_id: JobId,
        known: &KnownJob,
        cids: Vec<Cid>,
        counts: &[Value],
    ) -> Result<(), CliError> {
        let wrong = counts.iter().find(|count| count.as_u64() != Some(cids.len() as u64));
        if let Some(wrong) = wrong {
            let expected = Some(cids.len().to_string());
            let what = "customer_count: is not how many there are";
            self.report(route, None, what, Some(served::show(Some(wrong))), expected);
        }
        let found = match CustomerSet::from_sorted(cids) {
            Ok(found) if self.jobs.has_customers(known, found.root()) => return Ok(()),
            Ok(found) => found,
            Err(_) => {
                self.complain(route, None, "customers: are out of order, or named twice");
                return Ok(());
            }
        };
        let entries = match self.entries_of(job_id, known, None).await? {
            Ok(entries) => entries,
            Err(what) => {
                self.complain(route, None, what);
                return Ok(());
            }
        };
        let Some(expected) = entries.first().and_then(served::customers) else { return Ok(()) };
        let lacking = expected.iter().find(|cid| !found.contains(cid));
        let strange = found.iter().find(|cid| !expected.contains(cid));
        if let Some(cid) = lacking {
            let what = "customers: leaves out one of the job's";
            self.report(route, None, what, None, Some(cid.to_string()));
        }
        if let Some(cid) = strange {
            let what = "customers: names one that is none of the job's";
            self.report(route, None, what, Some(cid.to_string()), None);
        }
        Ok(())
    }
}

/// What an entry says of a customer by name.
pub(super) fn own_outcome(entry: &Entry, cid: &Cid) -> Option<CustomerOutcome> {
    let outcome = outcomes(entry)?.get(cid)?;
    let status = outcome.status;
    let message = outcome.message.clone();
    Some(CustomerOutcome { status, message, own: true, index: entry.index() })
}
