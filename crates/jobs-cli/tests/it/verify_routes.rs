//! `jobctl verify --server`: that what each reading route answers is what the entries say, on
//! servers that lie.

use serde_json::{Value, json};

use crate::support::legacy::id;
use crate::support::liar;
use crate::support::small::{Small, jobs, lie, members, page};
use crate::verify_online::other;

#[test]
fn a_sound_server_answers_what_its_entries_say() {
    let small = Small::new();
    let json = small.served.run(&["verify", "--json"]).exits(0).json();
    assert_eq!((&json["jobs"], &json["not_verified"]), (&json!(6), &json!([])));
    // The same through the proxy that lies in the other tests.
    let url = liar::start(&small.served.url, |_, body| body);
    let json = small.served.run_against(&url, &["verify", "--json"]).exits(0).json();
    assert_eq!(json["not_verified"], json!([]));
}

#[test]
fn a_job_is_what_its_entries_say_in_every_member() {
    let small = Small::new();
    let path = small.path_of(&small.failed, "");
    let shown: Value = serde_json::from_slice(&small.served.get(&path[1..])).unwrap();
    for member in members(&shown) {
        let expected = format!("GET {path}: {member}: is ");
        let said = small.found(&path, move |job| job[&member] = other(&job[&member]));
        assert!(said.contains(&expected), "{expected}: {said}");
    }
    let another: Value =
        serde_json::from_slice(&small.served.get(&format!("v1/jobs/{}", small.open))).unwrap();
    small.find_all(
        &path,
        vec![
            lie(
                |job| job["status"] = json!("SUCCESS"),
                format!(
                    "job {}: GET {path}: status: is not what the job's entries say; stored: \"SUCCESS\"; \
                     expected: \"FAILED\"",
                    small.failed
                ),
            ),
            lie(
                move |job| *job = another.clone(),
                format!("GET {path}: job_id: is another job's; stored: \"{}\"", small.open),
            ),
            lie(
                |job| job["approved_by"] = json!("the auditor"),
                format!("GET {path}: approved_by: is not what the job's entries say; stored: \"the auditor\"; expected: none"),
            ),
            lie(
                |job| job["last_index"] = json!(7),
                format!("GET {path}: last_index: is not what the job's entries say; stored: 7; expected: 5"),
            ),
            lie(
                |job| job["last_index"] = json!(1000),
                format!("GET {path}: the answer rests on entry 1000, which is not this job's"),
            ),
        ],
    );
}

/// The entries that say what differs are asked for again, and must be those that were verified.
#[test]
fn a_lie_is_not_confirmed_by_another_lie() {
    let small = Small::new();
    let path = small.path_of(&small.failed, "");
    let about_job = liar::at(path.clone(), |job| job["status"] = json!("SUCCESS"));
    let again = "/v1/entries?from=5&limit=1".to_owned();
    let about_entry = liar::at(again, |page| page["entries"][0]["status"] = json!("SUCCESS"));
    let said = small.found_with(move |path, body| about_entry(path, about_job(path, body)));
    let expected = format!("GET {path}: the server gave other entries when it was asked again");
    assert!(said.contains(&expected), "{expected}: {said}");
}

#[test]
fn a_history_is_all_of_a_job_s_entries_in_order() {
    let small = Small::new();
    let path = small.path_of(&small.settled, "/history");
    let stranger: Value = serde_json::from_slice(&small.served.get("v1/entries?from=5")).unwrap();
    let stranger = stranger["entries"][0].clone();
    fn entries(answer: &mut Value) -> &mut Vec<Value> {
        answer["entries"].as_array_mut().unwrap()
    }
    small.find_all(
        &path,
        vec![
            lie(
                |it| drop(entries(it).remove(1)),
                format!("job {}: GET {path}: entry 6: is not in its place", small.settled),
            ),
            lie(|it| drop(entries(it).pop()), format!("GET {path}: entry 7: is not in its place")),
            lie(|it| entries(it).swap(1, 2), format!("GET {path}: entry 6: is not in its place")),
            lie(
                move |it| entries(it).push(stranger.clone()),
                format!("GET {path}: shows an entry that is not the job's"),
            ),
            lie(
                |it| entries(it)[1]["status"] = json!("FAILED"),
                format!("GET {path}: entry 6: status: is not what was recorded; stored: \"FAILED\"; expected: \"UNCONFIRMED\""),
            ),
            lie(
                |it| entries(it)[2]["outcomes"] = json!([]),
                format!("GET {path}: entry 7: outcomes: is not what was recorded"),
            ),
            lie(
                |it| it["job_id"] = json!("9b2d3a1c-0f4e-4d6a-8c7b-00000000ffff"),
                format!("GET {path}: job_id: is another job's"),
            ),
            lie(|it| it["more"] = json!(1), format!("GET {path}: the answer has other members")),
        ],
    );
}

#[test]
fn customers_are_those_of_the_job() {
    let small = Small::new();
    let path = small.path_of(&small.failed, "/customers");
    small.find_all(
        &format!("{path}?limit=10000"),
        vec![
            lie(
                |it| it["customers"] = json!(["5001"]),
                format!("GET {path}: customers: leaves out one of the job's; expected: 5002"),
            ),
            lie(
                |it| it["customers"] = json!(["5001", "5002", "5009"]),
                format!("GET {path}: customers: names one that is none of the job's; stored: 5009"),
            ),
            lie(
                |it| it["customers"] = json!(["5002", "5001"]),
                format!("GET {path}: customers: are out of order, or named twice"),
            ),
            lie(
                |it| it["customer_count"] = json!(3),
                format!(
                    "GET {path}: customer_count: is not how many there are; stored: 3; expected: 2"
                ),
            ),
            lie(|it| it["next"] = json!("5002"), format!("GET {path}: next: does not lead on")),
        ],
    );
}

#[test]
fn the_list_has_each_job_once_in_order_as_it_is() {
    let small = Small::new();
    let list = "GET /v1/jobs: ";
    let of = |job_id: &str, what: &str| format!("job {job_id}: {list}{what}");
    let mut invented: Value = serde_json::from_slice(&small.served.get("v1/jobs?limit=1")).unwrap();
    invented["jobs"][0]["job_id"] = json!("9b2d3a1c-0f4e-4d6a-8c7b-00000000ffff");
    invented["jobs"][0]["index"] = json!(7);
    small.find_all(
        &page("/v1/jobs"),
        vec![
            // The lines: open, other, settled, failed and the imported jobs.
            lie(|it| drop(jobs(it).remove(2)), of(&small.settled, "leaves out a job that belongs there")),
            lie(
                |it| {
                    let line = jobs(it)[0].clone();
                    jobs(it).insert(1, line);
                },
                of(&small.open, "is out of order, or shows a job twice"),
            ),
            lie(|it| jobs(it).swap(0, 1), of(&small.open, "is out of order, or shows a job twice")),
            lie(
                move |it| jobs(it).insert(1, invented["jobs"][0].clone()),
                of("9b2d3a1c-0f4e-4d6a-8c7b-00000000ffff", "shows a job that no entry created"),
            ),
            lie(
                |it| jobs(it)[3]["status"] = json!("SUCCESS"),
                of(
                    &small.failed,
                    "status: is not what the job's entries say; stored: \"SUCCESS\"; expected: \"FAILED\"",
                ),
            ),
            lie(
                |it| jobs(it)[1]["user_id"] = json!("vijay"),
                of(
                    &small.other,
                    "user_id: is not what the job's entries say; stored: \"vijay\"; expected: \"noor\"",
                ),
            ),
            lie(
                |it| jobs(it)[3]["request_payload"] = json!("{}"),
                of(&small.failed, "request_payload: is not what the job's entries say"),
            ),
            lie(|it| it["next"] = json!(1), format!("{list}next: does not lead on")),
            lie(|it| it["next"] = json!("again"), format!("{list}answered 400 Bad Request: cursor: ")),
        ],
    );
}

#[test]
fn a_list_by_a_value_has_the_jobs_of_that_value() {
    let small = Small::new();
    let line = |job_id: &str| -> Value {
        let list: Value = serde_json::from_slice(&small.served.get("v1/jobs")).unwrap();
        let mut lines = list["jobs"].as_array().unwrap().iter();
        lines.find(|line| line["job_id"] == job_id).unwrap().clone()
    };
    let of = |job_id: &str, list: &str, what: &str| format!("job {job_id}: GET {list}: {what}");
    let belongs = "leaves out a job that belongs there";
    // A list, a job on it, and one that is not.
    for (list, on_it, not_on_it) in [
        ("/v1/jobs?status=FAILED", &small.failed, Some(&small.settled)),
        ("/v1/jobs?status=IN_PROGRESS", &small.open, Some(&small.failed)),
        ("/v1/jobs?cause=reported", &small.settled, Some(&small.open)),
        ("/v1/jobs?source=api", &small.open, None),
        ("/v1/jobs?user_id=noor", &small.other, Some(&small.open)),
        ("/v1/jobs?action_name=Trans-Begin", &id(1), Some(&small.open)),
        ("/v1/jobs?batch_id=night", &small.settled, Some(&small.open)),
    ] {
        let wanted = on_it.clone();
        let without =
            move |it: &mut Value| jobs(it).retain(|line| line["job_id"] != wanted.as_str());
        small.find_all(&page(list), vec![lie(without, of(on_it, list, belongs))]);
        let Some(not_on_it) = not_on_it else { continue };
        let stranger = line(not_on_it);
        let with = move |it: &mut Value| {
            jobs(it).push(stranger.clone());
            jobs(it).sort_by_key(|line| std::cmp::Reverse(line["index"].as_u64()));
        };
        let expected = of(not_on_it, list, "shows a job that does not belong there");
        small.find_all(&page(list), vec![lie(with, expected)]);
    }
    let day = "/v1/jobs?since=2026-01-28T00:00:00Z&until=2026-01-29T00:00:00Z";
    let asked = page(&day.replace(':', "%3A"));
    small.find_all(&asked, vec![lie(|it| drop(jobs(it).remove(0)), of(&id(2), day, belongs))]);
}

#[test]
fn a_customer_s_jobs_are_those_that_have_the_customer() {
    let small = Small::new();
    let list = "GET /v1/customers/5001/jobs: ";
    let of = |job_id: &str, what: &str| format!("job {job_id}: {list}{what}");
    let stranger: Value =
        serde_json::from_slice(&small.served.get("v1/customers/a%2Fb%20c/jobs")).unwrap();
    let stranger = stranger["jobs"][0].clone();
    let replacing = stranger.clone();
    // The lines: open, settled, failed and the imported jobs.
    let left_out = "leaves out a job of the customer's; stored: 4; expected: 5";
    small.find_all(
        &page("/v1/customers/5001/jobs"),
        vec![
            lie(|it| drop(jobs(it).remove(1)), of(&small.settled, left_out)),
            lie(
                |it| drop(jobs(it).drain(..2)),
                format!("{list}leaves out jobs of the customer's; stored: 3; expected: 5"),
            ),
            lie(
                move |it| jobs(it).insert(1, stranger.clone()),
                of(&small.other, "shows a job that is not the customer's"),
            ),
            lie(
                move |it| jobs(it)[1] = replacing.clone(),
                of(&small.other, "shows a job that is not the customer's"),
            ),
            lie(
                |it| jobs(it)[2]["status"] = json!("SUCCESS"),
                of(&small.failed, "status: is not what the job's entries say"),
            ),
            lie(
                |it| jobs(it)[2]["outcome"]["status"] = json!("SUCCESS"),
                of(&small.failed, "outcome: status: is not what the job's entries say; stored: \"SUCCESS\"; expected: \"FAILED\""),
            ),
            lie(
                |it| jobs(it)[2]["outcome"]["own"] = json!(true),
                of(&small.failed, "outcome: own: is not what the job's entries say; stored: true; expected: false"),
            ),
            lie(|it| it["cid"] = json!("5002"), format!("{list}cid: is another customer")),
        ],
    );
    // Those with an outcome of their own.
    let own = json!({"status": "FAILED", "message": "does not exist", "own": true, "index": 5});
    for member in members(&own) {
        let expected = format!(
            "job {}: GET /v1/customers/5002/jobs: outcome: {member}: is not what the job's entries say",
            small.failed
        );
        let change = move |it: &mut Value| {
            let member = &mut jobs(it)[0]["outcome"][&member];
            *member = if member.is_boolean() { json!(false) } else { other(member) };
        };
        small.find_all(&page("/v1/customers/5002/jobs"), vec![lie(change, expected)]);
    }
    small.find_all(
        &page("/v1/customers/5003/jobs"),
        vec![lie(
            |it| jobs(it)[0]["outcome"]["index"] = json!(6),
            "GET /v1/customers/5003/jobs: outcome: index: is not what the job's entries say; stored: 6; expected: 7",
        )],
    );
    // One whose name no path can hold.
    small.find_all(
        &page("/v1/jobs?cid=.."),
        vec![lie(
            |it| jobs(it).clear(),
            format!("job {}: GET /v1/jobs?cid=..: leaves out a job of the customer's", small.other),
        )],
    );
}

#[test]
fn statistics_are_what_the_entries_come_to() {
    let small = Small::new();
    let stats = "GET /v1/stats: ";
    small.find_all(
        &page("/v1/stats"),
        vec![
            lie(
                |it| it["total"]["FAILED"] = json!(2),
                format!("{stats}total: is not what the entries come to"),
            ),
            lie(
                |it| drop(it["by_user"]["rows"].as_array_mut().unwrap().pop()),
                format!("{stats}by_user: is not"),
            ),
            lie(
                |it| it["by_action"]["rows"].as_array_mut().unwrap().swap(0, 1),
                format!("{stats}by_action: is not"),
            ),
            lie(
                |it| it["by_day"]["rows"][0]["value"] = json!("2020-01-01"),
                format!("{stats}by_day: is not"),
            ),
            lie(|it| it["head"]["size"] = json!(8), format!("{stats}head: is not")),
            lie(
                |it| it["head"]["root"] = json!("00"),
                format!("{stats}head: is not what the entries come to"),
            ),
        ],
    );
    small.find_all(
        &page("/v1/stats?user_id=noor"),
        vec![lie(
            |it| it["total"]["IN_PROGRESS"] = json!(0),
            "GET /v1/stats?user_id=noor: total: is not what the entries come to",
        )],
    );
}

#[test]
fn an_export_has_each_job_once() {
    let small = Small::new();
    let found = |change: fn(&mut Vec<String>)| {
        small.found_with(move |path, body| {
            if path != "/v1/export.ndjson" {
                return body;
            }
            let text = String::from_utf8(body).unwrap();
            let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
            assert_eq!(lines.len(), 6);
            change(&mut lines);
            lines.iter().map(|line| format!("{line}\n")).collect::<String>().into()
        })
    };
    let of = |job_id: &str, what: &str| format!("job {job_id}: GET /v1/export.ndjson: {what}");
    type Change = fn(&mut Vec<String>);
    // The lines: the imported jobs, failed, settled, other and open.
    let lies: [(Change, String); 5] = [
        (|lines| drop(lines.remove(3)), of(&small.settled, "leaves out a job")),
        (
            |lines| lines.insert(3, lines[2].clone()),
            of(&small.failed, "is out of order, or shows a job twice"),
        ),
        (
            |lines| lines[2] = lines[2].replace("\"FAILED\"", "\"SUCCESS\""),
            of(&small.failed, "status: is not what the job's entries say"),
        ),
        (|lines| lines[4].truncate(30), "GET /v1/export.ndjson: a line cannot be read".into()),
        (
            |lines| lines[2].insert_str(1, "\"status\":\"SUCCESS\","),
            "GET /v1/export.ndjson: a line cannot be read".into(),
        ),
    ];
    for (change, expected) in lies {
        let said = found(change);
        assert!(said.contains(&expected), "{expected}: {said}");
    }
}

#[test]
fn routes_are_left_out_when_that_is_asked_for() {
    let small = Small::new();
    let path = small.path_of(&small.failed, "");
    let lie = liar::at(path, |job| job["status"] = json!("SUCCESS"));
    let url = liar::start(&small.served.url, lie);
    let ran = small.served.run_against(&url, &["verify", "--entries-only"]).exits(0);
    let said = "but      only the entries were verified, as --entries-only asks";
    assert!(ran.stdout.lines().any(|line| line == said), "{}", ran.stdout);
    small.served.run_against(&url, &["verify"]).exits(5);
    let offline = small.served.folder.run(&["verify", "--entries-only"]).exits(2);
    assert!(offline.stderr.contains("--server"), "{}", offline.stderr);
}
