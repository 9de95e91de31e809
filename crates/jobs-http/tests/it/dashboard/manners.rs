//! What every page keeps to: its own server, its policy, and a budget.

use serde_json::{Value, json};

use crate::dashboard::page::Page;
use crate::dashboard::scenes::scenes;
use crate::dashboard::site::Site;

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
        let all = breaches.into_iter().chain(elsewhere).chain(page.complaints().await);
        wrong.extend(all.map(|it| format!("{name}: {it}")));
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

/// Bytes as they are sent, requests, and nodes of the document.
#[derive(serde::Deserialize, Debug)]
struct Weight {
    bytes: u64,
    requests: u64,
    nodes: u64,
}

/// What a page has loaded by now. A stream is a request that has not ended.
const WEIGH: &str = "
    const all_of = [...performance.getEntriesByType('navigation'),
        ...performance.getEntriesByType('resource')];
    return {
        bytes: all_of.reduce((sum, it) => sum + it.encodedBodySize, 0),
        requests: all_of.length,
        nodes: document.querySelectorAll('*').length,
    }";

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
    let weight: Weight = page.look(WEIGH).await;
    let files = "return performance.getEntriesByType('resource')
        .filter((it) => it.name.includes('/assets/'))
        .reduce((sum, it) => sum + it.encodedBodySize, 0)";
    let files: u64 = page.look(files).await;
    // All of the page, whichever part of it is looked at.
    assert!((50_000..100_000).contains(&files), "{files} bytes of files");
    assert!(weight.bytes < 200_000, "{weight:?}");
    assert!(requests.len() <= 12, "{requests:#?}");
    assert!(weight.requests <= 12, "{weight:?}");
    assert!((100..1500).contains(&weight.nodes), "{weight:?}");
    // Scrolling does not make it heavier.
    for _ in 0..20 {
        page.look::<bool>("scrollBy(0, 4000); return true").await;
        page.until(
            "return all('tr[data-index] a').some((it) => {
            const {top} = it.getBoundingClientRect(); return top >= 0 && top < innerHeight; })
            || scrollY + innerHeight >= document.documentElement.scrollHeight - 200",
        )
        .await;
    }
    let weight: Weight = page.look(WEIGH).await;
    assert!(weight.nodes < 2000, "{weight:?}");
    // The second visit loads none of the files again.
    page.go("/overview").await;
    page.find("#by-user", "").await;
    let again = "return performance.getEntriesByType('resource')
        .filter((it) => it.name.includes('/assets/') && it.transferSize > 0).map((it) => it.name)";
    assert_eq!(page.look::<Value>(again).await, json!([]));
}

/// A job of the largest size that is usual is as light as one of five customers.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_job_of_many_customers_is_as_light_as_one_of_few() {
    let site = Site::start();
    let cids: Vec<String> = (0..27_682).map(|n| format!("C-{n}")).collect();
    let cids: Vec<&str> = cids.iter().map(String::as_str).collect();
    let few = site.job("T-Enable", &cids[..5], json!({})).await;
    let many = site.job("T-Enable", &cids, json!({})).await;
    let Some(page) = Page::new(&site).await else { return };
    page.sign_in("asha").await;
    let mut weights = Vec::new();
    for (job, count) in [(few, "5"), (many, "27,682")] {
        page.go(&format!("/jobs/{job}")).await;
        page.sees_in(".outcomes", &format!("{count} customers shown")).await;
        page.find("#proof-status", "").await;
        weights.push(page.look::<Weight>(WEIGH).await);
    }
    assert!(weights[1].nodes < weights[0].nodes + 600, "{weights:?}");
    assert!(weights[1].bytes < weights[0].bytes + 40_000, "{weights:?}");
    page.fill("#outcome-search", "", "C-27681").await;
    page.sees_in(".outcomes", "1 customer shown").await;
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
