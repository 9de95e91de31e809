//! `GET /v1/stream`: the ledger's entries as server-sent events, while they are recorded.

use std::sync::Arc;

use axum::body::{Body, Bytes};
use axum::extract::{FromRequestParts, State};
use axum::http::HeaderValue;
use axum::http::header::{CONTENT_TYPE, HeaderName};
use axum::http::request::Parts;
use axum::response::Response;
use jobs_auth::security::Event;
use jobs_core::{
    ActionName, AnyOf, Cause, Error, Index, JobIdPrefix, Source, Status, UserId, plural,
};
use jobs_live::{EntryFilter, Feed, KINDS, SubscribeError, Subscriber};
use jobs_sign_in::Standing;

use crate::App;
use crate::access::{Access, Grant};
use crate::describe::{Answer, Description, Input, Tag};
use crate::endpoint::Endpoint;
use crate::ledger::Ledger;
use crate::request::query::{NOT_AN_INDEX, Query, Value, query};
use crate::response::problem::Problem;
use crate::response::reply::SaysWhy;
use crate::schema::{self, Shape, one_of_texts, string};

/// Tells nginx, and other proxies that know the header, not to buffer the answer.
const X_ACCEL_BUFFERING: HeaderName = HeaderName::from_static("x-accel-buffering");

/// The header in which a reader says what it has seen, and its name in problems.
const LAST_EVENT_ID: &str = "last-event-id";

pub(super) fn endpoints() -> Vec<Endpoint> {
    let events = "Server-sent events; the data of each is an `Entry`, its `id` the entry's index. \
        The event `ended` has a `Problem`: the caller may follow it no more.";
    vec![
        Endpoint::get("followEntries", "/v1/stream", follow)
            .does("follows the entries while they are recorded", Access::READ)
            .tagged(Tag::Ledger)
            .reads_with_permit(false)
            .logged_as(Event::StreamBegun)
            .with_answer(|_| Answer::new(events).of("text/event-stream", string())),
    ]
}

query! {
    /// Which entries to follow, and from where.
    struct StreamQuery {
        /// The first entry.
        from: Option<Index>,
        /// The entry before the first one; not together with `from`.
        after: Option<Index>,
        /// Any of these kinds of entry.
        kind: AnyOf<EntryKind>,
        /// The entries of the jobs with any of these IDs, or whose IDs begin so.
        job_id: AnyOf<JobIdPrefix>,
        /// What the entry says: any of these.
        status: AnyOf<Status>,
        /// What that status rests on: any of these.
        cause: AnyOf<Cause>,
        /// The jobs of any of these users.
        user_id: AnyOf<UserId>,
        /// Any of these actions.
        action_name: AnyOf<ActionName>,
        /// Through which interface the job came in: any of these.
        source: AnyOf<Source>,
    }
}

/// A kind of entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct EntryKind(&'static str);

impl Value for EntryKind {
    fn read(name: &'static str, text: &str) -> jobs_core::Result<Self> {
        let kind = KINDS.into_iter().find(|kind| *kind == text);
        kind.map(Self).ok_or_else(|| {
            Error::invalid(name, "must be job_created, job_imported, status_changed or note_added")
        })
    }

    fn shape() -> Shape {
        one_of_texts(KINDS).into()
    }
}

/// The header `Last-Event-ID`: what a reader says that it has seen.
struct LastEventId(Option<Index>);

impl FromRequestParts<App> for LastEventId {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _: &App) -> Result<Self, Problem> {
        let seen = parts.headers.get(LAST_EVENT_ID).map(|value| {
            let index = value.to_str().ok().and_then(|text| text.parse::<Index>().ok());
            index.ok_or_else(|| Problem::invalid(LAST_EVENT_ID, NOT_AN_INDEX))
        });
        seen.transpose().map(Self)
    }
}

impl Input for LastEventId {
    fn describe(description: &mut Description) {
        let what = "The last `id` seen; counts before the parameters.";
        description.takes_header("Last-Event-ID", schema::index(), what);
    }
}

async fn follow(
    State(ledger): State<Ledger>,
    State(feed): State<Arc<Feed>>,
    grant: Grant,
    query: Query<StreamQuery>,
    seen: LastEventId,
) -> Result<Response, Problem> {
    let start = Start::read(seen, &query.values)?;
    let filter = read_filter(query.values, &grant)?;
    let size = ledger.store().head().await?.size();
    let position = start.map_or(Ok(size), |start| start.within(size))?;
    let subscriber = feed.subscribe(grant.user().clone(), filter, position, size);
    let subscriber = subscriber.map_err(|refused| match refused {
        SubscribeError::Full => Problem::busy("as many streams are open as there may be"),
        SubscribeError::Ended => Problem::unavailable("the server is shutting down"),
    })?;
    Ok(events(subscriber, grant.standing()))
}

fn events(subscriber: Subscriber, standing: &Standing) -> Response {
    let following = Some((subscriber, standing.lost()));
    let chunks = futures::stream::try_unfold(following, async |following| {
        let Some((mut subscriber, mut lost)) = following else { return Ok(None) };
        tokio::select! {
            biased;
            // In the middle of an entry, nothing can be said that would not be taken for a part of
            // it.
            why = &mut lost => match subscriber.is_between_entries() {
                true => Ok(Some((last_event(&why.into())?, None))),
                false => Err(std::io::Error::other(why)),
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

/// Why a stream ends for a caller who may no longer follow it; a reader that asks again is told the
/// same.
fn last_event(problem: &Problem) -> std::io::Result<Bytes> {
    let problem = serde_json::to_string(problem)?;
    Ok(format!("event: ended\ndata: {problem}\n\n").into())
}

fn read_filter(query: StreamQuery, grant: &Grant) -> Result<EntryFilter, Problem> {
    let StreamQuery { kind, job_id, status, cause, user_id, action_name, source, .. } = query;
    let kind = AnyOf::new("kind", kind.iter().map(|EntryKind(kind)| *kind))?;
    let user_id = grant.restrict_any(user_id)?;
    Ok(EntryFilter { kind, job_id, status, cause, user_id, action_name, source })
}

/// Where the caller wants to start, and the header or parameter that says so.
struct Start {
    position: Index,
    field: &'static str,
}

impl Start {
    /// `None` when the caller does not say. The header counts before the parameters: a browser that
    /// reconnects sends it along with the address that it began with.
    fn read(LastEventId(seen): LastEventId, query: &StreamQuery) -> Result<Option<Self>, Problem> {
        let start = match (seen, query.from, query.after) {
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
