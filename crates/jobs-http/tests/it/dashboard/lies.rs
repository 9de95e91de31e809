//! What the page shows when the server, or somebody between, answers falsely.

use serde_json::{Value, json};

use crate::dashboard::middleman::{Middleman, Reply};
use crate::dashboard::page::Page;
use crate::dashboard::site::Site;

const JOB: &str = "11112222-3333-4444-8555-666677778888";
const OTHER: &str = "aaaabbbb-3333-4444-8555-666677778888";

type Lie = fn(&mut Reply);
type Change = Box<dyn Fn(&mut Value) + Send + Sync>;

/// An auditor at a page that a middleman serves, and what is behind that.
struct Scene {
    site: Site,
    middleman: Middleman,
    page: Page,
}

impl Scene {
    /// With a job for these customers, which failed for the last two, and with another job.
    async fn of(cids: &[&str]) -> Option<Self> {
        let site = Site::start();
        record(&site, JOB, cids).await;
        record(&site, OTHER, cids).await;
        let middleman = Middleman::before(&site).await;
        let page = Page::new(&site).await?.through(middleman.url.clone());
        page.sign_in("asha").await;
        Some(Self { site, middleman, page })
    }

    async fn visit_job(&self) {
        self.page.go(&format!("/jobs/{JOB}")).await;
    }

    /// The help, as good as a moment later: a cache may keep a checkpoint for a moment.
    async fn visit_help(&self) {
        self.page.browser().cdp("Network.clearBrowserCache", json!({})).await;
        self.page.go("/help").await;
    }

    /// Lies about what is below `/v1/jobs/{JOB}/`.
    fn lies(&self, path: &str, change: impl Fn(&mut Reply) + Send + Sync + 'static) {
        self.middleman.lies(&format!("/v1/jobs/{JOB}/{path}"), change);
    }

    /// How many things are said to be proved.
    async fn proved(&self, css: &str) -> usize {
        self.page.look_with("return all(`${input} .proved`).length", &json!(css)).await
    }

    /// The browser remembers the ledger as it is, which then grows; what was shown is gone.
    async fn remember(&self) {
        self.middleman.is_honest();
        self.page.look::<bool>("localStorage.clear(); return true").await;
        self.visit_help().await;
        self.page.sees_in("#proof-status", "From now on this browser remembers the ledger").await;
        self.site.jobs("T-Enable", 1).await;
    }
}

/// A job of four entries, which has most of the facts that a job may have.
async fn record(site: &Site, job_id: &str, cids: &[&str]) {
    let more = json!({
        "job_id": job_id, "batch_id": "night 1", "action_code": 7,
        "request_payload": {"list": [1, 2]},
    });
    site.job("T-Enable", cids, more).await;
    let outcomes: Value = cids[cids.len() - 2..]
        .iter()
        .map(|cid| json!({"cid": cid, "status": "FAILED", "message": "is locked"}))
        .collect();
    let unconfirmed = json!({"status": "UNCONFIRMED", "error_message": "no answer"});
    site.report(job_id, unconfirmed).await;
    let failed = json!({"status": "FAILED", "error_message": "some failed", "outcomes": outcomes});
    site.report(job_id, failed).await;
    let note = json!({"text": "seen"});
    assert_eq!(site.caller().post(&format!("/v1/jobs/{job_id}/notes"), &note).await.status(), 201);
}

fn without(object: &mut Value, name: &str) {
    object.as_object_mut().unwrap().remove(name).unwrap();
}

/// Facts of the job that can be left out, and what each can be changed to.
const FACTS: [(&str, &str); 13] = [
    ("submitted_by", "\"meera\""),
    ("user_id", "\"meera\""),
    ("error_message", "\"all failed\""),
    ("status", "\"SUCCESS\""),
    ("cause", "\"answered\""),
    ("action_name", "\"T-Disable\""),
    ("action_code", "8"),
    ("customer_count", "40"),
    ("batch_id", "\"night 2\""),
    ("created_at", "\"2020-01-01T00:00:00.000000Z\""),
    ("updated_at", "\"2020-01-01T00:00:00.000000Z\""),
    ("note_count", "0"),
    ("newest_note", "null"),
];

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_fact_that_is_left_out_or_changed_is_an_alarm() {
    let Some(scene) = Scene::of(&["1", "2", "3"]).await else { return };
    scene.visit_job().await;
    scene.page.sees_in(".proof-line", "4 entries proved").await;
    scene.page.sees_in(".outcomes", "list of 3 customers, proved").await;
    for (name, value) in FACTS {
        for changed in [None, Some(value)] {
            scene.middleman.is_honest();
            scene.lies("overview", move |reply| {
                reply.json(|it| match changed {
                    None => without(&mut it["job"], name),
                    Some(value) => it["job"][name] = serde_json::from_str(value).unwrap(),
                });
            });
            scene.visit_job().await;
            let why = format!("its entries do not say: {name}");
            scene.page.sees_in("#banner-job-proof[role=alert]", &why).await;
            assert_eq!(scene.proved("body").await, 0, "{name}: {changed:?}");
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn another_job_or_other_entries_are_an_alarm() {
    let Some(scene) = Scene::of(&["1", "2", "3"]).await else { return };
    let caller = scene.site.caller();
    let other = caller.get(&format!("/v1/jobs/{OTHER}/overview")).await.to_string();
    let entry = |name: &'static str, value: &'static str| {
        move |it: &mut Value| it["entries"][2][name] = json!(value)
    };
    // With how many entries are still as they were recorded, if that can be said at all.
    let lies: Vec<(&str, usize, Change)> = vec![
        ("this is another job", 0, Box::new(move |it| *it = serde_json::from_str(&other).unwrap())),
        ("entry 2", 3, Box::new(entry("error_message", "all failed"))),
        ("entry 2", 3, Box::new(entry("recorded_at", "2020-01-01T00:00:00.000000Z"))),
        ("entry 2", 3, Box::new(entry("actor", "meera"))),
        ("entry 2", 3, Box::new(|it| without(&mut it["entries"][2], "outcomes"))),
        ("entry 2", 3, Box::new(|it| it["entries"][2]["path"] = json!([]))),
        ("entry 3", 3, Box::new(|it| it["entries"][3]["text"] = json!("unseen"))),
        ("", 0, Box::new(|it| drop(it["entries"].as_array_mut().unwrap().remove(2)))),
        ("", 0, Box::new(|it| drop(it["entries"].as_array_mut().unwrap().pop()))),
        ("", 0, Box::new(|it| it["entries"].as_array_mut().unwrap().swap(1, 2))),
        ("the counts of outcomes", 4, Box::new(|it| it["outcomes"]["counts"]["FAILED"] = json!(1))),
    ];
    for (number, (why, left, change)) in lies.into_iter().enumerate() {
        scene.middleman.is_honest();
        scene.lies("overview", move |reply| reply.json(&change));
        scene.visit_job().await;
        scene.page.sees_in("#banner-job-proof[role=alert]", why).await;
        assert_eq!(scene.proved(".timeline").await, left, "{number}: {why}");
        assert_eq!(scene.proved(".outcomes").await, 0, "{number}: {why}");
        let head = if left == 4 { 1 } else { 0 };
        assert_eq!(scene.proved(".job-head").await, head, "{number}: {why}");
    }
}

/// Each of two jobs that are compared is proved by itself.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_false_job_in_a_comparison_is_an_alarm() {
    let Some(scene) = Scene::of(&["1", "2", "3"]).await else { return };
    let compare = format!("/jobs/{JOB}/compare/{OTHER}");
    scene.page.go(&compare).await;
    scene.page.until("return all('.compare-facts .proved').length === 2").await;
    for (id, banner) in [(JOB, "#banner-job-proof"), (OTHER, "#banner-other-job-proof")] {
        scene.middleman.is_honest();
        scene.middleman.lies(&format!("/v1/jobs/{id}/overview"), |reply| {
            reply.json(|it| it["job"]["status"] = json!("SUCCESS"));
        });
        scene.page.go(&compare).await;
        let banner = format!("{banner}[role=alert]");
        scene.page.sees_in(&banner, "its entries do not say: status").await;
        assert_eq!(scene.proved("main").await, 1, "{id}");
    }
}

/// What is no job at all is not shown.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_answer_that_is_no_job_is_not_shown() {
    let Some(scene) = Scene::of(&["1", "2", "3"]).await else { return };
    for body in ["null", "{}", "7", r#"{"job": {}, "entries": []}"#] {
        scene.middleman.is_honest();
        scene.lies("overview", move |reply| reply.body = body.to_owned());
        scene.visit_job().await;
        scene.page.sees("The server's answer is not what a job looks like").await;
        assert_eq!(scene.proved("body").await, 0, "{body}");
    }
}

/// A list that is checked by itself.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn lists_that_are_changed_are_an_alarm() {
    let Some(scene) = Scene::of(&["1", "2", "3"]).await else { return };
    scene.lies("customers", |reply| reply.json(|it| it["customers"][2] = json!("9")));
    scene.visit_job().await;
    scene.page.sees_in(".outcomes .not-proved", "these lists are NOT PROVED").await;
    scene
        .page
        .sees_in("#banner-job-proof[role=alert]", "the customers are not those of the entry")
        .await;

    for status in [json!("SUCCESS"), Value::Null] {
        scene.middleman.is_honest();
        scene.lies("history", move |reply| {
            reply.json(|it| {
                let outcomes = it["entries"][2]["outcomes"].as_array_mut().unwrap();
                if status.is_null() {
                    outcomes.pop();
                } else {
                    outcomes[0]["status"] = status.clone();
                }
            });
        });
        scene.visit_job().await;
        scene.page.sees_in(".outcomes .not-proved", "these lists are NOT PROVED").await;
        scene.page.sees_in("#banner-job-proof[role=alert]", "not those of entry 2").await;
    }

    scene.middleman.is_honest();
    scene.lies("payload", |reply| reply.body = r#"{"list":[1,3]}"#.to_owned());
    scene.visit_job().await;
    scene.page.sees_in(".outcomes", "list of 3 customers, proved").await;
    scene.page.click("summary", "Payload").await;
    scene.page.sees_in("#banner-job-proof[role=alert]", "the payload is NOT PROVED").await;
    assert_eq!(scene.proved("details").await, 0);
}

/// A list that is checked when the reader asks for it: until then nothing says that it is proved.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_row_that_is_changed_or_left_out_is_not_shown_as_proved() {
    let cids: Vec<String> = (0..1100).map(|n| format!("C-{n:04}")).collect();
    let cids: Vec<&str> = cids.iter().map(String::as_str).collect();
    let Some(scene) = Scene::of(&cids).await else { return };
    let page = &scene.page;
    scene.lies("outcomes", |reply| {
        reply.json(|it| {
            for row in it["customers"].as_array_mut().unwrap() {
                if row["cid"] == "C-1099" {
                    row["message"] = json!("is unlocked");
                }
            }
        });
    });
    let searched = format!("/jobs/{JOB}?search=C-1099");
    page.go(&searched).await;
    page.sees_in(".outcomes .rows", "is unlocked").await;
    assert_eq!(scene.proved(".outcomes").await, 0);
    page.click("#check-lists", "").await;
    let why = "an outcome is not the one that was recorded";
    page.sees_in("#banner-job-proof[role=alert]", why).await;
    page.sees_in(".outcomes .rows", "is locked").await;
    assert!(!page.text(".outcomes .rows").await.contains("unlocked"));

    scene.middleman.is_honest();
    scene.lies("outcomes", |reply| {
        reply.json(|it| {
            it["customers"] = json!([]);
            it["matching"] = json!(0);
        });
    });
    page.go(&searched).await;
    page.sees_in(".outcomes", "No customer matches").await;
    assert_eq!(scene.proved(".outcomes").await, 0);
    page.click("#check-lists", "").await;
    page.sees_in(".outcomes", "list of 1,100 customers, proved").await;
    page.sees_in(".outcomes", "1 customer shown").await;
    page.sees_in(".outcomes .rows", "is locked").await;
}

const CONSISTENCY: &str = "/v1/proof/consistency";
const ALARM: &str = "#banner-proof[role=alert]";

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_consistency_proof_that_is_refused_or_wrong_proves_nothing() {
    let Some(scene) = Scene::of(&["1", "2", "3"]).await else { return };
    let page = &scene.page;
    let lies: [(&str, &str, Lie); 7] = [
        ("#banner-proof[role=status]", "The server refuses the proof", |it| it.refuse(503)),
        ("#banner-proof[role=status]", "The server refuses the proof", |it| it.refuse(404)),
        ("#banner-proof[role=status]", "The server refuses the proof", |it| it.refuse(403)),
        (ALARM, "something that is no proof", |it| it.body = "null".to_owned()),
        (ALARM, "something that is no proof", |it| it.json(|it| it["path"] = json!("none"))),
        (ALARM, "Entries have been changed or removed", |it| it.json(|it| it["path"] = json!([]))),
        (ALARM, "Entries have been changed or removed", |it| {
            it.json(|it| it["path"][0] = json!("00".repeat(32)));
        }),
    ];
    for (banner, text, lie) in lies {
        scene.remember().await;
        scene.middleman.lies(CONSISTENCY, lie);
        scene.visit_job().await;
        page.sees_in(banner, text).await;
        page.sees_in(".job-head", "not proved yet").await;
        page.sees_in(".timeline", "entry #0, not proved yet").await;
        assert_eq!(scene.proved("body").await, 0, "{text}");
        assert!(!page.text("#proof-status").await.contains("Nothing has been removed"), "{text}");
    }
    // It would be proved.
    scene.remember().await;
    scene.visit_job().await;
    page.sees_in("#proof-status", "Nothing has been removed or changed").await;
    page.sees_in(".proof-line .proved", "4 entries proved").await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_consistency_proof_that_stays_refused_is_an_alarm() {
    let Some(scene) = Scene::of(&["1", "2", "3"]).await else { return };
    // The page waits between its tries for longer than a test has to.
    let source = "
        const later = window.setTimeout;
        window.setTimeout = (run, ms, ...rest) => later(run, ms >= 5000 ? 50 : ms, ...rest)";
    let script = json!({"source": source});
    scene.page.browser().cdp("Page.addScriptToEvaluateOnNewDocument", script).await;
    scene.remember().await;
    scene.middleman.lies(CONSISTENCY, |it| it.refuse(503));
    scene.visit_job().await;
    scene.page.sees_in(ALARM, "The server goes on refusing the proof").await;
    assert_eq!(scene.proved("body").await, 0);
    // Once it is given, there is nothing to be alarmed about.
    scene.middleman.is_honest();
    scene.page.until("return !all('#banner-proof').length").await;
    scene.page.sees_in(".proof-line .proved", "4 entries proved").await;
}

/// What was true once: an older checkpoint, and the job as it was then.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_older_checkpoint_is_an_alarm() {
    let Some(scene) = Scene::of(&["1", "2", "3"]).await else { return };
    let path = format!("/v1/jobs/{JOB}/overview");
    let overview = scene.site.caller().get(&path).await.to_string();
    let checkpoint = text(&scene.site, "/log/checkpoint").await;
    scene.site.jobs("T-Enable", 2).await;

    scene.remember().await;
    scene.lies("overview", move |reply| reply.body.clone_from(&overview));
    scene.visit_job().await;
    scene.page.sees_in(ALARM, ", and has 8").await;
    assert_eq!(scene.proved("body").await, 0);

    scene.remember().await;
    scene.middleman.lies("/log/checkpoint", move |reply| reply.body.clone_from(&checkpoint));
    scene.visit_help().await;
    scene.page.sees_in(ALARM, "Entries have been removed: the ledger had 11, and has 8").await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn another_key_or_no_checkpoint_is_an_alarm() {
    let Some(scene) = Scene::of(&["1", "2", "3"]).await else { return };
    // Another ledger, which has the same job and a key of its own: nothing in it is wrong.
    let other = Site::start();
    record(&other, JOB, &["4", "5", "6"]).await;
    other.jobs("T-Enable", 20).await;
    let overview = other.caller().get(&format!("/v1/jobs/{JOB}/overview")).await.to_string();
    let [checkpoint, key] = [text(&other, "/log/checkpoint").await, text(&other, "/log/key").await];

    scene.remember().await;
    let forged = overview.clone();
    scene.lies("overview", move |reply| reply.body.clone_from(&forged));
    scene.visit_job().await;
    scene.page.sees_in(ALARM, "The key of this ledger has changed").await;
    scene.page.sees_in(".timeline", "entry #0, NOT PROVED").await;
    assert_eq!(scene.proved("body").await, 0);

    // At the first visit, one answer contradicts another.
    scene.page.look::<bool>("localStorage.clear(); return true").await;
    scene.visit_job().await;
    scene.page.sees_in(ALARM, "The key of this ledger has changed").await;
    scene.page.until("return all('.timeline li').length && !all('.proved').length").await;

    scene.remember().await;
    scene.middleman.lies("/log/checkpoint", move |reply| reply.body.clone_from(&checkpoint));
    scene.middleman.lies("/log/key", move |reply| reply.body.clone_from(&key));
    scene.visit_help().await;
    scene.page.sees_in(ALARM, "The key of this ledger has changed").await;

    for lie in ["", "no checkpoint\n", "[]"] {
        scene.remember().await;
        scene.middleman.lies("/log/checkpoint", move |reply| reply.body = lie.to_owned());
        scene.visit_help().await;
        scene.page.sees_in(ALARM, "The ledger is not signed with its key").await;

        scene.remember().await;
        scene.lies("overview", move |reply| reply.json(|it| it["checkpoint"] = json!(lie)));
        scene.visit_job().await;
        scene.page.sees_in("#banner-job-proof[role=alert]", "not shown as it was recorded").await;
        scene.page.sees_in(ALARM, "The ledger is not signed with its key").await;
        assert_eq!(scene.proved("body").await, 0, "{lie}");
    }
}

async fn text(site: &Site, path: &str) -> String {
    let request = site.caller().http.get(format!("{}{path}", site.url()));
    request.send().await.unwrap().text().await.unwrap()
}
