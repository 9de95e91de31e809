//! Everybody's accounts, for admins.

use std::sync::Arc;

use jobs_auth::{Accounts, Identity, Register, Role, SessionKey, digest};
use jobs_core::MemoryStore;
use jobs_sign_in::SignIn;
use serde_json::{Value, json};

use super::{auth_toml, editor, get_by, post_by, session_by_token};
use crate::support::in_process::{ADMIN, AUDITOR, Api, NOBODY, SPARE, VIJAY, password_of};
use crate::support::means::TestClock;

const PASSWORD: &str = "a staple for the battery horse";

async fn sign_in(api: &Api, user: &str, password: &str) -> u16 {
    let body = json!({"username": user, "password": password});
    api.post(NOBODY, "/v1/sign-in", body).await.status.as_u16()
}

#[tokio::test]
async fn an_admin_adds_a_user_who_signs_in_at_once() {
    let api = Api::new().await;
    let body = json!({"user_id": "noor", "role": "operator", "password": PASSWORD});
    let added = api.post(ADMIN, "/v1/users", &body).await;
    assert_eq!(added.status, 201, "{}", added.text);
    let user = added.json();
    let expected = json!({
        "user_id": "noor", "role": "operator", "disabled": false, "has_password": true,
        "created_at": user["created_at"],
    });
    assert!(user == expected && user["created_at"].is_string(), "{user}");
    assert_eq!(sign_in(&api, "noor", PASSWORD).await, 200);
    let users = api.get(ADMIN, "/v1/users").await.json();
    let listed = users["users"].as_array().unwrap();
    assert!(listed.len() == 7 && listed.contains(&user), "{users}");
    // Once.
    let again = api.post(ADMIN, "/v1/users", &body).await;
    assert_eq!((again.status.as_u16(), &again.json()["field"]), (409, &json!("user_id")));
    let other_form = json!({"user_id": "Noor", "role": "operator"});
    assert_eq!(api.post(ADMIN, "/v1/users", other_form).await.status, 409);
    for (body, field) in [
        (json!({"user_id": "jobs-http", "role": "operator"}), "user_id"),
        (json!({"user_id": "", "role": "operator"}), "user_id"),
        (json!({"user_id": "x", "role": "root"}), "role"),
        (json!({"user_id": "x", "role": "operator", "password": "short"}), "password"),
    ] {
        let answer = api.post(ADMIN, "/v1/users", &body).await;
        assert_eq!(answer.status, 400, "{}", answer.text);
        assert_eq!(answer.json()["field"], field, "{}", answer.text);
    }
}

#[tokio::test]
async fn what_an_admin_changes_of_a_user_counts_at_once() {
    let api = Api::new().await;
    let cookies = [api.session("spare").await, session_by_token(&api, SPARE.unwrap()).await];
    let of = |what: &str| format!("/v1/users/spare/{what}");
    let role = api.post(ADMIN, &of("role"), json!({"role": "auditor"})).await;
    assert_eq!(role.json()["role"], "auditor", "{}", role.text);
    for cookie in &cookies {
        assert_eq!(get_by(&api, cookie, "/v1/account").await.json()["role"], "auditor");
    }
    assert_eq!(api.get(SPARE, "/v1/account").await.json()["role"], "auditor");

    let body = json!({"password": PASSWORD});
    assert_eq!(api.post(ADMIN, &of("password"), &body).await.status, 200);
    for cookie in &cookies {
        assert_eq!(get_by(&api, cookie, "/api/user/info").await.status, 401, "they end");
    }
    assert_eq!(sign_in(&api, "spare", PASSWORD).await, 200);
    assert_eq!(sign_in(&api, "spare", &password_of("spare")).await, 401);

    let cookie = session_by_token(&api, SPARE.unwrap()).await;
    let disabled = api.post(ADMIN, &of("disable"), "").await;
    assert_eq!(disabled.json()["disabled"], true, "{}", disabled.text);
    assert_eq!(api.get(SPARE, "/api/user/info").await.status, 401);
    assert_eq!(sign_in(&api, "spare", PASSWORD).await, 401);
    let tokens = api.get(ADMIN, "/v1/tokens").await.json();
    let state = tokens["tokens"].as_array().unwrap().iter().find(|it| it["name"] == "spare");
    assert_eq!(state.unwrap()["state"], "user_disabled");

    assert_eq!(api.post(ADMIN, &of("enable"), "{}").await.status, 409, "needs a new password");
    let enabled = api.post(ADMIN, &of("enable"), &body).await;
    assert_eq!(enabled.json()["disabled"], false, "{}", enabled.text);
    assert_eq!(sign_in(&api, "spare", PASSWORD).await, 200);
    assert_eq!(
        get_by(&api, &cookie, "/api/user/info").await.status,
        401,
        "the old one stays ended"
    );
    for what in ["role", "disable", "enable", "password"] {
        let body = json!({"role": "operator"});
        let body = if what == "role" { body } else { json!({"password": PASSWORD}) };
        let answer = api.post(ADMIN, &format!("/v1/users/nobody/{what}"), body).await;
        assert_eq!(answer.status, 404, "{what}: {}", answer.text);
        assert!(!answer.text.contains("nobody"), "{}", answer.text);
    }
}

#[tokio::test]
async fn an_admin_does_not_lock_themselves_out() {
    let api = Api::new().await;
    let before = auth_toml(&api);
    let cookie = api.session("admin").await;
    for (what, body) in [
        ("disable", json!({})),
        ("role", json!({"role": "operator"})),
        ("role", json!({"role": "auditor"})),
        ("password", json!({"password": PASSWORD})),
        ("enable", json!({"password": PASSWORD})),
    ] {
        let path = format!("/v1/users/admin/{what}");
        for answer in
            [api.post(ADMIN, &path, &body).await, post_by(&api, &cookie, &path, body.clone()).await]
        {
            assert_eq!(answer.status, 409, "{what}: {}", answer.text);
            assert_eq!(answer.json()["type"], "urn:jobs:problem:account-conflict");
        }
    }
    assert_eq!(auth_toml(&api), before);
    let kept = api.post(ADMIN, "/v1/users/admin/role", json!({"role": "admin"})).await;
    assert_eq!(kept.status, 200, "{}", kept.text);
    // Nor by being listed with a lesser role than a JWT has.
    let jwt = crate::support::issuer::Issuer::new().jwt("boss", "admin");
    let body = json!({"user_id": "boss", "role": "operator"});
    assert_eq!(api.post(Some(&jwt), "/v1/users", body).await.status, 409);
}

#[tokio::test]
async fn an_admin_makes_and_revokes_everybodys_tokens() {
    let api = Api::new().await;
    let cookie = api.session("admin").await;
    let body = json!({
        "user_id": "nightly", "name": "nightly", "role": "auditor",
        "expires_at": "2026-02-28T15:04:53Z",
    });
    let made = post_by(&api, &cookie, "/v1/tokens", body).await;
    assert_eq!(made.status, 201, "{}", made.text);
    assert_eq!(made.json()["made_by"], "admin");
    let token = made.json()["token"].as_str().unwrap().to_owned();
    assert_eq!(api.get(Some(&token), "/v1/account").await.json()["role"], "auditor");
    for (body, status) in [
        (json!({"user_id": "vijay", "name": "v", "role": "admin"}), 409),
        (json!({"user_id": "gone", "name": "v"}), 409),
        (json!({"user_id": "stranger", "name": "v"}), 409),
        (json!({"user_id": "Vijay", "name": "v", "role": "operator"}), 409),
        (json!({"user_id": "vijay", "name": "v/1"}), 400),
        (json!({"user_id": "vijay", "name": "v", "expires_at": "2020-01-01T00:00:00Z"}), 400),
    ] {
        let answer = post_by(&api, &cookie, "/v1/tokens", body.clone()).await;
        assert_eq!(answer.status, status, "{body}: {}", answer.text);
    }
    let revoked = api.post(ADMIN, "/v1/users/nightly/tokens/nightly/revoke", "").await;
    assert_eq!(revoked.json()["state"], "revoked", "{}", revoked.text);
    assert_eq!(api.get(Some(&token), "/api/user/info").await.status, 401);
    let unknown = api.post(ADMIN, &format!("/v1/users/nightly/tokens/{token}/revoke"), "").await;
    assert_eq!(unknown.status, 404);
    assert!(!unknown.text.contains(&token), "{}", unknown.text);
    let of_another = api.post(ADMIN, "/v1/users/anita/tokens/vijay/revoke", "").await;
    assert_eq!(of_another.status, 404);
    let revoked = api.post(ADMIN, "/v1/users/vijay/tokens/vijay/revoke", "").await;
    assert_eq!(revoked.status, 200);
    assert_eq!(api.get(VIJAY, "/v1/jobs").await.status, 401);
}

/// What people wrote is kept, and what they revoked meanwhile stays revoked.
#[tokio::test]
async fn a_change_by_hand_in_between_is_kept() {
    let api = Api::new().await;
    let text = auth_toml(&api);
    let at = text.find("name = \"anita\"\n").unwrap();
    let (before, after) = text.split_at(at);
    let text = format!("# by hand\n{before}# she is away\n{after}");
    let text = text.replacen(
        "name = \"audra\"\nrole = \"auditor\"",
        "name = \"audra\"\nrole = \"admin\"",
        1,
    );
    // Not read by the server yet.
    std::fs::write(super::path_of(&api), text).unwrap();
    let added = api.post(ADMIN, "/v1/users", json!({"user_id": "noor", "role": "operator"})).await;
    assert_eq!(added.status, 201, "{}", added.text);
    let text = auth_toml(&api);
    for kept in ["# by hand\n", "# she is away\nname = \"anita\"", "name = \"noor\""] {
        assert!(text.contains(kept), "{kept}: {text}");
    }
    assert_eq!(api.get(AUDITOR, "/v1/users").await.status, 200, "what was by hand counts too");
    // A file that cannot be read is not touched.
    let broken = format!("{text}\nrubbish\n");
    std::fs::write(super::path_of(&api), &broken).unwrap();
    let refused = api.post(ADMIN, "/v1/users/spare/disable", "").await;
    assert_eq!(refused.status, 503, "{}", refused.text);
    assert!(!refused.text.contains("line"), "the log says where: {}", refused.text);
    assert_eq!(auth_toml(&api), broken);
}

#[tokio::test]
async fn no_hash_and_no_digest_is_in_an_answer() {
    let api = Api::new().await;
    editor(&api).revoke_token("gone").unwrap();
    api.app.refresh();
    let mut answers = String::new();
    for path in ["/v1/users", "/v1/tokens", "/v1/account", "/v1/account/tokens"] {
        answers += &api.get(ADMIN, path).await.text;
    }
    let body = json!({"user_id": "noor", "role": "operator", "password": PASSWORD});
    answers += &api.post(ADMIN, "/v1/users", body).await.text;
    answers += &api.post(ADMIN, "/v1/users/spare/tokens/spare/revoke", "").await.text;
    let text = auth_toml(&api);
    let secrets = text.lines().filter_map(|line| {
        let (name, value) = line.split_once(" = ")?;
        ["password", "sha256"].contains(&name).then(|| value.trim_matches('"').to_owned())
    });
    let secrets: Vec<_> = secrets.collect();
    assert!(secrets.len() >= 13, "{secrets:?}");
    for secret in secrets.iter().map(|it| &it[it.len() - 30..]).chain([PASSWORD]) {
        assert!(!answers.contains(secret), "{secret}: {answers}");
    }
}

/// With `--store memory` there is no `auth.toml`.
#[tokio::test]
async fn where_accounts_are_in_no_file_that_is_said() {
    let mut register = Register::default();
    let admin = Identity { user: "admin".parse().unwrap(), role: Role::Admin };
    register.insert_token(digest("token-of-admin"), admin);
    let accounts = Arc::new(Accounts::fixed(register));
    let sign_in = SignIn::new(accounts, SessionKey::generate().unwrap());
    let store = Arc::new(MemoryStore::default());
    let api = Api::letting_in(store, sign_in, Arc::new(TestClock::default())).await;
    for path in ["/v1/users", "/v1/tokens", "/v1/account/tokens"] {
        check(&api.get(ADMIN, path).await);
    }
    for (path, body) in [
        ("/v1/users", json!({"user_id": "a", "role": "operator", "password": PASSWORD})),
        ("/v1/users/a/role", json!({"role": "operator"})),
        ("/v1/users/a/disable", json!({})),
        ("/v1/users/a/enable", json!({})),
        ("/v1/users/a/password", json!({"password": PASSWORD})),
        ("/v1/users/a/tokens/a/revoke", json!({})),
        ("/v1/account/tokens/a/revoke", json!({})),
        ("/v1/account/password", json!({"current": "a", "new": PASSWORD})),
    ] {
        check(&api.post(ADMIN, path, body).await);
    }
    // Sessions need no file.
    let cookie = session_by_token(&api, "token-of-admin").await;
    let listed: Value = get_by(&api, &cookie, "/v1/account/sessions").await.json();
    assert_eq!(listed["sessions"][0]["current"], true);
    let out = post_by(&api, &cookie, "/v1/sign-out", json!({})).await;
    assert_eq!(out.status, 200);

    fn check(answer: &crate::support::in_process::Answer) {
        assert_eq!(answer.status, 501, "{}", answer.text);
        assert_eq!(answer.json()["type"], "urn:jobs:problem:no-accounts");
    }
}
