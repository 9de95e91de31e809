//! The smallest upstream: it reads a request and answers with success.

use std::convert::Infallible;

use bytes::Bytes;
use http_body_util::{BodyExt as _, Full};
use hyper::body::Incoming;
use hyper::header::{CONTENT_TYPE, HeaderName, HeaderValue};
use hyper::{Request, Response};
use tokio::net::TcpListener;

use crate::Result;
use crate::listen::{self, listen};

/// The default of Node.js.
const KEEP_ALIVE: (HeaderName, HeaderValue) =
    (HeaderName::from_static("keep-alive"), HeaderValue::from_static("timeout=5"));

/// Answers all requests, on a port that it prints, until it is ended. It keeps idle connections in
/// any case, and may announce it.
pub(crate) fn serve(announces: bool) -> Result<()> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    runtime.block_on(listen(move |request| answer(request, announces)))
}

/// Answers all requests on `listener`, and announces that it keeps idle connections.
pub(crate) async fn serve_on(listener: TcpListener) -> Result<()> {
    listen::serve(listener, |request| answer(request, true)).await
}

async fn answer(
    request: Request<Incoming>,
    announces: bool,
) -> std::result::Result<Response<Full<Bytes>>, Infallible> {
    // A request that breaks off in the middle gets no answer.
    let _ = request.into_body().collect().await;
    let mut response = Response::new(Full::new(Bytes::from_static(br#"{"success":true}"#)));
    response.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
    if announces {
        response.headers_mut().extend([KEEP_ALIVE]);
    }
    Ok(response)
}
