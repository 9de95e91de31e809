//! A job as a caller hands it in, from the body of a request to what is recorded and what is
//! answered.

use std::borrow::Cow;
use std::sync::Arc;

use axum::extract::FromRef;
use jobs_core::openapi::{IndexSchema, Quantity};
use jobs_core::{
    ActionCode, ActionName, Appended, BatchId, Cid, ClusterUrl, CustomerSet, Error, Job, JobFacts,
    JobId, NewJob, RequestPayload, Source, Status, StatusChanges, UserId,
};
use jobs_gateway::{Gateway, Redactor, UniqueMembers};
use jobs_sign_in::SignIn;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use utoipa::{PartialSchema, ToSchema};

use super::bulk::Reference;
use super::retry_of::{Earlier, RetriedJob};
use crate::App;
use crate::access::Grant;
use crate::ledger::Ledger;
use crate::ledger::proof::Proof;
use crate::request::body::Sent;
use crate::request::given_cid::{GivenCid, GivenCids};
use crate::response::problem::Problem;
use crate::schema::values::RequestKeyText;
use crate::schema::{Shape, without};

/// The body of `POST /v1/jobs`, and a line of `POST /v1/jobs/bulk`. Every member checks itself
/// while it is read.
#[derive(Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = BulkLine, description = "")]
pub(in crate::routes) struct Submission {
    #[schema(required, nullable = false)]
    pub(in crate::routes) action_name: Option<ActionName>,
    /// The customers, in any order; those given twice are counted once.
    #[schema(required, nullable = false, inline, value_type = Option<GivenCids>)]
    pub(in crate::routes) cids: Option<Vec<GivenCid>>,
    pub(in crate::routes) action_code: Option<ActionCode>,
    pub(in crate::routes) batch_id: Option<BatchId>,
    /// Without user name and password.
    pub(in crate::routes) cluster_url: Option<ClusterUrl>,
    #[schema(value_type = Option<Value>)]
    pub(in crate::routes) request_payload: Option<UniqueMembers>,
    /// The job that this one tries again.
    pub(in crate::routes) retry_of: Option<JobId>,
    /// For an admin: whose job it is. The ledger records who says so.
    pub(in crate::routes) user_id: Option<UserId>,
    /// The caller's choice, never seen before.
    pub(in crate::routes) job_id: Option<JobId>,
    /// As in the header.
    #[schema(inline, value_type = Option<RequestKeyText>)]
    pub(in crate::routes) idempotency_key: Option<String>,
    #[serde(rename = "ref")]
    #[schema(inline)]
    pub(in crate::routes) reference: Option<Reference>,
}

/// The body of `POST /v1/jobs`, which has a header for what a line has its own members for.
#[derive(Deserialize)]
#[serde(transparent)]
pub(super) struct LoneSubmission(Submission);

impl LoneSubmission {
    /// # Errors
    /// `400` for what only a line may have.
    pub(super) fn check(self) -> Result<Submission, Problem> {
        self.0.check_alone()?;
        Ok(self.0)
    }
}

impl PartialSchema for LoneSubmission {
    fn schema() -> Shape {
        without(Submission::schema(), &["idempotency_key", "ref"])
    }
}

impl ToSchema for LoneSubmission {
    fn name() -> Cow<'static, str> {
        "Submission".into()
    }

    fn schemas(schemas: &mut Vec<(String, Shape)>) {
        Submission::schemas(schemas);
    }
}

impl Submission {
    /// Refuses what only a line may have.
    fn check_alone(&self) -> Result<(), Problem> {
        if self.reference.is_some() {
            return Err(Problem::invalid("ref", "is for the lines of /v1/jobs/bulk"));
        }
        if self.idempotency_key.is_some() {
            let reason = "is a header here, and a member in the lines of /v1/jobs/bulk";
            return Err(Problem::invalid("idempotency_key", reason));
        }
        Ok(())
    }

    /// The ID that the caller chose.
    pub(in crate::routes) fn asked_for(&self) -> Option<JobId> {
        self.job_id
    }

    pub(in crate::routes) fn into_job(
        self,
        rules: &SubmissionRules,
        grant: &Grant,
    ) -> Result<NewJob, Problem> {
        let missing = |field| Problem::invalid(field, "is missing");
        let action_name = self.action_name.ok_or_else(|| missing(ActionName::FIELD))?;
        let cids = GivenCid::all(self.cids.ok_or_else(|| missing(Cid::FIELD))?);
        let user_id = self.user_id.unwrap_or_else(|| grant.user().clone());
        rules.check_owner(grant, &user_id)?;
        let action_code = self.action_code.unwrap_or_else(|| code_of(&action_name));
        let (request_payload, cluster_url) = without_credentials(
            rules.gateway.redactor(),
            self.request_payload,
            self.cluster_url.as_ref(),
        )?;
        let job = NewJob::new(user_id, action_code, action_name, CustomerSet::new(cids)?)?
            .with_batch_id(self.batch_id)
            .with_cluster_url(cluster_url)
            .with_request_payload(request_payload)
            .with_submitted_by(grant.user().clone())
            .with_retry_of(self.retry_of)
            .with_source(Source::Api);
        Ok(match self.job_id {
            Some(job_id) => job.with_job_id(job_id),
            None => job,
        })
    }
}

/// What a submission is checked by: the credentials that no payload may keep, and the users for
/// whom an admin may submit.
#[derive(Debug, Clone)]
pub(in crate::routes) struct SubmissionRules {
    gateway: Gateway,
    sign_in: Arc<SignIn>,
}

impl FromRef<App> for SubmissionRules {
    fn from_ref(app: &App) -> Self {
        Self { gateway: app.gateway().clone(), sign_in: Arc::clone(app.sign_in()) }
    }
}

impl SubmissionRules {
    /// The retries of `grant`'s caller, which name earlier jobs of `ledger`.
    pub(in crate::routes) fn earlier<'a>(
        &'a self,
        ledger: &'a Ledger,
        grant: &'a Grant,
    ) -> Earlier<'a> {
        Earlier::new(ledger, &self.sign_in, grant)
    }

    /// That the caller may submit a job for `user_id`: an admin may submit for other known users.
    fn check_owner(&self, grant: &Grant, user_id: &UserId) -> Result<(), Problem> {
        if user_id == grant.user() {
            return Ok(());
        }
        if grant.only_user().is_some() {
            return Err(Problem::forbidden("user_id: only an admin submits for another user"));
        }
        let checked = self.sign_in.check_owner(user_id);
        checked.map_err(|reason| Problem::invalid(UserId::FIELD, reason))
    }
}

pub(super) fn code_of(action_name: &ActionName) -> ActionCode {
    ActionCode::of_legacy_name(action_name.as_str()).unwrap_or(ActionCode::UNKNOWN)
}

/// What is recorded of the request: the payload as text, and the URL. Credentials before the URL's
/// host are meant for the upstream alone, which this server does not call. So they are a mistake,
/// and the caller is told.
fn without_credentials(
    redactor: &Redactor,
    payload: Option<UniqueMembers>,
    url: Option<&ClusterUrl>,
) -> Result<(Option<RequestPayload>, Option<ClusterUrl>), Problem> {
    let url = url.map(ClusterUrl::as_str);
    if url.is_some_and(jobs_gateway::url_has_userinfo) {
        let reason = "must not hold a user name or password";
        return Err(Problem::invalid(ClusterUrl::FIELD, reason));
    }
    let payload = payload.map(|UniqueMembers(payload)| payload);
    let (payload, url) = redactor.request(payload, url)?;
    Ok((payload.map(RequestPayload::new).transpose()?, url.map(ClusterUrl::new).transpose()?))
}

/// What the answer needs of a job that goes to the store. The payload goes to the store alone; what
/// the answer shows is small.
pub(in crate::routes) struct Submitted {
    job_id: JobId,
    asked_for: Option<JobId>,
    facts: JobFacts,
    customers: CustomerSet,
    retry_of: Option<JobId>,
    has_key: bool,
}

impl Submitted {
    /// `asked_for` is the ID that the caller chose, if any.
    pub(in crate::routes) fn new(job: &NewJob, asked_for: Option<JobId>) -> Self {
        Self {
            job_id: job.job_id(),
            asked_for,
            facts: job.facts().clone(),
            customers: job.customers().clone(),
            retry_of: job.retry_of(),
            has_key: job.request_key().is_some(),
        }
    }

    /// The job that it tries again.
    pub(in crate::routes) fn retried(&self) -> Option<RetriedJob<'_>> {
        let JobFacts { user_id, action_code, action_name, .. } = &self.facts;
        let action_code = *action_code;
        self.retry_of.map(|job_id| RetriedJob { job_id, user_id, action_code, action_name })
    }

    /// Why it is not recorded, or whether it may be in spite of that.
    pub(in crate::routes) fn refused(&self, error: Error) -> Problem {
        let maybe_recorded = matches!(error, Error::Storage { maybe_recorded: true, .. });
        let problem = Problem::from(error).with_job_id(maybe_recorded.then_some(self.job_id));
        problem.repeatable_if(self.has_key)
    }

    /// The answer: about the job of an earlier request, if that had the same key.
    ///
    /// # Errors
    /// `422` when the caller chose another ID than that job has; the ledger cannot tell a chosen ID
    /// from one that was made.
    pub(in crate::routes) fn created(
        self,
        appended: &Appended,
        proof: Option<Proof>,
    ) -> Result<JobCreated, Problem> {
        let Self { asked_for, facts, customers, retry_of, .. } = self;
        let job_id = appended.job_id();
        let index = appended.index();
        if asked_for.is_some_and(|asked_for| asked_for != job_id) {
            return Err(Error::KeyReused { job_id }.into());
        }
        let job = Job {
            job_id,
            facts,
            created_at: appended.recorded_at(),
            status: Status::InProgress,
            cause: None,
            http_status: None,
            error_message: None,
            updated_at: None,
            customer_count: customers.len(),
            source: Source::Api,
            retry_of,
            index,
            changes: StatusChanges::default(),
            note_count: 0,
            newest_note: None,
            last_index: index,
        };
        Ok(JobCreated { job, index, duplicates_dropped: customers.duplicates_dropped(), proof })
    }
}

/// A job that is recorded.
#[derive(Serialize, ToSchema)]
#[schema(description = "")]
pub(in crate::routes) struct JobCreated {
    pub(in crate::routes) job: Job,
    #[schema(value_type = IndexSchema)]
    index: u64,
    /// How many customers were given more than once.
    #[schema(inline, value_type = Quantity)]
    duplicates_dropped: usize,
    #[serde(flatten)]
    #[schema(inline)]
    proof: Option<Proof>,
}

impl Sent for LoneSubmission {
    fn example() -> Value {
        json!({"action_name": "Trans-Begin", "cids": ["5001", "5002"], "batch_id": "night"})
    }
}
