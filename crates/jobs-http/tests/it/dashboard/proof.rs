//! What the page proves by itself, and what it shows when somebody has changed the ledger.

use serde_json::{Value, json};

use crate::dashboard::page::Page;
use crate::dashboard::site::Site;

/// As good as a visit on another day: nothing is answered by a cache.
async fn visit(page: &Page, path: &str) {
    page.browser().cdp("Network.clearBrowserCache", json!({})).await;
    page.go(path).await;
}

/// A job of two customers with an answer, and a note.
async fn noted_job(site: &Site) -> String {
    let job = site.job("T-Enable", &["5001", "5002"], json!({"batch_id": "b"})).await;
    let outcomes = [json!({"cid": "5002", "status": "FAILED", "message": "is locked"})];
    let report = json!({"status": "FAILED", "error_message": "one failed", "outcomes": outcomes});
    site.report(&job, report).await;
    let note = json!({"text": "seen"});
    assert_eq!(site.caller().post(&format!("/v1/jobs/{job}/notes"), &note).await.status(), 201);
    job
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_entry_of_a_job_and_its_lists_are_proved() {
    let site = Site::start();
    site.jobs("T-Enable", 5).await;
    let job = noted_job(&site).await;
    let Some(page) = Page::of(&site, "vijay", &format!("/jobs/{job}")).await else { return };
    page.sees_in(".proof-line", "3 entries proved, of 8 in the ledger").await;
    for index in 5..8 {
        page.sees_in(".timeline", &format!("entry #{index}, proved")).await;
    }
    page.sees_in(".outcomes", "list of 2 customers, proved").await;
    assert_eq!(page.text(".not-proved").await, "");
    assert_eq!(page.text(".banner").await, "");
    page.click(".proof-line", "").await;
    page.sees_in("h1", "What “proved” means").await;
}

/// A person who can write to the database can change what the page is sent, and not what is proved.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_changed_database_is_shown_as_changed() {
    for (change, shown) in [
        ("UPDATE term SET value = 'anita' WHERE value = 'vijay'", "NOT PROVED"),
        ("UPDATE entry SET error_message = 'all failed' WHERE idx = 6", "NOT PROVED"),
        ("UPDATE entry SET recorded_at = recorded_at - 60000000 WHERE idx = 6", "NOT PROVED"),
        ("UPDATE term SET value = '5009' WHERE value = '5002'", "NOT PROVED"),
    ] {
        let mut site = Site::start();
        site.jobs("T-Enable", 5).await;
        let job = noted_job(&site).await;
        let after = site.job("T-Enable", &["1"], json!({})).await;
        let Some(page) = Page::of(&site, "asha", &format!("/jobs/{job}")).await else { return };
        page.sees_in(".proof-line", "3 entries proved").await;
        site.stop();
        site.tamper(change);
        site.start_again();
        visit(&page, &format!("/jobs/{job}")).await;
        page.sees_in("main", shown).await;
        let banner = "#banner-job-proof[role=alert]";
        page.sees_in(banner, "This job is not shown as it was recorded").await;
        page.click("#banner-job-proof button", "Download what was received").await;
        let file: Value = serde_json::from_str(&page.downloaded(".json").await).unwrap();
        assert_eq!(file["overview"]["job"]["job_id"], json!(job), "{change}");
        assert!(!file["finding"].as_str().unwrap().is_empty(), "{change}");
        // The alarm is about this job, and goes with it.
        visit(&page, &format!("/jobs/{after}")).await;
        page.find(".proof-line", "").await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_ledger_is_compared_with_the_last_visit() {
    let site = Site::start();
    site.jobs("T-Enable", 3).await;
    let Some(page) = Page::of(&site, "vijay", "/").await else { return };
    page.sees_in("#proof-status", "From now on this browser remembers the ledger (3 entries)")
        .await;
    site.jobs("T-Enable", 1201).await;
    visit(&page, "/").await;
    let grown = "Nothing has been removed or changed since your last visit (3 → 1,204 entries)";
    page.sees_in("#proof-status", grown).await;
    visit(&page, "/help").await;
    let same = "Nothing has been removed or changed since your last visit (1,204 entries)";
    page.sees_in("#proof-status", same).await;
    assert_eq!(page.text(".banner").await, "");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_older_copy_in_its_place_is_an_alarm() {
    let mut site = Site::start();
    site.jobs("T-Enable", 3).await;
    site.stop();
    site.copy_data("data", "older");
    site.start_again();
    site.jobs("T-Enable", 2).await;
    let Some(page) = Page::of(&site, "vijay", "/").await else { return };
    page.sees_in("#proof-status", "remembers the ledger (5 entries)").await;

    // The server notices an older database beside a newer anchor; a person who copies both is
    // noticed by the browser.
    site.stop();
    site.copy_data("data/anchor", "anchor");
    site.copy_data("older", "data");
    site.copy_data("anchor", "data/anchor");
    let refused = site.try_start_again().unwrap_err();
    assert!(refused.contains("once had 5 entries and now has 3"), "{refused}");
    site.copy_data("older", "data");
    site.start_again();
    visit(&page, "/").await;
    let banner = "#banner-proof[role=alert]";
    page.sees_in(banner, "Entries have been removed: the ledger had 5, and has 3").await;
    page.sees_in("#proof-status", "ALARM").await;
    page.click("#banner-proof button", "Download what was received").await;
    let file: Value = serde_json::from_str(&page.downloaded("ledger-alarm.json").await).unwrap();
    assert_eq!(file["finding"], "shrunk");
    assert_eq!(file["kept_by_this_browser"]["size"], 5);
    assert_eq!(file["shown_by_the_server"]["size"], 3);
    // It is still there on every page, and after a reload.
    page.click("nav a", "Overview").await;
    page.sees_in(banner, "Entries have been removed").await;
    visit(&page, "/account").await;
    page.sees_in(banner, "Entries have been removed").await;
    // Whoever is not signed in is told as well, before the password is typed.
    page.browser().cdp("Network.clearBrowserCookies", json!({})).await;
    page.look::<bool>("localStorage.removeItem('jobs::alarm'); return true").await;
    visit(&page, "/").await;
    page.find("form.sign-in", "").await;
    page.sees_in(banner, "Entries have been removed: the ledger had 5, and has 3").await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_ledger_that_grew_again_from_an_older_copy_is_an_alarm() {
    let mut site = Site::start();
    site.jobs("T-Enable", 3).await;
    site.stop();
    site.copy_data("data", "older");
    site.start_again();
    site.jobs("T-Enable", 2).await;
    let Some(page) = Page::of(&site, "vijay", "/").await else { return };
    page.sees_in("#proof-status", "remembers the ledger (5 entries)").await;
    site.stop();
    site.copy_data("older", "data");
    site.start_again();
    // More than there were, so that nothing seems to be missing.
    site.jobs("T-Disable", 6).await;
    visit(&page, "/").await;
    let banner = "#banner-proof[role=alert]";
    page.sees_in(banner, "Entries have been changed or removed since your last visit").await;
    page.sees_in(banner, "The 5 entries that were signed then").await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_changed_key_is_an_alarm_until_it_is_accepted() {
    let mut site = Site::start();
    site.jobs("T-Enable", 3).await;
    let Some(page) = Page::of(&site, "vijay", "/").await else { return };
    page.sees_in("#proof-status", "remembers the ledger (3 entries)").await;
    site.stop();
    // Another ledger, with a key of its own, in the place of this one.
    let mut other = Site::start();
    other.jobs("T-Enable", 4).await;
    other.stop();
    site.take_the_ledger_of(&other);
    site.start_again();
    visit(&page, "/").await;
    let banner = "#banner-proof[role=alert]";
    page.sees_in(banner, "The key of this ledger has changed").await;
    page.click("#banner-proof button", "Accept the new state").await;
    page.sees_in("dialog", "Forget what this browser remembers?").await;
    page.click("dialog button", "Cancel").await;
    visit(&page, "/").await;
    page.sees_in(banner, "The key of this ledger has changed").await;
    page.click("#banner-proof button", "Accept the new state").await;
    page.click("dialog button.danger", "Accept the new state").await;
    page.until("return !all('#banner-proof').length").await;
    visit(&page, "/").await;
    page.sees_in("#proof-status", "since your last visit (4 entries)").await;
}

/// A key from elsewhere counts for more than what the server says of itself.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_pinned_key_that_is_another_is_an_alarm() {
    let site = Site::start();
    let job = noted_job(&site).await;
    let Some(page) = Page::of(&site, "asha", "/help/proof").await else { return };
    let key: String = page.look("return (await (await fetch('/log/key')).text()).trim()").await;
    page.fill("#pin-key input", "", "no key").await;
    page.click("#pin-key button", "").await;
    page.find("#pin-key [id$=-error]", "").await;
    page.retype("#pin-key input", "", &key).await;
    page.click("#pin-key button", "").await;
    page.sees_in("#pin-key", &key).await;
    visit(&page, &format!("/jobs/{job}")).await;
    page.sees_in(".proof-line", "3 entries proved").await;
    // The key of another ledger, which is as good in itself.
    let other = Site::start();
    let another = other.caller().http.get(format!("{}/log/key", other.url()));
    let another = another.send().await.unwrap().text().await.unwrap();
    visit(&page, "/help/proof").await;
    page.retype("#pin-key input", "", another.trim()).await;
    page.click("#pin-key button", "").await;
    page.find(".banner", "").await;
    visit(&page, &format!("/jobs/{job}")).await;
    page.find(".banner", "").await;
    page.sees_in(".timeline", "NOT PROVED").await;
}
