//! The problems that endpoints have in common.

use utoipa::openapi::{ContentBuilder, Header, Ref, Response, ResponseBuilder};

use crate::response::problem::Problem;
use crate::schema::{Says as _, integer, reference, string};

/// The problems that endpoints have in common, by status: the name of the answer, and when it is
/// given.
pub(super) const PROBLEMS: [(u16, &str, &str); 13] = [
    (400, "Invalid", "A parameter, a member or the body breaks a rule; `field` names it."),
    (401, "Unauthorized", "The caller is not signed in, or not any more."),
    (403, "Forbidden", "The caller's role may not do this, or not to another user's job."),
    (404, "NotFound", "There is no such job, entry, tile, user, session or token."),
    (405, "MethodNotAllowed", NO_SUCH_METHOD),
    (408, "BodyTimeout", "The body did not arrive within 30 seconds."),
    (409, "Conflict", "It contradicts what is recorded, or what the accounts are."),
    (413, "BodyTooLarge", "The body has more than 16 MiB."),
    (415, "BodyCoded", "The body has a `Content-Encoding`."),
    (422, "KeyReused", "The idempotency key was used for another request."),
    (
        424,
        "MaybeRecorded",
        "It may be recorded in spite of a failure: look it up before sending again.",
    ),
    (429, "TooManyTries", "There were too many wrong passwords or tokens."),
    (501, "NoAccounts", "The server keeps its accounts in memory alone (`--store memory`)."),
];

/// Answered to other methods of the path, so to none of its operations; OpenAPI has no other place
/// to say it.
pub(crate) const NO_SUCH_METHOD: &str =
    "Answered to a method that the path does not have; `Allow` names those that it has.";

/// `503`, apart from the others because it says when to ask again.
pub(super) const UNAVAILABLE: (&str, &str) = (
    "Unavailable",
    "Too much is under way, or the ledger does not answer; nothing was recorded, unless there is a `job_id`: that request has a \
     key, and may be sent again.",
);

/// The shared answers, by name.
pub(super) fn problems() -> impl Iterator<Item = (&'static str, Response)> {
    let retry_after = || Header::new(integer(1, 3600).says("How many seconds to wait."));
    let unavailable = problem(UNAVAILABLE.1).header("Retry-After", retry_after());
    let shared = PROBLEMS.into_iter().map(move |(status, name, when)| {
        let answer = problem(when);
        let answer = match status {
            401 => answer.header("WWW-Authenticate", Header::new(string().says(CHALLENGE))),
            405 => answer.header("Allow", Header::new(string().says(ALLOW))),
            429 => answer.header("Retry-After", retry_after()),
            _ => answer,
        };
        (name, answer)
    });
    shared.chain([(UNAVAILABLE.0, unavailable)]).map(|(name, answer)| (name, answer.build()))
}

fn problem(when: &str) -> ResponseBuilder {
    let content = ContentBuilder::new().schema(Some(reference::<Problem>())).build();
    ResponseBuilder::new().description(when).content("application/problem+json", content)
}

/// What the header `WWW-Authenticate` of a `401` says.
pub(crate) const CHALLENGE: &str = "How to sign in.";

/// What the header `Allow` of a `405` says.
pub(crate) const ALLOW: &str = "The methods that the path has.";

/// The shared answer of a status.
pub(super) fn shared_problem(status: u16) -> Option<Ref> {
    let found = PROBLEMS.iter().find(|(known, ..)| *known == status).map(|(_, name, _)| *name);
    let name = if status == 503 { Some(UNAVAILABLE.0) } else { found };
    name.map(Ref::from_response_name)
}
