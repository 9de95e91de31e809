//! Sessions that begin with a token, and end with it.

use axum::body::Body;
use axum::http::{Method, Request};
use futures::StreamExt as _;
use jobs_auth::{Clock as _, NewToken, Role, moment};
use serde_json::{Value, json};

use super::{editor, get_by, post_by, session_by_token, sign_in_from};
use crate::sign_in::send;
use crate::support::in_process::{ADMIN, Api, NOBODY, VIJAY, password_of};
use crate::support::process::PATIENCE;

#[tokio::test]
async fn a_session_begins_with_a_token_and_has_the_role_of_its_user() {
    let api = Api::new().await;
    let begun = sign_in_from(&api, "192.0.2.1", &json!({"token": VIJAY.unwrap()})).await;
    assert_eq!(begun.status, 200, "{}", begun.text);
    let account = begun.json();
    let session = account["session"].clone();
    let expected = json!({
        "user_id": "vijay", "role": "operator", "signed_in_by": "session", "session": session,
        "is_listed": true, "has_password": true, "may_make_tokens": false,
    });
    assert_eq!(account, expected);
    assert_eq!(session["begun_at"], "2026-01-28T15:04:53.000000Z");
    assert_eq!(session["ends_at"], "2026-01-28T15:19:53.000000Z");
    let cookie = begun.cookie().unwrap();
    assert_eq!(get_by(&api, &cookie, "/v1/account").await.json(), account);
    editor(&api).set_role(&"vijay".parse().unwrap(), Role::Auditor).unwrap();
    api.app.refresh();
    assert_eq!(get_by(&api, &cookie, "/v1/account").await.json()["role"], "auditor");
    // With a password it is the same.
    let body = json!({"username": "vijay", "password": password_of("vijay")});
    let begun = sign_in_from(&api, "192.0.2.1", &body).await.json();
    assert_eq!((&begun["signed_in_by"], &begun["role"]), (&json!("session"), &json!("auditor")));
}

#[tokio::test]
async fn who_is_not_listed_signs_in_with_a_token_as_the_first_admin_does() {
    let api = Api::new().await;
    let new = NewToken::of("first".parse().unwrap(), Some(Role::Admin));
    let (token, _) = editor(&api).new_token(&new).unwrap();
    api.app.refresh();
    let cookie = session_by_token(&api, &token).await;
    let account = get_by(&api, &cookie, "/v1/account").await.json();
    assert_eq!((&account["role"], &account["is_listed"]), (&json!("admin"), &json!(false)));
    assert_eq!(get_by(&api, &cookie, "/v1/users").await.status, 200);
}

#[tokio::test]
async fn the_form_takes_a_token_too() {
    let api = Api::new().await;
    let form = api.get(NOBODY, "/login").await.text;
    assert!(form.contains("name=\"token\"") && !form.contains("<script"), "{form}");
    // As it is copied from a terminal.
    let body = format!("next=%2Fdocs&token={}%0A", VIJAY.unwrap());
    let begun = api.post(NOBODY, "/login", body).await;
    assert_eq!((begun.status.as_u16(), begun.header("location")), (303, Some("/docs")));
    let account = get_by(&api, &begun.cookie().unwrap(), "/v1/account").await.json();
    assert_eq!(account["user_id"], "vijay");
    let refused = api.post(NOBODY, "/login", "token=made-up").await;
    assert_eq!((refused.status.as_u16(), refused.cookie()), (401, None));
    assert!(refused.text.contains("Invalid token") && !refused.text.contains("made-up"));
}

/// Makes vijay a token that ends in a minute, and signs in with it.
async fn for_a_minute(api: &Api) -> (String, String) {
    let expires_at = Some(moment(api.clock.now() + std::time::Duration::from_secs(60)));
    let of_vijay = NewToken::of("vijay".parse().unwrap(), None).named("for-a-minute");
    let (token, _) = editor(api).new_token(&NewToken { expires_at, ..of_vijay }).unwrap();
    api.app.refresh();
    let cookie = session_by_token(api, &token).await;
    (token, cookie)
}

/// What ends a token.
type Take = fn(&Api);

const TAKES: [Take; 4] = [
    |api| editor(api).revoke_token("for-a-minute").unwrap(),
    |api| editor(api).disable_user(&"vijay".parse().unwrap()).unwrap(),
    |api| api.clock.pass(61),
    // By hand.
    |api| {
        let text = super::auth_toml(api);
        let place = text.rfind("[[token]]").unwrap();
        std::fs::write(super::path_of(api), &text[..place]).unwrap();
    },
];

#[tokio::test]
async fn a_session_by_a_token_ends_with_the_token() {
    for (nth, take) in TAKES.into_iter().enumerate() {
        let api = Api::new().await;
        let (token, cookie) = for_a_minute(&api).await;
        let other = session_by_token(&api, ADMIN.unwrap()).await;
        api.clock.pass(60);
        assert_eq!(get_by(&api, &cookie, "/v1/jobs").await.status, 200, "{nth}");
        take(&api);
        api.app.refresh();
        let ended = get_by(&api, &cookie, "/v1/jobs").await;
        assert_eq!(ended.status, 401, "{nth}");
        assert_eq!(ended.json()["type"], "urn:jobs:problem:session-expired", "{nth}");
        assert_eq!(api.get(Some(&token), "/v1/jobs").await.status, 401, "{nth}");
        let again = sign_in_from(&api, "192.0.2.1", &json!({"token": token})).await;
        assert_eq!((again.status.as_u16(), again.cookie()), (401, None), "{nth}");
        assert_eq!(get_by(&api, &other, "/v1/jobs").await.status, 200, "another's goes on");
    }
}

#[tokio::test]
async fn a_stream_ends_with_the_token_that_it_or_its_session_came_by() {
    for take in TAKES {
        let api = Api::new().await;
        let (token, cookie) = for_a_minute(&api).await;
        let by_token = ("authorization", format!("Bearer {token}"));
        let mut streams = Vec::new();
        for (name, value) in [by_token, ("cookie", cookie)] {
            let request = Request::get("/v1/stream").header(name, value).body(Body::empty());
            let stream = api.open(request.unwrap()).await;
            assert_eq!(stream.status(), 200);
            let mut stream = stream.into_body().into_data_stream();
            assert!(stream.next().await.is_some());
            streams.push(stream);
        }
        take(&api);
        api.app.refresh();
        for stream in streams {
            let rest = async {
                let pieces: Vec<_> = stream.map(|piece| piece.unwrap()).collect().await;
                String::from_utf8(pieces.concat()).unwrap()
            };
            let told = tokio::time::timeout(PATIENCE, rest).await.unwrap();
            let (_, told) = told.rsplit_once("event: ended\ndata: ").unwrap();
            let why: Value = serde_json::from_str(told.trim_end()).unwrap();
            assert_eq!(why["status"], 401, "{told}");
        }
    }
}

/// That somebody changes by hand when a token ends counts for what is under way.
#[tokio::test]
async fn a_token_that_is_to_last_longer_keeps_its_stream() {
    let api = Api::new().await;
    let (token, _) = for_a_minute(&api).await;
    let request = Request::get("/v1/stream").header("authorization", format!("Bearer {token}"));
    let stream = api.open(request.body(Body::empty()).unwrap()).await;
    let mut stream = stream.into_body().into_data_stream();
    assert!(stream.next().await.is_some());
    let text = super::auth_toml(&api).replace("2026-01-28T15:05:53", "2026-01-28T16:05:53");
    std::fs::write(super::path_of(&api), text).unwrap();
    api.app.refresh();
    api.clock.pass(120);
    api.submit(VIJAY).await;
    let next = tokio::time::timeout(PATIENCE, stream.next()).await.unwrap().unwrap().unwrap();
    assert!(String::from_utf8_lossy(&next).contains("event: job_created"));
}

#[tokio::test]
async fn a_wrong_sign_in_is_a_problem_that_says_nothing_of_what_was_sent() {
    let api = Api::new().await;
    for (body, status, kind) in [
        (json!({"username": "vijay", "password": "canary"}), 401, "wrong-credentials"),
        (json!({"username": "canary", "password": "canary"}), 401, "wrong-credentials"),
        (json!({"token": "canary"}), 401, "wrong-credentials"),
        (json!({"token": ""}), 401, "wrong-credentials"),
        (json!({"token": "canary", "username": "vijay", "password": "x"}), 400, "invalid"),
        (json!({"token": ["canary"]}), 400, "invalid"),
        (json!({"username": "canary"}), 400, "invalid"),
        (json!({}), 400, "invalid"),
        (json!("canary"), 400, "invalid"),
    ] {
        let answer = api.post(NOBODY, "/v1/sign-in", &body).await;
        assert_eq!(answer.status, status, "{body}: {}", answer.text);
        assert_eq!(answer.json()["type"], format!("urn:jobs:problem:{kind}"), "{body}");
        assert_eq!(answer.header("content-type"), Some("application/problem+json"));
        assert!(!answer.text.contains("canary") && answer.cookie().is_none(), "{}", answer.text);
    }
}

#[tokio::test]
async fn tokens_are_guessed_at_as_seldom_as_passwords() {
    let api = Api::new().await;
    let guess = json!({"token": "made-up"});
    let right = json!({"token": VIJAY.unwrap()});
    for _ in 0..30 {
        assert_eq!(sign_in_from(&api, "192.0.2.7", &right).await.status, 200, "no try");
        assert_eq!(sign_in_from(&api, "192.0.2.7", &guess).await.status, 401);
    }
    for body in [&guess, &right] {
        let answer = sign_in_from(&api, "192.0.2.7", body).await;
        assert_eq!(answer.status, 429, "{}", answer.text);
        assert_eq!(answer.json()["type"], "urn:jobs:problem:too-many-tries");
        assert_eq!(answer.header("retry-after"), Some("5"));
    }
    assert_eq!(sign_in_from(&api, "192.0.2.8", &right).await.status, 200, "another address");
    assert_eq!(api.get(VIJAY, "/v1/jobs").await.status, 200, "the token itself goes on");
    api.clock.pass(5);
    assert_eq!(sign_in_from(&api, "192.0.2.7", &right).await.status, 200);
}

/// Behind a proxy that gives no address.
#[tokio::test]
async fn wrong_tokens_from_an_address_that_may_be_shared_are_slowed_down_and_right_ones_are_not() {
    let api = Api::new().await;
    let from_proxy = async |token: &str| {
        let status = sign_in_from(&api, "10.1.2.3", &json!({"token": token})).await.status;
        status.as_u16()
    };
    for _ in 0..30 {
        assert_eq!(from_proxy("made-up").await, 401);
    }
    assert_eq!(from_proxy("made-up").await, 429);
    assert_eq!(from_proxy(VIJAY.unwrap()).await, 200);
    let elsewhere = sign_in_from(&api, "192.0.2.8", &json!({"token": "made-up"})).await;
    assert_eq!(elsewhere.status, 401);
}

#[tokio::test]
async fn another_sites_page_signs_nobody_in_or_out() {
    let api = Api::new().await;
    let body = json!({"token": VIJAY.unwrap()});
    let foreign = [("sec-fetch-site", "cross-site")];
    let answer = send(&api, Method::POST, "/v1/sign-in", &foreign, &body).await;
    assert_eq!((answer.status.as_u16(), answer.cookie()), (403, None));
    let cookie = session_by_token(&api, VIJAY.unwrap()).await;
    for path in [
        "/v1/sign-out",
        "/v1/account/password",
        "/v1/account/tokens",
        "/v1/account/tokens/vijay/revoke",
    ] {
        for headers in [&[("cookie", &*cookie)][..], &[("cookie", &cookie), foreign[0]]] {
            let answer = send(&api, Method::POST, path, headers, "{}").await;
            assert_eq!(answer.status, 403, "{path}: {}", answer.text);
        }
    }
    assert_eq!(get_by(&api, &cookie, "/api/user/info").await.status, 200);
    let answer = post_by(&api, &cookie, "/v1/sign-out", json!({})).await;
    assert_eq!((answer.status.as_u16(), &*answer.text), (200, "{}"));
    assert!(answer.header("set-cookie").unwrap().contains("Max-Age=0"));
    assert_eq!(get_by(&api, &cookie, "/api/user/info").await.status, 401);
}
