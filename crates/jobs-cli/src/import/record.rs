//! Appends jobs to the ledger in bounded batches, and finds out how a job that the ledger already
//! has differs.

use jobs_core::{
    Appended, Draft, Error, ImportedJob, JobId, JobStore, JobStoreExt as _, Result as CoreResult,
};
use serde_json::Value;

use crate::CliError;

/// The most jobs of a batch.
const BATCH_JOBS: usize = 1000;
/// The most customers of a batch, unless a single job has more.
const BATCH_CUSTOMERS: usize = 100_000;
/// The most bytes of long texts in a batch, unless a single job has more.
const BATCH_BYTES: usize = 16 << 20;

/// Where the jobs go.
#[derive(Debug, Clone, Copy)]
pub(super) struct Target<'a> {
    /// The ledger to append to. That of a dry run is thrown away afterwards.
    pub(super) ledger: &'a dyn JobStore,
    /// A ledger that is only read, whose jobs count as recorded.
    pub(super) before: Option<&'a dyn JobStore>,
}

/// The result for a job.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Fate {
    /// It is recorded now, or would be.
    Imported,
    /// The ledger already had it.
    AlreadyRecorded,
    /// The ledger has a job of this ID that differs in these fields.
    Conflict { differs_in: Vec<String>, recorded_offset: Option<String> },
    /// The ledger refused it.
    Refused(String),
}

/// A job, and what the caller identifies it by.
pub(super) type Item<L> = (L, ImportedJob);

/// Collects jobs, and appends them when there are enough.
#[derive(Debug)]
pub(super) struct Recorder<'a, L> {
    target: Target<'a>,
    batch: Vec<Item<L>>,
    customers: usize,
    bytes: usize,
}

impl<'a, L> Recorder<'a, L> {
    pub(super) fn new(target: Target<'a>) -> Self {
        Self { target, batch: Vec::new(), customers: 0, bytes: 0 }
    }

    /// Adds a job. Returns whether it is time to [`flush`](Self::flush).
    pub(super) fn push(&mut self, label: L, job: ImportedJob) -> bool {
        self.customers += job.job().customers().len();
        self.bytes += bytes(&job);
        self.batch.push((label, job));
        self.batch.len() >= BATCH_JOBS
            || self.customers >= BATCH_CUSTOMERS
            || self.bytes >= BATCH_BYTES
    }

    /// Appends the collected jobs, and returns the result for each.
    ///
    /// # Errors
    /// What keeps the ledger from answering.
    pub(super) async fn flush(&mut self) -> Result<Vec<(L, ImportedJob, Fate)>, CliError> {
        let batch = std::mem::take(&mut self.batch);
        (self.customers, self.bytes) = (0, 0);
        let Target { ledger, before } = self.target;
        let mut fates = Vec::with_capacity(batch.len());
        for (_, job) in &batch {
            fates.push(match before {
                Some(before) => recorded(before, job).await.map_err(reading)?,
                None => None,
            });
        }
        let new = batch.iter().zip(&fates).filter(|(_, fate)| fate.is_none());
        let drafts = new.map(|((_, job), _)| Draft::from(job.clone())).collect();
        let mut appended = ledger.append(drafts).await.map_err(appending)?.into_iter();
        let mut answers = Vec::with_capacity(batch.len());
        for ((label, job), fate) in batch.into_iter().zip(fates) {
            let fate = match fate {
                Some(fate) => fate,
                None => {
                    let answer = appended.next().unwrap_or(Err(Error::Closed));
                    self::fate(ledger, &job, answer).await.map_err(reading)?
                }
            };
            answers.push((label, job, fate));
        }
        Ok(answers)
    }
}

fn appending(error: Error) -> CliError {
    let context = "the import stopped and can be run again: it skips what is already recorded";
    CliError::ledger(context, error)
}

fn reading(error: Error) -> CliError {
    CliError::ledger("reading the ledger", error)
}

fn bytes(job: &ImportedJob) -> usize {
    let payload = job.job().request_payload().map_or(0, |text| text.as_str().len());
    let original = job.original().map_or(0, |text| text.as_str().len());
    let summary = &job.details().response_summary;
    payload + original + summary.as_ref().map_or(0, |text| text.as_str().len())
}

async fn fate(
    store: &dyn JobStore,
    job: &ImportedJob,
    answer: CoreResult<Appended>,
) -> CoreResult<Fate> {
    match answer {
        Ok(appended) if appended.repeated() => Ok(Fate::AlreadyRecorded),
        Ok(_) => Ok(Fate::Imported),
        Err(error @ Error::DuplicateJob { .. }) => {
            let known = recorded(store, job).await?;
            Ok(known.unwrap_or_else(|| Fate::Refused(error.to_string())))
        }
        Err(error) => Ok(Fate::Refused(error.to_string())),
    }
}

/// The result for `job` if `store` has recorded it; `None` if it has not.
async fn recorded(store: &dyn JobStore, job: &ImportedJob) -> CoreResult<Option<Fate>> {
    let Some(recorded) = first_draft(store, job.job().job_id()).await? else { return Ok(None) };
    let Draft::JobImported(recorded) = recorded else {
        let differs_in = vec!["source".into()];
        return Ok(Some(Fate::Conflict { differs_in, recorded_offset: None }));
    };
    if *recorded == *job {
        return Ok(Some(Fate::AlreadyRecorded));
    }
    let theirs = original(&recorded);
    let recorded_offset = theirs["utc_offset"].as_str().map(str::to_owned);
    Ok(Some(Fate::Conflict { differs_in: differences(job, &recorded), recorded_offset }))
}

async fn first_draft(store: &dyn JobStore, job_id: JobId) -> CoreResult<Option<Draft>> {
    let Some(known) = store.job(job_id).await? else { return Ok(None) };
    let entry = store.entry(known.job.index).await?;
    Ok(entry.map(|entry| entry.draft().clone()))
}

fn original(job: &ImportedJob) -> Value {
    job.original().and_then(|text| text.as_str().parse().ok()).unwrap_or_default()
}

/// The names of the fields in which two jobs differ; members of the original record by
/// `original.NAME`.
fn differences(ours: &ImportedJob, theirs: &ImportedJob) -> Vec<String> {
    let a = ours.job();
    let b = theirs.job();
    let fa = a.facts();
    let fb = b.facts();
    let da = ours.details();
    let db = theirs.details();
    let fields = [
        ("user_id", fa.user_id != fb.user_id),
        ("batch_id", fa.batch_id != fb.batch_id),
        ("action_code", fa.action_code != fb.action_code),
        ("action_name", fa.action_name != fb.action_name),
        ("cluster_url", fa.cluster_url != fb.cluster_url),
        ("created_at", ours.created_at() != theirs.created_at()),
        ("cids", a.customers() != b.customers()),
        ("request_payload", a.request_payload() != b.request_payload()),
        ("response_summary", da.response_summary != db.response_summary),
        ("status", da.status != db.status),
        ("http_status", da.http_status != db.http_status),
        ("error_message", da.error_message != db.error_message),
        ("updated_at", ours.updated_at() != theirs.updated_at()),
    ];
    let mut names: Vec<String> =
        fields.into_iter().filter(|(_, differ)| *differ).map(|(name, _)| name.into()).collect();
    let oa = original(ours);
    let ob = original(theirs);
    let mut members: Vec<&String> =
        [&oa, &ob].into_iter().filter_map(Value::as_object).flat_map(|map| map.keys()).collect();
    members.sort_unstable();
    members.dedup();
    let differing = members.into_iter().filter(|name| oa.get(name) != ob.get(name));
    names.extend(differing.map(|name| format!("original.{name}")));
    names
}
