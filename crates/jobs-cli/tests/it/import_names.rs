//! Names with white space around them and invisible characters: recorded without them, kept with
//! them, and reported.

use jobs_core::Cid;
use serde_json::{Value, json};

use crate::support::legacy::{self, Generation, OldJob, id, job};
use crate::support::run::Folder;

const NEWER: Generation = Generation::Newer;
const ARGS: [&str; 7] =
    ["import", "old.db", "--audit", "audit.db", "--utc-offset", "+00:00", "--json"];

/// What people paste before and after a name.
const AROUND: [(&str, &str); 9] = [
    (" ", " "),
    ("\t", "\r\n"),
    ("\u{a0}", "\u{a0}"),
    ("\u{feff}", ""),
    ("", "\u{200b}"),
    ("\u{200e}", "\u{2060}"),
    ("\u{3000}", "\u{2009}"),
    ("\u{ad}", "\u{200d}"),
    (" \u{feff}\u{a0}", "\u{200b} \u{85}"),
];

fn leaked(text: String) -> &'static str {
    Box::leak(text.into_boxed_str())
}

fn original(folder: &Folder, job_id: &str) -> Value {
    folder.recorded(job_id).unwrap().0.original.unwrap().as_str().parse().unwrap()
}

#[test]
fn every_name_is_taken_clean_and_its_spelling_is_kept() {
    let folder = Folder::new();
    let around = |n: usize, name: &str| {
        let (before, behind) = AROUND[n];
        leaked(format!("{before}{name}{behind}"))
    };
    let jobs: Vec<OldJob> = (0..AROUND.len())
        .map(|n| OldJob {
            user_id: around(n, "vijay"),
            action_name: around(n, "Trans-Begin"),
            batch_id: Some(around(n, "night 7")),
            cluster_url: Some(around(n, "https://a.test/tms")),
            cids: vec![around(n, "5001").into(), "5002".into()],
            request_payload: Some(json!({"cids": [around(n, "5002"), "5001"]}).to_string()),
            ..job(&id(u32::try_from(n).unwrap()), &format!("{n:02}:00:00"))
        })
        .collect();
    drop(legacy::write(&folder.path("old.db"), NEWER, &jobs));
    let texts: Vec<_> = (0..AROUND.len())
        .map(|n| {
            // The log has another spelling than the job.
            let other = (n + 1) % AROUND.len();
            let cids = json!([around(other, "5002"), "5001"]).to_string();
            (
                around(other, "vijay"),
                around(other, "tran-begin"),
                cids,
                format!("2026-01-28 {n:02}:00:03"),
            )
        })
        .collect();
    let rows: Vec<_> = texts
        .iter()
        .map(|(user, action, cids, time)| (*user, *action, Some(&**cids), &**time, "success", None))
        .collect();
    legacy::write_audit(&folder.path("audit.db"), &rows);
    let report = folder.run(&ARGS).exits(0).json();
    assert_eq!(report["jobs"]["imported"], AROUND.len());
    assert_eq!(report["audit"]["matched"], AROUND.len());
    assert_eq!(report["payload_names_other_customers"]["count"], 0);
    for (n, old) in jobs.iter().enumerate() {
        let (detail, cids) = folder.recorded(&old.job_id).unwrap();
        let facts = &detail.job.facts;
        assert_eq!(facts.user_id.as_str(), "vijay");
        assert_eq!(facts.action_name.as_str(), "Trans-Begin");
        assert_eq!(facts.batch_id.as_ref().unwrap().as_str(), "night 7");
        assert_eq!(facts.cluster_url.as_ref().unwrap().as_str(), "https://a.test/tms");
        assert_eq!(cids.iter().map(Cid::as_str).collect::<Vec<_>>(), ["5001", "5002"]);
        let kept = original(&folder, &old.job_id);
        assert_eq!(kept["user_id"], old.user_id);
        assert_eq!(kept["action_name"], old.action_name);
        assert_eq!(kept["batch_id"], json!(old.batch_id));
        assert_eq!(kept["cluster_url"], json!(old.cluster_url));
        assert_eq!(kept["cids"], json!({"5001": [old.cids[0]]}));
        let (user, action, cids, _) = &texts[n];
        assert_eq!(kept["audit"]["user_id"], *user);
        assert_eq!(kept["audit"]["action_type"], *action);
        assert_eq!(kept["audit"]["customer_ids"], **cids);
        let named: Vec<_> = report["respelt"]["first"]
            .as_array()
            .unwrap()
            .iter()
            .filter(|item| item["job_id"] == old.job_id)
            .map(|item| item["field"].as_str().unwrap())
            .collect();
        assert_eq!(named, ["user_id", "action_name", "cids", "batch_id", "cluster_url", "audit"]);
    }
}

#[test]
fn spellings_of_one_customer_become_one_and_that_is_said() {
    let folder = Folder::new();
    let cids = ["5001", "5001 ", "\u{feff}5001", "50\u{a0}01", "50 01", "5002"];
    let old = OldJob { cids: cids.map(str::to_owned).to_vec(), ..job(&id(1), "10:00:00") };
    drop(legacy::write(&folder.path("old.db"), NEWER, &[old]));
    let list = json!(["7\u{200b}", "7"]).to_string();
    let rows =
        [(" prasad", "T-Enable\u{a0}", Some(&*list), "2026-01-28 12:00:00", "success", None)];
    legacy::write_audit(&folder.path("audit.db"), &rows);
    let report = folder.run(&ARGS).exits(0).json();
    let (_, found) = folder.recorded(&id(1)).unwrap();
    assert_eq!(found.iter().map(Cid::as_str).collect::<Vec<_>>(), ["50 01", "5001", "5002"]);
    assert_eq!(
        original(&folder, &id(1))["cids"],
        json!({"5001": ["5001 ", "\u{feff}5001"], "50 01": ["50\u{a0}01"]})
    );
    let merged = report["merged_customers"]["first"].as_array().unwrap();
    let merged: Vec<_> = merged.iter().map(|item| item["cid"].as_str().unwrap()).collect();
    assert_eq!(merged, ["50 01", "5001", "7"]);
    assert_eq!(report["duplicate_customers"], 3);
    let listed = folder.run(&["list", "--user-id", "prasad", "--json"]).exits(0).json();
    let left_over = &listed["jobs"][0];
    assert_eq!(
        (&left_over["action_name"], &left_over["customer_count"]),
        (&json!("T-Enable"), &json!(1))
    );
    let kept = original(&folder, left_over["job_id"].as_str().unwrap());
    assert_eq!(kept["audit"]["user_id"], " prasad");
    assert_eq!(kept["audit"]["customer_ids"], list);
    let text = folder.run(&ARGS[..6]).exits(0).stdout;
    assert!(
        text.contains("Recorded without white space") && text.contains(&format!("{}: cids", id(1))),
        "{text}"
    );
}

/// A name of only white space is not a name, and a control character inside is not allowed in one,
/// as before.
#[test]
fn what_is_no_name_even_so_is_refused_and_listed() {
    let folder = Folder::new();
    let cid = |cid: &str| vec![cid.to_owned()];
    let jobs = [
        OldJob { cids: cid(" \u{a0}"), ..job(&id(1), "10:00:00") },
        OldJob { cids: cid("50\t01"), ..job(&id(2), "10:00:00") },
        OldJob { user_id: "\u{200b}", ..job(&id(3), "10:00:00") },
        OldJob {
            batch_id: Some(" \u{feff}"),
            cluster_url: Some("a\nb"),
            ..job(&id(4), "10:00:00")
        },
    ];
    drop(legacy::write(&folder.path("old.db"), NEWER, &jobs));
    let report = folder.run(&["import", "old.db", "--utc-offset", "Z", "--json"]).exits(3).json();
    assert_eq!(report["not_taken"]["count"], 3);
    assert_eq!(report["kept_in_original_only"]["count"], 2);
    assert_eq!(original(&folder, &id(4))["batch_id"], " \u{feff}");
}

/// Characters that are removed must not hide a credential.
#[test]
fn a_credential_whose_name_has_an_invisible_character_is_not_recorded() {
    let folder = Folder::new();
    let old = OldJob {
        batch_id: Some("to\u{200b}ken=CANARY"),
        cluster_url: Some("https://a.test/?pass\u{ad}word=CANARY&page=2"),
        ..job(&id(1), "10:00:00")
    };
    drop(legacy::write(&folder.path("old.db"), NEWER, &[old]));
    folder.run(&["import", "old.db", "--utc-offset", "Z"]).exits(0);
    let (detail, _) = folder.recorded(&id(1)).unwrap();
    let shown = serde_json::to_string(&detail).unwrap();
    assert!(shown.contains("token=[redacted]") && !shown.contains("CANARY"), "{shown}");
}
