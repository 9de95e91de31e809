//! The page on a phone: 360 pixels wide.

use serde_json::{Value, json};

use crate::dashboard::page::Page;
use crate::dashboard::scenes::scenes;
use crate::dashboard::site::Site;

/// What makes the page, or what is open above it, wider than the window, if anything does: elements
/// that end beyond it, in no container that scrolls by itself.
const TOO_WIDE: &str = "
    const width = document.documentElement.clientWidth;
    const above = all('dialog[open], .panel, .menu').filter((it) => {
        const {left, right} = it.getBoundingClientRect();
        return left < 0 || right > width || it.scrollWidth > it.clientWidth;
    });
    if (above.length) return above.map((it) =>
        `${it.scrollWidth} > ${it.clientWidth}: ${it.outerHTML.slice(0, 160)}`);
    if (document.documentElement.scrollWidth <= width) return [];
    const scrolls = (it) => it !== document.documentElement && it !== document.body
        && ['auto', 'scroll', 'hidden', 'clip'].includes(getComputedStyle(it).overflowX);
    const isInside = (it) => it && (scrolls(it) || isInside(it.parentElement));
    const wide = [...document.body.querySelectorAll('*')].filter((it) =>
        it.getBoundingClientRect().right > width + 0.5 && !isInside(it.parentElement));
    return [`${document.documentElement.scrollWidth} > ${width}`,
        ...wide.slice(0, 5).map((it) => it.outerHTML.slice(0, 160))]";

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn no_page_scrolls_sideways_at_360_pixels() {
    let site = Site::start();
    let scenes = scenes(&site).await;
    let Some(page) = Page::new(&site).await else { return };
    page.resize(360, 740).await;
    let mut wrong = Vec::new();
    page.go("/").await;
    page.find("#public-facts", "").await;
    wrong.extend(page.look::<Vec<String>>(TOO_WIDE).await);
    page.sign_in("anita").await;
    for scene in &scenes {
        page.go(&scene.path).await;
        page.find("#proof-status", "").await;
        page.until_with("return document.querySelector(input)", &json!(scene.there)).await;
        if let Some((button, shown)) = scene.opened {
            // Here, filters are folded away.
            if page.look_with::<bool>("return all(input).length === 0", &json!(button)).await {
                page.click(".filters-switch", "Filters").await;
            }
            page.click(button, "").await;
            page.find(shown, "").await;
        }
        let found: Vec<String> = page.look(TOO_WIDE).await;
        wrong.extend(found.iter().map(|it| format!("{}: {it}", scene.name())));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    // Every entry of the navigation is seen without scrolling it.
    let seen = "return all('nav a').map((it) => it.getBoundingClientRect())
        .filter(({left, right}) => left >= 0 && right <= 360).length";
    assert_eq!(page.look::<usize>(seen).await, 6);
}

/// Everything that the wide list shows and offers is there.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_list_is_used_on_a_phone() {
    let site = Site::start();
    let job = site.job("T-Enable", &["5001", "5002"], json!({})).await;
    let Some(page) = Page::new(&site).await else { return };
    page.resize(360, 740).await;
    page.sign_in("vijay").await;
    page.go("/").await;
    page.find("tr[data-index='0'] a", "T-Enable").await;
    for part in ["vijay", "T-Enable", "2 customers", "In progress"] {
        page.sees_in("tr[data-index='0']", part).await;
    }
    page.click(".filters-switch", "Filters").await;
    page.click(".filters-list button", "Action").await;
    page.click(".panel label", "T-Enable").await;
    page.until("return location.search === '?action_name=T-Enable'").await;
    // What opens is within the window.
    let panel: Value = page
        .look("const {left, right} = all('.panel')[0].getBoundingClientRect(); return left >= 0 && right <= 360")
        .await;
    assert_eq!(panel, json!(true));
    page.press('\u{e00c}').await;
    page.click("tr[data-index='0'] a", "T-Enable").await;
    page.until_with("return location.pathname.endsWith(input)", &json!(job)).await;
    page.sees_in("h1", "T-Enable, 2 customers").await;
}

/// People whom movement makes ill see none.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nothing_moves_for_those_who_do_not_want_it() {
    let site = Site::start();
    site.job("T-Enable", &["5001"], json!({})).await;
    let Some(page) = Page::new(&site).await else { return };
    page.prefers("prefers-reduced-motion", "reduce").await;
    page.sign_in("vijay").await;
    page.go("/").await;
    page.find("tr[data-index='0'] a", "T-Enable").await;
    page.press("?").await;
    page.find("dialog", "").await;
    let moving = "
        const long = (text) => text.split(',').some((it) => Number.parseFloat(it) > 0.01);
        return [...document.querySelectorAll('*')].filter((it) => {
            const style = getComputedStyle(it);
            const isAnimated = style.animationName !== 'none' && long(style.animationDuration);
            return isAnimated || long(style.transitionDuration) || style.scrollBehavior === 'smooth';
        }).map((it) => it.outerHTML.slice(0, 120))";
    let moving: Vec<String> = page.look(moving).await;
    assert!(moving.is_empty(), "{moving:#?}");
}
