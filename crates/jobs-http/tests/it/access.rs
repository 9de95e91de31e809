//! Every route with every role, signed in by every means and not signed in.

use std::sync::Arc;

use axum::http::{Method, StatusCode};
use jobs_api::{Access, Endpoint, LogAccess, endpoints};
use jobs_core::MemoryStore;
use serde_json::json;

use crate::accounts;
use crate::support::in_process::{ADMIN, ANITA, AUDITOR, Answer, Api, NOBODY, VIJAY, password_of};
use crate::support::means::Means;

/// What each route answers: to nobody, to the owner (an operator), to another operator, to the
/// auditor, to the admin. One line per endpoint. `UPDATE_GOLDENS=1 cargo test -p jobs-http access`
/// rewrites the file; then read the difference.
const EXPECTED: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/golden/roles.txt");

/// A Set Action of vijay's that the upstream refused.
pub(crate) async fn failed_action(api: &Api) -> String {
    let url = format!("{}/not-ready/x", api.upstream);
    let fetch = json!({"url": url, "postData": {"action": "T-Enable", "cids": ["1"]}});
    let answer = api.post(VIJAY, "/proxy_fetch", fetch).await;
    answer.json()["job_id"].as_str().unwrap().to_owned()
}

pub(crate) async fn call(
    api: &Api,
    operation: &'static Endpoint,
    means: Means,
    token: Option<&str>,
) -> Answer {
    // A separate job of vijay's for each call: a status can be reported once.
    let job_id = match operation.id() {
        "retryJob" => failed_action(api).await,
        _ => api.submit(VIJAY).await,
    };
    // A token makes none, nor does a JWT: see accounts::own.
    let means = match (operation.id(), means) {
        ("makeToken" | "makeOwnToken", Means::Token | Means::Jwt) => Means::Session,
        (_, means) => means,
    };
    let password = password_of("vijay");
    let body = match operation.id() {
        "submitJob" | "submitBulk" => json!({"action_name": "T-Enable", "cids": ["1"]}).to_string(),
        "createOldJob" => {
            json!({"action_code": 3, "action_name": "T-Enable", "cids": ["1"]}).to_string()
        }
        "reportStatus" => json!({"status": "SUCCESS"}).to_string(),
        "proxyFetch" => json!({
            "url": format!("{}/tms/v1/x", api.upstream),
            "isPost": true,
            "postData": {"action": "T-Enable", "cids": ["1"]},
        })
        .to_string(),
        "retryJob" => json!({}).to_string(),
        "login" => json!({"username": "vijay", "password": password}).to_string(),
        "loginByForm" => format!("username=vijay&password={password}"),
        _ => String::new(),
    };
    if let Some((path, body)) = accounts::request(api, operation, token).await {
        let body = body.to_string();
        return api.call_by(means, token, operation.method(), &path, body).await;
    }
    let path = api.path(operation, &job_id).await;
    api.call_by(means, token, operation.method(), &path, body).await
}

#[tokio::test]
async fn every_route_answers_every_role_as_the_table_says_by_whatever_means() {
    let api = Api::new().await;
    for means in Means::ALL {
        let mut answered = String::new();
        for operation in endpoints() {
            answered += operation.id();
            for token in [NOBODY, VIJAY, ANITA, AUDITOR, ADMIN] {
                let answer = call(&api, operation, means, token).await;
                let challenge = (answer.status == StatusCode::UNAUTHORIZED).then_some("Bearer");
                let of = format!("{operation:?} by {means:?}, {token:?}: {}", answer.text);
                assert_eq!(answer.header("www-authenticate"), challenge, "{of}");
                answered += &format!(" {}", answer.status.as_u16());
            }
            answered += "\n";
        }
        if std::env::var_os("UPDATE_GOLDENS").is_some() {
            std::fs::write(EXPECTED, &answered).unwrap();
        }
        assert_eq!(answered, std::fs::read_to_string(EXPECTED).unwrap(), "by {means:?}");
    }
}

#[tokio::test]
async fn a_token_that_is_not_known_is_as_good_as_none_and_never_less() {
    let api = Api::new().await;
    let job_id = api.submit(VIJAY).await;
    for operation in endpoints() {
        let path = api.path(operation, &job_id).await;
        let answer = api.call(Some("token-of-nobody"), operation.method(), &path, "").await;
        let open = matches!(operation.access(), Access::Everybody | Access::LogReaders);
        // A program that asks who it is must be told.
        let open = open && operation.id() != "readAccount";
        let refused = matches!(answer.status.as_u16(), 401 | 302);
        // Without a body, a sign-in is refused for lack of one.
        let signs_in = matches!(operation.id(), "login" | "loginByForm");
        assert!(refused != open || signs_in, "{operation:?}: {}", answer.status);
    }
}

#[tokio::test]
async fn refused_calls_record_nothing_and_reach_no_upstream() {
    let api = Api::new().await;
    let job_id = api.submit(VIJAY).await;
    let head = api.head().await;
    let action = json!({"action_name": "T-Enable", "cids": ["1"]});
    let old = json!({"action_code": 3, "action_name": "T-Enable", "cids": ["1"]});
    let status = json!({"status": "FAILED"});
    let fetch =
        json!({"url": api.upstream, "isPost": true, "postData": {"action": "a", "cids": ["1"]}});
    let status_path = format!("/v1/jobs/{job_id}/status");
    let retry_path = format!("/v1/jobs/{job_id}/retry");
    for token in [NOBODY, Some("wrong"), AUDITOR] {
        api.post(token, "/v1/jobs", &action).await;
        api.post(token, "/v1/jobs/bulk", &action).await;
        api.post(token, &status_path, &status).await;
        api.post(token, "/proxy_fetch", &fetch).await;
        api.post(token, "/api/jobs/create", &old).await;
        api.post(token, &retry_path, json!({})).await;
    }
    api.post(ANITA, &retry_path, json!({})).await;
    api.post(ANITA, &status_path, &status).await;
    assert_eq!(api.head().await, head);
    assert_eq!(api.sim.call_count(), 0);
}

#[tokio::test]
async fn an_operator_lists_only_their_own_jobs_and_may_not_ask_for_others() {
    let api = Api::new().await;
    let own = api.submit(VIJAY).await;
    api.submit(ANITA).await;
    let listed = api.get(VIJAY, "/v1/jobs").await.json();
    assert_eq!(listed["jobs"].as_array().unwrap().len(), 1);
    assert_eq!(listed["jobs"][0]["job_id"], own);
    assert_eq!(api.get(VIJAY, "/v1/jobs?user_id=vijay").await.json(), listed);
    assert_eq!(api.get(VIJAY, "/v1/jobs?user_id=anita").await.status, StatusCode::FORBIDDEN);
    for token in [AUDITOR, ADMIN] {
        let all = api.get(token, "/v1/jobs").await.json();
        assert_eq!(all["jobs"].as_array().unwrap().len(), 2);
        let one = api.get(token, "/v1/jobs?user_id=vijay").await.json();
        assert_eq!(one["jobs"], listed["jobs"]);
    }
}

/// Whatever an operator reads, another's job is not in it, and cannot be requested.
#[tokio::test]
async fn an_operator_comes_upon_no_job_of_another() {
    let api = Api::new().await;
    let others = api.submit(ANITA).await;
    let own = api.submit(VIJAY).await;
    for operation in endpoints().iter().filter(|it| it.method() == Method::GET) {
        let path = api.path(operation, &own).await;
        let answer = api.get(VIJAY, &path).await;
        assert!(!answer.text.contains(&others), "{path}: {}", answer.text);
        // The same customer, index and user, and the other job.
        if path.contains(&own) {
            let answer = api.get(VIJAY, &path.replace(&own, &others)).await;
            assert_eq!(answer.status, StatusCode::FORBIDDEN, "{path}");
        }
    }
    let about_both = [format!("{own}/diff/{others}"), format!("{others}/diff/{own}")];
    for path in
        about_both.map(|pair| format!("/v1/jobs/{pair}")).iter().map(String::as_str).chain([
            "/v1/entries/0/receipt",
            "/v1/entries/0/leaf",
            "/v1/jobs?user_id=anita",
            "/v1/stats?user_id=anita",
            "/v1/stream?user_id=anita",
            "/v1/export.csv?user_id=anita",
            "/v1/export.ndjson?user_id=anita",
            "/api/audit/trail?user_id=anita",
            "/api/audit/user/anita",
        ])
    {
        let answer = api.get(VIJAY, path).await;
        assert_eq!(answer.status, StatusCode::FORBIDDEN, "{path}: {}", answer.text);
    }
}

#[tokio::test]
async fn only_an_admin_submits_for_another_user() {
    let api = Api::new().await;
    let job = |user| json!({"action_name": "T-Enable", "cids": ["1"], "user_id": user});
    assert_eq!(api.post(VIJAY, "/v1/jobs", job("anita")).await.status, StatusCode::FORBIDDEN);
    let own = api.post(VIJAY, "/v1/jobs", job("vijay")).await;
    assert_eq!(own.status, StatusCode::CREATED);
    let other = api.post(ADMIN, "/v1/jobs", job("anita")).await;
    assert_eq!(other.json()["job"]["user_id"], "anita");
}

#[tokio::test]
async fn the_scheme_is_bearer_and_nothing_else() {
    let api = Api::new().await;
    for value in ["Basic dG9rZW4=", "Bearer", "token-of-admin", "Bearer token-of-admin x"] {
        let request = axum::http::Request::get("/v1/jobs").header("authorization", value);
        let answer = api.send(request.body(axum::body::Body::empty()).unwrap()).await;
        assert_eq!(answer.status, StatusCode::UNAUTHORIZED, "{value}");
        assert!(!answer.text.contains("token-of-admin"), "{}", answer.text);
    }
}

/// Of two headers, a proxy in front may have read the other one.
#[tokio::test]
async fn a_header_that_decides_something_is_given_once() {
    let api = Api::new().await;
    let admin = format!("Bearer {}", ADMIN.unwrap());
    for (name, value) in [
        ("authorization", &*admin),
        ("authorization", "Basic dG9rZW4="),
        ("origin", "http://127.0.0.1"),
        ("sec-fetch-site", "same-origin"),
        ("last-event-id", "0"),
        ("idempotency-key", "a-key"),
    ] {
        let before = api.head().await;
        for path in ["/v1/jobs", "/api/jobs/create", "/proxy_fetch"] {
            let mut request = axum::http::Request::post(path);
            if name != "authorization" {
                request = request.header("authorization", &admin);
            }
            let request = request.header(name, value).header(name, value);
            let body =
                json!({"action_name": "T-Enable", "action_code": 3, "cids": ["1"], "url": "x"});
            let answer = api.send(request.body(body.to_string().into()).unwrap()).await;
            assert_eq!(answer.status, StatusCode::BAD_REQUEST, "{name} {path}: {}", answer.text);
            assert!(
                answer.text.contains(&name.replace("idempotency-key", "idempotency_key")),
                "{}",
                answer.text
            );
            assert!(!answer.text.contains("token-of-admin"), "{}", answer.text);
        }
        assert_eq!(api.head().await, before, "{name}");
    }
}

/// Other means to say who calls.
#[tokio::test]
async fn a_session_that_is_there_twice_is_refused_beside_every_means() {
    let api = Api::new().await;
    let cookie = api.session("vijay").await;
    let both = format!("{cookie}; jobs_session=planted");
    let body = json!({"action_name": "T-Enable", "action_code": 3, "cids": ["1"], "url": "x"});
    let callers = Means::ALL.map(|means| (means, VIJAY)).into_iter();
    for (means, token) in callers.chain([(Means::Token, NOBODY), (Means::Jwt, NOBODY)]) {
        for path in ["/v1/jobs", "/api/jobs/create", "/proxy_fetch", "/v1/jobs/bulk"] {
            for lines in [&[&*cookie, &*cookie][..], &[&*both]] {
                let body = body.to_string();
                let mut request = api.request_by(means, token, Method::POST, path, body).await;
                let headers = request.headers_mut();
                headers.remove("cookie");
                for line in lines {
                    headers.append("cookie", line.parse().unwrap());
                }
                let answer = api.send(request).await;
                assert_eq!(answer.status, StatusCode::BAD_REQUEST, "{means:?}: {}", answer.text);
                assert!(answer.text.contains("cookie: holds the session twice"), "{}", answer.text);
            }
        }
    }
    assert_eq!(api.head().await.size(), 0);
}

#[tokio::test]
async fn health_needs_no_token() {
    let api = Api::new().await;
    for path in ["/health", "/livez", "/readyz"] {
        assert_eq!(api.get(NOBODY, path).await.status, StatusCode::OK, "{path}");
    }
}

/// Without a token, with a wrong one, with one of each kind.
async fn log_statuses(api: &Api, path: &str) -> [u16; 5] {
    let mut statuses = [0; 5];
    for (status, token) in
        statuses.iter_mut().zip([NOBODY, Some("token-of-nobody"), VIJAY, AUDITOR, ADMIN])
    {
        *status = api.get(token, path).await.status.as_u16();
    }
    statuses
}

#[tokio::test]
async fn the_log_is_open_unless_it_is_private() {
    for (access, expected) in
        [(LogAccess::Public, [200; 5]), (LogAccess::Private, [401, 401, 200, 200, 200])]
    {
        let api = Api::with(Arc::new(MemoryStore::default()), access).await;
        api.submit(VIJAY).await;
        for path in ["/log/key", "/log/checkpoint", "/log/tile/0/000.p/1"] {
            assert_eq!(log_statuses(&api, path).await, expected, "{access:?} {path}");
        }
        let bundle = log_statuses(&api, "/log/tile/entries/000.p/1").await;
        assert_eq!(bundle, [401, 401, 403, 200, 200], "{access:?}");
        // A cache between us and many callers must not give a private log to all of them.
        let tile = api.get(VIJAY, "/log/tile/0/000.p/1").await;
        let shared = tile.header("cache-control").unwrap().starts_with("public, ");
        assert_eq!(shared, access == LogAccess::Public);
        assert_eq!(tile.header("vary").is_none(), access == LogAccess::Public);
    }
}
