//! What every page keeps to: its own server, its policy, and a budget.

use serde_json::{Value, json};

use crate::dashboard::page::Page;
use crate::dashboard::scenes::scenes;
use crate::dashboard::site::Site;
use crate::dashboard::weight::Weight;

/// Counts breaches of the policy, from before the first script of each page on.
const WATCH: &str = "
    window.breaches = [];
    document.addEventListener('securitypolicyviolation', (event) =>
        window.breaches.push(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`));";

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn no_page_complains_or_breaks_its_policy_or_asks_another_host() {
    let site = Site::start();
    let scenes = scenes(&site).await;
    let Some(page) = Page::new(&site).await else { return };
    let watch = json!({"source": WATCH});
    page.browser().cdp("Page.addScriptToEvaluateOnNewDocument", watch).await;
    let mut wrong = Vec::new();
    let mut check = async |name: String| {
        let breaches: Vec<String> = page.look("return window.breaches").await;
        let requests = page.requests().await;
        assert!(requests.len() > 3, "{name}: {requests:?}");
        let ours = [format!("{}/", site.url()), "data:".to_owned(), "blob:".to_owned()];
        let elsewhere = requests
            .into_iter()
            .filter(|url| !ours.iter().any(|ours| url.starts_with(ours)))
            .map(|url| format!("a request to {url}"));
        let weight = Weight::of(&page).await;
        let heavy = (!weight.is_light()).then(|| format!("{weight:?}"));
        let all = breaches.into_iter().chain(elsewhere).chain(page.complaints().await);
        wrong.extend(all.chain(heavy).map(|it| format!("{name}: {it}")));
    };
    page.requests().await;
    page.go("/").await;
    page.find("#public-facts", "").await;
    check("signed out".to_owned()).await;
    page.sign_in("anita").await;
    // That page is not ours, and has no icon.
    page.complaints().await;
    for scene in scenes {
        scene.show(&page).await;
        check(scene.name()).await;
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The check above would see it.
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
    let complaints = page.complaints().await.join("\n");
    for directive in ["img-src", "style-src", "connect-src", "TrustedHTML"] {
        assert!(complaints.contains(directive), "{directive}: {complaints}");
    }
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
