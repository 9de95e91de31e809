//! Accounts over HTTP: sign-in, the caller's own password, sessions and tokens, and for admins
//! everybody's.

mod admins;
mod at_once;
mod by_token;
mod own;
mod passwords;
#[cfg(target_os = "linux")]
mod unwritten;
mod uses;
mod who;

use std::sync::atomic::{AtomicU64, Ordering};

use axum::http::Method;
use jobs_api::{Endpoint, Peer};
use jobs_auth::{AuthFileEditor, NewToken};
use serde_json::{Value, json};

use crate::support::in_process::{Answer, Api, password_of};

/// A name that no user and no token has yet.
fn new_name() -> String {
    static COUNT: AtomicU64 = AtomicU64::new(0);
    format!("new-{}", COUNT.fetch_add(1, Ordering::Relaxed))
}

fn path_of(api: &Api) -> std::path::PathBuf {
    api.accounts.as_ref().unwrap().path().join("auth.toml")
}

pub(crate) fn editor(api: &Api) -> AuthFileEditor {
    AuthFileEditor::new(path_of(api))
}

fn auth_toml(api: &Api) -> String {
    std::fs::read_to_string(path_of(api)).unwrap()
}

/// A request for `operation` that succeeds for the user of `token` if their role allows it: its
/// path and its body; `None` when that is not about accounts.
pub(crate) async fn request(
    api: &Api,
    operation: &'static Endpoint,
    token: Option<&str>,
) -> Option<(String, Value)> {
    let user = token.unwrap_or("token-of-vijay").strip_prefix("token-of-").unwrap();
    let password = password_of(user);
    let of_spare = json!({"password": password_of("spare")});
    let path = operation.path().replace("{user_id}", "spare");
    Some(match operation.id() {
        "signIn" => (path, json!({"token": format!("token-of-{user}")})),
        "changePassword" => (path, json!({"current": password, "new": password})),
        "endOwnSession" => {
            let cookie = api.session(user).await;
            let listed = get_by(api, &cookie, "/v1/account/sessions").await.json();
            let id = listed["sessions"][0]["id"].as_str().unwrap();
            (path.replace("{session_id}", id), json!({}))
        }
        "makeOwnToken" => (path, json!({"name": new_name()})),
        "revokeOwnToken" => {
            let new = NewToken::of(user.parse().unwrap(), None).named(&new_name());
            let (_, name) = editor(api).new_token(&new).unwrap();
            api.app.refresh();
            (path.replace("{token_name}", &name), json!({}))
        }
        "addUser" => (path, json!({"user_id": new_name(), "role": "operator"})),
        "changeRole" => (path, json!({"role": "operator"})),
        "disableUser" => (path, json!({})),
        "enableUser" | "setPassword" => (path, of_spare),
        "makeToken" => (path, json!({"user_id": "spare", "name": new_name()})),
        "revokeToken" => (path.replace("{token_name}", "spare"), json!({})),
        _ => return None,
    })
}

/// A request by cookie, from a page of this server.
async fn by(api: &Api, cookie: &str, method: Method, path: &str, body: impl ToString) -> Answer {
    let headers = [("cookie", cookie), ("sec-fetch-site", "same-origin")];
    crate::sign_in::send(api, method, path, &headers, body).await
}

async fn get_by(api: &Api, cookie: &str, path: &str) -> Answer {
    by(api, cookie, Method::GET, path, "").await
}

async fn post_by(api: &Api, cookie: &str, path: &str, body: Value) -> Answer {
    by(api, cookie, Method::POST, path, body).await
}

/// `POST /v1/sign-in` from an address.
async fn sign_in_from(api: &Api, address: &str, body: &Value) -> Answer {
    let peer = Peer(format!("{address}:5").parse().unwrap());
    let request = axum::http::Request::post("/v1/sign-in").extension(peer);
    api.send(request.body(body.to_string().into()).unwrap()).await
}

/// A new session by a token, as its cookie.
async fn session_by_token(api: &Api, token: &str) -> String {
    let answer = sign_in_from(api, "192.0.2.200", &json!({"token": token})).await;
    assert_eq!(answer.status, 200, "{}", answer.text);
    answer.cookie().unwrap()
}
