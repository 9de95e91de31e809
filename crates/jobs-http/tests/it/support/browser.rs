//! A real Chromium for tests of what a browser does with our answers, driven through chromedriver
//! in the few words of [WebDriver](https://www.w3.org/TR/webdriver2/) that they need. (`thirtyfour`
//! knows all of them, but breaks the compilation of `String + &String` in every test; `fantoccini`
//! adds 20 packages.)

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{SocketAddr, TcpStream};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use reqwest::{Client, RequestBuilder};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::support::process::{self, PATIENCE};

/// How long one script may take.
const SCRIPT_MAX: Duration = PATIENCE.saturating_mul(5);

/// No sandbox, which root cannot have and a container does not need; no background activity; no
/// HTTP/3. `jobs.test` is this machine under a name that browsers do not trust as such.
const FLAGS: [&str; 12] = [
    "--headless",
    "--window-size=1280,800",
    "--lang=en-US",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-quic",
    "--no-first-run",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP jobs.test 127.0.0.1",
];

/// The name under which WebDriver has the reference to an element.
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

/// Keys that are no characters, as WebDriver calls them.
pub(crate) const ENTER: char = '\u{e007}';
pub(crate) const TAB: char = '\u{e004}';
const CONTROL: char = '\u{e009}';
pub(crate) const ESCAPE: char = '\u{e00c}';

/// A browser with a separate profile. It ends when it goes out of scope, even if a test fails: the
/// session, and with it Chromium, then chromedriver, then the profile.
pub(crate) struct Browser {
    http: Client,
    session: Session,
    profile: TempDir,
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
        let downloads = profile.path().join("downloads");
        std::fs::create_dir(&downloads).unwrap();
        let wanted = json!({"alwaysMatch": {
            "goog:chromeOptions": {
                "args": flags,
                "prefs": {"download.default_directory": downloads},
                // Only what is asked for: every fetch would be a line.
                "perfLoggingPrefs": {"enableNetwork": true, "enablePage": false},
            },
            "goog:loggingPrefs": {"browser": "ALL", "performance": "ALL"},
        }});
        let http = client();
        let url = format!("http://{}/session", chromedriver.address);
        let session = command(&http, &url, json!({"capabilities": wanted})).await;
        let id = session["sessionId"].as_str().unwrap().to_owned();
        let mut browser = Self { http, session: Session { id, chromedriver }, profile };
        browser.command("timeouts", json!({"script": SCRIPT_MAX.as_millis()})).await;
        // Its first window still loads the page of a new tab, whose requests would be logged.
        browser.renew().await;
        Some(browser)
    }

    fn url(&self, path: &str) -> String {
        let Session { id, chromedriver } = &self.session;
        format!("http://{}/session/{id}/{path}", chromedriver.address)
    }

    async fn command(&self, path: &str, arguments: Value) -> Value {
        command(&self.http, &self.url(path), arguments).await
    }

    async fn read(&self, path: &str) -> Value {
        value(&self.url(path), self.http.get(self.url(path))).await.unwrap()
    }

    /// As good as new, for a test: one empty window, and no cookies, stored data, downloads and
    /// logs.
    pub(crate) async fn renew(&mut self) {
        // The connections of the client belong to the runtime of the test before.
        self.http = client();
        // What is emulated, and the storage of a session, end with their window.
        let old = self.read("window/handles").await;
        let new = self.command("window/new", json!({"type": "tab"})).await;
        for handle in old.as_array().unwrap() {
            self.command("window", json!({"handle": handle})).await;
            value(&self.url("window"), self.http.delete(self.url("window"))).await.unwrap();
        }
        self.command("window", json!({"handle": new["handle"]})).await;
        self.cdp("Network.clearBrowserCookies", json!({})).await;
        self.cdp("Network.clearBrowserCache", json!({})).await;
        let all = json!({"origin": "*", "storageTypes": "all"});
        self.cdp("Storage.clearDataForOrigin", all).await;
        for file in self.downloads() {
            std::fs::remove_file(file).unwrap();
        }
        self.log("browser").await;
        self.log("performance").await;
    }

    /// A command of the Chrome DevTools Protocol.
    pub(crate) async fn cdp(&self, name: &str, parameters: Value) -> Value {
        self.command("goog/cdp/execute", json!({"cmd": name, "params": parameters})).await
    }

    /// What was logged since this was last asked for: `browser` is the console, `performance` the
    /// events of the network.
    pub(crate) async fn log(&self, kind: &str) -> Vec<Value> {
        let Value::Array(entries) = self.command("se/log", json!({"type": kind})).await else {
            panic!("a log is a list")
        };
        entries
    }

    /// The value of a cookie of the page.
    pub(crate) async fn cookie(&self, name: &str) -> String {
        let cookie = self.read(&format!("cookie/{name}")).await;
        cookie["value"].as_str().unwrap().to_owned()
    }

    /// The files that were downloaded, whole or not.
    pub(crate) fn downloads(&self) -> Vec<PathBuf> {
        let files = std::fs::read_dir(self.profile.path().join("downloads")).unwrap();
        files.map(|file| file.unwrap().path()).collect()
    }

    /// Goes to a page, and waits until it is loaded.
    pub(crate) async fn go_to(&self, url: &str) {
        self.command("url", json!({"url": url})).await;
    }

    /// Loads the page again, and waits until it is loaded.
    pub(crate) async fn reload(&self) {
        self.command("refresh", json!({})).await;
    }

    /// Goes back in the history.
    pub(crate) async fn back(&self) {
        self.command("back", json!({})).await;
    }

    /// Acts on the one element that a CSS selector finds.
    async fn element(&self, selector: &str, what: &str, arguments: Value) {
        let sought = json!({"using": "css selector", "value": selector});
        let found = self.command("element", sought).await;
        self.act(&found, what, arguments).await.unwrap();
    }

    /// Acts on an element that a script has returned, or says why that is not possible.
    pub(crate) async fn act(
        &self,
        element: &Value,
        what: &str,
        arguments: Value,
    ) -> Result<Value, Value> {
        let id = element[ELEMENT].as_str().unwrap_or_else(|| panic!("no element: {element}"));
        let url = self.url(&format!("element/{id}/{what}"));
        value(&url, self.http.post(&url).json(&arguments)).await
    }

    /// Pastes what was copied, wherever the focus is.
    pub(crate) async fn paste(&self) {
        self.strokes([("keyDown", CONTROL), ("keyDown", 'v'), ("keyUp", 'v'), ("keyUp", CONTROL)])
            .await;
    }

    /// Presses and releases each key, wherever the focus is.
    pub(crate) async fn press(&self, keys: &str) {
        self.strokes(keys.chars().flat_map(|key| [("keyDown", key), ("keyUp", key)])).await;
    }

    async fn strokes(&self, strokes: impl IntoIterator<Item = (&str, char)>) {
        let strokes =
            strokes.into_iter().map(|(what, key)| json!({"type": what, "value": key.to_string()}));
        let keyboard =
            json!({"type": "key", "id": "keyboard", "actions": strokes.collect::<Value>()});
        self.command("actions", json!({"actions": [keyboard]})).await;
    }

    /// Clicks an element twice, as fast as a hand that slips.
    pub(crate) async fn double_click(&self, element: &Value) {
        let button = |what: &str| json!({"type": what, "button": 0});
        let to = json!({"type": "pointerMove", "duration": 0, "origin": element, "x": 0, "y": 0});
        let [down, up] = ["pointerDown", "pointerUp"].map(button);
        let moves = json!({"type": "pointer", "id": "mouse", "actions": [to, down, up, down, up]});
        self.command("actions", json!({"actions": [moves]})).await;
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
        let returned = self.try_run(body, input).await.unwrap();
        let shown = returned.to_string();
        serde_json::from_value(returned).unwrap_or_else(|error| panic!("{error}: {shown}"))
    }

    /// The same, or why there is no result: the page was left meanwhile, say.
    pub(crate) async fn try_run(&self, body: &str, input: &Value) -> Result<Value, Value> {
        let script = format!(
            "const [input, done] = arguments;
             (async () => {{ {body} }})().then(done, error => done({{thrown: String(error)}}));"
        );
        let url = self.url("execute/async");
        value(&url, self.http.post(&url).json(&json!({"script": script, "args": [input]}))).await
    }

    /// Signs in with the form of the server at `base`.
    pub(crate) async fn sign_in(&self, base: &str, user: &str, password: &str) {
        self.go_to(&format!("{base}/login")).await;
        self.fill("[name=username]", user).await;
        self.fill("[name=password]", password).await;
        self.click("button").await;
        let known = "return (await (await fetch('/api/user/info')).json()).user_id";
        // A request of the form's page, which is left meanwhile, fails.
        let begin = Instant::now();
        loop {
            let found = self.try_run(known, &Value::Null).await;
            if found == Ok(json!(user)) {
                return;
            }
            assert!(begin.elapsed() < PATIENCE, "{found:?}");
        }
    }
}

fn client() -> Client {
    process::client(|builder| builder.timeout(SCRIPT_MAX))
}

async fn command(http: &Client, url: &str, arguments: Value) -> Value {
    value(url, http.post(url).json(&arguments)).await.unwrap()
}

/// What chromedriver answers: a value, or an error.
async fn value(url: &str, request: RequestBuilder) -> Result<Value, Value> {
    let answer = request.send().await.unwrap();
    let status = answer.status();
    let mut answer = answer.json::<Value>().await.unwrap();
    let value = answer["value"].take();
    // Where in chromedriver it was is of no use.
    if status.is_success() {
        Ok(value)
    } else {
        Err(json!([url, value["error"], value["message"]]))
    }
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
    /// `None` if it is not installed. It listens on one port for IPv4 and IPv6; if the one that it
    /// was given is taken for the other, it ends, and the next gets another port.
    fn start() -> Option<Self> {
        for _ in 0..10 {
            let mut command = Command::new("chromedriver");
            command.arg("--port=0").stdin(Stdio::null()).stderr(Stdio::null());
            let mut child = command.stdout(Stdio::piped()).spawn().ok()?;
            let port = Self::port(&mut child);
            // From here on, its end is seen to.
            let started =
                Self { child, address: SocketAddr::from(([127, 0, 0, 1], port.unwrap_or(0))) };
            if port.is_some() {
                return Some(started);
            }
        }
        panic!("chromedriver says no port")
    }

    /// The port that it says, unless it ends before.
    fn port(child: &mut Child) -> Option<u16> {
        let mut lines = BufReader::new(child.stdout.take()?).lines().map_while(Result::ok);
        let port = lines.find_map(|line| {
            let (_, port) = line.split_once("started successfully on port ")?;
            port.trim_end_matches('.').parse().ok()
        });
        // It may continue to write.
        std::thread::spawn(move || lines.for_each(drop));
        port
    }
}

impl Drop for Chromedriver {
    fn drop(&mut self) {
        let _gone = self.child.kill();
        let _reaped = self.child.wait();
    }
}
