//! The program: its first start, its settings, its refusals to start.

use std::fs;

use clap::CommandFactory as _;
use jobs_auth::{AuthFileEditor, NewToken, Role};
use jobs_core::UserId;
use jobs_gateway::Refusal;
use jobs_http::NotarizeError;
use jobs_http::config::Config;
use jobs_notary::{AnchorError, KeyFileError};
use serde_json::{Value, json};

use crate::support::process::{self, Caller};
use crate::support::upstream::Upstream;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_variable_sets_the_first_token_and_only_the_first() {
    let directory = tempfile::tempdir().unwrap();
    let first = process::start(process::jobs_http(directory.path()));
    assert!(first.printed.is_empty(), "{:?}", first.printed);
    Caller::new(&first).get("/v1/jobs").await;
    first.kill();
    let mut command = process::jobs_http(directory.path());
    command.env("JOBS_BOOTSTRAP_TOKEN", "another-token-of-32-characters-or-more");
    let second = process::start(command);
    Caller::new(&second).get("/v1/jobs").await;
    drop(second);
    let repeated = "ab".repeat(32);
    for weak in ["short", "with spaces in it, however long it may be", &"x".repeat(64), &repeated] {
        let mut command = process::jobs_http(directory.path());
        command.env("JOBS_BOOTSTRAP_TOKEN", weak);
        let message = process::refusal(command);
        assert!(message.contains("JOBS_BOOTSTRAP_TOKEN: must"), "{message}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_empty_variable_is_as_good_as_none() {
    let directory = tempfile::tempdir().unwrap();
    let mut command = process::jobs_http(directory.path());
    command.env("JOBS_BOOTSTRAP_TOKEN", "");
    for arg in Config::command().get_arguments() {
        if let Some(name) = arg.get_env() {
            command.env(name, "");
        }
    }
    let server = process::start(command);
    let [line] = &server.printed[..] else { panic!("{:?}", server.printed) };
    assert!(line.contains("first-token"), "{line}");
    let token = fs::read_to_string(directory.path().join("first-token")).unwrap();
    let token = token.trim_end();
    let request = process::client(|it| it).get(format!("{}/v1/jobs", server.url));
    assert_eq!(request.bearer_auth(token).send().await.unwrap().status(), 200);
}

#[test]
fn what_keeps_it_from_starting_is_said_with_the_setting() {
    let directory = tempfile::tempdir().unwrap();
    let data = directory.path().join("data");
    let _running = process::start(process::jobs_http(&data));

    let message = process::refusal(process::jobs_http(&data));
    assert!(message.contains("--data-dir") && message.contains("another jobs-http"), "{message}");

    let file = directory.path().join("file");
    fs::write(&file, "").unwrap();
    let message = process::refusal(process::jobs_http(&file));
    assert!(message.contains("--data-dir") && message.contains("JOBS_DATA_DIR"), "{message}");

    for (flag, value, expected) in [
        ("--upstream", "ftp://x", "--upstream"),
        ("--upstream", "nonsense", "--upstream"),
        ("--store", "paper", "--store"),
        ("--log", "a=b=c", "JOBS_LOG"),
        ("--upstream-ca", "/nonexistent.pem", "/nonexistent.pem"),
        ("--max-connections", "0", "--max-connections"),
    ] {
        let mut command = process::jobs_http(&directory.path().join("third"));
        command.args([flag, value]);
        let message = process::refusal(command);
        assert!(message.contains(expected), "{flag} {value}: {message}");
        assert!(!message.contains("panicked"), "{flag} {value}: {message}");
    }
}

#[test]
fn a_port_in_use_is_said_and_no_token_is_lost() {
    let directory = tempfile::tempdir().unwrap();
    let taken = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let mut command = process::jobs_http_on(directory.path(), taken.local_addr().unwrap());
    command.env_remove("JOBS_BOOTSTRAP_TOKEN");
    let message = process::refusal(command);
    assert!(message.contains("--listen") && message.contains("JOBS_LISTEN"), "{message}");
    assert!(message.starts_with("exit status: 1"), "{message}");
    assert!(!directory.path().join("auth.toml").exists(), "no token that nobody has seen");
}

#[test]
fn a_malformed_auth_file_is_refused_with_its_line() {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("auth.toml");
    fs::write(&path, "[[token]]\nsha256 = \"12\"\nuser = \"a\"\nrole = \"admin\"\n").unwrap();
    let message = process::refusal(process::jobs_http(directory.path()));
    assert!(message.contains("auth.toml, line 2: sha256"), "{message}");
    assert!(!directory.path().join("jobs.db").exists(), "nothing else was touched");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_running_server_notices_that_the_auth_file_was_changed() {
    let directory = tempfile::tempdir().unwrap();
    let server = process::start(process::jobs_http(directory.path()));
    let path = directory.path().join("auth.toml");
    let editor = AuthFileEditor::new(&path);
    let vijay = UserId::new("vijay").unwrap();
    let made = editor.new_token(&NewToken::of(vijay.clone(), Some(Role::Operator)).named("laptop"));
    let (token, _) = made.unwrap();
    let http = process::client(|builder| builder);
    let answers = async |wanted: u16| {
        let begin = std::time::Instant::now();
        let ask = || http.get(format!("{}/v1/jobs", server.url)).bearer_auth(&token).send();
        while ask().await.unwrap().status() != wanted {
            assert!(begin.elapsed() < process::PATIENCE, "it never answers {wanted}");
        }
    };
    answers(200).await;
    // An unreadable file changes nothing; the next change does.
    let text = fs::read_to_string(&path).unwrap();
    fs::write(&path, format!("{text}rubbish")).unwrap();
    answers(200).await;
    fs::write(&path, text).unwrap();
    editor.revoke_token("laptop").unwrap();
    answers(401).await;
    Caller::new(&server).get("/v1/jobs").await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_memory_store_writes_nothing() {
    let directory = tempfile::tempdir().unwrap();
    let data = directory.path().join("data");
    let mut command = process::jobs_http(&data);
    command.env("JOBS_STORE", "memory").current_dir(directory.path());
    let server = process::start(command);
    let body = serde_json::json!({"action_name": "T-Enable", "cids": ["1"]});
    assert_eq!(Caller::new(&server).post("/v1/jobs", &body).await.status(), 201);
    assert_eq!(fs::read_dir(directory.path()).unwrap().count(), 0);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_demo_fills_an_empty_ledger_once() {
    let directory = tempfile::tempdir().unwrap();
    let start = || {
        let mut command = process::jobs_http(directory.path());
        command.env("JOBS_DEMO", "1");
        process::start(command)
    };
    let first = start();
    assert!(
        first.printed[0].starts_with("demo upstream on http://127.0.0.1:"),
        "{:?}",
        first.printed
    );
    let caller = Caller::new(&first);
    let path = "/v1/jobs?limit=500&source=gateway";
    let all_ended = |listed: &Value| {
        let jobs = listed["jobs"].as_array().unwrap();
        jobs.len() == 36 && jobs.iter().all(|job| job["status"] != "IN_PROGRESS")
    };
    let filled = caller.until(path, all_ended).await;
    // Of weeks ago: some failed, one was settled for most of its customers, and some have a note.
    for filter in ["status=FAILED", "cause=reported", "batch_id=week-1"] {
        let listed = caller.get(&format!("/v1/jobs?source=import&{filter}")).await;
        assert!(!listed["jobs"].as_array().unwrap().is_empty(), "{filter}");
    }
    let listed = caller.get("/v1/jobs?limit=500&source=import").await;
    assert!(listed["jobs"].as_array().unwrap().iter().any(|job| !job["newest_note"].is_null()));
    // There is one to sign in as for each role.
    let kept = fs::read(directory.path().join("demo.json")).unwrap();
    let kept: Value = serde_json::from_slice(&kept).unwrap();
    for (user, role) in [("vijay", "operator"), ("asha", "auditor"), ("meera", "admin")] {
        let sign_in = serde_json::json!({"username": user, "password": kept["password"]});
        let answer = caller.post("/v1/sign-in", &sign_in).await;
        assert_eq!(answer.status(), 200, "{user}");
        assert_eq!(answer.json::<Value>().await.unwrap()["role"], role);
    }
    // The demo's upstream can be called immediately.
    let url = format!("{}tms/v1/x", first.printed[0].strip_prefix("demo upstream on ").unwrap());
    assert_eq!(caller.set_action(&url, "", &["1"]).await.0, 200);
    let printed = first.printed.clone();
    first.terminate();
    assert!(first.ended().success());

    let second = start();
    assert_eq!(second.printed, printed, "the upstream has its port, the people their password");
    let listed = Caller::new(&second).get(path).await;
    assert_eq!(
        listed["jobs"].as_array().unwrap().len(),
        filled["jobs"].as_array().unwrap().len() + 1
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_second_signal_ends_it_at_once() {
    let directory = tempfile::tempdir().unwrap();
    let upstream = Upstream::start();
    let mut command = process::jobs_http(directory.path());
    command.args(["--upstream", &upstream.url, "--upstream-timeout-seconds", "3600"]);
    let server = process::start(command);
    let caller = Caller::new(&server);
    let url = format!("{}/never/x", upstream.url);
    let body = json!({"url": url, "isPost": true, "postData": {"action": "a", "cids": ["1"]}});
    let call = tokio::spawn(async move {
        let request = caller.http.post(format!("{}/proxy_fetch", caller.url));
        request.bearer_auth(process::TOKEN).json(&body).send().await
    });
    upstream.sim.called(1).await;
    server.terminate();
    server.stopped_listening().await;
    server.terminate();
    let ended = tokio::task::spawn_blocking(move || server.ended()).await.unwrap();
    assert_eq!(ended.code(), Some(1));
    assert!(call.await.unwrap().is_err());
}

/// Only the log records a read, so that line cannot be switched off.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_relayed_read_is_in_the_log_whatever_is_logged() {
    for filter in ["off", "error", "jobs::relay=off", "jobs_gateway=off,warn", "debug"] {
        let directory = tempfile::tempdir().unwrap();
        let upstream = Upstream::start();
        let log = directory.path().join("log");
        let data = directory.path().join("data");
        let mut command = process::jobs_http(&data);
        command.env("JOBS_LOG", filter).args(["--upstream", &upstream.url]);
        command.args(["--upstream-read", &format!("POST {}/token/*", upstream.url)]);
        let server = process::start_logging(command, fs::File::create(&log).unwrap());
        let caller = Caller::new(&server);
        for (path, post_data) in
            [("/token/x?q=canary", json!("a=canary")), ("/status", json!(null))]
        {
            let body = json!({"url": format!("{}{path}", upstream.url), "postData": post_data});
            caller.post("/proxy_fetch", &body).await;
        }
        server.kill();
        let log = fs::read_to_string(&log).unwrap();
        let lines: Vec<&str> =
            log.lines().filter(|line| line.contains("a read was relayed")).collect();
        assert_eq!(lines.len(), 2, "{filter}: {log}");
        assert!(
            lines[0].contains("jobs::relay") && lines[0].contains("/token/x"),
            "{filter}: {log}"
        );
        assert!(lines[1].contains("/status") && !log.contains("canary"), "{filter}: {log}");
    }
}

#[test]
fn the_settings_that_refusals_name_exist() {
    let command = Config::command();
    let named = |text: String| {
        let words = text.replace([';', ',', '(', ')'], " ");
        let mut named = 0;
        for word in words.split_whitespace() {
            let mut arguments = command.get_arguments();
            if let Some(flag) = word.strip_prefix("--") {
                assert!(arguments.any(|arg| arg.get_long() == Some(flag)), "{word}");
                named += 1;
            } else if word.starts_with("JOBS_") {
                assert!(
                    arguments.any(|arg| arg.get_env().is_some_and(|name| name == word)),
                    "{word}"
                );
                named += 1;
            }
        }
        named
    };
    let not_allowed = Refusal::NotAllowed { origin: "http://example.com".into() };
    let address = Refusal::AddressNotAllowed { address: [169, 254, 169, 254].into() };
    assert_eq!(named(not_allowed.to_string()), 2);
    assert_eq!(named(address.to_string()), 2);
    let path = "f".into();
    let source = std::io::ErrorKind::NotFound.into();
    let key = NotarizeError::Key(KeyFileError::Io { path, source });
    assert_eq!(named(key.to_string()), 3);
    let path = "f".into();
    let source = std::io::ErrorKind::NotFound.into();
    let anchor = NotarizeError::Anchor(AnchorError::Io { path, source });
    assert_eq!(named(anchor.to_string()), 2);
}

#[test]
fn what_is_refused_before_a_file_is_needed_leaves_none() {
    let directory = tempfile::tempdir().unwrap();
    let taken = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let data = directory.path().join("data");
    let command = process::jobs_http_on(&data, taken.local_addr().unwrap());
    let message = process::refusal(command);
    assert!(message.contains("--listen") && message.contains("another port"), "{message}");
    assert!(!data.exists());
    for (variable, value, said) in [
        (
            "JOBS_LISTN",
            "127.0.0.1:1",
            "JOBS_LISTN is no setting of jobctl or jobs-http; perhaps JOBS_LISTEN?",
        ),
        ("JOBS_DATADIR", "d", "perhaps JOBS_DATA_DIR?"),
        ("JOBS_PORT", "8080", "JOBS_PORT is no setting"),
        (
            "JOBS_XYZZY",
            "1",
            "JOBS_XYZZY is no setting of jobctl or jobs-http. Correct its name, or unset it",
        ),
    ] {
        let mut command = process::jobs_http(&data);
        command.env(variable, value);
        let message = process::refusal(command);
        assert!(message.contains(said), "{variable}: {message}");
        assert!(!data.exists(), "{variable} leaves files");
    }
    // Variables of other programs in the environment, and empty ones, are ignored.
    let mut command = process::jobs_http(&data);
    command.env("JOBS_SERVER", "http://127.0.0.1:1").env("JOBS_LISTN", "");
    command.env("JOBS_SERVICE_HOST", "10.0.0.1").env("JOBS_PORT", "tcp://10.0.0.1:80");
    command.env("JOBS_PORT_80_TCP_ADDR", "10.0.0.1").env("JOBS_HTTP_SERVICE_PORT_WEB", "80");
    process::start(command);
}

/// By flag and by variable: the message names the setting and says what to write instead, and no
/// file is created.
#[test]
fn every_setting_says_what_it_takes_instead_of_what_it_got() {
    let cases = [
        ("listen", "nonsense", "such as 127.0.0.1:8080"),
        ("listen", "127.0.0.1", "such as 127.0.0.1:8080"),
        ("listen", "127.0.0.1:99999", "such as 127.0.0.1:8080"),
        ("listen", "no-such-host.invalid:1", "such as 127.0.0.1:8080"),
        ("listen", "192.0.2.1:0", "0.0.0.0:8080 for all"),
        ("allowed-host", "https://ledger.example.com", "such as ledger.example.com"),
        ("allowed-host", "ledger.example.com:443", "such as ledger.example.com"),
        ("allowed-host", "*", "such as ledger.example.com"),
        ("path-prefix", "a b", "letters, digits"),
        ("ledger-origin", "a b", "no white space"),
        ("accept-restore", "all", "such as 1000"),
        ("accept-restore", "-1", "such as 1000"),
        ("log-access", "none", "public, private"),
        ("store", "paper", "sqlite, memory"),
        ("upstream", "cluster.example.com", "such as https://cluster.example.com/tms"),
        ("upstream", "cluster:8080", "such as https://cluster.example.com/tms"),
        ("upstream", "/tms", "such as https://cluster.example.com/tms"),
        ("upstream", "ftp://cluster.example.com", "http"),
        ("upstream-read", "https://cluster.example.com/token", "such as \"POST https://"),
        ("upstream-read", "PUT https://cluster.example.com/token", "such as \"POST https://"),
        ("upstream-read", "POST cluster.example.com", "such as \"POST https://"),
        ("upstream-read", "POST https://cluster.example.com/*/token", "no other *"),
        ("upstream-read", "POST https://cluster.example.com/token*", "no other *"),
        ("upstream-read", "POST https://cluster.example.com/token", "not below an --upstream"),
        ("upstream-keep-alive", "https://cluster.example.com", "such as \"60 https://"),
        ("upstream-keep-alive", "1.5 https://cluster.example.com", "such as \"60 https://"),
        ("upstream-keep-alive", "60 cluster.example.com", "such as \"60 https://"),
        ("upstream-keep-alive", "60 https://cluster.example.com", "not on the server of an --up"),
        ("upstream-allow-link-local", "maybe", "true or false"),
        ("redact-name", "--", "such as session_id"),
        ("upstream-timeout-seconds", "0", "from 1 to 3600"),
        ("upstream-timeout-seconds", "30s", "from 1 to 3600"),
        ("upstream-ca", "/no/such.pem", "/no/such.pem"),
        ("unknown-actions", "drop", "record, refuse"),
        ("on-overlap", "ignore", "warn, refuse, allow"),
        ("overlap-window-seconds", "1.5", "from 1 to 3600"),
        ("max-connections", "0", "from 1 to 1000000"),
        ("max-connections", "many", "from 1 to 1000000"),
        ("header-timeout-seconds", "0", "from 1 to 3600"),
        ("threads", "0", "from 1 to 1024"),
        ("threads", "99999999999999999999", "from 1 to 1024"),
        ("log", "verbose", "error, warn, info, debug or trace"),
        ("log", "a=b=c", "error, warn, info, debug or trace"),
        ("log", "info,jobs_http", "error, warn, info, debug or trace"),
        ("demo", "maybe", "true or false"),
        ("trusted-proxy", "localhost", "such as 10.0.0.0/8"),
        ("trusted-proxy", "10.0.0.1", "such as 10.0.0.0/8"),
        ("trusted-proxy", "10.0.0.0/33", "such as 10.0.0.0/8"),
        ("identity-secret", "/no/such.secret", "No such file"),
        ("unknown-users", "ignore", "refuse, record"),
        ("cookie-secure", "maybe", "true or false"),
        ("jwt-jwks", "http://issuer.test/keys", "https URL"),
    ];
    // These accept any text, and faults of a file are found when it is opened.
    let free = [
        "data-dir",
        "ledger-key",
        "anchor-dir",
        "jwt-issuer",
        "jwt-audience",
        "jwt-user-claim",
        "jwt-role-claim",
    ];
    for arg in Config::command().get_arguments().filter_map(|arg| arg.get_long()) {
        let is_tried = free.contains(&arg) || cases.iter().any(|(name, ..)| *name == arg);
        assert!(is_tried || ["help", "version"].contains(&arg), "{arg}");
    }
    let library = ["relative URL", "non-zero type", "invalid digit", "invalid socket", "os error"];
    let directory = tempfile::tempdir().unwrap();
    let data = directory.path().join("data");
    for (name, value, said) in cases {
        let variable = format!("JOBS_{}", name.to_uppercase().replace('-', "_"));
        let command = |set: &dyn Fn(&mut std::process::Command)| {
            let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_jobs-http"));
            for (name, _) in std::env::vars().filter(|(name, _)| name.starts_with("JOBS_")) {
                command.env_remove(name);
            }
            command.env("JOBS_DATA_DIR", &data);
            if name == "identity-secret" {
                command.env("JOBS_TRUSTED_PROXY", "127.0.0.1/32");
            }
            if name != "listen" {
                command.env("JOBS_LISTEN", "127.0.0.1:0");
            }
            set(&mut command);
            command
        };
        let is_switch = ["upstream-allow-link-local", "demo", "cookie-secure"].contains(&name);
        let mut commands = vec![command(&|command| {
            command.env(&variable, value);
        })];
        if !is_switch {
            commands.push(command(&|command| {
                command.arg(format!("--{name}={value}"));
            }));
        }
        for command in commands {
            let message = process::refusal(command);
            assert!(message.contains(said), "{name} {value}: {message}");
            assert!(message.contains(&format!("--{name}")), "{name} {value}: {message}");
            assert!(message.contains(&variable), "{name} {value}: {message}");
            let foreign = library.iter().find(|text| message.contains(**text));
            let of_the_system = ["upstream-ca", "identity-secret"].contains(&name);
            assert!(of_the_system || foreign.is_none(), "{name} {value}: {message}");
            assert!(!data.exists(), "{name} {value} leaves files");
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_new_ledger_is_told_from_one_that_was_there() {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("data/jobs.db");
    let log = directory.path().join("log");
    let start = || {
        let mut command = process::jobs_http("data".as_ref());
        command.current_dir(directory.path()).env("JOBS_LOG", "info");
        process::start_logging(command, fs::File::create(&log).unwrap())
    };
    let job = json!({"action_name": "T-Enable", "cids": ["1"]});
    let path = path.display();
    for (expected, level) in [
        (format!("made a NEW ledger: {path}"), "WARN"),
        (format!("opened a ledger of 1 entry: {path}"), "INFO"),
        (format!("opened a ledger of 2 entries: {path}"), "INFO"),
    ] {
        let server = start();
        assert_eq!(server.ledger, expected);
        let log = fs::read_to_string(&log).unwrap();
        let line = log.lines().find(|line| line.contains(&expected)).unwrap();
        assert!(line.contains(level), "{line}");
        assert_eq!(Caller::new(&server).post("/v1/jobs", &job).await.status(), 201);
        server.kill();
    }
}
