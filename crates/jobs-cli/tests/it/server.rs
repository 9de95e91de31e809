//! `jobctl list`, `stats` and `show` on a server: the real one, over the ledger of an import.

use serde_json::Value;

use crate::support::dirt;
use crate::support::legacy::{self, Generation, OldJob, id, job};
use crate::support::liar;
use crate::support::run::Folder;
use crate::support::served::Served;

fn start() -> Served {
    Served::importing(&dirt::good())
}

#[test]
fn a_server_and_a_directory_give_the_same_answers() {
    let served = start();
    let cids = ["show", &id(10), "--customers"];
    let commands: [&[&str]; 13] = [
        &["list"],
        &["list", "--all"],
        &["list", "--all", "--json"],
        &["list", "--json", "--status", "failed", "--user-id", "vijay", "--cid", "cust-0003"],
        &[
            "list", "--json", "--status", "failed", "--status", "success", "--cid", "7", "--cid",
            "8",
        ],
        &["list", "--job-id", "9b2d3a1c-0f4e-4d6a-8c7b-00000000001", "--cause", "imported"],
        &["list", "--since", "2026-01-28T09:05:00Z", "--until", "2026-01-28T09:10:00Z"],
        &["list", "--batch-id", "night-7", "--action-name", "PE-Enable", "--order", "oldest_first"],
        &["stats"],
        &["stats", "--limit", "1"],
        &["stats", "--json", "--user-id", "vijay", "--limit", "3"],
        &cids,
        &["show", &id(16), "--json", "--customers"],
    ];
    for args in commands {
        let remote = served.run(args).exits(0);
        let local = served.folder.run(args).exits(0);
        assert_eq!(remote.stdout, local.stdout, "{args:?}");
        assert!(remote.stdout.lines().count() > 0);
    }
}

#[test]
fn pages_of_a_server_go_on_by_its_cursor() {
    let served = start();
    let first = served.run(&["list", "--json", "--limit", "10"]).exits(0).json();
    let cursor = first["next"].as_str().unwrap();
    let args = ["list", "--json", "--limit", "10", "--cursor", cursor];
    let second = served.run(&args).exits(0).json();
    let count = |page: &Value| page["jobs"].as_array().unwrap().len();
    assert_eq!((count(&first), count(&second)), (10, 6));
    assert_eq!(second["next"], Value::Null);
    let forged = served.run(&["list", "--cursor", "forged"]).exits(1);
    assert!(forged.stderr.contains("cursor: is not a cursor of this list"), "{}", forged.stderr);
}

/// Pages that lead back, one to the other: neither a list nor a verification loops for ever.
#[test]
fn walks_end_when_a_server_leads_in_a_circle() {
    let served = start();
    let in_turns = |path: &str, body: Vec<u8>| {
        if path.contains("/customers") {
            let mut page: Value = serde_json::from_slice(&body).unwrap();
            page["next"] = "cust-0001".into();
            return serde_json::to_vec(&page).unwrap();
        }
        if !path.starts_with("/v1/jobs?") {
            return body;
        }
        // A whole answer, since the real server refuses such cursors.
        let next = if path.contains("cursor=a") { "b" } else { "a" };
        let page = format!("{{\"jobs\":[],\"next\":\"{next}\"}}");
        let head = "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\nconnection: close";
        format!("{head}\r\ncontent-length: {}\r\n\r\n{page}", page.len()).into_bytes()
    };
    let url = liar::start(&served.url, in_turns);
    for args in [&["list", "--all"][..], &["show", &id(10), "--customers"]] {
        let ran = served.run_against(&url, args).exits(1);
        assert!(ran.stderr.contains("would never end"), "{args:?}: {}", ran.stderr);
    }
    let lists = move |path: &str, body| {
        if path.starts_with("/v1/jobs?") { in_turns(path, body) } else { body }
    };
    let ran = served.run_against(&liar::start(&served.url, lists), &["verify"]).exits(5);
    assert!(ran.stdout.contains("next: does not lead on"), "{}", ran.stdout);
}

#[test]
fn jobs_are_imported_while_a_server_runs() {
    let served = start();
    let jobs: Vec<OldJob> = (100..1300).map(|n| job(&id(n), "20:00:00")).collect();
    let sql = legacy::write(&served.folder.path("more.db"), Generation::Newer, &[]);
    sql.execute_batch("BEGIN").unwrap();
    legacy::insert(&sql, Generation::Newer, &jobs);
    sql.execute_batch("COMMIT").unwrap();
    served.folder.run(&["import", "more.db", "--utc-offset", "Z"]).exits(0);
    let list = served.run(&["list", "--json", "--all"]).exits(0).json();
    assert_eq!(list["jobs"].as_array().unwrap().len(), 16 + 1200);
    assert_eq!(list["jobs"][0]["job_id"], id(1299));
}

#[test]
fn errors_of_a_server_are_told_in_its_words() {
    let served = start();
    let unknown = served.run(&["show", &id(77)]).exits(4);
    assert_eq!(unknown.stderr, format!("jobctl: no job {} is recorded\n", id(77)));
    let url = &served.url;
    let nobody = served.folder.run(&["list", "--server", url]).exits(1);
    assert!(
        nobody.stderr.contains("give the token in JOBS_TOKEN or with --token"),
        "{}",
        nobody.stderr
    );
    let args = ["list", "--server", url, "--token", "wrong"];
    let wrong = served.folder.run(&args).exits(1);
    assert!(!wrong.stderr.contains("wrong"), "the token is never repeated: {}", wrong.stderr);
}

#[test]
fn a_server_that_is_not_there_is_an_error_that_names_it() {
    let folder = Folder::new();
    // Bound and never accepting would hang; a port that was free a moment ago refuses.
    let port = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    let url = format!("http://127.0.0.1:{port}/");
    let ran = folder.run(&["list", "--server", &url]).exits(1);
    assert!(ran.stderr.starts_with(&format!("jobctl: {url}: ")), "{}", ran.stderr);
}
