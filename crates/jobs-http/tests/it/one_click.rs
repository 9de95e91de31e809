//! One click stays one action: a real Chromium sends one `fetch()` for each way in which a Set
//! Action can end, on a connection that it has used before, as Chromium automatically repeats
//! requests there after certain codes.

use std::collections::HashMap;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::{Arc, Mutex};

use jobs_auth::{AuthFileEditor, PasswordHash, Role};
use jobs_core::UserId;
use serde::Deserialize;
use serde_json::{Value, json};

use crate::support::browser::Browser;
use crate::support::process::{self, Caller};

const PASSWORD: &str = "a password for the browser";

/// `{"success": true}`, compressed with gzip.
const GZIPPED: [u8; 37] = [
    31, 139, 8, 0, 0, 0, 0, 0, 2, 3, 171, 86, 42, 46, 77, 78, 78, 45, 46, 86, 178, 82, 40, 41, 42,
    77, 173, 5, 0, 111, 103, 9, 241, 17, 0, 0, 0,
];

/// What the upstream does with a call.
#[derive(Clone)]
enum Act {
    /// Answers with these bytes, and closes the connection.
    Answer(Vec<u8>),
    /// Begins with these bytes, and sends no more until the gateway closes the connection.
    Stall(Vec<u8>),
}

/// A way in which a Set Action can end.
struct Case {
    /// Its name, which is the last segment of the path, and a customer.
    name: String,
    act: Act,
    calls: usize,
}

fn answer(code: u16, headers: &str, body: &[u8]) -> Act {
    let head = format!("HTTP/1.1 {code} Said\r\n{headers}content-length: {}\r\n\r\n", body.len());
    Act::Answer([head.as_bytes(), body].concat())
}

impl Case {
    fn new(name: &str, act: Act, calls: usize) -> Self {
        Self { name: name.to_owned(), act, calls }
    }

    /// The case's own customer and, for a withheld call and the one before it, one in common.
    fn cids(&self) -> Vec<&str> {
        match &*self.name {
            name @ ("withheld" | "sent-before") => vec![name, "in-common"],
            name => vec![name],
        }
    }
}

/// A call, and another that is withheld because of it.
fn withheld() -> [Case; 2] {
    [
        Case::new("sent-before", answer(200, "", br#"{"success": true}"#), 1),
        Case::new("withheld", Act::Answer(Vec::new()), 0),
    ]
}

/// Every code, and every other way.
fn cases() -> Vec<Case> {
    let mut cases = Vec::new();
    let mut add = |name: &str, act, calls| cases.push(Case::new(name, act, calls));
    for code in 200..=599 {
        let body = format!(r#"{{"success": true, "message": "said {code}"}}"#);
        let act = match code {
            204 | 304 => Act::Answer(format!("HTTP/1.1 {code} Said\r\n\r\n").into()),
            205 => answer(code, "", b""),
            _ => answer(code, "content-type: application/json\r\n", body.as_bytes()),
        };
        add(&format!("code-{code}"), act, 1);
    }
    let ok = b"HTTP/1.1 200 OK\r\n";
    let cut = b"HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n{\"success\"".to_vec();
    add("success-false", answer(200, "", br#"{"success": false, "message": "not ready"}"#), 1);
    add("not-json", answer(200, "", b"<p>no"), 1);
    add("latin-1", answer(200, "", b"{\"success\": true, \"message\": \"caf\xe9\"}"), 1);
    add("empty", answer(200, "", b""), 1);
    add("gzip", answer(200, "content-encoding: gzip\r\n", &GZIPPED), 1);
    add("not-gzip", answer(200, "content-encoding: gzip\r\n", b"{}"), 1);
    add("not-http", Act::Answer(b"what is that?\r\n\r\n".to_vec()), 1);
    add("switches", Act::Answer(b"HTTP/1.1 101 Switching\r\nupgrade: x\r\n\r\n".to_vec()), 1);
    add("too-long", answer(200, "", &vec![b' '; 20 << 20]), 1);
    add("challenge", answer(401, "www-authenticate: Basic realm=\"x\"\r\n", b"{}"), 1);
    add("moved", answer(302, "location: /elsewhere\r\n", b"{}"), 1);
    add("moved-with-its-body", answer(307, "location: /elsewhere\r\n", b"{}"), 1);
    add("later", answer(503, "retry-after: 0\r\n", b"{}"), 1);
    add("cut-before-the-head", Act::Answer(Vec::new()), 1);
    add("cut-in-the-head", Act::Answer(ok.to_vec()), 1);
    add("cut-after-the-head", Act::Answer(cut.clone()), 1);
    add("no-answer", Act::Stall(Vec::new()), 1);
    add("half-an-answer", Act::Stall(cut), 1);
    add("never-sent", Act::Answer(Vec::new()), 0);
    cases
}

/// An upstream that does what the last segment of the path says, and counts calls.
struct Upstream {
    address: SocketAddr,
    calls: Arc<Mutex<HashMap<String, usize>>>,
}

impl Upstream {
    fn start(acts: HashMap<String, Act>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        let calls = Arc::default();
        let acts = Arc::new(acts);
        let counts = Arc::clone(&calls);
        // It ends with the tests.
        std::thread::spawn(move || {
            for stream in listener.incoming() {
                let stream = stream.unwrap();
                let acts = Arc::clone(&acts);
                let counts = Arc::clone(&counts);
                std::thread::spawn(move || serve(stream, &acts, &counts));
            }
        });
        Self { address, calls }
    }

    fn calls(&self, name: &str) -> usize {
        self.calls.lock().unwrap().get(name).copied().unwrap_or_default()
    }
}

/// Serves one call, and closes the connection.
fn serve(
    mut stream: TcpStream,
    acts: &HashMap<String, Act>,
    counts: &Mutex<HashMap<String, usize>>,
) {
    let mut reader = BufReader::new(stream.try_clone().unwrap());
    let mut target = String::new();
    let mut length = 0;
    if reader.read_line(&mut target).unwrap_or_default() == 0 {
        return;
    }
    for line in reader.by_ref().lines().map_while(Result::ok).take_while(|line| !line.is_empty()) {
        let (name, value) = line.split_once(':').unwrap();
        if name.eq_ignore_ascii_case("content-length") {
            length = value.trim().parse().unwrap();
        }
    }
    reader.read_exact(&mut vec![0; length]).unwrap();
    let name = target.split(' ').nth(1).unwrap().rsplit('/').next().unwrap().to_owned();
    let act = acts.get(&name).cloned();
    *counts.lock().unwrap().entry(name).or_default() += 1;
    let Some(Act::Answer(bytes) | Act::Stall(bytes)) = &act else { return };
    // The gateway may close the connection at any time.
    let _hung_up = stream.write_all(bytes);
    if let Some(Act::Stall(_)) = act {
        let _hung_up = stream.read_to_end(&mut Vec::new());
    }
}

/// What the page saw of one `fetch()`.
#[derive(Debug, Deserialize)]
struct Seen {
    /// Why it threw, if it did.
    thrown: Option<String>,
    body: Value,
    /// Whether it was sent on a connection that had been used before.
    reused: bool,
}

impl Seen {
    /// Whether the page got its one job, and the upstream's code.
    fn tell(&self, case: &Case, job: &Value) -> bool {
        let Self { thrown, body, reused } = self;
        let code = case.name.strip_prefix("code-").map(|code| code.parse::<u16>().unwrap());
        let http_status = body.get("httpStatus");
        let tells_the_code =
            code.map_or(http_status.is_some(), |it| http_status == Some(&json!(it)));
        thrown.is_none() && *reused && body["job_id"] == job["job_id"] && tells_the_code
    }
}

/// One `fetch()` for each request, each after a `GET` that leaves an open connection behind.
const FETCH_EACH: &str = "
    const seen = [];
    for (const request of input) {
        await (await fetch('/livez')).text();
        performance.clearResourceTimings();
        const it = {thrown: null, body: null};
        try {
            const answer = await fetch('/proxy_fetch', {method: 'POST', body: JSON.stringify(request)});
            it.body = await answer.json();
        } catch (error) {
            it.thrown = String(error);
        }
        const [timing] = performance.getEntriesByType('resource');
        it.reused = timing !== undefined && timing.connectStart === timing.connectEnd;
        seen.push(it);
    }
    return seen;";

fn add_user(data_dir: &std::path::Path) {
    let editor = AuthFileEditor::new(data_dir.join("auth.toml"));
    let vijay = UserId::new("vijay").unwrap();
    let hash = PasswordHash::of_new(PASSWORD).unwrap();
    editor.add_user(&vijay, Role::Operator, Some(&hash)).unwrap();
}

/// Lets a new server answer each case in a browser, and returns what is wrong.
async fn wrong(browser: &Browser, on_overlap: &str, cases: &[Case]) -> Vec<String> {
    let directory = tempfile::tempdir().unwrap();
    let acts = cases.iter().map(|it| (it.name.clone(), it.act.clone())).collect();
    let upstream = Upstream::start(acts);
    // Nobody listens there once this is dropped.
    let closed = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let mut command = process::jobs_http(directory.path());
    for address in [upstream.address, closed] {
        command.args(["--upstream", &format!("http://{address}/")]);
    }
    command.args(["--upstream-timeout-seconds", "1", "--on-overlap", on_overlap]);
    let server = process::start(command);
    add_user(directory.path());

    browser.sign_in(&server.url, "vijay", PASSWORD).await;
    // A page of the server whose policy allows `fetch()`.
    browser.go_to(&format!("{}/livez", server.url)).await;
    let request = |case: &Case| {
        let address = if case.name == "never-sent" { closed } else { upstream.address };
        json!({
            "url": format!("http://{address}/x/{}", case.name), "token": "x", "isPost": true,
            "postData": {"action": "PE-Enable", "cids": case.cids()},
        })
    };
    let requests: Value = cases.iter().map(request).collect();
    let seen: Vec<Seen> = browser.run(FETCH_EACH, &requests).await;
    assert_eq!(seen.len(), cases.len());

    let caller = Caller::new(&server);
    let mut wrong = Vec::new();
    for (case, seen) in cases.iter().zip(&seen) {
        let listed = caller.get(&format!("/v1/jobs?cid={}", case.name)).await;
        let jobs = listed["jobs"].as_array().unwrap();
        let calls = upstream.calls(&case.name);
        if calls != case.calls || jobs.len() != 1 || !seen.tell(case, &jobs[0]) {
            wrong.push(format!("{}: {calls} calls, {} jobs, {seen:?}", case.name, jobs.len()));
        }
    }
    assert_eq!(upstream.calls("elsewhere"), 0, "redirects are not followed");
    wrong
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_browser_sends_each_action_once_however_it_ends() {
    let Some(browser) = Browser::start().await else { return };
    let mut wrong = wrong(&browser, "warn", &cases()).await;
    wrong.extend(self::wrong(&browser, "refuse", &withheld()).await);
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
