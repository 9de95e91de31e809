//! Every page in the states that are worth a look, for what holds for all of them.

use serde_json::json;

use crate::dashboard::page::Page;
use crate::dashboard::site::Site;

/// A page in the state that is looked at.
pub(crate) struct Scene {
    pub(crate) path: String,
    /// What is there once it is whole.
    pub(crate) there: &'static str,
    /// Clicked then: a button, and what is there after that.
    pub(crate) opened: Option<(&'static str, &'static str)>,
}

fn scene(path: impl Into<String>, there: &'static str) -> Scene {
    Scene { path: path.into(), there, opened: None }
}

/// A site with a job of every status and of each kind of entry, and every page that an admin sees.
pub(crate) async fn scenes(site: &Site) -> Vec<Scene> {
    let job = site.set_action("/tms/v1/x", &["5001", "5002", "unknown-1"]).await;
    let note = json!({"text": "a note about this job"});
    assert_eq!(site.caller().post(&format!("/v1/jobs/{job}/notes"), &note).await.status(), 201);
    let open = site.set_action("/hang-up/x", &["5001"]).await;
    let long = "A-Name-That-Is-As-Long-As-They-Come-".repeat(3);
    let payload = json!({"request_payload": {"list": [1, 2, 3]}, "batch_id": long});
    let other = site.job("T-Enable", &["5001", &long], payload).await;
    site.job("T-Disable", &["5003"], json!({})).await;
    site.jobs("T-Enable", 30).await;
    let opens =
        |path: String, there, button, shown| Scene { path, there, opened: Some((button, shown)) };
    let job_is_there = ".outcomes .proved";
    let list_is_there = "tr[data-index] a";
    vec![
        scene("/", "tr[data-index='5'] a"),
        opens(
            "/?cause=answered&status=FAILED".into(),
            list_is_there,
            "[aria-keyshortcuts='?']",
            "dialog kbd",
        ),
        opens("/".into(), list_is_there, ".filters-list .popover button", ".panel label"),
        opens(
            "/jobs?status=FAILED".into(),
            list_is_there,
            ".jobs-top .popover button",
            ".panel input",
        ),
        opens("/jobs?within=24h".into(), list_is_there, ".user-menu", ".menu button"),
        scene("/?action_name=None", "main .state-title"),
        scene(format!("/jobs/{job}"), job_is_there),
        opens(format!("/jobs/{other}"), job_is_there, "summary", "details .proved"),
        opens(format!("/jobs/{job}"), job_is_there, "#do-retry", "dialog input"),
        opens(format!("/jobs/{job}"), job_is_there, "#do-note", "dialog textarea"),
        opens(format!("/jobs/{job}"), job_is_there, "#do-compare", "dialog input"),
        opens(format!("/jobs/{job}"), job_is_there, ".message-cell", "dialog .entry-text"),
        opens(format!("/jobs/{open}"), job_is_there, "#do-settle", "dialog textarea"),
        scene(format!("/jobs/{job}/compare/{other}"), ".rows a"),
        scene("/customers", "main input[name=cid]"),
        scene("/customers/5001", ".customer-jobs a"),
        scene("/customers/nobody", ".state-title"),
        scene("/set-action?cid=5001&cid=%205002&cid=5001&action=PE-Enable", ".kinds"),
        opens(
            "/set-action?cid=5001&action=PE-Enable".into(),
            ".virtual-list",
            ".set-action-end button",
            "dialog #overlaps",
        ),
        scene("/overview", "#by-user"),
        scene("/account", "#sessions tbody"),
        opens("/account".into(), "#sessions tbody", "#sessions p button", "dialog .danger"),
        opens("/account".into(), "#tokens button", "#tokens button", "dialog [name=token-name]"),
        scene("/admin", "#users tbody"),
        opens("/admin".into(), "#users tbody", "#users button", "dialog [name=user_id]"),
        opens("/admin".into(), "#users tbody", "#users tbody button", "dialog .changes"),
        opens("/admin".into(), "#tokens tbody", "#tokens tbody button", "dialog .danger"),
        scene("/help", "main h2"),
        scene("/help/proof", "main h2"),
        scene("/help/nothing/here", "h1"),
    ]
}

impl Scene {
    pub(crate) async fn show(&self, page: &Page) {
        page.go(&self.path).await;
        page.find(self.there, "").await;
        page.find("#proof-status a", "").await;
        if let Some((button, shown)) = self.opened {
            page.click(button, "").await;
            page.find(shown, "").await;
        }
    }

    pub(crate) fn name(&self) -> String {
        format!("{} {}", self.path, self.opened.map_or("", |(button, _)| button))
    }
}

/// The patterns of the router, such as `/jobs/:job_id`.
fn routes() -> Vec<String> {
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/../jobs-dashboard/web/main.js");
    let source = std::fs::read_to_string(file).unwrap();
    let parts = source.split("pattern: \"").skip(1);
    parts.filter_map(|part| part.split('"').next()).map(str::to_owned).collect()
}

/// A page that is added to the router has a scene as well.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_page_has_a_scene() {
    let scenes = scenes(&Site::start()).await;
    let is_of = |path: &str, route: &str| {
        let path: Vec<&str> = path.split('?').next().unwrap().split('/').collect();
        let route: Vec<&str> = route.split('/').collect();
        let mut pairs = path.iter().zip(&route);
        path.len() == route.len() && pairs.all(|(part, name)| name.starts_with(':') || part == name)
    };
    let routes = routes();
    assert!(routes.len() > 10, "{routes:?}");
    for route in routes.iter().filter(|route| !route.is_empty()) {
        assert!(scenes.iter().any(|scene| is_of(&scene.path, route)), "{route} has no scene");
    }
}
