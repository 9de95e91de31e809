//! Plain reads: which of them are relayed, and that each is in the log.

use jobs_core::Status;
use jobs_gateway::{ContentType, ReadMethod, ReadPayload, ReadRequest, ReadRule, Refusal};
use serde_json::json;

use crate::support::{Log, Setup, poll_once, vijay};

fn read(setup: &Setup, method: ReadMethod, path: &str, payload: Option<&str>) -> ReadRequest {
    ReadRequest {
        user_id: vijay(),
        url: format!("{}{path}", setup.base),
        token: None,
        method,
        payload: payload.map(|form| ReadPayload::Form(form.to_owned())),
    }
}

/// The result of a read.
#[derive(Debug, PartialEq, Eq, Clone, Copy)]
enum Comes {
    /// It is relayed.
    Relayed,
    /// It is a Set Action in disguise: `400` for this field.
    Disguised(&'static str),
    /// It is not an allowed one: `403`.
    NotAllowed,
}

async fn outcome(setup: &Setup, request: ReadRequest) -> Comes {
    match setup.gateway.read(request).await {
        Ok(_) => Comes::Relayed,
        Err(Refusal::Invalid { field, .. }) => Comes::Disguised(field),
        Err(refusal @ Refusal::ReadNotAllowed { .. }) => {
            let text = refusal.to_string();
            assert!(text.starts_with("url: ") && text.contains("--upstream-read"), "{text}");
            Comes::NotAllowed
        }
        Err(other) => panic!("{other}"),
    }
}

#[tokio::test]
async fn every_method_and_kind_of_read_goes_or_is_refused() {
    use Comes::{Disguised, NotAllowed, Relayed};
    use ReadMethod::{Get, Post};
    const TOKEN: &str = "grant_type=client_credentials&client_secret=s3cr3t-s3cr3t";
    const PAIR: &str = "action=A&cids=1";
    // Without rules, with one for a POST to `/token`, and with one for GETs below it.
    for (method, path, payload, expected) in [
        (Get, "/status", None, [Relayed, Relayed, NotAllowed]),
        (Get, "/status?cids=5001,5002&page=2", None, [Relayed, Relayed, NotAllowed]),
        (Get, "/token", None, [Relayed, Relayed, NotAllowed]),
        (Get, "/token/x?q=transaction", None, [Relayed, Relayed, Relayed]),
        // A GET's payload is not sent.
        (Get, "/token/x", Some(PAIR), [Relayed, Relayed, Relayed]),
        (Get, "/token/x?action=PE-Enable&cids=5001", None, [Disguised("url"); 3]),
        (Get, "/token/x?a=1&ACTION=PE-Enable", None, [Disguised("url"); 3]),
        (Get, "/token/x?act%69on%5B0%5D=PE-Enable", None, [Disguised("url"); 3]),
        (Get, "/token/x?data[action]=A&data[cids][]=1", None, [Disguised("url"); 3]),
        (Get, "/token/x?x.action=A&x.cids=1", None, [Disguised("url"); 3]),
        (Get, "/token/x?a=1;action=A", None, [Disguised("url"); 3]),
        (Get, "/token/x?q=action%3DA%26cids%3D1", None, [Disguised("url"); 3]),
        (Get, "/token/x?q=%7B%22action%22:%22A%22,%22cids%22:[1]%7D", None, [Disguised("url"); 3]),
        (Get, "/token/x?%7B%22Action%22:%22A%22,%22CIDs%22:[1]%7D", None, [Disguised("url"); 3]),
        (Post, "/token", Some(TOKEN), [NotAllowed, Relayed, NotAllowed]),
        (Post, "/token", None, [NotAllowed, Relayed, NotAllowed]),
        (Post, "/token?scope=all", Some(TOKEN), [NotAllowed, Relayed, NotAllowed]),
        (Post, "/token/x", Some(TOKEN), [NotAllowed; 3]),
        (Post, "/token/", Some(TOKEN), [NotAllowed; 3]),
        (Post, "/token//x", Some(TOKEN), [NotAllowed; 3]),
        (Post, "/token/..%20/x", Some(TOKEN), [Disguised("url"); 3]),
        (Post, "/token/..%09/x", Some(TOKEN), [Disguised("url"); 3]),
        (Post, "/token/.%0a./x", Some(TOKEN), [Disguised("url"); 3]),
        (Post, "/token/%c0%ae%c0%ae/x", Some(TOKEN), [Disguised("url"); 3]),
        (Post, "/tokens", Some(TOKEN), [NotAllowed; 3]),
        (Post, "/status", Some("filter=x"), [NotAllowed; 3]),
        (Post, "/status", None, [NotAllowed; 3]),
        (Post, "/token", Some(PAIR), [Disguised("postData"); 3]),
        (Post, "/token", Some("Action=A"), [Disguised("postData"); 3]),
        (Post, "/token?action=A", Some(TOKEN), [Disguised("url"); 3]),
        (Post, "/token?cids=1", Some(TOKEN), [Disguised("url"); 3]),
        (Post, "/token?%2561ction=A", Some(TOKEN), [Disguised("url"); 3]),
        (Post, "/token?x=1;cids=1", Some(TOKEN), [Disguised("url"); 3]),
        (Post, "/token?x=1％26％61ction=A", Some(TOKEN), [Disguised("url"); 3]),
    ] {
        let rules = [None, Some(["POST", "token"]), Some(["GET", "token/*"])];
        for (rule, expected) in rules.into_iter().zip(expected) {
            let setup = Setup::with(|config| {
                let base = &config.upstreams[0];
                let rule = rule.map(|[method, path]| format!("{method} {base}{path}").parse());
                let rule = rule.map(Result::<ReadRule, _>::unwrap);
                config.reads = rule.into_iter().collect();
            })
            .await;
            let found = outcome(&setup, read(&setup, method, path, payload)).await;
            assert_eq!(found, expected, "{method} {path} {payload:?} by {rule:?}");
            let sent = usize::from(expected == Relayed);
            assert_eq!((setup.sim.call_count(), setup.ledger_size().await), (sent, 0), "{path}");
            if let Some(call) = setup.sim.calls().pop() {
                let body = if method == Post { payload.unwrap_or_default() } else { "" };
                assert_eq!((call.body.as_str(), call.path.as_str()), (body, path));
            }
        }
    }
}

/// A Set Action needs no rule, and no rule makes it a read.
#[tokio::test]
async fn rules_for_reads_are_none_for_set_actions() {
    for rules in [&[][..], &["GET /status/*"], &["POST /tms/*"]] {
        let setup = Setup::with(|config| {
            let base = config.upstreams[0].as_str().trim_end_matches('/').to_owned();
            let rule = |rule: &&str| rule.replace(' ', &format!(" {base}")).parse().unwrap();
            config.reads = rules.iter().map(rule).collect();
        })
        .await;
        let sent = setup.send("/tms/v1/x").await.unwrap();
        assert_eq!(sent.answer.details.status, Status::Success, "{rules:?}");
        let payload = json!({"action": "PE-Enable", "cids": ["1"]}).as_object().cloned().unwrap();
        let payload = Some(ReadPayload::Members(payload, ContentType::Json));
        let request = ReadRequest { payload, ..read(&setup, ReadMethod::Post, "/tms/v1/x", None) };
        assert_eq!(outcome(&setup, request).await, Comes::Disguised("postData"), "{rules:?}");
    }
}

/// The lines of the log that are about reads.
fn lines(log: &Log) -> Vec<String> {
    let text = log.text();
    let about = text.lines().filter_map(|line| line.split_once("jobs::relay: "));
    about
        .map(|(level, line)| format!("{} {line}", level.split_whitespace().last().unwrap()))
        .collect()
}

#[tokio::test]
async fn each_read_is_in_the_log_with_no_value_of_it() {
    let setup = Setup::new().await;
    let (log, _guard) = Log::begin();
    let mut request = read(&setup, ReadMethod::Get, "/status/5001/x;a=b?q=canary", None);
    request.user_id = jobs_core::UserId::new("vijay \"x\" action=A").unwrap();
    setup.gateway.read(request).await.unwrap();
    let form = Some("client_secret=canary-canary");
    setup.gateway.read(read(&setup, ReadMethod::Post, "/status-503/v1", form)).await.unwrap();
    setup.gateway.read(read(&setup, ReadMethod::Post, "/hang-up/token", form)).await.unwrap();
    let refused = read(&setup, ReadMethod::Get, "/status?action=canary", None);
    setup.gateway.read(refused).await.unwrap_err();
    // The caller has gone: the upstream was asked all the same.
    let mut reading = Box::pin(setup.gateway.read(read(&setup, ReadMethod::Get, "/never/x", None)));
    assert!(poll_once(&mut reading).await.is_none());
    drop(reading);
    let lines = lines(&log);
    let expected = [
        r#"INFO a read was relayed user="vijay \"x\" action=A" method="GET" host="127.0.0.1" path="/status/…/…" outcome="answered" http_status=401 elapsed_ms="#,
        r#"INFO a read was relayed user="vijay" method="POST" host="127.0.0.1" path="/…/v1" outcome="inconclusive_answer" http_status=503 elapsed_ms="#,
        r#"INFO a read was relayed user="vijay" method="POST" host="127.0.0.1" path="/hang-up/token" outcome="connection_lost" http_status=200 elapsed_ms="#,
        r#"WARN a read was refused user="vijay" method="GET" host="127.0.0.1" path="/status" reason="url: must not name an action"#,
        r#"INFO a read was relayed user="vijay" method="GET" host="127.0.0.1" path="/never/x" outcome="abandoned" elapsed_ms="#,
    ];
    assert_eq!(lines.len(), expected.len(), "{lines:#?}");
    for (line, expected) in lines.iter().zip(expected) {
        assert!(line.starts_with(expected), "{line}\nis not\n{expected}");
        assert!(!line.contains("canary"), "{line}");
    }
}
