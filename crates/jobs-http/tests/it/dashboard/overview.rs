//! The overview: its numbers, its pictures with the tables behind them, and the ledger's health.

use jobs_core::Timestamp;
use jobs_notary::Verified;
use serde_json::json;

use crate::dashboard::page::Page;
use crate::dashboard::site::Site;

/// Seven jobs of today: of T-Enable two succeeded, one failed and one is unconfirmed; of PE-Enable
/// all three are in progress, which are asha's.
async fn counted() -> Site {
    let site = Site::start();
    for status in ["SUCCESS", "SUCCESS", "FAILED", "UNCONFIRMED"] {
        let job = site.job("T-Enable", &["5001"], json!({})).await;
        site.report(&job, json!({"status": status})).await;
    }
    for _ in 0..3 {
        site.job("PE-Enable", &["5001"], json!({"user_id": "asha"})).await;
    }
    site
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn its_numbers_are_those_of_the_ledger_and_lead_to_the_jobs() {
    let site = counted().await;
    let Some(page) = Page::of(&site, "anita", "/overview").await else { return };
    for (name, value) in [
        ("Jobs in all", "7"),
        ("In the last 30 days", "7"),
        // Of the four that have ended, one is known to have failed.
        ("Failed, in the last 30 days", "25%"),
        ("In progress", "3"),
        ("Unconfirmed", "1"),
    ] {
        let script = "
            const part = all('.numbers > div').find((it) => it.innerText.includes(input[0]));
            return part?.innerText.includes(input[1])";
        page.until_with(script, &json!([name, value])).await;
    }
    page.click("#by-action summary", "").await;
    page.sees_in("#by-action table", "T-Enable").await;
    let row = "return [...all('#by-action tbody tr').find((it) => it.innerText.includes(input))
        .querySelectorAll('td')].map((it) => it.innerText)";
    let row: Vec<String> = page.look_with(row, &json!("T-Enable")).await;
    assert_eq!(row, ["4", "2", "1", "1", "0", "25%"]);
    page.click("#by-action tbody a", "1").await;
    page.until("return location.search.includes('action_name=T-Enable')").await;
    page.until("return all('tr[data-index]').length === 1").await;
    // What is recorded meanwhile is counted without a reload.
    page.go("/overview").await;
    page.sees_in(".numbers", "7").await;
    site.job("T-Enable", &["5001"], json!({})).await;
    page.sees_in(".numbers", "8").await;
    // Another span is in the address.
    page.click("label", "14 days").await;
    page.until("return location.search.includes('14')").await;
    page.sees_in(".numbers", "In the last 14 days").await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_operator_sees_their_own_jobs_counted() {
    let site = counted().await;
    let Some(page) = Page::of(&site, "vijay", "/overview").await else { return };
    page.sees_in("main", "Of your own jobs.").await;
    page.sees_in(".numbers", "4").await;
    assert!(page.look::<bool>("return all('#by-user').length === 0").await);
    assert!(!page.text("main").await.contains("PE-Enable"));
}

/// As `jobctl verify --record` writes it down.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_last_verification_is_shown() {
    let site = counted().await;
    let Some(page) = Page::of(&site, "asha", "/overview").await else { return };
    page.sees_in("#last-verification", "none has been recorded").await;
    let verified = Verified {
        ended_at: Timestamp::now(),
        size: 11,
        root: None,
        is_sound: true,
        findings: 0,
        signatures_checked: true,
    };
    verified.write(&site.data()).unwrap();
    page.browser().reload().await;
    page.sees_in("#last-verification .good", "11 entries: all are what was recorded").await;
    Verified { is_sound: false, findings: 3, ..verified }.write(&site.data()).unwrap();
    page.browser().reload().await;
    page.sees_in("#last-verification .bad", "3 findings").await;
    page.sees_in("#health", "Takes entries and answers").await;
    page.sees_in("#health", "11 entries, signed").await;
}
