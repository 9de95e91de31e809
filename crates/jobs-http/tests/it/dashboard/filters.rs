//! The filters of the list: each by its control, in the address, and gone again.

use serde_json::{Value, json};

use crate::dashboard::page::Page;
use crate::dashboard::site::Site;

/// Waits until the rows are the jobs that the API lists for the query of the address.
async fn shows_what_the_api_lists(site: &Site, page: &Page, query: &str) {
    let listed = site.caller().get(&format!("/v1/jobs?{query}")).await;
    let jobs = listed["jobs"].as_array().unwrap();
    let ids: Value = jobs.iter().map(|job| job["job_id"].clone()).collect();
    let script = "
        const shown = all('tr[data-index] a').map((link) => link.pathname.split('/').at(-1));
        return all('main .state').length && JSON.stringify(shown) === JSON.stringify(input)";
    page.until_with(script, &ids).await;
}

/// Jobs that differ in everything that a filter asks for. The last one has no like.
async fn different_jobs(site: &Site) {
    let batch = json!({"batch_id": "night 1"});
    let done = site.job("T-Enable", &["5001", "5002"], batch).await;
    site.report(&done, json!({"status": "SUCCESS"})).await;
    site.job("T-Disable", &["5002"], json!({"user_id": "asha", "batch_id": "night 2"})).await;
    site.set_action("/tms/v1/x", &["unknown-1"]).await;
    site.set_action("/hang-up/x", &["5003"]).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_filter_is_in_the_address_and_back_by_it() {
    let site = Site::start();
    different_jobs(&site).await;
    let Some(page) = Page::of(&site, "anita", "/").await else { return };
    for (filter, value, query) in [
        ("Cause", "connection lost", "cause=connection_lost"),
        ("Cause", "answered", "cause=answered"),
        ("Action", "T-Enable", "action_name=T-Enable"),
        ("User", "asha", "user_id=asha"),
        ("Source", "Set Action", "source=gateway"),
    ] {
        page.click(".filters-list button", filter).await;
        page.click(".panel label", value).await;
        is_filtered(&site, &page, query).await;
    }
    for (filter, value, query) in [
        ("Customer", "5002", "cid=5002"),
        ("Batch", "night 1", "batch_id=night+1"),
        ("Action", "T-Disable", "action_name=T-Disable"),
    ] {
        page.click(".filters-list button", filter).await;
        page.fill(".panel input", filter, value).await;
        page.click(".panel button", "Add").await;
        is_filtered(&site, &page, query).await;
    }
    for (status, query) in [
        ("In progress", "status=IN_PROGRESS"),
        ("Success", "status=SUCCESS"),
        ("Failed", "status=FAILED"),
        ("Unconfirmed", "status=UNCONFIRMED"),
    ] {
        page.click("button.status-filter", status).await;
        is_filtered(&site, &page, query).await;
    }
}

/// The one filter is applied, outlasts a reload, and goes with its chip.
async fn is_filtered(site: &Site, page: &Page, query: &str) {
    page.until_with("return location.search === `?${input}`", &json!(query)).await;
    shows_what_the_api_lists(site, page, query).await;
    page.browser().reload().await;
    shows_what_the_api_lists(site, page, query).await;
    page.click(".chip button", "Remove").await;
    page.until("return location.search === ''").await;
    shows_what_the_api_lists(site, page, "").await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn several_values_are_any_of_them_and_several_filters_all_of_them() {
    let site = Site::start();
    different_jobs(&site).await;
    let Some(page) = Page::of(&site, "asha", "/").await else { return };
    page.click("button.status-filter", "Failed").await;
    shows_what_the_api_lists(&site, &page, "status=FAILED").await;
    page.click("button.status-filter", "Success").await;
    shows_what_the_api_lists(&site, &page, "status=FAILED&status=SUCCESS").await;
    page.click(".filters-list button", "Source").await;
    page.click(".panel label", "API").await;
    let query = "status=FAILED&status=SUCCESS&source=api";
    page.until_with("return location.search === `?${input}`", &json!(query)).await;
    shows_what_the_api_lists(&site, &page, query).await;
    assert_eq!(page.look::<usize>("return all('.chip').length").await, 3);
    let pressed = "return all('button.status-filter[aria-pressed=true]').map(nameOf).join()";
    let pressed: String = page.look(pressed).await;
    assert!(pressed.contains("Failed") && pressed.contains("Success"), "{pressed}");
    // Each was a step of its own in the history.
    page.browser().back().await;
    shows_what_the_api_lists(&site, &page, "status=FAILED&status=SUCCESS").await;
    page.click("#clear-filters", "").await;
    shows_what_the_api_lists(&site, &page, "").await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn jobs_are_filtered_by_days() {
    let site = Site::start();
    site.job("T-Enable", &["5001"], json!({})).await;
    let Some(page) = Page::of(&site, "vijay", "/").await else { return };
    page.click(".filters-list button", "Date").await;
    page.click(".spans button", "the last 24 hours").await;
    page.until("return location.search === '?within=24h'").await;
    page.sees_in("table.jobs", "T-Enable").await;
    // From the day after tomorrow on, wherever midnight is.
    let typed = "const day = new Date(Date.now() + 2 * 86400000);
        return [day.getMonth() + 1, day.getDate()].map((it) => String(it).padStart(2, '0')).join('')
            + day.getFullYear()";
    let typed: String = page.look(typed).await;
    page.fill(".panel input", "First day", &typed).await;
    page.until("return /^\\?since=\\d{4}-\\d\\d-\\d\\dT/.test(location.search)").await;
    page.sees("No job matches").await;
    page.browser().reload().await;
    page.sees("No job matches").await;
    page.click(".chip button", "Remove From").await;
    page.click(".filters-list button", "Date").await;
    page.fill(".panel input", "Last day", &typed).await;
    page.until("return location.search.startsWith('?until=')").await;
    page.sees_in("table.jobs", "T-Enable").await;
}

/// An operator sees their own jobs, and is not offered what would show none.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_operator_has_their_own_jobs_alone() {
    let site = Site::start();
    different_jobs(&site).await;
    let Some(page) = Page::of(&site, "vijay", "/").await else { return };
    shows_what_the_api_lists(&site, &page, "user_id=vijay").await;
    page.find(".filters-list button", "Cause").await;
    assert_eq!(page.look::<usize>("return all('.filters-list button', 'User').length").await, 0);
    page.go("/?user_id=asha").await;
    page.sees("You may not see or do this").await;
}

/// Filters that pages lead to, and that have no control: they are in the address, and have a chip.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn filters_without_a_control_are_taken_from_the_address() {
    let site = Site::start();
    different_jobs(&site).await;
    let failed = site.set_action("/tms/v1/x", &["unknown-1"]).await;
    let retry = json!({"customers": "all", "url": format!("{}/tms/v1/x", site.upstream.url)});
    let retried = site.caller().post(&format!("/v1/jobs/{failed}/retry"), &retry).await;
    assert!(retried.status().is_success(), "{}", retried.status());
    let Some(page) = Page::of(&site, "anita", "/").await else { return };
    let (begin, rest) = failed.split_at(6);
    for query in [
        format!("retry_of={failed}"),
        format!("job_id={begin}"),
        format!("job_id={begin}{}", rest.to_uppercase()),
        "since=2020-01-01T00:00:00Z&until=2020-01-02T00:00:00Z".to_owned(),
        "cid=5002&cid=5003&source=api&source=gateway&user_id=vijay".to_owned(),
    ] {
        page.go(&format!("/?{query}")).await;
        shows_what_the_api_lists(&site, &page, &query).await;
        let values = query.split('&').count();
        page.until_with("return all('.chip').length === input", &json!(values)).await;
        for _ in 0..values {
            page.click(".chip button", "Remove").await;
        }
        page.until("return location.search === ''").await;
        shows_what_the_api_lists(&site, &page, "").await;
    }
}

/// A filter that is added to the page is tried here as well.
#[test]
fn every_filter_of_the_page_is_tried() {
    let source = include_str!("../../../../jobs-dashboard/web/pages/jobs/filters.js");
    let lists = source.split("/** @type {const} */ ([").skip(1).take(2);
    let names = |list: &'static str| list.split("])").next().unwrap().split('"').skip(1).step_by(2);
    let names: Vec<&str> = lists.flat_map(names).collect();
    assert!(names.len() >= 12, "{names:?}");
    for name in names {
        assert!(include_str!("filters.rs").contains(&format!("{name}=")), "{name} is not tried");
    }
}
