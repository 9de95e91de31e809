//! Local times, and the zone that they are in.

use serde_json::json;

use crate::support::dirt;
use crate::support::legacy::{self, Generation, OldJob, id, job};
use crate::support::run::Folder;

#[test]
fn another_offset_than_before_is_a_conflict_that_is_explained() {
    let folder = Folder::new();
    drop(legacy::write(&folder.path("old.db"), Generation::Newer, &dirt::good()));
    folder.run(&["import", "old.db", "--utc-offset", "+05:30"]).exits(0);
    let report = folder.run(&["import", "old.db", "--utc-offset", "Z", "--json"]).exits(3).json();
    // The one whose time has an offset is the same as before.
    assert_eq!(report["jobs"], json!({"imported": 0, "already_recorded": 1, "conflicts": 15}));
    assert_eq!(report["conflicts"]["count"], 15);
    let differs_in = &report["conflicts"]["first"][0]["differs_in"];
    assert_eq!(*differs_in, json!(["created_at", "original.utc_offset"]));
    let warning = report["warnings"][0].as_str().unwrap();
    assert!(warning.contains("with --utc-offset +05:30, and now with +00:00"), "{warning}");
}

#[test]
fn without_an_offset_a_warning_is_given_if_it_matters() {
    let folder = Folder::new();
    let aware = OldJob { created_at: "2026-01-28T09:00:00Z".into(), ..job(&id(1), "") };
    let sql = legacy::write(&folder.path("old.db"), Generation::Newer, &[aware]);
    let quiet = folder.run(&["import", "old.db", "--json"]).exits(0).json();
    assert_eq!(quiet["warnings"], json!([]));
    legacy::insert(&sql, Generation::Newer, &[job(&id(2), "09:00:00")]);
    let loud = folder.run(&["import", "old.db"]).exits(0);
    assert!(loud.stdout.contains("WARNING: the times of 1 job have no offset"), "{}", loud.stdout);
    let chosen = folder.run(&["import", "old.db", "--utc-offset", "+00:00"]).exits(0);
    assert!(!chosen.stdout.contains("WARNING"), "{}", chosen.stdout);
}

fn with_audit(folder: &Folder) {
    let jobs = [job(&id(1), "14:30:00.5"), job(&id(2), "15:00:00"), job(&id(3), "16:00:00")];
    drop(legacy::write(&folder.path("old.db"), Generation::Newer, &jobs));
    let row = |time| ("vijay", "Tran-Begin", Some("[\"5001\"]"), time, "success", None);
    let rows = [row("2026-01-28 09:00:04"), row("2026-01-28 09:30:01"), row("2026-01-28 10:30:17")];
    legacy::write_audit(&folder.path("audit.db"), &rows);
}

#[test]
fn an_offset_that_nobody_chose_and_the_audit_log_contradicts_stops_the_import() {
    let folder = Folder::new();
    with_audit(&folder);
    let ran = folder.run(&["import", "old.db", "--audit", "audit.db"]).exits(2);
    let expected =
        "of 3 jobs with local times, 3 agree with the audit log at +05:30, and 0 at +00:00";
    assert!(ran.stderr.contains(expected), "{}", ran.stderr);
    assert!(ran.stderr.contains("--utc-offset +05:30, or --utc-offset +00:00"), "{}", ran.stderr);
    assert!(!folder.path("jobs-data").exists());
}

#[test]
fn an_offset_that_was_chosen_is_used_and_the_log_is_only_quoted() {
    let folder = Folder::new();
    with_audit(&folder);
    let args = ["import", "old.db", "--audit", "audit.db", "--json", "--utc-offset"];
    let right = folder.run(&[&args[..], &["+05:30", "--dry-run"]].concat()).exits(0).json();
    assert_eq!(right["warnings"], json!([]));
    assert_eq!(right["audit"]["matched"], 3);
    let wrong = folder.run(&[&args[..], &["+00:00"]].concat()).exits(0).json();
    let warning = wrong["warnings"][0].as_str().unwrap();
    assert!(warning.contains("--utc-offset +05:30 may be right"), "{warning}");
    assert_eq!(wrong["audit"]["matched"], 0);
    assert_eq!(
        wrong["audit"]["offset_hint"],
        json!({
            "utc_offset": "+05:30", "jobs_compared": 3,
            "jobs_that_agree": 3, "jobs_that_agree_with_given": 0,
        })
    );
}
