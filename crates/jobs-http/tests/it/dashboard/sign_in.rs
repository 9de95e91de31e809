//! Signing in and out, and sessions that end while somebody types.

use serde_json::{Value, json};

use crate::dashboard::page::Page;
use crate::dashboard::site::{PASSWORD, Site};
use crate::support::process;

async fn enter(page: &Page, user: &str, password: &str) {
    page.fill("input[name=username]", "", user).await;
    page.fill("input[name=password]", "", password).await;
    page.click("form.sign-in button", "Sign in").await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_visitor_who_is_not_signed_in_reads_what_this_is_and_sees_no_job() {
    let site = Site::start();
    let job = site.job("T-Enable", &["5001"], json!({})).await;
    let Some(page) = Page::new(&site).await else { return };
    page.requests().await;
    for path in ["/", "/jobs", &format!("/jobs/{job}"), "/set-action", "/overview", "/admin"] {
        page.go(path).await;
        page.sees_in("h1", "Every job on record").await;
        page.sees_in("#public-facts", "One entry so far").await;
    }
    let asked = page.requests().await;
    let of_jobs = ["/v1/jobs", "/v1/stats", "/v1/stream", "/v1/customers"];
    let asked: Vec<&String> =
        asked.iter().filter(|url| of_jobs.iter().any(|path| url.contains(path))).collect();
    assert!(asked.is_empty(), "{asked:?}");
    page.click("main a", "How the proof works").await;
    page.sees_in("h1", "What “proved” means").await;
    page.browser().back().await;
    page.click("main a", "The API").await;
    page.until("return location.pathname === '/docs'").await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_password_opens_the_page_that_was_asked_for() {
    let site = Site::start();
    site.job("T-Enable", &["5001"], json!({})).await;
    let Some(page) = Page::new(&site).await else { return };
    page.go("/jobs?status=IN_PROGRESS&user_id=vijay").await;
    enter(&page, "anita", PASSWORD).await;
    page.sees_in("table.jobs", "T-Enable").await;
    assert_eq!(page.address().await, "/jobs?status=IN_PROGRESS&user_id=vijay");
    page.sees_in(".user-menu", "anita").await;
    // The form is gone, and with it the password.
    assert_eq!(page.look::<usize>("return all('input[type=password]').length").await, 0);
    let kept = "return JSON.stringify([localStorage, sessionStorage]) + document.cookie";
    let kept: String = page.look(kept).await;
    assert!(!kept.contains(PASSWORD) && !kept.contains("jobs_session"), "{kept}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_wrong_password_is_said_and_can_be_put_right() {
    let site = Site::start();
    let Some(page) = Page::new(&site).await else { return };
    page.go("/").await;
    enter(&page, "vijay", "another password").await;
    page.sees_in("form.sign-in", "The user or the password is not right.").await;
    // It is said to be the fault of the field, to those who cannot see.
    let described = "const input = all('input[name=password]')[0];
        return input.getAttribute('aria-invalid') === 'true'
            && document.getElementById(input.getAttribute('aria-describedby')).innerText";
    page.until(described).await;
    page.retype("input[name=password]", "", PASSWORD).await;
    page.click("form.sign-in button", "Sign in").await;
    page.sees("No jobs have been recorded yet").await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn signing_out_ends_the_session_and_leaves_nothing_to_see() {
    let site = Site::start();
    let job = site.job("T-Enable", &["5001"], json!({})).await;
    let Some(page) = Page::of(&site, "vijay", "/").await else { return };
    let cookie = format!("jobs_session={}", page.browser().cookie("jobs_session").await);
    page.click("table.jobs a", "T-Enable").await;
    page.sees_in("h1", "T-Enable, 1 customer").await;
    page.click(".user-menu", "").await;
    page.click(".menu button", "Sign out").await;
    page.sees("You are signed out.").await;
    page.sees_in("h1", "Every job on record").await;
    page.browser().back().await;
    page.until_with("return location.pathname.includes(input)", &json!(job)).await;
    page.sees_in("h1", "Every job on record").await;
    let text = page.text("body").await;
    assert!(!text.contains("T-Enable") && !text.contains("vijay"), "{text}");
    // A copy of the cookie is worth nothing.
    let request = site.caller().http.get(format!("{}/v1/jobs", site.url()));
    let answer = request.header("cookie", cookie).send().await.unwrap();
    assert_eq!(answer.status(), 401);
}

/// Ends the session of the page, as if it were used from somewhere else.
async fn end_session(site: &Site, page: &Page) {
    let cookie = format!("jobs_session={}", page.browser().cookie("jobs_session").await);
    let request = site.caller().http.post(format!("{}/api/logout", site.url()));
    let request = request.header("cookie", cookie).header("sec-fetch-site", "same-origin");
    assert_eq!(request.send().await.unwrap().status(), 200);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_session_that_ends_keeps_what_was_typed() {
    let site = Site::start();
    let job = site.job("T-Enable", &["5001"], json!({})).await;
    let Some(page) = Page::of(&site, "vijay", &format!("/jobs/{job}")).await else { return };
    page.click("#do-note", "").await;
    page.fill("dialog textarea", "Note", "Asked the upstream, ticket 4711.").await;
    end_session(&site, &page).await;
    page.click("dialog button", "Add the note").await;
    page.sees_in("dialog", "Your session has ended").await;
    page.sees_in("dialog", "Sign in again as vijay").await;
    page.fill("input[name=password]", "", PASSWORD).await;
    page.click("dialog button", "Sign in").await;
    page.sees_in(".timeline", "Asked the upstream, ticket 4711.").await;
    let seen = site.caller().get(&format!("/v1/jobs/{job}")).await;
    assert_eq!(seen["note_count"], 1, "{seen}");
    assert_eq!(seen["newest_note"]["actor"], "vijay");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_one_user_typed_is_not_sent_as_another() {
    let site = Site::start();
    let job = site.job("T-Enable", &["5001"], json!({})).await;
    let Some(page) = Page::of(&site, "vijay", &format!("/jobs/{job}")).await else { return };
    page.click("#do-note", "").await;
    page.fill("dialog textarea", "Note", "mine").await;
    end_session(&site, &page).await;
    page.click("dialog button", "Add the note").await;
    page.sees_in("dialog", "Your session has ended").await;
    // The name cannot be changed; another tab signs somebody else in.
    assert!(page.look::<bool>("return all('input[name=username]')[0].readOnly").await);
    let script = "
        const body = JSON.stringify(input);
        const headers = {'content-type': 'application/json'};
        return (await fetch('/api/login', {method: 'POST', headers, body})).status;";
    let anita = json!({"username": "anita", "password": PASSWORD});
    assert_eq!(page.look_with::<u16>(script, &anita).await, 200);
    page.click("dialog button", "Close").await;
    page.until("return all('h2', 'Your session has ended').length === 0").await;
    let seen = site.caller().get(&format!("/v1/jobs/{job}")).await;
    assert_eq!(seen["note_count"], 0, "{seen}");
}

/// A browser says nothing of a file that it is refused.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_file_comes_once_the_user_has_signed_in_again() {
    let site = Site::start();
    let job = site.job("T-Enable", &["5001"], json!({})).await;
    let Some(page) = Page::of(&site, "vijay", &format!("/jobs/{job}")).await else { return };
    page.sees_in(".timeline", "entry #0, proved").await;
    end_session(&site, &page).await;
    page.click(".timeline a", "Receipt").await;
    page.sees_in("dialog", "Your session has ended").await;
    page.fill("dialog input[name=password]", "", PASSWORD).await;
    page.click("dialog button", "Sign in").await;
    assert!(page.downloaded(".receipt").await.starts_with("c2sp.org/tlog-proof@v1"));
}

/// For those who have no password yet, such as the person who starts the server first.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_token_signs_in_as_well() {
    let site = Site::start();
    site.job("T-Enable", &["5001"], json!({})).await;
    let Some(page) = Page::new(&site).await else { return };
    page.go("/").await;
    page.click("form.sign-in label", "Token").await;
    page.fill("input[name=token]", "", "jobs_of_nobody_at_all_and_32_characters").await;
    page.click("form.sign-in button", "Sign in").await;
    page.sees_in("form.sign-in", "The server does not know this token.").await;
    page.retype("input[name=token]", "", process::TOKEN).await;
    page.click("form.sign-in button", "Sign in").await;
    page.sees_in("table.jobs", "T-Enable").await;
    page.sees_in(".user-menu", "admin").await;
    // A session, not the token, is what the browser keeps.
    let kept: Value = page.look("return [document.cookie, JSON.stringify(localStorage)]").await;
    assert!(!kept.to_string().contains(process::TOKEN), "{kept}");
    assert!(!page.browser().cookie("jobs_session").await.contains(process::TOKEN));
}
