//! Who may cache an answer: no cache may give it to somebody else.

use std::collections::BTreeSet;
use std::sync::Arc;

use axum::body::Body;
use axum::http::{Method, Request};
use jobs_api::{Access, LogAccess, endpoints};
use jobs_core::MemoryStore;

use crate::access::call;
use crate::support::in_process::{ADMIN, Api, NOBODY, VIJAY};
use crate::support::means::Means;

/// A used session is renewed by a cookie, also on public answers.
#[tokio::test]
async fn an_answer_with_a_session_in_it_is_kept_by_nobody() {
    let api = Api::new().await;
    let job_id = api.submit(VIJAY).await;
    let cookie = api.session("vijay").await;
    let mut renewed = 0;
    for operation in endpoints().iter().filter(|it| it.method() == Method::GET) {
        api.clock.pass(1);
        let request = Request::get(api.path(operation, &job_id).await).header("cookie", &cookie);
        let request = request.header("sec-fetch-site", "same-origin").body(Body::empty());
        let answer = api.send(request.unwrap()).await;
        if answer.header("set-cookie").is_some() {
            assert_eq!(answer.header("cache-control"), Some("no-store"), "{operation:?}");
            renewed += 1;
        } else {
            let is_open = matches!(operation.access(), Access::Everybody | Access::LogReaders);
            assert!(is_open, "{operation:?} renews no session");
        }
    }
    assert!(renewed > 20, "{renewed}");
}

/// Caches tell callers apart by `Authorization`, and not by a cookie or by what a proxy adds.
#[tokio::test]
async fn a_private_answer_is_kept_by_nobody_who_could_give_it_to_another() {
    let mut kept = BTreeSet::new();
    for log_access in [LogAccess::Public, LogAccess::Private] {
        let api = Api::with(Arc::new(MemoryStore::default()), log_access).await;
        for operation in endpoints() {
            let is_private = match operation.access() {
                Access::Everybody => false,
                Access::LogReaders => log_access == LogAccess::Private,
                Access::Roles { .. } => true,
            };
            for means in Means::ALL {
                for token in [ADMIN, NOBODY] {
                    let answer = call(&api, operation, means, token).await;
                    let of = format!("{operation:?} by {means:?}, {token:?}, {log_access:?}");
                    let cache = answer.header("cache-control").unwrap();
                    let by_header = matches!(means, Means::Token | Means::Jwt) && token == ADMIN;
                    if is_private && by_header && cache != "no-store" {
                        let told_apart = answer.header("vary") == Some("authorization");
                        assert!(cache.starts_with("private, ") && told_apart, "{of}: {cache}");
                        kept.insert(format!("{operation:?} {log_access:?}"));
                    } else if is_private || !answer.status.is_success() {
                        assert_eq!(cache, "no-store", "{of}");
                    } else if answer.header("set-cookie").is_some() {
                        assert_eq!(cache, "no-store", "{of} begins a session");
                    }
                }
            }
        }
    }
    // What the walk must have reached.
    for answer in [
        "readEntryBundle Public",
        "readStats Public",
        "readTile Private",
        "readCheckpoint Private",
        "readLogKey Private",
    ] {
        assert!(kept.contains(answer), "{answer}: {kept:?}");
    }
}
