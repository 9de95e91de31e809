//! Files that are missing, unreadable, or open to others: they take nothing away and let nobody in.

use std::path::Path;

use axum::body::Body;
use axum::http::Method;
use futures::StreamExt as _;
use serde_json::json;

use super::{By, NOW, Site, set_mode, text_of};
use crate::support::in_process::{NOBODY, password_of};
use crate::support::issuer::Issuer;
use crate::support::process::PATIENCE;

/// Anyone who can write to the keys, or replace them, could sign in as anybody.
#[tokio::test]
async fn keys_that_others_may_have_written_are_not_taken() {
    let makes_open: [fn(&Site); 3] = [
        |site| set_mode(&site.path("jwks.json"), 0o666),
        |site| set_mode(&site.path("jwks.json"), 0o620),
        |site| set_mode(site.folder.path(), 0o777),
    ];
    for make_open in makes_open {
        let site = Site::new().await;
        let other = Issuer::with_key(1, "one");
        let get = async |issuer: &Issuer| {
            let by = issuer.jwt_until("someone", "admin", NOW + 600);
            site.api.get(Some(&by), "/v1/jobs").await.status.as_u16()
        };
        std::fs::write(site.path("jwks.json"), other.jwks().to_string()).unwrap();
        make_open(&site);
        site.api.clock.pass(50);
        assert_eq!((get(&other).await, get(&Issuer::new()).await), (401, 200));
        set_mode(site.folder.path(), 0o700);
        set_mode(&site.path("jwks.json"), 0o644);
        site.api.clock.pass(50);
        assert_eq!((get(&other).await, get(&Issuer::new()).await), (200, 401));
    }
}

/// An unreadable file revokes nothing; once it is repaired, it takes effect.
#[tokio::test]
async fn a_list_that_cannot_be_used_takes_nothing_away() {
    let spoils: [fn(&Path); 4] = [
        |file| std::fs::remove_file(file).unwrap(),
        |file| std::fs::write(file, "rubbish").unwrap(),
        |file| set_mode(file, 0o666),
        |file| {
            std::fs::remove_file(file).unwrap();
            std::os::unix::fs::symlink("/nowhere/auth.toml", file).unwrap();
        },
    ];
    for spoil in spoils {
        let site = Site::new().await;
        let by = By::bearer("token-of-admin");
        let good = std::fs::read(site.path("auth.toml")).unwrap();
        let mut stream = site.open(&by, Method::GET, "/v1/stream", Body::empty()).await;
        assert!(stream.next().await.is_some());
        spoil(&site.path("auth.toml"));
        site.api.app.refresh();
        site.api.submit(Some("token-of-admin")).await;
        let next = String::from_utf8(stream.next().await.unwrap().unwrap().to_vec()).unwrap();
        assert!(next.contains("event: job_created"), "{next}");
        let _it_was_there = std::fs::remove_file(site.path("auth.toml"));
        std::fs::write(site.path("auth.toml"), &good).unwrap();
        set_mode(&site.path("auth.toml"), 0o600);
        site.editor().revoke_token("admin-1").unwrap();
        site.api.app.refresh();
        let told = tokio::time::timeout(PATIENCE, text_of(stream)).await.unwrap();
        assert!(told.contains("event: ended"), "{told}");
    }
}

/// A session that would end as soon as the key is repaired is refused, and the refusal says what to
/// do.
#[tokio::test]
async fn nobody_signs_in_by_password_while_the_key_of_sessions_cannot_be_used() {
    let site = Site::new().await;
    let key = site.path("session.key");
    let good = std::fs::read(&key).unwrap();
    let sign_in = async || {
        let body = json!({"username": "admin", "password": password_of("admin")});
        site.api.post(NOBODY, "/api/login", body).await
    };
    let by_form = async || {
        let body = format!("username=admin&password={}", password_of("admin"));
        site.api.call(NOBODY, Method::POST, "/login", body).await
    };
    let before = sign_in().await;
    let spoils: [fn(&Path); 4] = [
        |key| std::fs::write(key, "rubbish").unwrap(),
        |key| set_mode(key, 0o640),
        |key| set_mode(key, 0o604),
        |key| {
            std::fs::remove_file(key).unwrap();
            std::fs::create_dir(key).unwrap();
        },
    ];
    for spoil in spoils {
        spoil(&key);
        for refused in [sign_in().await, by_form().await] {
            assert_eq!(refused.status, 503, "{}", refused.text);
            assert!(refused.text.contains("session.key can be used again"), "{}", refused.text);
            assert_eq!(refused.header("set-cookie"), None);
        }
        // A wrong password does not reveal it.
        let wrong = json!({"username": "admin", "password": "wrong"});
        assert_eq!(site.api.post(NOBODY, "/api/login", wrong).await.status, 401);
        let _a_directory = std::fs::remove_dir(&key);
        std::fs::write(&key, &good).unwrap();
        set_mode(&key, 0o600);
        assert_eq!(sign_in().await.status, 200);
        assert_eq!(by_form().await.status, 303);
    }
    // If there is none, one is made, and its sessions last.
    let status = async |cookie: String| {
        let by = By(vec![("cookie", cookie)]);
        let request = site.request(&by, Method::GET, "/v1/jobs", Body::empty()).await;
        site.api.send(request).await.status.as_u16()
    };
    assert_eq!(status(before.cookie().unwrap()).await, 200, "of the key that was put back");
    std::fs::remove_file(&key).unwrap();
    let begun = sign_in().await;
    assert_eq!((begun.status.as_u16(), key.exists()), (200, true));
    assert_eq!(status(before.cookie().unwrap()).await, 401);
    site.api.app.refresh();
    assert_eq!(status(begun.cookie().unwrap()).await, 200);
}
