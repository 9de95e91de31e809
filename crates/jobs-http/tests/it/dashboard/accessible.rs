//! What axe-core finds on every page, in both themes.

use std::path::Path;

use serde_json::Value;

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

async fn has_no_violations(theme: &str) {
    let Some(axe) = axe() else { return };
    let site = Site::start();
    let scenes = scenes(&site).await;
    let Some(page) = Page::new(&site).await else { return };
    page.prefers("prefers-color-scheme", theme).await;
    let script = format!("if (!window.axe) {{ {axe} }}\n{RUN}");
    let mut wrong = Vec::new();
    let mut check = async |name: String| {
        let (passes, violations): (usize, Vec<String>) = page.look(&script).await;
        assert!(passes > 10, "{name}: axe-core has looked at {passes} rules");
        wrong.extend(violations.iter().map(|violation| format!("{name}: {violation}")));
    };
    page.go("/").await;
    page.find("#public-facts", "").await;
    assert!(
        page.look::<bool>(&format!("return matchMedia('(prefers-color-scheme: {theme})').matches"))
            .await
    );
    check("signed out".to_owned()).await;
    page.sign_in("anita").await;
    for scene in scenes {
        scene.show(&page).await;
        check(scene.name()).await;
    }
    assert!(wrong.is_empty(), "{theme}: {}", wrong.join("\n"));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn no_page_violates_a_rule_in_the_light_theme() {
    has_no_violations("light").await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn no_page_violates_a_rule_in_the_dark_theme() {
    has_no_violations("dark").await;
}

/// An alarm is the page's most important sentence, and seldom seen.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_alarm_violates_no_rule_in_either_theme() {
    let Some(axe) = axe() else { return };
    let mut site = Site::start();
    site.jobs("T-Enable", 2).await;
    let job = site.job("T-Enable", &["5001"], serde_json::json!({})).await;
    site.stop();
    site.tamper("UPDATE term SET value = 'T-Disable' WHERE value = 'T-Enable'");
    site.start_again();
    let Some(page) = Page::of(&site, "asha", &format!("/jobs/{job}")).await else { return };
    page.find("#banner-job-proof", "").await;
    for theme in ["light", "dark"] {
        page.prefers("prefers-color-scheme", theme).await;
        let script = format!("if (!window.axe) {{ {axe} }}\n{RUN}");
        let (_, violations): (Value, Vec<String>) = page.look(&script).await;
        assert!(violations.is_empty(), "{theme}: {}", violations.join("\n"));
    }
}
