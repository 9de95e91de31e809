//! A Set Action from the form to its outcome.

use std::fmt::Write as _;

use serde_json::{Value, json};

use crate::dashboard::page::Page;
use crate::dashboard::site::{PASSWORD, Site};
use crate::support::process::PATIENCE;

/// As many as the largest Set Action that the old dashboard sent.
const MANY: usize = 27_682;

/// Fills in what is not about customers.
async fn fill_in(page: &Page, path: &str, customers: &str) {
    page.choose("#action", "", "PE-Enable").await;
    page.retype("#path", "", path).await;
    if !customers.is_empty() {
        page.fill("#customers", "", customers).await;
    }
}

/// Opens the last look before it is sent.
async fn review(page: &Page) {
    page.click("button", "Review and send").await;
    page.sees_in("dialog", "No job of the last").await;
}

/// The only job, as the list has it.
async fn only_job(site: &Site) -> Value {
    let jobs = site.caller().jobs().await;
    assert_eq!(jobs.len(), 1, "{jobs:?}");
    jobs[0].clone()
}

async fn called(site: &Site, count: usize) {
    tokio::time::timeout(PATIENCE, site.upstream.sim.called(count)).await.unwrap();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_file_of_27_682_customers_is_sent_once_and_its_outcome_arrives() {
    let site = Site::start();
    let Some(page) = Page::of(&site, "vijay", "/set-action").await else { return };
    let mut csv = "\u{feff}Name;Customer;Place\r\n".to_owned();
    for n in 0..MANY {
        write!(csv, "\"Name; {n}\";C-{n};\"Pune, \"\"{n}\"\"\"\r\n").unwrap();
    }
    csv.push_str("again;C-0;Pune\r\n");
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("customers.csv");
    std::fs::write(&file, csv).unwrap();

    fill_in(&page, "tms/v1/x", "").await;
    page.fill("#token", "", "upstream-token").await;
    page.choose_file(&file).await;
    page.sees("customers.csv").await;
    // What separates the columns is seen; which one has the customers is chosen.
    let columns = "return all('select', 'Column with the customers')[0]?.options.length > 3";
    page.until(columns).await;
    page.choose("select", "Column with the customers", "Customer").await;
    page.sees_in(".set-action-end", "27,682 customers").await;
    page.sees_in(".kinds", "Duplicates 1").await;

    review(&page).await;
    page.sees_in("dialog h2", "Run PE-Enable for 27,682 customers?").await;
    page.sees_in("dialog", &format!("{}/tms/v1/x", site.upstream.url)).await;
    page.sees_in("dialog", "1 repeated, blank or removed line is left out.").await;
    page.fill("dialog input", "Find in the list", "C-27681").await;
    page.sees_in("dialog", "1 found").await;
    page.click("#send", "").await;
    page.sees_in("h1", "PE-Enable, 27,682 customers").await;
    page.sees_in(".job-head", "Success").await;

    let job = only_job(&site).await;
    assert_eq!((&job["user_id"], &job["customer_count"]), (&json!("vijay"), &json!(MANY)));
    let [call] = &site.upstream.sim.calls()[..] else { panic!("one call") };
    assert_eq!(call.authorization.as_deref(), Some("Bearer upstream-token"));
    let sent: Value = serde_json::from_str(&call.body).unwrap();
    let sent = sent["cids"].as_array().unwrap();
    assert_eq!((sent.len(), &sent[0], &sent[MANY - 1]), (MANY, &json!("C-0"), &json!("C-27681")));
    // The token is nowhere any more.
    let kept: String = page.look("return JSON.stringify([localStorage, sessionStorage])").await;
    assert!(!kept.contains("upstream-token"), "{kept}");
    page.browser().back().await;
    page.find("#token", "").await;
    assert_eq!(page.look::<String>("return all('#token')[0].value").await, "");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_wrong_with_customers_is_marked_counted_and_put_right() {
    let site = Site::start();
    let Some(page) = Page::of(&site, "vijay", "/set-action").await else { return };
    let text = "5001\n5002\n\n5001\n 5003\nbad\u{200b}one\n5004";
    page.choose("#action", "", "PE-Enable").await;
    // What cannot be seen cannot be typed either: it is pasted.
    let paste = "
        const clipboardData = new DataTransfer();
        clipboardData.setData('text', input);
        const area = all('#customers')[0];
        area.focus();
        const event = new ClipboardEvent('paste', {clipboardData, bubbles: true, cancelable: true});
        return area.dispatchEvent(event) && document.execCommand('insertText', false, input)";
    assert!(page.look_with::<bool>(paste, &json!(text)).await);
    for (kind, count) in
        [("All", 7), ("Duplicates", 1), ("Blank", 1), ("Spaces at an end", 1), ("Invalid", 1)]
    {
        page.sees_in(".kinds", &format!("{kind} {count}")).await;
    }
    page.sees("Some customers are marked. Put them right or remove them.").await;
    assert!(page.look::<bool>("return all('button', 'Review and send')[0].disabled").await);
    page.click(".kinds button", "Duplicates").await;
    page.sees_in("[role=listitem]", "same as line 1").await;
    page.click(".kinds button", "Invalid").await;
    page.sees_in("[role=listitem]", "has U+200B, which cannot be seen").await;
    page.click("button", "Trim the spaces of 1").await;
    page.sees("Spaces at the ends were trimmed.").await;
    // They are read again, and then it moves.
    page.click("#remove-marked", "Remove the 3 that are marked").await;
    page.sees_in(".set-action-end", "4 customers").await;
    review(&page).await;
    page.sees_in("dialog h2", "Run PE-Enable for 4 customers?").await;
    page.click("#send", "").await;
    page.sees_in("h1", "PE-Enable, 4 customers").await;
    called(&site, 1).await;
    let sent: Value = serde_json::from_str(&site.upstream.sim.calls()[0].body).unwrap();
    assert_eq!(sent["cids"], json!(["5001", "5002", "5003", "5004"]));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_double_click_makes_one_job_and_one_call() {
    let site = Site::start();
    let Some(page) = Page::of(&site, "vijay", "/set-action").await else { return };
    fill_in(&page, "tms/v1/x", "5001").await;
    review(&page).await;
    let send = page.find("#send", "").await;
    page.browser().double_click(&send).await;
    page.sees_in("h1", "PE-Enable, 1 customer").await;
    page.sees_in(".job-head", "Success").await;
    only_job(&site).await;
    assert_eq!(site.upstream.sim.call_count(), 1);
    // Nor does the Back button bring back a form that sends it again.
    page.browser().back().await;
    page.sees_in("h1", "Set Action").await;
    assert_eq!(page.look::<usize>("return all('dialog').length").await, 0);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_reload_in_mid_call_shows_the_job_and_then_its_outcome() {
    let site = Site::start();
    let Some(page) = Page::of(&site, "vijay", "/set-action").await else { return };
    fill_in(&page, "held/tms/v1/x", "5001").await;
    review(&page).await;
    page.click("#send", "").await;
    page.sees_in("h1", "PE-Enable, 1 customer").await;
    called(&site, 1).await;
    let job = only_job(&site).await;
    let address = format!("/jobs/{}", job["job_id"].as_str().unwrap());
    assert_eq!(page.address().await, address);
    page.browser().reload().await;
    page.sees_in(".job-head", "In progress").await;
    page.sees_in("#took", "running for").await;
    // The form shows what was sent from this tab.
    page.go("/set-action").await;
    page.sees_in("#sent", "PE-Enable for one customer").await;
    page.sees_in("#sent", "In progress").await;
    page.click("#sent a", "Open the job").await;
    page.sees_in(".job-head", "In progress").await;

    site.upstream.sim.release();
    page.sees_in(".job-head", "Success").await;
    page.sees_in("#took", "took").await;
    assert_eq!(page.address().await, address);
    only_job(&site).await;
    assert_eq!(site.upstream.sim.call_count(), 1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_overlap_is_told_before_the_click_and_records_nothing() {
    let site = Site::with(&["--on-overlap", "refuse", "--overlap-window-seconds", "3600"]);
    let before = site.set_action("/tms/v1/x", &["5001", "5002", "5003"]).await;
    let size = site.size().await;
    let Some(page) = Page::of(&site, "anita", "/set-action").await else { return };
    fill_in(&page, "tms/v1/x", "5002,5003,5004").await;
    page.click("button", "Review and send").await;
    page.sees_in("dialog #overlaps", "Another job has just done the same to some of them").await;
    page.sees_in("dialog #overlaps", "2 customers in common").await;
    page.sees_in("dialog #overlaps", "The server refuses to send this now.").await;
    assert!(page.look::<bool>("return all('#send')[0].disabled").await);
    let link: String = page.look("return all('#overlaps a')[0].pathname").await;
    assert_eq!(link, format!("/jobs/{before}"));
    assert_eq!(site.size().await, size);
    assert_eq!(site.upstream.sim.call_count(), 1);
    // Others are not concerned, and a job that was only recorded stops nobody.
    site.job("PE-Enable", &["5004"], json!({})).await;
    page.click("dialog button", "Cancel").await;
    page.retype("#customers", "", "5004").await;
    page.click("button", "Review and send").await;
    page.sees_in("dialog #overlaps", "one customer in common").await;
    page.click("#send", "").await;
    page.sees_in("h1", "PE-Enable, 1 customer").await;
    page.sees_in(".job-head", "Success").await;
}

/// A session that has expired asks for the password, and then sends what was typed, once.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_session_that_expires_over_the_form_loses_nothing() {
    let site = Site::start();
    let Some(page) = Page::of(&site, "vijay", "/set-action").await else { return };
    fill_in(&page, "tms/v1/x", "5001\n5002").await;
    page.fill("#token", "", "upstream-token").await;
    review(&page).await;
    // Browsers drop a cookie that has expired.
    page.browser().cdp("Network.clearBrowserCookies", json!({})).await;
    page.click("#send", "").await;
    page.sees_in("dialog", "Sign in again as vijay").await;
    assert_eq!(site.upstream.sim.call_count(), 0);
    page.fill("dialog input[name=password]", "", PASSWORD).await;
    page.click("dialog button", "Sign in").await;
    page.sees_in("h1", "PE-Enable, 2 customers").await;
    page.sees_in(".job-head", "Success").await;
    only_job(&site).await;
    let [call] = &site.upstream.sim.calls()[..] else { panic!("one call") };
    assert_eq!(call.authorization.as_deref(), Some("Bearer upstream-token"));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn who_looks_elsewhere_finds_the_form_as_it_was_but_for_the_token() {
    let site = Site::start();
    let Some(page) = Page::of(&site, "vijay", "/set-action").await else { return };
    fill_in(&page, "tms/v1/x", "5001\n5002").await;
    page.fill("#token", "", "upstream-token").await;
    page.click("nav a", "Overview").await;
    page.find("#overview, main h1", "Overview").await;
    page.click("nav a", "Set Action").await;
    page.until("return all('#customers')[0]?.value === '5001\\n5002'").await;
    page.until("return all('#path')[0].value === 'tms/v1/x' && all('#token')[0].value === ''")
        .await;
    page.click("#clear-form", "").await;
    page.click("dialog button", "Clear the form").await;
    page.until("return all('#customers')[0]?.value === ''").await;
    page.until("return document.activeElement.matches('main h1')").await;
    // What was sent is not sent again.
    fill_in(&page, "tms/v1/x", "5001").await;
    review(&page).await;
    page.click("#send", "").await;
    page.sees_in("h1", "PE-Enable, 1 customer").await;
    page.click("nav a", "Set Action").await;
    page.until("return all('#customers')[0]?.value === ''").await;
    only_job(&site).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_auditor_is_told_that_they_run_no_actions() {
    let site = Site::start();
    let Some(page) = Page::of(&site, "asha", "/").await else { return };
    page.find("nav a", "Overview").await;
    assert_eq!(page.look::<usize>("return all('nav a', 'Set Action').length").await, 0);
    page.go("/set-action").await;
    page.sees("Auditors see every job, and run none").await;
}
