//! The page of one job: what it says, and what is done from it.

use serde_json::{Value, json};

use crate::dashboard::page::Page;
use crate::dashboard::site::Site;
use crate::support::browser::ESCAPE;

/// A job that failed for two of four customers.
async fn partly_failed(site: &Site) -> String {
    let job = site.job("T-Enable", &["5001", "5002", "5003", "5004"], json!({})).await;
    let failed = |cid, message| json!({"cid": cid, "status": "FAILED", "message": message});
    let done = |cid| json!({"cid": cid, "status": "SUCCESS"});
    let outcomes =
        [done("5001"), failed("5002", "does not exist"), done("5003"), failed("5004", "is locked")];
    let report = json!({"status": "FAILED", "error_message": "2 of 4", "outcomes": outcomes});
    site.report(&job, report).await;
    job
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn outcomes_are_failed_first_filtered_searched_and_downloaded() {
    let site = Site::start();
    let job = partly_failed(&site).await;
    let Some(page) = Page::of(&site, "vijay", &format!("/jobs/{job}")).await else { return };
    page.sees_in(".outcomes", "4 customers shown").await;
    let cids = "return all('.outcomes tr[data-row] td:first-child').map(nameOf).join()";
    assert_eq!(page.look::<String>(cids).await, "5002,5004,5001,5003");
    page.fill("#outcome-search", "", "LOCKED").await;
    page.sees_in(".outcomes", "1 customer shown").await;
    page.browser().reload().await;
    page.sees_in(".outcomes", "1 customer shown").await;
    assert_eq!(page.look::<String>(cids).await, "5004");
    page.retype("#outcome-search", "", "\u{e003}").await;
    page.sees_in(".outcomes", "4 customers shown").await;

    page.click(".outcomes .choice-button", "Failed").await;
    page.sees_in(".outcomes", "2 customers shown").await;
    page.click(".outcomes button", "CSV").await;
    let csv = page.downloaded(".csv").await;
    for line in ["cid,status,message", "5002,FAILED,does not exist", "5004,FAILED,is locked"] {
        assert!(csv.contains(line), "{csv}");
    }
    assert_eq!(csv.trim_end().lines().count(), 3, "{csv}");
    page.click(".outcomes button", "Copy customers").await;
    page.sees("Copied 2 customers").await;
    page.click(".message-cell", "is locked").await;
    page.sees_in("dialog", "from entry #1").await;
}

/// The others failed with the whole job; these are why.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn those_whom_the_answer_names_come_first_and_can_be_had_alone() {
    let site = Site::start();
    let job = site.set_action("/tms/v1/x", &["5001", "5002", "unknown-1"]).await;
    let Some(page) = Page::of(&site, "anita", &format!("/jobs/{job}")).await else { return };
    page.sees_in(".outcomes", "3 customers shown").await;
    let cids = "return all('.outcomes tr[data-row] td:first-child').map(nameOf).join()";
    assert_eq!(page.look::<String>(cids).await, "unknown-1,5001,5002");
    page.click(".outcomes .choice-button", "Named in the answer").await;
    page.sees_in(".outcomes", "1 customer shown").await;
    page.browser().reload().await;
    page.sees_in(".outcomes", "1 customer shown").await;
    assert_eq!(page.look::<String>(cids).await, "unknown-1");
    page.click(".outcomes button", "CSV").await;
    let csv = page.downloaded(".csv").await;
    assert_eq!(csv.trim_end().lines().count(), 2, "{csv}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn who_tries_again_what_was_just_tried_again_is_told_before_the_click() {
    let site = Site::with(&["--overlap-window-seconds", "3600"]);
    let job = site.set_action("/tms/v1/x", &["5001", "unknown-1"]).await;
    let Some(page) = Page::of(&site, "anita", &format!("/jobs/{job}")).await else { return };
    page.click("#do-retry", "").await;
    // The job itself is none.
    page.sees_in("dialog #overlaps", "No job of the last").await;
    page.press(ESCAPE).await;
    let retry = site.caller().post(&format!("/v1/jobs/{job}/retry"), &json!({})).await;
    let retry: Value = retry.json().await.unwrap();
    page.click("#do-retry", "").await;
    page.sees_in("dialog #overlaps", "Another job has just done the same").await;
    let link: String = page.look("return all('#overlaps a')[0].pathname").await;
    assert_eq!(link, format!("/jobs/{}", retry["job"]["job_id"].as_str().unwrap()));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_note_that_was_not_added_yet_is_there_again() {
    let site = Site::start();
    let job = site.job("T-Enable", &["5001"], json!({})).await;
    let Some(page) = Page::of(&site, "vijay", &format!("/jobs/{job}")).await else { return };
    page.click("#do-note", "").await;
    page.fill("dialog textarea", "Note", "half a thought").await;
    page.press(ESCAPE).await;
    page.until("return all('dialog').length === 0").await;
    page.click("nav a", "Overview").await;
    page.find("#by-action", "").await;
    page.browser().back().await;
    page.click("#do-note", "").await;
    page.until("return all('dialog textarea')[0]?.value === 'half a thought'").await;
    page.click("dialog button", "Add the note").await;
    page.sees_in(".timeline", "half a thought").await;
    page.click("#do-note", "").await;
    page.until("return all('dialog textarea')[0]?.value === ''").await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_failed_are_tried_again_with_a_token_that_is_not_kept() {
    let site = Site::start();
    let job = site.set_action("/tms/v1/x", &["5001", "unknown-1"]).await;
    let Some(page) = Page::of(&site, "anita", &format!("/jobs/{job}")).await else { return };
    page.sees_in(".job-head", "Failed").await;
    page.click("#do-retry", "").await;
    page.sees_in("dialog", "The 1 that the answer names as failed").await;
    page.fill("dialog input", "Token for the upstream", "another-token").await;
    page.click("dialog button", "Send PE-Enable to 1 customer").await;
    page.sees_in("h1", "PE-Enable, 1 customer").await;
    page.sees_in(".job-head", "Failed").await;
    page.sees("Tries again").await;
    let jobs = site.caller().jobs().await;
    assert_eq!(jobs.len(), 2);
    assert_eq!((&jobs[1]["retry_of"], &jobs[1]["user_id"]), (&json!(job), &json!("anita")));
    let calls = site.upstream.sim.calls();
    assert_eq!(calls.len(), 2);
    assert_eq!(calls[1].authorization.as_deref(), Some("Bearer another-token"));
    let sent: Value = serde_json::from_str(&calls[1].body).unwrap();
    assert_eq!(sent["cids"], json!(["unknown-1"]));
    let kept: String = page.look("return JSON.stringify([localStorage, sessionStorage])").await;
    assert!(!kept.contains("another-token"), "{kept}");
    // Each leads to the other.
    page.click(".job-list a", "PE-Enable, 2").await;
    page.until_with("return location.pathname.endsWith(input)", &json!(job)).await;
    page.sees("Tried again by").await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_retry_shows_its_job_before_the_upstream_answers() {
    let site = Site::start();
    let job = site.set_action("/status-500/x", &["5001"]).await;
    let Some(page) = Page::of(&site, "anita", &format!("/jobs/{job}")).await else { return };
    page.click("#do-retry", "").await;
    let held = format!("{}/held/x", site.upstream.url);
    page.fill("dialog input", "Another URL", &held).await;
    page.click("dialog button", "Send PE-Enable to 1 customer").await;
    page.sees_in(".job-head", "In progress").await;
    site.upstream.sim.release();
    page.sees_in(".job-head", "Success").await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_unconfirmed_job_is_settled_with_a_reason() {
    let site = Site::start();
    let job = site.set_action("/hang-up/x", &["5001"]).await;
    let Some(page) = Page::of(&site, "anita", &format!("/jobs/{job}")).await else { return };
    page.sees_in(".job-head", "Unconfirmed").await;
    page.sees_in(".job-head", "connection lost").await;
    page.click("#do-settle", "").await;
    let disabled = "return all('dialog button', 'Record it')[0].disabled";
    assert!(page.look::<bool>(disabled).await, "how it ended is missing");
    page.click("dialog label", "Success").await;
    assert!(page.look::<bool>(disabled).await, "the reason is missing");
    page.fill("dialog textarea", "Reason", "The portal shows it.").await;
    page.click("dialog button", "Record it").await;
    page.sees_in(".job-head", "Success").await;
    page.sees_in(".timeline", "The portal shows it.").await;
    page.sees_in(".timeline", "by anita").await;
    let seen = site.caller().get(&format!("/v1/jobs/{job}")).await;
    assert_eq!((&seen["status"], &seen["cause"]), (&json!("SUCCESS"), &json!("reported")));
    page.until("return !all('#do-settle').length").await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_note_is_added_and_shown_in_the_list() {
    let site = Site::start();
    let job = site.job("T-Enable", &["5001"], json!({})).await;
    let Some(page) = Page::of(&site, "vijay", &format!("/jobs/{job}")).await else { return };
    page.click("#do-note", "").await;
    page.fill("dialog textarea", "Note", "<b>ticket 4711</b> is about this").await;
    page.sees_in("dialog", "32 of 4,096 bytes").await;
    page.click("dialog button", "Add the note").await;
    page.sees("The note is recorded.").await;
    page.sees_in(".timeline", "<b>ticket 4711</b> is about this").await;
    page.sees_in(".timeline", "entry #1, proved").await;
    page.click("nav a", "Jobs").await;
    page.sees_in("tr[data-index='0']", "<b>ticket 4711</b> is about this").await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_jobs_are_compared() {
    let site = Site::start();
    let (one, two) =
        ("11112222-3333-4444-8555-666677778888", "aaaabbbb-3333-4444-8555-666677778888");
    site.job("T-Enable", &["5001", "5002", "5003"], json!({"job_id": one})).await;
    site.job("T-Disable", &["5003", "5004"], json!({"job_id": two})).await;
    let Some(page) = Page::of(&site, "vijay", &format!("/jobs/{one}")).await else { return };
    page.click("#do-compare", "").await;
    page.fill("dialog input", "ID of another job", "aaaab").await;
    page.click("dialog button", "Compare").await;
    page.sees_in("h1", "Two jobs compared").await;
    assert_eq!(page.address().await, format!("/jobs/{one}/compare/{two}"));
    page.sees_in("tr.differs", "Action").await;
    for (part, count, cid) in [
        ("Only in the first", 2, "5002"),
        ("Only in the second", 1, "5004"),
        ("In both", 1, "5003"),
    ] {
        page.click(".choice-button", part).await;
        page.sees_in(".choice-button[aria-pressed=true]", &format!("{part} {count}")).await;
        page.sees_in(".rows", cid).await;
    }
    page.click("button", "CSV").await;
    assert_eq!(
        page.downloaded(".csv").await.trim_matches(['\u{feff}', '\n', '\r']).replace('\r', ""),
        "cid\n5003"
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_payload_keeps_its_numbers() {
    let site = Site::start();
    let payload = json!({"request_payload": serde_json::from_str::<Value>(
        r#"{"precise": 123456789012345678901, "far": 106.09592918164313, "deep": {"list": [1]}}"#,
    ).unwrap()});
    let job = site.job("T-Enable", &["5001"], payload).await;
    let Some(page) = Page::of(&site, "vijay", &format!("/jobs/{job}")).await else { return };
    page.click("summary", "Payload").await;
    page.sees_in("details", "is the payload that was recorded, proved").await;
    page.sees_in("details", "106.09592918164313").await;
    let shown: String = page.until("return textOf('details')").await.to_string();
    let script = "return (await fetch(`/v1/jobs/${input}/payload`)).text()";
    let recorded: String = page.look_with(script, &json!(job)).await;
    let number = recorded.split(r#""precise":"#).nth(1).unwrap().split([',', '}']).next().unwrap();
    assert!(shown.contains(number.trim()), "{number} in {shown}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_evidence_and_a_receipt_are_downloaded() {
    let site = Site::start();
    let job = partly_failed(&site).await;
    let Some(page) = Page::of(&site, "asha", &format!("/jobs/{job}")).await else { return };
    page.click(".job-head a", "Evidence").await;
    assert!(page.downloaded(".zip").await.starts_with("PK"));
    page.click(".timeline a", "Receipt").await;
    assert!(page.downloaded(".receipt").await.starts_with("c2sp.org/tlog-proof@v1"));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_job_is_copied_as_a_command_without_a_token() {
    let site = Site::start();
    let job = site.set_action("/tms/v1/x", &["5001"]).await;
    let Some(page) = Page::of(&site, "anita", &format!("/jobs/{job}")).await else { return };
    page.click("#do-curl", "").await;
    page.sees("Copied the command.").await;
    page.click("#do-note", "").await;
    page.click("dialog textarea", "Note").await;
    page.browser().paste().await;
    let command = page.until("return all('dialog textarea')[0].value").await.to_string();
    for part in ["curl ", site.url(), "PE-Enable", "5001", "TOKEN"] {
        assert!(command.contains(part), "{part} in {command}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_auditor_reads_everything_and_is_offered_no_change() {
    let site = Site::start();
    let job = site.set_action("/hang-up/x", &["5001"]).await;
    let Some(page) = Page::of(&site, "asha", &format!("/jobs/{job}")).await else { return };
    page.find("#do-compare", "").await;
    page.sees_in(".timeline", "entry #1, proved").await;
    let offered = "return all('#do-note, #do-settle, #do-retry').length";
    assert_eq!(page.look::<usize>(offered).await, 0);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_job_of_somebody_else_shows_nothing_of_itself() {
    let site = Site::start();
    let job = site.job("T-Enable", &["5001"], json!({"user_id": "asha"})).await;
    let Some(page) = Page::of(&site, "vijay", &format!("/jobs/{job}")).await else { return };
    page.sees("You may not see or do this").await;
    let text = page.text("main").await;
    assert!(
        !text.contains("T-Enable") && !text.contains("5001") && !text.contains("asha"),
        "{text}"
    );
}
