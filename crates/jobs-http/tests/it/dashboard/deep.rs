//! Lists that are longer than anybody reads: what is drawn of them stays small, and right.

use serde_json::{Value, json};

use crate::dashboard::page::Page;
use crate::dashboard::site::Site;
use crate::dashboard::weight::Weight;

/// Pages of 100 jobs that are scrolled through, and some more jobs.
const PAGES: usize = 200;
const JOBS: usize = PAGES * 100 + 500;

/// The ID of the job that was recorded after `n` others.
fn id_of(n: usize) -> String {
    format!("{n:08x}-3333-4444-8555-666677778888")
}

/// Scrolls to a row that may not be read yet, and waits until its job is drawn in the window. The
/// most nodes that there were on the way are kept.
const SCROLL_TO: &str = "
    const [row, id] = input;
    const nodes = document.querySelectorAll('*').length;
    window.most = Math.max(window.most ?? 0, nodes);
    const link = all(`tr[data-index='${row}'] a[href*='/jobs/']`)[0];
    const place = link?.getBoundingClientRect();
    if (place && place.top >= 0 && place.bottom <= innerHeight) {
        return link.pathname.endsWith(id) ? 'right' : link.pathname;
    }
    const height = all('tr[data-index]')[0].getBoundingClientRect().height;
    const top = document.querySelector('table.jobs tbody').getBoundingClientRect().top + scrollY;
    scrollTo(0, top + row * height - innerHeight / 2);
    await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
    return false";

async fn is_right(page: &Page, row: usize) {
    // The newest job is the first row.
    let found = page.until_with(SCROLL_TO, &json!([row, id_of(JOBS - 1 - row)])).await;
    assert_eq!(found, json!("right"), "row {row}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_hundred_pages_are_scrolled_through_and_few_rows_are_drawn() {
    let site = Site::start();
    site.jobs_named((0..JOBS).map(id_of)).await;
    let Some(page) = Page::of(&site, "asha", "/").await else { return };
    page.find("tr[data-index='5'] a", "").await;
    for number in 1..=PAGES {
        is_right(&page, number * 100 - 1).await;
    }
    // Back to what was forgotten meanwhile, and to what was never left out.
    for row in [PAGES * 100 + 450, 10_050, 49, 0] {
        is_right(&page, row).await;
    }
    let most: u64 = page.look("return window.most").await;
    assert!((100..2000).contains(&most), "{most} nodes");
}

/// As many customers as a job may have: its page is as light as that of a job of five.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_job_of_100_000_customers_is_as_light_as_one_of_five() {
    const MANY: usize = 100_000;
    let site = Site::start();
    let cids: Vec<String> = (0..MANY).map(|n| format!("C-{n:05}")).collect();
    let cids: Vec<&str> = cids.iter().map(String::as_str).collect();
    let few = site.job("T-Enable", &cids[..5], json!({})).await;
    let many = site.job("T-Enable", &cids, json!({})).await;
    let failed = [json!({"cid": "C-77777", "status": "FAILED", "message": "is locked"})];
    site.report(&many, json!({"status": "SUCCESS", "outcomes": failed})).await;
    let Some(page) = Page::new(&site).await else { return };
    page.sign_in("asha").await;
    let mut weights = Vec::new();
    for (job, count) in [(&few, "5"), (&many, "100,000")] {
        page.go(&format!("/jobs/{job}")).await;
        page.sees_in(".outcomes", &format!("{count} customers shown")).await;
        page.find("#proof-status a", "").await;
        weights.push(Weight::of(&page).await);
    }
    assert!(weights[1].nodes < weights[0].nodes + 600, "{weights:?}");
    assert!(weights[1].bytes < weights[0].bytes + 40_000, "{weights:?}");
    // To the last of them, through all that is between.
    let last = "
        const box = all('.outcomes .rows')[0];
        box.scrollTop = box.scrollHeight;
        const row = all('.outcomes tr[data-row]').at(-1);
        return row.ariaRowIndex === '100001' && row.querySelector('a')?.innerText";
    assert_eq!(page.until(last).await, json!("C-99999"));
    let weight = Weight::of(&page).await;
    assert!(weight.nodes < 2000, "{weight:?}");
    page.fill("#outcome-search", "", "LOCKED").await;
    page.sees_in(".outcomes", "1 customer shown").await;
    page.sees_in(".outcomes .rows", "C-77777").await;
    page.click("#check-lists", "").await;
    page.sees_in(".outcomes", "list of 100,000 customers, proved").await;
    let weight = Weight::of(&page).await;
    assert!(weight.nodes < 2000, "{weight:?}");
    let shown: Value = page.look("return all('.outcomes tr[data-row]').length").await;
    assert_eq!(shown, json!(1));
}
