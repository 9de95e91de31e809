//! A window of the browser, in the hands of a user: what they see, find by its text, and do.

use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::time::Instant;

use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use tokio::sync::{Semaphore, SemaphorePermit};

use crate::dashboard::site::{PASSWORD, Site};
use crate::support::browser::Browser;
use crate::support::process::PATIENCE;

/// What scripts may use: `all(css, text)` are the elements that are shown and have the text in
/// their name, those with no other text first; `textOf(css)` is the text that is shown in them.
const LIBRARY: &str = r"
const plain = (text) => (text ?? '').replace(/\s+/g, ' ').trim();
const isShown = (element) => element.checkVisibility({visibilityProperty: true});
const nameOf = (element) => plain(
    element.getAttribute('aria-label') ?? element.labels?.[0]?.innerText ?? element.innerText
);
const all = (css, text = '') => {
    const dialog = [...document.querySelectorAll('dialog[open]')].at(-1);
    const found = [...document.querySelectorAll(css)].filter((element) =>
        (dialog?.contains(element) ?? true) && isShown(element) && nameOf(element).includes(text));
    return found.sort((a, b) => (nameOf(b) === text) - (nameOf(a) === text));
};
const textOf = (css) => plain(
    [...document.querySelectorAll(css)].filter(isShown).map((it) => it.innerText).join(' ')
);
";

/// Browsers that no test uses now, and how many use one. They end with the last test, since what
/// is static is never dropped.
static IDLE: Mutex<(Vec<Browser>, usize)> = Mutex::new((Vec::new(), 0));

/// More browsers at once, each of several processes, only make all of them wait for the processor.
static BROWSERS: Semaphore = Semaphore::const_new(2);

/// A browser that is as good as new, for one test.
struct Lease {
    browser: Option<Browser>,
    _permit: SemaphorePermit<'static>,
}

impl Lease {
    async fn take() -> Option<Self> {
        IDLE.lock().unwrap().1 += 1;
        let permit = BROWSERS.acquire().await.unwrap();
        let browser = IDLE.lock().unwrap().0.pop();
        // Its destructor counts it.
        let mut lease = Self { browser, _permit: permit };
        match &mut lease.browser {
            Some(browser) => browser.renew().await,
            None => lease.browser = Some(Browser::start().await?),
        }
        Some(lease)
    }
}

impl Drop for Lease {
    fn drop(&mut self) {
        let mut idle = IDLE.lock().unwrap();
        idle.1 -= 1;
        // One with which a test failed may be in any state.
        if !std::thread::panicking() {
            idle.0.extend(self.browser.take());
        }
        let ended = if idle.1 == 0 { std::mem::take(&mut idle.0) } else { Vec::new() };
        drop(idle);
        drop(ended);
    }
}

/// A window that shows a server.
pub(crate) struct Page {
    browser: Lease,
    /// The address of the server, without a slash at the end.
    pub(crate) base: String,
}

impl Page {
    /// Nobody is signed in. `None` if there is no browser.
    pub(crate) async fn new(site: &Site) -> Option<Self> {
        Some(Self { browser: Lease::take().await?, base: site.url().to_owned() })
    }

    /// Signed in as `user`, at `path`.
    pub(crate) async fn of(site: &Site, user: &str, path: &str) -> Option<Self> {
        let page = Self::new(site).await?;
        page.sign_in(user).await;
        page.go(path).await;
        Some(page)
    }

    /// The same window, which reaches the server at another address.
    pub(crate) fn through(self, base: String) -> Self {
        Self { base, ..self }
    }

    pub(crate) fn browser(&self) -> &Browser {
        self.browser.browser.as_ref().unwrap()
    }

    /// Begins a session, on a page without a script.
    pub(crate) async fn sign_in(&self, user: &str) {
        self.go("/livez").await;
        let script = "
            const body = JSON.stringify(input);
            const headers = {'content-type': 'application/json'};
            return (await fetch('/api/login', {method: 'POST', headers, body})).status;";
        let input = json!({"username": user, "password": PASSWORD});
        assert_eq!(self.browser().run::<u16>(script, &input).await, 200);
    }

    /// Loads the page at a path.
    pub(crate) async fn go(&self, path: &str) {
        self.browser().go_to(&format!("{}{path}", self.base)).await;
    }

    /// The address, without the host.
    pub(crate) async fn address(&self) -> String {
        self.look("return location.pathname + location.search").await
    }

    /// Runs a script as it is now.
    pub(crate) async fn look<T: DeserializeOwned>(&self, script: &str) -> T {
        self.look_with(script, &Value::Null).await
    }

    pub(crate) async fn look_with<T: DeserializeOwned>(&self, script: &str, input: &Value) -> T {
        self.browser().run(&format!("{LIBRARY}\n{script}"), input).await
    }

    /// Runs a script again and again until what it returns is true, and returns that.
    pub(crate) async fn until(&self, script: &str) -> Value {
        self.until_with(script, &Value::Null).await
    }

    pub(crate) async fn until_with(&self, script: &str, input: &Value) -> Value {
        let patience = PATIENCE.as_millis();
        let script = format!(
            "{LIBRARY}
             const look = async () => {{ {script} }};
             const end = performance.now() + {patience};
             while (performance.now() < end) {{
                 const value = await look();
                 if (value) return {{value}};
                 await new Promise((resume) => setTimeout(resume, 25));
             }}
             return {{shown: location.href + '\\n' + document.body.innerText}};"
        );
        loop {
            match self.browser().try_run(&script, input).await {
                Ok(mut answer) => {
                    let value = answer["value"].take();
                    let shown = answer["shown"].as_str().unwrap_or_default();
                    let thrown = &answer["thrown"];
                    assert!(!value.is_null(), "never: {input} {thrown}\n{shown}");
                    return value;
                }
                // The page was left meanwhile: the next one is asked.
                Err(error) if error.to_string().contains("unload") => {}
                Err(error) => panic!("{error}"),
            }
        }
    }

    /// Waits until a text is shown.
    pub(crate) async fn sees(&self, text: &str) {
        self.sees_in("body", text).await;
    }

    /// Waits until a text is shown in an element.
    pub(crate) async fn sees_in(&self, css: &str, text: &str) {
        let script = "return textOf(input[0]).includes(input[1])";
        self.until_with(script, &json!([css, text])).await;
    }

    /// The text that is shown in an element now.
    pub(crate) async fn text(&self, css: &str) -> String {
        self.look_with("return textOf(input)", &json!(css)).await
    }

    /// Waits for an element with a text, such as a button.
    pub(crate) async fn find(&self, css: &str, text: &str) -> Value {
        let script = "return all(...input).filter((it) => !it.disabled)[0]";
        self.until_with(script, &json!([css, text])).await
    }

    /// Clicks an element once it is there and nothing is above it.
    pub(crate) async fn click(&self, css: &str, text: &str) {
        self.act(css, text, "click", json!({})).await;
    }

    /// Types into the field with a label.
    pub(crate) async fn fill(&self, css: &str, label: &str, text: &str) {
        self.act(css, label, "value", json!({"text": text})).await;
    }

    /// Types into the field with a label, in place of what is there.
    pub(crate) async fn retype(&self, css: &str, label: &str, text: &str) {
        let script = "const it = all(...input)[0]; it?.focus(); it?.select(); return Boolean(it)";
        self.until_with(script, &json!([css, label])).await;
        self.press(text).await;
    }

    /// Chooses an option of a select by the beginning of its text, as people do by keys: what
    /// chromedriver does to an option is not what a browser does.
    pub(crate) async fn choose(&self, css: &str, label: &str, option: &str) {
        let script = "const it = all(...input)[0]; it?.focus(); return Boolean(it)";
        self.until_with(script, &json!([css, label])).await;
        self.press(option).await;
        let script = "
            const [it] = all(input[0], input[1]);
            return plain(it.selectedOptions[0].textContent).startsWith(input[2])";
        self.until_with(script, &json!([css, label, option])).await;
    }

    /// Chooses a file in an input that nobody sees.
    pub(crate) async fn choose_file(&self, file: &Path) {
        let input = self.until("return document.querySelector('input[type=file]')").await;
        self.browser().act(&input, "value", json!({"text": file})).await.unwrap();
    }

    async fn act(&self, css: &str, text: &str, what: &str, arguments: Value) {
        let begin = Instant::now();
        loop {
            let element = self.find(css, text).await;
            match self.browser().act(&element, what, arguments.clone()).await {
                Ok(_) => return,
                // It was drawn anew, or something passes over it.
                Err(error)
                    if ["stale element", "click intercepted", "not interactable"]
                        .iter()
                        .any(|passing| error.to_string().contains(passing)) =>
                {
                    assert!(begin.elapsed() < PATIENCE, "{css} {text}: still {error}");
                }
                Err(error) => panic!("{css} {text}: {error}"),
            }
        }
    }

    /// Presses keys, one after the other.
    pub(crate) async fn press(&self, keys: impl ToString) {
        self.browser().press(&keys.to_string()).await;
    }

    /// Waits until a file whose name ends so is downloaded, and reads it.
    pub(crate) async fn downloaded(&self, end: &str) -> String {
        let whole = |file: &PathBuf| {
            let name = file.file_name().unwrap().to_str().unwrap();
            name.ends_with(end)
        };
        let begin = Instant::now();
        loop {
            let files = self.browser().downloads();
            assert!(begin.elapsed() < PATIENCE, "no {end} among {files:?}");
            // The browser first makes an empty file of the name that it will give to the whole one.
            let bytes = |file: PathBuf| Some((std::fs::read(&file).ok()?, file));
            let found = files.into_iter().filter(whole).find_map(bytes);
            if let Some((bytes, file)) = found.filter(|(bytes, _)| !bytes.is_empty()) {
                std::fs::remove_file(&file).unwrap();
                return String::from_utf8_lossy(&bytes).into_owned();
            }
            // It asks the browser, which takes a moment.
            self.look::<bool>("return true").await;
        }
    }

    /// Emulates the width and the height of another window.
    pub(crate) async fn resize(&self, width: u32, height: u32) {
        let size = json!({
            "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false,
        });
        self.browser().cdp("Emulation.setDeviceMetricsOverride", size).await;
    }

    /// Emulates a preference of the user, such as `prefers-color-scheme`.
    pub(crate) async fn prefers(&self, name: &str, value: &str) {
        let features = json!({"features": [{"name": name, "value": value}]});
        self.browser().cdp("Emulation.setEmulatedMedia", features).await;
    }

    /// The address of each request since this was last asked for.
    pub(crate) async fn requests(&self) -> Vec<String> {
        let events = self.browser().log("performance").await;
        let events = events.iter().map(|event| {
            serde_json::from_str::<Value>(event["message"].as_str().unwrap()).unwrap()
        });
        let sent = events.filter(|it| it["message"]["method"] == "Network.requestWillBeSent");
        let address =
            |it: Value| it["message"]["params"]["request"]["url"].as_str().map(str::to_owned);
        sent.filter_map(address).collect()
    }

    /// What the browser complained about since this was last asked for: errors of scripts, answers
    /// that are errors, and breaches of the policy of the page.
    pub(crate) async fn complaints(&self) -> Vec<String> {
        let entries = self.browser().log("browser").await;
        let message = |entry: &Value| {
            let [level, text] = ["level", "message"].map(|name| entry[name].as_str().unwrap());
            format!("{level}: {text}")
        };
        entries.iter().map(message).collect()
    }
}
