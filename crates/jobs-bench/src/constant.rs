//! A server that answers with as many bytes as the path says: no read over hyper can be faster.

use std::convert::Infallible;

use bytes::Bytes;
use http_body_util::Full;
use hyper::Response;

use crate::Result;
use crate::listen::listen;

/// The largest body, in bytes.
const LARGEST: usize = 128 << 20;

/// Serves until it is ended.
pub(crate) fn serve() -> Result<()> {
    let body = Bytes::from(vec![b'x'; LARGEST]);
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    runtime.block_on(listen(move |request| {
        let length = request.uri().path().trim_start_matches('/').parse().unwrap_or(0);
        let body = body.slice(..LARGEST.min(length));
        async { Ok::<_, Infallible>(Response::new(Full::new(body))) }
    }))
}
