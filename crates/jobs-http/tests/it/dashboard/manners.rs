//! What every page keeps to: its own server, its policy, and a budget.

use serde_json::{Value, json};

use crate::dashboard::page::Page;
use crate::dashboard::site::Site;
use crate::dashboard::weight::Weight;

/// Counts breaches of the policy, from before the first script of each page on.
const WATCH: &str = "
    window.breaches = [];
    document.addEventListener('securitypolicyviolation', (event) =>
        window.breaches.push(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`));";

/// Watches the pages that a window loads from now on.
pub(crate) async fn watch(page: &Page) {
    let script = json!({"source": WATCH});
    page.browser().cdp("Page.addScriptToEvaluateOnNewDocument", script).await;
    forget(page).await;
}

/// What was done before the next page does not concern it.
pub(crate) async fn forget(page: &Page) {
    page.requests().await;
    page.complaints().await;
}

/// What the page that is shown should not have done: a breach of its policy, a request to another
/// host, a complaint of the browser, more than its budget.
pub(crate) async fn misdeeds(page: &Page) -> Vec<String> {
    let breaches: Vec<String> = page.look("return window.breaches").await;
    let requests = page.requests().await;
    assert!(requests.len() > 3, "{requests:?}");
    let ours = [format!("{}/", page.base), "data:".to_owned(), "blob:".to_owned()];
    let elsewhere = requests
        .into_iter()
        .filter(|url| !ours.iter().any(|ours| url.starts_with(ours)))
        .map(|url| format!("a request to {url}"));
    let weight = Weight::of(page).await;
    let heavy = (!weight.is_light()).then(|| format!("{weight:?}"));
    let complaints = page.complaints().await;
    breaches.into_iter().chain(elsewhere).chain(complaints).chain(heavy).collect()
}

/// `misdeeds` would see it.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_policy_stops_what_is_not_ours() {
    let site = Site::start();
    let Some(page) = Page::of(&site, "vijay", "/help").await else { return };
    page.find("main h2", "").await;
    page.look::<bool>(&format!("{WATCH} return true")).await;
    page.complaints().await;
    let script = "
        const add = (tag, members) =>
            document.body.append(Object.assign(document.createElement(tag), members));
        add('img', {src: 'http://127.0.0.2:9/x.png'});
        add('style', {textContent: 'h1 { color: red }'});
        try { document.body.innerHTML = '<b>x</b>'; } catch {}
        try { await fetch('http://127.0.0.2:9/'); } catch {}
        return true";
    page.look::<bool>(script).await;
    page.until("return window.breaches.length >= 4").await;
    page.look::<bool>("console.error('it complains'); return true").await;
    let found = misdeeds(&page).await.join("\n");
    for part in ["img-src", "style-src", "connect-src", "TrustedHTML", "it complains"] {
        assert!(found.contains(part), "{part}: {found}");
    }
    // To another host than this, that is.
    page.go("/help").await;
    page.look::<bool>("window.breaches = []; return true").await;
    let page = page.through("http://127.0.0.2:9".to_owned());
    let found = misdeeds(&page).await.join("\n");
    assert!(found.contains(&format!("a request to {}/help", site.url())), "{found}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_page_and_the_first_rows_are_light() {
    let site = Site::start();
    site.jobs("T-Enable", 1000).await;
    let Some(page) = Page::new(&site).await else { return };
    page.sign_in("asha").await;
    page.browser().cdp("Network.clearBrowserCache", json!({})).await;
    page.requests().await;
    page.go("/").await;
    page.find("tr[data-index='5'] a", "").await;
    let requests = page.requests().await;
    let weight = Weight::of(&page).await;
    assert!(weight.is_light(), "{weight:?}");
    let files = "return performance.getEntriesByType('resource')
        .filter((it) => it.name.includes('/assets/'))
        .reduce((sum, it) => sum + it.encodedBodySize, 0)";
    let files: u64 = page.look(files).await;
    // All of the page, whichever part of it is looked at.
    assert!((50_000..100_000).contains(&files), "{files} bytes of files");
    assert!(requests.len() <= 12, "{requests:#?}");
    assert!(weight.requests <= 12, "{weight:?}");
    assert!((100..1500).contains(&weight.nodes), "{weight:?}");
    // The second visit loads none of the files again.
    page.go("/overview").await;
    page.find("#by-user", "").await;
    let again = "return performance.getEntriesByType('resource')
        .filter((it) => it.name.includes('/assets/') && it.transferSize > 0).map((it) => it.name)";
    assert_eq!(page.look::<Value>(again).await, json!([]));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn themes_are_chosen_and_kept() {
    let site = Site::start();
    let Some(page) = Page::of(&site, "vijay", "/").await else { return };
    page.prefers("prefers-color-scheme", "light").await;
    let background = "return getComputedStyle(document.documentElement).backgroundColor";
    page.find("#theme", "Theme: system").await;
    let light: String = page.look(background).await;
    page.prefers("prefers-color-scheme", "dark").await;
    let dark: String = page.look(background).await;
    assert_ne!(light, dark);
    page.click("#theme", "Theme: system").await;
    page.click("#theme", "Theme: light").await;
    page.find("#theme", "Theme: dark").await;
    page.prefers("prefers-color-scheme", "light").await;
    assert_eq!(page.look::<String>(background).await, dark);
    page.browser().reload().await;
    page.find("#theme", "Theme: dark").await;
    assert_eq!(page.look::<String>(background).await, dark);
}
