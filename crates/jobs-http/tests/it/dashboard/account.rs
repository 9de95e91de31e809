//! One's own password, sessions and tokens, and what admins do with users.

use serde_json::{Value, json};

use crate::dashboard::page::Page;
use crate::dashboard::site::{PASSWORD, Site};
use crate::support::process;

const NEW: &str = "quite another passphrase";

/// Whether a password signs a user in.
async fn signs_in(site: &Site, user: &str, password: &str) -> bool {
    let body = json!({"username": user, "password": password});
    let request = site.caller().http.post(format!("{}/v1/sign-in", site.url())).json(&body);
    request.send().await.unwrap().status() == 200
}

/// The status of a request with a token.
async fn status(site: &Site, path: &str, token: &str) -> u16 {
    let request = site.caller().http.get(format!("{}{path}", site.url())).bearer_auth(token);
    request.send().await.unwrap().status().as_u16()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_password_is_changed_and_other_sessions_end() {
    let site = Site::start();
    let Some(page) = Page::of(&site, "vijay", "/").await else { return };
    let other = format!("jobs_session={}", page.browser().cookie("jobs_session").await);
    page.sign_in("vijay").await;
    page.go("/account").await;
    page.fill("#password input", "Current password", "a wrong password").await;
    page.fill("#password input", "New password", NEW).await;
    page.click("#password button", "Change the password").await;
    page.find("#password [id$=-error], #password [role=alert]", "").await;
    page.retype("#password input", "Current password", PASSWORD).await;
    page.click("#password button", "Change the password").await;
    page.sees("The password is changed. Your other sessions have ended.").await;
    assert!(signs_in(&site, "vijay", NEW).await && !signs_in(&site, "vijay", PASSWORD).await);
    let request = site.caller().http.get(format!("{}/v1/jobs", site.url()));
    assert_eq!(request.header("cookie", other).send().await.unwrap().status(), 401);
    // This one goes on.
    page.click("nav a", "Jobs").await;
    page.sees("No jobs have been recorded yet").await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_session_elsewhere_is_seen_and_ended() {
    let site = Site::start();
    let Some(page) = Page::of(&site, "vijay", "/").await else { return };
    let other = format!("jobs_session={}", page.browser().cookie("jobs_session").await);
    page.sign_in("vijay").await;
    page.go("/account").await;
    page.until("return all('#sessions tbody tr').length === 2").await;
    page.sees_in("#sessions tbody", "this one").await;
    page.click("#sessions button", "End all other sessions").await;
    page.sees_in("dialog", "End all sessions but this one?").await;
    page.click("dialog button.danger", "").await;
    page.sees("All your other sessions have ended.").await;
    page.until("return all('#sessions tbody tr').length === 1").await;
    let request = site.caller().http.get(format!("{}/v1/jobs", site.url()));
    assert_eq!(request.header("cookie", other).send().await.unwrap().status(), 401);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_token_is_shown_once_works_and_is_revoked() {
    let site = Site::start();
    let Some(page) = Page::of(&site, "vijay", "/account").await else { return };
    page.click("#tokens button", "New token").await;
    page.fill("dialog input[name=token-name]", "", "night-batch").await;
    page.click("dialog button", "Make the token").await;
    page.sees_in("dialog", "It is shown only now.").await;
    let token = page.until("return all('dialog input.secret')[0].value").await;
    let token = token.as_str().unwrap();
    assert_eq!(status(&site, "/v1/jobs", token).await, 200);
    page.click("dialog button", "I have stored it").await;
    page.sees_in("#tokens tbody", "night-batch").await;
    page.browser().reload().await;
    page.sees_in("#tokens tbody", "night-batch").await;
    let whole: String = page.look("return document.documentElement.outerHTML").await;
    assert!(!whole.contains(token));
    page.click("#tokens button", "Revoke night-batch").await;
    page.click("dialog button.danger", "Revoke").await;
    page.sees("night-batch is revoked.").await;
    page.sees_in("#tokens summary", "1 token that no longer works").await;
    assert_eq!(status(&site, "/v1/jobs", token).await, 401);
}

/// The server refuses it, so the page does not offer it.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn who_signed_in_with_a_token_is_told_that_it_makes_none() {
    let site = Site::start();
    let Some(page) = Page::of(&site, "anita", "/account").await else { return };
    page.find("#tokens button", "New token").await;
    let script = "
        const body = JSON.stringify({token: input});
        return (await fetch('/v1/sign-in', {method: 'POST', body})).status;";
    assert_eq!(page.browser().run::<u16>(script, &json!(process::TOKEN)).await, 200);
    for path in ["/account", "/admin"] {
        page.go(path).await;
        page.sees_in("#tokens", "a token or a JWT, and so you cannot make tokens").await;
        page.find("#tokens tbody", "").await;
        let buttons: Vec<String> =
            page.look("return all('#tokens button').map((it) => it.textContent)").await;
        assert!(buttons.iter().all(|it| !it.contains("New token")), "{path}: {buttons:?}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_admin_adds_a_user_changes_the_role_and_disables() {
    let site = Site::start();
    let Some(page) = Page::of(&site, "anita", "/admin").await else { return };
    page.click("#users button", "Add a user").await;
    page.fill("dialog input[name=user_id]", "", "ravi").await;
    page.fill("dialog input[type=password]", "", "short").await;
    page.click("dialog button.primary", "Add a user").await;
    page.find("dialog [id$=-error]", "").await;
    page.retype("dialog input[type=password]", "", NEW).await;
    page.click("dialog button.primary", "Add a user").await;
    page.sees("ravi is added.").await;
    assert!(signs_in(&site, "ravi", NEW).await);

    page.fill("#users input[type=search]", "", "rav").await;
    page.until("return all('#users tbody tr').length === 1").await;
    page.click("#users button", "Change ravi").await;
    page.choose("dialog select", "", "auditor").await;
    page.click("dialog button", "Set the role").await;
    page.sees("ravi has the new role.").await;
    page.sees_in("#users tbody", "auditor").await;

    page.click("#users button", "Change ravi").await;
    page.click("dialog button", "Disable ravi").await;
    page.sees_in("dialog", "stop working within a second").await;
    page.click("dialog button.danger", "Disable").await;
    page.sees("ravi is disabled.").await;
    page.sees_in("#users tbody", "disabled").await;
    assert!(!signs_in(&site, "ravi", NEW).await);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_admin_gives_a_program_a_token_and_takes_it_back() {
    let site = Site::start();
    let Some(page) = Page::of(&site, "anita", "/admin").await else { return };
    page.click("#tokens button", "New token").await;
    page.fill("dialog input", "User", "etl").await;
    page.choose("dialog select", "", "auditor").await;
    page.fill("dialog input[name=token-name]", "", "warehouse.etl").await;
    page.click("dialog button", "Make the token").await;
    let token = page.until("return all('dialog input.secret')[0]?.value").await;
    let token = token.as_str().unwrap().to_owned();
    assert_eq!(status(&site, "/v1/entries", &token).await, 200);
    page.click("dialog button", "I have stored it").await;
    page.sees_in("#tokens tbody", "warehouse.etl").await;
    page.click("#tokens button", "Revoke warehouse.etl").await;
    page.click("dialog button.danger", "Revoke").await;
    page.sees("warehouse.etl is revoked.").await;
    assert_eq!(status(&site, "/v1/entries", &token).await, 401);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn only_admins_see_users() {
    let site = Site::start();
    for user in ["vijay", "asha"] {
        let Some(page) = Page::of(&site, user, "/admin").await else { return };
        page.sees("Only admins see this page.").await;
        let links: Value = page.look("return all('nav a', 'Users').length").await;
        assert_eq!(links, json!(0), "{user}");
    }
}
