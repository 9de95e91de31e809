//! Over HTTP/1, where nothing says whether a request was processed.

use std::sync::Arc;
use std::time::Duration;

use jobs_core::{Cause, Status};
use jobs_gateway::KeepAlive;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::mpsc;

use super::{Act, Came, SUCCESS, Script, Scripted, call, unconfirmed};
use crate::support;

/// An upstream whose answers have these `headers`.
async fn upstream(headers: &'static str, script: Script) -> Scripted {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let base = support::base_of(listener.local_addr().unwrap());
    let (came, (closed, hears)) = (Came::default(), mpsc::unbounded_channel());
    let heard = came.clone();
    tokio::spawn(async move {
        for connection in 0.. {
            let (stream, _) = listener.accept().await.unwrap();
            let act = move |nth| script(connection, nth);
            tokio::spawn(serve(stream, connection, headers, act, heard.clone(), closed.clone()));
        }
    });
    Scripted { base, came, closed: hears }
}

async fn serve(
    mut stream: TcpStream,
    connection: usize,
    headers: &str,
    act: impl Fn(usize) -> Act,
    came: Came,
    closed: mpsc::UnboundedSender<()>,
) {
    for nth in 0.. {
        let mut request = Vec::new();
        while !request.ends_with(b"}") {
            match stream.read_buf(&mut request).await {
                Ok(read) if read > 0 => (),
                _ => return,
            }
        }
        came.lock().unwrap().push(connection);
        let act = act(nth);
        let more = if act == Act::AnswerAndMore { "HTTP/1.1 408 \r\n" } else { "" };
        let answer = format!(
            "HTTP/1.1 200 OK\r\n{headers}content-length: 16\r\n\r\n{{\"success\":true}}{more}"
        );
        if act != Act::Close {
            stream.write_all(answer.as_bytes()).await.unwrap();
        }
        if matches!(act, Act::Close | Act::AnswerAndClose) {
            drop(stream);
            closed.send(()).unwrap();
            return;
        }
    }
}

#[tokio::test]
async fn a_connection_is_kept_only_where_the_upstream_says_for_how_long() {
    for (headers, connections) in [
        ("", [0, 1, 2]),
        ("keep-alive: timeout=5\r\n", [0, 0, 0]),
        ("Keep-Alive: max=7, Timeout = 5\r\n", [0, 0, 0]),
        ("keep-alive: timeout=5, max=0\r\n", [0, 1, 2]),
        ("keep-alive: timeout=0\r\n", [0, 1, 2]),
        ("keep-alive: 5\r\n", [0, 1, 2]),
        ("keep-alive: timeout=5\r\nconnection: close\r\n", [0, 1, 2]),
        ("connection: keep-alive\r\n", [0, 1, 2]),
    ] {
        let upstream = upstream(headers, |_, _| Act::Answer).await;
        let (gateway, _) = upstream.gateway(|_| {});
        for _ in 0..3 {
            assert_eq!(call(&gateway, &upstream.base).await, SUCCESS);
        }
        assert_eq!(upstream.came(), connections, "{headers}");
    }
}

#[tokio::test]
async fn a_setting_says_more_than_the_upstream() {
    for (headers, seconds, connections) in
        [("", 60, [0, 0]), ("keep-alive: timeout=5\r\n", 0, [0, 1])]
    {
        let upstream = upstream(headers, |_, _| Act::Answer).await;
        let rule = KeepAlive {
            time: Duration::from_secs(seconds),
            url: format!("{}/tms", upstream.base).parse().unwrap(),
        };
        let (gateway, _) = upstream.gateway(|config| config.keep_alive = vec![rule]);
        for _ in 0..2 {
            assert_eq!(call(&gateway, &upstream.base).await, SUCCESS);
        }
        assert_eq!(upstream.came(), connections);
    }
}

#[tokio::test]
async fn a_connection_is_used_again_within_half_of_its_time() {
    let upstream = upstream("keep-alive: timeout=5\r\n", |_, _| Act::Answer).await;
    let (gateway, _) = upstream.gateway(|_| {});
    for wait in [0, 2_400, 2_600] {
        tokio::time::pause();
        tokio::time::advance(Duration::from_millis(wait)).await;
        tokio::time::resume();
        assert_eq!(call(&gateway, &upstream.base).await, SUCCESS);
    }
    assert_eq!(upstream.came(), [0, 0, 1]);
}

/// The upstream may finish an answer before it is read, and counts from then on.
#[tokio::test]
async fn the_time_of_a_connection_counts_from_when_its_answer_began() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let base = support::base_of(listener.local_addr().unwrap());
    let gateway = support::gateway(Arc::default(), &base, |_| {});
    let caller = {
        let gateway = gateway.clone();
        let base = base.clone();
        tokio::spawn(async move { [call(&gateway, &base).await, call(&gateway, &base).await] })
    };
    for part in [[&b"{\"succe"[..], b"ss\":true}"], [b"{\"success\"", b":true}"]] {
        // A second connection.
        let (mut stream, _) = listener.accept().await.unwrap();
        let mut request = Vec::new();
        while !request.ends_with(b"}") {
            assert_ne!(stream.read_buf(&mut request).await.unwrap(), 0);
        }
        let head = b"HTTP/1.1 200 OK\r\nkeep-alive: timeout=5\r\ncontent-length: 16\r\n\r\n";
        stream.write_all(&[head, part[0]].concat()).await.unwrap();
        // Until the client has read the head.
        for _ in 0..100 {
            tokio::task::yield_now().await;
        }
        tokio::time::pause();
        tokio::time::advance(Duration::from_secs(3)).await;
        tokio::time::resume();
        stream.write_all(part[1]).await.unwrap();
        tokio::spawn(async move { stream.read_buf(&mut request).await });
    }
    assert_eq!(caller.await.unwrap(), [SUCCESS; 2]);
}

#[tokio::test]
async fn a_connection_that_was_closed_meanwhile_is_not_used() {
    let mut upstream = upstream("keep-alive: timeout=5\r\n", |_, _| Act::AnswerAndClose).await;
    let (gateway, store) = upstream.gateway(|_| {});
    for _ in 0..100 {
        assert_eq!(call(&gateway, &upstream.base).await, SUCCESS);
        upstream.closed.recv().await.unwrap();
    }
    assert_eq!(upstream.came(), (0..100).collect::<Vec<_>>(), "each request came once");
    assert_eq!(unconfirmed(&store).await, 0);
}

#[tokio::test]
async fn a_connection_on_which_something_came_unasked_is_not_used() {
    let upstream = upstream("keep-alive: timeout=5\r\n", |_, _| Act::AnswerAndMore).await;
    let (gateway, _) = upstream.gateway(|_| {});
    for _ in 0..3 {
        assert_eq!(call(&gateway, &upstream.base).await, SUCCESS);
    }
    assert_eq!(upstream.came(), [0, 1, 2]);
}

/// Nobody knows whether the request was processed before.
#[tokio::test]
async fn a_request_on_which_the_upstream_hangs_up_is_unconfirmed_and_not_repeated() {
    let second =
        |connection, nth| if (connection, nth) == (0, 1) { Act::Close } else { Act::Answer };
    let upstream = upstream("keep-alive: timeout=5\r\n", second).await;
    let (gateway, _) = upstream.gateway(|_| {});
    assert_eq!(call(&gateway, &upstream.base).await, SUCCESS);
    let lost = (Status::Unconfirmed, Cause::ConnectionLost);
    assert_eq!(call(&gateway, &upstream.base).await, lost);
    assert_eq!(call(&gateway, &upstream.base).await, SUCCESS);
    assert_eq!(upstream.came(), [0, 0, 1]);
}

/// The worst that an upstream without a promise can do: it closes each connection as soon as it has
/// answered.
#[tokio::test(flavor = "multi_thread")]
async fn an_upstream_that_closes_idle_connections_makes_no_call_unconfirmed() {
    let upstream = upstream("", |_, _| Act::AnswerAndClose).await;
    let (gateway, store) = upstream.gateway(|_| {});
    let callers = (0..8).map(|_| {
        let gateway = gateway.clone();
        let base = upstream.base.clone();
        tokio::spawn(async move {
            for _ in 0..50 {
                assert_eq!(call(&gateway, &base).await, SUCCESS);
            }
        })
    });
    for caller in callers.collect::<Vec<_>>() {
        caller.await.unwrap();
    }
    assert_eq!((upstream.came().len(), unconfirmed(&store).await), (400, 0));
}
