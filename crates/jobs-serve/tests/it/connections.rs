//! Connections that are slow, greedy or many.

use std::time::Duration;

use jobs_serve::Limits;

use crate::support::{HELLO, MIB, PATIENCE, Raw, Served};

fn limits(connections_max: usize) -> Limits {
    // No connection is closed for being idle.
    Limits { connections_max, header_timeout: 10 * PATIENCE, ..Limits::default() }
}

/// Beginnings of requests that never continue.
const SLOW: [&[u8]; 7] = [
    b"",
    b"GET /hello HTTP/1.1\r\nhost:",
    // The beginning of HTTP/2, and no more.
    b"PRI * HT",
    b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
    b"POST /upload HTTP/1.1\r\nhost: x\r\ncontent-length: 10\r\n\r\n",
    b"POST /upload HTTP/1.1\r\nhost: x\r\ncontent-length: 10\r\n\r\n12345",
    b"POST /upload HTTP/1.1\r\nhost: x\r\ntransfer-encoding: chunked\r\n\r\n5\r\n12345\r\n",
];

const WORK: &[u8] = b"GET /work HTTP/1.1\r\nhost: x\r\n\r\n";

async fn slow_ones(served: &Served, begins: &[&[u8]]) -> Vec<Raw> {
    let mut slow = Vec::new();
    for begin in begins {
        let mut raw = Raw::connect(served.address).await;
        raw.send(begin).await;
        slow.push(raw);
    }
    slow
}

#[tokio::test(start_paused = true)]
async fn slow_heads_are_disconnected_while_others_are_served() {
    let header_timeout = Duration::from_secs(1);
    let served = Served::new(Limits { header_timeout, ..limits(100) }).await;
    let slow = slow_ones(&served, &SLOW[..4]).await;
    served.serves_another().await;
    for mut raw in slow {
        let rest = raw.read_end().await;
        assert!(!rest.contains("200 OK"), "{rest}");
    }
    // A connection that was served and then idles is evicted too.
    let mut idle = Raw::connect(served.address).await;
    idle.send(HELLO).await;
    assert!(idle.read_head().await.starts_with("HTTP/1.1 200 OK"));
    assert_eq!(idle.read_end().await, "");
}

#[tokio::test(start_paused = true)]
async fn others_are_served_while_every_slot_is_taken_by_a_slow_head_or_body() {
    let served = Served::new(limits(SLOW.len())).await;
    let slow = slow_ones(&served, &SLOW).await;
    let mut others = Vec::new();
    for _ in 0..SLOW.len() {
        others.push(served.serves_another().await);
    }
    // All of them had kept the server waiting for longer than any of the others.
    for mut raw in slow {
        raw.read_end().await;
    }
}

#[tokio::test(start_paused = true)]
async fn the_connection_that_has_idled_for_longest_is_evicted() {
    let served = Served::new(limits(2)).await;
    let again = async |raw: &mut Raw| {
        raw.send(HELLO).await;
        assert!(raw.read_head().await.starts_with("HTTP/1.1 200 OK"));
        // The next one is later by the clock.
        tokio::time::advance(Duration::from_secs(1)).await;
    };
    let mut first = Raw::connect(served.address).await;
    again(&mut first).await;
    let mut second = Raw::connect(served.address).await;
    again(&mut second).await;
    again(&mut first).await;
    let mut third = Raw::connect(served.address).await;
    again(&mut third).await;
    assert_eq!(second.read_end().await, "");
    again(&mut first).await;
    again(&mut third).await;
}

#[tokio::test(start_paused = true)]
async fn a_newcomer_waits_while_the_server_works_for_all() {
    let served = Served::new(limits(2)).await;
    let mut working = slow_ones(&served, &[WORK; 2]).await;
    served.begun.acquire_many(2).await.unwrap().forget();
    let mut waiting = Raw::connect(served.address).await;
    waiting.send(HELLO).await;
    let answered = tokio::time::timeout(PATIENCE, waiting.read_head()).await;
    assert!(answered.is_err(), "there is no slot for a third");
    assert_eq!(served.seen(), 2);
    served.gate.add_permits(1);
    assert!(waiting.read_head().await.starts_with("HTTP/1.1 200 OK"));
    // The one that finished first was evicted, and it had its answer.
    served.gate.add_permits(1);
    for raw in &mut working {
        assert!(raw.read_head().await.starts_with("HTTP/1.1 200 OK"));
    }
}

#[tokio::test(start_paused = true)]
async fn streams_that_can_be_resumed_end_before_a_newcomer_waits() {
    let served = Served::new(limits(2)).await;
    let events: &[u8] = b"GET /events HTTP/1.1\r\nhost: x\r\n\r\n";
    let mut both = slow_ones(&served, &[WORK, events]).await;
    assert!(both[1].read_until(b"data: x").await.starts_with("HTTP/1.1 200 OK"));
    served.begun.acquire().await.unwrap().forget();
    served.serves_another().await;
    both[1].read_end().await;
    served.gate.add_permits(1);
    assert!(both[0].read_head().await.starts_with("HTTP/1.1 200 OK"));
}

#[tokio::test(start_paused = true)]
async fn garbage_and_heads_that_are_too_large_are_refused_and_others_are_served() {
    let served = Served::new(limits(100)).await;
    let long = format!("GET /hello HTTP/1.1\r\nhost: x\r\nx: {}\r\n\r\n", "y".repeat(64 << 10));
    let many = format!("GET /hello HTTP/1.1\r\nhost: x\r\n{}\r\n", "x: y\r\n".repeat(100));
    let refused: [(&[u8], &str); 5] = [
        (b"\0\0\0\0\r\n\r\n", "HTTP/1.1 400 "),
        (b"GET\r\n\r\n", "HTTP/1.1 400 "),
        (b"\x16\x03\x01\x02\x00\x01\x00\r\n", "HTTP/1.1 400 "),
        (long.as_bytes(), "HTTP/1.1 431 "),
        (many.as_bytes(), "HTTP/1.1 431 "),
    ];
    for (bytes, expected) in refused {
        let mut raw = Raw::connect(served.address).await;
        raw.send(bytes).await;
        let answer = raw.read_end().await;
        assert!(answer.starts_with(expected), "{answer}");
    }
    assert_eq!(served.seen(), 0);
    served.serves_another().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn heads_chunk_sizes_and_trailers_without_end_are_refused_early() {
    let served = Served::new(limits(100)).await;
    let chunked = "POST /upload HTTP/1.1\r\nhost: x\r\ntransfer-encoding: chunked\r\n\r\n";
    let floods: [(&str, &[u8]); 12] = [
        ("", b"G"),
        ("", b"\r\n"),
        ("GET /", b"a"),
        ("GET http://x/", b"a"),
        ("GET / HTTP/1.1\r\n", b"n"),
        ("GET / HTTP/1.1\r\nname: ", b"v"),
        ("GET / HTTP/1.1\r\nname:", b" "),
        ("GET / HTTP/1.1\r\n", b"name: value\r\n"),
        (chunked, b"F"),
        (&format!("{chunked}1;"), b"e"),
        (&format!("{chunked}0\r\nt: "), b"v"),
        (&format!("{chunked}0\r\n"), b"t: v\r\n"),
    ];
    for (begin, piece) in floods {
        let mebibytes = std::iter::repeat_n(piece.repeat(MIB / piece.len()), 100);
        let sent = served.flood(begin.as_bytes(), mebibytes).await;
        assert!(sent < 32 * MIB, "{begin:?} {piece:?}: {sent}");
    }
    served.serves_another().await;
}

#[tokio::test(start_paused = true)]
async fn the_service_is_told_who_is_at_the_other_end() {
    let served = Served::new(limits(1)).await;
    let mut raw = Raw::connect(served.address).await;
    raw.send(b"GET /peer HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n").await;
    assert!(raw.read_end().await.ends_with("127.0.0.1"));
}
