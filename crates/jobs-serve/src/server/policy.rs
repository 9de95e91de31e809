//! What the server must be told about its service: how refusals look, and whose an answer is.

use std::fmt::Debug;
use std::hash::Hash;

use http::header::CONTENT_TYPE;
use http::{Response, StatusCode};

use super::request_checks::Unclear;

/// What tells callers apart; implemented for every fitting type.
pub trait Caller: Debug + Clone + Eq + Hash + Send + Sync + Unpin + 'static {}

impl<T: Debug + Clone + Eq + Hash + Send + Sync + Unpin + 'static> Caller for T {}

/// What a server cannot know by itself about its service. `B` is the body of the service's answers.
pub trait Policy<B>: Clone + Send + Sync + 'static {
    /// The caller that an answer is for. Unknown callers share one key.
    type Caller: Caller;

    /// The answer to a request that others may understand differently. The service does not see the
    /// request.
    fn refuse(&self, unclear: &Unclear) -> Response<B>;

    /// Whose answer this is. When memory runs out, the caller with the most unread answers loses
    /// them first.
    fn caller(&self, response: &Response<B>) -> Self::Caller;

    /// Whether the body is an endless stream that its reader can resume after a disconnect; by
    /// default, server-sent events. Such a connection is ended rather than let a new one wait.
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
