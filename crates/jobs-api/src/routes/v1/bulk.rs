//! `POST /v1/jobs/bulk`: a job a line in, a result a line out, in the same order, while the request
//! is still being sent.
//!
//! ```json
//! {"ref":"row 7","action_name":"Trans-Begin","cids":["5001"]}
//! {"ref":"row 7","line":1,"status":201,"job":{…},"index":0,"duplicates_dropped":0}
//! {"ref":null,"line":2,"status":400,"error":{"type":"urn:jobs:problem:invalid",…}}
//! ```
//!
//! ```text
//! body ─► a batch gathers ─► one is parsed ─► two are appended ─► results
//! ```
//!
//! Nothing is waited for to fill a batch: it goes on its way as soon as no other is, and while
//! others are, the next one gathers by itself. Each stage takes the batches in order, so jobs are
//! recorded in the order of their lines. The caller drives it all by reading the results: while
//! they are not read, nothing more is read of the body, and no more is held than those few batches.

use std::collections::HashMap;
use std::convert::Infallible;
use std::pin::Pin;
use std::sync::Arc;

use axum::body::{Body, Bytes};
use axum::extract::{FromRequest, Request, State};
use axum::http::header::{CONTENT_TYPE, EXPECT};
use axum::http::{HeaderValue, StatusCode};
use axum::response::Response;
use futures::stream::{FuturesOrdered, StreamExt as _};
use futures::{FutureExt as _, stream};
use jobs_core::openapi::Quantity;
use jobs_core::{Appended, Draft, Error, Index, JobId, NewJob, UserId};
use jobs_serve::{Batch, Lines, Reservation};
use jobs_sign_in::{CallerError, Lost};
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use utoipa::ToSchema;
use utoipa::openapi::schema::Type;

use super::retry_of::Earlier;
use super::submission::{JobCreated, Submission, SubmissionRules, Submitted};
use crate::access::{Access, Grant};
use crate::describe::{Description, Input};
use crate::endpoint::Endpoint;
use crate::ledger::Ledger;
use crate::ledger::proof::{self, Proof};
use crate::request::bodies::RequestBodies;
use crate::request::idempotency::IDEMPOTENCY_KEY;
use crate::request::receipt::ReceiptRequest;
use crate::request::{body, idempotency};
use crate::response::problem::{Cause, Problem};
use crate::response::reply::{self, PreferenceApplied, SaysWhy, off_the_workers};
use crate::schema::values::{Code, shape, value};
use crate::schema::{of, one_of, string};

/// How many batches are being appended at once: one that the writer has at work, and one for it to
/// go on with.
const UNDER_WAY_MAX: usize = 2;

pub(super) fn endpoints() -> Vec<Endpoint> {
    vec![
        Endpoint::post("submitBulk", "/v1/jobs/bulk", submit)
            .does("records many, a line each", Access::CHANGE)
            .answers("A result for each line, in their order.")
            .with_answer(|answer| answer.json_lines::<BulkResult<'_>>())
            .refuses([415]),
    ]
}

/// A body of lines, each of them a job.
struct LinesBody(Request);

impl<S: Sync> FromRequest<S> for LinesBody {
    type Rejection = Infallible;

    async fn from_request(request: Request, _: &S) -> Result<Self, Infallible> {
        Ok(Self(request))
    }
}

impl Input for LinesBody {
    fn describe(description: &mut Description) {
        let line = r#"{"ref": "row 7", "action_name": "Trans-Begin", "cids": ["5001"]}"#;
        let what = "A job a line; a line has at most 16 MiB, the whole has no limit.";
        description.takes_json_lines::<Submission>(line.into(), what);
    }
}

async fn submit(
    State(ledger): State<Ledger>,
    State(rules): State<SubmissionRules>,
    State(bodies): State<Arc<RequestBodies>>,
    grant: Grant,
    receipt: ReceiptRequest,
    LinesBody(request): LinesBody,
) -> Result<(PreferenceApplied, Response), Problem> {
    if request.headers().contains_key(IDEMPOTENCY_KEY) {
        let reason = "is for one job; here each line may have a key, its member idempotency_key";
        return Err(Problem::invalid("idempotency_key", reason));
    }
    let (request, body) = request.into_parts();
    let mut lines = bodies.lines(grant.user(), body);
    if request.headers.contains_key(EXPECT) {
        // A caller who waits for `100 Continue` gets it when the body is asked for, and not once
        // the answer has begun.
        lines.read().await;
    }
    let parsing = None;
    let under_way = FuturesOrdered::new();
    let lost = Some(grant.standing().lost());
    let submitter = Submitter { ledger, rules, bodies, grant };
    let bulk = Bulk { submitter, lost, receipt, lines, parsing, under_way };
    let results = stream::try_unfold(bulk, async |mut bulk| {
        let results = bulk.next().await.map_err(|mut problem| {
            let cause = problem.take_cause().map(|Cause(cause)| cause);
            tracing::error!(cause, "a bulk request was cut off");
            std::io::Error::other("cut off")
        })?;
        Ok::<_, std::io::Error>(results.map(|results| (results, bulk)))
    });
    let mut response = Response::new(Body::from_stream(results));
    let ndjson = HeaderValue::from_static("application/x-ndjson");
    response.headers_mut().insert(CONTENT_TYPE, ndjson);
    response.extensions_mut().insert(SaysWhy);
    Ok((receipt.applied(receipt.is_wanted()), response))
}

type Pending<T> = Pin<Box<dyn Future<Output = Result<T, Problem>> + Send>>;

/// Who submits, and what the lines are parsed and recorded with.
#[derive(Clone)]
struct Submitter {
    ledger: Ledger,
    rules: SubmissionRules,
    bodies: Arc<RequestBodies>,
    grant: Grant,
}

impl Submitter {
    /// Parses a batch on a blocking thread, and takes out what may not try again the job that it
    /// names.
    async fn parse(self, batch: Batch) -> Result<Parsed, Problem> {
        let parser = self.bodies.parser(self.grant.user()).await;
        let submitter = self.clone();
        let parsed = off_the_workers(move || {
            let _until_parsed = parser;
            Parsed::of(batch, &submitter)
        });
        let mut parsed = parsed.await?;
        parsed.check_retries(self.rules.earlier(&self.ledger, &self.grant)).await;
        Ok(parsed)
    }
}

/// A request in flight.
struct Bulk {
    submitter: Submitter,
    /// Resolves when the caller loses the permission; `None` once it has resolved.
    lost: Option<Lost>,
    receipt: ReceiptRequest,
    lines: Lines<UserId, Body>,
    parsing: Option<Pending<Parsed>>,
    under_way: FuturesOrdered<Pending<Bytes>>,
}

impl Bulk {
    /// The next results; `None` when there are no more.
    async fn next(&mut self) -> Result<Option<Bytes>, Problem> {
        self.lines.resume();
        loop {
            if let Some(batch) = self.due() {
                self.parsing = Some(Box::pin(self.submitter.clone().parse(batch)));
            }
            if self.parsing.is_none() && self.under_way.is_empty() && !self.lines.wants_more() {
                return Ok(None);
            }
            tokio::select! {
                biased;
                _why = lost(&mut self.lost), if self.lost.is_some() => {
                    self.lost = None;
                    self.lines.interrupt();
                }
                Some(results) = self.under_way.next() => return results.map(Some),
                parsed = ready(&mut self.parsing),
                    if self.parsing.is_some() && self.under_way.len() < UNDER_WAY_MAX =>
                {
                    self.parsing = None;
                    let mut parsed = parsed?;
                    if let Err(problem) = self.submitter.grant.check_standing() {
                        parsed = parsed.refuse(problem);
                    }
                    if parsed.is_last {
                        self.lines.stop();
                    }
                    let user = self.submitter.grant.user().clone();
                    let recording = record(self.submitter.ledger.clone(), user, parsed, self.receipt);
                    self.under_way.push_back(Box::pin(recording));
                }
                () = self.lines.read(), if self.lines.wants_more() => {}
                else => return Ok(None),
            }
        }
    }

    /// The batch that should not wait for more lines.
    fn due(&mut self) -> Option<Batch> {
        if self.parsing.is_some() {
            return None;
        }
        let nothing_else = self.under_way.is_empty();
        // What is there already comes along.
        while nothing_else && self.lines.wants_more() && self.lines.read().now_or_never().is_some()
        {
        }
        if self.lines.wants_more() && !nothing_else { None } else { self.lines.take() }
    }
}

async fn ready<T>(pending: &mut Option<Pending<T>>) -> Result<T, Problem> {
    match pending {
        Some(pending) => pending.await,
        None => std::future::pending().await,
    }
}

async fn lost(lost: &mut Option<Lost>) -> CallerError {
    match lost {
        Some(lost) => lost.await,
        None => std::future::pending().await,
    }
}

/// The caller's name for a line: a string or a number, kept as it was written.
#[derive(Debug, Serialize)]
#[serde(transparent)]
pub(in crate::routes) struct Reference(Box<RawValue>);

impl Reference {
    const BYTES_MAX: usize = 256;
}

shape!(Reference = one_of([string().into(), of(Type::Number).into()]));

impl<'de> Deserialize<'de> for Reference {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let raw = Box::<RawValue>::deserialize(deserializer)?;
        let is_scalar = raw.get().starts_with(|c: char| c == '"' || c == '-' || c.is_ascii_digit());
        if is_scalar && raw.get().len() <= Self::BYTES_MAX {
            return Ok(Self(raw));
        }
        let rule = format!("must be a string or a number of at most {} bytes", Self::BYTES_MAX);
        Err(serde::de::Error::custom(rule))
    }
}

/// A batch whose jobs can be appended.
struct Parsed {
    drafts: Vec<Draft>,
    lines: Vec<Line>,
    /// The memory of the batch.
    reservation: Reservation,
    /// Whether nothing more is taken from the caller.
    is_last: bool,
}

impl Parsed {
    /// What the lines of a batch say.
    fn of(mut batch: Batch, submitter: &Submitter) -> Self {
        let Submitter { rules, grant, .. } = submitter;
        let mut drafts = Vec::new();
        let mut lines = Vec::new();
        for (number, text) in batch.lines() {
            let (reference, job) = match text {
                Ok(text) => parse_line(text, rules, grant),
                Err(error) => (None, Err(error.into())),
            };
            let job = job.inspect_err(|problem| grant.record_forbidden(problem));
            let submitted = job.map(|Chosen { job, job_id }| {
                let submitted = Submitted::new(&job, job_id);
                drafts.push(job.into());
                submitted
            });
            lines.push(Line { reference, number, submitted });
        }
        Self { drafts, lines, reservation: batch.into_reservation(), is_last: false }
    }

    /// The end of a request whose caller has lost the permission: the first line of the batch says
    /// so.
    fn refuse(self, problem: Problem) -> Self {
        let number = self.lines.first().map_or(0, |line| line.number);
        let line = Line { reference: None, number, submitted: Err(problem) };
        Self { drafts: Vec::new(), lines: vec![line], reservation: self.reservation, is_last: true }
    }

    /// Takes out what may not try again the job that it names.
    async fn check_retries(&mut self, mut earlier: Earlier<'_>) {
        let mut drafts = std::mem::take(&mut self.drafts).into_iter();
        for line in &mut self.lines {
            let Ok(submitted) = &line.submitted else { continue };
            let draft = drafts.next();
            match earlier.check(submitted.retried()).await {
                Ok(()) => self.drafts.extend(draft),
                Err(problem) => line.submitted = Err(problem),
            }
        }
    }
}

struct Line {
    reference: Option<Reference>,
    number: u64,
    submitted: Result<Submitted, Problem>,
}

/// A job, and the ID that the caller chose for it.
struct Chosen {
    job: NewJob,
    job_id: Option<JobId>,
}

fn parse_line(
    text: &[u8],
    rules: &SubmissionRules,
    grant: &Grant,
) -> (Option<Reference>, Result<Chosen, Problem>) {
    match body::parse::<Submission>(text) {
        Ok(mut submission) => (submission.reference.take(), into_job(submission, rules, grant)),
        Err(problem) => (reference_alone(text), Err(problem)),
    }
}

fn into_job(
    mut submission: Submission,
    rules: &SubmissionRules,
    grant: &Grant,
) -> Result<Chosen, Problem> {
    let key = submission.idempotency_key.take();
    let request_key = key.map(|key| idempotency::key(grant.user(), &key)).transpose()?;
    let job_id = submission.asked_for();
    Ok(Chosen { job: submission.into_job(rules, grant)?.with_request_key(request_key), job_id })
}

/// The name of a line that is wrong otherwise, if it can be read.
fn reference_alone(text: &[u8]) -> Option<Reference> {
    #[derive(Deserialize)]
    struct Alone {
        #[serde(rename = "ref")]
        reference: Option<Reference>,
    }
    body::parse_members::<Alone>(text).ok()?.reference
}

/// Appends a batch, and gives the lines that say what came of it.
async fn record(
    ledger: Ledger,
    user: UserId,
    parsed: Parsed,
    receipt: ReceiptRequest,
) -> Result<Bytes, Problem> {
    let Parsed { drafts, lines, reservation, is_last: _ } = parsed;
    let answers = if drafts.is_empty() {
        Ok(Vec::new())
    } else {
        ledger.store().append(drafts).await.inspect_err(log_failure)
    };
    // Here: a thread that may block must not wait for what needs another one.
    let repeats = match &answers {
        Ok(answers) if receipt.is_wanted() => prove_repeats(&ledger, &user, answers).await,
        _ => HashMap::new(),
    };
    let checkpoint = match &answers {
        Ok(answers) if receipt.is_wanted() => proof::checkpoint_of(&ledger, answers).await,
        _ => None,
    };
    off_the_workers(move || {
        let _until_answered = reservation;
        let mut results = Vec::new();
        let mut answers = answers.map(Vec::into_iter);
        let prove = |appended: &Appended| match appended.repeated() {
            _ if !receipt.is_wanted() => None,
            true => repeats.get(&appended.index()).cloned(),
            false => {
                let prove = |checkpoint| proof::or_without(Proof::at_hand(appended, checkpoint));
                checkpoint.as_ref().and_then(prove)
            }
        };
        for line in lines {
            let answer = || match &mut answers {
                Ok(answers) => answers.next().unwrap_or_else(|| {
                    Err(Error::Corrupt("a draft got no answer".into())).inspect_err(log_failure)
                }),
                Err(error) => Err(error.clone()),
            };
            write_result(&mut results, line, answer, prove).map_err(Problem::internal)?;
            results.push(b'\n');
        }
        Ok(reply::exactly(&results))
    })
    .await?
}

/// The proofs of those entries that were recorded before, read from the ledger.
async fn prove_repeats(
    ledger: &Ledger,
    user: &UserId,
    answers: &[jobs_core::Result<Appended>],
) -> HashMap<Index, Proof> {
    let mut proofs = HashMap::new();
    for appended in answers.iter().flatten().filter(|appended| appended.repeated()) {
        let _until_read = ledger.read_permit(Some(user)).await;
        let proof = Proof::read(ledger, appended.index()).await;
        proofs.extend(proof::or_without(proof).map(|proof| (appended.index(), proof)));
    }
    proofs
}

/// One line in the log for all lines that fail together.
fn log_failure(error: &Error) {
    if let Some(Cause(cause)) = Problem::from(error.clone()).take_cause() {
        tracing::error!(cause, "lines of a bulk request were not recorded");
    }
}

#[derive(Serialize, ToSchema)]
struct BulkResult<'a> {
    /// As the line gave it.
    #[serde(rename = "ref")]
    #[schema(inline, value_type = ReferenceOrNull, required)]
    reference: Option<&'a Reference>,
    /// Counted from 1.
    #[schema(inline, value_type = Quantity)]
    line: u64,
    /// What `POST /v1/jobs` would have answered.
    #[schema(inline, value_type = Code)]
    status: u16,
    /// Whether an earlier request had the same key.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    replayed: Option<bool>,
    #[serde(flatten)]
    #[schema(inline)]
    created: Option<JobCreated>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    error: Option<Problem>,
}

value!(
    /// The name of a line, if it has one.
    ReferenceOrNull = one_of([string().into(), of(Type::Number).into(), of(Type::Null).into()])
);

fn write_result(
    results: &mut Vec<u8>,
    line: Line,
    answer: impl FnOnce() -> jobs_core::Result<Appended>,
    prove: impl FnOnce(&Appended) -> Option<Proof>,
) -> serde_json::Result<()> {
    let reference = line.reference.as_ref();
    let number = line.number;
    let created = line.submitted.and_then(|submitted| {
        let appended = answer().map_err(|error| submitted.refused(error))?;
        let proof = prove(&appended);
        Ok((submitted.created(&appended, proof)?, appended.repeated()))
    });
    let (status, replayed, created, error) = match created {
        Ok((created, replayed)) => {
            (StatusCode::CREATED, replayed.then_some(true), Some(created), None)
        }
        Err(problem) => (problem.status(), None, None, Some(problem)),
    };
    let status = status.as_u16();
    let result = BulkResult { reference, line: number, status, replayed, created, error };
    serde_json::to_writer(results, &result)
}
