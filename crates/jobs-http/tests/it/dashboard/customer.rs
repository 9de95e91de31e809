//! The page of a customer: all that was ever done to them.

use serde_json::json;

use crate::dashboard::page::Page;
use crate::dashboard::site::Site;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_customer_has_their_own_outcome_of_each_job() {
    let site = Site::start();
    let job = site.job("T-Enable", &["5001", "a/b c"], json!({})).await;
    let outcomes = [json!({"cid": "a/b c", "status": "FAILED", "message": "is locked"})];
    site.report(&job, json!({"status": "FAILED", "outcomes": outcomes})).await;
    let done = site.job("T-Disable", &["a/b c"], json!({"user_id": "asha"})).await;
    site.report(&done, json!({"status": "SUCCESS"})).await;
    site.job("PE-Enable", &["5001"], json!({})).await;
    let Some(page) = Page::of(&site, "anita", "/").await else { return };
    page.fill("#search", "", "a/b c").await;
    page.click("[role=option]", "Customer a/b c").await;
    page.sees_in("h1", "Customer a/b c").await;
    page.sees_in("main [role=status]", "2 jobs").await;
    let rows = "return all('.customer-jobs tbody tr').map((row) => plain(row.innerText))";
    let rows: Vec<String> = page.look(rows).await;
    for (row, parts) in [
        (0, ["T-Disable", "Success", "as the job", "asha"]),
        (1, ["T-Enable", "Failed", "is locked", "vijay"]),
    ] {
        assert!(parts.iter().all(|part| rows[row].contains(part)), "{rows:#?}");
    }
    page.browser().reload().await;
    page.click(".customer-jobs a", "T-Enable").await;
    page.until_with("return location.pathname.endsWith(input)", &json!(job)).await;
    // And back from the outcome of the job.
    page.click(".outcomes a", "a/b c").await;
    page.sees_in("h1", "Customer a/b c").await;
    page.click("main a", "Run an action").await;
    page.sees_in(".set-action-end", "1 customer").await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_done_to_a_customer_meanwhile_is_announced() {
    let site = Site::start();
    let first = site.job("T-Enable", &["5001"], json!({})).await;
    let Some(page) = Page::of(&site, "asha", "/customers/5001").await else { return };
    page.sees_in(".customer-jobs tbody", "In progress").await;
    site.report(&first, json!({"status": "FAILED"})).await;
    page.sees_in(".customer-jobs tbody", "Failed").await;
    site.job("T-Disable", &["5001"], json!({})).await;
    page.sees_in("#fresh", "1 new").await;
    assert!(!page.text(".customer-jobs tbody").await.contains("T-Disable"));
    page.click("#fresh", "").await;
    page.sees_in(".customer-jobs tbody", "T-Disable").await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_customer_whom_nothing_was_done_to_is_said_to_be_none() {
    let site = Site::start();
    site.job("T-Enable", &["5001"], json!({"user_id": "asha"})).await;
    let Some(page) = Page::of(&site, "vijay", "/customers/5001").await else { return };
    page.sees("Nothing was ever done to this customer").await;
    page.sees("operators see their own jobs only").await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_customer_is_looked_up_and_all_their_jobs_are_listed() {
    let site = Site::start();
    site.job("T-Enable", &["5001"], json!({})).await;
    site.job("T-Disable", &["5002"], json!({})).await;
    let Some(page) = Page::of(&site, "anita", "/").await else { return };
    page.click("nav a", "Customers").await;
    page.fill(".look-up input", "", "5001").await;
    page.click(".look-up button", "Show").await;
    page.sees_in("main [role=status]", "1 job in all").await;
    page.click("main a", "All jobs of this customer as a list").await;
    page.until("return location.pathname + location.search === '/jobs?cid=5001'").await;
    page.sees_in("table.jobs", "T-Enable").await;
}
