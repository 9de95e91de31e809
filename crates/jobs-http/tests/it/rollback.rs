//! The ledger's key and anchors: a database that was rolled back is refused, and an intended
//! restore is recorded.

use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use std::process::Command;

use jobs_core::{
    ActionCode, ActionName, Cid, CustomerSet, JobStoreExt as _, NewJob, Source, UserId,
};
use jobs_notary::Anchor;
use jobs_sqlite::SqliteStore;
use serde_json::{Value, json};

use crate::support::process::{self, Caller, Process};
use crate::support::upstream::Upstream;

/// A data directory, and two anchors beside it.
struct Site(tempfile::TempDir);

impl Site {
    fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    fn data(&self) -> PathBuf {
        self.0.path().join("data")
    }

    fn anchors(&self) -> [Anchor; 2] {
        ["one", "two"].map(|name| Anchor::at(self.0.path().join(name)))
    }

    fn command(&self) -> Command {
        let mut command = process::jobs_http(&self.data());
        for anchor in self.anchors() {
            command.arg("--anchor-dir").arg(anchor.file().parent().unwrap());
        }
        command
    }

    /// Starts, records `count` jobs, and stops cleanly.
    async fn record(&self, count: usize) {
        let server = process::start(self.command());
        record(&Caller::new(&server), count).await;
        stop(server);
    }

    /// Copies the database into `folder`.
    fn back_up(&self, folder: &str) {
        fs::create_dir(self.0.path().join(folder)).unwrap();
        for file in database(&self.data()) {
            fs::copy(&file, self.0.path().join(folder).join(file.file_name().unwrap())).unwrap();
        }
    }

    /// Puts the copy in `folder` in the place of the database.
    fn restore(&self, folder: &str) {
        database(&self.data()).iter().for_each(|file| fs::remove_file(file).unwrap());
        for file in database(&self.0.path().join(folder)) {
            fs::copy(&file, self.data().join(file.file_name().unwrap())).unwrap();
        }
    }
}

/// `jobs.db`, and what SQLite keeps beside it.
pub(crate) fn database(folder: &Path) -> Vec<PathBuf> {
    let files = fs::read_dir(folder).unwrap().map(|file| file.unwrap().path());
    files
        .filter(|file| file.file_name().unwrap().to_str().unwrap().starts_with("jobs.db"))
        .collect()
}

pub(crate) async fn record(caller: &Caller, count: usize) {
    for _ in 0..count {
        let job = json!({"action_name": "T-Enable", "cids": ["1"]});
        assert_eq!(caller.post("/v1/jobs", &job).await.status(), 201);
    }
}

/// Appends a job as another process does, unknown to any server.
pub(crate) async fn append_elsewhere(data: &Path, source: Source) {
    let store = SqliteStore::open(data.join("jobs.db")).unwrap();
    let user = UserId::new("vijay").unwrap();
    let action = ActionName::new("T-Enable").unwrap();
    let customers = CustomerSet::new([Cid::new("1").unwrap()]).unwrap();
    let job = NewJob::new(user, ActionCode::UNKNOWN, action, customers).unwrap();
    store.create(job.with_source(source)).await.unwrap();
    store.close().await;
}

fn stop(server: Process) {
    server.terminate();
    assert!(server.ended().success());
}

fn size(anchor: &Anchor) -> Option<u64> {
    anchor.read().unwrap().map(|signed| signed.unverified().size)
}

/// Why the server does not start: its exit status and what it says.
fn refusal(mut command: Command, arguments: &[&str]) -> String {
    command.args(arguments);
    let message = process::refusal(command);
    assert!(message.starts_with("exit status: 1"), "{message}");
    assert!(!message.contains("panicked"), "{message}");
    message
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_older_database_is_refused_until_the_restore_is_accepted() {
    let site = Site::new();
    site.record(2).await;
    // A call that a start would settle if it appended anything before its checks.
    append_elsewhere(&site.data(), Source::Gateway).await;
    site.back_up("old");
    site.record(3).await;
    assert_eq!(site.anchors().map(|anchor| size(&anchor)), [Some(7), Some(7)]);
    site.restore("old");

    let way_forward = ["once had 7 entries and now has 3", "--accept-restore 3", "jobctl verify"];
    let message = refusal(site.command(), &[]);
    way_forward.iter().for_each(|part| assert!(message.contains(part), "{message}"));
    for wrong in ["0", "2", "4", "7"] {
        let message = refusal(site.command(), &["--accept-restore", wrong]);
        assert!(message.contains(&format!("--accept-restore {wrong} ")), "{message}");
        way_forward.iter().for_each(|part| assert!(message.contains(part), "{message}"));
    }
    assert_eq!(site.anchors().map(|anchor| size(&anchor)), [Some(7), Some(7)], "still known");

    let mut command = site.command();
    command.env("JOBS_ACCEPT_RESTORE", "3");
    let server = process::start(command);
    let caller = Caller::new(&server);
    let listed = caller.get("/v1/jobs?action_name=Ledger-Restore").await;
    let [restore] = &listed["jobs"].as_array().unwrap()[..] else { panic!("{listed}") };
    assert_eq!(restore["index"], 3, "the first thing that is appended");
    assert_eq!((&restore["user_id"], &restore["status"]), (&json!("jobs-http"), &json!("SUCCESS")));
    let job = caller.get(&format!("/v1/jobs/{}", restore["job_id"].as_str().unwrap())).await;
    let payload: Value = serde_json::from_str(job["request_payload"].as_str().unwrap()).unwrap();
    assert_eq!((&payload["lost"]["size"], &payload["found"]["size"]), (&json!(7), &json!(3)));
    stop(server);
    // From then on it is a ledger like any other.
    assert_eq!(site.anchors().map(|anchor| size(&anchor)), [Some(6), Some(6)]);
    site.record(1).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_ledger_whose_anchors_were_removed_is_refused_until_that_is_accepted() {
    let site = Site::new();
    site.record(2).await;
    let [one, two] = site.anchors();
    let refused = |arguments: &[&str]| {
        let message = refusal(site.command(), arguments);
        let files = [&one, &two].map(|anchor| anchor.file().display().to_string());
        for part in ["has 2 entries", "--anchor-dir", "--accept-restore 2", &files[0], &files[1]] {
            assert!(message.contains(part), "{message}");
        }
        message
    };
    let kept = fs::read(one.file()).unwrap();
    [&one, &two].iter().for_each(|anchor| fs::remove_file(anchor.file()).unwrap());
    refused(&[]);
    [&one, &two].iter().for_each(|a| fs::remove_dir_all(a.file().parent().unwrap()).unwrap());
    refused(&[]);
    assert!(refused(&["--accept-restore", "3"]).contains("--accept-restore 3 "));
    assert_eq!([size(&one), size(&two)], [None, None], "a refusal leaves no checkpoint behind");
    // With only another directory, it is not found either.
    let elsewhere = site.0.path().join("elsewhere");
    let mut command = process::jobs_http(&site.data());
    command.arg("--anchor-dir").arg(&elsewhere);
    assert!(process::refusal(command).contains(elsewhere.to_str().unwrap()));

    // Put back, it is as if nothing had happened.
    fs::create_dir(one.file().parent().unwrap()).unwrap();
    fs::write(one.file(), kept).unwrap();
    stop(process::start(site.command()));
    assert_eq!([size(&one), size(&two)], [Some(2), Some(2)]);

    [&one, &two].iter().for_each(|anchor| fs::remove_file(anchor.file()).unwrap());
    let mut command = site.command();
    command.args(["--accept-restore", "2"]);
    let server = process::start(command);
    let caller = Caller::new(&server);
    let listed = caller.get("/v1/jobs?action_name=Ledger-Restore").await;
    let [restore] = &listed["jobs"].as_array().unwrap()[..] else { panic!("{listed}") };
    assert_eq!((&restore["index"], &restore["status"]), (&json!(2), &json!("SUCCESS")));
    let job = caller.get(&format!("/v1/jobs/{}", restore["job_id"].as_str().unwrap())).await;
    let payload: Value = serde_json::from_str(job["request_payload"].as_str().unwrap()).unwrap();
    assert_eq!((&payload["lost"], &payload["found"]["size"]), (&Value::Null, &json!(2)));
    stop(server);
    assert_eq!([size(&one), size(&two)], [Some(4), Some(4)]);
    site.record(1).await;
}

/// Anchors that are empty because nothing could have filled them are filled, before the server
/// answers anyone.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn anchors_that_are_new_with_their_ledger_or_beside_another_are_filled() {
    // Entries that an import has made, and no key yet.
    let site = Site::new();
    fs::create_dir(site.data()).unwrap();
    append_elsewhere(&site.data(), Source::Import).await;
    process::start(site.command()).kill();
    let [one, two] = site.anchors();
    assert_eq!([size(&one), size(&two)], [Some(1), Some(1)]);
    // Also a third anchor.
    let third = Anchor::at(site.0.path().join("three"));
    let mut command = site.command();
    command.arg("--anchor-dir").arg(third.file().parent().unwrap());
    process::start(command).kill();
    assert_eq!(size(&third), Some(1));
    site.record(1).await;

    // No entries at first, a crash at once, and another one after the first entry.
    let site = Site::new();
    process::start(site.command()).kill();
    process::start(site.command()).kill();
    let server = process::start(site.command());
    record(&Caller::new(&server), 1).await;
    server.kill();
    stop(process::start(site.command()));
    assert_eq!(site.anchors().map(|anchor| size(&anchor)), [Some(1), Some(1)]);
}

/// The next start would find an anchor that can never be written empty.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_anchor_or_a_key_that_cannot_be_written_is_refused_before_there_is_a_ledger() {
    let site = Site::new();
    // A place where no user can create a file.
    let message = refusal(site.command(), &["--anchor-dir", "/proc"]);
    assert!(message.contains("--anchor-dir") && message.contains("/proc"), "{message}");
    let message = refusal(site.command(), &["--ledger-key", "/no/such/directory/ledger.key"]);
    assert!(message.contains("--ledger-key") && message.contains("JOBS_LEDGER_KEY"), "{message}");
    assert!(!site.data().exists());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whatever_is_appended_reaches_the_anchors() {
    let site = Site::new();
    let upstream = Upstream::start();
    let mut command = site.command();
    command.args(["--upstream", &upstream.url]);
    let server = process::start(command);
    let caller = Caller::new(&server);
    let [one, two] = site.anchors();
    let reach = async |expected| {
        let begin = std::time::Instant::now();
        while [size(&one), size(&two)] != [Some(expected); 2] {
            assert!(begin.elapsed() < process::PATIENCE, "{:?}", size(&one));
            caller.get("/readyz").await;
        }
    };
    reach(0).await;
    record(&caller, 1).await;
    reach(1).await;
    assert_eq!(caller.set_action(&format!("{}/x", upstream.url), "", &["1"]).await.0, 200);
    reach(3).await;
    // At its end, the anchor also covers what other processes appended.
    append_elsewhere(&site.data(), Source::Import).await;
    stop(server);
    assert_eq!([size(&one), size(&two)], [Some(4), Some(4)]);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_database_with_another_past_is_refused_however_long_it_is() {
    let site = Site::new();
    process::start(site.command()).kill();
    site.back_up("empty");
    site.record(2).await;
    let [one, two] = site.anchors();
    let genuine = fs::read_to_string(one.file()).unwrap();
    site.restore("empty");
    [one, two].iter().for_each(|anchor| fs::remove_file(anchor.file()).unwrap());
    // An empty ledger is not a new one: its key was used.
    let message = refusal(site.command(), &[]);
    assert!(message.contains("has 0 entries") && message.contains("--data-dir"), "{message}");
    let mut accepting = site.command();
    accepting.args(["--accept-restore", "0"]);
    stop(process::start(accepting));
    site.record(2).await;
    // Signed by the same key, longer, and not the same.
    fs::write(site.anchors()[1].file(), genuine).unwrap();
    let message = refusal(site.command(), &[]);
    assert!(message.contains("does not begin with the 2 entries"), "{message}");
    assert!(message.contains("--accept-restore 4"), "{message}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn one_anchor_of_several_is_enough_to_notice() {
    let site = Site::new();
    site.record(2).await;
    site.back_up("old");
    let [one, two] = site.anchors();
    let older = fs::read(one.file()).unwrap();
    site.record(1).await;
    let newer = fs::read(one.file()).unwrap();
    site.record(1).await;

    // One that is behind and one that is gone are brought up to date by the next start alone.
    fs::write(one.file(), &older).unwrap();
    fs::remove_file(two.file()).unwrap();
    stop(process::start(site.command()));
    assert_eq!([size(&one), size(&two)], [Some(4), Some(4)]);

    site.restore("old");
    for (stale, intact) in [(&one, &two), (&two, &one)] {
        let newest = fs::read(stale.file()).unwrap();
        fs::write(stale.file(), &older).unwrap();
        let message = refusal(site.command(), &[]);
        assert!(message.contains(&intact.file().display().to_string()), "{message}");
        fs::remove_file(stale.file()).unwrap();
        let message = refusal(site.command(), &[]);
        assert!(message.contains(&intact.file().display().to_string()), "{message}");
        // Both show that something is missing: the one with the largest size is named.
        fs::write(stale.file(), &newer).unwrap();
        let message = refusal(site.command(), &[]);
        assert!(message.contains("once had 4 entries and now has 2"), "{message}");
        // An accepted restore does not excuse an anchor of another ledger.
        fs::write(stale.file(), "something else").unwrap();
        let message = refusal(site.command(), &["--accept-restore", "2"]);
        assert!(message.contains(&stale.file().display().to_string()), "{message}");
        fs::write(stale.file(), newest).unwrap();
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_key_is_made_once_announced_and_kept_from_others() {
    let site = Site::new();
    let key = site.data().join("ledger.key");
    let start = |arguments: &[&str]| {
        let mut command = site.command();
        command.args(arguments);
        process::start(command)
    };
    let first = start(&["--ledger-origin", "ledger.example.com/jobs"]);
    let announced = first.verifier_key.clone().unwrap();
    assert!(announced.starts_with("ledger.example.com/jobs+"), "{announced}");
    let served = Caller::new(&first).http.get(format!("{}/log/key", first.url)).send().await;
    assert_eq!(served.unwrap().text().await.unwrap(), format!("{announced}\n"));
    assert_eq!(fs::metadata(&key).unwrap().permissions().mode() & 0o777, 0o600);
    stop(first);
    let second = start(&[]);
    assert_eq!(second.verifier_key.as_ref(), Some(&announced), "the same key, and its name");
    stop(second);
    let message = refusal(site.command(), &["--ledger-origin", "ledger.example.com/other"]);
    assert!(message.contains("--ledger-origin") && message.contains("keeps its name"), "{message}");
    let mut command = site.command();
    command.args(["--ledger-origin", "a name"]);
    let message = process::refusal(command);
    assert!(message.contains("--ledger-origin") && message.contains("no white space"), "{message}");

    fs::set_permissions(&key, fs::Permissions::from_mode(0o644)).unwrap();
    let message = refusal(site.command(), &[]);
    assert!(message.contains(&format!("chmod 600 {}", key.display())), "{message}");
    fs::set_permissions(&key, fs::Permissions::from_mode(0o600)).unwrap();

    // Kept elsewhere, and then forgotten: no new key is made that does not match the anchors.
    let elsewhere = site.0.path().join("elsewhere.key");
    fs::rename(&key, &elsewhere).unwrap();
    let message = refusal(site.command(), &[]);
    assert!(message.contains("is missing") && !key.exists(), "{message}");
    let third = start(&["--ledger-key", elsewhere.to_str().unwrap()]);
    assert_eq!(third.verifier_key, Some(announced));
    assert!(!key.exists());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_kill_at_any_moment_leaves_no_anchor_ahead_of_the_ledger() {
    let site = Site::new();
    let [anchor, _] = site.anchors();
    let mut known = 0;
    for _ in 0..4 {
        let server = process::start(site.command());
        let caller = Caller::new(&server);
        let mut clients = tokio::task::JoinSet::new();
        for _ in 0..8 {
            let caller = caller.clone();
            clients.spawn(async move {
                let job = json!({"action_name": "T-Enable", "cids": ["1"]});
                let path = format!("{}/v1/jobs", caller.url);
                let send = || caller.http.post(&path).bearer_auth(process::TOKEN).json(&job).send();
                while send().await.is_ok() {}
            });
        }
        // Until the anchor has moved twice, each time under load.
        let begin = std::time::Instant::now();
        for _ in 0..2 {
            let before = size(&anchor);
            while size(&anchor) == before {
                assert!(begin.elapsed() < process::PATIENCE, "the anchor does not follow");
                caller.get("/readyz").await;
            }
        }
        server.kill();
        while clients.join_next().await.is_some() {}
        let anchored = size(&anchor).unwrap();
        assert!(anchored > known);
        known = anchored;
    }
    let server = process::start(site.command());
    let path = format!("/v1/proof/consistency?from={known}");
    assert!(Caller::new(&server).get(&path).await["to"].as_u64().unwrap() >= known);
}

/// Nothing shows that entries are missing, but a ledger that a server has signed for had a key.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_ledger_whose_key_and_anchors_were_removed_is_refused_until_that_is_accepted() {
    let site = Site::new();
    site.record(2).await;
    let key = site.data().join("ledger.key");
    let before = fs::read(&key).unwrap();
    fs::remove_file(&key).unwrap();
    let [one, two] = site.anchors();
    [&one, &two].iter().for_each(|anchor| fs::remove_file(anchor.file()).unwrap());
    let refused = |arguments: &[&str]| {
        let message = refusal(site.command(), arguments);
        let key = key.to_str().unwrap();
        for part in ["has 2 entries", "--accept-restore 2", "--anchor-dir", "--ledger-key", key] {
            assert!(message.contains(part), "{message}");
        }
        assert_eq!((size(&one), fs::exists(key).unwrap()), (None, false), "nothing is made");
    };
    refused(&[]);
    refused(&["--accept-restore", "3"]);
    // What a server leaves beside its key says so by itself, each of it.
    fs::remove_file(site.data().join("session.key")).unwrap();
    refused(&[]);
    [&one, &two].iter().for_each(|a| fs::remove_dir_all(a.file().parent().unwrap()).unwrap());
    fs::write(site.data().join("session.key"), "").unwrap();
    let mode = std::os::unix::fs::PermissionsExt::from_mode(0o600);
    fs::set_permissions(site.data().join("session.key"), mode).unwrap();
    refused(&[]);
    fs::remove_file(site.data().join("session.key")).unwrap();

    let mut command = site.command();
    command.args(["--accept-restore", "2"]);
    let server = process::start(command);
    stop(server);
    assert_ne!(fs::read(&key).unwrap(), before);
    site.record(1).await;
}

/// The key of a start that was cut short cannot be replaced by naming another file.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_key_is_new_by_what_is_in_it_alone() {
    let site = Site::new();
    site.record(2).await;
    let key = site.data().join("ledger.key");
    let complete = fs::read_to_string(&key).unwrap();
    assert_eq!(complete.lines().count(), 1);
    let [one, two] = site.anchors();
    [&one, &two].iter().for_each(|anchor| fs::remove_file(anchor.file()).unwrap());
    for name in ["ledger.key.new", "ledger.key~", ".ledger.key"] {
        let other = key.with_file_name(name);
        fs::rename(&key, &other).unwrap();
        assert!(refusal(site.command(), &[]).contains("--accept-restore 2"), "{name}");
        fs::rename(&other, &key).unwrap();
    }
    assert!(refusal(site.command(), &[]).contains("--accept-restore 2"));
}

/// A refused file may be the wrong one: its bytes are unchanged, whatever its journal mode.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_start_that_is_refused_leaves_the_bytes_of_the_ledger_as_they_were() {
    let site = Site::new();
    site.record(1).await;
    let path = site.data().join("jobs.db");
    let copy = site.0.path().join("copy.db");
    let sql = rusqlite::Connection::open(&path).unwrap();
    sql.execute("VACUUM INTO ?1", [copy.to_str().unwrap()]).unwrap();
    drop(sql);
    site.record(2).await;
    for (what, bytes) in [("a copy", fs::read(&copy).unwrap()), ("an empty file", Vec::new())] {
        database(&site.data()).iter().for_each(|file| fs::remove_file(file).unwrap());
        fs::write(&path, &bytes).unwrap();
        let message = refusal(site.command(), &[]);
        assert!(message.contains("once had 3 entries"), "{what}: {message}");
        assert!(fs::read(&path).unwrap() == bytes, "{what} was changed");
        let beside: Vec<_> = database(&site.data());
        assert_eq!(beside, std::slice::from_ref(&path), "{what}");
    }
    fs::remove_file(&path).unwrap();
    assert!(refusal(site.command(), &[]).contains("once had 3 entries and now has 0"));
    assert!(
        database(&site.data()).is_empty(),
        "no ledger is made in the place of one that is gone"
    );
}
