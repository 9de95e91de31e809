//! Every page: what axe-core finds on it in both themes, and whether it keeps its manners.

use std::path::Path;

use serde_json::json;

use crate::dashboard::manners::{forget, misdeeds, watch};
use crate::dashboard::middleman::Middleman;
use crate::dashboard::page::Page;
use crate::dashboard::scenes::scenes;
use crate::dashboard::site::Site;

const AXE: &str =
    concat!(env!("CARGO_MANIFEST_DIR"), "/../jobs-dashboard/node_modules/axe-core/axe.min.js");

/// WCAG 2.2 at level AA, and what axe-core calls good practice. Each violation is a line.
const RUN: &str = "
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
    const options = {runOnly: {type: 'tag', values: tags}, resultTypes: ['violations']};
    await Promise.all(document.getAnimations().map((it) => it.finished.catch(() => {})));
    const {violations, passes} = await window.axe.run(document, options);
    return [passes.length, violations.flatMap(({id, help, nodes}) =>
        nodes.map(({html, any, all, none}) => {
            const why = [...any, ...all, ...none].map((it) => it.message).join('; ');
            return `${id}: ${help}: ${html.slice(0, 200)} (${why})`;
        }))]";

/// axe-core, which npm installs. Only a developer's machine may lack it.
fn axe() -> Option<String> {
    if Path::new(AXE).exists() {
        return Some(std::fs::read_to_string(AXE).unwrap());
    }
    assert!(std::env::var_os("CI").is_none(), "CI must have axe-core: {AXE}");
    println!("SKIPPED: axe-core is not installed; run: cargo xtask ci page");
    None
}

/// A window, and the rules that what it shows is held against.
struct Check {
    page: Page,
    /// None without axe-core.
    script: Option<String>,
    wrong: Vec<String>,
}

impl Check {
    async fn new(site: &Site) -> Option<Self> {
        let page = Page::new(site).await?;
        let script = axe().map(|axe| format!("if (!window.axe) {{ {axe} }}\n{RUN}"));
        Some(Self { page, script, wrong: Vec::new() })
    }

    /// Looks at what is shown now, in both themes.
    async fn look(&mut self, name: &str) {
        let Some(script) = &self.script else { return };
        for theme in ["light", "dark"] {
            self.page.prefers("prefers-color-scheme", theme).await;
            let is_on = format!("return matchMedia('(prefers-color-scheme: {theme})').matches");
            assert!(self.page.look::<bool>(&is_on).await);
            let (passes, violations): (usize, Vec<String>) = self.page.look(script).await;
            assert!(passes > 10, "{name}: axe-core has looked at {passes} rules");
            self.wrong.extend(violations.iter().map(|it| format!("{theme}: {name}: {it}")));
        }
    }

    /// And at what it did until now.
    async fn all(&mut self, name: &str) {
        let misdeeds = misdeeds(&self.page).await;
        self.wrong.extend(misdeeds.iter().map(|it| format!("{name}: {it}")));
        self.look(name).await;
    }

    fn end(self) {
        assert!(self.wrong.is_empty(), "{}", self.wrong.join("\n"));
    }
}

/// Signed out, then every scene of this half, so that two halves can be looked at side by side.
async fn half(parity: usize) {
    let site = Site::start();
    let scenes = scenes(&site).await;
    let Some(mut check) = Check::new(&site).await else { return };
    watch(&check.page).await;
    check.page.go("/").await;
    check.page.find("#public-facts", "").await;
    check.all("signed out").await;
    check.page.sign_in("anita").await;
    for (_, scene) in scenes.iter().enumerate().filter(|(number, _)| number % 2 == parity) {
        forget(&check.page).await;
        scene.show(&check.page).await;
        check.all(&scene.name()).await;
    }
    check.end();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_page_is_accessible_in_both_themes_and_keeps_its_manners() {
    half(0).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_other_page_is_accessible_in_both_themes_and_keeps_its_manners() {
    half(1).await;
}

/// What is seldom seen is looked at, too: alarms, and what is said when something is not there.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn no_alarm_and_no_failure_violates_a_rule_in_either_theme() {
    let mut site = Site::start();
    site.jobs("T-Enable", 2).await;
    let job = site.job("T-Enable", &["5001"], json!({})).await;
    let middleman = Middleman::before(&site).await;
    let Some(mut check) = Check::new(&site).await else { return };
    check.page = check.page.through(middleman.url.clone());
    check.page.sign_in("vijay").await;
    for (path, there) in [
        ("/jobs/00000000-0000-4000-8000-000000000000", "main p a"),
        ("/admin", "h1"),
        ("/jobs?user_id=asha", "main .notice, main .state-title"),
    ] {
        check.page.go(path).await;
        check.page.find(there, "").await;
        check.look(path).await;
    }
    // The dialog of a token that was made.
    check.page.go("/account").await;
    check.page.click("#tokens button", "New token").await;
    check.page.fill("dialog input[name=token-name]", "", "night-batch").await;
    check.page.click("dialog button", "Make the token").await;
    check.page.find("dialog input.secret", "").await;
    check.look("a new token").await;

    check.page.go("/help").await;
    check.page.find("#proof-status a", "").await;
    middleman.lies("/v1/jobs/", |reply| reply.json(|it| it["job"]["status"] = json!("SUCCESS")));
    middleman.lies("/log/checkpoint", |reply| reply.body = "no checkpoint".to_owned());
    check.page.browser().cdp("Network.clearBrowserCache", json!({})).await;
    check.page.go(&format!("/jobs/{job}")).await;
    check.page.find("#banner-job-proof", "").await;
    check.page.find("#banner-proof", "").await;
    check.look("alarms").await;
    check.page.click("#banner-proof button", "End this alarm").await;
    check.page.find("dialog button.danger", "").await;
    check.look("the end of an alarm").await;

    // A session that has ended, and then a server that has gone.
    middleman.is_honest();
    check.page.go(&format!("/jobs/{job}")).await;
    check.page.find("#do-note", "").await;
    check.page.browser().cdp("Network.clearBrowserCookies", json!({})).await;
    check.page.click("#do-note", "").await;
    check.page.fill("dialog textarea", "Note", "seen").await;
    check.page.click("dialog button", "Add the note").await;
    check.page.find("dialog input[name=password]", "").await;
    check.look("a session that has ended").await;
    check.page.sign_in("vijay").await;
    check.page.go(&format!("/jobs/{job}")).await;
    check.page.find("#do-note", "").await;
    site.stop();
    check.page.find("#banner-offline", "").await;
    check.look("a server that has gone").await;
    check.end();
}
