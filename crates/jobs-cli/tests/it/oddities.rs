//! Oddities that are not errors: pairs that may be one click, and gaps in time.

use serde_json::{Value, json};

use crate::support::legacy::{self, Generation, OldJob, id, job};
use crate::support::run::Folder;

fn report(jobs: &[OldJob]) -> Value {
    let folder = Folder::new();
    drop(legacy::write(&folder.path("old.db"), Generation::Newer, jobs));
    folder.run(&["import", "old.db", "--utc-offset", "Z", "--json"]).exits(0).json()
}

#[test]
fn a_pair_is_the_same_user_action_and_customers_within_a_second() {
    let other = |n, time: &str| OldJob { cids: vec!["6".into()], ..job(&id(n), time) };
    let found = report(&[
        job(&id(1), "10:00:00"),
        // Spelt differently, and in between another's.
        other(2, "10:00:00.500"),
        OldJob { action_name: "trans-BEGIN", ..job(&id(3), "10:00:01") },
        // A second and more after the last one.
        job(&id(4), "10:00:02.001"),
        OldJob { user_id: "prasad", ..job(&id(5), "10:00:02.001") },
        OldJob { action_name: "T-Enable", ..job(&id(6), "10:00:02.001") },
    ]);
    let pair = json!({
        "first": id(1), "second": id(3), "apart_ms": 1000,
        "user_id": "vijay", "action_name": "trans-BEGIN", "customer_count": 1,
    });
    assert_eq!(found["suspicious_pairs"], json!({"count": 1, "first": [pair]}));
}

/// Jobs at these hours after midnight of 1 January 2026, which was a Thursday.
fn at_hours(hours: impl IntoIterator<Item = i64>) -> Vec<OldJob> {
    let start: jiff::civil::DateTime = "2026-01-01T00:00:00".parse().unwrap();
    let numbered = (1..).zip(hours);
    numbered
        .map(|(n, hour)| {
            let time = start.checked_add(jiff::Span::new().hours(hour)).unwrap();
            OldJob { created_at: time.to_string(), ..job(&id(n), "") }
        })
        .collect()
}

#[test]
fn nights_and_weekends_are_no_gaps_and_a_week_without_jobs_is_one() {
    let working_hours = |day: i64| (8..18).map(move |hour| day * 24 + hour);
    let is_weekend = |day: &i64| matches!(day % 7, 2 | 3);
    let usual = (0..28).filter(|day| !is_weekend(day)).flat_map(working_hours);
    assert_eq!(report(&at_hours(usual.clone()))["time_gaps"]["count"], 0);
    // The second week is missing: from Wednesday at 17:00 to the Thursday after the next at 8:00.
    let missing = usual.filter(|hour| !(7..14).contains(&(hour / 24)));
    let gaps = &report(&at_hours(missing))["time_gaps"];
    assert_eq!(gaps["count"], 1);
    assert_eq!(gaps["first"][0]["hours"], (14 - 6) * 24 - 17 + 8);
    assert_eq!(gaps["first"][0]["from"], "2026-01-07T17:00:00.000000Z");
    assert_eq!(gaps["first"][0]["to"], "2026-01-15T08:00:00.000000Z");
    assert_eq!(gaps["first"][0]["after_job"], id(50));
}

#[test]
fn what_is_usual_decides_what_is_a_gap() {
    // Once a week: a month without a job is no more than four times as long.
    let weekly = (0..20).map(|week| week * 168).chain([24 * 168]);
    assert_eq!(report(&at_hours(weekly))["time_gaps"]["count"], 0);
    let far = (0..20).map(|week| week * 168).chain([29 * 168]);
    assert_eq!(report(&at_hours(far))["time_gaps"]["count"], 1);
    // Too few jobs to know what is usual.
    assert_eq!(report(&at_hours([0, 1, 2, 1000]))["time_gaps"]["count"], 0);
}
