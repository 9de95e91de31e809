//! The page over plain HTTP from another machine: browsers give such pages no clipboard, no
//! `crypto.subtle` and no random UUIDs.

use serde_json::json;

use crate::dashboard::page::Page;
use crate::dashboard::site::Site;
use crate::support::browser::ENTER;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn over_plain_http_it_proves_copies_and_sends_as_well() {
    let site = Site::with(&["--allowed-host", "jobs.test"]);
    let job = site.job("T-Enable", &["5001"], json!({})).await;
    let Some(page) = Page::new(&site).await else { return };
    let page = page.through(site.url().replace("127.0.0.1", "jobs.test"));
    page.go("/").await;
    let lacks = "return !isSecureContext && !crypto.subtle && !navigator.clipboard";
    assert!(page.look::<bool>(lacks).await, "this test needs a host that is not this machine");
    page.fill("input[name=username]", "", "anita").await;
    page.fill("input[name=password]", "", crate::dashboard::site::PASSWORD).await;
    page.click("form.sign-in button", "Sign in").await;
    page.click("tr[data-index='0'] .copy-id", "").await;
    page.sees("Copied").await;
    page.click("#search", "").await;
    page.browser().paste().await;
    page.until_with("return all('#search')[0].value === input", &json!(job)).await;
    page.find("[role=option]", &job).await;
    page.press(ENTER).await;
    page.sees_in(".timeline", "entry #0, proved").await;
    page.go("/set-action").await;
    page.choose("#action", "", "PE-Enable").await;
    page.retype("#path", "", "tms/v1/x").await;
    page.fill("#customers", "", "5001").await;
    page.click("button", "Review and send").await;
    page.click("#send", "Send").await;
    page.sees_in(".job-head", "Success").await;
    page.sees_in(".timeline", "entry #2, proved").await;
    assert_eq!(page.text(".banner").await, "");
}
