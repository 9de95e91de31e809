//! One request and its answer: their bodies track whether the server waits for the peer, and how
//! much is not sent yet.

use std::convert::Infallible;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};

use bytes::Bytes;
use http::header::CONNECTION;
use http::{HeaderValue, Request, Response, Version};
use http_body::{Body, Frame, SizeHint};
use hyper::body::Incoming;
use tower::{Service, ServiceExt as _};

use super::activity::{Activity, Phase, PhaseGuard, RequestActivity};
use super::policy::{Caller, Policy};
use super::request_checks;
use super::response_budget::{Held, ResponseBudget};
use super::{BoxError, Peer};

/// Answers, and pieces of answers, up to this size are not counted on HTTP/1, where a connection
/// has one at a time: on 4,096 connections they are 256 MiB.
const SMALL_BYTES_MAX: usize = 64 << 10;

/// A service that [`serve`](super::serve) can serve: every [`tower::Service`] that answers requests
/// and does not fail.
pub trait HttpService:
    Service<
        Request<RequestBody>,
        Response = Response<<Self as HttpService>::ResponseBody>,
        Error = Infallible,
        Future: Send,
    > + Clone
    + Send
    + Sync
    + 'static
{
    /// The body of its answers.
    type ResponseBody: Body<Data = Bytes, Error: Into<BoxError>> + Send + Unpin + 'static;
}

impl<S, B> HttpService for S
where
    S: Service<Request<RequestBody>, Response = Response<B>, Error = Infallible, Future: Send>
        + Clone
        + Send
        + Sync
        + 'static,
    B: Body<Data = Bytes, Error: Into<BoxError>> + Send + Unpin + 'static,
{
    type ResponseBody = B;
}

/// What the requests of one connection have in common.
#[derive(Debug)]
pub(crate) struct Exchanges<S, P, K> {
    pub(crate) service: S,
    pub(crate) policy: P,
    pub(crate) peer: Peer,
    pub(crate) activity: Arc<Activity>,
    pub(crate) response_budget: Arc<ResponseBudget<K>>,
}

impl<S: HttpService, P: Policy<S::ResponseBody>> Exchanges<S, P, P::Caller> {
    /// Answers `request` with the service, or refuses it if it is not clear.
    pub(crate) async fn answer(
        self: Arc<Self>,
        mut request: Request<Incoming>,
    ) -> Result<Response<ResponseBody<S::ResponseBody, P::Caller>>, Infallible> {
        if let Err(unclear) = request_checks::check(&request) {
            let mut refusal = self.policy.refuse(&unclear);
            if request.version() < Version::HTTP_2 {
                refusal.headers_mut().insert(CONNECTION, HeaderValue::from_static("close"));
            }
            return Ok(refusal.map(|body| ResponseBody { body, tracking: Tracking::Uncounted }));
        }
        let uncounted_max = if request.version() < Version::HTTP_2 { SMALL_BYTES_MAX } else { 0 };
        let state = RequestActivity::new(Arc::clone(&self.activity));
        let _in_flight = state.enter(Phase::InFlight);
        request.extensions_mut().insert(self.peer);
        let request =
            request.map(|body| RequestBody { body, request: Arc::clone(&state), awaited: None });
        let response = self.service.clone().oneshot(request).await?;
        let streaming = self.policy.is_resumable(&response).then(|| state.enter(Phase::Streaming));
        let account = Account {
            caller: self.policy.caller(&response),
            activity: Arc::clone(&self.activity),
            request: state,
            budget: Arc::clone(&self.response_budget),
            uncounted_max,
        };
        Ok(response.map(|body| account.track(body, streaming)))
    }
}

/// The body of a request. While there is no more of it, the server waits for the peer.
#[derive(Debug)]
pub struct RequestBody {
    body: Incoming,
    request: Arc<RequestActivity>,
    awaited: Option<PhaseGuard>,
}

impl Body for RequestBody {
    type Data = Bytes;
    type Error = hyper::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, hyper::Error>>> {
        let this = &mut *self;
        let frame = Pin::new(&mut this.body).poll_frame(cx);
        match frame {
            Poll::Pending => {
                this.awaited.get_or_insert_with(|| this.request.enter(Phase::AwaitingBody));
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

/// Whose share an answer's bytes count against.
#[derive(Debug)]
struct Account<K> {
    caller: K,
    activity: Arc<Activity>,
    request: Arc<RequestActivity>,
    budget: Arc<ResponseBudget<K>>,
    uncounted_max: usize,
}

impl<K: Caller> Account<K> {
    /// Wraps the body; `streaming` lasts as long as the body does.
    fn track<B: Body>(self, body: B, streaming: Option<PhaseGuard>) -> ResponseBody<B, K> {
        let tracking = match body.size_hint().exact() {
            Some(0) => Tracking::Uncounted,
            Some(bytes) => {
                let held = self.hold(usize::try_from(bytes).unwrap_or(usize::MAX));
                held.map_or(Tracking::Uncounted, Tracking::Whole)
            }
            None => Tracking::InTheMaking { account: self, in_flight: None, _streaming: streaming },
        };
        ResponseBody { body, tracking }
    }

    fn hold(&self, bytes: usize) -> Option<Arc<Held<K>>> {
        let hold = || self.budget.hold(bytes, &self.caller, &self.activity);
        (bytes > self.uncounted_max).then(hold)
    }
}

/// The body of an answer, whose bytes count until they are sent.
#[derive(Debug)]
pub(crate) struct ResponseBody<B, K> {
    body: B,
    tracking: Tracking<K>,
}

#[derive(Debug)]
enum Tracking<K> {
    /// Empty, or small.
    Uncounted,
    /// Complete.
    Whole(Arc<Held<K>>),
    /// Made while it is sent. The server is working from when the peer has room for more until
    /// there is more. So a stream lasts while it is read, and a peer that takes nothing is idle.
    InTheMaking {
        account: Account<K>,
        in_flight: Option<PhaseGuard>,
        _streaming: Option<PhaseGuard>,
    },
}

impl<B, K> Body for ResponseBody<B, K>
where
    B: Body<Data = Bytes> + Unpin,
    K: Caller,
{
    type Data = Bytes;
    type Error = B::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, B::Error>>> {
        let this = &mut *self;
        let body = Pin::new(&mut this.body);
        match &mut this.tracking {
            Tracking::Uncounted => body.poll_frame(cx),
            Tracking::Whole(held) => {
                body.poll_frame(cx).map_ok(|frame| frame.map_data(|data| held.until_sent(data)))
            }
            Tracking::InTheMaking { account, in_flight, .. } => {
                in_flight.get_or_insert_with(|| account.request.enter(Phase::InFlight));
                let frame = body.poll_frame(cx);
                if frame.is_ready() {
                    *in_flight = None;
                }
                frame.map_ok(|frame| {
                    frame.map_data(|data| match account.hold(data.len()) {
                        Some(held) => held.until_sent(data),
                        None => data,
                    })
                })
            }
        }
    }

    fn is_end_stream(&self) -> bool {
        match self.tracking {
            Tracking::InTheMaking { .. } => false,
            _ => self.body.is_end_stream(),
        }
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}
