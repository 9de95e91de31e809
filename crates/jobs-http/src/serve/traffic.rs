//! Bodies on their way in and out, and what the server knows by them: who has it waiting, and what is not sent yet.

use std::convert::Infallible;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{self, Poll};

use axum::body::{Body, Bytes, HttpBody};
use axum::http::header::CONTENT_TYPE;
use axum::response::Response;
use hyper::Version;
use hyper::body::{Frame, Incoming, SizeHint};
use jobs_core::UserId;

use super::activity::{Activity, Request, State, Stay};
use super::shape;
use super::unsent::{Held, Unsent};
use crate::Enveloped;
use crate::sign_in::Visit;

/// Answers, and pieces of answers, up to this size are not counted on HTTP/1, where a connection has one at a time:
/// 4,096 of them are 256 MiB. A piece of a stream of entries is none longer.
const SMALL_BYTES_MAX: usize = 64 << 10;

/// What a request belongs to.
#[derive(Debug, Clone)]
pub(super) struct Context {
    pub(super) activity: Arc<Activity>,
    pub(super) unsent: Arc<Unsent>,
}

pub(super) async fn answer(
    router: Enveloped,
    request: hyper::Request<Incoming>,
    context: Context,
) -> Result<Response, Infallible> {
    let Context { activity, unsent } = context;
    if let Some(refusal) = shape::refuse(&request) {
        return Ok(refusal);
    }
    let uncounted_max = if request.version() < Version::HTTP_2 { SMALL_BYTES_MAX } else { 0 };
    let state = Request::new(Arc::clone(&activity));
    let _under_way = state.begin(State::UnderWay);
    let arriving = |body| Arriving { body, request: Arc::clone(&state), awaited: None };
    let response = router.answer(request.map(|body| Body::new(arriving(body)))).await;
    let user = response.extensions().get::<Visit>().and_then(Visit::user).cloned();
    let request = Arc::clone(&state);
    let leaving = Leaving { activity, request, user, unsent, uncounted_max };
    let follows = response.headers().get(CONTENT_TYPE).is_some_and(|it| it == "text/event-stream");
    let following = follows.then(|| state.begin(State::Following));
    Ok(response.map(|body| leaving.send(body, following)))
}

/// The body of a request. While there is no more of it, the server waits for the peer.
struct Arriving {
    body: Incoming,
    request: Arc<Request>,
    awaited: Option<Stay>,
}

impl HttpBody for Arriving {
    type Data = Bytes;
    type Error = hyper::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        cx: &mut task::Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, hyper::Error>>> {
        let this = &mut *self;
        let frame = Pin::new(&mut this.body).poll_frame(cx);
        match frame {
            Poll::Pending => {
                this.awaited.get_or_insert_with(|| this.request.begin(State::Awaited));
            }
            Poll::Ready(_) => this.awaited = None,
        }
        frame
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}

/// Where answers go.
struct Leaving {
    activity: Arc<Activity>,
    request: Arc<Request>,
    /// Whoever asked, if they are signed in.
    user: Option<UserId>,
    unsent: Arc<Unsent>,
    uncounted_max: usize,
}

impl Leaving {
    /// The body, with what lasts as long as it is in the making.
    fn send(self, body: Body, following: Option<Stay>) -> Body {
        match body.size_hint().exact() {
            Some(0) => body,
            Some(bytes) => {
                let bytes = usize::try_from(bytes).unwrap_or(usize::MAX);
                match self.hold(bytes) {
                    Some(held) => Body::new(Whole { body, held }),
                    None => body,
                }
            }
            None => Body::new(InTheMaking {
                body,
                leaving: self,
                under_way: None,
                _following: following,
            }),
        }
    }

    fn hold(&self, bytes: usize) -> Option<Arc<Held>> {
        let hold = || self.unsent.hold(bytes, self.user.as_ref(), &self.activity);
        (bytes > self.uncounted_max).then(hold)
    }
}

/// A body that is there as a whole.
struct Whole {
    body: Body,
    held: Arc<Held>,
}

impl HttpBody for Whole {
    type Data = Bytes;
    type Error = axum::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        cx: &mut task::Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, axum::Error>>> {
        let this = &mut *self;
        Pin::new(&mut this.body)
            .poll_frame(cx)
            .map_ok(|frame| frame.map_data(|data| this.held.until_sent(data)))
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}

/// A body that is made while it is sent. The server is at work on it from when the peer has room for more until there is
/// more; so a stream lasts while it is read, and a peer that takes nothing is idle.
struct InTheMaking {
    body: Body,
    leaving: Leaving,
    under_way: Option<Stay>,
    _following: Option<Stay>,
}

impl HttpBody for InTheMaking {
    type Data = Bytes;
    type Error = axum::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        cx: &mut task::Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, axum::Error>>> {
        let this = &mut *self;
        this.under_way.get_or_insert_with(|| this.leaving.request.begin(State::UnderWay));
        let frame = Pin::new(&mut this.body).poll_frame(cx);
        if frame.is_ready() {
            this.under_way = None;
        }
        frame.map_ok(|frame| {
            frame.map_data(|data| match this.leaving.hold(data.len()) {
                Some(held) => held.until_sent(data),
                None => data,
            })
        })
    }
}
