//! Credentials of callers, and other headers: right and wrong, whole and altered, in the right
//! place and elsewhere.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use reqwest::Method;
use serde_json::json;

use super::scene::Scene;
use crate::support::issuer::Issuer;

/// One path of each kind: read, recorded, called, legacy, a page, nothing.
const PATHS: [(&str, &str); 8] = [
    ("GET", "/v1/jobs"),
    ("POST", "/v1/jobs"),
    ("POST", "/v1/jobs/bulk"),
    ("GET", "/v1/stream"),
    ("POST", "/proxy_fetch"),
    ("GET", "/api/user/info"),
    ("GET", "/"),
    ("GET", "/nowhere"),
];

/// Headers that hold a secret in one way or another; `{}` stands for it.
const HEADERS: [(&str, &str); 25] = [
    ("authorization", "Bearer {}"),
    ("authorization", "bearer {} {}"),
    ("authorization", "{}"),
    ("authorization", "Basic {}"),
    ("authorization", "Digest username=\"x\", response=\"{}\""),
    ("proxy-authorization", "Basic {}"),
    ("cookie", "jobs_session={}"),
    ("cookie", "jobs_session=aaaa.{}; other={}"),
    ("x-api-key", "{}"),
    ("x-auth-token", "{}"),
    ("x-forwarded-user", "{}"),
    ("x-identity-secret", "{}"),
    ("x-forwarded-for", "{}"),
    ("x-forwarded-proto", "{}"),
    ("x-request-id", "{}"),
    ("traceparent", "{}"),
    ("user-agent", "{}"),
    ("referer", "http://127.0.0.1/?token={}"),
    ("origin", "http://{}"),
    ("sec-fetch-site", "{}"),
    ("prefer", "{}"),
    ("if-none-match", "\"{}\""),
    ("last-event-id", "{}"),
    ("content-type", "{}"),
    ("accept", "{}"),
];

/// Sends every header, alone and beside the right token.
pub(super) async fn send_headers(scene: &mut Scene) {
    for (name, value) in HEADERS {
        for signed_in in [false, true] {
            if signed_in && name == "authorization" {
                continue;
            }
            for (method, path) in PATHS {
                let input = format!("the header {name}: {value} at {path}, {signed_in}");
                let secret = scene.canaries.plant(&input);
                let mut request = scene.request(method.parse().unwrap(), path);
                if signed_in {
                    request = request.bearer_auth(&scene.token);
                }
                let request = request.header(name, value.replace("{}", &secret));
                scene.send(&input, request).await;
            }
        }
    }
    let input = "basic authentication";
    let secret = scene.canaries.plant(input);
    let pair = STANDARD.encode(format!("vijay:{secret}"));
    let request = scene.request(Method::GET, "/v1/jobs");
    scene.send(input, request.header("authorization", format!("Basic {pair}"))).await;
}

/// Signs in with passwords that are wrong, in the wrong place, and right.
pub(super) async fn sign_in(scene: &mut Scene) {
    for (path, body) in [
        ("/api/login", r#"{"username":"vijay","password":"{}"}"#),
        ("/api/login", r#"{"username":"{}","password":"x"}"#),
        ("/api/login", r#"{"username":"vijay","password":["{}"]}"#),
        ("/api/login", r#"{"username":"vijay","password":"{}"#),
        ("/api/login", r#""{}""#),
        ("/login", "username=vijay&password={}"),
        ("/login", "username={}&password=x"),
        ("/login", "username=vijay&password=x&{}"),
        ("/login", "{}"),
        ("/login", "token={}"),
        ("/v1/sign-in", r#"{"username":"vijay","password":"{}"}"#),
        ("/v1/sign-in", r#"{"username":"{}","password":"x"}"#),
        ("/v1/sign-in", r#"{"token":"{}"}"#),
        ("/v1/sign-in", r#"{"token":["{}"]}"#),
        ("/v1/sign-in", r#"{"token":"x","password":"{}"}"#),
        ("/v1/sign-in", r#"{"token":"{}"#),
    ] {
        let input = format!("a sign-in with {body} at {path}");
        let secret = scene.canaries.plant(&input);
        let request = scene.request(Method::POST, path).body(body.replace("{}", &secret));
        let status = scene.send(&input, request).await.status;
        assert!((400..500).contains(&status), "{input}: {status}");
    }
    let password = scene.password.clone();
    let json = json!({"username": "vijay", "password": password}).to_string();
    let form = url::form_urlencoded::Serializer::new(String::new())
        .append_pair("username", "vijay")
        .append_pair("password", &password)
        .finish();
    let by_token = json!({"token": scene.token}).to_string();
    for (path, body, expected) in [
        ("/api/login", json.clone(), 200),
        ("/login", form, 303),
        ("/v1/sign-in", json, 200),
        ("/v1/sign-in", by_token, 200),
    ] {
        let request = scene.request(Method::POST, path).body(body);
        assert_eq!(scene.send("a sign-in that succeeds", request).await.status, expected);
    }
}

/// Gives users passwords and tokens, right and wrong, over HTTP.
pub(super) async fn change_accounts(scene: &mut Scene) {
    for (path, body) in [
        ("/v1/account/password", r#"{"current":"{}","new":"{}"}"#),
        ("/v1/account/password", r#"{"current":["{}"],"new":"x"}"#),
        ("/v1/users", r#"{"user_id":"anna","role":"{}","password":"{}"}"#),
        ("/v1/users", r#"{"user_id":"anna","role":"operator","password":"a long enough {}"}"#),
        ("/v1/users/anna/password", r#"{"password":"another long {}"}"#),
        ("/v1/users/anna/password", r#"{"password":"{}"#),
        ("/v1/users/{}/disable", ""),
        ("/v1/users/anna/enable", r#"{"password":"one more long {}"}"#),
        ("/v1/users/anna/tokens/{}/revoke", ""),
        ("/v1/users/{}/tokens/x/revoke", ""),
        ("/v1/account/tokens/{}/revoke", ""),
        ("/v1/account/sessions/{}/end", ""),
    ] {
        let input = format!("{body} at {path}");
        let secret = scene.canaries.plant(&input);
        let path = path.replace("{}", &super::canary::in_url(&secret));
        scene.post(&input, &path, body.replace("{}", &secret)).await;
    }
    // Tokens are made by who signed in with a password.
    let password = scene.canaries.plant("the admin's password");
    let admin = json!({"user_id": "admin", "role": "admin", "password": password});
    assert_eq!(scene.post("the admin", "/v1/users", admin.to_string()).await.status, 201);
    let credentials = json!({"username": "admin", "password": password}).to_string();
    let others = scene.canaries.learnt("a session");
    let request = scene.request(Method::POST, "/v1/sign-in").body(credentials);
    assert_eq!(scene.send("the admin's sign-in", request).await.status, 200);
    let mut sessions = scene.canaries.learnt("a session").into_iter();
    let session = sessions.find(|session| !others.contains(session)).unwrap();
    // Shown this once, and kept nowhere.
    for (path, body) in [
        ("/v1/tokens", json!({"user_id": "anna", "name": "anna-1"})),
        ("/v1/account/tokens", json!({"name": "own"})),
    ] {
        let request = scene.request(Method::POST, path).body(body.to_string());
        let request = request.header("cookie", format!("jobs_session={session}"));
        let request = request.header("sec-fetch-site", "same-origin");
        let made = scene.send_unkept(path, request).await;
        assert_eq!(made.status, 201, "{}", made.text);
        let token = made.json()["token"].as_str().unwrap().to_owned();
        scene.canaries.learn("a token that was made", &token);
        let request = scene.request(Method::GET, "/v1/account").bearer_auth(&token);
        assert_eq!(scene.send("the account of a new token", request).await.status, 200);
    }
}

/// Uses sessions and JWTs that are valid, altered and forged.
pub(super) async fn use_what_signs_in(scene: &mut Scene) {
    let jwt = scene.issuer.jwt("vijay", "operator");
    let forged = Issuer::with_key(8, "seven").jwt("vijay", "admin");
    let unknown_key = Issuer::with_key(9, "nine").jwt("vijay", "admin");
    let claims = json!({"iss": "https://other.test", "sub": "vijay", "role": "admin", "exp": 1});
    let of_another = scene.issuer.sign(&claims);
    let sessions = scene.canaries.learnt("a session");
    let bearer = |jwt: &String| ("authorization", format!("Bearer {jwt}"));
    let mut credentials: Vec<_> =
        [&jwt, &forged, &unknown_key, &of_another].map(bearer).into_iter().collect();
    for jwt in [&jwt, &forged, &unknown_key, &of_another] {
        let (signed, signature) = jwt.rsplit_once('.').unwrap();
        scene.canaries.learn("the signature of a JWT", signature);
        scene.canaries.learn("the claims of a JWT", signed);
    }
    for session in &sessions {
        credentials.push(("cookie", format!("jobs_session={session}")));
        credentials.push(("cookie", format!("jobs_session={session}x")));
        credentials.push(bearer(session));
    }
    credentials.push(bearer(&(scene.token.clone() + "x")));
    for (name, value) in &credentials {
        for (method, path) in PATHS {
            let request = scene.request(method.parse().unwrap(), path).header(*name, value);
            let request = request.header("sec-fetch-site", "same-origin");
            scene.send(&format!("a {name} at {path}"), request).await;
        }
    }
    assert!(sessions.len() >= 2, "there are sessions");
}
