//! `GET /v1/stream`: the ledger's entries as server-sent events, while they are recorded.

use axum::Router;
use axum::body::{Body, Bytes};
use axum::extract::State;
use axum::http::header::{CONTENT_TYPE, HeaderName};
use axum::http::{HeaderMap, HeaderValue, Uri};
use axum::response::Response;
use axum::routing::get;
use jobs_core::{Index, UserId, plural};

use crate::App;
use crate::access::Operation;
use crate::auth::{Caller, Grant};
use crate::live::{Filter, Refused, Subscriber, parse_kind};
use crate::problem::Problem;
use crate::query::{NOT_AN_INDEX, Params};
use crate::sign_in::{SaysWhy, Standing};

/// Tells nginx, and those who took it over, to pass on what comes at once.
const X_ACCEL_BUFFERING: HeaderName = HeaderName::from_static("x-accel-buffering");

/// The header in which a reader says what it has seen, and its name in problems.
const LAST_EVENT_ID: &str = "last-event-id";

const PARAMETERS: &[&str] =
    &["from", "after", "kind", "job_id", "status", "cause", "user_id", "action_name", "source"];

pub(super) fn router() -> Router<App> {
    Router::new().route(Operation::FollowEntries.path(), get(follow))
}

async fn follow(
    State(app): State<App>,
    caller: Caller,
    headers: HeaderMap,
    uri: Uri,
) -> Result<Response, Problem> {
    let grant = caller.authorize(Operation::FollowEntries)?;
    let params = Params::parse(uri.query(), PARAMETERS)?;
    let filter = read_filter(&params, &grant)?;
    let start = Start::read(&headers, &params)?;
    let size = app.store().head().await?.size();
    let position = start.map_or(Ok(size), |start| start.within(size))?;
    let subscriber = app.live().subscribe(grant.user().clone(), filter, position, size);
    let subscriber = subscriber.map_err(|refused| match refused {
        Refused::Full => Problem::busy("as many streams are open as there may be"),
        Refused::Ended => Problem::unavailable("the server is shutting down"),
    })?;
    Ok(events(subscriber, &grant.standing()))
}

fn events(subscriber: Subscriber, standing: &Standing) -> Response {
    let following = Some((subscriber, standing.lost()));
    let chunks = futures::stream::try_unfold(following, async |following| {
        let Some((mut subscriber, mut lost)) = following else { return Ok(None) };
        tokio::select! {
            biased;
            // In the middle of an entry, nothing can be said that would not be taken for a part of it.
            problem = &mut lost => match subscriber.is_between_entries() {
                true => Ok(Some((last_event(&problem)?, None))),
                false => Err(std::io::Error::other(problem.detail().to_owned())),
            },
            chunk = subscriber.next() => Ok(chunk.map(|chunk| (chunk, Some((subscriber, lost))))),
        }
    });
    let mut response = Response::new(Body::from_stream(chunks));
    response.extensions_mut().insert(SaysWhy);
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static("text/event-stream"));
    headers.insert(X_ACCEL_BUFFERING, HeaderValue::from_static("no"));
    response
}

/// Why a stream ends for somebody who may follow it no more; a reader that asks again is told the same.
fn last_event(problem: &Problem) -> std::io::Result<Bytes> {
    let problem = serde_json::to_string(problem)?;
    Ok(format!("event: ended\ndata: {problem}\n\n").into())
}

fn read_filter(params: &Params<'_>, grant: &Grant) -> Result<Filter, Problem> {
    let mut user_id = params.get("user_id", str::parse::<UserId>)?;
    if let Some(only) = grant.only_user() {
        grant.check_owner(user_id.get_or_insert_with(|| only.clone()))?;
    }
    Ok(Filter {
        kind: params.get("kind", parse_kind)?,
        job_id: params.get("job_id", str::parse)?,
        status: params.get("status", str::parse)?,
        cause: params.get("cause", str::parse)?,
        user_id,
        action_name: params.get("action_name", str::parse)?,
        source: params.get("source", str::parse)?,
    })
}

/// Where the caller wants to start, and by which name it said so.
struct Start {
    position: Index,
    field: &'static str,
}

impl Start {
    /// `None` when the caller does not say. The header counts before the parameters: a browser that reconnects sends it
    /// along with the address that it began with.
    fn read(headers: &HeaderMap, params: &Params<'_>) -> Result<Option<Self>, Problem> {
        let seen = headers.get(LAST_EVENT_ID).map(|value| {
            let index = value.to_str().ok().and_then(|text| text.parse::<Index>().ok());
            index.ok_or_else(|| Problem::invalid(LAST_EVENT_ID, NOT_AN_INDEX))
        });
        let start = match (seen.transpose()?, params.index("from")?, params.index("after")?) {
            (_, Some(_), Some(_)) => {
                return Err(Problem::invalid("after", "cannot go together with from"));
            }
            (Some(seen), ..) => Some((seen.saturating_add(1), LAST_EVENT_ID)),
            (None, Some(from), None) => Some((from, "from")),
            (None, None, Some(after)) => Some((after.saturating_add(1), "after")),
            (None, None, None) => None,
        };
        Ok(start.map(|(position, field)| Self { position, field }))
    }

    /// The position, in a ledger of `size` entries.
    fn within(self, size: Index) -> Result<Index, Problem> {
        if self.position <= size {
            return Ok(self.position);
        }
        let entries = plural(size, "entry", "entries");
        let reason = format!("is beyond the end of the ledger, which has {entries}");
        Err(Problem::invalid(self.field, &reason))
    }
}
