//! The configurations of nginx in docs/, run unchanged, with a browser's requests.

use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Instant;

use jobs_auth::{AuthFileEditor, PasswordHash, Role};
use jobs_core::UserId;
use reqwest::{Client, Method, Response, redirect};
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::support::process::{self, PATIENCE, Process};
use crate::support::upstream::Upstream;

const PASSWORD: &str = "a password behind nginx";

/// The nginx block in a page of docs/ that contains `with`.
fn documented(page: &str, with: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs").join(page);
    let text = std::fs::read_to_string(path).unwrap();
    let blocks = text.split("```nginx\n").skip(1).map(|rest| rest.split_once("```").unwrap().0);
    let blocks: Vec<&str> = blocks.filter(|block| block.contains(with)).collect();
    let [block] = blocks[..] else { panic!("{page} has {} blocks with {with}", blocks.len()) };
    block.to_owned()
}

/// The secret that the proxy which signs people in shares with the server.
const SECRET: &str = "6f1c0e5a-a-secret-of-nginx-with-32-characters";

/// Each nginx block in docs/: its page, a text that only it contains, and the paths in it that are
/// elsewhere in a test.
const BLOCKS: [(&str, &str, &[&str]); 4] = [
    ("legacy.md", "/srv/old-dashboard", &["/srv/old-dashboard"]),
    ("operating.md", "location /ledger/", &[]),
    ("sign-in.md", "A proxy that ends TLS", &[]),
    (
        "sign-in.md",
        "A proxy that signs people in",
        &["/etc/nginx/job-ledger.users", "/etc/nginx/job-ledger.secret"],
    ),
];

#[test]
fn every_documented_block_is_run() {
    let docs = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs");
    let pages = std::fs::read_dir(docs).unwrap().map(|entry| entry.unwrap().path());
    let pages = pages.filter(|path| path.extension().is_some_and(|it| it == "md"));
    let blocks =
        pages.map(|page| std::fs::read_to_string(page).unwrap().matches("```nginx").count());
    assert_eq!(blocks.sum::<usize>(), BLOCKS.len());
    BLOCKS.iter().for_each(|(page, with, _)| drop(documented(page, with)));
}

/// nginx in front of a server, with the old dashboard's page. Both end when it goes out of scope.
struct Site {
    nginx: Child,
    address: SocketAddr,
    http: Client,
    cookie: Option<String>,
    _server: Process,
    _directory: TempDir,
}

impl Site {
    /// Starts both with the block of a page; `None`, and a line that says so, if nginx is not
    /// installed. Only a developer's machine may lack it.
    fn start((page, with, places): (&str, &str, &[&str]), arguments: &[&str]) -> Option<Self> {
        if Command::new("nginx").arg("-v").stderr(Stdio::null()).status().is_err() {
            assert!(std::env::var_os("CI").is_none(), "CI must have nginx");
            println!("SKIPPED: nginx is not installed; install it to run this test");
            return None;
        }
        let directory = tempfile::tempdir().unwrap();
        let root = directory.path();
        let mut command = process::jobs_http(&root.join("data"));
        command.args(["--trusted-proxy", "127.0.0.1/32"]).args(arguments);
        std::fs::write(root.join("identity-secret"), SECRET).unwrap();
        let mode = std::os::unix::fs::PermissionsExt::from_mode(0o600);
        std::fs::set_permissions(root.join("identity-secret"), mode).unwrap();
        command.current_dir(root);
        let server = process::start(command);
        let editor = AuthFileEditor::new(root.join("data/auth.toml"));
        let hash = PasswordHash::of_new(PASSWORD).unwrap();
        editor.add_user(&UserId::new("vijay").unwrap(), Role::Operator, Some(&hash)).unwrap();

        std::fs::create_dir_all(root.join("old-dashboard/static")).unwrap();
        std::fs::write(root.join("old-dashboard/dashboard.html"), "the old page").unwrap();
        std::fs::write(root.join("old-dashboard/static/app.js"), "the old script").unwrap();
        // nginx does not report which port it took.
        let address = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
        std::fs::write(root.join("job-ledger.users"), format!("vijay:{{PLAIN}}{PASSWORD}\n"))
            .unwrap();
        let secret = format!("proxy_set_header X-Identity-Secret \"{SECRET}\";\n");
        std::fs::write(root.join("job-ledger.secret"), secret).unwrap();
        let mut block = documented(page, with);
        let server_address = server.address().to_string();
        for (written, meant) in [("127.0.0.1:8080", &*server_address)]
            .into_iter()
            .chain(places.iter().map(|place| (*place, "")))
        {
            assert!(block.contains(written), "{page} says {written}");
            let here = root.join(Path::new(written).file_name().unwrap_or_default());
            let here = here.display().to_string();
            block = block.replace(written, if meant.is_empty() { &here } else { meant });
        }
        std::fs::write(root.join("nginx.conf"), configuration(root, address, &block)).unwrap();
        let mut command = Command::new("nginx");
        command.arg("-p").arg(root).arg("-c").arg(root.join("nginx.conf"));
        let mut nginx = command.args(["-e", "stderr"]).stdin(Stdio::null()).spawn().unwrap();
        let begin = Instant::now();
        while TcpStream::connect(address).is_err() {
            assert!(nginx.try_wait().unwrap().is_none(), "nginx has ended");
            assert!(begin.elapsed() < PATIENCE, "nginx does not listen");
            std::thread::yield_now();
        }
        let http = process::client(|builder| builder.redirect(redirect::Policy::none()));
        Some(Self { nginx, address, http, cookie: None, _server: server, _directory: directory })
    }

    /// What a browser sends without `Sec-Fetch-Site`, as over http from another machine.
    async fn send(
        &self,
        method: Method,
        path: &str,
        headers: &[(&str, &str)],
        body: String,
    ) -> Response {
        let origin = format!("http://{}", self.address);
        let mut request = self.http.request(method, format!("{origin}{path}")).body(body);
        if !headers.iter().any(|(name, _)| *name == "origin") {
            request = request.header("origin", &origin);
        }
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        if let Some(cookie) = &self.cookie {
            request = request.header("cookie", cookie);
        }
        request.send().await.unwrap()
    }

    async fn get(&self, path: &str) -> Response {
        self.send(Method::GET, path, &[], String::new()).await
    }

    async fn post(&self, path: &str, body: &Value) -> Response {
        self.send(Method::POST, path, &[], body.to_string()).await
    }

    /// Signs in with the form at `path`; returns where it redirects.
    async fn sign_in(&mut self, path: &str, next: &str) -> String {
        let form = format!("username=vijay&password={}&next={next}", PASSWORD.replace(' ', "+"));
        let entered = self.send(Method::POST, path, &[], form).await;
        assert_eq!(entered.status(), 303);
        let cookie = header(&entered, "set-cookie");
        self.cookie = Some(cookie.split(';').next().unwrap().to_owned());
        header(&entered, "location")
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        let _gone = self.nginx.kill();
        let _reaped = self.nginx.wait();
    }
}

/// A whole configuration: one process, run by the user of the tests, with all its files in `root`.
fn configuration(root: &Path, address: SocketAddr, block: &str) -> String {
    let folders = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
        .map(|name| format!("{name}_temp_path {}/{name};\n", root.display()))
        .concat();
    format!(
        "daemon off;\nmaster_process off;\npid {}/nginx.pid;\nevents {{}}\n\
         http {{\naccess_log off;\n{folders}server {{\nlisten {address};\n{block}\n}}\n}}\n",
        root.display()
    )
}

fn header(answer: &Response, name: &str) -> String {
    answer.headers()[name].to_str().unwrap().to_owned()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_old_page_works_beside_the_server() {
    let upstream = Upstream::start();
    let Some(mut site) = Site::start(BLOCKS[0], &["--upstream", &upstream.url]) else { return };
    // Nobody is signed in, whatever they claim.
    let asked = site.get("/").await;
    assert_eq!((asked.status().as_u16(), &*header(&asked, "location")), (302, "/login?next=/"));
    for claim in [("x-forwarded-user", "admin"), ("x-forwarded-prefix", "/elsewhere")] {
        let answer = site.send(Method::GET, "/api/user/info", &[claim], String::new()).await;
        assert_eq!(answer.status(), 401, "{claim:?}");
        let form = site.send(Method::GET, "/login", &[claim], String::new()).await;
        assert!(form.text().await.unwrap().contains("action=\"/login\""), "{claim:?}");
    }
    assert_eq!(site.sign_in("/login", "/").await, "/");
    assert_eq!(site.get("/").await.text().await.unwrap(), "the old page");
    assert_eq!(site.get("/static/app.js").await.text().await.unwrap(), "the old script");

    // What the page does.
    let action = json!({"action": "PE-Enable", "cids": ["5001"]});
    let url = format!("{}/tms/v1/x", upstream.url);
    let action = json!({"url": url, "token": "x", "isPost": true, "postData": action});
    let acted: Value = site.post("/proxy_fetch", &action).await.json().await.unwrap();
    assert_eq!((&acted["status"], &acted["httpStatus"]), (&json!("success"), &json!(200)));
    let trail: Value = site.get("/api/audit/trail?limit=50").await.json().await.unwrap();
    assert_eq!(trail["records"][0]["action_type"], "PE-Enable", "{trail}");
    let body = json!({"action_code": 3, "action_name": "T-Enable", "cids": ["5001"]});
    assert_eq!(site.post("/api/jobs/create", &body).await.status(), 201);
    let mine: Value = site.get("/api/jobs/mine").await.json().await.unwrap();
    assert_eq!(mine["job_count"], 2);
    // A page of another site, and one on another port of this host.
    for foreign in ["http://evil.test", "http://127.0.0.1"] {
        let headers = [("origin", foreign)];
        let refused = site.send(Method::POST, "/api/jobs/create", &headers, body.to_string()).await;
        assert_eq!(refused.status(), 403, "{foreign}");
    }

    let form = site.get("/logout").await;
    assert_eq!(header(&form, "content-type"), "text/html");
    assert!(form.text().await.unwrap().contains("method=\"post\" action=\"/logout\""));
    assert_eq!(site.get("/").await.status(), 200, "a link signs nobody out");
    let left = site.send(Method::POST, "/logout", &[], String::new()).await;
    assert_eq!((left.status().as_u16(), &*header(&left, "location")), (303, "/login"));
    assert_eq!(site.get("/").await.status(), 302);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_server_works_under_a_path() {
    let arguments = ["--path-prefix", "/ledger"];
    let Some(mut site) = Site::start(BLOCKS[1], &arguments) else { return };
    let home = site.get("/ledger/").await.text().await.unwrap();
    let script = home.split('"').find(|text| text.ends_with("/main.js")).unwrap_or_default();
    assert!(script.starts_with("/ledger/assets/"), "{home}");
    assert_eq!(site.get(script).await.status(), 200);
    assert_eq!(site.sign_in("/ledger/login", "/ledger/").await, "/ledger/");

    let job = json!({"action_name": "T-Enable", "cids": ["a/b"]});
    let created =
        [site.post("/ledger/v1/jobs", &job).await, site.post("/ledger/v1/jobs", &job).await];
    assert_eq!(created[0].status(), 201);
    let found = site.get(&header(&created[0], "location")).await;
    assert_eq!(found.status(), 200);
    // Escapes are kept, and a page leads to the next.
    let page = site.get("/ledger/v1/customers/a%2Fb/jobs?limit=1").await;
    assert_eq!(page.status(), 200);
    let link = header(&page, "link");
    let next = link.strip_prefix('<').unwrap().split('>').next().unwrap();
    let jobs: Value = site.get(next).await.json().await.unwrap();
    assert_eq!(jobs["jobs"].as_array().unwrap().len(), 1, "{link}: {jobs}");
    let stranger =
        site.send(Method::GET, "/ledger/login", &[("x-forwarded-prefix", "/x")], String::new());
    assert!(stranger.await.text().await.unwrap().contains("action=\"/ledger/login\""));
    // A stream passes through without delay.
    let mut stream = site.get("/ledger/v1/stream?from=0").await;
    let first = stream.chunk().await.unwrap().unwrap();
    assert!(first.starts_with(b": entries as they are recorded"), "{first:?}");
}

/// The server ignores what a browser claims about its user.
const CLAIMS: [(&str, &str); 2] = [("x-forwarded-user", "admin"), ("x-identity-secret", SECRET)];

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_proxy_that_ends_tls_signs_nobody_in() {
    // Also where another proxy has the secret.
    for arguments in [&[][..], &["--identity-secret", "identity-secret"]] {
        let Some(mut site) = Site::start(BLOCKS[2], arguments) else { return };
        let answer = site.send(Method::GET, "/api/user/info", &CLAIMS, String::new()).await;
        assert_eq!(answer.status(), 401, "{arguments:?}");
        assert_eq!(site.sign_in("/login", "/").await, "/");
        let known = site.send(Method::GET, "/api/user/info", &CLAIMS, String::new()).await;
        let known: Value = known.json().await.unwrap();
        assert_eq!(
            (&known["user_id"], &known["signed_in_by"]),
            (&json!("vijay"), &json!("session"))
        );
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_proxy_that_signs_people_in_says_who_they_are() {
    let Some(site) = Site::start(BLOCKS[3], &["--identity-secret", "identity-secret"]) else {
        return;
    };
    assert_eq!(site.get("/api/user/info").await.status(), 401, "nginx asks for a password");
    let url = format!("http://{}/api/user/info", site.address);
    let ask = async |claims: &[(&str, &str)]| {
        let mut request = site.http.get(&url).basic_auth("vijay", Some(PASSWORD));
        for (name, value) in claims {
            request = request.header(*name, *value);
        }
        request.send().await.unwrap()
    };
    let begin = Instant::now();
    while ask(&[]).await.status() != 200 {
        assert!(begin.elapsed() < PATIENCE, "the server never knows vijay");
    }
    for claims in [&[][..], &CLAIMS] {
        let known: Value = ask(claims).await.json().await.unwrap();
        assert_eq!((&known["user_id"], &known["signed_in_by"]), (&json!("vijay"), &json!("proxy")));
        assert_eq!(known["role"], "operator");
    }
}

/// Each path that is gone according to docs/legacy.md, and its documented answer.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_gone_answers_as_documented() {
    let directory = tempfile::tempdir().unwrap();
    let server = process::start(process::jobs_http(directory.path()));
    let page = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/legacy.md");
    let text = std::fs::read_to_string(page).unwrap();
    let (_, gone) = text.split_once("## What is gone").unwrap();
    let rows = gone.split("\n## ").next().unwrap().lines().filter(|line| line.starts_with("| `"));
    let mut asked = 0;
    for row in rows {
        let cells: Vec<&str> = row.split('|').collect();
        let Some(code) = ["404", "405"]
            .into_iter()
            .find(|code| cells[2].trim_start().starts_with(&format!("`{code}`")))
        else {
            continue;
        };
        for request in cells[1].split('`').filter(|it| it.contains(" /")) {
            let (method, path) = request.split_once(' ').unwrap();
            let path =
                path.replace("{job_id}", "01a221dc-003c-7105-8493-ad1084e94033").replace('…', "x");
            let request = process::client(|it| it.redirect(redirect::Policy::none()));
            let request = request.request(method.parse().unwrap(), format!("{}{path}", server.url));
            let answer = request.bearer_auth(process::TOKEN).send().await.unwrap();
            assert_eq!(answer.status().as_str(), code, "{row}");
            let body: Value = answer.json().await.unwrap();
            assert_eq!(body["error"].is_string(), path.starts_with("/api/"), "{row}: {body}");
            asked += 1;
        }
    }
    assert_eq!(asked, 9, "every row is read");
}
