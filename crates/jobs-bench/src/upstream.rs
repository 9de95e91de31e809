//! The least that an upstream can be: it reads a request and says success.

use std::convert::Infallible;

use bytes::Bytes;
use http_body_util::{BodyExt as _, Full};
use hyper::body::Incoming;
use hyper::header::{CONTENT_TYPE, HeaderValue};
use hyper::service::service_fn;
use hyper::{Request, Response};
use hyper_util::rt::TokioIo;
use tokio::net::TcpListener;

use crate::Result;

/// Answers whatever comes, on a port that it prints, until it is ended.
pub(crate) fn serve() -> Result<()> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    runtime.block_on(async {
        let listener = TcpListener::bind("127.0.0.1:0").await?;
        announce(&listener)?;
        loop {
            let (connection, _) = listener.accept().await?;
            connection.set_nodelay(true)?;
            let serving = hyper::server::conn::http1::Builder::new()
                .serve_connection(TokioIo::new(connection), service_fn(answer));
            tokio::spawn(serving);
        }
    })
}

/// Prints where a server listens, for the process that started it.
#[expect(clippy::print_stdout, reason = "it is what the other process reads")]
pub(crate) fn announce(listener: &TcpListener) -> Result<()> {
    println!("listening on http://{}", listener.local_addr()?);
    Ok(())
}

async fn answer(
    request: Request<Incoming>,
) -> std::result::Result<Response<Full<Bytes>>, Infallible> {
    // Whoever breaks off in the middle gets no answer.
    let _ = request.into_body().collect().await;
    let mut response = Response::new(Full::new(Bytes::from_static(br#"{"success":true}"#)));
    response.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
    Ok(response)
}
