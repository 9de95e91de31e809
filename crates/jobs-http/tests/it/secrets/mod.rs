//! What callers sign in with is written nowhere: not to the log, however much it says, not into answers, not to disk.

use std::fs;
use std::io::Read as _;
use std::path::Path;
use std::process::Stdio;

use jobs_auth::{AuthFileEditor, PasswordHash, Role};
use jobs_core::UserId;
use serde_json::json;

use crate::issuer::{AUDIENCE, ISSUER, Issuer};
use crate::process;

const PASSWORD: &str = "CANARY-password-of-vijay";
const GUESS: &str = "CANARY-guess-at-vijay";

/// Every file below `folder` that holds `needle`.
fn files_with(folder: &Path, needle: &[u8]) -> Vec<String> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files_with(&path, needle));
        } else if fs::read(&path).unwrap().windows(needle.len()).any(|window| window == needle) {
            found.push(path.display().to_string());
        }
    }
    found
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_callers_sign_in_with_is_written_nowhere() {
    let directory = tempfile::tempdir().unwrap();
    let data = directory.path().join("data");
    fs::create_dir(&data).unwrap();
    let editor = AuthFileEditor::new(data.join("auth.toml"));
    let vijay = UserId::new("vijay").unwrap();
    let hash = PasswordHash::of_new(PASSWORD).unwrap();
    editor.add_user(&vijay, Role::Operator, Some(&hash)).unwrap();
    let (token, _) = editor.new_token(&vijay, None, None, None).unwrap();
    let issuer = Issuer::new();
    let keys = directory.path().join("keys.json");
    fs::write(&keys, issuer.jwks().to_string()).unwrap();
    let mut command = process::jobs_http(&data);
    command.env("JOBS_LOG", "trace").env_remove("JOBS_BOOTSTRAP_TOKEN");
    command.args(["--jwt-issuer", ISSUER, "--jwt-audience", AUDIENCE, "--jwt-jwks"]).arg(&keys);
    let log = directory.path().join("log");
    let (server, mut child) = start_logging(command, &log);

    let http = process::client(|builder| builder);
    let mut answers = String::new();
    let login = |password: &str| json!({"username": "vijay", "password": password}).to_string();
    let form = |password: &str| format!("username=vijay&password={password}");
    let mut cookie = String::new();
    for (path, body) in [
        ("/api/login", login(GUESS)),
        ("/login", form(GUESS)),
        // In the wrong place.
        ("/api/login", json!({"username": GUESS, "password": "x"}).to_string()),
        ("/api/login", format!("\"{GUESS}\"")),
        ("/api/login", json!({"username": "vijay", "password": [GUESS]}).to_string()),
        ("/login", form(PASSWORD)),
        ("/api/login", login(PASSWORD)),
    ] {
        let answer = http.post(format!("{server}{path}")).body(body).send().await.unwrap();
        if let Some(set) = answer.headers().get("set-cookie") {
            cookie = set.to_str().unwrap().split(';').next().unwrap().to_owned();
        }
        answers += &answer.text().await.unwrap();
    }
    let jwt = issuer.jwt("vijay", "operator");
    let forged = Issuer::with_key(8, "seven").jwt("vijay", "admin");
    let job = json!({"action_name": "T-Enable", "cids": ["1"]}).to_string();
    for (name, value) in [
        ("authorization", format!("Bearer {token}")),
        ("authorization", format!("Bearer {token}x")),
        ("authorization", format!("Basic {token}")),
        ("authorization", format!("Bearer {jwt}")),
        ("authorization", format!("Bearer {forged}")),
        ("cookie", cookie.clone()),
        ("cookie", format!("{cookie}x")),
    ] {
        for path in ["/v1/jobs", "/proxy_fetch", "/api/logout", "/nowhere"] {
            let request = http.post(format!("{server}{path}")).header(name, &value);
            let request = request.header("sec-fetch-site", "same-origin").body(job.clone());
            answers += &request.send().await.unwrap().text().await.unwrap();
        }
    }
    child.kill().unwrap();
    child.wait().unwrap();

    let mut text = String::new();
    fs::File::open(&log).unwrap().read_to_string(&mut text).unwrap();
    assert!(text.contains("signed in") && text.contains("a sign-in was refused"), "{text}");
    let (_, session) = cookie.split_once('=').unwrap();
    let signature = |dotted: &str| dotted.rsplit_once('.').unwrap().1.to_owned();
    for secret in [PASSWORD, GUESS, &token, session, &jwt, &signature(&jwt), &signature(&forged)] {
        assert!(!answers.contains(secret), "an answer repeats {secret}");
        assert!(!text.contains(secret), "the log has {secret}");
        let files = files_with(&data, secret.as_bytes());
        assert!(files.is_empty(), "{secret} is in {files:?}");
    }
}

/// Starts the server, and has its log written to a file.
fn start_logging(mut command: std::process::Command, log: &Path) -> (String, std::process::Child) {
    use std::io::BufRead as _;
    command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(fs::File::create(log).unwrap());
    let mut child = command.spawn().unwrap();
    let mut lines = std::io::BufReader::new(child.stdout.take().unwrap()).lines();
    let line =
        lines.find_map(|line| line.unwrap().split_once(" listening on ").map(|it| it.1.to_owned()));
    (line.unwrap(), child)
}
