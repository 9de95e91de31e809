//! The search box, which understands IDs, customers, users and actions.

use serde_json::json;

use crate::dashboard::page::Page;
use crate::dashboard::site::Site;
use crate::support::browser::ENTER;

const ONE: &str = "11112222-3333-4444-8555-666677778888";
const TWO: &str = "1111abcd-3333-4444-8555-666677778888";

async fn searched(user: &str) -> Option<(Site, Page)> {
    let site = Site::start();
    site.job("T-Enable", &["5001"], json!({"job_id": ONE})).await;
    site.job("T-Disable", &["xy-1"], json!({"job_id": TWO, "user_id": "asha"})).await;
    let page = Page::of(&site, user, "/").await?;
    page.sees_in("table.jobs", "T-Enable").await;
    Some((site, page))
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_beginning_of_an_id_leads_to_its_job() {
    let Some((_site, page)) = searched("anita").await else { return };
    // Enter waits until it is known which job that is.
    page.fill("#search", "", "1111ABCD").await;
    page.press(ENTER).await;
    page.sees_in("h1", "T-Disable, 1 customer").await;
    assert_eq!(page.address().await, format!("/jobs/{TWO}"));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_beginning_of_several_ids_lists_them() {
    let Some((site, page)) = searched("anita").await else { return };
    site.job("PE-Enable", &["1"], json!({})).await;
    page.fill("#search", "", "1111").await;
    // So short a text is rather a customer.
    page.find("[role=option][aria-selected=true]", "Customer 1111").await;
    page.find("[role=option]", ONE).await;
    page.find("[role=option]", TWO).await;
    page.click("[role=option]", "All jobs whose ID begins with 1111").await;
    page.until("return location.search === '?job_id=1111'").await;
    page.until("return all('tr[data-index]').length === 2").await;
    page.browser().reload().await;
    page.until("return all('tr[data-index]').length === 2").await;
    page.find(".chip", "Job ID begins with 1111").await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_whole_id_is_opened_however_it_is_written() {
    let Some((_site, page)) = searched("anita").await else { return };
    for written in [ONE.to_uppercase(), ONE.replace('-', ""), format!(" {ONE} ")] {
        page.go("/").await;
        page.fill("#search", "", &written).await;
        page.press(ENTER).await;
        page.sees_in("h1", "T-Enable, 1 customer").await;
        assert_eq!(page.address().await, format!("/jobs/{ONE}"), "{written}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_customer_a_user_and_an_action_are_found_by_the_same_box() {
    let Some((_site, page)) = searched("anita").await else { return };
    page.fill("#search", "", "xy-1").await;
    page.click("[role=option]", "Customer xy-1").await;
    page.until("return location.pathname === '/customers/xy-1'").await;
    page.sees_in("h1", "Customer xy-1").await;
    page.go("/").await;
    page.sees_in("table.jobs", "T-Enable").await;
    page.fill("#search", "", "ash").await;
    page.find("[role=option][aria-selected=true]", "Jobs of user asha").await;
    page.press(ENTER).await;
    page.until("return location.search === '?user_id=asha'").await;
    page.fill("#search", "", "disab").await;
    page.click("[role=option]", "Jobs with action T-Disable").await;
    page.until("return location.search === '?action_name=T-Disable&user_id=asha'").await;
    page.until("return all('tr[data-index]').length === 1").await;
}
