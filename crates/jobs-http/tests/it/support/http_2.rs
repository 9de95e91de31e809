//! A caller on HTTP/2.

use std::net::SocketAddr;

use axum::http::Request;
use tokio::net::TcpStream;
use tokio::task::JoinHandle;

use crate::support::process::PATIENCE;

/// An HTTP/2 connection that answers pings, and on which one answer has begun.
pub(crate) struct Http2 {
    ended: JoinHandle<Result<(), h2::Error>>,
    _client: h2::client::SendRequest<bytes::Bytes>,
    _body: h2::RecvStream,
}

impl Http2 {
    /// Sends `request`, with room for `window` bytes of its answer.
    pub(crate) async fn ask(address: SocketAddr, window: u32, request: Request<()>) -> Self {
        let stream = TcpStream::connect(address).await.unwrap();
        let mut client = h2::client::Builder::new();
        let (client, connection) =
            client.initial_window_size(window).handshake(stream).await.unwrap();
        let ended = tokio::spawn(connection);
        let mut client = client.ready().await.unwrap();
        let (answer, _) = client.send_request(request, true).unwrap();
        let answer = answer.await.unwrap();
        assert_eq!(answer.status(), 200);
        Self { ended, _client: client, _body: answer.into_body() }
    }

    /// Waits until the server has closed it.
    pub(crate) async fn ended(self) {
        let _ended = tokio::time::timeout(PATIENCE, self.ended).await.unwrap().unwrap();
    }
}
