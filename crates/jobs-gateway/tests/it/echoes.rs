//! Credentials that an upstream echoes from a request, or reveals of its own, are in no record.

use jobs_core::Status;
use jobs_gateway::{ContentType, Data, Finished, ReadMethod, ReadRequest, Secret, SetAction};
use serde_json::{Value, json};

use crate::support::{self, Setup, TOKEN, set_action, whole_ledger};

/// Sends `action` to an upstream that answers as `answer` says.
async fn send(
    setup: &Setup,
    payload: Value,
    adapt: impl FnOnce(SetAction) -> SetAction,
    answer: impl Fn(String) -> (u16, String) + Clone + Send + Sync + 'static,
) -> Finished {
    let (gateway, base) = support::answering(setup.store.clone(), answer).await;
    gateway.set_action(adapt(set_action(&base, payload))).await.unwrap()
}

fn plain() -> Value {
    json!({"action": "PE-Enable", "cids": ["1"]})
}

fn message(finished: &Finished) -> &str {
    finished.answer.details.error_message.as_ref().unwrap().as_str()
}

#[tokio::test]
async fn a_token_echoed_with_escaped_slashes() {
    let setup = Setup::new().await;
    let token = "ey/J+h/bGci==";
    for (code, body) in [
        (200, r#"{"success":false,"message":"bad token ey\/J+h\/bGci=="}"#),
        (500, r#"{"message":"bad token ey\/J+h\/bGci=="}"#),
        (500, r#"{"message":"bad token \u0065y\u002fJ\u002Bh/bGci%3D%3d"}"#),
        (500, r"bad token ey\/J+h\/bGci==, and no JSON"),
    ] {
        let with_token = |action: SetAction| action.with_token(Some(Secret::new(token)));
        let answer = move |_| (code, body.to_owned());
        let finished = send(&setup, plain(), with_token, answer).await;
        assert_eq!(finished.answer.details.status, Status::Failed);
        assert!(message(&finished).contains("bad token [redacted]"), "{}", message(&finished));
    }
    let ledger = whole_ledger(&setup).await;
    assert!(!ledger.contains("bGci"), "{ledger}");
}

#[tokio::test]
async fn a_password_with_a_quote_echoed_as_json_in_a_text() {
    let setup = Setup::new().await;
    let mut payload = plain();
    payload["password"] = json!("hun\"ter2");
    for code in [200, 500] {
        // The whole request as it arrived, in a text; and once more in an answer that is not JSON.
        let echo = move |body: String| {
            let message = format!("cannot read {body}");
            (code, json!({"success": false, "message": message}).to_string())
        };
        let finished = send(&setup, payload.clone(), |action| action, echo).await;
        assert!(message(&finished).contains("cannot read {"), "{}", message(&finished));
        let bare = move |body: String| (code, format!("cannot read {body}"));
        send(&setup, payload.clone(), |action| action, bare).await;
    }
    let ledger = whole_ledger(&setup).await;
    assert!(!ledger.contains("ter2"), "{ledger}");
}

#[tokio::test]
async fn a_password_echoed_as_the_form_that_it_came_in() {
    let setup = Setup::new().await;
    let mut payload = plain();
    payload["options"] = json!({"password": "pä ss/wörd&1"});
    for escape in ["+", "%20"] {
        for lower in [false, true] {
            let echo = move |body: String| {
                let body = if lower { body.to_lowercase() } else { body };
                (400, format!("bad form: {}", body.replace('+', escape)))
            };
            let as_form = |action: SetAction| action.with_content_type(ContentType::Form);
            let finished = send(&setup, payload.clone(), as_form, echo).await;
            assert!(message(&finished).contains("bad form"), "{}", message(&finished));
        }
    }
    let ledger = whole_ledger(&setup).await;
    for part in ["wörd", "ss%2F", "ss%2f", "ss/w"] {
        assert!(!ledger.contains(part), "{part}: {ledger}");
    }
}

#[tokio::test]
async fn a_credential_of_the_upstream_itself() {
    let setup = Setup::new().await;
    for (code, body, expected) in [
        (
            500,
            r#"{"access_token":"X-canary"}"#,
            r#"API returned status 500: {"access_token":"[redacted]"}"#,
        ),
        (
            200,
            r#"{"success":false,"message":{"password":"X-canary"}}"#,
            r#"{"password":"[redacted]"}"#,
        ),
        (
            200,
            r#"{"success":false,"message":"{\"password\":\"X-canary\"}"}"#,
            r#"{"password":"[redacted]"}"#,
        ),
        (
            307,
            "https://u:X-canary@a.test/?id_token=X-canary",
            "API returned status 307: https://[redacted]@a.test/?id_token=[redacted]",
        ),
        (
            200,
            r#"{"success":false,"message":"those CIDs ['1'] fail, see https://a.test/?token=X-canary"}"#,
            "those CIDs ['1'] fail, see https://a.test/?token=[redacted]",
        ),
    ] {
        let finished =
            send(&setup, plain(), |action| action, move |_| (code, body.to_owned())).await;
        assert_eq!(message(&finished), expected);
    }
    let body = r#"{"success":true,"session":{"accessToken":"X-canary"}}"#;
    let finished = send(&setup, plain(), |action| action, move |_| (200, body.to_owned())).await;
    assert_eq!(finished.answer.details.status, Status::Success);
    let ledger = whole_ledger(&setup).await;
    assert!(!ledger.contains("X-canary"), "{ledger}");
}

#[tokio::test]
async fn a_credential_in_the_url_of_the_request() {
    let setup = Setup::new().await;
    let answer = |_| (404, "nothing at /x for key%2dsecret-1 key-secret-1".to_owned());
    let (gateway, base) = support::answering(setup.store.clone(), answer).await;
    let url = format!("{base}/x?apiToken=key-secret-1");
    let finished = gateway.set_action(set_action(&url, plain())).await.unwrap();
    assert_eq!(
        message(&finished),
        "API returned status 404: nothing at /x for [redacted] [redacted]"
    );
    assert!(!whole_ledger(&setup).await.contains("secret-1"));
}

#[tokio::test]
async fn a_short_token_destroys_nothing() {
    let setup = Setup::new().await;
    let mut payload = plain();
    payload["note"] = json!("a note about it");
    let answer = |_| (500, r#"{"note":"at the start"}"#.to_owned());
    let with_token = |action: SetAction| action.with_token(Some(Secret::new("t")));
    let finished = send(&setup, payload.clone(), with_token, answer).await;
    assert_eq!(message(&finished), r#"API returned status 500: {"note":"at the start"}"#);
    let detail = setup.job(finished.job_id).await;
    assert_eq!(detail.request_payload.unwrap().as_str().parse::<Value>().unwrap(), payload);
}

#[tokio::test]
async fn our_own_words_and_the_names_of_members_stay() {
    let setup = Setup::new().await;
    let payload = json!({
        "action": "PE-Enable", "cids": ["1"], "note": "x", "returned": "y",
        "passwords": ["returned", "status 500", "message"],
    });
    let answer = |_| (500, r#"{"message":"returned"}"#.to_owned());
    let finished = send(&setup, payload, |action| action, answer).await;
    assert_eq!(message(&finished), r#"API returned status 500: {"message":"[redacted]"}"#);
    let detail = setup.job(finished.job_id).await;
    let recorded: Value = detail.request_payload.unwrap().as_str().parse().unwrap();
    assert_eq!(recorded["returned"], "y");
    assert_eq!(recorded["passwords"], "[redacted]");
}

#[tokio::test]
async fn a_request_of_nothing_but_credentials_costs_little_and_is_refused() {
    let setup = Setup::new().await;
    let mut payload = plain();
    // This once took 1.5 GB: four million short ones, all the same; and as many bytes of different
    // ones.
    payload["tokens"] = Value::Array(vec![json!("a"); 1_000_000]);
    let repeats = set_action(&format!("{}/echo/x", setup.base), payload.clone());
    assert_eq!(
        setup.gateway.set_action(repeats).await.unwrap().answer.details.status,
        Status::Failed
    );
    payload["tokens"] = (0..100_000).map(|n| json!(format!("token {n:08}"))).collect();
    let many = set_action(&format!("{}/tms/v1/x", setup.base), payload);
    let refusal = setup.gateway.set_action(many).await.unwrap_err().to_string();
    assert!(refusal.starts_with("postData: holds more than 65536 bytes"), "{refusal}");
    assert_eq!(setup.sim.call_count(), 1);
    let huge = setup.action("/tms/v1/x").with_token(Some(Secret::new("x".repeat(16_385))));
    let refusal = setup.gateway.set_action(huge).await.unwrap_err().to_string();
    assert_eq!(refusal, "token: is longer than 16384 bytes");
}

#[tokio::test]
async fn an_answer_is_quoted_from_its_beginning_and_handed_on_whole() {
    let setup = Setup::new().await;
    let body = json!({"success": false, "message": format!("{TOKEN} {}", "x".repeat(300_000))});
    let text = body.to_string();
    let finished = send(&setup, plain(), |action| action, move |_| (200, text.clone())).await;
    assert!(message(&finished).starts_with("[redacted] xxx") && message(&finished).ends_with('…'));
    assert_eq!(finished.answer.data, Data::Json(body));
    let text = finished.answer.details.response_summary.unwrap();
    let text = text.as_str();
    assert!(text.len() <= 64 << 10 && text.ends_with('…'));
}

#[tokio::test]
async fn a_read_is_quoted_as_carefully() {
    let setup = Setup::new().await;
    let answer = |_| (500, r#"{"access_token":"X-canary"}"#.to_owned());
    let (gateway, base) = support::answering(setup.store.clone(), answer).await;
    let request = ReadRequest {
        user_id: support::vijay(),
        url: base,
        token: None,
        method: ReadMethod::Get,
        payload: None,
    };
    let answer = gateway.read(request).await.unwrap();
    let message = answer.details.error_message.unwrap();
    assert_eq!(message.as_str(), r#"API returned status 500: {"access_token":"[redacted]"}"#);
    assert_eq!(answer.data, Data::None);
}
