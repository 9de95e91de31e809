//! Each outcome rule, over real connections.

use std::time::Duration;

use jobs_core::{Cause, JobDetail, Outcome, Status};
use jobs_gateway::{ContentType, Data, Secret};
use serde_json::{Value, json};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;

use crate::support::{self, Setup, set_action};

#[tokio::test]
async fn an_accepted_action_is_a_success() {
    let setup = Setup::new().await;
    let finished = setup.send("/tms/v1/actions").await.unwrap();
    assert_eq!(
        (finished.answer.details.status, finished.outcome_recorded),
        (Status::Success, true)
    );
    assert_eq!(finished.answer.details.error_message, None);
    let Data::Json(body) = &finished.answer.data else { panic!("{finished:?}") };
    assert_eq!(finished.answer.details.http_status.map(u16::from), Some(200));
    assert_eq!(body["message"], "Sending action to migration services");

    let detail = setup.job(finished.job_id).await;
    assert_eq!(detail.job.status, Status::Success);
    assert_eq!(detail.job.http_status.map(u16::from), Some(200));
    assert_eq!(detail.job.facts.action_code.get(), 2);
    assert_eq!(
        detail.job.facts.cluster_url.unwrap().as_str(),
        setup.base.clone() + "/tms/v1/actions"
    );
    assert!(detail.response_summary.unwrap().as_str().contains("migration services"));
    let payload: Value = detail.request_payload.unwrap().as_str().parse().unwrap();
    assert_eq!(payload, json!({"action": "PE-Enable", "cids": ["5001", "5002"]}));

    let call = &setup.sim.calls()[0];
    assert_eq!(setup.sim.call_count(), 1);
    assert_eq!((call.method.as_str(), call.path.as_str()), ("POST", "/tms/v1/actions"));
    assert_eq!(call.authorization.as_deref(), Some(&*format!("Bearer {}", support::TOKEN)));
    assert_eq!(call.content_type.as_deref(), Some("application/json"));
    assert_eq!(call.body.parse::<Value>().unwrap(), payload);
}

#[tokio::test]
async fn success_false_is_a_failure_with_status_200() {
    let setup = Setup::new().await;
    let finished = setup.send("/not-ready/tms/v1/actions").await.unwrap();
    let job = setup.job(finished.job_id).await.job;
    assert_eq!((finished.answer.details.status, job.status), (Status::Failed, Status::Failed));
    assert_eq!(job.http_status.map(u16::from), Some(200));
    assert_eq!(job.error_message.unwrap().as_str(), "TMS bootstrap status(INIT) is not Ready");
    assert!(setup.change(finished.job_id).await.outcomes.is_empty());
}

#[tokio::test]
async fn customers_that_the_upstream_names_have_outcomes_of_their_own() {
    let setup = Setup::new().await;
    let cids = ["unknown-b", "5001", "unknown-it's", "unknown-\"a\"", "unknown-b"];
    let action = set_action(
        &format!("{}/tms/v1/x", setup.base),
        json!({"action": "T-Enable", "cids": cids}),
    );
    let finished = setup.gateway.set_action(action).await.unwrap();
    assert_eq!((finished.answer.details.status, finished.duplicates_dropped), (Status::Failed, 1));
    let change = setup.change(finished.job_id).await;
    assert!(
        change.details.error_message.unwrap().as_str().starts_with("those CIDs ['unknown-b', ")
    );
    let named: Vec<&str> = change.outcomes.iter().map(|outcome| outcome.cid.as_str()).collect();
    assert_eq!(named, ["unknown-\"a\"", "unknown-b", "unknown-it's"]);
    let says_so = |outcome: &Outcome| {
        let message = outcome.message.as_ref().map(|message| message.as_str());
        outcome.status == Status::Failed && message == Some("do not exist")
    };
    assert!(change.outcomes.iter().all(says_so));
}

#[tokio::test]
async fn a_refused_token_is_a_failure_that_quotes_the_answer() {
    let setup = Setup::new().await;
    let action = setup.action("/tms/v1/actions").with_token(Some(Secret::new("wrong")));
    let finished = setup.gateway.set_action(action).await.unwrap();
    let job = setup.job(finished.job_id).await.job;
    assert_eq!((job.status, job.http_status.map(u16::from)), (Status::Failed, Some(401)));
    let message = job.error_message.unwrap();
    assert!(message.as_str().starts_with("API returned status 401: {"), "{message}");
    assert!(message.as_str().contains("Invalid access token"), "{message}");
}

#[tokio::test]
async fn an_answer_that_cannot_be_read_is_unconfirmed() {
    let setup = Setup::with(|config| config.response_bytes_max = 100_000).await;
    for (path, reason) in [
        ("/invalid-json/x", "the upstream answered 200, but its body is not JSON"),
        ("/giant/x", "the upstream answered 200, but its body is longer than 100000 bytes"),
    ] {
        let finished = setup.send(path).await.unwrap();
        assert_eq!(finished.answer.details.cause, Cause::UnreadableAnswer, "{path}");
        let detail = setup.job(finished.job_id).await;
        assert_eq!(detail.job.status, Status::Unconfirmed, "{path}");
        assert_eq!(detail.job.http_status.map(u16::from), Some(200), "{path}");
        let message = detail.job.error_message.unwrap();
        assert!(message.as_str().starts_with(reason), "{message}");
        assert!(detail.response_summary.unwrap().as_str().len() <= 64 << 10, "{path}");
    }
}

#[tokio::test]
async fn a_redirect_is_an_error_and_is_not_followed() {
    let setup = Setup::new().await;
    let finished = setup.send("/redirect/x").await.unwrap();
    assert_eq!(finished.answer.details.status, Status::Unconfirmed);
    assert_eq!(finished.answer.details.cause, Cause::InconclusiveAnswer);
    assert_eq!(finished.answer.details.http_status.map(u16::from), Some(302));
    let message = finished.answer.details.error_message.unwrap();
    assert!(message.as_str().starts_with("API returned status 302: ; "), "{message}");
    assert_eq!(setup.sim.call_count(), 1);
}

#[tokio::test]
async fn no_whole_answer_in_time_is_unconfirmed() {
    for path in ["/never/x", "/stall/x"] {
        let setup = Setup::new().await;
        let gateway = setup.gateway.clone();
        let action = setup.action(path);
        let caller = tokio::spawn(async move { gateway.set_action(action).await });
        setup.sim.called(1).await;
        support::pass_the_total_timeout().await;
        let finished = caller.await.unwrap().unwrap();
        assert_eq!(finished.answer.details.cause, Cause::TimedOut, "{finished:?}");
        let job = setup.job(finished.job_id).await.job;
        assert_eq!(job.status, Status::Unconfirmed);
        let message = job.error_message.unwrap();
        assert!(message.as_str().starts_with("no whole answer within 30s"), "{message}");
        assert!(message.as_str().ends_with("check there, then record what you found"), "{message}");
        assert_eq!(setup.sim.call_count(), 1);
        tokio::time::resume();
    }
}

/// The upstream sends more than the buffers between the two hold, so that what it has sent was read
/// in part.
#[tokio::test]
async fn what_came_of_an_answer_in_time_is_kept() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let base = support::base_of(listener.local_addr().unwrap());
    let setup = Setup::new().await;
    let gateway = support::gateway(setup.store.clone(), &base, |_| {});
    let action = set_action(&base, json!({"action": "PE-Enable", "cids": ["1"]}));
    let caller = tokio::spawn(async move { gateway.set_action(action).await });
    let (mut stream, _) = listener.accept().await.unwrap();
    stream.write_all(b"HTTP/1.1 202 Accepted\r\ncontent-length: 7654321\r\n\r\n").await.unwrap();
    stream.write_all(&vec![b'x'; 7_654_320]).await.unwrap();
    support::pass_the_total_timeout().await;
    let finished = caller.await.unwrap().unwrap();
    assert_eq!(finished.answer.details.cause, Cause::TimedOut, "{finished:?}");
    let JobDetail { job, response_summary, .. } = setup.job(finished.job_id).await;
    assert_eq!((job.status, job.http_status.map(u16::from)), (Status::Unconfirmed, Some(202)));
    assert!(response_summary.unwrap().as_str().starts_with("xxx"));
    let message = job.error_message.unwrap();
    assert!(message.as_str().contains("in the middle of an answer with status 202"), "{message}");
}

#[tokio::test]
async fn a_connection_lost_in_mid_answer_is_unconfirmed() {
    let setup = Setup::new().await;
    let finished = setup.send("/hang-up/x").await.unwrap();
    assert_eq!(finished.answer.details.cause, Cause::ConnectionLost, "{finished:?}");
    let JobDetail { job, response_summary, .. } = setup.job(finished.job_id).await;
    assert_eq!((job.status, job.http_status.map(u16::from)), (Status::Unconfirmed, Some(200)));
    assert!(!response_summary.unwrap().as_str().is_empty(), "its beginning is kept");
    let message = job.error_message.unwrap();
    assert!(message.as_str().contains("in the middle of an answer with status 200"), "{message}");
    assert_eq!(setup.sim.call_count(), 1);
}

/// An upstream on a bare socket: reads a request, writes `answer`, closes, and hands back the
/// listener.
async fn bare_upstream(answer: &'static [u8]) -> (String, tokio::task::JoinHandle<TcpListener>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let base = support::base_of(listener.local_addr().unwrap());
    let served = tokio::spawn(async move {
        let (mut stream, _) = listener.accept().await.unwrap();
        let mut request = Vec::new();
        while !request.ends_with(b"}") {
            assert_ne!(stream.read_buf(&mut request).await.unwrap(), 0);
        }
        stream.write_all(answer).await.unwrap();
        listener
    });
    (base, served)
}

#[tokio::test]
async fn a_connection_closed_without_an_answer_is_unconfirmed_and_not_tried_again() {
    let setup = Setup::new().await;
    for (answer, cause) in [
        (&b""[..], Cause::ConnectionLost),
        (b"HTTP/1.1 20", Cause::ConnectionLost),
        (b"not HTTP at all\r\n\r\n", Cause::InconclusiveAnswer),
        (b"HTTP/1.1 099 Odd\r\n\r\n", Cause::InconclusiveAnswer),
        (b"HTTP/1.1 799 Odd\r\n\r\n", Cause::InconclusiveAnswer),
    ] {
        let (base, served) = bare_upstream(answer).await;
        let gateway = support::gateway(setup.store.clone(), &base, |_| {});
        let action = set_action(&base, json!({"action": "PE-Enable", "cids": ["1"]}));
        let finished = gateway.set_action(action).await.unwrap();
        let job = setup.job(finished.job_id).await.job;
        assert_eq!((job.status, job.http_status), (Status::Unconfirmed, None));
        assert_eq!(finished.answer.details.cause, cause, "{finished:?}");
        // The call is over; a second connection would be in the listener's queue by now.
        let listener = served.await.unwrap();
        let mut second = Box::pin(listener.accept());
        assert!(support::poll_once(&mut second).await.is_none(), "the request was sent twice");
    }
}

/// The headers ask an upstream for an answer that is neither compressed nor cached.
#[tokio::test]
async fn an_answer_is_asked_for_uncompressed() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let base = support::base_of(listener.local_addr().unwrap());
    let setup = Setup::new().await;
    let gateway = support::gateway(setup.store.clone(), &base, |_| {});
    let action = set_action(&base, json!({"action": "PE-Enable", "cids": ["1"]}));
    let call = tokio::spawn(async move { gateway.set_action(action).await });
    let (mut stream, _) = listener.accept().await.unwrap();
    let mut request = Vec::new();
    while !request.ends_with(b"}") {
        assert_ne!(stream.read_buf(&mut request).await.unwrap(), 0);
    }
    let answer = b"HTTP/1.1 202 Accepted\r\ncontent-length: 2\r\n\r\n{}";
    stream.write_all(answer).await.unwrap();
    assert_eq!(call.await.unwrap().unwrap().answer.details.status, Status::Success);
    let request = String::from_utf8(request).unwrap().to_lowercase();
    let codings: Vec<_> =
        request.lines().filter(|line| line.starts_with("accept-encoding:")).collect();
    assert_eq!(codings, ["accept-encoding: identity"], "{request}");
}

#[tokio::test]
async fn a_refused_connection_is_a_failure() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let base = support::base_of(listener.local_addr().unwrap());
    drop(listener);
    let setup = Setup::new().await;
    let gateway = support::gateway(setup.store.clone(), &base, |_| {});
    let action = set_action(&base, json!({"action": "PE-Enable", "cids": ["1"]}));
    let finished = gateway.set_action(action).await.unwrap();
    assert_eq!(finished.answer.details.cause, Cause::NeverSent, "{finished:?}");
    let job = setup.job(finished.job_id).await.job;
    assert_eq!((job.status, job.http_status), (Status::Failed, None));
    let message = job.error_message.unwrap();
    assert!(message.as_str().starts_with("the request was not sent: "), "{message}");
    assert!(message.as_str().contains("refused"), "{message}");
}

#[tokio::test]
async fn a_name_that_does_not_exist_is_a_failure() {
    let setup = Setup::new().await;
    let base = "http://no-such-host.invalid";
    let gateway = support::gateway(setup.store.clone(), base, |_| {});
    let action = set_action(base, json!({"action": "PE-Enable", "cids": ["1"]}));
    let finished = gateway.set_action(action).await.unwrap();
    assert_eq!(finished.answer.details.cause, Cause::NeverSent, "{finished:?}");
    assert_eq!(setup.job(finished.job_id).await.job.status, Status::Failed);
}

/// As a server of plain HTTP does, which answers what it cannot read.
#[tokio::test]
async fn an_upstream_that_speaks_no_tls_is_said_in_words() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let base = format!("https://{}", listener.local_addr().unwrap());
    tokio::spawn(async move {
        let (mut peer, _) = listener.accept().await.unwrap();
        peer.write_all(b"HTTP/1.1 400 Bad Request\r\ncontent-length: 0\r\n\r\n").await.unwrap();
        // Not closed before the answer is read.
        let _end = tokio::io::copy(&mut peer, &mut tokio::io::sink()).await;
    });
    let setup = Setup::new().await;
    let gateway = support::gateway(setup.store.clone(), &base, |_| ());
    let action = set_action(&base, json!({"action": "PE-Enable", "cids": ["1"]}));
    let finished = gateway.set_action(action).await.unwrap();
    assert_eq!(finished.answer.details.cause, Cause::NeverSent, "{finished:?}");
    let message = setup.job(finished.job_id).await.job.error_message.unwrap();
    assert!(message.as_str().contains("write http://"), "{message}");
    assert!(!message.as_str().contains("InvalidContentType"), "{message}");
}

#[tokio::test]
async fn a_handshake_that_never_ends_is_a_failure() {
    // Connected, but the peer does not speak TLS: the request cannot have left.
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let base = format!("https://{}", listener.local_addr().unwrap());
    let setup = Setup::new().await;
    let gateway = support::gateway(setup.store.clone(), &base, |config| {
        config.connect_timeout = Duration::from_millis(50);
    });
    let action = set_action(&base, json!({"action": "PE-Enable", "cids": ["1"]}));
    let finished = gateway.set_action(action).await.unwrap();
    assert_eq!(finished.answer.details.cause, Cause::NeverSent, "{finished:?}");
    assert_eq!(setup.job(finished.job_id).await.job.status, Status::Failed);
}

#[tokio::test]
async fn a_form_is_sent_as_pairs_with_lists_as_json() {
    let setup = Setup::new().await;
    let payload =
        json!({"action": "PE-Enable", "cids": ["5 1", 5002], "force": true, "note": null});
    let action = set_action(&format!("{}/tms/v1/x", setup.base), payload.clone())
        .with_content_type(ContentType::Form);
    let finished = setup.gateway.set_action(action).await.unwrap();
    assert_eq!(finished.answer.details.status, Status::Success);
    let call = &setup.sim.calls()[0];
    assert_eq!(call.content_type.as_deref(), Some("application/x-www-form-urlencoded"));
    assert_eq!(call.body, "action=PE-Enable&cids=%5B%225+1%22%2C5002%5D&force=true");
    // The record holds what was asked for, in whichever form it was sent.
    let detail = setup.job(finished.job_id).await;
    assert_eq!(detail.request_payload.unwrap().as_str().parse::<Value>().unwrap(), payload);
}

#[tokio::test]
async fn the_largest_action_that_was_ever_seen_is_recorded_and_judged() {
    let setup = Setup::new().await;
    let cids: Vec<String> = (0..27_682).map(|n| format!("unknown-{n:05}")).collect();
    let action = set_action(
        &format!("{}/tms/v1/x", setup.base),
        json!({"action": "T-Enable", "cids": cids}),
    );
    let finished = setup.gateway.set_action(action).await.unwrap();
    assert_eq!(finished.answer.details.status, Status::Failed);
    let change = setup.change(finished.job_id).await;
    assert_eq!(change.outcomes.len(), 27_682);
    assert!(change.details.response_summary.unwrap().as_str().ends_with('…'));
}
