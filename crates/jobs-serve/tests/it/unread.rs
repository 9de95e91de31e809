//! Answers that callers ask for and do not read.

use axum::body::Body;
use axum::http::{Request, Response};
use jobs_serve::{Limits, Policy, Unclear};

use crate::support::{Http2, MIB, PATIENCE, Served, read};

fn limits() -> Limits {
    let response_bytes_max = 4 * MIB + (64 << 10);
    Limits {
        response_bytes_max,
        header_timeout: 10 * PATIENCE,
        write_timeout: 10 * PATIENCE,
        ..Limits::default()
    }
}

/// Callers are told apart by a header.
#[derive(Debug, Clone, Copy)]
struct ByHeader;

impl Policy<Body> for ByHeader {
    type Caller = Option<String>;

    fn refuse(&self, unclear: &Unclear) -> Response<Body> {
        Response::new(Body::from(unclear.to_string()))
    }

    fn caller(&self, response: &Response<Body>) -> Option<String> {
        Some(response.headers().get("x-caller")?.to_str().unwrap().to_owned())
    }
}

/// Asks for a mebibyte, which does not fit into the window.
async fn ask(served: &Served, caller: &str) -> (Http2, h2::RecvStream) {
    let connection = Http2::connect(served.address, 0).await;
    let request = Request::get("http://localhost/").header("x-caller", caller).body(()).unwrap();
    let answer = connection.send(request).await.unwrap();
    (connection, answer.into_body())
}

#[tokio::test]
async fn the_oldest_of_more_answers_than_the_budget_has_bytes_for_is_given_up() {
    let served = Served::new(limits()).await;
    let mut unread = Vec::new();
    for _ in 0..4 {
        unread.push(ask(&served, "x").await);
    }
    // A caller who reads gets all of it, however many do not.
    let reading = Http2::connect(served.address, 2 << 20).await;
    assert_eq!(read(reading.get("/").await.unwrap().into_body()).await.unwrap(), MIB);
    let (connection, _) = unread.remove(0);
    connection.ended().await;
    for (connection, mut body) in unread {
        assert!(!connection.ended.is_finished());
        // The connection is still open.
        body.flow_control().release_capacity(0).unwrap();
    }
}

#[tokio::test]
async fn the_caller_who_has_most_unread_makes_room_for_the_others() {
    let served = Served::with(limits(), ByHeader).await;
    let (first, _body) = ask(&served, "vijay").await;
    let mut unread = Vec::new();
    for _ in 0..3 {
        unread.push(ask(&served, "mallory").await);
    }
    unread.push(ask(&served, "mallory").await);
    let (connection, _) = unread.remove(0);
    connection.ended().await;
    assert!(!first.ended.is_finished(), "vijay's is older, and the only one");
    assert!(unread.iter().all(|(connection, _)| !connection.ended.is_finished()));
}
