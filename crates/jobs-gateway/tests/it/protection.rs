//! What may be called and seen, and with which certificates.

use std::io::Write;
use std::sync::Arc;

use jobs_core::{Cause, Status, UserId};
use jobs_gateway::{
    ConfigError, ContentType, Data, Gateway, GatewayConfig, ReadMethod, ReadPayload, ReadRequest,
    Refusal, Secret, SetAction,
};
use serde_json::{Value, json};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::ServerConfig;
use tokio_rustls::rustls::pki_types::PrivateKeyDer;

use crate::support::{self, FaultyStore, Log, Setup, TOKEN, set_action, whole_ledger};

#[tokio::test]
async fn nothing_outside_the_allowed_upstreams_is_called_or_recorded() {
    let setup = Setup::new().await;
    let port = setup.base.rsplit_once(':').unwrap().1;
    for url in [
        "http://127.0.0.1:1/tms".to_owned(),
        format!("https://127.0.0.1:{port}/tms"),
        format!("http://localhost:{port}/tms"),
        format!("http://user@127.0.0.1:{port}/tms"),
        format!("http://127.0.0.1:{port}@evil.test/tms"),
        format!("{}/a/../b", setup.base),
        "http://169.254.169.254/latest/meta-data".to_owned(),
        "file:///etc/passwd".to_owned(),
        String::new(),
    ] {
        let action = set_action(&url, json!({"action": "PE-Enable", "cids": ["1"]}));
        let refusal = setup.gateway.set_action(action).await.unwrap_err();
        assert!(refusal.to_string().starts_with("url: "), "{url}: {refusal}");
        assert_eq!(refusal.job_id(), None);
    }
    assert_eq!((setup.sim.call_count(), setup.ledger_size().await), (0, 0));
}

#[tokio::test]
async fn the_default_allows_no_upstream_and_says_how_to() {
    let gateway = Gateway::new(Arc::new(FaultyStore::default()), GatewayConfig::default()).unwrap();
    let action = set_action("https://a.test/x", json!({"action": "PE-Enable", "cids": ["1"]}));
    let refusal = gateway.set_action(action).await.unwrap_err();
    assert!(matches!(refusal, Refusal::NotAllowed { .. }));
    assert!(refusal.to_string().contains("--upstream URL or JOBS_UPSTREAM"), "{refusal}");
}

#[tokio::test]
async fn an_upstream_below_a_path_allows_no_other_path() {
    let setup = Setup::new().await;
    let base = format!("{}/tms", setup.base);
    let gateway = support::gateway(setup.store.clone(), &base, |_| {});
    let send = async |path: &str| {
        let url = format!("{}{path}", setup.base);
        gateway.set_action(set_action(&url, json!({"action": "PE-Enable", "cids": ["1"]}))).await
    };
    assert!(send("/tms/v1/x").await.is_ok());
    assert!(matches!(send("/tmsx").await, Err(Refusal::NotAllowed { .. })));
    assert!(matches!(send("/admin").await, Err(Refusal::NotAllowed { .. })));
    assert!(matches!(send("/tms/..%2fadmin").await, Err(Refusal::Invalid { .. })));
    assert_eq!(setup.sim.call_count(), 1);
}

#[test]
fn bad_fields_are_named() {
    let read = |payload: Value| {
        let vijay = UserId::new("vijay").unwrap();
        SetAction::new(vijay, "http://a.test", payload.as_object().unwrap().clone())
    };
    let many: Vec<String> = (0..100_001).map(|n| n.to_string()).collect();
    for (payload, message) in [
        (json!({"cids": ["1"]}), "action: is missing"),
        (json!({"action": 1, "cids": ["1"]}), "action: must be a string"),
        (json!({"action": "", "cids": ["1"]}), "action: must not be empty"),
        (json!({"action": "a\nb", "cids": ["1"]}), "action: must not contain control characters"),
        (json!({"action": "A"}), "cids: is missing"),
        (json!({"action": "A", "cids": "1"}), "cids: must be an array"),
        (json!({"action": "A", "cids": []}), "cids: must name at least one customer"),
        (json!({"action": "A", "cids": ["1", ""]}), "cids: item 1 must not be empty"),
        (json!({"action": "A", "cids": [1.5]}), "cids: item 0 must be a string or an integer"),
        (json!({"action": "A", "cids": [null]}), "cids: item 0 must be a string or an integer"),
        (
            json!({"action": "A", "cids": many}),
            "cids: has 100001 customers; at most 100000 are allowed",
        ),
    ] {
        assert_eq!(read(payload).unwrap_err().to_string(), message);
    }
    let customers =
        read(json!({"action": "A", "cids": [5, "5", -1, "x"]})).unwrap().customers().clone();
    assert_eq!(customers.iter().map(|cid| cid.as_str()).collect::<Vec<_>>(), ["-1", "5", "x"]);
}

#[test]
fn a_spelling_that_only_some_upstreams_read_is_refused() {
    for payload in [
        json!({"Action": "A", "cids": ["1"]}),
        json!({"ACTION": "A", "CIDs": ["1"]}),
        json!({"action ": "A", "cids": ["1"]}),
        json!({"action": "A", "Action": "B", "cids": ["1"]}),
        json!({"action": "A", "cids": ["1"], "CIDs": ["2"]}),
        json!({"action": "A", "cids": ["1"], "cids[]": "2"}),
    ] {
        let payload = payload.as_object().unwrap().clone();
        assert!(SetAction::is_set_action(&payload), "{payload:?}");
        let error = SetAction::new(support::vijay(), "http://a.test", payload).unwrap_err();
        let text = error.to_string();
        assert!(text.starts_with("postData: \""), "{text}");
        assert!(text.ends_with("must be spelt \"action\"") || text.ends_with("\"cids\""), "{text}");
    }
}

#[tokio::test]
async fn a_read_that_some_upstream_takes_for_a_set_action_is_not_sent() {
    let setup = Setup::new().await;
    for payload in [
        json!({"Action": "A"}),
        json!({"CIDS": ["1"]}),
        json!({"action": "A"}),
        json!({"batch": [{"action": "A", "cids": ["1"]}]}),
        json!({"data": "{\"action\":\"A\",\"cids\":[\"1\"]}"}),
    ] {
        for content_type in [ContentType::Json, ContentType::Form] {
            let request = ReadRequest {
                user_id: support::vijay(),
                url: format!("{}/tms/v1/x", setup.base),
                token: None,
                method: ReadMethod::Post,
                payload: payload
                    .as_object()
                    .cloned()
                    .map(|it| ReadPayload::Members(it, content_type)),
            };
            let refusal = setup.gateway.read(request).await.unwrap_err();
            assert!(
                matches!(refusal, Refusal::Invalid { field: "postData", .. }),
                "{payload}: {refusal}"
            );
        }
    }
    assert_eq!((setup.sim.call_count(), setup.ledger_size().await), (0, 0));
}

fn form(setup: &Setup, form: &str) -> ReadRequest {
    ReadRequest {
        user_id: support::vijay(),
        url: format!("{}/echo/x", setup.base),
        token: None,
        method: ReadMethod::Post,
        payload: Some(ReadPayload::Form(form.to_owned())),
    }
}

#[tokio::test]
async fn a_form_that_is_written_already_is_sent_byte_for_byte() {
    let setup = Setup::new().await;
    for text in [
        "grant_type=client_credentials&client_id=dashboard&client_secret=hunter2-hunter2",
        "",
        "a=1&a=2&&b&=c&d=%zz&e=%C3%A9+é&cid=5&actions=list",
        "x={\"action\":\"list\"}",
    ] {
        let answer = setup.gateway.read(form(&setup, text)).await.unwrap();
        let call = setup.sim.calls().pop().unwrap();
        assert_eq!((call.method.as_str(), call.body.as_str()), ("POST", text));
        assert_eq!(call.content_type.as_deref(), Some("application/x-www-form-urlencoded"));
        // The caller gets the echo unchanged; messages have it without the credential.
        let Data::Json(body) = answer.data else { panic!("{:?}", answer.details) };
        assert!(body["message"].as_str().unwrap().ends_with(text), "{body}");
        assert!(!answer.details.response_summary.unwrap().as_str().contains("hunter2"), "{text}");
    }
    assert_eq!(setup.ledger_size().await, 0);
}

#[tokio::test]
async fn a_form_that_some_upstream_takes_for_a_set_action_is_not_sent() {
    let setup = Setup::new().await;
    for text in [
        "action=PE-Finalize&cids=1",
        "action=list",
        "x=1&Action=A",
        "x=1;action=A",
        "data[action]=A&data[cids][]=1",
        "a%5Bb%5D%5BAction%5D=A&a[b][cids]=1",
        "x.action=A&x.cids=1",
        "x=action=A%26cids=1",
        "x=y%3Daction%253DA%2526cids%253D1",
        "x=1\naction=A",
        "x=1\r\nAction=A\r\n",
        "%61ction=A",
        "x=1&+a%63tion%20=A",
        "cids%5B%5D=1",
        "CIDs=1",
        "a=1&data=%7B%22action%22%3A%22A%22%2C%22cids%22%3A%5B%221%22%5D%7D",
        "data=1&data={\"action\":\"A\",\"cids\":[\"1\"]}",
        "{\"action\":\"A\",\"cids\":[\"1\"]}",
        " {\"action\":\"A\"}",
        "[{\"action\":\"A&B\",\"cids\":[\"1\"]}]",
    ] {
        let refusal = setup.gateway.read(form(&setup, text)).await.unwrap_err();
        assert!(matches!(refusal, Refusal::Invalid { field: "postData", .. }), "{text}: {refusal}");
    }
    assert_eq!((setup.sim.call_count(), setup.ledger_size().await), (0, 0));
}

/// In every spelling that some server reads as that parameter.
#[tokio::test]
async fn a_get_names_no_action_however_it_is_written() {
    let setup = Setup::new().await;
    let read = |path: &str| ReadRequest {
        user_id: support::vijay(),
        url: format!("{}{path}", setup.base),
        token: None,
        method: ReadMethod::Get,
        payload: None,
    };
    for path in [
        "/tms/v1/actions?action=PE-Enable&cids=5001",
        "/tms/v1/actions?ACTION=PE-Enable",
        "/tms/v1/actions?a=1&%61ction=PE",
        "/tms/v1/actions?%2561ction=PE&cids=1",
        "/tms/v1/actions?％61ction=PE",
        "/tms/v1/actions?%EF%BC%8561ction=PE",
        "/tms/v1/actions?x=1％26action=PE",
        "/tms/v1/actions％3Baction=PE",
        "/tms/v1/actions?x=1%26action=PE",
        "/tms/v1/actions?x=1;action=PE",
        "/tms/v1/actions?%EF%BD%81ction=PE",
        "/tms/v1/actions?\u{ff41}ction=PE",
        "/tms/v1/actions?filter[action]=PE",
        "/tms/v1/actions?filter.action=PE",
        "/tms/v1/actions?q={%22action%22:%22PE%22}",
        "/tms/v1/actions?q=%7B%22a%22%3A%5B%7B%22Action%22%3A1%7D%5D%7D",
        "/tms/v1/actions?actionName=PE&cids=1",
        "/tms/v1/actions?action_name=PE&cids[]=1",
        "/tms/v1/actions?_method=POST",
        "/tms/v1/actions;action=PE-Enable;cids=5001",
        "/tms/v1/actions;action=PE/x",
        "/tms/v1/actions%3Faction=PE-Enable&cids=5001",
        "/tms/v1/actions%253Faction=PE-Enable",
        "/tms/v1/actions%3Baction=PE",
    ] {
        let refusal = setup.gateway.read(read(path)).await.unwrap_err();
        assert!(matches!(refusal, Refusal::Invalid { field: "url", .. }), "{path}: {refusal}");
    }
    assert_eq!(setup.sim.call_count(), 0);
    for path in [
        "/tms/v1/actions?cids=5001",
        "/tms/v1/x?actionType=a",
        "/tms/v1/x?last_action_before=2026",
        "/tms/v1/x?sort=action",
        "/tms/v1/x?transaction=5&cids=1&q={%22a%22:1}",
        "/tms/v1/x;v=1/y?method=a",
    ] {
        setup.gateway.read(read(path)).await.unwrap();
    }
}

#[tokio::test]
async fn a_post_names_its_action_in_one_place() {
    let setup = Setup::new().await;
    for query in ["action=B", "x=1&Action=B", "c%49ds=2"] {
        let refusal = setup.send(&format!("/tms/v1/x?{query}")).await.unwrap_err();
        assert!(matches!(refusal, Refusal::Invalid { field: "url", .. }), "{query}: {refusal}");
        let read = |method| ReadRequest {
            user_id: support::vijay(),
            url: format!("{}/status?{query}", setup.base),
            token: Some(Secret::new(TOKEN)),
            method,
            payload: None,
        };
        assert!(setup.gateway.read(read(ReadMethod::Post)).await.is_err(), "{query}");
        // Many reads ask for customers alone.
        let is_action = !query.starts_with("c%49ds");
        assert_eq!(setup.gateway.read(read(ReadMethod::Get)).await.is_err(), is_action, "{query}");
    }
    assert!(setup.sim.calls().iter().all(|call| call.method == "GET"));
}

#[tokio::test]
async fn a_token_that_cannot_be_a_header_is_refused_without_being_shown() {
    let setup = Setup::new().await;
    let action = setup.action("/tms/v1/x").with_token(Some(Secret::new("top\r\nX-Evil: 1")));
    let refusal = setup.gateway.set_action(action).await.unwrap_err();
    assert_eq!(refusal.to_string(), "token: must be visible ASCII characters");
    assert_eq!((setup.sim.call_count(), setup.ledger_size().await), (0, 0));
}

#[tokio::test]
async fn without_a_token_no_authorization_is_sent() {
    let setup = Setup::new().await;
    for token in [None, Some(Secret::new(""))] {
        let action = setup.action("/tms/v1/x").with_token(token);
        let finished = setup.gateway.set_action(action).await.unwrap();
        assert_eq!(finished.answer.details.http_status.map(u16::from), Some(401));
    }
    assert!(setup.sim.calls().iter().all(|call| call.authorization.is_none()));
}

#[tokio::test]
async fn credentials_are_sent_and_are_in_no_record_log_or_error() {
    let (log, _guard) = Log::begin();
    let setup = Setup::new().await;
    let payload = json!({
        "action": "PE-Enable",
        "cids": ["1"],
        "options": [{"adminPassword": "hunter2-hunter2"}],
        "note": format!("sent with {TOKEN}"),
    });
    let mut errors = String::new();
    for path in ["/echo/x", "/status-500/x", "/invalid-json/x", "/hang-up/x", "/tms/v1/x"] {
        let url = format!("{}{path}?access_token=query-secret&page={TOKEN}", setup.base);
        let action = set_action(&url, payload.clone());
        errors += &format!("{action:?}");
        let finished = setup.gateway.set_action(action).await.unwrap();
        errors += &format!("{:?}", finished.answer);
        let sent = setup.sim.calls().pop().unwrap();
        assert_eq!(sent.authorization.as_deref(), Some(&*format!("Bearer {TOKEN}")));
        assert_eq!(sent.body.parse::<Value>().unwrap(), payload, "what is sent is untouched");
        assert!(sent.path.ends_with(&format!("?access_token=query-secret&page={TOKEN}")));
    }
    let ledger = whole_ledger(&setup).await;
    for (place, text) in [("ledger", &ledger), ("log", &log.text()), ("errors", &errors)] {
        for secret in [TOKEN, "hunter2", "query-secret"] {
            assert!(!text.contains(secret), "{secret} is in the {place}: {text}");
        }
    }
    assert!(ledger.contains("got Bearer [redacted] and"), "{ledger}");
    assert!(ledger.contains("access_token=[redacted]&page=[redacted]"), "{ledger}");
    assert!(log.text().contains("the call ended"), "{}", log.text());
    assert!(errors.contains("got Bearer [redacted] and"), "{errors}");
}

#[tokio::test]
async fn debug_output_of_a_request_and_a_gateway_shows_no_credential() {
    let setup = Setup::new().await;
    let mut action = setup.action("/tms/v1/x?token=query-secret");
    action = action.with_token(Some(Secret::new(TOKEN)));
    let shown = format!("{action:?} {:?}", setup.gateway);
    assert!(!shown.contains(TOKEN) && !shown.contains("query-secret"), "{shown}");
}

#[tokio::test]
async fn what_a_read_says_in_messages_holds_no_credential_and_its_body_is_what_came() {
    let setup = Setup::new().await;
    let payload = json!({"filter": "x", "password": "hunter2"});
    let request = ReadRequest {
        user_id: support::vijay(),
        url: format!("{}/echo/x", setup.base),
        token: Some(Secret::new(TOKEN)),
        method: ReadMethod::Post,
        payload: payload.as_object().cloned().map(|it| ReadPayload::Members(it, ContentType::Json)),
    };
    assert!(!format!("{request:?}").contains("hunter2"));
    let answer = setup.gateway.read(request).await.unwrap();
    let shown = format!("{answer:?}");
    let (Data::Json(body), Some(text)) = (answer.data, answer.details.response_summary) else {
        panic!("{shown}")
    };
    let text = text.as_str();
    for secret in [TOKEN, "hunter2"] {
        assert!(body["message"].as_str().unwrap().contains(secret), "{body}");
        assert!(!text.contains(secret) && !shown.contains(secret), "{text}");
    }
}

/// An https upstream that answers one request with success; its certificate, as PEM.
async fn https_upstream() -> (String, String) {
    let rcgen::CertifiedKey { cert, signing_key } =
        rcgen::generate_simple_self_signed(["localhost".to_owned()]).unwrap();
    let key = PrivateKeyDer::try_from(signing_key.serialize_der()).unwrap();
    let config = ServerConfig::builder_with_provider(Arc::new(
        tokio_rustls::rustls::crypto::ring::default_provider(),
    ))
    .with_safe_default_protocol_versions()
    .unwrap()
    .with_no_client_auth()
    .with_single_cert(vec![cert.der().clone()], key)
    .unwrap();
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let base = format!("https://localhost:{}", listener.local_addr().unwrap().port());
    tokio::spawn(async move {
        let acceptor = TlsAcceptor::from(Arc::new(config));
        let (stream, _) = listener.accept().await.unwrap();
        // A client that does not trust the certificate ends the handshake.
        let Ok(mut stream) = acceptor.accept(stream).await else { return };
        let mut request = Vec::new();
        while !request.ends_with(b"}") {
            assert_ne!(stream.read_buf(&mut request).await.unwrap(), 0);
        }
        let answer = b"HTTP/1.1 200 OK\r\ncontent-length: 16\r\n\r\n{\"success\":true}";
        stream.write_all(answer).await.unwrap();
        stream.shutdown().await.unwrap();
    });
    (base, cert.pem())
}

#[tokio::test]
async fn an_upstream_whose_certificate_is_not_trusted_gets_nothing() {
    let (base, _) = https_upstream().await;
    // Any authority but the upstream's own, so that the test does not depend on those of the
    // machine.
    let (_, other) = https_upstream().await;
    let finished = call_https(&base, &other).await;
    assert_eq!(finished.answer.details.cause, Cause::NeverSent, "{finished:?}");
    assert_eq!(finished.answer.details.status, Status::Failed);
    let message = finished.answer.details.error_message.unwrap();
    assert!(message.as_str().contains("certificate"), "{message}");
}

#[tokio::test]
async fn the_ca_file_adds_an_authority() {
    let (base, pem) = https_upstream().await;
    let finished = call_https(&base, &pem).await;
    assert_eq!(finished.answer.details.status, Status::Success, "{finished:?}");
}

async fn call_https(base: &str, authority: &str) -> jobs_gateway::Finished {
    let mut file = tempfile::NamedTempFile::new().unwrap();
    file.write_all(authority.as_bytes()).unwrap();
    let store = Arc::new(FaultyStore::default());
    let gateway =
        support::gateway(store, base, |config| config.ca_file = Some(file.path().to_owned()));
    let action = set_action(base, json!({"action": "PE-Enable", "cids": ["1"]}));
    gateway.set_action(action).await.unwrap()
}

#[test]
fn a_bad_ca_file_is_a_configuration_error() {
    let dir = tempfile::tempdir().unwrap();
    let empty = dir.path().join("empty.pem");
    std::fs::write(&empty, "no certificate here").unwrap();
    for path in [empty, dir.path().join("missing.pem")] {
        let config = GatewayConfig {
            upstreams: vec!["https://a.test".parse().unwrap()],
            ca_file: Some(path),
            ..GatewayConfig::default()
        };
        let error = Gateway::new(Arc::new(FaultyStore::default()), config).unwrap_err();
        assert!(matches!(error, ConfigError::CaFile { .. }), "{error}");
    }
}
