//! `/v1/customers/{cid}/jobs`: the jobs of a customer, and how each ended for this customer.

use jobs_core::{Cid, CustomerOutcome, Entry, JobId};
use serde_json::{Map, Value};

use super::job::own_outcome;
use super::pages::{OrderCheck, Pages};
use super::{Route, Routes, detail, newest};
use crate::CliError;
use crate::verify::online::jobs::{CustomerJobs, KnownJob};
use crate::verify::online::served;

/// What a walk over a customer's jobs came to.
#[derive(Default)]
struct Walked {
    listed: CustomerJobs,
    /// The sum of the fingerprints of the outcomes of the customer's own.
    own: u64,
    is_whole: bool,
}

impl Routes<'_> {
    pub(super) async fn check_customer(
        &self,
        cid: &Cid,
        expected: CustomerJobs,
    ) -> Result<(), CliError> {
        let route = match cid.as_str() {
            // No URL has such a segment.
            "." | ".." => {
                let query = vec![("cid", cid.to_string())];
                Route { query, ..Route::new("customer", &["jobs"]) }
            }
            cid => Route::new("customer", &["customers", cid, "jobs"]),
        };
        if self.is_done_with(&route) {
            return Ok(());
        }
        let walked = self.walk_customer(&route, cid, false).await?;
        let own = self.own.borrow().get(cid).copied().unwrap_or_default();
        let has_outcomes = route.query.is_empty();
        let is_same = walked.listed == expected && (walked.own == own || !has_outcomes);
        if !walked.is_whole || is_same {
            return Ok(());
        }
        // Again, with the entries of each job: what does not belong there is named.
        let walked = self.walk_customer(&route, cid, true).await?;
        if walked.listed.jobs < expected.jobs {
            let found = walked.listed.jobs;
            let expected_count = expected.jobs;
            let job_id = self.one_more(walked.listed, expected);
            let found = found.to_string();
            let expected = expected_count.to_string();
            let what = match job_id {
                Some(_) => "leaves out a job of the customer's",
                None => "leaves out jobs of the customer's",
            };
            self.report(&route, job_id, what, Some(found), Some(expected));
        }
        Ok(())
    }

    /// The job that a list lacks, if it is only one.
    fn one_more(&self, found: CustomerJobs, expected: CustomerJobs) -> Option<JobId> {
        let fingerprint = expected.sum.wrapping_sub(found.sum);
        let mut all = self.jobs.iter().filter(|_| found.jobs + 1 == expected.jobs);
        let (job_id, _) = all.find(|(_, job)| self.jobs.fingerprint(job.first) == fingerprint)?;
        Some(job_id)
    }

    /// Compares each line with its job. If `exact`, each job's entries are asked for again, to find
    /// which job is not the customer's, and which outcome is another one; only the jobs that are
    /// the customer's are counted then.
    async fn walk_customer(
        &self,
        route: &Route,
        cid: &Cid,
        exact: bool,
    ) -> Result<Walked, CliError> {
        let has_outcomes = route.query.is_empty();
        let members: &[&str] =
            if has_outcomes { &["cid", "jobs", "next"] } else { &["jobs", "next"] };
        let mut pages = Pages::new(self, route, members);
        let mut place = OrderCheck::new(false);
        let mut walked = Walked::default();
        while let Some(lines) = pages.next().await? {
            for line in lines {
                let Value::Object(mut line) = line else {
                    self.complain(route, None, "holds what is no job");
                    continue;
                };
                let outcome = line.remove("outcome").unwrap_or_default();
                let job = self.job_of_line(route, &line, &mut place);
                let Some((job_id, known)) = job else { continue };
                self.check_served(route, job_id, known, &line, true).await?;
                let has_changed = newest(&line).is_some_and(|newest| newest >= self.size());
                if exact || has_changed {
                    let line =
                        CustomerLine { job_id, known, newest: newest(&line), outcome: &outcome };
                    self.check_line_exactly(route, cid, &line, &mut walked).await?;
                    continue;
                }
                walked.listed.add(self.jobs.fingerprint(known.first));
                if has_outcomes {
                    self.count_outcome(route, job_id, known, &outcome, &mut walked);
                }
            }
        }
        walked.is_whole = pages.is_whole;
        Ok(walked)
    }

    /// Counts an outcome of the customer's own; another one must be that of the job as a whole.
    fn count_outcome(
        &self,
        route: &Route,
        job_id: JobId,
        known: &KnownJob,
        outcome: &Value,
        walked: &mut Walked,
    ) {
        if outcome["own"] == true {
            walked.own = walked.own.wrapping_add(self.jobs.fingerprint((known.first, outcome)));
            return;
        }
        let status = known.status;
        let index = known.last;
        let expected = CustomerOutcome { status, message: None, own: false, index };
        self.compare_outcome(route, job_id, outcome, &expected);
    }

    fn compare_outcome(
        &self,
        route: &Route,
        job_id: JobId,
        found: &Value,
        expected: &CustomerOutcome,
    ) {
        let none = Map::new();
        let expected = served::object(expected);
        let found = found.as_object().unwrap_or(&none);
        if let Some((member, found, expected)) = served::first_difference(found, &expected) {
            let what = format!("outcome: {member}: is not what the job's entries say");
            self.report(route, Some(job_id), what, Some(found), Some(expected));
        }
    }

    /// Compares a line with its job's entries, and counts what those say that were verified.
    async fn check_line_exactly(
        &self,
        route: &Route,
        cid: &Cid,
        line: &CustomerLine<'_>,
        walked: &mut Walked,
    ) -> Result<(), CliError> {
        let CustomerLine { job_id, known, newest, outcome } = *line;
        if self.is_done_with(route) {
            return Ok(());
        }
        let entries = match self.entries_of(job_id, known, newest).await? {
            Ok(entries) => entries,
            Err(what) => {
                self.complain(route, Some(job_id), what);
                return Ok(());
            }
        };
        let customers = entries.first().and_then(served::customers);
        if !customers.is_some_and(|customers| customers.contains(cid)) {
            self.complain(route, Some(job_id), "shows a job that is not the customer's");
            return Ok(());
        }
        walked.listed.add(self.jobs.fingerprint(known.first));
        let verified = entries.partition_point(|entry| entry.index() < self.size());
        if let Some(own) = newest_outcome(&entries[..verified], cid) {
            walked.own = walked.own.wrapping_add(self.outcome_fingerprint(known, &own));
        }
        let job = detail(&entries).map(|detail| detail.job);
        let of_the_job = job.map(|job| CustomerOutcome {
            status: job.status,
            message: None,
            own: false,
            index: job.status_index(),
        });
        if let Some(expected) = newest_outcome(&entries, cid).or(of_the_job)
            && route.query.is_empty()
        {
            self.compare_outcome(route, job_id, outcome, &expected);
        }
        Ok(())
    }
}

/// A line of the list.
struct CustomerLine<'a> {
    job_id: JobId,
    known: &'a KnownJob,
    newest: Option<jobs_core::Index>,
    outcome: &'a Value,
}

fn newest_outcome(entries: &[Entry], cid: &Cid) -> Option<CustomerOutcome> {
    entries.iter().rev().find_map(|entry| own_outcome(entry, cid))
}
