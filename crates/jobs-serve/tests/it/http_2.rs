//! Requests on HTTP/2, which are many on one connection.

use axum::body::Bytes;
use jobs_serve::Limits;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;

use crate::support::{Http2, MIB, PATIENCE, Served};

const STREAMS: usize = 20;

#[tokio::test]
async fn streams_of_all_connections_are_bounded_and_the_connection_with_most_makes_room() {
    let limits =
        Limits { streams_in_all_max: STREAMS, header_timeout: 10 * PATIENCE, ..Limits::default() };
    let served = Served::new(limits).await;
    let idle = Http2::connect(served.address, 1 << 16).await;
    let other = Http2::connect(served.address, 1 << 16).await;
    let mut uploads = Vec::new();
    for _ in 0..STREAMS {
        uploads.push(idle.upload().await.unwrap());
    }
    while served.seen() < STREAMS {
        tokio::task::yield_now().await;
    }
    let one_too_many = other.get("/hello").await;
    assert_eq!(one_too_many.unwrap_err().reason(), Some(h2::Reason::CANCEL));
    idle.ended().await;
    while other.get("/hello").await.is_err() {}
    assert_eq!(served.seen(), STREAMS + 1, "the service sees none that is reset");
}

#[tokio::test]
async fn a_connection_has_so_many_streams_at_most() {
    let streams_max = 7;
    let served = Served::new(Limits { streams_max, ..Limits::default() }).await;
    let mut stream = TcpStream::connect(served.address).await.unwrap();
    stream.write_all(&preface()).await.unwrap();
    let mut head = [0; 9];
    stream.read_exact(&mut head).await.unwrap();
    let mut settings = vec![0; head[2].into()];
    stream.read_exact(&mut settings).await.unwrap();
    let told = settings.chunks(6).find(|setting| setting[1] == 3).unwrap();
    assert_eq!(told[2..], streams_max.to_be_bytes());
}

/// What every connection begins with.
fn preface() -> Vec<u8> {
    const SETTINGS: u8 = 4;
    [&b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"[..], &frame(SETTINGS, 0, 0, &[])].concat()
}

fn frame(kind: u8, flags: u8, stream: u32, payload: &[u8]) -> Vec<u8> {
    let length = u32::try_from(payload.len()).unwrap().to_be_bytes();
    [&length[1..], &[kind, flags], &stream.to_be_bytes(), payload].concat()
}

/// The indexes and the literals of `GET http://x/hello`.
fn get() -> Bytes {
    Bytes::from_static(b"\x82\x86\x01\x01x\x04\x06/hello")
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn floods_end_their_connection_early_while_others_are_served() {
    const HEADERS: u8 = 1;
    const RST_STREAM: u8 = 3;
    const CONTINUATION: u8 = 9;
    const END_STREAM: u8 = 1;
    const END_HEADERS: u8 = 4;
    let served = Served::new(Limits::default()).await;
    let streams = || (1..2_000_000).step_by(2);
    let rapid_reset = streams().map(|stream| {
        let begin = frame(HEADERS, END_HEADERS | END_STREAM, stream, &get());
        [begin, frame(RST_STREAM, 0, stream, &[0, 0, 0, 8])].concat()
    });
    let begun = frame(HEADERS, END_STREAM, 1, &get());
    let endless_head = std::iter::repeat_n(frame(CONTINUATION, 0, 1, &[0x82; 16 << 10]), 6400);
    let floods = async {
        let reset = served.flood(&preface(), rapid_reset).await;
        let begun = [preface(), begun].concat();
        [reset, served.flood(&begun, endless_head).await]
    };
    let (sent, _) = tokio::join!(floods, served.serves_another());
    assert!(sent.iter().all(|sent| *sent < 16 * MIB), "{sent:?}");
    served.serves_another().await;
}
