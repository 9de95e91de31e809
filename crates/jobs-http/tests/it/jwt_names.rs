//! The names in JWTs: one that is spelled otherwise than a listed user's is nobody's, and the role
//! of a listed user is at most the listed one.

use axum::http::Method;
use jobs_auth::Role;

use crate::support::in_process::{Api, NOBODY};
use crate::support::issuer::Issuer;
use crate::support::means::Means;

#[tokio::test]
async fn names_that_an_issuer_spells_otherwise_are_nobodys() {
    let api = Api::new().await;
    let issuer = Issuer::new();
    let status = async |user: &str, role: &str, path: &str| {
        api.get(Some(&issuer.jwt(user, role)), path).await.status.as_u16()
    };
    for user in ["gone", "Gone", "GONE", "\u{ff27}one", "Vijay", "VIJAY", "\u{ff36}ijay"] {
        for role in Role::ALL {
            assert_eq!(status(user, role.as_str(), "/v1/jobs").await, 401, "{user} {role}");
        }
    }
    // The role is at most the listed one.
    assert_eq!(status("vijay", "operator", "/v1/jobs").await, 200);
    assert_eq!(status("vijay", "admin", "/v1/jobs").await, 200);
    assert_eq!(status("vijay", "admin", "/v1/entries").await, 403);
    assert_eq!(status("vijay", "auditor", "/v1/entries").await, 401);
    assert_eq!(status("audra", "admin", "/v1/entries").await, 200);
    let info = api.get(Some(&issuer.jwt("audra", "admin")), "/api/user/info").await;
    assert_eq!(info.json()["role"], "auditor");
    assert_eq!(status("admin", "operator", "/v1/entries").await, 403, "nor more than the JWT says");
    assert_eq!(status("nobody", "admin", "/v1/entries").await, 200, "who is not listed");
    let by = api.call_by(Means::Jwt, Some("token-of-vijay"), Method::GET, "/v1/jobs", "").await;
    assert_eq!(by.status, 200);
    assert_eq!(api.get(NOBODY, "/v1/jobs").await.status, 401);
}
