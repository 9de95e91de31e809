//! `POST /proxy_fetch`: the old dashboard's way to call an upstream, in its own shapes.
//!
//! ```json
//! {"status":"success","data":{"success":true},"httpStatus":200,"job_id":"0192f0c1-…"}
//! {"status":"error","message":"API returned status 401: …","httpStatus":401,"job_id":"0192f0c1-…"}
//! ```
//!
//! An answer with `"status":"success"` is a `200`. One with `"status":"error"` is a `424` once a
//! job was recorded or a read was sent on, whatever `httpStatus` says: no browser, library or proxy
//! repeats or swallows that one.
//!
//! `job_id` is `null` only when no job was recorded; then no action was sent. On request, the
//! answer also has the `receipt` and the `leaf` of the entry that recorded the job.

use axum::extract::State;
use axum::http::StatusCode;
use axum::http::header::{HeaderValue, RETRY_AFTER, WWW_AUTHENTICATE};
use axum::response::{IntoResponse, Response};
use jobs_core::{BatchId, Cause, HttpStatus, JobId, StatusDetails, UserId};
use jobs_gateway::{
    Answer as Outcome, ContentType, Data, Finished, Gateway, ReadMethod, ReadPayload, ReadRequest,
    Secret, SetAction, UniqueMembers,
};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};
use utoipa::ToSchema;
use utoipa::openapi::schema::Type;

use super::{LegacyError, no_such_method};
use crate::access::{Access, Grant};
use crate::describe::{Answer, Tag};
use crate::endpoint::Endpoint;
use crate::ledger::Ledger;
use crate::ledger::proof::Proof;
use crate::openapi::parts::CHALLENGE;
use crate::request::body::{JsonBody, Sent, read_content_type};
use crate::request::idempotency::IdempotencyKey;
use crate::request::receipt::{Prefer, ReceiptRequest};
use crate::response::caveats::Caveats;
use crate::response::problem::Problem;
use crate::response::reply::{self, Replayed};
use crate::routes::v1::retry_of::RetriedJob;
use crate::routes::v1::submission::SubmissionRules;
use crate::schema::values::{Code, ContentTypeName, UpstreamToken, shape, value};
use crate::schema::{Says as _, boolean, matching, of, one_of, one_of_texts, string};

pub(super) const PATH: &str = "/proxy_fetch";

/// Of a `424`.
const CALL_FAILED: &str = "The upstream refused, or nobody knows what it did: `httpStatus` is its code, or 408, 409 or 500. \
                           Nothing repeats this answer by itself.";

pub(super) fn endpoints() -> Vec<Endpoint> {
    let does = "records, calls the upstream, records the outcome; the old dashboard's shapes";
    let unauthorized = Answer::json_either::<LegacyError, FetchError<'_>>("Not signed in.");
    let failed = |what| Answer::json::<FetchError<'_>>(what);
    let job = [("job_id", "$response.body#/job_id")];
    let answer = Answer::json::<FetchSuccess>("The upstream's answer.");
    vec![
        Endpoint::post("proxyFetch", PATH, proxy_fetch)
            .does(does, Access::CHANGE)
            .tagged(Tag::Legacy)
            .with_answer(|_| answer.link("retry", "retryJob", &job, "To try it again."))
            .or(401, unauthorized.header("WWW-Authenticate", CHALLENGE))
            .or(405, no_such_method::<FetchError<'_>>())
            .or(424, failed(CALL_FAILED))
            .otherwise(failed("What is wrong with the request; nothing was sent."))
            .refuses_by(|_, refusal| match refusal.problem.status() {
                StatusCode::UNAUTHORIZED => unauthorized_response(),
                _ => refused(refusal.problem),
            }),
    ]
}

/// The body. Members that are not known are ignored, as they always were.
#[derive(Deserialize, ToSchema)]
#[schema(description = "")]
struct Fetch {
    /// Below an upstream that is allowed.
    #[schema(required, nullable = false, pattern = "^.+$")]
    url: Option<String>,
    #[schema(inline, value_type = Option<UpstreamToken>)]
    token: Option<String>,
    #[serde(rename = "isPost")]
    #[schema(inline)]
    is_post: Option<Flag>,
    #[serde(rename = "postData")]
    #[schema(inline)]
    post_data: Option<PostData>,
    #[serde(rename = "contentType")]
    #[schema(inline, value_type = Option<ContentTypeName>)]
    content_type: Option<String>,
    batch_id: Option<BatchId>,
    retry_of: Option<JobId>,
    #[schema(inline)]
    receipt: Option<Flag>,
}

/// `true`, or `"true"`, as some callers write it.
struct Flag(bool);

impl<'de> Deserialize<'de> for Flag {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Visitor;
        impl serde::de::Visitor<'_> for Visitor {
            type Value = Flag;
            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("true or false")
            }
            fn visit_bool<E: serde::de::Error>(self, value: bool) -> Result<Flag, E> {
                Ok(Flag(value))
            }
            fn visit_str<E: serde::de::Error>(self, value: &str) -> Result<Flag, E> {
                if value.eq_ignore_ascii_case("true") {
                    Ok(Flag(true))
                } else if value.eq_ignore_ascii_case("false") {
                    Ok(Flag(false))
                } else {
                    Err(E::invalid_value(serde::de::Unexpected::Str(value), &self))
                }
            }
        }
        deserializer.deserialize_any(Visitor)
    }
}

shape!(
    Flag = {
        let text = matching("^([Tt][Rr][Uu][Ee]|[Ff][Aa][Ll][Ss][Ee])$");
        one_of([boolean().into(), text.into()])
    }
);

/// What is sent on.
enum PostData {
    Members(Map<String, Value>),
    /// A form that is written already.
    Form(String),
}

shape!(
    PostData = {
        let members = of(Type::Object).says("`action` and `cids` make it a Set Action.");
        let form = "A form, sent byte for byte; `contentType` says that it is one.";
        one_of([members, string().says(form)])
    }
);

impl<'de> Deserialize<'de> for PostData {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        match UniqueMembers::deserialize(deserializer)? {
            UniqueMembers(Value::Object(members)) => Ok(Self::Members(members)),
            UniqueMembers(Value::String(form)) => Ok(Self::Form(form)),
            _ => Err(serde::de::Error::custom("must be an object, or a form as a string")),
        }
    }
}

/// What a valid body asks for.
enum Asked {
    Action(Box<SetAction>),
    Read(ReadRequest),
}

impl Fetch {
    fn understand(self, user_id: UserId) -> Result<Asked, Problem> {
        let url = self.url.filter(|url| !url.is_empty());
        let url = url.ok_or_else(|| Problem::invalid("url", "is missing"))?;
        let is_form = matches!(&self.post_data, Some(PostData::Form(form)) if form.contains('='));
        let content_type = match self.content_type.as_deref() {
            None | Some("") if is_form => ContentType::Form,
            name => read_content_type(name)?,
        };
        let token = self.token.filter(|token| !token.is_empty()).map(Secret::from);
        // A request with a body means a POST unless it says otherwise.
        let is_post = self.is_post.map_or(self.post_data.is_some(), |flag| flag.0);
        match self.post_data.filter(|_| is_post) {
            // An action is never sent without a job: one that names no customers is refused, not
            // passed on.
            Some(PostData::Members(payload)) if SetAction::is_set_action(&payload) => {
                let action = SetAction::new(user_id, url, payload)?
                    .with_token(token)
                    .with_content_type(content_type)
                    .with_batch_id(self.batch_id)
                    .with_retry_of(self.retry_of);
                Ok(Asked::Action(Box::new(action)))
            }
            post_data => {
                let method = if is_post { ReadMethod::Post } else { ReadMethod::Get };
                let payload = post_data.map(|it| it.into_payload(content_type)).transpose()?;
                Ok(Asked::Read(ReadRequest { user_id, url, token, method, payload }))
            }
        }
    }
}

impl PostData {
    fn into_payload(self, content_type: ContentType) -> Result<ReadPayload, Problem> {
        match self {
            Self::Members(members) => Ok(ReadPayload::Members(members, content_type)),
            Self::Form(form) if content_type == ContentType::Form || form.is_empty() => {
                Ok(ReadPayload::Form(form))
            }
            Self::Form(_) => {
                let reason = "is a string, which is sent as a form: \
                              contentType must be application/x-www-form-urlencoded";
                Err(Problem::invalid("postData", reason))
            }
        }
    }
}

impl Sent for Fetch {
    fn example() -> Value {
        json!({
            "url": "https://upstream.example.com/tms/v1/actions",
            "token": "the upstream's",
            "isPost": true,
            "postData": {"action": "PE-Enable", "cids": ["5001", "5002"]},
        })
    }
}

async fn proxy_fetch(
    State(ledger): State<Ledger>,
    State(gateway): State<Gateway>,
    State(rules): State<SubmissionRules>,
    grant: Grant,
    prefer: Prefer,
    idempotency_key: IdempotencyKey,
    body: JsonBody<Fetch>,
) -> Result<Response, Refused> {
    let request_key = idempotency_key.of(grant.user())?;
    let user = grant.user().clone();
    let understand = move |body: Fetch| {
        let said = body.receipt.as_ref().map(|flag| flag.0);
        Ok((ReceiptRequest::new(said, prefer), body.understand(user)?))
    };
    match body.read(grant.standing(), understand).await? {
        (receipt, Asked::Action(action)) => {
            rules.earlier(&ledger, &grant).check(RetriedJob::of(&action, grant.user())).await?;
            grant.check_standing()?;
            let action = action.with_request_key(request_key);
            let finished = gateway.set_action(action).await;
            let finished = finished
                .map_err(|refusal| Problem::from(refusal).repeatable_if(request_key.is_some()))?;
            Ok(answer_finished(&ledger, &grant, finished, receipt).await)
        }
        (_, Asked::Read(_)) if request_key.is_some() => {
            let reason = "is for Set Actions; this request makes no job";
            Err(Problem::invalid("idempotency_key", reason).into())
        }
        (_, Asked::Read(request)) => {
            let read = tokio::select! {
                read = gateway.read(request) => read.map_err(Problem::from)?,
                // Nothing is recorded of it, and the answer is for nobody.
                lost = grant.standing().lost() => return Err(Problem::from(lost).into()),
            };
            Ok(answered(None, read, More::default()))
        }
    }
}

#[derive(Serialize, ToSchema)]
struct FetchSuccess {
    #[schema(inline, value_type = IsSuccess)]
    status: &'static str,
    data: Value,
    #[serde(rename = "httpStatus")]
    #[schema(inline, value_type = Code)]
    http_status: u16,
    job_id: Option<JobId>,
    /// `false`: it was too long to be recorded, and the answer is told again.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    data_recorded: Option<bool>,
    #[serde(flatten)]
    #[schema(inline)]
    more: More,
}

#[derive(Serialize, ToSchema)]
struct FetchError<'a> {
    #[schema(inline, value_type = IsError)]
    status: &'static str,
    message: &'a str,
    #[serde(rename = "httpStatus")]
    #[schema(inline, value_type = Code)]
    http_status: u16,
    job_id: Option<JobId>,
    #[serde(flatten)]
    #[schema(inline)]
    more: More,
}

value!(
    /// What the status of a success is.
    IsSuccess = one_of_texts(["success"])
);
value!(
    /// What the status of a failure is.
    IsError = one_of_texts(["error"])
);

/// What the old dashboard's answers did not have: each is there only when there is something to
/// say.
#[derive(Serialize, Default, ToSchema)]
struct More {
    #[serde(flatten)]
    #[schema(inline)]
    caveats: Caveats,
    #[serde(flatten)]
    #[schema(inline)]
    proof: Option<Proof>,
}

async fn answer_finished(
    ledger: &Ledger,
    grant: &Grant,
    finished: Finished,
    receipt: ReceiptRequest,
) -> Response {
    let (applied, proof) = receipt.prove_by(prove(ledger, grant.user(), finished.job_id)).await;
    let replayed = Replayed(finished.replayed);
    let more = More { caveats: Caveats::of(&finished, grant.only_user()), proof };
    (applied, replayed, answered(Some(finished.job_id), finished.answer, more)).into_response()
}

/// The proof of the entry that recorded the job.
async fn prove(ledger: &Ledger, user: &UserId, job_id: JobId) -> Result<Proof, Problem> {
    // However long it takes: the job is recorded.
    let _until_read = ledger.read_permit(Some(user)).await;
    let job = ledger.store().job(job_id).await?;
    let job = job.ok_or(jobs_core::Error::UnknownJob { job_id })?;
    Proof::read(ledger, job.job.index).await
}

fn answered(job_id: Option<JobId>, answer: Outcome, more: More) -> Response {
    let Outcome { details, data } = answer;
    match told(&details) {
        Ok(http_status) => {
            let data_recorded = (data == Data::NotRecorded).then_some(false);
            let data = match data {
                Data::Json(body) => body,
                Data::None | Data::NotRecorded => Value::Null,
            };
            let status = "success";
            let success = FetchSuccess { status, data, http_status, job_id, data_recorded, more };
            reply::json(StatusCode::OK, &success)
        }
        Err(http_status) => {
            let message = details.error_message.as_ref().map_or("", |message| message.as_str());
            let failure = FetchError { status: "error", message, http_status, job_id, more };
            reply::json(StatusCode::FAILED_DEPENDENCY, &failure)
        }
    }
}

/// The code that the body says: `Ok` when the upstream accepted, `Err` when it did not. It depends
/// only on recorded members that are meant for programs, so a repeated request gets the same code.
fn told(details: &StatusDetails) -> Result<u16, u16> {
    match (details.cause, details.http_status.map(HttpStatus::get)) {
        (Cause::Answered, Some(code @ 200..=299)) => Ok(code),
        (Cause::Answered | Cause::InconclusiveAnswer, Some(code)) => Err(code),
        (Cause::TimedOut, _) => Err(408),
        (Cause::Withheld, _) => Err(409),
        _ => Err(500),
    }
}

/// A problem in the shape of this path.
struct Refused(Problem);

impl From<Problem> for Refused {
    fn from(problem: Problem) -> Self {
        Self(problem)
    }
}

impl IntoResponse for Refused {
    fn into_response(self) -> Response {
        refused(self.0)
    }
}

fn refused(mut problem: Problem) -> Response {
    let cause = problem.take_cause();
    let retry_after = problem.retry_after();
    let status = problem.status();
    let failure = FetchError {
        status: "error",
        message: problem.detail(),
        // As of any call that was not made, or of which nobody knows.
        http_status: if problem.may_be_recorded() { 500 } else { status.as_u16() },
        job_id: problem.job_id(),
        more: More::default(),
    };
    let mut response = reply::json(status, &failure);
    if let Some(seconds) = retry_after {
        response.headers_mut().insert(RETRY_AFTER, seconds);
    }
    if let Some(cause) = cause {
        response.extensions_mut().insert(cause);
    }
    response
}

fn unauthorized_response() -> Response {
    let body = serde_json::json!({"error": "Unauthorized"});
    let mut response = reply::json(StatusCode::UNAUTHORIZED, &body);
    response.headers_mut().insert(WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
    response
}
