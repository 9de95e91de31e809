//! A real Chromium for tests of what a browser does with our answers, driven through chromedriver
//! in the few words of [WebDriver](https://www.w3.org/TR/webdriver2/) that they need. (`thirtyfour`
//! knows all of them, but breaks the compilation of `String + &String` in every test; `fantoccini`
//! adds 20 packages.)

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{SocketAddr, TcpStream};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use reqwest::Client;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::support::process::{self, PATIENCE};

/// How long one script may take.
const SCRIPT_MAX: Duration = PATIENCE.saturating_mul(5);

/// No sandbox, which root cannot have and a container does not need; no background activity; no
/// HTTP/3.
const FLAGS: [&str; 9] = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-quic",
    "--no-first-run",
    "--disable-component-update",
    "--disable-sync",
];

/// The name under which WebDriver has the reference to an element.
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

/// A browser with a separate profile. It ends when it goes out of scope, even if a test fails: the
/// session, and with it Chromium, then chromedriver, then the profile.
pub(crate) struct Browser {
    http: Client,
    session: Session,
    _profile: TempDir,
}

impl Browser {
    /// Starts Chromium; `None`, and a line that says so, if it is not installed. Only a developer's
    /// machine may lack it.
    pub(crate) async fn start() -> Option<Self> {
        let Some(chromedriver) = Chromedriver::start() else {
            assert!(std::env::var_os("CI").is_none(), "CI must have chromium and chromedriver");
            println!(
                "SKIPPED: chromedriver is not installed; install chromium and chromium-driver"
            );
            return None;
        };
        let profile = tempfile::tempdir().unwrap();
        let profile_flag = format!("--user-data-dir={}", profile.path().display());
        let flags: Vec<&str> = FLAGS.into_iter().chain([&*profile_flag]).collect();
        let wanted = json!({"alwaysMatch": {"goog:chromeOptions": {"args": flags}}});
        let http = process::client(|builder| builder.timeout(SCRIPT_MAX));
        let url = format!("http://{}/session", chromedriver.address);
        let session = command(&http, &url, json!({"capabilities": wanted})).await;
        let id = session["sessionId"].as_str().unwrap().to_owned();
        let browser = Self { http, session: Session { id, chromedriver }, _profile: profile };
        browser.command("timeouts", json!({"script": SCRIPT_MAX.as_millis()})).await;
        Some(browser)
    }

    async fn command(&self, path: &str, arguments: Value) -> Value {
        let Session { id, chromedriver } = &self.session;
        let url = format!("http://{}/session/{id}/{path}", chromedriver.address);
        command(&self.http, &url, arguments).await
    }

    /// Goes to a page, and waits until it is loaded.
    pub(crate) async fn go_to(&self, url: &str) {
        self.command("url", json!({"url": url})).await;
    }

    /// Acts on the one element that a CSS selector finds.
    async fn element(&self, selector: &str, what: &str, arguments: Value) {
        let sought = json!({"using": "css selector", "value": selector});
        let found = self.command("element", sought).await;
        let path = format!("element/{}/{what}", found[ELEMENT].as_str().unwrap());
        self.command(&path, arguments).await;
    }

    /// Types into an input.
    pub(crate) async fn fill(&self, selector: &str, text: &str) {
        self.element(selector, "value", json!({"text": text})).await;
    }

    /// Clicks, and waits until the resulting page, if there is one, is loaded.
    pub(crate) async fn click(&self, selector: &str) {
        self.element(selector, "click", json!({})).await;
    }

    /// Runs the body of an async function with `input` in the page, and returns its result.
    pub(crate) async fn run<T: DeserializeOwned>(&self, body: &str, input: &Value) -> T {
        let script = format!(
            "const [input, done] = arguments;
             (async () => {{ {body} }})().then(done, error => done({{thrown: String(error)}}));"
        );
        let returned =
            self.command("execute/async", json!({"script": script, "args": [input]})).await;
        let shown = returned.to_string();
        serde_json::from_value(returned).unwrap_or_else(|error| panic!("{error}: {shown}"))
    }

    /// Signs in with the form of the server at `base`.
    pub(crate) async fn sign_in(&self, base: &str, user: &str, password: &str) {
        self.go_to(&format!("{base}/login")).await;
        self.fill("[name=username]", user).await;
        self.fill("[name=password]", password).await;
        self.click("button").await;
        let known = "return (await (await fetch('/api/user/info')).json()).user_id";
        let known: Option<String> = self.run(known, &Value::Null).await;
        assert_eq!(known.as_deref(), Some(user));
    }
}

async fn command(http: &Client, url: &str, arguments: Value) -> Value {
    let answer = http.post(url).json(&arguments).send().await.unwrap();
    let status = answer.status();
    let mut answer = answer.json::<Value>().await.unwrap();
    assert!(status.is_success(), "{url}: {answer}");
    answer["value"].take()
}

/// The session, which is chromedriver's handle of a browser.
struct Session {
    id: String,
    chromedriver: Chromedriver,
}

impl Drop for Session {
    fn drop(&mut self) {
        // A destructor that panics would hide why the test failed.
        let _ended = self.end();
    }
}

impl Session {
    /// Has chromedriver end Chromium, and waits for it.
    fn end(&self) -> std::io::Result<()> {
        let mut stream = TcpStream::connect(self.chromedriver.address)?;
        stream.set_read_timeout(Some(PATIENCE))?;
        write!(stream, "DELETE /session/{} HTTP/1.1\r\nhost: localhost\r\n\r\n", self.id)?;
        stream.read(&mut [0]).map(drop)
    }
}

/// chromedriver, which is killed when it goes out of scope.
struct Chromedriver {
    child: Child,
    address: SocketAddr,
}

impl Chromedriver {
    fn start() -> Option<Self> {
        let mut command = Command::new("chromedriver");
        command.arg("--port=0").stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null());
        let mut child = command.spawn().ok()?;
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let port = lines.find_map(|line| {
            let line = line.unwrap();
            let (_, port) = line.split_once("started successfully on port ")?;
            port.trim_end_matches('.').parse().ok()
        });
        // It may continue to write.
        std::thread::spawn(move || lines.for_each(drop));
        let port: u16 = port.expect("chromedriver says its port");
        Some(Self { child, address: SocketAddr::from(([127, 0, 0, 1], port)) })
    }
}

impl Drop for Chromedriver {
    fn drop(&mut self) {
        let _gone = self.child.kill();
        let _reaped = self.child.wait();
    }
}
