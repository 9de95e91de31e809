//! The list of jobs: what arrives while it is read, what is kept of it, and what is taken from it.

use serde_json::{Value, json};

use crate::dashboard::page::Page;
use crate::dashboard::site::Site;

/// Where each row that is drawn is in the window, by its job.
const PLACES: &str = "return Object.fromEntries(all('tr[data-index]').map((row) =>
    [row.querySelector('a')?.pathname, row.getBoundingClientRect().top]))";

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_job_of_another_client_is_announced_and_moves_nothing() {
    let site = Site::start();
    site.jobs("T-Enable", 300).await;
    let Some(page) = Page::of(&site, "asha", "/").await else { return };
    page.find("table.jobs a", "T-Enable").await;
    page.look::<bool>("scrollTo(0, 3000); return true").await;
    page.until("return scrollY === 3000 && all('tr[data-index=\"80\"] a').length").await;
    let before: Value = page.look(PLACES).await;
    let new = site.job("T-Disable", &["7"], json!({})).await;
    page.sees_in("#show-new", "1 new job").await;
    assert_eq!(page.look::<Value>(PLACES).await, before);
    // And those who cannot see it are told.
    page.sees_in("[role=status][aria-live=polite]", "1 new job").await;
    site.jobs("T-Disable", 2).await;
    page.sees_in("#show-new", "3 new jobs").await;
    assert_eq!(page.look::<Value>(PLACES).await, before);

    page.click("#show-new", "").await;
    let script = "return scrollY === 0 && !all('#show-new').length
        && all('tr[data-index=\"2\"] a')[0]?.pathname === `/jobs/${input}`";
    page.until_with(script, &json!(new)).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_change_arrives_in_its_row_and_in_the_counts() {
    let site = Site::start();
    let first = site.job("T-Enable", &["5001"], json!({})).await;
    site.job("T-Disable", &["5002"], json!({})).await;
    let Some(page) = Page::of(&site, "vijay", "/").await else { return };
    page.sees_in("tr[data-index='1']", "In progress").await;
    page.sees_in(".badge-IN_PROGRESS.status-filter", "2").await;
    let drawn = "window.drawn = all('tr[data-index=\"1\"]')[0]; return true";
    page.look::<bool>(drawn).await;
    site.report(&first, json!({"status": "FAILED", "error_message": "no such customer"})).await;
    page.sees_in("tr[data-index='1']", "Failed").await;
    page.sees_in("tr[data-index='1']", "reported").await;
    assert!(page.look::<bool>("return window.drawn.isConnected").await, "it was drawn anew");
    page.sees_in(".badge-FAILED.status-filter", "1").await;
    let note = json!({"text": "seen by the night shift"});
    let noted = site.caller().post(&format!("/v1/jobs/{first}/notes"), &note).await;
    assert_eq!(noted.status(), 201);
    page.sees_in("tr[data-index='1']", "seen by the night shift").await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_view_is_saved_found_again_and_removed() {
    let site = Site::start();
    site.job("T-Enable", &["5001"], json!({})).await;
    let Some(page) = Page::of(&site, "vijay", "/?status=FAILED&status=UNCONFIRMED").await else {
        return;
    };
    page.sees("No job matches").await;
    page.click("button", "Views").await;
    page.fill(".panel input", "Name of this view", "To look into").await;
    page.click(".panel button", "Save").await;
    page.sees("Saved To look into").await;
    page.go("/").await;
    page.sees_in("table.jobs", "T-Enable").await;
    page.click("button", "Views").await;
    page.click(".views a", "To look into").await;
    page.sees("No job matches").await;
    assert_eq!(page.address().await, "/?status=FAILED&status=UNCONFIRMED");
    page.click("button", "Views").await;
    page.click(".views button", "Remove To look into").await;
    page.browser().reload().await;
    page.click("button", "Views").await;
    page.find(".panel button", "Save").await;
    assert_eq!(page.text(".views").await, "");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_download_has_the_jobs_of_the_view() {
    let site = Site::start();
    let wanted = site.job("T-Enable", &["5001", "5002"], json!({})).await;
    let other = site.job("T-Disable", &["5001"], json!({})).await;
    let Some(page) = Page::of(&site, "vijay", "/?action_name=T-Enable").await else { return };
    for (item, end) in [("CSV", ".csv"), ("NDJSON", ".ndjson"), ("CSV for Excel", ".csv")] {
        page.click("button", "Download").await;
        page.click(".menu a", item).await;
        let file = page.downloaded(end).await;
        assert!(file.contains(&wanted) && !file.contains(&other), "{item}: {file}");
        let has_mark = file.starts_with('\u{feff}');
        assert_eq!(has_mark, item == "CSV for Excel", "{file}");
        if end == ".ndjson" {
            let job: Value = serde_json::from_str(file.trim()).unwrap();
            assert_eq!(job["customer_count"], 2);
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_click_on_an_id_copies_the_whole_of_it() {
    let site = Site::start();
    let job = site.job("T-Enable", &["5001"], json!({})).await;
    let Some(page) = Page::of(&site, "vijay", "/").await else { return };
    page.click(".cell-id button", "").await;
    page.sees(&format!("Copied {job}")).await;
    assert_eq!(page.address().await, "/", "the job is not opened by it");
    page.click("#search", "").await;
    page.browser().paste().await;
    page.until_with("return all('#search')[0].value === input", &json!(job)).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_server_that_goes_away_is_said_and_its_return_is_noticed() {
    let mut site = Site::start();
    site.job("T-Enable", &["5001"], json!({})).await;
    let Some(page) = Page::of(&site, "vijay", "/").await else { return };
    page.sees_in("table.jobs", "T-Enable").await;
    site.stop();
    page.sees_in("#banner-offline", "The server cannot be reached").await;
    page.sees_in("table.jobs", "T-Enable").await;
    site.start_again();
    site.job("T-Disable", &["5001"], json!({})).await;
    page.sees_in("#show-new", "1 new job").await;
    page.until("return !all('#banner-offline').length").await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_reader_who_comes_back_finds_the_list_where_it_was() {
    let site = Site::start();
    site.jobs("T-Enable", 300).await;
    let Some(page) = Page::of(&site, "asha", "/").await else { return };
    page.find("table.jobs a", "T-Enable").await;
    page.look::<bool>("scrollTo(0, 3000); return true").await;
    page.find("tr[data-index='80'] a", "").await;
    page.click("tr[data-index='80'] a", "").await;
    page.sees_in("h1", "T-Enable, 1 customer").await;
    page.browser().back().await;
    page.until("return scrollY === 3000 && all('tr[data-index=\"80\"] a').length").await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn times_are_local_or_utc_and_the_exact_instant_is_there() {
    let site = Site::start();
    let job = site.job("T-Enable", &["5001"], json!({})).await;
    let Some(page) = Page::of(&site, "vijay", "/").await else { return };
    let zone = json!({"timezoneId": "Asia/Kolkata"});
    page.browser().cdp("Emulation.setTimezoneOverride", zone).await;
    page.go("/").await;
    page.find(".cell-date time", "").await;
    let created = site.caller().get(&format!("/v1/jobs/{job}")).await["created_at"].clone();
    let exact: Value = page.look("return all('.cell-date time')[0].title").await;
    assert_eq!(exact, created);
    let minute = &created.as_str().unwrap()[11..16];
    let local = page.text(".cell-date time").await;
    assert!(!local.contains(minute), "{local} is not {created} in Kolkata");
    page.click("#zone", "").await;
    page.sees_in(".cell-date time", minute).await;
    page.browser().reload().await;
    page.sees_in(".cell-date time", minute).await;
}
