//! `GET /v1/account`: who is signed in, when nobody is.

use super::get_by;
use crate::support::in_process::{ADMIN, Api, NOBODY};

const PATH: &str = "/v1/account";

#[tokio::test]
async fn nobody_is_signed_in_by_a_session_that_has_ended() {
    let api = Api::new().await;
    let cookie = api.session("vijay").await;
    assert_eq!(get_by(&api, &cookie, PATH).await.json()["user_id"], "vijay");
    api.clock.pass(15 * 60 + 1);
    for cookie in [&*cookie, "jobs_session=of-another-server"] {
        let answer = get_by(&api, cookie, PATH).await;
        assert_eq!((answer.status.as_u16(), &*answer.text), (200, "null"), "{cookie}");
        // Another tab may have signed in since this was asked.
        assert_eq!(answer.header("set-cookie"), None, "{cookie}");
    }
    // Elsewhere, it is refused.
    assert_eq!(get_by(&api, &cookie, "/v1/jobs").await.status, 401);
}

#[tokio::test]
async fn nobody_is_signed_in_without_a_session_and_a_token_that_is_not_accepted_is_refused() {
    let api = Api::new().await;
    let nobody = api.get(NOBODY, PATH).await;
    assert_eq!((&*nobody.text, nobody.header("set-cookie")), ("null", None));
    let refused = api.get(Some("token-of-nobody"), PATH).await;
    assert_eq!(refused.status, 401, "{}", refused.text);
    assert_eq!(refused.json()["type"], "urn:jobs:problem:unauthorized");
    assert_eq!(refused.header("www-authenticate"), Some("Bearer"));
    assert_eq!(api.get(ADMIN, PATH).await.json()["user_id"], "admin");
}
