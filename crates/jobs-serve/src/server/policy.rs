//! What the server asks of whoever runs it: how refusals look, and whose an answer is.

use std::fmt::Debug;
use std::hash::Hash;

use http::header::CONTENT_TYPE;
use http::{Response, StatusCode};

use super::request_checks::Unclear;

/// What tells callers apart: implemented for whatever can.
pub trait Caller: Debug + Clone + Eq + Hash + Send + Sync + Unpin + 'static {}

impl<T: Debug + Clone + Eq + Hash + Send + Sync + Unpin + 'static> Caller for T {}

/// What a server cannot know of its service. `B` is the body of the service's answers.
pub trait Policy<B>: Clone + Send + Sync + 'static {
    /// Whoever an answer is for. Those who are nobody in particular share one key.
    type Caller: Caller;

    /// The answer to a request that others may understand differently. The service does not see the
    /// request.
    fn refuse(&self, unclear: &Unclear) -> Response<B>;

    /// Whose answer this is: the unread answers of the caller who has most of them give way to
    /// those of others.
    fn caller(&self, response: &Response<B>) -> Self::Caller;

    /// Whether the body is a stream without an end, that its reader can resume after a disconnect:
    /// server-sent events, if this is not overridden. Such a connection is ended before a newcomer
    /// waits.
    fn is_resumable(&self, response: &Response<B>) -> bool {
        response.headers().get(CONTENT_TYPE).is_some_and(|it| it == "text/event-stream")
    }
}

/// All callers are one, and refusals are `400` with a line of text.
#[derive(Debug, Clone, Copy, Default)]
pub struct PlainPolicy;

impl<B: From<String>> Policy<B> for PlainPolicy {
    type Caller = ();

    fn refuse(&self, unclear: &Unclear) -> Response<B> {
        let mut response = Response::new(B::from(format!("{unclear}\n")));
        *response.status_mut() = StatusCode::BAD_REQUEST;
        response
    }

    fn caller(&self, _response: &Response<B>) {}
}
