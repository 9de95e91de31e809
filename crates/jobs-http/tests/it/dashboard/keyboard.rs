//! The page without a mouse.

use serde_json::{Value, json};

use crate::dashboard::page::Page;
use crate::dashboard::site::{PASSWORD, Site};
use crate::support::browser::{ENTER, ESCAPE, TAB};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_list_is_walked_and_opened_by_keys() {
    let site = Site::start();
    site.jobs("T-Enable", 100).await;
    let Some(page) = Page::of(&site, "vijay", "/").await else { return };
    page.find("tr[data-index='5'] a", "").await;
    let focused = "return document.activeElement.closest('tr')?.dataset.index === input";
    for (key, row) in [("j", "0"), ("j", "1"), ("j", "2"), ("k", "1")] {
        page.press(key).await;
        page.until_with(focused, &json!(row)).await;
    }
    // Rows that are not drawn yet are reached as well, and are in sight then.
    for row in 2..40 {
        page.press("j").await;
        page.until_with(focused, &json!(row.to_string())).await;
    }
    let in_sight = "const {top, bottom} = document.activeElement.getBoundingClientRect();
        return top >= 0 && bottom <= innerHeight";
    page.until(in_sight).await;
    let address = page.until("return document.activeElement.pathname").await;
    page.press(ENTER).await;
    page.until_with("return location.pathname === input", &address).await;
    // A screen reader begins to read the new page at its heading.
    page.until("return document.activeElement.tagName === 'H1'").await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_search_box_and_the_help_are_a_key_away() {
    let site = Site::start();
    site.jobs("T-Enable", 2).await;
    let Some(page) = Page::of(&site, "vijay", "/").await else { return };
    page.find("tr[data-index='1'] a", "").await;
    page.press("/").await;
    page.until("return document.activeElement.id === 'search'").await;
    // In a field, keys are letters.
    page.press("j?").await;
    page.until("return document.activeElement.value === 'j?'").await;
    page.press(ESCAPE).await;
    page.press(ESCAPE).await;
    page.until("return document.activeElement === document.body").await;
    page.press("?").await;
    page.sees_in("dialog[open]", "To the next job").await;
    page.press("j").await;
    page.press(ESCAPE).await;
    page.until("return !all('dialog[open]').length").await;
    assert_eq!(page.address().await, "/");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_person_signs_in_and_sends_a_set_action_by_keys_alone() {
    let site = Site::start();
    let Some(page) = Page::new(&site).await else { return };
    page.go("/set-action").await;
    page.find("input[name=username]", "").await;
    let named = "return document.activeElement.name === input";
    tab_until(&page, named, "username").await;
    page.press("vijay").await;
    tab_until(&page, named, "password").await;
    page.press(format!("{PASSWORD}{ENTER}")).await;
    page.find("#action", "").await;
    let on = "return document.activeElement.id === input";
    tab_until(&page, on, "action").await;
    page.press("P").await;
    page.until("return document.activeElement.value.startsWith('P')").await;
    tab_until(&page, on, "path").await;
    page.press("tms/v1/x").await;
    tab_until(&page, on, "customers").await;
    page.press(format!("5001{ENTER}5002")).await;
    page.sees_in(".set-action-end", "2 customers").await;
    tab_until(&page, "return nameOf(document.activeElement) === input", "Review and send").await;
    page.press(ENTER).await;
    page.sees_in("dialog", "No job of the last").await;
    // The focus is in the dialog, and cannot leave it for what is below.
    page.until("return document.activeElement.closest('dialog')").await;
    tab_until(&page, on, "send").await;
    page.press(ENTER).await;
    page.sees_in("h1", "2 customers").await;
    page.sees_in(".job-head", "Success").await;
}

/// Presses Tab until a condition on the focus holds.
async fn tab_until(page: &Page, condition: &str, input: &str) {
    for _ in 0..60 {
        page.press(TAB).await;
        if page.look_with::<bool>(&format!("{condition} || false"), &json!(input)).await {
            return;
        }
    }
    panic!("{input} is not reached");
}

/// What can be clicked or typed into, and has to be reached by Tab. Of radio buttons that belong
/// together, one is.
const REACHABLE: &str = "
    const kinds = 'a[href], button, input, select, textarea, summary, [tabindex]';
    const groups = new Set();
    window.reachable = all(kinds).filter((it) => {
        if (it.disabled || it.tabIndex < 0) return false;
        if (it.type !== 'radio') return true;
        const isFirst = !groups.has(it.name);
        groups.add(it.name);
        return isFirst;
    });
    window.reached = new Set();
    window.unseen = [];
    document.addEventListener('focusin', ({target}) => {
        window.reached.add(target);
        if (target.type === 'radio') for (const it of all(`[name='${target.name}']`)) {
            window.reached.add(it);
        }
        const looks = (it) => {
            const {outlineStyle, outlineWidth, boxShadow} = getComputedStyle(it);
            return outlineStyle !== 'none' && outlineWidth !== '0px' || boxShadow !== 'none';
        };
        const places = [target, target.closest('label'), target.nextElementSibling].filter(Boolean);
        if (target.tabIndex >= 0 && !places.some(looks)) window.unseen.push(target.outerHTML.slice(0, 120));
    });
    return window.reachable.length";

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn everything_is_reached_by_tab_and_is_seen_to_be() {
    let site = Site::start();
    let job = site.set_action("/tms/v1/x", &["5001", "unknown-1"]).await;
    let other = site.job("T-Enable", &["5001"], json!({})).await;
    let Some(page) = Page::of(&site, "anita", "/").await else { return };
    for (path, there) in [
        ("/".to_owned(), "tr[data-index='1'] a"),
        (format!("/jobs/{job}"), ".outcomes tr[data-row] a"),
        (format!("/jobs/{job}/compare/{other}"), ".rows a"),
        ("/customers/5001".to_owned(), "main a"),
        ("/set-action".to_owned(), "#action"),
        ("/overview".to_owned(), "main summary"),
        ("/account".to_owned(), "main h2"),
        ("/admin".to_owned(), "main h2"),
        ("/help".to_owned(), "main a"),
        ("/help/proof".to_owned(), "main h2"),
    ] {
        page.go(&path).await;
        page.find(there, "").await;
        page.find("#proof-status a", "").await;
        let count: usize = page.look(REACHABLE).await;
        assert!(count > 8, "{path}");
        page.press(TAB.to_string().repeat(count + 4)).await;
        let missing =
            "return window.reachable.filter((it) => it.isConnected && !window.reached.has(it))
            .map((it) => it.outerHTML.slice(0, 120))";
        let missing: Vec<String> = page.look(missing).await;
        assert!(missing.is_empty(), "{path}: {missing:#?}");
        let unseen: Value = page.look("return window.unseen").await;
        assert_eq!(unseen, json!([]), "{path}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_first_tab_offers_to_skip_what_every_page_begins_with() {
    let site = Site::start();
    let Some(page) = Page::of(&site, "vijay", "/help").await else { return };
    page.find("main a", "").await;
    page.press(TAB).await;
    page.until("return nameOf(document.activeElement) === 'Skip to the content'").await;
    page.press(ENTER).await;
    page.press(TAB).await;
    page.until("return document.activeElement.closest('main')").await;
}
