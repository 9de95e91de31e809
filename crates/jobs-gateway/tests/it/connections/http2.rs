//! Over HTTP/2, where the upstream says which requests it has not processed.

use std::convert::Infallible;
use std::io::Write as _;
use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use http_body_util::Full;
use hyper::body::Incoming;
use hyper::service::service_fn;
use hyper::{Request, Response};
use hyper_util::rt::{TokioExecutor, TokioIo};
use jobs_core::{Cause, Status};
use jobs_gateway::{GatewayConfig, KeepAlive};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::mpsc;
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::ServerConfig;
use tokio_rustls::rustls::pki_types::PrivateKeyDer;
use tokio_rustls::server::TlsStream;

use super::{Act, Came, SUCCESS, Script, Scripted, call};
use crate::support;

/// Listens at `localhost` with TLS and HTTP/2; the authority's certificate, as a file.
struct Tls {
    listener: TcpListener,
    acceptor: TlsAcceptor,
    authority: tempfile::NamedTempFile,
}

impl Tls {
    async fn new() -> Self {
        let rcgen::CertifiedKey { cert, signing_key } =
            rcgen::generate_simple_self_signed(["localhost".to_owned()]).unwrap();
        let key = PrivateKeyDer::try_from(signing_key.serialize_der()).unwrap();
        let provider = Arc::new(tokio_rustls::rustls::crypto::ring::default_provider());
        let mut config = ServerConfig::builder_with_provider(provider)
            .with_safe_default_protocol_versions()
            .unwrap()
            .with_no_client_auth()
            .with_single_cert(vec![cert.der().clone()], key)
            .unwrap();
        config.alpn_protocols = vec![b"h2".to_vec(), b"http/1.1".to_vec()];
        let mut authority = tempfile::NamedTempFile::new().unwrap();
        authority.write_all(cert.pem().as_bytes()).unwrap();
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        Self { listener, acceptor: TlsAcceptor::from(Arc::new(config)), authority }
    }

    fn base(&self) -> String {
        format!("https://localhost:{}", self.listener.local_addr().unwrap().port())
    }

    async fn accept(&self) -> TlsStream<TcpStream> {
        let (stream, _) = self.listener.accept().await.unwrap();
        self.acceptor.accept(stream).await.unwrap()
    }
}

/// An upstream that speaks in frames, and a setting that trusts its certificate.
async fn upstream(script: Script) -> (Scripted, impl FnOnce(&mut GatewayConfig)) {
    upstream_with(&[], script).await
}

/// An upstream with `settings`.
async fn upstream_with(
    settings: &'static [u8],
    script: Script,
) -> (Scripted, impl FnOnce(&mut GatewayConfig)) {
    let tls = Tls::new().await;
    let base = tls.base();
    let path = tls.authority.path().to_owned();
    let (came, (closed, hears)) = (Came::default(), mpsc::unbounded_channel());
    let heard = came.clone();
    tokio::spawn(async move {
        for connection in 0.. {
            let stream = tls.accept().await;
            let act = move |nth| script(connection, nth);
            let heard = heard.clone();
            let closed = closed.clone();
            tokio::spawn(serve(stream, connection, settings, act, heard, closed));
        }
    });
    let trusts = move |config: &mut GatewayConfig| config.ca_file = Some(path);
    (Scripted { base, came, closed: hears }, trusts)
}

/// The types of frames and their flags (RFC 9113, 6).
const DATA: u8 = 0;
const HEADERS: u8 = 1;
const RST_STREAM: u8 = 3;
const SETTINGS: u8 = 4;
const GOAWAY: u8 = 7;
const END_STREAM: u8 = 1;
const END_HEADERS: u8 = 4;
const ACK: u8 = 1;
const REFUSED_STREAM: u32 = 7;

const SECOND: Duration = Duration::from_secs(1);

fn frame(kind: u8, flags: u8, stream: u32, payload: &[u8]) -> Vec<u8> {
    let length = u32::try_from(payload.len()).unwrap().to_be_bytes();
    let head = [&length[1..], &[kind, flags], &stream.to_be_bytes()].concat();
    [&head[..], payload].concat()
}

async fn serve(
    mut stream: TlsStream<TcpStream>,
    connection: usize,
    settings: &[u8],
    act: impl Fn(usize) -> Act,
    came: Came,
    closed: mpsc::UnboundedSender<()>,
) {
    let preface = b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n";
    stream.read_exact(&mut [0; 24]).await.map(|read| assert_eq!(read, preface.len())).unwrap();
    stream.write_all(&frame(SETTINGS, 0, 0, settings)).await.unwrap();
    let mut nth = 0;
    let mut last = 0_u32;
    loop {
        let mut head = [0; 9];
        let Ok(_) = stream.read_exact(&mut head).await else { return };
        let [a, b, c, kind, flags, d, e, f, g] = head;
        let mut payload = vec![0; u32::from_be_bytes([0, a, b, c]) as usize];
        stream.read_exact(&mut payload).await.unwrap();
        if kind == SETTINGS && flags & ACK == 0 {
            stream.write_all(&frame(SETTINGS, ACK, 0, &[])).await.unwrap();
        }
        if !matches!(kind, DATA | HEADERS) || flags & END_STREAM == 0 {
            continue;
        }
        let id = u32::from_be_bytes([d, e, f, g]);
        came.lock().unwrap().push(connection);
        let act = act(nth);
        nth += 1;
        let sent = match act {
            Act::Refuse => frame(RST_STREAM, 0, id, &REFUSED_STREAM.to_be_bytes()),
            Act::GoAway => frame(GOAWAY, 0, 0, &[last.to_be_bytes(), [0; 4]].concat()),
            Act::Close | Act::Nothing => Vec::new(),
            Act::Answer | Act::AnswerAndClose | Act::AnswerAndMore => {
                // `:status: 200` is 8 in the static table of HPACK.
                let head = frame(HEADERS, END_HEADERS, id, &[0x88]);
                [head, frame(DATA, END_STREAM, id, br#"{"success":true}"#)].concat()
            }
        };
        last = id;
        stream.write_all(&sent).await.unwrap();
        if matches!(act, Act::Close | Act::AnswerAndClose | Act::GoAway) {
            stream.shutdown().await.unwrap();
            drop(stream);
            closed.send(()).unwrap();
            return;
        }
    }
}

#[tokio::test]
async fn calls_share_a_connection() {
    let (upstream, trusts) = upstream(|_, _| Act::Answer).await;
    let (gateway, _) = upstream.gateway(trusts);
    assert_eq!(call(&gateway, &upstream.base).await, SUCCESS);
    let calls = (0..20).map(|_| call(&gateway, &upstream.base));
    assert_eq!(futures::future::join_all(calls).await, [SUCCESS; 20]);
    assert_eq!(upstream.came(), [0; 21]);
}

/// A call that waits for another to end would time out without having been sent.
#[tokio::test]
async fn no_call_waits_for_another_on_its_connection() {
    const ONE_STREAM: [u8; 6] = [0, 3, 0, 0, 0, 1];
    let second =
        |connection, nth| if (connection, nth) == (0, 1) { Act::Nothing } else { Act::Answer };
    let (upstream, trusts) = upstream_with(&ONE_STREAM, second).await;
    let (gateway, _) = upstream.gateway(trusts);
    assert_eq!(call(&gateway, &upstream.base).await, SUCCESS);
    let caller = gateway.clone();
    let base = upstream.base.clone();
    let waiting = tokio::spawn(async move { call(&caller, &base).await });
    while upstream.came().len() < 2 {
        tokio::task::yield_now().await;
    }
    assert_eq!(call(&gateway, &upstream.base).await, SUCCESS);
    assert_eq!(upstream.came(), [0, 0, 1]);
    waiting.abort();
}

#[tokio::test]
async fn with_a_setting_of_zero_none_is_shared() {
    let (upstream, trusts) = upstream(|_, _| Act::Answer).await;
    let url = upstream.base.parse().unwrap();
    let (gateway, _) = upstream.gateway(|config| {
        trusts(config);
        config.keep_alive = vec![KeepAlive { time: Duration::ZERO, url }];
    });
    for _ in 0..3 {
        assert_eq!(call(&gateway, &upstream.base).await, SUCCESS);
    }
    assert_eq!(upstream.came(), [0, 1, 2]);
}

/// After a failure on a kept connection, a new one is tried: the request was not processed.
#[tokio::test]
async fn what_the_upstream_has_not_processed_is_sent_again_once() {
    for refusal in [Act::Refuse, Act::GoAway] {
        let script: Script = match refusal {
            Act::Refuse => |connection, nth| {
                if (connection, nth) == (0, 1) { Act::Refuse } else { Act::Answer }
            },
            _ => |connection, nth| {
                if (connection, nth) == (0, 1) { Act::GoAway } else { Act::Answer }
            },
        };
        let (upstream, trusts) = upstream(script).await;
        let (gateway, _) = upstream.gateway(trusts);
        for _ in 0..2 {
            assert_eq!(call(&gateway, &upstream.base).await, SUCCESS, "{refusal:?}");
        }
        assert_eq!(upstream.came(), [0, 0, 1], "{refusal:?}");
    }
}

#[tokio::test]
async fn what_a_new_connection_refuses_has_failed() {
    for script in [(|_, _| Act::Refuse) as Script, |_, _| Act::GoAway] {
        let (upstream, trusts) = upstream(script).await;
        let (gateway, _) = upstream.gateway(trusts);
        let failed = (Status::Failed, Cause::NeverSent);
        assert_eq!(call(&gateway, &upstream.base).await, failed);
        assert_eq!(upstream.came().len(), 1);
    }
}

#[tokio::test]
async fn a_request_on_which_the_upstream_hangs_up_is_unconfirmed_and_not_repeated() {
    let second =
        |connection, nth| if (connection, nth) == (0, 1) { Act::Close } else { Act::Answer };
    let (upstream, trusts) = upstream(second).await;
    let (gateway, _) = upstream.gateway(trusts);
    assert_eq!(call(&gateway, &upstream.base).await, SUCCESS);
    let lost = (Status::Unconfirmed, Cause::ConnectionLost);
    assert_eq!(call(&gateway, &upstream.base).await, lost);
    assert_eq!(call(&gateway, &upstream.base).await, SUCCESS);
    assert_eq!(upstream.came(), [0, 0, 1]);
}

#[tokio::test]
async fn a_connection_that_was_closed_meanwhile_is_not_used() {
    let (mut upstream, trusts) = upstream(|_, _| Act::AnswerAndClose).await;
    let (gateway, _) = upstream.gateway(trusts);
    for _ in 0..20 {
        assert_eq!(call(&gateway, &upstream.base).await, SUCCESS);
        upstream.closed.recv().await.unwrap();
    }
    assert_eq!(upstream.came(), (0..20).collect::<Vec<_>>(), "each request came once");
}

/// It may be dead, and later calls would wait in vain as well.
#[tokio::test]
async fn a_connection_on_which_a_call_timed_out_is_not_used_again() {
    let second =
        |connection, nth| if (connection, nth) == (0, 1) { Act::Nothing } else { Act::Answer };
    let (upstream, trusts) = upstream(second).await;
    let (gateway, _) = upstream.gateway(|config| {
        trusts(config);
        // Shorter than the time after which HTTP/2 asks whether the other side is alive.
        (config.connect_timeout, config.total_timeout) = (SECOND, 2 * SECOND);
    });
    assert_eq!(call(&gateway, &upstream.base).await, SUCCESS);
    let timed_out = (Status::Unconfirmed, Cause::TimedOut);
    assert_eq!(call(&gateway, &upstream.base).await, timed_out);
    assert_eq!(call(&gateway, &upstream.base).await, SUCCESS);
    assert_eq!(upstream.came(), [0, 0, 1]);
}

/// Only 8 large answers are read at once. What the others have already sent must not use up the
/// window of these.
#[tokio::test(flavor = "multi_thread")]
async fn answers_that_wait_hold_up_no_other_on_the_connection() {
    const CALLS: usize = 40;
    let tls = Tls::new().await;
    let base = tls.base();
    let path = tls.authority.path().to_owned();
    let answer = async |_: Request<Incoming>| {
        let body = format!(r#"{{"success":true,"more":"{}"}}"#, "x".repeat(2 << 20));
        Ok::<_, Infallible>(Response::new(Full::new(Bytes::from(body))))
    };
    tokio::spawn(async move {
        loop {
            let stream = TokioIo::new(tls.accept().await);
            let server = hyper::server::conn::http2::Builder::new(TokioExecutor::new());
            tokio::spawn(server.serve_connection(stream, service_fn(answer)));
        }
    });
    let store = Arc::new(support::FaultyStore::default());
    let gateway = support::gateway(store, &base, |config| config.ca_file = Some(path));
    assert_eq!(call(&gateway, &base).await, SUCCESS);
    let calls = (0..CALLS).map(|_| {
        let gateway = gateway.clone();
        let base = base.clone();
        tokio::spawn(async move { call(&gateway, &base).await })
    });
    for call in calls.collect::<Vec<_>>() {
        assert_eq!(call.await.unwrap(), SUCCESS);
    }
}
