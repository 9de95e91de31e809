//! What the servers of this program share: they print where they listen, and serve HTTP/1 until
//! they are ended.

use std::convert::Infallible;

use bytes::Bytes;
use http_body_util::Full;
use hyper::body::Incoming;
use hyper::service::service_fn;
use hyper::{Request, Response};
use hyper_util::rt::TokioIo;
use tokio::net::TcpListener;

use crate::Result;

/// Answers all requests with `answer`, on a port that it prints for the process that started it.
#[expect(clippy::print_stdout, reason = "it is what the other process reads")]
pub(crate) async fn listen<A, F>(answer: A) -> Result<()>
where
    A: Fn(Request<Incoming>) -> F + Clone + Send + 'static,
    F: Future<Output = std::result::Result<Response<Full<Bytes>>, Infallible>> + Send + 'static,
{
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    println!("listening on http://{}", listener.local_addr()?);
    serve(listener, answer).await
}

/// Answers all requests on `listener` with `answer`.
pub(crate) async fn serve<A, F>(listener: TcpListener, answer: A) -> Result<()>
where
    A: Fn(Request<Incoming>) -> F + Clone + Send + 'static,
    F: Future<Output = std::result::Result<Response<Full<Bytes>>, Infallible>> + Send + 'static,
{
    loop {
        let (connection, _) = listener.accept().await?;
        connection.set_nodelay(true)?;
        let serving = hyper::server::conn::http1::Builder::new()
            .serve_connection(TokioIo::new(connection), service_fn(answer.clone()));
        tokio::spawn(serving);
    }
}
