//! HTTP/2, frame by frame: floods of frames that cost the sender little.

use std::net::SocketAddr;

use bytes::Bytes;
use futures::future::join_all;

use super::{Attacked, MIB, Outcome, send};
use crate::support::process::TOKEN;

const DATA: u8 = 0;
const HEADERS: u8 = 1;
const PRIORITY: u8 = 2;
const RST_STREAM: u8 = 3;
const SETTINGS: u8 = 4;
const PING: u8 = 6;
const WINDOW_UPDATE: u8 = 8;
const CONTINUATION: u8 = 9;
const UNKNOWN: u8 = 0xfa;

const END_STREAM: u8 = 1;
const END_HEADERS: u8 = 4;

fn frame(kind: u8, flags: u8, stream: u32, payload: &[u8]) -> Vec<u8> {
    let length = u32::try_from(payload.len()).unwrap().to_be_bytes();
    [&length[1..], &[kind, flags], &stream.to_be_bytes(), payload].concat()
}

/// What every connection begins with.
fn preface() -> Vec<u8> {
    [&b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"[..], &frame(SETTINGS, 0, 0, &[])].concat()
}

/// A header whose name has an index, not to be remembered.
fn literal(name: &[u8], value: &str) -> Vec<u8> {
    assert!(value.len() < 127);
    [name, &[u8::try_from(value.len()).unwrap()], value.as_bytes()].concat()
}

/// The headers of a request with the token. `method` is the index of GET or POST.
fn headers(method: u8, path: &str) -> Vec<u8> {
    let token = literal(&[0x0f, 0x08], &format!("Bearer {TOKEN}"));
    [&[method, 0x86][..], &literal(&[0x01], "x"), &literal(&[0x04], path), &token].concat()
}

const GET: u8 = 0x82;
const POST: u8 = 0x83;

/// The numbers of a client's streams.
fn streams() -> impl Iterator<Item = u32> {
    (1..).step_by(2)
}

/// Frames in parts of about a mebibyte, at most 100 of them.
fn parts(mut frames: impl Iterator<Item = Vec<u8>> + Send) -> impl Iterator<Item = Bytes> + Send {
    let part = move || {
        let mut part = Vec::with_capacity(MIB + (32 << 10));
        while part.len() < MIB
            && let Some(frame) = frames.next()
        {
            part.extend(frame);
        }
        (!part.is_empty()).then(|| Bytes::from(part))
    };
    std::iter::once(preface().into()).chain(std::iter::from_fn(part).take(100))
}

async fn flood(address: SocketAddr, frames: impl Iterator<Item = Vec<u8>> + Send) -> Outcome {
    send(address, parts(frames)).await
}

type Frames = Box<dyn Iterator<Item = Vec<u8>> + Send>;

/// An endless header list.
fn continued(piece: &[u8]) -> Frames {
    let begin = frame(HEADERS, END_STREAM, 1, &headers(GET, "/health"));
    Box::new(std::iter::once(begin).chain(std::iter::repeat(frame(CONTINUATION, 0, 1, piece))))
}

/// One long header that is remembered, and then named ten thousand times in each request.
fn bomb() -> Frames {
    let value = "v".repeat(4000);
    // 4000 in HPACK: 127, and the rest in groups of seven bits.
    let remembered = [&[0x40, 1, b'n', 127, 0xa1, 0x1e][..], value.as_bytes()].concat();
    let first = [headers(GET, "/health"), remembered].concat();
    let again = [headers(GET, "/health"), vec![0xbe; 10_000]].concat();
    let first = frame(HEADERS, END_STREAM | END_HEADERS, 1, &first);
    let again = streams()
        .skip(1)
        .map(move |stream| frame(HEADERS, END_STREAM | END_HEADERS, stream, &again));
    Box::new(std::iter::once(first).chain(again))
}

/// Each stream is reset as soon as it is opened.
fn rapid_reset(method: u8, path: &'static str) -> Frames {
    Box::new(streams().map(move |stream| {
        let begin =
            frame(HEADERS, END_HEADERS | (method == GET) as u8, stream, &headers(method, path));
        [begin, frame(RST_STREAM, 0, stream, &[0, 0, 0, 8])].concat()
    }))
}

/// The server is made to reset each stream itself.
fn made_you_reset() -> Frames {
    Box::new(streams().map(|stream| {
        let begin = frame(HEADERS, END_HEADERS | END_STREAM, stream, &headers(GET, "/v1/jobs"));
        [begin, frame(WINDOW_UPDATE, 0, stream, &[0, 0, 0, 0])].concat()
    }))
}

fn again(kind: u8, flags: u8, stream: u32, payload: &[u8]) -> Frames {
    let open = frame(HEADERS, END_HEADERS, 1, &headers(POST, "/v1/jobs"));
    let frame = frame(kind, flags, stream, payload);
    Box::new(std::iter::once(open).chain(std::iter::repeat(frame)))
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn floods_that_are_an_offence_end_the_connection_early() {
    let attacked = Attacked::new(&["--header-timeout-seconds", "2"]);
    let address = attacked.address();
    let attack = async move {
        let floods: [fn() -> Frames; 12] = [
            || continued(&[0x82; 16 << 10]),
            || continued(&literal(&[0x0f, 0x08], "x").repeat(1000)),
            || continued(&[]),
            || continued(&[&[0, 1, b'n', 127, 0x81, 0x7e][..], &[b'v'; 16_256]].concat()),
            bomb,
            || rapid_reset(GET, "/v1/jobs"),
            || rapid_reset(POST, "/v1/jobs"),
            made_you_reset,
            || again(DATA, 0, 1, &[]),
            || again(DATA, 0, 3, &[b'x'; 1000]),
            || again(WINDOW_UPDATE, 0, 0, &[0x7f, 0xff, 0xff, 0xff]),
            || again(HEADERS, END_HEADERS, 2, &[0x82]),
        ];
        let all = floods.into_iter().enumerate();
        join_all(all.map(async |(at, frames)| (at, flood(address, frames()).await))).await
    };
    for (at, outcome) in attacked.under(attack).await {
        assert!(outcome.sent < 16 * MIB, "flood {at}: {}", outcome.sent);
    }
    attacked.has_taken_at_most(32);
    attacked.ends_whole();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn floods_that_are_allowed_cost_no_memory_and_keep_nobody_waiting() {
    let attacked = Attacked::new(&["--header-timeout-seconds", "2"]);
    let address = attacked.address();
    let attack = async move {
        let floods: [fn() -> Frames; 5] = [
            || again(PING, 0, 0, &[0; 8]),
            || again(SETTINGS, 0, 0, &[0, 4, 0, 0, 0, 1]),
            || again(PRIORITY, 0, 1, &[0, 0, 0, 0, 1]),
            || again(WINDOW_UPDATE, 0, 0, &[0, 0, 0, 0]),
            || again(UNKNOWN, 0, 0, &[0; 100]),
        ];
        let few = floods.into_iter().map(|frames| frames().take(100_000));
        join_all(few.map(|frames| flood(address, frames))).await
    };
    attacked.under(attack).await;
    attacked.has_taken_at_most(32);
    attacked.ends_whole();
}

/// As many streams as a connection may have, each with a body that never arrives and with the
/// longest allowed headers; and then as many again.
fn idle_streams(path: &'static str) -> Frames {
    let filler = literal(&[0, 1, b'n'], &"v".repeat(100)).repeat(50);
    let block = [headers(POST, path), filler].concat();
    // A few more than a connection may have.
    Box::new(streams().take(160).map(move |stream| frame(HEADERS, END_HEADERS, stream, &block)))
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn idle_streams_are_bounded() {
    // More connections than the attackers use: this is about the limit of streams.
    let attacked = Attacked::new(&["--header-timeout-seconds", "2", "--max-connections", "192"]);
    let address = attacked.address();
    let attack = async move {
        let paths = ["/v1/jobs", "/v1/jobs/bulk", "/api/login", "/v1/jobs"];
        let all = paths.iter().flat_map(|path| [path; 32]);
        join_all(all.map(|path| flood(address, idle_streams(path)))).await
    };
    attacked.under(attack).await;
    // 8,192 streams with what they hold, 24 KiB each, of the 16,384 that the connections allow, and
    // what the allocator keeps.
    attacked.has_taken_at_most(192 + 48);
    attacked.ends_whole();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn requests_of_unclear_shape_record_nothing() {
    let attacked = Attacked::new(&["--header-timeout-seconds", "1"]);
    let address = attacked.address();
    let job = br#"{"action_name": "T-Enable", "cids": ["5001"]}"#;
    let length = literal(&[0x0f, 0x0d], "45");
    let short = literal(&[0x0f, 0x0d], "5");
    assert_eq!(job.len(), 45);
    let post = headers(POST, "/v1/jobs");
    let named = |name: &[u8], value: &str| {
        literal(&[&[0, u8::try_from(name.len()).unwrap()], name].concat(), value)
    };
    let blocks: Vec<Vec<u8>> = vec![
        [&post[..], &short].concat(),
        [&post[..], &length, &short].concat(),
        [&post[..], &literal(&[0x0f, 0x0d], "+45")].concat(),
        [&post[..], &literal(&[0x0f, 0x0d], "46")].concat(),
        [&post[..], &named(b"transfer-encoding", "chunked")].concat(),
        [&post[..], &named(b"connection", "close")].concat(),
        [&post[..], &named(b"upgrade", "h2c")].concat(),
        [&post[..], &named(b"X-Upper", "x")].concat(),
        [&post[..], &named(b"x", "a\r\ny: b")].concat(),
        [&post[..], &named(b"x", "a\0")].concat(),
        [&post[..], &named(b"x: y", "a")].concat(),
        [&post[..], &named(b"", "a")].concat(),
        [&post[..], &[POST]].concat(),
        [&post[..], &literal(&[0x04], "/health")].concat(),
        [&length[..], &post].concat(),
        headers(POST, "/v1/jobs HTTP/1.1\r\nx: y"),
        headers(POST, "v1/jobs"),
        headers(POST, ""),
        headers(POST, "//v1/jobs"),
        headers(POST, "/health/../v1/jobs"),
        vec![POST, 0x86],
    ];
    let attack = async move {
        join_all(blocks.into_iter().map(async |block| {
            let frames = [frame(HEADERS, END_HEADERS, 1, &block), frame(DATA, END_STREAM, 1, job)];
            flood(address, frames.into_iter()).await
        }))
        .await
    };
    attacked.under(attack).await;
    // In the right form it is recorded, so the frames are not the reason.
    let good = [&post[..], &length].concat();
    let frames = [frame(HEADERS, END_HEADERS, 1, &good), frame(DATA, END_STREAM, 1, job)];
    flood(address, frames.into_iter()).await;
    attacked.recorded.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
    attacked.ends_whole();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_connection_is_told_what_it_may_send() {
    use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
    let attacked = Attacked::new(&[]);
    let mut stream = tokio::net::TcpStream::connect(attacked.address()).await.unwrap();
    stream.write_all(&preface()).await.unwrap();
    let mut next = async |kind: u8| loop {
        let mut head = [0; 9];
        stream.read_exact(&mut head).await.unwrap();
        let mut payload = vec![0; head[2].into()];
        stream.read_exact(&mut payload).await.unwrap();
        if head[3] == kind {
            return payload;
        }
    };
    let settings = next(SETTINGS).await;
    let told = |name: u8| {
        let setting = settings.chunks(6).find(|setting| setting[1] == name).unwrap();
        u32::from_be_bytes(setting[2..].try_into().unwrap())
    };
    let streams = told(3);
    let window = told(4);
    let frame = told(5);
    let headers = told(6);
    assert_eq!((streams, window, frame, headers), (128, 128 << 10, 16 << 10, 32 << 10));
    // The connection's own window begins with 65,535, and is widened to be the same.
    let update = next(WINDOW_UPDATE).await;
    assert_eq!(u32::from_be_bytes(update.try_into().unwrap()), (128 << 10) - 65_535);
    attacked.ends_whole();
}
