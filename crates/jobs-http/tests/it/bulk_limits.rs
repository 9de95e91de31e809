//! What a bulk request may cost, however long it is: bodies without end, lines that do not come or
//! are too long, callers who do not read or disconnect, and ledgers that fail.

use std::io::{Read as _, Write as _};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use axum::body::{Body, Bytes};
use axum::http::{Request, StatusCode};
use futures::{StreamExt as _, stream};
use http_body_util::BodyExt as _;
use jobs_api::{BODY_BYTES_MAX, Limits, serve};
use jobs_core::JobStore;
use serde_json::{Value, json};
use tokio::net::TcpListener;

use crate::bulk::{bulk, line, outlines};
use crate::support::in_process::{Api, VIJAY};
use crate::support::process::{PATIENCE, Raw};
use crate::support::stores::Gated;

pub(crate) const MIB: usize = 1 << 20;

fn request(body: Body) -> Request<Body> {
    let request = Request::post("/v1/jobs/bulk");
    let request = request.header("authorization", format!("Bearer {}", VIJAY.unwrap()));
    request.body(body).unwrap()
}

/// An endless body of lines, and how many bytes were read of it.
fn endless() -> (Body, Arc<AtomicUsize>) {
    let taken = Arc::new(AtomicUsize::new(0));
    let count = Arc::clone(&taken);
    let chunk = Bytes::from((line(&json!(1)) + "\n").repeat(100));
    let chunks = stream::repeat_with(move || {
        count.fetch_add(chunk.len(), Ordering::Relaxed);
        Ok::<_, std::io::Error>(chunk.clone())
    });
    (Body::from_stream(chunks), taken)
}

/// A body that yields `parts` and then waits for ever.
fn stalled(parts: Vec<Bytes>) -> Body {
    let parts = stream::iter(parts.into_iter().map(Ok::<_, std::io::Error>));
    Body::from_stream(parts.chain(stream::once(std::future::pending())))
}

#[tokio::test]
async fn what_waits_for_the_ledger_is_bounded() {
    let store = Arc::new(Gated::new("append"));
    let api = Api::over(Arc::clone(&store) as Arc<dyn JobStore>).await;
    let (body, taken) = endless();
    let mut body = api.open(request(body)).await.into_body();
    let begun = async { store.begun.acquire_many(2).await.unwrap().forget() };
    tokio::select! {
        _ = body.frame() => panic!("nothing is recorded yet"),
        () = begun => {}
    }
    // Two batches are in flight, one is parsed, one is collected: 256 KiB each, and the end of the
    // last chunk.
    let third = tokio::time::timeout(Duration::from_millis(300), store.begun.acquire());
    tokio::select! {
        _ = body.frame() => panic!("nothing is recorded yet"),
        third = third => assert!(third.is_err(), "no third one is under way"),
    }
    let bytes = taken.load(Ordering::Relaxed);
    assert!(bytes < 4 * 256 * 1024 + 10 * 1024, "{bytes}");
    // It continues when the ledger does.
    store.gate.add_permits(1);
    let frame = body.frame().await.unwrap().unwrap().into_data().unwrap();
    assert!(frame.starts_with(b"{\"ref\":1,\"line\":1,\"status\":201,"));
}

/// A batch is answered in one piece: that has no more lines than a batch, and no more than fit into
/// its bytes.
#[tokio::test]
async fn a_batch_is_bounded_in_lines_and_in_bytes() {
    let api = Api::new().await;
    let padded = |bytes: usize| " ".repeat(bytes - 3) + "{}\n";
    for (text, most) in [(padded(3).repeat(5000), 1000), (padded(10 << 10).repeat(200), 26)] {
        let lines = text.matches('\n').count();
        let mut answered = 0;
        let mut body = api.open(request(Body::from(text))).await.into_body();
        while let Some(frame) = body.frame().await {
            let frame = frame.unwrap().into_data().unwrap();
            let results = frame.iter().filter(|byte| **byte == b'\n').count();
            assert!(results <= most, "{results} lines in a batch");
            answered += results;
        }
        assert_eq!(answered, lines);
    }
}

#[tokio::test]
async fn nothing_is_read_for_a_caller_who_takes_no_results() {
    let api = Api::new().await;
    let (body, taken) = endless();
    let mut body = api.open(request(body)).await.into_body();
    for _ in 0..3 {
        body.frame().await.unwrap().unwrap();
    }
    let before = taken.load(Ordering::Relaxed);
    let head = api.head().await;
    for _ in 0..1000 {
        tokio::task::yield_now().await;
    }
    assert_eq!(taken.load(Ordering::Relaxed), before);
    // What was appended stays when the caller disconnects.
    drop(body);
    let after = api.head().await;
    assert!(after.size() >= head.size() && head.size() > 0);
}

#[tokio::test]
async fn a_line_that_is_too_long_fails_alone_and_is_not_held() {
    let api = Api::new().await;
    let job = line(&json!("x"));
    let just_fits = " ".repeat(BODY_BYTES_MAX - job.len()) + &job;
    let too_long = " ".repeat(BODY_BYTES_MAX + 1 - job.len()) + &job;
    let body = [&*job, &too_long, &job, &just_fits, &too_long].join("\n");
    let expected = [(1, 201, ""), (2, 413, "body"), (3, 201, ""), (4, 201, ""), (5, 413, "body")];
    assert_eq!(outlines(&bulk(&api, VIJAY, body.clone()).await), expected);
    let chunks: Vec<_> =
        body.as_bytes().chunks(MIB).map(|chunk| Ok::<_, std::io::Error>(chunk.to_vec())).collect();
    let results = bulk(&api, VIJAY, Body::from_stream(stream::iter(chunks))).await;
    assert_eq!(outlines(&results), expected);
    // Far more than the whole budget.
    let endless = stream::iter((0..200).map(|_| Ok::<_, std::io::Error>(vec![b' '; MIB])));
    let results = bulk(&api, VIJAY, Body::from_stream(endless)).await;
    assert_eq!(outlines(&results), [(1, 413, "body")]);
}

#[tokio::test(start_paused = true)]
async fn a_line_that_does_not_come_in_time_ends_the_request() {
    let api = Api::new().await;
    let job = line(&json!("x")) + "\n";
    for (parts, number) in [
        (vec![job.clone(), "{\"act".to_owned()], 2),
        (vec![job.clone() + &job + "{", "\"".to_owned(), "a".to_owned()], 3),
        // Between two lines as well.
        (vec![job.clone()], 2),
    ] {
        let begin = tokio::time::Instant::now();
        let parts = parts.into_iter().map(Bytes::from).collect();
        let results = bulk(&api, VIJAY, stalled(parts)).await;
        assert_eq!(begin.elapsed().as_secs(), 30);
        let (last, before) = results.split_last().unwrap();
        assert!(before.iter().all(|result| result["status"] == 201));
        assert_eq!((&last["line"], &last["status"]), (&json!(number), &json!(408)));
        assert_eq!(last["error"]["detail"], "body: did not arrive within 30 s");
    }
}

#[tokio::test(start_paused = true)]
async fn a_body_may_take_as_long_as_it_likes_while_lines_come() {
    let api = Api::new().await;
    let lines = stream::iter(0..10).then(async |number| {
        tokio::time::sleep(Duration::from_secs(29)).await;
        Ok::<_, std::io::Error>(line(&json!(number)) + "\n")
    });
    let results = bulk(&api, VIJAY, Body::from_stream(lines)).await;
    assert_eq!(results.len(), 10);
    assert!(results.iter().all(|result| result["status"] == 201), "{results:?}");
}

#[tokio::test(start_paused = true)]
async fn a_slow_ledger_is_not_held_against_the_caller() {
    let store = Arc::new(Gated::new("append"));
    let api = Api::over(Arc::clone(&store) as Arc<dyn JobStore>).await;
    let job = line(&json!("x")) + "\n";
    let parts: Vec<_> = (0..10).map(|_| Ok::<_, std::io::Error>(job.repeat(1000))).collect();
    // A body that has to be polled, like one from a connection.
    let parts = stream::iter(parts).then(async |part| {
        tokio::task::yield_now().await;
        part
    });
    let slowly = async {
        for _ in 0..10 {
            tokio::time::sleep(Duration::from_secs(100)).await;
            store.gate.add_permits(1);
        }
        store.gate.add_permits(100);
    };
    let (results, ()) = tokio::join!(bulk(&api, VIJAY, Body::from_stream(parts)), slowly);
    assert_eq!(results.len(), 10_000);
    assert!(results.iter().all(|result| result["status"] == 201));
}

#[tokio::test]
async fn a_body_that_breaks_off_leaves_its_last_line_out() {
    let api = Api::new().await;
    // The rest of the last line could be mistaken for a job of another customer.
    let whole = line(&json!("x")) + "\n";
    for rest in [&whole[..whole.len() - 1], ""] {
        let parts = [Ok(whole.clone() + rest), Err(std::io::Error::other("gone"))];
        let results = bulk(&api, VIJAY, Body::from_stream(stream::iter(parts))).await;
        assert_eq!(outlines(&results), [(1, 201, ""), (2, 400, "body")]);
        assert_eq!(results[1]["error"]["detail"], "body: broke off before its end");
    }
    assert_eq!(api.head().await.size(), 2);
}

#[tokio::test]
async fn a_ledger_that_fails_is_said_on_each_line() {
    let store = Arc::new(Gated::new("append"));
    let api = Api::over(Arc::clone(&store) as Arc<dyn JobStore>).await;
    store.gate.close();
    let text: String = (0..3000).map(|number| line(&json!(number)) + "\n").collect();
    let results = bulk(&api, VIJAY, text + "nonsense").await;
    assert_eq!(results.len(), 3001);
    let (last, others) = results.split_last().unwrap();
    assert_eq!(last["status"], 400);
    for (number, result) in others.iter().enumerate() {
        assert_eq!((&result["ref"], &result["status"]), (&json!(number), &json!(503)));
        assert_eq!(result["error"]["type"], "urn:jobs:problem:unavailable");
    }
}

#[tokio::test]
async fn a_caller_who_may_do_this_no_more_is_stopped() {
    let api = Api::new().await;
    let cookie = api.session("vijay").await;
    let by_session = |path: &str, body: Body| {
        let request = Request::post(path).header("cookie", &cookie);
        request.header("sec-fetch-site", "same-origin").body(body).unwrap()
    };
    let (sender, received) = tokio::sync::mpsc::channel::<std::io::Result<Bytes>>(2);
    let received = stream::unfold(received, async |mut received| {
        received.recv().await.map(|chunk| (chunk, received))
    });
    let answer = api.open(by_session("/v1/jobs/bulk", Body::from_stream(received))).await;
    let mut body = answer.into_body();
    let mut results = Vec::<Value>::new();
    let lines = Bytes::from((line(&json!("x")) + "\n").repeat(2));
    sender.send(Ok(lines.clone())).await.unwrap();
    let frame = body.frame().await.unwrap().unwrap().into_data().unwrap();
    assert_eq!(frame.iter().filter(|byte| **byte == b'\n').count(), 2);
    let signed_out = api.send(by_session("/api/logout", Body::empty())).await;
    assert_eq!(signed_out.status, StatusCode::OK, "{}", signed_out.text);
    sender.send(Ok(lines)).await.unwrap();
    // It ends although the caller would continue.
    let next = async |body: &mut Body| tokio::time::timeout(PATIENCE, body.frame()).await.unwrap();
    while let Some(frame) = next(&mut body).await {
        results.push(serde_json::from_slice(&frame.unwrap().into_data().unwrap()).unwrap());
    }
    assert_eq!(outlines(&results), [(3, 401, "")]);
    assert_eq!(results[0]["error"]["type"], "urn:jobs:problem:session-expired");
    assert_eq!(api.head().await.size(), 2);
}

/// A server on a port, whose peers may take a second to read something.
async fn served() -> (Arc<Api>, Raw) {
    let api = Arc::new(Api::new().await);
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let router = api.router();
    let limits = Limits { write_timeout: Duration::from_secs(1), ..Limits::default() };
    tokio::spawn(async move { serve(listener, router, limits, std::future::pending()).await });
    let mut raw = tokio::task::spawn_blocking(move || Raw::connect(address)).await.unwrap();
    let token = VIJAY.unwrap();
    raw.send(
        format!(
            "POST /v1/jobs/bulk HTTP/1.1\r\nhost: x\r\nauthorization: Bearer {token}\r\n\
             expect: 100-continue\r\ntransfer-encoding: chunked\r\n\r\n"
        )
        .as_bytes(),
    );
    (api, raw)
}

fn chunk(text: &str) -> String {
    format!("{:x}\r\n{text}\r\n", text.len())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn over_http_1_results_come_while_the_request_is_being_sent() {
    let (_api, mut raw) = served().await;
    let talk = move || {
        let mut stream = std::io::BufReader::new(raw.stream());
        // Callers who send `Expect`, such as curl, wait for this.
        let mut go_on = [0; 25];
        stream.read_exact(&mut go_on).unwrap();
        assert_eq!(&go_on, b"HTTP/1.1 100 Continue\r\n\r\n");
        let mut text = String::new();
        for number in 0..3 {
            raw.send(chunk(&(line(&json!(format!("row {number}"))) + "\n")).as_bytes());
            while !text.contains(&format!("\"ref\":\"row {number}\",\"line\":{}", number + 1)) {
                let mut bytes = [0; 4096];
                let read = stream.read(&mut bytes).unwrap();
                assert!(read > 0, "{text}");
                text.push_str(std::str::from_utf8(&bytes[..read]).unwrap());
            }
        }
        raw.send(b"0\r\n\r\n");
        while !text.ends_with("0\r\n\r\n") {
            let mut bytes = [0; 4096];
            let read = stream.read(&mut bytes).unwrap();
            assert!(read > 0, "{text}");
            text.push_str(std::str::from_utf8(&bytes[..read]).unwrap());
        }
        text
    };
    let text = tokio::task::spawn_blocking(talk).await.unwrap();
    assert!(text.starts_with("HTTP/1.1 200 OK"), "{text}");
}

/// A caller who sends everything before reading anything is held back when unread results have
/// filled the connection, and is cut off in the end.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn over_http_1_a_caller_who_only_sends_is_held_back_and_cut_off() {
    let (api, raw) = served().await;
    let send = move || {
        let mut stream = raw.stream();
        stream.set_write_timeout(Some(PATIENCE)).unwrap();
        let lines = chunk(&(line(&json!("x")) + "\n").repeat(1000));
        let mut sent = 0_usize;
        let error = loop {
            match stream.write_all(lines.as_bytes()) {
                Ok(()) => sent += 1000,
                Err(error) => break error,
            }
        };
        drop(raw);
        (sent, error.kind())
    };
    let (sent, kind) = tokio::task::spawn_blocking(send).await.unwrap();
    use std::io::ErrorKind::{BrokenPipe, ConnectionReset};
    assert!(matches!(kind, BrokenPipe | ConnectionReset), "{kind:?}");
    let recorded = usize::try_from(api.head().await.size()).unwrap();
    assert!(0 < recorded && recorded < sent + 1000, "{recorded} of {sent}");
}

#[tokio::test]
async fn results_are_json_lines_even_when_all_is_wrong() {
    let api = Api::new().await;
    let results: Vec<Value> = bulk(&api, VIJAY, vec![0xff; 100]).await;
    assert_eq!(outlines(&results), [(1, 400, "body")]);
}
