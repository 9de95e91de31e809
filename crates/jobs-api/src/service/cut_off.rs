//! Answers that end when their caller is signed in no more: those that nothing is recorded for, and
//! bodies that are made while they are sent. They are cut off here for all routes, those to come
//! included.

use std::pin::Pin;
use std::task::{self, Poll};

use axum::body::{Body, Bytes, HttpBody};
use axum::response::Response;
use hyper::body::{Frame, SizeHint};
use jobs_sign_in::{CallerError, Lost, Standing};

use crate::request::scope::RequestScope;
use crate::response::reply::SaysWhy;

/// What `answering` comes to, unless the caller loses the right to it meanwhile: then why. For
/// requests that record nothing, which may be dropped at any moment.
pub(crate) async fn unless_lost<T>(
    scope: &RequestScope,
    answering: impl Future<Output = T>,
) -> Result<T, CallerError> {
    let mut answering = std::pin::pin!(answering);
    let mut lost: Option<Lost> = None;
    std::future::poll_fn(|cx| {
        if let Poll::Ready(answer) = answering.as_mut().poll(cx) {
            return Poll::Ready(Ok(answer));
        }
        let Some(standing) = scope.standing() else { return Poll::Pending };
        lost.get_or_insert_with(|| standing.lost()).as_mut().poll(cx).map(Err)
    })
    .await
}

/// Has a body that is made while it is sent break off when the caller loses the right to it, so
/// that nobody takes what came for the whole.
pub(crate) fn cut_off(scope: &RequestScope, response: Response) -> Response {
    let (mut parts, body) = response.into_parts();
    let says_why = parts.extensions.remove::<SaysWhy>().is_some();
    let body = match scope.standing() {
        Some(standing) if !says_why && body.size_hint().exact().is_none() => Body::new(CutOff {
            body: Some(body),
            lost: standing.lost(),
            standing: standing.clone(),
        }),
        _ => body,
    };
    Response::from_parts(parts, body)
}

struct CutOff {
    /// `None` once it has broken off.
    body: Option<Body>,
    standing: Standing,
    /// Wakes the reader of the body.
    lost: Lost,
}

impl HttpBody for CutOff {
    type Data = Bytes;
    type Error = axum::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        cx: &mut task::Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, axum::Error>>> {
        let Self { body: Some(body), standing, lost } = &mut *self else {
            return Poll::Ready(None);
        };
        let checked = standing.check().map_or_else(Poll::Ready, |()| lost.as_mut().poll(cx));
        match checked {
            Poll::Pending => Pin::new(body).poll_frame(cx),
            Poll::Ready(error) => {
                self.body = None;
                let why = std::io::Error::other(error);
                Poll::Ready(Some(Err(axum::Error::new(why))))
            }
        }
    }

    fn is_end_stream(&self) -> bool {
        self.body.as_ref().is_none_or(HttpBody::is_end_stream)
    }

    fn size_hint(&self) -> SizeHint {
        self.body.as_ref().map_or_else(SizeHint::default, HttpBody::size_hint)
    }
}
