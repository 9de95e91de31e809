//! `jobctl user` and `jobctl token`, and a real server that notices what they change.

use std::io::Write as _;
use std::process::Stdio;
use std::time::{Duration, Instant};

use crate::support::dirt;
use crate::support::legacy::{self, Generation};
use crate::support::run::{Folder, Ran};
use crate::support::served::Served;

const PASSWORD: &str = "correct horse battery";

/// The program, with `input` on its standard input.
pub(crate) fn run_with(folder: &Folder, args: &[&str], input: &str) -> Ran {
    let mut command = folder.command(args);
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    // A program that refuses may end before it reads.
    drop(child.stdin.take().unwrap().write_all(input.as_bytes()));
    let output = child.wait_with_output().unwrap();
    Ran {
        code: output.status.code().unwrap(),
        stdout: String::from_utf8(output.stdout).unwrap(),
        stderr: String::from_utf8(output.stderr).unwrap(),
    }
}

fn add_vijay(folder: &Folder) -> Ran {
    let args = ["user", "add", "vijay", "--role", "operator", "--password-stdin"];
    run_with(folder, &args, &format!("{PASSWORD}\n"))
}

fn auth_toml(folder: &Folder) -> String {
    std::fs::read_to_string(folder.path("jobs-data/auth.toml")).unwrap()
}

#[test]
fn users_are_added_listed_disabled_and_enabled() {
    let folder = Folder::of_a_server();
    let added = add_vijay(&folder).exits(0);
    assert_eq!(added.stdout, "vijay was added as operator\n");
    assert!(!auth_toml(&folder).contains(PASSWORD));
    let again = add_vijay(&folder).exits(1);
    assert_eq!(again.stderr, "jobctl: a user of this name is listed already\n");
    folder.run(&["user", "add", "proxied", "--role", "auditor", "--no-password"]).exits(0);

    let list = folder.run(&["user", "list"]).exits(0).stdout;
    assert!(list.starts_with("USER"), "{list}");
    let listed = folder.run(&["user", "list", "--json"]).exits(0).json();
    assert_eq!(listed["users"][0]["password"], true);
    assert_eq!(listed["users"][1]["password"], false);
    assert!(!list.contains("argon2id") && !listed.to_string().contains("argon2id"));

    folder.run(&["user", "disable", "vijay"]).exits(0);
    let listed = folder.run(&["user", "list", "--json"]).exits(0).json();
    assert_eq!(listed["users"][0]["disabled"], true);
    let enable = ["user", "enable", "vijay", "--password-stdin"];
    run_with(&folder, &enable, "another horse battery").exits(0);
    let before = auth_toml(&folder);
    let passwd = ["user", "passwd", "vijay", "--password-stdin"];
    run_with(&folder, &passwd, &format!("{PASSWORD}\r\n")).exits(0);
    assert_ne!(auth_toml(&folder), before);
    run_with(&folder, &["user", "passwd", "nobody", "--password-stdin"], PASSWORD).exits(1);
}

/// The token of the server's first start.
fn first_start(folder: &Folder) -> Option<String> {
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let data_dir = folder.path("jobs-data");
    let args = ["jobs-http", "--listen", "127.0.0.1:0", "--data-dir", data_dir.to_str().unwrap()];
    let config = <jobs_http::config::Config as clap::Parser>::parse_from(args);
    runtime.block_on(async {
        let first_token = jobs_http::first_token::FirstToken::Left;
        let server = jobs_http::server::Server::start(&config, first_token).await.unwrap();
        server.run(std::future::ready(())).await;
        let token = std::fs::read_to_string(data_dir.join("first-token")).ok()?;
        std::fs::remove_file(data_dir.join("first-token")).unwrap();
        Some(token.trim_end().to_owned())
    })
}

#[test]
fn passwords_that_anybody_would_try_are_not_taken() {
    let folder = Folder::new();
    first_start(&folder).unwrap();
    let before = auth_toml(&folder);
    for (name, password, said) in [
        ("vijay.kumar", "Vijay.KumarVijay.Kumar", "the name of the user"),
        ("administrator", "rotartsinimda", "the name of the user"),
        ("vijay", "Password1234", "tried first"),
        ("vijay", "123456789012", "tried first"),
        ("vijay", "qwertyuiop12", "tried first"),
        ("vijay", "xxxxxxxxxxxxxxxx", "different characters"),
    ] {
        let args = ["user", "add", name, "--role", "operator", "--password-stdin"];
        let ran = run_with(&folder, &args, password).exits(1);
        assert!(ran.stderr.contains(said) && !ran.stderr.contains(password), "{ran:?}");
        assert_eq!(auth_toml(&folder), before);
    }
}

#[test]
fn where_no_server_has_started_nothing_is_made_and_its_first_start_makes_the_token() {
    let commands: [&[&str]; 8] = [
        &["user", "add", "vijay", "--role", "operator", "--no-password"],
        &["user", "add", "vijay", "--role", "operator", "--password-stdin"],
        &["user", "list"],
        &["user", "passwd", "vijay", "--password-stdin"],
        &["user", "disable", "vijay"],
        &["user", "enable", "vijay", "--password-stdin"],
        &["token", "new", "--user", "vijay", "--role", "admin"],
        &["token", "list", "--json"],
    ];
    let refused = |folder: &Folder, args: &[&str]| {
        let ran = run_with(folder, args, &format!("{PASSWORD}\n")).exits(1);
        assert!(ran.stdout.is_empty(), "{ran:?}");
        let said = "jobctl: there is no auth.toml in ./jobs-data, so no server has started there: ";
        assert!(ran.stderr.starts_with(said) && ran.stderr.contains("start jobs-http"), "{ran:?}");
    };
    let nowhere = Folder::new();
    let empty = Folder::new();
    let imported = Folder::new();
    std::fs::create_dir(empty.path("jobs-data")).unwrap();
    // A ledger without a server.
    drop(legacy::write(&imported.path("old.db"), Generation::Newer, &dirt::good()));
    imported.run(&["import", "old.db", "--utc-offset", "Z"]).exits(0);
    for folder in [&nowhere, &empty, &imported] {
        for args in commands.into_iter().chain([&["token", "revoke", "x"][..]]) {
            refused(folder, args);
        }
        assert!(!folder.path("jobs-data/auth.toml").exists());
    }
    assert!(!nowhere.path("jobs-data").exists(), "a mistyped --data-dir is no directory");
    assert_eq!(std::fs::read_dir(empty.path("jobs-data")).unwrap().count(), 0);
    for folder in [&nowhere, &empty, &imported] {
        assert!(first_start(folder).is_some(), "the first start makes a token");
        add_vijay(folder).exits(0);
    }
}

#[test]
fn weak_passwords_and_those_on_the_command_line_are_refused() {
    let folder = Folder::of_a_server();
    let before = auth_toml(&folder);
    let add = ["user", "add", "vijay", "--role", "operator", "--password-stdin"];
    let short = run_with(&folder, &add, "short\n").exits(1);
    assert_eq!(short.stderr, "jobctl: the password must have at least 12 characters\n");
    let long = run_with(&folder, &add, &"x".repeat(2000)).exits(1);
    assert!(long.stderr.contains("at most 1024"), "{}", long.stderr);
    run_with(&folder, &add, "").exits(1);
    folder.run(&["user", "add", "vijay", "--role", "operator", "--password", PASSWORD]).exits(2);
    folder.run(&["user", "add", "vijay", "--role", "root", "--password-stdin"]).exits(2);
    assert_eq!(auth_toml(&folder), before);
}

#[test]
fn tokens_are_shown_once_and_listed_by_name() {
    let folder = Folder::of_a_server();
    add_vijay(&folder).exits(0);
    let made = folder.run(&["token", "new", "--user", "vijay", "--name", "laptop"]).exits(0);
    let token = made.stdout.trim_end();
    assert!(token.starts_with("jobs_") && token.len() == 48, "{token}");
    assert_eq!(made.stderr, "jobctl: token laptop; it is shown only this once\n");
    folder.run(&["token", "new", "--user", "ci", "--role", "auditor"]).exits(0);
    let text = auth_toml(&folder);
    let digest = hex_digest(&text[text.find("laptop").unwrap() - 200..]);
    for args in [&["token", "list"][..], &["token", "list", "--json"]] {
        let list = folder.run(args).exits(0).stdout;
        assert!(list.contains("laptop") && list.contains("ci-1"), "{list}");
        assert!(!list.contains(token) && !list.contains(&digest[..16]), "{list}");
    }
    folder.run(&["token", "revoke", "laptop"]).exits(0);
    let listed = folder.run(&["token", "list", "--json"]).exits(0).json();
    assert_eq!(listed["tokens"][1]["revoked"], true);
    assert!(listed["tokens"][1]["revoked_at"].is_string(), "{listed}");
    let unknown = folder.run(&["token", "revoke", "other"]).exits(1);
    assert!(unknown.stderr.contains("there is no token other"), "{}", unknown.stderr);
}

#[test]
fn a_token_whose_name_another_user_has_too_is_revoked_by_its_user() {
    let folder = Folder::of_a_server();
    let new = ["token", "new", "--role", "auditor", "--name", "etl", "--user"];
    for user in ["ci", "nightly"] {
        folder.run(&[&new[..], &[user]].concat()).exits(0);
    }
    let taken = folder.run(&[&new[..], &["ci"]].concat()).exits(1);
    assert!(taken.stderr.contains("the user has, or had, a token of this name"), "{taken:?}");
    let unclear = folder.run(&["token", "revoke", "etl"]).exits(1);
    assert!(unclear.stderr.contains("several users have a token etl"), "{unclear:?}");
    folder.run(&["token", "revoke", "etl", "--user", "nightly"]).exits(0);
    let listed = folder.run(&["token", "list", "--json"]).exits(0).json();
    let tokens = listed["tokens"].as_array().unwrap().iter().filter(|it| it["name"] == "etl");
    let revoked: Vec<_> = tokens.map(|it| (it["user"].as_str(), &it["revoked"])).collect();
    let expected = [(Some("ci"), &false.into()), (Some("nightly"), &true.into())];
    assert_eq!(revoked, expected, "{listed}");
}

#[test]
fn a_token_has_an_end_that_is_to_come_and_is_listed_with_its_last_use() {
    let folder = Folder::of_a_server();
    let new = ["token", "new", "--user", "ci", "--role", "auditor", "--expires"];
    let make = |expires| folder.run(&[&new[..], &[expires]].concat());
    let past = make("2020-01-01T00:00:00Z").exits(2);
    assert!(past.stderr.contains("is over already"), "{}", past.stderr);
    let rubbish = make("tomorrow").exits(2);
    assert!(rubbish.stderr.contains("--expires"), "{}", rubbish.stderr);
    make("2999-01-01T01:00:00+01:00").exits(0);
    let file = jobs_auth::AuthFile::load(&folder.path("jobs-data/auth.toml")).unwrap().unwrap();
    let handle = file.tokens.last().unwrap().handle();
    let uses: String = handle.iter().map(|byte| format!("{byte:02x}")).collect();
    std::fs::write(folder.path("jobs-data/token-uses"), uses + " 1769612640\n").unwrap();
    let listed = folder.run(&["token", "list", "--json"]).exits(0).json();
    let token = listed["tokens"].as_array().unwrap().last().unwrap().clone();
    assert_eq!(token["expires_at"], "2999-01-01T00:00:00.000000Z");
    assert_eq!(token["last_used_at"], "2026-01-28T15:04:00.000000Z");
    assert_eq!((&token["state"], token["revoked_at"].is_null()), (&"accepted".into(), true));
    let text = auth_toml(&folder).replace("2999-", "2026-");
    std::fs::write(folder.path("jobs-data/auth.toml"), text).unwrap();
    let list = folder.run(&["token", "list"]).exits(0).stdout;
    assert!(list.contains("LAST USED") && list.contains("expired"), "{list}");
    assert!(list.contains("2026-01-28T15:04:00.000000Z"), "{list}");
}

fn hex_digest(text: &str) -> String {
    let (_, rest) = text.split_once("sha256 = \"").unwrap();
    rest[..64].to_owned()
}

#[test]
fn a_running_server_lets_in_whom_jobctl_adds_and_nobody_whom_it_revokes() {
    let served = Served::over(Folder::new());
    let made = served.folder.run(&["token", "new", "--user", "ci", "--role", "auditor"]).exits(0);
    let token = made.stdout.trim_end();
    let begin = Instant::now();
    let until = |code: i32| {
        let mut command = served.folder.command(&["list", "--server", &served.url]);
        command.env("JOBS_TOKEN", token);
        while command.output().unwrap().status.code() != Some(code) {
            assert!(begin.elapsed() < Duration::from_secs(60), "it never exits with {code}");
        }
    };
    until(0);
    served.folder.run(&["token", "revoke", "ci-1"]).exits(0);
    until(1);
}
