//! A caller's own sessions and tokens.

use axum::http::Method;
use jobs_auth::{NewToken, Role};
use serde_json::{Value, json};

use super::{auth_toml, editor, get_by, post_by, session_by_token};
use crate::sign_in::send;
use crate::support::in_process::{ADMIN, ANITA, Api, VIJAY};
use crate::support::means::Means;

const SESSIONS: &str = "/v1/account/sessions";
const TOKENS: &str = "/v1/account/tokens";

#[tokio::test]
async fn sessions_are_listed_as_they_were_used_and_end_one_by_one() {
    let api = Api::new().await;
    let phone = session_by_token(&api, VIJAY.unwrap()).await;
    let laptop = api.session("vijay").await;
    let anitas = api.session("anita").await;
    api.clock.pass(60);
    let headers = [("cookie", &*phone), ("user-agent", "a phone")];
    send(&api, Method::GET, "/v1/jobs", &headers, "").await;
    api.clock.pass(60);
    let listed = get_by(&api, &laptop, SESSIONS).await.json();
    assert_eq!(listed["since"], "2026-01-28T15:04:53.000000Z");
    let [mine, other] = &listed["sessions"].as_array().unwrap()[..] else { panic!("{listed}") };
    assert_eq!((&mine["current"], &mine["by"]), (&json!(true), &json!("password")));
    let expected = json!({
        "id": other["id"], "begun_at": "2026-01-28T15:04:53.000000Z",
        "used_at": "2026-01-28T15:05:53.000000Z", "by": "token", "address": null,
        "user_agent": "a phone", "current": false,
    });
    assert_eq!(other, &expected);
    let own = get_by(&api, &laptop, "/v1/account").await.json();
    assert_eq!(own["session"]["id"], mine["id"]);
    // Nobody ends what is another's.
    let path = format!("{SESSIONS}/{}/end", other["id"].as_str().unwrap());
    assert_eq!(api.post(ANITA, &path, "").await.status, 404);
    assert_eq!(post_by(&api, &anitas, &path, json!({})).await.status, 404);
    assert_eq!(get_by(&api, &phone, "/api/user/info").await.status, 200);

    let ended = post_by(&api, &laptop, &path, json!({})).await;
    assert_eq!((ended.status.as_u16(), &*ended.text), (200, "{}"));
    assert_eq!(get_by(&api, &phone, "/api/user/info").await.status, 401, "for every copy");
    assert_eq!(post_by(&api, &laptop, &path, json!({})).await.status, 404);
    let path = format!("{SESSIONS}/{}/end", mine["id"].as_str().unwrap());
    let ended = post_by(&api, &laptop, &path, json!({})).await;
    assert!(ended.header("set-cookie").unwrap().contains("Max-Age=0"), "{}", ended.text);
    assert_eq!(get_by(&api, &laptop, "/api/user/info").await.status, 401);
    assert_eq!(api.get(VIJAY, SESSIONS).await.json()["sessions"], json!([]));
}

/// Also one that was not used since the server started, which is not listed.
#[tokio::test]
async fn all_other_sessions_end_at_once_and_the_callers_goes_on() {
    let api = Api::new().await;
    let stolen = api.session("vijay").await;
    let by_token = session_by_token(&api, VIJAY.unwrap()).await;
    let anitas = api.session("anita").await;
    let mine = api.session("vijay").await;
    let ended = post_by(&api, &mine, &format!("{SESSIONS}/end-others"), json!({})).await;
    assert_eq!((ended.status.as_u16(), &*ended.text), (200, "{}"));
    for gone in [&stolen, &by_token, &mine] {
        assert_eq!(get_by(&api, gone, "/api/user/info").await.status, 401);
    }
    for left in [&ended.cookie().unwrap(), &anitas] {
        assert_eq!(get_by(&api, left, "/api/user/info").await.status, 200);
    }
    assert_eq!(api.get(VIJAY, "/api/user/info").await.status, 200, "tokens stay");
}

#[tokio::test]
async fn the_handle_of_a_session_is_no_part_of_it() {
    use base64::Engine as _;
    let api = Api::new().await;
    let cookie = api.session("vijay").await;
    let listed = get_by(&api, &cookie, SESSIONS).await.text;
    let (_, text) = cookie.split_once('=').unwrap();
    let (bytes, mac) = text.split_once('.').unwrap();
    let bytes = base64::engine::general_purpose::URL_SAFE_NO_PAD.decode(bytes).unwrap();
    for secret in [hex::encode(&bytes[..16])[..16].to_owned(), text.to_owned(), mac.to_owned()] {
        assert!(!listed.contains(&secret), "{listed}");
    }
}

#[tokio::test]
async fn a_token_is_shown_once_used_and_revoked_by_its_user() {
    let api = Api::new().await;
    let cookie = api.session("vijay").await;
    let body = json!({"name": "laptop", "expires_at": "2026-01-29T15:04:53+01:00"});
    let made = post_by(&api, &cookie, TOKENS, body).await;
    assert_eq!(made.status, 201, "{}", made.text);
    let mut made = made.json();
    let token = made["token"].take().as_str().unwrap().to_owned();
    assert!(token.starts_with("jobs_") && !auth_toml(&api).contains(&token));
    made.as_object_mut().unwrap().remove("token");
    let created = made["created_at"].clone();
    assert!(created.is_string());
    let mut expected = json!({
        "name": "laptop", "user_id": "vijay", "role": "operator", "state": "accepted",
        "comment": null, "created_at": created, "made_by": "vijay", "expires_at": "2026-01-29T14:04:53.000000Z",
        "last_used_at": null, "revoked_at": null, "current": false,
    });
    assert_eq!(made, expected);
    let laptop = async |token| {
        let listed = api.get(token, TOKENS).await.json();
        let tokens = listed["tokens"].as_array().unwrap().clone();
        tokens.into_iter().find(|token| token["name"] == "laptop")
    };
    assert_eq!(laptop(ANITA).await, None, "it is another's");
    assert_eq!(api.post(ANITA, &format!("{TOKENS}/laptop/revoke"), "").await.status, 404);
    // It is used.
    expected["last_used_at"] = json!("2026-01-28T15:04:00.000000Z");
    expected["current"] = true.into();
    assert_eq!(laptop(Some(&token)).await, Some(expected.clone()));
    expected["current"] = false.into();
    assert_eq!(laptop(VIJAY).await, Some(expected));

    let revoked = api.post(VIJAY, &format!("{TOKENS}/laptop/revoke"), "").await;
    assert_eq!(revoked.status, 200, "{}", revoked.text);
    let revoked = revoked.json();
    assert_eq!(revoked["state"], "revoked");
    assert!(revoked["revoked_at"].is_string(), "{revoked}");
    assert_eq!(api.get(Some(&token), "/v1/jobs").await.status, 401, "at once");
    let again = post_by(&api, &cookie, TOKENS, json!({"name": "laptop"})).await;
    assert_eq!((again.status.as_u16(), &again.json()["field"]), (409, &json!("name")));
    assert_eq!(again.json()["type"], "urn:jobs:problem:account-conflict");
    // Nobody is told of others' tokens.
    let anitas = api.session("anita").await;
    let same = post_by(&api, &anitas, TOKENS, json!({"name": "laptop"})).await;
    assert_eq!(same.status, 201, "{}", same.text);
}

#[tokio::test]
async fn a_token_that_cannot_be_made_is_refused_by_field() {
    let api = Api::new().await;
    let cookie = api.session("vijay").await;
    let before = auth_toml(&api);
    for (body, field) in [
        (json!({"name": "a b"}), "name"),
        (json!({"name": ""}), "name"),
        (json!({"name": "x", "expires_at": "2026-01-28T15:04:53Z"}), "expires_at"),
        (json!({"name": "x", "expires_at": "tomorrow"}), "expires_at"),
        (json!({"name": "x", "role": "admin"}), "role"),
        (json!({}), "body"),
    ] {
        let answer = post_by(&api, &cookie, TOKENS, body.clone()).await;
        assert_eq!(answer.status, 400, "{body}: {}", answer.text);
        assert_eq!(answer.json()["field"], field, "{body}: {}", answer.text);
    }
    assert_eq!(auth_toml(&api), before);
}

/// Whoever has a copy of a token would otherwise have another one when it is revoked, and whoever
/// has a JWT when that is over.
#[tokio::test]
async fn a_token_makes_no_token_nor_does_a_jwt() {
    let api = Api::new().await;
    let before = auth_toml(&api);
    let jwt = crate::support::issuer::Issuer::new().jwt("admin", "admin");
    let by_token = session_by_token(&api, ADMIN.unwrap()).await;
    let own = json!({"name": "more"});
    let of_another = json!({"user_id": "vijay", "name": "more"});
    for (path, body) in [(TOKENS, own.clone()), ("/v1/tokens", of_another)] {
        for refused in [
            api.post(ADMIN, path, &body).await,
            api.post(Some(&jwt), path, &body).await,
            post_by(&api, &by_token, path, body.clone()).await,
        ] {
            assert_eq!(refused.status, 403, "{path}: {}", refused.text);
            assert!(refused.text.contains("sign in with a password"), "{}", refused.text);
        }
    }
    assert_eq!(auth_toml(&api), before);
    // The page is told.
    let may = |account: Value| account["may_make_tokens"].clone();
    for account in [
        api.get(ADMIN, "/v1/account").await,
        api.get(Some(&jwt), "/v1/account").await,
        get_by(&api, &by_token, "/v1/account").await,
    ] {
        assert_eq!(may(account.json()), false);
    }
    let by_password = api.session("admin").await;
    assert_eq!(may(get_by(&api, &by_password, "/v1/account").await.json()), true);
    let made = post_by(&api, &by_password, TOKENS, own).await;
    assert_eq!((made.status.as_u16(), &made.json()["made_by"]), (201, &json!("admin")));
    let path = "/v1/account";
    let by_proxy = async |method, path, body: String| {
        api.call_by(Means::Proxy, VIJAY, method, path, body).await
    };
    assert_eq!(may(by_proxy(Method::GET, path, String::new()).await.json()), true);
    let made = by_proxy(Method::POST, TOKENS, json!({"name": "by-proxy"}).to_string()).await;
    assert_eq!(made.status, 201, "{}", made.text);
}

#[tokio::test]
async fn who_comes_with_a_jwt_and_is_not_listed_has_no_sessions_and_no_tokens() {
    let api = Api::new().await;
    let of_nobody = crate::support::issuer::Issuer::new().jwt("stranger", "operator");
    let account = api.get(Some(&of_nobody), "/v1/account").await.json();
    assert_eq!(account["signed_in_by"], "jwt");
    assert_eq!((&account["is_listed"], &account["session"]), (&json!(false), &Value::Null));
    assert_eq!(api.get(Some(&of_nobody), SESSIONS).await.json()["sessions"], json!([]));
    assert_eq!(api.get(Some(&of_nobody), TOKENS).await.json()["tokens"], json!([]));
}

#[tokio::test]
async fn an_admin_does_not_revoke_the_only_way_in() {
    let api = Api::new().await;
    let new = NewToken::of("first".parse().unwrap(), Some(Role::Admin)).named("first");
    let (token, _) = editor(&api).new_token(&new).unwrap();
    api.app.refresh();
    let cookie = session_by_token(&api, &token).await;
    for path in ["/v1/users/first/tokens/first/revoke", "/v1/account/tokens/first/revoke"] {
        for answer in
            [api.post(Some(&token), path, "").await, post_by(&api, &cookie, path, json!({})).await]
        {
            assert_eq!(answer.status, 409, "{path}: {}", answer.text);
            assert!(answer.text.contains("no other way in"), "{}", answer.text);
        }
    }
    let second = NewToken::of("first".parse().unwrap(), Some(Role::Admin)).named("second");
    editor(&api).new_token(&second).unwrap();
    let revoked = post_by(&api, &cookie, "/v1/account/tokens/first/revoke", json!({})).await;
    assert_eq!(revoked.status, 200, "{}", revoked.text);
    assert_eq!(get_by(&api, &cookie, "/api/user/info").await.status, 401, "with its token");
}

#[tokio::test]
async fn a_user_makes_so_many_tokens_and_no_more() {
    let api = Api::new().await;
    let text = auth_toml(&api);
    let digest = |n: u32| format!("{n:064x}");
    let tokens = (0..199).map(|n| {
        format!("[[token]]\nsha256 = \"{}\"\nuser = \"vijay\"\ndisabled = true\n", digest(n))
    });
    let text = text + &tokens.collect::<String>();
    std::fs::write(super::path_of(&api), text).unwrap();
    api.app.refresh();
    let cookie = api.session("vijay").await;
    let answer = post_by(&api, &cookie, TOKENS, json!({"name": "one-more"})).await;
    assert_eq!(answer.status, 409, "{}", answer.text);
    let body = json!({"user_id": "vijay", "name": "one-more"});
    let admin = api.session("admin").await;
    let made = post_by(&api, &admin, "/v1/tokens", body).await;
    assert_eq!(made.status, 201, "an admin decides");
}
