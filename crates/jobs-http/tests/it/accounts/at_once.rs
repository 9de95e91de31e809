//! Changes at the same moment: each is decided on what the one before has left.

use std::fs::File;

use axum::http::Method;
use futures::FutureExt as _;
use jobs_auth::{NewToken, Role};
use serde_json::{Value, json};

use super::{auth_toml, editor, path_of};
use crate::support::in_process::{ADMIN, Api, SPARE};

/// A request: whose token, the path, the body.
type Asked<'a> = (Option<&'a str>, &'a str, Value);

/// The statuses of two requests, the lesser first, both of which are let in and then wait for
/// `auth.toml`.
async fn at_once(api: &Api, asked: [Asked<'_>; 2]) -> [u16; 2] {
    let lock = path_of(api).with_extension("toml.lock");
    let lock = File::options().create(true).truncate(false).write(true).open(lock).unwrap();
    lock.lock().unwrap();
    let mut waiting = asked
        .map(|(token, path, body)| Box::pin(api.call(token, Method::POST, path, body.to_string())));
    for request in &mut waiting {
        assert!(request.as_mut().now_or_never().is_none(), "it waits");
    }
    drop(lock);
    let [one, other] = waiting;
    let (one, other) = tokio::join!(one, other);
    let mut statuses = [one.status.as_u16(), other.status.as_u16()];
    statuses.sort_unstable();
    statuses
}

#[tokio::test]
async fn of_two_admins_who_take_it_from_each_other_one_is_left() {
    for (what, body, refused) in
        [("disable", json!({}), 401), ("role", json!({"role": "auditor"}), 403)]
    {
        let api = Api::new().await;
        editor(&api).set_role(&"spare".parse().unwrap(), Role::Admin).unwrap();
        api.app.refresh();
        let [of_spare, of_admin] =
            ["spare", "admin"].map(|user| format!("/v1/users/{user}/{what}"));
        let asked = [(ADMIN, &*of_spare, body.clone()), (SPARE, &*of_admin, body)];
        assert_eq!(at_once(&api, asked).await, [200, refused], "{what}");
        let mut left = 0;
        for token in [ADMIN, SPARE] {
            left += u32::from(api.get(token, "/v1/users").await.status == 200);
        }
        assert_eq!(left, 1, "{what}: {}", auth_toml(&api));
    }
}

#[tokio::test]
async fn of_two_tokens_that_revoke_each_other_one_is_left() {
    for path in ["/v1/users/first/tokens/", "/v1/account/tokens/"] {
        let api = Api::new().await;
        let make = |name: &str| {
            let new = NewToken::of("first".parse().unwrap(), Some(Role::Admin)).named(name);
            editor(&api).new_token(&new).unwrap().0
        };
        let [one, two] = ["one", "two"].map(make);
        api.app.refresh();
        let [of_one, of_two] = ["one", "two"].map(|name| format!("{path}{name}/revoke"));
        let asked = [(Some(&*one), &*of_two, json!({})), (Some(&*two), &*of_one, json!({}))];
        assert_eq!(at_once(&api, asked).await, [200, 401], "{path}");
        let mut left = 0;
        for token in [&one, &two] {
            left += u32::from(api.get(Some(token), "/v1/users").await.status == 200);
        }
        assert_eq!(left, 1, "{path}: {}", auth_toml(&api));
    }
}

/// Also what leaves everybody in.
#[tokio::test]
async fn who_is_disabled_while_a_change_waits_has_not_made_it() {
    let api = Api::new().await;
    editor(&api).set_role(&"spare".parse().unwrap(), Role::Admin).unwrap();
    api.app.refresh();
    let user = json!({"user_id": "noor", "role": "admin"});
    // By hand, and not read by the server yet.
    editor(&api).disable_user(&"spare".parse().unwrap()).unwrap();
    let refused = api.post(SPARE, "/v1/users", user).await;
    assert_eq!(refused.status, 401, "{}", refused.text);
    assert!(!auth_toml(&api).contains("noor"));
}
