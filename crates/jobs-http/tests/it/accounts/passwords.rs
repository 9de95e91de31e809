//! A caller's own password: changed by who knows it, and all other sessions end.

use axum::http::Method;
use serde_json::json;

use super::{auth_toml, get_by, post_by, session_by_token};
use crate::support::in_process::{ADMIN, Api, NOBODY, VIJAY, password_of};
use crate::support::means::Means;

const PATH: &str = "/v1/account/password";
const NEW: &str = "a staple for the battery horse";

#[tokio::test]
async fn another_password_ends_all_other_sessions_and_the_callers_goes_on() {
    for by_token in [false, true] {
        let api = Api::new().await;
        let mine = match by_token {
            true => session_by_token(&api, VIJAY.unwrap()).await,
            false => api.session("vijay").await,
        };
        let others = [api.session("vijay").await, session_by_token(&api, VIJAY.unwrap()).await];
        let anitas = api.session("anita").await;
        let body = json!({"current": password_of("vijay"), "new": NEW});
        let changed = post_by(&api, &mine, PATH, body).await;
        assert_eq!(changed.status, 200, "{}", changed.text);
        for ended in others.iter().chain([&mine]) {
            assert_eq!(get_by(&api, ended, "/api/user/info").await.status, 401);
        }
        let renewed = changed.cookie().unwrap();
        let account = get_by(&api, &renewed, "/v1/account").await;
        assert_eq!((account.status.as_u16(), &account.json()["user_id"]), (200, &json!("vijay")));
        assert_eq!(get_by(&api, &anitas, "/api/user/info").await.status, 200);
        assert_eq!(api.get(VIJAY, "/v1/jobs").await.status, 200, "tokens stay");
        let sign_in = async |password: &str| {
            let body = json!({"username": "vijay", "password": password});
            api.post(NOBODY, "/v1/sign-in", body).await.status.as_u16()
        };
        assert_eq!((sign_in(NEW).await, sign_in(&password_of("vijay")).await), (200, 401));
    }
}

#[tokio::test]
async fn who_comes_by_a_token_changes_the_password_as_well_and_gets_no_session() {
    let api = Api::new().await;
    let body = json!({"current": password_of("vijay"), "new": NEW});
    let changed = api.post(VIJAY, PATH, body).await;
    assert_eq!((changed.status.as_u16(), changed.cookie()), (200, None));
}

#[tokio::test]
async fn a_wrong_or_weak_password_changes_nothing() {
    let api = Api::new().await;
    let cookie = api.session("vijay").await;
    let before = auth_toml(&api);
    let right = password_of("vijay");
    for (current, new, status, field) in [
        ("canary-wrong", NEW, 403, "current"),
        (&*right, "short", 400, "new"),
        (&right, "vijay-vijay-vijay", 400, "new"),
        (&right, "Password1234", 400, "new"),
    ] {
        let answer = post_by(&api, &cookie, PATH, json!({"current": current, "new": new})).await;
        assert_eq!(answer.status, status, "{}", answer.text);
        assert_eq!(answer.json()["field"], field, "{}", answer.text);
        assert!(!answer.text.contains("canary") && !answer.text.contains(new), "{}", answer.text);
    }
    assert_eq!(auth_toml(&api), before);
    assert_eq!(get_by(&api, &cookie, "/api/user/info").await.status, 200);
}

/// The same limits as for sign-in: a browser that was left open is no way to try passwords.
#[tokio::test]
async fn the_current_password_is_guessed_at_as_seldom_as_at_sign_in() {
    let api = Api::new().await;
    let cookie = api.session("vijay").await;
    let guess = json!({"current": "a guess", "new": NEW});
    for _ in 0..10 {
        assert_eq!(post_by(&api, &cookie, PATH, guess.clone()).await.status, 403);
    }
    let right = json!({"current": password_of("vijay"), "new": NEW});
    for body in [guess, right] {
        let answer = post_by(&api, &cookie, PATH, body).await;
        assert_eq!(answer.status, 429, "{}", answer.text);
        assert_eq!(answer.header("retry-after"), Some("30"));
    }
    let body = json!({"username": "vijay", "password": password_of("vijay")});
    assert_eq!(api.post(NOBODY, "/v1/sign-in", body).await.status, 429, "they share the tries");
    assert_eq!(get_by(&api, &cookie, "/api/user/info").await.status, 200);
}

#[tokio::test]
async fn who_has_no_password_is_told_so() {
    let api = Api::new().await;
    let user = json!({"user_id": "proxied", "role": "operator"});
    assert_eq!(api.post(ADMIN, "/v1/users", user).await.status, 201);
    let body = json!({"current": "anything", "new": NEW}).to_string();
    let answer =
        api.call_by(Means::Proxy, Some("token-of-proxied"), Method::POST, PATH, body.clone()).await;
    assert_eq!(answer.status, 409, "{}", answer.text);
    assert!(answer.text.contains("you have no password"), "{}", answer.text);
    let account = api
        .call_by(Means::Proxy, Some("token-of-proxied"), Method::GET, "/v1/account", "")
        .await
        .json();
    let expected = json!({
        "user_id": "proxied", "role": "operator", "signed_in_by": "proxy", "session": null,
        "is_listed": true, "has_password": false, "may_make_tokens": true,
    });
    assert_eq!(account, expected);
}
