//! What operations share: parameters, bodies, answers, problems.

use serde_json::Value;
use utoipa::openapi::path::{Parameter, ParameterBuilder, ParameterIn};
use utoipa::openapi::request_body::{RequestBody, RequestBodyBuilder};
use utoipa::openapi::schema::Object;
use utoipa::openapi::{
    ContentBuilder, Header, Ref, Required, Response, ResponseBuilder, extensions::Extensions,
};

use super::schema::{
    Says as _, Shape, boolean, formatted, integer, matching, named, or_empty, string,
};
use super::schemas::{cause, index, source, status};
use crate::bodies::BODY_BYTES_MAX;

const JSON: &str = "application/json";

/// The problems that operations have in common, by status: the name of the answer, and when it is given.
pub(super) const PROBLEMS: [(u16, &str, &str); 11] = [
    (400, "Invalid", "A parameter, a member or the body breaks a rule; `field` names it."),
    (401, "Unauthorized", "The caller is not signed in, or not any more."),
    (403, "Forbidden", "The caller's role may not do this, or not to another user's job."),
    (404, "NotFound", "There is no such job, entry or tile."),
    (405, "MethodNotAllowed", NO_SUCH_METHOD),
    (408, "BodyTimeout", "The body did not arrive within 30 seconds."),
    (409, "Conflict", "It contradicts what is recorded."),
    (413, "BodyTooLarge", "The body has more than 16 MiB."),
    (415, "BodyCoded", "The body has a `Content-Encoding`."),
    (422, "KeyReused", "The idempotency key was used for another request."),
    (
        424,
        "MaybeRecorded",
        "It may be recorded in spite of a failure: look it up before sending again.",
    ),
];

/// Answered to other methods of the path, so to none of its operations; OpenAPI has no other place to say it.
pub(super) const NO_SUCH_METHOD: &str =
    "Answered to a method that the path does not have; `Allow` names those that it has.";

/// `503`, apart from the others because it says when to ask again.
pub(super) const UNAVAILABLE: (&str, &str) = (
    "Unavailable",
    "Too much is under way, or the ledger does not answer; nothing was recorded, unless there is a `job_id`: that request has a \
     key, and may be sent again.",
);

/// The shared answers, by name.
pub(super) fn problems() -> impl Iterator<Item = (&'static str, Response)> {
    let retry_after = integer(1, 3600).says("How many seconds to wait.");
    let unavailable = problem(UNAVAILABLE.1).header("Retry-After", Header::new(retry_after));
    let shared = PROBLEMS.into_iter().map(|(status, name, when)| {
        let answer = problem(when);
        let answer = match status {
            401 => answer.header("WWW-Authenticate", challenge()),
            405 => answer.header("Allow", allow()),
            _ => answer,
        };
        (name, answer)
    });
    shared.chain([(UNAVAILABLE.0, unavailable)]).map(|(name, answer)| (name, answer.build()))
}

fn problem(when: &str) -> ResponseBuilder {
    let content = ContentBuilder::new().schema(Some(named("Problem"))).build();
    ResponseBuilder::new().description(when).content("application/problem+json", content)
}

/// The header of a `401`.
pub(super) fn challenge() -> Header {
    Header::new(string().says("How to sign in."))
}

/// The header of a `405`.
pub(super) fn allow() -> Header {
    Header::new(string().says("The methods that the path has."))
}

/// The shared answer of a status.
pub(super) fn shared_problem(status: u16) -> Option<Ref> {
    let found = PROBLEMS.iter().find(|(known, ..)| *known == status).map(|(_, name, _)| *name);
    let name = if status == 503 { Some(UNAVAILABLE.0) } else { found };
    name.map(Ref::from_response_name)
}

/// An answer of this type, each of whose bodies fits `shape`.
pub(super) fn answer(what: &str, content_type: &str, shape: impl Into<Shape>) -> ResponseBuilder {
    let content = ContentBuilder::new().schema(Some(shape)).build();
    ResponseBuilder::new().description(what).content(content_type, content)
}

pub(super) fn json(what: &str, schema: &str) -> ResponseBuilder {
    answer(what, JSON, named(schema))
}

/// Lines of JSON. OpenAPI 3.1 has no word for what each line is, so an extension says it.
pub(super) fn json_lines(what: &str, schema: &str) -> ResponseBuilder {
    let content = ContentBuilder::new().schema(Some(string())).extensions(Some(each_line(schema)));
    ResponseBuilder::new().description(what).content("application/x-ndjson", content.build())
}

fn each_line(schema: &str) -> Extensions {
    let line = serde_json::json!({"$ref": format!("#/components/schemas/{schema}")});
    Extensions::builder().add("x-line-schema", line).build()
}

pub(super) fn json_body(schema: &str, example: Value) -> RequestBody {
    body(JSON, named(schema), &format!("At most {BODY_BYTES_MAX} bytes."), example)
}

pub(super) fn form_body(schema: &str, example: Value) -> RequestBody {
    body("application/x-www-form-urlencoded", named(schema), "A form.", example)
}

fn body(content_type: &str, shape: Shape, what: &str, example: Value) -> RequestBody {
    let content = ContentBuilder::new().schema(Some(shape)).example(Some(example)).build();
    RequestBodyBuilder::new()
        .description(Some(what))
        .required(Some(Required::True))
        .content(content_type, content)
        .build()
}

pub(super) fn json_lines_body(schema: &str, example: &str) -> RequestBody {
    let content = ContentBuilder::new()
        .schema(Some(string()))
        .example(Some(example.into()))
        .extensions(Some(each_line(schema)));
    RequestBodyBuilder::new()
        .description(Some("A job a line; a line has at most 16 MiB, the whole has no limit."))
        .required(Some(Required::True))
        .content("application/x-ndjson", content.build())
        .build()
}

fn parameter(name: &str, place: ParameterIn, shape: impl Into<Shape>) -> ParameterBuilder {
    ParameterBuilder::new().name(name).parameter_in(place).schema(Some(shape))
}

/// A parameter of the path.
pub(super) fn in_path(
    name: &str,
    shape: impl Into<Shape>,
    what: &str,
    example: Value,
) -> Parameter {
    let parameter = parameter(name, ParameterIn::Path, shape).required(Required::True);
    parameter.description(Some(what)).example(Some(example)).build()
}

/// A parameter of the query that need not be given.
pub(super) fn in_query(name: &str, shape: impl Into<Shape>, what: &str) -> Parameter {
    parameter(name, ParameterIn::Query, shape)
        .required(Required::False)
        .description(Some(what))
        .build()
}

/// A parameter of the query that must be given.
pub(super) fn needed(name: &str, shape: impl Into<Shape>, what: &str, example: Value) -> Parameter {
    let parameter = parameter(name, ParameterIn::Query, shape).required(Required::True);
    parameter.description(Some(what)).example(Some(example)).build()
}

fn in_header(name: &str, shape: impl Into<Shape>, what: &str) -> Parameter {
    let parameter = parameter(name, ParameterIn::Header, shape).required(Required::False);
    parameter.description(Some(what)).build()
}

const JOB: &str = "0192f0c1-2345-7000-8000-000000000001";

pub(super) fn job_id() -> Parameter {
    in_path("job_id", named("JobId"), "The job.", JOB.into())
}

pub(super) fn other_id() -> Parameter {
    in_path("other_id", named("JobId"), "The other job.", JOB.into())
}

pub(super) fn cid() -> Parameter {
    let what = "The customer, compared byte by byte; a `/` in it is written `%2F`.";
    in_path("cid", named("Cid"), what, "5001".into())
}

pub(super) fn index_in_path() -> Parameter {
    in_path("index", named("Index"), "The entry.", 0.into())
}

/// `limit`, with its greatest value and the one that it has unless given.
pub(super) fn limit(max: u64, default: u64) -> Parameter {
    in_query("limit", up_to(max, default), "How many there are on a page, at most.")
}

/// `limit` of the old dashboard's lists, which have one page.
pub(super) fn old_limit() -> Parameter {
    in_query("limit", or_empty(up_to(500, 50).into()), "How many there are, at most.")
}

fn up_to(max: u64, default: u64) -> Object {
    let mut limit = integer(1, max);
    limit.default = Some(default.into());
    limit
}

pub(super) fn cursor() -> Parameter {
    let shape = matching("^[A-Za-z0-9_-]{23}$");
    in_query("cursor", shape, "The `next` of the page before, of the same list.")
}

pub(super) fn after_cid() -> Parameter {
    in_query("after", named("Cid"), "The `next` of the page before.")
}

pub(super) fn user_id() -> Parameter {
    in_query("user_id", named("UserId"), "One user's jobs alone.")
}

/// The conditions of a list of jobs.
pub(super) fn filters() -> Vec<Parameter> {
    vec![
        user_id(),
        in_query("status", status(), "How the job stands."),
        in_query("cause", cause(), "What that status rests on."),
        in_query("action_name", named("ActionName"), "The action."),
        in_query("cid", named("Cid"), "A customer of the job."),
        in_query("batch_id", named("BatchId"), "The batch."),
        in_query("source", source(), "Through which door it came in."),
        in_query("since", formatted("date-time"), "Created at this time or later."),
        in_query("until", formatted("date-time"), "Created before this time."),
    ]
}

/// A place in the ledger, in the query.
pub(super) fn place(name: &str, what: &str) -> Parameter {
    in_query(name, index(), what)
}

pub(super) fn receipt() -> Parameter {
    in_query("receipt", boolean(), "Whether the answer is to have a receipt and its leaf.")
}

pub(super) fn prefer() -> Parameter {
    in_header("Prefer", string(), "`receipt` asks for a receipt as well (RFC 7240).")
}

pub(super) fn idempotency_key() -> Parameter {
    // A String of structured fields (RFC 9651), or any text that does not begin like one.
    let shape = matching(r#"^([!#-~]([ -~]{0,253}[!-~])?|"([ !#-\[\]-~]|\\["\\]){1,255}")$"#);
    let what = "The caller's name for this request, used for nothing else: sent again with the same one, it is answered \
                as it was the first time. A key in quotes is the same as without them.";
    in_header("Idempotency-Key", shape, what)
}

pub(super) fn if_none_match() -> Parameter {
    in_header("If-None-Match", string(), "The `ETag` of an earlier answer.")
}

pub(super) fn last_event_id() -> Parameter {
    in_header("Last-Event-ID", index(), "The last `id` seen; counts before the parameters.")
}

pub(super) fn header(what: &str) -> Header {
    Header::new(string().says(what))
}
