//! A change that fails was not made: the sessions that are to end with it end first, and who reads
//! the answer is told so.

use std::fs::File;
use std::os::fd::OwnedFd;

use jobs_auth::{AuthFileEditor, PasswordHash, Role};
use reqwest::RequestBuilder;
use rustix::process::{Pid, Resource, Rlimit, getrlimit, prlimit};
use serde_json::{Value, json};

use crate::support::in_process::password_of;
use crate::support::process::{self, TOKEN};

/// Larger than `auth.toml`, and smaller than `signed-out` once many have signed out.
const BYTES: u64 = 3000;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn who_is_told_that_a_change_failed_finds_the_accounts_as_they_were() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    // Not a file, as the limit below would also apply to the log.
    let (mut log, writer) = std::io::pipe().unwrap();
    let server =
        process::start_logging(process::jobs_http(&data), File::from(OwnedFd::from(writer)));
    let read = std::thread::spawn(move || std::io::copy(&mut log, &mut std::io::sink()).unwrap());
    let editor = AuthFileEditor::new(data.join("auth.toml"));
    let hash = PasswordHash::of_new(&password_of("vijay")).unwrap();
    editor.add_user(&"vijay".parse().unwrap(), Role::Operator, Some(&hash)).unwrap();
    let http = process::client(|builder| builder);
    let post = |path: &str, body: Value| http.post(format!("{}{path}", server.url)).json(&body);
    let status = async |request: RequestBuilder| request.send().await.unwrap().status().as_u16();
    let cookie = async |credentials: Value| {
        let begun = post("/v1/sign-in", credentials).send().await.unwrap();
        let cookie = begun.headers()["set-cookie"].to_str().unwrap();
        cookie.split(';').next().unwrap().to_owned()
    };
    let by = |request: RequestBuilder, cookie: &str| {
        request.header("cookie", cookie).header("sec-fetch-site", "same-origin")
    };
    for _ in 0..60 {
        let session = cookie(json!({"token": TOKEN})).await;
        assert_eq!(status(by(post("/v1/sign-out", json!({})), &session)).await, 200);
    }
    let of_vijay = json!({"username": "vijay", "password": password_of("vijay")});
    let session = cookie(of_vijay.clone()).await;
    assert!(std::fs::metadata(data.join("signed-out")).unwrap().len() > BYTES);
    assert!(std::fs::metadata(data.join("auth.toml")).unwrap().len() < BYTES / 2);

    let pid = Pid::from_raw(server.id().try_into().unwrap()).unwrap();
    let maximum = getrlimit(Resource::Fsize).maximum;
    let limit = |current| prlimit(Some(pid), Resource::Fsize, Rlimit { current, maximum }).unwrap();
    limit(Some(BYTES));
    let change = json!({"current": password_of("vijay"), "new": "a staple for the battery horse"});
    let refused = async |session: &str| {
        let change = by(post("/v1/account/password", change.clone()), session);
        let answer = change.send().await.unwrap();
        assert_eq!(answer.status(), 503);
        answer.text().await.unwrap()
    };
    let said = refused(&session).await;
    assert!(said.contains("the accounts were not changed"), "{said}");
    let admins = |path: &str, body: Value| post(path, body).bearer_auth(TOKEN);
    assert_eq!(status(admins("/v1/users/vijay/disable", json!({}))).await, 503);
    let given = json!({"password": "a staple for the battery horse"});
    assert_eq!(status(admins("/v1/users/vijay/password", given)).await, 503);
    // What ends no sessions is made.
    let added = json!({"user_id": "noor", "role": "operator"});
    assert_eq!(status(admins("/v1/users", added)).await, 201);

    // With room for the sessions that end, and none for the file.
    limit(maximum);
    let session = cookie(of_vijay.clone()).await;
    for n in 0..60 {
        editor.add_user(&format!("u{n}").parse().unwrap(), Role::Auditor, Some(&hash)).unwrap();
    }
    let [ended, accounts] =
        ["signed-out", "auth.toml"].map(|name| std::fs::metadata(data.join(name)).unwrap().len());
    assert!(accounts > 2 * ended, "{accounts} bytes, and {ended}");
    limit(Some(2 * ended));
    let said = refused(&session).await;
    assert!(said.contains("the user's sessions have ended"), "{said}");
    let get = http.get(format!("{}/v1/jobs", server.url)).header("cookie", &session);
    assert_eq!(status(get).await, 401);

    limit(maximum);
    assert_eq!(status(post("/v1/sign-in", of_vijay)).await, 200, "as he was");
    assert_eq!(status(admins("/v1/users/vijay/disable", json!({}))).await, 200);
    server.kill();
    read.join().unwrap();
}
